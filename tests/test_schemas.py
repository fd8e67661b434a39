"""Schemas are found in the checkout and in the wheel, and each is one that we can publish."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from licensecheck.errors import UsageError
from licensecheck.schemas import load_schema, schema_names, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
NAMES = schema_names()


def properties(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Every property that a schema describes, wherever it stands."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for part in schema.values():
            yield from properties(part)


def test_names_are_sorted_and_hold_the_work() -> None:
    assert list(NAMES) == sorted(NAMES)
    assert "work-1" in NAMES


def test_text_is_the_file() -> None:
    assert schema_text("work-1") == (ROOT / "schemas" / "work-1.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["work", "work-1.schema.json", "../schemas/work-1", ""])
def test_unknown_names_are_usage_errors(name: str) -> None:
    with pytest.raises(UsageError, match=r"there are: .*work-1"):
        load_schema(name)


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_and_local(name: str) -> None:
    schema = load_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:repubcheck:schema:{name}"
    references = [line for line in schema_text(name).splitlines() if '"$ref"' in line]
    assert all('"$ref": "#/$defs/' in line for line in references)


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_documented(name: str) -> None:
    for key, schema in properties(load_schema(name)):
        assert schema.get("title"), key
        assert str(schema.get("description", "")).endswith("."), key


def test_installed_schemas_come_before_those_of_a_checkout(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "licensecheck", tmp_path / "licensecheck", ignore=shutil.ignore_patterns("__pycache__"))
    for folder, title in ((tmp_path, "beside"), (tmp_path / "licensecheck", "inside")):
        (folder / "schemas").mkdir(exist_ok=True)
        (folder / "schemas" / "probe-1.schema.json").write_text(json.dumps({"title": title}), encoding="utf-8")
    script = "from licensecheck.schemas import load_schema; print(load_schema('probe-1')['title'])"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "inside"
