"""Copies from files and standard input to records: read, judged, and put in their envelopes."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from licensecheck import __version__
from licensecheck.cli.choosing import AUTO, chosen_policy
from licensecheck.cli.endings import report_bug
from licensecheck.cli.files import STANDARD_INPUT, read_file
from licensecheck.cli.sinks import complain
from licensecheck.documents import MAX_BYTES
from licensecheck.engine import MOST_BYTES, Task, judge_all
from licensecheck.errors import InputError, UsageError
from licensecheck.record import sealed
from licensecheck.rules import RULESET
from licensecheck.work import load_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.record import Envelope, Record


class Request(NamedTuple):
    """What to judge: the work and its copies, by name; the copies' address; `policy` is as `chosen_policy` takes it."""

    work: str
    copies: Sequence[str]
    url: str | None = None
    policy: str = AUTO


def judged(request: Request, seconds: float) -> Iterator[Record]:
    """The record of each copy, in order; input that cannot be used is reported before anything is judged."""
    work, copies = request.work, request.copies
    if [work, *copies].count(STANDARD_INPUT) > 1:
        raise UsageError("standard input (`-`) can be read only once")
    original = load_work(read_file(work, MAX_BYTES), work)
    policy = chosen_policy(request.policy, original)
    tasks = [Task(data, request.url, policy) for data in _read_all(copies)]
    for name, task, (judgement, bug) in zip(copies, tasks, judge_all(original, tasks, seconds), strict=True):
        if bug:
            report_bug(f"{bug}, while judging {name}")
        yield sealed(judgement, _envelope(name, task.data, bug))


def _read_all(copies: Iterable[str]) -> list[bytes]:
    """The bytes of every copy; complains of all that cannot be read, the last time by its `InputError`."""
    read: list[bytes] = []
    refused: list[InputError] = []
    for name in copies:
        try:
            read.append(read_file(name, MOST_BYTES))
        except InputError as error:
            refused.append(error)
    for each in refused[:-1]:
        complain(str(each))
    if refused:
        raise refused[-1]
    return read


def _envelope(name: str, data: bytes, bug: str | None) -> Envelope:
    whole = len(data) <= MOST_BYTES
    return {
        "tool": f"repubcheck {__version__}",
        "ruleset": RULESET,
        "checked_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "fetched": {
            "url": None,
            "path": None if name == STANDARD_INPUT else name,
            "bytes": len(data) if whole else None,
            "sha256": sha256(data).hexdigest() if whole else None,
        },
        "bug": bug,
    }
