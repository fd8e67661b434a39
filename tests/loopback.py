"""Servers on this machine for the tests that fetch, and the guard that keeps those tests on this machine."""

from __future__ import annotations

import asyncio
import sys
import threading
from contextlib import AbstractContextManager, contextmanager, suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
    from types import TracebackType

    Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]

HOST = "127.0.0.1"
T = TypeVar("T")
_HANDSHAKE = b"\x16"  # how TLS begins


class Loopback(AbstractContextManager["Loopback"]):
    """A server in a thread of its own that answers each path by its coroutine; keeps the heads of all requests."""

    def __init__(self, answers: Mapping[str, Answer], *, tls: ssl.SSLContext | None = None, host: str = HOST) -> None:
        """Prepare it; entering the context starts it."""
        self.answers = dict(answers)
        self.requests: list[str] = []
        self.accepted = 0
        self._writers: list[asyncio.StreamWriter] = []
        self._serving: set[asyncio.Task[object] | None] = set()
        self.port = 0
        self._tls = tls
        self._host = host
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def url(self, path: str, *, scheme: str = "http", host: str | None = None) -> str:
        """The address of a path."""
        return f"{scheme}://{host or self._host}:{self.port}{path}"

    def __enter__(self) -> Self:
        """Start serving."""
        self._thread.start()
        self._server = self._run(asyncio.start_server(self._serve, self._host, 0, ssl=self._tls, backlog=256))
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up on everyone."""
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, task: Coroutine[object, object, T]) -> T:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(10)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.accepted += 1
        self._writers.append(writer)
        self._serving.add(asyncio.current_task())
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            first = await reader.readexactly(1)
            if first == _HANDSHAKE:
                await page(status="400 Bad Request")(writer)
            else:
                head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                self.requests.append(head)
                await self.answers.get(head.split()[1].partition("?")[0], missing)(writer)
            await writer.drain()
        writer.close()

    async def _stop(self) -> None:
        await asyncio.sleep(0.01)  # Python 3.11 loses a connection that is accepted while the server closes
        self._server.close()
        while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in tasks & self._serving:  # the others are connections in the making, and done in a moment
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.sleep(0)


def sends(data: bytes) -> Answer:
    """Answers with these bytes."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return answer


def response(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole response; `_` in a header's name stands for `-`."""
    fields = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items() if value)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def page(body: bytes = b"<p>A page.</p>", status: str = "200 OK", **headers: str) -> Answer:
    """Answers with a page."""
    return sends(response(body, status, **headers))


def redirect(location: str, body: bytes = b"", **headers: str) -> Answer:
    """Answers with a redirect."""
    return page(body, "302 Found", Location=location, **headers)


missing = page(b"<p>No such page.</p>", "404 Not Found")


# --- the guard -------------------------------------------------------------------------------------------


class StrayTrafficError(BaseException):
    """A test was about to leave this machine."""


_guarding = False
strays: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse connections to and look-ups of anything but this machine (PEP 578)."""
    if not _guarding or event not in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        return
    target = arguments[1] if event != "socket.getaddrinfo" else arguments
    host = target[0] if isinstance(target, tuple) else None
    if isinstance(host, str) and not _is_here(host):
        strays.append(f"{event} {host}")
        raise StrayTrafficError(host)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(_watch)


@contextmanager
def kept_here() -> Iterator[None]:
    """Nothing in here may look up a name or connect to anything but this machine."""
    global _guarding  # noqa: PLW0603 (an audit hook cannot be taken out again)
    strays.clear()
    _guarding = True
    try:
        yield
    finally:
        _guarding = False
    assert strays == []
