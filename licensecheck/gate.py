"""The gate: which findings fail a run, and the exit code that says how it went."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from licensecheck.terms import Kind, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.record import FindingRecord, Record

_GRAVITY = tuple(Severity)
_UNDECIDED = frozenset({Verdict.INCONCLUSIVE, Verdict.NOT_A_COPY})


class Exit(IntEnum):
    """What the process ends with; the same in every format. 130 is 128 + SIGINT, as shells count."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNDECIDED = 3
    BUG = 4
    INTERRUPTED = 130


class Gate(StrEnum):
    """The mildest finding that fails a run."""

    VIOLATION = "violation"
    WARNING = "warning"
    REVIEW = "review"
    NEVER = "never"


def gravity(finding: FindingRecord) -> Severity:
    """How grave a finding is for those who act on it: what a person must decide is never more than a review."""
    severity = Severity(finding["severity"])
    if finding["kind"] == Kind.REVIEW:
        return max(severity, Severity.REVIEW, key=_GRAVITY.index)
    return severity


def exit_code(records: Iterable[Record], gate: Gate) -> Exit:
    """How a run ends, its worst page deciding: a bug, then findings, then what could not be decided.

    A page that is not a copy, or was not read whole, is undecided whatever was found on it: a build that names a
    page as a copy must not turn green because the article is no longer on it.
    """
    ends = {_end(record, gate) for record in records}
    return next((end for end in (Exit.BUG, Exit.FINDINGS, Exit.UNDECIDED) if end in ends), Exit.CLEAN)


def _end(record: Record, gate: Gate) -> Exit:
    if record["envelope"]["bug"]:
        return Exit.BUG
    if record["verdict"] in _UNDECIDED:
        return Exit.UNDECIDED
    return Exit.FINDINGS if any(reaches(finding, gate) for finding in record["findings"]) else Exit.CLEAN


def reaches(finding: FindingRecord, gate: Gate) -> bool:
    """Whether a finding fails a run."""
    if gate is Gate.NEVER or finding["kind"] not in {Kind.FAIL, Kind.REVIEW}:
        return False
    return _GRAVITY.index(gravity(finding)) <= _GRAVITY.index(Severity(gate))
