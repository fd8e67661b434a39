"""The command line: arguments in, one result on stdout, messages on stderr, an exit code that says how it went.

Only what `--version` needs is loaded from here on; a command loads the rest when it is called.
"""

from __future__ import annotations

from licensecheck import __version__
from licensecheck.cli.sinks import say


def run(arguments: list[str]) -> int:
    """Run the command line and give the exit code; nothing escapes, so that 1 never means a crash."""
    try:
        if arguments == ["--version"]:
            say(f"repubcheck {__version__}\n")
            return 0
        from licensecheck.cli.commands import invoke  # noqa: PLC0415 (loads click)

        return invoke(arguments)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (the last handler there is)
        from licensecheck.cli.endings import end  # noqa: PLC0415 (as above)

        return end(error)
