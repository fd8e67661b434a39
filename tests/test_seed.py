"""The article that the project began with, read beside the project, never copied: in any theme, any change."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import pytest
from republish import THEMES, Copy, Picture, faithful, render

from licensecheck.check import check
from licensecheck.page import read_page
from licensecheck.terms import ChangeClass, Level, Severity, Verdict
from licensecheck.work import load_work

if TYPE_CHECKING:
    from pathlib import Path

    from licensecheck.model import Change, Report, Work

pytestmark = pytest.mark.shared
ONE_PAGE = tuple(theme for theme in THEMES if theme != "paginated")


@pytest.fixture(scope="module")
def work(shared: Path) -> Work:
    """The seed as its plain text tells it: no byline, no address."""
    (path,) = (shared / "seed").glob("*.txt")
    return load_work(path.read_bytes(), path.name)


@pytest.fixture
def copy(work: Work) -> Copy:
    """A republished copy of it that credits a publisher and links the licence."""
    frame = faithful("river-gauge")
    photo = work.photos[0]
    return replace(
        frame,
        body=("<figure>0</figure>", *(f"<p>{escape(paragraph.text)}</p>" for paragraph in work.body)),
        headline=work.title or "",
        deck=work.deck or "",
        authors=("Jo Example",),
        copyright="",
        photos=(Picture(photo.caption or "", photo.credit or "", "https://news.example/p/remains.jpg", licensed=True),),
    )


def judged(work: Work, copy: Copy, theme: str = "plain-partner") -> Report:
    return check(work, read_page(render(copy, theme)))


def edited(copy: Copy, number: int, pattern: str, replacement: str) -> tuple[Copy, str]:
    """The copy with the first match in a paragraph replaced, and what was there before."""
    element = copy.body[number + 1]
    match = re.search(pattern, element)
    assert match, "the seed has changed"
    changed = element[: match.start()] + match.expand(replacement) + element[match.end() :]
    return replace(copy, body=(*copy.body[: number + 1], changed, *copy.body[number + 2 :])), match[0]


def of_substance(report: Report) -> list[Change]:
    return [change for change in report.changes if change.level in {Level.WORDING, Level.SUBSTANCE}]


@pytest.mark.parametrize("theme", ONE_PAGE)
def test_a_faithful_copy_is_compliant_in_any_theme(work: Work, copy: Copy, theme: str) -> None:
    report = judged(work, copy, theme)
    raised = [f"{f.rule} {f.message}" for f in report.findings if f.severity is not Severity.INFO and f.evidence]
    assert [(c.kind, c.before, c.after) for c in report.changes] == []
    assert raised == []
    assert report.verbatim


def test_the_lost_space_and_the_lost_embed_are_no_changes(work: Work, copy: Copy) -> None:
    glued = next(n for n, p in enumerate(work.body) if re.search(r"[a-z]Times[a-z]|Times(?=reported)", p.text))
    spaced, _ = edited(copy, glued, r"Times(?=reported)", "<em>Times</em> ")
    embed = '<aside class="embed">Look at this. pic.example/1 — Somebody (@somebody)</aside>'
    spaced = replace(spaced, body=(*spaced.body[: glued + 3], embed, *spaced.body[glued + 3 :]))
    assert judged(work, spaced).changes == ()


# Paragraph, what is replaced, by what, and the class: places in the seed, none of its sentences.
EDITS = {
    "word": (0, r"(?<=that )\w+(?= forces)", "foreign", {ChangeClass.WORDING, ChangeClass.NAME}),
    "number": (3, r"twenty-three", "twenty-four", {ChangeClass.NUMBER}),
    "name": (5, r"Vuhledar", "Kharkiv", {ChangeClass.NAME}),
    "negation": (4, r"Neither", "Both", {ChangeClass.NEGATION}),
    "quotation": (2, r"immediate", "eventual", {ChangeClass.QUOTATION}),
    "word in a later quotation": (13, r"may be", "are", {ChangeClass.QUOTATION}),
}


@pytest.mark.parametrize("what", EDITS)
@pytest.mark.parametrize("theme", ["plain-partner", "tables-2005", "wordpress-block"])
def test_a_single_change_is_found_named_and_quoted(work: Work, copy: Copy, what: str, theme: str) -> None:
    number, pattern, replacement, kinds = EDITS[what]
    changed, before = edited(copy, number, pattern, replacement)
    report = judged(work, changed, theme)
    (change,) = of_substance(report)
    assert change.kind in kinds
    assert change.paragraph == number
    assert before.split("-")[-1] in change.before
    assert replacement.split("-")[-1] in change.after
    assert report.verdict is (Verdict.VIOLATION if change.level is Level.SUBSTANCE else Verdict.REVIEW)


def test_every_sentence_is_missed(work: Work, copy: Copy) -> None:
    for number, paragraph in enumerate(work.body):
        for sentence in re.findall(r"[^.]+\.[”\"]?", paragraph.text):
            if len(sentence.split()) > 3:
                shorter, _ = edited(copy, number, re.escape(escape(sentence)), "")
                changes = of_substance(judged(work, shorter))
                assert [change.kind for change in changes] in ([ChangeClass.CUT], [ChangeClass.TRUNCATION]), sentence
                assert sentence.strip()[:20] in changes[0].before


def test_every_paragraph_is_missed_and_every_swap_is_one_move(work: Work, copy: Copy) -> None:
    for number in range(len(work.body)):
        without = replace(copy, body=(*copy.body[: number + 1], *copy.body[number + 2 :]))
        (change,) = of_substance(judged(work, without))
        assert change.kind in {ChangeClass.CUT, ChangeClass.TRUNCATION}
        assert (change.before, change.paragraph) == (work.body[number].text, number)
    for number in range(len(work.body) - 1):
        body = list(copy.body)
        body[number + 1], body[number + 2] = body[number + 2], body[number + 1]
        (change,) = of_substance(judged(work, replace(copy, body=tuple(body))))
        assert change.kind is ChangeClass.ORDER
        assert change.before in {work.body[number].text, work.body[number + 1].text}


def test_headline_and_deck(work: Work, copy: Copy) -> None:
    report = judged(
        work, replace(copy, headline="Another headline altogether", deck="And a deck that no one wrote there.")
    )
    changes = {change.kind: change for change in report.changes}
    assert changes[ChangeClass.HEADLINE].before == work.title
    assert changes[ChangeClass.HEADLINE].after == "Another headline altogether"
    assert changes[ChangeClass.DECK].before == work.deck
    assert report.verbatim


def test_caption_credit_and_licence_line(work: Work, copy: Copy) -> None:
    bare = replace(copy.photos[0], credit="")
    assert "PHO-801" in {
        f.rule for f in judged(work, replace(copy, photos=(bare,))).findings if f.kind in {"fail", "review"}
    }
    other = replace(copy.photos[0], credit="Rita Other/Agency")
    assert "PHO-802" in {
        f.rule for f in judged(work, replace(copy, photos=(other,))).findings if f.kind in {"fail", "review"}
    }
    unlicensed = judged(work, replace(copy, license="", license_uri=""))
    assert "LIC-101" in {f.rule for f in unlicensed.findings if f.kind in {"fail", "review"}}
    wrong = judged(work, replace(copy, license="CC BY 3.0", license_uri="https://creativecommons.org/licenses/by/3.0/"))
    assert "LIC-104" in {f.rule for f in wrong.findings if f.kind in {"fail", "review"}}
