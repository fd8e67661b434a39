"""The two texts side by side: lines of paragraphs and blocks, with what differs, is named or pictured in each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.formats.pieces import Piece, Why, marked
from licensecheck.formats.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.formats.rows import Row
    from licensecheck.record import Record
    from licensecheck.record_texts import CreditRecord, PhotoRecord, TextsRecord


class Unit(NamedTuple):
    """A paragraph of the work or a block of the page; `aside` says why a foreign block is excused."""

    role: str
    pieces: Sequence[Piece]
    aside: str | None = None


class Line(NamedTuple):
    """What stands beside each other: units of both sides, or a photo.

    `changes` are the numbers of those that stand in it, `named` what its blocks name of the work's credit, `number` of
    the work's first paragraph in it, counted from 1.
    """

    work: tuple[Unit, ...] = ()
    page: tuple[Unit, ...] = ()
    changes: tuple[int, ...] = ()
    named: tuple[CreditRecord, ...] = ()
    number: int | None = None
    photo: PhotoRecord | None = None
    quoted: bool = False

    @property
    def aside(self) -> bool:
        """Whether it is a foreign block that is excused."""
        return not self.work and any(unit.aside for unit in self.page)

    @property
    def quiet(self) -> bool:
        """Whether a reader who looks for differences may skip it."""
        return not (self.changes or self.named or self.photo or self.quoted)


class Stretch(NamedTuple):
    """Lines that are shown, or folded away as they hold nothing to see."""

    lines: tuple[Line, ...]
    folded: bool

    @property
    def unchanged(self) -> tuple[Line, ...]:
        """The lines with paragraphs of the work."""
        return tuple(line for line in self.lines if line.work)

    @property
    def asides(self) -> int:
        """How many blocks there are that are not the work's, and excused."""
        return sum(unit.aside is not None or not line.work for line in self.lines for unit in line.page)


def stretches(record: Record, texts: TextsRecord) -> tuple[Stretch, ...]:
    """All lines from top to bottom; what differs but stands in neither text comes first."""
    lines = [*_with_photos(list(_lines(record, texts)), texts)]
    seen = {number for line in lines for number in line.changes}
    loose = tuple(Line(changes=(number,)) for number in range(len(record["changes"])) if number not in seen)
    return tuple(
        Stretch(tuple(group), folded=folded) for folded, group in groupby((*loose, *lines), lambda line: line.quiet)
    )


def absent(texts: TextsRecord) -> tuple[PhotoRecord, ...]:
    """The work's photos that the page does not show."""
    return tuple(photo for photo in texts["photos"] if photo["place"] is None)


def _lines(record: Record, texts: TextsRecord) -> Iterator[tuple[int, Line]]:
    """Each line with the offset in the page's text at which its last block starts; -1 if it has none."""
    work, page = marked(record, texts)
    for row in rows(texts, record["changes"]):
        ours = tuple(Unit(texts["work"][number]["role"], work[number]) for number in row.work)
        theirs = tuple(Unit("block", page[number], texts["page"][number]["aside"]) for number in row.page)
        yield texts["page"][row.page[-1]]["start"] if row.page else -1, _line(ours, theirs, row, texts)


def _line(work: tuple[Unit, ...], page: tuple[Unit, ...], row: Row, texts: TextsRecord) -> Line:
    notes = [piece.note for unit in (*work, *page) for piece in unit.pieces if piece.note]
    named = dict.fromkeys(note.number for note in notes if note.why is Why.CREDIT) if not work else {}
    return Line(
        work=work,
        page=page,
        changes=tuple(dict.fromkeys(note.number for note in notes if note.why in {Why.CHANGE, Why.GAP})),
        named=tuple(texts["credits"][number] for number in named),
        number=row.work.start + 1 if row.work else None,
        quoted=any(note.why is Why.EVIDENCE for note in notes),
    )


def _with_photos(lines: Sequence[tuple[int, Line]], texts: TextsRecord) -> Iterator[Line]:
    """The lines, each photo before the one that it stands before."""
    waiting = sorted((photo for photo in texts["photos"] if photo["place"] is not None), key=_place, reverse=True)
    for last, line in lines:
        while waiting and _place(waiting[-1]) <= last:
            yield Line(photo=waiting.pop())
        yield line
    yield from (Line(photo=photo) for photo in reversed(waiting))


def _place(photo: PhotoRecord) -> int:
    return photo["place"] or 0
