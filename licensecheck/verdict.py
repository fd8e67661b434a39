"""What is said of a page as a whole, given what the rules found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.terms import FindingClass, Kind, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licensecheck.model import Alignment, Finding, Page

# The share of the work from which a page counts as a copy of it. Measured on news pages: a page has at least
# 0.99 of its own article and at most 0.02 of another; what lies between are excerpts and quotations.
COPIED = 0.15


def is_copy(alignment: Alignment) -> bool:
    """Whether enough of the work stands on the page for its conditions to be judged."""
    return alignment.coverage >= COPIED


def is_breach(finding: Finding) -> bool:
    """Whether the finding says that a condition of the licence is plainly unmet."""
    return (
        finding.kind is Kind.FAIL
        and finding.severity is Severity.VIOLATION
        and finding.rests_on is FindingClass.LICENSE
    )


def is_suspicion(finding: Finding) -> bool:
    """Whether the finding says that a condition of the licence may be unmet."""
    return finding.kind is Kind.REVIEW and finding.rests_on is FindingClass.LICENSE


def verdict_of(findings: Sequence[Finding], alignment: Alignment, page: Page) -> Verdict:
    """The first of these that is so.

    * *inconclusive*: the page was not read whole, or something else kept us from judging it.
    * *not-a-copy*: too little of the work stands on the page, and it is not suspected to be a translation or rewrite.
    * *violation*: a condition of the licence is plainly unmet.
    * *review*: something is left for a person, of whatever class, above *info*.
    * *compliant*: nothing of the kind. Waived findings and remarks do not count.
    """
    if page.unread or any(finding.kind is Kind.INCONCLUSIVE for finding in findings):
        return Verdict.INCONCLUSIVE
    if not is_copy(alignment) and not any(map(is_suspicion, findings)):
        return Verdict.NOT_A_COPY
    if any(map(is_breach, findings)):
        return Verdict.VIOLATION
    if any(f.kind in {Kind.FAIL, Kind.REVIEW} and f.severity is not Severity.INFO for f in findings):
        return Verdict.REVIEW
    return Verdict.COMPLIANT
