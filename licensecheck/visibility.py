"""Which elements a reader does not see, as far as reading the page without a browser can tell.

In doubt an element is visible: a credit wrongly called hidden becomes an accusation. What scripts, outside style
sheets, covering boxes and near colours do is for a browser to say.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.declarations import HINT, blends, may_blend, may_hide, read_style
from licensecheck.patterns import pattern
from licensecheck.selectors import compiled, is_static, names, subject
from licensecheck.sheets import Applies, read_sheets, rules
from licensecheck.xpath import attributes, test

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from licensecheck.declarations import Style
    from licensecheck.sheets import Rule, Sheet

# Importance, origin (layer, sheet, attribute), specificity, order: what decides between two declarations.
_Rank = tuple[bool, int, tuple[int, int, int], tuple[int, int]]
# The names of its subject, a selector, the rule.
_Question = tuple[list[str], str, "Rule"]
_Index = dict[str, "list[Element]"]
_IN_LAYER, _IN_SHEET, _IN_ATTRIBUTE = range(3)
_WEAKEST: _Rank = (False, 0, (0, 0, 0), (0, 0))

# Selectors of what a script is about to show: loaders, fade-ins, tabs that wait, pages that wait for an experiment.
_AWAITS_SCRIPT = pattern(
    r"\.(?:no-?)?js\b|js-|lazy|load|anim|reveal|invisible|\baos\b|\bwow\b|fade|cloak|async-hide|fouc"
)
_STATE = pattern(
    r"::|:(?:hover|focus|active|target|visited|checked|link|any-link|open|popover|fullscreen)", re.IGNORECASE
)
_PSEUDO = pattern(r"(?<!\\):[\w-]+(?:\([^)]*\))?")
# Tests of an element by a selector; real pages need some dozens, and 20,000 take about a tenth of a second.
_TESTS = 20_000

# A page that hides itself waits for a script; nothing could be read of it otherwise.
_PAGE = frozenset({"html", "body"})

_CLASSES = attributes("//@class")
_IDENTIFIERS = attributes("//@id")
# One by one: an expression that asks each element for all of them takes three times as long.
_STYLES = attributes("//@style")
_MARKERS = (attributes("//@hidden"), attributes("//@popover"))
_SIZES_ITS_TEXT = test("*[@class or @style]")


def hides(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden by its own attributes: `hidden`, `popover`, a closed dialog, its inline style.

    A closed `details` is not: a reader opens it. `hidden="until-found"` is: nobody reads it before a search.
    """
    style = attributes.get("style", "")
    if "hidden" in attributes or "popover" in attributes or (tag == "dialog" and "open" not in attributes):
        return "display" not in style or read_style(style).values.get("display", "none") == "none"
    return _conceals(style)


def _conceals(style: str) -> bool:
    return (may_hide(style.lower()) and bool(read_style(style).hides_by)) or (may_blend(style) and blends(style))


def attribute_hidden(root: Element) -> Iterator[Element]:
    """The elements that are hidden by their own attributes."""
    yield from (element for style, element in _STYLES(root) if _conceals(style))
    marked = (element for markers in _MARKERS for _, element in markers(root))
    for element in (*marked, *root.iter("dialog")):
        if hides(str(element.tag), dict(element.items())):
            yield element


def unspoken(attributes: Mapping[str, str]) -> bool:
    """Whether screen readers leave an element out; the eye still sees it, so that `hides` does not count it."""
    return attributes.get("aria-hidden", "").strip().lower() == "true"


