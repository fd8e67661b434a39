"""The rules that hold this program's shape, as functions from parsed modules to complaints."""

from __future__ import annotations

import ast
import io
import re
import statistics
import tokenize
import tomllib
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PACKAGE = "licensecheck"

# The modules that touch the world. A module that is not named here is core.
SHELL = frozenset({"fetch", "originals", "archive", "store", "scan", "engine", "worker", "cli", "__main__"})

IMPURE_MODULES = tuple(
    """
    asyncio concurrent getpass glob http httpx importlib io locale logging multiprocessing os pathlib platform
    random secrets shutil signal socket ssl subprocess sys tempfile threading time urllib.request uuid
    """.split()
)
IMPURE_CALLS = frozenset({"breakpoint", "exit", "input", "open", "print", "quit"})
CLOCKS = frozenset({"now", "today", "utcnow"})

# What a core module may import although the list above forbids it, and why.
EXCEPTIONS = {
    ("bundled", "pathlib"): "finds the files that are part of the package",
}

DOOR = "fetch"
NETWORK = (
    "aiohttp",
    "ftplib",
    "http.client",
    "httpcore",
    "httpx",
    "requests",
    "socket",
    "ssl",
    "urllib.request",
    "urllib3",
)

EMPTY_NAMES = frozenset({"common", "data", "helper", "helpers", "info", "manager", "misc", "util", "utils"})

LONGEST_FILE, MEDIAN_FILE = 400, 140
LONGEST_FUNCTION, LONG_FUNCTION = 40, 25
MOST_PARAMETERS, DEEPEST = 5, 3

Function = ast.FunctionDef | ast.AsyncFunctionDef
BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)


@dataclass(frozen=True)
class Module:
    """A parsed source file; `name` is dotted and without the package ("rules.attribution", "" for the package)."""

    name: str
    path: str
    source: str
    tree: ast.Module


@dataclass(frozen=True)
class Import:
    """One imported module, dotted; `early` if it happens when the importing module is loaded."""

    target: str
    line: int
    early: bool


def parse(path: str, source: str) -> Module:
    """A module from its path below the top of the checkout and its text."""
    parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
    return Module(".".join(parts[1:]), path, source, ast.parse(source))


def read(root: Path, folder: str) -> tuple[Module, ...]:
    """Every module below a folder of the checkout, in the order of their paths."""
    paths = sorted((root / folder).rglob("*.py"))
    return tuple(parse(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in paths)


# --- imports ---------------------------------------------------------------------------------------------


@cache
def imports(module: Module) -> tuple[Import, ...]:
    """Every import of a module, wherever it stands; `from a import b` gives both `a` and `a.b`."""
    return tuple(_imports(module, module.tree, early=True))


def _imports(module: Module, node: ast.AST, *, early: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, early) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            base = _absolute(module, child)
            yield Import(base, child.lineno, early)
            yield from (Import(f"{base}.{alias.name}", child.lineno, early) for alias in child.names)
        else:
            late = isinstance(child, Function | ast.Lambda) or _for_types_only(child)
            yield from _imports(module, child, early=early and not late)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    here = [PACKAGE, *filter(None, module.name.split("."))]
    package = here if module.path.endswith("__init__.py") else here[:-1]
    return ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def _imported(module: Module, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Where a module imports one of the names or something inside it, and which name; once a line."""
    hits = ((item, name) for item in imports(module) for name in names if f"{item.target}.".startswith(f"{name}."))
    yield from dict.fromkeys((f"{module.path}:{item.line}", name) for item, name in hits)


def upward_imports(modules: Iterable[Module]) -> Iterator[str]:
    """Core modules that import the shell, even lazily or for types."""
    shell = [f"{PACKAGE}.{name}" for name in sorted(SHELL)]
    for module in filter(_is_core, modules):
        yield from (f"{place}: core imports the shell module {name}" for place, name in _imported(module, shell))


def impurities(modules: Iterable[Module]) -> Iterator[str]:
    """Core modules that could read or change the world."""
    for module in filter(_is_core, modules):
        for place, name in _imported(module, IMPURE_MODULES):
            if (module.name, name) not in EXCEPTIONS:
                yield f"{place}: core imports {name}"
        for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
            if _is_impure(call.func):
                yield f"{module.path}:{call.lineno}: core calls {ast.unparse(call.func)}()"


def _is_core(module: Module) -> bool:
    return module.name.split(".")[0] not in SHELL


def _is_impure(called: ast.expr) -> bool:
    match called:
        case ast.Name(id=name):
            return name in IMPURE_CALLS
        case ast.Attribute(attr=name):
            return name in CLOCKS
    return False


def side_doors(modules: Iterable[Module]) -> Iterator[str]:
    """Modules other than the door that import something which opens connections."""
    for module in modules:
        if module.name != DOOR:
            yield from (f"{place}: only {DOOR}.py may import {name}" for place, name in _imported(module, NETWORK))


def cycles(modules: Iterable[Module]) -> Iterator[str]:
    """Modules that need each other when they are loaded."""
    known = {f"{PACKAGE}.{module.name}".rstrip("."): module for module in modules}
    graph = {name: set(_needed(name, module, known)) for name, module in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield "import cycle: " + " -> ".join(reversed(error.args[1]))


def _needed(name: str, module: Module, known: Iterable[str]) -> Iterator[str]:
    """The modules loaded for it; `from package import module` needs the module, not what the package loads."""
    early = [item for item in imports(module) if item.early]
    for item in early:
        through = any(other.line == item.line and _is_part(other.target, item.target, known) for other in early)
        if item.target in known and item.target != name and not through:
            yield item.target


def _is_part(target: str, package: str, known: Iterable[str]) -> bool:
    return target in known and target.rpartition(".")[0] == package


# --- sizes and names -------------------------------------------------------------------------------------


def lines(module: Module) -> int:
    """The lines of a file."""
    return len(module.source.splitlines())


def functions(module: Module) -> Iterator[Function]:
    """Every function of a module, methods and inner ones included."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """The lines of a function, from `def` to its last."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parameters(function: Function) -> int:
    """How many parameters a caller sees: without `self` and `cls`."""
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, [given.vararg, given.kwarg])]
    return sum(argument.arg not in {"self", "cls"} for argument in every)


