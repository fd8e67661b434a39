"""The links that the author set, in the copy."""

from __future__ import annotations

import pytest
from samples import TEXTS, compared, framed, marked, work_of

from licensecheck.links import link_changes
from licensecheck.model import Anchor, Change, Page
from licensecheck.terms import ChangeClass, Level

URL = "https://yard.example/cray"
WORDS = "the shipyard at Cray Harbor"
WORK = work_of(*TEXTS)


def changes(page: Page, links: tuple[Anchor, ...] | None = (Anchor(WORDS, URL),)) -> list[Change]:
    work = type(WORK)(WORK.body, links=links)
    return list(link_changes(work, page, compared(work, page).alignment))


def linked(markup: str) -> Page:
    return framed(marked(*TEXTS).replace(WORDS, markup))


@pytest.mark.parametrize(
    "href",
    [URL, f"{URL}?utm_source=dray", f"{URL}/", "http://yard.example/cray", "https://www.yard.example/cray", f"{URL}#x"],
)
def test_a_link_that_leads_there_is_no_change(href: str) -> None:
    assert changes(linked(f'<a href="{href}">{WORDS}</a>')) == []


@pytest.mark.parametrize("href", ["https://yard.example/other", "https://dray.example/tag/yard", "#", ""])
def test_a_link_that_leads_elsewhere(href: str) -> None:
    page = linked(f'<a href="{href}">{WORDS}</a>')
    (change,) = changes(page)
    assert (change.kind, change.level, change.before, change.after) == (ChangeClass.LINK, Level.WORDING, URL, href)
    assert change.paragraph is None
    assert change.path == "/html/body/main/article/div/p[4]/a"
    assert change.page_span is not None
    assert WORDS in page.text[change.page_span.start : change.page_span.end]


@pytest.mark.parametrize(
    "page",
    [
        linked(WORDS),
        linked(f'<a href="{URL}">the yard</a>'),
        linked(f'{WORDS}<span style="display:none"><a href="{URL}">{WORDS}</a></span>'),
        framed(marked(*TEXTS) + f'<aside><p>Elsewhere</p></aside><p>See <a href="{URL}">{WORDS}</a></p>'),
    ],
)
def test_a_link_that_is_left_out(page: Page) -> None:
    assert [(c.kind, c.level, c.before, c.after) for c in changes(page)] == [(ChangeClass.LINK, Level.STYLE, URL, "")]


def test_a_link_goes_with_the_text_around_it() -> None:
    (number,) = (number for number, text in enumerate(TEXTS) if WORDS in text)
    assert changes(framed(marked(*TEXTS[:number], *TEXTS[number + 1 :]))) == []
    assert changes(framed(marked(*TEXTS[:number]))) == []


def test_links_that_are_not_known_are_not_judged() -> None:
    assert changes(linked(WORDS), None) == []
    assert changes(linked(WORDS), ()) == []


def test_a_page_without_the_work_has_none_of_its_links() -> None:
    assert changes(framed(f'<p>Another story, with <a href="#">{WORDS}</a></p>')) == []
