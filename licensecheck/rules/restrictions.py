"""Terms that the page adds: does it forbid readers what the licence allows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.model import Evidence
from licensecheck.pagination import WHOLE
from licensecheck.provisions import Measures
from licensecheck.rules._applies import has_conditions, known_license
from licensecheck.rules._evidence import on_page, quoted
from licensecheck.rules._marks import MarkState, mark_state
from licensecheck.rules._remedy import license_reference
from licensecheck.rules._rule import Outcome, fail, review, rule
from licensecheck.rules._sight import in_sight, said_in_sight
from licensecheck.terms import PhraseKind, Scope, Severity, SignKind
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Mark, Phrase
    from licensecheck.model import Case

# Licences to read a file in one program: Adobe's and Readium's.
_LOCKED_FILES = (".acsm", ".lcpl")


@rule("RES-701", clause=Clause.NO_FURTHER_TERMS, applies=has_conditions)
def restrictive_terms(case: Case) -> Iterator[Outcome]:
    """The page puts terms on the article that take away what the licence allows.

    "All rights reserved" or "may not be redistributed" said of the article contradicts the licence, under which
    every reader may share it. Terms in the site's footer, under a photo or in a widget are not about the article.

    Known problems: what a phrase speaks of is judged by where it stands.
    Fix: remove the phrase, or say that the article is under its own licence.
    """
    for phrase in case.credit.phrases:
        if phrase.kind is PhraseKind.RESTRICTION and in_sight(phrase) and not _is_of_work(case, phrase):
            yield fail(
                f"{quoted(phrase.text)} stands with the article, which is under {known_license(case).id}",
                evidence=[on_page(case, phrase)],
                fix=f"Remove the phrase, or say: The article is under {license_reference(known_license(case))}.",
            )


@rule("RES-703", clause=Clause.COLLECTION, severity=Severity.INFO, applies=has_conditions)
def sitewide_terms(case: Case) -> Iterator[Outcome]:
    """The site claims all rights, or states another licence, for its pages as a whole.

    A site may reserve the rights in its own content; the article only has to stay under its licence. That is a
    remark, and a warning where nothing near the article says otherwise.

    Known problems: what a phrase speaks of is judged by where it stands.
    Fix: state the licence with the article.
    """
    license_ = known_license(case)
    terms: list[Phrase | Mark] = [
        *(p for p in case.credit.phrases if p.kind is PhraseKind.RESTRICTION),
        *(m for m in case.credit.marks if m.license and m.license != license_),
    ]
    stated = mark_state(case) in {MarkState.LINKED, MarkState.NAMED}
    for found in terms:
        if found.visible and found.scope is Scope.SITE:
            yield fail(
                f"the site as a whole says {quoted(found.text)}",
                severity=Severity.INFO if stated else Severity.WARNING,
                evidence=[on_page(case, found)],
                fix=None if stated else f"State with the article: Republished under {license_reference(license_)}.",
            )


@rule("RES-704", clause=Clause.NO_FURTHER_TERMS, severity=Severity.REVIEW, applies=has_conditions)
def terms_for_machines(case: Case) -> Iterator[Outcome]:
    """The page sets terms for machines: for text and data mining, or against training on it.

    A reservation of this kind (Really Simple Licensing, TDMRep, "noai") may take away what the licence grants to
    everyone. Many sites set it for all of their pages and may not mean this one: a person decides.

    Known problems: terms in robots.txt or in the server's headers are not on the page and are not read.
    Fix: exempt this page from the reservation.
    """
    terms = [
        *(sign.text for sign in case.page.signs if sign.kind is SignKind.DATA_MINING_TERMS),
        *(statement.value for statement in case.page.said("rsl-license")),
    ]
    if terms:
        yield review(
            f"the page sets terms for machines ({quoted(terms[0])}): do they restrict what the licence allows?",
            evidence=[Evidence("page", text) for text in terms],
            fix="Exempt this page from the reservation.",
        )


@rule("RES-705", clause=Clause.TECHNOLOGICAL_MEASURES, severity=Severity.REVIEW, applies=has_conditions)
def copying_blocked(case: Case) -> Iterator[Outcome]:
    """The page keeps readers from selecting or copying the article.

    Licences before 3.0 and some ports forbid any technological measure that restricts what the licence allows: a
    warning. Others forbid effective ones, which in law means more than a script that anyone can switch off: a
    person decides. What keeps readers from copying pictures alone is no finding.

    Known problems: scripts and style sheets in files of their own are not read, and a script that is on the page
    may never run.
    Fix: remove the script or the style rule from this page.
    """
    locks = [Evidence("page", sign.text) for sign in case.page.signs if sign.kind is SignKind.COPY_BLOCK]
    if locks:
        forbidden = known_license(case).measures is not Measures.EFFECTIVE
        yield fail(
            f"the page keeps readers from copying the text: {quoted(locks[0].text)}",
            severity=Severity.WARNING if forbidden else Severity.REVIEW,
            evidence=locks,
            fix="Remove the script or the style rule from this page.",
        )


@rule("RES-706", clause=Clause.TECHNOLOGICAL_MEASURES, severity=Severity.WARNING, applies=has_conditions)
def encrypted_text(case: Case) -> Iterator[Outcome]:
    """The page gives the article in a reader or a file that is locked by encryption.

    The law protects such locks, so no licence lets them be put on the work. It is a warning where the text
    stands on the page as well, and a violation where part of it is behind the lock. A format that is merely
    awkward is no lock.

    Known problems: a lock on a film or a sound is not looked at, nor what an app does.
    Fix: publish the article as plain text.
    """
    locks = [sign.text for sign in case.page.signs if sign.kind is SignKind.ENCRYPTED_READER]
    files = [link.href for link in case.page.links if link.hidden < 0 and link.href.endswith(_LOCKED_FILES)]
    if locks or files:
        wraps = bool(locks) and case.alignment.coverage < WHOLE
        yield fail(
            f"the page locks {'part of the article' if wraps else 'the article'} in {quoted((*locks, *files)[0])}",
            severity=Severity.VIOLATION if wraps else Severity.WARNING,
            evidence=[Evidence("page", text) for text in (*locks, *files)],
            fix="Publish the article as plain text.",
        )


@rule("RES-707", clause=Clause.TECHNOLOGICAL_MEASURES, severity=Severity.INFO, applies=has_conditions)
def login_wall(case: Case) -> Iterator[Outcome]:
    """The article stands behind a login or a registration.

    From 3.0 on that is no breach: a password does not restrict what those who get in may do. Earlier versions
    forbid measures that control access, so there a person decides.

    Known problems: only a wall that cuts the text off is recognised.
    Fix: show the article to everyone.
    """
    said = [on_page(case, phrase) for phrase in case.credit.phrases if phrase.kind is PhraseKind.LOGIN_WALL]
    forms = [Evidence("page", sign.text) for sign in case.page.signs if sign.kind is SignKind.LOGIN_WALL]
    if said or (forms and case.alignment.coverage < WHOLE):
        controls_access = known_license(case).measures is Measures.ACCESS
        yield fail(
            "the article seems to stand behind a login: can every reader get in?",
            severity=Severity.REVIEW if controls_access else Severity.INFO,
            evidence=[*said, *forms],
            fix="Show the article to everyone.",
        )


@rule("RES-708", clause=Clause.NO_FURTHER_TERMS, severity=Severity.REVIEW, applies=has_conditions)
def terms_of_use(case: Case) -> Iterator[Outcome]:
    """The page puts terms of use, or a claim of ownership, next to the article.

    "All content is the property of" and "use of this article is subject to our terms" speak of everything that
    readers see. Terms for the site's own content are fine; whether these reach the article, a person decides.

    Known problems: the terms themselves are not read.
    Fix: except the article from the site's terms.
    """
    for phrase in said_in_sight(case, PhraseKind.TERMS_OF_USE):
        yield review(
            f"{quoted(phrase.text)} stands with the article: does it claim the article too?",
            evidence=[on_page(case, phrase)],
            fix=f"Add: This article is excepted; it is under {license_reference(known_license(case))}.",
        )


def _is_of_work(case: Case, phrase: Phrase) -> bool:
    """Whether the phrase is a quotation from the work itself."""
    return squeeze(phrase.text) in squeeze(case.work.text)
