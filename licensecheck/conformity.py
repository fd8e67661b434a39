"""Whether a value follows a schema: a quick yes, or else it is for jsonschema to say."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import repeat
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from licensecheck.licenses import recognise_uri
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Schema = Mapping[str, object]
    _Test = Callable[[object, Schema, Schema], bool]

_GAP = pattern(r"[\s\x00-\x1f\x7f]")
_NOTES = frozenset({"$schema", "$id", "$defs", "title", "description", "default", "examples"})
_TYPES: Mapping[str, tuple[type, ...]] = {
    "array": (list,),
    "boolean": (bool,),
    "integer": (int,),
    "null": (type(None),),
    "number": (int, float),
    "object": (dict,),
    "string": (str,),
}


def conforms(value: object, schema: Schema, root: Schema | None = None) -> bool:
    """Whether the value surely follows the schema (JSON Schema 2020-12); `False` may also mean *not sure*.

    Knows the keywords that our schemas use, `$ref` within the `root` schema among them. The options of a `oneOf` are
    taken to exclude each other.
    """
    root = root or schema
    return all(name in _NOTES or (name in _TESTS and _TESTS[name](value, schema, root)) for name in schema)


def _is_type(value: object, schema: Schema, _root: Schema) -> bool:
    kinds = schema["type"]
    names = cast("list[str]", kinds if isinstance(kinds, list) else [kinds])
    wanted = tuple(kind for name in names for kind in _TYPES[name])
    return isinstance(value, wanted) and (not isinstance(value, bool) or bool in wanted)


def _refers(value: object, schema: Schema, root: Schema) -> bool:
    found: object = root
    for step in str(schema["$ref"]).removeprefix("#/").split("/"):
        found = cast("Schema", found)[step]
    return conforms(value, cast("Schema", found), root)


def _members_conform(value: object, schema: Schema, root: Schema) -> bool:
    known = cast("Mapping[str, Schema]", schema["properties"])
    return not isinstance(value, dict) or all(conforms(value[key], known[key], root) for key in known.keys() & value)


def _others_conform(value: object, schema: Schema, root: Schema) -> bool:
    if not isinstance(value, dict):
        return True
    others = value.keys() - cast("Schema", schema.get("properties", {})).keys()
    allowed = schema["additionalProperties"]
    return (
        not others if allowed is False else all(conforms(value[key], cast("Schema", allowed), root) for key in others)
    )


def _items_conform(value: object, schema: Schema, root: Schema) -> bool:
    if not isinstance(value, list):
        return True
    named = cast("list[Schema]", schema.get("prefixItems", []))
    rest = value[len(named) :]
    return not rest or (
        bool(schema["items"]) and all(conforms(item, cast("Schema", schema["items"]), root) for item in rest)
    )


def _first_items_conform(value: object, schema: Schema, root: Schema) -> bool:
    named = cast("list[Schema]", schema["prefixItems"])
    return not isinstance(value, list) or all(map(conforms, value, named, repeat(root)))


def _is_within(value: object, schema: Schema, _root: Schema) -> bool:
    if not isinstance(value, (int, float)):
        return True
    low, high = (cast("float", schema.get(key, value)) for key in ("minimum", "maximum"))
    return low <= value <= high


def _differ(value: object, _schema: Schema, _root: Schema) -> bool:
    return not isinstance(value, list) or (
        all(isinstance(item, str) for item in value) and len(set(value)) == len(value)
    )


_TESTS: Mapping[str, _Test] = {
    "type": _is_type,
    "const": lambda value, schema, _: type(value) is type(schema["const"]) and value == schema["const"],
    "enum": lambda value, schema, _: isinstance(value, str) and value in cast("list[object]", schema["enum"]),
    "$ref": _refers,
    "properties": _members_conform,
    "additionalProperties": _others_conform,
    "required": lambda value, schema, _: (
        not isinstance(value, dict) or all(key in value for key in cast("list[str]", schema["required"]))
    ),
    "oneOf": lambda value, schema, root: any(
        conforms(value, option, root) for option in cast("list[Schema]", schema["oneOf"])
    ),
    "items": _items_conform,
    "prefixItems": _first_items_conform,
    "uniqueItems": _differ,
    "minimum": _is_within,
    "maximum": _is_within,
    "minItems": lambda value, schema, _: not isinstance(value, list) or len(value) >= cast("int", schema["minItems"]),
    "maxItems": lambda value, schema, _: not isinstance(value, list) or len(value) <= cast("int", schema["maxItems"]),
    "pattern": lambda value, schema, _: (
        not isinstance(value, str) or re.search(str(schema["pattern"]), value) is not None
    ),
    "format": lambda value, schema, _: FORMATS.get(str(schema["format"]), _unknown)(value),
}


# --- formats


def _unknown(_value: object) -> bool:
    """What is said of a format that nobody told us of: nothing for sure."""
    return False


def _names_a_license(value: object) -> bool:
    if not isinstance(value, str):
        return True
    reading = recognise_uri(value)
    return reading is not None and reading.license is not None and not reading.flaw


def _is_date(value: object) -> bool:
    try:
        return not isinstance(value, str) or bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _is_web_address(value: object) -> bool:
    if not isinstance(value, str):
        return True
    try:
        address = urlsplit(value)
        return bool(address.hostname) and address.port != 0 and not _GAP.search(value)
    except ValueError:
        return False


def _is_free(_value: object) -> bool:
    """A format that its pattern describes in full."""
    return True


# The formats of our schemas beyond JSON Schema's own, and what has them.
FORMATS: Mapping[str, Callable[[object], bool]] = {
    "cc-license": _names_a_license,
    "iso-8601": _is_date,
    "uri": _is_web_address,
    "language": _is_free,
}
