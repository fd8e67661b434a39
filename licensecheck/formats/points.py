"""What a record says that someone must hear: its findings by weight, gravest first, and each in harmless lines."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.formats.evidence import shortened
from licensecheck.formats.terminal import printable
from licensecheck.gate import gravity
from licensecheck.terms import Kind, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.record import FindingRecord, Record

# Pieces of evidence that are given for one finding.
SHOWN = 6
# Characters of one line.
_LONGEST = 1_000
_COMMANDS = ("::", "##")
_SIDES = {"work": "original", "page": "copy"}


class Weight(StrEnum):
    """How findings weigh, gravest first."""

    VIOLATION = "violation"
    WARNING = "warning"
    UNDECIDED = "undecided"
    REVIEW = "review"
    ALLOWED = "allowed"
    INFO = "info"


ORDER = {weight: place for place, weight in enumerate(Weight)}
_SPECIAL = {Kind.INCONCLUSIVE: Weight.UNDECIDED, Kind.WAIVED: Weight.ALLOWED}
# What is shown with the mildest findings that are asked for: whoever decides wants to know what is allowed.
_LAST = {Severity.REVIEW: Weight.ALLOWED}


def weight(finding: FindingRecord) -> Weight:
    """How much a finding weighs with those who act on it."""
    return _SPECIAL.get(Kind(finding["kind"])) or Weight(gravity(finding))


def points(record: Record, show: Severity = Severity.INFO) -> list[FindingRecord]:
    """The findings that say something, gravest first, down to the mildest to show."""
    last = ORDER[_LAST.get(show) or Weight(show)]
    speaking = (f for f in record["findings"] if f["kind"] not in {Kind.PASS, Kind.NOT_APPLICABLE})
    ranked = sorted(((ORDER[weight(finding)], finding) for finding in speaking), key=lambda pair: pair[0])
    return [finding for place, finding in ranked if place <= last]


class Trouble(NamedTuple):
    """Something that kept a page from being judged: what, which rule said so, and whether this program is to blame."""

    message: str
    rule: str | None = None
    is_bug: bool = False


def troubles(record: Record) -> Iterator[Trouble]:
    """What kept a page from being judged, in harmless lines; nothing for a page that was."""
    if bug := record["envelope"]["bug"]:
        yield Trouble(plain(f"a bug in repubcheck: {bug}"), is_bug=True)
    for finding in record["findings"]:
        if finding["kind"] == Kind.INCONCLUSIVE:
            yield Trouble(" ".join(described(finding)), plain(finding["rule"]))
    if record["verdict"] == Verdict.NOT_A_COPY:
        yield Trouble(f"not a copy: {grounds(record)}")


def grounds(record: Record) -> str | None:
    """Why nothing could be decided about a page, in a few words; `None` if it was judged."""
    match record["verdict"]:
        case Verdict.INCONCLUSIVE:
            undecided = (finding["message"] for finding in record["findings"] if finding["kind"] == Kind.INCONCLUSIVE)
            return next(undecided, "the page could not be judged")
        case Verdict.NOT_A_COPY:
            return f"{share(record['body']['coverage'])} of the work's text stands on the page"
    return None


def page_name(record: Record) -> str:
    """What to call the page: its file, else its address."""
    fetched = record["envelope"]["fetched"]
    return (fetched and (fetched["path"] or fetched["url"])) or record["page"]["url"] or "standard input"


def title(finding: FindingRecord) -> str:
    """The rule that speaks, by number and name."""
    return plain(f"{finding['rule']} {finding['name']}")


def described(finding: FindingRecord) -> Iterator[str]:
    """What was found, what stands in the two texts, where it comes from and how to repair it: a line each."""
    yield plain(finding["message"])
    for piece in finding["evidence"][:SHOWN]:
        yield plain(f"{_SIDES[piece['side']]}: {piece['lead']}{shortened(piece['text'])}{piece['tail']}")
    if len(finding["evidence"]) > SHOWN:
        yield f"… and {len(finding['evidence']) - SHOWN} more (--format json has all)"
    for label in ("cause", "fix"):
        if text := finding[label]:
            yield plain(f"{label}: {text}")


def plain(text: str) -> str:
    """The text printable, on one line that commands no build server, and no longer than anybody reads."""
    line = printable(" ".join(text[:_LONGEST].split()))
    return f"\\x{ord(line[0]):02x}{line[1:]}" if line.startswith(_COMMANDS) else line


def share(part: float) -> str:
    """A share of 1 as a percentage that says 100 and 0 only of all and nothing."""
    percent = min(max(round(part * 100, 1), 0.1), 99.9) if 0 < part < 1 else part * 100
    return f"{percent:.3g}%"
