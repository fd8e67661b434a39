"""Where on a page something stands that speaks of the work: before the body, in its first paragraph, behind it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from licensecheck.policy_terms import Placement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.claims import Mention
    from licensecheck.model import Block, Case

# Blocks before and behind the body in which its credit and its notes stand.
_REACH = 25
# Characters between an author and a publisher that still make one byline.
_BYLINE = 160


def surroundings(case: Case) -> list[tuple[int, Block]]:
    """The blocks of the body and around it that a reader sees, with their numbers."""
    if case.alignment.body is None:
        return []
    first, last = case.alignment.body
    numbers = range(max(0, first - _REACH), min(len(case.page.blocks), last + 1 + _REACH))
    return [(number, case.page.blocks[number]) for number in numbers if case.page.blocks[number].hidden < 0]


def block_of(case: Case, mention: Mention) -> int | None:
    """The number of the block in which the mention stands; `None` if it stands in none."""
    if mention.span is not None:
        return bisect_right([block.start for block in case.page.blocks], mention.span.start) - 1
    return next((x.block for x in case.page.links if x.element == mention.element and x.block >= 0), None)


def is_placed(case: Case, numbers: Iterable[int], placement: Placement) -> bool:
    """Whether any of the blocks stands where it is asked for; a first paragraph counts as the top."""
    if case.alignment.body is None:
        return True
    first, last = case.alignment.body
    match placement:
        case Placement.END:
            return any(number >= last for number in numbers)
        case Placement.FIRST_PARAGRAPH:
            return any(number == first for number in numbers)
    return any(number <= first for number in numbers)


def stand_together(one: Iterable[Mention], other: Iterable[Mention]) -> bool:
    """Whether any of the first stands so near to any of the others that a reader takes them for one byline."""
    places = [mention.span.start for mention in other if mention.span]
    return any(abs(m.span.start - place) <= _BYLINE for m in one if m.span for place in places)
