"""Places named for readers near and far."""

from __future__ import annotations

import pytest

from licensecheck.model import Span
from licensecheck.places import local_edit, place_at
from licensecheck.story_time import Truth


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("in Portland, Ore.,", "here"),
        ("here", "in Portland, Oregon"),
        ("Portland, Ore.", "Portland"),
        ("Portland", "Portland, OR"),
        ("Ore.", "Oregon"),
        ("in the state", "in Oregon"),
        ("Kyiv, Ukraine,", "Kyiv"),
        ("St. Louis, Mo.", "here"),
        ("here", "in this town"),
    ],
)
def test_the_same_place(before: str, after: str) -> None:
    assert local_edit(before, after) is Truth.RIGHT


@pytest.mark.parametrize(("before", "after"), [("Portland", "here"), ("here", "in Harbor Town")])
def test_perhaps_a_place(before: str, after: str) -> None:
    assert local_edit(before, after) is Truth.UNCLEAR


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Portland, Ore.", "Salem, Ore."),
        ("Portland, Ore.", "Portland, Maine"),
        ("Portland", "Salem"),
        ("Oregon", "Maine"),
        ("", "Ore."),
        ("Portland", ""),
        ("the mayor", "here"),
        ("Smith", "Smith, who resigned"),
    ],
)
def test_no_edit_of_a_place(before: str, after: str) -> None:
    assert local_edit(before, after) is None


def test_a_state_that_was_put_in_is_seen_with_its_place() -> None:
    text = "They met in Portland, Ore., that day."
    start = text.index("Ore.")
    found = place_at(text, Span(start, start + 4))
    assert text[found.start : found.end] == "Portland, Ore."
    behind = text.index(", Ore.")
    assert place_at(text, Span(behind, behind)) == Span(found.start, behind)


def test_other_words_are_left_alone() -> None:
    assert place_at("They met in Portland, who", Span(22, 25)) == Span(22, 25)
