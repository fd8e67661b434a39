"""What follows from a breach: printed once, after all other findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.rules._applies import has_conditions, known_license
from licensecheck.rules._rule import Outcome, closing_rule, note
from licensecheck.terms import Severity
from licensecheck.verdict import is_breach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.model import Case, Finding


@closing_rule("TER-001", clause=Clause.TERMINATION, severity=Severity.INFO, applies=has_conditions)
def rights_ended(case: Case, earlier: Sequence[Finding]) -> Iterator[Outcome]:
    """A condition of the licence is unmet, so the right to republish has ended.

    Every CC licence ends by itself when its conditions are not met. Under 4.0 and the ports for
    intergovernmental organisations it comes back if the page is put right within 30 days of discovery. Under
    the other versions it does not: ask the publisher to reinstate it.

    Known problems: this follows from the other findings and is as sure as they are.
    Fix: put the page right first; then, where needed, write to the publisher.
    """
    if not any(map(is_breach, earlier)):
        return
    license_ = known_license(case)
    if days := license_.cure_days:
        yield note(
            f"{license_.id} ends with a breach, and is back if the page is put right within {days} days of discovery",
            fix=f"Correct the page within {days} days of learning of this.",
        )
    else:
        yield note(
            f"{license_.id} ends with a breach, and correcting the page does not by itself restore it",
            fix="Correct the page, then ask the publisher to reinstate the licence.",
        )
