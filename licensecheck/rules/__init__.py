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
from licensecheck.terms import Kind

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


# Many rules share a condition.
_CONDITIONS = frozenset(rule.applies for rule in RULES)


def judge(case: Case) -> tuple[Finding, ...]:
    """What every rule says of the case, in the order of `RULES`: at least one finding each, if only that it passes."""
    findings: list[Finding] = []
    parts = in_parts(case) if case.policy else None
    applies = {condition: condition(case) for condition in _CONDITIONS}
    for rule in RULES:
        if not applies[rule.applies]:
            findings.append(rule.silent(Kind.NOT_APPLICABLE))
            continue
        found = parts.findings(rule, findings) if parts else rule.findings(case, findings)
        findings += [settled(case, finding) for finding in found]
    return tuple(findings)
