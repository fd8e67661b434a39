"""Exact matches between the work's letters and the page's, and the one chain of them that reads as the work.

The chain is monotone on both sides and the heaviest there is, where length counts for a match, and gaps, new
diagonals and hidden text count against it. Without these costs a pull quote would be preferred to the sentence
that it repeats, and a related story to the end of a truncated article.
"""

from __future__ import annotations

from bisect import insort
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from licensecheck.stream import Stream

# Letters of a seed: shorter ones are met by chance (measured on news pages).
SEED = 24
# Places looked at per seed; text that stands in more places is boilerplate.
PLACES = 6
# Bounds on repetitive text: matches kept, and predecessors looked at per match (the best first).
MOST_ANCHORS = 1500
LOOKS = 64
# A match that spills this few letters, or so small a share of it, into a further unit says nothing about that unit.
SPILL = 16
SPILL_SHARE = 0.25
# Costs of a link in the chain, in letters of match: fixed, and per letter of gap up to a cap.
NEW_DIAGONAL = 6.0
PAGE_GAP, PAGE_GAP_CAP = 0.02, 40.0
WORK_GAP, WORK_GAP_CAP = 0.05, 20.0


class Anchor(NamedTuple):
    """Equal letters: `length` of them from `work` and from `page`."""

    work: int
    page: int
    length: int

    @property
    def work_end(self) -> int:
        """One past the last letter on the work's side."""
        return self.work + self.length

    @property
    def page_end(self) -> int:
        """One past the last letter on the page's side."""
        return self.page + self.length

    def cut(self, front: int, back: int = 0) -> Anchor:
        """The anchor without its first `front` and last `back` letters."""
        return Anchor(self.work + front, self.page + front, self.length - front - back)


class Finder:
    """Looks for the work's paragraphs, and pieces of those that differ, on the page."""

    def __init__(self, work: Stream, page: Stream, hidden: frozenset[int]) -> None:
        """`hidden` are the numbers of the page's units that a reader does not see."""
        self._work = work
        self._page = page
        self._hidden = hidden
        self._ends: dict[int, int] = {}  # by diagonal: the work position up to which it is known
        self._found: list[Anchor] = []
        self._short_units = _short_units(page)
        self._unit_index = self._index(page.bounds[:-1])
        self._word_index: dict[str, list[int]] | None = None

    def find(self) -> list[Anchor]:
        """All matches worth considering, ordered by page position."""
        for unit in range(len(self._work.texts)):
            start, end = self._work.bounds[unit], self._work.bounds[unit + 1]
            if end - start < SEED:
                self._find_short(start, end)
            elif not self._find_whole(start, end):
                self._find_pieces(unit)
        trimmed = {self._without_spill(anchor) for anchor in self._found}
        return sorted((anchor for anchor in trimmed if anchor.length > 0), key=lambda a: (a.page, a.work))

    def _find_short(self, start: int, end: int) -> None:
        """A short paragraph counts only where it is a whole block."""
        for place in self._short_units.get(self._work.letters[start:end], ()):
            self._add(start, place, end - start)

    def _find_whole(self, start: int, end: int) -> bool:
        """Whether the paragraph stands whole at the start of a visible block."""
        whole = False
        for place in self._unit_index.get(self._work.letters[start : start + SEED], ()):
            reached = self._add(start, place, SEED)
            whole |= reached >= end and self._page.unit(place) not in self._hidden
        return whole

    def _find_pieces(self, unit: int) -> None:
        """Seeds at word starts, each followed to the end of the longest match it begins."""
        letters = self._work.letters
        if self._word_index is None:
            starts = (start for u in range(len(self._page.texts)) for start in self._page.word_bounds(u)[:-1])
            self._word_index = self._index(starts)
        known = 0
        for start in self._work.word_bounds(unit)[:-1]:
            if start < known:
                continue
            places = self._word_index.get(letters[start : start + SEED], ())
            if len(places) <= PLACES:
                known = max((self._add(start, place, SEED) for place in places), default=known)

    def _index(self, starts: Iterable[int]) -> dict[str, list[int]]:
        """The page positions `starts` by the letters of a seed there; at the very end there is no room for one."""
        letters = self._page.letters
        index: dict[str, list[int]] = {}
        last = len(letters) - SEED
        for start in takewhile(lambda start: start <= last, starts):
            places = index.setdefault(letters[start : start + SEED], [])
            if len(places) <= PLACES:
                places.append(start)
        return index

    def _add(self, work: int, page: int, length: int) -> int:
        """Keep the longest match around a seed; returns the work position where it ends."""
        known = self._ends.get(page - work, -1)
        if known >= work + length or len(self._found) >= MOST_ANCHORS:
            return known
        before = _common_suffix(self._work.letters, work, self._page.letters, page)
        after = common_prefix(self._work.letters, work + length, self._page.letters, page + length)
        anchor = Anchor(work - before, page - before, before + length + after)
        self._ends[page - work] = anchor.work_end
        self._found.append(anchor)
        return anchor.work_end

    def _without_spill(self, anchor: Anchor) -> Anchor:
        """The anchor without the few letters with which it reaches into a block that goes on differently."""
        page = self._page
        for end, start in ((anchor.page_end - 1, anchor.page), (anchor.page, anchor.page_end - 1)):
            unit = page.unit(end)
            low, high = page.bounds[unit], page.bounds[unit + 1]
            inside = min(anchor.page_end, high) - max(anchor.page, low)
            if page.unit(start) != unit and inside < high - low and inside < max(SPILL, SPILL_SHARE * (high - low)):
                front = inside if end == anchor.page else 0
                anchor = anchor.cut(front, inside - front)
        return anchor


