"""Findings as separate agreements, and what the publisher itself hands out, leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.terms import Kind, Severity

if TYPE_CHECKING:
    from licensecheck.model import Case, Finding

_SAYS_SOMETHING = frozenset({Kind.FAIL, Kind.REVIEW, Kind.INCONCLUSIVE})
FROM_SNIPPET = "the publisher's own republishing snippet brings this about"


def settled(case: Case, finding: Finding) -> Finding:
    """The finding, waived where a recorded permission silences its rule, lowered where a faithful paste causes it.

    What the publisher's snippet lacks is still missing from the page, but a warning at most.
    """
    if finding.kind not in _SAYS_SOMETHING:
        return finding
    if not {finding.rule, finding.name}.isdisjoint(case.work.permissions):
        return finding._replace(kind=Kind.WAIVED, fix=None, cause="a separate permission is recorded in the manifest")
    if (finding.rule, finding.message) not in case.forgiven:
        return finding
    severity = Severity.WARNING if finding.severity is Severity.VIOLATION else finding.severity
    return finding._replace(severity=severity, cause=finding.cause or FROM_SNIPPET)
