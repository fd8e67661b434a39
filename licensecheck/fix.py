"""A page put right as far as a machine can, by the smallest changes to its source that do."""

from __future__ import annotations

import codecs
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.charset import decode
from licensecheck.check import check, read_case
from licensecheck.page import read_page
from licensecheck.recrediting import corrected, credited, photos_credited
from licensecheck.reframing import own_links_removed, reframed
from licensecheck.restoring import restored
from licensecheck.retouch import Splice, spliced
from licensecheck.rules._changes import insertions, is_inside
from licensecheck.terms import Kind, Severity
from licensecheck.trace import trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licensecheck.charset import Decoded
    from licensecheck.model import Case, Change, Finding, Report, Work
    from licensecheck.policy import Policy

# Each round mends what the one before it could not reach, or brought to light; a summary names ten edits at a time.
_MOST_ROUNDS = 60
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HTML = "text/html; charset=utf-8"


class Sent(NamedTuple):
    """A page as it was received: its bytes, and its address and content type if they are known."""

    data: bytes
    url: str | None = None
    content_type: str | None = None


class Fixed(NamedTuple):
    """A page as it is after the work on it: its bytes, its report, and whether anything was changed."""

    data: bytes
    report: Report
    changed: bool

    @property
    def left(self) -> tuple[Finding, ...]:
        """What only a person can put right."""
        return accusations(self.report.findings)


def accusations(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that hold something against a page, above a remark."""
    return tuple(f for f in findings if f.kind in {Kind.FAIL, Kind.REVIEW} and f.severity is not Severity.INFO)


def fix(work: Work, sent: Sent, policy: Policy | None = None) -> Fixed:
    """Put a page right that was read whole and shows the work.

    The rest of its source stays as it is, byte for byte, in the charset that it has.
    """
    decoded = decode(sent.data, sent.content_type)
    source = decoded.text
    for _ in range(_MOST_ROUNDS):
        page = read_page(source.encode(), url=sent.url, content_type=_HTML)
        report = check(work, page, policy)
        better = spliced(source, _splices(read_case(work, page, policy), report, source))
        if better == source:
            break
        source = better
    if source == decoded.text:
        return Fixed(sent.data, report, changed=False)
    return Fixed(_encoded(source, sent, decoded), report, changed=True)


def _splices(case: Case, report: Report, source: str) -> list[Splice]:
    """What is to be done next: the text first, as the rest is found by it; new lines last, where nothing else helps."""
    found = accusations(report.findings)
    traced = trace(source, case.page) if found else None
    if traced is None or case.alignment.body is None:
        return []
    rules = {finding.rule for finding in found}
    added = {e.path for f in found if f.rule == "ND-410" and f.kind is Kind.REVIEW for e in f.evidence if e.path}
    stages = (
        restored(traced, case, _accused(case, found)),
        chain(reframed(traced, case, rules), own_links_removed(traced, case, added)),
        chain(photos_credited(traced, case, rules), corrected(traced, case, rules)),
        credited(traced, case, rules),
    )
    return next((splices for stage in stages if (splices := list(stage))), [])


def _accused(case: Case, findings: Sequence[Finding]) -> list[Change]:
    """The changes of the text that the findings are about; what stands beside the text is a person's to judge."""
    rules = ("ND-", "POL-959")
    spans = {(e.side, e.span) for f in findings if f.rule.startswith(rules) for e in f.evidence if e.span}
    outside = [change for change in insertions(case) if not is_inside(case, change)]
    return [
        change
        for change in case.changes
        if change.paragraph is not None
        and (("work", change.work_span) in spans or ("page", change.page_span) in spans)
        and change not in outside
    ]


def _encoded(source: str, sent: Sent, decoded: Decoded) -> bytes:
    """The source as bytes of the page's charset; as UTF-8 that says so where the page's bytes were not all of it."""
    mark = next((mark for mark in _MARKS if sent.data.startswith(mark)), b"")
    try:
        faithful = mark + decoded.text.encode(decoded.encoding) == sent.data
    except UnicodeEncodeError:
        faithful = False
    if not faithful:
        return codecs.BOM_UTF8 + source.encode()
    # Browsers read a page that declares no charset as windows-1252: references are safe whatever it is read as.
    is_declared = decode(sent.data + b"\xff", sent.content_type).encoding == decoded.encoding
    return mark + source.encode(decoded.encoding if is_declared else "ascii", "xmlcharrefreplace")
