"""What differs between two matches: a word diff of the work's missing words against the page's extra ones."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.anchors import common_prefix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.stream import Stream

Range = tuple[int, int]

# Above this product of word counts a gap is one replacement: bounds time and memory (64 MB at 12,800 x 40,000).
MOST_CELLS = 100_000_000
# Equal words between two edits are absorbed where they are so few, and fewer than either edit has; as many as the
# smaller one has where the larger one has so many.
ISLAND_WORDS = 2
ISLAND_SHORE = 4
# How far a pure insertion or deletion may slide to reach a better border, in letters.
SLIDE = 240


class Difference(NamedTuple):
    """The work's letters in `work` stand on the page as the letters of the ranges `page` (none: left out)."""

    work: Range
    page: tuple[Range, ...]


class _Hunk(NamedTuple):
    """Word ranges of the two sides."""

    work: Range
    page: Range


def differences(work: Stream, page: Stream, gap: Range, pieces: Sequence[Range]) -> Iterator[Difference]:
    """Word by word, how the page's `pieces` differ from the work's letters in `gap`.

    Differences that are only in the cutting of words ("Times reported", "Timesreported") are none.
    """
    work_words, work_begins = work.words_between(*gap)
    page_words: list[str] = []
    page_begins: list[int] = []
    for piece in pieces:
        found, begins = page.words_between(*piece)
        page_words += found
        page_begins += begins
    for hunk in _absorb_islands(_hunks(work_words, page_words)):
        (start, end), (begin, stop) = _without_shared_ends(hunk, work_words, page_words)
        before, after = work_words[start:end], page_words[begin:stop]
        if "".join(before) != "".join(after):
            yield Difference(
                _letters_range(work_begins, before, (start, end), gap[1]),
                tuple(_page_ranges(page, page_begins[begin:stop], after)),
            )


def _without_shared_ends(hunk: _Hunk, work_words: list[str], page_words: list[str]) -> _Hunk:
    """The hunk without words at its ends that agree in letters, which joining edits may have left there."""
    (start, end), (begin, stop) = hunk
    before, after = _shared(work_words[start:end], page_words[begin:stop])
    start, begin = start + before, begin + after
    before, after = _shared(_mirrored(work_words[start:end]), _mirrored(page_words[begin:stop]))
    return _Hunk((start, end - before), (begin, stop - after))


def _shared(one: list[str], other: list[str]) -> tuple[int, int]:
    """How many words at the front of each list make the same letters, however they are cut."""
    agreed = common_prefix("".join(one), 0, "".join(other), 0)
    ours, theirs = ({length: n for n, length in enumerate(accumulate(map(len, w), initial=0))} for w in (one, other))
    most = max(length for length in ours.keys() & theirs.keys() if length <= agreed)
    return ours[most], theirs[most]


def _mirrored(words: list[str]) -> list[str]:
    return [word[::-1] for word in reversed(words)]


def _hunks(work_words: list[str], page_words: list[str]) -> Iterator[_Hunk]:
    if not work_words or not page_words or len(work_words) * len(page_words) > MOST_CELLS:
        yield _Hunk((0, len(work_words)), (0, len(page_words)))
        return
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 (slow to load; a faithful copy needs none)

    for opcode in LCSseq.opcodes(work_words, page_words):
        if opcode.tag != "equal":
            yield _Hunk((opcode.src_start, opcode.src_end), (opcode.dest_start, opcode.dest_end))


def _absorb_islands(hunks: Iterable[_Hunk]) -> Iterator[_Hunk]:
    """Join edits of one place: a chance "of the" between two long edits is no common text."""
    pending: _Hunk | None = None
    for hunk in hunks:
        if pending is None:
            pending = hunk
        elif _is_island(pending, hunk):
            pending = _Hunk((pending.work[0], hunk.work[1]), (pending.page[0], hunk.page[1]))
        else:
            yield pending
            pending = hunk
    if pending is not None:
        yield pending


def _is_island(one: _Hunk, other: _Hunk) -> bool:
    between = max(other.work[0] - one.work[1], other.page[0] - one.page[1])
    smaller, larger = sorted((_size(one), _size(other)))
    enough = smaller > between or (smaller == between > 1 and larger >= ISLAND_SHORE)
    return between == 0 or (between <= ISLAND_WORDS and enough)


def _size(hunk: _Hunk) -> int:
    return max(hunk.work[1] - hunk.work[0], hunk.page[1] - hunk.page[0])


def _letters_range(begins: list[int], words: list[str], span: Range, end: int) -> Range:
    """The letters of a range of words; of an empty one, the place where it stands."""
    if not words:
        place = begins[span[0]] if span[0] < len(begins) else end
        return place, place
    return begins[span[0]], begins[span[1] - 1] + len(words[-1])


def _page_ranges(page: Stream, begins: list[int], words: list[str]) -> Iterator[Range]:
    """The letters of page words, a range for each block."""
    start = end = -1
    for begin, word in zip(begins, words, strict=True):
        if begin != end or page.is_bound(begin):
            if end > start:
                yield start, end
            start = begin
        end = begin + len(word)
    if end > start:
        yield start, end


def slide(stream: Stream, span: Range, low: int, high: int) -> int:
    """By how many letters the range may shift, within [low, high), to begin and end at better borders.

    A range that is only on this side may shift by a letter where the letter that it leaves equals the one that
    it takes in; all such places tell the same difference, and the best of them is the one a person would name.
    """
    start, end = span
    letters = stream.letters
    best, best_rank = 0, _rank(stream, start, end)
    for step, limit in ((-1, max(low, start - SLIDE)), (1, min(high, end + SLIDE))):
        shift = 0
        while best_rank > 0:
            lost, taken = (end + shift - 1, start + shift - 1) if step < 0 else (start + shift, end + shift)
            if not (limit <= taken if step < 0 else taken < limit) or letters[lost] != letters[taken]:
                break
            shift += step
            rank = _rank(stream, start + shift, end + shift)
            if rank < best_rank:
                best, best_rank = shift, rank
    return best


def _rank(stream: Stream, start: int, end: int) -> int:
    """How well a range fits its text: 0 whole units, 1 a unit's border, 2 a sentence, 3 words, 4 less."""
    begins, ends = stream.is_bound(start), stream.is_bound(end)
    if begins and ends:
        return 0
    if begins or ends:
        return 1
    if not (stream.is_word_bound(start) and stream.is_word_bound(end)):
        return 4
    return 2 if stream.begins_sentence(start) else 3


def shared_pairs(one: Sequence[str], others: frozenset[tuple[str, str]]) -> float:
    """The share of the neighbouring word pairs of `one` that are among `others`, 0 to 1."""
    pairs = list(pairwise(one))
    return sum(pair in others for pair in pairs) / len(pairs) if pairs else 0.0
