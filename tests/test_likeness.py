"""Translations and rewrites are suspected by what they cannot say otherwise; reports of the same event are not."""

from __future__ import annotations

import random
import re

import pytest
from test_cases import CASES, base, case_of

from licensecheck.check import check
from licensecheck.likeness import likeness
from licensecheck.model import Page, Paragraph, Work
from licensecheck.page import read_page
from licensecheck.terms import Kind, Severity, Verdict

WORD = re.compile(r"[^\W\d_]+")
TEXT = (
    "The dam at Corrie Bridge holds 48 million litres, and Isla Farrow has counted every one of them since 1994.",
    "On a wet morning in 2023 she told the Board of Works that the wall had moved by 12 millimetres in 90 days.",
    "Nothing was done, said Gavin Strand of the Lowland Water Trust, because nobody wanted to read 300 pages of it.",
    "A second survey, paid for by Tilda Moss, found 27 cracks between the sluice and the road to Harrow Cross.",
    "The Board has now set aside 640,000 for repairs that were meant to begin in 2025, and Farrow keeps her notebook.",
)
NAMES = frozenset(
    "corrie bridge isla farrow board works gavin strand lowland water trust tilda moss harrow cross".split()
)
WORK = Work(body=tuple(map(Paragraph, TEXT)))


def page(*texts: str) -> Page:
    return read_page("".join(f"<p>{text}</p>" for text in texts).encode())


def translated(text: str) -> str:
    """The text in a language that has none of its words but the names."""
    return WORD.sub(lambda m: m[0] if m[0].casefold() in NAMES else f"q{m[0][::-1].lower()}", text)


def test_a_translation_keeps_names_and_figures_in_their_places() -> None:
    found = likeness(WORK, page(*map(translated, TEXT)))
    assert found is not None
    assert found.foreign
    assert found.facts[:5] == ("Corrie", "Bridge", "48", "Isla", "Farrow")


def test_figures_are_told_apart_from_how_they_are_written() -> None:
    german = [translated(text).replace("640,000", "640.000") for text in TEXT]
    arabic = [text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) for text in map(translated, TEXT)]
    for texts in (german, arabic):
        found = likeness(WORK, page(*texts))
        assert found is not None
        assert "640000" in found.facts


def test_inflected_names_are_the_same_names() -> None:
    found = likeness(WORK, page(*(translated(text).replace("Farrow", "Farrowowi") for text in TEXT)))
    assert found is not None
    assert "Farrow" in found.facts


@pytest.mark.parametrize("seed", range(5))
def test_the_same_facts_in_another_order_are_another_report(seed: int) -> None:
    facts = translated(" ".join(TEXT)).split()
    random.Random(seed).shuffle(facts)  # noqa: S311 (a test's own shuffle)
    told = [" ".join(facts[start : start + 20]) for start in range(0, len(facts), 20)]
    assert likeness(WORK, page(*told)) is None
    assert likeness(WORK, page(*map(translated, reversed(TEXT)))) is None


def test_a_part_of_the_facts_is_not_enough() -> None:
    assert likeness(WORK, page(*map(translated, TEXT[:2]))) is None


def test_facts_in_lists_of_links_and_hidden_text_do_not_count() -> None:
    linked = "".join(f'<p><a href="/n">{translated(text)}</a></p>' for text in TEXT)
    hidden = "".join(f'<p style="display:none">{translated(text)}</p>' for text in TEXT)
    assert likeness(WORK, read_page(linked.encode())) is None
    assert likeness(WORK, read_page(hidden.encode())) is None


def test_a_work_without_facts_has_no_likeness() -> None:
    bare = Work(body=(Paragraph("a quiet day by the water, and nothing happened to anybody at all there"),))
    assert likeness(bare, page(*TEXT)) is None
    assert likeness(Work(body=(Paragraph("Short."),)), page("Short.")) is None


def of_folder(name: str) -> str:
    return (CASES / name / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("folder", "rule", "verdict"),
    [
        ("ND-407-review-german", "ND-407", Verdict.REVIEW),
        ("ND-408-review-retold", "ND-408", Verdict.REVIEW),
        ("ND-408-review-summed-up", "ND-408", Verdict.REVIEW),
        ("ND-407-pass-own-report", None, Verdict.NOT_A_COPY),
        ("ND-408-pass-another-report", None, Verdict.NOT_A_COPY),
    ],
)
def test_what_is_said_of_a_page_without_the_works_words(folder: str, rule: str | None, verdict: Verdict) -> None:
    work = case_of(CASES / "_base", {}).work
    report = check(work, read_page(of_folder(folder).encode()))
    said = {f.rule for f in report.findings if f.kind in {Kind.FAIL, Kind.REVIEW} and f.severity is not Severity.INFO}
    assert said == ({rule} if rule else set())
    assert report.verdict is verdict
    assert all(f.kind is Kind.REVIEW for f in report.findings if f.rule == rule)


def test_the_publishers_own_site_is_not_suspected() -> None:
    work = case_of(CASES / "_base", {}).work
    data = of_folder("ND-407-review-german").encode()
    for url, kind in (
        ("https://saltmarshledger.example/de/ufermauer", Kind.PASS),
        ("https://nordkai.example/ufermauer", Kind.REVIEW),
    ):
        findings = check(work, read_page(data, url=url)).findings
        assert [f.kind for f in findings if f.rule == "ND-407"] == [kind]


def test_a_page_with_both_languages_is_a_copy() -> None:
    german = re.findall(r"<p>.*?</p>", of_folder("ND-407-review-german"), re.DOTALL)
    both = base("page.html").replace("</main>", "".join(german) + "</main>")
    report = check(case_of(CASES / "_base", {}).work, read_page(both.encode()))
    assert report.verdict is Verdict.COMPLIANT
