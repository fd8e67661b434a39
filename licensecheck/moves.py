"""Text of the work that stands in the copy, but in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.anchors import SEED, Anchor, trim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.gaps import Range
    from licensecheck.stream import Stream


def find_moves(
    work: Stream, page: Stream, anchors: Iterable[Anchor], missing: Sequence[Range], free: Sequence[Range]
) -> Iterator[Anchor]:
    """The longest matches between the work's `missing` letters and the page's `free` ones, none used twice.

    Pieces shorter than a seed count only as whole paragraphs.
    """
    pool = list(anchors)
    while best := max(_clipped(pool, missing, free), key=lambda anchor: anchor.length, default=None):
        anchor = trim(work, page, best)
        whole = work.is_bound(anchor.work) and work.is_bound(anchor.work_end)
        if anchor.length and (anchor.length >= SEED or whole):
            yield anchor
            missing = without(missing, (anchor.work, anchor.work_end))
            free = without(free, (anchor.page, anchor.page_end))
        else:
            pool = [other for other in pool if not (other.work <= best.work and best.work_end <= other.work_end)]


def without(ranges: Iterable[Range], taken: Range) -> list[Range]:
    """The ranges with the letters of one taken out."""
    left: list[Range] = []
    for start, end in ranges:
        if taken[1] <= start or end <= taken[0]:
            left.append((start, end))
            continue
        left += [piece for piece in ((start, taken[0]), (taken[1], end)) if piece[0] < piece[1]]
    return left


def _clipped(anchors: Iterable[Anchor], missing: Sequence[Range], free: Sequence[Range]) -> Iterator[Anchor]:
    """The parts of the anchors that lie in a missing range and a free one."""
    for anchor in anchors:
        for low, high in missing:
            front, back = max(low - anchor.work, 0), max(anchor.work_end - high, 0)
            if front + back < anchor.length:
                yield from _clipped_to_page(anchor.cut(front, back), free)


def _clipped_to_page(anchor: Anchor, free: Sequence[Range]) -> Iterator[Anchor]:
    for low, high in free:
        front, back = max(low - anchor.page, 0), max(anchor.page_end - high, 0)
        if front + back < anchor.length:
            yield anchor.cut(front, back)
