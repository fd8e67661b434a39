"""The elements of a page by number."""

from __future__ import annotations

import pytest

from licensecheck.tree import Tree

TREE = Tree(
    parents=(-1, 0, 0, 2, 2, 4, 2, 2),
    ends=(8, 2, 8, 4, 6, 6, 7, 8),
    tags=("html", "head", "body", "p", "div", "p", "p", "a"),
    classes=("",) * 8,
)


@pytest.mark.parametrize(
    ("element", "path"),
    [
        (0, "/html"),
        (2, "/html/body"),
        (3, "/html/body/p[1]"),
        (5, "/html/body/div/p"),
        (6, "/html/body/p[2]"),
        (7, "/html/body/a"),
    ],
)
def test_path_has_indexes_where_needed(element: int, path: str) -> None:
    assert TREE.path(element) == path


@pytest.mark.parametrize(("element", "outwards"), [(5, [5, 4, 2, 0]), (0, [0]), (-1, [])])
def test_ancestors_begin_with_the_element(element: int, outwards: list[int]) -> None:
    assert list(TREE.ancestors(element)) == outwards


@pytest.mark.parametrize(("element", "children"), [(0, [1, 2]), (2, [3, 4, 6, 7]), (4, [5]), (7, [])])
def test_children_are_in_order(element: int, children: list[int]) -> None:
    assert list(TREE.children(element)) == children


def test_contains_agrees_with_ancestors() -> None:
    for inner in range(8):
        holding = {outer for outer in range(8) if TREE.contains(outer, inner)}
        assert holding == set(TREE.ancestors(inner))
