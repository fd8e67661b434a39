"""Works of our own writing as others republish them: any article in any theme, faultless or with the faults asked for.

`faithful("river-gauge")` is a copy without a fault. A faulty one is the same with other fields, so that each test
names what is wrong with its page: `replace(copy, license_uri="")`, `reworded(copy, "73%", "37%")`.
`render(copy, "drupal")` is the page as bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
ARTICLES = tuple(sorted(path.stem for path in (FIXTURES / "articles").glob("*.html")))
THEMES = tuple(sorted(path.name.removesuffix(".html.j2") for path in (FIXTURES / "themes").glob("[!_]*.html.j2")))

# The theme `paginated` shows a share of the body on each of its pages; every other theme shows all of it on one.
PAGE_COUNTS = {"paginated": 3}
CHARSETS = {"tables-2005": "windows-1252"}

_ELEMENT = re.compile(r'<(\w+)(?: class="(\w+)")?>(.*)</\1>')
_TAG_OR_ENTITY = re.compile(r"(<[^>]*>|&\w+;)")
_RIGHT_TO_LEFT = frozenset({"ar"})


class Shown(StrEnum):
    """How a page shows byline, source and licence: to readers, hidden from them, or only in its JSON-LD."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo with what the page says under it; `licensed` says whether the work's licence covers it."""

    caption: str
    credit: str
    source: str
    licensed: bool

    @property
    def file(self) -> str:
        """The file name, which republishers keep."""
        return self.source.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Copy:
    """A republished article: all that a theme shows of it. What is empty is not shown.

    `body` holds the elements of `fixtures/articles/SLUG.html`. `first_title` is the original title beside a new
    headline, `restriction` a term added to the article, `page` the page of a copy that runs over several.
    """

    slug: str
    body: tuple[str, ...]
    headline: str
    deck: str
    authors: tuple[str, ...]
    publisher: str
    source: str
    published: str
    copyright: str
    license: str
    license_uri: str
    language: str
    photos: tuple[Picture, ...]
    first_title: str = ""
    restriction: str = ""
    credit: Shown = Shown.VISIBLE
    agency_photos: bool = False
    page: int = 1

    @property
    def direction(self) -> str:
        """The direction of the article's script, as HTML's `dir` has it."""
        return "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"


def faithful(article: str) -> Copy:
    """The faultless copy of an article; it leaves out the photos that the licence does not cover."""
    manifest = _manifest(article)
    unit, version = manifest["license"].rstrip("/").split("/")[-2:]
    return Copy(
        slug=article,
        body=elements(article),
        headline=manifest["titles"][0],
        deck=manifest["deck"],
        authors=tuple(manifest["authors"]),
        publisher=manifest["attribution_parties"][0],
        source=manifest["source_urls"][0],
        published=manifest["published"],
        copyright=manifest["notices"]["copyright"],
        license=f"CC {unit.upper()} {version}",
        license_uri=manifest["license"],
        language=manifest["language"],
        photos=tuple(Picture(**photo) for photo in manifest["photos"]),
    )


def render(copy: Copy, theme: str) -> bytes:
    """The page that shows a copy in a theme, in the theme's charset; the same bytes every time."""
    template = _themes().get_template(f"{theme}.html.j2")
    page = template.render(
        copy=copy,
        pieces=tuple(_pieces(copy)),
        statements=_statements(copy),
        page_count=PAGE_COUNTS.get(theme, 1),
    )
    return page.encode(CHARSETS.get(theme, "utf-8"), "xmlcharrefreplace")


def pages(copy: Copy, theme: str) -> tuple[bytes, ...]:
    """All pages that a copy runs over in a theme."""
    return tuple(render(replace(copy, page=number + 1), theme) for number in range(PAGE_COUNTS.get(theme, 1)))


def elements(article: str) -> tuple[str, ...]:
    """The elements of an article's fragment in order, each on one line.

    `figure` holds the number of a photo; `aside` is a pull quote or an embed, `footer` a note on the author: these
    are not the work's text.
    """
    fragment = (FIXTURES / "articles" / f"{article}.html").read_text(encoding="utf-8")
    return tuple(fragment.strip().split("\n\n"))


# --- faults and liberties --------------------------------------------------------------------------------


def reworded(copy: Copy, before: str, after: str) -> Copy:
    """The copy with a stretch of its body's HTML replaced; `ValueError` unless it stands there exactly once."""
    place = _place(copy, before)
    element = copy.body[place].replace(before, after)
    return replace(copy, body=(*copy.body[:place], element, *copy.body[place + 1 :]))


