"""The JSON Schemas that the program's files follow: the one place that reads them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from licensecheck.errors import UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SUFFIX = ".schema.json"


def schema_names() -> tuple[str, ...]:
    """The names that `load_schema` knows, sorted; each carries its version, as in `work-1`."""
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def schema_text(name: str) -> str:
    """The schema of that name as it is published, byte for byte; `UsageError` if there is none."""
    if name not in schema_names():
        message = f"there is no schema {name!r}; there are: {', '.join(schema_names())}"
        raise UsageError(message)
    return (_folder() / f"{name}{_SUFFIX}").read_text(encoding="utf-8")


@cache
def load_schema(name: str) -> dict[str, object]:
    """The schema of that name as a value shared by all callers: read it, do not change it."""
    schema: dict[str, object] = json.loads(schema_text(name))
    return schema


def _folder() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 (slow to load; most runs read no schema)

    # A wheel carries the schemas inside the package; a checkout keeps them beside it.
    packaged = files("licensecheck") / "schemas"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[1] / "schemas"
