"""What a reader asked to see, for formats that leave something out, and in which colours."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from licensecheck.terms import Severity


class View(NamedTuple):
    """The mildest findings to show, and whether the terminal takes colours; formats for programs show all."""

    show: Severity = Severity.REVIEW
    colour: bool = False


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
