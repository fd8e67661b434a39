"""From where the texts differ to what that means: each change with a class and a level that a person understands."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from licensecheck.model import Change, Span
from licensecheck.patterns import pattern
from licensecheck.punctuation import punctuation_changes
from licensecheck.terms import ChangeClass, Level, Role
from licensecheck.text import fold, words
from licensecheck.wording import words_change

if TYPE_CHECKING:
    from licensecheck.model import Alignment, Edit, Page, Work

_SENTENCE_END = pattern(r"[.!?…؟۔।][\"')\]]*\s|[。！？]|[.!?…؟۔।][\"')\]]*$")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMBER = pattern(r"\d(?:[\d.,:]*\d)?")
# Signs that are part of a number.
_VALUE_SIGNS = "%‰$€£¥₹₽°"
# Characters before and behind a change in which the number that it cuts may begin and end.
_NUMBER_REACH = 20
# What house styles put before a story's first words: "PARIS (Agency) -", "Analysis:".
_LABEL = pattern(r"(?:\S+\s){0,3}\S*\s?[:)-]")
# From this many words on, a change is a sentence's worth even without a full stop.
SENTENCE_WORDS = 12
# Fewer words than this with a full stop ("he said.") are still words, not a sentence.
LEAST_SENTENCE_WORDS = 4


def classify(work: Work, page: Page, alignment: Alignment) -> tuple[Change, ...]:
    """All changes of the body in the order of the work: the edits, then differences in points and capitals."""
    classifier = _Classifier(work, page)
    changes = [*map(classifier.edit_change, alignment.edits)]
    changes += map(classifier.placed, punctuation_changes(work.text, page.text, alignment.matches))
    return tuple(sorted(changes, key=lambda change: change.work_span.start if change.work_span else -1))


class _Classifier:
    """The two texts, and what has to be known of the places in them."""

    def __init__(self, work: Work, page: Page) -> None:
        self._work = work
        self._page = page
        self._text = work.text
        self._paragraphs = list(accumulate((len(p.text) + 2 for p in work.body), initial=0))[:-1]
        self._blocks = [block.start for block in page.blocks]

    def edit_change(self, edit: Edit) -> Change:
        """The change that an edit is."""
        work, spans = edit.work, edit.page
        if work.start < work.end and spans and not edit.moved:
            work, spans = self._at_words(work, spans)
        page = Span(spans[0].start, spans[-1].end) if spans else None
        before = self._text[work.start : work.end].strip()
        after = " ".join(self._page.text[span.start : span.end].strip() for span in spans)
        kind, level = self._kind(edit, before, after, page)
        return self.placed(Change(kind, level, before, after, work_span=work, page_span=page))

    def _at_words(self, work: Span, spans: tuple[Span, ...]) -> tuple[Span, tuple[Span, ...]]:
        """The spans of a replacement, widened to whole numbers; of a few words, without the signs that both share."""
        work, spans = _whole_number(self._text, work), tuple(_whole_number(self._page.text, s) for s in spans)
        texts = self._text[work.start : work.end], self._page.text[spans[0].start : spans[-1].end]
        if len(spans) > 1 or any(map(_is_passage, texts)):
            return work, spans
        work, page = self._without_shared_signs(work, spans[0])
        return work, (page,)

    def _without_shared_signs(self, work: Span, page: Span) -> tuple[Span, Span]:
        """The two spans without the punctuation that they share at their ends: it did not change."""
        texts = (self._text, self._page.text)
        start, end, begin, stop = work.start, work.end, page.start, page.end
        while end > start and stop > begin and _shares_sign(texts, end - 1, stop - 1):
            end, stop = end - 1, stop - 1
        while start < end and begin < stop and _shares_sign(texts, start, begin):
            start, begin = start + 1, begin + 1
        return Span(start, end), Span(begin, stop)

    def placed(self, change: Change) -> Change:
        """The change with its paragraph and element path."""
        paragraph = path = None
        if change.work_span is not None:
            paragraph = self._paragraph(change.work_span.start)
        if change.page_span is not None:
            path = self._page.tree.path(self._page.blocks[self._block(change.page_span.start)].element)
        return Change(
            change.kind, change.level, change.before, change.after, paragraph, change.work_span, change.page_span, path
        )

    def _paragraph(self, place: int) -> int:
        return max(bisect_right(self._paragraphs, min(place, len(self._text) - 1)) - 1, 0)

    def _block(self, place: int) -> int:
        return max(bisect_right(self._blocks, place) - 1, 0)

    def _kind(self, edit: Edit, before: str, after: str, page: Span | None) -> tuple[ChangeClass, Level]:
        if edit.moved:
            return ChangeClass.ORDER, Level.SUBSTANCE
        if self._is_subhead(edit, before, after):
            return ChangeClass.SUBHEAD, Level.WORDING
        if not before and edit.work.end == 0 and _LABEL.fullmatch(fold(after)):
            return ChangeClass.STYLE, Level.STYLE
        if _is_passage(before) or _is_passage(after):
            return self._passage_kind(edit, before, after), Level.SUBSTANCE
        if self._is_quoted(edit.work):
            return ChangeClass.QUOTATION, Level.SUBSTANCE
        return words_change(self._text, edit.work, self._page.text, page or Span(0, 0))

    def _is_subhead(self, edit: Edit, before: str, after: str) -> bool:
        """Whether a subhead was put in, taken out or changed, and no more than that."""
        number = self._paragraph(edit.work.start)
        if before and (self._work.body[number].role is not Role.SUBHEAD or "\n" in before):
            return False
        if not after:
            return bool(before)
        block = self._page.blocks[self._block(edit.page[0].start)]
        return bool(before) or (block.text == after and self._page.tree.tags[block.element] in _HEADINGS)

    def _passage_kind(self, edit: Edit, before: str, after: str) -> ChangeClass:
        if before and after:
            return ChangeClass.SENTENCE
        if after:
            return ChangeClass.INSERTION
        return ChangeClass.TRUNCATION if edit.work.end >= len(self._text.rstrip()) else ChangeClass.CUT

    def _is_quoted(self, span: Span) -> bool:
        """Whether the place stands between quotation marks; a quotation may run on over paragraphs."""
        number = self._paragraph(span.start)
        start = self._paragraphs[number]
        text = fold(self._work.body[number].text)
        ahead = text[: max(span.start - start, 0)].count('"')
        if ahead % 2 == 0 or '"' in text[max(span.start - start, 0) :]:
            return ahead % 2 == 1
        # Left open to its end: quoted if the quotation goes on in the next paragraph, as is usual in print.
        following = self._work.body[number + 1].text if number + 1 < len(self._work.body) else ""
        return fold(following).startswith('"')


def _whole_number(text: str, span: Span) -> Span:
    """The span, widened to the whole of a number that it cuts: "2,200", not "2,"."""
    start, end = span.start, span.end
    for number in _NUMBER.finditer(text, max(0, start - _NUMBER_REACH), end + _NUMBER_REACH):
        start = number.start() if number.start() < start < number.end() else start
        end = number.end() if number.start() < end < number.end() else end
    return Span(start, end)


def _shares_sign(texts: tuple[str, str], one: int, other: int) -> bool:
    sign = texts[0][one]
    return not sign.isalnum() and sign not in _VALUE_SIGNS and fold(sign) == fold(texts[1][other])


def _is_passage(text: str) -> bool:
    """Whether the text is a sentence or more."""
    if not text:
        return False
    count = len(words(text))
    return count >= SENTENCE_WORDS or (count >= LEAST_SENTENCE_WORDS and _SENTENCE_END.search(fold(text)) is not None)
