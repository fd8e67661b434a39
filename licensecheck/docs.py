"""The reference pages of the documentation, as text made from the program itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.licenses import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.rules import Rule

_CITED = ("CC BY-NC-ND 3.0", "CC BY-NC-ND 4.0")
_RULES_OPENING = """\
# Rules

Each finding names the rule that made it. *Severity* is what a finding has unless the text says otherwise; *rests on*
is the kind of ground it stands on: a clause of the licence, the publisher's policy, material outside the licence, or
the input. Sections are given for CC BY-NC-ND 3.0 Unported and 4.0; a report cites those of the work's own licence.
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """The reference of these rules in Markdown: an overview, then each rule with its documentation."""
    ordered = sorted(rules, key=lambda rule: rule.id)
    overview = ["| rule | name | severity | what it finds |", "|---|---|---|---|", *map(_row, ordered)]
    return "\n".join([_RULES_OPENING, *overview, "", *(line for rule in ordered for line in _section(rule))])


def rule_page(rule: Rule) -> str:
    """The documentation of one rule in Markdown."""
    return "\n".join(_section(rule))


def _row(rule: Rule) -> str:
    return f"| [{rule.id}](#{rule.id.lower()}-{rule.name}) | {rule.name} | {rule.severity} | {rule.doc.summary} |"


def _section(rule: Rule) -> Iterator[str]:
    yield from (f"## {rule.id} {rule.name}", "", rule.doc.summary, "")
    if rule.doc.reason:
        yield from (rule.doc.reason, "")
    yield from (f"**Known problems:** {rule.doc.known_problems}", "", f"**Fix:** {rule.doc.fix}", "")
    yield from (f"Severity: {rule.severity}. Rests on: {rule.rests_on}.{_sections(rule)}", "")


def _sections(rule: Rule) -> str:
    """Where the two licences of the opening ask for what the rule looks at."""
    if rule.clause is None:
        return ""
    found = (f"{license_.id}: {license_.section(rule.clause) or 'none'}" for license_ in map(by_id, _CITED) if license_)
    return f" Clause: {rule.clause} ({'; '.join(found)})."
