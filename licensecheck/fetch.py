"""The one door to the network: fetches a page from a public address, within limits, and opens no other connection.

A name is looked up once, all its addresses are judged, and one of those is dialled, so that nobody can swap it in
between. TLS is verified against the name. httpx's client is left out, as it reads the bodies of redirects, keeps
cookies and believes the environment; its decoders are, as they decompress without a bound; its timeouts are, as none
of them ends a slow drip.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections import deque
from concurrent.futures import Future
from contextlib import aclosing, contextmanager
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING

import httpcore
import httpx

from licensecheck.addresses import dial_order, is_literal
from licensecheck.bodies import Body
from licensecheck.errors import FetchError, UsageError
from licensecheck.terms import Unread
from licensecheck.urls import Url, read_url
from licensecheck.visits import LIMITS, Fetched, Hop, Limits, admit, admit_addresses, onward, request_headers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

# Names that are looked up at the same time: one whose server never answers holds its thread for half a minute.
_LOOK_UPS = 64
# How many addresses of a host are dialled before it counts as unreachable.
_DIALLED = 4
_DIALLER = httpcore.AnyIOBackend()


def fetch(url: str, limits: Limits = LIMITS) -> Fetched:
    """What `fetch_async` gives, for callers without an event loop."""
    return asyncio.run(fetch_async(url, limits))


async def fetch_async(url: str, limits: Limits = LIMITS) -> Fetched:
    """The page at an http(s) address, redirects followed.

    Raises `FetchError` with the reason if it could not be had whole, and `UsageError` if the limits make no sense.
    """
    hops: list[Hop] = []
    try:
        async with _Door(limits) as door:
            return await _visit(door, read_url(url), hops)
    except FetchError as error:
        error.hops = tuple(hops)
        raise


async def _visit(door: _Door, url: Url, hops: list[Hop]) -> Fetched:
    """Follow redirects from an address to its page; notes each hop."""
    first, limits = url, door.limits
    headers = request_headers(limits)
    while True:
        admit(url, limits)
        answer = await door.handle_async_request(httpx.Request("GET", url.text, headers=headers))
        async with aclosing(answer):
            hops.append(Hop(url.text, answer.status_code))
            further = onward(hops, answer.headers.get("location"), limits)
            if further is None:
                return Fetched(
                    url=first.text,
                    final_url=url.text,
                    status=answer.status_code,
                    headers=tuple(answer.headers.multi_items()),
                    content_type=next(reversed(answer.headers.get_list("content-type")), None),
                    body=await _body(answer, limits),
                    hops=tuple(hops),
                )
        url = further


async def _body(answer: httpx.Response, limits: Limits) -> bytes:
    body = Body(answer.headers.get_list("content-encoding", split_commas=True), limits)
    async for chunk in answer.aiter_raw():
        body.take(chunk)
    return body.whole()


# --- connections -----------------------------------------------------------------------------------------


class _Door(httpx.AsyncBaseTransport):
    """httpx's transport for one visit: no connection outlives it or is used twice."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._pool = _pool(limits)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the answer's body is still to come."""
        url = request.url
        asked = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with _told(_HEAD_FAILURES):
            answer = await self._pool.handle_async_request(
                httpcore.Request(request.method, asked, headers=request.headers.raw)
            )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Arriving(answer))

    async def aclose(self) -> None:
        """Close what is open."""
        await self._pool.aclose()


class _Arriving(httpx.AsyncByteStream):
    """A body on its way, as it comes over the wire."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _told(_BODY_FAILURES):
            async for chunk in self._answer.aiter_stream():
                yield chunk

    async def aclose(self) -> None:
        """Stop here; what is left of the body is not read."""
        await self._answer.aclose()


