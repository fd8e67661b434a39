"""Whose business a change is: each change of a work's text is one rule's, by its class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.patterns import pattern
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Change

# A single mark between letters is an apostrophe.
_MARKS = pattern(r"""\"|(?<!\w)'|'(?!\w)""")

_WORDS = frozenset(
    {
        ChangeClass.STYLE,
        ChangeClass.TIME_OR_PLACE,
        ChangeClass.WORDING,
        ChangeClass.NUMBER,
        ChangeClass.NAME,
        ChangeClass.NEGATION,
    }
)


def changes_of(case: Case, *kinds: ChangeClass) -> Iterator[Change]:
    """The changes of these classes, but for technical ones."""
    return (change for change in case.changes if change.kind in kinds and change.level is not Level.TECHNICAL)


def rewordings(case: Case) -> Iterator[Change]:
    """Words, points and whole sentences put in the place of others."""
    yield from changes_of(case, *_WORDS)
    yield from (change for change in changes_of(case, ChangeClass.SENTENCE) if change.before and change.after)


def small_edits(case: Case) -> Iterator[Change]:
    """What a house style accounts for, inside quotations as far as words and marks are kept."""
    yield from (change for change in rewordings(case) if change.level is Level.STYLE)
    quotations = changes_of(case, ChangeClass.QUOTATION)
    yield from (change for change in quotations if keeps_words(change) and keeps_marks(change))


def cuts(case: Case) -> Iterator[Change]:
    """Text left out inside the article."""
    yield from changes_of(case, ChangeClass.CUT)
    yield from (change for change in changes_of(case, ChangeClass.SENTENCE) if not change.after)


def insertions(case: Case) -> Iterator[Change]:
    """Text put into the article or next to it."""
    yield from changes_of(case, ChangeClass.INSERTION)
    yield from (change for change in changes_of(case, ChangeClass.SENTENCE) if not change.before)


def keeps_words(change: Change) -> bool:
    """Whether both sides have the same letters and digits."""
    return squeeze(change.before) == squeeze(change.after)


def keeps_marks(change: Change) -> bool:
    """Whether both sides have as many quotation marks, double or single."""
    return len(_MARKS.findall(fold(change.before))) == len(_MARKS.findall(fold(change.after)))
