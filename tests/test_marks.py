"""Licence marks in every form, each with what it belongs to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from copied import LICENSE, STORY, WORK, credit_of, known, markup, read

from licensecheck.credit import read_credit
from licensecheck.licenses import Flaw, License
from licensecheck.model import Case, Paragraph
from licensecheck.rules import RULES
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from licensecheck.claims import Mark

DEED = "https://creativecommons.org/licenses/by-nc-nd/3.0/"
US = "https://creativecommons.org/licenses/by-nc-nd/3.0/us/"


def marks_of(html: str, license_: License = LICENSE) -> tuple[Mark, ...]:
    return credit_of(html, WORK._replace(license=license_)).marks


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
    assert (mark.scope, mark.visible) == (Scope.ARTICLE, True)


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


@pytest.mark.parametrize(
    ("end", "unit"),
    [
        ("<p>This story is CC BY-ND.</p>", "by-nd"),
        ("<p>This story is CC BY-NC-ND.</p>", "by-nc-nd"),
        ('<p><a href="https://creativecommons.org/licenses/by/">Terms</a></p>', "by"),
        ('<p><a href="https://creativecommons.org/licenses/by/">CC BY</a></p>', "by"),
        ("<p>See creativecommons.org/licenses/by-sa/.</p>", "by-sa"),
        ('<img src="http://i.creativecommons.org/l/by-nc/88x31.png" alt="">', "by-nc"),
        ('<img src="/badge.png" alt="CC BY-NC">', "by-nc"),
        ("<p>Under a Creative Commons license.</p>", ""),
    ],
)
def test_what_is_named_without_a_version(end: str, unit: str) -> None:
    mark = only(markup(end=end))
    assert (mark.license, mark.unit) == (None, unit)


def test_links_with_the_same_words_stand_apart() -> None:
    by = "https://creativecommons.org/licenses/by/4.0/"
    first, second = marks_of(markup(end=f'<p><a href="{DEED}">terms</a>, <a href="{by}">terms</a></p>'))
    assert first.span is not None
    assert second.span is not None
    assert first.span.end < second.span.start


def test_a_license_behind_hundreds_of_others_is_found() -> None:
    photos = '<p>Photo: A. Lervik, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p>' * 500
    marks = marks_of(markup(end=f'{photos}<p>Under <a href="{DEED}">CC BY-NC-ND 3.0</a></p>'))
    assert [mark.scope for mark in marks if mark.license == LICENSE] == [Scope.ARTICLE]


@pytest.mark.parametrize(
    "one",
    [
        '<p>Item {}, <a href="https://creativecommons.org/licenses/by/3.0/">CC BY 4.0</a></p>',
        "<p>Item {}: CC BY 4.0 and CC BY-SA 2.0</p>",
        '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 3.0, item {}</a> ',
        '<p><a href="https://creativecommons.org/licenses/by/4.0/"><img src="/{}.png" alt="CC BY 4.0"></a></p>',
        "<p>Item {}: under a Creative Commons license</p>",
    ],
)
def test_thousands_of_marks_take_no_time_and_make_few_findings(one: str) -> None:
    page, alignment = read(markup(end="".join(map(one.format, range(2_000)))))
    started = time.process_time()
    case = Case(WORK, page, alignment, (), read_credit(WORK, page, alignment))
    findings = [finding for rule in RULES if rule.id.startswith("LIC-") for finding in rule.findings(case)]
    assert time.process_time() - started < 1
    assert len(findings) < 20
    assert all(len(finding.evidence) <= 10 for finding in findings)


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
    assert only(html).scope is scope


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
    assert not any(mark.visible for mark in marks)


def test_terms_that_are_not_creative_commons_are_no_mark() -> None:
    assert marks_of(markup(head='<link rel=license href="https://rsl.example/terms.xml">')) == ()
    assert marks_of(markup(end='<p><a rel=license href="/terms">Terms</a>, version 3.0</p>')) == ()


def test_the_works_own_license_line_is_a_mark_and_another_license_in_the_story_is_not() -> None:
    line = "This story is licensed under CC BY-NC-ND 3.0, like all we publish."
    told = "The tide tables themselves are a data set under CC BY 4.0, says the county."
    body = (*map(Paragraph, (STORY[0], told, *STORY[1:], line)),)
    page = markup(inside=f"<p>{told}</p>").replace("</div></article>", f"<p>{line}</p></div></article>")
    assert [mark.license for mark in credit_of(page, WORK._replace(body=body)).marks] == [LICENSE]


def test_a_link_to_another_license_in_the_story_is_told_not_stated() -> None:
    page = markup().replace(
        "the waiting room", '<a href="https://creativecommons.org/licenses/by/4.0/">the waiting room</a>'
    )
    assert credit_of(page).marks == ()
    assert WORK.license == LICENSE
