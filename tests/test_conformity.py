"""The quick yes to a value, beside what jsonschema says of it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.conformity import conforms
from licensecheck.mistakes import breaches
from licensecheck.schemas import load_schema

ROOT = Path(__file__).resolve().parents[1]
MANIFESTS = [*(ROOT / "fixtures" / "works").glob("*.json"), ROOT / "fixtures" / "demo" / "work.json"]
WHOLE = {
    **json.loads(MANIFESTS[0].read_text(encoding="utf-8")),
    "versions": [{"name": "first", "date": "2024-01-01", "body": ["One.", {"subhead": "Two"}]}],
    "links": [{"text": "a link", "url": "https://example.org/"}],
    "permissions": ["ND-402"],
    "credit_removed_by_request": False,
}
ODD = st.sampled_from((None, True, 0, 1.5, "", " ", "x", "2024-13-01", "http://", [], [None], {}, {"subhead": 1}, "1"))


def test_the_works_of_our_own_need_no_second_look() -> None:
    schema = load_schema("work-1")
    assert [path.name for path in MANIFESTS if not conforms(json.loads(path.read_text("utf-8")), schema)] == []
    assert conforms(WHOLE, schema)


@given(st.data())
def test_a_yes_is_a_yes_and_only_what_is_wrong_gets_a_no(data: st.DataObject) -> None:
    value = copy.deepcopy(WHOLE)
    for _ in range(data.draw(st.integers(1, 3))):
        place, key = _place(value, data)
        act = data.draw(st.sampled_from(("put", "take", "rename")))
        if isinstance(place, list):
            place[cast("int", key)] = data.draw(ODD)
        elif act == "put":
            place[str(key)] = data.draw(ODD)
        elif act == "take":
            place.pop(str(key), None)
        else:
            place[f"{key}s"] = place.pop(str(key), None)
    assert conforms(value, load_schema("work-1")) == (not list(breaches(value, "work-1")))


def _place(value: object, data: st.DataObject) -> tuple[dict[str, object] | list[object], object]:
    """A container anywhere in the value, and one of its keys."""
    places: list[tuple[dict[str, object] | list[object], object]] = []
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, (dict, list)):
            keys = list(current) if isinstance(current, dict) else list(range(len(current)))
            places += [(current, key) for key in keys]
            waiting += current.values() if isinstance(current, dict) else current
    return data.draw(st.sampled_from(places))


@pytest.mark.parametrize("schema", [{"minLength": 3}, {"format": "email"}, {"type": "string", "not": {"const": "a"}}])
def test_what_it_does_not_know_it_does_not_affirm(schema: dict[str, object]) -> None:
    assert not conforms("a text", schema)
