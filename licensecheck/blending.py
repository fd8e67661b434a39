"""Text in the colour of what is behind it, as far as the page itself decides on both.

A style sheet from elsewhere may colour whatever has a class; on a page that has one, only elements without are judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.cascade import WEAKEST, is_own, own_rank, rank, with_outer
from licensecheck.colors import Color, read_color
from licensecheck.conditions import Applies
from licensecheck.declarations import read_style
from licensecheck.patterns import pattern
from licensecheck.xpath import located

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lxml.etree import _Element as Element

    from licensecheck.cascade import Cascade, Rank

_INK = pattern(r":(?:(?<=[^-]color:)|(?<=fill-color:))")
_PAPER = pattern(r"background(?:-color)?\s*:\s*([^;}!\"']{3,40})")
_ANY = pattern(r":(?:(?<=color:)|(?<=background:)|(?<=image:)|(?<=clip:)|(?<=shadow:)|(?<=position:)|(?<=grid-area:))")
_BACKGROUND = pattern(r":(?:(?<=background:)|(?<=ound-color:)|(?<=ound-image:))")
_COLORED = pattern(r"(?:^|[\s;]|fill-)color\s*:", re.IGNORECASE)

_LOOKED_AT = frozenset(
    "background background-clip background-color background-image color grid-area position text-fill-color "
    "text-shadow".split()
)

_OLD_PAPERS = located("//@bgcolor")

# What a browser colours by itself, or draws over.
_OWN_COLORS = frozenset({"a", "button", "input", "mark", "select", "textarea"})
_OWN_PAPERS = _OWN_COLORS - {"a"}
_FURNITURE = ("aside", "button", "form", "nav")
_OWN_TEXT = frozenset({"script", "style", "noscript", "template", "title"})
_PAGE = frozenset({"html", "body"})
_NO_PAPER = frozenset({"", "none", "transparent", "inherit", "initial", "unset", "0", "0 0"})
_RESTS = frozenset({"", "static", "none", "auto", "initial", "border-box", "padding-box", "content-box"})
_UNKNOWN = "?"
# Attributes that say what a property says, for want of a declaration.
_HINTS = (("background-color", "bgcolor"), ("background-image", "background"), ("color", "color"))
_LATER = ("bg", "background", "image", "src", "style")
# Characters of style sheets. Who builds more of them into a page has a script add the rest.
_LONGEST = 100_000
# Elements looked at on one page, and how far up the background of each is sought.
_MOST = 2_000
_HIGHEST = 60

_WHITE = Color(255, 255, 255)


def blended(cascade: Cascade) -> Iterator[Element]:
    """The elements in which all text has the colour of its background, or none."""
    suspects = {element: ink for element, ink in _suspects(cascade) if _may_matter(cascade, element)}
    if not suspects:
        return
    # Most are white on a dark box, which is soon found.
    boxes = _Palette(cascade, with_outer(suspects), _BACKGROUND)
    inside: dict[Element, None] = {}
    for suspect, ink in suspects.items():
        if len(inside) < _MOST and suspect not in inside and (not ink.opaque or boxes.paper(suspect) == ink):
            inside.update(dict.fromkeys(islice(suspect.iter(), _MOST)))
    if not inside:
        return
    palette = _Palette(cascade, with_outer(inside), _ANY)
    texts = [element for element in inside if any(map(_is_text, _texts(element)))]
    concealed = dict.fromkeys(element for element in texts if palette.conceals(element))
    seen = with_outer(element for element in texts if element not in concealed)
    yield from (element for element in with_outer(concealed) if element in inside and element not in seen)


def _suspects(cascade: Cascade) -> Iterator[tuple[Element, Color]]:
    """The elements that are told to have a colour which the page has as a background, with that colour."""
    inked = [(style.getparent(), _ink(read_style(style).values)) for style in cascade.styles if _COLORED.search(style)]
    inked += [(font, font.get("color", "").lower()) for font in cascade.special["font"]]
    if not inked and not cascade.is_whole:
        return
    papers = {read_color(paper) for style in cascade.styles for paper in _papers(style)}
    if cascade.special["font"]:
        papers.update(read_color(value.lower()) for value in _OLD_PAPERS(cascade.root))
    if cascade.is_whole:
        papers.update(read_color(found.strip()) for sheet in cascade.sheets for found in _PAPER.findall(sheet.lowered))
        papers.add(_WHITE)
        if sum(len(sheet.text) for sheet in cascade.sheets) <= _LONGEST:
            inked += _inked_by_sheets(cascade, papers)
    for element, ink in islice(inked, _MOST):
        color = _among(ink, papers)
        if color and element.tag not in _PAGE:
            yield element, color


def _inked_by_sheets(cascade: Cascade, papers: set[Color | None]) -> list[tuple[Element, str]]:
    asked = [
        (selector, rule)
        for text, rule in cascade.on_page(_INK)
        if _may_blend(cascade.style(rule).values, papers) and (selector := cascade.strict(text, rule))
    ]
    found = cascade.selected(asked) if asked else ()
    return [(element, _ink(cascade.style(rule).values)) for element, _, rule in found]


def _papers(style: str) -> Iterator[str]:
    if "background" in style.lower():
        values = read_style(style).values
        yield from (values[name] for name in ("background", "background-color") if name in values)


def _ink(values: Mapping[str, str]) -> str:
    return values.get("text-fill-color") or values.get("color", "")


def _may_blend(values: Mapping[str, str], papers: set[Color | None]) -> bool:
    """Whether a rule sets a colour that is among those of the page's backgrounds, and no other background with it."""
    own = values.get("background-color") or values.get("background", "")
    return _among(_ink(values), {read_color(own)} if own not in _NO_PAPER else papers) is not None


