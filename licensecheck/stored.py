"""Records out of the text of earlier results, JSON or JSON Lines, held against the schema of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from licensecheck.conformity import conforms
from licensecheck.documents import read_json
from licensecheck.errors import InputError
from licensecheck.schemas import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.record import Record

_SCHEMA, _VERSION = "report-1", "1"
_ADVICE = "Give what `check` wrote with --format json or jsonl."
# Characters of what jsonschema says, which may quote all of a value.
_LONGEST = 200


def read_records(text: str, file: str) -> Iterator[Record]:
    """The records of a file of results, in order.

    Raises `InputError` for what is neither a record, an array of them nor one a line, at the first that is none.
    """
    for where, value in _values(text, file):
        _hold(value, file, where)
        yield cast("Record", value)


def _values(text: str, file: str) -> Iterator[tuple[str, object]]:
    """What should be records, each with its place."""
    lines = text.strip().split("\n")
    if len(lines) > 1 and lines[0].rstrip().endswith("}"):
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield (where := f"line {number}"), _value(line, file, where)
        return
    value = _value(text, file)
    for number, record in enumerate(value if isinstance(value, list) else [value], 1):
        yield f"report {number}", record


def _value(text: str, file: str, where: str | None = None) -> object:
    try:
        return read_json(text, file)
    except InputError as error:
        raise InputError(error.problem, file=file, where=where or error.where, advice=_ADVICE) from None


def _hold(value: object, file: str, where: str) -> None:
    """Raise `InputError` unless the value is a record of the version that this program knows."""
    if not isinstance(value, dict) or not {"schema_version", "verdict", "findings"} <= value.keys():
        raise InputError("is no report", file=file, where=where, advice=_ADVICE)
    if value["schema_version"] != _VERSION:
        problem = f"follows version {value['schema_version']!r} of the report, and this program reads {_VERSION}"
        raise InputError(problem[:_LONGEST], file=file, where=where)
    if conforms(value, load_schema(_SCHEMA)):
        return
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (slow to load, and most results need none)
    from jsonschema.exceptions import best_match  # noqa: PLC0415 (as above)

    error = best_match(Draft202012Validator(load_schema(_SCHEMA)).iter_errors(value))
    while error and error.context:  # none of the forms that a value may have: the one that fits best says most
        error = max(error.context, key=lambda each: len(each.absolute_path))
    if error:
        raise InputError(f"{error.json_path}: {error.message}"[:_LONGEST], file=file, where=where)
