"""How much a change weighs under a licence without derivatives: the ladder from level and licence to severity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.terms import ChangeClass, Level, Severity
from licensecheck.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.licenses import License
    from licensecheck.model import Case, Change

# Under most texts a small edit is a matter of judgement; where the licence names "editing" or forbids every
# change beyond the technical, it is not.
_LADDER = {Level.STYLE: Severity.REVIEW, Level.WORDING: Severity.WARNING, Level.SUBSTANCE: Severity.VIOLATION}
_STRICT_LADDER = {Level.STYLE: Severity.WARNING, Level.WORDING: Severity.VIOLATION, Level.SUBSTANCE: Severity.VIOLATION}

# A single mark between letters is an apostrophe.
_MARKS = re.compile(r"""\"|(?<!\w)'|'(?!\w)""")

# Both readings of a small edit, which the finding has to give.
TWO_READINGS = "Creative Commons sees no adaptation in trivial edits; the licence text grants none either"

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


def ladder(license_: License, level: Level) -> Severity:
    """The severity of a change of that level, which is not technical."""
    return (_STRICT_LADDER if license_.strict_edits else _LADDER)[level]


def shares_parts(license_: License) -> bool:
    """Whether the licence grants the work "in whole or in part": only 4.0 does."""
    return license_.version == "4.0"


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
