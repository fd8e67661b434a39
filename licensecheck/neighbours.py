"""Other stories on a work's page, told by their headlines: what credits them says nothing of the work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from licensecheck.model import Block, Page

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A heading of so few words ("About the author") begins a part of the same story.
_LABEL_WORDS = 3
# A story has so many paragraphs of at least that many characters.
_PARAGRAPHS, _PARAGRAPH = 2, 80

# A stretch of elements, [first, last).
_Range = tuple[int, int]
_NONE = (0, 0)


class Neighbours:
    """The other stories of a page, each found when something is asked that stands behind its headline.

    One is a box that begins with a headline linked elsewhere; a box set like the work's own; or what stands under a
    heading of the headline's rank, up to the next one. What the work itself is told by is not.
    """

    def __init__(self, page: Page, held: Sequence[int], linked: Sequence[int], is_own: Callable[[Block], bool]) -> None:
        """`held` are the elements of the work's text and headline, `linked` those of linked headlines, both in order.

        `is_own` says of a block that it speaks of the work.
        """
        self._page, self._tree, self._held = page, page.tree, held
        self._linked = [element for element in linked if page.tree.tags[element] in HEADINGS]
        self._is_own = is_own
        headings = (page.tree.tags[element] for element in held[:1])
        self._rank = next((tag for tag in headings if tag in HEADINGS), "")
        self._known: dict[int, _Range] = {}

    def hold(self, element: int) -> bool:
        """Whether the element is part of another story."""
        if not self._held:
            return False
        return any(first <= element < last for first, last in map(self._other, self._headings_before(element)))

    def _headings_before(self, element: int) -> Iterator[int]:
        """The linked headline and the heading of the work's rank that stand last before the element."""
        if (linked := bisect_right(self._linked, element)) > 0:
            yield self._linked[linked - 1]
        if not self._rank or self._held[0] <= element <= self._held[-1]:
            return
        start = 0 if element < self._held[0] else self._held[-1] + 1
        within = self._tree.tags[start : element + 1]
        if self._rank in within:
            yield element - within[::-1].index(self._rank)

    def _other(self, heading: int) -> _Range:
        """The stretch of the story that the heading begins; nothing if that is the work's."""
        if heading not in self._known:
            self._known[heading] = self._read(heading)
        return self._known[heading]

    def _read(self, heading: int) -> _Range:
        number = next((n for n, block in enumerate(self._page.blocks) if block.element == heading), -1)
        if number < 0 or heading in self._held:
            return _NONE
        box = self._box(number)
        first, last = (box, self._tree.ends[box]) if box >= 0 else (heading, self._end(heading))
        following = islice(self._page.blocks, number, None)
        blocks = [*takewhile(lambda block: first <= block.element < last, following)]
        linked = heading in self._linked
        is_story = linked or len(blocks[0].text.split()) > _LABEL_WORDS
        if box >= 0 and len(blocks) > 1:
            is_story &= linked or self._is_set_alike(box)
        else:
            is_story &= self._tree.tags[heading] == self._rank and (linked or _tells_a_story(blocks))
        return (first, last) if is_story and not any(map(self._is_own, blocks)) else _NONE

    def _box(self, number: int) -> int:
        """The largest element that begins with the heading and holds nothing of the work; -1: only the heading does."""
        tree, blocks = self._tree, self._page.blocks
        heading, before = blocks[number].element, blocks[number - 1].element if number else -1
        found = -1
        for element in tree.ancestors(tree.parents[heading]):
            if tree.contains(element, before) or self._next_held(element) < tree.ends[element]:
                break
            found = element
        return found

    def _end(self, heading: int) -> int:
        """Where what stands under a heading ends: with what holds it, at the next of its rank, at the work."""
        last = min(self._tree.ends[self._tree.parents[heading]], self._next_held(heading))
        within = self._tree.tags[heading + 1 : last]
        return heading + 1 + within.index(self._rank) if self._rank in within else last

    def _next_held(self, element: int) -> int:
        """The first element from here on that holds text of the work or the headline."""
        at = bisect_left(self._held, element)
        return self._held[at] if at < len(self._held) else len(self._tree.tags)

    def _is_set_alike(self, box: int) -> bool:
        """Whether the box stands beside one that holds the work and is set like it, or is an article like it."""
        tree = self._tree
        twins = (own for own in tree.ancestors(self._held[0]) if tree.parents[own] == tree.parents[box])
        return any(
            tree.tags[own] == tree.tags[box] and (tree.tags[box] == "article" or tree.looks[own] == tree.looks[box])
            for own in twins
        )


def _tells_a_story(blocks: Sequence[Block]) -> bool:
    return sum(len(block.text) >= _PARAGRAPH and not block.linked for block in blocks[1:]) >= _PARAGRAPHS
