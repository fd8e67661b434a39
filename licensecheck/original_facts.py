"""What the page of an original says of the work beside its body, and where it contradicts itself.

What readers see outweighs what machines are told; where the two differ, a note says so. Nothing is made up: what
neither says stays unknown.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from licensecheck.align import align
from licensecheck.bylines import read_bylines
from licensecheck.headline import headline_text
from licensecheck.marks import read_marks
from licensecheck.markup import plain_text
from licensecheck.model import Anchor, Notices, Work
from licensecheck.names import is_full_name
from licensecheck.original_photos import read_pictures
from licensecheck.original_titles import find_titles
from licensecheck.patterns import pattern
from licensecheck.phrases import read_phrases
from licensecheck.reading import Reading
from licensecheck.scope import scope_of_subject
from licensecheck.terms import PhraseKind, Scope
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.claims import Mark
    from licensecheck.licenses import License
    from licensecheck.markup import Markup
    from licensecheck.model import Page, Statement

# In characters; a longer block that names the licence is no notice.
_NOTICE = 400
# Texts around the article that are remembered; no page of an article has more.
_MOST_TEXTS = 4_000
_LANGUAGE = pattern(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_PARTIES = ("sourceOrganization", "publisher", "copyrightHolder", "site_name")
# A snippet is of this article if so many of its first letters stand in it.
_OPENING = 120


class _Doubtful(NamedTuple):
    """A value, and what is not sure about it."""

    value: str | None
    notes: tuple[str, ...] = ()


def described(work: Work, markup: Markup, numbers: Sequence[int]) -> tuple[Work, tuple[str, ...]]:
    """The work with what else its page says, and notes on what is not sure.

    `numbers` are the blocks of the body; empty if its paragraphs are no blocks of the page.
    """
    page = markup.page
    reading = Reading(work, page, align(work, page))
    authors, of_authors = _authors(reading, page)
    marks = [mark for mark in read_marks(reading) if mark.scope in {Scope.ARTICLE, Scope.SITE} and mark.license]
    license_, of_license = _license(marks)
    published, modified = _date(page, "datePublished"), _date(page, "dateModified")
    pictures, of_pictures = read_pictures(page, numbers, reading.headline)
    notes = (*of_authors, *of_license, *published.notes, *modified.notes, *of_pictures, *_elsewhere(page))
    found = work._replace(
        titles=find_titles(page, headline_text(page, reading.headline) if reading.headline >= 0 else None),
        authors=authors,
        parties=_parties(page),
        sources=_sources(page),
        published=published.value,
        modified=modified.value,
        license=license_,
        notices=Notices(copyright=_copyright(reading, page), license=_license_notice(marks, page)),
        photos=pictures,
        links=tuple(_links(page, numbers)) if numbers else None,
        snippet=_snippet(work, markup.snippet),
        language=page.language if _LANGUAGE.fullmatch(page.language or "") else None,
        profiles=_profiles(page),
        published_text=_published_text(work, page, numbers),
    )
    return found, notes


def address_of(page: Page, href: str) -> str | None:
    """The absolute address that a link of the page leads to; `None` if that is none of the web."""
    try:
        address = urljoin(urljoin(page.url or "", page.base or ""), href.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    sound = parts.scheme in {"http", "https"} and parts.hostname and not any(map(str.isspace, address))
    return address if sound else None


def _said(page: Page, name: str) -> Iterator[Statement]:
    """The statements of that name that speak of the article or the page."""
    return (each for each in page.said(name) if scope_of_subject(each.subject) is Scope.ARTICLE)


def _authors(reading: Reading, page: Page) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """The names in the byline, else those stated to machines."""
    bylines = [byline for byline in read_bylines(reading) if byline.beside]
    shown = _unique(byline.name for byline in bylines if not byline.staff)
    parties = {squeeze(party) for party in _parties(page) or ()}
    stated = _unique(
        name
        for statement in _said(page, "author")
        for name in (" ".join(statement.value.split()),)
        if is_full_name(name) and squeeze(name) not in parties
    )
    if shown and stated and set(map(squeeze, shown)) != set(map(squeeze, stated)):
        return shown, (f"authors: the byline names {_listed(shown)}, the metadata {_listed(stated)}",)
    if not shown and not stated and bylines:
        return None, (f"authors: the byline names nobody but {_listed(_unique(b.name for b in bylines))}",)
    return shown or stated or None, ()


def _parties(page: Page) -> tuple[str, ...] | None:
    """Whom the page names as its publisher: the first kind of statement that there is."""
    for name in _PARTIES:
        found = _unique(each.value for each in page.said(name) if "://" not in each.value)
        if found:
            return found[:1]
    return None


def _sources(page: Page) -> tuple[str, ...] | None:
    stated = (address_of(page, statement.value) for statement in page.said("canonical"))
    found = _unique(address for address in (*stated, page.url) if address)
    return found[:1] or None


def _elsewhere(page: Page) -> Iterator[str]:
    """What speaks against this being the original's page."""
    own = {urlsplit(address).hostname for address in _sources(page) or ()} | {urlsplit(page.url or "").hostname}
    for statement in (*page.said("isBasedOn"), *page.said("canonical"), *page.said("original-source")):
        address = address_of(page, statement.value)
        if address and page.url and urlsplit(address).hostname != urlsplit(page.url).hostname:
            yield f"address: the page says that it comes from {address}; is this the original?"
        elif address and urlsplit(address).hostname not in own:
            yield f"address: the page says that it is based on {address}; is this the original?"


