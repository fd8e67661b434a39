"""The pipeline: one work, one page, one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.align import align
from licensecheck.classify import classify
from licensecheck.credit import read_credit
from licensecheck.links import link_changes
from licensecheck.model import Case, Report
from licensecheck.pagination import with_pagination
from licensecheck.punctuation import foldings
from licensecheck.rules import judge
from licensecheck.surroundings import surrounding_changes
from licensecheck.verdict import verdict_of

if TYPE_CHECKING:
    from licensecheck.model import Page, Work


def check(work: Work, page: Page) -> Report:
    """Judge a page against a work: read the two together, ask every rule, sum up.

    Pure: the same work and page give the same report.
    """
    case = read_case(work, page)
    findings = judge(case)
    return Report(
        work=work,
        page=case.page,
        verdict=verdict_of(findings, case.alignment, case.page),
        alignment=case.alignment,
        changes=case.changes,
        technical_changes=foldings(work.text, page.text, case.alignment.matches),
        findings=findings,
        reasons=case.page.unread,
    )


def read_case(work: Work, page: Page) -> Case:
    """What the rules judge: where the work stands on the page, what differs, and what is said of origin and terms."""
    alignment = align(work, page)
    page = with_pagination(page, alignment)
    credit = read_credit(work, page, alignment)
    changes = (
        *classify(work, page, alignment),
        *surrounding_changes(work, page, alignment, credit),
        *link_changes(work, page, alignment),
    )
    return Case(work, page, alignment, changes, credit)
