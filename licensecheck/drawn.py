"""What a page shows otherwise than as text of its own: in frames, drawings, text fields, by its style sheets.

Whether a reader sees it, and where, a browser would tell.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.model import Sign
from licensecheck.patterns import pattern
from licensecheck.terms import SignKind
from licensecheck.xpath import located

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

# Elements whose inside is not the page's.
BOXES = frozenset({"canvas", "embed", "iframe", "object"})
# Elements whose text is shown in a way of its own, with those in which a style sheet speaks.
SPEAKERS = frozenset({"style", "text", "textarea", "foreignobject"})

# Bounds on hostile input: texts kept, characters of each, attributes that a style sheet shows.
_MOST = 50
_LONGEST = 2_000
_MOST_KEYS = 3
# What is shorter is no credit; most of what style sheets write are icons and quotation marks.
_SHORTEST = 6

_CONTENT = pattern(r"content(?<![\w-]content)\s*:([^;{}]*)")
_STRING = pattern(r"\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)")
_SHOWN_KEY = pattern(r"attr\(\s*(data-[\w-]+)")
_ESCAPE = pattern(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_MARKUP = pattern(r"<[^>]*>")
# Frames with something of their own to show: films, maps, shops, posts, measurement.
_WIDGET = pattern(
    r"^(?:about:|javascript:|data:image)|\bads?\b|adsystem|analytics|audio|captcha|captivate|chart|comment|consent|"
    r"doubleclick|donat|embed|facebook|form|graphic|gtm|instagram|like|map|megaphone|newsletter|ns\.html|play|plugin|"
    r"podcast|poll|soundcloud|spotify|survey|sync|tiktok|tweet|twitter|video|vimeo|widget|youtu",
    re.IGNORECASE,
)
_SPECK = frozenset({"0", "1", "0px", "1px"})


def shows_something(box: Element) -> bool:
    """Whether a box may show text of this page's own: a drawing, or what is no film, advertisement or other widget."""
    if _SPECK.intersection((box.get("width"), box.get("height"))):
        return False
    if box.tag == "canvas":
        return next(box.getroottree().iter("script"), None) is not None
    source = box.get("data" if box.tag == "object" else "src", "").strip()
    return bool(source) and not _WIDGET.search(source)


def drawn_texts(elements: list[Element]) -> Iterator[Sign]:
    """What `BOXES` and `SPEAKERS` say that is no text of the page's."""
    texts = (text for element in elements for text in _texts(element))
    worthy = (text for text in texts if len(text.strip()) >= _SHORTEST)
    yield from (Sign(SignKind.DRAWN_TEXT, " ".join(text[:_LONGEST].split())) for text in islice(worthy, _MOST))


def _texts(element: Element) -> Iterator[str]:
    match element.tag:
        case "style":
            yield from _contents(element) if element.text and "content" in element.text else ()
        case "iframe":
            yield _MARKUP.sub(" ", element.get("srcdoc", "")[: 2 * _LONGEST])
        case "object":
            yield "".join(islice(element.itertext(), _LONGEST))
        case "textarea" | "text" | "foreignobject":
            in_drawing = element.tag == "textarea" or next(element.iterancestors("svg"), None) is not None
            yield "".join(islice(element.itertext(), _LONGEST)) if in_drawing else ""


def _contents(style: Element) -> Iterator[str]:
    """What a style sheet writes itself, or takes from attributes of the page."""
    for written in _CONTENT.findall(style.text or ""):
        if len(written) > _SHORTEST:
            yield "".join(_ESCAPE.sub(_unescaped, double or single) for double, single in _STRING.findall(written))
    keys = dict.fromkeys(_SHOWN_KEY.findall(style.text or ""))
    for key in islice(keys, _MOST_KEYS):
        yield from located(f"//@*[name()='{key}']")(style)


def _unescaped(escape: re.Match[str]) -> str:
    """The character that an escape stands for (CSS Syntax 3, §4.3.7)."""
    code = int(escape[1], 16) if escape[1] else 0
    return (escape[2] or "") if not escape[1] else chr(code) if 0 < code < 0xD800 else ""  # noqa: PLR2004 (surrogates)
