"""Values held against their schemas: all that is wrong, in words that the writer understands, with the JSON paths.

Loads jsonschema, which takes longer than a whole check: import this module only where something is validated.
"""

from __future__ import annotations

import difflib
import json
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry

from licensecheck.documents import RepeatingObject
from licensecheck.errors import InputError, ManifestError, Mistake
from licensecheck.licenses import recognise_uri
from licensecheck.patterns import pattern
from licensecheck.schemas import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jsonschema import ValidationError

MAX_DEPTH = 32
# An article has a few hundred values; to validate this many takes about a second.
MAX_VALUES = 20_000

_SURROGATE = pattern("[\ud800-\udfff]")
_MEMBER = pattern(r"[^\W\d]\w*")
_GAP = pattern(r"[\s\x00-\x1f\x7f]")
_NOT_BLANK = r"\S"
_SHOWN = 60

_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "text",
}
_FORMATS = {
    "cc-license": "the address of a Creative Commons licence, as in https://creativecommons.org/licenses/by-nc-nd/3.0/",
    "iso-8601": "a date, as in 2024-01-31 or 2024-01-31T08:00:00Z",
    "language": "a language tag, as in en or pt-BR",
    "uri": "a full web address, as in https://example.org/article",
}

_Parts = tuple[str | int, ...]


def validate(value: object, schema: str, file: str | None = None) -> None:
    """Raise `ManifestError` with all the mistakes in a value read from JSON or TOML, sorted by path.

    `schema` is one of `schema_names()`. A value too deep or too large to be looked at is an `InputError`.
    """
    found = {*_oddities(value, file), *_breaches(value, schema)}
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


def _breaches(value: object, schema: str) -> Iterator[tuple[_Parts, str]]:
    """What the schema forbids."""
    for error in _validator(schema).iter_errors(value):
        parts = tuple(error.absolute_path)
        subschema = cast("Mapping[str, object]", error.schema)
        match error.validator, subschema:
            case "additionalProperties", {"properties": dict(known)}:
                yield from (((*parts, key), _unknown(key, known)) for key in error.instance if key not in known)
            case "required", {"required": list(keys)}:
                yield from (((*parts, key), "is missing") for key in keys if key not in error.instance)
            case _:
                yield parts, _reason(error, subschema)


def _reason(error: ValidationError, subschema: Mapping[str, object]) -> str:
    """Why a value is refused, in a few words."""
    match error.validator, subschema:
        case "type", {"type": str(kind)}:
            return f"must be {_TYPES[kind]}, not {_kind(error.instance)}"
        case "type", {"type": list(kinds)}:
            return f"must be {' or '.join(_TYPES[kind] for kind in kinds)}, not {_kind(error.instance)}"
        case "const", {"const": wanted}:
            return f"must be {json.dumps(wanted)}"
        case "pattern", {"pattern": str(pattern)} if pattern == _NOT_BLANK:
            return "must not be blank"
        case "pattern" | "format", {"format": str(name)} if name in _FORMATS:
            return f"must be {_FORMATS[name]}"
    return error.message


def _unknown(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key[:_SHOWN], known, n=1)
    return f"is not a known key; did you mean {near[0]}?" if near else "is not a known key"


def _kind(value: object) -> str:
    """What a value is, in the words of `_TYPES`."""
    checker = Draft202012Validator.TYPE_CHECKER
    return next(words for kind, words in _TYPES.items() if checker.is_type(value, kind))


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


@cache
def _validator(schema: str) -> Draft202012Validator:
    """A validator that checks our formats and, with a registry of its own, never fetches anything."""
    checker = FormatChecker(formats=())
    checker.checks("cc-license")(_names_a_license)
    checker.checks("iso-8601", raises=ValueError)(_is_date)
    checker.checks("uri", raises=ValueError)(_is_web_address)
    return Draft202012Validator(load_schema(schema), registry=Registry(), format_checker=checker)


def _names_a_license(value: object) -> bool:
    if not isinstance(value, str):
        return True
    reading = recognise_uri(value)
    return reading is not None and reading.license is not None and not reading.flaw


def _is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(datetime.fromisoformat(value))


def _is_web_address(value: object) -> bool:
    if not isinstance(value, str):
        return True
    address = urlsplit(value)
    return bool(address.hostname) and address.port != 0 and not _GAP.search(value)
