"""What differs around the body."""

from __future__ import annotations

import pytest
from samples import TEXTS, compared, framed, marked, work_of

from licensecheck.credit import read_credit
from licensecheck.model import Photo, Work
from licensecheck.surroundings import surrounding_changes
from licensecheck.terms import ChangeClass, Level

TITLE = "Ferry stops running"  # what the sample page has over its story
DECK = "A broken hull leaves 340 islanders without a way across"
CAPTION = "The ferry at Sallow Point last summer."
WORK = work_of(*TEXTS)


def changes(work: Work, body: str = "") -> list[tuple[str, str, str, str]]:
    page = framed(body + marked(*TEXTS))
    alignment = compared(work, page).alignment
    found = list(surrounding_changes(work, page, alignment, read_credit(work, page, alignment)))
    assert all(change.paragraph is None for change in found)
    return [(change.kind, change.level, change.before, change.after) for change in found]


@pytest.mark.parametrize("titles", [(TITLE,), (f"{TITLE}.",), ("Another", TITLE), ("Ferry  stops running",), ()])
def test_a_title_of_the_publisher_is_no_change(titles: tuple[str, ...]) -> None:
    assert changes(WORK._replace(titles=titles)) == []


@pytest.mark.parametrize(
    ("title", "level"),
    [("Ferry Stops Running", Level.STYLE), ("Ferry stops: running", Level.STYLE), ("Island cut off", Level.WORDING)],
)
def test_another_headline(title: str, level: Level) -> None:
    assert changes(WORK._replace(titles=(title,))) == [(ChangeClass.HEADLINE, level, title, TITLE)]


@pytest.mark.parametrize("body", [f"<p>{DECK}</p>", f"<h2>{DECK}.</h2>", f"<div>By Ada Finch</div><p>{DECK}</p>"])
def test_the_deck_is_found(body: str) -> None:
    assert changes(WORK._replace(deck=DECK), body) == []


@pytest.mark.parametrize(
    ("body", "level", "after"),
    [
        ("", Level.WORDING, ""),
        (f'<p style="display:none">{DECK}</p>', Level.WORDING, ""),
        (f"<h2>{DECK.upper()}</h2>", Level.STYLE, DECK.upper()),
        ("<h2>A broken hull leaves 300 islanders with no way across</h2>", Level.WORDING, None),
        ("<h2>Nobody knows who will pay for the hull.</h2>", Level.WORDING, None),
    ],
)
def test_another_deck(body: str, level: Level, after: str | None) -> None:
    expected = body.removeprefix("<h2>").removesuffix("</h2>") if after is None else after
    assert changes(WORK._replace(deck=DECK), body) == [(ChangeClass.DECK, level, DECK, expected)]


@pytest.mark.parametrize(
    ("caption", "level"),
    [(CAPTION, None), (CAPTION.upper(), Level.STYLE), ("The ferry at Sallow Point in 2019.", Level.WORDING)],
)
def test_a_caption(caption: str, level: Level | None) -> None:
    work = WORK._replace(
        photos=(Photo(CAPTION, "Jo Marsh", "https://dray.example/sallow-point-ferry.jpg", licensed=True),)
    )
    figure = (
        f'<figure><img src="/copy/sallow-point-ferry.jpg"><figcaption>{caption} Photo: Jo Marsh</figcaption></figure>'
    )
    expected = [] if level is None else [(ChangeClass.CAPTION, level, CAPTION, caption)]
    assert changes(work, figure) == expected


def test_a_page_without_the_work_has_no_surroundings() -> None:
    work = WORK._replace(titles=("Island cut off",), deck=DECK)
    page = framed("<p>Another story.</p>")
    alignment = compared(work, page).alignment
    assert list(surrounding_changes(work, page, alignment, read_credit(work, page, alignment))) == []
