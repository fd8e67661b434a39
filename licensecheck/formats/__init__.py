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


FORMATS: Mapping[str, Callable[[], Format]] = {"human": _human, "json": _json}
