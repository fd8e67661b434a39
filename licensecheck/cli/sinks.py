"""What the program says: results on stdout, messages on stderr, no matter who listens."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


def say(text: str) -> None:
    """Write a result to stdout; quiet if nobody reads it, `OSError` if it cannot be written."""
    if sys.stdout is None:  # it was closed before we started
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        discard()
        if not isinstance(error, BrokenPipeError):
            raise


def discard() -> None:
    """Let go of what stdout still holds: it would fail once more, and louder, when Python ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str, *details: str) -> None:
    """Write an error to stderr, its details below it, each made fit for a terminal and on a line of its own."""
    _tell("Error", message, *details)


def remark(message: str) -> None:
    """Write what is good to know, and is no error, to stderr."""
    _tell("Note", message)


def _tell(kind: str, message: str, *details: str) -> None:
    from licensecheck.formats.terminal import printable  # noqa: PLC0415 (not needed where all goes well)

    if sys.stderr is not None:
        lines = (f"{kind}: {printable(message)}", *(f"  {printable(detail)}" for detail in details))
        print(*lines, sep="\n", file=sys.stderr)  # noqa: T201 (the one place that does)
