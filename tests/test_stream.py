"""The letters of a text as one stream, and the way back from it."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.model import Span
from licensecheck.stream import Stream
from licensecheck.text import squeeze

TEXTS = ("“Hello,” she said. Go on!", "", "Ünder 1.5 (of 2)…", "End")
SOURCE = "\n".join(TEXTS)


def stream(*texts: str) -> Stream:
    """The stream of texts that are joined by line feeds."""
    return Stream(texts, list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1])


STREAM = stream(*TEXTS)


def test_letters_and_bounds() -> None:
    assert STREAM.letters == "hellosheSAIDgoonünder15of2end".lower()
    assert STREAM.bounds == [0, 16, 16, 26, 29]
    assert [STREAM.unit_letters(unit) for unit in range(4)] == ["helloshesaidgoon", "", "ünder15of2", "end"]


@pytest.mark.parametrize(("position", "unit"), [(0, 0), (15, 0), (16, 2), (25, 2), (26, 3), (28, 3)])
def test_unit_passes_empty_units_by(position: int, unit: int) -> None:
    assert STREAM.unit(position) == unit


@pytest.mark.parametrize(
    ("position", "unit", "word", "sentence"),
    [
        (0, True, True, True),
        (5, False, True, False),
        (6, False, False, False),
        (12, False, True, True),
        (16, True, True, True),
        (22, False, True, True),  # the point in 1.5: as far as punctuation tells
    ],
)
def test_borders(position: int, *, unit: bool, word: bool, sentence: bool) -> None:
    assert STREAM.is_bound(position) is unit
    assert STREAM.is_word_bound(position) is word
    assert STREAM.begins_sentence(position) is sentence


def test_the_end_is_a_border() -> None:
    assert STREAM.is_bound(len(STREAM.letters))
    assert STREAM.is_word_bound(len(STREAM.letters))


@pytest.mark.parametrize(
    ("start", "end", "words", "begins"),
    [
        (0, 29, "hello she said go on ünder 1 5 of 2 end".split(), [0, 5, 8, 12, 14, 16, 21, 22, 23, 25, 26]),
        (5, 12, ["she", "said"], [5, 8]),
        (6, 10, ["he", "sa"], [6, 8]),
        (14, 18, ["on", "ün"], [14, 16]),
        (7, 7, [], []),
    ],
)
def test_words_between(start: int, end: int, words: list[str], begins: list[int]) -> None:
    assert STREAM.words_between(start, end) == (words, begins)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (0, 5, "“Hello,”"),
        (5, 8, "she"),
        (8, 12, "said."),
        (12, 16, "Go on!"),
        (21, 23, "1.5"),
        (23, 26, "(of 2)…"),
        (25, 26, "2)…"),
        (14, 21, "on!\n\nÜnder"),
        (1, 3, "el"),
        (26, 29, "End"),
        (5, 5, ""),
        (29, 29, ""),
    ],
)
def test_span_takes_the_marks_of_its_words(start: int, end: int, text: str) -> None:
    span = STREAM.span(start, end)
    assert SOURCE[span.start : span.end] == text


@pytest.mark.parametrize(("position", "at"), [(0, 0), (5, 9), (12, 19), (23, SOURCE.index("(")), (29, len(SOURCE))])
def test_an_empty_span_stands_before_its_word(position: int, at: int) -> None:
    assert STREAM.span(position, position) == Span(at, at)


def test_a_stream_of_nothing() -> None:
    empty = stream()
    assert empty.letters == ""
    assert empty.span(0, 0) == Span(0, 0)


LINES = st.lists(st.text(st.sampled_from("aBé\u0301 ß1.,“”(’-\u00ad漢🏽ก็")), min_size=1, max_size=5)


@given(LINES)
def test_every_letter_has_a_unit_and_a_source(texts: list[str]) -> None:
    read, source = stream(*texts), "\n".join(texts)
    assert read.letters == squeeze(source).replace("\n", "")
    places = [read.source(position) for position in range(len(read.letters))]
    assert places == sorted(places)
    for position, place in enumerate(places):
        unit = read.unit(position)
        assert read.starts[unit] <= place < read.starts[unit] + len(texts[unit])


@given(LINES)
def test_words_cover_the_letters(texts: list[str]) -> None:
    read = stream(*texts)
    words, begins = read.words_between(0, len(read.letters))
    assert "".join(words) == read.letters
    assert begins == list(accumulate(map(len, words), initial=0))[: len(words)]
    assert all(map(read.is_word_bound, begins))


@given(LINES)
def test_the_span_of_a_word_holds_its_letters(texts: list[str]) -> None:
    read, source = stream(*texts), "\n".join(texts)
    for word, begin in zip(*read.words_between(0, len(read.letters)), strict=True):
        span = read.span(begin, begin + len(word))
        assert word in squeeze(source[span.start : span.end])
