"""CSS selectors as tests of a single element, at a cost that grows with its depth only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import XPathError

from licensecheck.patterns import pattern
from licensecheck.xpath import test

if TYPE_CHECKING:
    from collections.abc import Callable

    from cssselect.parser import Tree
    from lxml.etree import _Element as Element

_UNSURE = pattern(r"(?<!\\):|[|~](?!=)|&")
_VALUES = pattern(r"\[[^\]]*\]")
_NAME = pattern(r"[.#][^\s.#:,>+~*|&()\\]+(?:\\.[^\s.#:,>+~*|&()\\]*)*")
_TAG = pattern(r"[a-z][\w-]*", re.IGNORECASE)
_STEPS = {">": "../", "+": "preceding-sibling::*[1]/"}


class Selector(NamedTuple):
    """A compiled selector: its specificity (Selectors Level 4, §17), and the test whether an element matches."""

    specificity: tuple[int, int, int]
    matches: Callable[[Element], bool]


def is_static(selector: str) -> bool:
    """Whether a selector asks only for names, attributes and ancestors: no state, no counting, no sibling at large."""
    return _UNSURE.search(selector) is None


def names(selector: str) -> list[str]:
    """The classes and identifiers that the selector asks for anywhere, as in `.credit` and `#footer`."""
    if "[" in selector:
        selector = _VALUES.sub("", selector)
    found = _NAME.findall(selector)
    return [name.replace("\\", "") for name in found] if "\\" in selector else found


def subject(selector: str) -> list[str]:
    """The classes and identifiers that a matching element itself has, or else its tag; empty if it may be any."""
    compounds = _VALUES.sub("", selector).replace(">", " ").replace("+", " ").split()
    last = compounds[-1] if compounds else ""
    return names(last) or [tag.lower() for tag in _TAG.findall(last)[:1]]


@lru_cache(maxsize=4096)
def compiled(selector: str) -> Selector | None:
    """Compile a selector; `None` if it is not static, or no valid selector."""
    from cssselect import SelectorError, parse  # noqa: PLC0415 (slow to load; most pages have no style sheet of weight)

    if not is_static(selector):
        return None
    try:
        (parsed,) = parse(selector)
        return Selector(parsed.specificity(), test(_path(parsed.parsed_tree)))
    except (SelectorError, ValueError, XPathError):
        return None


def _path(tree: Tree) -> str:
    """The XPath from an element to the outermost ancestor that the selector asks for.

    It goes right to left and takes the nearest ancestor that fits, which is as good as any other, so that nothing
    is ever tried twice.
    """
    from cssselect import HTMLTranslator  # noqa: PLC0415 (as above)
    from cssselect.parser import CombinedSelector  # noqa: PLC0415 (as above)

    translate = HTMLTranslator().xpath
    path, climb = "self::*", ""
    while isinstance(tree, CombinedSelector):
        path += f"[{climb}self::{translate(tree.subselector)}]"
        if tree.combinator == " ":
            path, climb = f"{path}[1]/{climb}ancestor::*", ""
        else:
            climb += _STEPS[tree.combinator]
        tree = tree.selector
    return f"{path}[{climb}self::{translate(tree)}]"
