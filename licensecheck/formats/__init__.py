"""The formats: each turns records into one text, and prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.formats.human import human
from licensecheck.formats.json import as_json
from licensecheck.formats.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from licensecheck.record import Record

    Format = Callable[[Sequence[Record], View], str]

__all__ = ["FORMATS", "View"]

FORMATS: Mapping[str, Format] = {"human": human, "json": as_json}
