"""What becomes of records: written in the formats asked for, shown, and turned into an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TypedDict, TypeVar

import click

from licensecheck.cli.files import STANDARD_INPUT, append_file, write_file
from licensecheck.cli.lines import line_of
from licensecheck.cli.sinks import say
from licensecheck.errors import UsageError
from licensecheck.formats import FORMATS, View, render
from licensecheck.gate import Exit, Gate, exit_code
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from licensecheck.record import Record

    _Function = TypeVar("_Function", bound=Callable[..., object])

_SUMMARY = "GITHUB_STEP_SUMMARY"


class Wishes(TypedDict):
    """What the options say that every command with records takes."""

    form: str
    outputs: tuple[str, ...]
    gate: str
    show: str
    color: str


_OPTIONS = (
    click.option(
        "--format", "form", type=click.Choice(list(FORMATS)), default="human", show_default=True, help="On stdout."
    ),
    click.option("--output", "outputs", metavar="FORMAT=PATH", multiple=True, help="Write a format to a file as well."),
    click.option(
        "--fail-on",
        "gate",
        type=click.Choice([gate.value for gate in Gate]),
        default=Gate.VIOLATION.value,
        show_default=True,
        help="The mildest finding that ends in exit code 1.",
    ),
    click.option(
        "--show",
        type=click.Choice([severity.value for severity in Severity]),
        default=Severity.REVIEW.value,
        show_default=True,
        help="The mildest finding that is shown; json, jsonl, csv and junit tell of all.",
    ),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colours on stdout; NO_COLOR turns `auto` off.",
    ),
)


def record_options(command: _Function) -> _Function:
    """Give a command the options of `Wishes`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Delivery(NamedTuple):
    """Where records go: a format for stdout, formats and paths for files; the gate is the view's."""

    form: str
    targets: tuple[tuple[str, str], ...]
    view: View
    colour: bool

    def deliver(self, records: Sequence[Record]) -> Exit:
        """Write and show the records; `InputError` where a file cannot be written."""
        for form, path in self.targets:
            write_file(path, render(form, records, self.view))
        if self.form == "github" and (file := os.environ.get(_SUMMARY)):
            from licensecheck.formats.github import summary  # noqa: PLC0415 (only in GitHub Actions)

            append_file(file, summary(records, self.view))
        say(render(self.form, records, self.view._replace(colour=self.colour)))
        return exit_code(records, self.view.gate)


def planned(wishes: Wishes, listing: str) -> Delivery:
    """The delivery that the options ask for; `listing` is the file to point to for pages that are no files.

    Raises `UsageError` for an output that is none.
    """
    targets = tuple(map(_target, wishes["outputs"]))
    view = View(Severity(wishes["show"]), gate=Gate(wishes["gate"]), line_of=line_of, listing=_file(listing))
    return Delivery(wishes["form"], targets, view, _takes_color(wishes["color"]))


def _file(name: str) -> str | None:
    return None if name == STANDARD_INPUT else name


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
