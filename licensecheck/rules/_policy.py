"""Asking for what a publisher's policy asks: as strictly as the publisher means it and a page can show, no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from licensecheck.policy import PolicyClause
from licensecheck.policy_terms import Check, ClauseLevel
from licensecheck.rules._rule import Outcome
from licensecheck.rules._waiving import reference, source_of
from licensecheck.terms import Kind, Severity
from licensecheck.verdict import is_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from licensecheck.model import Case, Evidence
    from licensecheck.policy import Policy

_Kind = TypeVar("_Kind", bound=PolicyClause)


class Lack(NamedTuple):
    """What a page has against a clause; `sure` if that is plain, `absence` if it rests on what is not there."""

    message: str
    evidence: tuple[Evidence, ...] = ()
    fix: str | None = None
    sure: bool = True
    absence: bool = False


def under_policy(case: Case) -> bool:
    """The page is a copy, and a policy of the publisher is known."""
    return case.policy is not None and is_copy(case.alignment)


def asks_for(kind: type[_Kind], among: Callable[[_Kind], bool] = lambda _: True) -> Callable[[Case], bool]:
    """Whether the page is a copy, and the publisher's policy has a clause of the kind that is more than a waiver."""

    def applies(case: Case) -> bool:
        return under_policy(case) and any(among(clause) for clause in asked(case, kind))

    return applies


def asked(case: Case, kind: type[_Kind]) -> Iterator[_Kind]:
    """The clauses of the kind by which the publisher asks for something."""
    clauses = case.policy.of(kind) if case.policy else ()
    return (clause for clause in clauses if clause.level is not ClauseLevel.WAIVER)


def unmet(case: Case, clauses: Iterable[_Kind], look: Callable[[Case, _Kind], Lack | None]) -> Iterator[Outcome]:
    """What is to be said of the clauses: what `look` misses of each, and what no page can show."""
    if case.policy is None:
        return
    for clause in clauses:
        if clause.check is Check.MANUAL:
            message = f"{case.policy.publisher} asks, and no page shows whether it is done: {clause.says}"
            yield Outcome(
                Kind.FAIL, message, Severity.INFO, cause=f"{case.policy.publisher}’s policy ({reference(clause)})"
            )
        elif lack := look(case, clause):
            yield _outcome(case, case.policy, clause, lack)


def _outcome(case: Case, policy: Policy, clause: PolicyClause, lack: Lack) -> Outcome:
    """A request is a remark, a condition a warning, or a review if that it is unmet is not plain."""
    license_ = case.work.license.id if case.work.license else "a licence"
    if clause.level is ClauseLevel.REQUEST:
        severity, standing = Severity.INFO, f"{policy.publisher} asks for this; it is no term of {license_}"
    else:
        plain = lack.sure and clause.check is Check.AUTOMATIC
        severity = Severity.WARNING if plain else Severity.REVIEW
        standing = f"{policy.publisher} makes this a condition of its own; it is no term of {license_}"
    return Outcome(
        Kind.FAIL,
        f"{lack.message} ({standing})",
        severity,
        lack.evidence,
        lack.fix,
        source_of(policy, clause),
        absence=lack.absence and severity is not Severity.INFO,
    )
