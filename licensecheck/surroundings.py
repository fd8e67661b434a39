"""What differs around the body: headline, deck and captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.model import Change
from licensecheck.patterns import pattern
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import ink, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.claims import Credit
    from licensecheck.model import Alignment, Block, Page, Work

# From this likeness on (of 100) a block above the body is the deck, reworded.
LIKE_DECK = 60
_SENTENCE = pattern(r"(?:\S+\s+){4}.*[.!?…。؟۔।][\s\"'”’»)]*$")
# How many blocks above the body the deck is looked for in.
REACH = 25


def surrounding_changes(work: Work, page: Page, alignment: Alignment, credit: Credit) -> Iterator[Change]:
    """The changes outside the body; they carry no paragraph, as none of the work's paragraphs is concerned.

    A deck that is left out is a change with nothing after it; of missing titles and credits the rules speak.
    """
    if alignment.body is None:
        return
    if work.title and credit.headline and not _any_same(credit.headline, work.titles):
        yield _change(ChangeClass.HEADLINE, work.title, credit.headline)
    if work.deck:
        above = [
            block for block in page.blocks[max(0, alignment.body[0] - REACH) : alignment.body[0]] if block.hidden < 0
        ]
        if not any(_same(work.deck, block.text) for block in above):
            yield _change(ChangeClass.DECK, work.deck, _deck(work.deck, above, credit.headline))
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


def _deck(deck: str, above: Sequence[Block], headline: str | None) -> str:
    """What stands in the deck's place: the text most like it, else the sentence under the headline; "" if neither."""
    from rapidfuzz import fuzz  # noqa: PLC0415 (slow to load; a faithful copy needs none)

    likeness = {block.text: fuzz.ratio(squeeze(deck), squeeze(block.text)) for block in above}
    best = max(likeness, key=likeness.__getitem__, default="")
    if best and likeness[best] >= LIKE_DECK:
        return best
    texts = [block.text for block in above]
    under = texts[texts.index(headline) + 1 :][:1] if headline in texts else []
    return next((text for text in under if _SENTENCE.search(text)), "")