def best_chain(anchors: list[Anchor], page: Stream, weight: Callable[[Anchor], float]) -> list[Anchor]:
    """The heaviest monotone chain; where two links overlap, one of them is cut."""
    scores: list[float] = []
    links: list[int] = []
    ranked: list[tuple[float, int]] = []  # (minus score, number) of the anchors seen, best first
    for number, anchor in enumerate(anchors):
        own = weight(anchor)
        best, link = own, -1
        for minus, earlier in islice(ranked, LOOKS):
            if own - minus <= best:
                break
            gain = _link_gain(anchors[earlier], anchor, own)
            if gain > 0 and gain - minus > best:
                best, link = gain - minus, earlier
        scores.append(best)
        links.append(link)
        insort(ranked, (-best, number))
    return _without_overlaps(_unlink(anchors, scores, links), page)


def trim(work: Stream, page: Stream, anchor: Anchor) -> Anchor:
    """The anchor cut back to borders of words on both sides; of length 0 if nothing is left."""
    front, back = 0, 0
    while front < anchor.length and not _is_border(work, page, anchor.work + front, anchor.page + front):
        front += 1
    while front + back < anchor.length and not _is_border(work, page, anchor.work_end - back, anchor.page_end - back):
        back += 1
    return anchor.cut(front, back)


def _is_border(work: Stream, page: Stream, place: int, there: int) -> bool:
    return work.is_word_bound(place) and page.is_word_bound(there)


def _link_gain(earlier: Anchor, later: Anchor, weight: float) -> float:
    """What `later` adds to a chain that ends in `earlier`; not above 0 where it cannot follow."""
    if later.work <= earlier.work or later.page <= earlier.page:
        return 0.0
    work_gap = later.work - earlier.work_end
    page_gap = later.page - earlier.page_end
    overlap = max(-work_gap, -page_gap, 0)
    if overlap >= later.length:
        return 0.0
    cost = NEW_DIAGONAL if work_gap != page_gap else 0.0
    cost += min(max(page_gap, 0) * PAGE_GAP, PAGE_GAP_CAP) + min(max(work_gap, 0) * WORK_GAP, WORK_GAP_CAP)
    return weight * (1 - overlap / later.length) - cost


def _unlink(anchors: list[Anchor], scores: list[float], links: list[int]) -> list[Anchor]:
    """The chain that ends in the best score."""
    if not anchors:
        return []
    chain = []
    number = max(range(len(scores)), key=scores.__getitem__)
    while number >= 0:
        chain.append(anchors[number])
        number = links[number]
    chain.reverse()
    return chain


def _without_overlaps(chain: list[Anchor], page: Stream) -> list[Anchor]:
    """Cut each link at its front where it overlaps the one before.

    But where the earlier link ends in a block of its own that the later one repeats (a caption above the heading
    that says the same), the earlier one is cut.
    """
    cut = chain[:1]
    for later in chain[1:]:
        earlier = cut[-1]
        overlap = max(earlier.work_end - later.work, earlier.page_end - later.page, 0)
        if 0 < overlap < earlier.length and page.is_bound(earlier.page_end - overlap) and page.is_bound(later.page):
            cut[-1] = earlier.cut(0, overlap)
            overlap = 0
        cut.append(later.cut(overlap))
    return cut


def _short_units(page: Stream) -> dict[str, list[int]]:
    """The positions of the units too short for a seed, by their letters."""
    index: dict[str, list[int]] = {}
    for start, end in pairwise(page.bounds):
        if 0 < end - start < SEED:
            places = index.setdefault(page.letters[start:end], [])
            if len(places) <= PLACES:
                places.append(start)
    return index


def common_prefix(one: str, start: int, other: str, begin: int) -> int:
    """How many letters agree from `start` in one text and `begin` in the other: galloping, then halving."""
    length, step = 0, SEED
    most = min(len(one) - start, len(other) - begin)
    while length < most and step:
        step = min(step, most - length)
        at, there = start + length, begin + length
        if one[at : at + step] == other[there : there + step]:
            length += step
            step *= 2
        else:
            step //= 2
    return length


def _common_suffix(one: str, end: int, other: str, stop: int) -> int:
    """How many letters agree before `end` in one text and `stop` in the other."""
    length, step = 0, 1
    most = min(end, stop)
    while length < most and step:
        step = min(step, most - length)
        at, there = end - length, stop - length
        if one[at - step : at] == other[there - step : there]:
            length += step
            step *= 2
        else:
            step //= 2
    return length
