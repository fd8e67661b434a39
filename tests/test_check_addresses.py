"""`check` with addresses: copies are fetched through the door, and what was not fetched is inconclusive."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from loopback import HOST, Loopback, page, redirect, sends

from licensecheck.engine import Task, judge, judge_all
from licensecheck.schemas import load_schema
from licensecheck.terms import Unread
from licensecheck.visits import LIMITS
from licensecheck.work import load_work

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "fixtures" / "demo"
WORK, FAULTY = str(DEMO / "work.json"), str(DEMO / "faulty.html")
FAITHFUL = (DEMO / "faithful.html").read_bytes()
BROKEN = {
    "/gone": (page(status="410 Gone"), "http-status", 410),
    "/no": (page(status="403 Forbidden"), "blocked", 403),
    "/round": (redirect("/round"), "too-many-redirects", 302),
    "/inside": (redirect("http://127.0.0.1:9/"), "refused-address", 302),
    "/brotli": (page(FAITHFUL, Content_Encoding="br"), "bad-encoding", 200),
    "/cut": (page(FAITHFUL, Content_Length="1000000"), "truncated-body", 200),
    "/large": (page(FAITHFUL + bytes(6_000_000)), "too-large", 200),
    "/ssh": (sends(b"SSH-2.0-x\r\n"), "not-http", None),
}
TYPES = {"/json": page(b'{"a": 1}'), "/pdf": page(FAITHFUL, Content_Type="application/pdf")}


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    answers = {
        "/a": page(FAITHFUL, Content_Type="text/html; charset=utf-8"),
        "/moved": redirect("/a"),
        "/quiet": page(FAITHFUL, Content_Type=""),
        **{path: answer for path, (answer, _, _) in BROKEN.items()},
        **TYPES,
    }
    with Loopback(answers) as serving:
        yield serving


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "licensecheck", "check", WORK, *arguments]
    environment = {**os.environ, "PYTHONWARNINGS": "error", "HTTP_PROXY": "http://127.0.0.1:9"}
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment, text=True)


def records(*arguments: str, code: int) -> list[dict[str, object]]:
    done = check(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (code, "")
    found = json.loads(done.stdout)
    found = found if isinstance(found, list) else [found]
    for record in found:
        Draft202012Validator(load_schema("report-1")).validate(record)
    return found


def test_a_copy_at_an_address_is_judged_as_the_file_is(server: Loopback) -> None:
    allowed = f"--allow-private={HOST}:{server.port}"
    here, moved, quiet = records(*map(server.url, ("/a", "/moved", "/quiet")), allowed, code=0)
    (file,) = records(str(DEMO / "faithful.html"), code=0)
    assert here["findings"] == moved["findings"] == quiet["findings"] == file["findings"]
    fetched = {
        "url": server.url("/moved"),
        "path": None,
        "bytes": len(FAITHFUL),
        "sha256": sha256(FAITHFUL).hexdigest(),
        "final_url": server.url("/a"),
        "status": 200,
        "redirects": [server.url("/moved")],
        "problem": None,
    }
    assert moved["envelope"]["fetched"] == fetched  # type: ignore[index]  # an envelope is an object
    assert moved["page"]["url"] == server.url("/a")  # type: ignore[index]  # so is a page


def test_what_is_not_fetched_is_inconclusive_with_its_reason(server: Loopback) -> None:
    found = records(*map(server.url, BROKEN), f"--allow-private={HOST}:{server.port}", code=3)
    for record, (_, reason, status) in zip(found, BROKEN.values(), strict=True):
        assert (record["verdict"], record["reasons"]) == ("inconclusive", [reason])
        fetched = record["envelope"]["fetched"]  # type: ignore[index]  # an envelope is an object
        assert (fetched["status"], fetched["sha256"]) == (status, None)
        assert fetched["problem"]


def test_what_is_sent_as_something_else_is_not_read(server: Loopback) -> None:
    found = records(*map(server.url, TYPES), f"--allow-private={HOST}:{server.port}", code=3)
    assert [record["reasons"] for record in found] == [["not-html"]] * 2


def test_files_and_addresses_keep_their_order(server: Loopback) -> None:
    found = records(FAULTY, server.url("/a"), FAULTY, f"--allow-private={HOST}:{server.port}", code=1)
    assert [record["verdict"] for record in found] == ["violation", "compliant", "violation"]


def test_nothing_private_is_visited_unless_it_is_named(server: Loopback) -> None:
    before = server.accepted
    for allowed in ((), (f"--allow-private={HOST}",), ("--allow-private=127.0.0.2", f"--allow-private={HOST}:1")):
        (record,) = records(server.url("/a"), *allowed, code=3)
        assert record["reasons"] == ["refused-address"]
    assert server.accepted == before
    done = check(server.url("/a"))
    assert "INCONCLUSIVE" in done.stdout
    assert f"port {server.port} is not visited" in done.stdout


def test_a_missing_file_is_reported_before_anything_is_visited(server: Loopback) -> None:
    before = server.accepted
    done = check(server.url("/a"), "nowhere.html", f"--allow-private={HOST}:{server.port}")
    assert (done.returncode, done.stdout) == (2, "")
    assert server.accepted == before


def test_who_asks_and_through_whom(server: Loopback) -> None:
    done = check("http://news.test/a", f"--proxy={server.url('/')}", "--contact=mailto:desk@paper.example")
    assert done.returncode == 3
    assert done.stderr.startswith("Note: The proxy looks names up")
    assert server.requests[-1].startswith("GET http://news.test/a HTTP/1.1")
    assert "(+mailto:desk@paper.example)" in server.requests[-1]


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("--proxy=socks5://a", "proxy"),
        ("--contact=a b", "contact"),
        ("--allow-private=http://a/", "HOST"),
        ("--allow-port=22", "8080"),
    ],
)
def test_options_that_make_no_sense_end_in_2(option: str, says: str) -> None:
    done = check("http://127.0.0.1/", option)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_time_runs_out() -> None:
    async def silence(_: object) -> None:
        await asyncio.sleep(1_000)

    with Loopback({"/": silence}) as slow:
        (record,) = records(slow.url("/"), f"--allow-private={HOST}:{slow.port}", "--timeout-fetch=0.5", code=3)
    assert record["reasons"] == ["timeout"]


@pytest.mark.parametrize("reason", Unread)
def test_every_reason_makes_a_page_inconclusive(reason: Unread) -> None:
    work = load_work(Path(WORK).read_bytes(), WORK)
    judgement = judge(work, Task(b"", "https://news.example/", unread=reason))
    assert (judgement["verdict"], judgement["reasons"]) == ("inconclusive", [reason])


def test_what_is_known_of_a_page_reaches_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    monkeypatch.chdir(ROOT)
    work = load_work(Path(WORK).read_bytes(), WORK)
    tasks = [Task(FAITHFUL, content_type="image/png"), Task(b"", unread=Unread.TLS)]
    assert [outcome.judgement["reasons"] for outcome in judge_all(work, tasks, 30.0)] == [["not-html"], ["tls"]]


def test_the_page_on_fetching_says_what_is_so() -> None:
    text = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)) == sorted(Unread)
    values = (LIMITS.seconds, LIMITS.connecting, LIMITS.resolving, LIMITS.hops, LIMITS.wire >> 20, LIMITS.decoded >> 20)
    said = "| 30 s | 10 s, 5 s | 10 | 5 MiB, 8 MiB |"
    assert said == "| {:g} s | {:g} s, {:g} s | {} | {} MiB, {} MiB |".format(*values)
    assert [cell for cell in said.strip("| ").split(" | ") if f"| {cell} |" not in text] == []
    assert LIMITS.ports == {80, 443}
