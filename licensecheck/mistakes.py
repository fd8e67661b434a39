"""What is wrong with a value that does not follow its schema, in words that its writer understands.

Loads jsonschema, which takes longer than a whole check: import this module only where something is wrong.
"""

from __future__ import annotations

import difflib
import json
from functools import cache
from typing import TYPE_CHECKING, cast

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry

from licensecheck.conformity import FORMATS
from licensecheck.schemas import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jsonschema import ValidationError

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
_NAMES = {
    "cc-license": "the address of a Creative Commons licence, as in https://creativecommons.org/licenses/by-nc-nd/3.0/",
    "iso-8601": "a date, as in 2024-01-31 or 2024-01-31T08:00:00Z",
    "language": "a language tag, as in en or pt-BR",
    "uri": "a full web address, as in https://example.org/article",
}


def breaches(value: object, schema: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the schema of that name forbids: the place in the value, by keys and indices, and what is wrong there."""
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
        case "pattern" | "format", {"format": str(name)} if name in _NAMES:
            return f"must be {_NAMES[name]}"
    return error.message


def _unknown(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key[:_SHOWN], known, n=1)
    return f"is not a known key; did you mean {near[0]}?" if near else "is not a known key"


def _kind(value: object) -> str:
    """What a value is, in the words of `_TYPES`."""
    checker = Draft202012Validator.TYPE_CHECKER
    return next(words for kind, words in _TYPES.items() if checker.is_type(value, kind))


@cache
def _validator(schema: str) -> Draft202012Validator:
    """A validator that checks our formats and, with a registry of its own, never fetches anything."""
    checker = FormatChecker(formats=())
    for name, holds in FORMATS.items():
        checker.checks(name)(holds)
    return Draft202012Validator(load_schema(schema), registry=Registry(), format_checker=checker)
