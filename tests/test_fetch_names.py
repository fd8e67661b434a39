"""Names that change their address between two questions, and names that never answer."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from address_vectors import PUBLIC, REFUSED
from loopback import HOST, Loopback, kept_here, page, redirect
from visiting import NAME, Names, failure, names, near, outcome, recorder

from licensecheck.addresses import refusal
from licensecheck.fetch import fetch, fetch_async
from licensecheck.terms import Unread
from licensecheck.visits import LIMITS, Fetched

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = b"<p>A page.</p>"


@pytest.fixture(autouse=True)
def _here() -> Iterator[None]:
    with kept_here():
        yield


def test_a_name_that_changes_its_address_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """200 sequences of answers: each connection asks once and goes to an address of that answer, if all are public."""
    chance = random.Random(2024)  # noqa: S311 (a test's own)
    with Loopback({"/": page(b"INTERNAL")}) as canary:
        dialler = recorder(monkeypatch, canary.port)
        limits = LIMITS._replace(ports=frozenset({80, canary.port}))
        for _ in range(200):
            answers = [chance.choices([HOST, chance.choice(REFUSED), *chance.sample(PUBLIC, 3)], k=2) for _ in range(4)]
            resolver = names(monkeypatch, *answers)
            for turn, answer in enumerate(answers, 1):
                dialler.dialled.clear()
                error = failure(f"http://flips.test:{canary.port}/", limits)
                public = not any(map(refusal, answer))
                assert error.reason is (Unread.UNREACHABLE if public else Unread.REFUSED)
                assert dialler.dialled == (list(dict.fromkeys(answer)) if public else [])
                assert len(resolver.asked) == turn
        assert canary.accepted == 0


def test_control_checking_before_connecting_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    with Loopback({"/": page(b"INTERNAL")}) as canary:
        resolver = names(monkeypatch, ["93.184.216.34"], [HOST])
        found = socket.getaddrinfo("flips.test", canary.port)
        assert not any(refusal(str(each[4][0])) for each in found)
        with httpx.Client(trust_env=False) as naive:
            assert naive.get(f"http://flips.test:{canary.port}/").content == b"INTERNAL"
        assert len(resolver.asked) == 2


def test_control_a_client_that_follows_redirects_leaks() -> None:
    with Loopback({"/": page(b"INTERNAL")}, host="127.0.0.2") as canary:
        with Loopback({"/a": redirect(canary.url("/"))}) as server, httpx.Client(trust_env=False) as naive:
            assert naive.get(server.url("/a"), follow_redirects=True).content == b"INTERNAL"
            assert failure(server.url("/a"), near(server)).reason is Unread.REFUSED
        assert canary.accepted == 1


# --- names that take their time ----------------------------------------------------------------------------


def no_look_ups() -> bool:
    """Whether the threads that look up names come to an end."""
    patience = time.monotonic() + 10.0
    while any(thread.name.endswith("(_work)") for thread in threading.enumerate()):
        if time.monotonic() > patience:
            return False
        time.sleep(0.05)
    return True


def test_slow_names_starve_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty names whose servers never answer end in time, and an honest one beside them is found at once."""
    slow, honest = Names(2.0), Names([HOST])

    def resolve(host: str, port: int | None, *rest: object, **named: object) -> list[tuple[object, ...]]:
        return (slow if host.startswith("slow") else honest)(host, port, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with Loopback({"/a": page()}) as server:
        limits = near(server)._replace(resolving=1.0)

        async def run() -> tuple[list[Unread | None], float]:
            tarpits = [asyncio.create_task(outcome(f"http://slow{number}.test/", limits)) for number in range(50)]
            await asyncio.sleep(0.1)
            start = time.monotonic()
            assert await outcome(server.url("/a", host=NAME), limits) is None
            took = time.monotonic() - start
            return list(await asyncio.gather(*tarpits)), took

        start = time.monotonic()
        reasons, took = asyncio.run(run())
    assert reasons == [Unread.DNS] * 50
    assert took < 0.9
    assert time.monotonic() - start < 2.5
    assert no_look_ups()


def test_a_name_is_looked_up_once_for_all_who_ask_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    with Loopback({"/a": page()}) as server:
        resolver = names(monkeypatch, [HOST])
        inner = resolver.__call__

        def slowly(*arguments: object, **named: object) -> object:
            time.sleep(0.3)
            return inner(*arguments, **named)  # type: ignore[arg-type]  # passed on as they come

        monkeypatch.setattr(socket, "getaddrinfo", slowly)

        async def run() -> list[Fetched]:
            url = server.url("/a", host=NAME)
            return await asyncio.gather(*(fetch_async(url, near(server)) for _ in range(5)))

        assert [got.status for got in asyncio.run(run())] == [200] * 5
        assert resolver.asked == [NAME]
        fetch(server.url("/a", host=NAME), near(server))
        assert len(resolver.asked) == 2
    assert no_look_ups()
