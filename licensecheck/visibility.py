"""Which elements a reader does not see, as far as reading the page without a browser can tell.

In doubt an element is visible: a credit wrongly called hidden becomes an accusation. What scripts, outside style
sheets and covering boxes do is for a browser to say.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from licensecheck.blending import blended
from licensecheck.cascade import Cascade, own_rank, rank
from licensecheck.declarations import HINT, may_hide, read_style
from licensecheck.patterns import pattern
from licensecheck.selectors import subject
from licensecheck.xpath import located, test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Element

    from licensecheck.cascade import Rank
    from licensecheck.declarations import Style
    from licensecheck.sheets import Rule

# The properties by which an element is hidden, each with the weight of its declaration.
_Ways = dict[str, "Rank"]

# Selectors of what a script is about to show: loaders, fade-ins, tabs that wait, pages that wait for an experiment.
_AWAITS_SCRIPT = pattern(
    r"\.(?:no-?)?js\b|js-|lazy|load|anim|reveal|invisible|\baos\b|\bwow\b|fade|cloak|async-hide|fouc|hydrat|pending"
)
# A page that hides itself waits for a script; nothing could be read of it otherwise.
_PAGE = frozenset({"html", "body"})
# A picture that a script fades in once it has come.
_LOADING = ("opacity", "img")
# What else than itself undoes a way of hiding.
_CUT = ("overflow", "overflow-x", "overflow-y")
_UNDONE_BY = {
    **dict.fromkeys(("left", "right", "top", "bottom"), ("position", "inset")),
    **dict.fromkeys(("width", "height", "max-width", "max-height", "text-indent"), _CUT),
    **dict.fromkeys(("margin-left", "margin-top"), ("margin",)),
    "inset": ("position", "left", "right", "top", "bottom"),
    "clip": ("position",),
    "font-size": ("font",),
}
_KEEPS_HIDDEN = {
    "display": ("none",),
    "position": ("absolute", "fixed", "relative"),
    **dict.fromkeys(_CUT, ("hidden", "clip")),
}
_RELATIVE_SIZE = pattern(r"[\d.]+(?:em|%)|inherit|larger|smaller")

# One by one: an expression that asks each element for all of them takes three times as long.
_SILENCES = located("//@aria-hidden")
_IS_PLAIN = test("not(.//@class)")
_HAS_TEXT = test("normalize-space(.)")
_MARKERS = (located("//@hidden"), located("//@popover"))


def hidden_elements(root: Element) -> frozenset[Element]:
    """The elements that are hidden by themselves, or by the page's own style sheets on a desktop screen."""
    cascade = Cascade(root)
    styled = [(style.getparent(), read_style(style)) for style in cascade.styles if may_hide(style.lower())]
    by_attributes = {element for element, style in styled if style.hides_by not in {"", "font-size"}}
    by_attributes.update(_marked(cascade))
    hidden = {
        element: {"font-size": own_rank(style, "font-size")}
        for element, style in styled
        if style.hides_by == "font-size"
    }
    return frozenset(by_attributes).union(_hidden_by_sheets(cascade, hidden), blended(cascade))


def silent_elements(root: Element) -> Iterator[Element]:
    """The elements that screen readers leave out; the eye still sees them."""
    return (value.getparent() for value in _SILENCES(root) if value.strip().lower() == "true")


def _marked(cascade: Cascade) -> Iterator[Element]:
    """The elements with `hidden` or `popover`, and closed dialogs, unless their own style shows them.

    A closed `details` is not hidden: a reader opens it. `hidden="until-found"` is: nobody reads it before a search.
    """
    marked = [marker.getparent() for markers in _MARKERS for marker in markers(cascade.root)]
    for element in (*marked, *(dialog for dialog in cascade.special["dialog"] if dialog.get("open") is None)):
        if read_style(element.get("style", "")).values.get("display", "none") == "none":
            yield element


