"""A report as plain values: the shape that `schemas/report-1.schema.json` describes, apart from the internal types."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NotRequired, TypedDict

from licensecheck.record_texts import TextsRecord, texts_of

if TYPE_CHECKING:
    from licensecheck.model import Aside, Change, Evidence, Finding, Page, Report, Span

SCHEMA = "schemas/report-1.schema.json"

# Characters of text given before and after a piece of evidence, so that a reader recognises the place.
_CONTEXT = 70
# Characters of an excused block that are quoted.
_OPENING = 80


class Fetched(TypedDict):
    """Where a page came from; size and hash are `None` if it was not taken whole.

    Of a fetched page, `final_url` is where it was, or the last answer came from; `status` that answer's; `redirects`
    the addresses on the way there; `problem` says what went wrong.
    """

    url: str | None
    path: str | None
    bytes: int | None
    sha256: str | None
    final_url: str | None
    status: int | None
    redirects: list[str]
    problem: str | None


class Envelope(TypedDict):
    """When and by what a report was made; `bug` says what failed in this program, if anything did."""

    tool: str
    ruleset: str
    checked_at: str
    fetched: Fetched | None
    bug: str | None


class WorkRecord(TypedDict):
    """The work, by name; `policy` names what was applied beside the licence, `text` the text held against the page."""

    title: str | None
    license: str | None
    license_uri: str | None
    policy: str | None
    text: str
    text_sha256: str


class PageRecord(TypedDict):
    """The page, by name; the hash is that of the text in which the page's spans count."""

    url: str | None
    title: str | None
    language: str | None
    text_sha256: str


class AsideRecord(TypedDict):
    """A block inside the body that is excused."""

    reason: str
    text: str
    path: str


class BodyRecord(TypedDict):
    """The alignment, summed up."""

    verbatim: bool
    coverage: float
    technical_changes: int
    asides: list[AsideRecord]


ChangeRecord = TypedDict(
    "ChangeRecord",
    {
        "class": str,
        "level": str,
        "before": str,
        "after": str,
        "paragraph": int | None,
        "work_span": list[int] | None,
        "page_span": list[int] | None,
        "path": str | None,
    },
)


class EvidenceRecord(TypedDict):
    """A quotation and the text of the same paragraph right before and after it."""

    side: str
    text: str
    lead: str
    tail: str
    span: list[int] | None
    path: str | None


FindingRecord = TypedDict(
    "FindingRecord",
    {
        "rule": str,
        "name": str,
        "kind": str,
        "severity": str,
        "class": str,
        "clause": str | None,
        "section": str | None,
        "message": str,
        "evidence": list[EvidenceRecord],
        "fix": str | None,
        "cause": str | None,
        "fingerprint": str,
    },
)


class Judgement(TypedDict):
    """What a report says; the same for the same work and page. The texts may be left out to save room."""

    work: WorkRecord
    page: PageRecord
    verdict: str
    reasons: list[str]
    body: BodyRecord
    changes: list[ChangeRecord]
    findings: list[FindingRecord]
    texts: NotRequired[TextsRecord | None]


Record = TypedDict(
    "Record",
    {
        "$schema": str,
        "schema_version": str,
        "envelope": Envelope,
        "work": WorkRecord,
        "page": PageRecord,
        "verdict": str,
        "reasons": list[str],
        "body": BodyRecord,
        "changes": list[ChangeRecord],
        "findings": list[FindingRecord],
        "texts": NotRequired[TextsRecord | None],
    },
)


def report_dict(report: Report) -> Judgement:
    """The report as plain values, keys in the order of the schema; all findings, those that pass included."""
    return {
        "work": _work(report),
        "page": _page(report.page),
        "verdict": report.verdict,
        "reasons": list(report.reasons),
        "body": {
            "verbatim": report.verbatim,
            "coverage": round(report.alignment.coverage, 4),
            "technical_changes": report.technical_changes,
            "asides": [_aside(aside, report.page) for aside in report.alignment.asides],
        },
        "changes": [_change(change) for change in report.changes],
        "findings": _findings(report),
        "texts": texts_of(report),
    }


def sealed(judgement: Judgement, envelope: Envelope) -> Record:
    """The judgement in its envelope."""
    return {"$schema": SCHEMA, "schema_version": "1", "envelope": envelope, **judgement}


def _work(report: Report) -> WorkRecord:
    work = report.work
    return {
        "title": work.title,
        "license": work.license.id if work.license else None,
        "license_uri": work.license.uri if work.license else None,
        "policy": report.policy.name if report.policy else None,
        "text": report.text,
        "text_sha256": _hash(work.text),
    }


def _page(page: Page) -> PageRecord:
    return {"url": page.url, "title": page.title, "language": page.language, "text_sha256": _hash(page.text)}


def _aside(aside: Aside, page: Page) -> AsideRecord:
    block = page.blocks[aside.block]
    return {"reason": aside.reason, "text": block.text[:_OPENING], "path": page.tree.path(block.element)}


def _change(change: Change) -> ChangeRecord:
    return {
        "class": change.kind,
        "level": change.level,
        "before": change.before,
        "after": change.after,
        "paragraph": change.paragraph,
        "work_span": _pair(change.work_span),
        "page_span": _pair(change.page_span),
        "path": change.path,
    }


def _findings(report: Report) -> list[FindingRecord]:
    texts = {"work": report.work.text, "page": report.page.text}
    return [_finding(finding, [_evidence(e, texts[e.side]) for e in finding.evidence]) for finding in report.findings]


def _finding(finding: Finding, evidence: list[EvidenceRecord]) -> FindingRecord:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "kind": finding.kind,
        "severity": finding.severity,
        "class": finding.rests_on,
        "clause": finding.clause,
        "section": finding.section,
        "message": finding.message,
        "evidence": evidence,
        "fix": finding.fix,
        "cause": finding.cause,
        "fingerprint": _fingerprint(finding),
    }


def _fingerprint(finding: Finding) -> str:
    """The same as long as the rule finds the same words, wherever on the page they stand."""
    if not finding.evidence:
        return _hash_once(f"{finding.rule}\n{finding.message}")
    return _hash("\n".join((finding.rule, *(f"{evidence.side}:{evidence.text}" for evidence in finding.evidence))))


def _evidence(evidence: Evidence, text: str) -> EvidenceRecord:
    lead, tail = _context(text, evidence.span) if evidence.span else ("", "")
    return {
        "side": evidence.side,
        "text": evidence.text,
        "lead": lead,
        "tail": tail,
        "span": _pair(evidence.span),
        "path": evidence.path,
    }


def _context(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span in the same paragraph, in whole words."""
    quoted = text[span.start : span.end]
    start, end = span.end - len(quoted.lstrip()), span.start + len(quoted.rstrip())
    lead = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    tail = text[end : end + _CONTEXT].partition("\n")[0]
    if len(lead) == _CONTEXT:
        lead = lead.partition(" ")[2]
    if len(tail) == _CONTEXT:
        tail = tail.rpartition(" ")[0]
    return lead, tail


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


@lru_cache(maxsize=1024)
def _hash_once(text: str) -> str:
    """The hash of what rules say again and again."""
    return _hash(text)


def _hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
