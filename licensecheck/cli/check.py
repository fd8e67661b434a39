"""`check`: judge copies of a work."""

from __future__ import annotations

import os
import sys
from typing import TypedDict, Unpack

import click

from licensecheck.cli.files import write_file
from licensecheck.cli.sinks import say
from licensecheck.errors import UsageError
from licensecheck.formats import FORMATS, View, render
from licensecheck.gate import Gate, exit_code
from licensecheck.terms import Severity


class _Options(TypedDict):
    """What the options of `check` say."""

    form: str
    outputs: tuple[str, ...]
    gate: str
    show: str
    base_url: str | None
    policy: str
    timeout: float
    color: str


@click.command()
@click.argument("work")
@click.argument("copies", metavar="COPY...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="human", show_default=True, help="On stdout."
)
@click.option("--output", "outputs", metavar="FORMAT=PATH", multiple=True, help="Write a format to a file as well.")
@click.option(
    "--fail-on",
    "gate",
    type=click.Choice([gate.value for gate in Gate]),
    default=Gate.VIOLATION.value,
    show_default=True,
    help="The mildest finding that ends in exit code 1.",
)
@click.option(
    "--show",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.REVIEW.value,
    show_default=True,
    help="The mildest finding that `human` prints.",
)
@click.option("--base-url", metavar="URL", help="The address of the copy, for its relative links.")
@click.option(
    "--policy",
    metavar="auto|none|FILE|NAME",
    default="auto",
    show_default=True,
    help="The publisher's own terms; `auto` goes by the work, `repubcheck policies` lists those that come along.",
)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=8.0, show_default=True, help="Seconds per copy.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Colours on stdout; NO_COLOR turns `auto` off.")  # fmt: skip
def check(work: str, copies: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """Judge copies of a work.

    WORK is a manifest (JSON or TOML) or the plain text of the original; COPY an HTML file, or - for standard input.
    """
    from licensecheck.cli.judging import Request, judged  # noqa: PLC0415 (loads the parser and all rules)

    targets = [_target(output) for output in options["outputs"]]
    request = Request(work, copies, options["base_url"], options["policy"])
    records = list(judged(request, options["timeout"]))
    show = Severity(options["show"])
    for form, path in targets:
        write_file(path, render(form, records, View(show)))
    say(render(options["form"], records, View(show, _takes_color(options["color"]))))
    return exit_code(records, Gate(options["gate"]))


def _target(output: str) -> tuple[str, str]:
    form, equals, path = output.partition("=")
    if form not in FORMATS or not equals or not path:
        raise UsageError(f"--output takes FORMAT=PATH with a format of {', '.join(FORMATS)}, not {output!r}")
    return form, path


def _takes_color(choice: str) -> bool:
    """Whether to colour standard output (https://no-color.org)."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
