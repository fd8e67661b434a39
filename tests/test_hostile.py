"""Hostile and careless input, through the whole program: a verdict or one message, in time, in bounded memory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from licensecheck.engine import MOST_BYTES
from licensecheck.schemas import load_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "fixtures" / "demo" / "work.json"
PAGE = (ROOT / "fixtures" / "demo" / "faithful.html").read_bytes()
TEXT = PAGE.decode()
DECLARED = '<meta charset="UTF-8" />'

# What is promised for any input: seconds, and kilobytes of the program and its children.
MOST_SECONDS = 10
MOST_MEMORY = 600 * 1024


class Run(NamedTuple):
    """One run of the program: exit code, what it wrote, how long it took, the peak of its memory in kilobytes."""

    code: int
    out: bytes
    err: str
    seconds: float
    memory: int


def check(folder: Path, work: Path, *pages: bytes) -> Run:
    copies = []
    for number, page in enumerate(pages):
        copies.append(folder / f"{number}.html")
        copies[-1].write_bytes(page)
    out, err = folder / "out", folder / "err"
    start = time.monotonic()
    with out.open("wb") as stdout, err.open("wb") as stderr:
        command = [sys.executable, "-m", "licensecheck", "check", *map(str, [work, *copies]), "--format", "json"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=stdout, stderr=stderr)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    return Run(process.returncode, out.read_bytes(), err.read_text(encoding="utf-8"), seconds, usage.ru_maxrss)


def filled(piece: bytes) -> bytes:
    """The faithful page with a piece repeated after it, as large as a page may be."""
    return (PAGE + piece * (MOST_BYTES // len(piece)))[:MOST_BYTES]


def inside(text: bytes) -> bytes:
    """The faithful page with text at the end of its article's column."""
    return PAGE.replace(b"</main>", text + b"</main>")


def declared(charset: str) -> str:
    """The faithful page with another declaration of its charset."""
    return TEXT.replace(DECLARED, f'<meta charset="{charset}">' if charset else "")


# --- pages: what is said of them -------------------------------------------------------------------------

# Each with the verdict and the reasons; pages that browsers show whole are judged like any other.
COMPLIANT: tuple[str, list[str]] = ("compliant", [])
SMALL: Mapping[str, tuple[bytes, tuple[str, list[str]]]] = {
    "nothing": (b"", ("inconclusive", ["empty-page"])),
    "white space": (b" \r\n\t", ("inconclusive", ["empty-page"])),
    "markup without text": (b"<!DOCTYPE html><html><body><div></div></body></html>", ("inconclusive", ["empty-page"])),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, ("inconclusive", ["not-html"])),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, ("inconclusive", ["not-html"])),
    "a PDF": (b"%PDF-1.7\n" + PAGE, ("inconclusive", ["not-html"])),
    "JSON": (b'{"a": [1, 2, 3]}', ("inconclusive", ["not-html"])),
    "a feed": (b'<?xml version="1.0"?><rss><channel><title>x</title></channel></rss>', ("inconclusive", ["not-html"])),
    "another page": (
        b"<html><body><h1>About us</h1><p>We print on Fridays, in two colours.</body></html>",
        ("not-a-copy", []),
    ),
    "deep around": (b"<div>" * 100_000 + PAGE, ("inconclusive", ["markup-incomplete"])),
    "deep inside": (PAGE.replace(b"HALLOW", b"<b>" * 9_000 + b"HALLOW"), ("inconclusive", ["markup-incomplete"])),
    "NUL between all bytes": (TEXT.encode("utf-16-be"), ("inconclusive", ["undecodable"])),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), ("inconclusive", ["undecodable"])),
    "UTF-16 with a mark": (TEXT.encode("utf-16"), COMPLIANT),
    "UTF-32": (TEXT.encode("utf-32"), ("inconclusive", ["undecodable"])),
    "UTF-8, not declared": (declared("").encode(), COMPLIANT),
    "windows-1252, not declared": (declared("").encode("cp1252", "xmlcharrefreplace"), COMPLIANT),
    "windows-1252 as UTF-8": (TEXT.encode("cp1252", "xmlcharrefreplace"), ("inconclusive", ["undecodable"])),
    "the mark outweighs the meta": (declared("iso-8859-1").encode("utf-8-sig"), COMPLIANT),
    "no such charset": (declared("klingon-8").encode(), COMPLIANT),
    "half a Shift_JIS": (
        declared("shift_jis").encode("shift_jis", "xmlcharrefreplace").replace(b"<p>", b"<p>\x81\xff\xfd "),
        ("inconclusive", ["undecodable"]),
    ),
    "ISO-2022-KR": (declared("iso-2022-kr").encode(), ("inconclusive", ["undecodable"])),
    "broken UTF-8": (PAGE.replace("“".encode(), b"\xe2\x80"), ("inconclusive", ["undecodable"])),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """The reports on all the small pages, from one run."""
    run = check(tmp_path_factory.mktemp("small"), WORK, *(page for page, _ in SMALL.values()))
    assert (run.code, run.err) == (3, "")
    return dict(zip(SMALL, json.loads(run.out), strict=True))


