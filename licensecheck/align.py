"""Where the work's words stand on the page, and where the two differ.

The work guides the reading: the whole page is searched for the work's letters, the chain of matches that reads
as the work is taken for its body, and only then is it asked what the other blocks inside the body are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.anchors import SEED, Anchor, Finder, best_chain, trim
from licensecheck.credit_lines import is_credit_line
from licensecheck.gaps import Difference, differences, shared_pairs, slide
from licensecheck.layout import OWN, Edge, Layout
from licensecheck.model import Alignment, Aside, Edit, Match
from licensecheck.moves import find_moves, without
from licensecheck.stream import Stream
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from licensecheck.gaps import Range
    from licensecheck.model import Page, Work

# Below this share of the work's letters a page is not read as a copy of it (unrelated pages: at most 0.02).
LEAST_COVERAGE = 0.12
# Matches shorter than this say nothing about coverage: unrelated texts share "of the" everywhere.
COUNTED = 12
# A block belongs to the body if this much of it, or this many letters, matched.
BODY_SHARE, BODY_LETTERS = 0.5, 24
# A block is a rewritten paragraph if this share of its word pairs stands in the missing words.
REWRITE_SHARE = 0.5
# How far beyond the ends of the body rewritten paragraphs are looked for, in blocks.
REACH = 12
# How many blocks next to the body are asked whether they read as part of it.
EDGES = 3


class _Gap(NamedTuple):
    """Letters of the two sides between two matches, or between a match and an end of the text (`inner` false)."""

    work: Range
    page: Range
    inner: bool


def align(work: Work, page: Page) -> Alignment:
    """Find the work on the page; without enough of it, an alignment without body and edits."""
    original = _read(tuple(paragraph.text for paragraph in work.body))
    copy = Stream([block.text for block in page.blocks], [block.start for block in page.blocks])
    hidden = frozenset(number for number, block in enumerate(page.blocks) if block.hidden >= 0)
    anchors = _whole(original, copy, hidden) or list(_outside_frame(work, original, copy, hidden))
    chain = best_chain(anchors, copy, lambda anchor: anchor.length * (0.5 if copy.unit(anchor.page) in hidden else 1.0))
    chain = [anchor for anchor in (trim(original, copy, anchor) for anchor in chain) if anchor.length]
    coverage = sum(anchor.length for anchor in chain if anchor.length >= COUNTED) / max(1, len(original.letters))
    if coverage < LEAST_COVERAGE:
        return Alignment(matches=(), edits=(), coverage=coverage)
    body = frozenset(_body_units(copy, chain))
    layout = Layout(work, page, body, lambda: _triples(original))
    return _Reading(original, copy, chain, layout).alignment(anchors)


@lru_cache(maxsize=64)
def _read(paragraphs: tuple[str, ...]) -> Stream:
    """The work's body as a stream; a work is read once, however many pages are judged against it."""
    starts = accumulate((len(paragraph) + 2 for paragraph in paragraphs), initial=0)
    return Stream(paragraphs, list(starts)[:-1])


