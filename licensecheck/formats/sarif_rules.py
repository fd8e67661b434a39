"""The rules that a SARIF log names, with their documentation, as code scanning shows it beside an alert."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.formats.points import plain
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.record import FindingRecord

_PROBLEMS = {Severity.VIOLATION: "error", Severity.WARNING: "warning"}


def descriptors(findings: Iterable[FindingRecord]) -> list[dict[str, object]]:
    """A reporting descriptor (§3.49) for each rule that found something, sorted by rule."""
    named = {finding["rule"]: finding for finding in findings}
    return [_descriptor(named[rule]) for rule in sorted(named)]


def _descriptor(finding: FindingRecord) -> dict[str, object]:
    from licensecheck.docs import rule_page  # noqa: PLC0415 (slow to load)
    from licensecheck.rules import RULES  # noqa: PLC0415 (as above)

    name = plain(finding["name"])
    known = next((rule for rule in RULES if rule.id == finding["rule"]), None)
    page = rule_page(known) if known else f"{name}: a rule that this version does not know"
    summary = known.doc.summary if known else page
    return {
        "id": plain(finding["rule"]),
        "name": name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": (known and known.doc.reason) or summary},
        "help": {"text": page, "markdown": page},
        "properties": {
            "tags": [finding["class"]],
            "problem.severity": _PROBLEMS.get(Severity(finding["severity"]), "recommendation"),
        },
    }
