"""Where an expression of time stands, and how far it reaches."""

from __future__ import annotations

import pytest

from licensecheck.calendar_words import coded, expression_at
from licensecheck.model import Span


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("last Monday", "s-1 w0"),
        ("el lunes pasado", "w0 s-1"),
        ("May 24th, 2022", "m5 24 2022"),
        ("24 de mayo", "24 m5"),
        ("two weeks ago", "2 week ago"),
        ("anoche", None),
        ("he may march", None),
        ("", None),
    ],
)
def test_codes(text: str, codes: str | None) -> None:
    assert coded(text) == codes


@pytest.mark.parametrize(
    ("text", "touched", "whole"),
    [
        ("He said on Monday, May 23, that 12 left.", "May 23", "Monday, May 23"),
        ("He said on Monday, May 23, that 12 left.", "23", "Monday, May 23"),
        ("On Monday 12 people left.", "Monday", "Monday"),
        ("It ended two weeks ago, he said.", "weeks", "two weeks ago"),
        ("It ended el 24 de mayo de 2022 y", "mayo", "24 de mayo de 2022"),
        ("It ended in the town.", "town", "town"),
    ],
)
def test_an_expression_is_taken_whole(text: str, touched: str, whole: str) -> None:
    start = text.index(touched)
    found = expression_at(text, Span(start, start + len(touched)))
    assert text[found.start : found.end] == whole


def test_an_insertion_touches_the_word_before_it() -> None:
    text = "He said on Monday that it is so."
    place = text.index(" that")
    found = expression_at(text, Span(place, place))
    assert text[found.start : found.end] == "Monday"


def test_an_insertion_elsewhere_touches_nothing() -> None:
    assert expression_at("He said so.", Span(7, 7)) == Span(7, 7)
