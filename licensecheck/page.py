"""HTML to Page: blocks of text, links, images, statements, positions, and what a reader does not see."""

from __future__ import annotations

import re

from lxml import etree

from licensecheck.charset import Decoded, decode, sniff
from licensecheck.metadata import read_statements
from licensecheck.model import Block, Image, Link, Page
from licensecheck.patterns import pattern
from licensecheck.signs import read_signs
from licensecheck.terms import Unread
from licensecheck.tree import Tree
from licensecheck.visibility import attribute_hidden, sheet_hidden

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
_DROPPED = "script"  # any of these
IMAGES = frozenset({"img", "amp-img"})
_SPECIAL = IMAGES | {"a", "figure", "q"}
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
# No picture is a million pixels wide.
_DIGITS = 7
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
    statements, signs, title = read_statements(root), read_signs(root), _title(root)
    base = root.find(".//base[@href]")
    reader = _read(root)
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
        signs=signs,
        title=title,
        url=url,
        base=base.get("href") if base is not None else None,
        language=root.get("lang") or None,
        direction=root.get("dir") or None,
        unread=tuple(reason for reason, lost in losses.items() if lost),
    )


def _read(root: etree._Element) -> _Reader:
    """The tree, read; this takes out of it what no reader sees, footnote marks, and the plain inline elements.

    Those say nothing but their text, and the parser's C takes them out faster than we pass them by.
    """
    hiders = sheet_hidden(root).union(attribute_hidden(root))
    for superscript in root.iter("sup"):
        if _is_footnote_mark(superscript):
            superscript.tag = _DROPPED
    etree.strip_elements(root, *SKIPPED, with_tail=False)
    etree.strip_tags(root, *(PLAIN - {str(element.tag) for element in hiders}))
    reader = _Reader(hiders)
    reader.walk(root)
    return reader


def _blank(url: str | None, reason: Unread) -> Page:
    return Page(blocks=(), tree=Tree(parents=(), ends=(), tags=(), classes=()), text="", url=url, unread=(reason,))


def _title(root: etree._Element) -> str | None:
    title = root.find("head/title")
    return " ".join((title.text or "").split()) or None if title is not None else None


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
        """Read the tree below `root`, which no longer holds what is `SKIPPED`."""
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
        )

    def _start(self, tag: str, element: etree._Element) -> None:
        """Count an element, unless it is plain and hides nothing."""
        hiding = element in self._hiders
        number = len(self._tags)
        if tag not in INLINE:
            if self._parts:
                self._flush()
            self._holders.append(number)
        elif tag in PLAIN and not hiding:
            return
        self._parents.append(self._open[-1])
        self._open.append(number)
        self._ends.append(number + 1)
        self._tags.append(tag)
        look = element.get("class", "")
        self._looks.append(look)
        self._classes.append(_labels(look, element))
        if hiding:
            self._hide(number)
        if tag in _SPECIAL:
            self._start_special(tag, element, number)

    def _start_special(self, tag: str, element: etree._Element, number: int) -> None:
        if tag == "a":
            self._link = _OpenLink(element, number, self._hidden, len(self._parts))
        elif tag == "figure":
            self._figures.append(number)
        elif tag == "q":
            self._parts.append("“")
        else:
            self._image(element, number)

    def _end_special(self, tag: str) -> None:
        if tag == "q":
            self._parts.append("”")
        elif tag == "figure":
            self._figures.pop()
        elif tag == "a" and self._link:
            self._linked += self._link.read(self._parts, len(self.blocks))
            self.links.append(self._link.close())
            self._link = None

    def _end(self, tag: str, element: etree._Element) -> None:
        if tag in INLINE:
            if tag in PLAIN and element not in self._hiders:
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

    def _image(self, element: etree._Element, number: int) -> None:
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


def _labels(look: str, element: etree._Element) -> str:
    identifier, role = element.get("id"), element.get("role")
    return " ".join(filter(None, (look, identifier, role))) if identifier or role else look


class _OpenLink:
    """A link that is being read."""

    __slots__ = ("alternative", "block", "element", "from_part", "hidden", "href", "rel", "text")

    def __init__(self, element: etree._Element, number: int, hidden: int, from_part: int) -> None:
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


def _is_footnote_mark(element: etree._Element) -> bool:
    """Whether a superscript is a footnote mark (it stands in a link or holds one) rather than an exponent."""
    parent = element.getparent()
    if element.find(".//a") is None and (parent is None or parent.tag != "a"):
        return False
    return _FOOTNOTE.fullmatch(str(_TEXT(element))) is not None
