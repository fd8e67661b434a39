"""The pipeline: one work, one page, one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.align import align
from licensecheck.classify import classify
from licensecheck.credit import read_credit
from licensecheck.model import Case, Report
from licensecheck.punctuation import foldings
from licensecheck.rules import judge
from licensecheck.surroundings import surrounding_changes
from licensecheck.verdict import verdict_of

if TYPE_CHECKING:
    from licensecheck.model import Page, Work


def check(work: Work, page: Page) -> Report:
    """Judge a page against a work.

    Align the two texts, name what differs, read what the page says of origin and terms, ask every rule, and sum
    up. Pure: the same work and page give the same report.
    """
    alignment = align(work, page)
    credit = read_credit(work, page, alignment)
    changes = (*classify(work, page, alignment), *surrounding_changes(work, page, alignment, credit))
    findings = judge(Case(work, page, alignment, changes, credit))
    return Report(
        work=work,
        page=page,
        verdict=verdict_of(findings, alignment, page),
        alignment=alignment,
        changes=changes,
        technical_changes=foldings(work.text, page.text, alignment.matches),
        findings=findings,
        reasons=page.unread,
    )
