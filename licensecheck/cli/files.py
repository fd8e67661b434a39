"""Files and standard input, read with one clear message for whatever is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from licensecheck.errors import InputError

STANDARD_INPUT = "-"


def is_address(name: str) -> bool:
    """Whether this names something on the web."""
    return name.lower().startswith(("http://", "https://"))


def read_file(name: str, most: int) -> bytes:
    """The bytes of a file or of standard input (`-`), at most `most` of them and one more.

    Raises `InputError` for what cannot be read, addresses included.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(most + 1) if sys.stdin else b""
    if is_address(name):
        raise _unusable("this is an address, and only copies are fetched", name, "Save it and give the file.")
    path = Path(name)
    if path.is_dir():
        raise _unusable("this is a directory", name, "Give a file.")
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unusable(f"cannot be read ({_reason(error)})", name) from error


def write_file(name: str, text: str) -> None:
    """Write a result in UTF-8; `InputError` where that is impossible."""
    write_bytes(name, text.encode())


def write_bytes(name: str, data: bytes) -> None:
    """Write a result as it is; `InputError` where that is impossible."""
    try:
        Path(name).write_bytes(data)
    except (OSError, ValueError) as error:
        raise _unusable(f"cannot be written ({_reason(error)})", name) from error


def append_file(name: str, text: str) -> None:
    """Write behind what a file holds; `InputError` where that is impossible."""
    try:
        with Path(name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        raise _unusable(f"cannot be written ({_reason(error)})", name) from error


def _unusable(problem: str, name: str, advice: str | None = None) -> InputError:
    return InputError(problem, file=name, advice=advice)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else str(error)
