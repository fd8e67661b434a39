"""The killable child: hostile pages end as inconclusive, in time, and cost no other page."""

from __future__ import annotations

import json
import os
import resource
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from licensecheck import engine
from licensecheck.engine import MOST_BYTES, Task, judge, judge_all
from licensecheck.manifest import read_manifest

if TYPE_CHECKING:
    from licensecheck.model import Work
    from licensecheck.record import Judgement

DEMO = Path(__file__).resolve().parent.parent / "fixtures" / "demo"
WORK = read_manifest(json.loads((DEMO / "work.json").read_text(encoding="utf-8")))
FAITHFUL = (DEMO / "faithful.html").read_bytes()
TEXT = FAITHFUL.decode()
BODY = TEXT.partition("<body")[2].partition(">")[2]


def one(data: bytes, seconds: float = 10.0) -> Judgement:
    return next(judge_all(WORK, [Task(data)], seconds)).judgement


def test_a_child_says_what_this_process_says() -> None:
    assert one(FAITHFUL) == judge(WORK, Task(FAITHFUL))


HOSTILE = {
    "nothing": (b"", "empty-page"),
    "white space": (b" \n\t ", "empty-page"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not-html"),
    "a PDF": (b"%PDF-1.7\n" + FAITHFUL, "not-html"),
    "fifty megabytes": (FAITHFUL + b"<p>more</p>" * 5_000_000, "too-large"),
    "100,000 nested elements": (b"<div>" * 100_000 + FAITHFUL, "markup-incomplete"),
    "200,000 attributes": (b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">" + FAITHFUL, "deadline"),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), None),
    "UTF-7": (b'<meta charset="utf-7">' + b"+ADw-p+AD4-" * 10, None),
    "no text": (b"<html><body><script>var a</script></body></html>", "empty-page"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_page_is_inconclusive_in_time(what: str) -> None:
    data, reason = HOSTILE[what]
    start = time.monotonic()
    judgement = one(data, 4.0)
    assert judgement["verdict"] in {"inconclusive", "not-a-copy"}
    assert judgement["verdict"] == "inconclusive" or reason is None
    assert reason is None or judgement["reasons"] == [reason]
    assert time.monotonic() - start < 10  # the promise; an ordinary page takes some milliseconds


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("windows-1252", b'<meta charset="iso-8859-1">')],
)
def test_charsets_are_read_as_browsers_read_them(charset: str, declared: bytes) -> None:
    text = TEXT.replace('<meta charset="UTF-8">', "").replace('<meta charset="utf-8">', "")
    head, tag, rest = text.partition("<head>")
    data = (head + tag + declared.decode() + rest).encode(charset, "xmlcharrefreplace")
    assert one(data)["verdict"] == "compliant"


def test_a_page_that_kills_its_process_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fatal(work: Work, task: Task) -> Judgement:
        if task.data == b"kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if task.data == b"raise":
            raise ValueError("seeded")
        return judge(work, task)

    monkeypatch.setattr(engine, "judge", fatal)
    tasks = [Task(data) for data in (FAITHFUL, b"kill", FAITHFUL, b"raise", FAITHFUL)]
    outcomes = list(judge_all(WORK, tasks, 10.0))
    verdicts = [outcome.judgement["verdict"] for outcome in outcomes]
    assert verdicts == ["compliant", "inconclusive", "compliant", "inconclusive", "compliant"]
    assert outcomes[1].judgement["reasons"] == ["worker-died"]
    assert [outcome.bug for outcome in outcomes] == [None, None, None, "ValueError: seeded", None]


def test_memory_stays_within_its_bound() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    one(b"<p a b c>" * (MOST_BYTES // 9), 10.0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert max(before, after) < 700 * 1024  # kilobytes


def test_no_child_is_left_behind() -> None:
    one(FAITHFUL)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
