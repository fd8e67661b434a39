"""Which paragraphs of the work stand beside which blocks of the page, row by row."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.terms import ChangeClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.record import ChangeRecord
    from licensecheck.record_texts import TextsRecord


class Row(NamedTuple):
    """Paragraphs of the work and blocks of the page, by number, that stand beside each other; one side may be empty."""

    work: range
    page: range


def paragraph_starts(texts: TextsRecord) -> list[int]:
    """Where the paragraphs start in the work's text."""
    return list(accumulate((len(paragraph["text"]) + 2 for paragraph in texts["work"]), initial=0))[:-1]


def in_place(matches: Iterable[list[int]], changes: Iterable[ChangeRecord]) -> list[list[int]]:
    """The matches whose text has not moved, in order."""
    moved = [change["work_span"] for change in changes if change["class"] == ChangeClass.ORDER and change["work_span"]]
    return [match for match in matches if not any(start <= match[0] < end for start, end in moved)]


def rows(texts: TextsRecord, changes: Sequence[ChangeRecord]) -> Iterator[Row]:
    """Every paragraph and every block once, in order: what the work has and the page lacks before what only it has."""
    works, pages = len(texts["work"]), len(texts["page"])
    work = page = 0
    for row in _linked(texts, changes):
        before, after = range(work, row.work.start), range(page, row.page.start)
        # What stands above the body on the page, its headline and byline, comes before the work's own beginning.
        yield from (*_alone(before), *_beside(after)) if work else (*_beside(after), *_alone(before))
        yield row
        work, page = row.work.stop, row.page.stop
    yield from (*_alone(range(work, works)), *_beside(range(page, pages)))


def _alone(paragraphs: range) -> Iterator[Row]:
    return (Row(range(number, number + 1), range(0)) for number in paragraphs)


def _beside(blocks: range) -> Iterator[Row]:
    return (Row(range(0), range(number, number + 1)) for number in blocks)


def _linked(texts: TextsRecord, changes: Sequence[ChangeRecord]) -> list[Row]:
    """The rows that have both sides: what shares a paragraph or a block is one row."""
    linked: list[Row] = []
    for paragraph, block in sorted(set(_links(texts, changes))):
        last = linked[-1] if linked else Row(range(0), range(0))
        if paragraph < last.work.stop or block < last.page.stop:
            first = min(block, last.page.start)
            page = range(first, max(block + 1, last.page.stop))
            linked[-1] = Row(range(last.work.start, max(paragraph + 1, last.work.stop)), page)
        else:
            linked.append(Row(range(paragraph, paragraph + 1), range(block, block + 1)))
    return linked


def _links(texts: TextsRecord, changes: Sequence[ChangeRecord]) -> Iterator[tuple[int, int]]:
    """Each paragraph with each block that holds some of it, or what has taken its place."""
    starts, blocks = paragraph_starts(texts), [block["start"] for block in texts["page"]]
    pairs = [(match[0], match[2]) for match in in_place(texts["matches"], changes)]
    pairs += [
        (change["work_span"][0], change["page_span"][0])
        for change in changes
        if change["work_span"] and change["page_span"]
        if change["paragraph"] is not None and change["class"] != ChangeClass.ORDER
    ]
    for work, page in pairs:
        number = bisect_right(blocks, page) - 1
        if number >= 0 and page < blocks[number] + len(texts["page"][number]["text"]):
            yield bisect_right(starts, work) - 1, number
