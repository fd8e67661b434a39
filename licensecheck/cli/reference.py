"""`rules`, `explain` and `schema`: what the program itself says of what it judges and writes."""

from __future__ import annotations

import textwrap

import click

from licensecheck.cli.sinks import say
from licensecheck.errors import UsageError
from licensecheck.formats.terminal import WIDTH, wrapped


@click.command()
def rules() -> None:
    """List the rules, with what each finds."""
    from licensecheck.rules import RULES  # noqa: PLC0415 (slow to load)

    margin = " " * 9
    for rule in sorted(RULES, key=lambda rule: rule.id):
        say(f"{rule.id:8} {rule.severity:9}  {rule.name}\n{wrapped(rule.doc.summary, margin=margin)}\n")


@click.command()
@click.argument("wanted", metavar="RULE")
def explain(wanted: str) -> None:
    """Explain a rule. RULE is its id or its name.

    Says why the rule is there, on which clause it rests, where it errs and how to repair what it finds.
    """
    from licensecheck.docs import rule_page  # noqa: PLC0415 (slow to load)
    from licensecheck.rules import RULES  # noqa: PLC0415 (slow to load)

    known = {name: rule for rule in RULES for name in (rule.id.lower(), rule.name)}
    if wanted.lower() not in known:
        raise UsageError(f"there is no rule {wanted!r}. `repubcheck rules` lists them.")
    lines = rule_page(known[wanted.lower()]).split("\n")
    say("\n".join(textwrap.fill(line, WIDTH, break_on_hyphens=False) for line in lines))


@click.command()
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print a JSON Schema, or the names of all."""
    from licensecheck.schemas import schema_names, schema_text  # noqa: PLC0415 (slow to load)

    say(schema_text(name) if name else "".join(f"{each}\n" for each in schema_names()))
