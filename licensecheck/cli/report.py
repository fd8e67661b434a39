"""`report`: earlier results in another format, without judging anything again."""

from __future__ import annotations

from typing import Unpack

import click

from licensecheck.cli.delivery import Wishes, planned, record_options
from licensecheck.cli.files import read_file
from licensecheck.documents import MAX_BYTES, decode_utf8


@click.command()
@click.argument("results")
@record_options
def report(results: str, **wishes: Unpack[Wishes]) -> int:
    """Give earlier results in another format.

    RESULTS is what `check` wrote with --format json or jsonl, or - for standard input. Nothing is judged again, and
    the exit code is what `check` would give with the same --fail-on.
    """
    from licensecheck.stored import read_records  # noqa: PLC0415 (slow to load)

    delivery = planned(wishes, results)
    text = decode_utf8(read_file(results, MAX_BYTES), results)
    return delivery.deliver(list(read_records(text, results)))
