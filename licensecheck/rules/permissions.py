"""What was agreed beside the licence: asked after all rules that it may silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.rules._applies import always
from licensecheck.rules._evidence import listed
from licensecheck.rules._rule import Outcome, closing_rule, note, review
from licensecheck.terms import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.model import Case, Finding


@closing_rule("APP-006", clause=Clause.ENTIRE_AGREEMENT, severity=Severity.INFO, applies=always)
def separate_permission(case: Case, earlier: Sequence[Finding]) -> Iterator[Outcome]:
    """The publisher has allowed more than the licence does, and the manifest records it.

    A licence is all that was agreed unless something else was, in writing. The rules that the manifest lists stay
    silent: what they find counts as waived.

    Known problems: whether the permission covers this page and this republisher, the manifest does not say.
    Fix: none is needed; keep the agreement at hand.
    """
    known = {name: finding for finding in earlier for name in (finding.rule, finding.name)}
    rules = dict.fromkeys(f"{known[name].rule} {known[name].name}" for name in case.work.permissions if name in known)
    waived = {finding.rule for finding in earlier if finding.kind is Kind.WAIVED}
    if rules:
        found = f"; {listed(sorted(waived))} would have found something" if waived else ""
        yield note(f"a separate permission silences {listed(list(rules))}{found}")
    for name in case.work.permissions:
        if name not in known:
            yield review(
                f"the manifest's permission “{name}” names no rule", fix="Name the rule by its id, as in ND-402."
            )
