"""Findings as a publisher's policy leaves them: what it allows is waived, with the clause that allows it."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.clauses import Clause
from licensecheck.policy import CreditForm, Usage
from licensecheck.policy_terms import LinkTarget, Use
from licensecheck.rules._rulings import Ruling, Standing, ruling
from licensecheck.rules._sight import in_sight
from licensecheck.terms import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.model import Case, Change, Finding
    from licensecheck.policy import Policy, PolicyClause
    from licensecheck.rules._rule import Rule

# What a policy may allow that these rules ask about.
_USES = {"NC-602": Use.PAYWALL, "NC-605": Use.ADS}
# What asks for a link to the article, and the links that content a publisher with one to its home page.
_SOURCE_RULE = "BY-204"
_HOME = frozenset({LinkTarget.HOME, LinkTarget.EITHER})
_SAYS_SOMETHING = frozenset({Kind.FAIL, Kind.REVIEW, Kind.INCONCLUSIVE})


class Judged(NamedTuple):
    """A case in parts: with the changes of which the policy says nothing, and with those under each of its rulings."""

    case: Case
    rest: Case
    ruled: tuple[tuple[Ruling, Case], ...] = ()

    def findings(self, rule: Rule, earlier: Sequence[Finding]) -> Iterator[Finding]:
        """What the rule says of the case under the policy.

        A rule on changed texts judges each part by itself, so that even one finding on many changes falls into what
        is allowed and what is not.
        """
        policy = self.case.policy
        if policy is None or not self.ruled or rule.clause is not Clause.ADAPTATION:
            yield from _with_uses(self.case, rule.findings(self.case, earlier))
            return
        always = list(rule.findings(self.case._replace(changes=()), earlier))
        special = [
            _under(policy, each, finding)
            for each, part in self.ruled
            for finding in rule.findings(part, earlier)
            if finding.kind in _SAYS_SOMETHING and finding not in always
        ]
        plain = rule.findings(self.rest, earlier)
        yield from (finding for finding in plain if not special or finding.kind in _SAYS_SOMETHING)
        yield from special


def in_parts(case: Case) -> Judged:
    """The case, its changes parted by what its policy says of them."""
    if case.policy is None:
        return Judged(case, case)
    rest: list[Change] = []
    parts: defaultdict[Ruling, list[Change]] = defaultdict(list)
    for change in case.changes:
        found = ruling(case, change)
        (parts[found] if found else rest).append(change)
    ruled = tuple((each, case._replace(changes=tuple(part))) for each, part in parts.items())
    return Judged(case, case._replace(changes=tuple(rest)), ruled)


def source_of(policy: Policy, clause: PolicyClause) -> str:
    """A clause in words, with where it stands and when it was read."""
    return f"{policy.publisher}’s policy: {clause.says} ({reference(clause)})"


def reference(clause: PolicyClause) -> str:
    """Where a clause stands, and when it was read."""
    return f"{clause.source_url}, read {clause.retrieved}"


def _under(policy: Policy, found: Ruling, finding: Finding) -> Finding:
    """The finding as the ruling leaves it."""
    cause = source_of(policy, found.clause)
    if found.standing is Standing.ALLOWED:
        return finding._replace(kind=Kind.WAIVED, fix=None, cause=f"allowed by {cause}")
    message = f"{finding.message}; {found.note}"
    if finding.severity is Severity.INFO or finding.kind is Kind.INCONCLUSIVE:
        return finding._replace(message=message, cause=cause)
    if found.standing is Standing.UNCLEAR:
        return finding._replace(kind=Kind.REVIEW, severity=Severity.REVIEW, message=message, cause=cause)
    # What a house style could account for is, with another day in it, another statement.
    severity = Severity.WARNING if finding.severity is Severity.REVIEW else finding.severity
    return finding._replace(kind=Kind.FAIL, severity=severity, message=message, cause=cause)


def _with_uses(case: Case, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those waived that are about a use which the policy allows."""
    for finding in findings:
        allowed = _allowing(case, finding) if finding.kind in _SAYS_SOMETHING else None
        yield _under(case.policy, Ruling(allowed, Standing.ALLOWED), finding) if case.policy and allowed else finding


def _allowing(case: Case, finding: Finding) -> PolicyClause | None:
    """The clause that allows the use which the finding is about, or a link to the home page for one to the article."""
    if case.policy is None:
        return None
    uses: Iterator[PolicyClause] = (
        clause for clause in case.policy.of(Usage) if clause.allowed and clause.use is _USES.get(finding.rule)
    )
    links_home = finding.rule == _SOURCE_RULE and any(map(in_sight, case.credit.sources))
    forms = (form for form in case.policy.of(CreditForm) if links_home and form.link in _HOME)
    return next(chain(uses, forms), None)