def shortened(copy: Copy, words: str) -> Copy:
    """The copy without the element that holds these words; `ValueError` unless they stand there exactly once."""
    place = _place(copy, words)
    return replace(copy, body=(*copy.body[:place], *copy.body[place + 1 :]))


def uncredited(copy: Copy, number: int) -> Copy:
    """The copy with the photo of that number shown without its credit."""
    photos = tuple(replace(photo, credit="") if n == number else photo for n, photo in enumerate(copy.photos))
    return replace(copy, photos=photos)


def retyped(copy: Copy, typing: str) -> Copy:
    """The copy with its body's text, not its tags, in one of `TYPINGS`."""
    retype = TYPINGS[typing]
    body = ("".join(s if s[:1] in "<&" else retype(s) for s in _TAG_OR_ENTITY.split(e) if s) for e in copy.body)
    return replace(copy, body=tuple(body))


# What a publishing system does to a text without changing it.
TYPINGS: Mapping[str, Callable[[str], str]] = {
    "straight-quotes": lambda text: re.sub("[“”]", '"', re.sub("[‘’]", "'", text)),
    "hyphen-dashes": lambda text: text.replace("—", "--").replace("–", "-").replace("…", "..."),
    "entities": lambda text: text.encode("ascii", "xmlcharrefreplace").decode("ascii"),
    "no-break-spaces": lambda text: re.sub(r"(?<=\d) | (?=\d)", "\u00a0", text),
    "soft-hyphens": lambda text: re.sub(r"(?<=\w{4})(?=\w{4})", "\u00ad", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
}


def demo() -> tuple[Copy, Copy]:
    """The two copies that the README checks: a faithful one, and one with a fault of each common kind."""
    copy = faithful("river-gauge")
    faulty = reworded(copy, "for 2,200 days", "for 1,200 days")
    faulty = reworded(faulty, "does not dispute", "does dispute")
    faulty = shortened(faulty, "Maud O’Fearna")
    return copy, replace(uncredited(faulty, 2), license_uri="")


# --- from a copy to its page -----------------------------------------------------------------------------


class _Notices(TypedDict):
    copyright: str


class _Photo(TypedDict):
    caption: str
    credit: str
    source: str
    licensed: bool


class _Manifest(TypedDict):
    titles: list[str]
    deck: str
    authors: list[str]
    attribution_parties: list[str]
    source_urls: list[str]
    published: str
    license: str
    notices: _Notices
    language: str
    photos: list[_Photo]


@dataclass(frozen=True, slots=True)
class _Piece:
    """An element of the body as a theme meets it: its tag or class, what is inside, the photo of a figure."""

    kind: str
    html: Markup
    photo: Picture | None = None


@cache
def _manifest(article: str) -> _Manifest:
    manifest: _Manifest = json.loads((FIXTURES / "works" / f"{article}.json").read_text(encoding="utf-8"))
    return manifest


@cache
def _themes() -> Environment:
    themes = Environment(
        loader=FileSystemLoader(FIXTURES / "themes"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    themes.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return themes


def _place(copy: Copy, words: str) -> int:
    """The number of the one element that holds the words."""
    places = [number for number, element in enumerate(copy.body) for _ in range(element.count(words))]
    if len(places) != 1:
        message = f"{words!r} stands {len(places)} times in the body of {copy.slug}"
        raise ValueError(message)
    return places[0]


def _pieces(copy: Copy) -> Iterator[_Piece]:
    """The elements to show."""
    for element in copy.body:
        match = _ELEMENT.fullmatch(element)
        if match is None:
            message = f"not one element of a body: {element!r}"
            raise ValueError(message)
        tag, name, inner = match.groups()
        photo = copy.photos[int(inner)] if tag == "figure" else None
        if photo is None or photo.licensed or copy.agency_photos:
            yield _Piece(name or tag, Markup(inner), photo)  # noqa: S704 (our own fragment, which is HTML)


def _statements(copy: Copy) -> dict[str, object]:
    """What the page says of the article to machines, in schema.org's terms."""
    statements: dict[str, object] = {
        "@type": "NewsArticle",
        "headline": copy.headline,
        "datePublished": copy.published,
        "author": [{"@type": "Person", "name": name} for name in copy.authors],
        "isBasedOn": copy.source,
        "sourceOrganization": {"@type": "NewsMediaOrganization", "name": copy.publisher} if copy.publisher else None,
        "copyrightNotice": copy.copyright,
        "license": copy.license_uri,
    }
    return {name: value for name, value in statements.items() if value}
