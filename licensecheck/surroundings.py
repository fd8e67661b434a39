"""What differs around the body: headline, deck and captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from licensecheck.model import Change
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import ink, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Alignment, Block, Credit, Page, Work

# From this likeness on (of 100) a block above the body is the deck, reworded.
LIKE_DECK = 60
# How many blocks above the body the deck is looked for in.
REACH = 25


def surrounding_changes(work: Work, page: Page, alignment: Alignment, credit: Credit) -> Iterator[Change]:
    """The changes outside the body; they carry no paragraph, as none of the work's paragraphs is concerned.

    What the page leaves out altogether is no change: the rules on titles and credits speak of that.
    """
    if alignment.body is None:
        return
    if work.title and credit.headline and not _any_same(credit.headline, work.titles):
        yield _change(ChangeClass.HEADLINE, work.title, credit.headline)
    if work.deck and (block := _deck(work.deck, page, alignment.body[0])):
        yield _change(ChangeClass.DECK, work.deck, block.text)
    for shown in credit.photos:
        caption = shown.photo.caption
        if caption and shown.caption and not _same(caption, shown.caption):
            yield _change(ChangeClass.CAPTION, caption, shown.caption)


def _change(kind: ChangeClass, before: str, after: str) -> Change:
    level = Level.STYLE if squeeze(before) == squeeze(after) else Level.WORDING
    return Change(kind, level, before, after)


def _same(one: str, other: str) -> bool:
    return ink(one).rstrip(".") == ink(other).rstrip(".")


def _any_same(text: str, others: tuple[str, ...]) -> bool:
    return any(_same(text, other) for other in others)


def _deck(deck: str, page: Page, first: int) -> Block | None:
    """The block above the body that is the deck reworded; `None` where it stands as it was or nothing is like it."""
    above = [block for block in page.blocks[max(0, first - REACH) : first] if block.hidden < 0]
    if any(_same(deck, block.text) for block in above):
        return None
    likeness = {block: fuzz.ratio(squeeze(deck), squeeze(block.text)) for block in above}
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best and likeness[best] >= LIKE_DECK else None
