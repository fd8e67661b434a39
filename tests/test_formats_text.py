"""The formats that people read elsewhere: tables, Markdown and lines of JSON, in which a page stays text."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from records import ANOTHER, CLEAN, FAULTY, FINDINGS, HOSTILE, STEERING, UNDECIDED, finding, poisoned, quotation, record

from licensecheck.formats import View, render
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from licensecheck.record import Record

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False, "html": True})
TEMPTING = (
    "![x](https://evil.example/pixel.png)",
    "[click](javascript:alert)",
    "<img src=x onerror=alert(1)><script>",
    "a `code` *b* __c__ ~~d~~ | e | &copy; $x$",
    "```\n# a heading\n- a list",
    "<!-- -->",
    "[x]: https://evil.example\n\n[x]",
    "> quoted",
)


def table(*entries: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render("csv", entries, View()), newline="")))


# --- CSV -------------------------------------------------------------------------------------------------


def test_a_row_for_each_finding_and_for_each_page_without() -> None:
    rows = table(FAULTY, CLEAN, ANOTHER)
    assert [row["rule"] for row in rows] == ["ND-900", "LIC-900", "BY-900", "RES-900", "", ""]
    assert [row["verdict"] for row in rows[3:]] == ["violation", "compliant", "not-a-copy"]
    assert (rows[0]["original"], rows[0]["copy"], rows[0]["fix"]) == ("123", "120", "Restore “123”")


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\ufeff=1", "\u00a0 +1", "\u200b@x", "＝1", "\n=1", "\tx"],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    (row,) = table(poisoned(cell))
    values = [row[key] for key in ("page", "work", "message", "copy", "cause", "fix")]
    assert all(value.startswith("'") for value in values)
    assert table(poisoned("a=1"))[0]["work"] == "a=1"


@pytest.mark.parametrize("text", [*HOSTILE, 'a","b";"c', "x\ny"])
def test_a_row_stays_a_row(text: str) -> None:
    shown = render("csv", [poisoned(text), CLEAN], View())
    assert not STEERING.search(shown)
    assert len(shown.splitlines()) == len(table(poisoned(text), CLEAN)) + 1 == 3


# --- Markdown --------------------------------------------------------------------------------------------


def test_markdown_shows_what_is_asked_for() -> None:
    text = render("markdown", [FAULTY, UNDECIDED], View(Severity.WARNING))
    assert text.startswith("**2 copies: 1 not compliant, 1 inconclusive**\n\n## Not compliant: public/weir.html\n")
    assert "- where the water stood higher than in any spring, she counted 123 barrels and a piano.\n+ where" in text
    assert "BY-900" not in text
    assert "… and 2 more (--format json has all)" in text
    assert "**UNDECIDED APP-900 rule-of-the-test**" not in text


def test_long_pages_are_cut() -> None:
    text = render("markdown", [record(*[FINDINGS[1]] * 60)], View())
    assert text.count("**VIOLATION") == 50
    assert "… and 10 more (--format json has all)" in text


@pytest.mark.parametrize("text", [*HOSTILE, *TEMPTING])
def test_what_a_page_says_is_text_in_markdown(text: str) -> None:
    shown = render("markdown", [poisoned(text)], View())
    assert not STEERING.search(shown)
    tokens = [inner for token in MARKDOWN.parse(shown) for inner in (token, *(token.children or ()))]
    assert {token.type for token in tokens} <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"),
        *("strong_open", "strong_close", "fence", "softbreak"),
    }
    assert sum(token.type == "strong_open" for token in tokens) == 1
    assert sum(token.type == "fence" for token in tokens) == 1


def test_nobody_is_notified() -> None:
    shown = render("markdown", [record(finding("ND-900", "violation", "by @editor, see #12 or a@b.example"))], View())
    assert not re.search(r"[@#]\w", shown)
    assert "snake_case" in render("markdown", [record(finding("ND-900", "violation", "snake_case"))], View())


# --- JSON Lines ------------------------------------------------------------------------------------------


def test_one_record_a_line() -> None:
    text = render("jsonl", [FAULTY, CLEAN, poisoned("\u2028\n\ud800")], View())
    assert text.isascii()
    assert [json.loads(line) for line in text.splitlines()] == [FAULTY, CLEAN, poisoned("\u2028\n\ud800")]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_comes_back_or_is_harmless(text: str) -> None:
    entry = poisoned(text)
    assert json.loads(render("jsonl", [entry], View())) == entry
    for form in ("csv", "markdown"):
        assert not STEERING.search(render(form, [entry], View()))
    cells = [cell for row in table(entry) for cell in row.values()]
    assert not any(re.match(r"\s*[=+\-@]", cell) for cell in cells)


def test_evidence_of_both_sides_is_joined() -> None:
    found = finding("ND-900", "violation", "two places", quotation("page", "one"), quotation("page", "two"))
    assert table(record(found))[0]["copy"] == "one | two"
