"""The cascade of a page's own style sheets (CSS Cascade 5), as far as it can be followed without a browser."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.conditions import Applies
from licensecheck.declarations import read_style
from licensecheck.patterns import pattern
from licensecheck.selectors import compiled, names, subject
from licensecheck.sheets import nested, read_sheets, rules
from licensecheck.xpath import located, strings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

    from licensecheck.declarations import Style
    from licensecheck.selectors import Selector, Specificity
    from licensecheck.sheets import Rule
    from licensecheck.xpath import Attribute

# The elements by what they are called: ".class", "#id", "[attribute]", "tag".
Index = dict[str, list["Element"]]
# Importance, origin (layer, sheet, attribute), specificity, order: what decides between two declarations.
Rank = tuple[bool, int, "Specificity", tuple[int, int]]
_IN_LAYER, _IN_SHEET, _IN_ATTRIBUTE = range(3)
WEAKEST: Rank = (False, -1, (0, 0, 0), (0, 0))

# Tests of an element by a selector; real pages need some dozens, and 20,000 take about a tenth of a second.
_TESTS = 20_000
_STATE = pattern(
    r"::|:(?:after|before|hover|focus|active|target|visited|checked|link|any-link|open|popover|fullscreen)",
    re.IGNORECASE,
)
_ALL_NAMED = pattern(r"[^,.#]*+[.#][^,]*+(?:,[^,.#]*+[.#][^,]*+)*+")
_VARIABLE = pattern(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_DEFINITION = pattern(r"--(?<![\w-]--)[\w-]++\s*:")
_ROOTS = frozenset({":root", "html", "body", ":host", "*"})

_CLASSES, _IDENTIFIERS = located("//@class"), located("//@id")
_CLASS_NAMES, _IDENTIFIER_NAMES = strings("//@class"), strings("//@id")
_STYLES = located("//@style")
_SPECIAL = ("dialog", "font", "link", "style")


class Cascade:
    """The style sheets in a page, and which of its elements they style."""

    def __init__(self, root: Element) -> None:
        """Find what has a say, in one pass; all else is worked out when it is asked for."""
        self.root = root
        self.special: dict[str, list[Element]] = {tag: [] for tag in _SPECIAL}
        for element in root.iter(*_SPECIAL):
            self.special[str(element.tag)].append(element)
        self.styles = _STYLES(root)
        self.sheets = read_sheets(self.special["style"])
        self._read: dict[str, Style] = {}
        self._called: dict[Element, list[str]] = {}
        # The names of elements and all around them.
        self._above: dict[Element | None, frozenset[str]] = {None: frozenset()}

    @cached_property
    def is_whole(self) -> bool:
        """Whether no style sheet from elsewhere has a say."""
        linked = any("style" in f"{link.get('rel')} {link.get('as')}".lower() for link in self.special["link"])
        return not linked and not any("@import" in sheet.text for sheet in self.sheets)

    def style(self, rule: Rule) -> Style:
        """What the rule declares, variables filled in where the page sets them once and for all."""
        declarations = rule.declarations
        if declarations not in self._read:
            filled = _VARIABLE.sub(self._value, declarations) if "var(" in declarations else declarations
            self._read[declarations] = read_style(filled)
        return self._read[declarations]

    def on_page(self, cue: re.Pattern[str], known: frozenset[str] | None = None) -> Iterator[tuple[str, Rule]]:
        """The selectors with the cue whose classes and identifiers are all known, each with its rule.

        By default those of the page are; names of siblings always are.
        """
        for rule in rules(self.sheets, cue):
            known_here = self._names if known is None or "+" in rule.prelude else known
            asked = names(rule.prelude)
            if known_here.issuperset(asked):
                yield from ((text, rule) for text in rule.selectors)
            elif "," in rule.prelude and not (known_here.isdisjoint(asked) and _ALL_NAMED.fullmatch(rule.prelude)):
                yield from ((text, rule) for text in rule.selectors if known_here.issuperset(names(text)))

    def strict(self, text: str, rule: Rule) -> Selector | None:
        """The selector of a rule that surely holds, if nothing but the markup decides what it selects."""
        if rule.around.applies is not Applies.SURELY:
            return None
        selector = compiled(nested(text, rule.around.outer))
        return selector if selector and selector.anchors else None

    def lenient(self, cue: re.Pattern[str], elements: Iterable[Element]) -> Iterator[tuple[Element, Selector, Rule]]:
        """Each of the elements that a rule with the cue may select, whatever the reader does not do."""
        index: Index = {}
        for element in elements:
            for name in self._names_of(element):
                index.setdefault(name, []).append(element)
        known = frozenset(index).union(*map(self._names_of, with_outer(elements)))
        asked = []
        for text, rule in self.on_page(cue, known):
            if all(name in index for name in subject(text)) and not _STATE.search(text):
                # Of what stands around a rule nothing is asked, unless the rule is for just that.
                selector = compiled(text.replace("&", "") or nested(text, rule.around.outer), lenient=True)
                if selector and selector.anchors and rule.around.applies is not Applies.NEVER:
                    asked.append((selector, rule))
        return self._matching(asked, index)

    def selected(self, asked: Collection[tuple[Selector, Rule]]) -> Iterator[tuple[Element, Selector, Rule]]:
        """Each element of the page that one of these selectors selects, with it and its rule."""
        index = self._locate({name for selector, _ in asked for anchor in selector.anchors for name in anchor})
        return self._matching(asked, index)

    def _matching(
        self, asked: Iterable[tuple[Selector, Rule]], index: Index
    ) -> Iterator[tuple[Element, Selector, Rule]]:
        """Each element of the index that a selector selects; rare names first, within `_TESTS`."""
        candidates = [
            (min((index.get(name, []) for name in anchor), key=len), selector, rule)
            for selector, rule in asked
            for anchor in selector.anchors
        ]
        candidates.sort(key=lambda candidate: len(candidate[0]))
        pairs = ((element, selector, rule) for found, selector, rule in candidates for element in found)
        for element, selector, rule in islice(pairs, _TESTS):
            # Most candidates fail for want of a name above them, which is quickly seen.
            if (not selector.above or selector.above <= self._names_above(element)) and selector.matches(element):
                yield element, selector, rule

    def _names_above(self, element: Element) -> frozenset[str]:
        """All names of the ancestors."""
        unknown = []
        for outer in element.iterancestors():
            if outer in self._above:
                break
            unknown.append(outer)
        for outer in reversed(unknown):
            self._above[outer] = self._above[outer.getparent()].union(self._names_of(outer))
        return self._above[element.getparent()]

    def _names_of(self, element: Element) -> list[str]:
        """What an element is called."""
        if element not in self._called:
            classes = map(".{}".format, element.get("class", "").split())
            keys = map("[{}]".format, element.keys())
            self._called[element] = [str(element.tag), f"#{element.get('id')}", *classes, *keys]
        return self._called[element]

    def _locate(self, wanted: Iterable[str]) -> Index:
        """The elements of the page that have each of these names."""
        index: Index = {name: [] for name in wanted}
        marks = {name[0] for name in index}
        if "." in marks:
            _gather(index, ".", _CLASSES(self.root))
        if "#" in marks:
            _gather(index, "#", _IDENTIFIERS(self.root))
        for name, found in index.items():
            if name.startswith("["):
                keyed = located(f"//@*[name()='{name[1:-1]}']")
                found.extend(attribute.getparent() for attribute in keyed(self.root))
            elif not name.startswith((".", "#")):
                found.extend(self.root.iter(name))
        return index

    @cached_property
    def _names(self) -> frozenset[str]:
        """The classes and identifiers on the page."""
        classes = set(" ".join(_CLASS_NAMES(self.root)).split())
        return frozenset(map(".{}".format, classes)).union(map("#{}".format, _IDENTIFIER_NAMES(self.root)))

    def _value(self, use: re.Match[str]) -> str:
        """What a use of a variable stands for; as written if that is not certain."""
        if not self.is_whole:
            return use[0]
        return self._variables.get(use[1].lower(), use[2]) or use[0]

    @cached_property
    def _variables(self) -> Mapping[str, str]:
        """The variables that the page sets; those that it sets otherwise for some element than for all are empty."""
        found: dict[str, str] = {}
        for rule in rules(self.sheets, _DEFINITION):
            everywhere = rule.around.applies is Applies.SURELY and _ROOTS.issuperset(rule.selectors)
            for name, value in read_style(rule.declarations).values.items():
                if name.startswith("--"):
                    found[name] = value if everywhere and found.get(name, value) == value else ""
        own = (name for style in self.styles if "--" in style for name in read_style(style).values)
        return found | dict.fromkeys(own, "")


def _gather(index: Index, mark: str, attributes: list[Attribute]) -> None:
    """Put the elements of these attributes to the names in them; many have the same value, which is read once."""
    lists: dict[str, list[list[Element]]] = {}
    for attribute in attributes:
        if attribute not in lists:
            lists[attribute] = [index[mark + word] for word in attribute.split() if mark + word in index]
        for held in lists[attribute]:
            held.append(attribute.getparent())


def with_outer(elements: Iterable[Element]) -> dict[Element, None]:
    """These elements and their ancestors."""
    found: dict[Element, None] = {}
    for element in elements:
        outer: Element | None = element
        while outer is not None and outer not in found:
            found[outer] = None
            outer = outer.getparent()
    return found


def rank(rule: Rule, selector: Selector, style: Style, name: str) -> Rank:
    """The weight that the rule gives its declaration of that property."""
    origin = _IN_LAYER if rule.around.layered else _IN_SHEET
    return name in style.important, origin, selector.specificity, rule.order


def own_rank(style: Style, name: str) -> Rank:
    """The weight of that property in a `style` attribute."""
    return name in style.important, _IN_ATTRIBUTE, (0, 0, 0), (0, 0)


def is_own(weight: Rank) -> bool:
    """Whether it is the weight of a declaration in a `style` attribute."""
    return weight[1] == _IN_ATTRIBUTE
