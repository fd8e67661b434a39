"""`check`: judge copies of a work."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from licensecheck import __version__
from licensecheck.cli.files import STANDARD_INPUT, read_file, write_file
from licensecheck.errors import InputError, UsageError
from licensecheck.gate import Gate, exit_code
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.record import Envelope, Record

_FORMATS = ("human", "json")


class _Options(TypedDict):
    """What the options of `check` say."""

    form: str
    outputs: tuple[str, ...]
    gate: str
    show: str
    base_url: str | None
    timeout: float
    color: str


@click.command(no_args_is_help=True)
@click.argument("work")
@click.argument("copies", metavar="COPY...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="human", show_default=True, help="On stdout.")
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
@click.option("--base-url", metavar="URL", help="The address that the copy was saved from.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=10.0, show_default=True, help="Seconds per copy.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Colours on stdout; NO_COLOR turns `auto` off.")  # fmt: skip
def check(work: str, copies: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """Judge copies of WORK, which is a manifest (JSON, TOML) or a plain text; a COPY is an HTML file or - for stdin."""
    from licensecheck.formats import FORMATS, View  # noqa: PLC0415 (slow to load)

    targets = [_target(output) for output in options["outputs"]]
    records = list(_judged(work, copies, options["timeout"], options["base_url"]))
    show = Severity(options["show"])
    for form, path in targets:
        write_file(path, FORMATS[form](records, View(show)))
    click.echo(FORMATS[options["form"]](records, View(show, _takes_color(options["color"]))), nl=False, color=True)
    return exit_code(records, Gate(options["gate"]))


def _judged(work: str, copies: Sequence[str], seconds: float, url: str | None) -> Iterator[Record]:
    """The record of each copy, in order; input that cannot be used is reported before anything is judged."""
    from licensecheck.documents import MAX_BYTES  # noqa: PLC0415 (slow to load)
    from licensecheck.engine import MOST_BYTES, Task, judge_all  # noqa: PLC0415 (slow to load)
    from licensecheck.record import sealed  # noqa: PLC0415 (slow to load)
    from licensecheck.work import load_work  # noqa: PLC0415 (slow to load)

    original = load_work(read_file(work, MAX_BYTES), work)
    tasks = [Task(data, url) for data in _read_all(copies, MOST_BYTES)]
    for name, task, (judgement, bug) in zip(copies, tasks, judge_all(original, tasks, seconds), strict=True):
        yield sealed(judgement, _envelope(name, task.data, MOST_BYTES, bug))


def _read_all(copies: Iterable[str], most: int) -> list[bytes]:
    """The bytes of every copy, or one error that names all that cannot be read."""
    read: list[bytes] = []
    problems = []
    for name in copies:
        try:
            read.append(read_file(name, most))
        except InputError as error:
            problems.append(str(error))
    if problems:
        every = "\n".join(problems)
        raise InputError(every)
    return read


def _envelope(name: str, data: bytes, most: int, bug: str | None) -> Envelope:
    from licensecheck.rules import RULESET  # noqa: PLC0415 (slow to load)

    whole = len(data) <= most
    return {
        "tool": f"repubcheck {__version__}",
        "ruleset": RULESET,
        "checked_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "fetched": {
            "url": None,
            "path": None if name == STANDARD_INPUT else name,
            "bytes": len(data) if whole else None,
            "sha256": sha256(data).hexdigest() if whole else None,
        },
        "bug": bug,
    }


def _target(output: str) -> tuple[str, str]:
    form, equals, path = output.partition("=")
    if form not in _FORMATS or not equals or not path:
        message = f"--output takes FORMAT=PATH with a format of {', '.join(_FORMATS)}, not {output!r}"
        raise UsageError(message)
    return form, path


def _takes_color(choice: str) -> bool:
    """Whether to colour standard output (https://no-color.org)."""
    return choice == "always" or (choice == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
