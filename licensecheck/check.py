"""The pipeline: one work, one page, one report."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from licensecheck.credit import read_credit
from licensecheck.likeness import SUBSTANTIAL, likeness
from licensecheck.links import link_changes
from licensecheck.model import Case, Report
from licensecheck.pagination import with_pagination
from licensecheck.punctuation import foldings
from licensecheck.rendering import with_rendering
from licensecheck.rules import judge
from licensecheck.surroundings import surrounding_changes
from licensecheck.verdict import verdict_of
from licensecheck.versions import best_fit, snippet_page

if TYPE_CHECKING:
    from licensecheck.model import Page, Work
    from licensecheck.policy import Policy


def check(work: Work, page: Page, policy: Policy | None = None) -> Report:
    """Judge a page against a work, and what its publisher asks beside the licence: read, ask every rule, sum up.

    Pure: the same input gives the same report. The report's work has as its body the text that the page follows.
    """
    case = read_case(work, page, policy)
    findings = judge(case)
    return Report(
        work=case.work,
        page=case.page,
        verdict=verdict_of(findings, case.alignment, case.page),
        alignment=case.alignment,
        changes=case.changes,
        technical_changes=foldings(case.work.text, page.text, case.alignment.matches),
        findings=findings,
        reasons=case.page.unread,
        text=case.text,
        policy=policy,
        credit=case.credit,
    )


def read_case(work: Work, page: Page, policy: Policy | None = None) -> Case:
    """What the rules judge: where the work stands on the page, what differs, and what is said of origin and terms."""
    fit = best_fit(work, page)
    page = with_pagination(page, fit.alignment)
    credit = read_credit(fit.work, page, fit.alignment)
    page = with_rendering(fit.work, page, fit.alignment, credit)
    changes = (
        *fit.changes,
        *surrounding_changes(fit.work, page, fit.alignment, credit),
        *link_changes(fit.work, page, fit.alignment),
    )
    return Case(
        work=fit.work,
        page=page,
        alignment=fit.alignment,
        changes=changes,
        credit=credit,
        policy=policy,
        likeness=likeness(work, page) if fit.alignment.coverage < SUBSTANTIAL else None,
        text=fit.text,
        forgiven=_forgiven(work) if work.snippet else frozenset(),
    )


@lru_cache(maxsize=64)
def _forgiven(work: Work) -> frozenset[tuple[str, str]]:
    """What the publisher's own snippet is found to lack, as rule and message: a faithful paste lacks it too."""
    case = read_case(work._replace(snippet=None, versions=()), snippet_page(work))
    return frozenset((finding.rule, finding.message) for finding in judge(case))
