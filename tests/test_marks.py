"""Licence marks in every form, each with what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from copied import LICENSE, STORY, WORK, credit_of, known, markup

from licensecheck.licenses import Flaw, License
from licensecheck.model import Paragraph
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from licensecheck.claims import Mark

DEED = "https://creativecommons.org/licenses/by-nc-nd/3.0/"
US = "https://creativecommons.org/licenses/by-nc-nd/3.0/us/"


def marks_of(html: str, license_: License = LICENSE) -> tuple[Mark, ...]:
    return credit_of(html, replace(WORK, license=license_)).marks


def only(html: str, license_: License = LICENSE) -> Mark:
    """The one mark that is not for machines."""
    (mark,) = (mark for mark in marks_of(html, license_) if mark.form is not Form.METADATA)
    return mark


@pytest.mark.parametrize(
    ("end", "form", "href"),
    [
        (f'<p>Under <a rel=license href="{DEED}">CC BY-NC-ND 3.0</a>.</p>', Form.LINK, DEED),
        (f'<p>Under <a href="{DEED}deed.en">a Creative Commons license</a>.</p>', Form.LINK, f"{DEED}deed.en"),
        (f'<p>Under a Creative <a href="{DEED}">licence</a>.</p>', Form.LINK, DEED),
        (f'<p><a href="{DEED}"><img src=/cc.png alt="CC BY-NC-ND 3.0"></a></p>', Form.BADGE, DEED),
        (f"<p>See {DEED}.</p>", Form.TEXT, DEED),
        ("<p>Licensed under CC BY-NC-ND 3.0.</p>", Form.TEXT, None),
        ("<p>Attribution-NonCommercial-NoDerivs 3.0 Unported</p>", Form.TEXT, None),
        ('<img src="https://licensebuttons.net/l/by-nc-nd/3.0/88x31.png" alt="">', Form.BADGE, None),
        ('<img src="/badge.png" alt="CC BY-NC-ND 3.0">', Form.BADGE, None),
    ],
)
def test_forms(end: str, form: Form, href: str | None) -> None:
    mark = only(markup(end=end))
    assert (mark.license, mark.form, mark.href, mark.flaw) == (LICENSE, form, href, None)
    assert (mark.scope, mark.visible, mark.near) == (Scope.ARTICLE, True, True)


@pytest.mark.parametrize(
    "end",
    [
        "<p>Republished under a Creative Commons license.</p>",
        "<p>Some rights reserved</p>",
        '<p><a href="https://creativecommons.org/">Creative Commons</a></p>',
        '<img src="https://mirrors.creativecommons.org/presskit/icons/cc.svg" alt="">',
    ],
)
def test_phrases_that_name_no_license(end: str) -> None:
    assert only(markup(end=end)).license is None


@pytest.mark.parametrize(
    ("href", "flaw"),
    [
        ("https://creativecommmons.org/licenses/by-nc-nd/3.0/", Flaw.TYPO_HOST),
        ("https://creativecommons.org/licenses/by-nc-nd/", Flaw.NO_VERSION),
        ("https://creativecommons.org/licenses/by-nc-nd/3.0/xx/", Flaw.UNKNOWN_PORT),
    ],
)
def test_flawed_links(href: str, flaw: Flaw) -> None:
    assert only(markup(end=f'<p><a href="{href}">CC BY-NC-ND</a></p>')).flaw is flaw


def test_a_name_that_its_link_contradicts_is_a_mark_of_its_own() -> None:
    link, name = marks_of(markup(end=f'<p>Under <a href="{DEED}">CC BY-NC-ND 4.0</a></p>'))
    assert (link.license, name.license, name.href) == (LICENSE, known("by-nc-nd", "4.0"), None)
    assert link.span is not None
    assert name.span is not None
    assert link.span.start <= name.span.start < name.span.end <= link.span.end


def test_a_name_that_links_to_no_license_still_names_one() -> None:
    marks = marks_of(markup(end='<p><a href="https://creativecommons.org/">CC BY-NC-ND 3.0</a></p>'))
    assert [(mark.license, mark.href is None) for mark in marks] == [(None, False), (LICENSE, True)]


def test_a_name_without_a_port_means_the_port_of_its_link_or_work() -> None:
    us = known("by-nc-nd", "3.0", "us")
    assert only(markup(end=f'<p><a href="{US}">CC BY-NC-ND 3.0</a></p>'), us).license == us
    assert only(markup(end="<p>CC BY-NC-ND 3.0</p>"), us).license == us
    assert only(markup(end="<p>CC BY-NC-ND 3.0 Unported</p>"), us).license == LICENSE


@pytest.mark.parametrize(
    ("html", "scope"),
    [
        (markup(inside=f'<figure><img src=a><figcaption><a href="{DEED}">CC</a></figcaption></figure>'), Scope.IMAGE),
        (markup(inside=f'<p>Photo: A. Lervik, <a href="{DEED}">CC BY-NC-ND 3.0</a></p>'), Scope.IMAGE),
        (markup(end=f'<aside><a href="{DEED}">CC BY-NC-ND 3.0</a></aside>'), Scope.WIDGET),
        (markup(outside=f'<footer>Our pages: <a href="{DEED}">CC BY-NC-ND 3.0</a></footer>'), Scope.SITE),
    ],
)
def test_marks_of_other_things(html: str, scope: Scope) -> None:
    mark = only(html)
    assert (mark.scope, mark.near) == (scope, False)


def test_hidden_marks() -> None:
    assert not only(markup(end=f'<p style="display:none"><a href="{DEED}">CC BY-NC-ND 3.0</a></p>')).visible


def test_marks_for_machines() -> None:
    head = (
        f'<link rel="license" href="{DEED}"><script type="application/ld+json">'
        '{"@type": "ImageObject", "license": "https://creativecommons.org/licenses/by/4.0/"}</script>'
    )
    marks = marks_of(markup(head=head))
    assert {mark.form for mark in marks} == {Form.METADATA}
    assert LICENSE in {mark.license for mark in marks}
    assert not any(mark.visible or mark.near for mark in marks)


def test_terms_that_are_not_creative_commons_are_no_mark() -> None:
    assert marks_of(markup(head='<link rel=license href="https://rsl.example/terms.xml">')) == ()
    assert marks_of(markup(end='<p><a rel=license href="/terms">Terms</a>, version 3.0</p>')) == ()


def test_the_works_own_license_line_is_a_mark_and_another_license_in_the_story_is_not() -> None:
    line = "This story is licensed under CC BY-NC-ND 3.0, like all we publish."
    told = "The tide tables themselves are a data set under CC BY 4.0, says the county."
    body = (*map(Paragraph, (STORY[0], told, *STORY[1:], line)),)
    page = markup(inside=f"<p>{told}</p>").replace("</div></article>", f"<p>{line}</p></div></article>")
    assert [mark.license for mark in credit_of(page, replace(WORK, body=body)).marks] == [LICENSE]


def test_a_link_to_another_license_in_the_story_is_told_not_stated() -> None:
    page = markup().replace(
        "the waiting room", '<a href="https://creativecommons.org/licenses/by/4.0/">the waiting room</a>'
    )
    assert credit_of(page).marks == ()
    assert WORK.license == LICENSE
