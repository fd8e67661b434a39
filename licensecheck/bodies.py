"""The body of an HTTP response, decompressed as it arrives and never beyond a limit."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from licensecheck.errors import FetchError
from licensecheck.terms import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.visits import Limits

_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's `wbits`
_PADDING = b"\0"


class Body:
    """Takes a body chunk by chunk; each step raises `FetchError` if it cannot be read whole.

    At most one content coding is undone, gzip or deflate: a second one, or any other, is `bad-encoding`. So is more
    than padding behind the compressed stream: browsers do not agree on whether to show it.
    """

    def __init__(self, codings: Iterable[str], limits: Limits) -> None:
        """Begin a body under the content codings that its header lists, in order."""
        self._limits = limits
        self._chunks = 0
        self._body = bytearray()
        self._coding = _one(codings)
        self._inflater = zlib.decompressobj(_GZIP) if self._coding == "gzip" else None

    def take(self, chunk: bytes) -> None:
        """Add what arrived."""
        self._chunks += 1
        if self._chunks > self._limits.chunks:
            raise FetchError(Unread.TOO_LARGE, f"the body came in more than {self._limits.chunks:,} pieces")
        self._body += self._inflated(chunk) if self._coding and chunk else chunk
        if len(self._body) > self._limits.decoded:
            self._body.clear()  # the error, and all that it holds on to, may live on for a while
            raise FetchError(Unread.TOO_LARGE, f"the page is larger than {self._limits.decoded:,} bytes")

    def whole(self) -> bytes:
        """The body, once all of it has arrived."""
        if self._inflater and self._chunks and not self._inflater.eof:
            raise FetchError(Unread.TRUNCATED, "the compressed body breaks off")
        return bytes(self._body)

    def _inflated(self, chunk: bytes) -> bytes:
        if self._inflater is None:
            self._inflater = zlib.decompressobj(_ZLIB if _has_zlib_header(chunk) else _RAW)
        behind = chunk
        inflated = b""
        if not self._inflater.eof:
            try:
                inflated = self._inflater.decompress(chunk, self._limits.decoded + 1 - len(self._body))
            except zlib.error as error:
                raise FetchError(Unread.ENCODING, f"the body is not {self._coding}: {error}") from error
            behind = self._inflater.unused_data
        if behind.strip(_PADDING):
            raise FetchError(Unread.ENCODING, "something follows the compressed body")
        return inflated


def _one(codings: Iterable[str]) -> str | None:
    """The content coding that stands in a header, `None` if nothing is encoded (RFC 9110 §8.4)."""
    named = [name for name in (coding.strip().lower().removeprefix("x-") for coding in codings) if name]
    named = [name for name in named if name != "identity"]
    if len(named) > 1:
        raise FetchError(Unread.ENCODING, f"the body is encoded {len(named)} times over")
    if named and named[0] not in {"gzip", "deflate"}:
        raise FetchError(Unread.ENCODING, f"the body is encoded as {named[0][:40]}, which was not asked for")
    return named[0] if named else None


def _has_zlib_header(chunk: bytes) -> bool:
    """Whether `deflate` comes as it should, or bare, as some servers send it (RFC 1950 §2.2)."""
    return chunk[0] & 0x0F == 8 and (len(chunk) < 2 or int.from_bytes(chunk[:2], "big") % 31 == 0)  # noqa: PLR2004 (8 is deflate; the check is a multiple of 31)
