"""The second look at text whose letters agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.model import Match, Span
from licensecheck.punctuation import foldings, punctuation_changes
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import fold, ink, squeeze

NUMBER = (ChangeClass.NUMBER, Level.SUBSTANCE)
QUOTATION = (ChangeClass.QUOTATION, Level.WORDING)
WORDING = (ChangeClass.WORDING, Level.WORDING)
STYLE = (ChangeClass.STYLE, Level.STYLE)


def whole(before: str, after: str) -> list[Match]:
    """The two texts, matched from end to end."""
    return [Match(Span(0, len(before)), Span(0, len(after)))]


@pytest.mark.parametrize(
    ("before", "after", "kind", "old", "new"),
    [
        ("It cost 1.5 million.", "It cost 15 million.", NUMBER, "1.5", "15"),
        ("It cost $5 then.", "It cost €5 then.", NUMBER, "$5", "€5"),
        ("It fell 5 then.", "It fell 5% then.", NUMBER, "5", "5%"),
        ("It fell by 5 then.", "It fell by -5 then.", NUMBER, "5", "-5"),
        ("It fell by 5 then.", "It fell by –5 then.", NUMBER, "5", "–5"),
        ("At 10:30 it left.", "At 1030 it left.", NUMBER, "10:30", "1030"),
        ("Above 30 knots.", "Above >30 knots.", NUMBER, "30", ">30"),
        ("Some 2,200 came.", "Some 2200 came.", STYLE, "2,200", "2200"),
        ("Some 2,200 came.", "Some 2 200 came.", STYLE, "2,200", "2 200"),
        ("Some 2,200 came.", "Some 2.200 came.", NUMBER, "2,200", "2.200"),
        ("He “saw” it.", "He saw it.", QUOTATION, "“saw”", "saw"),
        ("He saw it.", "He 'saw' it.", STYLE, "saw", "'saw'"),
        ("He saw it.", "He saw it?", WORDING, "it.", "it?"),
        ("He saw, then ran.", "He saw; then ran.", STYLE, "saw,", "saw;"),
        ("The County Board met.", "The county board met.", STYLE, "County Board", "county board"),
        ("A well known man.", "A well-known man.", STYLE, "well known", "well-known"),
    ],
)
def test_a_difference_of_signs(before: str, after: str, kind: tuple[ChangeClass, Level], old: str, new: str) -> None:
    (change,) = punctuation_changes(before, after, whole(before, after))
    assert ((change.kind, change.level), change.before, change.after) == (kind, old, new)
    assert change.work_span is not None
    assert change.page_span is not None
    assert before[change.work_span.start : change.work_span.end].strip() == old
    assert after[change.page_span.start : change.page_span.end].strip() == new


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“It’s here” – now…", '"It\'s here" - now...'),
        ("Timesreported it.", "Times reported it."),
        ("It is here.", "• It is here."),
        ("– It is here.", "It is here."),
        ("one two", "one\u00a0\n two"),
        ("re\u00adprint", "reprint"),
    ],
)
def test_what_is_no_difference(before: str, after: str) -> None:
    assert list(punctuation_changes(before, after, whole(before, after))) == []


def test_spans_count_in_the_whole_texts() -> None:
    before, after = "Title. He saw, then ran.", "He saw then ran."
    (change,) = punctuation_changes(before, after, [Match(Span(7, 24), Span(0, 16))])
    assert (change.before, change.after) == ("saw,", "saw")
    assert change.work_span is not None
    assert before[change.work_span.start : change.work_span.end].strip() == "saw,"


def test_differences_apart_are_changes_apart() -> None:
    before, after = "He saw, then ran; it fell.", "He saw then ran, it fell."
    found = [(change.before, change.after) for change in punctuation_changes(before, after, whole(before, after))]
    assert found == [("saw,", "saw"), ("ran;", "ran,")]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("It is here.", "It is here.", 0),
        ("“It”", '"It"', 2),
        ("It’s – “so”", 'It\'s - "so"', 4),
        ("It’s – “so”", "It's – “so”", 1),
    ],
)
def test_foldings(before: str, after: str, count: int) -> None:
    assert foldings(before, after, whole(before, after)) == count


WORDS = st.lists(st.sampled_from("ferry boat 1 30 the Isle é 漢".split()), min_size=1, max_size=8)
SIGNS = st.lists(st.sampled_from(["", ",", ".", "“", "”", "-", "$", "%", "\u00ad", "?"]), min_size=8, max_size=8)


@given(WORDS, SIGNS, SIGNS)
def test_every_difference_is_told(words: list[str], signs: list[str], others: list[str]) -> None:
    before = " ".join(word + sign for word, sign in zip(words, signs, strict=False))
    after = " ".join(word + sign for word, sign in zip(words, others, strict=False))
    changes = list(punctuation_changes(before, after, whole(before, after)))
    assert bool(changes) == (ink(before) != ink(after))
    for change in changes:
        assert squeeze(change.before) == squeeze(change.after)
        assert fold(change.before) != fold(change.after)
