"""The fixtures are what they claim to be: works that their manifests describe, and pages that carry all of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from lxml import etree, html
from republish import (
    ARTICLES,
    FIXTURES,
    THEMES,
    TYPINGS,
    Copy,
    Shown,
    demo,
    elements,
    faithful,
    pages,
    render,
    retyped,
    reworded,
    shortened,
    uncredited,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SPACE = re.compile(r"[ \t\n\r\f]+")
_TYPESETTING = re.compile(r"[\s\u00ad]+")
_PARAGRAPHS = "self::p | self::h2 | self::ul/li | self::blockquote/p | self::table//tr"
_READ = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
_SEEN = f"{_READ[:-1]} and not(ancestor::*[contains(@style, 'display:none')])]"

# Themes whose JSON-LD is about the work; in the others it names the site's own account, or there is none.
THEMES_WITH_STATEMENTS = ("amp", "ghost", "right-to-left", "tailwind-like", "wordpress-block")

every_article = pytest.mark.parametrize("article", ARTICLES)
every_theme = pytest.mark.parametrize("theme", THEMES)


def paragraphs(article: str) -> Iterator[html.HtmlElement]:
    """The elements of an article's fragment that hold a paragraph or subhead of the work."""
    for element in elements(article):
        yield from html.fragment_fromstring(element).xpath(_PARAGRAPHS)


def strings(page: bytes, path: str) -> list[str]:
    """The texts or attributes of a page that an XPath names."""
    return cast("list[str]", html.document_fromstring(page).xpath(path))


def shown(page: bytes, texts: str = _SEEN) -> str:
    """The text of a page, white space collapsed."""
    return _SPACE.sub(" ", "".join(strings(page, texts)))


def source(page: bytes) -> str:
    """The page's HTML, in whatever charset it says."""
    return page.decode("cp1252" if b"windows-1252" in page else "utf-8")


def squeezed(text: str) -> str:
    """The text without spaces and soft hyphens."""
    return _TYPESETTING.sub("", text)


