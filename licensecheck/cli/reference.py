"""`rules`, `policies`, `explain` and `schema`: what the program itself says of what it judges and writes."""

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
def policies() -> None:
    """List the publishers' policies that come along."""
    from licensecheck.policy_docs import license_of  # noqa: PLC0415 (slow to load)
    from licensecheck.profiles import profile, profile_names  # noqa: PLC0415 (as above)

    for policy in map(profile, profile_names()):
        say(f"{policy.name:24} {policy.tier:8} {policy.publisher} ({license_of(policy)})\n")


@click.command()
@click.argument("wanted", metavar="RULE|LICENCE|POLICY")
def explain(wanted: str) -> None:
    """Explain a rule, a licence or a publisher's policy.

    RULE is a rule's id or name: says why the rule is there, on which clause it rests, where it errs and how to repair
    what it finds. LICENCE is a licence's address, name or SPDX identifier: says what it asks, in which sections, and
    what that makes of a finding. POLICY is the name of a policy: says what its publisher allows and asks for, and where
    that stands.
    """
    lines = _page(wanted).split("\n")
    say("\n".join(textwrap.fill(line, WIDTH, break_on_hyphens=False) for line in lines))


def _page(wanted: str) -> str:
    from licensecheck.docs import rule_page  # noqa: PLC0415 (slow to load)
    from licensecheck.license_names import license_named  # noqa: PLC0415 (as above)
    from licensecheck.license_page import license_page  # noqa: PLC0415 (as above)
    from licensecheck.policy_docs import policy_page  # noqa: PLC0415 (as above)
    from licensecheck.profiles import profile, profile_names  # noqa: PLC0415 (as above)
    from licensecheck.rules import RULES  # noqa: PLC0415 (as above)

    known = {name: rule for rule in RULES for name in (rule.id.lower(), rule.name)}
    if rule := known.get(wanted.lower()):
        return rule_page(rule)
    if license_ := license_named(wanted):
        return license_page(license_)
    if wanted.lower() in profile_names():
        return policy_page(profile(wanted.lower()))
    lists = "`repubcheck rules` and `repubcheck policies` list them"
    raise UsageError(f"there is no rule, licence or policy {wanted!r}; {lists}.")


@click.command()
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print a JSON Schema, or the names of all."""
    from licensecheck.schemas import schema_names, schema_text  # noqa: PLC0415 (slow to load)

    say(schema_text(name) if name else "".join(f"{each}\n" for each in schema_names()))
