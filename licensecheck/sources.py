"""The work's address on a page: links and text that lead to the original, whatever was hung onto its URL."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from licensecheck.claims import Mention
from licensecheck.patterns import pattern
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.reading import Reading

# Host prefixes and path endings of other editions of the same page.
_EDITION_HOST = pattern(r"(?:www\d?|m|mobile|amp)\.")
_EDITION_PATH = pattern(r"(?:/amp|\.amp|/index\.(?:html?|php|aspx?))?/*$")
# Parameters that say where a reader came from, or which edition it is, not what is shown.
_TRACKING = pattern(
    r"utm_\w+|\w*clid|mc_[ce]id|_?hs\w+|ref(?:errer|_src|_url)?|src|source|cmp|cmpid|ocid|smid|smtyp|share|via|"
    r"partner|_ga|_gl|igshid|mkt_tok|amp|outputtype|noamp|feature|s_?cid|wt\.\w+",
    re.IGNORECASE,
)
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
        return not self.path and not self.query


@lru_cache(maxsize=512)
def fold_url(url: str) -> Address | None:
    """The URL without scheme, port, fragment, tracking, and what sets mobile and AMP editions apart.

    `None` if it has no host, or is a mail address.
    """
    try:
        parts = urlsplit(url if "//" in url[:8] else f"//{url}")
        host = parts.hostname or ""
    except ValueError:
        return None
    if "." not in host or parts.username is not None:
        return None
    path = _EDITION_PATH.sub("", unquote(parts.path).casefold(), count=1)
    query = frozenset(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return Address(_EDITION_HOST.sub("", host, count=1), path, query)


def read_sources(reading: Reading) -> Iterator[Mention]:
    """The places where the page gives a source URL of the work; `exact` is false for its site's home page."""
    for url in reading.work.sources or ():
        source = fold_url(url)
        if source is not None:
            if source.host in reading.hrefs:
                yield from _links(reading, url, source)
            yield from _texts(reading, url, source)
            yield from _statements(reading, url, source)


def _links(reading: Reading, url: str, source: Address) -> Iterator[Mention]:
    for link in reading.page.links:
        if source.host not in link.href.lower():
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
    """The address itself, and those that a redirect or an AMP cache carries in its query or path."""
    yield href
    if "?" in href:
        yield from (value for _, value in parse_qsl(href.partition("?")[2]) if host in value)
    _, scheme, rest = href.rpartition(f"/{host}")
    if scheme:
        yield host + rest
    _, scheme, rest = href.rpartition(f"/www.{host}")
    if scheme:
        yield host + rest


def _same_site(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
