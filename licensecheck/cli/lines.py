"""The lines of pages that are files, looked up in those files as long as they are what was judged."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licensecheck.lines import Lines
    from licensecheck.record import FindingRecord, Record


def line_of(record: Record, finding: FindingRecord) -> int:
    """The line of the page on which the finding stands, or what it misses should; 1 if that is not to be known."""
    fetched = record["envelope"]["fetched"]
    if not fetched or not fetched["path"]:
        return 1
    quoted = sorted(finding["evidence"], key=lambda piece: piece["side"])  # the page's own words first
    lines = _lines(fetched["path"], fetched["bytes"], fetched["sha256"]) if quoted else None
    return next(filter(None, map(lines.line_of, quoted)), 1) if lines else 1


@lru_cache(maxsize=8)
def _lines(name: str, size: int | None, digest: str | None) -> Lines | None:
    """The page of a file; nothing if the file is gone or another one now."""
    from licensecheck.charset import decode  # noqa: PLC0415 (for formats that point into files)
    from licensecheck.lines import Lines  # noqa: PLC0415 (as above)

    path = Path(name)
    try:
        if not path.is_file() or path.stat().st_size != size:
            return None
        page = path.read_bytes()
    except (OSError, ValueError):
        return None
    return Lines(decode(page).text) if sha256(page).hexdigest() == digest else None
