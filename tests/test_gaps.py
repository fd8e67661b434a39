"""The word diff of what stands between two matches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck import gaps
from licensecheck.gaps import Difference, differences, shared_pairs, slide
from licensecheck.stream import Stream


def stream(text: str) -> Stream:
    """The stream of the lines of a text."""
    lines = text.split("\n")
    return Stream(lines, [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))])


def compared(before: str, after: str) -> list[tuple[str, tuple[str, ...]]]:
    """The letters of the differences between two whole texts."""
    work, page = stream(before), stream(after)
    found = differences(work, page, (0, len(work.letters)), [(0, len(page.letters))])
    return [
        (work.letters[start:end], tuple(page.letters[low:high] for low, high in pages)) for (start, end), pages in found
    ]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("one two three", "one two three", []),
        ("one two three", "one 2 three", [("two", ("2",))]),
        ("one two three", "one three", [("two", ())]),
        ("one three", "one two three", [("", ("two",))]),
        ("one two", "one two three", [("", ("three",))]),
        ("one", "", [("one", ())]),
        ("", "one", [("", ("one",))]),
        ("one two", "onetwo", []),
        ("Times reported it", "Timesreported it", []),
        ("a\nb c", "a b\nx c", [("", ("x",))]),
        ("a b", "a x\ny b", [("", ("x", "y"))]),
        ("a b c d e", "a x c y e", [("b", ("x",)), ("d", ("y",))]),
        ("a b1 b2 c d1 d2 e", "a x1 x2 c y1 y2 e", [("b1b2cd1d2", ("x1x2cy1y2",))]),
        ("a b1 b2 c c c d1 d2 e", "a x1 x2 c c c y1 y2 e", [("b1b2", ("x1x2",)), ("d1d2", ("y1y2",))]),
    ],
)
def test_differences(before: str, after: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert compared(before, after) == found


def test_pieces_apart_are_ranges_apart() -> None:
    work, page = stream("a b c"), stream("a x\nforeign\ny c")
    begin = page.letters.index("yc")
    (found,) = differences(work, page, (0, 3), [(0, 2), (begin, begin + 2)])
    assert found == Difference((1, 2), ((1, 2), (begin, begin + 1)))


def test_a_huge_gap_is_one_replacement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "MOST_CELLS", 8)
    assert compared("a b c", "x b z") == [("abc", ("xbz",))]
    monkeypatch.setattr(gaps, "MOST_CELLS", 9)
    assert compared("a b c", "x b z") == [("a", ("x",)), ("c", ("z",))]


SPOKEN = st.lists(st.sampled_from("a b c the ferry boat 1 2 ab".split()), max_size=25).map(" ".join)


@given(SPOKEN, SPOKEN)
def test_the_differences_make_one_text_of_the_other(before: str, after: str) -> None:
    work, page = stream(before), stream(after)
    made, at = "", 0
    for (start, end), pages in differences(work, page, (0, len(work.letters)), [(0, len(page.letters))]):
        assert at <= start <= end
        made += work.letters[at:start] + "".join(page.letters[low:high] for low, high in pages)
        at = end
    assert made + work.letters[at:] == page.letters


@pytest.mark.parametrize(
    ("text", "cut", "settled"),
    [
        ("He left. She stayed. She slept.", "shestayed", "shestayed"),
        ("She stayed. She slept.", "stayedshe", "shestayed"),
        ("One boat sank.\nOne boat sailed.\nOne boat", "sailedoneboat", "oneboatsailed"),
        ("the red the blue", "redthe", "thered"),
        ("ferry", "err", "err"),
    ],
)
def test_slide_finds_the_better_border(text: str, cut: str, settled: str) -> None:
    read = stream(text)
    start = read.letters.index(cut)
    shift = slide(read, (start, start + len(cut)), 0, len(read.letters))
    assert read.letters[start + shift : start + shift + len(cut)] == settled


def test_slide_stays_in_its_region() -> None:
    read = stream("She stayed. She slept.")
    start = read.letters.index("stayedshe")
    assert slide(read, (start, start + 9), start, start + 9) == 0


@given(SPOKEN, st.data())
def test_sliding_changes_nothing_but_the_place(text: str, data: st.DataObject) -> None:
    read = stream(text)
    start = data.draw(st.integers(0, len(read.letters)))
    end = data.draw(st.integers(start, len(read.letters)))
    shift = slide(read, (start, end), 0, len(read.letters))
    without = read.letters[: start + shift] + read.letters[end + shift :]
    assert without == read.letters[:start] + read.letters[end:]


@pytest.mark.parametrize(
    ("one", "others", "share"),
    [
        ("a b c", {("a", "b"), ("b", "c")}, 1.0),
        ("a b c", {("a", "b")}, 0.5),
        ("a b", {("b", "a")}, 0.0),
        ("a", set(), 0),
    ],
)
def test_shared_pairs(one: str, others: set[tuple[str, str]], share: float) -> None:
    assert shared_pairs(one.split(), frozenset(others)) == share
