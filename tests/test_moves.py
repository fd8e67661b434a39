"""Text of the work in another place of the copy."""

from __future__ import annotations

import pytest

from licensecheck.anchors import Anchor
from licensecheck.moves import find_moves, without
from licensecheck.stream import Stream

LONG = "the ferry between the two islands stopped"
OTHER = "nobody had asked the people who use it"


def stream(*texts: str) -> Stream:
    return Stream(texts, [0] * len(texts))


def at(one: Stream, other: Stream, text: str) -> Anchor:
    """The match of a text in both."""
    letters = text.replace(" ", "")
    return Anchor(one.letters.index(letters), other.letters.index(letters), len(letters))


def everything(read: Stream) -> list[tuple[int, int]]:
    return [(0, len(read.letters))]


WORK, PAGE = stream(LONG, "short", OTHER), stream(OTHER, LONG, "short")


def test_the_longest_comes_first_and_none_is_used_twice() -> None:
    anchors = [at(WORK, PAGE, OTHER), at(WORK, PAGE, LONG), at(WORK, PAGE, LONG[:30])]
    found = list(find_moves(WORK, PAGE, anchors, everything(WORK), everything(PAGE)))
    assert found == [anchors[1], anchors[0]]


@pytest.mark.parametrize(
    ("text", "found"), [("short", True), ("the ferry between", False), ("the ferry between the two islands", True)]
)
def test_a_short_piece_counts_as_a_whole_paragraph_only(text: str, *, found: bool) -> None:
    anchor = at(WORK, PAGE, text)
    assert list(find_moves(WORK, PAGE, [anchor], everything(WORK), everything(PAGE))) == [anchor] * found


def test_a_match_is_clipped_to_what_is_missing_and_free() -> None:
    whole = at(WORK, PAGE, LONG)
    missing = [(whole.work + 3, whole.work_end)]
    free = [(whole.page, whole.page_end - len("stopped"))]
    assert list(find_moves(WORK, PAGE, [whole], missing, free)) == [whole.cut(3, len("stopped"))]


def test_a_match_is_cut_to_whole_words() -> None:
    whole = at(WORK, PAGE, LONG)
    missing = [(whole.work + 1, whole.work_end - 1)]
    found = list(find_moves(WORK, PAGE, [whole], missing, everything(PAGE)))
    assert found == [whole.cut(len("the"), len("stopped"))]


@pytest.mark.parametrize("sides", [([], [(0, 99)]), ([(0, 99)], []), ([], [])])
def test_nothing_moves_out_of_nothing(sides: tuple[list[tuple[int, int]], list[tuple[int, int]]]) -> None:
    assert list(find_moves(WORK, PAGE, [at(WORK, PAGE, LONG)], *sides)) == []


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ((0, 10), [(20, 30)]),
        ((2, 5), [(0, 2), (5, 10), (20, 30)]),
        ((5, 25), [(0, 5), (25, 30)]),
        ((10, 20), [(0, 10), (20, 30)]),
        ((0, 30), []),
    ],
)
def test_without(taken: tuple[int, int], left: list[tuple[int, int]]) -> None:
    assert without([(0, 10), (20, 30)], taken) == left
