"""Compiled XPath expressions with the type of what they find; all take the element to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element


def elements(path: str) -> Callable[[Element], list[Element]]:
    """An expression that finds elements, in document order."""
    return cast("Callable[[Element], list[Element]]", etree.XPath(path))


def strings(path: str) -> Callable[[Element], list[str]]:
    """An expression that finds text nodes or attribute values, in document order."""
    return cast("Callable[[Element], list[str]]", etree.XPath(path, smart_strings=False))


def test(condition: str) -> Callable[[Element], bool]:
    """An expression that says yes or no; raises `etree.XPathError` or `ValueError` if it is no valid XPath."""
    return cast("Callable[[Element], bool]", etree.XPath(f"boolean({condition})"))
