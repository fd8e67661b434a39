"""The program keeps its shape; and each rule that holds it is shown to bite."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import architecture
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Rule = Callable[[Iterable[architecture.Module]], Iterator[str]]

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = architecture.read(ROOT, architecture.PACKAGE)
SCRIPT = architecture.parse(".ci/dev", (ROOT / ".ci" / "dev").read_text(encoding="utf-8"))
AROUND = (*architecture.read(ROOT, "tests"), *architecture.read(ROOT, "benchmarks"), SCRIPT)

ON_PROGRAM = (
    architecture.upward_imports,
    architecture.impurities,
    architecture.side_doors,
    architecture.cycles,
    architecture.oversized_functions,
    architecture.swollen,
)
ON_EVERYTHING = (architecture.oversized_files, architecture.empty_names, architecture.bare_suppressions)


@pytest.mark.parametrize("rule", ON_PROGRAM)
def test_program_keeps(rule: Rule) -> None:
    complaints = list(rule(PROGRAM))
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("rule", ON_EVERYTHING)
def test_everything_keeps(rule: Rule) -> None:
    complaints = list(rule((*PROGRAM, *AROUND)))
    assert not complaints, "\n".join(complaints)


def test_every_dependency_and_exception_has_its_reason() -> None:
    complaints = list(architecture.undefended((ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    assert not complaints, "\n".join(complaints)


def test_every_exception_to_purity_is_used() -> None:
    used = {
        (module.name, name)
        for module in PROGRAM
        for name in architecture.IMPURE_MODULES
        if any(f"{item.target}.".startswith(f"{name}.") for item in architecture.imports(module))
    }
    assert set(architecture.EXCEPTIONS) <= used


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import json, sys, licensecheck; print(json.dumps(sorted(sys.modules)))"
    output = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    heavy = {*architecture.NETWORK, "asyncio", "dask", "jsonschema", "click"}
    assert heavy.intersection(json.loads(output)) == set()


def test_checking_a_file_loads_no_network() -> None:
    demo = ROOT / "fixtures" / "demo"
    arguments = ["check", str(demo / "work.json"), str(demo / "faithful.html"), "--output", "human=/dev/null"]
    code = (
        f"import json, sys; from licensecheck.cli import run; run({arguments}); print(json.dumps(sorted(sys.modules)))"
    )
    output = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert {*architecture.NETWORK, "asyncio"}.intersection(json.loads(output.splitlines()[-1])) == set()


# --- the rules bite --------------------------------------------------------------------------------------

NESTED = "def f(a):\n if a:\n  for b in a:\n   while b:\n    {}"
BITES: tuple[tuple[Rule, dict[str, str], str], ...] = (
    (architecture.upward_imports, {"align": "def f():\n    from licensecheck.cli import main"}, "align.py:2"),
    (
        architecture.upward_imports,
        {"align": "if TYPE_CHECKING:\n    import licensecheck.fetch"},
        "module licensecheck.fetch",
    ),
    (architecture.upward_imports, {"rules/credit": "from .. import store"}, "credit.py:1"),
    (architecture.impurities, {"align": "import os.path"}, "align.py:1: core imports os"),
    (architecture.impurities, {"rules/credit": "from urllib import request"}, "imports urllib.request"),
    (architecture.impurities, {"align": "\nprint(1)"}, "align.py:2: core calls print()"),
    (architecture.impurities, {"align": "with open('a') as b: pass"}, "core calls open()"),
    (architecture.impurities, {"align": "stamp = datetime.datetime.now()"}, "core calls datetime.datetime.now()"),
    (architecture.side_doors, {"scan": "import socket"}, "scan.py:1"),
    (architecture.side_doors, {"cli": "from http.client import HTTPConnection"}, "import http.client"),
    (architecture.cycles, {"a": "import licensecheck.b", "b": "from licensecheck import a"}, "import cycle"),
    (
        architecture.cycles,
        {"rules/__init__": "from . import a", "rules/a": "from licensecheck.rules import RULES"},
        "rules.a",
    ),
    (architecture.oversized_files, {"a": "x = 1\n" * 401}, "a.py: 401 lines"),
    (architecture.oversized_functions, {"a": "def f():" + "\n    x = 1" * 40}, "a.py:1: f() has 41 lines"),
    (architecture.oversized_functions, {"a": NESTED.format("with b: pass")}, "4 levels deep"),
    (
        architecture.oversized_functions,
        {"a": "class A:\n def f(self, a, /, b, c, *d, e, **f): pass"},
        "6 par",
    ),
    (architecture.swollen, {"a": "x = 1\n" * 141}, "the median file has 141 lines"),
    (architecture.swollen, {"a": "def f():" + "\n    x = 1" * 25}, "26 lines or more"),
    (architecture.empty_names, {"text_utils": ""}, "text_utils.py"),
    (architecture.bare_suppressions, {"a": "x = 1  # noqa: S105"}, "a.py:1"),
    (architecture.bare_suppressions, {"a": "x = 1  # noqa"}, "a.py:1"),
    (architecture.bare_suppressions, {"a": "x = 1  # type: ignore[misc]"}, "a.py:1"),
)
LEAVES: tuple[tuple[Rule, dict[str, str]], ...] = (
    (architecture.upward_imports, {"cli": "from licensecheck.fetch import get", "scanner": ""}),
    (architecture.upward_imports, {"align": "from licensecheck.client import x"}),
    (architecture.impurities, {"cli": "import os, sys\nprint(open(0))"}),
    (architecture.impurities, {"align": "import osmosis\nfrom urllib.parse import urlsplit\nx.open()"}),
    (architecture.impurities, {"bundled": "from pathlib import Path"}),
    (architecture.side_doors, {"fetch": "import httpx, socket"}),
    (architecture.cycles, {"a": "import licensecheck.b", "b": "def f():\n    import licensecheck.a"}),
    (architecture.cycles, {"a": "import licensecheck.b", "b": "if TYPE_CHECKING:\n    import licensecheck.a"}),
    (architecture.cycles, {"rules/__init__": "from licensecheck.rules import a", "rules/a": ""}),
    (architecture.oversized_functions, {"a": NESTED.format("f = [c for c in b if c]")}),
    (architecture.oversized_functions, {"a": NESTED.format("pass") + "".join(f"\n elif {x}: pass" for x in "bcd")}),
    (architecture.bare_suppressions, {"a": "x = '# noqa'  # noqa: S105, E501 (an outcome, no password)"}),
    (architecture.bare_suppressions, {"a": "x = 1  # type: ignore[misc]  # the stubs lack it"}),
)


def program(sources: dict[str, str]) -> tuple[architecture.Module, ...]:
    return tuple(architecture.parse(f"licensecheck/{name}.py", source) for name, source in sources.items())


@pytest.mark.parametrize(("rule", "sources", "complaint"), BITES)
def test_rule_bites(rule: Rule, sources: dict[str, str], complaint: str) -> None:
    assert any(complaint in found for found in rule(program(sources)))


@pytest.mark.parametrize(("rule", "sources"), LEAVES)
def test_rule_leaves_alone(rule: Rule, sources: dict[str, str]) -> None:
    assert list(rule(program(sources))) == []


def test_reasons_are_asked_for() -> None:
    project = """
[project]
dependencies = [
    "click>=8.1",
    "lxml>=5.3",  # HTML
]
[dependency-groups]
test = ["pytest"]
[tool.ruff.lint]
ignore = [
    "D203", # contradicts D211
]
[tool.ruff.lint.per-file-ignores]
"tests/**" = [
    "S101",  #
]
"""
    found = [complaint.split(":")[1] for complaint in architecture.undefended(project)]
    assert found == ["4", "8", "15"]
