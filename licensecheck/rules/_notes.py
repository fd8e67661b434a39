"""Notes by what they begin with: what was corrected, who wrote or paid for a work, what editors add."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.patterns import pattern
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from licensecheck.model import Case, Change

# How a note begins that tells readers what was wrong before.
_AMENDMENT = pattern(
    r"\W{0,3}(?:corrections?|clarifications?|updated?|erratum|corrigend\w+|korrektur|berichtigung|rectificati\w+)"
    r"\b(?:[ ,(][^.:]{0,30}\d[^.:]{0,12})?\s?[:–—]|\W{0,3}(?:corrected|updated) (?:on|at) |"
    r"\W{0,3}(?:this|an earlier version of this) (?:article|post|report|story) "
    r"(?:(?:has been|was) (?:amended|clarified|corrected|updated)|gave|incorrectly|mis\w+|said|wrongly)\b",
    re.IGNORECASE,
)
_END_NOTE = pattern(
    r"\W{0,3}(?:about the authors?\b|(?:additional|further) (?:reporting|research) (?:by|from)\b|"
    r"(?:reporting|research|support|funding) for this (?:article|piece|report|story)\b|"
    r"this (?:article|piece|report|story) (?:is|was) (?:funded|made possible|produced|supported)\b|"
    r"(?:\w+ ){1,6}contributed (?:reporting|research|to this (?:article|piece|report|story))\b)",
    re.IGNORECASE,
)
_ON_AUTHOR = pattern(r"\W{0,3}(?:is|was|are|covers|reports|writes|can be reached)\b", re.IGNORECASE)
_SUPPORT = pattern(
    r"\b(?:contribut|fellowship|foundation|fund|grant|license|made possible|partner|produced|republish|sponsor)|"
    r"\bsupport",
    re.IGNORECASE,
)
_LABELLED = pattern(
    r"\W{0,3}(?:editor['’]?s?|editors['’]|publisher['’]s|editorial) note\b|"
    r"\W{0,3}note (?:from the editor|to readers)\b|"
    r"\W{0,3}(?:the )?(?:opinions|views)(?: and (?:opinions|views))? (?:expressed|in this)\b|"
    r"\W{0,3}(?:update|correction|clarification|disclosure)\W{0,3}:|\W{0,3}\[",
    re.IGNORECASE,
)


def is_amendment(change: Change) -> bool:
    """Whether the work's side is one note, in a paragraph of its own, of what was corrected or updated."""
    return "\n" not in change.before and _AMENDMENT.match(change.before) is not None


def is_end_note(case: Case, change: Change) -> bool:
    """Whether the work's side is no more than a closing note: on an author, on who paid for or helped with the work."""
    if not change.before or "\n" in change.before:
        return False
    letters = squeeze(change.before)
    return _END_NOTE.match(change.before) is not None or any(
        letters.startswith(squeeze(author)) and _ON_AUTHOR.match(change.before[len(author) :])
        for author in case.work.authors or ()
    )


def names_supporters(change: Change) -> bool:
    """Whether the work's side says who paid for the work, helped with it or is to be credited."""
    return _SUPPORT.search(change.before) is not None


def is_labelled(change: Change) -> bool:
    """Whether what the page adds says that it is a note of the editors, or leaves the views to the author."""
    return _LABELLED.match(change.after) is not None
