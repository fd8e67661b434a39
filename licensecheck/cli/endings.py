"""How a run ends that did not end well: what is said of it, and with which exit code."""

from __future__ import annotations

import os
import sys

import click

from licensecheck.cli.sinks import complain, discard
from licensecheck.errors import InputError, ManifestError, RepubcheckError
from licensecheck.gate import Exit


def end(error: BaseException) -> int:
    """Say in a few words what went wrong and what to do; the exit code."""
    match error:
        case KeyboardInterrupt() | click.Abort():
            return Exit.INTERRUPTED
        case click.ClickException():
            complain(error.format_message(), "`repubcheck --help` lists the commands; each takes --help as well.")
            return Exit.USAGE
        case RepubcheckError():
            complain(*_told(error))
            return error.exit_code
        case OSError():
            discard()
            complain(f"the system failed this program: {error}")
            return Exit.BUG
    return report_bug(f"{type(error).__name__}: {error}", error)


def _told(error: RepubcheckError) -> tuple[str, ...]:
    """What an error says, and each mistake of a manifest."""
    if isinstance(error, ManifestError):
        return InputError.__str__(error), *map(str, error.mistakes)
    return (str(error),)


def report_bug(what: str, error: BaseException | None = None) -> Exit:
    """Ask for a bug report; with `REPUBCHECK_DEBUG` set, show where it happened."""
    if error and os.environ.get("REPUBCHECK_DEBUG"):
        sys.excepthook(type(error), error, error.__traceback__)
    complain(f"this is a bug in repubcheck: {what}", "Please report it, with what REPUBCHECK_DEBUG=1 shows.")
    return Exit.BUG
