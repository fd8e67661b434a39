"""Bylines: the names that a page shows as the authors of its copy, whoever they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.credit_lines import is_staff, read_line, read_names
from licensecheck.credit_parts import Bond, PartKind
from licensecheck.names import is_full_name
from licensecheck.patterns import pattern
from licensecheck.terms import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.credit_parts import Part
    from licensecheck.model import Span
    from licensecheck.reading import Reading

# Bylines stand between headline and body, within so many blocks of them, or as a line of their own in the body.
_REACH = 4
_LONGEST = 160
# The class of an outer box says little of one line in it.
_LABELS = 2
_CLASS = pattern(r"by-?line|(?<![a-z])authors?(?![a-z])", re.IGNORECASE)
# Why a line between the paragraphs is no insertion, where it may be a byline.
_LINES = frozenset({"byline", "credit", "label"})
# An outlet may be the site's own; behind a mark it only says where the line stands.
_WRITERS = frozenset({PartKind.AUTHOR, PartKind.HELPER})
_CLAIMED = frozenset({Bond.LEAD, Bond.AND, Bond.COMMA, Bond.FOR})


class Byline(NamedTuple):
    """One name in a byline: its characters of the page, the block it stands in, whether it is a staff byline.

    `joined` says that an "and" joins it to the names before it, `beside` that it stands next to headline or body and
    claims the article, not help with it.
    """

    name: str
    span: Span
    number: int
    staff: bool
    joined: bool
    beside: bool


def read_bylines(reading: Reading) -> tuple[Byline, ...]:
    """The names shown as authors next to headline and body, and in credit lines between its paragraphs."""
    return tuple(byline for number in _candidates(reading) for byline in _read(reading, number))


def _candidates(reading: Reading) -> Iterator[int]:
    """The numbers of the blocks that may be bylines by their place and length."""
    if reading.alignment.body is None:
        return
    first, last = reading.alignment.body
    start = min(first, reading.headline if reading.headline >= 0 else first) - _REACH
    numbers = reading.numbers
    above = numbers[bisect_left(numbers, start) : bisect_left(numbers, first + 2)]
    below = numbers[bisect_right(numbers, last) : bisect_right(numbers, last + _REACH)]
    lines = (aside.block for aside in reading.alignment.asides if aside.reason in _LINES)
    for number in dict.fromkeys((*above, *lines, *below)):
        text = reading.texts.get(number, "")
        if text and number != reading.headline and len(text) <= _LONGEST and reading.shows(number):
            yield number


def _read(reading: Reading, number: int) -> Iterator[Byline]:
    text = reading.texts[number]
    parts = [part for part in read_line(text).parts if _names_someone(part)]
    if not parts and _is_labelled(reading, number):
        # Without "By", what the markup calls a byline may be a job title or a box about the author.
        parts = [part for part in read_names(text).parts[:1] if _names_someone(part)]
    if not parts or reading.scope_of(number) is not Scope.ARTICLE:
        return
    first, last = reading.alignment.body or (0, 0)
    for part in parts:
        name = text[part.start : part.end]
        staff = is_staff(name)
        if staff or is_full_name(name):
            beside = part.kind is not PartKind.HELPER and not first + 1 < number <= last
            joined = part.bond is Bond.AND
            yield Byline(name, reading.span(number, part.start, part.end), number, staff, joined, beside)


def _names_someone(part: Part) -> bool:
    return part.kind in _WRITERS or (part.kind is PartKind.OUTLET and part.bond in _CLAIMED)


def _is_labelled(reading: Reading, number: int) -> bool:
    """Whether the markup calls the block a byline: by class."""
    labels = reading.setting.labels(reading.page.blocks[number].element)
    return any(_CLASS.search(words) for words in islice(labels, _LABELS))
