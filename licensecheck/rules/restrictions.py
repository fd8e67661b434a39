"""Terms that the page adds: does it forbid readers what the licence allows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.rules._applies import has_conditions, known_license
from licensecheck.rules._evidence import on_page, quoted
from licensecheck.rules._marks import MarkState, mark_state
from licensecheck.rules._remedy import license_reference
from licensecheck.rules._rule import Outcome, fail, rule
from licensecheck.rules._sight import in_sight
from licensecheck.terms import PhraseKind, Scope, Severity
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Mark, Phrase
    from licensecheck.model import Case


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


def _is_of_work(case: Case, phrase: Phrase) -> bool:
    """Whether the phrase is a quotation from the work itself."""
    return squeeze(phrase.text) in squeeze(case.work.text)
