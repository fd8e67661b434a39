"""Records for people at a terminal: the verdict, what was compared, what was found and how to repair it."""

from __future__ import annotations

from collections import Counter
from itertools import chain, groupby
from typing import TYPE_CHECKING

from licensecheck.formats.evidence import evidence_lines
from licensecheck.formats.terminal import wrapped
from licensecheck.formats.view import Colour, painted
from licensecheck.gate import gravity
from licensecheck.model import ORIGINAL
from licensecheck.terms import FindingClass, Kind, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import FindingRecord, Record

# Findings of one weight that are printed; nobody reads more of them in a terminal.
_SHOWN = 12
# Characters that are quoted of each side of a difference that no rule judged.
_QUOTED = 120
_UNDECIDED = "undecided"
_ALLOWED = "allowed"
_MARGIN = "    "

_VERDICTS = {
    Verdict.COMPLIANT: ("COMPLIANT", Colour.GREEN),
    Verdict.VIOLATION: ("NOT COMPLIANT", Colour.RED),
    Verdict.REVIEW: ("FOR A PERSON TO DECIDE", Colour.YELLOW),
    Verdict.INCONCLUSIVE: ("INCONCLUSIVE", Colour.YELLOW),
    Verdict.NOT_A_COPY: ("NOT A COPY", Colour.YELLOW),
}
# How findings weigh, gravest first: the heading of one, its colour, and how several are counted.
_WEIGHTS = {
    Severity.VIOLATION: ("VIOLATION", Colour.RED, "violation", "violations"),
    Severity.WARNING: ("WARNING", Colour.YELLOW, "warning", "warnings"),
    _UNDECIDED: ("UNDECIDED", Colour.CYAN, "undecided point", "undecided points"),
    Severity.REVIEW: ("REVIEW", Colour.CYAN, "point to review", "points to review"),
    _ALLOWED: ("ALLOWED", Colour.GREEN, "point allowed by the publisher", "points allowed by the publisher"),
    Severity.INFO: ("REMARK", Colour.PLAIN, "remark", "remarks"),
}
_ORDER = {weight: place for place, weight in enumerate(_WEIGHTS)}
# What is shown with the mildest findings that are asked for: whoever decides wants to know what is allowed.
_LAST = {Severity.REVIEW: _ALLOWED}


def human(records: Sequence[Record], view: View) -> str:
    """Each record as a text of 80 columns; after several, how many of them came to which verdict."""
    texts = ["\n".join(chain.from_iterable(_parts(record, view))) + "\n" for record in records]
    if len(records) > 1:
        texts.append(_tally(records))
    return "\n\n".join(texts)


def _parts(record: Record, view: View) -> Iterator[Iterable[str]]:
    findings = sorted(filter(_says_something, record["findings"]), key=lambda finding: _ORDER[_weight(finding)])
    yield (_headline(record, findings, view), "")
    yield _compared(record)
    last = _ORDER[_LAST.get(view.show, view.show)]
    shown = [finding for finding in findings if _ORDER[_weight(finding)] <= last]
    for weight, group in groupby(shown, key=_weight):
        yield _group(weight, list(group), record, view)
    yield ("", *_summary(record, findings[len(shown) :]))


# --- the opening -----------------------------------------------------------------------------------------


def _headline(record: Record, findings: Sequence[FindingRecord], view: View) -> str:
    name, colour = _VERDICTS[Verdict(record["verdict"])]
    return wrapped(f"{name} – {_grounds(record, findings)}").replace(name, painted(name, colour, view), 1)


def _grounds(record: Record, findings: Sequence[FindingRecord]) -> str:
    """Why the verdict is what it is, in a few words."""
    match record["verdict"]:
        case Verdict.INCONCLUSIVE:
            undecided = (finding["message"] for finding in findings if finding["kind"] == Kind.INCONCLUSIVE)
            return next(undecided, "the page could not be judged")
        case Verdict.NOT_A_COPY:
            return f"{_share(record['body']['coverage'])} of the work's text stands on the page"
    counts = Counter(_weight(finding) for finding in findings if _weight(finding) is not Severity.INFO)
    return ", ".join(_counted(weight, count, findings) for weight, count in counts.items()) or "nothing found"


def _counted(weight: str, count: int, findings: Iterable[FindingRecord]) -> str:
    *_, one, many = _WEIGHTS[weight]
    classes = {finding["class"] for finding in findings if _weight(finding) == weight}
    licence = "licence " if weight == Severity.VIOLATION and classes == {FindingClass.LICENSE} else ""
    return f"{count} {licence}{one if count == 1 else many}"


def _compared(record: Record) -> Iterator[str]:
    fetched = record["envelope"]["fetched"]
    work, page = record["work"], record["page"]
    place = (fetched and (fetched["path"] or fetched["url"])) or page["url"] or "standard input"
    yield wrapped(work["title"] or "without a title", margin="  work     ")
    yield wrapped(work["license"] or "not known", margin="  licence  ")
    if work["policy"]:
        yield wrapped(work["policy"], margin="  policy   ")
    yield wrapped("standard input" if place == "-" else place, margin="  copy     ")
    if work["text"] != ORIGINAL:
        yield wrapped(f"{work['text']}, a text of the work beside its original", margin="  follows  ")


# --- the findings ----------------------------------------------------------------------------------------


def _says_something(finding: FindingRecord) -> bool:
    return finding["kind"] in {Kind.FAIL, Kind.REVIEW, Kind.INCONCLUSIVE, Kind.WAIVED}


def _weight(finding: FindingRecord) -> str:
    special = {Kind.INCONCLUSIVE: _UNDECIDED, Kind.WAIVED: _ALLOWED}
    return special.get(Kind(finding["kind"])) or gravity(finding)


def _group(weight: str, findings: Sequence[FindingRecord], record: Record, view: View) -> Iterator[str]:
    """The findings of one weight."""
    for finding in findings[:_SHOWN]:
        yield ""
        yield from _finding(weight, finding, record, view)
    if len(findings) > _SHOWN:
        yield ""
        yield f"… and {_counted(weight, len(findings) - _SHOWN, findings)} more (--format json has all)"


def _finding(weight: str, finding: FindingRecord, record: Record, view: View) -> Iterator[str]:
    heading, colour, *_ = _WEIGHTS[weight]
    section = f" (licence section {finding['section']})" if finding["section"] else ""
    title = wrapped(f"{heading} {finding['rule']} {finding['name']}{section}", hanging=_MARGIN)
    yield title.replace(heading, painted(heading, colour, view), 1)
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
        counts = Counter(map(_weight, hidden))
        listed = ", ".join(_counted(weight, count, hidden) for weight, count in counts.items())
        yield wrapped(f"{listed} (--show info)", margin="  hidden   ")


def _differing(record: Record) -> str:
    """How far the text is from verbatim."""
    inside = [change for change in record["changes"] if change["paragraph"] is not None]
    found = f"{_share(record['body']['coverage'])} found in order"
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


def _tally(records: Sequence[Record]) -> str:
    counts = Counter(record["verdict"] for record in records)
    listed = ", ".join(
        f"{counts[verdict]} {name.lower()}" for verdict, (name, _) in _VERDICTS.items() if counts[verdict]
    )
    return wrapped(f"{len(records)} copies: {listed}") + "\n"


def _share(share: float) -> str:
    """A share of 1 as a percentage that says 100 and 0 only of all and nothing."""
    percent = min(max(round(share * 100, 1), 0.1), 99.9) if 0 < share < 1 else share * 100
    return f"{percent:.3g}%"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
