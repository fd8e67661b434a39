"""What a page says of itself to machines, whatever the syntax, as statements in schema.org terms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml import etree

from licensecheck.model import Statement
from licensecheck.patterns import pattern
from licensecheck.xpath import attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

# Properties that some rule reads; everything else a page says is left alone.
_WANTED = frozenset(
    "license author creator publisher headline name copyrightHolder copyrightNotice copyrightYear creditText isBasedOn "
    "sourceOrganization isAccessibleForFree acquireLicensePage usageInfo datePublished dateModified inLanguage".split()
)
# Other vocabularies' names for the same things: ccREL, Dublin Core, OpenGraph, Highwire, news search engines.
_ALIASES = {
    "creator": "author",
    "attributionname": "author",
    "attributionurl": "isBasedOn",
    "morepermissions": "acquireLicensePage",
    "source": "isBasedOn",
    "rights": "copyrightNotice",
    "copyright": "copyrightNotice",
    "rightsholder": "copyrightHolder",
    "title": "headline",
    "published_time": "datePublished",
    "modified_time": "dateModified",
    "citation_author": "author",
    "citation_title": "headline",
    "byl": "author",
}
_META_NAMES = frozenset({"site_name", "syndication-source", "original-source", "robots"})
_LINKS = frozenset({"canonical", "license", "next", "prev", "amphtml", "syndication-source", "original-source"})
_PREFIX = pattern(r"^https?://\S*[/#]|^(?:[\w-]+[:.])+")
# What content systems wrap around JSON, and the commas they leave behind.
_WRAPPING = pattern(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|;)\s*\Z"
)
_SPARE_COMMA = pattern(r",(?=\s*[}\]])")
# Bounds on hostile input: characters of a value and of a script, and values looked at.
MOST_CHARACTERS = 500
MOST_SCRIPT = 1_000_000
MOST_NODES = 5_000

_ITEMPROPS = attributes("//@itemprop")
_PROPERTIES = attributes("//@property")
_RELATIONS = attributes("//@rel")
_OWN_TYPE = etree.XPath("string(ancestor-or-self::*[@itemscope][1]/@itemtype)", smart_strings=False)
_OUTER_TYPE = etree.XPath("string(ancestor::*[@itemscope][1]/@itemtype)", smart_strings=False)
_TEXT = etree.XPath("normalize-space(.)", smart_strings=False)


def read_statements(root: etree._Element) -> tuple[Statement, ...]:
    """All statements of the page, each once, syntax by syntax; what has no value is left out."""
    found = (*_json_ld(root), *_meta(root), *_microdata(root), *_rdfa(root), *_links(root))
    return tuple(dict.fromkeys(statement for statement in found if statement.value))


def _statement(subject: str, name: str, value: str, source: str) -> Statement:
    return Statement(subject, name, " ".join(value.split())[:MOST_CHARACTERS], source)


def _canonical(name: str) -> str:
    """The schema.org name of a property, prefix taken off; `creator` is an author everywhere."""
    bare = _PREFIX.sub("", name.strip())
    return _ALIASES.get(bare.lower(), bare)


# --- JSON-LD


def json_ld_items(root: etree._Element) -> Iterator[dict[str, object]]:
    """The items that a page describes in JSON-LD, nested ones included."""
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "") and len(script.text or "") <= MOST_SCRIPT:
            yield from _items(_loads(script.text or ""))


def _json_ld(root: etree._Element) -> Iterator[Statement]:
    for item in json_ld_items(root):
        yield from _properties(item)


def _loads(text: str) -> object:
    """The JSON of a script, `None` where it is past mending: what machines cannot read is not said to them."""
    text = _WRAPPING.sub("", text)
    for attempt in (text, _SPARE_COMMA.sub("", text)):
        try:
            value: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _items(value: object) -> Iterator[dict[str, object]]:
    """All items in a JSON-LD value, nested ones included."""
    waiting, seen = [value], 0
    while waiting and seen < MOST_NODES:
        seen += 1
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict):
            waiting += [inner for inner in item.values() if isinstance(inner, (dict, list))]
            yield item


def _properties(item: dict[str, object]) -> Iterator[Statement]:
    subject = next(_names(item.get("@type")), "")
    for name in _WANTED.intersection(item):
        for value in _names(item[name]):
            yield _statement(_canonical(subject), _canonical(name), value, "json-ld")
    if isinstance(body := item.get("articleBody"), str):
        yield _statement(_canonical(subject), "articleBodyLength", str(len(body)), "json-ld")


def _names(value: object) -> Iterator[str]:
    """The texts that a JSON-LD value stands for: itself, or the name or address of what it describes."""
    match value:
        case bool():
            yield str(value).lower()
        case str() | int() | float():
            yield str(value)
        case list():
            for inner in value[:MOST_CHARACTERS]:
                if not isinstance(inner, list):
                    yield from _names(inner)
        case dict():
            described = (value.get(key) for key in ("name", "@id", "url", "@value"))
            yield next((text for text in described if isinstance(text, str)), "")


# --- attributes


def _meta(root: etree._Element) -> Iterator[Statement]:
    for element in root.iter("meta"):
        written = element.get("property") or element.get("name") or ""
        name = _canonical(written)
        if name in _META_NAMES or name in _WANTED:
            source = "opengraph" if written.startswith(("og:", "article:")) else "meta"
            yield _statement("", name, element.get("content", ""), source)


def _microdata(root: etree._Element) -> Iterator[Statement]:
    for written, element in _ITEMPROPS(root):
        names = _WANTED.intersection(written.split())
        if not names:
            continue
        subject = (_OUTER_TYPE if element.get("itemscope") is not None else _OWN_TYPE)(element)
        for name in sorted(names):
            yield _statement(_canonical(subject), _canonical(name), _value(element), "microdata")


def _rdfa(root: etree._Element) -> Iterator[Statement]:
    for written, element in _PROPERTIES(root):
        names = () if element.tag == "meta" else map(_canonical, written.split())
        for name in names:
            if name in _WANTED:
                yield _statement("", name, _value(element), "rdfa")


def _links(root: etree._Element) -> Iterator[Statement]:
    for written, element in _RELATIONS(root):
        for name in map(_canonical, written.split()):
            if name in _LINKS and (element.tag == "link" or name == "license"):
                kind = "rsl-license" if "rsl" in element.get("type", "") else name
                yield _statement("", kind, element.get("href", ""), "link")
            elif name in {"isBasedOn", "acquireLicensePage"}:
                yield _statement("", name, element.get("href", ""), "rdfa")


def _value(element: etree._Element) -> str:
    """What an element says: an attribute, or its text. With `rel`, `href` is said of the relation (RDFa 1.1, 7.5)."""
    for attribute in ("content", "href", "src", "datetime"):
        if (value := element.get(attribute)) is not None and not (attribute == "href" and element.get("rel")):
            return value
    return str(_TEXT(element))
