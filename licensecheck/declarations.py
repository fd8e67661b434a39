"""What a run of CSS declarations does to what a reader sees, as far as the declarations alone can tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A cheap look at whether declarations may hide, from the colon on: that is what regular expressions find fast.
# It asks for the last letter of the property: displaY, visibilitY, opacitY, overfloW(-X, -Y), font-sizE, scalE.
HINT = pattern(
    r":(?:(?<=[wxy]:)\s*(?:none|hidden|collapse|clip|[.0])|(?<=e:)\s*[.0]|\s*(?:-\d\d|[/\\])|(?<=\s:)"
    r"|\s*(?:rect|inset|circle|ellipse|polygon|scale|translate)\w*\()"
)
_TRANSPARENT = pattern(r"(?<![\w-])color\s*:\s*(?:transparent|rgba|hsla)", re.IGNORECASE)

# Strings and comments, whose semicolons separate nothing.
_OPAQUE = pattern(r"/\*.*?(?:\*/|\Z)|\"[^\"]*\"?|'[^']*'?", re.DOTALL)

_LONGEST_REMEMBERED = 1000

# Text is out of sight beyond this many pixels; designers write -999px, -9999px and -62.5em.
_FAR = -999
_PIXELS = {"px": 1, "em": 16, "rem": 16, "": 1}
_LENGTH = pattern(r"([-+]?(?:\d++(?:\.\d*+)?|\.\d++))(px|r?em|)")
_ZERO = pattern(r"[-+]?(?:0++(?:\.0*+)?|\.0++)(?:[a-z]+|%)?")
_UNSET = pattern(r"none\b|(?:0[a-z%]*\s*)+$")
_FLUNG = pattern(r"translate\w*\([^)]{0,99}-(?:999|\d{4,})")
_FLAT = pattern(r"scale(?:3d|x|y)?\((?:0++(?:\.0*+)?|\.0++)[,)]")
_NUMBER = pattern(r"-?(?:\d++(?:\.\d++)?|\.\d++)")
_POINT = pattern(r"circle\(0|ellipse\(0|polygon\((?:0[a-z%]*[, ]*)+\)")

# What moves will be shown in time, or on a click like a closed `details`; a shift announces a script that reveals.
_MOVING = ("animation", "animation-name", "transition", "transition-property")
_REVEALED = ("transform", "translate", "filter")
# A box without height may get its room from these, and lets out what it has where it scrolls.
_ROOM = ("padding", "padding-top", "padding-bottom", "padding-left", "min-width", "min-height", "flex", "flex-grow")
_SIDES = ("left", "top", "right", "bottom")


class Style(NamedTuple):
    """Declarations by property: their values, which are `!important`, and the property that hides, "" if none does."""

    values: Mapping[str, str]
    important: frozenset[str]
    hides_by: str


def may_hide(declarations: str) -> bool:
    """Whether `read_style` could find anything hidden in these declarations, in lower case; three times faster."""
    return HINT.search(declarations) is not None


def may_blend(declarations: str) -> bool:
    """Whether `blends` could be true of these declarations."""
    if "background" in declarations and declarations.count("color") > declarations.count("background-color"):
        return True
    return _TRANSPARENT.search(declarations) is not None


def read_style(declarations: str) -> Style:
    """Read CSS declarations (a `style` attribute, the inside of a rule); what is not valid counts for nothing.

    Splits at semicolons: a tokeniser takes 20 times as long, and recurses as deep as a page tells it to.
    """
    return _remembered(declarations) if len(declarations) <= _LONGEST_REMEMBERED else _read(declarations)


def _read(declarations: str) -> Style:
    values: dict[str, str] = {}
    important = set()
    for declaration in _OPAQUE.sub("", declarations).lower().split(";"):
        written, _, value = declaration.partition(":")
        name, value = written.strip().removeprefix("-webkit-"), value.strip()
        if value.endswith("important"):
            important.add(name)
            values[name] = value.removesuffix("important").rstrip("! ")
        elif name not in important:
            values[name] = value
    return Style(values, frozenset(important), next(_ways(values), ""))


_remembered = lru_cache(maxsize=4096)(_read)


def blends(declarations: str) -> bool:
    """Whether the text has the colour of its background, where the same declarations set both."""
    from tinycss2.color3 import parse_color  # noqa: PLC0415 (slow to load; few styles set both)

    values = read_style(declarations).values
    ink = parse_color(values.get("color", ""))
    if ink is None or "background-clip" in values or "text-shadow" in values:
        return False
    paper = parse_color(values.get("background-color") or values.get("background", ""))
    return ink == paper or getattr(ink, "alpha", 1) == 0


def _ways(values: Mapping[str, str]) -> Iterator[str]:
    """The properties through which an element is hidden, the most telling first."""
    if values.get("display") == "none":
        yield "display"
    if values.get("content-visibility") == "hidden":
        yield "content-visibility"
    yield from _clipped(values)
    if not _any_set(values, _MOVING):
        yield from _faded(values)
        yield from _squeezed(values)
    if _ZERO.fullmatch(values.get("font-size", "")):
        yield "font-size"
    yield from _displaced(values)


def _any_set(values: Mapping[str, str], names: tuple[str, ...]) -> bool:
    """Whether any of the properties has a value other than none or zero."""
    return any(not _UNSET.match(values[name]) for name in names if name in values)


def _faded(values: Mapping[str, str]) -> Iterator[str]:
    if values.get("visibility") in {"hidden", "collapse"}:
        yield "visibility"
    if _ZERO.fullmatch(values.get("opacity", "")) and not _any_set(values, _REVEALED):
        yield "opacity"
    if _FLAT.search(values.get("transform", "")):
        yield "transform"
    if _ZERO.fullmatch(values.get("scale", "")):
        yield "scale"


def _displaced(values: Mapping[str, str]) -> Iterator[str]:
    if values.get("position", "static") not in {"static", "sticky"}:
        yield from (side for side in _SIDES if _pixels(values.get(side, "")) <= _FAR)
    if not _any_set(values, _ROOM):
        yield from (name for name in ("margin-left", "margin-top") if _pixels(values.get(name, "")) <= _FAR)
    indent = values.get("text-indent", "")
    if _pixels(indent) <= _FAR or (indent.startswith("100%") and _is_cut(values)):
        yield "text-indent"
    if _FLUNG.search(values.get("transform", "")):
        yield "transform"


def _clipped(values: Mapping[str, str]) -> Iterator[str]:
    clip, path = values.get("clip", ""), values.get("clip-path", "")
    if clip.startswith("rect(") and values.get("position") in {"absolute", "fixed"}:
        edges = [float(number) for number in _NUMBER.findall(clip)]
        if len(edges) == len(_SIDES) and (edges[2] <= edges[0] or edges[1] <= edges[3]):
            yield "clip"
    insets = [float(number) for number in _NUMBER.findall(path)] if path.startswith("inset(") and "%" in path else []
    if _POINT.match(path) or (len(insets) == 1 and insets[0] >= 50):  # noqa: PLR2004 (half from each side)
        yield "clip-path"


def _squeezed(values: Mapping[str, str]) -> Iterator[str]:
    if not _is_cut(values) or _any_set(values, _ROOM):
        return
    for name in ("width", "height", "max-width", "max-height"):
        if 0 <= _pixels(values.get(name, "")) <= 1:
            yield name


def _is_cut(values: Mapping[str, str]) -> bool:
    return any(values.get(name) in {"hidden", "clip"} for name in ("overflow", "overflow-x", "overflow-y"))


def _pixels(value: str) -> float:
    """The length in pixels; not a number if it has none, which compares false with every bound."""
    length = _LENGTH.fullmatch(value)
    return float(length[1]) * _PIXELS[length[2]] if length else float("nan")
