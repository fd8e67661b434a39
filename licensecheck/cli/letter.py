"""`letter`: a courteous letter that asks for a copy to be put right."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from licensecheck.cli.files import STANDARD_INPUT, read_file
from licensecheck.cli.sinks import complain, remark, say
from licensecheck.documents import MAX_BYTES, decode_utf8
from licensecheck.errors import UsageError
from licensecheck.gate import Gate, exit_code
from licensecheck.letter_words import languages
from licensecheck.terms import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.model import Work
    from licensecheck.record import Record

_FORMATS = ("markdown", "text")
_BETWEEN = "\n---\n\n"
_UNDECIDED = frozenset({Verdict.INCONCLUSIVE, Verdict.NOT_A_COPY})


class _Options(TypedDict):
    """What the options of `letter` say."""

    results: str | None
    grade: str
    language: str | None
    form: str
    day: datetime | None
    base_url: str | None
    policy: str
    timeout: float


@click.command()
@click.argument("work")
@click.argument("copy", required=False)
@click.option("--from", "results", metavar="RESULTS", help="Go by what `check` wrote as JSON; then without COPY.")
@click.option("--grade", type=click.Choice(["request", "reminder", "formal"]), default="request", show_default=True,
              help="How firmly to ask.")  # fmt: skip
@click.option("--language", type=click.Choice(languages()), help="By default that of the work, else English.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="markdown", show_default=True, help="On stdout.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the letter; today if not given.")
@click.option("--base-url", metavar="URL", help="The address of the copy, where that is a file.")
@click.option("--policy", metavar="auto|none|FILE|NAME", default="auto", show_default=True,
              help="The publisher's own terms, as for `check`.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0.1), default=8.0, show_default=True,
              help="Seconds for judging the copy.")  # fmt: skip
def letter(work: str, copy: str | None, **options: Unpack[_Options]) -> int:
    """Write a letter that asks for a copy to be put right.

    WORK is a manifest or the plain text of the original, COPY an HTML file, the address of a page, or - for standard
    input. The letter says no more than the findings do. Where there is nothing to say, it says so and ends with 0;
    where the page could not be judged, there is no letter either, and it ends with 3. Read a letter before you send it.
    """
    from licensecheck.letter import Grade  # noqa: PLC0415 (slow to load)
    from licensecheck.letter import letter as written  # noqa: PLC0415 (as above)
    from licensecheck.letter_forms import as_markdown, as_text  # noqa: PLC0415 (as above)
    from licensecheck.work import load_work  # noqa: PLC0415 (as above)

    records = _records(work, copy, options)
    original = load_work(read_file(work, MAX_BYTES), work)
    day = (options["day"] or datetime.now(UTC)).date()
    decided = list(_decided(records, original))
    letters = [written(record, original, Grade(options["grade"]), day, options["language"]) for record in decided]
    for record, made in zip(decided, letters, strict=True):
        if made is None:
            remark(f"{_place(record)}: nothing to write about")
    form = as_markdown if options["form"] == "markdown" else as_text
    say(_BETWEEN.join(form(made) for made in letters if made))
    return exit_code(records, Gate.NEVER)


def _records(work: str, copy: str | None, options: _Options) -> list[Record]:
    """What the letters are about: earlier results, or the copy judged now."""
    results = options["results"]
    if (copy is None) == (results is None):
        raise UsageError("`letter` takes COPY or --from RESULTS, one of them")
    if work == STANDARD_INPUT:
        raise UsageError("WORK is a file here; standard input (`-`) may be the copy")
    if results is not None:
        from licensecheck.stored import read_records  # noqa: PLC0415 (slow to load)

        return list(read_records(decode_utf8(read_file(results, MAX_BYTES), results), results))
    from licensecheck.cli.judging import Request, judged  # noqa: PLC0415 (loads the parser and all rules)

    request = Request(work, (copy or "",), options["base_url"], options["policy"])
    return list(judged(request, options["timeout"]))


def _decided(records: Iterable[Record], work: Work) -> Iterable[Record]:
    """The records that a letter can rest on; of the others it is said why not."""
    for record in records:
        if record["work"]["title"] != work.title:
            raise UsageError(f"the results are about another work, {record['work']['title']!r}")
        if record["verdict"] in _UNDECIDED or record["envelope"]["bug"]:
            complain(f"{_place(record)}: no letter, as the page is {record['verdict']}: see `repubcheck check`")
        else:
            yield record


def _place(record: Record) -> str:
    """The copy, as it was named."""
    fetched = record["envelope"]["fetched"]
    return (fetched and (fetched["path"] or fetched["url"])) or record["page"]["url"] or "standard input"
