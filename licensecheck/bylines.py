"""Bylines: the names that a page shows as the authors of its copy, whoever they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.model import Span
from licensecheck.terms import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.reading import Reading

# Bylines stand between headline and body or within so many blocks of them.
_REACH = 4
_LONGEST = 160
_BY = re.compile(
    r"(?:^|[|/·•]\s*)\W*(?:(?:posted|published|reported|story|text|words|written)\s+)?"
    r"(?:(?:by|por|par|von|di|door|af|av|от|autore?|auteur|autor|author|text[eo]?|автор|текст|بقلم)(?:\s*:)?\s+|(?:作者|撰文|文)\s*[::/]\s*)",
    re.IGNORECASE,
)
_CLASS = re.compile(r"by-?line|(?<![a-z])authors?(?![a-z])", re.IGNORECASE)
# What ends the names in a byline: marks, dates, verbs.
_END = re.compile(
    r"\s*(?:[|·•@(\[/;:]|\s[-–—]\s|\d|\b(?:published|posted|updated|publicado|publié|publiziert|on|for|in|at)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|&|\b(?:and|y|et|und|e|en|och|og|и|و)\b|、)\s*", re.IGNORECASE)
_PARTICLES = frozenset("al bin da de del della den der di dos du el la le ten ter van von zu".split())
_STAFF = re.compile(
    r"\b(?:admin|desk|editors?|editorial|newsroom|news (?:service|team)|reporters?|reports?|staff|team|webmaster|"
    r"redacción|redacao|redação|redaktion|rédaction|redazione|редакция)\b",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset("the a an this our how what why when about more our read all".split())
_MOST_WORDS = 5


class Byline(NamedTuple):
    """One name in a byline: its characters of the page, the block it stands in, whether it is a staff byline."""

    name: str
    span: Span
    number: int
    staff: bool


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
        if (
            around
            and number != reading.headline
            and len(text) <= _LONGEST
            and reading.shows(number)
            and reading.scope_of(number) is Scope.ARTICLE
        ):
            yield number


def _read(reading: Reading, number: int) -> Iterator[Byline]:
    text = reading.texts[number]
    lead = _BY.search(text)
    if lead is None and not _is_labelled(reading, number):
        return
    begin = lead.end() if lead else 0
    end = _END.search(text, begin)
    for start, name in _split(text, begin, end.start() if end else len(text)):
        staff = _STAFF.search(name) is not None
        if staff or _is_name(name):
            yield Byline(name, reading.span(number, start, start + len(name)), number, staff)


def _is_labelled(reading: Reading, number: int) -> bool:
    """Whether the markup calls the block a byline: by class, or by a link with rel=author."""
    return any(_CLASS.search(words) for words in reading.setting.labels(reading.page.blocks[number].element))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for separator in _BETWEEN.finditer(text, start, end):
        yield from _stripped(text, start, separator.start())
        start = separator.end()
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    if name := piece.strip(" .,;:–—-|\u00a0"):
        yield start + piece.index(name), name


def _is_name(text: str) -> bool:
    """Whether the words read as a person's name: few, capitalised, none of them a common first word of labels."""
    parts = text.split()
    if not 1 < len(parts) <= _MOST_WORDS or parts[0].lower() in _NOT_NAMES:
        return False
    return all(part[0].isupper() or part.lower() in _PARTICLES for part in parts)
