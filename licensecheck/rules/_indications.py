"""What a page says of its own text beside the work: that it is an excerpt, that it was edited, translated, adapted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.patterns import pattern
from licensecheck.rules._sight import Sight, sight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Block, Case

# Blocks next to the body in which a page says what it made of the work.
_REACH = 6
_EXCERPT = pattern(
    r"\b(?:excerpt|extract|abridged|continue reading|keep reading|first (?:lines|paragraphs))|"
    r"\bread (?:on|more|(?:the )?(?:full|whole|rest|entire|original))|\bfull (?:story|article|text|report)\b",
    re.IGNORECASE,
)
_MADE = (
    r"(?:abbreviated|abridged|adapted|amended|changed|condensed|cut|edited|excerpted|modified|revised|rewritten|"
    r"shortened|summari[sz]ed|translated|updated)"
)
_CHANGED = pattern(
    rf"\b(?:has been|have been|is|was|were)\s(?:\w+\s){{0,2}}{_MADE}\b|\b{_MADE}\s(?:for|from|to|version)\b|"
    r"\b(?:abridged|adapted|condensed|rewritten|shortened|summari[sz]ed|translated) by\b|"
    r"\b(?:adaptation|excerpt|summary|translation) (?:by|from|of)\b|\b(?:with|made|making) (?:\w+ ){0,2}changes\b|"
    r"\bchanges (?:have been|were) made\b|"
    r"\b(?:adapt|edit|modific|resum|traduc|traduz|tradott)(?:ad|at|it|id)?[oa]s?\s(?:de|del|da|dal|do|por|para|par|per)\b|"
    r"\b(?:adapté|abrégé|modifié|traduit)e?s?\s(?:de|du|par|pour|d['’])|\btraducción (?:de|del|por)\b|"
    r"\b(?:bearbeitet|gekürzt|übersetzt|übersetzung|übertragen)\b",
    re.IGNORECASE,
)


def marks_excerpt(case: Case) -> bool:
    """Whether the page says that it shows a part, and links to the whole."""
    return sight(case.credit.sources) is Sight.SHOWN and any(_EXCERPT.search(b.text) for b in beside(case))


def says_changed(case: Case) -> bool:
    """Whether the page says that it changed the work: edited, shortened, translated or adapted it."""
    return any(_CHANGED.search(block.text) for block in beside(case))


def beside(case: Case) -> Iterator[Block]:
    """The blocks that a reader sees right before and after the text, and those inside it that are none of it."""
    blocks = case.page.blocks
    if case.alignment.body is not None:
        first, last = case.alignment.body
    elif case.likeness is not None:
        span = case.likeness.span
        inside = [number for number, block in enumerate(blocks) if span.start <= block.start < span.end]
        first, last = inside[0], inside[-1]
    else:
        return
    asides = [aside.block for aside in case.alignment.asides]
    numbers = (*range(max(0, first - _REACH), first), *asides, *range(last + 1, min(last + 1 + _REACH, len(blocks))))
    yield from (blocks[number] for number in numbers if blocks[number].hidden < 0)
