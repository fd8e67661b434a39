"""How the program ends when it cannot do its work, or nobody listens: quietly or with a message, never by accident."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORK, FAULTY = "fixtures/demo/work.json", "fixtures/demo/faulty.html"
PROGRAM = f"{sys.executable} -m licensecheck"
# The program with something broken in it.
BROKEN = """
import sys
from licensecheck import engine, cli
def broken(*_): raise {error}
{place} = broken
sys.exit(cli.run(sys.argv[1:]))
"""


def shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["/bin/bash", "-c", command], capture_output=True, check=False, cwd=ROOT, text=True)


def broken(place: str, error: str, **environment: str) -> subprocess.CompletedProcess[str]:
    script = BROKEN.format(place=place, error=error)
    command = [sys.executable, "-c", script, "check", WORK, FAULTY]
    variables = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, text=True, env=variables)


# --- who listens -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "code"), [(f"check {WORK} {FAULTY}", 1), ("rules", 0), ("check --help", 0), ("--version", 0)]
)
def test_a_reader_who_leaves_changes_nothing(command: str, code: int) -> None:
    done = shell(f"{PROGRAM} {command} | true; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.parametrize(("command", "code"), [(f"check {WORK} {FAULTY}", 1), ("rules", 0), ("--version", 0)])
def test_a_closed_stdout_changes_nothing(command: str, code: int) -> None:
    done = shell(f"{PROGRAM} {command} >&-")
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [f"check {WORK} {FAULTY}", "rules", "--version", "--help"])
def test_a_result_that_cannot_be_written_is_no_success(command: str) -> None:
    done = shell(f"{PROGRAM} {command} >/dev/full")
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    assert "No space left" in done.stderr


def test_a_terminal_that_knows_only_ascii_gets_ascii() -> None:
    done = shell(f"PYTHONIOENCODING=ascii {PROGRAM} check {WORK} {FAULTY}")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("NOT COMPLIANT \\u2013 ")


# --- names -----------------------------------------------------------------------------------------------


def test_a_file_name_forges_no_line() -> None:
    done = shell(f"{PROGRAM} check {WORK} $'a\\n::error::b\\e[2J' $'c\\n##[error]d'")
    assert done.returncode == 2
    assert [line[:7] for line in done.stderr.splitlines()] == ["Error: "] * 2
    assert "\x1b" not in done.stderr
    assert "##[" not in done.stderr


def test_standard_input_is_read_only_once() -> None:
    done = shell(f"{PROGRAM} check {WORK} - - < {FAULTY}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "only once" in done.stderr


# --- crashes ---------------------------------------------------------------------------------------------


def test_a_bug_with_one_copy_ends_in_4_and_is_named() -> None:
    done = broken("engine.judge", "ZeroDivisionError('seeded')")
    assert done.returncode == 4
    assert done.stdout.startswith("INCONCLUSIVE")
    assert f"a bug in repubcheck: ZeroDivisionError: seeded, while judging {FAULTY}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("place", ["engine.judge", "engine.judge_all"])
def test_a_traceback_is_shown_on_request_only(place: str) -> None:
    assert "Traceback" not in broken(place, "ZeroDivisionError('seeded')").stderr
    done = broken(place, "ZeroDivisionError('seeded')", REPUBCHECK_DEBUG="1")
    assert done.returncode == 4
    assert "Traceback" in done.stderr


@pytest.mark.parametrize("error", ["RecursionError('deep')", "MemoryError()", "AssertionError('x\\n::error::y')"])
def test_a_bug_anywhere_ends_in_4(error: str) -> None:
    done = broken("engine.judge_all", error)
    assert (done.returncode, done.stdout) == (4, "")
    assert not [line for line in done.stderr.splitlines() if line.startswith("::")]


def test_an_interrupt_ends_in_130_without_a_word() -> None:
    command = [sys.executable, "-m", "licensecheck", "check", WORK, "-"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stderr
        # The pipe holds less than this: once it is written, the program is reading.
        process.stdin.write(b"x" * 1_000_000)
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        assert process.wait() == 130
        assert process.stderr.read().strip() == b""
