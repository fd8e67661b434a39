"""The text itself, where the licence allows no derivatives: is every word of the work there, and no other."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.patterns import pattern
from licensecheck.rules._applies import is_connected, known_license, must_be_verbatim
from licensecheck.rules._changes import (
    changes_of,
    cuts,
    insertions,
    is_inside,
    is_slip,
    keeps_marks,
    keeps_words,
    rewordings,
    small_edits,
    stale,
    truncations,
)
from licensecheck.rules._evidence import of_block, of_change, quoted
from licensecheck.rules._extent import shows_pieces
from licensecheck.rules._indications import beside, marks_excerpt
from licensecheck.rules._ladder import TWO_READINGS, ladder
from licensecheck.rules._notes import is_end_note, is_labelled, names_supporters
from licensecheck.rules._rule import Outcome, fail, missing, note, review, rule
from licensecheck.terms import ChangeClass, Level, Severity
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Change

# What stands over a box that sums an article up.
_SUMMARY = pattern(
    r"\W{0,3}(?:(?:article |ai[ -](?:generated )?|quick )?summary|at a glance|auf einen blick|in short|in brief|"
    r"en bref|das wichtigste in kürze|key (?:facts|points|takeaways)|lo esencial|the takeaways?|tl;? ?dr|"
    r"what to know)\W{0,3}$",
    re.IGNORECASE,
)
# The parts of a pull quote, its speaker apart; shorter ones, or less like the work's, quote something else.
_QUOTE_PARTS = pattern(r"[–—…\"“”«»|]|\.\.\.")
_QUOTE_LETTERS, _QUOTE_LIKENESS = 20, 85
# So many pairs of words are quoted in a summary; the report carries every change.
_SHOWN = 10


@rule("ND-401", clause=Clause.ADAPTATION, applies=must_be_verbatim)
def words_substituted(case: Case) -> Iterator[Outcome]:
    """The page has other words where the work has its own.

    A licence without derivatives grants the work as it is. A number, a name, a negation, a date or a whole
    sentence that differs is a violation; a word of less weight is a warning, or a violation where the licence
    forbids editing by name (the ports for Australia, New Zealand, Ireland, Germany and Switzerland). Letters
    garbled by a wrong character encoding are a remark.

    Known problems: the original may have been updated after it was copied; list both texts as versions. Between
    scattered passages, as two reports of one event share them, whole sentences are not compared (see ND-408).
    Fix: restore the words of the work.
    """
    license_ = known_license(case)
    for change in rewordings(case):
        if change.level is Level.STYLE or is_slip(case, change):
            continue
        if change.kind is ChangeClass.SENTENCE and shows_pieces(case):
            continue
        readings = f"; {TWO_READINGS}" if change.level is Level.WORDING else ""
        yield fail(
            f"{_difference(change)} ({change.kind}{_place(change)}){readings}",
            severity=ladder(license_, change.level),
            evidence=of_change(change),
            fix=f"Restore {quoted(change.before)}" if change.before else f"Remove {quoted(change.after)}",
            cause=stale(case),
        )
    garbled = [evidence for change in changes_of(case, ChangeClass.MOJIBAKE) for evidence in of_change(change)]
    if garbled:
        message = "some letters are garbled, as by a wrong character encoding"
        yield note(message, evidence=garbled, fix="Declare and use UTF-8.")


@rule("ND-402", clause=Clause.ADAPTATION, applies=is_connected)
def text_cut(case: Case) -> Iterator[Outcome]:
    """The page leaves out a sentence or more from inside the article.

    A shortened article is another article; up to 2.5, and in the port for the United States, the licences name
    abridgment and condensation as derivatives. Only version 4.0 lets one share a part of the work, so there a cut is
    a warning.

    Known problems: lines that belong to the original's site and not to the article ("Sign up for …") should not
    stand in the manifest's body.
    Fix: restore the passage.
    """
    license_ = known_license(case)
    named = f"; {license_.id} names abridgment as a derivative" if license_.names_abridgment else ""
    for change in cuts(case):
        yield missing(
            f"the page leaves out {quoted(change.before)}{_place(change, opening=' (', closing=')')}{named}",
            severity=Severity.WARNING if license_.grants_parts else ladder(license_, change.level),
            evidence=of_change(change),
            fix="Restore the passage.",
            cause=stale(case),
        )


@rule("ND-403", clause=Clause.ADAPTATION, applies=is_connected)
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
    a warning. A closing note on an author is a remark, and one on who helped or paid is for a person.

    Known problems: an excerpt is recognised by English phrases next to it, such as "read the full story".
    Fix: restore the rest, or mark the excerpt and link to the original.
    """
    missed = []
    for change in truncations(case):
        if is_end_note(case, change):
            yield _lost_end_note(change)
        else:
            missed.append(change)
    marked = bool(missed) and marks_excerpt(case)
    if marked and known_license(case).grants_parts:
        return
    for change in missed:
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