def _hidden_by_sheets(cascade: Cascade, hidden: dict[Element, _Ways]) -> Iterator[Element]:
    """The elements that style sheets hide, `html` and `body` excepted, and of those hidden already the ones they leave.

    The cascade is followed for these elements only: a rule that weighs more, or the style attribute, shows them again.
    """
    asked = [
        (selector, rule)
        for text, rule in cascade.on_page(HINT)
        if _is_certain(cascade, text, rule) and (selector := cascade.strict(text, rule))
    ]
    for element, selector, rule in cascade.selected(asked) if asked else ():
        style = cascade.style(rule)
        if element.tag not in _PAGE and (style.hides_by, element.tag) != _LOADING:
            ways = hidden.setdefault(element, {})
            weight = rank(rule, selector, style, style.hides_by)
            ways[style.hides_by] = max(weight, ways.get(style.hides_by, weight))
    if hidden:
        _show(cascade, hidden)
    return (element for element, ways in hidden.items() if ways)


def _is_certain(cascade: Cascade, selector: str, rule: Rule) -> bool:
    """Whether the rule hides, and no script is expected to show what it hides."""
    hides_by = cascade.style(rule).hides_by
    if not hides_by or _AWAITS_SCRIPT.search(selector.lower()):
        return False
    # Components of a page's own making are often out of sight until their script has made them.
    return hides_by != "visibility" or not any("-" in name and name[0] not in ".#" for name in subject(selector))


def _show(cascade: Cascade, hidden: Mapping[Element, _Ways]) -> None:
    """Take from `hidden` the ways that a stronger declaration undoes."""
    resized = dict(_sized_apart(cascade, hidden))
    for element, ways in hidden.items():
        style = read_style(element.get("style", ""))
        _undo(ways, style, partial(own_rank, style))
    cue = _cue(frozenset(way for ways in hidden.values() for way in ways))
    for element, selector, rule in cascade.lenient(
        cue, [*(element for element, ways in hidden.items() if ways), *resized]
    ):
        style = cascade.style(rule)
        if element in hidden:
            _undo(hidden[element], style, partial(rank, rule, selector, style))
        if element in resized and _sets_size(style):
            hidden[resized[element]].pop("font-size", None)


def _sized_apart(cascade: Cascade, hidden: Mapping[Element, _Ways]) -> Iterator[tuple[Element, Element]]:
    """What stands in elements with letters of no size, each with that element: a rule may set a size for it.

    Where it surely has one of its own, or a style sheet from elsewhere may give it one, the element is not hidden;
    nor is one that holds pictures alone.
    """
    for element in [element for element, ways in hidden.items() if "font-size" in ways]:
        inside = [*element.iterdescendants()]
        styles = (read_style(inner.get("style", "")) for inner in inside)
        is_known = cascade.is_whole or _IS_PLAIN(element)
        if not is_known or not _HAS_TEXT(element) or any(map(_sets_size, styles)):
            hidden[element].pop("font-size")
        else:
            yield from ((inner, element) for inner in inside)


@lru_cache(maxsize=256)
def _cue(ways: frozenset[str]) -> re.Pattern[str]:
    """What rules hold that may show again what is hidden in these ways."""
    names = {name for way in ways for name in (way, *_UNDONE_BY.get(way, ()))}
    said = (rf"(?<={name}:)(?!\s*(?:{'|'.join(_KEEPS_HIDDEN.get(name, '!'))}))" for name in sorted(names))
    return re.compile(rf":(?:{'|'.join(said)}|(?<=\s:))")


def _undo(ways: _Ways, style: Style, weigh: Callable[[str], Rank]) -> None:
    """Take out the ways that a style undoes; `weigh` gives the weight of each of its properties."""
    for way in [*ways]:
        undoing = (name for name in (way, *_UNDONE_BY.get(way, ())) if name in style.values)
        shown = (name for name in undoing if style.values[name] not in _KEEPS_HIDDEN.get(name, ()))
        if way != style.hides_by and any(weigh(name) > ways[way] for name in shown):
            del ways[way]


def _sets_size(style: Style) -> bool:
    """Whether letters get a size of their own, whatever that of the letters around them."""
    size = style.values.get("font-size") or style.values.get("font")
    return size is not None and style.hides_by != "font-size" and not _RELATIVE_SIZE.fullmatch(size)
