"""The rules: `RULES` holds them all, `judge` applies them to a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.rules import (
    applicability,
    attribution,
    endorsement,
    framing,
    license_mark,
    noncommercial,
    notices,
    photos,
    restrictions,
    termination,
    verbatim,
)
from licensecheck.rules._rule import Doc, Rule

if TYPE_CHECKING:
    from licensecheck.model import Case, Finding

__all__ = ["RULES", "RULESET", "Doc", "Rule", "judge"]

# Raised whenever a finding may change for a page and a work that stay the same.
RULESET = "1"

# In the order of a report. Termination comes last: it looks at what the others found.
_PARTS = (
    applicability,
    license_mark,
    attribution,
    notices,
    verbatim,
    framing,
    noncommercial,
    restrictions,
    endorsement,
    photos,
    termination,
)

RULES: tuple[Rule, ...] = tuple(value for part in _PARTS for value in vars(part).values() if isinstance(value, Rule))


def judge(case: Case) -> tuple[Finding, ...]:
    """What every rule says of the case, in the order of `RULES`: at least one finding each, if only that it passes."""
    findings: list[Finding] = []
    for rule in RULES:
        findings += rule.findings(case, findings)
    return tuple(findings)
