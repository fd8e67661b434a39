"""Whatever a server sends, and however slowly, a visit ends in time, within memory, and with its reason."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import subprocess
import sys
import time
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from loopback import HOST, Loopback, kept_here, page, redirect, sends

from licensecheck.errors import FetchError
from licensecheck.fetch import fetch_async
from licensecheck.terms import Unread
from licensecheck.visits import LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loopback import Answer

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 1.0
LATE = 1.0  # how far behind its deadline a visit may end
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
LONG = HEAD + b"Content-Length: 1000000\r\n\r\n"
OPEN = HEAD + b"\r\n"  # until the connection ends


@pytest.fixture(autouse=True)
def _here() -> Iterator[None]:
    with kept_here():
        yield


def near(server: Loopback, seconds: float = LIMITS.seconds) -> Limits:
    return LIMITS._replace(private=frozenset({f"{HOST}:{server.port}"}), seconds=seconds)


async def outcome(url: str, limits: Limits) -> tuple[Unread | None, float]:
    """The reason for which an address is not fetched, `None` if it is, and after how many seconds that was clear."""
    start = time.monotonic()
    try:
        await fetch_async(url, limits)
    except FetchError as error:
        return error.reason, time.monotonic() - start
    return None, time.monotonic() - start


# --- slow shapes -----------------------------------------------------------------------------------------


def drips(first: bytes, again: bytes, every: float, times: int = 1_000) -> Answer:
    """Answers at once with something, then with the same little thing again and again."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        for _ in range(times):
            writer.write(again)
            await writer.drain()
            await asyncio.sleep(every)

    return answer


def stalls(first: bytes) -> Answer:
    """Answers with something, and then with nothing for a long time."""
    return drips(first, b"", 1_000.0)


