"""The work's address on a page: links and text that lead to the original, whatever was hung onto its URL."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from licensecheck.claims import Mention, Phrase
from licensecheck.credit_lines import read_line
from licensecheck.hosts import encoded, is_sharing, is_short, looks_like, shown
from licensecheck.names import is_named, organisation
from licensecheck.patterns import pattern
from licensecheck.terms import Form, PhraseKind, Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from licensecheck.model import Link
    from licensecheck.reading import Reading

# Host prefixes and path endings of other editions of the same page.
_EDITION_HOST = pattern(r"(?:www\d?|m|mobile|amp)\.")
_EDITION_PATH = pattern(r"^/amp(?=/.)|(?:/amp|\.amp(?:\.html?)?|/index\.(?:html?|php|aspx?))?/*$")
# The home page of one of a site's languages.
_LANGUAGE = pattern(r"/[a-z]{2}(?:-[a-z]{2})?")
# Parameters that say where a reader came from, or which edition it is, not what is shown.
_TRACKING = pattern(
    r"utm_\w+|\w*clid|mc_[ce]id|_?hs\w+|ref(?:errer|_src|_url)?|src|source|cmp|cmpid|ocid|smid|smtyp|share|via|"
    r"partner|_ga|_gl|igshid|mkt_tok|amp|outputtype|noamp|feature|s_?cid|wt\.\w+",
    re.IGNORECASE,
)
_HOST = pattern(r"//(?:www\.)?([^/?#:\s]+)")
_SYNDICATION = ("canonical", "syndication-source", "original-source", "isBasedOn")


class Address(NamedTuple):
    """What is left of a URL once it is folded: two that are equal show the same page."""

    host: str
    path: str
    query: frozenset[tuple[str, str]]

    def leads_to(self, source: Address) -> bool:
        """Whether this shows the source; parameters it has beyond the source's say nothing, but for a bare host."""
        if (self.host, self.path) != (source.host, source.path):
            return False
        return self.query >= source.query if source.path else self.query == source.query

    @property
    def is_home(self) -> bool:
        """Whether it is a site's home page."""
        return not self.query and (not self.path or _LANGUAGE.fullmatch(self.path) is not None)


