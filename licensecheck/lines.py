"""Where the words of a page stand in its source: line numbers for what points into files."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from licensecheck.record import EvidenceRecord

# Markup and what no reader sees as text; whatever is left open ends with the page, so that nothing is read twice.
_SILENT = pattern(
    r"<!--.*?(?:-->|\Z)|<(script|style|title|template|noscript)\b.*?(?:</\1\s*>|\Z)|<[a-z/!?][^>]*(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)

# Letters that stand in one place only, as a rule.
_TELLING = 20


class Lines:
    """The source of a page, as letters and digits only: spaces, entities and tags between words do not matter."""

    def __init__(self, source: str) -> None:
        """Read the source once; each question is then a search in it."""
        seen = [_letters(html.unescape(line)) for line in _SILENT.sub(_line_feeds, source).split("\n")]
        self._text = "".join(seen)
        self._starts = [0, *accumulate(map(len, seen[:-1]))]

    def line_of(self, piece: EvidenceRecord) -> int | None:
        """The line, from 1, on which the words begin, or should if only the work has them.

        They are found with as much of what stands around them as is there.
        """
        lead, words, tail = (_letters(piece[part]) for part in ("lead", "text", "tail"))
        missing = piece["side"] == "work"
        tries = (
            ((lead, tail), (lead, ""), ("", tail)) if missing else ((lead, words + tail), (lead, words), ("", words))
        )
        for before, behind in tries:
            if len(before + behind) >= (_TELLING if missing else 1):
                found = self._text.find(before + behind)
                if found >= 0:
                    return bisect_right(self._starts, found + len(before) - (not behind))
        return None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _line_feeds(silent: re.Match[str]) -> str:
    return "\n" * silent[0].count("\n")
