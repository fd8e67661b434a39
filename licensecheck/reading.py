"""A page read beside a work: the text that is not the work's story, and what each block of it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from licensecheck.claims import Mention
from licensecheck.credit_lines import is_credit_line
from licensecheck.credit_words import AGENCIES, PICTURES
from licensecheck.headline import find_headline
from licensecheck.model import Span
from licensecheck.names import bare
from licensecheck.neighbours import HEADINGS
from licensecheck.patterns import pattern
from licensecheck.scope import Setting, carried
from licensecheck.sources import leads_to
from licensecheck.stream import Stream
from licensecheck.terms import Form, Scope
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from licensecheck.model import Alignment, Block, Link, Page, Work

# A block of which no more than this is left over (closing marks, a drop cap) is the story's altogether.
_LEFT_OVER = 4
# A work's own credit and licence lines are among the first and last blocks of its body.
_EDGE = 4
# Without terms such a line is no longer than this.
_LINE = 120
# What such a line says of its terms.
_TERM_CUES = ("creative commons", "cc by", "cc-by", "cc0", "copyright", "©", "license", "licence", "republish")
_PHOTO_LINE = pattern(
    rf"^\W*{PICTURES}\s?(?:[:：©/／|]|\w{{0,8}}\s?(?:by|courtesy|credit|de|di|par|por|von)\b|copyright)|"
    rf"[/©]\s?{AGENCIES}\b|\b(?:via|courtesy of)\s{AGENCIES}\b",
    re.IGNORECASE,
)
_UNDATED_HOLDER = pattern(r"\W{0,3}©(?!.*(?:\d{4}|reserved))", re.IGNORECASE)


class Reading:
    """What the readers of credits, marks, phrases and photos share.

    `texts` are the blocks that may speak of the work rather than tell its story, by number, words of the story
    blanked out so that offsets hold; `stream` is their letters, a unit for each, and `letters` these without
    accents; `hrefs` are the lower-case addresses of all links, for a quick look. `body` is what `carried` gives.
    """

    def __init__(self, work: Work, page: Page, alignment: Alignment) -> None:
        """Set apart the blocks that carry nothing but the work's story."""
        self.work = work
        self.page = page
        self.alignment = alignment
        self.body = carried(page, alignment)
        self.headline = find_headline(work, page, alignment.body[0]) if alignment.body else -1
        self.setting = Setting(page, self.body, self.headline, self._is_own)
        self.texts = _left_over(page, alignment, self.body)
        self.numbers = tuple(self.texts)
        self.stream = Stream(tuple(self.texts.values()), [page.blocks[number].start for number in self.numbers])
        self.letters = bare(self.stream.letters)
        self._lower = "\n".join(self.texts.values()).replace("İ", "I").lower()
        self._bounds = list(accumulate((len(text) + 1 for text in self.texts.values()), initial=0))
        self.hrefs = "\n".join(link.href for link in page.links).lower()
        self._scopes: dict[int, Scope] = {}
        self._images = [image.element for image in page.images]

    def with_any(self, cues: Iterable[str]) -> list[int]:
        """The numbers, in order, of those of `texts` that hold any of the lower-case cues."""
        units = set()
        for cue in cues:
            at = self._lower.find(cue)
            while at >= 0:
                unit = bisect_right(self._bounds, at) - 1
                units.add(unit)
                at = self._lower.find(cue, self._bounds[unit + 1])
        return [self.numbers[unit] for unit in sorted(units)]

    def shows(self, number: int) -> bool:
        """Whether a reader sees the block of that number."""
        return self.setting.shows(self.page.blocks[number].hidden)

    def scope_of(self, number: int) -> Scope:
        """What the block of that number speaks of: its element decides, then whether it reads like a photo credit."""
        if number not in self._scopes:
            self._scopes[number] = self._read_scope(number)
        return self._scopes[number]

    def _read_scope(self, number: int) -> Scope:
        block = self.page.blocks[number]
        scope = self.setting.scope_of(block.element)
        if scope is not Scope.ARTICLE or number in self.body:
            return scope
        if _PHOTO_LINE.search(block.text) or (_UNDATED_HOLDER.match(block.text) and self._follows_image(number)):
            return Scope.IMAGE
        return scope

    def span(self, number: int, start: int, end: int) -> Span:
        """The characters [start, end) of the block of that number."""
        begin = self.page.blocks[number].start
        return Span(begin + start, begin + end)

    def is_matched(self, span: Span) -> bool:
        """Whether the work itself says these words."""
        return any(match.page.start <= span.start and span.end <= match.page.end for match in self.alignment.matches)

    def is_seen(self, link: Link) -> bool:
        """Whether a reader sees the link: one without text or picture takes no room."""
        has_face = bool(link.text) or self._has_image(link.element, self.page.tree.ends[link.element])
        return has_face and self.setting.shows(link.hidden)

    def mention(self, named: str, start: int, end: int, *, exact: bool) -> Mention:
        """The mention of what is `named` by the letters [start, end) of the stream."""
        number = self.numbers[self.stream.unit(start)]
        span = Span(self.stream.source(start), self.stream.source(end - 1) + 1)
        text = self.page.text[span.start : span.end]
        return Mention(
            named=named,
            text=text,
            form=Form.LINK
            if any(link.block == number and text in link.text for link in self.page.links)
            else Form.TEXT,
            scope=self.scope_of(number),
            visible=self.shows(number),
            exact=exact,
            span=span,
            element=self.page.blocks[number].element,
        )

    def _is_own(self, block: Block) -> bool:
        """Whether a block repeats a title of the work or links to it; of a heading, whether it names the publisher."""
        names = self.work.titles
        if self.page.tree.tags[block.element] in HEADINGS:
            names += self.work.parties or ()
        letters = squeeze(block.text)
        if any(name and name in letters for name in map(squeeze, names)):
            return True
        links = (x for x in self.page.links if block.linked and self.page.tree.contains(block.element, x.element))
        return any(leads_to(link.href, source) for link in links for source in self.work.sources or ())

    def _follows_image(self, number: int) -> bool:
        """Whether an image stands between this block and the one before it."""
        before = self.page.blocks[number - 1].element if number else -1
        return self._has_image(before + 1, self.page.tree.ends[self.page.blocks[number].element])

    def _has_image(self, start: int, end: int) -> bool:
        return bisect_left(self._images, start) < bisect_left(self._images, end)


def _left_over(page: Page, alignment: Alignment, body: Mapping[int, int]) -> dict[int, str]:
    """The text of each block that is not wholly the story's, matched words blanked out.

    The work's own credit and licence lines are part of its text, but tell no story: they stay.
    """
    edges = {*list(body)[:_EDGE], *list(body)[-_EDGE:]}
    left = {}
    for number, block in enumerate(page.blocks):
        count = body.get(number, 0)
        if not count or (number in edges and _is_credit_line(block.text)):
            left[number] = block.text
        elif count + _LEFT_OVER < len(block.text):
            left[number] = _blanked(block.text, block.start, alignment)
    return left


def _is_credit_line(text: str) -> bool:
    lowered = text.lower()
    return any(cue in lowered for cue in _TERM_CUES) or (len(text) <= _LINE and is_credit_line(text))


def _blanked(text: str, start: int, alignment: Alignment) -> str:
    """The text that begins at `start` of the page, matched characters replaced by spaces."""
    end = start + len(text)
    for match in alignment.matches:
        low, high = max(match.page.start, start), min(match.page.end, end)
        if low < high:
            text = text[: low - start] + " " * (high - low) + text[high - start :]
    return text
