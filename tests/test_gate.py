"""The gate: which findings fail a run, and which exit code wins over which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from licensecheck.gate import Exit, Gate, exit_code, gravity

if TYPE_CHECKING:
    from licensecheck.record import FindingRecord, Record


def finding(kind: str, severity: str) -> FindingRecord:
    return {"kind": kind, "severity": severity}  # type: ignore[typeddict-item]  # all that the gate looks at


def record(verdict: str = "violation", *findings: FindingRecord, bug: str | None = None) -> Record:
    return {"envelope": {"bug": bug}, "verdict": verdict, "findings": list(findings)}  # type: ignore[typeddict-item]  # likewise


CLEAN = record("compliant", finding("pass", "info"), finding("fail", "info"))
WRONG = record("violation", finding("fail", "violation"))
UNREAD = record("inconclusive", finding("inconclusive", "review"))
BROKEN = record("inconclusive", bug="ValueError")


@pytest.mark.parametrize(
    ("kind", "severity", "gates"),
    [
        ("fail", "violation", {"violation", "warning", "review"}),
        ("fail", "warning", {"warning", "review"}),
        ("review", "review", {"review"}),
        ("review", "violation", {"review"}),
        ("fail", "info", set()),
        ("pass", "violation", set()),
        ("waived", "violation", set()),
        ("notApplicable", "violation", set()),
    ],
)
def test_which_findings_reach_which_gate(kind: str, severity: str, gates: set[str]) -> None:
    reached = {gate for gate in Gate if exit_code([record("review", finding(kind, severity))], gate) is Exit.FINDINGS}
    assert reached == gates


def test_what_a_person_must_decide_weighs_no_more_than_that() -> None:
    assert [gravity(finding("review", severity)) for severity in ("violation", "info")] == ["review", "info"]


@pytest.mark.parametrize(
    ("records", "code"),
    [
        ([], 0),
        ([CLEAN, CLEAN], 0),
        ([CLEAN, UNREAD], 3),
        ([record("not-a-copy")], 3),
        ([UNREAD, WRONG, CLEAN], 1),
        ([WRONG, BROKEN, UNREAD], 4),
        ([record("inconclusive", finding("fail", "violation"))], 3),
    ],
)
def test_the_worst_copy_decides(records: list[Record], code: int) -> None:
    assert exit_code(records, Gate.VIOLATION) == code


def test_the_gate_opens_for_findings_only() -> None:
    assert exit_code([WRONG], Gate.NEVER) == Exit.CLEAN
    assert exit_code([WRONG, UNREAD], Gate.NEVER) == Exit.UNDECIDED
    assert exit_code([BROKEN], Gate.NEVER) == Exit.BUG
