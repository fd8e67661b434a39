"""What a rule is: a function that looks at a case, with its number, clause and documentation around it."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.model import Finding
from licensecheck.patterns import pattern
from licensecheck.terms import FindingClass, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from licensecheck.clauses import Clause
    from licensecheck.model import Case, Evidence

_SILENCE = {Kind.NOT_APPLICABLE: "does not apply to this work and page", Kind.PASS: "nothing found"}
_PARTS = pattern(r"^(Known problems|Fix):\s*", re.MULTILINE)


class Doc(NamedTuple):
    """A rule's documentation, read from its docstring: what is wrong, why it matters, where it errs, the way out."""

    summary: str
    reason: str
    known_problems: str
    fix: str


class Outcome(NamedTuple):
    """What a rule found, before the rule puts its number, clause and severity to it.

    `absence` says that it rests on something which the page does not have: on a page that was not read whole
    that is not certain.
    """

    kind: Kind
    message: str
    severity: Severity | None = None
    evidence: tuple[Evidence, ...] = ()
    fix: str | None = None
    cause: str | None = None
    absence: bool = False


def fail(
    message: str,
    *,
    severity: Severity | None = None,
    evidence: Iterable[Evidence] = (),
    fix: str | None = None,
    cause: str | None = None,
) -> Outcome:
    """What the rule is named for is so; `severity` says what that means, by default what the rule says."""
    return Outcome(Kind.FAIL, message, severity, tuple(evidence), fix, cause)


def missing(
    message: str,
    *,
    severity: Severity | None = None,
    evidence: Iterable[Evidence] = (),
    fix: str | None = None,
    cause: str | None = None,
) -> Outcome:
    """As `fail`, but for what the page does not have: inconclusive unless the page was read whole."""
    return Outcome(Kind.FAIL, message, severity, tuple(evidence), fix, cause, absence=True)


def review(
    message: str, *, severity: Severity = Severity.REVIEW, evidence: Iterable[Evidence] = (), fix: str | None = None
) -> Outcome:
    """A person must decide whether what the rule is named for is so."""
    return Outcome(Kind.REVIEW, message, severity, tuple(evidence), fix)


def note(message: str, *, evidence: Iterable[Evidence] = (), fix: str | None = None) -> Outcome:
    """What the rule is named for is so, and touches no condition of the licence."""
    return Outcome(Kind.FAIL, message, Severity.INFO, tuple(evidence), fix)


def undecided(message: str, *, fix: str | None = None) -> Outcome:
    """The page as it was read does not let anyone decide."""
    return Outcome(Kind.INCONCLUSIVE, message, fix=fix)


class Rule(NamedTuple):
    """One rule: its number and name, its documentation as written, its clause, when it applies and how it judges.

    `severity` is that of a finding which does not say otherwise.
    """

    id: str
    name: str
    documentation: str
    clause: Clause | None
    severity: Severity
    rests_on: FindingClass
    applies: Callable[[Case], bool]
    judge: Callable[[Case, Sequence[Finding]], Iterator[Outcome]]

    @property
    def doc(self) -> Doc:
        """The documentation in its parts, taken apart when asked for: judging does without."""
        return _read_doc(self.documentation)

    def findings(self, case: Case, earlier: Sequence[Finding] = ()) -> Iterator[Finding]:
        """What the rule says of the case: its findings, or one that it passes or does not apply.

        `earlier` are the findings of the rules before it.
        """
        if not self.applies(case):
            yield self.silent(Kind.NOT_APPLICABLE)
            return
        outcome = None
        for outcome in self.judge(case, earlier):
            yield self._finding(case, outcome)
        if outcome is None:
            yield self.silent(Kind.PASS)

    def silent(self, kind: Kind) -> Finding:
        """That the rule passes, or does not apply."""
        return Finding(self.id, self.name, kind, Severity.INFO, self.rests_on, _SILENCE[kind], self.clause)

    def _finding(self, case: Case, outcome: Outcome) -> Finding:
        severity = outcome.severity or self.severity
        license_ = case.work.license
        return Finding(
            rule=self.id,
            name=self.name,
            kind=_kind(outcome, severity, read_whole=not case.page.unread),
            severity=severity,
            rests_on=self.rests_on,
            message=outcome.message,
            clause=self.clause,
            section=license_.section(self.clause) if license_ and self.clause else None,
            evidence=outcome.evidence,
            fix=outcome.fix,
            cause=outcome.cause,
        )


def rule(
    number: str,
    *,
    applies: Callable[[Case], bool],
    clause: Clause | None = None,
    severity: Severity = Severity.VIOLATION,
    rests_on: FindingClass = FindingClass.LICENSE,
) -> Callable[[Callable[[Case], Iterator[Outcome]]], Rule]:
    """Turn a function from a case to outcomes into a rule; its name and docstring become the rule's."""

    def decorate(function: Callable[[Case], Iterator[Outcome]]) -> Rule:
        name = function.__name__.replace("_", "-")
        documentation = function.__doc__ or ""
        return Rule(number, name, documentation, clause, severity, rests_on, applies, lambda case, _: function(case))

    return decorate


def closing_rule(
    number: str, *, applies: Callable[[Case], bool], clause: Clause, severity: Severity
) -> Callable[[Callable[[Case, Sequence[Finding]], Iterator[Outcome]]], Rule]:
    """As `rule`, for a function that also looks at the findings of the rules before it."""

    def decorate(function: Callable[[Case, Sequence[Finding]], Iterator[Outcome]]) -> Rule:
        name = function.__name__.replace("_", "-")
        documentation = function.__doc__ or ""
        return Rule(number, name, documentation, clause, severity, FindingClass.LICENSE, applies, function)

    return decorate


def _kind(outcome: Outcome, severity: Severity, *, read_whole: bool) -> Kind:
    if outcome.absence and not read_whole:
        return Kind.INCONCLUSIVE
    if severity is Severity.REVIEW and outcome.kind is Kind.FAIL:
        return Kind.REVIEW
    return outcome.kind


def _read_doc(docstring: str) -> Doc:
    opening, *rest = _PARTS.split(inspect.cleandoc(docstring))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    summary, _, reason = opening.partition("\n\n")
    return Doc(*map(_unwrap, (summary, reason, parts.get("Known problems", ""), parts.get("Fix", ""))))


def _unwrap(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
