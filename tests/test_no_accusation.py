"""No false accusation: a copy that keeps its duties has nothing held against it, whatever stands around it.

Each theme meets each policy, each surrounding and each licence, and each of these each article.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest
from accused import accused, raised
from dutiful import adopted, marked_up, obedient, relicensed
from republish import ARTICLES, FIXTURES, PAGE_COUNTS, THEMES, faithful, pages, render
from surrounded import EVERYTHING, SURROUNDINGS, surrounded

from licensecheck.check import check
from licensecheck.manifest import read_manifest
from licensecheck.page import read_page
from licensecheck.profiles import profile, profile_names
from licensecheck.terms import Verdict

if TYPE_CHECKING:
    from licensecheck.model import Work

POLICIES = profile_names()
ONE_PAGE = tuple(theme for theme in THEMES if theme not in PAGE_COUNTS)
LICENSES = (
    *(
        f"https://creativecommons.org/licenses/{unit}/{version}/"
        for unit, version in product(
            ("by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"), ("4.0", "3.0", "3.0/us")
        )
    ),
    "https://creativecommons.org/publicdomain/zero/1.0/",
)
# Only the first paragraphs may be shown.
OPENING = "publicsource"

every_theme = pytest.mark.parametrize("theme", THEMES)


def turn(*places: int) -> str:
    """The article whose turn it is, so that all of them meet whatever is counted."""
    return ARTICLES[sum(places) % len(ARTICLES)]


@cache
def work(article: str) -> Work:
    return read_manifest(json.loads((FIXTURES / "works" / f"{article}.json").read_text(encoding="utf-8")))


@every_theme
@pytest.mark.parametrize("name", POLICIES)
def test_who_keeps_what_a_publisher_asks(name: str, theme: str) -> None:
    policy = profile(name)
    asked, copy = adopted(policy, turn(POLICIES.index(name), THEMES.index(theme)))
    for page in pages(obedient(policy, asked, copy), theme):
        assert accused(check(asked, read_page(marked_up(policy, asked, page)), policy), whole=theme in ONE_PAGE) == []


@pytest.mark.parametrize("theme", ONE_PAGE)
@pytest.mark.parametrize("name", POLICIES)
def test_who_keeps_it_amid_what_a_site_sets_on_its_pages(name: str, theme: str) -> None:
    policy = profile(name)
    places = POLICIES.index(name), THEMES.index(theme)
    asked, copy = adopted(policy, turn(*places))
    around = SURROUNDINGS[sum(places) % len(SURROUNDINGS)]
    page = marked_up(policy, asked, surrounded(obedient(policy, asked, copy), theme, around))
    assert raised(check(asked, read_page(page), policy)) == []


@pytest.mark.parametrize("article", ARTICLES)
def test_the_opening_is_what_that_publisher_gives_and_all_of_it_is_too_much(article: str) -> None:
    policy = profile(OPENING)
    asked, copy = adopted(policy, article)
    opening = check(asked, read_page(render(obedient(policy, asked, copy), "drupal")), policy)
    assert (opening.verdict, opening.alignment.coverage < 0.5) == (Verdict.COMPLIANT, True)
    unpictured = tuple(element for element in copy.body if not element.startswith("<figure>"))
    whole = check(asked, read_page(render(replace(copy, body=unpictured), "drupal")), policy)
    assert {message.split()[0] for message in raised(whole)} >= {"POL-959"}


@every_theme
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_what_stands_around_an_article_says_nothing_of_it(around: str, theme: str) -> None:
    article = turn(SURROUNDINGS.index(around), THEMES.index(theme))
    report = check(work(article), read_page(surrounded(faithful(article), theme, around)))
    assert accused(report, whole=theme in ONE_PAGE) == []
    assert report.verbatim or theme in PAGE_COUNTS


@every_theme
@pytest.mark.parametrize("uri", LICENSES)
def test_who_keeps_a_licence(uri: str, theme: str) -> None:
    places = LICENSES.index(uri), THEMES.index(theme)
    given, copy = relicensed(turn(*places), uri)
    page = surrounded(copy, theme, EVERYTHING) if sum(places) // len(ARTICLES) % 2 else render(copy, theme)
    assert accused(check(given, read_page(page)), whole=theme in ONE_PAGE) == []
