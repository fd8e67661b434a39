"""The formats: what a person reads at a terminal, what a program reads, and that no page can write on either."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from records import CLEAN, FAULTY, FINDINGS, HOSTILE, STEERING, WEIR, finding, poisoned, quotation, record

from licensecheck.formats import View, render
from licensecheck.formats.terminal import WIDTH, printable, wrapped
from licensecheck.schemas import load_schema
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from licensecheck.record import Record

GOLDEN = Path(__file__).resolve().parent.parent / "fixtures" / "golden"
VALIDATOR = Draft202012Validator(load_schema("report-1"))


def human(*records: Record, show: Severity = Severity.REVIEW, colour: bool = False) -> str:
    return render("human", records, View(show, colour=colour))


# --- for people ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "records", "view"),
    [
        ("violation", (FAULTY,), View()),
        ("violation-all", (FAULTY,), View(Severity.INFO)),
        ("violation-colour", (FAULTY,), View(Severity.VIOLATION, colour=True)),
        ("compliant", (CLEAN,), View()),
        ("several", (CLEAN, record(FINDINGS[3], verdict="review"), record(verdict="not-a-copy")), View()),
    ],
)
def test_the_text_for_people(
    golden: Callable[[Path, str], None], name: str, records: tuple[Record, ...], view: View
) -> None:
    golden(GOLDEN / f"{name}.txt", render("human", records, view))


def test_the_gravest_comes_first_and_what_is_hidden_is_counted() -> None:
    text = human(FAULTY)
    order = [text.index(rule) for rule in ("ND-900", "LIC-900", "BY-900")]
    assert order == sorted(order)
    assert text.startswith("NOT COMPLIANT – 1 licence violation, 1 warning, 1 point to review\n")
    assert "RES-900" not in text
    assert "1 remark (--show info)" in text


def test_a_violation_of_a_policy_is_not_called_one_of_the_licence() -> None:
    text = human(record(FINDINGS[1], finding("POL-900", "violation", "no logo", **{"class": "policy"})))
    assert text.startswith("NOT COMPLIANT – 2 violations\n")


def test_what_a_policy_allows_is_shown_with_its_clause() -> None:
    waived = finding("ND-900", "violation", "the page has another day", kind="waived", cause="allowed by a clause")
    entry = record(waived, verdict="compliant")
    entry["work"]["policy"] = "weir-valley"
    text = human(entry)
    assert text.startswith("COMPLIANT – 1 point allowed by the publisher\n")
    assert "  policy   weir-valley\n" in text
    assert "ALLOWED ND-900" in text
    assert "cause:    allowed by a clause" in text
    assert "ALLOWED" not in human(entry, show=Severity.WARNING)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = human(FAULTY, show=Severity.INFO, colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == human(FAULTY, show=Severity.INFO)
    assert "\x1b[1;31m[-123-]\x1b[0m" in coloured


def test_only_sides_of_changes_are_marked() -> None:
    text = human(FAULTY)
    assert "[-123-]" in text
    assert "{+120+}" in text
    assert "copy:     CC BY-NC-ND" in text


def test_long_lists_and_long_evidence_are_cut() -> None:
    many = [finding("ND-900", "violation", f"change {n}", *WEIR * 4) for n in range(40)]
    text = human(record(*many, finding("ND-901", "warning", "long", quotation("page", "word " * 10_000))))
    assert "… and 28 licence violations more (--format json has all)" in text
    assert "… and 2 more (--format json has all)" in text
    assert len(text) < 20_000


def test_an_inconclusive_page_says_why_first() -> None:
    unread = finding("APP-900", "review", "the page could not be read whole: it is not HTML", kind="inconclusive")
    text = human(record(FINDINGS[0], unread, verdict="inconclusive"))
    assert text.startswith("INCONCLUSIVE – the page could not be read whole: it is not HTML\n")
    assert "UNDECIDED APP-900" in text


@pytest.mark.parametrize(("coverage", "shown"), [(0.99999, "99.9%"), (1, "100%"), (0.00001, "0.1%"), (0, "0%")])
def test_a_share_is_all_or_nothing_only_if_it_is(coverage: float, shown: str) -> None:
    entry = record(FINDINGS[1])
    entry["body"]["coverage"] = coverage
    assert f" difference, {shown} found in order" in human(entry).replace("differences", "difference")


# --- for programs ----------------------------------------------------------------------------------------


def test_json_is_ascii_and_one_object_for_one_copy() -> None:
    text = render("json", [FAULTY], View())
    assert text.isascii()
    assert json.loads(text) == FAULTY
    VALIDATOR.validate(json.loads(text))
    assert json.loads(render("json", [FAULTY, CLEAN], View())) == [FAULTY, CLEAN]


def test_json_has_all_findings_whatever_is_shown() -> None:
    assert render("json", [FAULTY], View(Severity.VIOLATION)) == render("json", [FAULTY], View(Severity.INFO))


# --- against the page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_no_page_steers_the_terminal_or_forges_a_line(text: str) -> None:
    shown = human(poisoned(text), CLEAN, show=Severity.INFO)
    assert not STEERING.search(shown)
    assert not re.search(r"^\s*(?:::|##)", shown, re.MULTILINE)
    assert not re.search(r"##\w*\[", shown)
    assert [line for line in shown.splitlines() if line.startswith("COMPLIANT")] == ["COMPLIANT – nothing found"]
    assert render("json", [poisoned(text)], View()).isascii()


@given(st.text())
def test_printable_text_is_one_harmless_line(text: str) -> None:
    shown = printable(text)
    assert not STEERING.search(shown)
    assert len(shown.splitlines()) <= 1
    assert printable(shown) == shown


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_wrapped_lines_fit_and_never_begin_with_a_command(text: str) -> None:
    lines = wrapped(text, margin="    copy: ").split("\n")
    assert all(len(line) <= WIDTH or " " not in line.strip().removeprefix("copy: ") for line in lines)
    assert not any(re.match(r"\s*(?:::|##)", line) for line in lines)


def test_an_address_stays_whole() -> None:
    address = "https://news.example/" + "a" * 100
    assert address in wrapped(f"Link to {address} please", margin="    ")
