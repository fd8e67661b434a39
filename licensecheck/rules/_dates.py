"""When the story was told, and when the page says that it appeared there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from licensecheck.scope import scope_of_subject
from licensecheck.terms import Scope

if TYPE_CHECKING:
    from licensecheck.model import Case

# Years that dates are counted in; what lies outside is no date of a news story.
_YEARS = range(1800, 2200)
# A time in UTC leaves open which day it was in the newsroom.
_WEST, _EAST = timedelta(hours=-8), timedelta(hours=9)


def days_told(case: Case) -> tuple[date, ...]:
    """The day of the story; several where a time in UTC leaves it open, none if it is not known."""
    if not case.work.published:
        return ()
    moment = datetime.fromisoformat(case.work.published)
    if moment.year not in _YEARS:
        return ()
    if moment.tzinfo is None or moment.utcoffset() or moment.time() == time():
        return (moment.date(),)
    shifted = ((moment + shift).date() for shift in (timedelta(), _WEST, _EAST))
    return tuple(dict.fromkeys(shifted))


def day_retold(case: Case) -> date | None:
    """The one day on which the page says that it appeared, if that is not the day of the story."""
    values = (s.value for s in case.page.said("datePublished") if scope_of_subject(s.subject) is Scope.ARTICLE)
    days = {day for value in values if (day := _day(value))}.difference(days_told(case))
    return days.pop() if len(days) == 1 else None


def _day(text: str) -> date | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.date() if moment.year in _YEARS else None
