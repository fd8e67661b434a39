"""The command line as a process: what stands on stdout, what on stderr, and the exit code of each situation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from licensecheck.schemas import load_schema, schema_names

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "fixtures" / "demo"
WORK, FAITHFUL, FAULTY = (str(DEMO / name) for name in ("work.json", "faithful.html", "faulty.html"))


def repubcheck(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "licensecheck", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error", **environment},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def report(*arguments: str, stdin: bytes = b"") -> dict[str, object]:
    done = repubcheck("check", *arguments, "--format", "json", stdin=stdin)
    value: dict[str, object] = json.loads(done.stdout)
    Draft202012Validator(load_schema("report-1")).validate(value)
    return value


def test_a_faithful_copy_passes() -> None:
    done = repubcheck("check", WORK, FAITHFUL)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("COMPLIANT")


def test_a_faulty_copy_fails_with_its_findings() -> None:
    done = repubcheck("check", WORK, FAULTY)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("NOT COMPLIANT")
    assert [rule for rule in ("ND-401", "ND-402", "ND-406", "PHO-801", "LIC-102") if rule not in done.stdout] == []
    assert "[-2,200-]" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


def test_json_is_one_object_for_one_copy_and_an_array_for_several() -> None:
    assert report(WORK, FAULTY)["verdict"] == "violation"
    several = json.loads(repubcheck("check", WORK, FAITHFUL, FAULTY, "--format", "json").stdout)
    assert [record["verdict"] for record in several] == ["compliant", "violation"]


def test_the_bytes_are_the_same_apart_from_the_envelope() -> None:
    one, other = report(WORK, FAULTY), report(WORK, FAULTY)
    del one["envelope"], other["envelope"]
    assert json.dumps(one) == json.dumps(other)


def test_standard_input_and_outputs(tmp_path: Path) -> None:
    written = tmp_path / "report.json"
    done = repubcheck("check", WORK, "-", f"--output=json={written}", stdin=Path(FAULTY).read_bytes())
    assert done.returncode == 1
    assert json.loads(written.read_text())["verdict"] == "violation"


def test_the_gate_is_not_tied_to_the_display() -> None:
    assert repubcheck("check", WORK, FAULTY, "--fail-on", "never").returncode == 0
    assert repubcheck("check", WORK, FAULTY, "--show", "violation", "--fail-on", "warning").returncode == 1
    assert repubcheck("check", WORK, FAITHFUL, "--fail-on", "review", "--format", "json").returncode == 0


def test_colours_only_on_request() -> None:
    assert "\x1b[1;" in repubcheck("check", WORK, FAULTY, "--color", "always").stdout


SITUATIONS = {
    "no such work": (("check", "nowhere.json", FAULTY), "nowhere.json"),
    "no such copy": (("check", WORK, "nowhere.html"), "nowhere.html"),
    "all unreadable copies at once": (("check", WORK, "nowhere.html", "neither.html"), "neither.html"),
    "a directory": (("check", WORK, str(DEMO)), "directory"),
    "an address as the work": (("check", "https://news.example/a", FAULTY), "only copies are fetched"),
    "no host to allow": (("check", WORK, "https://news.example/a", "--allow-private", "http://x/"), "nor HOST:PORT"),
    "a page as the work": (("check", FAULTY, FAULTY), "web page"),
    "no such command": (("cheque",), "cheque"),
    "no copy": (("check", WORK), "COPY"),
    "no such format": (("check", WORK, FAULTY, "--format", "docx"), "docx"),
    "an output without a path": (("check", WORK, FAULTY, "--output", "json"), "FORMAT=PATH"),
    "an output that cannot be written": (("check", WORK, FAULTY, "--output", "json=/nowhere/x.json"), "/nowhere"),
    "no such rule": (("explain", "XX-1"), "XX-1"),
    "no such schema": (("schema", "menu-1"), "menu-1"),
    "a name with a NUL is refused": (("check", WORK, "a\tb\x1b[31m.html"), "\\x1b"),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_wrong_use_ends_in_2_with_one_clear_message(situation: str) -> None:
    arguments, says = SITUATIONS[situation]
    done = repubcheck(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_all_mistakes_of_a_manifest_at_once(tmp_path: Path) -> None:
    manifest = {
        "schema_version": "1", "titles": [3], "license": "https://example.org/mine", "published": "May",
        "source_urls": ["ftp://x"], "body": ["Text."], "colour": "red",
    }  # fmt: skip
    path = tmp_path / "work.json"
    path.write_text(json.dumps(manifest))
    done = repubcheck("check", str(path), FAULTY)
    assert done.returncode == 2
    expected = ("$.titles[0]", "$.license", "$.published", "$.source_urls[0]", "colour")
    assert [place for place in expected if place not in done.stderr] == []


def test_what_cannot_be_decided_ends_in_3(tmp_path: Path) -> None:
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    assert repubcheck("check", WORK, str(empty)).returncode == 3
    assert repubcheck("check", WORK, str(empty), FAULTY).returncode == 1


def test_version_rules_explain_and_schema() -> None:
    assert repubcheck("--version").stdout == repubcheck("--version", stdin=b"").stdout
    assert "BY-203" in repubcheck("rules").stdout
    assert "**Fix:**" in repubcheck("explain", "by-203").stdout
    for name in (
        "CC BY-NC-ND 3.0 US",
        "cc-by-nc-nd-3.0-us",
        "https://creativecommons.org/licenses/by-nc-nd/3.0/us/deed.de",
    ):
        assert (
            "others designated for credit, as the publisher, are named: 4(c)(ii)" in repubcheck("explain", name).stdout
        )
    assert repubcheck("schema").stdout.split() == list(schema_names())
    assert json.loads(repubcheck("schema", "report-1").stdout)["title"] == "Compliance report"


def test_shell_completion() -> None:
    done = repubcheck(_REPUBCHECK_COMPLETE="bash_source")
    assert "complete" in done.stdout


def test_a_plain_text_may_be_the_work_and_become_a_manifest(tmp_path: Path) -> None:
    body = json.loads(Path(WORK).read_text(encoding="utf-8"))["body"]
    paragraphs = [piece if isinstance(piece, str) else piece["subhead"] for piece in body]
    text = tmp_path / "work.txt"
    text.write_text("\n\n".join(paragraphs), encoding="utf-8")
    assert report(str(text), FAITHFUL)["body"]["verbatim"] is True  # type: ignore[index]  # a report has a body
    made = tmp_path / "made.json"
    done = repubcheck("work", "new", str(text), "-o", str(made), "--author", "A. Writer", "--date", "2024-05-01")
    assert done.returncode == 0
    assert "not known" in done.stderr
    assert json.loads(made.read_text())["authors"] == ["A. Writer"]
    assert "A. Writer" in repubcheck("work", "show", str(made)).stdout


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m licensecheck rules | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, cwd=ROOT)
    assert done.stderr == b""


def test_without_a_licence_the_differences_are_still_shown(tmp_path: Path) -> None:
    text = tmp_path / "work.txt"
    body = json.loads(Path(WORK).read_text(encoding="utf-8"))["body"]
    text.write_text("\n\n".join(p if isinstance(p, str) else p["subhead"] for p in body), encoding="utf-8")
    done = repubcheck("check", str(text), FAULTY)
    assert "negation: left out “not”" in done.stdout
