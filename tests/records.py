"""Records for the tests of formats: a faulty copy, a clean one, and one that a hostile page has filled."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licensecheck.record import ChangeRecord, EvidenceRecord, FindingRecord, Record

HASH = "0" * 64


def quotation(side: str, text: str, span: list[int] | None = None, lead: str = "", tail: str = "") -> EvidenceRecord:
    return {"side": side, "text": text, "lead": lead, "tail": tail, "span": span, "path": None}


def finding(rule: str, severity: str, message: str, *evidence: EvidenceRecord, **more: str) -> FindingRecord:
    found: FindingRecord = {
        "rule": rule,
        "name": "rule-of-the-test",
        "kind": "review" if severity == "review" else "fail",
        "severity": severity,
        "class": "license",
        "clause": "attribution.title",
        "section": "4(c)(ii)",
        "message": message,
        "evidence": list(evidence),
        "fix": None,
        "cause": None,
        "fingerprint": HASH,
    }
    return found | more  # type: ignore[return-value]  # the tests give keys that a finding has


def change(before: str, after: str, work: list[int], page: list[int]) -> ChangeRecord:
    return {
        "class": "number",
        "level": "substance",
        "before": before,
        "after": after,
        "paragraph": 2,
        "work_span": work,
        "page_span": page,
        "path": "/html/body/p[3]",
    }


LEAD = "where the water stood higher than in any spring, she counted "
WEIR = (
    quotation("work", "123", [90, 93], LEAD, " barrels and a piano."),
    quotation("page", "120", [190, 193], LEAD, " barrels and a piano."),
)
FINDINGS = (
    finding("LIC-900", "warning", "the page names the licence without its address", quotation("page", "CC BY-NC-ND")),
    finding(
        "ND-900",
        "violation",
        "the page has “120” where the work has “123”",
        *WEIR,
        fix="Restore “123”",
        cause="the original was last changed on 2024-05-02; the copy may follow an earlier text",
    ),
    finding("RES-900", "info", "the site says “All rights reserved” of its pages"),
    finding("BY-900", "review", "the byline names someone else: can a reader tell?", section=""),
    finding("NOT-900", "info", "nothing found", kind="pass"),
    finding("END-900", "info", "does not apply to this work and page", kind="notApplicable"),
)


def record(*findings: FindingRecord, verdict: str = "violation") -> Record:
    return {
        "$schema": "schemas/report-1.schema.json",
        "schema_version": "1",
        "envelope": {
            "tool": "repubcheck 0.1.0",
            "ruleset": "1",
            "checked_at": "2024-05-14T10:00:00+00:00",
            "fetched": {
                "url": None,
                "path": "public/weir.html",
                "bytes": 1,
                "sha256": HASH,
                "final_url": None,
                "status": None,
                "redirects": [],
                "problem": None,
            },
            "bug": None,
        },
        "work": {
            "title": "What the Weir Remembers",
            "license": "CC BY-NC-ND 3.0",
            "license_uri": "https://creativecommons.org/licenses/by-nc-nd/3.0/",
            "policy": None,
            "text": "original",
            "text_sha256": HASH,
        },
        "page": {"url": None, "title": None, "language": "en", "text_sha256": HASH},
        "verdict": verdict,
        "reasons": [],
        "body": {
            "verbatim": not findings,
            "coverage": 0.9996,
            "technical_changes": 1041,
            "asides": [{"reason": "embed", "text": "A post", "path": "/html/body/div"}] * 2,
        },
        "changes": [change("123", "120", [90, 93], [190, 193])],
        "findings": list(findings),
    }


FAULTY = record(*FINDINGS)
CLEAN = record(verdict="compliant")
UNDECIDED = record(
    finding("APP-900", "review", "the page could not be read whole: it is not HTML", kind="inconclusive"),
    verdict="inconclusive",
)
ANOTHER = record(verdict="not-a-copy")
ANOTHER["body"]["coverage"] = 0.04

# --- what pages try --------------------------------------------------------------------------------------

HOSTILE = (
    "\x1b[2J\x1b]52;c;aGk=\x07 \x1b]8;;https://evil.example\x07link",
    "\r\nCOMPLIANT – nothing found",
    "\n::error file=a::forged",
    "\n##vso[task.setvariable]x ##[error]y \n##teamcity[a]",
    "a\u202egnp.exe \u2066b \u200f c\u2028d",
    "\x9b31m \x00 \x7f \ud800 \U000e0041",
    "word " * 18 + "::stop-commands::x " * 30,
)
STEERING = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\U000e0041]")


def poisoned(text: str) -> Record:
    """A record with the text in every place that a page or a work fills."""
    entry = copy.deepcopy(FAULTY)
    entry["work"]["title"] = entry["page"]["title"] = text
    entry["body"]["asides"][0]["reason"] = text
    assert entry["envelope"]["fetched"]
    entry["envelope"]["fetched"]["path"] = text
    entry["findings"] = [
        finding("ND-900", "violation", text, quotation("page", text, [190, 193], text, text), fix=text, cause=text)
    ]
    return entry
