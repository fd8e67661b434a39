"""Compiled XPath expressions with the type of what they find; all take the element to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    class Attribute(str):
        """A value that knows where it comes from; lxml's types do not know that an attribute has an element."""

        __slots__ = ()

        def getparent(self) -> Element:
            """The element that has the attribute."""


def elements(path: str) -> Callable[[Element], list[Element]]:
    """An expression that finds elements, in document order."""
    return cast("Callable[[Element], list[Element]]", etree.XPath(path))


def strings(path: str) -> Callable[[Element], list[str]]:
    """An expression that finds text nodes or attribute values, in document order."""
    return cast("Callable[[Element], list[str]]", etree.XPath(path, smart_strings=False))


def located(path: str) -> Callable[[Element], list[Attribute]]:
    """An expression that finds attributes, in document order, each of which knows its element.

    Many times as fast as one that finds the elements that have the attribute.
    """
    return cast("Callable[[Element], list[Attribute]]", etree.XPath(path))


def attributes(path: str) -> Callable[[Element], Iterator[tuple[str, Element]]]:
    """As `located`, each with its element."""
    find = located(path)
    return lambda element: ((value, value.getparent()) for value in find(element))


def test(condition: str) -> Callable[[Element], bool]:
    """An expression that says yes or no; raises `etree.XPathError` or `ValueError` if it is no valid XPath."""
    return cast("Callable[[Element], bool]", etree.XPath(f"boolean({condition})"))
