"""How much of the work stands on the page, and what that makes of the page."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from licensecheck.terms import ChangeClass
from licensecheck.verdict import is_copy

if TYPE_CHECKING:
    from licensecheck.model import Case

# Unrelated news pages share at most 0.02 of their letters with a work.
CHANCE = 0.02
# Copied words up to which a passage is a short quotation.
QUOTATION_WORDS = 150
# Below this share a page shows pieces of the work: what is missing there says nothing about an edit.
SUBSTANTIAL = 0.3


class Extent(StrEnum):
    """What a page holds of a work."""

    ANOTHER_TEXT = "another text"
    QUOTATION = "quotation"
    UNCLEAR = "unclear"
    EXCERPT = "excerpt"
    COPY = "copy"


def extent(case: Case) -> Extent:
    """What the page holds of the work; unclear if it was not read whole and shows little."""
    coverage = case.alignment.coverage
    if coverage >= SUBSTANTIAL:
        return Extent.COPY
    if case.page.unread:
        return Extent.UNCLEAR
    if is_copy(case.alignment):
        cut_short = any(change.kind is ChangeClass.TRUNCATION for change in case.changes)
        return Extent.EXCERPT if cut_short else Extent.UNCLEAR
    if coverage >= CHANCE and copied_words(case) <= QUOTATION_WORDS:
        return Extent.QUOTATION
    titled = any(mention.visible for mention in case.credit.titles)
    return Extent.UNCLEAR if titled else Extent.ANOTHER_TEXT


def copied_words(case: Case) -> int:
    """About how many words of the work stand on the page."""
    return round(case.alignment.coverage * len(case.work.text.split()))
