"""The rules: `RULES` holds them all, `judge` applies them to a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.rules import (
    adaptations,
    applicability,
    attribution,
    endorsement,
    framing,
    license_mark,
    noncommercial,
    notices,
    permissions,
    photos,
    pictures,
    publisher,
    restrictions,
    surroundings,
    suspicions,
    termination,
    verbatim,
)
from licensecheck.rules._rule import Doc, Rule
from licensecheck.rules._settling import settled
from licensecheck.rules._waiving import in_parts

if TYPE_CHECKING:
    from licensecheck.model import Case, Finding

__all__ = ["RULES", "RULESET", "Doc", "Rule", "judge"]

# Raised whenever a finding may change for a page and a work that stay the same.
RULESET = "1"

# In the order of a report. The last two look at what the others found.
_PARTS = (
    applicability,
    license_mark,
    attribution,
    notices,
    verbatim,
    framing,
    surroundings,
    suspicions,
    adaptations,
    noncommercial,
    restrictions,
    endorsement,
    photos,
    pictures,
    publisher,
    permissions,
    termination,
)

RULES: tuple[Rule, ...] = tuple(value for part in _PARTS for value in vars(part).values() if isinstance(value, Rule))


def judge(case: Case) -> tuple[Finding, ...]:
    """What every rule says of the case, in the order of `RULES`: at least one finding each, if only that it passes."""
    findings: list[Finding] = []
    parts = in_parts(case)
    for rule in RULES:
        findings += [settled(case, finding) for finding in parts.findings(rule, findings)]
    return tuple(findings)
