"""`fix`: the credit that goes with a work, and a page put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from licensecheck.cli.endings import report_bug
from licensecheck.cli.files import read_file, write_bytes
from licensecheck.cli.sinks import complain, remark, say
from licensecheck.documents import MAX_BYTES
from licensecheck.errors import UsageError
from licensecheck.formats.terminal import printable
from licensecheck.gate import Exit
from licensecheck.terms import Severity, Verdict

if TYPE_CHECKING:
    from licensecheck.model import Work
    from licensecheck.policy import Policy

_FORMATS = ("html", "text", "markdown")
_UNDECIDED = frozenset({Verdict.INCONCLUSIVE, Verdict.NOT_A_COPY})


class _Options(TypedDict):
    """What the options of `fix` say."""

    page: str | None
    output: str | None
    form: str
    base_url: str | None
    policy: str
    timeout: float


@click.command()
@click.argument("work")
@click.option("--page", metavar="COPY", help="The page to put right: an HTML file, an address, or -.")
@click.option("-o", "--output", metavar="FILE", help="Where to write the page that was put right.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="html", show_default=True,
              help="Of the credit.")  # fmt: skip
@click.option("--base-url", metavar="URL", help="The address of the copy, for its relative links.")
@click.option("--policy", metavar="auto|none|FILE|NAME", default="auto", show_default=True,
              help="The publisher's own terms, as for `check`.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0.1), default=8.0, show_default=True,
              help="Seconds for judging the page.")  # fmt: skip
def fix(work: str, **options: Unpack[_Options]) -> int:
    """Print the credit of a work, ready to paste; with --page, put a page right.

    WORK is a manifest or the plain text of the original. The page keeps its charset, and every byte that need not
    change; what a machine cannot put right is listed on stderr. It ends with 1 if a violation is left, and with 3,
    without writing anything, if the page was not read whole or is not a copy.
    """
    from licensecheck.cli.choosing import chosen_policy  # noqa: PLC0415 (slow to load)
    from licensecheck.work import load_work  # noqa: PLC0415 (as above)

    page, output = options["page"], options["output"]
    if (page is None) != (output is None):
        raise UsageError("--page COPY and -o FILE go together")
    original = load_work(read_file(work, MAX_BYTES), work)
    policy = chosen_policy(options["policy"], original)
    if page is None or output is None:
        return _print_credit(original, policy, options["form"])
    return _put_right(original, policy, options, (page, output))


def _print_credit(work: Work, policy: Policy | None, form: str) -> int:
    from licensecheck.credit_block import (  # noqa: PLC0415 (slow to load)
        as_html,
        as_markdown,
        as_text,
        credit_block,
        open_sentences,
    )

    forms = {"html": as_html, "text": as_text, "markdown": as_markdown}
    lines = forms[form](credit_block(work, policy)).splitlines()
    say("".join(f"{printable(line)}\n" for line in lines))
    for sentence in open_sentences(work, policy):
        remark(f"to be completed: {sentence}")
    return Exit.CLEAN


def _put_right(work: Work, policy: Policy | None, options: _Options, names: tuple[str, str]) -> int:
    from licensecheck.cli.copies import obtain  # noqa: PLC0415 (slow to load)
    from licensecheck.engine import Task, judge_all  # noqa: PLC0415 (as above)
    from licensecheck.fix import Sent  # noqa: PLC0415 (as above)
    from licensecheck.fix import fix as fixed  # noqa: PLC0415 (as above)

    name, output = names
    (copy,) = obtain((name,), None)
    url = copy.url or options["base_url"]
    task = Task(copy.data, url, policy, copy.content_type, copy.unread)
    # Whatever the page may do to the parser, it does it first in a process of its own.
    ((judgement, bug),) = judge_all(work, (task,), options["timeout"])
    if bug:
        return report_bug(f"{bug}, while judging {name}")
    if judgement["verdict"] in _UNDECIDED:
        complain(f"{name}: not put right, as the page is {judgement['verdict']}: see `repubcheck check`")
        return Exit.UNDECIDED
    done = fixed(work, Sent(copy.data, url, copy.content_type), policy)
    write_bytes(output, done.data)
    for finding in done.left:
        remark(f"left to a person: {finding.rule} {finding.message}")
    return Exit.FINDINGS if any(finding.severity is Severity.VIOLATION for finding in done.left) else Exit.CLEAN
