"""`work`: make and show the manifest of an original article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from licensecheck.cli.files import read_file, write_file
from licensecheck.cli.sinks import say
from licensecheck.documents import MAX_BYTES
from licensecheck.formats.terminal import printable

if TYPE_CHECKING:
    from licensecheck.show import Fact


class _Said(TypedDict):
    """What the options of `work new` say of the work."""

    authors: tuple[str, ...]
    publishers: tuple[str, ...]
    source_urls: tuple[str, ...]
    license_: str | None
    published: str | None


# Characters of a recognised text that are shown.
_SHOWN = 100


@click.group()
def work() -> None:
    """Make and show works: originals, with what their publishers ask for."""


@work.command()
@click.argument("text")
@click.option("-o", "--output", metavar="FILE", help="Where to write the manifest; standard output if not given.")
@click.option("--author", "authors", metavar="NAME", multiple=True, help="An author; repeat for each.")
@click.option("--publisher", "publishers", metavar="NAME", multiple=True, help="The party to be credited.")
@click.option("--source-url", "source_urls", metavar="URL", multiple=True, help="The address of the original.")
@click.option("--license", "license_", metavar="URI", help="The licence, as a Creative Commons address.")
@click.option("--date", "published", metavar="ISO", help="The day of publication, as in 2024-05-14.")
def new(text: str, output: str | None, **supplied: Unpack[_Said]) -> None:
    """Make a manifest from the plain text of an article.

    Says on stderr what was recognised in it and what is not known.
    """
    from licensecheck.manifest import work_to_manifest  # noqa: PLC0415 (slow to load)
    from licensecheck.show import describe_reading  # noqa: PLC0415 (slow to load)
    from licensecheck.work import Supplied, new_work  # noqa: PLC0415 (slow to load)

    said = Supplied(
        authors=supplied["authors"],
        attribution_parties=supplied["publishers"],
        source_urls=supplied["source_urls"],
        published=supplied["published"],
        license=supplied["license_"],
    )
    made = new_work(read_file(text, MAX_BYTES), text, said)
    manifest = json.dumps(work_to_manifest(made), indent=2, ensure_ascii=False) + "\n"
    if output:
        write_file(output, manifest)
    else:
        say(manifest)
    reading = describe_reading(made)
    for fact in reading.recognised:
        click.echo(f"recognised  {_told(fact)}", err=True)
    for fact in reading.unknown:
        click.echo(f"not known   {fact.label}{f' (give {fact.remedy})' if fact.remedy else ''}", err=True)


@work.command()
@click.argument("file", metavar="WORK")
def show(file: str) -> None:
    """Print a work for people."""
    from licensecheck.show import show_work  # noqa: PLC0415 (slow to load)
    from licensecheck.work import load_work  # noqa: PLC0415 (slow to load)

    shown = show_work(load_work(read_file(file, MAX_BYTES), file))
    say("\n".join(map(printable, shown.split("\n"))))


def _told(fact: Fact) -> str:
    values = ", ".join(fact.values or ())
    return printable(f"{fact.label}: {values if len(values) <= _SHOWN else values[:_SHOWN] + '…'}")
