"""The rules: `RULES` holds them all, `judge` applies them to a case.

Those that ask for a publisher's own terms are loaded, and asked, only where there are such terms.
"""

from __future__ import annotations

from functools import cache
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
    restrictions,
    surroundings,
    suspicions,
    termination,
    verbatim,
)
from licensecheck.rules._rule import Doc, Rule
from licensecheck.rules._settling import settled
from licensecheck.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from licensecheck.model import Case, Finding

    RULES: tuple[Rule, ...]

__all__ = ["RULES", "RULESET", "Doc", "Rule", "judge"]

# Raised whenever a finding may change for a page and a work that stay the same.
RULESET = "1"

# In the order of a report: on the licence's clauses, then what looks at the findings of the others.
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
)
_CLOSING = (permissions, termination)


def _rules(*parts: ModuleType) -> tuple[Rule, ...]:
    return tuple(value for part in parts for value in vars(part).values() if isinstance(value, Rule))


_LICENSE_RULES = _rules(*_PARTS, *_CLOSING)


@cache
def _all_rules() -> tuple[Rule, ...]:
    from licensecheck.rules import publisher  # noqa: PLC0415 (see above)

    return _rules(*_PARTS, publisher, *_CLOSING)


def __getattr__(name: str) -> tuple[Rule, ...]:
    if name == "RULES":
        return _all_rules()
    raise AttributeError(name)


def judge(case: Case) -> tuple[Finding, ...]:
    """What every rule says of the case, in the order of `RULES`: at least one finding each, if only that it passes."""
    if case.policy:
        return _judge_under_policy(case)
    findings: list[Finding] = []
    conditions: dict[Callable[[Case], bool], bool] = {}  # many rules share one
    for rule in _LICENSE_RULES:
        applies = conditions.get(rule.applies)
        if applies is None:
            applies = conditions[rule.applies] = rule.applies(case)
        found = rule.findings(case, findings) if applies else (rule.silent(Kind.NOT_APPLICABLE),)
        findings += [settled(case, finding) for finding in found]
    return tuple(findings)


def _judge_under_policy(case: Case) -> tuple[Finding, ...]:
    from licensecheck.rules._waiving import in_parts  # noqa: PLC0415 (see above)

    findings: list[Finding] = []
    parts = in_parts(case)
    for rule in _all_rules():
        findings += [settled(case, finding) for finding in parts.findings(rule, findings)]
    return tuple(findings)
