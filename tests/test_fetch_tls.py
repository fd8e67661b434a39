"""Certificates and proxies: a host proves its name, and a proxy is used only where it is asked for."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import trustme
from loopback import HOST, Loopback, kept_here, page, redirect, response, sends
from visiting import NAME, failure, names, near

from licensecheck import fetch as door
from licensecheck.errors import UsageError
from licensecheck.fetch import fetch
from licensecheck.terms import Unread
from licensecheck.visits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = b"<p>A page.</p>"


@pytest.fixture(autouse=True)
def _here() -> Iterator[None]:
    with kept_here():
        yield


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def roots(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "roots.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


def serving(certificate: trustme.LeafCert, seen: list[str | None] | None = None) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    if seen is not None:
        context.sni_callback = lambda _socket, name, _context: seen.append(name)
    return context


def test_tls_is_verified_against_the_name_that_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, authority: trustme.CA, roots: str
) -> None:
    names(monkeypatch, [HOST])
    seen: list[str | None] = []
    with Loopback({"/a": page()}, tls=serving(authority.issue_cert(NAME), seen)) as server:
        limits = near(server, roots)
        assert fetch(server.url("/a", scheme="https", host=NAME), limits).body == BODY
        assert seen == [NAME]
        error = failure(server.url("/a", scheme="https"), limits)
        assert error.reason is Unread.TLS
        assert "127.0.0.1" in str(error)
        assert failure(server.url("/a", scheme="https", host=NAME), near(server)).reason is Unread.TLS
        assert failure(server.url("/a", host=NAME), limits).reason in {Unread.NOT_HTTP, Unread.UNREACHABLE}
        assert len(server.requests) == 1


def test_tls_that_proves_nothing(monkeypatch: pytest.MonkeyPatch, authority: trustme.CA, roots: str) -> None:
    names(monkeypatch, [HOST])
    old = datetime.now(UTC) - timedelta(days=2)
    certificates = {
        "another name": authority.issue_cert("other.test"),
        "expired": authority.issue_cert(NAME, not_before=old - timedelta(days=9), not_after=old),
        "an unknown authority": trustme.CA().issue_cert(NAME),
        "a wildcard for another": authority.issue_cert("*.test.test"),
    }
    for certificate in certificates.values():
        with Loopback({"/a": page()}, tls=serving(certificate)) as server:
            url = server.url("/a", scheme="https", host=NAME)
            assert failure(url, near(server, roots)).reason is Unread.TLS
            assert server.requests == []
    with Loopback({"/a": page()}) as server:
        assert failure(server.url("/a", scheme="https"), near(server)).reason is Unread.TLS


def test_a_downgrade_is_recorded(monkeypatch: pytest.MonkeyPatch, authority: trustme.CA, roots: str) -> None:
    names(monkeypatch, [HOST])
    with Loopback({"/b": page()}) as plain:
        tls = serving(authority.issue_cert(NAME))
        with Loopback({"/a": redirect(plain.url("/b"))}, tls=tls) as server:
            limits = near(server, roots)
            limits = limits._replace(private=limits.private | near(plain).private)
            assert fetch(server.url("/a", scheme="https", host=NAME), limits).downgraded
            assert not fetch(plain.url("/b"), limits).downgraded


# --- proxies ---------------------------------------------------------------------------------------------


def test_a_proxy_is_used_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    resolver = names(monkeypatch, OSError("no names here"))
    with Loopback({"http://news.test/a": page(), "internal.test:443": page(status="403 No")}) as proxy:
        limits = LIMITS._replace(proxy=f"http://me:secret@{HOST}:{proxy.port}")
        assert fetch("http://news.test/a", limits).body == BODY
        assert "Proxy-Authorization: Basic" in proxy.requests[0]
        assert failure("https://internal.test/", limits).reason is Unread.UNREACHABLE
        assert proxy.requests[1].startswith("CONNECT internal.test:443 ")
        for refused in ("http://169.254.169.254/", "http://[::1]/", "http://news.test:22/"):
            assert failure(refused, limits).reason is Unread.REFUSED
        assert len(proxy.requests) == 2
    assert resolver.asked == []


@pytest.mark.parametrize(
    "proxy", ["", "proxy.example", "socks5://127.0.0.1:1080", "ftp://a", "http://", "http://[", "http:// "]
)
def test_what_is_no_proxy(proxy: str) -> None:
    with pytest.raises(UsageError, match="proxy"):
        fetch("http://news.test/", LIMITS._replace(proxy=proxy))


def test_unix_sockets_are_never_opened() -> None:
    with pytest.raises(NotImplementedError):
        asyncio.run(door._Backend(LIMITS).connect_unix_socket("/run/docker.sock"))  # noqa: SLF001 (the guard itself)


def test_a_page_of_more_pieces_than_may_be() -> None:
    pieces = b"".join(b"1\r\nx\r\n" for _ in range(2_000))
    answer = sends(response(pieces, Content_Length="", Transfer_Encoding="chunked"))
    with Loopback({"/a": answer}) as server:
        assert failure(server.url("/a"), near(server)._replace(chunks=1_000)).reason is Unread.TOO_LARGE
