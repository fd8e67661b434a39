"""What a reader asked to see, for formats that leave something out, and in which colours."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.gate import Gate
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from licensecheck.record import FindingRecord, Record


def _first_line(_record: Record, _finding: FindingRecord) -> int:
    return 1


class View(NamedTuple):
    """What a reader wants, and what the records do not say themselves.

    `show` is the mildest finding for those formats that do not give all, `colour` whether the terminal takes colours,
    `gate` what fails a run. Formats that point into files go by `line_of`, the line of the page's file on which a
    finding stands, and by `listing`, the file that stands for pages which are no files.
    """

    show: Severity = Severity.REVIEW
    colour: bool = False
    gate: Gate = Gate.VIOLATION
    line_of: Callable[[Record, FindingRecord], int] = _first_line
    listing: str | None = None


class Colour(StrEnum):
    """Foreground colours by their number in an SGR sequence (ECMA-48 §8.3.117)."""

    PLAIN = "39"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    CYAN = "36"


def painted(text: str, colour: Colour, view: View) -> str:
    """The text in bold and a colour, if the reader takes colours."""
    return f"\x1b[1;{colour}m{text}\x1b[0m" if view.colour else text
