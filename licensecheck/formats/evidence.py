"""Evidence for a terminal: the two texts one above the other, the words that differ marked in both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.formats.terminal import wrapped
from licensecheck.formats.view import Colour, painted
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import ChangeRecord, EvidenceRecord

# Pieces of evidence that are printed for one finding, and characters of each from its start and its end.
_SHOWN = 6
_HEAD, _FOOT = 240, 60

_LABELS = {"work": "    original: ", "page": "    copy:     "}
_MARKS = {"work": ("[-", "-]"), "page": ("{+", "+}")}
_MARKED = pattern(r"(\[-.*?-\])|(\{\+.*?\+\})", re.DOTALL)


def evidence_lines(evidence: Sequence[EvidenceRecord], changes: Iterable[ChangeRecord], view: View) -> Iterator[str]:
    """The pieces of evidence in their order, each labelled with the text it is from.

    A piece that is one side of a change stands in its context, marked `[-so-]` in the original and `{+so+}` in
    the copy; any other is quoted as it is.
    """
    spans: dict[str, list[list[int] | None]] = {"work": [], "page": []}
    for change in changes:
        spans["work"].append(change["work_span"])
        spans["page"].append(change["page_span"])
    for piece in evidence[:_SHOWN]:
        differs = piece["span"] is not None and piece["span"] in spans[piece["side"]]
        text = _marked(piece) if differs else shortened(piece["text"])
        yield _painted(wrapped(text, margin=_LABELS[piece["side"]]), view)
    if len(evidence) > _SHOWN:
        yield f"    … and {len(evidence) - _SHOWN} more (--format json has all)"


def _marked(piece: EvidenceRecord) -> str:
    opening, closing = _MARKS[piece["side"]]
    lead = f"… {piece['lead']}" if piece["lead"] else ""
    tail = f"{piece['tail']} …" if piece["tail"] else ""
    return f"{lead}{opening}{shortened(piece['text'])}{closing}{tail}"


def shortened(text: str) -> str:
    """The text, or its start and its end."""
    if len(text) <= _HEAD + _FOOT:
        return text
    return f"{text[:_HEAD]} […] {text[-_FOOT:]}"


def _painted(lines: str, view: View) -> str:
    """The marked words in colour as well: red in the original, green in the copy."""
    return _MARKED.sub(lambda match: painted(match[0], Colour.RED if match[1] else Colour.GREEN, view), lines)
