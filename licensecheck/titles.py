"""The work's titles on a page: as headline, in a credit line, in the words of a link, or to machines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from licensecheck.claims import Mention
from licensecheck.scope import scope_of_subject
from licensecheck.terms import Form, Scope
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.reading import Reading

# Titles with fewer letters may stand in any sentence: they count only as a whole block.
_SHORT = 12
# From this likeness, in per cent, and up to this difference in length a title is the same but for a slip.
_NEAR = 95.0
_SLACK = 0.1


def read_titles(reading: Reading) -> Iterator[Mention]:
    """The places where each title of the work stands; near-equal ones only where the exact one is not shown."""
    for title in reading.work.titles:
        letters = squeeze(title)
        if not letters:
            continue
        shown = False
        for start in _places(reading, letters):
            mention = reading.mention(title, start, start + len(letters), exact=True)
            shown |= mention.visible
            yield mention
        if not shown:
            yield from _near(reading, title, letters)
        yield from _stated(reading, title, letters)


def _places(reading: Reading, letters: str) -> Iterator[int]:
    """Where the letters first stand in each unit of the stream, from word bound to word bound within one element."""
    stream = reading.stream
    is_bound = stream.is_bound if len(letters) < _SHORT else stream.is_word_bound
    at = stream.letters.find(letters)
    while at >= 0:
        end = at + len(letters)
        first, last = (reading.page.blocks[reading.numbers[stream.unit(each)]] for each in (at, end - 1))
        following = at + 1
        if first.element == last.element and is_bound(at) and is_bound(end):
            yield at
            following = stream.bounds[stream.unit(end - 1) + 1]
        at = stream.letters.find(letters, following)


def _near(reading: Reading, title: str, letters: str) -> Iterator[Mention]:
    """Whole blocks whose letters are almost those of the title."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 (slow to load, rarely needed)

    slack = _SLACK * len(letters)
    for start, end in pairwise(reading.stream.bounds):
        if abs(end - start - len(letters)) > slack:
            continue
        if ratio(letters, reading.stream.letters[start:end], score_cutoff=_NEAR):
            yield reading.mention(title, start, end, exact=False)


def _stated(reading: Reading, title: str, letters: str) -> Iterator[Mention]:
    """The title in what the page says to machines."""
    page = reading.page
    if page.title and letters in squeeze(page.title):
        yield Mention(title, page.title, Form.METADATA, Scope.ARTICLE, visible=False)
    for statement in page.said("headline"):
        if letters in squeeze(statement.value):
            yield Mention(title, statement.value, Form.METADATA, scope_of_subject(statement.subject), visible=False)