def _pool(limits: Limits) -> httpcore.AsyncConnectionPool:
    """Connections for one visit, through the proxy if there is one."""
    trusted = _trusted(limits.authorities)
    if limits.proxy is None:
        return httpcore.AsyncConnectionPool(trusted, network_backend=_Backend(limits))
    proxy, login = _proxy(limits.proxy)
    return httpcore.AsyncHTTPProxy(
        httpcore.URL(scheme=proxy.scheme, host=proxy.host, port=proxy.port, target="/"),
        proxy_auth=login,
        ssl_context=trusted,
        proxy_ssl_context=trusted if proxy.scheme == "https" else None,
        network_backend=_Backend(limits, (proxy.host, proxy.port)),
    )


def _proxy(written: str) -> tuple[Url, tuple[bytes, bytes] | None]:
    """A proxy's address, and name and password if it has them; raises `UsageError` for what is no HTTP proxy."""
    try:
        proxy = httpx.Proxy(written)
        return read_url(str(proxy.url)), proxy.raw_auth
    except (httpx.InvalidURL, FetchError, ValueError):
        raise UsageError(f"{written!r} is no address of a proxy, such as http://proxy.example:3128") from None


@lru_cache(maxsize=4)
def _trusted(authorities: str | None) -> ssl.SSLContext:
    """The certificate authorities that are trusted, whatever the environment says; loading them takes 20 ms."""
    context = httpx.create_ssl_context(trust_env=False)
    if authorities:
        context.load_verify_locations(authorities)
    return context


class _Allowance:
    """What is left of a visit: seconds until its deadline, bytes to come."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._deadline = time.monotonic() + limits.seconds
        self._bytes = limits.wire

    def seconds(self, most: float | None = None) -> float:
        """How long the next step may take, `most` at the most; raises `FetchError` (`timeout`) if no time is left."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise FetchError(Unread.TIMEOUT, f"the page was not there after {self._limits.seconds:g} s")
        return left if most is None else min(left, most)

    def take(self, size: int) -> None:
        """Count what has arrived; raises `FetchError` (`too-large`)."""
        self._bytes -= size
        if self._bytes < 0:
            raise FetchError(Unread.TOO_LARGE, f"more than {self._limits.wire:,} bytes were sent")


class _Backend(httpcore.AsyncNetworkBackend):
    """Makes the connections: judges every address before it dials one, and holds each step to what is left."""

    def __init__(self, limits: Limits, proxy: tuple[str, int] | None = None) -> None:
        self._limits = limits
        self._proxy = proxy
        self._allowance = _Allowance(limits)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 (httpcore's signature; the allowance stands for it)
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to an address of the host; raises `FetchError` if the name or an address is refused."""
        addresses = await self._addresses(host)
        if (host, port) != self._proxy:
            admit_addresses(host, port, addresses, self._limits)
        chosen = dial_order(addresses)[:_DIALLED]
        for address in chosen:
            patience = self._allowance.seconds(self._limits.connecting / len(chosen))
            try:
                stream = await _DIALLER.connect_tcp(address, port, patience, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if address == chosen[-1]:
                    raise
            else:
                await _check_peer(stream, address)
                return _Stream(stream, self._allowance)
        raise FetchError(Unread.DNS, f"{host} has no address")

    async def _addresses(self, host: str) -> tuple[str, ...]:
        """The addresses of a host, looked up once."""
        if is_literal(host):
            return (host,)
        answer = asyncio.wrap_future(_RESOLVER.look_up(host))
        try:
            return await asyncio.wait_for(answer, self._allowance.seconds(self._limits.resolving))
        except TimeoutError:
            raise FetchError(Unread.DNS, f"looking up {host} took too long") from None
        except (OSError, UnicodeError) as error:
            raise FetchError(Unread.DNS, f"{host} has no address ({error})") from error


async def _check_peer(stream: httpcore.AsyncNetworkStream, address: str) -> None:
    """Raise `FetchError` (`refused-address`) if the connection leads elsewhere than to the address that was dialled."""
    peer = stream.get_extra_info("server_addr")
    if not peer or ip_address(peer[0]) != ip_address(address):
        await stream.aclose()
        raise FetchError(Unread.REFUSED, f"dialled {address} and reached another address")


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that ends at the deadline of the visit, however its bytes are spread."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, allowance: _Allowance) -> None:
        self._inner = inner
        self._allowance = allowance

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 (httpcore's signature)
        """What has arrived."""
        arrived = await self._inner.read(max_bytes, self._allowance.seconds(timeout))
        self._allowance.take(len(arrived))
        return arrived

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 (httpcore's signature)
        """Send."""
        await self._inner.write(buffer, self._allowance.seconds(timeout))

    async def aclose(self) -> None:
        """Hang up."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's signature)
    ) -> _Stream:
        """The same connection, encrypted, with a host that has proved its name."""
        try:
            inner = await self._inner.start_tls(ssl_context, server_hostname, self._allowance.seconds(timeout))
        except httpcore.ConnectError as error:
            raise FetchError(Unread.TLS, f"{server_hostname}: {error}") from error
        return _Stream(inner, self._allowance)

    def get_extra_info(self, info: str) -> object:
        """What is known of the connection."""
        return self._inner.get_extra_info(info)