def depth(node: ast.AST) -> int:
    """How deep statements that branch, loop or guard stand in each other; `elif` is no deeper than its `if`."""
    return max((_depth_below(node, child) for child in ast.iter_child_nodes(node)), default=0)


def _depth_below(parent: ast.AST, child: ast.AST) -> int:
    if isinstance(child, Function | ast.Lambda | ast.ClassDef):
        return 0
    is_elif = isinstance(parent, ast.If) and parent.orelse == [child] and isinstance(child, ast.If)
    return depth(child) + (isinstance(child, BRANCHES) and not is_elif)


def oversized_files(modules: Iterable[Module]) -> Iterator[str]:
    """Files that are too long."""
    for module in modules:
        if lines(module) > LONGEST_FILE:
            yield f"{module.path}: {lines(module)} lines, more than {LONGEST_FILE}"


def oversized_functions(modules: Iterable[Module]) -> Iterator[str]:
    """Functions that are too long, too deep or take too much."""
    for module in modules:
        for function in functions(module):
            place = f"{module.path}:{function.lineno}: {function.name}()"
            if length(function) > LONGEST_FUNCTION:
                yield f"{place} has {length(function)} lines, more than {LONGEST_FUNCTION}"
            if depth(function) > DEEPEST:
                yield f"{place} is {depth(function)} levels deep, more than {DEEPEST}"
            if parameters(function) > MOST_PARAMETERS:
                yield f"{place} takes {parameters(function)} parameters, more than {MOST_PARAMETERS}"


def swollen(modules: Iterable[Module]) -> Iterator[str]:
    """Growth of the package as a whole: the median file, the 90th percentile of functions."""
    filled = [module for module in modules if module.source]
    middle = statistics.median(map(lines, filled))
    if middle > MEDIAN_FILE:
        yield f"the median file has {middle} lines, more than {MEDIAN_FILE}"
    ranked = sorted(length(function) for module in filled for function in functions(module))
    if ranked and (high := ranked[len(ranked) * 9 // 10]) > LONG_FUNCTION:
        yield f"a tenth of the functions has {high} lines or more; at most {LONG_FUNCTION} is agreed"


def empty_names(modules: Iterable[Module]) -> Iterator[str]:
    """Modules whose name does not say what they are for."""
    for module in modules:
        if EMPTY_NAMES & set(re.split(r"[._]", module.name)):
            yield f"{module.path}: the name does not say what it is for"


# --- reasons ---------------------------------------------------------------------------------------------

SILENCED = re.compile(r"# (?:noqa|type: ignore)")
DEFENDED = re.compile(r"# (?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*\b|type: ignore\[[\w, -]+\])\W+\w")


def bare_suppressions(modules: Iterable[Module]) -> Iterator[str]:
    """Linter and type checker silenced without a word why."""
    for module in modules:
        for token in tokenize.generate_tokens(io.StringIO(module.source).readline):
            if token.type == tokenize.COMMENT and SILENCED.search(token.string) and not DEFENDED.search(token.string):
                yield f"{module.path}:{token.start[0]}: silenced without a code and a reason"


def undefended(project: str) -> Iterator[str]:
    """Dependencies and linter exceptions in pyproject.toml whose line carries no comment."""
    agreed = set(_entries(project))
    for number, line in enumerate(project.splitlines(), 1):
        for entry in re.findall(r'"([^"]+)"', line):
            if entry in agreed and not re.search(rf'"{re.escape(entry)}"[\], ]*# \w', line):
                yield f"pyproject.toml:{number}: {entry} gives no reason"


def _entries(project: str) -> Iterator[str]:
    table = tomllib.loads(project)
    linter = table["tool"]["ruff"]["lint"]
    yield from table["project"]["dependencies"]
    yield from linter["ignore"]
    for group in (linter["per-file-ignores"], table["dependency-groups"]):
        yield from (entry for entries in group.values() for entry in entries if isinstance(entry, str))
