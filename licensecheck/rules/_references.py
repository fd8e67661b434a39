"""Edits of times and places, which are right only if the copy speaks of the same time or place as the story."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from licensecheck.calendar_words import expression_at
from licensecheck.model import Span
from licensecheck.patterns import pattern
from licensecheck.places import local_edit, place_at
from licensecheck.rules._dates import day_retold, days_told
from licensecheck.rules._evidence import quoted
from licensecheck.story_time import Period, Timing, Truth, timing

if TYPE_CHECKING:
    from collections.abc import Callable

    from licensecheck.model import Case

    _Widen = Callable[[str, Span], Span]

# What says, in front of a day, that the story speaks of a day to come.
_AHEAD = pattern(
    r"(?:\b(?:will|shall|until|by|due|set|scheduled|planned|expected|coming|upcoming)\b|['’]ll\b)[^.!?\n]{0,40}$"
)
_BEFORE = 60
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Stands for the day of a story where that is not known: enough to tell an expression of time.
_SOME_DAY = date(2000, 1, 1)
_GRAVEST = (Truth.WRONG, Truth.UNCLEAR, Truth.RIGHT)


def judge_place(case: Case, work: Span, page: Span | None) -> tuple[Truth, str] | None:
    """Whether both sides name the same place, with what is left to ask; `None` unless it is an edit of a place."""
    truth = local_edit(*_sides(case, work, page, place_at)[1])
    if truth is None:
        return None
    return truth, "is that the same place?" if truth is Truth.UNCLEAR else ""


def judge_time(case: Case, work: Span, page: Span | None) -> tuple[Truth, str] | None:
    """Whether both sides tell the same time, with what is wrong or left to ask; `None` unless both tell a time."""
    ours, (before, after) = _sides(case, work, page, expression_at)
    ahead = _AHEAD.search(case.work.text, max(0, ours.start - _BEFORE), ours.start) is not None
    retold, days = day_retold(case), days_told(case)
    found = [timing(before, after, day, retold, ahead=ahead) for day in days or (_SOME_DAY,)]
    timings = [each for each in found if each is not None]
    if not timings:
        return None
    truths = {each.truth for each in timings} if days else {Truth.UNCLEAR}
    if truths == {Truth.RIGHT}:
        return Truth.RIGHT, ""
    if truths == {Truth.WRONG}:
        return Truth.WRONG, _mistake(before, after, days[0], timings[0])
    told = " or ".join(map(str, days)) or "a day that is not known"
    return Truth.UNCLEAR, f"in a story of {told}, is {quoted(before)} the same time as {quoted(after)}?"


def judge_time_and_place(case: Case, work: Span, page: Span | None) -> tuple[Truth, str] | None:
    """Whether both sides tell the same time and then the same place: "Monday in Portland, Ore.", "May 23 here"."""
    if page is None:
        return None
    (time, place), (other_time, other_place) = _parted(case.work.text, work), _parted(case.page.text, page)
    found = judge_time(case, time, other_time), judge_place(case, place, other_place)
    if found[0] is None or found[1] is None:
        return None
    return min((found[0], found[1]), key=lambda each: _GRAVEST.index(each[0]))


def _sides(case: Case, work: Span, page: Span | None, whole: _Widen) -> tuple[Span, tuple[str, str]]:
    """Where the whole of the expression stands in the work, and its words on both sides.

    What was only left out stands nowhere on the page: there the rest of the expression is what the page has.
    """
    text = case.work.text
    ours = whole(text, work)
    before = text[ours.start : ours.end]
    if page is None:
        return ours, (before, text[ours.start : work.start] + text[work.end : ours.end])
    theirs = whole(case.page.text, page)
    return ours, (before, case.page.text[theirs.start : theirs.end])


def _parted(text: str, span: Span) -> tuple[Span, Span]:
    """The span, cut behind the expression of time with which it begins."""
    end = min(expression_at(text, Span(span.start, min(span.start + 1, span.end))).end, span.end)
    return Span(span.start, end), Span(end, span.end)


def _mistake(before: str, after: str, told: date, found: Timing) -> str:
    """What is wrong with a time, by how many days where both are days."""
    day = _shown(Period(told, told))
    if found.meant is None:
        return ""
    count = abs(found.days)
    off = f"{count} day{'s' if count > 1 else ''} {'later' if found.days > 0 else 'earlier'}"
    if found.meant.first < found.meant.last:
        off = "another time"
    return f"in a story of {day} {quoted(before)} is {_shown(found.meant)}, and {quoted(after)} is {off}"


def _shown(period: Period) -> str:
    if period.first < period.last:
        return f"{period.first} to {period.last}"
    return f"{_WEEKDAYS[period.first.weekday()]} {period.first}"
