"""Where the page names what the work asks to be named: in a reader's sight, elsewhere, for machines only, nowhere."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from licensecheck.terms import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from licensecheck.claims import Mark, Mention, Phrase
    from licensecheck.model import Case
    from licensecheck.terms import PhraseKind


class Sight(StrEnum):
    """How far a page shows something, best first."""

    SHOWN = "with the article"
    ELSEWHERE = "elsewhere on the page"
    UNSEEN = "hidden or in metadata"
    ABSENT = "nowhere"


def in_sight(found: Mark | Mention | Phrase) -> bool:
    """Whether a reader sees it with the article."""
    return found.visible and found.scope is Scope.ARTICLE


def is_silent(case: Case, found: Iterable[Mark | Mention]) -> bool:
    """Whether screen readers leave out all of it that a reader sees with the article, and not the article."""
    tree, body = case.page.tree, case.alignment.body
    if not tree.silent or body is None:
        return False
    silent = tree.silent.difference(tree.ancestors(case.page.blocks[body[0]].element))
    shown = [each.element for each in found if in_sight(each)]
    return bool(shown) and not any(silent.isdisjoint(tree.ancestors(element)) for element in shown)


def said_in_sight(case: Case, kind: PhraseKind) -> list[Phrase]:
    """The phrases of that kind which a reader sees with the article."""
    return [phrase for phrase in case.credit.phrases if phrase.kind is kind and in_sight(phrase)]


def sight(mentions: Iterable[Mention]) -> Sight:
    """The best that these mentions amount to."""
    best = Sight.ABSENT
    for mention in mentions:
        if in_sight(mention):
            return Sight.SHOWN
        if mention.visible:
            best = Sight.ELSEWHERE
        elif best is Sight.ABSENT:
            best = Sight.UNSEEN
    return best


def with_sight(wanted: Sight, names: Iterable[str], mentions: Sequence[Mention]) -> list[str]:
    """Those of the names that the page shows so far and no better."""
    return [name for name in names if sight(m for m in mentions if m.named == name) is wanted]
