"""Notices that came with the work: are they still there, and do they still say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.model import Evidence
from licensecheck.patterns import pattern
from licensecheck.rules._applies import (
    asks,
    has_conditions,
    has_copyright_notice,
    has_license_notice,
    known_license,
    knows_holder,
)
from licensecheck.rules._evidence import of_work, on_page, quoted
from licensecheck.rules._marks import MarkState, mark_state
from licensecheck.rules._rule import Outcome, fail, missing, note, rule
from licensecheck.terms import PhraseKind, Scope, Severity
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Phrase
    from licensecheck.model import Case, Work

_DISCLAIMS = pattern(
    r"\bwithout (?:any )?warrant|\bno warrant|\bdisclaim\w* (?:all |any )?warrant|\W\bas[ -]is\W{0,2}(?:basis|$|,|and)",
    re.IGNORECASE,
)
# What a copyright notice says besides whose it is.
_FORMULA = pattern(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\b(?:19|20)\d\d\b|\bby\b", re.IGNORECASE)


@rule("NOT-301", clause=Clause.ATTRIBUTION_COPYRIGHT_NOTICE, applies=has_copyright_notice)
def missing_copyright_notice(case: Case) -> Iterator[Outcome]:
    """The page does not keep the copyright notice that came with the work.

    The licences ask to keep intact the notices that were supplied. A notice that names the same holder is
    taken for the same, whatever its form.

    Known problems: a notice that stands only in the footer of the original's site was perhaps not supplied with
    the work; leave it out of the manifest.
    Fix: add the notice to the credit line.
    """
    notice = case.work.notices.copyright or ""
    if not any(p.visible and _names_holder(p, _holder(notice)) for p in _copyrights(case)) and not shows(case, notice):
        yield missing(
            f"the page does not keep the notice {quoted(notice)}",
            evidence=[of_work(notice)],
            fix=f"Add to the credit line: {notice}",
        )


@rule("NOT-302", clause=Clause.ATTRIBUTION_COPYRIGHT_NOTICE, applies=knows_holder)
def foreign_copyright_notice(case: Case) -> Iterator[Outcome]:
    """The page puts another's copyright notice on the article.

    A notice with the article that names someone other than its authors, its publisher or the holder of the
    supplied notice replaces theirs. In metadata it is a warning; in the site's footer it is about the site, and a
    remark. (In the catalogue this is also RES-702.)

    Known problems: a publisher's parent company counts as another unless the manifest lists it.
    Fix: remove the notice, or confine it to the page's own parts.
    """
    own = _holders(case.work)
    for phrase in _copyrights(case):
        if not phrase.visible or not phrase.holder or any(_names_holder(phrase, holder) for holder in own):
            continue
        if phrase.scope is Scope.ARTICLE:
            message = f"{quoted(phrase.text)} stands with the article, whose holder is another"
            yield fail(message, evidence=[on_page(case, phrase)], fix="Remove the notice from the article.")
        elif phrase.scope is Scope.SITE:
            yield note(f"the site says {quoted(phrase.text)} of its pages", evidence=[on_page(case, phrase)])
    for stated in case.page.said("copyrightHolder"):
        if not any(holder in squeeze(stated.value) for holder in own):
            message = f"the page's metadata name {quoted(stated.value)} as the copyright holder"
            evidence = [Evidence("page", stated.value)]
            yield fail(message, severity=Severity.WARNING, evidence=evidence, fix="Name the holder of the work.")


@rule("NOT-303", clause=Clause.ATTRIBUTION_LICENSE_NOTICE, applies=has_license_notice)
def altered_license_notice(case: Case) -> Iterator[Outcome]:
    """The page does not keep the licence notice that came with the work.

    Notices that refer to the licence are to be kept intact. Other words with the right licence and its address
    are a remark; without them the meaning is lost.

    Known problems: a notice that the page breaks over several lines counts as altered.
    Fix: restore the notice.
    """
    notice = case.work.notices.license or ""
    if shows(case, notice):
        return
    if mark_state(case) is MarkState.LINKED:
        yield note(f"the page names {known_license(case).id} in other words than {quoted(notice)}")
    else:
        yield missing(
            f"the page does not keep the notice {quoted(notice)}",
            evidence=[of_work(notice)],
            fix=f"Restore the notice: {notice}",
        )


def _has_change_mark(case: Case) -> bool:
    """The work says how it differs from an earlier one, and the licence asks that every change stays indicated."""
    return bool(case.work.notices.changes) and has_conditions(case) and known_license(case).asks_change_mark


@rule("NOT-304", clause=Clause.CHANGE_MARK, severity=Severity.WARNING, applies=_has_change_mark)
def dropped_change_mark(case: Case) -> Iterator[Outcome]:
    """The page does not keep the note that says how the work was changed before.

    Version 4.0 asks to keep an indication of earlier changes beside one's own. Under the other versions readers are
    misled by its loss, and no condition is unmet (ND-416).

    Known problems: the note in other words counts as dropped.
    Fix: restore the note.
    """
    mark = case.work.notices.changes or ""
    if not shows(case, mark):
        yield missing(
            f"the page does not keep the note {quoted(mark)}", evidence=[of_work(mark)], fix=f"Restore the note: {mark}"
        )


def _has_disclaimer(case: Case) -> bool:
    """A disclaimer was supplied, and the licence asks to keep it."""
    return bool(case.work.notices.disclaimer) and has_conditions(case) and asks(case, Clause.ATTRIBUTION_DISCLAIMER)


@rule("DIS-901", clause=Clause.ATTRIBUTION_DISCLAIMER, applies=_has_disclaimer)
def dropped_disclaimer(case: Case) -> Iterator[Outcome]:
    """The page does not keep the disclaimer of warranties that came with the work.

    Notices that refer to the disclaimer are to be kept intact; few news publishers supply one. A disclaimer in other
    words is a remark.

    Known problems: other words are recognised in English, by "as is" and by warranties being disclaimed.
    Fix: restore the disclaimer.
    """
    notice = case.work.notices.disclaimer or ""
    if shows(case, notice):
        return
    if any(block.hidden < 0 and _DISCLAIMS.search(block.text) for block in case.page.blocks):
        yield note(f"the page disclaims warranties in other words than {quoted(notice)}")
    else:
        yield missing(
            f"the page does not keep the disclaimer {quoted(notice)}",
            evidence=[of_work(notice)],
            fix=f"Restore the disclaimer: {notice}",
        )


def _copyrights(case: Case) -> Iterator[Phrase]:
    return (phrase for phrase in case.credit.phrases if phrase.kind is PhraseKind.COPYRIGHT)


def _holders(work: Work) -> list[str]:
    """The letters of all who may hold the copyright of the work."""
    notice = work.notices.copyright
    return [*map(squeeze, (*(work.authors or ()), *(work.parties or ()))), *([_holder(notice)] if notice else [])]


def _holder(notice: str) -> str:
    """The letters of whom a notice names."""
    return squeeze(_FORMULA.sub(" ", notice))


def _names_holder(phrase: Phrase, holder: str) -> bool:
    named = squeeze(phrase.holder or phrase.text)
    return holder in named or (phrase.holder is not None and named in holder)


def shows(case: Case, notice: str) -> bool:
    """Whether a block that a reader sees holds the notice, whatever its punctuation."""
    letters = squeeze(notice)
    cue = max(notice.casefold().split(), key=len)
    return any(
        block.hidden < 0 and cue in block.text.casefold() and letters in squeeze(block.text)
        for block in case.page.blocks
    )
