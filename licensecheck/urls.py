"""Addresses of web pages, taken apart once: what cannot be read in one way only is refused, not repaired.

What is accepted means what browsers take it to mean (WHATWG URL); they accept more.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple
from urllib.parse import quote, urljoin

from licensecheck.errors import FetchError
from licensecheck.patterns import pattern
from licensecheck.terms import Unread

LONGEST = 4_096
_LONGEST_HOST = 253
_QUOTED = 200  # characters of an address that are repeated in a message
_PORTS = {"http": 80, "https": 443}
_LAST_PORT = 65_535

_SCHEME = pattern(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_FORBIDDEN = pattern(r"[\x00-\x1f\x7f\\]")
_PARTS = pattern(r"(https?)://([^/?#]+)([^#]*)(?:#.*)?", re.IGNORECASE)
_AUTHORITY = pattern(r"(\[[0-9a-f:.]{2,45}\]|[^:\[\]]+)(?::(\d{0,5}))?", re.IGNORECASE | re.ASCII)
_LABEL = pattern(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# Browsers take a host for an IPv4 address, in whatever base, if its last part is a number.
_NUMBER = pattern(r"\d+|0x[0-9a-f]*")
# What stays as it is in a path or query; the rest is percent-encoded.
_PLAIN = "%/?:@!$&'()*+,;=|[]"


class Url(NamedTuple):
    """An absolute http(s) address: a host in lower-case ASCII (IPv6 without brackets), then path and query."""

    scheme: str
    host: str
    port: int
    rest: str

    @property
    def netloc(self) -> str:
        """Host and port as they stand in an address, always with the port."""
        return netloc(self.host, self.port)

    @property
    def text(self) -> str:
        """The address; the port is left out if it is the usual one."""
        usual = self.port == _PORTS[self.scheme]
        return f"{self.scheme}://{self.netloc.rpartition(':')[0] if usual else self.netloc}{self.rest}"


def netloc(host: str, port: int) -> str:
    """Host and port as they stand in an address: `news.example:80`, `[::1]:80`."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def read_url(text: str, base: Url | None = None) -> Url:
    """Take an address apart, one relative to `base` if that is given; its fragment is dropped.

    Raises `FetchError` (`refused-address`) for another scheme than http(s), user names, backslashes, control
    characters, hosts that are neither names of letters, digits and hyphens nor plain IP addresses, and great length.
    """
    if len(text) > LONGEST:
        raise _refused(f"the address is longer than {LONGEST} characters")
    if _FORBIDDEN.search(text):
        raise _refused("the address holds a backslash or a control character")
    parts = _PARTS.fullmatch(_joined(text, base))
    if not parts:
        raise _refused(f"this is no complete address that begins with http:// or https://: {text[:_QUOTED]}")
    if "@" in parts[2]:
        raise _refused("the address holds a user name")
    authority = _AUTHORITY.fullmatch(parts[2])
    if not authority or int(authority[2] or 0) > _LAST_PORT:
        raise _refused(f"the address has no readable host and port: {parts[2]}")
    scheme = parts[1].lower()
    port = int(authority[2]) if authority[2] else _PORTS[scheme]
    return Url(scheme, _host(authority[1].lower()), port, _encoded(parts[3]))


def _joined(text: str, base: Url | None) -> str:
    """The absolute form of what is relative to `base`; `urljoin` would take `http:///a` for a path."""
    if base is None or _SCHEME.match(text):
        return text
    return f"{base.scheme}:{text}" if text.startswith("//") else urljoin(base.text, text)


def _host(written: str) -> str:
    try:
        if written.startswith("["):
            return IPv6Address(written[1:-1]).compressed
        host = _ascii(written)
        if _NUMBER.fullmatch(host.rpartition(".")[2]):
            return str(IPv4Address(host))
    except ValueError as error:
        raise _refused(f"this is no host: {written}") from error
    if len(host) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, host.split("."))):
        raise _refused(f"this is no host: {written}")
    return host


def _ascii(host: str) -> str:
    """A host name as it is looked up (UTS 46, non-transitional); `ValueError` for one that has no such form."""
    if host.isascii() and "xn--" not in host:
        return host
    import idna  # noqa: PLC0415 (large tables, for few addresses)

    return idna.encode(host, uts46=True).decode("ascii")


def _encoded(rest: str) -> str:
    try:
        encoded = quote(rest, safe=_PLAIN)
    except UnicodeEncodeError as error:
        raise _refused("the address holds half a character") from error
    return encoded if encoded.startswith("/") else f"/{encoded}"


def _refused(why: str) -> FetchError:
    return FetchError(Unread.REFUSED, why)
