"""The commands by name, and what they have in common."""

from __future__ import annotations

import click

from licensecheck import __version__
from licensecheck.cli.check import check
from licensecheck.cli.fix import fix
from licensecheck.cli.letter import letter
from licensecheck.cli.reference import explain, policies, rules, schema
from licensecheck.cli.report import report
from licensecheck.cli.work import work
from licensecheck.gate import Exit

_EPILOG = """\
\b
Exit codes:
  0    nothing found at or above the gate (--fail-on)
  1    findings
  2    the command line or a file given cannot be used
  3    could not decide: a page is not a copy, or was not read whole
  4    a bug in this program, or the system failed it
  130  interrupted

\b
Shell completion, in ~/.bashrc (likewise zsh_source, fish_source):
  eval "$(_REPUBCHECK_COMPLETE=bash_source repubcheck)"
"""


@click.group(no_args_is_help=False, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="repubcheck %(version)s")
def commands() -> None:
    """Check whether republished copies of Creative Commons articles keep their licence."""


for _command in (check, explain, fix, letter, policies, report, rules, schema, work):
    commands.add_command(_command)


def invoke(arguments: list[str]) -> int:
    """Run the command that the arguments name and give its exit code; its errors are the caller's."""
    try:
        return int(commands.main(arguments, prog_name="repubcheck", standalone_mode=False) or Exit.CLEAN)
    except SystemExit:  # so click ends shell completion, and a help text that nobody reads to its end
        return Exit.CLEAN
