"""HTML to Page: blocks of text, links, images, statements, positions, and what a reader does not see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from licensecheck.charset import Decoded, decode, sniff
from licensecheck.metadata import read_statements
from licensecheck.model import Block, Image, Link, Page
from licensecheck.patterns import pattern
from licensecheck.terms import Unread
from licensecheck.tree import Tree
from licensecheck.visibility import hides, sheet_hidden

if TYPE_CHECKING:
    from collections.abc import Mapping

# Elements inside a line of text. The plain ones among them are read for their text alone.
PLAIN = frozenset(
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output rb rp ruby s samp "
    "small span strike strong sub time tt u var wbr".split()
)
INLINE = PLAIN | {"a", "amp-img", "img", "q", "sup"}
SKIPPED = frozenset(
    "script style noscript template head title meta link base svg math iframe object embed applet select option "
    "datalist textarea input audio video canvas map source track param rt rp noframes".split()
)
IMAGES = frozenset({"img", "amp-img"})
_SPECIAL = IMAGES | {"a", "figure", "q"}
_NO_ATTRIBUTES: dict[str, str] = {}
# A footnote mark: what a linked superscript says.
_FOOTNOTE = pattern(r"[\s\[\]()*†‡§¶\d]{0,6}|[a-z]")
# What closes a document, looked for in so many of its last characters.
_CLOSINGS = ("</html", "</body")
_TAIL = 20_000
_OPENS = pattern(r"<(?:html|body)[\s>]", re.IGNORECASE)
# What UTF-8 looks like as windows-1252: so many times, and the text is not what was written.
_GARBLED = pattern("â€[˜™œ\u009d¦“”]|Ã[\u0080-\u00bf]")
GARBLED = 5
_TEXT = etree.XPath("normalize-space(.)", smart_strings=False)
_MAY_HIDE = etree.XPath("//*[@style or @hidden or @popover or self::dialog]")
_RESOURCE_LIMITS = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY", "ERR_INTERNAL_ERROR", "ERR_NAME_TOO_LONG"})


def read_page(data: bytes, *, url: str | None = None, content_type: str | None = None) -> Page:
    """The page that `data` holds; `content_type` is the header's, if there was one.

    Never raises on bad input: what kept the page from being read whole stands in `Page.unread`.
    """
    if (reason := sniff(data, content_type)) is not None:
        return _blank(url, reason)
    decoded = decode(data, content_type)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(decoded.text.encode(), parser)
    except etree.LxmlError:
        return _blank(url, Unread.EMPTY)
    if root is None:
        return _blank(url, Unread.EMPTY)
    statements = read_statements(root)
    reader = _read(root)
    base = root.find(".//base[@href]")
    truncated = _is_truncated(parser) or _breaks_off(decoded.text)
    losses = {
        Unread.MARKUP: truncated,
        Unread.DECODING: decoded.lossy or _is_misread(decoded),
        Unread.EMPTY: not reader.blocks and not truncated,
    }
    return Page(
        blocks=tuple(reader.blocks),
        tree=reader.tree(),
        text="\n".join(block.text for block in reader.blocks),
        links=tuple(reader.links),
        images=tuple(reader.images),
        statements=statements,
        title=_title(root),
        url=url,
        base=base.get("href") if base is not None else None,
        language=root.get("lang") or None,
        direction=root.get("dir") or None,
        unread=tuple(reason for reason, lost in losses.items() if lost),
    )


def _read(root: etree._Element) -> _Reader:
    """The tree, read; this takes the plain inline elements out of it.

    They say nothing but their text, and the parser's C takes them out faster than we pass them by.
    """
    hiders = _hiders(root)
    etree.strip_tags(root, *(PLAIN - {str(element.tag) for element in hiders}))
    reader = _Reader(hiders)
    reader.walk(root)
    return reader


def _blank(url: str | None, reason: Unread) -> Page:
    return Page(blocks=(), tree=Tree(parents=(), ends=(), tags=(), classes=()), text="", url=url, unread=(reason,))


def _title(root: etree._Element) -> str | None:
    title = root.find("head/title")
    return " ".join((title.text or "").split()) or None if title is not None else None


def _hiders(root: etree._Element) -> frozenset[etree._Element]:
    """The elements that hide what is in them, by their own attributes or a style sheet of the page."""
    by_attribute = (element for element in _MAY_HIDE(root) if hides(element.tag, dict(element.items())))
    return sheet_hidden(root).union(by_attribute)


def _is_truncated(parser: etree.HTMLParser) -> bool:
    """Whether the parser gave up on part of the page: nothing but its error log says so."""
    return any(entry.type_name in _RESOURCE_LIMITS for entry in parser.error_log.filter_from_fatals())


def _is_misread(decoded: Decoded) -> bool:
    """Whether the page asks browsers to read its UTF-8 as something else."""
    return decoded.encoding != "utf-8" and len(_GARBLED.findall(decoded.text)) >= GARBLED


def _breaks_off(text: str) -> bool:
    """Whether the page was cut off on its way: it opens a document, never closes it, and ends within its text."""
    tail = text.rstrip()[-_TAIL:].lower()
    return not tail.endswith(">") and not any(mark in tail for mark in _CLOSINGS) and _OPENS.search(text) is not None


class _Reader:
    """One pass over the parsed tree; holds what was read so far and where the reading stands.

    This loop is most of the cost of a check, hence its few liberties: text goes straight into `_parts`, plain inline
    elements are not counted, and a link takes its text from `_parts` when a block or the link itself ends.
    """

    def __init__(self, hiders: frozenset[etree._Element]) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self._hiders = hiders
        self._parents: list[int] = []
        self._ends: list[int] = []
        self._tags: list[str] = []
        self._classes: list[str] = []
        self._looks: list[str] = []
        self._hiding: set[int] = set()
        self._hidden = -1  # the outermost hiding element around the reading point
        self._open = [-1]  # the counted elements around the reading point, innermost last
        self._holders = [0]  # of these, the block-level ones
        self._figures = [-1]
        self._parts: list[str] = []  # text since the last block boundary
        self._linked = 0  # how many of its characters stand in links
        self._link: _OpenLink | None = None
        self._suspended: tuple[list[str], int] = ([], 0)  # the visible text around a hidden element
        self._length = 0

    def walk(self, root: etree._Element) -> None:
        """Read the tree below `root`."""
        walker = etree.iterwalk(root, events=("start", "end"))
        read = self._parts.append
        passed = None  # an element whose end says nothing
        for event, element in walker:
            tag: str = element.tag  # type: ignore[assignment]  # no comments: always a str
            if event == "end":
                if element is passed:
                    passed = None
                elif tag not in PLAIN or element in self._hiders:
                    self._end(tag)
                if element.tail:
                    read(element.tail)
            elif tag in SKIPPED or (tag == "sup" and _is_footnote_mark(element)):
                walker.skip_subtree()
                passed = element
            elif tag == "br":
                self._flush()
                passed = element
            else:
                self._start(element, tag)
                if element.text:
                    read(element.text)
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
        )

    def _start(self, element: etree._Element, tag: str) -> None:
        """Count an element, unless it is plain and hides nothing."""
        hiding = element in self._hiders
        if tag in PLAIN and not hiding:
            return
        number = len(self._tags)
        if tag not in INLINE:
            if self._parts:
                self._flush()
            self._holders.append(number)
        self._parents.append(self._open[-1])
        self._open.append(number)
        self._ends.append(number + 1)
        self._tags.append(tag)
        items = element.items()
        attributes = dict(items) if items else _NO_ATTRIBUTES
        look = attributes.get("class", "")
        self._looks.append(look)
        self._classes.append(_labels(look, attributes) if "id" in attributes or "role" in attributes else look)
        if hiding:
            self._hide(number)
        if tag in _SPECIAL:
            self._start_special(tag, attributes, number)

    def _start_special(self, tag: str, attributes: Mapping[str, str], number: int) -> None:
        if tag == "a":
            self._link = _OpenLink(attributes, number, self._hidden, len(self._parts))
        elif tag == "figure":
            self._figures.append(number)
        elif tag == "q":
            self._parts.append("“")
        else:
            self._image(attributes, number)

    def _end_special(self, tag: str) -> None:
        if tag == "q":
            self._parts.append("”")
        elif tag == "figure":
            self._figures.pop()
        elif tag == "a" and self._link:
            self._linked += self._link.read(self._parts, len(self.blocks))
            self.links.append(self._link.close())
            self._link = None

    def _end(self, tag: str) -> None:
        if tag in _SPECIAL:
            self._end_special(tag)
        number = self._open.pop()
        self._ends[number] = len(self._tags)
        if tag not in INLINE:
            if self._parts:
                self._flush()
            self._holders.pop()
        if number == self._hidden:
            self._unhide()

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

    def _image(self, attributes: Mapping[str, str], number: int) -> None:
        source = attributes.get("src", "")
        if not source or source.startswith("data:"):
            source = attributes.get("data-src") or attributes.get("data-lazy-src") or source
        alternative = " ".join(attributes.get("alt", "").split())
        self.images.append(Image(source, alternative, number, self._figures[-1], self._hidden))
        if self._link:
            self._link.alternative = self._link.alternative or alternative


def _labels(look: str, attributes: Mapping[str, str]) -> str:
    return " ".join(filter(None, (look, attributes.get("id"), attributes.get("role"))))


class _OpenLink:
    """A link that is being read."""

    __slots__ = ("alternative", "attributes", "block", "element", "from_part", "hidden", "text")

    def __init__(self, attributes: Mapping[str, str], element: int, hidden: int, from_part: int) -> None:
        self.attributes = attributes
        self.element = element
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
        attributes = self.attributes
        href, rel = attributes.get("href", "").strip(), attributes.get("rel", "")
        return Link(href, self.text or self.alternative, self.element, self.block, rel, self.hidden)


def _is_footnote_mark(element: etree._Element) -> bool:
    """Whether a superscript is a footnote mark (it stands in a link or holds one) rather than an exponent."""
    parent = element.getparent()
    if element.find(".//a") is None and (parent is None or parent.tag != "a"):
        return False
    return _FOOTNOTE.fullmatch(str(_TEXT(element))) is not None
