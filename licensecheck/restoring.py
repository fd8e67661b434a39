"""The text of a copy as it was: what the page has where it differs gives way to what the work has there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.model import Span
from licensecheck.retouch import Added, Between, escaped, put, put_in, reworded, take_out
from licensecheck.rules._changes import is_inside
from licensecheck.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.model import Block, Case, Change, Match
    from licensecheck.retouch import Splice
    from licensecheck.trace import Trace


def restored(trace: Trace, case: Case, changes: Iterable[Change]) -> Iterator[Splice]:
    """The splices that undo the changes of the body, and with each whatever else differs between its two matches."""
    restorer = _Restorer(trace, case)
    gaps: dict[int, None] = {}
    for change in changes:
        match = restorer.match_of(change)
        if match is None:
            gaps.update(dict.fromkeys(restorer.gaps_of(change)))
        elif change.work_span and change.page_span:
            block = restorer.block_at(change.page_span.start)
            yield from reworded(trace, block, change.page_span, change.before)
    for gap in sorted(gaps):
        yield from restorer.gap(gap)


class _Segment(NamedTuple):
    """A stretch of one block of the page or one paragraph of the work."""

    number: int
    span: Span


class _Restorer:
    """The matches of a case in order, which part both texts into gaps; gap `n` is the one before match `n`."""

    def __init__(self, trace: Trace, case: Case) -> None:
        self._trace = trace
        self._case = case
        moved = {edit.work for edit in case.alignment.edits if edit.moved}
        self._matches = [match for match in case.alignment.matches if match.work not in moved]
        self._starts = [block.start for block in case.page.blocks]
        aside = {aside.block for aside in case.alignment.asides}
        self._foreign = aside | {n for n, block in enumerate(case.page.blocks) if block.hidden >= 0}
        # Whole blocks between two matches are the copy's own text only where a change says so.
        self._spans = [c.page_span for c in case.changes if c.page_span and c.work_span and is_inside(case, c)]
        begins = [0]
        for paragraph in case.work.body:
            begins.append(begins[-1] + len(paragraph.text) + 2)
        self._begins = begins[:-1]

    def block_at(self, place: int) -> Block:
        """The block that holds a character of the page."""
        return self._case.page.blocks[bisect_right(self._starts, place) - 1]

    def match_of(self, change: Change) -> Match | None:
        """The match inside of which a change is one of signs or capitals."""
        if not change.work_span or not change.page_span or change.work_span.start == change.work_span.end:
            return None
        return next((m for m in self._matches if _within(change.work_span, m.work)), None)

    def gaps_of(self, change: Change) -> Iterator[int]:
        """The gaps in which a change lies: one, or two where text was moved."""
        if change.work_span and change.work_span.start < change.work_span.end:
            yield sum(match.work.end <= change.work_span.start for match in self._matches)
        if change.page_span:
            yield sum(match.page.end <= change.page_span.start for match in self._matches)

    def gap(self, number: int) -> Iterator[Splice]:
        """The splices that make the page read between two matches, or outside of all, as the work does there."""
        before = self._matches[number - 1] if number else None
        after = self._matches[number] if number < len(self._matches) else None
        ours, theirs = self._work_segments(before, after), self._page_segments(before, after)
        text, blocks = self._case.work.text, self._case.page.blocks
        pairs = list(_paired(ours, theirs, first=before is not None, last=after is not None))
        for segment, piece in pairs:
            wanted = " ".join(text[one.span.start : one.span.end] for one in segment)
            yield from put(self._trace, blocks[piece.number], piece.span, wanted)
        kept = {piece.number for _, piece in pairs}
        yield from take_out(self._trace, [blocks[piece.number] for piece in theirs if piece.number not in kept])
        used = {one.number for segment, _ in pairs for one in segment}
        yield from self._paragraphs([one for one in ours if one.number not in used], before, after)

    def _paragraphs(self, missing: list[_Segment], before: Match | None, after: Match | None) -> Iterator[Splice]:
        """The paragraphs that the page lacks altogether, put between the two matches."""
        if not missing:
            return
        place = Between(*(self.block_at(match.page.start) if match else None for match in (before, after)))
        yield put_in(self._trace, place, [self._paragraph(one) for one in missing])

    def _paragraph(self, segment: _Segment) -> Added:
        """The paragraph of the work, as the page sets such."""
        paragraph = self._case.work.body[segment.number]
        return Added(escaped(paragraph.text), self._subhead() if paragraph.role is Role.SUBHEAD else "")

    def _subhead(self) -> str:
        """The tag with which the page sets the subheads that it has."""
        tags = self._case.page.tree.tags
        for match in self._matches:
            number = bisect_right(self._begins, match.work.start) - 1
            tag = tags[self.block_at(match.page.start).element]
            if self._case.work.body[number].role is Role.SUBHEAD and tag in {"h2", "h3", "h4"}:
                return tag
        return "h2"

    def _work_segments(self, before: Match | None, after: Match | None) -> list[_Segment]:
        """The work's text between two matches, by paragraphs."""
        start, end = before.work.end if before else 0, after.work.start if after else len(self._case.work.text)
        segments = []
        for number, paragraph in enumerate(self._case.work.body):
            begin = self._begins[number]
            stop = begin + len(paragraph.text)
            if begin <= end and stop >= start:
                segments.append(_Segment(number, Span(max(begin, start), min(stop, end))))
        return segments

    def _page_segments(self, before: Match | None, after: Match | None) -> list[_Segment]:
        """The page's text between two matches, by blocks, but for blocks that are not the copy's."""
        first = bisect_right(self._starts, before.page.start) - 1 if before else -1
        last = bisect_right(self._starts, after.page.start) - 1 if after else len(self._starts)
        start, end = before.page.end if before else 0, after.page.start if after else len(self._case.page.text)
        segments = []
        for number in range(max(first, 0), min(last + 1, len(self._starts))):
            block = self._case.page.blocks[number]
            if number in (first, last) or (number not in self._foreign and self._is_changed(block)):
                segments.append(_Segment(number, Span(max(block.start, start), min(block.end, end))))
        return segments

    def _is_changed(self, block: Block) -> bool:
        return any(span.start < block.end and block.start < span.end for span in self._spans)


def _paired(
    ours: list[_Segment], theirs: list[_Segment], *, first: bool, last: bool
) -> Iterator[tuple[list[_Segment], _Segment]]:
    """Which of the page's segments is to read as which of the work's; the others of both sides stay alone.

    `first` and `last` say that the segment at that end is part of a block and paragraph in which the match stands.
    """
    if len(theirs) == 1 and first and last:
        # Both matches stand in one block.
        yield ours, theirs[0]
        return
    if len(ours) == 1 and first and last:
        yield ours, theirs[0]
        yield [], theirs[-1]
        return
    if len(ours) == len(theirs):
        yield from (([one], other) for one, other in zip(ours, theirs, strict=True))
        return
    if first and ours and theirs:
        yield [ours[0]], theirs[0]
    if last and ours and theirs:
        yield [ours[-1]], theirs[-1]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
