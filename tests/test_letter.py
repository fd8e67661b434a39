"""Letters: what they say for which findings, licence, grade and language; and that a page writes no line of them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from records import finding, quotation
from republish import FIXTURES

from licensecheck.engine import Task, judge
from licensecheck.letter import Grade, Part, letter, part_of
from licensecheck.letter_forms import as_markdown, as_text
from licensecheck.letter_words import languages, words_for
from licensecheck.licenses import by_id
from licensecheck.manifest import read_manifest
from licensecheck.record import sealed
from licensecheck.rules import RULES
from licensecheck.terms import FindingClass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from licensecheck.model import Work
    from licensecheck.record import FindingRecord, Record

DAY = date(2024, 6, 1)
GOLDEN = FIXTURES / "golden" / "letters"
# What the demo does not have: suspicions, questions, wishes of the publisher, photos of others.
MORE = (
    finding("ND-408", "violation", "the page seems to tell the work in other words", kind="review"),
    finding(
        "END-751", "review", "“our partners” speaks of the publisher: is that so?", quotation("page", "our partners")
    ),
    finding("POL-952", "warning", "the page lacks the sentence that goes with the article", **{"class": "policy"}),
    finding("PHO-805", "warning", "the page shows a photo that the licence does not cover", **{"class": "outside"}),
    finding("PHO-806", "review", "of a photo nothing is known", **{"class": "input"}),
    finding("LIC-110", "info", "the page does not name the licence for machines"),
)


def work(identifier: str = "CC BY-NC-ND 3.0") -> Work:
    made = read_manifest(json.loads((FIXTURES / "demo" / "work.json").read_text(encoding="utf-8")))
    return made._replace(license=by_id(identifier))


def record(identifier: str = "CC BY-NC-ND 3.0", page: str = "faulty", more: tuple[FindingRecord, ...] = ()) -> Record:
    data = (FIXTURES / "demo" / f"{page}.html").read_bytes()
    judgement = judge(work(identifier), Task(data, "https://partner.example/river_gauge"))
    judgement["findings"] += more
    envelope = {
        "tool": "repubcheck 0.1.0",
        "ruleset": "1",
        "checked_at": "2024-05-31T09:00:00+00:00",
        "fetched": None,
        "bug": None,
    }
    return sealed(judgement, envelope)  # type: ignore[arg-type]  # an envelope of the test's own


def text(made: Record, grade: Grade = Grade.REQUEST, language: str | None = None, of: Work | None = None) -> str:
    written = letter(made, of or work(), grade, DAY, language)
    assert written is not None
    return as_text(written)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("grade", Grade)
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_letters_read_as_they_should(
    version: str, grade: Grade, language: str, golden: Callable[[Path, str], None]
) -> None:
    identifier = f"CC BY-NC-ND {version}"
    written = letter(record(identifier, more=MORE), work(identifier), grade, DAY, language)
    assert written is not None
    golden(GOLDEN / f"{language}-{grade}-{version}.md", as_markdown(written))
    golden(GOLDEN / f"{language}-{grade}-{version}.txt", as_text(written))


@pytest.mark.parametrize("page", ["faithful"])
def test_where_nothing_is_wrong_there_is_no_letter(page: str) -> None:
    assert letter(record(page=page), work(), Grade.FORMAL, DAY) is None
    remarks = (finding("LIC-110", "info", "a remark"), finding("APP-004", "review", "ours", **{"class": "input"}))
    assert letter(record(page=page, more=remarks), work(), Grade.FORMAL, DAY) is None


@pytest.mark.parametrize(
    ("severity", "more", "part"),
    [
        ("violation", {}, Part.UNMET),
        ("warning", {}, Part.DOUBTFUL),
        ("violation", {"kind": "review"}, Part.SUSPECTED),
        ("review", {}, Part.ASKED),
        ("warning", {"class": "policy"}, Part.POLICY),
        ("review", {"class": "policy"}, Part.POLICY),
        ("warning", {"class": "outside"}, Part.OUTSIDE),
        ("info", {}, None),
        ("review", {"class": "input"}, None),
        ("violation", {"kind": "waived"}, None),
        ("violation", {"kind": "inconclusive"}, None),
    ],
)
def test_where_a_finding_belongs(severity: str, more: dict[str, str], part: Part | None) -> None:
    assert part_of(finding("ND-401", severity, "said", **more)) is part


@pytest.mark.parametrize(
    ("identifier", "until"),
    [
        ("CC BY-NC-ND 4.0", "1 July 2024"),
        ("CC BY-NC-ND 3.0 IGO", "1 July 2024"),
        ("CC BY-NC-ND 3.0", None),
        ("CC BY-NC-ND 3.0 US", None),
        ("CC BY-NC-ND 2.5", None),
    ],
)
def test_what_a_breach_means_depends_on_the_version(identifier: str, until: str | None) -> None:
    said = " ".join(text(record(identifier), of=work(identifier)).split())
    assert ("reinstated expressly" in said) is (until is None)
    assert (
        f"within 30 days of your learning of it. Counted from the date of this letter, that is until {until}" in said
    ) is (until is not None)


def test_without_a_breach_nothing_is_said_of_the_licence_ending() -> None:
    asked = record(page="faithful", more=MORE[1:2])
    assert "ends by itself" not in text(asked)
    assert "is that so?" in text(asked)
    assert "does not meet" not in text(asked)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("grade", Grade)
def test_no_letter_speaks_of_damages(grade: Grade, language: str) -> None:
    said = text(record(more=MORE), grade, language).casefold()
    threats = ("damages", "compensation", "lawyer", "court", "lawsuit", "indemniza", "abogad", "tribunal", "demanda")
    assert [word for word in threats if word in said] == []


def test_the_language_is_that_of_the_work() -> None:
    spanish = work()._replace(language="es")
    assert text(record(), of=spanish).startswith("Su copia de")
    assert text(record(), of=spanish._replace(language="ar")).startswith("Your copy of")
    assert text(record(), language="en", of=spanish).startswith("Your copy of")


def test_every_language_has_all_the_words() -> None:
    english = words_for("en")
    about = {rule.id for rule in RULES if rule.rests_on is not FindingClass.INPUT} - {"TER-001"}
    for tag in languages():
        words = words_for(tag)
        assert len(words["months"]) == 12
        for part in ("letter", "credit", "sections", "grades"):
            assert words[part].keys() == english[part].keys()
        assert tag == "en" or about - words["rules"].keys() == set()
        assert all(said["found"].endswith((".", "?")) and said["ask"] for said in words["rules"].values())


def test_long_lists_are_cut_and_counted() -> None:
    many = tuple(finding("ND-401", "violation", f"the page has another word ({n})") for n in range(50))
    said = text(record(page="faithful", more=many))
    assert "another word (19)" in said
    assert "another word (20)" not in said
    assert "There are 30 more points" in said


HOSTILE = "\x1b[31m\n# Pay here\n[x](javascript:y) <script>`*_\u202e::error::"


def test_a_page_writes_nothing_of_its_own() -> None:
    found = finding(
        "ND-401", "violation", f"the page has “{HOSTILE}”", quotation("page", HOSTILE, [1, 2], HOSTILE, HOSTILE)
    )
    made = letter(record(page="faithful", more=(found,)), work(), Grade.REQUEST, DAY)
    assert made is not None
    for written in (as_text(made), as_markdown(made)):
        assert not any(character in written for character in "\x1b\u202e")
        assert not any(line.lstrip().startswith(("# Pay", "::")) for line in written.split("\n"))
    assert "\\<script\\>\\`\\*\\_" in as_markdown(made)