@every_article
def test_manifest_tells_what_the_fragment_holds(article: str, golden: Callable[[Path, str], None]) -> None:
    path = FIXTURES / "works" / f"{article}.json"
    found = tuple(paragraphs(article))
    texts = [(element.tag, _SPACE.sub(" ", element.text_content())) for element in found]
    links = [(a.text_content(), a.get("href")) for element in found for a in element.iter("a")]
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["links"] = [{"text": text, "url": url} for text, url in links]
    manifest["body"] = [{"subhead": text} if tag == "h2" else text for tag, text in texts]
    golden(path, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")


@every_theme
@every_article
def test_page_shows_the_whole_work_and_its_credit(article: str, theme: str) -> None:
    copy = faithful(article)
    found = pages(copy, theme)
    text = squeezed("".join(map(shown, found)))
    end = 0
    for paragraph in paragraphs(article):
        words = squeezed(paragraph.text_content())
        assert words in text[end:]
        end = text.index(words, end) + len(words)
    licensed = [photo for photo in copy.photos if photo.licensed]
    for words in (*copy.authors, *(w for photo in licensed for w in (photo.caption, photo.credit))):
        assert squeezed(words) in text
    for page in found:
        credit = (copy.headline, copy.deck, copy.publisher, copy.copyright, *copy.authors)
        assert all(words in shown(page) for words in credit)
        assert {copy.source, copy.license_uri} <= set(strings(page, "//body//a/@href"))


@every_theme
@every_article
def test_page_is_well_formed_and_always_the_same(article: str, theme: str) -> None:
    page = render(faithful(article), theme)
    assert page == render(faithful(article), theme)
    parser = etree.HTMLParser()
    etree.fromstring(page, parser)
    assert [error.message for error in parser.error_log if error.type_name == "ERR_TAG_NAME_MISMATCH"] == []


DROPS: tuple[tuple[Callable[[Copy], Copy], str], ...] = (
    (lambda copy: replace(copy, authors=()), "Renée A. Sørby"),
    (lambda copy: replace(uncredited(copy, 0), publisher="", copyright=""), "The Orrin Ledger"),
    (lambda copy: replace(copy, source=""), "orrinledger.example"),
    (lambda copy: replace(copy, copyright=""), "© 2023 The Orrin Ledger"),
    (lambda copy: replace(copy, license="", license_uri=""), "CC BY-NC-ND 3.0"),
    (lambda copy: replace(copy, license_uri=""), "creativecommons.org/licenses/by-nc-nd"),
    (lambda copy: replace(copy, headline="Water runs high"), "Nobody looked"),
    (lambda copy: replace(copy, deck=""), "A bent bracket"),
    (lambda copy: uncredited(copy, 0), "Lena Quist"),
)


@every_theme
@pytest.mark.parametrize(("drop", "words"), DROPS)
def test_what_is_dropped_is_nowhere(theme: str, drop: Callable[[Copy], Copy], words: str) -> None:
    copy = replace(faithful("river-gauge"), body=("<figure>0</figure>",))
    assert words in source(render(copy, theme))
    assert words not in source(render(drop(copy), theme))


ADDITIONS: tuple[tuple[Callable[[Copy], Copy], str], ...] = (
    (lambda copy: replace(copy, restriction="Reproduction forbidden."), "Reproduction forbidden."),
    (lambda copy: replace(copy, first_title="The Bolt"), "under the title “The Bolt”"),
    (lambda copy: replace(copy, agency_photos=True), "Bastian Kühl/Meridian Press Pictures"),
    (lambda copy: replace(copy, license="CC BY 3.0"), "CC BY 3.0"),
    (lambda copy: reworded(copy, "73%", "37%"), "37%"),
)


@every_theme
@pytest.mark.parametrize(("add", "words"), ADDITIONS)
def test_what_is_added_is_shown(theme: str, add: Callable[[Copy], Copy], words: str) -> None:
    copy = faithful("river-gauge")
    assert words not in "".join(map(shown, pages(copy, theme)))
    assert words in "".join(map(shown, pages(add(copy), theme)))


@every_theme
def test_credit_can_be_hidden(theme: str) -> None:
    page = render(replace(faithful("market-scales"), credit=Shown.HIDDEN, body=()), theme)
    for words in ("Noemí L. Arrizabal", "© 2023 El Pregón de Valdehierba"):
        assert words not in shown(page)
        assert words in shown(page, _READ)


@every_theme
def test_credit_can_be_left_to_machines(theme: str) -> None:
    copy = replace(faithful("market-scales"), credit=Shown.METADATA, body=())
    page = render(copy, theme)
    assert "Noemí L. Arrizabal" not in shown(page, _READ)
    stated = "".join(strings(page, "//script[@type='application/ld+json']/text()"))
    assert ("Noemí L. Arrizabal" in stated and copy.license_uri in stated) == (theme in THEMES_WITH_STATEMENTS)


@pytest.mark.parametrize("typing", TYPINGS)
@every_article
def test_typing_changes_the_text_but_not_the_tags(article: str, typing: str) -> None:
    copy = faithful(article)
    copied = retyped(copy, typing)
    assert copied.body != copy.body
    assert [re.findall("<[^>]*>", element) for element in copied.body] == [
        re.findall("<[^>]*>", element) for element in copy.body
    ]


@pytest.mark.parametrize("words", ["the", "words that no article has"])
@pytest.mark.parametrize("edit", [lambda copy, words: reworded(copy, words, ""), shortened])
def test_an_edit_has_one_place(edit: Callable[[Copy, str], Copy], words: str) -> None:
    with pytest.raises(ValueError, match="times in the body of river-gauge"):
        edit(faithful("river-gauge"), words)


def test_shortened_copy_lacks_one_element() -> None:
    copy = faithful("night-bus")
    assert len(shortened(copy, "Minus 11").body) == len(copy.body) - 1


def test_demo_is_fresh(golden: Callable[[Path, str], None]) -> None:
    work = (FIXTURES / "works" / "river-gauge.json").read_text(encoding="utf-8")
    golden(FIXTURES / "demo" / "work.json", work)
    for name, copy in zip(("faithful.html", "faulty.html"), demo(), strict=True):
        golden(FIXTURES / "demo" / name, source(render(copy, "wordpress-block")))
