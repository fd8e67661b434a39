"""What an original's page says of its own body to machines: where it stands, and what its text is.

Publishers say it in three ways: as schema.org's `articleBody`, in JSON-LD (a text, often without paragraphs) or in
microdata (on the element that holds it), and by the selector in their policy. Beside it a page may hold the package
that its republish button hands out, and say where its feed and its WordPress API are.
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from licensecheck.charset import decode
from licensecheck.metadata import json_ld_items
from licensecheck.page import read_page
from licensecheck.patterns import pattern
from licensecheck.xpath import elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.model import Page

_UTF8 = "text/html; charset=utf-8"
# The role that marks an element, so that it is found again among a page's elements.
_MARKED, _SELECTED = "repubcheck-marked", "repubcheck-selected"
_BODIES = elements("//*[contains(concat(' ', normalize-space(@itemprop), ' '), ' articleBody ')]")
_FEED_TYPES = frozenset({"application/atom+xml", "application/rss+xml"})
_API = "https://api.w.org/"
_TAG = pattern(r"</?[a-zA-Z][^<>]*>")
_PARAGRAPH = pattern(r"<p[\s>]")


class Markup(NamedTuple):
    """A page with what its markup says of its article.

    `stated` are the texts of `articleBody` statements, `marked` the elements of the page's tree that bear the name,
    `selected` those that a policy's selector selects; `snippet` is what its republish button hands out; `feeds` and
    `api` are the addresses of its feeds and of its WordPress API, as written.
    """

    page: Page
    stated: tuple[str, ...] = ()
    marked: tuple[int, ...] = ()
    selected: tuple[int, ...] = ()
    descriptions: tuple[str, ...] = ()
    snippet: str | None = None
    feeds: tuple[str, ...] = ()
    api: str | None = None


def read_markup(data: bytes, url: str | None = None, content_type: str | None = None, body: str = "") -> Markup:
    """The page in `data`; `body` is the CSS selector of the element that holds the article, if it is known.

    Never raises on a bad page: `Page.unread` says what is wrong with it. Raises `ValueError` for a bad selector.
    """
    page = read_page(data, url=url, content_type=content_type)
    root = _parsed(decode(data, content_type).text) if page.blocks else None
    if root is None:
        return Markup(page)
    found = {_MARKED: _BODIES(root), _SELECTED: _selected(root, body) if body else []}
    if any(found.values()):
        for role, chosen in found.items():
            _mark(chosen, role)
        marked = etree.tostring(root, encoding="utf-8", method="html")
        page = read_page(marked, url=url, content_type=_UTF8)._replace(unread=page.unread)
    return Markup(
        page=page,
        stated=tuple(_stated(root)),
        marked=tuple(_with_role(page, _MARKED)),
        selected=tuple(_with_role(page, _SELECTED)),
        descriptions=tuple(_descriptions(root)),
        snippet=_snippet(root),
        feeds=tuple(_links(root, "alternate", _FEED_TYPES)),
        api=next(_links(root, _API), None),
    )


def plain_text(html: str) -> str:
    """The text of a piece of HTML, or of a text that has escaped what HTML escapes."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def _parsed(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.LxmlError:
        return None


def _selected(root: etree._Element, selector: str) -> list[etree._Element]:
    from cssselect import HTMLTranslator, SelectorError  # noqa: PLC0415 (few originals have a policy with a selector)

    try:
        return elements(HTMLTranslator().css_to_xpath(selector))(root)
    except SelectorError as error:
        raise ValueError(str(error)) from error


def _mark(chosen: Iterable[etree._Element], role: str) -> None:
    for element in chosen:
        element.set("role", f"{element.get('role', '')} {role}".strip())


def _with_role(page: Page, role: str) -> Iterator[int]:
    return (element for element, labels in enumerate(page.tree.classes) if role in labels.split())


def _stated(root: etree._Element) -> Iterator[str]:
    for item in json_ld_items(root):
        body = item.get("articleBody")
        if isinstance(body, str) and (text := plain_text(body)):
            yield text


def _descriptions(root: etree._Element) -> Iterator[str]:
    for element in root.iter("meta"):
        if (element.get("property") or element.get("name") or "").lower() in {"description", "og:description"}:
            yield plain_text(element.get("content", ""))


def _snippet(root: etree._Element) -> str | None:
    """The longest HTML that stands in a field for copying."""
    fields = ((field.text or "").strip() for field in root.iter("textarea"))
    return max((text for text in fields if _PARAGRAPH.search(text)), key=len, default=None)


def _links(root: etree._Element, relation: str, types: frozenset[str] = frozenset()) -> Iterator[str]:
    for link in root.iter("link"):
        if relation in link.get("rel", "").split() and (not types or link.get("type") in types) and link.get("href"):
            yield link.get("href", "")
