"""`--policy`, `policies` and `explain`: the publisher's terms from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from licensecheck.profiles import profile_names

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "fixtures" / "cases" / "_base"
SOURCE = "https://saltmarshledger.example/2024/harbor-town-sea-wall"
OWN = """
schema_version = "1"
name = "ours"
publisher = "Ours"
source_url = "https://ours.example/terms"
retrieved = "2024-05"

[[edits]]
classes = ["house-style"]
says = "points of style may be adapted"
level = "waiver"
check = "automatic"
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "licensecheck", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, text=True, env=environment)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A story as if from ProPublica, a copy in another house style, and a policy of our own."""
    for name in ("page.html", "work.json"):
        text = (BASE / name).read_text(encoding="utf-8").replace(SOURCE, "https://www.propublica.org/article/sea-wall")
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text(page.read_text(encoding="utf-8").replace("when the harbor", "when the harbour"), encoding="utf-8")
    (tmp_path / "ours.toml").write_text(OWN, encoding="utf-8")
    return tmp_path


def judged(desk: Path, *options: str | Path) -> tuple[str | None, str]:
    """The policy that was applied, and the verdict."""
    done = run("check", desk / "work.json", desk / "page.html", "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    return record["work"]["policy"], record["verdict"]


def test_the_policy_of_the_publisher_is_applied_unless_told_otherwise(desk: Path) -> None:
    assert judged(desk) == ("propublica", "compliant")
    assert judged(desk, "--policy", "none") == (None, "review")
    assert judged(desk, "--policy", "common-dreams") == ("common-dreams", "review")
    assert judged(desk, "--policy", desk / "ours.toml") == ("ours", "compliant")


def test_the_manifest_names_a_policy(desk: Path) -> None:
    work = desk / "work.json"
    work.write_text(json.dumps(json.loads(work.read_text(encoding="utf-8")) | {"policy": "kff"}), encoding="utf-8")
    assert judged(desk)[0] == "kff"
    work.write_text(json.dumps(json.loads(work.read_text(encoding="utf-8")) | {"policy": "k"}), encoding="utf-8")
    done = run("check", work, desk / "page.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no policy 'k'" in done.stderr


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("propublca", "did you mean 'propublica'?"),
        ("absent.toml", "cannot be read"),
        ("broken.toml", "is not TOML"),
        ("wrong.json", "$.publisher: is missing"),
    ],
)
def test_a_policy_that_cannot_be_used_is_a_clear_error(desk: Path, choice: str, said: str) -> None:
    (desk / "broken.toml").write_text("name = ", encoding="utf-8")
    (desk / "wrong.json").write_text('{"schema_version": "1"}', encoding="utf-8")
    choice = str(desk / choice) if "." in choice else choice
    done = run("check", desk / "work.json", desk / "page.html", "--policy", choice)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_policies_are_listed_and_explained() -> None:
    listed = run("policies").stdout.splitlines()
    assert [line.split()[0] for line in listed] == list(profile_names())
    explained = run("explain", "Floodlight")
    assert explained.returncode == 0
    assert "https://floodlightnews.org/republication-terms" in explained.stdout
    unknown = run("explain", "zzz")
    assert unknown.returncode == 2
    assert "`repubcheck policies`" in unknown.stderr
