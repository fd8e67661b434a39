"""What the licence asks of a changed work: that changes are said, that the credit says so, and the same rights for all.

The licences without the element ND allow changes; 4.0 asks that changes are said in those with it as well.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.licenses import Element
from licensecheck.rules._applies import asks, has_conditions, known_license
from licensecheck.rules._changes import (
    cuts,
    insertions,
    is_inside,
    is_slip,
    rewritten,
)
from licensecheck.rules._evidence import of_change, on_page, quoted
from licensecheck.rules._indications import marks_excerpt, says_changed
from licensecheck.rules._notes import is_amendment, is_end_note, is_labelled
from licensecheck.rules._remedy import credit_line, license_reference
from licensecheck.rules._rule import Outcome, missing, review, rule
from licensecheck.rules._sight import in_sight
from licensecheck.terms import ChangeClass, Level, Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Mark
    from licensecheck.licenses import License
    from licensecheck.model import Case, Change, Evidence

_SHOWN = 10
_SLIGHT = frozenset({Level.TECHNICAL, Level.STYLE})


def _indicates_changes(case: Case) -> bool:
    """The page is a copy, and the licence asks that changes are said."""
    return has_conditions(case) and asks(case, Clause.CHANGE_MARK)


def _is_adapted(case: Case) -> bool:
    """The licence allows changed works, the page is one or seems to be, and the licence has something to say of it."""
    license_ = case.work.license
    if license_ is None or Element.ND in license_.elements or not asks(case, Clause.CHANGE_MARK):
        return False
    return case.likeness is not None or next(_adapting(case), None) is not None


def _is_shared_alike(case: Case) -> bool:
    """The page is a changed work or seems to be, and the licence is ShareAlike."""
    return _is_adapted(case) and asks(case, Clause.SHARE_ALIKE)


@rule("CHG-501", clause=Clause.CHANGE_MARK, severity=Severity.WARNING, applies=_indicates_changes)
def changes_not_indicated(case: Case) -> Iterator[Outcome]:
    """The page changed the work and does not say so.

    Version 4.0 asks that every modification is indicated, an excerpt too and under ND as well: without it, a
    violation. The earlier versions ask it of adaptations, and what is one can be argued over: a warning. Trivial
    changes, as of spelling or typography, need no mark, nor does a note that says whose it is.

    Known problems: the mark is recognised near the article, in English and by a few words of other languages.
    Fix: say with the credit that the text was changed.
    """
    license_ = known_license(case)
    changes = list(_notable(case))
    if not changes or says_changed(case):
        return
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(Counter(c.kind for c in changes).items()))
    yield missing(
        f"the page does not say that it changed the text ({kinds})",
        severity=Severity.VIOLATION if license_.asks_change_mark else Severity.WARNING,
        evidence=[evidence for change in changes[:_SHOWN] for evidence in of_change(change)],
        fix=f"Add to the credit: {credit_line(case.work)} The text was changed for this publication.",
    )


@rule("CHG-502", clause=Clause.CHANGE_MARK, applies=_is_adapted)
def adaptation_not_credited(case: Case) -> Iterator[Outcome]:
    """The page is a changed work and does not say of which work it is a translation, adaptation or extract.

    The credit of an adaptation names how it uses the work, as in "French translation of “TITLE” by NAME". Where only
    figures and names tell that the page may be a translation or rewrite, a person decides.

    Known problems: the credit is recognised near the article, in English and by a few words of other languages.
    Fix: add the credit that the finding gives.
    """
    if says_changed(case) and _is_credited(case):
        return
    use = "Translated from" if case.likeness and case.likeness.foreign else "Adapted from"
    yield _of_adaptation(
        case, "without a credit that says from which work it was made", f"Add: {use} {credit_line(case.work)}"
    )


@rule("SA-551", clause=Clause.SHARE_ALIKE, applies=_is_shared_alike)
def adaptation_under_other_terms(case: Case) -> Iterator[Outcome]:
    """The page is a changed work and does not put it under the work's licence, or a compatible one.

    ShareAlike lets one change the work if readers of the result get the same rights: under the same licence, a later
    version or another port of it. A copy without changes may stand in a publication under any terms, so there this does
    not apply.

    Known problems: licences outside Creative Commons that are compatible with BY-SA 4.0 are not recognised.
    Fix: put the text under the work's licence, and say so with its address.
    """
    license_ = known_license(case)
    named = [mark for mark in _marks(case) if mark.license]
    if any(mark.license and _is_compatible(license_, mark.license) for mark in named):
        return
    others = sorted({mark.license.id for mark in named if mark.license})
    yield _of_adaptation(
        case,
        f"under {', '.join(others) or 'no licence'} where ShareAlike asks for {license_.id}",
        f"Add: This text is under {license_reference(license_)}.",
        [on_page(case, mark) for mark in named],
    )


@rule("SA-552", clause=Clause.SHARE_ALIKE_URI, applies=_is_shared_alike)
def adapters_license_not_linked(case: Case) -> Iterator[Outcome]:
    """The page is a changed work, names a fitting licence for it, and does not give its address.

    ShareAlike asks for the text or the address of the licence that the changed work is under.

    Known problems: an address that a script adds is not seen.
    Fix: link the licence's name to its address.
    """
    license_ = known_license(case)
    fitting = [mark for mark in _marks(case) if mark.license and _is_compatible(license_, mark.license)]
    if fitting and not any(mark.href for mark in fitting):
        yield _of_adaptation(
            case,
            f"under {quoted(fitting[0].text)}, without its address",
            f"Link the name to {(fitting[0].license or license_).uri}",
            [on_page(case, mark) for mark in fitting],
        )


def _notable(case: Case) -> Iterator[Change]:
    """The changes of the body that are to be indicated."""
    parts = known_license(case).asks_change_mark and not marks_excerpt(case)
    for change in case.changes:
        if change.paragraph is None or change.level in _SLIGHT or is_slip(case, change):
            continue
        if change.kind is ChangeClass.TRUNCATION and not parts:
            continue
        if not change.after and (is_amendment(change) or is_end_note(case, change)):
            continue
        added = not change.before
        if not added or (is_inside(case, change) and not is_labelled(change)):
            yield change


def _adapting(case: Case) -> Iterator[Change]:
    """The changes that make another work: passages told anew or put in, and cuts where abridgment is named as one."""
    yield from rewritten(case)
    yield from (change for change in insertions(case) if is_inside(case, change) and not is_labelled(change))
    if known_license(case).names_abridgment:
        yield from cuts(case)


def _is_credited(case: Case) -> bool:
    """Whether the page names an author, the title or the address of the work, beside the text if that is known."""
    mentions = (*case.credit.authors, *case.credit.titles, *case.credit.sources)
    return any(mention.visible and (in_sight(mention) or case.alignment.body is None) for mention in mentions)


def _of_adaptation(case: Case, message: str, fix: str, evidence: list[Evidence] | None = None) -> Outcome:
    """What is missing from a changed work, or for a person to decide where it only seems to be one."""
    changes = list(_adapting(case))
    shown = [*(evidence or ()), *(each for change in changes[:_SHOWN] for each in of_change(change))]
    if changes:
        return missing(f"the page shows a changed text {message}", evidence=shown, fix=fix)
    kind = "translation" if case.likeness and case.likeness.foreign else "rewrite"
    return review(f"the page seems to be a {kind} {message}", severity=Severity.VIOLATION, evidence=shown, fix=fix)


def _marks(case: Case) -> list[Mark]:
    """The licence marks that a reader sees and that are not of a picture or a box."""
    return [mark for mark in case.credit.marks if mark.visible and mark.scope not in {Scope.IMAGE, Scope.WIDGET}]


def _is_compatible(license_: License, other: License) -> bool:
    """Whether a changed work may go on under the other licence; 1.0 knows no later version."""
    if license_.elements != other.elements:
        return False
    return other == license_ or (license_.version != "1.0" and other.version >= license_.version)
