"""The command line: arguments in, one result on stdout, messages on stderr, an exit code that says how it went."""

from __future__ import annotations

import os
import sys
import traceback

import click

from licensecheck import __version__
from licensecheck.cli.check import check
from licensecheck.cli.reference import explain, rules, schema
from licensecheck.cli.work import work
from licensecheck.errors import RepubcheckError
from licensecheck.formats.terminal import printable
from licensecheck.gate import Exit

_EPILOG = (
    'Shell completion: eval "$(_REPUBCHECK_COMPLETE=bash_source repubcheck)" (or zsh_source, fish_source). '
    "Exit codes: 0 nothing at or above the gate, 1 findings, 2 wrong usage or input, 3 could not decide, 4 a bug, "
    "130 interrupted."
)


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="repubcheck", message="%(prog)s %(version)s")
def commands() -> None:
    """Check whether republished copies of Creative Commons articles keep their licence."""


for _command in (check, explain, rules, schema, work):
    commands.add_command(_command)


def run(arguments: list[str]) -> int:
    """Run the command line and give the exit code; nothing escapes, so that 1 never means a crash."""
    try:
        result = commands.main(arguments, prog_name="repubcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except RepubcheckError as error:
        _complain(str(error))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the result has read enough; without this, Python complains once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.CLEAN
    except Exception as error:  # noqa: BLE001 (the last handler there is)
        return _bug(error)
    return int(result or 0)


def _complain(message: str) -> None:
    click.echo(
        "\n".join(f"{'' if n else 'Error: '}{printable(line)}" for n, line in enumerate(message.split("\n"))), err=True
    )


def _bug(error: Exception) -> int:
    if os.environ.get("REPUBCHECK_DEBUG"):
        traceback.print_exception(error)
    _complain(f"this is a bug in repubcheck: {type(error).__name__}: {error}\nREPUBCHECK_DEBUG=1 shows where.")
    return Exit.BUG