@pytest.mark.parametrize("what", SMALL)
def test_what_is_said_of_a_small_page(small: dict[str, dict[str, object]], what: str) -> None:
    report = small[what]
    Draft202012Validator(load_schema("report-1")).validate(report)
    assert (report["verdict"], report["reasons"]) == SMALL[what][1]


@pytest.mark.parametrize("charset", ["utf-7", "iso-8859-1"])
def test_text_that_browsers_show_garbled_is_never_compliant(tmp_path: Path, charset: str) -> None:
    page = declared(charset).encode("utf-7" if charset == "utf-7" else "utf-8")
    assert json.loads(check(tmp_path, WORK, page).out)["verdict"] != "compliant"


# --- pages: what they cost -------------------------------------------------------------------------------

COSTLY: Mapping[str, Callable[[], bytes]] = {
    "fifty megabytes": lambda: PAGE + b"<p>more</p>" * 5_000_000,
    "the most elements": lambda: filled(b"<p>"),
    "the most attributes": lambda: filled(b"<p a b c>"),
    "the most text that grows": lambda: (b"<meta charset=windows-1252><p>" + b"\x80" * MOST_BYTES)[:MOST_BYTES],
    "the most links": lambda: filled(b"<a href=x>y</a>"),
    "attributes without end on one tag": lambda: b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">" + PAGE,
    "end tags that end nothing": lambda: b"<div>" * 2_000 + b"</x>" * 500_000 + PAGE,
    "selectors without end": lambda: PAGE.replace(
        b"</head>",
        b"<style>" + b"".join(b".c%d p:not(.x) > b ~ i{display:none}" % n for n in range(10_000)) + b"</style></head>",
    ),
    "new paragraphs": lambda: inside(b"".join(b"<p>Word%d was never in the work.</p>" % n for n in range(20_000))),
    "the article many times over": lambda: PAGE.replace(b"</main>", PAGE.partition(b"<main")[2] * 60),
    "bylines, licences and notices": lambda: inside(
        b"<p>By " + b"A. B. " * 20_000 + b"</p><p>" + b"CC BY " * 20_000 + b"</p><p>" + b"(c) 2020 " * 20_000
    ),
    "addresses of licences": lambda: inside(b"<p>" + b"creativecommons.org/licenses/by/3.0/ " * 20_000),
    "white space": lambda: PAGE.replace(b"HALLOW", b" " * 4_000_000 + b"HALLOW"),
    "comments": lambda: filled(b"<!--x-->"),
}


@pytest.mark.parametrize("what", COSTLY)
def test_a_costly_page_stays_within_time_and_memory(tmp_path: Path, what: str) -> None:
    run = check(tmp_path, WORK, COSTLY[what]())
    assert run.seconds <= MOST_SECONDS
    assert run.memory <= MOST_MEMORY
    assert (run.code, run.err) in {(0, ""), (1, ""), (3, "")}
    report = json.loads(run.out)
    assert (report["verdict"] == "inconclusive") == bool(report["reasons"])


# --- works -----------------------------------------------------------------------------------------------

BROKEN = {
    "nothing": ("work.json", b""),
    "a directory's worth of bytes": ("work.json", bytes(range(256))),
    "a picture": ("work.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "half a JSON": ("work.json", WORK.read_bytes()[:500]),
    "deep JSON": ("work.json", b'{"body": ' + b"[" * 100_000),
    "a list": ("work.json", b"[1]"),
    "a number without end": ("work.json", b'{"body": ' + b"1" * 10_000 + b"}"),
    "UTF-16": ("work.json", WORK.read_text(encoding="utf-8").encode("utf-16")),
    "broken TOML": ("work.toml", b"schema_version = \n"),
    "a key of many parts": ("work.toml", b"a" + b".a" * 20_000 + b" = 1"),
    "a page": ("work.html", PAGE),
    "keys that forge a line": ("work.json", b'{"body": ["x"], "a\\n::error::b\\u001b[2J": 1}'),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_work_ends_in_2_with_a_clear_message(tmp_path: Path, what: str) -> None:
    name, data = BROKEN[what]
    work = tmp_path / name
    work.write_bytes(data)
    run = check(tmp_path, work, PAGE)
    assert (run.code, run.out) == (2, b"")
    assert run.err.startswith(f"Error: {work}: ")
    assert not re.search(r"Traceback|\x1b|^::", run.err, re.MULTILINE)
    assert run.seconds <= MOST_SECONDS
