"""HTML to Page: blocks of text, links, images, statements, positions, and what a reader does not see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from licensecheck.charset import Decoded, decode, sniff
from licensecheck.drawn import BOXES, SPEAKERS, drawn_texts, shows_something
from licensecheck.metadata import read_statements
from licensecheck.model import Page
from licensecheck.patterns import pattern
from licensecheck.signs import read_signs
from licensecheck.terms import Unread
from licensecheck.tree import Tree
from licensecheck.visibility import hidden_elements, silent_elements
from licensecheck.walk import PLAIN, Walk

if TYPE_CHECKING:
    from licensecheck.model import Sign

SKIPPED = frozenset(
    "script style noscript template head title meta link base svg math applet select option datalist textarea input "
    "audio video map source track param rt rp noframes".split()
)
_DROPPED = "script"  # any of these
# Nothing stands in these, but the parser takes what follows them for it.
_UNCLOSED = frozenset({"embed", "source", "track"})
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
    walk, drawn = _read(root)
    truncated = _is_truncated(parser) or _breaks_off(decoded.text)
    losses = {
        Unread.MARKUP: truncated,
        Unread.DECODING: decoded.lossy or _is_misread(decoded),
        Unread.EMPTY: not walk.blocks and not truncated,
    }
    return Page(
        blocks=tuple(walk.blocks),
        tree=walk.tree(),
        text="\n".join(block.text for block in walk.blocks),
        links=tuple(walk.links),
        images=tuple(walk.images),
        statements=statements,
        signs=(*signs, *drawn, *walk.signs),
        title=title,
        url=url,
        base=base.get("href") if base is not None else None,
        language=root.get("lang") or None,
        direction=root.get("dir") or None,
        unread=tuple(reason for reason, lost in losses.items() if lost),
    )


def _read(root: etree._Element) -> tuple[Walk, tuple[Sign, ...]]:
    """The tree, read, and what is drawn on it; this takes out of it what is no text, and the plain inline elements.

    Those say nothing but their text, and the parser's C takes them out faster than we pass them by.
    """
    hiders = hidden_elements(root)
    walk = Walk(hiders, frozenset(element for element in silent_elements(root) if element.tag not in PLAIN))
    odd = [*root.iter("sup", "template", *BOXES, *SPEAKERS, *_UNCLOSED)]
    drawn = tuple(drawn_texts(odd))
    for element in odd:
        _prepare(element)
    etree.strip_elements(root, *SKIPPED, with_tail=False)
    etree.strip_tags(root, *(PLAIN - {str(element.tag) for element in hiders}))
    walk.read(root)
    return walk, drawn


def _prepare(element: etree._Element) -> None:
    """Make of an odd element what the walk takes it for."""
    tag = element.tag
    is_shown = tag in BOXES and shows_something(element)
    if tag == "template" and element.get("shadowrootmode", "").lower() in {"open", "closed"}:
        # Browsers put it in the place of what stands around it.
        element.tag = "div"
    elif tag in _UNCLOSED:
        element.tag = tag if is_shown else "span"
    elif is_shown:
        del element[:]
        element.text = None
    elif tag in BOXES or (tag == "sup" and _is_footnote_mark(element)):
        element.tag = _DROPPED


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


def _is_footnote_mark(element: etree._Element) -> bool:
    """Whether a superscript is a footnote mark (it stands in a link or holds one) rather than an exponent."""
    parent = element.getparent()
    if element.find(".//a") is None and (parent is None or parent.tag != "a"):
        return False
    return _FOOTNOTE.fullmatch(str(_TEXT(element))) is not None
