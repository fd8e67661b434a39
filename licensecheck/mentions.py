"""The work's authors and attribution parties on a page: as text, through a link, as a logo, or to machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.claims import Mention
from licensecheck.names import bare, find_name, is_named, is_slip, is_spelling, organisation, person
from licensecheck.patterns import pattern
from licensecheck.scope import scope_of_subject
from licensecheck.stream import Stream
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from licensecheck.bylines import Byline
    from licensecheck.model import Span
    from licensecheck.names import Name
    from licensecheck.reading import Reading

_AUTHOR_STATEMENTS = frozenset({"author", "creditText"})
_PARTY_STATEMENTS = frozenset({"copyrightHolder", "creditText", "publisher", "sourceOrganization"})
_TOP_LEVEL = pattern(r"\.[a-z]{2}")


def read_authors(reading: Reading, bylines: Collection[Byline]) -> Iterator[Mention]:
    """The mentions of each author; one whom the article does not name is also looked for in its bylines, misspelt."""
    names = {author: person(author) for author in reading.work.authors or ()}
    credited = set()
    for mention in (*_in_text(reading, names), *_on_badges(reading, names)):
        if mention.visible and mention.scope is Scope.ARTICLE:
            credited.add(mention.named)
        yield mention
    yield from _stated(reading, names, _AUTHOR_STATEMENTS)
    for author in names:
        if author not in credited:
            yield from _misspelt(reading, author, bylines)


def read_parties(reading: Reading) -> Iterator[Mention]:
    """The mentions of each attribution party; a bare domain is an inexact one."""
    names = {party: organisation(party) for party in reading.work.parties or ()}
    for mention in _in_text(reading, names):
        yield mention._replace(exact=False) if _is_domain(reading.page.text, mention.span) else mention
    yield from _on_badges(reading, names)
    yield from _stated(reading, names, _PARTY_STATEMENTS)


def _in_text(reading: Reading, names: Mapping[str, Name]) -> Iterator[Mention]:
    for wanted, name in names.items():
        for found in find_name(name, reading.stream, reading.letters):
            yield reading.mention(wanted, found.start, found.end, exact=found.exact)


def _is_domain(text: str, span: Span | None) -> bool:
    """Whether the words are part of an address: that is no credit."""
    if span is None:
        return False
    return text[: span.start].endswith((".", "@", "//")) or _TOP_LEVEL.match(text, span.end) is not None


def _on_badges(reading: Reading, names: Mapping[str, Name]) -> Iterator[Mention]:
    """Names in the alternative text of linked pictures."""
    badges = [link for link in reading.page.links if link.block < 0 and link.text]
    if not names or not badges:
        return
    stream = Stream([badge.text for badge in badges], [0] * len(badges))
    letters = bare(stream.letters)
    for wanted, name in names.items():
        for found in find_name(name, stream, letters):
            badge = badges[stream.unit(found.start)]
            yield Mention(
                named=wanted,
                text=badge.text,
                form=Form.BADGE,
                scope=reading.setting.scope_of(badge.element),
                visible=reading.setting.shows(badge.hidden),
                exact=found.exact,
                element=badge.element,
            )


def _stated(reading: Reading, names: Mapping[str, Name], properties: Collection[str]) -> Iterator[Mention]:
    """Names in what the page says to machines."""
    for statement in reading.page.statements:
        named = names.items() if statement.name in properties else ()
        for wanted, name in named:
            if is_named(name, statement.value):
                scope = scope_of_subject(statement.subject)
                yield Mention(wanted, statement.value, Form.METADATA, scope, visible=False)


def _misspelt(reading: Reading, author: str, bylines: Collection[Byline]) -> Iterator[Mention]:
    for byline in bylines:
        exact = is_spelling(author, byline.name)
        if exact or (not byline.staff and is_slip(author, byline.name)):
            yield Mention(
                named=author,
                text=byline.name,
                form=Form.TEXT,
                scope=Scope.ARTICLE,
                visible=True,
                exact=exact,
                span=byline.span,
                element=reading.page.blocks[byline.number].element,
            )
