"""What people install: the wheel made from the source archive holds all that the program reads, and runs."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
READ_AT_RUN_TIME = (
    "schemas/*.json",
    "licensecheck/law/*.json",
    "licensecheck/policies/*.toml",
    "licensecheck/templates/*",
)


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command outside the checkout; what it printed."""
    away = Path(sys.prefix)
    return subprocess.run(
        command, cwd=away, env={**os.environ, **environment}, capture_output=True, check=False, text=True
    )


def run_installed(installed: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python with the wheel's contents before anything else that is installed."""
    return run(sys.executable, *arguments, PYTHONPATH=str(installed))


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source archive of this checkout, and the wheel built from that archive."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(archives: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    done = run(sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", folder, archives[1])
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_wheel_holds_every_file_that_the_program_reads(installed: Path) -> None:
    wanted = [sorted(ROOT.glob(pattern)) for pattern in READ_AT_RUN_TIME]
    assert all(wanted)
    for path in chain.from_iterable(wanted):
        inside = installed / "licensecheck" / path.parent.name / path.name
        assert inside.read_bytes() == path.read_bytes(), inside


def test_wheel_is_typed_and_licensed(installed: Path) -> None:
    assert (installed / "licensecheck" / "py.typed").is_file()
    assert [path.name for path in installed.glob("repubcheck-*.dist-info/licenses/*")] == ["LICENSE"]


def test_wheel_holds_nothing_else(installed: Path) -> None:
    assert sorted(path.name.split("-")[0] for path in installed.iterdir()) == ["bin", "licensecheck", "repubcheck"]


def test_source_archive_can_be_tested(archives: tuple[Path, Path]) -> None:
    with tarfile.open(archives[0]) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"tests/conftest.py", "uv.lock", ".ci/dev", "LICENSE", "README.md"} <= inside


@pytest.mark.parametrize("start", [("-m", "licensecheck"), ("bin/repubcheck",)])
def test_wheel_runs(installed: Path, start: tuple[str, ...]) -> None:
    script = [installed / part if "/" in part else part for part in start]
    done = run_installed(installed, *script, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("repubcheck ")


def test_wheel_and_checkout_find_the_same_schemas(installed: Path) -> None:
    code = "from licensecheck import schemas as s; print(s.__file__, *map(s.schema_text, s.schema_names()), sep='\\0')"
    wheel, checkout = (run_installed(folder, "-c", code) for folder in (installed, ROOT))
    assert (wheel.returncode, checkout.returncode) == (0, 0), wheel.stderr + checkout.stderr
    (where, *inside), (_, *beside) = (done.stdout.split("\0") for done in (wheel, checkout))
    assert where.startswith(str(installed))
    assert inside == beside
    assert inside
