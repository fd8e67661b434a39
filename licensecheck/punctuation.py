"""The second look at text that agrees in its letters: points, signs, quotation marks and capitals."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from licensecheck.model import Change, Span
from licensecheck.patterns import pattern
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import fold, ink, squeezed_offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.model import Match

_NUMBER = pattern(r"(?:(?<![^\s(\"'])[-+])?[$€£¥₹₽₿±<>≤≥]*\d[\d.,:'/ ]*[%‰°]?")
_SIGN = pattern(r"[^\w\s]|_")
_BULLET = pattern(r"^[-–•*·‣▪]\s")
_GROUPING = pattern(r"(?<=\d)[,' ](?=\d{3}(?!\d))")


def punctuation_changes(work_text: str, page_text: str, matches: Iterable[Match]) -> Iterator[Change]:
    """The differences in matched text that its letters do not show, one change for each run of words.

    The spans of a change count in `work_text` and `page_text`.
    """
    for match in matches:
        before = work_text[match.work.start : match.work.end]
        after = page_text[match.page.start : match.page.end]
        if before == after or _without_bullet(before) == _without_bullet(after):
            continue
        for work, page in _differing(before, after):
            old, new = before[work.start : work.end].strip(), after[page.start : page.end].strip()
            yield Change(
                *_kind(old, new),
                old,
                new,
                work_span=_shifted(work, match.work.start),
                page_span=_shifted(page, match.page.start),
            )


def _without_bullet(text: str) -> str:
    """The ink without the mark of a list item: markup makes it in one place, a character in another."""
    return ink(_BULLET.sub("", text))


def foldings(work_text: str, page_text: str, matches: Iterable[Match]) -> int:
    """How many characters differ in matched text that folding unites: what is excused as technical."""
    return sum(
        _unlike(work_text[match.work.start : match.work.end], page_text[match.page.start : match.page.end])
        for match in matches
    )


def _unlike(before: str, after: str) -> int:
    if before == after:
        return 0
    ours, theirs = _signs(before), _signs(after)
    return sum(one != other for one, other in zip(ours, theirs, strict=False)) + abs(len(ours) - len(theirs))


def _signs(text: str) -> list[str]:
    return _SIGN.findall(text)


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _differing(before: str, after: str) -> Iterator[tuple[Span, Span]]:
    """The runs of words that differ in case or signs; both texts have the same letters."""
    work, page = squeezed_offsets(before), squeezed_offsets(after)
    breaks = sorted(_breaks(before, work) & _breaks(after, page))
    ours = [0, *(_word_start(before, work[letter]) for letter in breaks), len(before)]
    theirs = [0, *(_word_start(after, page[letter]) for letter in breaks), len(after)]
    run: tuple[Span, Span] | None = None
    for (start, end), (begin, stop) in zip(pairwise(ours), pairwise(theirs), strict=True):
        if _without_bullet(before[start:end]) == _without_bullet(after[begin:stop]):
            if run:
                yield run
            run = None
        elif run:
            run = Span(run[0].start, end), Span(run[1].start, stop)
        else:
            run = Span(start, end), Span(begin, stop)
    if run:
        yield run


def _breaks(text: str, offsets: list[int]) -> set[int]:
    """The letters (by number) that have white space before them."""
    return {
        number
        for number, (one, other) in enumerate(pairwise(offsets), start=1)
        if other - one > 1 and any(character.isspace() for character in text[one + 1 : other])
    }


def _word_start(text: str, place: int) -> int:
    while not text[place - 1].isspace():
        place -= 1
    return place


def _kind(before: str, after: str) -> tuple[ChangeClass, Level]:
    """What a difference of signs is: in numbers it is another number, of quotation marks another speaker."""
    if _numbers(before) != _numbers(after):
        return ChangeClass.NUMBER, Level.SUBSTANCE
    old, new = fold(before), fold(after)
    if (old.count('"') + old.count("''")) != (new.count('"') + new.count("''")):
        return ChangeClass.QUOTATION, Level.WORDING
    if ("?" in old) != ("?" in new):
        return ChangeClass.WORDING, Level.WORDING
    return ChangeClass.STYLE, Level.STYLE


def _numbers(text: str) -> list[str]:
    return [_GROUPING.sub("", number).rstrip(".,:'/ ") for number in _NUMBER.findall(fold(text))]
