"""What a publisher's policy says of one change: allowed, wrong, or for a person, and by which clause."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.patterns import pattern
from licensecheck.policy import Additions, Edits, Shortening
from licensecheck.policy_terms import Allowance, Check, EditClass, Placement
from licensecheck.rules._changes import keeps_marks, keeps_words
from licensecheck.rules._references import judge_place, judge_time, judge_time_and_place
from licensecheck.rules._sight import Sight, sight
from licensecheck.story_time import Truth
from licensecheck.terms import ChangeClass, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from licensecheck.model import Case, Change
    from licensecheck.policy import PolicyClause


class Standing(Enum):
    """Where a change stands with a policy that has a word on its sort."""

    ALLOWED = "allowed"
    UNCLEAR = "unclear"
    WRONG = "wrong"


class Ruling(NamedTuple):
    """A clause applied to a change; `note` says what is wrong with it or what is left to ask."""

    clause: PolicyClause
    standing: Standing
    note: str = ""


_STANDINGS = {Truth.RIGHT: Standing.ALLOWED, Truth.UNCLEAR: Standing.UNCLEAR, Truth.WRONG: Standing.WRONG}
_FRAMES = {ChangeClass.HEADLINE: EditClass.HEADLINE, ChangeClass.DECK: EditClass.DECK}
_WORDS = frozenset(
    {ChangeClass.STYLE, ChangeClass.TIME_OR_PLACE, ChangeClass.WORDING, ChangeClass.NUMBER, ChangeClass.NAME}
)
_PASSAGES = frozenset({ChangeClass.CUT, ChangeClass.TRUNCATION, ChangeClass.SENTENCE, ChangeClass.SUBHEAD})
_MEASURE = pattern(
    r"\d\s?-?(?:km|kilomet|mi\b|mile|feet|foot|ft\b|m\b|met(?:er|re)|yard|inch|cm|centimet|pound|lbs?\b|kilo|kg|ounce|oz\b|"
    r"gallon|lit(?:er|re)|acre|hectare|square|cubic|ton|degrees|°)",
    re.IGNORECASE,
)
_QUOTATION_MARK = pattern(r"[\"“”«»„]")
_NOTE_OF_CUTS = pattern(
    r"\b(?:abridged|condensed|shortened|excerpt|extract|edited (?:down|for (?:clarity|length|space|style)))",
    re.IGNORECASE,
)
_NOTE_OF_ADDITIONS = pattern(
    r"\b(?:additional|further) (?:material|reporting)\b|\bcontributed (?:to this|reporting)\b|\bwith edits by\b",
    re.IGNORECASE,
)
# Blocks next to the body in which a note on what was done to the text may stand.
_REACH = 6


def ruling(case: Case, change: Change) -> Ruling | None:
    """What the policy of the case says of a change; `None` if nothing, or that it is not allowed."""
    if case.policy is None or change.level is Level.TECHNICAL:
        return None
    found = next(_rulings(case, change), None)
    if found and found.clause.check is Check.MANUAL and found.standing is Standing.ALLOWED:
        return found._replace(standing=Standing.UNCLEAR, note=f"the publisher says: {found.clause.says}")
    return found


def _rulings(case: Case, change: Change) -> Iterator[Ruling]:
    if case.policy is None:
        return
    allowed = {sort: clause for clause in case.policy.of(Edits) for sort in clause.classes}
    if change.kind in _FRAMES and (frame := allowed.get(_FRAMES[change.kind])):
        yield Ruling(frame, Standing.ALLOWED)
    if change.kind in _WORDS:
        yield from _of_reference(case, change, allowed)
    if change.kind is ChangeClass.NUMBER and (units := allowed.get(EditClass.UNITS)) and _is_measure(change):
        yield Ruling(units, Standing.UNCLEAR, "is the measure converted rightly?")
    if style := _style_clause(change, allowed):
        yield Ruling(style, Standing.ALLOWED)
    if change.before and not change.after:
        yield from filter(None, (_of_cut(case, change, clause) for clause in case.policy.of(Shortening)))
    if change.after and not change.before:
        yield from filter(None, (_of_addition(case, change, clause) for clause in case.policy.of(Additions)))


# --- edits


def _style_clause(change: Change, allowed: Mapping[EditClass, Edits]) -> Edits | None:
    """The clause that allows an edit of spelling, capitals or punctuation; in quotations only of what says nothing."""
    quotation = change.kind is ChangeClass.QUOTATION and keeps_words(change) and keeps_marks(change)
    if change.kind is not ChangeClass.STYLE and not quotation:
        return None
    sort = EditClass.TYPOGRAPHY if keeps_words(change) else EditClass.SPELLING
    return allowed.get(EditClass.HOUSE_STYLE) or allowed.get(sort)


def _of_reference(case: Case, change: Change, allowed: Mapping[EditClass, Edits]) -> Iterator[Ruling]:
    """An edit of a time or place, which is right only if the copy speaks of the same."""
    time, place = allowed.get(EditClass.TIME), allowed.get(EditClass.PLACE)
    if change.work_span is None:
        return
    for clause, judge in ((time, judge_time), (place, judge_place), (place and time, judge_time_and_place)):
        if clause and (found := judge(case, change.work_span, change.page_span)):
            yield Ruling(clause, _STANDINGS[found[0]], found[1])
    if change.kind is ChangeClass.TIME_OR_PLACE and (either := time or place):
        yield Ruling(either, Standing.UNCLEAR, "whether both speak of the same time or place has to be looked at")


def _is_measure(change: Change) -> bool:
    """Whether both sides are a figure with a unit."""
    return all(_MEASURE.search(side) for side in (change.before, change.after))


# --- cuts and additions


def _of_cut(case: Case, change: Change, clause: Shortening) -> Ruling | None:
    is_phrase = change.kind is ChangeClass.WORDING and change.level is Level.WORDING
    if change.kind not in _PASSAGES and not is_phrase:
        return None
    if clause.how is Allowance.FIRST_PARAGRAPHS:
        return _of_opening(case, change, clause)
    if clause.keep_quotations and _QUOTATION_MARK.search(change.before):
        return Ruling(clause, Standing.UNCLEAR, "the publisher asks to keep what its key sources say: is it there?")
    return _as_far_as(clause.how, clause, noted=_says(case, _NOTE_OF_CUTS))


def _of_opening(case: Case, change: Change, clause: Shortening) -> Ruling | None:
    """An article that stops early, where its opening alone may be shown."""
    if change.kind is not ChangeClass.TRUNCATION:
        return None
    if clause.paragraphs is not None and (change.paragraph or 0) > clause.paragraphs:
        return None
    if sight(case.credit.sources) is Sight.SHOWN:
        return Ruling(clause, Standing.ALLOWED)
    return Ruling(clause, Standing.UNCLEAR, "the publisher allows the opening with a link to the rest")


def _of_addition(case: Case, change: Change, clause: Additions) -> Ruling | None:
    if change.kind not in {ChangeClass.INSERTION, ChangeClass.SENTENCE}:
        return None
    if clause.placement is Placement.TOP and change.work_span and change.work_span.start > 0:
        return None
    return _as_far_as(clause.how, clause, noted=_says(case, _NOTE_OF_ADDITIONS))


def _as_far_as(how: Allowance, clause: PolicyClause, *, noted: bool) -> Ruling | None:
    """The ruling on what is allowed freely, with a note that the page has or lacks, with approval, or not."""
    match how:
        case Allowance.YES:
            return Ruling(clause, Standing.ALLOWED)
        case Allowance.WITH_NOTE if noted:
            return Ruling(clause, Standing.ALLOWED)
        case Allowance.WITH_NOTE:
            return Ruling(
                clause, Standing.UNCLEAR, "the publisher allows this with a note that says so; none was found"
            )
        case Allowance.WITH_APPROVAL:
            return Ruling(clause, Standing.UNCLEAR, "the publisher allows this with its approval: has it been given?")
    return None


def _says(case: Case, note: re.Pattern[str]) -> bool:
    """Whether a block next to the body, or in it and not the work's, says so."""
    if case.alignment.body is None:
        return False
    first, last = case.alignment.body
    near = case.page.blocks[max(0, first - _REACH) : last + 1 + _REACH]
    return any(
        block.hidden < 0 and note.search(block.text) for block in near if not _is_work(case, block.start, block.end)
    )


def _is_work(case: Case, start: int, end: int) -> bool:
    return any(match.page.start < end and start < match.page.end for match in case.alignment.matches)
