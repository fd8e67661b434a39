"""`report` and `--output`: earlier results in other formats, and what is said of files that hold none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from records import CLEAN, FAULTY, UNDECIDED, poisoned

from licensecheck.cli import run
from licensecheck.errors import InputError
from licensecheck.formats import FORMATS, View, render
from licensecheck.stored import read_records

DEMO = Path(__file__).resolve().parent.parent / "fixtures" / "demo"
WORK, COPY = str(DEMO / "work.json"), str(DEMO / "faulty.html")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_results_come_back_as_they_were(form: str) -> None:
    records = [FAULTY, CLEAN, poisoned("\u2028\ud800")]
    assert list(read_records(render(form, records, View()), "results")) == records
    assert list(read_records(render(form, records[:1], View()), "results")) == records[:1]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is not JSON"),
        ("[]", None),
        ("[1]", "report 1: is no report"),
        ('{"titles": []}', "report 1: is no report. Give what `check` wrote"),
        (json.dumps([CLEAN, CLEAN | {"schema_version": "2"}]), "report 2: follows version '2'"),
        (json.dumps(CLEAN | {"verdict": "fine"}), "$.verdict: 'fine' is not one of"),
        (json.dumps(CLEAN | {"findings": [{}]}), "$.findings[0]"),
        (f"{json.dumps(CLEAN)}\n\n{json.dumps(CLEAN)[:90]}", "line 3: is not JSON"),
        (f"{json.dumps(CLEAN)}\n{{}}\n", "line 2: is no report"),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_a_file_without_results_is_named_with_the_place(text: str, says: str | None) -> None:
    if says is None:
        assert list(read_records(text, "old.json")) == []
        return
    with pytest.raises(InputError) as caught:
        list(read_records(text, "old.json"))
    assert str(caught.value).startswith("old.json: ")
    assert says in str(caught.value)
    assert len(str(caught.value)) < 400


def test_the_same_text_as_check_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    forms = sorted(set(FORMATS) - {"human"})
    outputs = [f"--output={form}={tmp_path / form}" for form in forms]
    assert run(["check", WORK, COPY, *outputs]) == 1
    shown = capsys.readouterr().out
    for results in ("json", "jsonl"):
        assert run(["report", str(tmp_path / results)]) == 1
        assert capsys.readouterr().out == shown
        for form in forms:
            assert run(["report", str(tmp_path / results), "--format", form]) == 1
            assert capsys.readouterr().out == (tmp_path / form).read_text(encoding="utf-8")


def test_the_exit_code_is_that_of_the_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = tmp_path / "results.jsonl"
    codes = []
    for records in ([CLEAN], [CLEAN, FAULTY], [UNDECIDED]):
        results.write_text(render("jsonl", records, View()))
        codes.append(run(["report", str(results), "--show", "violation"]))
    assert codes == [0, 1, 3]
    assert run(["report", str(tmp_path / "nowhere.json")]) == run(["report", COPY]) == run(["report"]) == 2
    assert capsys.readouterr().err.count("Error: ") == 3


def test_lines_are_those_of_the_page_that_was_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, results = tmp_path / "page.html", tmp_path / "results.json"
    page.write_bytes(Path(COPY).read_bytes())
    lines = []
    assert run(["check", WORK, str(page), f"--output=json={results}", "--format", "github"]) == 1
    lines.append(capsys.readouterr().out)
    page.write_bytes(b"<!-- built again -->\n" + page.read_bytes())
    from licensecheck.cli import lines as looked_up  # noqa: PLC0415 (to forget what it has seen)

    looked_up._lines.cache_clear()  # noqa: SLF001 (as above)
    assert run(["report", str(results), "--format", "github"]) == 1
    lines.append(capsys.readouterr().out)
    assert ",line=47,title=ND-406" in lines[0]
    assert ",line=1,title=ND-406" in lines[1]


def test_the_summary_of_a_step_is_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = tmp_path / "summary.md"
    written.write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(written))
    assert run(["check", WORK, COPY, "--format", "json"]) == 1
    assert written.read_text() == "# Before\n"
    assert run(["check", WORK, COPY, "--format", "github"]) == 1
    assert written.read_text(encoding="utf-8").startswith("# Before\n## Not compliant: ")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert run(["check", WORK, COPY, "--format", "github"]) == 2
