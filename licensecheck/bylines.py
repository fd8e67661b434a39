"""Bylines: the names that a page shows as the authors of its copy, whoever they are."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.names import is_name_like
from licensecheck.patterns import pattern
from licensecheck.terms import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Span
    from licensecheck.reading import Reading

# Bylines stand between headline and body or within so many blocks of them.
_REACH = 4
_LONGEST = 160
# The class of an outer box says little of one line in it.
_LABELS = 2
_BY = pattern(
    r"(?:^|[|/·•]\s*)\W*(?:(?:posted|published|reported|story|text|words|written)\s+)?"
    r"(?:(?:by|por|par|von|di|door|af|av|от|autore?|auteur|autor|author|text[eo]?|автор|текст|بقلم)(?:\s*:)?\s+|(?:作者|撰文|文)\s*[::/]\s*)",
    re.IGNORECASE,
)
_CLASS = pattern(r"by-?line|(?<![a-z])authors?(?![a-z])", re.IGNORECASE)
# What ends the names in a byline: marks, dates, verbs.
_END = pattern(
    r"\s+[^\W\d_]+\.?\s+\d|\s*(?:[|·•@(\[/;:]|\s[-–—]\s|\d|\b(?:published|posted|updated|publicado|publié|publiziert|on|for|in|at)\b)",
    re.IGNORECASE,
)
_AND = r"(?:&|\b(?:and|y|et|und|e|en|och|og|и|و)\b)"
_BETWEEN = pattern(rf"\s*(?:,|{_AND}|、)\s*", re.IGNORECASE)
_JOINED = pattern(rf"{_AND}\W*$", re.IGNORECASE)
_STAFF = pattern(
    r"\b(?:admin|desk|editors?|editorial|newsroom|news (?:service|team)|reporters?|reports?|staff|team|webmaster|"
    r"redacción|redacao|redação|redaktion|rédaction|redazione|редакция)\b",
    re.IGNORECASE,
)


class Byline(NamedTuple):
    """One name in a byline: its characters of the page, the block it stands in, whether it is a staff byline.

    `joined` says that an "and" joins it to the names before it.
    """

    name: str
    span: Span
    number: int
    staff: bool
    joined: bool


def read_bylines(reading: Reading) -> tuple[Byline, ...]:
    """The names shown as authors next to headline and body."""
    return tuple(byline for number in _candidates(reading) for byline in _read(reading, number))


def _candidates(reading: Reading) -> Iterator[int]:
    """The numbers of the blocks that may be bylines by their place and length."""
    if reading.alignment.body is None:
        return
    first, last = reading.alignment.body
    start = min(first, reading.headline if reading.headline >= 0 else first) - _REACH
    for number, text in reading.texts.items():
        around = start <= number <= first + 1 or last < number <= last + _REACH
        if around and number != reading.headline and len(text) <= _LONGEST and reading.shows(number):
            yield number


def _read(reading: Reading, number: int) -> Iterator[Byline]:
    text = reading.texts[number]
    lead = _BY.search(text)
    if (lead is None and not _is_labelled(reading, number)) or reading.scope_of(number) is not Scope.ARTICLE:
        return
    # Without "By", what the markup calls a byline may be a job title or a box about the author.
    begin = lead.end() if lead else 0
    end = _END.search(text, begin)
    names = _split(text, begin, end.start() if end else len(text))
    for start, name in names if lead else islice(names, 1):
        staff = _STAFF.search(name) is not None
        if staff or (" " in name and is_name_like(name)):
            joined = _JOINED.search(text, begin, start) is not None
            yield Byline(name, reading.span(number, start, start + len(name)), number, staff, joined)


def _is_labelled(reading: Reading, number: int) -> bool:
    """Whether the markup calls the block a byline: by class."""
    labels = reading.setting.labels(reading.page.blocks[number].element)
    return any(_CLASS.search(words) for words in islice(labels, _LABELS))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for separator in _BETWEEN.finditer(text, start, end):
        yield from _stripped(text, start, separator.start())
        start = separator.end()
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    if name := piece.strip(" .,;:–—-|\u00a0"):
        yield start + piece.index(name), name
