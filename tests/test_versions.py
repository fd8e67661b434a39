"""A work with several faithful texts: a page is judged by the one that explains it most mildly, and that is named."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from republish import FIXTURES, Copy, faithful, render, reworded, shortened

from licensecheck import versions
from licensecheck.check import check
from licensecheck.formats import View
from licensecheck.formats import render as formatted
from licensecheck.manifest import read_manifest
from licensecheck.model import ORIGINAL, Paragraph, Report, Version, Work
from licensecheck.page import read_page
from licensecheck.record import report_dict, sealed
from licensecheck.terms import Kind, Severity, Verdict

NEW, OLD = "2,200 days", "1,900 days"
THEME = "plain-partner"
FIRST = "first print"


@cache
def plain() -> Work:
    return read_manifest(json.loads((FIXTURES / "works" / "river-gauge.json").read_text(encoding="utf-8")))


def revised(text: str) -> tuple[Paragraph, ...]:
    """The body with the old number, and whatever else `text` asks for."""
    return tuple(p._replace(text=p.text.replace(NEW, text)) for p in plain().body)


def dated(*bodies: tuple[Paragraph, ...]) -> Work:
    given = (
        Version(FIRST, "2018-01-05", bodies[0]),
        *(Version(f"text {n}", None, b) for n, b in enumerate(bodies[1:])),
    )
    return plain()._replace(versions=given)


def pasted(copy: Copy) -> str:
    """What a republish button would hand out of a copy: title, text, and nothing on licence or authors."""
    return f"<h1>{copy.headline}</h1>\n" + "\n".join(copy.body)


def judged(work: Work, copy: Copy) -> Report:
    return check(work, read_page(render(copy, THEME)))


def found(report: Report) -> dict[str, tuple[Severity, str | None]]:
    """What was found above a remark: the rule, how grave, and the cause."""
    said = (f for f in report.findings if f.kind in {Kind.FAIL, Kind.REVIEW} and f.severity is not Severity.INFO)
    return {finding.rule: (finding.severity, finding.cause) for finding in said}


def test_the_original_comes_first() -> None:
    report = judged(dated(plain().body, revised(OLD)), faithful("river-gauge"))
    assert (report.text, report.verdict) == (ORIGINAL, Verdict.COMPLIANT)


def test_no_other_text_is_looked_at_where_the_original_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("licensecheck.versions._other_texts", lambda _work: pytest.fail("looked at"))
    assert judged(dated(revised(OLD)), faithful("river-gauge")).text == ORIGINAL


def test_a_copy_of_an_earlier_text_is_no_change() -> None:
    report = judged(dated(revised(OLD)), reworded(faithful("river-gauge"), NEW, OLD))
    assert report.text == f"{FIRST}, 2018-01-05"
    assert (report.verbatim, report.verdict, found(report)) == (True, Verdict.COMPLIANT, {})
    assert OLD in report.work.text


def test_a_change_of_an_earlier_text_is_still_one() -> None:
    copy = reworded(reworded(faithful("river-gauge"), NEW, OLD), "Maud", "Maude")
    report = judged(dated(revised(OLD)), copy)
    assert report.text.startswith(FIRST)
    assert [change.before for change in report.changes if change.paragraph is not None] == ["Maud"]


def test_of_equal_texts_the_first_counts() -> None:
    copy = reworded(faithful("river-gauge"), NEW, "2,000 days")
    assert judged(dated(revised(OLD), revised("2,100 days")), copy).text == ORIGINAL


def test_a_short_text_hides_no_change_of_a_long_copy() -> None:
    opening = plain().body[:2]
    report = judged(dated(opening), reworded(faithful("river-gauge"), NEW, OLD))
    assert (report.text, report.verdict) == (ORIGINAL, Verdict.VIOLATION)


def test_a_page_is_found_by_any_of_the_texts() -> None:
    other = plain()._replace(body=(Paragraph("The story was told anew from its first word to its last. " * 9),))
    report = judged(other._replace(versions=(Version(FIRST, None, plain().body),)), faithful("river-gauge"))
    assert (report.text, report.verbatim) == (FIRST, True)


def test_what_the_snippet_puts_in_is_the_publishers() -> None:
    copy = faithful("river-gauge")
    line = "<p>Sign up for our letter, which tells you about rivers every Friday.</p>"
    handed = replace(copy, body=(*copy.body[:2], line, *copy.body[2:]))
    assert "ND-405" in found(judged(plain(), handed))
    report = judged(plain()._replace(snippet=pasted(handed)), handed)
    assert (report.text, report.verbatim) == (versions.SNIPPET, True)


def test_what_the_snippet_lacks_weighs_less_on_the_page() -> None:
    copy = faithful("river-gauge")
    bare = replace(copy, authors=(), license="", license_uri="", body=copy.body[:-1])
    work = plain()._replace(body=plain().body[:-1])
    before, after = found(judged(work, bare)), found(judged(work._replace(snippet=pasted(bare)), bare))
    assert before["BY-201"][0] is before["LIC-101"][0] is Severity.VIOLATION
    assert after["BY-201"][0] is after["LIC-101"][0] is Severity.WARNING
    assert all("snippet" in (after[rule][1] or "") for rule in ("BY-201", "LIC-101"))


def test_a_snippet_with_the_credit_excuses_nothing() -> None:
    copy = faithful("river-gauge")
    credit = f'<p>By {" and ".join(copy.authors)}. <a href="{copy.license_uri}">{copy.license}</a></p>'
    bare = replace(copy, authors=(), license="", license_uri="", body=copy.body[:-1])
    work = plain()._replace(body=plain().body[:-1], snippet=pasted(bare) + credit)
    assert found(judged(work, bare))["LIC-101"][0] is Severity.VIOLATION


def test_a_snippet_in_plain_text_is_read_by_lines() -> None:
    work = plain()._replace(snippet="\n\n".join(p.text for p in revised(OLD)))
    assert judged(work, reworded(faithful("river-gauge"), NEW, OLD)).text == versions.SNIPPET


def test_a_snippet_without_the_article_is_no_text_of_it() -> None:
    work = plain()._replace(snippet="<p>Republished from The Brask Dispatch.</p>")
    assert judged(work, shortened(faithful("river-gauge"), "Maud")).text == ORIGINAL


def test_people_are_told_which_text_fitted() -> None:
    report = report_dict(judged(dated(revised(OLD)), reworded(faithful("river-gauge"), NEW, OLD)))
    envelope = {"tool": "t", "ruleset": "1", "checked_at": "2024-05-14T10:00:00Z", "fetched": None, "bug": None}
    shown = formatted("human", [sealed(report, envelope)], View())  # type: ignore[arg-type]  # mypy takes it for a dict
    assert f"  follows  {FIRST}, 2018-01-05" in shown
