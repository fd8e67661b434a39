"""The titles of an original and its deck, as its page shows them and tells them to machines."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from licensecheck.layout import HEADINGS
from licensecheck.patterns import pattern
from licensecheck.scope import scope_of_subject
from licensecheck.terms import Scope
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.model import Page

_SEPARATOR = pattern(r"\s+[|\-–—:·•»«/]+\s+|\s*\|\s*")
_DECK = pattern(
    r"(?<![a-z])(?:dek|deck|excerpt|intro|lead|lede|stand-?first|sub-?(?:head\w*|title)|summary|tagline)(?![a-z])"
)
_SURE_DECK = pattern(r"(?<![a-z])(?:dek|deck|excerpt|stand-?first|sub-?(?:headline|title)|tagline)(?![a-z])")
_CUT = pattern(r"(?:…|\.\.\.|\[…\])\W*$")
# The deck is looked for so many blocks behind the headline, and is no longer than so many characters.
_REACH, _LONGEST = 6, 400


def find_titles(page: Page, shown: str | None) -> tuple[str, ...]:
    """The headline that readers see, then what else the page calls its article, the site's name taken off."""
    sites = {squeeze(name) for name in _site_names(page)}
    stated = (
        statement.value for statement in page.said("headline") if scope_of_subject(statement.subject) is Scope.ARTICLE
    )
    found: dict[str, str] = {}
    for written in (shown, *stated, page.title):
        title = _without(unescape(" ".join((written or "").split())), sites)
        letters = squeeze(title)
        # What is left in front of or behind a title that is known is the site's name in another form.
        if letters and not any(letters.startswith(known) or letters.endswith(known) for known in found):
            found[letters] = title
    return tuple(found.values())


def find_deck(page: Page, descriptions: Sequence[str], headline: int, body: Sequence[int]) -> int:
    """The number of the block behind the headline that is the deck; -1 if none is.

    It is a heading of its own or what the markup calls a deck, or else what the page gives as its description, but
    for the body's first block: that is often described by its own beginning.
    """
    stated = {squeeze(_CUT.sub("", text)) for text in descriptions} - {""}
    for number in range(headline + 1, min(body[0] + 1, headline + 1 + _REACH) if headline >= 0 else 0):
        block = page.blocks[number]
        letters = squeeze(block.text)
        if block.hidden >= 0 or not letters or len(block.text) > _LONGEST:
            continue
        tag, label = page.tree.tags[block.element], page.tree.classes[block.element].lower()
        heads = tag in HEADINGS and number == headline + 1 and block.linked == 0
        told = any(letters.startswith(text) for text in stated) or _DECK.search(label)
        if heads or _SURE_DECK.search(label) or (told and number < body[0]):
            return number
    return -1


def _site_names(page: Page) -> Iterator[str]:
    for name in ("site_name", "publisher", "sourceOrganization"):
        yield from (statement.value for statement in page.said(name))
    addresses = [statement.value for statement in page.said("canonical")]
    for host in (urlsplit(address).hostname for address in (*addresses, page.url or "")):
        if host:
            bare = host.removeprefix("www.")
            yield from (bare, bare.rpartition(".")[0])


def _without(title: str, sites: set[str]) -> str:
    """The title without the site's name at its ends."""
    separators = [(match.start(), match.end()) for match in _SEPARATOR.finditer(title)]
    for start, end in reversed(separators):
        if squeeze(title[end:]) not in sites:
            break
        title = title[:start]
    for start, end in separators:
        if start >= len(title) or squeeze(title[:start]) not in sites:
            break
        return title[end:]
    return title
