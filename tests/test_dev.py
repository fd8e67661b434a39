"""`.ci/dev`, the command for working on the project, what CI makes of it, and the lock it installs from."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import TYPE_CHECKING

import architecture
import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / ".ci" / "dev"


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """The script as a module, at work in an empty checkout."""
    loader = SourceFileLoader("dev", str(SCRIPT))
    spec = spec_from_loader("dev", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    vars(module).update(ROOT=tmp_path, VENV=tmp_path / ".venv")
    for name in ("pyproject.toml", "uv.lock"):
        (tmp_path / name).write_text(name)
    return module


class Recorder:
    """Stands for `dev.run`: keeps the commands, and gives `codes` for those that hold a word."""

    def __init__(self, **codes: int) -> None:
        """Start with no commands."""
        self.commands: list[str] = []
        self.codes = codes

    def __call__(self, *command: str | Path, **_environment: str) -> int:
        """Keep the command instead of running it."""
        line = " ".join(map(str, command))
        self.commands.append(line)
        return next((code for word, code in self.codes.items() if word in line.split()), 0)

    def ran(self, words: str) -> bool:
        """Whether a command holds these words in a row."""
        return any(words in command for command in self.commands)


@pytest.fixture
def made(dev: ModuleType) -> ModuleType:
    """The same with an environment that is up to date."""
    (dev.VENV).mkdir()
    for group in ("dev", "bench"):
        (dev.VENV / f"installed-{group}").write_text(dev.fingerprint())
    return dev


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, check=False, text=True)


def test_needs_the_standard_library_only() -> None:
    script = architecture.parse(".ci/dev", SCRIPT.read_text(encoding="utf-8"))
    assert {item.target.split(".")[0] for item in architecture.imports(script)} <= sys.stdlib_module_names


def test_older_python_is_told_so(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match=r"3\.11 or newer; this is 3\.10\.13"):
        dev.main(["test"])


def test_lists_every_sub_command(dev: ModuleType) -> None:
    listing = ask()
    assert listing.returncode == 0
    for name, call in dev.COMMANDS.items():
        assert any(line.split()[:1] == [name] for line in listing.stdout.splitlines())
        assert call.__doc__.splitlines()[0] in listing.stdout


def test_unknown_sub_command_is_a_usage_error() -> None:
    answer = ask("tset")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "'tset'" in answer.stderr
    assert "update" in answer.stderr


# --- the environment -------------------------------------------------------------------------------------


def test_environment_is_made_once(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "run", run := Recorder())
    dev.VENV.mkdir()
    dev.prepare("dev")
    assert [run.ran(words) for words in ("venv --clear", "install --quiet uv", "sync --quiet --frozen")] == [True] * 3
    run.commands.clear()
    dev.prepare("dev")
    assert run.commands == []


@pytest.mark.parametrize("name", ["pyproject.toml", "uv.lock"])
def test_environment_follows_its_sources(made: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(made, "run", run := Recorder())
    (made.ROOT / name).write_text("changed")
    made.prepare("dev")
    assert run.ran("venv --clear")


def test_pip_stands_in_where_uv_cannot_install(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "run", run := Recorder(sync=2))
    dev.install("dev")
    assert run.ran("pip install --quiet --editable . --group dev")


def test_failed_installation_is_not_taken_for_done(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "run", Recorder(pip=3))
    dev.VENV.mkdir()
    with pytest.raises(SystemExit) as stopped:
        dev.prepare("dev")
    assert stopped.value.code == 3
    assert not (dev.VENV / "installed-dev").exists()


def test_missing_venv_module_names_the_package(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        dev.prepare("dev")


# --- the sub-commands ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["test", "-k", "align"], "-m pytest -k align"),
        (["update"], "-m pytest --update"),
        (["check"], "-m mypy"),
        (["check", "tests"], "-m ruff format --check tests"),
        (["fix"], "-m ruff check --fix ."),
    ],
)
def test_sub_command_runs(
    made: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: str
) -> None:
    monkeypatch.setattr(made, "run", run := Recorder())
    assert made.main(arguments) == 0
    assert any(command.endswith(expected) for command in run.commands)


@pytest.mark.parametrize("tool", ["ruff", "mypy"])
def test_check_fails_with_any_of_its_tools_and_runs_all(
    made: ModuleType, monkeypatch: pytest.MonkeyPatch, tool: str
) -> None:
    monkeypatch.setattr(made, "run", run := Recorder(**{tool: 1}))
    assert made.main(["check"]) == 1
    assert len(run.commands) == 3


@pytest.mark.parametrize(("faithful", "faulty", "expected"), [(0, 1, 0), (1, 1, 1), (0, 0, 1), (4, 1, 4), (0, 2, 2)])
def test_demo_wants_one_pass_and_one_violation(
    made: ModuleType, monkeypatch: pytest.MonkeyPatch, faithful: int, faulty: int, expected: int
) -> None:
    codes = {"fixtures/demo/faithful.html": faithful, "fixtures/demo/faulty.html": faulty}
    monkeypatch.setattr(made, "run", Recorder(**codes))
    assert made.main(["demo"]) == expected


def test_bench_runs_a_named_script_with_its_group(made: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "run", run := Recorder())
    (made.ROOT / "benchmarks").mkdir()
    (made.ROOT / "benchmarks" / "speed.py").write_text('if __name__ == "__main__": ...')
    (made.ROOT / "benchmarks" / "floors.py").touch()
    assert [made.main(["bench"]), made.main(["bench", "floors"])] == [2, 2]
    assert made.main(["bench", "speed", "--rounds", "3"]) == 0
    assert run.ran("speed.py --rounds 3")


# --- the start of a rule ---------------------------------------------------------------------------------


@pytest.fixture
def sources(dev: ModuleType) -> ModuleType:
    """The script in a copy of what a rule and its cases need."""
    for folder in ("licensecheck", "schemas"):
        shutil.copytree(ROOT / folder, dev.ROOT / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "fixtures" / "cases" / "_base", dev.ROOT / "fixtures" / "cases" / "_base")
    for name in ("pyproject.toml", "tests/conftest.py", "tests/test_cases.py"):
        (dev.ROOT / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, dev.ROOT / name)
    return dev


def test_new_rule_lacks_only_what_it_is_about(sources: ModuleType) -> None:
    assert sources.main(["new-rule", "BY-299", "credit_too_late"]) == 0
    command = [sys.executable, "-m", "pytest", "-k", "test_case and BY-299", "tests/test_cases.py"]
    environment = {**os.environ, "PYTHONPATH": str(sources.ROOT)}
    done = subprocess.run(command, cwd=sources.ROOT, env=environment, capture_output=True, check=False, text=True)
    assert "FAILED tests/test_cases.py::test_case[BY-299-fail-credit-too-late]" in done.stdout
    assert "1 failed, 1 passed" in done.stdout


@pytest.mark.parametrize("number", ["APP-007", "BY-200", "LIC-199", "ND-418", "ND-499", "PHO-899"])
def test_new_rule_stands_in_its_part_in_order(sources: ModuleType, number: str) -> None:
    before = sources.written_rules()
    assert sources.main(["new-rule", number, "newly_found"]) == 0
    after = sources.written_rules()
    assert set(after) - set(before) == {number}
    neighbours = [other for other, module in after.items() if module == after[number]]
    assert {other.split("-")[0] for other in neighbours} == {number.partition("-")[0]}
    assert neighbours == sorted(neighbours) or number == "BY-200"
    stub = next(
        node
        for node in ast.parse(after[number].read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == "newly_found"
    )
    assert f"rule('{number}'" in ast.unparse(stub)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "APP BY CHG"),
        (["BY-299"], "a number and a name"),
        (["BY-299", "CreditTooLate"], "a number and a name"),
        (["BY299", "credit_too_late"], "a number and a name"),
        (["ZZ-299", "credit_too_late"], "a number and a name"),
        (["BY-201", "credit_too_late"], "a rule BY-201 already"),
    ],
)
def test_new_rule_refuses(
    sources: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    before = sources.written_rules()
    assert sources.main(["new-rule", *arguments]) == 2
    assert complaint in capsys.readouterr().err
    assert sources.written_rules() == before


# --- who calls it ----------------------------------------------------------------------------------------


def test_ci_ends_with_the_tests() -> None:
    commands = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split("\n\n")[-1].splitlines()
    assert [commands[0], commands[-1]] == ["python3 .ci/dev demo", "python3 .ci/dev test"]


def test_lock_fits_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    own = next(package["metadata"] for package in locked["package"] if package["name"] == project["project"]["name"])
    asked = {"": project["project"]["dependencies"], **project["dependency-groups"]}
    asked.pop("dev")
    assert {
        group: {entry["name"] + entry["specifier"] for entry in entries}
        for group, entries in {"": own["requires-dist"], **own["requires-dev"]}.items()
        if group != "dev"
    } == {group: set(entries) for group, entries in asked.items()}, "run: .venv/bin/python -m uv lock"
