"""One pass over a parsed page: blocks, links and images, with the elements they stand in as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from licensecheck.drawn import BOXES
from licensecheck.model import Block, Image, Link, Sign
from licensecheck.terms import SignKind
from licensecheck.tree import Tree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Elements inside a line of text. The plain ones among them are read for their text alone.
PLAIN = frozenset(
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output rb rp ruby s samp "
    "small span strike strong sub time tt u var wbr".split()
)
INLINE = PLAIN | BOXES | {"a", "amp-img", "img", "q", "sup"}
IMAGES = frozenset({"img", "amp-img"})
_SPECIAL = IMAGES | BOXES | {"a", "figure", "q"}
# No picture is a million pixels wide.
_DIGITS = 7


class Walk:
    """One pass over the parsed tree; holds what was read so far and where the reading stands.

    This loop is most of the cost of a check, hence its few liberties: text goes straight into `_parts`, plain inline
    elements are not counted, and a link takes its text from `_parts` when a block or the link itself ends.
    """

    def __init__(self, hiders: frozenset[Element], silent: frozenset[Element] = frozenset()) -> None:
        """`hiders` are hidden from the eye, `silent` ones from the ear; of the latter none is plain."""
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.signs: list[Sign] = []
        self._hiders = hiders
        self._silent = silent
        self._marked = hiders | silent
        self._parents: list[int] = []
        self._ends: list[int] = []
        self._tags: list[str] = []
        self._classes: list[str] = []
        self._looks: list[str] = []
        self._hiding: set[int] = set()
        self._silencing: set[int] = set()
        self._hidden = -1  # the outermost hiding element around the reading point
        self._open = [-1]  # the counted elements around the reading point, innermost last
        self._holders = [0]  # of these, the block-level ones
        self._figures = [-1]
        self._parts: list[str] = []  # text since the last block boundary
        self._linked = 0  # how many of its characters stand in links
        self._link: _OpenLink | None = None
        self._suspended: tuple[list[str], int] = ([], 0)  # the visible text around a hidden element
        self._length = 0

    def read(self, root: Element) -> None:
        """Read the tree below `root`, which no longer holds what is no text."""
        walker = etree.iterwalk(root, events=("start", "end"))
        parts = self._parts
        for event, element in walker:
            tag: str = element.tag  # type: ignore[assignment]  # no comments: always a str
            if event == "end":
                if tag != "br":
                    self._end(tag, element)
                text = element.tail
            elif tag == "br":
                self._flush()
                continue
            else:
                self._start(tag, element)
                text = element.text
            # White space at the start of a run says nothing; most of a page's texts are that.
            if text and (parts or not text.isspace()):
                parts.append(text)
        self._flush()

    def tree(self) -> Tree:
        """The elements read, as numbers."""
        return Tree(
            parents=tuple(self._parents),
            ends=tuple(self._ends),
            tags=tuple(self._tags),
            classes=tuple(self._classes),
            looks=tuple(self._looks),
            hiding=frozenset(self._hiding),
            silent=frozenset(self._silencing),
        )

    def _start(self, tag: str, element: Element) -> None:
        """Count an element, unless it is plain and hides nothing."""
        marked = element in self._marked
        number = len(self._tags)
        if tag not in INLINE:
            if self._parts:
                self._flush()
            self._holders.append(number)
        elif tag in PLAIN and not marked:
            return
        self._parents.append(self._open[-1])
        self._open.append(number)
        self._ends.append(number + 1)
        self._tags.append(tag)
        look = element.get("class", "")
        self._looks.append(look)
        self._classes.append(_labels(look, element))
        if marked:
            self._mark(element, number)
        if tag in _SPECIAL:
            self._start_special(tag, element, number)

    def _start_special(self, tag: str, element: Element, number: int) -> None:
        if tag == "a":
            self._link = _OpenLink(element, number, self._hidden, len(self._parts))
        elif tag == "figure":
            self._figures.append(number)
        elif tag == "q":
            self._parts.append("“")
        elif tag in IMAGES:
            self._image(element, number)
        elif self._hidden < 0:
            self.signs.append(Sign(SignKind.CLOSED_BOX, tag, number))

    def _end_special(self, tag: str) -> None:
        if tag == "q":
            self._parts.append("”")
        elif tag == "figure":
            self._figures.pop()
        elif tag == "a" and self._link:
            self._linked += self._link.read(self._parts, len(self.blocks))
            self.links.append(self._link.close())
            self._link = None

    def _end(self, tag: str, element: Element) -> None:
        if tag in INLINE:
            if tag in PLAIN and element not in self._marked:
                return
        else:
            if self._parts:
                self._flush()
            self._holders.pop()
        if tag in _SPECIAL:
            self._end_special(tag)
        number = self._open.pop()
        self._ends[number] = len(self._tags)
        if number == self._hidden:
            self._unhide()

    def _mark(self, element: Element, number: int) -> None:
        if element in self._silent:
            self._silencing.add(number)
        if element in self._hiders:
            self._hide(number)

    def _hide(self, number: int) -> None:
        """Read what follows as a run of its own, so that hidden letters never stand inside visible words."""
        self._hiding.add(number)
        if self._hidden < 0:
            self._suspended = self._parts[:], self._linked
            self._parts.clear()
            self._linked, self._hidden = 0, number

    def _unhide(self) -> None:
        self._flush()
        parts, self._linked = self._suspended
        self._parts.extend(parts)
        self._hidden = -1

    def _flush(self) -> None:
        """End the run: what was read since the last boundary becomes a block."""
        parts = self._parts
        if self._link:
            self._linked += self._link.read(parts, len(self.blocks))
        text = " ".join("".join(parts).split())
        if text:
            self.blocks.append(Block(text, self._length, self._holders[-1], self._linked, self._hidden))
            self._length += len(text) + 1
        parts.clear()
        self._linked = 0

    def _image(self, element: Element, number: int) -> None:
        source = element.get("src", "")
        if not source or source.startswith("data:"):
            source = element.get("data-src") or element.get("data-lazy-src") or source
        alternative = " ".join(element.get("alt", "").split())
        width, height = _pixels(element.get("width", "")), _pixels(element.get("height", ""))
        size = (width, height) if width and height else None
        self.images.append(Image(source, alternative, number, self._figures[-1], self._hidden, size))
        if self._link:
            self._link.alternative = self._link.alternative or alternative


def _pixels(written: str) -> int:
    """The pixels of a `width` or `height` attribute; 0 if it is no plain number."""
    return int(written) if written.isdecimal() and len(written) < _DIGITS else 0


def _labels(look: str, element: Element) -> str:
    identifier, role = element.get("id"), element.get("role")
    return " ".join(filter(None, (look, identifier, role))) if identifier or role else look


class _OpenLink:
    """A link that is being read."""

    __slots__ = ("alternative", "block", "element", "from_part", "hidden", "href", "rel", "text")

    def __init__(self, element: Element, number: int, hidden: int, from_part: int) -> None:
        self.href = element.get("href", "").strip()
        self.rel = element.get("rel", "")
        self.element = number
        self.hidden = hidden
        self.from_part = from_part
        self.block = -1
        self.text = ""
        self.alternative = ""

    def read(self, parts: list[str], block: int) -> int:
        """Take the link's share of a run's parts; returns its length in characters."""
        text = " ".join("".join(parts[self.from_part :]).split())
        self.from_part = 0
        if text:
            self.text = f"{self.text} {text}" if self.text else text
            self.block = block if self.block < 0 else self.block
        return len(text)

    def close(self) -> Link:
        """The link, read to its end."""
        return Link(self.href, self.text or self.alternative, self.element, self.block, self.rel, self.hidden)