def sheet_hidden(root: Element) -> frozenset[Element]:
    """The elements that the page's own style sheets hide on a desktop screen, `html` and `body` excepted.

    The cascade is followed for these elements only: a rule that weighs more, or the style attribute, shows them again.
    """
    sheets = read_sheets(root)
    hiding = list(rules(sheets, HINT))
    if not hiding:
        return frozenset()
    present = _index(root)
    asked = [(subject(text), text, rule) for text, rule in _on_page(hiding, present) if _is_certain(text, rule)]
    for name in {name for own, _, _ in asked for name in own} - present.keys():
        present[name] = list(root.iter(name))
    hidden: dict[Element, dict[str, _Rank]] = {}
    for element, rule, specificity in _matching(asked, present):
        name = read_style(rule.declarations).hides_by
        if name != "font-size" or not _SIZES_ITS_TEXT(element):
            ways = hidden.setdefault(element, {})
            ways[name] = max(_rank(rule, specificity, name), ways.get(name, _WEAKEST))
    if hidden:
        _show(hidden, sheets, present)
    return frozenset(element for element, ways in hidden.items() if ways)


def _index(root: Element) -> _Index:
    """The elements that have each class (".credit") and each identifier ("#footer") of the page."""
    index: _Index = {}
    for value, element in _CLASSES(root):
        for name in value.split():
            index.setdefault(f".{name}", []).append(element)
    for value, element in _IDENTIFIERS(root):
        index.setdefault(f"#{value}", []).append(element)
    return index


def _on_page(found: Iterable[Rule], present: _Index) -> Iterator[tuple[str, Rule]]:
    """The selectors of these rules whose classes and identifiers all occur on the page, each with its rule."""
    return ((text, rule) for rule in found for text in rule.selectors if present.keys() >= set(names(text)))


def _is_certain(selector: str, rule: Rule) -> bool:
    """Whether nothing but the markup decides that this rule hides what the selector matches."""
    return (
        is_static(selector)
        and bool(read_style(rule.declarations).hides_by)
        and rule.applies is Applies.SURELY
        and bool(subject(selector))
        and not _AWAITS_SCRIPT.search(selector.lower())
    )


def _matching(asked: Iterable[_Question], index: _Index) -> Iterator[tuple[Element, Rule, tuple[int, int, int]]]:
    """Each element that a rule selects, with the rule and the specificity; rare names first, within `_TESTS`."""
    candidates = [(min((index[name] for name in own), key=len), text, rule) for own, text, rule in asked]
    candidates.sort(key=lambda candidate: len(candidate[0]))
    pairs = ((element, text, rule) for found, text, rule in candidates for element in found)
    for element, text, rule in islice(pairs, _TESTS):
        selector = compiled(text)
        if selector and element.tag not in _PAGE and (text in index or selector.matches(element)):
            yield element, rule, selector.specificity


def _rank(rule: Rule, specificity: tuple[int, int, int], name: str) -> _Rank:
    important = name in read_style(rule.declarations).important
    return (important, _IN_LAYER if rule.layered else _IN_SHEET, specificity, rule.order)


def _show(hidden: Mapping[Element, dict[str, _Rank]], sheets: Sequence[Sheet], present: _Index) -> None:
    """Take from `hidden` the ways that a stronger declaration undoes."""
    cue = re.compile("|".join(sorted({name for ways in hidden.values() for name in ways})))
    index: _Index = {}
    for element in hidden:
        for name in (str(element.tag), *map(".{}".format, element.get("class", "").split()), f"#{element.get('id')}"):
            index.setdefault(name, []).append(element)
    asked: list[_Question] = []
    for text, rule in _on_page(rules(sheets, cue), present):
        plain = _PSEUDO.sub("", text)
        own = subject(plain)
        if own and index.keys() >= set(own) and rule.applies and not _STATE.search(text):
            asked.append((own, plain, rule))
    for element, rule, specificity in _matching(asked, index):
        style = read_style(rule.declarations)
        _undo(hidden[element], style, {name: _rank(rule, specificity, name) for name in style.values})
    for element, ways in hidden.items():
        style = read_style(element.get("style", ""))
        _undo(ways, style, {name: (name in style.important, _IN_ATTRIBUTE, (0, 0, 0), (0, 0)) for name in style.values})


def _undo(ways: dict[str, _Rank], style: Style, ranks: Mapping[str, _Rank]) -> None:
    for name in ranks.keys() & ways.keys():
        if name != style.hides_by and ranks[name] > ways[name]:
            del ways[name]
