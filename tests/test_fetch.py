"""The one door: what is fetched, what is refused, and that nothing else is ever dialled."""

from __future__ import annotations

import asyncio
import gzip
import socket
from typing import TYPE_CHECKING

import httpcore
import httpx
import pytest
from address_vectors import DISGUISED, PUBLIC, REFUSED
from loopback import HOST, Loopback, kept_here, page, redirect, sends
from visiting import NAME, Recorder, failure, names, near, outcome, recorder

from licensecheck import fetch as door
from licensecheck.fetch import fetch, fetch_async
from licensecheck.terms import Unread
from licensecheck.visits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BODY = b"<p>A page.</p>"


@pytest.fixture(autouse=True)
def _here() -> Iterator[None]:
    with kept_here():
        yield


# --- pages -----------------------------------------------------------------------------------------------


def test_a_page_comes_as_it_was_sent() -> None:
    answer = page(BODY, Content_Type="text/html; charset=latin-1", X_Served_By="test")
    with Loopback({"/a": answer}) as server:
        got = fetch(server.url("/a?b=c#d"), near(server))
        assert got == asyncio.run(fetch_async(server.url("/a?b=c"), near(server)))
        head = server.requests[0]
    assert (got.url, got.final_url, got.status, got.body) == (server.url("/a?b=c"), server.url("/a?b=c"), 200, BODY)
    assert got.content_type == "text/html; charset=latin-1"
    assert ("x-served-by", "test") in got.headers
    assert got.hops == ((server.url("/a?b=c"), 200),)
    assert head.startswith("GET /a?b=c HTTP/1.1\r\n")
    assert f"Host: {HOST}:{server.port}" in head
    assert "User-Agent: repubcheck/" in head
    assert "(no contact given)" in head


def test_a_visit_says_whom_to_ask() -> None:
    with Loopback({"/a": page(BODY)}) as server:
        fetch(server.url("/a"), near(server)._replace(contact="https://desk.example/"))
        assert "(+https://desk.example/)" in server.requests[0]


def test_nothing_is_kept_between_visits_or_sent_along_with_redirects() -> None:
    to, there = redirect("/a", Set_Cookie="a=1; Path=/", WWW_Authenticate="Basic"), page(Set_Cookie="b=2; Path=/")
    with Loopback({"/to": to, "/a": there}) as server:
        for _ in range(2):
            fetch(server.url("/to"), near(server))
        assert len(server.requests) == server.accepted == 4
    sent = {line.partition(":")[0].lower() for head in server.requests for line in head.splitlines()[1:] if line}
    assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_the_environment_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with Loopback({"/a": page()}) as server, Loopback({}) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url("/"))
        monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
        assert fetch(server.url("/a"), near(server)).status == 200
        assert proxy.accepted == 0
        monkeypatch.delenv("SSL_CERT_FILE")
        with httpx.Client() as naive:
            assert naive.get(server.url("/a")).status_code == 404
        assert proxy.accepted == 1


