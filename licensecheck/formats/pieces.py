"""The two texts cut into pieces: what differs, what only typesetting differs in, what findings and credits point to."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.formats.points import points
from licensecheck.formats.rows import in_place, paragraph_starts
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.record import ChangeRecord, Record
    from licensecheck.record_texts import TextsRecord

_WORD = pattern(r"\S+")


class Why(StrEnum):
    """Why a piece of text is marked, mildest first: of two reasons for one piece the later counts."""

    TECHNICAL = "technical"
    CREDIT = "credit"
    EVIDENCE = "evidence"
    CHANGE = "change"
    GAP = "gap"


_WEIGHT = {why: weight for weight, why in enumerate(Why)}


class Note(NamedTuple):
    """A stretch of one text, [start, end), why it is marked, and the number of that change, finding or credit.

    Findings are numbered as `points` has them. A gap is the empty stretch at which the other text has more.
    """

    start: int
    end: int
    why: Why
    number: int = -1


class Piece(NamedTuple):
    """A text under one note, or under none; `first` on the piece with which its note begins."""

    text: str
    note: Note | None = None
    first: bool = False


class Side(NamedTuple):
    """One of the two texts: its paragraphs or blocks, and where each starts."""

    texts: Sequence[str]
    starts: Sequence[int]

    def unit(self, offset: int) -> int:
        """The number of the paragraph or block at an offset."""
        return bisect_right(self.starts, offset) - 1

    def between(self, start: int, end: int) -> str:
        """The text of a stretch that lies in one paragraph or block."""
        unit = self.unit(start)
        return self.texts[unit][start - self.starts[unit] : end - self.starts[unit]] if unit >= 0 else ""

    def pieces(self, notes: Sequence[Note]) -> list[list[Piece]]:
        """Each paragraph or block, cut at every note."""
        noted: list[list[Note]] = [[] for _ in self.texts]
        for note in sorted(notes, key=lambda note: _WEIGHT[note.why]):
            for unit in range(max(0, self.unit(note.start)), self.unit(max(note.start, note.end - 1)) + 1):
                noted[unit].append(note)
        return [list(_cut(*unit)) for unit in zip(self.texts, self.starts, noted, strict=True)]


def marked(record: Record, texts: TextsRecord) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """The paragraphs of the work and the blocks of the page, in pieces."""
    work = Side([paragraph["text"] for paragraph in texts["work"]], paragraph_starts(texts))
    page = Side([block["text"] for block in texts["page"]], [block["start"] for block in texts["page"]])
    ours, theirs = [*_evidence(record, "work")], [*_evidence(record, "page")]
    for before, after in _retyped(texts, work, page):
        ours.append(before)
        theirs.append(after)
    theirs += [_note(credit["span"], Why.CREDIT, number) for number, credit in enumerate(texts["credits"])]
    matches = in_place(texts["matches"], record["changes"])
    turned = sorted([match[2:] + match[:2] for match in matches])
    for number, change in enumerate(record["changes"]):
        if change["work_span"]:
            ours.append(_note(change["work_span"], Why.CHANGE, number))
        if change["page_span"]:
            theirs.append(_note(change["page_span"], Why.CHANGE, number))
        match change["work_span"], change["page_span"]:
            case list(span), None:
                theirs += _gap(number, span, matches, work)
            case None, list(span):
                ours += _gap(number, span, turned, page)
    return work.pieces(ours), page.pieces(theirs)


def _note(span: list[int], why: Why, number: int) -> Note:
    start, end = span
    return Note(start, end, why, number)


def _gap(number: int, span: list[int], matches: list[list[int]], side: Side) -> Iterator[Note]:
    """Where the other text lacks what this side has at `span`: beside what matches in the same paragraph."""
    before = bisect_right(matches, span[0], key=itemgetter(0)) - 1
    for neighbour, edge in ((before, 3), (before + 1, 2)):
        if 0 <= neighbour < len(matches) and side.unit(matches[neighbour][0]) == side.unit(span[0]):
            place = matches[neighbour][edge]
            yield Note(place, place, Why.GAP, number)
            return


def _evidence(record: Record, side: str) -> Iterator[Note]:
    """What findings quote and no change marks."""
    changed = [_span(change, side) for change in record["changes"]]
    for number, finding in enumerate(points(record)):
        for piece in finding["evidence"]:
            if piece["side"] == side and piece["span"] and piece["span"] not in changed:
                yield _note(piece["span"], Why.EVIDENCE, number)


def _span(change: ChangeRecord, side: str) -> list[int] | None:
    return change["work_span"] if side == "work" else change["page_span"]


def _retyped(texts: TextsRecord, work: Side, page: Side) -> Iterator[tuple[Note, Note]]:
    """The words that agree once typesetting is folded away, and do not before."""
    for start, end, begin, stop in texts["matches"]:
        before, after = work.between(start, end), page.between(begin, stop)
        if before != after:
            yield from _unlike(before, after, start, begin)


def _unlike(before: str, after: str, start: int, begin: int) -> Iterator[tuple[Note, Note]]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (slow to load; most copies need none)

    ours, theirs = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    for edit in Levenshtein.opcodes([word[0] for word in ours], [word[0] for word in theirs]):
        if edit.tag == "replace":
            old, new = ours[edit.src_start : edit.src_end], theirs[edit.dest_start : edit.dest_end]
            yield (
                Note(start + old[0].start(), start + old[-1].end(), Why.TECHNICAL),
                Note(begin + new[0].start(), begin + new[-1].end(), Why.TECHNICAL),
            )


def _cut(text: str, start: int, notes: Sequence[Note]) -> Iterator[Piece]:
    """A paragraph or block that starts at `start`, in pieces; gaps are pieces without text."""
    if not notes:
        yield Piece(text)
        return
    gaps = sorted(note for note in notes if note.why is Why.GAP)
    owners: list[Note | None] = [None] * len(text)
    for note in notes:
        low, high = max(0, note.start - start), min(len(text), note.end - start)
        owners[low:high] = [note] * (high - low)
    passed = 0
    for (note, gap), group in groupby(range(len(text)), lambda at: (owners[at], _passed(gaps, start + at))):
        yield from (Piece("", missing, first=True) for missing in gaps[passed:gap])
        offsets = [*group]
        first = note is not None and start + offsets[0] == note.start
        yield Piece(text[offsets[0] : offsets[-1] + 1], note, first=first)
        passed = gap
    yield from (Piece("", missing, first=True) for missing in gaps[passed:])


def _passed(gaps: Sequence[Note], offset: int) -> int:
    """How many of the gaps stand at or before an offset."""
    return bisect_right(gaps, offset, key=itemgetter(0))
