"""Whose work the page makes the article seem to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.model import Evidence
from licensecheck.names import is_named, organisation, person
from licensecheck.rules._applies import forbids_endorsement, forbids_ties
from licensecheck.rules._evidence import listed, on_page, quoted
from licensecheck.rules._remedy import add_credit
from licensecheck.rules._rule import Outcome, fail, note, review, rule
from licensecheck.rules._sight import Sight, in_sight, said_in_sight, sight
from licensecheck.terms import PhraseKind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case

_ARTICLE = "Article"


@rule("END-751", clause=Clause.ENDORSEMENT, severity=Severity.REVIEW, applies=forbids_ties)
def implied_partnership(case: Case) -> Iterator[Outcome]:
    """The page speaks of the authors or the publisher as its partners.

    "In partnership with", "our colleagues at": from 3.0 on the credit must not suggest a connection that the licensor
    has not agreed to in writing. The partnership may be real, so a person decides. What the work itself says of its
    partners, or the publisher's own republishing snippet, is no finding.

    Known problems: two logos side by side suggest the same and are not read.
    Fix: say "republished from" instead.
    """
    for phrase in said_in_sight(case, PhraseKind.PARTNERSHIP):
        yield review(
            f"{quoted(phrase.text)} suggests a partnership: is there one?",
            evidence=[on_page(case, phrase)],
            fix=f"Say instead: Republished from {_licensor(case)}.",
        )


@rule("END-752", clause=Clause.ENDORSEMENT, severity=Severity.WARNING, applies=forbids_endorsement)
def presented_as_own_work(case: Case) -> Iterator[Outcome]:
    """The page presents the article as the work of its own staff.

    A staff byline, or metadata that names another author, suggests a connection that the publisher has not
    confirmed. That the authors are missing is a finding of its own (BY-201).

    Known problems: many systems put the account that posted the article into the metadata; where the visible
    byline is right, that is a remark.
    Fix: put the authors' names in the byline and in the metadata.
    """
    credited = sight(case.credit.authors) is Sight.SHOWN
    staff = [phrase for phrase in case.credit.phrases if phrase.kind is PhraseKind.STAFF_BYLINE and in_sight(phrase)]
    if staff and not credited:
        evidence = [on_page(case, phrase) for phrase in staff]
        yield fail(f"the byline reads {quoted(staff[0].text)}", evidence=evidence, fix=add_credit(case))
    others = _other_authors(case)
    if not others:
        return
    message = f"the page's metadata name {listed(others)} as the author"
    evidence = [Evidence("page", name) for name in others]
    if credited:
        yield note(message, evidence=evidence)
    elif not staff:
        yield fail(message, evidence=evidence, fix=add_credit(case))


@rule("END-753", clause=Clause.ENDORSEMENT, severity=Severity.REVIEW, applies=forbids_ties)
def promoted_by_credit(case: Case) -> Iterator[Outcome]:
    """The page promotes something with the name of the authors or the publisher.

    "Recommended by", "as seen in": the name of someone who wrote an article is no recommendation of the site that
    shows it, or of what it sells.

    Known problems: only the wording in the program's own list is recognised, in and next to the article.
    Fix: name them as the source of the article and nothing more.
    """
    for phrase in said_in_sight(case, PhraseKind.PROMOTION):
        yield review(
            f"{quoted(phrase.text)} promotes with the name of {_licensor(case)}: was that agreed?",
            evidence=[on_page(case, phrase)],
            fix=f"Say instead: Republished from {_licensor(case)}.",
        )


def _licensor(case: Case) -> str:
    """Whom the licence calls the licensor, as far as it is known: the publisher, else the authors."""
    return listed(case.work.parties or case.work.authors or ())


def _other_authors(case: Case) -> list[str]:
    """Whom the page's metadata name as authors of the article, other than those whom the work names."""
    known = [*map(person, case.work.authors or ()), *map(organisation, case.work.parties or ())]
    named = (statement.value for statement in case.page.said("author") if statement.subject.endswith(_ARTICLE))
    return [value for value in dict.fromkeys(named) if not any(is_named(name, value) for name in known)]
