"""Which blocks of a page are its article, where nothing says so: what is set as the prose is, in the box that holds it.

Unlike a copy, an original has no text to be held against. So the blocks that read as prose are weighed, the page is
followed inwards to the smallest element that holds nearly all of them, and each other block in there is kept or left
out by its markup and its words. (On 229 real pages the result is the text that people marked in 45 %, letter by
letter; the best general extractors get there in 29 %.)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from licensecheck.credit_lines import is_credit_line
from licensecheck.layout import CAPTION_CREDIT, CAPTION_WORDS, FURNITURE_TAGS, FURNITURE_WORDS, HEADINGS, LINKED
from licensecheck.patterns import pattern
from licensecheck.text import squeeze, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from licensecheck.model import Block, Page
    from licensecheck.tree import Tree

# What furniture of an original is called beside what furniture of copies is.
_AROUND = pattern(
    r"(?<![a-z])(?:banner|breaking|carousel|consent\w*|cookies?|copyright|cta|donat\w*|footer|further-?reading|gdpr|"
    r"latest|masthead|modal|most-?(?:popular|read)|overlay|paywall|popular|pop-?up|rail|references|screen-reader-text|"
    r"side-?bar|signature|sources?|sr-only|swiper\w*|teasers?|tooltip|trend\w*|visually-?hidden)(?![a-z])"
)
_INVITATION = pattern(
    r"^\W*(?:advertisements?|also read|anzeige|embed|filed under|follow us|listen|more:|posted|publicidad|published|"
    r"read (?:also|more|next)|related|see also|share|sign up|subscribe|tags?|updated|watch|реклама)\b[^.]*$",
    re.IGNORECASE,
)
_INVITATION_WORDS = 30
_ENDS = pattern(r"[.!?…。！？؟۔।:;][\s\"'”’»)\]]*$")
_LISTS = frozenset({"dl", "ol", "table", "ul"})
_ITEMS = frozenset({"dd", "dt", "li", "pre", "td", "th", "tr"})
_TEXTS = frozenset({"blockquote", "p"}) | HEADINGS | _LISTS | _ITEMS
_NUMBERED = pattern(r"\d")
_CONTROLS = frozenset({"button", "form"})
_WHOLES = frozenset({"article", "body", "html", "main"})
# Prose has so many words and ends as a sentence does, or has so many more.
_SENTENCE, _PARAGRAPH = 10, 25
# What holds more than this share of a page's prose is no furniture, whatever it is called.
_SUBSTANCE = 0.4
# A box with a button or a form, and with no more than this share of the prose, asks the reader for something.
_ASKING = 0.05
# The smallest element that holds this share of the prose around it holds the article; 0.6 to 0.85 do equally well.
_NEARLY_ALL = 0.8
# A block or list in which more than this share of the characters stands in links is no prose.
_POINTING = 0.5
# A line this short that links with this share of its characters points elsewhere.
_LINK_WORDS, _LINK_SHARE = 15, 0.25
# A credit line among so many first or last blocks is where the article begins or ends.
_EDGE = 5
# A pull quote has so many letters or more, stands in a paragraph that is so much longer, and few blocks look like it.
_QUOTE, _LONGER, _RARE = 24, 1.5, 4


def find_body(page: Page, within: Collection[int] = ()) -> tuple[int, ...]:
    """The numbers of the blocks of a page's article, in order; `within` are the elements that hold it, if known."""
    return _Choice(page, within).blocks()


