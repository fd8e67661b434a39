"""`rules`, `explain` and `schema`: what the program itself says of what it judges and writes."""

from __future__ import annotations

import click

from licensecheck.errors import UsageError


@click.command()
def rules() -> None:
    """List the rules: id, severity, name and what each finds."""
    from licensecheck.rules import RULES  # noqa: PLC0415 (slow to load)

    for rule in sorted(RULES, key=lambda rule: rule.id):
        click.echo(f"{rule.id:8} {rule.severity:9} {rule.name}\n{'':8} {rule.doc.summary}")


@click.command()
@click.argument("rule_id", metavar="RULE")
def explain(rule_id: str) -> None:
    """Explain a rule: why it is asked, on which clause it rests, where it errs, how to repair what it finds."""
    from licensecheck.docs import rule_page  # noqa: PLC0415 (slow to load)
    from licensecheck.rules import RULES  # noqa: PLC0415 (slow to load)

    known = {rule.id: rule for rule in RULES}
    if rule_id.upper() not in known:
        message = f"there is no rule {rule_id!r}. `repubcheck rules` lists them."
        raise UsageError(message)
    click.echo(rule_page(known[rule_id.upper()]), nl=False)


@click.command()
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print a JSON Schema, or the names of all."""
    from licensecheck.schemas import schema_names, schema_text  # noqa: PLC0415 (slow to load)

    click.echo(schema_text(name) if name else "\n".join(schema_names()), nl=name is None)
