"""Whether what an at-rule asks for is so in a reader's browser: on a desktop screen, of the last years."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from licensecheck.patterns import pattern

DESKTOP = 1280  # pixels wide
_EM = 16

_WIDTH = pattern(r"\(\s*(?:(min|max)-width\s*:|width\s*([<>])=?)\s*(\d+(?:\.\d+)?)(px|r?em)\s*\)")
_SCREEN = frozenset({"", "all", "screen", "only screen", "only all"})
_PAPER = pattern(r"(?:only )?(?:print|speech|tty|tv|projection|handheld|braille|embossed|aural)\b")
# What every browser supports; values with a prefix tell one browser from another.
_SUPPORTED = pattern(
    r"(?:^|\sand\s)\s*\(\s*(?:--[\w-]+|background-color|color|display|flex|gap|grid|opacity|position|visibility)\s*:"
    r"\s*[^-()\s][^()]*\)(?=\s*$|\sand\s)"
)


class Applies(IntEnum):
    """Whether a rule holds on a desktop screen."""

    NEVER = 0
    PERHAPS = 1
    SURELY = 2


@lru_cache(maxsize=1024)
def at_rule(prelude: str) -> Applies:
    """Whether what stands in the block of an at-rule holds, given what stands before its brace."""
    name, _, condition = prelude.lower().replace("(", " (", 1).partition(" ")
    match name:
        case "@layer":
            return Applies.SURELY
        case "@media":
            return media(condition)
        case "@supports" if not _SUPPORTED.sub("", condition).strip():
            return Applies.SURELY
        case _ if name.endswith("keyframes"):
            return Applies.NEVER
    return Applies.PERHAPS


def media(query: str) -> Applies:
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