class _Reading:
    """The page read along the chain of matches; all positions in letters until `alignment` tells them."""

    def __init__(self, original: Stream, copy: Stream, chain: list[Anchor], layout: Layout) -> None:
        self._original = original
        self._copy = copy
        self._chain = chain
        self._layout = layout
        self._first, self._last = layout.body
        self._pieces = [(anchor.page, anchor.page_end) for anchor in chain]  # what was read as the body
        self._differences: list[Difference] = []
        self._moved: list[Anchor] = []
        self._foreign: dict[int, _Foreign] = {}  # blocks inside the body that hold none of it

    def alignment(self, anchors: Sequence[Anchor]) -> Alignment:
        """Read the gaps, then what moved, then what the foreign blocks are."""
        for gap in self._gaps():
            self._read_gap(gap)
        self._read_moves(anchors)
        self._differences = list(self._without_blocks(self._slid()))
        edges = tuple(self._edges())
        matches = tuple(self._matches())
        asides = []
        for number, foreign in sorted(self._foreign.items()):
            excuse = self._layout.excuse(number, replacing=foreign.replacing)
            if excuse is None:
                self._differences.append(Difference((foreign.place, foreign.place), (self._unit_range(number),)))
            else:
                asides.append(Aside(number, excuse))
        for number, place in edges:
            self._differences.append(Difference((place, place), (self._unit_range(number),)))
        return Alignment(
            matches=matches,
            edits=tuple(sorted(self._edits(), key=lambda edit: (edit.work.start, edit.work.end))),
            coverage=sum(a.length for a in (*self._chain, *self._moved)) / len(self._original.letters),
            body=(self._first, self._last),
            asides=tuple(asides),
            edges=tuple(number for number, _ in edges),
        )

    # --- gaps

    def _gaps(self) -> Iterator[_Gap]:
        first, last = self._chain[0], self._chain[-1]
        yield _Gap((0, first.work), (0, first.page), inner=False)
        for one, other in pairwise(self._chain):
            yield _Gap((one.work_end, other.work), (one.page_end, other.page), inner=True)
        yield _Gap((last.work_end, len(self._original.letters)), (last.page_end, len(self._copy.letters)), inner=False)

    def _read_gap(self, gap: _Gap) -> None:
        pieces = []
        missing = _pairs(self._original.words_between(*gap.work)[0])
        for number, piece, whole in self._units_between(gap):
            if not whole or self._is_rewrite(number, gap, missing):
                pieces.append(piece)
                self._first, self._last = min(self._first, number), max(self._last, number)
            elif gap.inner:
                self._foreign[number] = _Foreign(gap.work[0], replacing=gap.work[0] < gap.work[1])
        self._pieces += pieces
        self._differences += differences(self._original, self._copy, gap.work, pieces)

    def _units_between(self, gap: _Gap) -> Iterator[tuple[int, Range, bool]]:
        """The blocks of a gap: number, letters in the gap, whether that is all of the block."""
        bounds = self._copy.bounds
        start, end = gap.page
        if start == end:
            return
        low, high = self._copy.unit(start), self._copy.unit(end - 1)
        if not gap.inner:
            low, high = max(low, self._first - REACH), min(high, self._last + REACH)
        for number in range(low, high + 1):
            piece = max(start, bounds[number]), min(end, bounds[number + 1])
            whole = piece == (bounds[number], bounds[number + 1])
            if piece[0] < piece[1] or (whole and gap.inner):
                yield number, piece, whole

    def _is_rewrite(self, number: int, gap: _Gap, missing: frozenset[tuple[str, str]]) -> bool:
        """Whether a whole block holds an edited paragraph of the missing text."""
        if not missing or shared_pairs(self._copy.words(number), missing) < REWRITE_SHARE:
            return False
        return gap.inner or self._layout.excuse(number, replacing=True) is None

    # --- moves

    def _read_moves(self, anchors: Sequence[Anchor]) -> None:
        missing = [difference.work for difference in self._differences if difference.work[0] < difference.work[1]]
        if not missing:
            return
        free = [piece for difference in self._differences for piece in difference.page]
        free += [self._unit_range(number) for number in self._movable()]
        self._moved = list(find_moves(self._original, self._copy, anchors, missing, free))
        for anchor in self._moved:
            self._take(anchor)

    def _movable(self) -> Iterator[int]:
        """Whole blocks that may hold moved text: marked up like the body, inside it or near its ends, and no credit."""
        before = range(max(0, self._first - REACH), self._first)
        after = range(self._last + 1, min(self._last + 1 + REACH, len(self._copy.texts)))
        for number in (*before, *self._foreign, *after):
            if self._layout.excuse(number, replacing=True) is None and not is_credit_line(self._copy.texts[number]):
                yield number

    def _take(self, anchor: Anchor) -> None:
        """Take moved text out of the differences and the foreign blocks."""
        self._differences = [
            rest
            for difference in self._differences
            for rest in _subtract(difference, (anchor.work, anchor.work_end), (anchor.page, anchor.page_end))
        ]
        for number in range(self._copy.unit(anchor.page), self._copy.unit(anchor.page_end - 1) + 1):
            foreign = self._foreign.pop(number, None)
            self._first, self._last = min(self._first, number), max(self._last, number)
            place = foreign.place if foreign else anchor.work
            for rest in without([self._unit_range(number)], (anchor.page, anchor.page_end)):
                if foreign and rest[0] < rest[1]:
                    self._differences.append(Difference((place, place), (rest,)))

    # --- what is left

    def _edges(self) -> Iterator[tuple[int, int]]:
        """Blocks right before and behind the body that read as part of it, and the work's place they stand at."""
        before = range(self._first - 1, max(-1, self._first - 1 - EDGES), -1)
        after = range(self._last + 1, min(len(self._copy.texts), self._last + 1 + EDGES))
        letters = len(self._original.letters)
        for numbers, end, place in ((before, self._first, 0), (after, self._last, letters)):
            for number in numbers:
                edge = self._layout.edge(number, end)
                if edge is Edge.BORDER:
                    break
                if edge is Edge.TEXT:
                    yield number, place

    def _slid(self) -> list[Difference]:
        """The differences in order, each pure insertion and deletion at the best of the places where it fits."""
        ordered = sorted(self._differences)
        regions = _merged(self._pieces)
        slid: list[Difference] = []
        for number, difference in enumerate(ordered):
            before = slid[-1] if slid else None
            after = ordered[number + 1] if number + 1 < len(ordered) else None
            slid.append(self._slide_one(difference, before, after, regions))
        return slid

    def _slide_one(
        self, difference: Difference, before: Difference | None, after: Difference | None, regions: list[Range]
    ) -> Difference:
        (start, end), pages = difference
        low = before.work[1] if before else 0
        high = after.work[0] if after else len(self._original.letters)
        if not pages:
            shift = slide(self._original, (start, end), low, high)
            return Difference((start + shift, end + shift), ())
        if start < end or len(pages) > 1:
            return difference
        begin, stop = pages[0]
        region = next((r for r in regions if r[0] <= begin and stop <= r[1]), pages[0])
        low = max(region[0], begin - (start - low))
        high = min(region[1], stop + (high - start))
        shift = slide(self._copy, pages[0], low, high)
        return Difference((start + shift, end + shift), ((begin + shift, stop + shift),))

    def _without_blocks(self, differences: list[Difference]) -> Iterator[Difference]:
        """The differences but for insertions of whole blocks: those are foreign, and judged as such."""
        for difference in differences:
            (start, end), pages = difference
            if start < end or len(pages) != 1 or not all(map(self._copy.is_bound, pages[0])):
                yield difference
                continue
            for number in range(self._copy.unit(pages[0][0]), self._copy.unit(pages[0][1] - 1) + 1):
                self._foreign[number] = _Foreign(start, replacing=False)
            self._pieces = [rest for piece in _merged(self._pieces) for rest in _without_all(piece, [pages[0]])]

    def _matches(self) -> Iterator[Match]:
        """The equal text: what no difference took of the work, beside what none took of the page's body."""
        taken_work = [difference.work for difference in self._differences]
        taken_page = [piece for difference in self._differences for piece in difference.page]
        taken_work += [(anchor.work, anchor.work_end) for anchor in self._moved]
        taken_page += [(anchor.page, anchor.page_end) for anchor in self._moved]
        work_side = _cut([(0, len(self._original.letters))], taken_work, self._original.bounds)
        page_side = _cut(_merged(self._pieces), taken_page, self._copy.bounds)
        for anchor in (*_zipped(work_side, page_side), *self._moved):
            yield Match(
                self._original.span(anchor.work, anchor.work_end), self._copy.span(anchor.page, anchor.page_end)
            )

    def _edits(self) -> Iterator[Edit]:
        for difference in self._differences:
            spans = tuple(self._copy.span(*piece) for piece in difference.page)
            yield Edit(self._original.span(*difference.work), spans)
        for anchor in self._moved:
            work, page = (anchor.work, anchor.work_end), (anchor.page, anchor.page_end)
            yield Edit(self._original.span(*work), (self._copy.span(*page),), moved=True)

    def _unit_range(self, number: int) -> Range:
        return self._copy.bounds[number], self._copy.bounds[number + 1]


