"""What an expression of time means on the day of the story, and whether the words of a copy mean the same."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.calendar_words import coded
from licensecheck.patterns import pattern
from licensecheck.text import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


class Period(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def covers(self, other: Period) -> bool:
        """Whether the other lies within this: the same days, told as closely or less so."""
        return self.first <= other.first and other.last <= self.last

    def days_after(self, other: Period) -> int:
        """How many days this is later than the other, negative if it is earlier; 0 if the two meet."""
        return max((self.first - other.last).days, 0) or min((self.last - other.first).days, 0)


class Meaning(NamedTuple):
    """The periods that an expression can mean, the likeliest first; none if it is vague.

    `relative` says that they depend on the day on which it is said.
    """

    periods: tuple[Period, ...]
    relative: bool


class Truth(Enum):
    """Whether a copy's own words for a time say what the story said."""

    RIGHT = "right"
    UNCLEAR = "unclear"
    WRONG = "wrong"


class Timing(NamedTuple):
    """Whether two expressions agree; if not, what the first means, and how many days later the other is."""

    truth: Truth
    meant: Period | None = None
    days: int = 0


_ISO = pattern(r"\W*(\d{4})-(\d\d)-(\d\d)\W*")
# A day of the week with nothing that says which.
_WEEKDAY = pattern(r"w\d(?: hour)?")
# About how many days a unit has.
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def timing(before: str, after: str, told: date, retold: date | None = None, *, ahead: bool = False) -> Timing | None:
    """Whether what the copy says for a time is what the story says; `None` unless a reference was adapted.

    `told` is the day of the story, `retold` that of the copy, if known; `ahead` says that the story looks forward.
    """
    ours, theirs = meaning(before, told), meaning(after, retold or told)
    if ours is None or theirs is None:
        return None
    if not ours.periods or not theirs.periods:
        return Timing(Truth.UNCLEAR)
    periods = ours.periods[::-1] if ahead else ours.periods
    if _WEEKDAY.fullmatch(coded(after) or ""):
        return _by_weekday(periods, theirs.periods[0].first.weekday())
    if theirs.relative:
        right = retold is not None and theirs.periods[0].covers(periods[0])
        return Timing(Truth.RIGHT if right else Truth.UNCLEAR, periods[0])
    found = _by_date(periods, theirs.periods)
    # Another date for a date is no adapted reference: it is another figure.
    return None if found.truth is Truth.WRONG and not ours.relative else found


def meaning(text: str, said: date) -> Meaning | None:
    """What the expression means when it is said on that day; `None` if it is no expression of time."""
    if iso := _ISO.fullmatch(fold(text)):
        return _absolute(said, int(iso[2]), int(iso[3]), int(iso[1]))
    codes = coded(text)
    matches = ((form.fullmatch(codes), read) for form, read in _FORMS) if codes else ()
    return next((read(said, match) for match, read in matches if match), None)


def _by_weekday(ours: tuple[Period, ...], weekday: int) -> Timing:
    """A bare day of the week is right on any day of the copy, if only it is the day that the story means."""
    first = ours[0]
    if first.first < first.last:
        return Timing(Truth.UNCLEAR, first)
    days = (weekday - first.first.weekday() + 3) % 7 - 3
    return Timing(Truth.WRONG if days else Truth.RIGHT, first, days)


def _by_date(ours: tuple[Period, ...], theirs: tuple[Period, ...]) -> Timing:
    if any(their.covers(ours[0]) for their in theirs):
        return Timing(Truth.RIGHT, ours[0])
    distances = [(their.days_after(period), period) for their in theirs for period in ours]
    days, nearest = min(distances, key=lambda each: abs(each[0]))
    return Timing(Truth.WRONG if days else Truth.UNCLEAR, nearest, days)


# --- what the forms of an expression mean


def _vague(_said: date, _match: re.Match[str]) -> Meaning:
    return Meaning((), relative=True)


def _shifted(said: date, match: re.Match[str]) -> Meaning:
    return _days(said + timedelta(days=int(match["shift"] or match["night"])))


