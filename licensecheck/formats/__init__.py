"""The formats: each turns records into one text, and prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.formats.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from licensecheck.record import Record

    Format = Callable[[Sequence[Record], View], str]

__all__ = ["FORMATS", "View", "render"]


def render(form: str, records: Sequence[Record], view: View) -> str:
    """The records in one of `FORMATS`."""
    return FORMATS[form]()(records, view)


# A format that nobody asks for is not loaded.


def _human() -> Format:
    from licensecheck.formats.human import human  # noqa: PLC0415 (as said above)

    return human


def _json() -> Format:
    from licensecheck.formats.json import as_json  # noqa: PLC0415 (as said above)

    return as_json


def _jsonl() -> Format:
    from licensecheck.formats.jsonl import as_jsonl  # noqa: PLC0415 (as said above)

    return as_jsonl


def _sarif() -> Format:
    from licensecheck.formats.sarif import sarif  # noqa: PLC0415 (as said above)

    return sarif


def _junit() -> Format:
    from licensecheck.formats.junit import junit  # noqa: PLC0415 (as said above)

    return junit


def _github() -> Format:
    from licensecheck.formats.github import github  # noqa: PLC0415 (as said above)

    return github


def _markdown() -> Format:
    from licensecheck.formats.markdown import markdown  # noqa: PLC0415 (as said above)

    return markdown


def _csv() -> Format:
    from licensecheck.formats.csv import as_csv  # noqa: PLC0415 (as said above)

    return as_csv


def _html() -> Format:
    from licensecheck.formats.html import html  # noqa: PLC0415 (as said above)

    return html


FORMATS: Mapping[str, Callable[[], Format]] = {
    "human": _human,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
    "csv": _csv,
    "html": _html,
}
"""How each format is loaded, by the name that `--format` takes."""