def test_bodies_are_decompressed_and_broken_ones_told() -> None:
    packed = gzip.compress(BODY)
    answers = {
        "/gzip": page(packed, Content_Encoding="gzip"),
        "/chunked": sends(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + b"".join(b"1\r\n%c\r\n" % c for c in BODY)
            + b"0\r\n\r\n"
        ),
        "/until-close": sends(b"HTTP/1.0 200 OK\r\n\r\n" + BODY),
        "/longer": page(BODY, Content_Length=str(len(BODY) - 4)),
    }
    broken = {
        "/short": (page(BODY, Content_Length="900"), Unread.TRUNCATED),
        "/cut-chunk": (sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>"), Unread.TRUNCATED),
        "/no-last-chunk": (
            sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n"),
            Unread.TRUNCATED,
        ),
        "/cut-gzip": (page(packed[:-3], Content_Encoding="gzip"), Unread.TRUNCATED),
        "/no-gzip": (page(BODY, Content_Encoding="gzip"), Unread.ENCODING),
        "/brotli": (page(BODY, Content_Encoding="br"), Unread.ENCODING),
        "/two-headers": (
            sends(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\n" + packed),
            Unread.ENCODING,
        ),
        "/nothing": (sends(b""), Unread.NOT_HTTP),
        "/ssh": (sends(b"SSH-2.0-OpenSSH_9.7\r\n"), Unread.NOT_HTTP),
        "/half-a-head": (sends(b"HTTP/1.1 200 OK\r\nContent-"), Unread.NOT_HTTP),
        "/http2": (sends(b"HTTP/2 200\r\n\r\n"), Unread.NOT_HTTP),
        "/large-head": (sends(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n"), Unread.NOT_HTTP),
        "/many-headers": (sends(b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 60_000 + b"\r\n"), Unread.NOT_HTTP),
        "/two-lengths": (
            sends(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
            Unread.NOT_HTTP,
        ),
        "/upgrade": (sends(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"), Unread.NOT_HTTP),
        "/large": (page(b"x" * (LIMITS.wire + 1)), Unread.TOO_LARGE),
        "/too-large": (page(gzip.compress(b"x" * (LIMITS.decoded + 1)), Content_Encoding="gzip"), Unread.TOO_LARGE),
        "/404": (page(status="404 Not Found"), Unread.STATUS),
        "/206": (page(status="206 Partial Content"), Unread.STATUS),
        "/403": (page(status="403 Forbidden"), Unread.BLOCKED),
        "/999": (page(status="999 Denied"), Unread.STATUS),
    }
    with Loopback(answers | {path: answer for path, (answer, _) in broken.items()}) as server:
        got = {path: fetch(server.url(path), near(server)).body for path in answers}
        assert got == dict.fromkeys(answers, BODY) | {"/longer": BODY[:-4]}
        reasons = {path: failure(server.url(path), near(server)).reason for path in broken}
    assert reasons == {path: reason for path, (_, reason) in broken.items()}


# --- redirects -------------------------------------------------------------------------------------------


def test_redirects_are_followed_and_their_bodies_left_unread() -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 301 Moved\r\nLocation: /b\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            writer.write(b"10000\r\n" + bytes(0x10000) + b"\r\n")
            await writer.drain()

    with Loopback({"/a": endless, "/b": redirect("c"), "/c": page()}) as server:
        got = fetch(server.url("/a"), near(server))
    assert [(hop.url.rpartition("/")[2], hop.status) for hop in got.hops] == [("a", 301), ("b", 302), ("c", 200)]
    assert (got.url, got.final_url) == (server.url("/a"), server.url("/c"))


def test_redirects_end() -> None:
    answers = {f"/{number}": redirect(f"/{number + 1}") for number in range(40)}
    with Loopback(answers | {"/10": page(), "/round": redirect("/about"), "/about": redirect("/round")}) as server:
        assert fetch(server.url("/0"), near(server)).final_url == server.url("/10")
        assert failure(server.url("/11"), near(server)).reason is Unread.REDIRECTS
        assert len(server.requests) == 11 + 11
        error = failure(server.url("/round"), near(server))
    assert error.reason is Unread.REDIRECTS
    assert [hop.url for hop in error.hops] == [server.url("/round"), server.url("/about")]


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1:70/", "data:text/html,a", "javascript:1",
        "http:\\\\127.0.0.1", "//user:pw@127.0.0.1/", "http://127.0.0.1:22/", "http://127.0.0.1/", "http://[::1]/",
        "http://2130706434/", "http://[::ffff:127.0.0.2]/", "http://169.254.169.254/latest/", "unix:/run/docker.sock",
        "http://", "//", "http://[", "\x00", "http://%31%32%37.1/",
    ],
)  # fmt: skip
def test_redirects_lead_to_no_other_place(monkeypatch: pytest.MonkeyPatch, location: str) -> None:
    with Loopback({"/a": redirect(location)}) as server:
        dialler = recorder(monkeypatch, server.port)
        error = failure(server.url("/a"), near(server))
    assert error.reason in {Unread.REFUSED, Unread.NOT_HTTP}
    assert (error.reason is Unread.NOT_HTTP) == ("\0" in location)
    assert dialler.dialled == []


# --- addresses -------------------------------------------------------------------------------------------


def test_no_refused_address_is_ever_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address as a host, as a name, beside a public one, and behind one redirect or three."""
    steps = {f"/{deep}/{place}": f"/{deep - 1}/{place}" for deep in (2, 3) for place in range(len(REFUSED))}
    hosts = [f"[{address}]" if ":" in address else address for address in REFUSED]
    ends = {f"/1/{place}": f"http://{host}/" for place, host in enumerate(hosts)}
    with Loopback({path: redirect(location) for path, location in (steps | ends).items()}) as server:
        dialler = recorder(monkeypatch, server.port)

        async def run() -> set[Unread | None]:
            found = {await outcome(f"http://{host}/") for host in (*hosts, *DISGUISED)}
            for path in ends:
                found.add(await outcome(server.url(path), near(server)))
                found.add(await outcome(server.url(path.replace("1", "3", 1)), near(server)))
            for address in REFUSED:
                for answer in ([address], ["93.184.216.34", address], [address, "2606:2800:220:1::1"]):
                    names(monkeypatch, answer)
                    found.add(await outcome("https://name.test/"))
            return found

        assert asyncio.run(run()) == {Unread.REFUSED}
    assert dialler.dialled == []


def test_public_addresses_are_dialled_as_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in PUBLIC:
        dialler = recorder(monkeypatch)
        resolver = names(monkeypatch, [address])
        error = failure("https://name.test/")
        assert error.reason is Unread.UNREACHABLE
        assert (resolver.asked, dialler.dialled) == (["name.test"], [address])


def test_a_second_address_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    dialler = recorder(monkeypatch)
    names(monkeypatch, ["2606:2800:220:1::1", "93.184.216.34"] * 2)
    failure("http://name.test/")
    assert dialler.dialled == ["2606:2800:220:1::1", "93.184.216.34"]
    with Loopback({"/a": page()}) as server:
        recorder(monkeypatch, server.port)
        names(monkeypatch, ["::1", "127.0.0.9", HOST])
        assert fetch(server.url("/a", host=NAME), near(server)).body == BODY


def test_ipv6() -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    with Loopback({"/a": page()}, host="::1") as server:
        assert fetch(f"http://[::1]:{server.port}/a", near(server)).body == BODY
        assert failure(f"http://[::1]:{server.port}/a").reason is Unread.REFUSED


def test_who_answers_must_be_who_was_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    class Diverted(Recorder):
        async def connect_tcp(
            self, host: str, port: int, *rest: object, **named: object
        ) -> httpcore.AsyncNetworkStream:
            del host, port, rest, named
            return await httpcore.AnyIOBackend().connect_tcp(HOST, server.port)

    with Loopback({"/": page()}) as server:
        monkeypatch.setattr(door, "_DIALLER", Diverted())
        error = failure("http://93.184.216.34/")
        assert server.requests == []
    assert error.reason is Unread.REFUSED


@pytest.mark.parametrize(
    "answer",
    [(), socket.gaierror(socket.EAI_NONAME, "not known"), socket.gaierror(socket.EAI_AGAIN, "later"), OSError("x")],
)
def test_names_without_an_address(monkeypatch: pytest.MonkeyPatch, answer: Sequence[str] | OSError) -> None:
    names(monkeypatch, answer)
    assert failure("https://name.test/").reason is Unread.DNS
