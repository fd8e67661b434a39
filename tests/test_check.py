"""The whole path on our own articles: a faithful copy raises nothing in any theme; same input, same report."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from accused import raised
from republish import ARTICLES, FIXTURES, THEMES, TYPINGS, Copy, Shown, faithful, pages, render, retyped, uncredited

from licensecheck.check import check
from licensecheck.manifest import read_manifest
from licensecheck.page import read_page
from licensecheck.record import report_dict
from licensecheck.terms import Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from licensecheck.model import Report, Work

ONE_PAGE = tuple(theme for theme in THEMES if theme != "paginated")
# One fault each, by the rule that must find it.
FAULTS: dict[str, Callable[[Copy], Copy]] = {
    "BY-201": lambda copy: replace(copy, authors=(), body=copy.body[:-1]),
    "BY-203": lambda copy: replace(copy, headline="Something else happened by the water"),
    "LIC-101": lambda copy: replace(copy, license="", license_uri=""),
    "LIC-102": lambda copy: replace(copy, license_uri=""),
    "LIC-104": lambda copy: replace(
        copy, license="CC BY 3.0", license_uri="https://creativecommons.org/licenses/by/3.0/"
    ),
    "RES-701": lambda copy: replace(copy, restriction="All rights reserved. No reproduction without permission."),
}


@cache
def work(article: str) -> Work:
    return read_manifest(json.loads((FIXTURES / "works" / f"{article}.json").read_text(encoding="utf-8")))


def judged(copy: Copy, theme: str) -> Report:
    return check(work(copy.slug), read_page(render(copy, theme)))


@pytest.mark.parametrize("theme", ONE_PAGE)
@pytest.mark.parametrize("article", ARTICLES)
def test_a_faithful_copy_raises_nothing(article: str, theme: str) -> None:
    assert raised(judged(faithful(article), theme)) == []


@pytest.mark.parametrize("typing", TYPINGS)
@pytest.mark.parametrize("article", ARTICLES)
def test_typography_is_no_change(article: str, typing: str) -> None:
    report = judged(retyped(faithful(article), typing), "plain-partner")
    assert (report.verbatim, raised(report)) == (True, [])


@pytest.mark.parametrize("theme", ONE_PAGE)
@pytest.mark.parametrize("rule", FAULTS)
def test_a_fault_is_found_in_any_theme(theme: str, rule: str) -> None:
    report = judged(FAULTS[rule](faithful("river-gauge")), theme)
    assert rule in {finding.rule for finding in report.findings if finding.kind is Kind.FAIL}
    assert report.verdict in {Verdict.VIOLATION, Verdict.REVIEW}


@pytest.mark.parametrize("shown", [Shown.HIDDEN, Shown.METADATA])
def test_a_credit_that_no_reader_sees_does_not_count(shown: Shown) -> None:
    report = judged(replace(faithful("river-gauge"), credit=shown), "wordpress-block")
    assert report.verdict is not Verdict.COMPLIANT


def test_a_photo_without_its_credit_is_found() -> None:
    report = judged(uncredited(faithful("river-gauge"), 0), "wordpress-block")
    assert "PHO-801" in {finding.rule for finding in report.findings if finding.kind is Kind.FAIL}


def test_one_page_of_several_is_never_judged_as_if_whole() -> None:
    for page in pages(faithful("river-gauge"), "paginated"):
        report = check(work("river-gauge"), read_page(page))
        assert report.verdict is Verdict.INCONCLUSIVE, raised(report)


def test_another_article_is_not_a_copy() -> None:
    report = check(work("night-bus"), read_page(render(faithful("river-gauge"), "drupal")))
    assert report.verdict is Verdict.NOT_A_COPY
    assert report.alignment.coverage < 0.05


@pytest.mark.parametrize("article", ARTICLES)
def test_the_same_input_gives_the_same_report(article: str) -> None:
    page = render(uncredited(faithful(article), 1), "ghost")
    one, other = (json.dumps(report_dict(check(work(article), read_page(page)))) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("article", ARTICLES)
def test_spans_quote_what_they_point_to(article: str) -> None:
    copy = faithful(article)
    report = judged(replace(copy, body=(*copy.body[:3], *copy.body[4:6], *copy.body[7:])), "wordpress-classic")
    assert report.changes
    for change in report.changes:
        if change.work_span:
            assert report.work.text[change.work_span.start : change.work_span.end].strip() == change.before
        if change.page_span and change.path:
            assert change.after[:20] in report.page.text[change.page_span.start : change.page_span.end]


def test_the_words_of_a_caption_excuse_no_other_text() -> None:
    copy = faithful("river-gauge")
    added = (
        f"<p>{copy.photos[0].caption} {'The board has lied about it to everyone who asked, year after year. ' * 3}</p>"
    )
    report = judged(replace(copy, body=(*copy.body[:4], added, *copy.body[4:])), "plain-partner")
    assert "ND-405" in {finding.rule for finding in report.findings if finding.kind is Kind.FAIL}
