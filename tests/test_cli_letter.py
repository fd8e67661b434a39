"""`letter` and `fix` as processes: what they write, what they say, and the exit code of each situation."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli import FAITHFUL, FAULTY, WORK, repubcheck

UNREAD = b"<!doctype html><html><body><p>The river gauge that decides when"
OTHER = b"<!doctype html><html><body><p>Something else altogether.</p></body></html>"


def test_a_letter_stands_on_stdout() -> None:
    done = repubcheck("letter", WORK, FAULTY, "--date", "2024-06-01", "--base-url", "https://partner.example/a")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Your copy of ")
    assert "https://partner.example/a" in done.stdout
    assert "1 June 2024" in done.stdout
    assert "15 June 2024" in done.stdout


def test_a_letter_is_firm_and_spanish_if_asked() -> None:
    done = repubcheck("letter", WORK, FAULTY, "--grade", "formal", "--language", "es", "--format", "text")
    assert done.stdout.startswith("Su copia de ")
    assert "Les escribimos formalmente" in done.stdout


def test_no_letter_for_a_faithful_copy() -> None:
    done = repubcheck("letter", WORK, FAITHFUL)
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing to write about" in done.stderr


@pytest.mark.parametrize("page", [UNREAD, OTHER])
def test_no_letter_for_a_page_that_cannot_be_judged(page: bytes) -> None:
    done = repubcheck("letter", WORK, "-", stdin=page)
    assert (done.returncode, done.stdout) == (3, "")
    assert "no letter" in done.stderr


def test_a_letter_from_earlier_results_is_the_same(tmp_path: Path) -> None:
    results = tmp_path / "results.json"
    repubcheck("check", WORK, FAULTY, FAITHFUL, "--output", f"json={results}")
    dated = ("--date", "2024-06-01")
    stored = repubcheck("letter", WORK, "--from", str(results), *dated)
    assert stored.returncode == 0
    assert stored.stdout == repubcheck("letter", WORK, FAULTY, *dated).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((WORK,), "one of them"),
        ((WORK, FAULTY, "--from", FAULTY), "one of them"),
        (("-", FAULTY), "WORK is a file"),
        ((WORK, FAULTY, "--date", "1 June"), "--date"),
        ((WORK, FAULTY, "--language", "tlh"), "--language"),
        ((WORK, "--from", WORK), "is no report"),
    ],
)
def test_letter_takes_one_thing_to_go_by(arguments: tuple[str, ...], said: str) -> None:
    done = repubcheck("letter", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(("form", "begins"), [("html", "<p><a href="), ("text", "“‘Nobody"), ("markdown", "[“‘Nobody")])
def test_the_credit_stands_on_stdout(form: str, begins: str) -> None:
    done = repubcheck("fix", WORK, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(begins)


def test_a_page_is_put_right(tmp_path: Path) -> None:
    fixed = tmp_path / "fixed.html"
    done = repubcheck("fix", WORK, "--page", FAULTY, "-o", str(fixed))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert repubcheck("check", WORK, str(fixed), "--fail-on", "review").returncode == 0


def test_a_faithful_page_is_written_as_it_is(tmp_path: Path) -> None:
    fixed = tmp_path / "fixed.html"
    assert repubcheck("fix", WORK, "--page", FAITHFUL, "-o", str(fixed)).returncode == 0
    assert fixed.read_bytes() == Path(FAITHFUL).read_bytes()


def test_what_is_left_to_people_is_listed(tmp_path: Path) -> None:
    page = Path(FAULTY).read_bytes().replace(b"<p>HALLOWMERE", b"<p>Buy this article for $5</p><p>HALLOWMERE")
    page = page.replace("© 2023 The Orrin Ledger".encode(), "© 2024 The Lower Brask Post".encode())
    done = repubcheck("fix", WORK, "--page", "-", "-o", str(tmp_path / "fixed.html"), stdin=page)
    assert done.returncode == 1
    assert "left to a person: " in done.stderr


@pytest.mark.parametrize("page", [UNREAD, OTHER])
def test_a_page_that_cannot_be_judged_is_left_alone(page: bytes, tmp_path: Path) -> None:
    fixed = tmp_path / "fixed.html"
    done = repubcheck("fix", WORK, "--page", "-", "-o", str(fixed), stdin=page)
    assert done.returncode == 3
    assert "not put right" in done.stderr
    assert not fixed.exists()


@pytest.mark.parametrize("arguments", [("--page", FAULTY), ("-o", "x.html")])
def test_page_and_output_go_together(arguments: tuple[str, ...]) -> None:
    done = repubcheck("fix", WORK, *arguments)
    assert done.returncode == 2
    assert "go together" in done.stderr