class _Choice:
    """The choice of a page's blocks."""

    def __init__(self, page: Page, within: Collection[int]) -> None:
        self._page = page
        self._tree = page.tree
        prose = {number: weight for number, block in enumerate(page.blocks) if (weight := _prose(block))}
        self._furniture = _furniture(page, _summed(page, prose), within)
        plain = {number: weight for number, weight in prose.items() if not self._is_furniture(page.blocks[number])}
        self._weights = plain or prose
        self._homes = tuple(within) or (self._home(),)
        self._core = frozenset(number for number in self._weights if self._is_home(page.blocks[number]))

    def blocks(self) -> tuple[int, ...]:
        """The blocks that are kept, without what is left at the ends."""
        if not self._core:
            return ()
        numbers = range(self._headline() + 1, len(self._page.blocks))
        kept = [number for number in numbers if number in self._core or self._is_kept(number)]
        while kept and not self._may_end(kept[-1]):
            kept.pop()
        start = next((start for start, number in enumerate(kept) if self._may_begin(number)), len(kept))
        return tuple(self._without_quotes(self._between_credits(kept[start:])))

    def _headline(self) -> int:
        """The number of the block that is the article's title: the last before its prose, else in front of most; or -1."""
        behind = sum(self._weights[number] for number in self._core)
        least, found = _NEARLY_ALL * behind, -1
        for number, block in enumerate(self._page.blocks):
            began = number > min(self._core)
            if (began and found >= 0) or behind < least:
                break
            if squeeze(block.text) in self._titles:
                found = number
            behind -= self._weights[number] if number in self._core else 0
        return found

    def _between_credits(self, kept: list[int]) -> list[int]:
        """What stands behind the credit line at the beginning, if there is one, and before that at the end."""
        prose = [self._weights.get(number, 0) for number in kept]
        credits_ = [at for at, number in enumerate(kept) if is_credit_line(self._page.blocks[number].text)]
        least = _NEARLY_ALL * sum(prose)
        first = max((at + 1 for at in credits_ if at < _EDGE and sum(prose[at:]) >= least), default=0)
        ends = (at for at in credits_ if at >= max(first, len(kept) - _EDGE) and sum(prose[first:at]) >= least)
        return kept[first : min(ends, default=len(kept))]

    def _without_quotes(self, kept: list[int]) -> Iterator[int]:
        """What is left without pull quotes: set in a way of their own, in words that a longer paragraph has."""
        letters = {number: squeeze(self._page.blocks[number].text) for number in kept}
        looks = Counter(self._look(self._page.blocks[number]) for number in kept)
        joined = "\n".join(letters.values())
        for number, own in letters.items():
            block = self._page.blocks[number]
            rare = looks[self._look(block)] <= _RARE and self._tree.tags[block.element] not in _ITEMS | HEADINGS
            told = rare and len(own) >= _QUOTE and joined.count(own) > 1
            if not told or all(own not in other or len(other) < _LONGER * len(own) for other in letters.values()):
                yield number

    def _home(self) -> int:
        """The smallest element that holds nearly all of the prose."""
        sums = _summed(self._page, self._weights)
        blocks = Counter(self._page.blocks[number].element for number in self._weights)
        home = 0
        while True:
            inner = max(self._tree.children(home), key=sums.__getitem__, default=None)
            if inner is None or blocks[inner] == 1 or sums[inner] < max(1, _NEARLY_ALL * sums[home]):
                return home
            home = inner

    def _is_home(self, block: Block) -> bool:
        return any(self._tree.contains(home, block.element) for home in self._homes)

    def _is_furniture(self, block: Block) -> bool:
        return self._furniture[block.element]

    def _is_kept(self, number: int) -> bool:
        """Whether a block that is not prose by itself belongs to the article."""
        block = self._page.blocks[number]
        if not self._is_home(block) or self._is_furniture(block) or self._is_boxed(block):
            return False
        count = len(words(block.text))
        if not count or (count < _INVITATION_WORDS and _INVITATION.search(block.text)):
            return False
        inner = min(self._core) < number < max(self._core)
        tag = self._tree.tags[block.element]
        if (listed := self._list_around(block)) >= 0:
            return inner or self._linked_share(listed) <= _POINTING
        if tag in HEADINGS:
            return squeeze(block.text) not in self._titles and (inner or block.linked <= LINKED * len(block.text))
        if count <= CAPTION_WORDS and (CAPTION_CREDIT.search(block.text) or self._is_caption(number)):
            return False
        return self._is_set_as_prose(block, count, inner=inner)

    def _is_boxed(self, block: Block) -> bool:
        """Whether the block stands in a box between the paragraphs that is not made as any box with prose is."""
        tree, box = self._tree, -1
        for element in tree.ancestors(block.element):
            if self._counts[element]:
                break
            box = element
        if box in {-1, block.element} or not tree.looks[box] or tree.tags[box] in _TEXTS:
            return False
        if (listed := self._list_around(block)) >= 0:
            return self._linked_share(listed) > _POINTING
        return tree.parents[box] in self._parents and self._kind(box) not in self._kinds

    def _kind(self, element: int) -> tuple[str, ...]:
        """An element's tag and those of its classes that bear no number."""
        look = self._tree.looks[element]
        return (self._tree.tags[element], *(word for word in look.split() if not _NUMBERED.search(word)))

    def _is_set_as_prose(self, block: Block, count: int, *, inner: bool) -> bool:
        alike = self._look(block) in self._looks
        if inner and (alike or self._tree.parents[block.element] in self._parents):
            return True
        if block.linked >= (_LINK_SHARE if count <= _LINK_WORDS else LINKED) * len(block.text):
            return False
        bare = self._tree.tags[block.element] in _TEXTS and not self._tree.looks[block.element]
        return alike or bare or _ENDS.search(block.text) is not None

    def _may_end(self, number: int) -> bool:
        block = self._page.blocks[number]
        tag = self._tree.tags[block.element]
        if is_credit_line(block.text):
            return False
        if number in self._core or tag in _ITEMS:
            return True
        return tag not in HEADINGS and (self._look(block) in self._looks or _ENDS.search(block.text) is not None)

    def _may_begin(self, number: int) -> bool:
        return self._tree.tags[self._page.blocks[number].element] in HEADINGS or self._may_end(number)

    def _is_caption(self, number: int) -> bool:
        """Whether nothing but a picture stands before the block, which is no sentence."""
        block = self._page.blocks[number]
        before = self._page.blocks[number - 1].element if number else -1
        images = self._images
        behind = bisect_right(images, before)
        pictured = behind < len(images) and images[behind] < block.element
        return pictured and not _ENDS.search(block.text)

    def _list_around(self, block: Block) -> int:
        """The list or table that holds the block; -1 if none does."""
        ancestors = self._tree.ancestors(block.element)
        return next((element for element in ancestors if self._tree.tags[element] in _LISTS), -1)

    def _linked_share(self, element: int) -> float:
        return self._linked[element] / max(1, self._lengths[element])

    def _look(self, block: Block) -> tuple[int, str, str]:
        element, tree = block.element, self._tree
        return tree.parents[element], tree.tags[element], tree.looks[element]

    @cached_property
    def _looks(self) -> frozenset[tuple[int, str, str]]:
        return frozenset(self._look(self._page.blocks[number]) for number in self._core)

    @cached_property
    def _parents(self) -> frozenset[int]:
        return frozenset(parent for parent, _, _ in self._looks)

    @cached_property
    def _counts(self) -> list[int]:
        """For each element how many blocks of prose stand in it."""
        return _summed(self._page, dict.fromkeys(self._core, 1))

    @cached_property
    def _kinds(self) -> frozenset[tuple[str, ...]]:
        return frozenset(self._kind(element) for element, count in enumerate(self._counts) if count)

    @cached_property
    def _images(self) -> list[int]:
        return [image.element for image in self._page.images]

    @cached_property
    def _linked(self) -> list[int]:
        return _summed(self._page, {number: block.linked for number, block in enumerate(self._page.blocks)})

    @cached_property
    def _lengths(self) -> list[int]:
        return _summed(self._page, {number: len(block.text) for number, block in enumerate(self._page.blocks)})

    @cached_property
    def _titles(self) -> frozenset[str]:
        """What the page is called: in the article's box this is its headline, not a subhead."""
        named = (statement.value for statement in self._page.said("headline"))
        shown = (block.text for block in self._page.blocks if self._tree.tags[block.element] == "h1")
        return frozenset(map(squeeze, (*named, *shown, self._page.title or "")))