@lru_cache(maxsize=512)
def fold_url(url: str) -> Address | None:
    """The URL without scheme, port, fragment, tracking, and what sets mobile and AMP editions apart.

    The host is as a browser shows it. `None` if there is none, or it is a mail address.
    """
    try:
        parts = urlsplit(url if "//" in url[:8] else f"//{url}")
        host = parts.hostname or ""
    except ValueError:
        return None
    if "." not in host or parts.username is not None:
        return None
    path = _EDITION_PATH.sub("", unquote(parts.path).casefold(), count=2)
    query = frozenset(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return Address(_EDITION_HOST.sub("", shown(host), count=1), path, query)


def leads_to(href: str, url: str) -> bool:
    """Whether a link leads to the URL, straight or through an intermediary that carries it."""
    source = fold_url(url)
    return source is not None and _agreement(href, source) is True


def read_sources(reading: Reading) -> Iterator[Mention]:
    """The places where the page gives a source URL of the work; `exact` is false for its site's home page."""
    for url in reading.work.sources or ():
        source = fold_url(url)
        if source is not None:
            if any(host in reading.hrefs for host in _spellings(source.host)):
                yield from _links(reading, url, source)
            yield from _texts(reading, url, source)
            yield from _statements(reading, url, source)


def read_detours(reading: Reading, found: Collection[Mention]) -> Iterator[Phrase]:
    """Links that may be meant to lead to the work, where none does: short ones in credits, and look-alikes of its host.

    Whom a look-alike passes for is its holder.
    """
    wanted = [source.host for source in map(fold_url, reading.work.sources or ()) if source]
    if not wanted or any(mention.exact and mention.visible for mention in found):
        return
    hosts = {host: shown(host) for host in set(_HOST.findall(reading.hrefs))}
    written = [
        host for host, seen in hosts.items() if is_short(seen) or any(looks_like(seen, other) for other in wanted)
    ]
    for link in reading.page.links if written else ():
        told = link.block in reading.body or not any(host in link.href.lower() for host in written)
        target = None if told else fold_url(link.href)
        if target is None:
            continue
        passes_for = next((host for host in wanted if looks_like(target.host, host)), None)
        if passes_for or (is_short(target.host) and _is_in_credit(reading, link)):
            yield Phrase(
                kind=PhraseKind.LOOKALIKE_LINK if passes_for else PhraseKind.SHORT_LINK,
                text=link.href,
                scope=reading.setting.scope_of(link.element),
                visible=reading.is_seen(link),
                holder=passes_for,
                element=link.element,
            )


def _is_in_credit(reading: Reading, link: Link) -> bool:
    text = reading.texts.get(link.block, "")
    return bool(read_line(text).parts) or any(is_named(organisation(x), text) for x in reading.work.parties or ())


def _links(reading: Reading, url: str, source: Address) -> Iterator[Mention]:
    hosts = _spellings(source.host)
    for link in reading.page.links:
        if not any(host in link.href.lower() for host in hosts):
            continue
        exact = _agreement(link.href, source)
        # A story may well link to its publisher's home page; that is no credit.
        if exact is None or (not exact and link.block in reading.body):
            continue
        yield Mention(
            named=url,
            text=link.href,
            form=Form.LINK,
            scope=reading.setting.scope_of(link.element),
            visible=reading.is_seen(link),
            exact=exact,
            element=link.element,
        )


def _texts(reading: Reading, url: str, source: Address) -> Iterator[Mention]:
    """Addresses written out, other than as the words of a link."""
    shown = re.compile(rf"(?<!@)(?:https?://)?(?:[\w-]+\.)*{re.escape(source.host)}[^\s<>\"')\]]*", re.IGNORECASE)
    for number in reading.with_any((source.host,)):
        block = reading.page.blocks[number]
        linked = [link.text for link in reading.page.links if link.block == number]
        for match in shown.finditer(reading.texts[number]):
            written = match[0].rstrip(".,;:!?")
            exact = _agreement(written, source)
            if exact is None or any(written in text for text in linked):
                continue
            yield Mention(
                named=url,
                text=written,
                form=Form.TEXT,
                scope=reading.scope_of(number),
                visible=reading.shows(number),
                exact=exact,
                span=reading.span(number, match.start(), match.start() + len(written)),
                element=block.element,
            )


def _statements(reading: Reading, url: str, source: Address) -> Iterator[Mention]:
    for name in _SYNDICATION:
        for statement in reading.page.said(name):
            if _agreement(statement.value, source):
                yield Mention(url, statement.value, Form.METADATA, Scope.ARTICLE, visible=False)


def _agreement(href: str, source: Address) -> bool | None:
    """Whether an address leads to the source (true), to its site's home page (false), or elsewhere (`None`)."""
    targets = [target for target in map(fold_url, _destinations(href, source.host)) if target is not None]
    if any(target.leads_to(source) for target in targets):
        return True
    return False if any(target.is_home and _same_site(target.host, source.host) for target in targets) else None


def _destinations(href: str, host: str) -> Iterator[str]:
    """The address itself, and those that a redirect, an archive or an AMP cache carries in its query or path."""
    yield href
    if is_sharing(href):
        return
    plain = unquote(href)
    for spelling in _spellings(host):
        for _, value in parse_qsl(href.partition("?")[2]):
            if spelling in value:
                yield value if "%2F" not in value.upper() else unquote(value)
        for prefix in ("/", "/www."):
            _, scheme, rest = plain.rpartition(prefix + spelling)
            if scheme:
                yield host + rest


def _spellings(host: str) -> tuple[str, ...]:
    """The host as it may be written in a link."""
    return (host,) if host.isascii() else (host, encoded(host), quote(host).lower())


def _same_site(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