def _among(ink: str, papers: set[Color | None]) -> Color | None:
    color = read_color(ink)
    return color if color and (color in papers or not color.opaque) else None


def _texts(element: Element) -> Iterator[str | None]:
    """The text right in an element."""
    if element.tag not in _OWN_TEXT:
        yield element.text
        yield from (child.tail for child in element)


def _may_matter(cascade: Cascade, suspect: Element) -> bool:
    """Whether any text in it may have its colour: not all is in links, or in what has a look of its own.

    Menus and buttons are left alone: much on them is white, and no credit.
    """
    looks = () if cascade.is_whole else ("class", "id")
    return next(suspect.iterancestors(*_FURNITURE), None) is None and any(
        _is_text(text)
        for inner in suspect.iter()
        if inner is suspect or (inner.tag not in _OWN_COLORS and not any(map(inner.get, looks)))
        for text in _texts(inner)
    )


def _is_text(text: str | None) -> bool:
    return text is not None and not text.isspace() and text != ""


class _Palette:
    """What is declared of the colours of some elements, and what comes of it."""

    def __init__(self, cascade: Cascade, elements: Collection[Element], cue: re.Pattern[str]) -> None:
        self._is_whole = cascade.is_whole
        self._canvas = _WHITE if cascade.is_whole and not _has_schemes(cascade) else None
        self._declared: defaultdict[Element, dict[str, tuple[Rank, str]]] = defaultdict(dict)
        for element, selector, rule in cascade.lenient(cue, elements):
            style = cascade.style(rule)
            sure = selector.sure and rule.around.applies is Applies.SURELY
            for name in _LOOKED_AT.intersection(style.values):
                value = style.values[name] if sure else _UNKNOWN
                self._declare(element, name, (rank(rule, selector, style, name), value))
        for element in elements:
            style = read_style(element.get("style", ""))
            for name in _LOOKED_AT.intersection(style.values):
                self._declare(element, name, (own_rank(style, name), style.values[name]))
            for name, attribute in _HINTS:
                if element.get(attribute):
                    self._declare(element, name, (WEAKEST, element.get(attribute, "").lower()))

    def conceals(self, element: Element) -> bool:
        """Whether the text right in the element surely cannot be told from what is behind it."""
        ink = self._ink(element)
        return ink is not None and (not ink.opaque or ink == self.paper(element))

    def _declare(self, element: Element, name: str, said: tuple[Rank, str]) -> None:
        declared = self._declared[element]
        declared[name] = max(said, declared.get(name, said))

    def _said(self, element: Element, *names: str) -> str:
        """What the weightiest declaration of any of these properties says, "" if there is none."""
        declared = self._declared[element]
        weight, value = max((declared[name] for name in names if name in declared), default=(WEAKEST, ""))
        is_open = not self._is_whole and (element.get("class") or element.get("id"))
        return _UNKNOWN if is_open and not is_own(weight) else value

    def _ink(self, element: Element) -> Color | None:
        around = _upwards(element)
        # Links inherit a filling as well, whatever their colour.
        filled = next((x for x in around if "text-fill-color" in self._declared[x]), None)
        for x in around:
            if not _RESTS.issuperset((self._said(x, "text-shadow"), self._said(x, "background-clip"))):
                return None
            if filled is None and (ink := self._said(x, "color")) not in {"", "inherit"}:
                return read_color(ink)
            if x is filled:
                return read_color(self._said(x, "text-fill-color"))
            if filled is None and x.tag in _OWN_COLORS:
                return None
        return None

    def paper(self, element: Element) -> Color | None:
        """What is behind the text right in the element; `None` if that is not certain."""
        for x in _upwards(element):
            if self._said(x, "background-image") not in _NO_PAPER:
                return None
            paper = self._said(x, "background-color", "background")
            if paper not in _NO_PAPER:
                return read_color(paper)
            if x.tag in _OWN_PAPERS:
                return None
            # What is lifted off its place may stand before a picture, and a script may put one behind it.
            if not _RESTS.issuperset((self._said(x, "position"), self._said(x, "grid-area"))) or _awaits_picture(x):
                return None
        return self._canvas if x.getparent() is None else None


def _upwards(element: Element) -> tuple[Element, ...]:
    return (element, *islice(element.iterancestors(), _HIGHEST))


def _has_schemes(cascade: Cascade) -> bool:
    """Whether the page has colours for the dark as well."""
    return any("color-scheme" in sheet.lowered for sheet in cascade.sheets)


def _awaits_picture(element: Element) -> bool:
    keys = (key for key in element.keys() if key.startswith("data-"))  # noqa: SIM118 (no mapping)
    return any(later in key for key in keys for later in _LATER)
