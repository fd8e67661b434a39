"""The rules of a page's own style sheets, and whether they hold on a desktop screen."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.patterns import pattern
from licensecheck.xpath import elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

DESKTOP = 1280  # pixels wide
_EM = 16

# Readers have scripts on, and what stands in a template is not there yet.
_STYLES = elements("//style[not(ancestor::noscript or ancestor::template)]")
_COMMENT = pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_WIDTH = pattern(r"\(\s*(?:(min|max)-width\s*:|width\s*([<>])=?)\s*(\d+(?:\.\d+)?)(px|r?em)\s*\)")
_LONGEST = 500
_SCREEN = frozenset({"", "all", "screen", "only screen", "only all"})
_PAPER = pattern(r"(?:only )?(?:print|speech|tty|tv|projection|handheld|braille|embossed|aural)\b")


class Applies(IntEnum):
    """Whether a rule holds on a desktop screen."""

    NEVER = 0
    PERHAPS = 1
    SURELY = 2


@dataclass(frozen=True)
class Sheet:
    """The text of a `style` element, without comments, and whether its `media` attribute lets it hold.

    It is cut after each rule: cutting at closing braces takes a millisecond where parsing takes 200. A brace inside
    a string shifts the at-rules around what follows; that is rare, and costs no more than a rule.
    """

    text: str
    applies: Applies

    @cached_property
    def blocks(self) -> list[str]:
        """The text, cut after each rule."""
        return self.text.split("}")

    def places(self, cue: re.Pattern[str]) -> Iterator[int]:
        """The numbers, in order, of the blocks in which the cue is found."""
        ends: list[int] = []
        last = -1
        for match in cue.finditer(self.text):
            ends = ends or list(accumulate(len(block) + 1 for block in self.blocks))
            place = bisect_right(ends, match.start())
            if place != last:
                yield place
            last = place

    def nesting(self, place: int) -> tuple[Applies, bool]:
        """Whether the at-rules around a block hold, and whether a cascade layer is among them."""
        places, around = self._changes
        return around[bisect_right(places, place) - 1]

    @cached_property
    def _changes(self) -> tuple[list[int], list[tuple[Applies, bool]]]:
        """The blocks where at-rules open, or after which they close, and what then holds."""
        places, around = [0], [(self.applies, False)]
        stack = [around[0]]
        for place, opened in enumerate([block.count("{") for block in self.blocks]):
            if opened == 1:
                continue
            for prelude in self.blocks[place].split("{")[: max(opened - 1, 0)]:
                applies, layered = stack[-1]
                stack.append(
                    (
                        min(applies, _at_rule(prelude.rpartition(";")[2].strip()[:_LONGEST])),
                        layered or "@layer" in prelude,
                    )
                )
            if not opened and len(stack) > 1:
                stack.pop()
            places.append(place)
            around.append(stack[-1])
        return places, around


class Rule(NamedTuple):
    """A style rule of a sheet: its selectors and declarations as written, its place among the page's rules."""

    sheet: Sheet
    order: tuple[int, int]
    prelude: str
    declarations: str

    @property
    def selectors(self) -> Iterator[str]:
        """The selectors, one by one; those with a comma in parentheses come apart and are valid no more.

        None is longer than 500 characters, so that the depth of their parser's recursion is bounded.
        """
        return (selector.strip() for selector in self.prelude.split(",") if len(selector) <= _LONGEST)

    @property
    def applies(self) -> Applies:
        """Whether the rule holds on a desktop screen."""
        return self.sheet.nesting(self.order[1])[0]

    @property
    def layered(self) -> bool:
        """Whether the rule stands in a cascade layer and so yields to those outside (CSS Cascade 5, §6.4)."""
        return self.sheet.nesting(self.order[1])[1]


def read_sheets(root: Element) -> tuple[Sheet, ...]:
    """The page's own style sheets that may hold on a screen, in order."""
    sheets = (
        Sheet(
            _COMMENT.sub(" ", style.text.strip().removeprefix("<!--")),
            _media(style.get("media", "").lower()[:_LONGEST]),
        )
        for style in _STYLES(root)
        if style.text and style.get("type", "text/css").lower() in {"text/css", ""}
    )
    return tuple(sheet for sheet in sheets if sheet.applies)


def rules(sheets: Sequence[Sheet], cue: re.Pattern[str]) -> Iterator[Rule]:
    """The style rules, in order, in whose text the cue is found; at-rules of any kind are left out."""
    for number, sheet in enumerate(sheets):
        for place in sheet.places(cue):
            opening, _, declarations = sheet.blocks[place].rpartition("{")
            prelude = opening.rpartition("{")[2].rpartition(";")[2]
            if "@" not in prelude:
                yield Rule(sheet, (number, place), prelude, declarations)


@lru_cache(maxsize=1024)
def _at_rule(prelude: str) -> Applies:
    """Whether what stands in this block holds; a rule nested in another one (no at-rule) perhaps does."""
    name, _, condition = prelude.lower().replace("(", " (", 1).partition(" ")
    match name:
        case "@layer":
            return Applies.SURELY
        case "@media":
            return _media(condition)
        case _ if name.endswith("keyframes"):
            return Applies.NEVER
    return Applies.PERHAPS


def _media(query: str) -> Applies:
    """Whether a media query (Media Queries 5), in lower case, holds on a screen of `DESKTOP` pixels."""
    return max(min(map(_feature, alternative.split(" and "))) for alternative in query.split(","))


def _feature(feature: str) -> Applies:
    feature = feature.strip()
    if feature in _SCREEN:
        return Applies.SURELY
    if _PAPER.match(feature):
        return Applies.NEVER
    width = _WIDTH.fullmatch(feature)
    if not width:
        return Applies.PERHAPS
    pixels = float(width[3]) * (1 if width[4] == "px" else _EM)
    if width[1] == "min" or width[2] == ">":
        return Applies.SURELY if pixels <= DESKTOP else Applies.PERHAPS
    return Applies.PERHAPS if pixels >= DESKTOP else Applies.NEVER
