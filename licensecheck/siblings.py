"""CSS tests of where an element stands among its siblings (Selectors Level 4, §14), `:root` and `:empty` with them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_PLACE = pattern(r"(first|last|only|nth|nth-last)-(child|of-type)")
_FORMULA = pattern(r"([+-]?\d{0,6})n(?:([+-]\d{1,6}))?|([+-]?\d{1,6})", re.IGNORECASE)
# The sides on which no sibling may stand; true is behind the element.
_ENDS = {"first": (False,), "last": (True,), "only": (False, True)}
_WORDS = {"odd": "2n+1", "even": "2n"}
# No farther is counted, so that no list is too long.
_MOST_SIBLINGS = 500


def place_test(name: str, argument: str) -> Callable[[Element], bool] | None:
    """The test that a pseudo-class stands for, its argument given; `None` if it asks for something else."""
    if name == "root":
        return lambda element: element.getparent() is None
    if name == "empty":
        return lambda element: len(element) == 0 and not element.text
    place = _PLACE.fullmatch(name)
    if not place:
        return None
    alike = place[2] == "of-type"
    if sides := _ENDS.get(place[1]):
        return lambda element: not any(_count(element, alike=alike, after=after) for after in sides)
    return _counted(argument, alike=alike, after=place[1] == "nth-last")


def _counted(formula: str, *, alike: bool, after: bool) -> Callable[[Element], bool] | None:
    """The test whether an element's place, counted from 1, is one that `An+B` gives (CSS Syntax 3, §6)."""
    written = "".join(formula.lower().split())
    found = _FORMULA.fullmatch(_WORDS.get(written, written))
    if not found:
        return None
    signs = {"": 1, "+": 1, "-": -1}
    step = 0 if found[3] else signs.get(found[1]) or int(found[1])
    offset = int(found[3] or found[2] or 0)

    def fits(element: Element) -> bool:
        beyond = _count(element, alike=alike, after=after) + 1 - offset
        return beyond == 0 if step == 0 else beyond % step == 0 and beyond // step >= 0

    return fits


def _count(element: Element, *, alike: bool, after: bool) -> int:
    """How many siblings stand before or after the element, of its own tag if they are to be `alike`."""
    siblings = element.itersiblings(str(element.tag) if alike else None, preceding=not after)
    return sum(1 for _ in islice(siblings, _MOST_SIBLINGS))
