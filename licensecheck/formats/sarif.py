"""Records as a SARIF 2.1.0 log (OASIS, errata 01) within the limits of GitHub's code scanning."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import compress

from licensecheck.formats.places import place
from licensecheck.formats.points import ORDER, Weight, described, page_name, plain, points, troubles, weight
from licensecheck.formats.sarif_rules import descriptors
from licensecheck.patterns import pattern
from licensecheck.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import FindingRecord, Record

    _Json = dict[str, object]
    _Found = tuple[FindingRecord, Record]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# Code scanning refuses more results in a run and more bytes in a compressed file, and shows fewer (docs.github.com).
_MOST, _SHOWN = 25_000, 5_000
_MOST_BYTES = 10 * 1000 * 1000

# Kind and level (§3.27.9, §3.27.10): only a failure has a level other than "none".
_KINDS = {
    Weight.VIOLATION: ("fail", "error"),
    Weight.WARNING: ("fail", "warning"),
    Weight.REVIEW: ("review", "none"),
    Weight.ALLOWED: ("fail", "note"),
    Weight.INFO: ("informational", "none"),
}
# What makes a link in a message (§3.11.6).
_LINKING = pattern(r"[\\\[\]]")


def sarif(records: Sequence[Record], view: View) -> str:
    """One run over all records: findings down to the mildest to show as results, undecided pages as notifications."""
    found = [(finding, record) for record in records for finding in points(record, view.show)]
    found = [pair for pair in found if pair[0]["kind"] != Kind.INCONCLUSIVE]
    found.sort(key=lambda pair: ORDER[weight(pair[0])])
    results = [_result(finding, record, view) for finding, record in found[:_MOST]]
    while _is_too_large(text := _log(records, found, results, view)) and results:
        del results[len(results) // 2 :]
    return text


def _is_too_large(text: str) -> bool:
    return len(text) > _MOST_BYTES and len(compress(text.encode())) > _MOST_BYTES


def _log(records: Sequence[Record], found: Sequence[_Found], results: Sequence[_Json], view: View) -> str:
    driver: _Json = {"name": "repubcheck", "rules": descriptors(finding for finding, _ in found)}
    if records:
        driver["semanticVersion"] = plain(records[0]["envelope"]["tool"].rpartition(" ")[2])
    notes = [note for record in records for note in _notes(record, view)]
    limits = (
        _limit(len(results), len(found), "results"),
        _limit(min(len(notes), _SHOWN), len(notes), "undecided pages"),
    )
    invocation = {
        "executionSuccessful": not any(record["envelope"]["bug"] for record in records),
        "toolExecutionNotifications": [*filter(None, limits), *notes[:_SHOWN]],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


# --- its parts -------------------------------------------------------------------------------------------


def _result(finding: FindingRecord, record: Record, view: View) -> _Json:
    kind, level = _KINDS[weight(finding)]
    result: _Json = {
        "ruleId": plain(finding["rule"]),
        "kind": kind,
        "level": level,
        "message": _message(record, "\n".join(described(finding))),
        "locations": _locations(record, view, finding),
        # Code scanning tells alerts apart by this; it says nothing of the line, so that they outlive a new layout.
        "partialFingerprints": {"primaryLocationLineHash": _fingerprint(finding, record)},
        "properties": {"class": finding["class"], "severity": finding["severity"], "section": finding["section"] or ""},
    }
    if weight(finding) is Weight.ALLOWED:
        result["suppressions"] = [{"kind": "external", "justification": plain(finding["cause"] or "allowed")}]
    return result


def _notes(record: Record, view: View) -> Iterator[_Json]:
    """What kept a page from being judged."""
    for trouble in troubles(record):
        note: _Json = {
            "level": "error" if trouble.is_bug else "warning",
            "message": _message(record, trouble.message),
            "locations": _locations(record, view),
        }
        yield note | ({"associatedRule": {"id": trouble.rule}} if trouble.rule else {})


def _limit(kept: int, total: int, what: str) -> _Json | None:
    """What is said of that which code scanning does not take, or takes and does not show."""
    if kept < total:
        text = f"{total - kept:,} of {total:,} {what} are left out here, the mildest (--format jsonl has all)"
    elif total > _SHOWN:
        text = f"there are {total:,} {what}; code scanning shows {_SHOWN:,}"
    else:
        return None
    return {"level": "note", "message": {"text": text}}


def _message(record: Record, text: str) -> _Json:
    """A message that names the page, and in which nothing is a link."""
    return {"text": _LINKING.sub(r"\\\g<0>", f"{plain(page_name(record))}: {text}")}


def _locations(record: Record, view: View, finding: FindingRecord | None = None) -> list[_Json]:
    spot = place(record, view, finding)
    location: _Json = {}
    if spot:
        region = {"startLine": spot.line}
        location["physicalLocation"] = {"artifactLocation": {"uri": spot.uri}, "region": region}
    elements = (piece["path"] for piece in (finding["evidence"] if finding else ()) if piece["path"])
    if element := next(elements, None):
        location["logicalLocations"] = [{"fullyQualifiedName": plain(element), "kind": "element"}]
    return [location] if location else []


def _fingerprint(finding: FindingRecord, record: Record) -> str:
    named = f"{page_name(record)}\n{finding['fingerprint']}"
    return f"{sha256(named.encode(errors='surrogatepass')).hexdigest()[:16]}:1"
