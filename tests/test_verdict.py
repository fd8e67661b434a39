"""What is said of a page as a whole, and what follows from a breach."""

from __future__ import annotations

import pytest
from rule_cases import CREDIT, FAITHFUL, PAGE, found, licensed, under

from licensecheck.clauses import Clause
from licensecheck.model import Alignment, Finding
from licensecheck.terms import FindingClass, Kind, Severity, Unread, Verdict
from licensecheck.verdict import verdict_of


@pytest.mark.parametrize(
    ("identifier", "cured"),
    [("CC BY-NC-ND 3.0", False), ("CC BY-NC-ND 3.0 IGO", True), ("CC BY-NC-ND 4.0", True)],
)
def test_a_breach_ends_the_licence(identifier: str, cured: bool) -> None:  # noqa: FBT001 (a table's column)
    case = under(FAITHFUL, licensed(identifier))._replace(credit=CREDIT._replace(authors=()))
    (ended,) = [finding for finding in found(case) if finding.rule == "TER-001"]
    assert ("30 days" in ended.message) is cured
    assert ended.severity is Severity.INFO
    assert ended.clause is Clause.TERMINATION


@pytest.mark.parametrize(
    ("kind", "severity", "rests_on", "expected"),
    [
        (Kind.FAIL, Severity.VIOLATION, FindingClass.LICENSE, Verdict.VIOLATION),
        (Kind.FAIL, Severity.VIOLATION, FindingClass.POLICY, Verdict.REVIEW),
        (Kind.FAIL, Severity.WARNING, FindingClass.LICENSE, Verdict.REVIEW),
        (Kind.FAIL, Severity.WARNING, FindingClass.OUTSIDE, Verdict.REVIEW),
        (Kind.REVIEW, Severity.REVIEW, FindingClass.INPUT, Verdict.REVIEW),
        (Kind.FAIL, Severity.INFO, FindingClass.LICENSE, Verdict.COMPLIANT),
        (Kind.WAIVED, Severity.VIOLATION, FindingClass.LICENSE, Verdict.COMPLIANT),
        (Kind.PASS, Severity.INFO, FindingClass.LICENSE, Verdict.COMPLIANT),
        (Kind.INCONCLUSIVE, Severity.VIOLATION, FindingClass.LICENSE, Verdict.INCONCLUSIVE),
    ],
)
def test_verdicts(kind: Kind, severity: Severity, rests_on: FindingClass, expected: Verdict) -> None:
    finding = Finding("X-1", "x", kind, severity, rests_on, "")
    assert verdict_of([finding], FAITHFUL.alignment, PAGE) is expected
    little = Alignment((), (), 0.01)
    assert verdict_of([finding], little, PAGE) in {Verdict.NOT_A_COPY, Verdict.INCONCLUSIVE}
    torn = PAGE._replace(unread=(Unread.MARKUP,))
    assert verdict_of([finding], FAITHFUL.alignment, torn) is Verdict.INCONCLUSIVE


def test_a_suspicion_is_for_a_person_however_little_of_the_work_is_there() -> None:
    finding = Finding("X-1", "x", Kind.REVIEW, Severity.VIOLATION, FindingClass.LICENSE, "")
    assert verdict_of([finding], Alignment((), (), 0.01), PAGE) is Verdict.REVIEW
    assert verdict_of([finding], Alignment((), (), 0.01), PAGE._replace(unread=(Unread.EMPTY,))) is Verdict.INCONCLUSIVE


def test_the_gravest_finding_decides() -> None:
    severities = (Severity.INFO, Severity.REVIEW, Severity.VIOLATION)
    findings = [Finding("X-1", "x", Kind.FAIL, severity, FindingClass.LICENSE, "") for severity in severities]
    assert verdict_of(findings, FAITHFUL.alignment, PAGE) is Verdict.VIOLATION
