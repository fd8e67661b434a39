"""Copies to records: obtained, judged, and put in their envelopes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from licensecheck import __version__
from licensecheck.cli.choosing import AUTO, chosen_policy
from licensecheck.cli.copies import Copy, obtain
from licensecheck.cli.endings import report_bug
from licensecheck.cli.files import STANDARD_INPUT, read_file
from licensecheck.documents import MAX_BYTES
from licensecheck.engine import Task, judge_all
from licensecheck.errors import UsageError
from licensecheck.record import sealed
from licensecheck.rules import RULESET
from licensecheck.work import load_work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.policy import Policy
    from licensecheck.record import Envelope, Fetched, Record
    from licensecheck.visits import Limits


class Request(NamedTuple):
    """What to judge: the work and its copies, by name.

    `url` is the address of copies that are files, `policy` is as `chosen_policy` takes it, `limits` are for copies that
    have to be fetched.
    """

    work: str
    copies: Sequence[str]
    url: str | None = None
    policy: str = AUTO
    limits: Limits | None = None


def judged(request: Request, seconds: float) -> Iterator[Record]:
    """The record of each copy, in order; input that cannot be used is reported before anything is judged."""
    work, copies = request.work, request.copies
    if [work, *copies].count(STANDARD_INPUT) > 1:
        raise UsageError("standard input (`-`) can be read only once")
    original = load_work(read_file(work, MAX_BYTES), work)
    policy = chosen_policy(request.policy, original)
    obtained = list(obtain(copies, request.limits))
    tasks = [_task(copy, request.url, policy) for copy in obtained]
    for name, copy, (judgement, bug) in zip(copies, obtained, judge_all(original, tasks, seconds), strict=True):
        if bug:
            report_bug(f"{bug}, while judging {name}")
        yield sealed(judgement, _envelope(copy.origin, bug))


def _task(copy: Copy, url: str | None, policy: Policy | None) -> Task:
    return Task(copy.data, copy.url or url, policy, copy.content_type, copy.unread)


def _envelope(origin: Fetched, bug: str | None) -> Envelope:
    return {
        "tool": f"repubcheck {__version__}",
        "ruleset": RULESET,
        "checked_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "fetched": origin,
        "bug": bug,
    }
