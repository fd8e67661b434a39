"""A page's source as tags and runs of text, by their offsets: what an edit that leaves the rest alone needs to know."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A comment, a declaration, or a tag; a quotation mark counts only where a value begins (HTML §13.2.5). Whatever is
# left open ends with the source, so that nothing is read twice.
_TOKEN = pattern(
    r"<!--.*?(?:--!?>|\Z)|<[!?][^>]*+(?:>|\Z)|"
    r"<(?P<close>/?)(?P<name>[a-z][^\s/>]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|(?![\"'])))*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = pattern(r"(?<=[\s/\"'])([^\s\"'>/=]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# What ends an open paragraph without saying so, and what an open one of its own kind.
_ENDS_P = frozenset(
    "address article aside blockquote center details dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr main menu nav ol p pre section table ul".split()
)
_ENDS_ALIKE = frozenset({"li", "dd", "dt", "option", "tr", "td", "th"})


class Tag(NamedTuple):
    """A tag at [start, end) of the source; `name` in lower case."""

    name: str
    start: int
    end: int
    closes: bool

    @property
    def is_void(self) -> bool:
        """Whether the element has neither content nor end tag."""
        return self.name in _VOID


class Run(NamedTuple):
    """Text at [start, end) of the source, references unread; `raised` if it stands in a superscript."""

    start: int
    end: int
    raised: bool


class Tags:
    """The tags and the runs of text of a source, in order; comments, scripts and style sheets are no text."""

    def __init__(self, source: str) -> None:
        """Read the source from its start to its end."""
        self.source = source
        self.all: list[Tag] = []
        self.runs: list[Run] = []
        self._read()
        self._starts = [tag.start for tag in self.all]

    def named(self, *names: str) -> Iterator[Tag]:
        """The start tags of the elements with these names."""
        return (tag for tag in self.all if tag.name in names and not tag.closes)

    def between(self, start: int, end: int) -> list[Tag]:
        """The tags that lie in [start, end)."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def around(self, place: int) -> list[Tag]:
        """The start tags of the elements that are open at a place, innermost last."""
        opened: list[Tag] = []
        for tag in self.all[: bisect_left(self._starts, place)]:
            _follow(opened, tag)
        return opened

    def end_of(self, tag: Tag) -> Tag | None:
        """The end tag of the element that a start tag opens; `None` if it ends without one."""
        opened = [tag]
        for each in self.all[bisect_right(self._starts, tag.start) :]:
            _follow(opened, each)
            if not opened or opened[0] is not tag:
                return each if each.closes and each.name == tag.name else None
        return None

    def attributes(self, tag: Tag) -> Iterator[tuple[str, int, int]]:
        """The attributes that a start tag gives a value: the name, and [start, end) of the value as it is written."""
        for match in _ATTRIBUTE.finditer(self.source, tag.start, tag.end) if not tag.closes else ():
            value = next(number for number in (2, 3, 4) if match[number] is not None)
            yield (match[1].lower(), *match.span(value))

    def _read(self) -> None:
        at = raised = 0
        while match := _TOKEN.search(self.source, at):
            self._run(at, match.start(), raised)
            at = match.end()
            if not match["name"]:
                continue
            tag = Tag(match["name"].lower(), match.start(), at, closes=bool(match["close"]))
            self.all.append(tag)
            if tag.name == "sup":
                raised = max(raised + (-1 if tag.closes else 1), 0)
            if tag.name in _RAW and not tag.closes:
                at = self._raw_end(tag)
        self._run(at, len(self.source), raised)

    def _run(self, start: int, end: int, raised: int) -> None:
        if start < end:
            self.runs.append(Run(start, end, raised=raised > 0))

    def _raw_end(self, tag: Tag) -> int:
        """Where the end tag of an element begins whose text is not markup."""
        closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(self.source, tag.end)
        return closing.start() if closing else len(self.source)


def are_whole(tags: Iterable[Tag]) -> bool:
    """Whether the tags are those of whole elements: each that is opened is closed, and the other way round."""
    opened: list[str] = []
    for tag in tags:
        if tag.closes:
            if not opened or opened.pop() != tag.name:
                return False
        elif not tag.is_void:
            opened.append(tag.name)
    return not opened


def _follow(opened: list[Tag], tag: Tag) -> None:
    """Let a tag open or close elements, as parsers do."""
    names = [each.name for each in opened]
    if tag.closes:
        if tag.name in names:
            del opened[len(names) - 1 - names[::-1].index(tag.name) :]
        return
    if tag.is_void:
        return
    if names and ((names[-1] == "p" and tag.name in _ENDS_P) or (tag.name in _ENDS_ALIKE and names[-1] == tag.name)):
        opened.pop()
    opened.append(tag)
