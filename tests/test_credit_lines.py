"""Credit lines in nine languages: what is read from each, and what it speaks of, wherever on a page it stands."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from copied import WORK, markup, read
from republish import FIXTURES

from licensecheck import credit_words
from licensecheck.credit_lines import is_credit_line, read_line, read_names
from licensecheck.credit_parts import Bond, PartKind
from licensecheck.credit_words import PEOPLE, Lead, leads
from licensecheck.reading import Reading
from licensecheck.terms import Scope

if TYPE_CHECKING:
    from licensecheck.credit_parts import CreditLine

LANGUAGES = tomllib.loads((FIXTURES / "credits" / "lines.toml").read_text(encoding="utf-8"))
LINES = [(line, parts) for lines in LANGUAGES.values() for line, parts in lines.items()]
every_line = pytest.mark.parametrize("line", [line for line, _ in LINES])


def told(line: str, read: CreditLine) -> str:
    return "; ".join(
        f"{'+' if part.bond is Bond.AND else ''}{part.kind}: {line[part.start : part.end]}" for part in read.parts
    )


def test_every_language_has_its_share() -> None:
    assert sorted(LANGUAGES) == ["ar", "de", "en", "es", "fr", "it", "pt", "ru", "zh"]
    assert all(len(lines) >= 12 for lines in LANGUAGES.values())
    assert len(LINES) >= 150


@pytest.mark.parametrize(("line", "parts"), LINES)
def test_parts(line: str, parts: str) -> None:
    found = read_line(line)
    assert told(line, found) == parts
    assert found.whole


@pytest.mark.parametrize(
    ("place", "scope"),
    [
        (lambda line: markup(top=f"<p>{line}</p>"), Scope.ARTICLE),
        (lambda line: markup(end=f"<p>{line}</p>"), Scope.ARTICLE),
        (lambda line: markup(inside=f"<p>{line}</p>"), Scope.ARTICLE),
        (lambda line: markup(inside=f"<figure><img src=a.jpg><figcaption>{line}</figcaption></figure>"), Scope.IMAGE),
        (
            lambda line: markup(end=f"<div><h4><a href=/x>Salt on the council road</a></h4><p>{line}</p></div>"),
            Scope.OTHER,
        ),
        (lambda line: markup(outside=f"<footer><p>{line}</p></footer>"), Scope.SITE),
    ],
    ids=["under the headline", "at the end", "in the middle", "under a photo", "in a card", "in the footer"],
)
@every_line
def test_what_a_line_speaks_of(line: str, place: object, scope: Scope) -> None:
    assert callable(place)
    page, alignment = read(place(line))
    reading = Reading(WORK, page, alignment)
    (number,) = (number for number, text in reading.texts.items() if text == line)
    assert reading.scope_of(number) is scope
    assert reading.shows(number)
    assert alignment.edits == ()
    assert not alignment.edges or scope is not Scope.ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "By then the mill had burned down, and nobody had asked why.",
        "By the way, the council of Tornholm met on Tuesday.",
        "By Monday Karl Roe and the rest of the county had agreed to close it.",
        "Para Marit, el puerto fue siempre su casa y la de sus hermanas.",
        "Por eso Ilse Brandvik vendió billetes durante treinta años.",
        "Par exemple, le maire n’a pas dit que le quai serait vendu.",
        "Von den elf Fahrgästen wollte keiner die Hühner behalten.",
        "Di certo il sindaco non ha parlato con nessuno del molo.",
        "От пристани до моста никто не прошёл пешком.",
        "The figures were first published by the county in 2011.",
        "The pier was courtesy of nobody, and it was not for sale.",
        "Source of the river is a bog above the town, where nobody lives.",
        "كتبت الجزيرة تاريخها على لوح خشبي قديم فوق الباب",
        "文章的开头写道，渡轮在黄昏离开了小岛。",
        "",
        "…",
    ],
)
def test_sentences_are_no_credit_lines(text: str) -> None:
    assert not is_credit_line(text)


def test_a_note_that_goes_on_is_more_than_a_credit() -> None:
    line = "This article was originally published by The Harbour Post."
    about = " The Harbour Post is a newsroom that reports on islands."
    assert is_credit_line(line + about)
    assert not is_credit_line(line + about * 4)
    assert not is_credit_line(line + about * 12)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Marit Q. Solheim", "author: Marit Q. Solheim"),
        ("Marit Q. Solheim, The Harbour Post", "author: Marit Q. Solheim; outlet: The Harbour Post"),
        ("Marit Q. Solheim | The Harbour Post", "author: Marit Q. Solheim; outlet: The Harbour Post"),
        ("Marit Q. Solheim/The Harbour Post", "author: Marit Q. Solheim; outlet: The Harbour Post"),
        ("Marit Q. Solheim for The Harbour Post", "author: Marit Q. Solheim; outlet: The Harbour Post"),
        ("MARIT Q. SOLHEIM Y ADA FINCH", "author: MARIT Q. SOLHEIM; +author: ADA FINCH"),
        ("ليلى حداد وسامي نجم", "author: ليلى حداد; +author: سامي نجم"),
        ("张三和李四光", "author: 张三; +author: 李四光"),
        ("John E Smith", "author: John E Smith"),
        ("Harbour Post Staff", "author: Harbour Post Staff"),
    ],
)
def test_names_that_markup_calls_a_byline(line: str, parts: str) -> None:
    assert told(line, read_names(line)) == parts


def test_a_line_in_another_language_on_each_side_of_a_mark() -> None:
    line = "By Marit Q. Solheim • Translated by Ana Ruiz • 3 May 2024 • CC BY 4.0"
    assert [part.kind for part in read_line(line).parts] == [
        PartKind.AUTHOR,
        PartKind.TRANSLATOR,
        PartKind.DATE,
        PartKind.LICENSE,
    ]


@pytest.mark.parametrize("lead", Lead)
def test_each_lead_is_known_in_nine_languages(lead: Lead) -> None:
    assert {language for language, said in credit_words.LEADS.items() if lead in said} >= set(LANGUAGES)
    assert all(phrase == phrase.lower() for phrase in leads(lead))


@pytest.mark.parametrize("lead", sorted(set(Lead) - PEOPLE))
def test_every_phrase_of_origin_is_found(lead: Lead) -> None:
    for phrase in leads(lead):
        before, _, after = phrase.partition(" … ")
        line = f"{before.capitalize()} The Harbour Post {after}".strip()
        assert [line[part.start : part.end] for part in read_line(line).parts] == ["The Harbour Post"], line
