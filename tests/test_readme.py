"""What the README shows runs as it stands there."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from licensecheck.gate import Exit

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith("repubcheck ")]
DEMO = ROOT / "fixtures" / "demo"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the README's commands name."""
    folder = tmp_path_factory.mktemp("desk")
    work = json.loads((DEMO / "work.json").read_text(encoding="utf-8"))
    paragraphs = (part if isinstance(part, str) else part["subhead"] for part in work["body"])
    (folder / "original.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    (folder / "copy.html").write_bytes((DEMO / "faithful.html").read_bytes())
    return folder


def test_first_block_does_all_the_set_up() -> None:
    assert BLOCKS[0] == "python3 .ci/dev demo\npython3 .ci/dev test\n"


def test_commands_run(desk: Path) -> None:
    assert len(COMMANDS) == README.count("\nrepubcheck ")
    for command in COMMANDS:
        words, _, source = (part.strip() for part in command.partition(" < "))
        started = [sys.executable, "-m", "licensecheck", *shlex.split(words)[1:]]
        given = (desk / source).read_bytes() if source else b""
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(started, cwd=desk, env=environment, input=given, capture_output=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout.decode()}{done.stderr.decode()}"
    assert json.loads((desk / "report.json").read_text(encoding="utf-8"))


def test_exit_codes_are_all_told() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert told == set(Exit)


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "developing.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"
