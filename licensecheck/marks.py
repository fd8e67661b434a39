"""Licence marks on a page: links, addresses, names, badges and statements, each with what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.claims import Mark
from licensecheck.license_names import find_names
from licensecheck.license_words import COMMONS_WORDS, RESERVED_WORDS
from licensecheck.licenses import find_uris, recognise_uri
from licensecheck.scope import scope_of_subject
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.license_names import NameReading
    from licensecheck.licenses import License
    from licensecheck.model import Link, Span, Statement
    from licensecheck.reading import Reading

# What a link, a picture's address and a text hold if they may name a licence.
_IN_HREF = ("creativecommons", "/licenses/", "/publicdomain/")
_IN_SOURCE = ("creativecommons", "licensebuttons")
_IN_ALTERNATIVE = ("creative commons", "cc by", "cc-by")
_IN_TEXT = (
    *(*COMMONS_WORDS, *RESERVED_WORDS, "cc by", "cc\u00a0by", "cc-", "cc0", "by-"),
    *("1.0", "2.0", "2.1", "2.5", "3.0", "4.0", "/licenses", "/publicdomain"),
)
# A page with more licence links than this is a list of licensed things; one more tells nothing new.
_MOST_LINKS = 200
_STATEMENTS = frozenset({"copyrightNotice", "license", "usageInfo"})


def read_marks(reading: Reading) -> Iterator[Mark]:
    """The licence marks of a page. A name in the words of a link is a mark of its own only if the two disagree."""
    linking = any(cue in reading.hrefs for cue in _IN_HREF)
    stated = (mark for link in reading.page.links for mark in _link_marks(reading, link))
    links = list(islice(stated, _MOST_LINKS)) if linking else []
    yield from links
    for number in reading.with_any(_IN_TEXT):
        yield from _text_marks(reading, number, links)
    yield from _badges(reading, links)
    yield from _statements(reading)


def _link_marks(reading: Reading, link: Link) -> Iterator[Mark]:
    href = link.href.lower()
    found = recognise_uri(href) if any(cue in href for cue in _IN_HREF) else None
    if found is None or _is_told(reading, link.block, found.license):
        return
    scope = reading.setting.scope_of(link.element) if link.block < 0 else reading.scope_of(link.block)
    yield Mark(
        license=found.license,
        text=link.text,
        form=Form.BADGE if link.block < 0 else Form.LINK,
        scope=scope,
        visible=reading.is_seen(link),
        near=scope is Scope.ARTICLE,
        flaw=found.flaw,
        href=link.href,
        span=_span(reading, link),
        element=link.element,
    )


def _is_told(reading: Reading, number: int, license_: License | None) -> bool:
    """Whether the story itself speaks of another licence, as that of a data set."""
    return number in reading.body and number not in reading.texts and license_ != reading.work.license


def _span(reading: Reading, link: Link) -> Span | None:
    """Where the link's words stand, if in one block."""
    if link.block < 0:
        return None
    at = reading.page.blocks[link.block].text.find(link.text)
    return reading.span(link.block, at, at + len(link.text)) if at >= 0 else None


def _text_marks(reading: Reading, number: int, links: Sequence[Mark]) -> Iterator[Mark]:
    """The licences that a block gives the address or the name of, but for the words of a link that agrees."""
    text = reading.texts[number]
    for start, end, address in find_uris(text):
        if _link_around(reading.span(number, start, end), links) is None:
            mark = _text_mark(reading, number, start, end)
            yield replace(mark, license=address.license, flaw=address.flaw, href=mark.text)
    for name in find_names(text):
        mark = replace(_text_mark(reading, number, name.start, name.end), license=_meant(reading, name))
        around = _link_around(mark.span, links)
        said = around is not None and (mark.license is None or (around.license and _agrees(name, around.license)))
        if not said and not _is_story(reading, mark):
            yield mark


def _text_mark(reading: Reading, number: int, start: int, end: int) -> Mark:
    scope = reading.scope_of(number)
    return Mark(
        license=None,
        text=reading.texts[number][start:end],
        form=Form.TEXT,
        scope=scope,
        visible=reading.shows(number),
        near=scope is Scope.ARTICLE,
        span=reading.span(number, start, end),
        element=reading.page.blocks[number].element,
    )


def _is_story(reading: Reading, mark: Mark) -> bool:
    """Whether the work's own text names a licence that is not the work's."""
    other = mark.license is not None and mark.license != reading.work.license
    return other and mark.span is not None and reading.is_matched(mark.span)


def _link_around(span: Span | None, links: Iterable[Mark]) -> Mark | None:
    """The link whose words and the stretch have characters in common."""
    if span is None:
        return None
    return next(
        (link for link in links if link.span and link.span.start < span.end and span.start < link.span.end), None
    )


def _meant(reading: Reading, name: NameReading) -> License | None:
    """The licence that a name means: the work's own if it differs by a port only that the name does not say."""
    own = reading.work.license
    return own if own and name.license and name.port is None and _agrees(name, own) else name.license


def _agrees(name: NameReading, license_: License) -> bool:
    """Whether nothing that the name says contradicts the licence."""
    return (
        name.elements == license_.elements
        and name.version in {None, license_.version}
        and name.port in {None, license_.port}
    )


def _badges(reading: Reading, links: Iterable[Mark]) -> Iterator[Mark]:
    """Pictures that name a licence, other than those in a licence link: the link then says it."""
    linked = [link.element for link in links]
    for image in reading.page.images:
        source, alternative = image.source.lower(), image.alternative.lower()
        if not any(cue in source for cue in _IN_SOURCE) and not any(cue in alternative for cue in _IN_ALTERNATIVE):
            continue
        if any(reading.page.tree.contains(link, image.element) for link in linked):
            continue
        found = recognise_uri(image.source)
        named = [_meant(reading, name) for name in find_names(image.alternative)]
        scope = reading.setting.scope_of(image.element)
        yield Mark(
            license=found.license if found else next(iter(named), None),
            text=image.alternative,
            form=Form.BADGE,
            scope=scope,
            visible=reading.setting.shows(image.hidden),
            near=scope is Scope.ARTICLE,
            element=image.element,
        )


def _statements(reading: Reading) -> Iterator[Mark]:
    """Licences that the page states to machines only.

    Where several stories on a page state theirs, the one that states the work's speaks of it.
    """
    marks = [mark for statement in reading.page.statements for mark in _stated(reading, statement)]
    agreed = any(mark.license == reading.work.license for mark in marks)
    for mark in marks:
        other = agreed and mark.license != reading.work.license
        yield replace(mark, scope=Scope.WIDGET) if other else mark


def _stated(reading: Reading, statement: Statement) -> Iterator[Mark]:
    if statement.name not in _STATEMENTS:
        return
    address = recognise_uri(statement.value)
    names = find_names(statement.value) if address is None else ()
    for license_ in (address.license,) if address else (_meant(reading, name) for name in names):
        yield Mark(
            license=license_,
            text=statement.value,
            form=Form.METADATA,
            scope=scope_of_subject(statement.subject),
            visible=False,
            near=False,
            href=statement.value if address else None,
        )
