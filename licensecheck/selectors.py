"""CSS selectors as tests of a single element, at a cost that grows with its depth only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.patterns import pattern
from licensecheck.siblings import place_test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element as Element

    Test = Callable[[Element], bool]
    # What leads from one element to the one on its left, and what that must pass.
    Step = tuple[Callable[[Element], Element | None], tuple[Test, ...]]

Specificity = tuple[int, int, int]

_VALUES = pattern(r"\[[^\[\]]*\]")
_ARGUMENTS = pattern(r"\([^()]*\)")
_NAME = pattern(r"[.#][\w-]*+(?:\\.[\w-]*+)*+")
_TAG = pattern(r"[a-z][\w-]*", re.IGNORECASE)
_COMBINATOR = pattern(r"\s*+([>+])\s*|\s+(?![>+~])")
_SIMPLE = pattern(
    r"(?P<kind>[.#]?)(?P<name>-?(?:[^\W\d]|[_\u0080-\U0010ffff]|\\.)(?:[\w-]|\\.)*+|--(?:[\w-]|\\.)*+)|(?P<any>\*)|"
    r"\[\s*(?P<key>[\w-]+)\s*(?:(?P<operator>[~^$*]?=)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\]\"']+)\s*)?\]|"
    r":(?P<pseudo>[a-z-]+)(?:\((?P<argument>(?:[^()]|\([^()]*\))*+)\))?",
    re.IGNORECASE,
)
_COMPARISONS: dict[str, Callable[[str, str], bool]] = {
    "=": str.__eq__,
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": str.__contains__,
    "~=": lambda value, word: word in value.split(),
}


class Selector(NamedTuple):
    """A compiled selector.

    `specificity` is that of Selectors Level 4, §17. A matching element has all the names (".class", "#id", "[key]" or
    the tag) of one of the `anchors`; without any it may be any element. The names `above` are those of its ancestors.
    `units` are what descent separates, the last first; `sure` says that nothing was taken to be so.
    """

    specificity: Specificity
    anchors: tuple[tuple[str, ...], ...]
    above: frozenset[str]
    units: tuple[tuple[Step, ...], ...]
    sure: bool

    def matches(self, element: Element) -> bool:
        """Whether the selector selects the element.

        Of the ancestors it takes the nearest that fits, which is as good as any other, so that nothing is ever
        tried twice.
        """
        leftmost = _leftmost(self.units[0], element)
        for unit in self.units[1:]:
            if leftmost is None:
                return False
            fitting = (_leftmost(unit, outer) for outer in leftmost.iterancestors())
            leftmost = next((found for found in fitting if found is not None), None)
        return leftmost is not None


class _Compound(NamedTuple):
    """What a selector asks of one element."""

    specificity: Specificity
    anchors: tuple[tuple[str, ...], ...]
    tests: tuple[Test, ...]
    sure: bool = True


class _NotStaticError(ValueError):
    """The selector is not valid, or asks for what the markup alone does not decide."""


def names(selector: str) -> list[str]:
    """The classes and identifiers that the selector surely asks for somewhere, as in `.credit` and `#footer`."""
    selector = _without_lists(selector)
    found = _NAME.findall(selector)
    return [name.replace("\\", "") for name in found] if "\\" in selector else found


def subject(selector: str) -> list[str]:
    """The classes and identifiers that a matching element itself has, or else its tag; empty if it may be any."""
    compounds = _without_lists(selector).replace(">", " ").replace("+", " ").rsplit(None, 1)
    last = compounds[-1] if compounds else ""
    return names(last) or [tag.lower() for tag in _TAG.findall(last)[:1]]


def _without_lists(selector: str) -> str:
    """The selector without values of attributes, and without selectors in parentheses."""
    if "[" in selector:
        selector = _VALUES.sub("", selector)
    return _ARGUMENTS.sub("", selector) if "(" in selector else selector


def split_list(selectors: str) -> Iterator[str]:
    """The selectors of a list, one by one; a comma in parentheses or brackets separates nothing."""
    if "(" not in selectors and "[" not in selectors:
        yield from map(str.strip, selectors.split(","))
        return
    held: list[str] = []
    depth = 0
    for piece in selectors.split(","):
        held.append(piece)
        depth += piece.count("(") + piece.count("[") - piece.count(")") - piece.count("]")
        if depth <= 0:
            yield ",".join(held).strip()
            held, depth = [], 0


@lru_cache(maxsize=4096)
def compiled(selector: str, *, lenient: bool = False) -> Selector | None:
    """Compile a selector; `None` if it is not valid, or asks for more than names, attributes, places and ancestors.

    A lenient one takes all else that it asks for, as `:not(…)`, to be so.
    """
    try:
        return _parse(selector.strip(), lenient=lenient)
    except _NotStaticError:
        return None


def _parse(selector: str, *, lenient: bool) -> Selector:
    position = 0
    compounds: list[_Compound] = []
    combinators = [" "]
    while True:
        found = list(_simple_selectors(selector, position))
        position = found[-1].end() if found else position
        compounds.append(_merged([_read(simple, lenient=lenient) for simple in found]))
        combinator = _COMBINATOR.match(selector, position)
        if not combinator:
            break
        combinators.append(combinator[1] or " ")
        position = combinator.end()
    if position != len(selector):
        raise _NotStaticError
    specificity = _sum(compound.specificity for compound in compounds)
    # Left of a sibling stands an ancestor again, but which names are whose is not worth telling apart.
    outer = compounds[:-1] if "+" not in combinators else []
    above = frozenset(name for each in outer if len(each.anchors) == 1 for name in each.anchors[0])
    sure = all(compound.sure for compound in compounds)
    return Selector(specificity, compounds[-1].anchors, above, tuple(_units(compounds, combinators)), sure)


def _simple_selectors(selector: str, position: int) -> Iterator[re.Match[str]]:
    """The parts of the compound that begins there; a tag or `*` stands first."""
    start = position
    while found := _SIMPLE.match(selector, position):
        if position > start and (found["any"] or found["kind"] == "" != found["name"]):
            raise _NotStaticError
        yield found
        position = found.end()


def _read(simple: re.Match[str], *, lenient: bool) -> _Compound:
    if simple["any"]:
        return _Compound((0, 0, 0), (), ())
    if simple["key"]:
        return _attribute(simple["key"].lower(), simple["operator"], (simple["value"] or "").strip("\"'"))
    if simple["pseudo"]:
        return _pseudo_class(simple["pseudo"].lower(), simple["argument"], lenient=lenient)
    name = simple["name"].replace("\\", "")
    match simple["kind"]:
        case ".":
            return _Compound((0, 1, 0), ((f".{name}",),), (lambda element: name in element.get("class", "").split(),))
        case "#":
            return _Compound((1, 0, 0), ((f"#{name}",),), (lambda element: element.get("id") == name,))
    tag = name.lower()
    return _Compound((0, 0, 1), ((tag,),), (lambda element: element.tag == tag,))


def _attribute(key: str, operator: str | None, wanted: str) -> _Compound:
    if not operator:
        return _Compound((0, 1, 0), ((f"[{key}]",),), (lambda element: element.get(key) is not None,))
    compare = _COMPARISONS[operator]
    # Nothing begins with, ends with, holds or lists an empty word (Selectors Level 4, §6.2).
    never = not wanted and operator != "="
    test: Test = lambda element: not never and compare(element.get(key) or "", wanted)  # noqa: E731 (a value)
    return _Compound((0, 1, 0), ((f"[{key}]",),), (lambda element: element.get(key) is not None, test))


def _pseudo_class(name: str, argument: str | None, *, lenient: bool) -> _Compound:
    if name in {"is", "where"} and argument is not None:
        return _any_of([_parse(each, lenient=lenient) for each in split_list(argument)], weighs=name == "is")
    test = place_test(name, argument or "")
    if test:
        return _Compound((0, 1, 0), (), (test,))
    if lenient:
        return _Compound((0, 1, 0), (), (), sure=False)
    raise _NotStaticError


def _any_of(choices: list[Selector], *, weighs: bool) -> _Compound:
    """What `:is()` and `:where()` ask for."""
    specificity = max(choice.specificity for choice in choices) if weighs else (0, 0, 0)
    anchors = tuple(anchor for choice in choices for anchor in choice.anchors)
    known = all(choice.anchors for choice in choices)
    sure = all(choice.sure for choice in choices)
    test: Test = lambda element: any(choice.matches(element) for choice in choices)  # noqa: E731 (a value)
    return _Compound(specificity, anchors if known else (), (test,), sure)


def _merged(parts: list[_Compound]) -> _Compound:
    """One compound of its simple parts."""
    if not parts:
        raise _NotStaticError
    single = [part.anchors[0] for part in parts if len(part.anchors) == 1]
    names_ = tuple(name for anchor in single for name in anchor)
    several = next((part.anchors for part in parts if len(part.anchors) > 1), ())
    tests = tuple(test for part in parts for test in part.tests)
    sure = all(part.sure for part in parts)
    return _Compound(_sum(part.specificity for part in parts), (names_,) if names_ else several, tests, sure)


def _sum(specificities: Iterable[Specificity]) -> Specificity:
    identifiers, classes, tags = zip(*specificities, strict=True)
    return sum(identifiers), sum(classes), sum(tags)


def _units(compounds: list[_Compound], combinators: list[str]) -> Iterator[tuple[Step, ...]]:
    """What descent separates, the last first; each from right to left. A combinator stands left of its compound."""
    steps: list[Step] = []
    way = _WAYS[" "]
    for compound, combinator in zip(reversed(compounds), reversed(combinators), strict=True):
        steps.append((way, compound.tests))
        way = _WAYS[combinator]
        if combinator == " ":
            yield tuple(steps)
            steps = []


def _leftmost(unit: tuple[Step, ...], element: Element) -> Element | None:
    """The element that the leftmost part of a unit stands for, if its last part stands for this one."""
    for way, tests in unit:
        place = way(element)
        if place is None or not all(test(place) for test in tests):
            return None
        element = place
    return element


_WAYS: dict[str, Callable[[Element], Element | None]] = {
    " ": lambda element: element,
    ">": lambda element: element.getparent(),
    "+": lambda element: element.getprevious(),
}
