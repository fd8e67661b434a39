"""Records for GitHub Actions: workflow commands that annotate files, and the summary of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.formats.markdown import pages
from licensecheck.formats.places import place
from licensecheck.formats.points import ORDER, Weight, described, page_name, plain, points, title, troubles, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import FindingRecord, Record

# GitHub shows ten annotations of a kind for a step, and takes summaries of 1 MiB (docs.github.com).
_SHOWN = 10
_MOST_BYTES = 1 << 20
_MORE = "… and more than a summary holds (--format jsonl has all)\n"
_LEVELS: Mapping[Weight, str] = {
    Weight.VIOLATION: "error",
    Weight.WARNING: "warning",
    Weight.REVIEW: "notice",
    Weight.INFO: "notice",
}
# As the runner takes them back: what would end a message, and in a property what would end that.
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def github(records: Sequence[Record], view: View) -> str:
    """The worst ten findings and troubles of all records as annotations; what is more is counted."""
    found = [annotation for record in records for annotation in _annotations(record, view)]
    found.sort(key=lambda ranked: ranked[0])
    lines = [line for _, line in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"{len(found) - _SHOWN:,} more findings: see the summary of this step")
    return "".join(f"{line}\n" for line in lines)


def summary(records: Sequence[Record], view: View) -> str:
    """The records in Markdown, as many whole pages of it as the summary of a step holds."""
    texts, room = [], _MOST_BYTES - len(_MORE)
    for text in pages(records, view):
        room -= len(f"{text}\n".encode())
        if room < 0:
            texts.append(_MORE)
            break
        texts.append(text)
    return "\n".join(texts)


def _annotations(record: Record, view: View) -> Iterator[tuple[int, str]]:
    """How each weighs, and its command."""
    for trouble in troubles(record):
        urgency = "error" if trouble.is_bug else "warning"
        yield ORDER[Weight.UNDECIDED], _command(urgency, _properties(record, view), trouble.message)
    for finding in points(record, view.show):
        if level := _LEVELS.get(weight(finding)):
            message = "\n".join(described(finding))
            yield ORDER[weight(finding)], _command(level, _properties(record, view, finding), message)


def _properties(record: Record, view: View, finding: FindingRecord | None = None) -> dict[str, str]:
    spot = place(record, view, finding)
    where = {"file": plain(spot.file), "line": str(spot.line)} if spot else {}
    return where | {"title": f"{title(finding) if finding else 'not judged'}: {plain(page_name(record))}"}


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    listed = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{level} {listed}::{message.translate(_MESSAGE)}"
