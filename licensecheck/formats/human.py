"""Records for people at a terminal: the verdict, what was compared, what was found and how to repair it."""

from __future__ import annotations

from collections import Counter
from itertools import chain, groupby
from typing import TYPE_CHECKING

from licensecheck.formats.evidence import evidence_lines
from licensecheck.formats.points import Weight, page_name, points, share, weight
from licensecheck.formats.terminal import wrapped
from licensecheck.formats.view import Colour, painted
from licensecheck.formats.words import VERDICTS, counted, counts, heading, reason, tally
from licensecheck.model import ORIGINAL
from licensecheck.terms import Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import FindingRecord, Record

# Findings of one weight that are printed; nobody reads more of them in a terminal.
_SHOWN = 12
# Characters that are quoted of each side of a difference that no rule judged.
_QUOTED = 120
_MARGIN = "    "

_VERDICTS = {Verdict.COMPLIANT: Colour.GREEN, Verdict.VIOLATION: Colour.RED}
_WEIGHTS = {
    Weight.VIOLATION: Colour.RED,
    Weight.WARNING: Colour.YELLOW,
    Weight.UNDECIDED: Colour.CYAN,
    Weight.REVIEW: Colour.CYAN,
    Weight.ALLOWED: Colour.GREEN,
    Weight.INFO: Colour.PLAIN,
}


def human(records: Sequence[Record], view: View) -> str:
    """Each record as a text of 80 columns; after several, how many of them came to which verdict."""
    texts = ["\n".join(chain.from_iterable(_parts(record, view))) + "\n" for record in records]
    if len(records) > 1:
        texts.append(wrapped(tally(records)) + "\n")
    return "\n\n".join(texts)


def _parts(record: Record, view: View) -> Iterator[Iterable[str]]:
    findings = points(record)
    yield (_headline(record, findings, view), "")
    yield _compared(record)
    shown = points(record, view.show)
    for each, group in groupby(shown, key=weight):
        yield _group(each, list(group), record, view)
    yield ("", *_summary(record, findings[len(shown) :]))


# --- the opening -----------------------------------------------------------------------------------------


def _headline(record: Record, findings: Sequence[FindingRecord], view: View) -> str:
    verdict = Verdict(record["verdict"])
    name, colour = VERDICTS[verdict].upper(), _VERDICTS.get(verdict, Colour.YELLOW)
    return wrapped(f"{name} – {reason(record, findings)}").replace(name, painted(name, colour, view), 1)


def _compared(record: Record) -> Iterator[str]:
    work, fetched = record["work"], record["envelope"]["fetched"]
    yield wrapped(work["title"] or "without a title", margin="  work     ")
    yield wrapped(work["license"] or "not known", margin="  licence  ")
    if work["policy"]:
        yield wrapped(work["policy"], margin="  policy   ")
    yield wrapped(page_name(record), margin="  copy     ")
    fetched = record["envelope"]["fetched"]
    if fetched and fetched["problem"]:
        yield wrapped(fetched["problem"], margin="           ")
    if work["text"] != ORIGINAL:
        yield wrapped(f"{work['text']}, a text of the work beside its original", margin="  follows  ")


# --- the findings ----------------------------------------------------------------------------------------


def _group(weighing: Weight, findings: Sequence[FindingRecord], record: Record, view: View) -> Iterator[str]:
    """The findings of one weight."""
    for finding in findings[:_SHOWN]:
        yield ""
        yield from _finding(weighing, finding, record, view)
    if len(findings) > _SHOWN:
        yield ""
        yield f"… and {counted(weighing, len(findings) - _SHOWN, findings)} more (--format json has all)"


def _finding(weighing: Weight, finding: FindingRecord, record: Record, view: View) -> Iterator[str]:
    headed = heading(weighing)
    section = f" (licence section {finding['section']})" if finding["section"] else ""
    title = wrapped(f"{headed} {finding['rule']} {finding['name']}{section}", hanging=_MARGIN)
    yield title.replace(headed, painted(headed, _WEIGHTS[weighing], view), 1)
    message = finding["message"]
    yield wrapped(message[:1].upper() + message[1:], margin=_MARGIN)
    yield from evidence_lines(finding["evidence"], record["changes"], view)
    if finding["cause"]:
        yield wrapped(finding["cause"], margin=f"{_MARGIN}cause:    ")
    if finding["fix"]:
        yield f"{_MARGIN}fix:"
        yield wrapped(finding["fix"], margin=_MARGIN)


# --- the close -------------------------------------------------------------------------------------------


def _summary(record: Record, hidden: Sequence[FindingRecord]) -> Iterator[str]:
    """What was looked at and is not a finding."""
    body = record["body"]
    verbatim = "verbatim" if body["verbatim"] else _differing(record)
    excused = _number(body["technical_changes"], "technical difference")
    yield wrapped(f"{verbatim}; {excused} excused", margin="  text     ")
    yield from _unjudged(record)
    if body["asides"]:
        reasons = Counter(aside["reason"] for aside in body["asides"])
        listed = ", ".join(f"{count} × {reason}" if count > 1 else reason for reason, count in reasons.items())
        yield wrapped(f"{_number(len(body['asides']), 'block')} inside it excused: {listed}", margin="  page     ")
    kinds = Counter(finding["kind"] for finding in record["findings"])
    yield wrapped(f"{kinds[Kind.PASS]} passed, {kinds[Kind.NOT_APPLICABLE]} did not apply", margin="  rules    ")
    if hidden:
        yield wrapped(f"{counts(hidden)} (--show info)", margin="  hidden   ")


def _differing(record: Record) -> str:
    """How far the text is from verbatim."""
    inside = [change for change in record["changes"] if change["paragraph"] is not None]
    found = f"{share(record['body']['coverage'])} found in order"
    return f"{_number(len(inside), 'difference')}, {found}" if inside else found


def _unjudged(record: Record) -> Iterator[str]:
    """The differences themselves, where no licence is known by which a rule could have judged them."""
    if record["work"]["license"] is not None:
        return
    for change in record["changes"][:_SHOWN]:
        sides = " → ".join(f"“{change[side][:_QUOTED]}”" for side in ("before", "after") if change[side])
        sign = "added " if not change["before"] else "left out " if not change["after"] else ""
        yield wrapped(f"{change['class']}: {sign}{sides}", margin="  differs  ")
    if len(record["changes"]) > _SHOWN:
        yield f"  … and {len(record['changes']) - _SHOWN} more (--format json has all)"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
