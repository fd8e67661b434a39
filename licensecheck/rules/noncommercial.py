"""Signs of commercial use, where the licence is NonCommercial: found by the program, judged by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.rules._applies import must_be_noncommercial
from licensecheck.rules._evidence import on_page, quoted
from licensecheck.rules._rule import Outcome, review, rule
from licensecheck.terms import PhraseKind, Severity, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case


@rule("NC-602", clause=Clause.NONCOMMERCIAL, severity=Severity.WARNING, applies=must_be_noncommercial)
def paywall(case: Case) -> Iterator[Outcome]:
    """The article stands behind a paywall.

    A password or a login is no breach by itself, but charging readers for the article may be commercial use.
    The licence looks at the purpose of the use and not at who makes it, so a person decides.

    Known problems: a free registration and a metered wall look like a paywall; some sites declare one on every page.
    Fix: take the article out of the paywall.
    """
    signs = [
        on_page(case, phrase) for phrase in case.credit.phrases if phrase.kind is PhraseKind.PAYWALL and phrase.visible
    ]
    if signs or Unread.PAYWALL in case.page.unread or _declares_paywall(case):
        yield review(
            "the article seems to stand behind a paywall: are readers charged for it?",
            severity=Severity.WARNING,
            evidence=signs,
            fix="Take the article out of the paywall.",
        )


@rule("NC-605", clause=Clause.NONCOMMERCIAL, severity=Severity.REVIEW, applies=must_be_noncommercial)
def display_advertising(case: Case) -> Iterator[Outcome]:
    """The page carries advertising.

    Advertisements around an article do not make its use commercial by themselves; much depends on whether they
    are sold against it, and publishers differ. This is never more than a question for a person.

    Known problems: only advertisements that the page labels as such are seen.
    Fix: see what the publisher's policy says of advertising.
    """
    signs = [phrase for phrase in case.credit.phrases if phrase.kind is PhraseKind.ADVERTISING and phrase.visible]
    if signs:
        yield review(
            f"the page carries advertising ({quoted(signs[0].text)}): is it sold against this article?",
            evidence=[on_page(case, phrase) for phrase in signs],
        )


def _declares_paywall(case: Case) -> bool:
    """Whether the page tells machines that it is not free (schema.org isAccessibleForFree)."""
    return any(statement.value.casefold() == "false" for statement in case.page.said("isAccessibleForFree"))