@rule("ND-405", clause=Clause.ADAPTATION, applies=is_connected)
def text_inserted(case: Case) -> Iterator[Outcome]:
    """The page has text inside the article that is not the work's.

    A reader takes it for the author's words. A labelled editor's note inside the text is a warning, before or
    after it a remark. Unlabelled text directly before or after the article, and a box that sums it up, are for a person
    to judge.
    Advertisements, newsletter boxes and lists of links are not text of the article and do not count.

    Known problems: a promotion set as an ordinary paragraph of the article cannot be told from an insertion.
    Fix: remove the text, or set it apart from the article.
    """
    license_ = known_license(case)
    for change in insertions(case):
        labelled = is_labelled(change)
        if is_inside(case, change):
            yield fail(
                f"the page adds {quoted(change.after)} inside the article",
                severity=Severity.WARNING if labelled else ladder(license_, change.level),
                evidence=of_change(change),
                fix="Move the note before or after the article." if labelled else "Remove the text.",
                cause=stale(case),
            )
        elif labelled:
            yield note(f"a note stands next to the article: {quoted(change.after)}", evidence=of_change(change))
        else:
            yield review(
                f"{quoted(change.after)} stands next to the article and is not the work's: can a reader tell?",
                evidence=of_change(change),
                fix="Set the text apart from the article, or remove it.",
            )
    yield from _summaries(case)


def _summaries(case: Case) -> Iterator[Outcome]:
    for block in beside(case):
        if _SUMMARY.match(block.text):
            yield review(
                f"a summary of the page's own stands beside the article ({quoted(block.text)}): can a reader tell?",
                evidence=[of_block(case, block)],
                fix="Say whose summary it is, or remove it.",
            )


@rule("ND-406", clause=Clause.ADAPTATION, applies=must_be_verbatim)
def quotation_altered(case: Case) -> Iterator[Outcome]:
    """The page has other words inside a quotation than the work.

    The words are neither the author's nor the page's to change: someone else said them. A pull quote that repeats
    the work in other words misquotes it as well.

    Known problems: a quotation without quotation marks is judged as the author's words.
    Fix: restore the quotation.
    """
    for change in changes_of(case, ChangeClass.QUOTATION):
        if not keeps_words(change):
            yield fail(
                f"inside a quotation {_difference(change)}{_place(change, opening=' (', closing=')')}",
                evidence=of_change(change),
                fix=f"Restore {quoted(change.before)}" if change.before else f"Remove {quoted(change.after)}",
                cause=stale(case),
            )
    if any(aside.reason == "quote" for aside in case.alignment.asides):
        yield from _altered_pull_quotes(case)


@rule("ND-409", clause=Clause.ADAPTATION, applies=must_be_verbatim)
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
                severity=ladder(known_license(case), Level.WORDING),
                evidence=of_change(change),
                fix=f"Restore {quoted(change.before)}",
            )


@rule("ND-417", clause=Clause.ADAPTATION, severity=Severity.REVIEW, applies=must_be_verbatim)
def house_style(case: Case) -> Iterator[Outcome]:
    """The page follows another house style: spelling, capitals, punctuation, references to time and place.

    Such edits add nothing of their own, and most newsrooms allow them; the licence text does not. They are
    given in one finding with their number. A person decides, unless the licence forbids editing by name. A slip of the
    pen put right is a remark, or for a person to decide where editing is forbidden by name.

    Known problems: an edit that the publisher's policy allows is still listed.
    Fix: restore the original, or note the permission.
    """
    strict = known_license(case).strict_edits
    for change in filter(partial(is_slip, case), rewordings(case)):
        message = f"{_difference(change)}, which puts right a slip of the pen"
        yield (review if strict else note)(message, evidence=of_change(change))
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


def _lost_end_note(change: Change) -> Outcome:
    severity = Severity.REVIEW if names_supporters(change) else Severity.INFO
    message = f"the page leaves out the closing note {quoted(change.before)}"
    return missing(message, severity=severity, evidence=of_change(change), fix="Restore the note.")


def _altered_pull_quotes(case: Case) -> Iterator[Outcome]:
    """Quotations in boxes of their own that come near the work's words and are not theirs."""
    from rapidfuzz.fuzz import partial_ratio  # noqa: PLC0415 (slow to load; few pages need it)

    letters = squeeze(case.work.text).replace("\n", "")
    for aside in case.alignment.asides:
        block = case.page.blocks[aside.block]
        if aside.reason != "quote" or block.hidden >= 0:
            continue
        for part in map(squeeze, _QUOTE_PARTS.split(block.text)):
            if len(part) >= _QUOTE_LETTERS and part not in letters and partial_ratio(part, letters) >= _QUOTE_LIKENESS:
                message = f"a pull quote has other words than the work: {quoted(block.text)}"
                yield fail(message, evidence=[of_block(case, block)], fix="Restore the words of the work.")
                break


def _difference(change: Change) -> str:
    if not change.after:
        return f"the page leaves out {quoted(change.before)}"
    if not change.before:
        return f"the page adds {quoted(change.after)}"
    return f"the page has {quoted(change.after)} where the work has {quoted(change.before)}"


def _place(change: Change, opening: str = ", ", closing: str = "") -> str:
    return "" if change.paragraph is None else f"{opening}paragraph {change.paragraph + 1}{closing}"
