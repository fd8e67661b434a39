"""Licence marks on a page: links, addresses, names, badges and statements, each with what it belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from licensecheck.claims import Mark
from licensecheck.license_names import find_names
from licensecheck.license_words import COMMONS_WORDS, RESERVED_WORDS
from licensecheck.licenses import UriReading, elements_of, find_uris, recognise_uri
from licensecheck.scope import scope_of_subject
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.license_names import NameReading
    from licensecheck.licenses import License
    from licensecheck.model import Link, Span, Statement
    from licensecheck.reading import Reading
    from licensecheck.tree import Tree

# What a link, a picture's address and a text hold if they may name a licence.
_IN_HREF = ("creativecommons", "/licenses/", "/publicdomain/")
_IN_SOURCE = ("creativecommons", "licensebuttons")
_IN_ALTERNATIVE = ("creative commons", "cc by", "cc-by")
_IN_TEXT = (
    *(*COMMONS_WORDS, *RESERVED_WORDS, "cc by", "cc\u00a0by", "cc-", "cc0", "by-"),
    *("1.0", "2.0", "2.1", "2.5", "3.0", "4.0", "/licenses", "/publicdomain"),
)
_STATEMENTS = frozenset({"copyrightNotice", "license", "usageInfo"})


class _Links:
    """The marks that are links, to be found by where they stand; links do not overlap."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._elements = [(mark.element, mark) for mark in marks]
        self._spans = [(mark.span.start, mark) for mark in marks if mark.span]
        self._spans.sort(key=itemgetter(0))

    def over(self, span: Span) -> Mark | None:
        """The link whose words and the stretch have characters in common."""
        at = bisect_left(self._spans, span.end, key=itemgetter(0)) - 1
        link = self._spans[at][1] if at >= 0 else None
        return link if link and link.span and link.span.end > span.start else None

    def around(self, element: int, tree: Tree) -> bool:
        """Whether the element stands in a link."""
        at = bisect_right(self._elements, element, key=itemgetter(0)) - 1
        return at >= 0 and tree.contains(self._elements[at][0], element)


def read_marks(reading: Reading) -> Iterator[Mark]:
    """The licence marks of a page. A name in the words of a link is a mark of its own only if the two disagree."""
    marks = list(_link_marks(reading)) if any(cue in reading.hrefs for cue in _IN_HREF) else []
    yield from marks
    links = _Links(marks)
    for number in reading.with_any(_IN_TEXT):
        yield from _text_marks(reading, number, links)
    yield from _badges(reading, links)
    yield from _statements(reading)


def _link_marks(reading: Reading) -> Iterator[Mark]:
    for link, span in _placed(reading):
        href = link.href.lower()
        found = recognise_uri(href) if any(cue in href for cue in _IN_HREF) else None
        if found is None or _is_told(reading, link.block, found.license):
            continue
        scoped = reading.setting.scope_of(link.element) if link.block < 0 else reading.scope_of(link.block)
        yield Mark(
            license=found.license,
            text=link.text,
            form=Form.BADGE if link.block < 0 else Form.LINK,
            scope=scoped,
            visible=reading.is_seen(link),
            unit="" if found.license else found.unit,
            flaw=found.flaw,
            href=link.href,
            span=span,
            element=link.element,
        )


def _placed(reading: Reading) -> Iterator[tuple[Link, Span | None]]:
    """Each link with where its words stand, if in one block: behind those of the link before it."""
    block = after = -1
    for link in reading.page.links:
        if link.block != block:
            block, after = link.block, 0
        at = reading.page.blocks[block].text.find(link.text, after) if block >= 0 else -1
        if at < 0:
            yield link, None
            continue
        after = at + len(link.text)
        yield link, reading.span(block, at, after)


def _is_told(reading: Reading, number: int, license_: License | None) -> bool:
    """Whether the story itself speaks of another licence, as that of a data set."""
    return number in reading.body and number not in reading.texts and license_ != reading.work.license


def _text_marks(reading: Reading, number: int, links: _Links) -> Iterator[Mark]:
    """The licences that a block gives the address or the name of, but for the words of a link that agrees."""
    text = reading.texts[number]
    for start, end, address in find_uris(text):
        if links.over(reading.span(number, start, end)) is None:
            mark = _text_mark(reading, number, start, end)
            unit = "" if address.license else address.unit
            yield mark._replace(license=address.license, unit=unit, flaw=address.flaw, href=mark.text)
    for name in find_names(text):
        license_ = _meant(reading, name)
        mark = _text_mark(reading, number, name.start, name.end)._replace(
            license=license_, unit="" if license_ else name.unit
        )
        link = links.over(reading.span(number, name.start, name.end))
        if (link is None or _tells_more(name, link)) and not _is_story(reading, mark):
            yield mark


def _tells_more(name: NameReading, link: Mark) -> bool:
    """Whether a name in the words of a licence link says something that the link does not."""
    if name.generic:
        return False
    return not name.agrees(link.license) if link.license else name.license is not None or name.unit != link.unit


def _text_mark(reading: Reading, number: int, start: int, end: int) -> Mark:
    return Mark(
        license=None,
        text=reading.texts[number][start:end],
        form=Form.TEXT,
        scope=reading.scope_of(number),
        visible=reading.shows(number),
        span=reading.span(number, start, end),
        element=reading.page.blocks[number].element,
    )


def _is_story(reading: Reading, mark: Mark) -> bool:
    """Whether the work's own text names a licence that is not the work's."""
    own = reading.work.license
    other = mark.license != own if mark.license else own and elements_of(mark.unit) not in {own.elements, frozenset()}
    return bool(other) and mark.span is not None and reading.is_matched(mark.span)


def _meant(reading: Reading, name: NameReading) -> License | None:
    """The licence that a name means: the work's own if it differs by a port only that the name does not say."""
    own = reading.work.license
    return own if own and name.license and name.port is None and name.agrees(own) else name.license


def _badges(reading: Reading, links: _Links) -> Iterator[Mark]:
    """Pictures that name a licence, other than those in a licence link: the link then says it."""
    for image in reading.page.images:
        source, alternative = image.source.lower(), image.alternative.lower()
        if not any(cue in source for cue in _IN_SOURCE) and not any(cue in alternative for cue in _IN_ALTERNATIVE):
            continue
        if links.around(image.element, reading.page.tree):
            continue
        found = recognise_uri(image.source) or UriReading()
        name = next(iter(find_names(image.alternative)), None)
        license_ = found.license or (_meant(reading, name) if name else None)
        yield Mark(
            license=license_,
            text=image.alternative,
            form=Form.BADGE,
            scope=reading.setting.scope_of(image.element),
            visible=reading.setting.shows(image.hidden),
            unit="" if license_ else found.unit or (name.unit if name else ""),
            element=image.element,
        )


def _statements(reading: Reading) -> Iterator[Mark]:
    """Licences that the page states to machines only.

    A link with `rel="license"` is none of them: it speaks of what it stands with, as the mark that it makes says.
    Where several stories on a page state theirs, the one that states the work's speaks of it.
    """
    shown = {link.href.strip() for link in reading.page.links if "license" in link.rel.split()}
    statements = (each for each in reading.page.statements if each.source != "link" or each.value not in shown)
    marks = [mark for statement in statements for mark in _stated(reading, statement)]
    agreed = any(mark.license == reading.work.license for mark in marks)
    for mark in marks:
        other = agreed and mark.license != reading.work.license
        yield mark._replace(scope=Scope.WIDGET) if other else mark


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
            href=statement.value if address else None,
        )
