"""Where judging runs: in a child process that can be killed, as the parser is C code and the page may be hostile.

Only bytes and JSON cross the process boundary. The child is forked from this process, which has everything loaded,
once for a row of copies; a copy that hangs, eats memory or kills its process loses that process and nothing else.
Where the system cannot fork, a new process is started for each copy (`worker.py`).
"""

from __future__ import annotations

import json
import os
import select
import signal
import struct
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.check import check
from licensecheck.manifest import work_to_manifest
from licensecheck.model import Page
from licensecheck.page import read_page
from licensecheck.record import report_dict
from licensecheck.terms import Unread
from licensecheck.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.model import Work
    from licensecheck.policy import Policy
    from licensecheck.record import Judgement

# The largest page that is parsed: the worst markup takes 56 times its size in memory.
MOST_BYTES = 8 * 1024 * 1024
# Memory that a child may take for data, what it starts with included.
MOST_MEMORY = 600 * 1024 * 1024
_SIZE = struct.Struct("!Q")
_CHUNK = 1 << 16


class Task(NamedTuple):
    """One copy to judge: its bytes, its address if known, and what the publisher asks beside the licence.

    `content_type` is what it was sent as; `unread` says why there are no bytes to judge.
    """

    data: bytes
    url: str | None = None
    policy: Policy | None = None
    content_type: str | None = None
    unread: Unread | None = None


class Outcome(NamedTuple):
    """What came of a task; `bug` says what failed in this program, if anything did."""

    judgement: Judgement
    bug: str | None = None


def judge(work: Work, task: Task) -> Judgement:
    """Judge one copy in this process."""
    if task.unread:
        return unread(work, task.unread, task.url)
    if len(task.data) > MOST_BYTES:
        return unread(work, Unread.TOO_LARGE, task.url)
    page = read_page(task.data, url=task.url, content_type=task.content_type)
    return report_dict(check(work, page, task.policy))


def unread(work: Work, reason: Unread, url: str | None = None) -> Judgement:
    """What is said of a copy that could not be read."""
    empty = Tree(parents=(), ends=(), tags=(), classes=())
    return report_dict(check(work, Page(blocks=(), tree=empty, text="", url=url, unread=(reason,))))


def judge_all(work: Work, tasks: Sequence[Task], seconds: float) -> Iterator[Outcome]:
    """Judge each copy within `seconds` of wall time, in order, in a child process."""
    if not hasattr(os, "fork"):
        yield from (_spawned(work, task, seconds) for task in tasks)
        return
    done = 0
    while done < len(tasks):
        child = _Child(work, tasks[done:], seconds)
        try:
            for outcome in child.outcomes():
                done += 1
                yield outcome
        finally:
            child.end()


def attempt(work: Work, task: Task) -> tuple[Judgement | None, str | None]:
    """What came of a task in this process: its judgement, or the bug that it met, as an `Outcome` has them."""
    try:
        return judge(work, task), None
    except MemoryError:
        return unread(work, Unread.TOO_LARGE, task.url), None
    except Exception as error:  # noqa: BLE001 (what is wrong with one copy must not end the others)
        if os.environ.get("REPUBCHECK_DEBUG"):
            sys.excepthook(type(error), error, error.__traceback__)
        return None, f"{type(error).__name__}: {error}"


def _spawned(work: Work, task: Task, seconds: float) -> Outcome:
    """What came of a task in a process of its own."""
    import subprocess  # noqa: PLC0415 (slow to load, and most systems fork)

    from licensecheck.policy_file import policy_to_plain  # noqa: PLC0415 (a forked child needs no such thing)

    policy = policy_to_plain(task.policy) if task.policy else None
    known = {"url": task.url, "content_type": task.content_type, "unread": task.unread}
    said = {"work": work_to_manifest(work), "policy": policy, **known}
    given = json.dumps(said).encode() + b"\n" + task.data
    command = (sys.executable, "-m", "licensecheck.worker")
    try:
        done = subprocess.run(command, input=given, stdout=subprocess.PIPE, timeout=seconds, check=False)  # noqa: S603 (ourselves)
    except subprocess.TimeoutExpired:
        return Outcome(unread(work, Unread.DEADLINE, task.url))
    if done.returncode:
        return Outcome(unread(work, Unread.WORKER, task.url))
    judgement, bug = json.loads(done.stdout)
    return Outcome(judgement or unread(work, Unread.WORKER, task.url), bug)


class _Child:
    """A forked process that judges a row of tasks and writes each outcome as it is found."""

    def __init__(self, work: Work, tasks: Sequence[Task], seconds: float) -> None:
        self._work = work
        self._tasks = tasks
        self._seconds = seconds
        self._pipe, writing = os.pipe()
        self._number = os.fork()
        if self._number == 0:
            os.close(self._pipe)
            _serve(work, tasks, seconds, writing)
        os.close(writing)

    def outcomes(self) -> Iterator[Outcome]:
        """The outcomes as they come; the last is of the task that ended the process, if one did."""
        for task in self._tasks:
            deadline = time.monotonic() + self._seconds
            try:
                size = _SIZE.unpack(self._read(_SIZE.size, deadline))[0]
                judgement, bug = json.loads(self._read(size, deadline))
            except TimeoutError:
                yield Outcome(unread(self._work, Unread.DEADLINE, task.url))
                return
            except EOFError:
                yield Outcome(unread(self._work, Unread.WORKER, task.url))
                return
            yield Outcome(judgement or unread(self._work, Unread.WORKER, task.url), bug)

    def end(self) -> None:
        """Kill the process, by its number, and forget it."""
        os.close(self._pipe)
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)

    def _read(self, size: int, deadline: float) -> bytes:
        """That many bytes; `TimeoutError` at the deadline, `EOFError` if the process has ended."""
        received = bytearray()
        while len(received) < size:
            ready, _, _ = select.select([self._pipe], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            chunk = os.read(self._pipe, min(_CHUNK, size - len(received)))
            if not chunk:
                raise EOFError
            received += chunk
        return bytes(received)


def _serve(work: Work, tasks: Sequence[Task], seconds: float, pipe: int) -> None:
    """Judge in the child and leave without a trace: no handler, buffer or lock of the parent is run or flushed."""
    try:
        _limit(seconds * len(tasks))
        for task in tasks:
            answer = json.dumps(attempt(work, task)).encode()
            os.write(pipe, _SIZE.pack(len(answer)))
            view = memoryview(answer)
            while view:
                view = view[os.write(pipe, view) :]
    finally:
        os._exit(0)


def _limit(seconds: float) -> None:
    """Bound the child's memory and processor time."""
    import resource  # noqa: PLC0415 (absent where there is no fork)

    for limit, value in ((resource.RLIMIT_DATA, MOST_MEMORY), (resource.RLIMIT_CPU, int(seconds) + 2)):
        _, hard = resource.getrlimit(limit)
        if hard == resource.RLIM_INFINITY or value < hard:
            resource.setrlimit(limit, (value, hard))
