"""Records as a table for spreadsheets (RFC 4180, with line feeds): a row for each finding, no cell a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.formats.points import page_name, points
from licensecheck.formats.terminal import printable
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import FindingRecord, Record

_PAGE = ("page", "work", "license", "policy", "verdict", "checked_at")
_FINDING = ("rule", "name", "kind", "severity", "class", "section", "message", "original", "copy", "cause", "fix")
# What a spreadsheet takes for a formula, also behind spaces and characters that nobody sees.
_FORMULA = pattern(r"[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠\t\r]")
_SEPARATOR = " | "
# Characters that a cell of the most common spreadsheet holds, less room for escapes.
_LONGEST = 30_000


def as_csv(records: Sequence[Record], _view: View) -> str:
    """All findings that say something, gravest first within a page; a page without any has a row of its own."""
    rows = ((*_page(record), *said) for record in records for said in _findings(record))
    return "".join(map(_line, ((*_PAGE, *_FINDING), *rows)))


def _page(record: Record) -> Iterator[str | None]:
    work = record["work"]
    yield from (page_name(record), work["title"], work["license"], work["policy"], record["verdict"])
    yield record["envelope"]["checked_at"]


def _findings(record: Record) -> Iterable[Sequence[str | None]]:
    return [tuple(_said(finding)) for finding in points(record)] or [(None,) * len(_FINDING)]


def _said(finding: FindingRecord) -> Iterator[str | None]:
    yield from (finding["rule"], finding["name"], finding["kind"], finding["severity"], finding["class"])
    yield from (finding["section"], finding["message"])
    for side in ("work", "page"):
        yield _SEPARATOR.join(piece["text"] for piece in finding["evidence"] if piece["side"] == side)
    yield from (finding["cause"], finding["fix"])


def _line(cells: Iterable[str | None]) -> str:
    return ",".join(f'"{_cell(cell or "")}"' for cell in cells) + "\n"


def _cell(text: str) -> str:
    shown = printable(" ".join(text[:_LONGEST].split())).replace('"', '""')
    return f"'{shown}" if _FORMULA.match(text) else shown
