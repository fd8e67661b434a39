"""Files and standard input, read with one clear message for whatever is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from licensecheck.errors import InputError

STANDARD_INPUT = "-"


def read_file(name: str, most: int) -> bytes:
    """The bytes of a file or of standard input (`-`), at most `most` of them and one more.

    Raises `InputError` for what cannot be read, addresses included: this version opens no network connection.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(most + 1)
    if name.lower().startswith(("http://", "https://")):
        advice = "Save the page and give the file, or `-` for standard input."
        raise InputError("addresses cannot be fetched yet", file=name, advice=advice)
    path = Path(name)
    if path.is_dir():
        raise InputError("this is a directory", file=name, advice="Give a file.")
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unusable("cannot be read", name, error) from error


def write_file(name: str, text: str) -> None:
    """Write a result; `InputError` where that is impossible."""
    try:
        Path(name).write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        raise _unusable("cannot be written", name, error) from error


def _unusable(what: str, name: str, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return InputError(f"{what} ({reason})", file=name)
