"""Where each character of a page's text stands in the source of the page.

The page is read a second time, with a mark of its own before each run of text: what the reader then makes of the marks
says where the text of each block comes from, whatever the reader takes out, hides or joins.
"""

from __future__ import annotations

import html
import re
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.page import read_page
from licensecheck.patterns import pattern
from licensecheck.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.model import Page
    from licensecheck.tags import Run

# The private-use planes: no page has a use for them.
_FIRST_MARK, _LAST_MARK = 0xF0000, 0x10FFFD
_PRIVATE = pattern(f"[{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}]")
_PIECE = pattern(r"&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);?|\S", re.IGNORECASE)
# What a footnote mark may say: with a mark of ours in it, it would no longer be one.
_FOOTNOTE = pattern(r"[\[\]()*†‡§¶\d]{1,6}|[a-z]")
_NOWHERE = -1


class Trace:
    """A page with its markup; character `n` of `page.text` stands at [starts[n], ends[n]) of the source.

    White space, and what the reader adds of its own, stands nowhere (-1).
    """

    def __init__(self, tags: Tags, page: Page) -> None:
        """Begin with nothing traced."""
        self.tags = tags
        self.source = tags.source
        self.page = page
        self.starts = [_NOWHERE] * len(page.text)
        self.ends = [_NOWHERE] * len(page.text)

    def ink(self, start: int, end: int) -> list[int]:
        """The characters of `page.text` in [start, end) that stand in the source."""
        return [at for at in range(start, end) if self.starts[at] >= 0]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether all of `page.text` in [start, end) but white space stands in the source."""
        return all(self.starts[at] >= 0 or self.page.text[at].isspace() for at in range(start, end))


def trace(source: str, page: Page) -> Trace | None:
    """Trace the text of a page in the source from which it was read; `None` if that cannot be done beyond doubt."""
    tags = Tags(source)
    marked = {place: run for run in tags.runs if (place := _mark_place(source, run)) >= 0}
    if len(marked) > _LAST_MARK - _FIRST_MARK or _PRIVATE.search(source):
        return None
    probe = read_page(_with_marks(source, marked).encode(), content_type="text/html; charset=utf-8")
    if [_PRIVATE.sub("", block.text) for block in probe.blocks] != [block.text for block in page.blocks]:
        return None
    traced = Trace(tags, page)
    tracer = _Tracer(traced, {chr(_FIRST_MARK + n): run for n, run in enumerate(marked.values())})
    found = all(tracer.follow(one.text, other.start) for one, other in zip(probe.blocks, page.blocks, strict=True))
    return traced if found else None


def _mark_place(source: str, run: Run) -> int:
    """Where the run's first visible character stands; -1 if it has none, or may be a footnote mark."""
    pieces = [match for match in _PIECE.finditer(source, run.start, run.end) if not html.unescape(match[0]).isspace()]
    if not pieces or (run.raised and _FOOTNOTE.fullmatch("".join(match[0] for match in pieces))):
        return _NOWHERE
    return pieces[0].start()


def _with_marks(source: str, places: Iterable[int]) -> str:
    parts: list[str] = []
    at = 0
    for number, place in enumerate(places):
        parts += (source[at:place], chr(_FIRST_MARK + number))
        at = place
    return "".join((*parts, source[at:]))


class _Piece(NamedTuple):
    """A visible character of a run, and where it stands; "" for a reference, of which parsers make different things."""

    character: str
    start: int
    end: int


class _Tracer:
    """Follows blocks of marked text, and notes of each character from which part of the source it comes."""

    def __init__(self, traced: Trace, marks: dict[str, Run]) -> None:
        self._traced = traced
        self._marks = marks
        self._number = {run.start: number for number, run in enumerate(traced.tags.runs)}
        self._run: deque[_Piece] = deque()  # what is left of the run that was marked last
        self._unmarked: deque[_Piece] = deque()  # and of those behind it that have no mark

    def follow(self, text: str, start: int) -> bool:
        """Follow a block of marked text that begins at `start` of the page's; false where a run is not all there."""
        at = start
        for character in text:
            if run := self._marks.get(character):
                if self._run:
                    return False
                self._begin(run)
                continue
            ahead = self._run or self._unmarked
            if not character.isspace() and ahead and ahead[0].character in {character, ""}:
                _, self._traced.starts[at], self._traced.ends[at] = ahead.popleft()
            at += 1
        return not self._run

    def _begin(self, run: Run) -> None:
        source, runs = self._traced.source, self._traced.tags.runs
        self._run.extend(_pieces(source, run))
        self._unmarked.clear()
        for each in islice(runs, self._number[run.start] + 1, None):
            if _mark_place(source, each) >= 0:
                return
            self._unmarked.extend(_pieces(source, each))


def _pieces(source: str, run: Run) -> Iterator[_Piece]:
    """The visible characters of a run."""
    for match in _PIECE.finditer(source, run.start, run.end):
        meant = html.unescape(match[0])
        if match[0] == meant:
            yield from (_Piece(c, match.start() + n, match.start() + n + 1) for n, c in enumerate(match[0]))
        else:
            yield from (_Piece("", *match.span()) for c in meant if not c.isspace())