# --- names -----------------------------------------------------------------------------------------------


class _Resolver:
    """Looks names up in threads of its own, which end when nothing is left to do.

    In the event loop's pool, of six threads, a dozen names whose servers never answer make honest hosts unreachable.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pending: dict[str, Future[tuple[str, ...]]] = {}
        self._waiting: deque[str] = deque()
        self._threads = 0

    def look_up(self, host: str) -> Future[tuple[str, ...]]:
        """The addresses that a name will turn out to have, or an `OSError`; asked once for all who ask meanwhile."""
        with self._lock:
            if host in self._pending:
                return self._pending[host]
            future = self._pending[host] = Future()
            future.set_running_or_notify_cancel()  # whoever gives up waiting does so for itself
            self._waiting.append(host)
            if self._threads < _LOOK_UPS:
                self._threads += 1
                threading.Thread(target=self._work, daemon=True).start()
            return future

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._threads -= 1
                    return
                host = self._waiting.popleft()
            try:
                found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
                answer = tuple(dict.fromkeys(str(each[4][0]) for each in found))
            except BaseException as error:  # noqa: BLE001 (whoever waits for the answer has to have it)
                self._taken(host).set_exception(error)
            else:
                self._taken(host).set_result(answer)

    def _taken(self, host: str) -> Future[tuple[str, ...]]:
        with self._lock:
            return self._pending.pop(host)


_RESOLVER = _Resolver()


# --- failures --------------------------------------------------------------------------------------------

# What an exception means before the answer's header is complete, and after; the first that fits.
_HEAD_FAILURES: tuple[tuple[type[Exception], Unread], ...] = (
    (httpcore.TimeoutException, Unread.TIMEOUT),
    (httpcore.ProtocolError, Unread.NOT_HTTP),
    (ssl.SSLError, Unread.TLS),
    (httpcore.NetworkError, Unread.UNREACHABLE),
    (httpcore.ProxyError, Unread.UNREACHABLE),
    (OSError, Unread.UNREACHABLE),
)
_BODY_FAILURES: tuple[tuple[type[Exception], Unread], ...] = (
    (httpcore.TimeoutException, Unread.TIMEOUT),
    (httpcore.ProtocolError, Unread.TRUNCATED),
    (httpcore.NetworkError, Unread.TRUNCATED),
    (OSError, Unread.TRUNCATED),
)


@contextmanager
def _told(failures: tuple[tuple[type[Exception], Unread], ...]) -> Iterator[None]:
    """Raise what fails here as `FetchError`."""
    try:
        yield
    except tuple(kind for kind, _ in failures) as error:
        reason = next(reason for kind, reason in failures if isinstance(error, kind))
        raise FetchError(reason, str(error) or type(error).__name__) from error
