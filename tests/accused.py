"""What a report holds against a page, for tests of pages with which all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.terms import Kind, Severity

if TYPE_CHECKING:
    from licensecheck.model import Report

_AGAINST = frozenset({Kind.FAIL, Kind.REVIEW, Kind.INCONCLUSIVE})


def raised(report: Report) -> list[str]:
    """The findings above a remark."""
    return [
        f"{finding.rule} {finding.message}"
        for finding in report.findings
        if finding.kind in _AGAINST and finding.severity is not Severity.INFO
    ]


def accused(report: Report, *, whole: bool = True) -> list[str]:
    """As `raised`; of a page that is not the whole copy, without what is said to be left open."""
    findings = (finding for finding in report.findings if whole or finding.kind is not Kind.INCONCLUSIVE)
    return raised(report._replace(findings=tuple(findings)))
