"""How much of the work stands on the page, and what that makes of the page."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from licensecheck.likeness import SUBSTANTIAL
from licensecheck.terms import ChangeClass
from licensecheck.verdict import is_copy

if TYPE_CHECKING:
    from licensecheck.model import Case

# Unrelated news pages share at most 0.02 of their letters with a work.
CHANCE = 0.02
# A stretch of the work of which less than this stands on the page is shown in pieces.
CONNECTED = 0.5
# Copied words up to which a passage is a short quotation.
QUOTATION_WORDS = 150


class Extent(StrEnum):
    """What a page holds of a work."""

    ANOTHER_TEXT = "another text"
    RETOLD = "retold"
    QUOTATION = "quotation"
    UNCLEAR = "unclear"
    EXCERPT = "excerpt"
    COPY = "copy"


def extent(case: Case) -> Extent:
    """What the page holds of the work; unclear if it was not read whole and shows little."""
    coverage = case.alignment.coverage
    if coverage >= SUBSTANTIAL:
        return Extent.COPY
    if case.likeness is not None:
        return Extent.RETOLD
    if case.page.unread:
        return Extent.UNCLEAR
    if is_copy(case.alignment):
        cut_short = any(change.kind is ChangeClass.TRUNCATION for change in case.changes)
        return Extent.EXCERPT if cut_short else Extent.UNCLEAR
    if coverage >= CHANCE and copied_words(case) <= QUOTATION_WORDS:
        return Extent.QUOTATION
    titled = any(mention.visible for mention in case.credit.titles)
    return Extent.UNCLEAR if titled else Extent.ANOTHER_TEXT


def shows_pieces(case: Case) -> bool:
    """Whether the page has scattered passages of the work, as two reports share quotations, and no stretch of it."""
    matches = case.alignment.matches
    if case.alignment.coverage >= SUBSTANTIAL or not matches:
        return False
    stretch = max(match.work.end for match in matches) - min(match.work.start for match in matches)
    return sum(match.work.end - match.work.start for match in matches) < CONNECTED * stretch


def copied_words(case: Case) -> int:
    """About how many words of the work stand on the page."""
    return round(case.alignment.coverage * len(case.work.text.split()))
