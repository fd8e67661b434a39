"""What an expression of time means on the day of a story, and whether a copy says the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.story_time import Period, Truth, meaning, timing

TUESDAY = date(2022, 5, 24)
DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Monday", "May 23"),
        ("Monday", "23 May 2022"),
        ("Monday", "Monday, May 23"),
        ("on Tuesday", "today"),
        ("Tuesday", "May 24, 2022"),
        ("yesterday", "Monday"),
        ("yesterday morning", "Monday morning"),
        ("tonight", "Tuesday night"),
        ("tomorrow", "2022-05-25"),
        ("last Friday", "May 20"),
        ("next week", "the week"),
        ("last month", "April"),
        ("last month", "in April 2022"),
        ("next month", "June"),
        ("this year", "2022"),
        ("last year", "2021"),
        ("October", "October 2021"),
        ("two days ago", "May 22"),
        ("May 23", "Monday"),
        ("el lunes", "el 23 de mayo"),
        ("ayer", "23 de mayo de 2022"),
        ("hace dos días", "22 de mayo"),
        ("la semana pasada", "la semana pasada"),
    ],
)
def test_never_wrong(before: str, after: str) -> None:
    found = timing(before, after, TUESDAY)
    assert found is not None
    assert found.truth is not Truth.WRONG


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("Monday", "May 24", 1),
        ("Monday", "May 22", -1),
        ("yesterday", "Tuesday", 1),
        ("tomorrow", "May 26", 1),
        ("last Friday", "May 21", 1),
        ("ayer", "el 22 de mayo", -1),
    ],
)
def test_wrong_by_days(before: str, after: str, days: int) -> None:
    found = timing(before, after, TUESDAY)
    assert found is not None
    assert (found.truth, found.days) == (Truth.WRONG, days)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("last year", "2022"),
        ("last month", "May"),
        ("this month", "in June"),
    ],
)
def test_wrong_longer_times(before: str, after: str) -> None:
    found = timing(before, after, TUESDAY)
    assert found is not None
    assert found.truth is Truth.WRONG


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Monday", "May 30"),
        ("Monday", "last week"),
        ("today", "recently"),
        ("last week", "May 17"),
        ("last week", "Monday"),
        ("May 45", "Monday"),
        ("week", "Monday"),
    ],
)
def test_unclear(before: str, after: str) -> None:
    found = timing(before, after, TUESDAY)
    assert found is not None
    assert found.truth is Truth.UNCLEAR


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the group", "May 24"),
        ("Monday", "the mayor"),
        ("may", "march"),
        ("", "May 24"),
        ("12", "13"),
        ("May 23", "May 24"),
        ("October", "October 2020"),
    ],
)
def test_no_times(before: str, after: str) -> None:
    assert timing(before, after, TUESDAY) is None


def test_the_day_of_the_copy_settles_what_is_said_on_it() -> None:
    after_a_week = timing("yesterday", "last week", TUESDAY, date(2022, 5, 31))
    assert after_a_week is not None
    assert after_a_week.truth is Truth.RIGHT


def test_a_sentence_that_looks_ahead_means_the_day_to_come() -> None:
    truths = {after: timing("Monday", after, TUESDAY, ahead=True) for after in ("May 30", "May 23", "May 31")}
    assert [found and found.truth for found in truths.values()] == [Truth.RIGHT, Truth.UNCLEAR, Truth.WRONG]


@given(DAYS, st.integers(0, 6))
def test_a_day_of_the_week_is_the_last_such_day_and_its_date_is_right(told: date, back: int) -> None:
    day = told - timedelta(days=back)
    named = WEEKDAYS[day.weekday()]
    written = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
    found = timing(named, written, told)
    assert found is not None
    assert found.truth is Truth.RIGHT
    later = day + timedelta(days=1)
    off = timing(named, f"{MONTHS[later.month - 1]} {later.day}, {later.year}", told)
    assert off is not None
    assert off.truth is Truth.WRONG


@given(DAYS, st.sampled_from(("today", "last week", "next month", "this year", "Sunday", "three weeks ago", "May 3")))
def test_periods_are_in_order_and_near(told: date, text: str) -> None:
    found = meaning(text, told)
    assert found is not None
    for period in found.periods:
        assert period.first <= period.last
        assert abs(period.days_after(Period(told, told))) <= 366