def _prose(block: Block) -> int:
    """How many characters of prose a block has; 0 if it reads like none."""
    if block.linked > _POINTING * len(block.text):
        return 0
    count = len(words(block.text))
    reads = count >= _PARAGRAPH or (count >= _SENTENCE and _ENDS.search(block.text) is not None)
    return len(block.text) - block.linked if reads else 0


def _summed(page: Page, weights: Mapping[int, int]) -> list[int]:
    """For each element the weights of the blocks in it."""
    sums = [0] * len(page.tree.tags)
    for number, weight in weights.items():
        sums[page.blocks[number].element] += weight
    return _added_up(page.tree, sums)


def _added_up(tree: Tree, sums: list[int]) -> list[int]:
    """For each element its own number and those of all that it holds."""
    for element in range(len(sums) - 1, 0, -1):
        sums[tree.parents[element]] += sums[element]
    return sums


def _furniture(page: Page, prose: list[int], within: Collection[int]) -> list[bool]:
    """For each element whether it, or what holds it, is furniture or hidden; what holds the article is not."""
    tree = page.tree
    spared = {ancestor for element in within for ancestor in tree.ancestors(element)}
    controls = _added_up(tree, [int(tag in _CONTROLS) for tag in tree.tags])
    found: list[bool] = []
    for element, parent in enumerate(tree.parents):
        substance = element in spared or prose[element] > _SUBSTANCE * prose[0]
        asking = controls[element] > 0 and prose[element] <= _ASKING * prose[0] and tree.tags[element] not in _TEXTS
        telling = not substance and (asking or _is_telling(tree, element))
        found.append(telling or (parent >= 0 and found[parent]))
    return found


def _is_telling(tree: Tree, element: int) -> bool:
    """Whether an element's tag, class or hiding says that it is no part of the article."""
    tag = tree.tags[element]
    if element in tree.hiding:
        return True
    if tag in FURNITURE_TAGS:
        return tag != "figure" or "table" not in tree.tags[element : tree.ends[element]]
    if tag in _WHOLES:
        return False
    # A heading's id is made of its words.
    said = (tree.looks if tag in _TEXTS else tree.classes)[element].lower()
    return FURNITURE_WORDS.search(said) is not None or _AROUND.search(said) is not None
