"""The JSON Schemas that the program's files follow."""

from __future__ import annotations

import json
from functools import cache

from licensecheck.bundled import bundled
from licensecheck.errors import UsageError

_SUFFIX = ".schema.json"


def schema_names() -> tuple[str, ...]:
    """The names that `load_schema` knows, sorted; each carries its version, as in `work-1`."""
    names = (entry.name for entry in bundled("schemas").iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def schema_text(name: str) -> str:
    """The schema of that name as it is published, byte for byte; `UsageError` if there is none."""
    if name not in schema_names():
        message = f"there is no schema {name!r}; there are: {', '.join(schema_names())}"
        raise UsageError(message)
    return (bundled("schemas") / f"{name}{_SUFFIX}").read_text(encoding="utf-8")


@cache
def load_schema(name: str) -> dict[str, object]:
    """The schema of that name as a value shared by all callers: read it, do not change it."""
    schema: dict[str, object] = json.loads(schema_text(name))
    return schema
