"""Records in Markdown (GitHub's), for comments and summaries: what a page says is text there, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.formats.evidence import shortened
from licensecheck.formats.points import SHOWN, page_name, plain, points, title, troubles, weight
from licensecheck.formats.words import VERDICTS, heading, reason, tally
from licensecheck.patterns import pattern
from licensecheck.terms import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import EvidenceRecord, FindingRecord, Record

# Findings of one page that are written out.
_MOST = 50
# What begins emphasis, code, links, HTML, entities, tables, mathematics; an underscore inside a word does not.
_SPECIAL = pattern(r"[\\`*\[\]<>&|~$#]|(?<![^\W_])_|_(?![^\W_])")
# What notifies a person or refers to an issue where the text is posted; parted by a word joiner it does not.
_MENTION = pattern(r"(?<=[@#])(?=\w)")
_SIGNS = {"work": "-", "page": "+"}


def markdown(records: Sequence[Record], view: View) -> str:
    """Each record under a heading of its own; before several, how many of them came to which verdict."""
    return "\n".join(pages(records, view))


def pages(records: Sequence[Record], view: View) -> Iterator[str]:
    """The text of `markdown` in parts that may stand alone."""
    if len(records) > 1:
        yield f"**{tally(records)}**\n"
    for record in records:
        yield "\n\n".join(_page(record, view)) + "\n"


def _page(record: Record, view: View) -> Iterator[str]:
    work, found = record["work"], points(record)
    yield f"## {VERDICTS[Verdict(record['verdict'])].capitalize()}: {_text(page_name(record))}"
    known = (work["title"], work["license"], work["policy"] and f"policy {work['policy']}")
    yield f"Work: {_text(', '.join(filter(None, known)) or 'without a title')}. Result: {_text(reason(record, found))}."
    yield from (f"**BUG**: {_text(each.message)}" for each in troubles(record) if each.is_bug)
    shown = points(record, view.show)
    for finding in shown[:_MOST]:
        yield from _finding(finding)
    if rest := len(found) - len(shown[:_MOST]):
        yield f"… and {rest} more (--format json has all)"


def _finding(finding: FindingRecord) -> Iterator[str]:
    section = f" (licence section {_text(finding['section'])})" if finding["section"] else ""
    yield f"**{heading(weight(finding))} {_text(title(finding))}**{section}: {_text(finding['message'])}"
    if finding["evidence"]:
        yield "\n".join(("```diff", *map(_quoted, finding["evidence"][:SHOWN]), "```"))
    for label in ("cause", "fix"):
        if text := finding[label]:
            yield f"{label.capitalize()}: {_text(text)}"


def _quoted(piece: EvidenceRecord) -> str:
    """A line of a block of code, which ends with no line but one of its own."""
    return f"{_SIGNS[piece['side']]} {plain(piece['lead'] + shortened(piece['text']) + piece['tail'])}"


def _text(text: str) -> str:
    """The text on one line, without a meaning in Markdown."""
    return _MENTION.sub("\u2060", _SPECIAL.sub(r"\\\g<0>", plain(text)))
