"""The rules of a page's own style sheets, and whether they hold on a desktop screen."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.conditions import Applies, at_rule, media
from licensecheck.patterns import pattern
from licensecheck.selectors import split_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

_COMMENT = pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_INSIDE = pattern(r"\s*@(?:media|supports|layer|container)\b", re.IGNORECASE)
_LONGEST = 500
# So far a declaration is looked at, so that text without braces is no trouble.
_FARTHEST = 5_000
# Deeper in blocks nothing is known to hold.
_DEEPEST = 20


class Around(NamedTuple):
    """What stands around a rule: whether its at-rules hold, whether a cascade layer is among them, its outer rule."""

    applies: Applies
    layered: bool
    outer: str

    def inside(self, prelude: str, depth: int) -> Around:
        """What stands around a rule in the block of that prelude as well, so many blocks deep."""
        prelude = prelude.strip()[:_LONGEST]
        if depth > _DEEPEST:
            return Around(Applies.NEVER, layered=False, outer="")
        if "@" in prelude:
            return self._replace(
                applies=min(self.applies, at_rule(prelude)), layered=self.layered or "@layer" in prelude
            )
        return self._replace(outer=",".join(nested(each, self.outer) for each in split_list(prelude))[:_LONGEST])


class Rule(NamedTuple):
    """A style rule of a sheet: its selectors and declarations as written, its place among the page's rules.

    `condition` is the at-rule inside a rule, if the declarations stand right in it.
    """

    sheet: Sheet
    order: tuple[int, int]
    prelude: str
    declarations: str
    condition: str = ""

    @property
    def selectors(self) -> Iterator[str]:
        """The selectors, one by one; none is longer than 500 characters, so that the work on each is bounded."""
        return (selector for selector in split_list(self.prelude) if 0 < len(selector) <= _LONGEST)

    @property
    def around(self) -> Around:
        """What stands around the rule."""
        around = self.sheet.around(self.order[1])
        return around.inside(self.condition, depth=0) if self.condition else around


class Sheet:
    """The text of a `style` element, without comments, and whether its `media` attribute lets it hold.

    It is searched, not parsed: that takes a tenth of a millisecond where parsing takes 200. A brace inside a string
    shifts the blocks around what follows; that is rare, and costs no more than a rule.
    """

    def __init__(self, text: str, applies: Applies) -> None:
        """Take the text as it is; it is looked into when something is sought."""
        self.text = text
        self.applies = applies

    @cached_property
    def lowered(self) -> str:
        """The text with its Latin letters in lower case, each character in its place."""
        return self.text.lower() if self.text.isascii() else self.text.encode().lower().decode()

    def rules(self, cue: re.Pattern[str], number: int) -> Iterator[Rule]:
        """The style rules, in order, in whose declarations the cue, for text in lower case, is found.

        Every stretch between two braces is looked at once. The sheet is the one of that number on its page.
        """
        text, lowered = self.text, self.lowered
        before = place = 0
        while found := cue.search(lowered, place):
            at, last = found.start(), place - 1 if place else 0
            before = text.rfind("}", last, at) + 1 or before
            opening = text.rfind("{", last, at)
            end = _end(text, at)
            place = end + 1
            if opening < before:
                continue
            prelude = text[text.rfind("{", before, opening) + 1 or before : opening].rpartition(";")[2]
            if "@" not in prelude:
                yield Rule(self, (number, opening), prelude, text[opening + 1 : end])
            elif _INSIDE.match(prelude) and self.around(opening).outer:
                yield Rule(self, (number, opening), "&", text[opening + 1 : end], prelude)

    def around(self, place: int) -> Around:
        """What stands around the rule whose brace opens there."""
        places, around = self._changes
        return around[bisect_right(places, place) - 1]

    @cached_property
    def _changes(self) -> tuple[list[int], list[Around]]:
        """From where on what stands around a rule; rules without rules in them change nothing."""
        stack = [Around(self.applies, layered=False, outer="")]
        changes = [(0, stack[0])]
        place = 0
        for block in self.text.split("}"):
            if block.count("{") != 1:
                *outer, _ = block.split("{")
                inner = place
                for prelude in outer[:-1]:
                    inner += len(prelude) + 1
                    stack.append(stack[-1].inside(prelude.rpartition(";")[2], depth=len(stack)))
                    changes.append((inner, stack[-1]))
                if not outer and len(stack) > 1:
                    stack.pop()
                    changes.append((place + len(block), stack[-1]))
            place += len(block) + 1
        return [place for place, _ in changes], [around for _, around in changes]


def nested(selector: str, outer: str) -> str:
    """The selector of a rule inside another one (CSS Nesting 1); `outer` is "" if it stands in none."""
    if not outer:
        return selector
    parent = f":is({outer})" if "," in outer else outer
    return selector.replace("&", parent) if "&" in selector else f"{parent} {selector}"


def read_sheets(styles: Iterable[Element]) -> tuple[Sheet, ...]:
    """The style sheets in these `style` elements that may hold on a screen, in order."""
    sheets = (
        Sheet(_without_comments(style.text), media(style.get("media", "").lower()[:_LONGEST]))
        for style in styles
        # Readers have scripts on, and what stands in a template is not there yet.
        if style.text
        and style.get("type", "text/css").lower() in {"text/css", ""}
        and next(style.iterancestors("noscript", "template"), None) is None
    )
    return tuple(sheet for sheet in sheets if sheet.applies)


def rules(sheets: Iterable[Sheet], cue: re.Pattern[str]) -> Iterator[Rule]:
    """The style rules of the sheets of a page, in order, in whose declarations the cue is found."""
    for number, sheet in enumerate(sheets):
        yield from sheet.rules(cue, number)


def _without_comments(text: str) -> str:
    text = text.strip().removeprefix("<!--")
    return _COMMENT.sub(" ", text) if "/*" in text else text


def _end(text: str, at: int) -> int:
    """Where the declaration that stands there ends: at the next brace, if it is not too far."""
    closing = text.find("}", at, at + _FARTHEST)
    end = closing if closing >= 0 else min(at + _FARTHEST, len(text))
    opening = text.find("{", at, end)
    return opening if opening >= 0 else end
