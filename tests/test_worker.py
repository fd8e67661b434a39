"""Where the system cannot fork, a process for each copy says and survives the same."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from licensecheck.engine import Task, judge, judge_all
from licensecheck.profiles import profile
from licensecheck.work import load_work

DEMO = Path(__file__).resolve().parent.parent / "fixtures" / "demo"
WORK = load_work((DEMO / "work.json").read_bytes(), "work.json")
FAULTY = Task((DEMO / "faulty.html").read_bytes(), "https://news.example/a/")


@pytest.fixture(autouse=True)
def _no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    monkeypatch.chdir(DEMO.parents[1])


def test_a_process_for_each_copy_says_what_this_one_says() -> None:
    outcomes = list(judge_all(WORK, [FAULTY, Task(b"")], 30.0))
    assert outcomes == [(judge(WORK, FAULTY), None), (judge(WORK, Task(b"")), None)]


def test_a_policy_goes_along() -> None:
    task = Task(FAULTY.data, policy=profile("floodlight"))
    (outcome,) = judge_all(WORK, [task], 30.0)
    assert outcome.judgement == judge(WORK, task)
    assert outcome.judgement["work"]["policy"] == "floodlight"


def test_a_process_that_hangs_is_ended() -> None:
    page = b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">"
    (outcome,) = judge_all(WORK, [Task(page)], 2.0)
    assert outcome.judgement["reasons"] == ["deadline"]


def test_a_process_that_dies_loses_its_copy_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "false")
    (outcome,) = judge_all(WORK, [FAULTY], 5.0)
    assert outcome.judgement["reasons"] == ["worker-died"]