def _weekday(said: date, match: re.Match[str]) -> Meaning:
    """By the usage of the press a bare day of the week is within seven days of the story, past or to come."""
    side = match["side"] or match["behind"]
    past = said - timedelta(days=(said.weekday() - int(match["day"])) % 7)
    week = timedelta(weeks=1)
    if side == "-1":
        past = past if past < said else past - week
        return _days(past, past - week)
    if side == "1":
        return _days(past + week, past + 2 * week)
    return _days(past) if past == said else _days(past, past + week)


def _unit(said: date, match: re.Match[str]) -> Meaning:
    side = match["side"] or match["behind"]
    if side is None:
        return Meaning((), relative=True)
    step = int(side)
    monday = said - timedelta(days=said.weekday()) + timedelta(weeks=step)
    match match["unit"]:
        case "week":  # begins on a Sunday here and on a Monday there
            period = Period(monday - timedelta(days=1), monday + timedelta(days=6))
        case "weekend":
            period = Period(monday + timedelta(days=5), monday + timedelta(days=6))
        case "month":
            years, month = divmod(said.month - 1 + step, 12)
            period = _month(said.year + years, month + 1)
        case _:
            period = Period(date(said.year + step, 1, 1), date(said.year + step, 12, 31))
    return Meaning((period,), relative=True)


def _ago(said: date, match: re.Match[str]) -> Meaning:
    """Days are counted exactly, longer units about."""
    length = _DAYS[match["unit"]]
    day, slack = said - timedelta(days=int(match["count"]) * length), timedelta(days=length // 2)
    return Meaning((Period(day - slack, day + slack),), relative=True)


def _date(said: date, match: re.Match[str]) -> Meaning:
    return _absolute(said, int(match["month"]), int(match["day"]), _given(match))


def _absolute(said: date, month: int, day: int, year: int | None) -> Meaning:
    """A date; without a year the nearest such day, then the one on its other side."""
    found = [date(y, month, day) for y in _years(said, year) if 1 <= day <= _month(y, month).last.day]
    nearest = sorted(found, key=lambda each: abs(each - said))[:2]
    return Meaning(tuple(Period(each, each) for each in nearest), relative=False)


def _of_month(said: date, match: re.Match[str]) -> Meaning:
    """A month; without a year the one that has begun last, then the next."""
    months = [_month(year, int(match["month"])) for year in _years(said, _given(match))]
    past = [month for month in months if month.first <= said]
    future = [month for month in months if month.first > said]
    return Meaning((*past[-1:], *future[:1]), relative=False)


def _year(_said: date, match: re.Match[str]) -> Meaning:
    year = int(match[0])
    return Meaning((Period(date(year, 1, 1), date(year, 12, 31)),), relative=False)


def _given(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _years(said: date, year: int | None) -> tuple[int, ...]:
    return (year,) if year else (said.year - 1, said.year, said.year + 1)


def _month(year: int, month: int) -> Period:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), following - timedelta(days=1))


def _days(*days: date) -> Meaning:
    return Meaning(tuple(Period(day, day) for day in days), relative=True)


_SIDE, _BEHIND = r"(?:s(?P<side>-?\d) )?", r"(?: s(?P<behind>-?\d))?"
_MONTH, _DAY, _YEAR = r"m(?P<month>\d+)", r"(?P<day>\d\d?)", r"(?: (?P<year>\d{4}))?"
_COUNT = r"(?P<count>\d+) (?P<unit>day|week|month|year)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[date, re.Match[str]], Meaning]], ...] = (
    (pattern(r"vague|part"), _vague),
    (pattern(r"d(?P<shift>-?\d)(?: hour)?|s(?P<night>-?\d) hour"), _shifted),
    (pattern(rf"{_SIDE}w(?P<day>\d)(?: hour)?{_BEHIND}"), _weekday),
    (pattern(rf"(?:part )?{_SIDE}(?P<unit>week|weekend|month|year){_BEHIND}"), _unit),
    (pattern(rf"{_COUNT} ago"), _ago),
    (pattern(rf"ago {_COUNT}"), _ago),
    (pattern(rf"(?:w\d )?{_MONTH} {_DAY}{_YEAR}"), _date),
    (pattern(rf"(?:w\d )?{_DAY} {_MONTH}{_YEAR}"), _date),
    (pattern(rf"(?:part )?{_MONTH}{_YEAR}"), _of_month),
    (pattern(r"(?:19|20)\d\d"), _year),
)
