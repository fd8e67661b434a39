"""A text as one stream of letters and digits, cut into units, with the way back to its source characters."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from licensecheck.model import Span
from licensecheck.text import squeeze, squeezed_offsets, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE_ENDS = ".!?…。！？؟۔।"


class Stream:
    """The squeezed letters of a sequence of texts (a work's paragraphs, a page's blocks), called units.

    Positions are offsets in `letters`; `bounds[u]` and `bounds[u + 1]` enclose unit `u`. Words and source
    offsets are worked out when first asked for: in a faithful copy hardly any are.
    """

    def __init__(self, texts: Sequence[str], starts: Sequence[int]) -> None:
        """Squeeze the units; `starts` are their offsets in the source text."""
        self.texts = texts
        self.starts = starts
        pieces = squeeze("\n".join(texts)).split("\n")
        self.letters = "".join(pieces)
        self.bounds = [0, *accumulate(map(len, pieces))]
        self._offsets: dict[int, list[int]] = {}
        self._words: dict[int, list[str]] = {}
        self._word_bounds: dict[int, list[int]] = {}

    def unit(self, position: int) -> int:
        """The number of the unit that holds the letter at `position`."""
        return bisect_right(self.bounds, position) - 1

    def is_bound(self, position: int) -> bool:
        """Whether a unit begins or ends at `position`."""
        return self.bounds[self.unit(position)] == position

    def unit_letters(self, unit: int) -> str:
        """The letters of one unit."""
        return self.letters[self.bounds[unit] : self.bounds[unit + 1]]

    def words(self, unit: int) -> list[str]:
        """The words of one unit."""
        if unit not in self._words:
            self._words[unit] = words(self.texts[unit])
        return self._words[unit]

    def word_bounds(self, unit: int) -> list[int]:
        """The positions where the words of a unit begin, and its end."""
        if unit not in self._word_bounds:
            lengths = map(len, self.words(unit))
            self._word_bounds[unit] = list(accumulate(lengths, initial=self.bounds[unit]))
        return self._word_bounds[unit]

    def is_word_bound(self, position: int) -> bool:
        """Whether a word begins or ends at `position`."""
        if position in (0, len(self.letters)):
            return True
        bounds = self.word_bounds(self.unit(position))
        return bounds[bisect_right(bounds, position) - 1] == position

    def begins_sentence(self, position: int) -> bool:
        """Whether the letter at `position` begins a sentence of its unit, as far as punctuation tells."""
        unit = self.unit(position)
        if position == self.bounds[unit]:
            return True
        before = self._unit_offsets(unit)[position - 1 - self.bounds[unit]]
        between = self.texts[unit][before + 1 : self.source(position) - self.starts[unit]]
        return any(mark in between for mark in _SENTENCE_ENDS)

    def words_between(self, start: int, end: int) -> tuple[list[str], list[int]]:
        """The words in [start, end) and where each begins; words that the bounds cut are cut."""
        found: list[str] = []
        begins: list[int] = []
        unit = self.unit(start) if start < end else 0
        while start < end:
            bounds = self.word_bounds(unit)
            for number in range(max(bisect_right(bounds, start) - 1, 0), len(bounds) - 1):
                low, high = max(bounds[number], start), min(bounds[number + 1], end)
                if low >= high:
                    break
                found.append(self.letters[low:high])
                begins.append(low)
            unit += 1
            start = max(start, self.bounds[unit])
        return found, begins

    def source(self, position: int) -> int:
        """The source offset of the letter at `position`."""
        unit = self.unit(position)
        return self.starts[unit] + self._unit_offsets(unit)[position - self.bounds[unit]]

    def span(self, start: int, end: int) -> Span:
        """The source characters from the letter at `start` to the one before `end`, as a span.

        Where the letters run to the end of their unit, so does the span: closing punctuation belongs to them.
        An empty range gives an empty span where its next letter would stand.
        """
        if start >= end:
            return self._empty(start)
        unit = self.unit(end - 1)
        if end == self.bounds[unit + 1]:
            begin = self.starts[unit] if start == self.bounds[unit] else self._begin(start)
            return Span(begin, self.starts[unit] + len(self.texts[unit]))
        last = self.source(end - 1)
        following = self.source(end)
        return Span(self._begin(start), self._clip(unit, last, following))

    def _begin(self, start: int) -> int:
        """Where the word that begins with the letter at `start` begins: marks that open it belong to it."""
        unit = self.unit(start)
        if start == self.bounds[unit]:
            return self.starts[unit]
        text, base = self.texts[unit], self.starts[unit]
        begin, before = self.source(start), self.source(start - 1)
        opening = begin
        while opening - 1 > before and not text[opening - 1 - base].isspace():
            opening -= 1
        return opening if opening - 1 > before else begin

    def _empty(self, position: int) -> Span:
        if position < len(self.letters):
            at = self._begin(position)
        else:
            at = self.starts[-1] + len(self.texts[-1]) if self.texts else 0
        return Span(at, at)

    def _clip(self, unit: int, last: int, following: int) -> int:
        """The end of the word whose last letter is at `last`: marks that close it, no white space behind it."""
        text, start = self.texts[unit], self.starts[unit]
        end = last + 1
        while end < following and not text[end - start].isspace():
            end += 1
        return end

    def _unit_offsets(self, unit: int) -> list[int]:
        if unit not in self._offsets:
            self._offsets[unit] = squeezed_offsets(self.texts[unit])
        return self._offsets[unit]