class _Foreign(NamedTuple):
    """A block inside the body that holds none of it: the work's place there, and whether text is missing at it."""

    place: int
    replacing: bool


def _body_units(copy: Stream, chain: list[Anchor]) -> Iterator[int]:
    """The blocks that the chain runs through; the longest match's in any case."""
    longest = max(chain, key=lambda anchor: anchor.length)
    yield copy.unit(longest.page)
    for anchor in chain:
        for number in range(copy.unit(anchor.page), copy.unit(anchor.page_end - 1) + 1):
            start, end = copy.bounds[number], copy.bounds[number + 1]
            matched = min(end, anchor.page_end) - max(start, anchor.page)
            if matched >= BODY_LETTERS or matched >= BODY_SHARE * (end - start) > 0:
                yield number


def _whole(original: Stream, copy: Stream, hidden: Collection[int]) -> list[Anchor]:
    """The one match of a copy that shows the work in one go; most do, and need no further search."""
    place = copy.letters.find(original.letters) if len(original.letters) >= SEED else -1
    if place < 0:
        return []
    anchor = Anchor(0, place, len(original.letters))
    units = range(copy.unit(place), copy.unit(anchor.page_end - 1) + 1)
    return [] if any(unit in hidden for unit in units) else [anchor]


def _outside_frame(work: Work, original: Stream, copy: Stream, hidden: frozenset[int]) -> Iterator[Anchor]:
    """The matches, but for those in the work's headline, deck and captions, which its body may say in like words."""
    texts = filter(None, (*work.titles, work.deck, *(photo.caption for photo in work.photos)))
    frame = [letters for letters in map(squeeze, texts) if letters and letters not in original.letters]
    for anchor in Finder(original, copy, hidden).find():
        said = copy.unit_letters(copy.unit(anchor.page))
        if not any(own in said and len(own) >= OWN * len(said) for own in frame):
            yield anchor


