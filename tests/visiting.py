"""Stand-ins for the system's resolver and for what dials, and the visits that tests make with them."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING

import httpcore
import pytest
from loopback import HOST

from licensecheck import fetch as door
from licensecheck.errors import FetchError
from licensecheck.fetch import fetch, fetch_async
from licensecheck.visits import LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loopback import Loopback

    from licensecheck.terms import Unread

NAME = "site.test"


class Names:
    """Stands for the system's resolver: gives the answers in turn, the last for ever, and counts the questions."""

    def __init__(self, *answers: Sequence[str] | OSError | float) -> None:
        """Each answer is a row of addresses, an error, or the seconds that it takes to fail."""
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int | None, *_: object, **__: object) -> list[tuple[object, ...]]:
        """What `socket.getaddrinfo` gives."""
        if host[0].isdigit() or ":" in host:
            return [self._entry(host, port)]
        self.asked.append(host)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, float):
            time.sleep(answer)
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        if isinstance(answer, OSError):
            raise answer
        return [self._entry(address, port) for address in answer]

    @staticmethod
    def _entry(address: str, port: int | None) -> tuple[object, ...]:
        if ":" in address:
            return (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port or 0, 0, 0))
        return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 0))


class Recorder(httpcore.AsyncNetworkBackend):
    """Stands for the dialler: notes every address, and connects to none but the servers of the test."""

    def __init__(self, *open_ports: int) -> None:
        """`open_ports` are those of the servers, on 127.0.0.1."""
        self.dialled: list[str] = []
        self._open_ports = open_ports

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's signature)
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Note and refuse."""
        if (host, port) in {(HOST, each) for each in self._open_ports}:
            return await httpcore.AnyIOBackend().connect_tcp(host, port, timeout, local_address, socket_options)
        self.dialled.append(host)
        raise httpcore.ConnectError("this is a test")


def names(monkeypatch: pytest.MonkeyPatch, *answers: Sequence[str] | OSError | float) -> Names:
    resolver = Names(*answers)
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    return resolver


def recorder(monkeypatch: pytest.MonkeyPatch, *open_ports: int) -> Recorder:
    dialler = Recorder(*open_ports)
    monkeypatch.setattr(door, "_DIALLER", dialler)
    return dialler


def near(server: Loopback, authorities: str | None = None) -> Limits:
    """Limits that let the server of a test be visited."""
    private = frozenset({f"{HOST}:{server.port}", f"{NAME}:{server.port}", f"[::1]:{server.port}"})
    return LIMITS._replace(private=private, authorities=authorities)


def failure(url: str, limits: Limits = LIMITS) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, limits)
    return caught.value


async def outcome(url: str, limits: Limits = LIMITS) -> Unread | None:
    """The reason for which an address is not fetched, `None` if it is."""
    try:
        await fetch_async(url, limits)
    except FetchError as error:
        return error.reason
    return None
