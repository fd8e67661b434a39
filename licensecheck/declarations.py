"""What a run of CSS declarations says, and through which of them an element is hidden."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A cheap look at whether declarations in lower case may hide, from the colon on: that is what regular expressions find
# fast. It asks for the last letters of the property: displaY, visibilitY, opacitY; font-sizE, scalE, rotatE, translatE;
# lefT, righT, inseT, bottoM.
HINT = pattern(
    r":(?:(?<=y:)\s*(?:none|hidden|collapse|0(?![.\d])|0?\.0|\d%|var\((?<!mily:var\()(?<!mily: var\())|(?<=[ehmnrt]:)"
    r"(?:(?<=e:)\s*(?:0(?![.\d])|0?\.0|[xy]\s|[12](?:\.\d{1,9})?px|\d{4})|(?<=(?:width|eight):)\s*(?:[.0]|1px)|"
    r"(?<=[mt]:)\s*\d{4}|(?<=sform:)[^;}]{0,40}(?:scale|rotate[xy]|-\d{3}|\d{4})|(?<=ilter:)[^;}]{0,40}opacity|"
    r"(?<=ndent:)|(?<=(?:argin|inset):)[^;}]{0,40}\s-\d{3})|"
    r"\s*(?:-\d\d|/\*|\\|(?:rect|inset|circle|ellipse|polygon)\()|(?<=\s:)\s*(?:none|hidden|collapse|[-.\d]))"
)

# Strings and comments, whose semicolons separate nothing.
_OPAQUE = pattern(r"/\*.*?(?:\*/|\Z)|\"[^\"]*\"?|'[^']*'?", re.DOTALL)

_LONGEST_REMEMBERED = 1000

# Text is out of sight so many pixels up or left; designers write -999px, -9999px and -62.5em. Down and right a page
# can be scrolled to, but nobody scrolls that far.
_FAR, _FARTHER = -999, 5000
# A desktop screen is 1280 by 800 pixels.
_PIXELS = {"px": 1, "em": 16, "rem": 16, "": 1, "vw": 12.8, "vh": 8}
_LENGTH = pattern(r"([-+]?(?:\d++(?:\.\d*+)?|\.\d++))(px|r?em|v[wh]|)")
_ZERO = pattern(r"[-+]?(?:0++(?:\.0*+)?|\.0++)(?:[a-z]+|%)?")
_UNSET = pattern(r"none\b|(?:0[a-z%]*\s*)+$")
_NUMBER = pattern(r"-?(?:\d++(?:\.\d++)?|\.\d++)")
_SHARE = pattern(r"[-+]?(\d{0,9}+(?:\.\d{0,9}+)?)(%?)")
# Fainter, or smaller, than this share is as good as nothing; and letters of two pixels are no letters.
_FAINT = 0.05
_TINY = 2
_CALL = pattern(r"(opacity|rotate[xy]|scale(?:3d|x|y)?|translate(?:3d|x|y)?)\(([^()]{0,99})\)")
_TURN = pattern(r"(-?\d{0,9}(?:\.\d{0,9})?\d)(deg|turn)")
_POINT = pattern(r"circle\(0|ellipse\(0|polygon\((?:0[a-z%]*[, ]*)+\)")

# What moves will be shown in time, or on a click like a closed `details`; a shift announces a script that reveals.
_MOVING = ("animation", "animation-name", "transition", "transition-property", "will-change")
_REVEALED = ("transform", "translate", "filter")
# A box without height may get its room from these, and lets out what it has where it scrolls.
_ROOM = ("padding", "padding-top", "padding-bottom", "padding-left", "min-width", "min-height", "flex", "flex-grow")
_SIDES = ("top", "right", "bottom", "left")


class Style(NamedTuple):
    """Declarations by property: their values, which are `!important`, and the property that hides, "" if none does."""

    values: Mapping[str, str]
    important: frozenset[str]
    hides_by: str


def may_hide(declarations: str) -> bool:
    """Whether `read_style` could find anything hidden in these declarations, in lower case; three times faster."""
    return HINT.search(declarations) is not None


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


def _ways(values: Mapping[str, str]) -> Iterator[str]:
    """The properties through which an element is hidden, the most telling first."""
    if values.get("display") == "none":
        yield "display"
    if values.get("content-visibility") == "hidden":
        yield "content-visibility"
    yield from _clipped(values)
    moving = _any_set(values, _MOVING)
    if not moving:
        yield from _faded(values)
        yield from _squeezed(values)
        yield from _turned_away(values)
    if _is_tiny(values.get("font-size", "")):
        yield "font-size"
    yield from _displaced(values, moving=moving)


def _any_set(values: Mapping[str, str], names: tuple[str, ...]) -> bool:
    """Whether any of the properties has a value other than none or zero."""
    return any(not _UNSET.match(values[name]) for name in names if name in values)


def _is_tiny(size: str) -> bool:
    """Whether letters of this size are none; what `rem` and the like are, a browser knows."""
    return _ZERO.fullmatch(size) is not None or (size.endswith("px") and 0 <= _pixels(size) <= _TINY)


def _faded(values: Mapping[str, str]) -> Iterator[str]:
    if values.get("visibility") in {"hidden", "collapse"}:
        yield "visibility"
    if _share(values.get("opacity", "")) <= _FAINT and not _any_set(values, _REVEALED):
        yield "opacity"
    if any(name == "opacity" and _share(value) <= _FAINT for name, value in _CALL.findall(values.get("filter", ""))):
        yield "filter"


def _turned_away(values: Mapping[str, str]) -> Iterator[str]:
    """Scaled to nothing, or seen from the edge."""
    for name, value in _CALL.findall(values.get("transform", "")):
        if name.startswith("scale") and any(_share(each.strip()) <= _FAINT for each in value.split(",")[:2]):
            yield "transform"
        if name.startswith("rotate") and _is_edge_on(value):
            yield "transform"
    if any(_share(each) <= _FAINT for each in values.get("scale", "").split()[:2]):
        yield "scale"
    axis, _, angle = values.get("rotate", "").partition(" ")
    if axis in {"x", "y"} and _is_edge_on(angle):
        yield "rotate"


def _displaced(values: Mapping[str, str], *, moving: bool) -> Iterator[str]:
    if values.get("position", "static") not in {"static", "sticky"}:
        yield from _flung(values, moving=moving)
    if not _any_set(values, _ROOM):
        yield from (f"margin-{side}" for side in ("left", "top") if _pixels(_edge(values, "margin", side)) <= _FAR)
    indent = values.get("text-indent", "")
    if _pixels(indent) <= _FAR or (_is_cut(values) and (indent.startswith("100%") or _pixels(indent) >= _FARTHER)):
        yield "text-indent"
    shifts = [value for name, value in _CALL.findall(values.get("transform", "")) if name.startswith("translate")]
    for name, shift in [("transform", ",".join(shifts)), ("translate", values.get("translate", "").replace(" ", ","))]:
        if any(_is_far(length.strip(), moving=moving) for length in shift.split(",")):
            yield name


def _flung(values: Mapping[str, str], *, moving: bool) -> Iterator[str]:
    """The sides that put a box out of sight; one that is set as far on both sides is centred, not gone."""
    for sides in (("left", "right"), ("top", "bottom")):
        far = [side for side in sides if _is_far(_edge(values, "inset", side), moving=moving)]
        if len(far) == 1:
            yield far[0] if far[0] in values else "inset"


def _edge(values: Mapping[str, str], shorthand: str, side: str) -> str:
    """The value of one side, which a shorthand may give: for all, across and down, or one by one."""
    own = values.get(side if shorthand == "inset" else f"{shorthand}-{side}")
    edges = values.get(shorthand, "").split()
    if own is not None or not edges or len(edges) > len(_SIDES):
        return own or ""
    place = _SIDES.index(side)
    return edges[place] if place < len(edges) else edges[place - 2] if place - 2 < len(edges) else edges[0]


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


def _is_far(length: str, *, moving: bool) -> bool:
    """Whether text so far off is out of sight; what moves by the width of the screen is about to slide in."""
    return _LENGTH.fullmatch(length) is not None and not (
        _FAR < _pixels(length) < _FARTHER or (moving and length.endswith(("vw", "vh")))
    )


def _is_edge_on(angle: str) -> bool:
    turn = _TURN.fullmatch(angle.strip())
    return turn is not None and float(turn[1]) * (360 if turn[2] == "turn" else 1) % 180 == 90  # noqa: PLR2004 (degrees)


def _pixels(value: str) -> float:
    """The length in pixels; not a number if it has none, which compares false with every bound."""
    length = _LENGTH.fullmatch(value)
    return float(length[1]) * _PIXELS[length[2]] if length else float("nan")


def _share(value: str) -> float:
    """The size of a number or percentage; not a number if it is neither."""
    share = _SHARE.fullmatch(value)
    digits = share[1].strip(".") if share else ""
    return float(share[1]) / (100 if share[2] else 1) if share and digits else float("nan")
