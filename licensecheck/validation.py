"""Values held against their schemas: all that is wrong, with the JSON paths."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from licensecheck.conformity import conforms
from licensecheck.documents import RepeatingObject
from licensecheck.errors import InputError, ManifestError, Mistake
from licensecheck.patterns import pattern
from licensecheck.schemas import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 32
# An article has a few hundred values; to validate this many takes about a second.
MAX_VALUES = 20_000

_SURROGATE = pattern("[\ud800-\udfff]")
_MEMBER = pattern(r"[^\W\d]\w*")
_SHOWN = 60

_Parts = tuple[str | int, ...]


def validate(value: object, schema: str, file: str | None = None) -> None:
    """Raise `ManifestError` with all the mistakes in a value read from JSON or TOML, sorted by path.

    `schema` is one of `schema_names()`. A value too deep or too large to be looked at is an `InputError`.
    """
    found = set(_oddities(value, file))
    if not conforms(value, load_schema(schema)):
        from licensecheck.mistakes import breaches  # noqa: PLC0415 (loads jsonschema, of which most values need none)

        found.update(breaches(value, schema))
    if found:
        raise ManifestError((Mistake(_json_path(parts), message) for parts, message in sorted(found)), file=file)


def _oddities(value: object, file: str | None) -> Iterator[tuple[_Parts, str]]:
    """What JSON's grammar lets through and no schema sees: repeated keys and halves of characters."""
    for parts, current in _walk(value, file):
        if isinstance(current, RepeatingObject):
            yield from (((*parts, key), "stands here more than once") for key in current.repeated)
        elif isinstance(current, str) and _SURROGATE.search(current):
            yield parts, "holds half a character (a lone surrogate)"


def _walk(value: object, file: str | None) -> Iterator[tuple[_Parts, object]]:
    """The value and all that it holds; beyond the limits an `InputError`, before it takes any more memory."""
    ahead: list[tuple[_Parts, object]] = [((), value)]
    room = MAX_VALUES
    while ahead:
        parts, current = ahead.pop()
        yield parts, current
        if not isinstance(current, (dict, list)):
            continue
        room -= len(current)
        if room < 0 or len(parts) == MAX_DEPTH:
            problem = f"holds more than {MAX_VALUES:,} values, or is nested more than {MAX_DEPTH} deep"
            raise InputError(problem, file=file, where=_json_path(parts))
        members = current.items() if isinstance(current, dict) else enumerate(current)
        ahead += (((*parts, key), member) for key, member in members)


def _json_path(parts: _Parts) -> str:
    """The path as RFC 9535 writes it, short form where the name allows; long names are cut."""
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else _member(part) for part in parts)


def _member(name: str) -> str:
    if len(name) > _SHOWN:
        name = f"{name[:_SHOWN]}…"
    if _MEMBER.fullmatch(name):
        return f".{name}"
    escaped = json.dumps(name)[1:-1].replace("'", "\\'")
    return f"['{escaped}']"
