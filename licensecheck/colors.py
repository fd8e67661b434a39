"""Colours as style sheets write them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from licensecheck.patterns import pattern

_HEX = pattern(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = pattern(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*(0|0?\.0+|1|1\.0+|0%|100%)\s*)?\)")
_NAMED = {
    "black": "#000", "silver": "#c0c0c0", "gray": "#808080", "grey": "#808080", "white": "#fff", "red": "#f00",
    "maroon": "#800000", "lime": "#0f0", "green": "#008000", "navy": "#000080", "blue": "#00f", "yellow": "#ff0",
    "whitesmoke": "#f5f5f5", "snow": "#fffafa", "ivory": "#fffff0", "transparent": "#0000",
}  # fmt: skip


class Color(NamedTuple):
    """Red, green and blue from 0 to 255, and whether any of it is seen."""

    red: int
    green: int
    blue: int
    opaque: bool = True


@lru_cache(maxsize=1024)
def read_color(value: str) -> Color | None:
    """The colour that a CSS value in lower case names; `None` if it is none, half transparent, or rarely named so."""
    value = _NAMED.get(value, value)
    if digits := _HEX.fullmatch(value):
        written = digits[1] if len(digits[1]) > len("rgba") else "".join(2 * digit for digit in digits[1])
        red, green, blue, alpha = bytes.fromhex(written.ljust(8, "f"))
        return Color(red, green, blue, opaque=alpha > 0) if alpha in {0, 255} else None
    if parts := _RGB.fullmatch(value):
        red, green, blue = (min(int(part), 255) for part in parts.groups()[:3])
        return Color(red, green, blue, opaque=(parts[4] or "1").startswith("1"))
    return None
