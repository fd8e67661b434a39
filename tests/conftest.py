"""What every test may use: the committed files to compare with, and the material beside the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

SHARED = Path(__file__).resolve().parents[2] / "shared"

# Where a machine sets it, it hides from the tests how output ends for everyone else.
os.environ.pop("PYTHONUNBUFFERED", None)

# A deadline per example fails on a busy machine, not on slow code; speed has its own benchmark.
settings.register_profile("steady", parent=settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.register_profile("thorough", parent=settings.get_profile("steady"), max_examples=3_000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`, which `.ci/dev update` gives."""
    parser.addoption("--update", action="store_true", help="rewrite the files that the fixture `golden` compares")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Under `--update`, run only the tests that can rewrite something."""
    if config.getoption("update"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what is marked `shared` where the folder is absent."""
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip("needs the folder `shared` beside the checkout")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material beside the checkout; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder `shared` beside the checkout")
    return SHARED


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a generated text with the committed file, or rewrites the file under `--update`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing: run `python3 .ci/dev update`"
        assert path.read_text(encoding="utf-8") == text, f"{path} is out of date: run `python3 .ci/dev update`"

    return compare
