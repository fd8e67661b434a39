"""A report as plain values: what the schema says, with quotations that stand where they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from republish import ARTICLES, faithful, render, reworded, shortened

from licensecheck.check import check
from licensecheck.model import Evidence, Finding, Report, Span
from licensecheck.page import read_page
from licensecheck.record import Judgement, report_dict, sealed
from licensecheck.schemas import load_schema
from licensecheck.terms import FindingClass, Kind, Severity
from licensecheck.work import load_work

WORKS = Path(__file__).resolve().parent.parent / "fixtures" / "works"
VALIDATOR = Draft202012Validator(load_schema("report-1"))


def report_of(slug: str, page: bytes) -> Report:
    return check(load_work((WORKS / f"{slug}.json").read_bytes(), "work.json"), read_page(page))


def validated(judgement: Judgement) -> Judgement:
    envelope = {"tool": "t", "ruleset": "1", "checked_at": "2024-05-14T10:00:00Z", "fetched": None, "bug": None}
    VALIDATOR.validate(sealed(judgement, envelope))  # type: ignore[arg-type]  # mypy takes the literal for a dict
    return judgement


@pytest.mark.parametrize("slug", ARTICLES)
@pytest.mark.parametrize("theme", ["wordpress-block", "tables-2005", "right-to-left"])
def test_reports_follow_the_schema(slug: str, theme: str) -> None:
    copy = faithful(slug)
    faulty = replace(copy, body=copy.body[:4] + copy.body[6:], license_uri="", authors=())
    for page in (render(copy, theme), render(faulty, theme), b"", b"<p>Another page altogether.</p>"):
        validated(report_dict(report_of(slug, page)))


def test_evidence_stands_in_its_context() -> None:
    copy = shortened(reworded(faithful("river-gauge"), "for 2,200 days", "for 1,200 days"), "Maud O’Fearna")
    report = report_of("river-gauge", render(copy, "plain-partner"))
    texts = {"work": report.work.text, "page": report.page.text}
    quoted = [e for finding in validated(report_dict(report))["findings"] for e in finding["evidence"] if e["span"]]
    assert {evidence["side"] for evidence in quoted} == {"work", "page"}
    for evidence in quoted:
        assert evidence["lead"] + evidence["text"] + evidence["tail"] in " ".join(texts[evidence["side"]].split("\n"))
        assert "\n" not in evidence["lead"] + evidence["tail"]


def test_a_fingerprint_says_what_was_found_and_not_where() -> None:
    base = report_of("river-gauge", b"<p>x</p>")

    def fingerprint(rule: str, message: str, *evidence: Evidence) -> str:
        found = Finding(rule, "name", Kind.FAIL, Severity.INFO, FindingClass.LICENSE, message, evidence=evidence)
        return report_dict(base._replace(findings=(found,)))["findings"][0]["fingerprint"]

    here = fingerprint("ND-401", "one", Evidence("page", "x", Span(0, 1)))
    assert fingerprint("ND-401", "another", Evidence("page", "x", None)) == here
    assert fingerprint("ND-402", "one", Evidence("page", "x", Span(0, 1))) != here
    assert fingerprint("ND-401", "one", Evidence("work", "x", Span(0, 1))) != here
    assert fingerprint("ND-401", "one") != fingerprint("ND-401", "another")


def test_half_a_character_does_not_break_the_hash() -> None:
    base = report_of("river-gauge", b"<p>x</p>")
    report_dict(base._replace(page=base.page._replace(text="\ud800")))
