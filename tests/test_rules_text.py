"""What the rules say of a changed text: the ladder of severities, and whose business each change is."""

from __future__ import annotations

from itertools import product

import pytest
from rule_cases import (
    INFO,
    OFF,
    PAGE,
    PASS,
    REVIEW,
    TEXT,
    VIOLATION,
    WARNING,
    WORK,
    change,
    changed,
    found,
    licensed,
    outcome,
)

from licensecheck.model import Block, Change, Span
from licensecheck.terms import ChangeClass, Level

LADDER = {
    "CC BY-NC-ND 3.0": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC-ND 3.0 US": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC-ND 3.0 FR": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC-ND 3.0 AU": (WARNING, VIOLATION, VIOLATION),
    "CC BY-ND 3.0 NZ": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 3.0 IE": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 3.0 DE": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 3.0 CH": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 4.0": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC 4.0": (OFF, OFF, OFF),
}


@pytest.mark.parametrize("identifier", LADDER)
def test_the_ladder(identifier: str) -> None:
    license_ = licensed(identifier)
    style, wording, substance = LADDER[identifier]
    assert outcome("ND-417", changed(change(ChangeClass.STYLE, Level.STYLE), license_=license_)) == style
    assert outcome("ND-401", changed(change(ChangeClass.WORDING, Level.WORDING), license_=license_)) == wording
    assert outcome("ND-401", changed(change(ChangeClass.NUMBER), license_=license_)) == substance


@pytest.mark.parametrize(
    ("identifier", "cut", "excerpt"),
    [
        ("CC BY-NC-ND 2.0", VIOLATION, REVIEW),
        ("CC BY-NC-ND 3.0", VIOLATION, REVIEW),
        ("CC BY-NC-ND 3.0 US", VIOLATION, REVIEW),
        ("CC BY-NC-ND 4.0", WARNING, PASS),
    ],
)
def test_only_4_0_grants_a_part(identifier: str, cut: object, excerpt: object) -> None:
    license_ = licensed(identifier)
    assert outcome("ND-402", changed(change(ChangeClass.CUT, after=""), license_=license_)) == cut
    short = changed(change(ChangeClass.TRUNCATION, after=""), license_=license_)
    assert outcome("ND-404", short) == WARNING
    more = Block("Read the full story at Weir Valley News.", len(TEXT), 0)
    marked = short._replace(page=PAGE._replace(blocks=(*PAGE.blocks, more)))
    assert outcome("ND-404", marked) == excerpt


@pytest.mark.parametrize(
    ("kind", "level", "sides"),
    [
        (kind, level, sides)
        for kind, level, sides in product(ChangeClass, Level, (("March", "April"), ("March", ""), ("", "April")))
        if ChangeClass.TECHNICAL is not kind and level is not Level.TECHNICAL
    ],
)
def test_every_change_is_the_business_of_one_rule(kind: ChangeClass, level: Level, sides: tuple[str, str]) -> None:
    findings = [finding for finding in found(changed(change(kind, level, *sides))) if finding.rule != "TER-001"]
    assert len(findings) == 1, [finding.rule for finding in findings]


@pytest.mark.parametrize("kind", ChangeClass)
def test_a_technical_change_is_no_finding(kind: ChangeClass) -> None:
    assert found(changed(change(kind, Level.TECHNICAL))) == []


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        ("“We stay,” she said", "“We go,” she said", "ND-406"),
        ("“We stay,” she said", "We stay, she said", "ND-409"),
        ("“We stay,” she said", "‘We stay,’ she said", "ND-417"),
        ("“We don’t stay”", "“We don't stay.”", "ND-417"),
    ],
)
def test_quotations(before: str, after: str, number: str) -> None:
    case = changed(change(ChangeClass.QUOTATION, Level.STYLE, before, after))
    assert [finding.rule for finding in found(case) if finding.rule != "TER-001"] == [number]


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (10, "It was a sad day for the valley.", VIOLATION),
        (10, "Editor’s note: the mill was built in 1890.", WARNING),
        (10, "[Update: the owner has been found.]", WARNING),
        (0, "Editor’s note: first published elsewhere.", INFO),
        (0, "It was a sad day for the valley.", REVIEW),
        (len(WORK.text), "What do you think of it all, dear reader?", REVIEW),
    ],
)
def test_insertions(place: int, text: str, expected: object) -> None:
    inserted = Change(ChangeClass.INSERTION, Level.SUBSTANCE, "", text, 0, Span(place, place), Span(0, 3))
    assert outcome("ND-405", changed(inserted)) == expected


def test_small_edits_are_counted_in_one_finding() -> None:
    edits = [change(ChangeClass.STYLE, Level.STYLE)] * 12 + [change(ChangeClass.TIME_OR_PLACE, Level.STYLE)] * 2
    (finding,) = found(changed(*edits))
    assert finding.message.startswith("14 small edits (12 style, 2 time-or-place)")
    assert len(finding.evidence) == 20


def test_a_work_that_was_changed_later_is_a_likely_cause() -> None:
    case = changed(change(ChangeClass.NUMBER))
    assert found(case)[0].cause is None
    later = case._replace(work=case.work._replace(published="2024-05-01", modified="2024-05-09T10:00:00Z"))
    assert "2024-05-09;" in (found(later)[0].cause or "")
