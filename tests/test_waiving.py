"""What a policy allows is waived, change by change, and nothing else is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from test_cases import POLICY, base, examine

from licensecheck.policy_file import read_policy
from licensecheck.rules import judge
from licensecheck.terms import Kind, Severity, Verdict
from licensecheck.verdict import verdict_of

if TYPE_CHECKING:
    from licensecheck.model import Finding
    from licensecheck.policy import Policy

EDITS = {"says": "time, place and style may be adapted", "level": "waiver", "check": "automatic"}
STORY = "She has done so since the spring of 2016, when the harbor first came through the door."
TOLD = "She said so on {} in Portland, Ore., and in her shop."
SPOKEN = {Kind.FAIL, Kind.REVIEW, Kind.WAIVED}


def policy(*classes: str, **lists: object) -> Policy:
    return read_policy(POLICY | {"edits": [EDITS | {"classes": list(classes)}]} | lists)


def found(page: str, applied: Policy | None, *, before: str = STORY, day: str = "2022-05-24") -> list[Finding]:
    """What is said of a copy that has another sentence than the story, which appeared that day."""
    manifest = json.loads(base("work.json").replace(STORY, before)) | {"published": day}
    case = examine(base("page.html").replace(STORY, page), manifest, applied)
    return [finding for finding in judge(case) if finding.kind in SPOKEN and finding.rule != "TER-001"]


def kinds(findings: list[Finding]) -> list[tuple[str, Kind]]:
    return [(finding.rule, finding.kind) for finding in findings]


ALL = policy("time", "place", "house-style")


@pytest.mark.parametrize(
    ("story", "copy"),
    [
        (TOLD.format("Monday"), TOLD.format("May 23")),
        (TOLD.format("Monday"), TOLD.format("Monday, May 23,")),
        (TOLD.format("Monday, May 23,"), TOLD.format("Monday")),
        (TOLD.format("May 24"), "She said so on Tuesday in Portland, Ore., and in her shop."),
        (TOLD.format("Monday"), "She said so on Monday here and in her shop."),
        (TOLD.format("Monday"), "She said so on Monday in Portland and in her shop."),
        (TOLD.format("Monday"), "She said so on May 23 here and in her shop."),
        (STORY, STORY.replace("harbor", "harbour")),
        (STORY, STORY.replace("spring of", "Spring of")),
    ],
)
def test_allowed_edits_are_waived(story: str, copy: str) -> None:
    assert found(copy, None, before=story)
    waived = found(copy, ALL, before=story)
    assert {finding.kind for finding in waived} == {Kind.WAIVED}
    for finding in waived:
        assert finding.fix is None
        assert finding.cause == (
            "allowed by The Saltmarsh Ledger’s policy: time, place and style may be adapted "
            "(https://saltmarshledger.example/republishing, read 2024-05-01)"
        )


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        (TOLD.format("May 24"), "“Monday” is Monday 2022-05-23, and “May 24” is 1 day later"),
        (TOLD.format("May 21"), "“Monday” is Monday 2022-05-23, and “May 21” is 2 days earlier"),
        (TOLD.format("Wednesday"), "and “Wednesday” is 2 days later"),
    ],
)
def test_a_wrong_day_is_told_and_not_waived(copy: str, said: str) -> None:
    (finding,) = found(copy, ALL, before=TOLD.format("Monday"))
    assert (finding.kind, finding.rule) == (Kind.FAIL, "ND-401")
    assert finding.severity in {Severity.VIOLATION, Severity.WARNING}
    assert said in finding.message


@pytest.mark.parametrize("copy", [TOLD.format("May 30"), "She said so last week in Portland, Ore., and in her shop."])
def test_an_unclear_day_is_for_a_person(copy: str) -> None:
    (finding,) = found(copy, ALL, before=TOLD.format("Monday"))
    assert (finding.kind, finding.severity) == (Kind.REVIEW, Severity.REVIEW)
    assert "the same time" in finding.message


def test_a_time_in_utc_leaves_the_day_open() -> None:
    copy = TOLD.format("May 23")
    told = TOLD.format("yesterday").replace("on yesterday", "yesterday")
    (known,) = found(copy.replace("on May", "May"), ALL, before=told, day="2022-05-24T20:00:00-07:00")
    assert known.kind is Kind.WAIVED
    (finding,) = found(copy.replace("on May", "May"), ALL, before=told, day="2022-05-24T03:00:00Z")
    assert finding.kind is Kind.REVIEW


def test_a_day_that_is_not_known_or_no_day_is_for_a_person() -> None:
    (finding,) = found(TOLD.format("May 23"), ALL, before=TOLD.format("Monday"), day="0001-01-01")
    assert finding.kind is Kind.REVIEW
    assert "a day that is not known" in finding.message


@pytest.mark.parametrize(
    "copy",
    [
        STORY.replace("2016", "2017"),
        STORY.replace("She has done so", "She has not done so"),
        STORY.replace("the door", "the window"),
        TOLD.format("Monday").replace("Portland", "Salem"),
    ],
)
def test_other_changes_stand(copy: str) -> None:
    before = TOLD.format("Monday") if "Salem" in copy else STORY
    assert found(copy, ALL, before=before) == found(copy, None, before=before)


def test_nothing_in_a_quotation_is_adapted() -> None:
    told, copy = "“I did it on Monday,” she said.", "“I did it on May 23,” she said."
    assert kinds(found(copy, ALL, before=told)) == [("ND-406", Kind.FAIL)]


def test_a_summary_falls_into_what_is_allowed_and_what_is_not() -> None:
    assert kinds(found(STORY.replace("harbor", "harbour").replace("spring", "Spring"), None)) == [
        ("ND-417", Kind.REVIEW)
    ]
    both = found(STORY.replace("harbor", "harbour").replace("spring", "Spring"), policy("spelling"))
    assert sorted(kinds(both)) == [("ND-417", Kind.REVIEW), ("ND-417", Kind.WAIVED)]
    assert {finding.message.partition(" small")[0] for finding in both} == {"1"}
    assert len({finding.evidence for finding in both}) == 2


def test_a_converted_measure_is_for_a_person() -> None:
    told, copy = "The wall is 5 miles long.", "The wall is 8 kilometers long."
    assert kinds(found(copy, ALL, before=told)) == [("ND-401", Kind.FAIL)]
    assert kinds(found(copy, policy("units"), before=told)) == [("ND-401", Kind.REVIEW)]
    assert kinds(found("The wall is 5 miles wide.", policy("units"), before=told)) == [("ND-401", Kind.FAIL)]


def test_waived_findings_end_no_rights() -> None:
    manifest = json.loads(base("work.json").replace(STORY, TOLD.format("Monday"))) | {"published": "2022-05-24"}
    case = examine(base("page.html").replace(STORY, TOLD.format("May 23")), manifest, ALL)
    findings = judge(case)
    assert verdict_of(findings, case.alignment, case.page) is Verdict.COMPLIANT
    assert {f.kind for f in findings if f.rule == "TER-001"} == {Kind.PASS}


def test_a_clause_for_people_waives_nothing_by_itself() -> None:
    manual = read_policy(POLICY | {"edits": [EDITS | {"classes": ["house-style"], "check": "manual"}]})
    (finding,) = found(STORY.replace("harbor", "harbour"), manual)
    assert finding.kind is Kind.REVIEW
    assert "the publisher says: time, place and style may be adapted" in finding.message


def test_without_a_policy_nothing_is_waived() -> None:
    assert Kind.WAIVED not in {finding.kind for finding in found(STORY.replace("harbor", "harbour"), None)}


SHORT = {"says": "cuts are welcome", "level": "waiver", "check": "automatic"}


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ({"how": "yes"}, Kind.WAIVED),
        ({"how": "yes", "keep_quotations": True}, Kind.REVIEW),
        ({"how": "with-note"}, Kind.REVIEW),
        ({"how": "with-approval"}, Kind.REVIEW),
        ({"how": "first-paragraphs"}, Kind.FAIL),
        ({"how": "no"}, Kind.FAIL),
    ],
)
def test_cuts(clause: dict[str, object], expected: Kind) -> None:
    cut = "“We cannot go on like this forever,” said the chair of the council."
    applied = read_policy(POLICY | {"shortening": [SHORT | clause]})
    (finding,) = found(STORY, applied, before=f"{STORY} {cut}")
    assert (finding.rule, finding.kind) == ("ND-402", expected)


def test_a_link_home_is_enough_where_the_publisher_says_so() -> None:
    url = "https://saltmarshledger.example/2024/harbor-town-sea-wall"
    page = base("page.html").replace(f'<a href="{url}">', '<a href="https://saltmarshledger.example/">')
    page = page.replace(f'<link rel="canonical" href="{url}">', "")
    credit = SHORT | {"level": "condition", "says": "a link to the home page will do", "link": "home"}
    for applied, kind in ((None, Kind.FAIL), (read_policy(POLICY | {"credit": [credit]}), Kind.WAIVED)):
        findings = judge(examine(page, json.loads(base("work.json")), applied))
        assert [f.kind for f in findings if f.rule == "BY-204"] == [kind]


def test_advertising_that_the_publisher_allows() -> None:
    page = base("page.html").replace('<p class="source">', '<p>Advertisement</p><p class="source">')
    uses = [SHORT | {"use": "ads", "allowed": True, "says": "pages may carry advertising"}]
    for applied, waived in ((None, False), (read_policy(POLICY | {"uses": uses}), True)):
        findings = judge(examine(page, json.loads(base("work.json")), applied))
        assert [f.kind is Kind.WAIVED for f in findings if f.rule == "NC-605"] == [waived]
