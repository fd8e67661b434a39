"""How verdicts and findings are called and counted, the same in every format that people read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from licensecheck.formats.points import Weight, grounds, weight
from licensecheck.terms import FindingClass, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from licensecheck.record import FindingRecord, Record

VERDICTS: Mapping[Verdict, str] = {
    Verdict.COMPLIANT: "compliant",
    Verdict.VIOLATION: "not compliant",
    Verdict.REVIEW: "for a person to decide",
    Verdict.INCONCLUSIVE: "inconclusive",
    Verdict.NOT_A_COPY: "not a copy",
}
# How a finding of each weight is headed, and how one and several are counted.
_WEIGHTS = {
    Weight.VIOLATION: ("VIOLATION", "violation", "violations"),
    Weight.WARNING: ("WARNING", "warning", "warnings"),
    Weight.UNDECIDED: ("UNDECIDED", "undecided point", "undecided points"),
    Weight.REVIEW: ("REVIEW", "point to review", "points to review"),
    Weight.ALLOWED: ("ALLOWED", "point allowed by the publisher", "points allowed by the publisher"),
    Weight.INFO: ("REMARK", "remark", "remarks"),
}


def heading(weighing: Weight) -> str:
    """What a finding of that weight is called where it begins."""
    return _WEIGHTS[weighing][0]


def reason(record: Record, findings: Iterable[FindingRecord]) -> str:
    """Why the verdict is what it is, in a few words; the findings are those that say something."""
    return grounds(record) or counts([each for each in findings if weight(each) is not Weight.INFO]) or "nothing found"


def counts(findings: Sequence[FindingRecord]) -> str:
    """How many findings there are of each weight, in the order of their first."""
    found = Counter(map(weight, findings))
    return ", ".join(counted(each, count, findings) for each, count in found.items())


def counted(weighing: Weight, count: int, findings: Iterable[FindingRecord]) -> str:
    """So many findings of a weight; a violation is one of the licence if all of them are."""
    _, one, many = _WEIGHTS[weighing]
    classes = {finding["class"] for finding in findings if weight(finding) is weighing}
    licence = "licence " if weighing is Weight.VIOLATION and classes == {FindingClass.LICENSE} else ""
    return f"{count} {licence}{one if count == 1 else many}"


def tally(records: Sequence[Record]) -> str:
    """How many copies came to which verdict."""
    found = Counter(record["verdict"] for record in records)
    return f"{len(records)} copies: " + ", ".join(f"{found[each]} {VERDICTS[each]}" for each in VERDICTS if found[each])
