"""What pages say of themselves to machines, in every syntax that they say it in."""

from __future__ import annotations

import json

import pytest
from lxml import html

from licensecheck.metadata import MOST_CHARACTERS, MOST_SCRIPT, read_statements

LICENSE = "https://creativecommons.org/licenses/by-nd/4.0/"


def said(head: str, body: str = "<p>text</p>") -> list[tuple[str, str, str, str]]:
    page = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    found = read_statements(page)
    return sorted((statement.subject, statement.name, statement.value, statement.source) for statement in found)


def json_ld(text: str) -> list[tuple[str, str, str]]:
    return [statement[:3] for statement in said(f'<script type="application/ld+json">{text}</script>')]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"@type": "NewsArticle", "headline": "Ferry  stops"}, [("NewsArticle", "headline", "Ferry stops")]),
        ([{"@type": "Article", "name": "a"}, {"name": "b"}], [("", "name", "b"), ("Article", "name", "a")]),
        ({"@graph": [{"@type": "Article", "license": LICENSE}]}, [("Article", "license", LICENSE)]),
        ({"@type": ["Article", "Thing"], "license": {"@id": LICENSE}}, [("Article", "license", LICENSE)]),
        ({"license": [{"url": LICENSE}, "CC0"]}, [("", "license", "CC0"), ("", "license", LICENSE)]),
        ({"headline": {"@value": "Ferry"}}, [("", "headline", "Ferry")]),
        (
            {"@type": "schema:Article", "author": [{"@type": "Person", "name": "T. Okoro"}, "J. Feld"]},
            [("Article", "author", "J. Feld"), ("Article", "author", "T. Okoro"), ("Person", "name", "T. Okoro")],
        ),
        ({"creator": "T. Okoro"}, [("", "author", "T. Okoro")]),
        ({"isAccessibleForFree": False}, [("", "isAccessibleForFree", "false")]),
        ({"isAccessibleForFree": "True", "copyrightYear": 2024}, None),
        ({"articleBody": "twelve words"}, [("", "articleBodyLength", "12")]),
        ({"wordCount": 12, "headline": "", "author": None, "license": {}}, []),
        ("text", []),
    ],
)
def test_json_ld(value: object, found: list[tuple[str, str, str]] | None) -> None:
    expected = [("", "copyrightYear", "2024"), ("", "isAccessibleForFree", "True")] if found is None else found
    assert json_ld(json.dumps(value)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"headline": "a",}', True),
        ('{"author": ["x", ], "headline": "a"};', True),
        ('<!-- {"headline": "a"} -->', True),
        ('// <![CDATA[\n{"headline": "a"}\n// ]]>', True),
        ('/* <![CDATA[ */ {"headline": "a"} /* ]]> */', True),
        ('{"name": "line\nfeed", "headline": "a"}', True),
        ('{"headline": "a"', False),
        ("{'headline': 'a'}", False),
        ("", False),
        ("[" * 100_000, False),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, False),
        (json.dumps({"headline": "a", "text": "x" * MOST_SCRIPT}), False),
    ],
)
def test_json_ld_is_mended_or_left_alone(text: str, *, found: bool) -> None:
    assert (("", "headline", "a") in json_ld(text)) is found


@pytest.mark.parametrize(
    ("head", "statement"),
    [
        ('<meta name="author" content="T. Okoro">', ("author", "T. Okoro", "meta")),
        ('<meta name="Copyright" content="2024 Dray">', ("copyrightNotice", "2024 Dray", "meta")),
        ('<meta name="syndication-source" content="u">', ("syndication-source", "u", "meta")),
        ('<meta name="DC.creator" content="T. Okoro">', ("author", "T. Okoro", "meta")),
        ('<meta name="dcterms.license" content="u">', ("license", "u", "meta")),
        ('<meta name="citation_author" content="Okoro">', ("author", "Okoro", "meta")),
        ('<meta property="og:title" content="Ferry">', ("headline", "Ferry", "opengraph")),
        ('<meta property="og:site_name" content="Dray">', ("site_name", "Dray", "opengraph")),
        ('<meta property="article:author" content="Okoro">', ("author", "Okoro", "opengraph")),
        ('<meta property="article:published_time" content="2024">', ("datePublished", "2024", "opengraph")),
        ('<link rel="canonical" href="u">', ("canonical", "u", "link")),
        ('<link rel="license" href="u">', ("license", "u", "link")),
        ('<link rel="next" href="u">', ("next", "u", "link")),
        ('<link rel="license" type="application/rsl+xml" href="u">', ("rsl-license", "u", "link")),
    ],
)
def test_head(head: str, statement: tuple[str, str, str]) -> None:
    assert said(head) == [("", *statement)]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="viewport" content="width=1">',
        '<meta name="author" content="">',
        '<meta name="author">',
        '<link rel="stylesheet" href="u">',
        '<link rel="license">',
    ],
)
def test_what_says_nothing_is_left_out(head: str) -> None:
    assert said(head) == []


@pytest.mark.parametrize(
    ("body", "statements"),
    [
        (
            '<div itemscope itemtype="Article"><h1 itemprop="headline">Ferry <b>stops</b></h1></div>',
            [("Article", "headline", "Ferry stops", "microdata")],
        ),
        (
            (
                '<div itemscope itemtype="Article"><div itemprop="author" itemscope '
                'itemtype="Person"><i itemprop="name">Okoro</i></div></div>'
            ),
            [("Article", "author", "Okoro", "microdata"), ("Person", "name", "Okoro", "microdata")],
        ),
        (
            '<div itemscope itemtype="https://schema.org/ImageObject"><b itemprop="license">u</b></div>',
            [("ImageObject", "license", "u", "microdata")],
        ),
        (
            '<b property="http://creativecommons.org/ns#attributionName">Okoro</b>',
            [("", "author", "Okoro", "rdfa")],
        ),
        ('<meta itemprop="license" content="u">', [("", "license", "u", "microdata")]),
        ('<time itemprop="datePublished" datetime="2024">May</time>', [("", "datePublished", "2024", "microdata")]),
        ('<p itemprop="text">x</p>', []),
        ('<a rel="license" href="u">CC</a>', [("", "license", "u", "link")]),
        ('<a rel="nofollow license noopener" href="u">CC</a>', [("", "license", "u", "link")]),
        ('<a rel="next canonical" href="u">more</a>', []),
        (
            '<a rel="cc:attributionURL" href="u"><b property="cc:attributionName">Okoro</b></a>',
            [("", "author", "Okoro", "rdfa"), ("", "isBasedOn", "u", "rdfa")],
        ),
        ('<b property="cc:attributionName">Okoro</b>', [("", "author", "Okoro", "rdfa")]),
        ('<a rel="dct:source" href="u">x</a>', [("", "isBasedOn", "u", "rdfa")]),
        ('<a rel="cc:morePermissions" href="u">x</a>', [("", "acquireLicensePage", "u", "rdfa")]),
        ('<b property="dct:title">Ferry</b>', [("", "headline", "Ferry", "rdfa")]),
    ],
)
def test_attributes(body: str, statements: list[tuple[str, str, str, str]]) -> None:
    assert said("", body) == statements


def test_each_statement_is_made_once_and_is_short() -> None:
    head = f'<meta name="author" content="{"x" * 2 * MOST_CHARACTERS}">'
    assert [value for _, _, value, _ in said(head * 3)] == ["x" * MOST_CHARACTERS]
