"""The reference of publishers' policies, as text made from the policies themselves."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from licensecheck.policy import PolicyClause
from licensecheck.policy_file import KINDS
from licensecheck.policy_terms import ClauseLevel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.policy import Policy

_OPENING = """\
# Publishers' policies

What publishers say of republishing beside the licence of their articles, in our words, each clause with the page that
says it and when it was read there. A *waiver* allows more than the licence does; a *condition* is one of the
publisher's own permission, and a *request* is no more than that: neither is a term of a Creative Commons licence.
*Checked* says who can tell whether a clause is kept: the program (automatic), a person with what the program found
(evidence), or only a person (manual).

`repubcheck check` takes the policy that a manifest names, else the public one whose domains hold the source address;
`--policy none` applies none, `--policy FILE` one of your own (`repubcheck schema policy-1`). Publishers change their
terms: if one has, correct the file in `licensecheck/policies` with the date of your reading.
"""
_LEVELS = {
    ClauseLevel.WAIVER: "Allowed beyond the licence",
    ClauseLevel.CONDITION: "Conditions of the publisher",
    ClauseLevel.REQUEST: "Requests",
}
# What every clause has stands in columns of its own; what is said of the kind alone, behind its name.
_COMMON = frozenset(field.name for field in fields(PolicyClause))


def policies_page(policies: Iterable[Policy]) -> str:
    """The reference of these policies in Markdown: an overview, then each policy with its clauses."""
    ordered = sorted(policies, key=lambda policy: policy.name)
    overview = ["| policy | publisher | licence | for | clauses |", "|---|---|---|---|---|", *map(_row, ordered)]
    return "\n".join([_OPENING, *overview, "", *(line for policy in ordered for line in _section(policy))])


def policy_page(policy: Policy) -> str:
    """One policy in Markdown."""
    return "\n".join(_section(policy))


def license_of(policy: Policy) -> str:
    """The licence that the publisher names, in a few words."""
    if policy.offer.license:
        return policy.offer.license.id
    return "named by each article" if policy.offer.per_article else "terms of its own"


def _row(policy: Policy) -> str:
    cells = (f"[{policy.name}](#{policy.name})", policy.publisher, license_of(policy), policy.tier, len(policy.clauses))
    return f"| {' | '.join(map(str, cells))} |"


def _section(policy: Policy) -> Iterator[str]:
    yield from (f"## {policy.name}", "", f"{policy.publisher}; licence: {license_of(policy)}; for: {policy.tier}.", "")
    if policy.offer.contradiction:
        yield from (f"**Contradiction:** {policy.offer.contradiction}", "")
    yield from (f"Covers: {_covered(policy)}.", "", f"Read {policy.retrieved}: <{policy.source_url}>", "")
    for level, title in _LEVELS.items():
        clauses = [clause for clause in policy.clauses if clause.level is level]
        if clauses:
            yield from (f"**{title}**", "", *(_line(clause, policy) for clause in clauses), "")


def _covered(policy: Policy) -> str:
    """What the selectors mean, in words."""
    select = policy.select
    parts = [
        ", ".join(select.domains),
        f"sections {', '.join(select.sections)}" if select.sections else "",
        f"from {select.since}" if select.since else "",
        f"until {select.until}" if select.until else "",
        f"tagged {', '.join(select.tags)}" if select.tags else "",
        "articles with a republish button" if select.republish_button else "",
        f"in the name of {', '.join(select.bylines)}" if select.bylines else "",
        f"not by {', '.join(select.carve_outs)}" if select.carve_outs else "",
    ]
    return "; ".join(filter(None, parts)) or "what is named"


def _line(clause: PolicyClause, policy: Policy) -> str:
    name = next(key for key, kind in KINDS.items() if isinstance(clause, kind))
    source = f" Source: <{clause.source_url}>." if clause.source_url != policy.source_url else ""
    read = f" Read {clause.retrieved}." if clause.retrieved != policy.retrieved else ""
    terms = "; ".join(_terms(clause))
    return f"* {name}{f' ({terms})' if terms else ''}: {clause.says}. Checked: {clause.check}.{source}{read}"


def _terms(clause: PolicyClause) -> Iterator[str]:
    """What the clause says in the words of a policy file, but for what goes without saying."""
    for field in fields(clause):
        value, name = getattr(clause, field.name), field.name.replace("_", " ")
        if field.name in _COMMON or value in (field.default, ()):
            continue
        match value:
            case tuple() if field.name == "templates":
                yield from (f"{language}: “{template}”" for language, template in value)
            case tuple():
                yield f"{name} {', '.join(value)}"
            case bool():
                yield name
            case _:
                yield f"{name} {value}"
