"""Whose business a change is: each change of a work's text is one rule's, by its class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.model import ORIGINAL
from licensecheck.patterns import pattern
from licensecheck.rules._notes import is_amendment
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import fold, squeeze, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Change

# A single mark between letters is an apostrophe.
_MARKS = pattern(r"""\"|(?<!\w)'|'(?!\w)""")

_DOUBLED = pattern(r"(\w)\1")
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
    yield from rewritten(case)


def small_edits(case: Case) -> Iterator[Change]:
    """What a house style accounts for, inside quotations as far as words and marks are kept."""
    yield from (change for change in rewordings(case) if change.level is Level.STYLE)
    quotations = changes_of(case, ChangeClass.QUOTATION)
    yield from (change for change in quotations if keeps_words(change) and keeps_marks(change))


def cuts(case: Case) -> Iterator[Change]:
    """Text left out inside the article, but for notes of amendment."""
    yield from (change for change in _gone(case, ChangeClass.CUT) if not is_amendment(change))


def truncations(case: Case) -> Iterator[Change]:
    """Text left out at the article's ends, but for notes of amendment."""
    yield from (change for change in changes_of(case, ChangeClass.TRUNCATION) if not is_amendment(change))


def lost_amendments(case: Case) -> Iterator[Change]:
    """Notes of the work that the page leaves out, which tell readers what was corrected or updated."""
    gone = _gone(case, ChangeClass.CUT, ChangeClass.TRUNCATION)
    yield from (change for change in gone if is_amendment(change))


def insertions(case: Case) -> Iterator[Change]:
    """Text put into the article or next to it."""
    yield from changes_of(case, ChangeClass.INSERTION)
    yield from (change for change in changes_of(case, ChangeClass.SENTENCE) if not change.before)


def rewritten(case: Case) -> Iterator[Change]:
    """Sentences and more that are told in other words."""
    return (change for change in changes_of(case, ChangeClass.SENTENCE) if change.before and change.after)


def is_inside(case: Case, change: Change) -> bool:
    """Whether an insertion stands between words of the work rather than before or after all of them."""
    return change.work_span is None or 0 < change.work_span.start < len(case.work.text)


def is_slip(case: Case, change: Change) -> bool:
    """Whether the page puts right a slip of the pen: letters swapped, doubled or left single, or a word said twice.

    As such an edit may also make another word, the page's must stand elsewhere in the work, and the work's must not.
    """
    if change.kind is not ChangeClass.WORDING or change.level is not Level.WORDING or change.work_span is None:
        return False
    before, after = fold(change.before).casefold(), fold(change.after).casefold()
    if not after:
        ahead = case.work.text[: change.work_span.start].split()[-1:]
        behind = case.work.text[change.work_span.end :].split()[:1]
        return before in {fold(word).casefold() for word in (*ahead, *behind)}
    spoken = words(case.work.text)
    return _misses_by_a_slip(before, after) and spoken.count(before) == 1 and after in spoken


def stale(case: Case) -> str | None:
    """The likely cause of a difference in a work that was changed after it was published."""
    if case.text == ORIGINAL and case.work.modified and case.work.modified != case.work.published:
        return f"the original was last changed on {case.work.modified[:10]}; the copy may follow an earlier text"
    return None


def _gone(case: Case, *kinds: ChangeClass) -> Iterator[Change]:
    """The changes of these classes, and sentences that the page has nothing for."""
    yield from changes_of(case, *kinds)
    yield from (change for change in changes_of(case, ChangeClass.SENTENCE) if not change.after)


def _misses_by_a_slip(one: str, other: str) -> bool:
    """Whether two words differ by letters that swapped places, or by letters doubled in one and single in the other."""
    swapped = any(
        one[:at] + one[at + 1] + one[at] + one[at + 2 :] == other
        for at in range(len(one) - 1)
        if one[at] != one[at + 1]
    )
    return swapped or (one != other and _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other))


def keeps_words(change: Change) -> bool:
    """Whether both sides have the same letters and digits."""
    return squeeze(change.before) == squeeze(change.after)


def keeps_marks(change: Change) -> bool:
    """Whether both sides have as many quotation marks, double or single."""
    return len(_MARKS.findall(fold(change.before))) == len(_MARKS.findall(fold(change.after)))