@lru_cache(maxsize=64)
def _triples(original: Stream) -> frozenset[tuple[str, ...]]:
    spoken = [word for number in range(len(original.texts)) for word in original.words(number)]
    return frozenset(zip(spoken, spoken[1:], spoken[2:], strict=False))


def _pairs(spoken: list[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(spoken))


def _subtract(difference: Difference, work: Range, page: Range) -> Iterator[Difference]:
    """What is left of a difference once moved text is taken out of both its sides."""
    left = without([difference.work], work) if difference.work[0] < difference.work[1] else []
    pages = tuple(rest for piece in difference.page for rest in without([piece], page))
    if pages:
        first = left.pop(0) if left else (difference.work[0], difference.work[0])
        yield Difference(first, pages)
    for rest in left:
        yield Difference(rest, ())


def _merged(ranges: list[Range]) -> list[Range]:
    """The ranges in order, touching ones joined."""
    merged: list[Range] = []
    for start, end in sorted(piece for piece in ranges if piece[0] < piece[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _cut(ranges: list[Range], taken: list[Range], bounds: list[int]) -> list[Range]:
    """The ranges without what was taken, cut at the bounds of units."""
    left: list[Range] = []
    holes = _merged(taken)
    for start, end in ranges:
        stops = bounds[bisect_right(bounds, start) : bisect_left(bounds, end)]
        pieces = [(low, high) for low, high in pairwise([start, *stops, end]) if low < high]
        left += [rest for piece in pieces for rest in _without_all(piece, holes)] if holes else pieces
    return left


def _without_all(piece: Range, holes: list[Range]) -> Iterator[Range]:
    start, end = piece
    for low, high in holes[max(bisect_right(holes, (start, start)) - 1, 0) :]:
        if low >= end:
            break
        if high <= start:
            continue
        if start < low:
            yield start, low
        start = high
    if start < end:
        yield start, end


def _zipped(work_side: list[Range], page_side: list[Range]) -> Iterator[Anchor]:
    """The letters of two lists of ranges in step, cut wherever either is."""
    pages = iter(page_side)
    there, stop = next(pages, (0, 0))
    for start, end in work_side:
        at = start
        while at < end and there < stop:
            length = min(end - at, stop - there)
            yield Anchor(at, there, length)
            at += length
            there += length
            if there == stop:
                there, stop = next(pages, (0, 0))
