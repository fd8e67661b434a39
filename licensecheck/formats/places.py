"""Where a finding is to be shown: a file and line of the repository, for formats that point into files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from licensecheck.formats.view import View
    from licensecheck.record import FindingRecord, Record

_DRIVE = pattern(r"[A-Za-z]:/")


class Place(NamedTuple):
    """A file, as it was named, and a line in it, from 1."""

    file: str
    line: int = 1

    @property
    def uri(self) -> str:
        """The file as a URI reference (RFC 3986), relative if its name is; no byte of the name is left to chance."""
        path = self.file.replace("\\", "/").removeprefix("./")
        drive = _DRIVE.match(path)
        prefix = f"file:///{drive[0]}" if drive else "file:///" if path.startswith("/") else ""
        rest = path[drive.end() :] if drive else path.lstrip("/")
        return prefix + quote(rest, errors="surrogatepass")


def place(record: Record, view: View, finding: FindingRecord | None = None) -> Place | None:
    """The page if it is a file, and the finding's line in it; else the file that lists the page, if there is one."""
    fetched = record["envelope"]["fetched"]
    if fetched and fetched["path"]:
        return Place(fetched["path"], view.line_of(record, finding) if finding else 1)
    return Place(view.listing) if view.listing else None
