"""Copies as they are named on the command line: files, standard input, and addresses, which are fetched."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.cli.files import STANDARD_INPUT, is_address, read_file
from licensecheck.cli.sinks import complain
from licensecheck.engine import MOST_BYTES
from licensecheck.errors import FetchError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.record import Fetched
    from licensecheck.terms import Unread
    from licensecheck.visits import Hop, Limits


class Copy(NamedTuple):
    """What was obtained of a copy, and where; `unread` says why nothing was."""

    data: bytes
    origin: Fetched
    url: str | None = None
    content_type: str | None = None
    unread: Unread | None = None


def obtain(names: Sequence[str], limits: Limits | None) -> Iterator[Copy]:
    """The copies in the order of their names; addresses are visited within `limits`.

    Reads all files before it visits anything, and complains of all that cannot be read, the last time by its
    `InputError`. An address that cannot be fetched is a copy that was not read.
    """
    files = _read_all([name for name in names if not is_address(name)])
    for name in names:
        yield _fetched(name, limits) if is_address(name) else _from_file(name, next(files))


def _read_all(names: Sequence[str]) -> Iterator[bytes]:
    read: list[bytes] = []
    refused: list[InputError] = []
    for name in names:
        try:
            read.append(read_file(name, MOST_BYTES))
        except InputError as error:
            refused.append(error)
    for each in refused[:-1]:
        complain(str(each))
    if refused:
        raise refused[-1]
    return iter(read)


def _from_file(name: str, data: bytes) -> Copy:
    origin = _origin(data if len(data) <= MOST_BYTES else None)
    origin["path"] = None if name == STANDARD_INPUT else name
    return Copy(data, origin)


def _fetched(name: str, limits: Limits | None) -> Copy:
    from licensecheck.fetch import fetch  # noqa: PLC0415 (a fifth of a second, for those who name an address)
    from licensecheck.visits import LIMITS  # noqa: PLC0415 (the same)

    try:
        page = fetch(name, limits or LIMITS)
    except FetchError as error:
        origin = _origin(None, error.hops)
        return Copy(b"", {**origin, "url": name, "problem": error.problem}, name, unread=error.reason)
    return Copy(page.body, {**_origin(page.body, page.hops), "url": name}, page.final_url, page.content_type)


def _origin(data: bytes | None, hops: Sequence[Hop] = ()) -> Fetched:
    """Where a copy came from, without its name; `data` if it was taken whole."""
    return {
        "url": None,
        "path": None,
        "bytes": None if data is None else len(data),
        "sha256": None if data is None else sha256(data).hexdigest(),
        "final_url": hops[-1].url if hops else None,
        "status": hops[-1].status if hops else None,
        "redirects": [hop.url for hop in hops[:-1]],
        "problem": None,
    }
