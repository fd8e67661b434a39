"""The policies that come with the program: the one place that reads them, and the choice of one for a work."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from licensecheck.bundled import bundled
from licensecheck.documents import read_toml
from licensecheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Work
    from licensecheck.policy import Policy, Selectors

_SUFFIX = ".toml"
_PUBLIC = "public"


def profile_names() -> tuple[str, ...]:
    """The names of the policies that come with the program, sorted."""
    return tuple(sorted(_texts()))


@cache
def profile(name: str) -> Policy:
    """The policy of that name; `UsageError` if none comes with the program."""
    if name not in _texts():
        import difflib  # noqa: PLC0415 (only names that are not known need it)

        near = difflib.get_close_matches(name, _texts(), n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`repubcheck policies` lists them."
        raise UsageError(f"there is no policy {name!r}; {hint}")
    from licensecheck.policy_file import trusted_policy  # noqa: PLC0415 (few works have a policy of their own)

    return trusted_policy(read_toml(_texts()[name], f"{name}{_SUFFIX}"))


def profile_for(work: Work) -> Policy | None:
    """The policy to judge a work's copies by: the one that it names, else the public one that covers it.

    Raises `UsageError` for a name that is not known.
    """
    if work.policy:
        return profile(work.policy)
    hosts = {host for source in work.sources or () if (host := urlsplit(source).hostname)}
    # To parse them all takes far longer than a check: only those that name a domain of the work are looked at.
    domains = {domain for host in hosts for domain in _domains(host)}
    named = (name for name, text in _texts().items() if any(f'"{domain}"' in text for domain in domains))
    found = (profile(name) for name in named)
    return next((policy for policy in found if policy.tier == _PUBLIC and covers(policy.select, work)), None)


def covers(select: Selectors, work: Work) -> bool:
    """Whether a work is one that the selectors mean; what they ask and the work does not say, they do not find."""
    credits_ = (*(work.authors or ()), *(work.parties or ()))
    day = (work.published or "")[:10]
    return (
        any(_leads_there(select, source) for source in work.sources or ())
        and (not select.since or day >= select.since)
        and (not select.until or "" < day <= select.until)
        and (not select.bylines or _names_any(credits_, select.bylines))
        and not _names_any(credits_, select.carve_outs)
        and not select.tags
    )


def _leads_there(select: Selectors, source: str) -> bool:
    address = urlsplit(source)
    on_domain = not set(_domains(address.hostname or "")).isdisjoint(select.domains)
    return on_domain and (not select.sections or address.path.startswith(select.sections))


def _domains(host: str) -> Iterator[str]:
    """The host and the domains above it: a.b.org, b.org, org."""
    while host:
        yield host
        host = host.partition(".")[2]


def _names_any(credits_: tuple[str, ...], names: tuple[str, ...]) -> bool:
    from licensecheck.names import is_named, organisation  # noqa: PLC0415 (few policies ask)

    return any(is_named(organisation(name), credit) for name in names for credit in credits_)


@cache
def _texts() -> dict[str, str]:
    """Every policy file by its name, unread."""
    files = (entry for entry in bundled("policies").iterdir() if entry.name.endswith(_SUFFIX))
    texts = {entry.name.removesuffix(_SUFFIX): entry.read_text(encoding="utf-8") for entry in files}
    return dict(sorted(texts.items()))
