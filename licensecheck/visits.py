"""What a visit to a page may take, where it may go and what comes of it: the policy of `fetch.py`, without a socket."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from licensecheck import __version__
from licensecheck.addresses import is_literal, refusal
from licensecheck.errors import FetchError, UsageError
from licensecheck.patterns import pattern
from licensecheck.terms import Unread
from licensecheck.urls import Url, netloc, read_url

if TYPE_CHECKING:
    from collections.abc import Sequence


_OK = 200
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Answers that mean visitors like this one, and not that there is no page.
_BLOCKING = frozenset({401, 402, 403, 407, 429, 451})
_PRINTABLE = pattern(r"[!-'*-~]+")


class Limits(NamedTuple):
    """What one visit may take (seconds, bytes) and where it may go; what is exceeded ends it with its reason.

    `private` names hosts, as `host` or `host:port`, that may lie in a private network, and at such a port; `proxy` is
    the address of an HTTP proxy, which then looks names up, so that nothing here keeps them out of private networks;
    `authorities` is a file of certificates (PEM) that are trusted beside the public ones.
    """

    seconds: float = 30.0
    connecting: float = 10.0
    resolving: float = 5.0
    wire: int = 5 * 1024 * 1024  # all that arrives, headers and framing included
    decoded: int = 8 * 1024 * 1024  # the largest page that is parsed
    chunks: int = 200_000  # two million chunks of one byte keep the HTTP parser busy for 36 s
    hops: int = 10
    ports: frozenset[int] = frozenset({80, 443})
    private: frozenset[str] = frozenset()
    proxy: str | None = None
    authorities: str | None = None
    contact: str | None = None

    def opens(self, host: str, port: int) -> bool:
        """Whether this host may lie in a private network."""
        return host in self.private or netloc(host, port) in self.private


LIMITS = Limits()


class Hop(NamedTuple):
    """An address that was visited, and the status that it answered with."""

    url: str
    status: int


class Fetched(NamedTuple):
    """A page as it came: `hops` are the addresses visited, the last of them `final_url`; `body` is decompressed."""

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content_type: str | None
    body: bytes
    hops: tuple[Hop, ...]

    @property
    def downgraded(self) -> bool:
        """Whether a redirect led from https to http."""
        schemes = [hop.url.partition(":")[0] for hop in self.hops]
        return ("https", "http") in pairwise(schemes)


def admit(url: Url, limits: Limits) -> None:
    """Raise `FetchError` (`refused-address`) for a port or an IP address that must not be visited.

    A name is judged by the addresses it turns out to have, where the connection is made.
    """
    if url.port not in limits.ports and url.netloc not in limits.private:
        raise FetchError(Unread.REFUSED, f"port {url.port} is not visited")
    if is_literal(url.host):
        admit_addresses(url.host, url.port, (url.host,), limits)


def admit_addresses(host: str, port: int, addresses: Sequence[str], limits: Limits) -> None:
    """Raise `FetchError` (`refused-address`) if any address of a host is not public: one condemns them all."""
    if limits.opens(host, port):
        return
    for address in addresses:
        if kind := refusal(address):
            raise FetchError(Unread.REFUSED, f"{host} is at {address}, which is {kind}")


def onward(hops: Sequence[Hop], location: str | None, limits: Limits) -> Url | None:
    """Where the last of the hops leads, given its `Location`; `None` if it is the page itself.

    Raises `FetchError` if it is neither: another status (`http-status`, `blocked`), too many or circular redirects
    (`too-many-redirects`), a redirect to what is no web address (`refused-address`).
    """
    here = hops[-1]
    if here.status == _OK:
        return None
    if here.status not in _REDIRECTS or location is None:
        raise FetchError(Unread.BLOCKED if here.status in _BLOCKING else Unread.STATUS, f"status {here.status}")
    url = read_url(location, read_url(here.url))
    if len(hops) > limits.hops:
        raise FetchError(Unread.REDIRECTS, f"more than {limits.hops} redirects")
    if any(url.text == hop.url for hop in hops):
        raise FetchError(Unread.REDIRECTS, f"redirects in a circle, to {url.text}")
    return url


def request_headers(limits: Limits) -> dict[str, str]:
    """What is sent with each request: who asks, how to reach them, and what can be read; never more.

    Raises `UsageError` for a contact that is no address.
    """
    if limits.contact is not None and not _PRINTABLE.fullmatch(limits.contact):
        raise UsageError(f"the contact must be an address of the web or of mail, not {limits.contact!r}")
    reached = f"+{limits.contact}" if limits.contact else "no contact given"
    return {
        "User-Agent": f"repubcheck/{__version__} ({reached})",
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.1",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def private_host(written: str) -> str:
    """`HOST` or `HOST:PORT` as `Limits.private` has it; raises `UsageError` for anything else."""
    try:
        url = read_url(f"http://{written}")
    except FetchError as error:
        raise UsageError(f"{written!r} is neither HOST nor HOST:PORT: {error}") from None
    if url.rest != "/" or written.endswith("/"):
        raise UsageError(f"{written!r} is neither HOST nor HOST:PORT: it has a path")
    return url.netloc if written.rpartition(":")[2] == str(url.port) else url.host