DEFLATED = gzip.compress(bytes(range(256)) * 400)
PACKED = HEAD + b"Content-Encoding: gzip\r\n\r\n"
STALLS = {
    "before anything": b"",
    "in the status line": b"HTTP/1.1 20",
    "behind the status line": b"HTTP/1.1 200 OK\r\n",
    "in a header": HEAD + b"X-A: ",
    "behind a header": HEAD,
    "behind 100": b"HTTP/1.1 100 Continue\r\n\r\n",
    "behind 103": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
    "behind the head": LONG,
    "behind the head of an open end": OPEN,
    "in a body": LONG + b"<p>A",
    "in an open end": OPEN + b"<p>A page.</p>",
    "before a chunk": CHUNKED,
    "in the size of a chunk": CHUNKED + b"ff",
    "in a chunk": CHUNKED + b"ff\r\n<p>",
    "behind a chunk": CHUNKED + b"3\r\n<p>\r\n",
    "behind the last chunk": CHUNKED + b"3\r\n<p>\r\n0\r\n",
    "in a trailer": CHUNKED + b"3\r\n<p>\r\n0\r\nX-A: ",
    "before gzip": PACKED,
    "in gzip": PACKED + DEFLATED[:50],
    "in an error": b"HTTP/1.1 500 Oh\r\nX-A:",
    "in a redirect": b"HTTP/1.1 302 Found\r\nLocation: /",
}
DRIPS = {
    "status line": (b"", b"H"),
    "header name": (HEAD, b"x"),
    "header value": (HEAD + b"X-A: ", b"x"),
    "headers": (HEAD, b"X-A: x\r\n"),
    "reason": (b"HTTP/1.1 200 O", b"K"),
    "100": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "102": (b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
    "103": (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
    "body": (LONG, b"x"),
    "open end": (OPEN, b"x"),
    "lines": (OPEN, b"<p>x</p>\n"),
    "comments": (OPEN, b"<!-- -->"),
    "chunks of a byte": (CHUNKED, b"1\r\nx\r\n"),
    "the size of a chunk": (CHUNKED, b"0"),
    "the extension of a chunk": (CHUNKED + b"1;a=", b"x"),
    "inside a chunk": (CHUNKED + b"fffff\r\n", b"x"),
    "trailers": (CHUNKED + b"0\r\n", b"X-A: x\r\n"),
    "gzip": (PACKED + DEFLATED[:20], b"\0"),
}
INTERVALS = (0.05, 0.3)
SLOW: dict[str, Answer] = {f"stalls {where}": stalls(first) for where, first in STALLS.items()}
SLOW |= {f"drips {what}, {every} s": drips(*parts, every) for what, parts in DRIPS.items() for every in INTERVALS}
SLOW |= {
    "a redirect to a stall": redirect("/stall"),
    "three redirects to a drip": redirect("/2"),
    "waits just too long": drips(b"", b"", SECONDS + 0.4, 1),
}


def slowly_on(location: str) -> Answer:
    """Redirects, in its own time."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        await redirect(location)(writer)

    return answer


SLOW["redirects, each after 0.3 s"] = slowly_on("/r1")
SLOW["redirects, the last one to a page too late"] = slowly_on("/r6")
BEHIND: dict[str, Answer] = {f"/r{number}": slowly_on(f"/r{number + 1}") for number in range(1, 9)}
BEHIND |= {"/2": redirect("/3"), "/3": redirect("/drip"), "/drip": drips(LONG, b"x", 0.1), "/stall": stalls(LONG)}
# How a few of them end otherwise: no server begins so.
ENDS = {"drips status line, 0.05 s": {Unread.NOT_HTTP, Unread.TIMEOUT}}
PATHS = {name: f"/slow/{number}" for number, name in enumerate(SLOW)}


def test_slow_pages_end_at_the_deadline() -> None:
    assert len(SLOW) >= 60
    with Loopback({PATHS[name]: answer for name, answer in SLOW.items()} | BEHIND) as server:

        async def run() -> list[tuple[Unread | None, float]]:
            return await asyncio.gather(*(outcome(server.url(path), near(server, SECONDS)) for path in PATHS.values()))

        found = dict(zip(PATHS, asyncio.run(run()), strict=True))
    wrong = {name: got for name, got in found.items() if got[0] not in ENDS.get(name, {Unread.TIMEOUT})}
    assert wrong == {}
    late = {name: took for name, (_, took) in found.items() if took > SECONDS + LATE}
    assert late == {}


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_who_picks_up_and_says_nothing(scheme: str) -> None:
    with socket.create_server((HOST, 0)) as silent:
        port = silent.getsockname()[1]
        limits = LIMITS._replace(private=frozenset({f"{HOST}:{port}"}), seconds=SECONDS)
        reason, took = asyncio.run(outcome(f"{scheme}://{HOST}:{port}/", limits))
    assert reason is Unread.TIMEOUT
    assert took < SECONDS + LATE


FLOODS: dict[str, tuple[bytes, bytes, set[Unread]]] = {
    "100": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 500, {Unread.TOO_LARGE, Unread.TIMEOUT}),
    "103": (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 300, {Unread.TOO_LARGE, Unread.TIMEOUT}),
    "chunks of a byte": (CHUNKED, b"1\r\nx\r\n" * 2_000, {Unread.TOO_LARGE, Unread.TIMEOUT}),
    "a body": (OPEN, bytes(50_000), {Unread.TOO_LARGE}),
    "chunks": (CHUNKED, b"8000\r\n" + bytes(0x8000) + b"\r\n", {Unread.TOO_LARGE}),
    "one header": (HEAD + b"X-A: ", b"x" * 10_000, {Unread.NOT_HTTP}),
    "headers": (HEAD, b"X-A: x\r\n" * 1_000, {Unread.NOT_HTTP}),
    "a trailer": (CHUNKED + b"0\r\nX-A: ", b"x" * 10_000, {Unread.TRUNCATED}),
    "the size of a chunk": (CHUNKED, b"0" * 10_000, {Unread.TRUNCATED}),
}


@pytest.mark.parametrize("what", FLOODS)
def test_floods_end_as_well(what: str) -> None:
    first, again, reasons = FLOODS[what]
    with Loopback({"/": drips(first, again, 0.0, 100_000)}) as server:
        reason, took = asyncio.run(outcome(server.url("/"), near(server, 2 * SECONDS)))
    assert reason in reasons
    assert took < 2 * SECONDS + LATE


@pytest.mark.parametrize("what", ["drips body, 0.3 s", "drips header value, 0.3 s", "drips 103, 0.3 s"])
def test_control_no_timeout_of_the_client_ends_a_drip(what: str) -> None:
    first, again = DRIPS[what.removeprefix("drips ").removesuffix(", 0.3 s")]
    with Loopback({"/": drips(first, again, 0.3, 7)}) as server:
        start = time.monotonic()
        with httpx.Client(trust_env=False, timeout=0.8) as naive, pytest.raises(httpx.RemoteProtocolError):
            naive.get(server.url("/"))
        assert time.monotonic() - start > 2.0


# --- bombs -----------------------------------------------------------------------------------------------

MEGABYTES = (12, 50, 200, 500)
FILLINGS = (b"\0", b" ", b"<p>", b"<div class='a'>")


@cache
def bomb(filling: bytes, megabytes: int, wbits: int) -> bytes:
    """A compressed row of so many megabytes, without its end: blocks that mean the same wherever they stand."""
    head = zlib.compressobj(9, wbits=wbits)
    start = head.compress(b"<html>") + head.flush(zlib.Z_FULL_FLUSH)
    block = zlib.compressobj(9, wbits=-15)
    middle = block.compress((filling * 1_048_576)[:1_048_576]) + block.flush(zlib.Z_FULL_FLUSH)
    return start + middle * megabytes


def bombs() -> Iterator[tuple[Answer, Unread | None]]:
    """Answers, each with the reason it must end in."""
    for filling in FILLINGS:
        for megabytes in MEGABYTES:
            yield page(bomb(filling, megabytes, 31), Content_Encoding="gzip"), Unread.TOO_LARGE
    for megabytes in MEGABYTES:
        yield page(bomb(b"\0", megabytes, 15), Content_Encoding="deflate"), Unread.TOO_LARGE
        yield page(bomb(b"\0", megabytes, -15), Content_Encoding="deflate"), Unread.TOO_LARGE
        yield page(bomb(b"\0", megabytes, 31), Content_Encoding="x-gzip"), Unread.TOO_LARGE
    large, twice = bomb(b"\0", 200, 31), gzip.compress(bomb(b"\0", 500, 31))
    for codings in ("gzip, gzip", "gzip,gzip,gzip", "deflate, gzip", "gzip, br", "br, gzip", ", ".join(["gzip"] * 900)):
        yield page(twice, Content_Encoding=codings), Unread.ENCODING
    for coding in ("br", "zstd", "compress", "lzma", "dcb"):
        yield page(large, Content_Encoding=coding), Unread.ENCODING
    for status in ("302 Found", "308 Permanent Redirect"):
        yield page(large, status, Content_Encoding="gzip", Location="/page"), None
    yield redirect("/page", twice, Content_Encoding="gzip, gzip"), None
    for status in ("404 Not Found", "500 Oh", "206 Partial Content"):
        yield page(large, status, Content_Encoding="gzip"), Unread.STATUS
    yield page(large, "403 Forbidden", Content_Encoding="gzip"), Unread.BLOCKED
    yield sends(HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + large), Unread.NOT_HTTP


VISITOR = """
import json, sys, time
from licensecheck.errors import FetchError
from licensecheck.fetch import fetch
from licensecheck.visits import LIMITS
private, small, *urls = json.loads(sys.stdin.read())
limits = LIMITS._replace(private=frozenset({private}))
def visit(url):
    start = time.monotonic()
    try:
        fetch(url, limits)
        return None, time.monotonic() - start
    except FetchError as error:
        return error.reason, time.monotonic() - start
visit(small)
before = peak()
print(json.dumps([[visit(url) for url in urls], peak() - before]))
"""
NAIVE = """
import json, sys, httpx
_, small, url = json.loads(sys.stdin.read())
client = httpx.Client(trust_env=False, follow_redirects=True)
client.get(small)
before = peak()
with client.stream("GET", url) as answer:
    next(answer.iter_raw())
print(peak() - before)
"""


# The most memory that a process has held, in kilobytes; `ru_maxrss` would begin with that of the process before it.
PEAK = """
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
"""


def visited(script: str, server: Loopback, *paths: str) -> str:
    """What a process of its own says that visits a small page, then these."""
    given = json.dumps([f"{HOST}:{server.port}", *map(server.url, ("/page", *paths))])
    command = [sys.executable, "-c", PEAK + script]
    return subprocess.run(command, input=given, cwd=ROOT, capture_output=True, check=True, text=True).stdout


def test_bombs_take_little_time_and_memory() -> None:
    answers = {f"/{number}": shape for number, shape in enumerate(bombs())}
    assert len(answers) >= 40
    with Loopback({"/page": page()} | {path: answer for path, (answer, _) in answers.items()}) as server:
        found, growth = json.loads(visited(VISITOR, server, *answers))
    assert [reason for reason, _ in found] == [reason for _, reason in answers.values()]
    assert max(took for _, took in found) < 2.0  # 0.2 s on a machine that does nothing else
    assert growth <= 64 * 1024  # kilobytes


def test_control_the_client_inflates_the_bodies_of_redirects() -> None:
    bomb_in_redirect = page(bomb(b"\0", 200, 31), "302 Found", Content_Encoding="gzip", Location="/page")
    with Loopback({"/page": page(), "/bomb": bomb_in_redirect}) as server:
        assert int(visited(NAIVE, server, "/bomb")) > 128 * 1024
