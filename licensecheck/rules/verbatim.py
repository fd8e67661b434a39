"""The text itself, where the licence allows no derivatives: is every word of the work there, and no other."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.patterns import pattern
from licensecheck.rules._applies import is_substantially_there, known_license, must_be_verbatim
from licensecheck.rules._changes import (
    changes_of,
    cuts,
    insertions,
    keeps_marks,
    keeps_words,
    rewordings,
    small_edits,
)
from licensecheck.rules._evidence import of_change, quoted
from licensecheck.rules._ladder import TWO_READINGS, ladder, shares_parts
from licensecheck.rules._rule import Outcome, fail, missing, note, review, rule
from licensecheck.rules._sight import Sight, sight
from licensecheck.terms import ChangeClass, Level, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Change

# So many pairs of words are quoted in a summary; the report carries every change.
_SHOWN = 10

_LABELLED = pattern(
    r"\W{0,3}(?:editor['’]s?|editors['’]|publisher['’]s|editorial) note\b|\W{0,3}note (?:from the editor|to readers)\b|"
    r"\W{0,3}(?:update|correction|clarification|disclosure)\W{0,3}:|\W{0,3}\[",
    re.IGNORECASE,
)
_EXCERPT = pattern(
    r"\b(?:excerpt|extract|abridged|continue reading|keep reading|first (?:lines|paragraphs))|"
    r"\bread (?:on|more|(?:the )?(?:full|whole|rest|entire|original))|\bfull (?:story|article|text|report)\b",
    re.IGNORECASE,
)
# Blocks next to the body in which an excerpt says that it is one.
_REACH = 4


@rule("ND-401", clause=Clause.ADAPTATION, applies=must_be_verbatim)
def words_substituted(case: Case) -> Iterator[Outcome]:
    """The page has other words where the work has its own.

    A licence without derivatives grants the work as it is. A number, a name, a negation, a date or a whole
    sentence that differs is a violation; a word of less weight is a warning, or a violation where the licence
    forbids editing by name (the ports for Australia, New Zealand, Ireland, Germany and Switzerland). Letters
    garbled by a wrong character encoding are a remark.

    Known problems: the original may have been updated after it was copied; list both texts as versions.
    Fix: restore the words of the work.
    """
    license_ = known_license(case)
    for change in rewordings(case):
        if change.level is Level.STYLE:
            continue
        readings = f"; {TWO_READINGS}" if change.level is Level.WORDING else ""
        yield fail(
            f"{_difference(change)} ({change.kind}{_place(change)}){readings}",
            severity=ladder(license_, change.level),
            evidence=of_change(change),
            fix=f"Restore {quoted(change.before)}" if change.before else f"Remove {quoted(change.after)}",
            cause=_stale(case),
        )
    garbled = [evidence for change in changes_of(case, ChangeClass.MOJIBAKE) for evidence in of_change(change)]
    if garbled:
        message = "some letters are garbled, as by a wrong character encoding"
        yield note(message, evidence=garbled, fix="Declare and use UTF-8.")


@rule("ND-402", clause=Clause.ADAPTATION, applies=is_substantially_there)
def text_cut(case: Case) -> Iterator[Outcome]:
    """The page leaves out a sentence or more from inside the article.

    A shortened article is another article. Only version 4.0 lets one share a part of the work, so there a cut
    is a warning.

    Known problems: lines that belong to the original's site and not to the article ("Sign up for …") should not
    stand in the manifest's body.
    Fix: restore the passage.
    """
    license_ = known_license(case)
    for change in cuts(case):
        severity = Severity.WARNING if shares_parts(license_) else ladder(license_, change.level)
        yield missing(
            f"the page leaves out {quoted(change.before)}{_place(change, opening=' (', closing=')')}",
            severity=severity,
            evidence=of_change(change),
            fix="Restore the passage.",
            cause=_stale(case),
        )


@rule("ND-403", clause=Clause.ADAPTATION, applies=must_be_verbatim)
def text_reordered(case: Case) -> Iterator[Outcome]:
    """The page has the work's text in another order.

    Known problems: a passage that the page repeats as a pull quote is not a move, one that it only shows there is.
    Fix: put the passage back in its place.
    """
    license_ = known_license(case)
    for change in changes_of(case, ChangeClass.ORDER):
        yield fail(
            f"{quoted(change.before)} stands in another place than in the work",
            severity=ladder(license_, change.level),
            evidence=of_change(change),
            fix="Put the passage back in its place.",
        )


@rule("ND-404", clause=Clause.ADAPTATION, severity=Severity.WARNING, applies=must_be_verbatim)
def text_cut_short(case: Case) -> Iterator[Outcome]:
    """The page stops before the work does, or begins after it.

    An unaltered opening that says it is an excerpt and links to the original is no adaptation, but only version
    4.0 grants the work "in part": before that a person must decide. An article that stops without saying so is
    a warning.

    Known problems: an excerpt is recognised by English phrases next to it, such as "read the full story".
    Fix: restore the rest, or mark the excerpt and link to the original.
    """
    truncations = tuple(changes_of(case, ChangeClass.TRUNCATION))
    marked = bool(truncations) and sight(case.credit.sources) is Sight.SHOWN and _says_excerpt(case)
    if marked and shares_parts(known_license(case)):
        return
    for change in truncations:
        words = len(change.before.split())
        if marked:
            message = f"the page is marked as an excerpt and leaves out {words} words: does the licence cover a part?"
        else:
            message = f"the page leaves out the {words} words from {quoted(change.before)} and does not say so"
        yield missing(
            message,
            severity=Severity.REVIEW if marked else Severity.WARNING,
            evidence=of_change(change),
            fix="Restore the rest, or say that this is an excerpt and link to the original.",
        )


@rule("ND-405", clause=Clause.ADAPTATION, applies=must_be_verbatim)
def text_inserted(case: Case) -> Iterator[Outcome]:
    """The page has text inside the article that is not the work's.

    A reader takes it for the author's words. A labelled editor's note inside the text is a warning, before or
    after it a remark. Unlabelled text directly before or after the article is for a person to judge.
    Advertisements, newsletter boxes and lists of links are not text of the article and do not count.

    Known problems: a promotion set as an ordinary paragraph of the article cannot be told from an insertion.
    Fix: remove the text, or set it apart from the article.
    """
    license_ = known_license(case)
    for change in insertions(case):
        labelled = _LABELLED.match(change.after) is not None
        if _is_inside(case, change):
            yield fail(
                f"the page adds {quoted(change.after)} inside the article",
                severity=Severity.WARNING if labelled else ladder(license_, change.level),
                evidence=of_change(change),
                fix="Move the note before or after the article." if labelled else "Remove the text.",
                cause=_stale(case),
            )
        elif labelled:
            yield note(f"a note stands next to the article: {quoted(change.after)}", evidence=of_change(change))
        else:
            yield review(
                f"{quoted(change.after)} stands next to the article and is not the work's: can a reader tell?",
                evidence=of_change(change),
                fix="Set the text apart from the article, or remove it.",
            )


@rule("ND-406", clause=Clause.ADAPTATION, applies=must_be_verbatim)
def quotation_altered(case: Case) -> Iterator[Outcome]:
    """The page has other words inside a quotation than the work.

    The words are neither the author's nor the page's to change: someone else said them.

    Known problems: a quotation without quotation marks is judged as the author's words.
    Fix: restore the quotation.
    """
    for change in changes_of(case, ChangeClass.QUOTATION):
        if not keeps_words(change):
            yield fail(
                f"inside a quotation {_difference(change)}{_place(change, opening=' (', closing=')')}",
                evidence=of_change(change),
                fix=f"Restore {quoted(change.before)}" if change.before else f"Remove {quoted(change.after)}",
                cause=_stale(case),
            )


@rule("ND-409", clause=Clause.ADAPTATION, severity=Severity.WARNING, applies=must_be_verbatim)
def quotation_marks_lost(case: Case) -> Iterator[Outcome]:
    """The page has lost or gained quotation marks, so that words change their speaker.

    Without its marks, what a source said reads as the author's statement.

    Known problems: a quotation set as a block, without marks, is not recognised as one.
    Fix: restore the quotation marks.
    """
    for change in changes_of(case, ChangeClass.QUOTATION):
        if keeps_words(change) and not keeps_marks(change):
            yield fail(
                f"the quotation marks differ: {_difference(change)}",
                evidence=of_change(change),
                fix=f"Restore {quoted(change.before)}",
            )


@rule("ND-417", clause=Clause.ADAPTATION, severity=Severity.REVIEW, applies=must_be_verbatim)
def house_style(case: Case) -> Iterator[Outcome]:
    """The page follows another house style: spelling, capitals, punctuation, references to time and place.

    Such edits add nothing of their own, and most newsrooms allow them; the licence text does not. They are
    given in one finding with their number. A person decides, unless the licence forbids editing by name.

    Known problems: an edit that the publisher's policy allows is still listed.
    Fix: restore the original, or note the permission.
    """
    edits = list(small_edits(case))
    if not edits:
        return
    counts = Counter(change.kind for change in edits)
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    yield fail(
        f"{len(edits)} small edit{'s' if len(edits) > 1 else ''} ({kinds}); {TWO_READINGS}",
        severity=ladder(known_license(case), Level.STYLE),
        evidence=[evidence for change in edits[:_SHOWN] for evidence in of_change(change)],
        fix="Restore the original, or note the publisher's permission.",
        cause="house style",
    )


def _difference(change: Change) -> str:
    if not change.after:
        return f"the page leaves out {quoted(change.before)}"
    if not change.before:
        return f"the page adds {quoted(change.after)}"
    return f"the page has {quoted(change.after)} where the work has {quoted(change.before)}"


def _place(change: Change, opening: str = ", ", closing: str = "") -> str:
    return "" if change.paragraph is None else f"{opening}paragraph {change.paragraph + 1}{closing}"


def _is_inside(case: Case, change: Change) -> bool:
    """Whether an insertion stands between words of the work rather than before or after all of them."""
    return change.work_span is None or 0 < change.work_span.start < len(case.work.text)


def _says_excerpt(case: Case) -> bool:
    if case.alignment.body is None:
        return False
    first, last = case.alignment.body
    blocks = (*case.page.blocks[max(0, first - _REACH) : first], *case.page.blocks[last + 1 : last + 1 + _REACH])
    return any(block.hidden < 0 and _EXCERPT.search(block.text) for block in blocks)


def _stale(case: Case) -> str | None:
    """The likely cause of a difference in a work that was changed after it was published."""
    if case.work.modified and case.work.modified != case.work.published:
        return f"the original was last changed on {case.work.modified[:10]}; the copy may follow an earlier text"
    return None