def _date(page: Page, name: str) -> _Doubtful:
    """The first date of that name; others on another day are noted."""
    dates = _unique(date for statement in _said(page, name) if (date := _iso(statement.value)))
    label = {"datePublished": "published", "dateModified": "modified"}[name]
    days = _unique(date[:10] for date in dates)
    if len(days) > 1:
        return _Doubtful(dates[0], (f"{label}: the page says {_listed(days)}",))
    return _Doubtful(dates[0] if dates else None)


def _iso(written: str) -> str | None:
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return None
    return (
        written if written[4:5] == "-" and written[10:11] in {"", "T"} else datetime.fromisoformat(written).isoformat()
    )


def _license(marks: Sequence[Mark]) -> tuple[License | None, tuple[str, ...]]:
    """The licence that the article is said to be under; where what is said disagrees, none."""
    ranked = (
        [mark for mark in marks if mark.scope is Scope.ARTICLE and mark.visible],
        [mark for mark in marks if mark.scope is Scope.ARTICLE],
        marks,
    )
    first = next((group for group in ranked if group), [])
    named = {mark.license for mark in first if mark.license}
    others = _unique(mark.license.id for mark in marks if mark.license and mark.license not in named)
    told = _listed(sorted(license_.id for license_ in named))
    if len(named) > 1:
        return None, (f"licence: the page names {told}; say which one counts",)
    notes = [f"licence: the page names {told}, but elsewhere {_listed(others)}"] if others else []
    if first and first is marks:
        notes.append(f"licence: {told} is what the site says of its content at large")
    return next(iter(named), None), tuple(notes)


def _license_notice(marks: Iterable[Mark], page: Page) -> str | None:
    """The block that puts the article under its licence."""
    for mark in marks:
        if mark.scope is Scope.ARTICLE and mark.visible and mark.span:
            text = next((b.text for b in page.blocks if b.start <= mark.span.start < b.end), "")
            if 0 < len(text) <= _NOTICE:
                return text
    return None


def _copyright(reading: Reading, page: Page) -> str | None:
    """The copyright notice on the article; the site's own, in its footer, is none."""
    shown = (
        phrase.text
        for phrase in read_phrases(reading, ())
        if phrase.kind is PhraseKind.COPYRIGHT and phrase.scope is Scope.ARTICLE and phrase.visible
    )
    return next(shown, None) or next((each.value for each in _said(page, "copyrightNotice")), None)


def _links(page: Page, numbers: Sequence[int]) -> Iterator[Anchor]:
    held = frozenset(numbers)
    for link in page.links:
        address = address_of(page, link.href) if link.block in held and link.text else None
        if address:
            yield Anchor(link.text, address)


def _profiles(page: Page) -> tuple[str, ...] | None:
    links = (address_of(page, link.href) for link in page.links if "author" in link.rel.split())
    return _unique(filter(None, links)) or None


def _snippet(work: Work, snippet: str | None) -> str | None:
    """What the republish button hands out, if it is this article."""
    opening = squeeze(work.text).replace("\n", "")[:_OPENING]
    return snippet if snippet and opening in squeeze(plain_text(snippet)) else None


def _published_text(work: Work, page: Page, numbers: Sequence[int]) -> tuple[str, ...]:
    """All else that stands on the page, each text once, in its order."""
    body = frozenset(numbers)
    told = {squeeze(paragraph.text) for paragraph in work.body}
    texts = (block.text for number, block in enumerate(page.blocks) if number not in body)
    return tuple(text for text in _unique(texts) if squeeze(text) not in told)[:_MOST_TEXTS]


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values without those that differ from an earlier one in signs, space or case only."""
    return tuple({squeeze(value): value for value in reversed(tuple(values)) if squeeze(value)}.values())[::-1]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
