"""What the change of a few words is: closed classes first, as numbers, names and negations are never minor."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from licensecheck.lexicon import CALENDAR, MODALS, NEGATIONS, NUMBER_WORDS, RELATIVE_TIMES, common_spelling
from licensecheck.patterns import pattern
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from licensecheck.model import Span

_WORD = pattern(r"[^\W_]+(?:['’][^\W_]+)*|[%$€£¥₹₽]")
_SENTENCE_START = pattern(r"(?:^|[.!?…:\n]|[\"'(\[])[\s\"'(\[-]*$")
_NUMERIC = pattern(r"\d|[½¼¾⅓⅔²³%$€£¥₹₽]")
_NEGATIVE_CONTRACTION = pattern(r"n't$|^(?:cannot|can't)$")
_MOJIBAKE = pattern(r"\ufffd|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
# Characters before a span that are enough to tell whether a sentence begins there.
_CONTEXT = 12


def words_change(work_text: str, work: Span, page_text: str, page: Span) -> tuple[ChangeClass, Level]:
    """The class and level of replacing one span by another (either may be empty).

    A span that cuts a word counts with the whole word: "did" to "didn't" is a negation.
    """
    before, after = _whole_words(work_text, work), _whole_words(page_text, page)
    gone, come = _difference(before, after), _difference(after, before)
    both = (*gone, *come)
    tests: tuple[tuple[ChangeClass, Level, Callable[[], bool]], ...] = (
        (ChangeClass.MOJIBAKE, Level.STYLE, lambda: _garbled(page_text, page) and not _garbled(work_text, work)),
        (ChangeClass.STYLE, Level.STYLE, lambda: _is_house_style(before, after)),
        (ChangeClass.NEGATION, Level.SUBSTANCE, lambda: any(map(_is_negation, both))),
        (ChangeClass.TIME_OR_PLACE, Level.STYLE, lambda: _is_time_reference(gone, come)),
        (ChangeClass.NUMBER, Level.SUBSTANCE, lambda: any(map(_is_number, both))),
        (ChangeClass.NAME, Level.SUBSTANCE, lambda: any(_names(work_text, work)) or any(_names(page_text, page))),
        (ChangeClass.WORDING, Level.SUBSTANCE, lambda: not MODALS.isdisjoint(both)),
    )
    return next(((kind, level) for kind, level, holds in tests if holds()), (ChangeClass.WORDING, Level.WORDING))


def _garbled(text: str, span: Span) -> bool:
    return _MOJIBAKE.search(text, max(0, span.start - 1), span.end + 1) is not None


def _whole_words(text: str, span: Span) -> list[str]:
    """The case-folded words that the span touches."""
    if span.start >= span.end:
        return []
    start, end = span.start, span.end
    while start > 0 and _joins(text[start - 1]) and _joins(text[start]):
        start -= 1
    while end < len(text) and _joins(text[end - 1]) and _joins(text[end]):
        end += 1
    return [word.casefold() for word in _WORD.findall(fold(text[start:end]))]


def _joins(character: str) -> bool:
    return character.isalnum() or character in "'’"


def _difference(one: list[str], other: list[str]) -> list[str]:
    return list((Counter(one) - Counter(other)).elements())


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or _NEGATIVE_CONTRACTION.search(word) is not None


def _is_number(word: str) -> bool:
    return _NUMERIC.search(word) is not None or word in NUMBER_WORDS


def _is_house_style(before: list[str], after: list[str]) -> bool:
    """Whether the two say the same in spellings that house styles choose between."""
    return bool(before) and [*map(common_spelling, before)] == [*map(common_spelling, after)]


def _is_time_reference(gone: list[str], come: list[str]) -> bool:
    """Whether a relative time or place was replaced by another way to say it: "today" by "on Monday"."""
    both = (*gone, *come)
    return (
        bool(gone and come)
        and any(word in RELATIVE_TIMES for word in both)
        and all(word in RELATIVE_TIMES or word in CALENDAR or word.isdigit() for word in both)
    )


def _names(text: str, span: Span) -> Iterator[str]:
    """The capitalised words of a span that do not owe their capital to a sentence's beginning."""
    for match in _WORD.finditer(text, span.start, span.end):
        before = fold(text[max(0, match.start() - _CONTEXT) : match.start()])
        if match[0][0].isupper() and not _SENTENCE_START.search(before):
            yield match[0]
