"""`check`: judge copies of a work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from licensecheck.cli.delivery import Wishes, planned, record_options
from licensecheck.cli.files import is_address
from licensecheck.cli.sinks import remark

if TYPE_CHECKING:
    from licensecheck.visits import Limits


class _Options(Wishes):
    """What the options of `check` say."""

    base_url: str | None
    policy: str
    timeout: float
    timeout_fetch: float
    private: tuple[str, ...]
    ports: tuple[str, ...]
    proxy: str | None
    contact: str | None


@click.command()
@click.argument("work")
@click.argument("copies", metavar="COPY...", nargs=-1, required=True)
@record_options
@click.option("--base-url", metavar="URL", help="The address of the copy, for its relative links.")
@click.option(
    "--policy",
    metavar="auto|none|FILE|NAME",
    default="auto",
    show_default=True,
    help="The publisher's own terms; `auto` goes by the work, `repubcheck policies` lists those that come along.",
)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=8.0, show_default=True,
              help="Seconds for judging a copy.")  # fmt: skip
@click.option("--timeout-fetch", type=click.FloatRange(min=0.1), default=30.0, show_default=True,
              help="Seconds for fetching a copy, redirects included.")  # fmt: skip
@click.option(
    "--allow-private",
    "private",
    metavar="HOST[:PORT]",
    multiple=True,
    help="A host that may lie in a private network, such as a staging server; repeat for each.",
)
@click.option("--allow-port", "ports", type=click.Choice(["8080", "8443"]), multiple=True,
              help="A port that may be visited beside 80 and 443.")  # fmt: skip
@click.option(
    "--proxy",
    metavar="URL",
    help="Fetch through this HTTP proxy. It looks names up, so whether they lead into a private network is its care.",
)
@click.option("--contact", metavar="ADDRESS", help="Where a site can reach you; sent along with each request.")
def check(work: str, copies: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """Judge copies of a work.

    WORK is a manifest (JSON or TOML) or the plain text of the original; COPY an HTML file, the address of a page, or -
    for standard input.
    """
    from licensecheck.cli.judging import Request, judged  # noqa: PLC0415 (loads the parser and all rules)

    delivery = planned(options, work)
    limits = _limits(options) if any(map(is_address, copies)) else None
    request = Request(work, copies, options["base_url"], options["policy"], limits)
    return delivery.deliver(list(judged(request, options["timeout"])))


def _limits(options: _Options) -> Limits:
    """What fetching may take and where it may go."""
    from licensecheck.visits import LIMITS, private_host  # noqa: PLC0415 (for those who name an address)

    if options["proxy"]:
        remark("The proxy looks names up: this program does not keep it out of private networks.")
    return LIMITS._replace(
        seconds=options["timeout_fetch"],
        ports=LIMITS.ports | set(map(int, options["ports"])),
        private=frozenset(map(private_host, options["private"])),
        proxy=options["proxy"],
        contact=options["contact"],
    )
