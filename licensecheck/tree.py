"""The elements of a page as numbers, so that no stage after the parser holds a document object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Tree(NamedTuple):
    """The elements of a page by number, in document order; number 0 is the root.

    Parallel tuples: `parents` (-1 for the root), `ends` (one past the last descendant), `tags` (lower case),
    `classes` (the class, id and role attributes as written, joined by spaces; "" if none), `looks` (the
    class attribute alone: elements of one look share it). `hiding` holds the
    elements that hide what is in them, `silent` those that keep it from screen readers.
    """

    parents: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    classes: tuple[str, ...]
    looks: tuple[str, ...] = ()
    hiding: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()

    def ancestors(self, element: int) -> Iterator[int]:
        """The element itself, then its ancestors up to the root."""
        while element >= 0:
            yield element
            element = self.parents[element]

    def contains(self, outer: int, inner: int) -> bool:
        """Whether `inner` is `outer` or one of its descendants."""
        return outer <= inner < self.ends[outer]

    def children(self, element: int) -> Iterator[int]:
        """The child elements, in order."""
        child, end = element + 1, self.ends[element]
        while child < end:
            yield child
            child = self.ends[child]

    def path(self, element: int) -> str:
        """The element's XPath from the root, as in `/html/body/main/p[5]`; an index only where needed."""
        steps = []
        for number in self.ancestors(element):
            tag = self.tags[number]
            parent = self.parents[number]
            twins = [c for c in self.children(parent) if self.tags[c] == tag] if parent >= 0 else [number]
            steps.append(f"{tag}[{twins.index(number) + 1}]" if len(twins) > 1 else tag)
        return "/" + "/".join(reversed(steps))
