"""Bodies are decompressed within bounds: what cannot be read whole is said to be so."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.bodies import Body
from licensecheck.errors import FetchError
from licensecheck.terms import Unread
from licensecheck.visits import LIMITS

PAGE = b"<p>The river rose by two metres in the night.</p>" * 50


def bare(data: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(data) + deflater.flush()


PACKED = {
    "gzip": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    "Gzip ": gzip.compress(PAGE),
}


def packed(data: bytes, coding: str) -> bytes:
    return {"gzip": gzip.compress(data), "deflate": zlib.compress(data)}.get(coding, data)


def read(data: bytes, *codings: str, size: int = 1_000) -> bytes:
    body = Body(codings, LIMITS)
    for start in range(0, len(data), size):
        body.take(data[start : start + size])
    return body.whole()


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_read(size: int) -> None:
    assert read(PAGE, size=size) == PAGE
    assert read(PAGE, "identity", "", size=size) == PAGE
    assert read(bare(PAGE), "deflate", size=size) == PAGE
    for coding, data in PACKED.items():
        assert read(data, coding, size=size) == PAGE


@given(st.binary(max_size=300), st.integers(min_value=1, max_value=50))
def test_every_body_comes_back(data: bytes, size: int) -> None:
    for coding, packed in (("gzip", gzip.compress(data)), ("deflate", zlib.compress(data)), ("", data)):
        assert read(packed, coding, size=size) == data


def test_nothing_is_an_empty_page() -> None:
    assert read(b"", "gzip") == b""


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data: bytes) -> None:
    for coding in ("gzip", "deflate"):
        try:
            read(data, coding)
        except FetchError as error:
            assert error.reason in {Unread.ENCODING, Unread.TRUNCATED}  # noqa: PT017 (most bytes do raise)


BROKEN = {
    "cut": (PACKED["gzip"][:-9], ("gzip",), Unread.TRUNCATED),
    "cut before its checksum": (PACKED["gzip"][:-8], ("gzip",), Unread.TRUNCATED),
    "cut in its header": (PACKED["gzip"][:5], ("gzip",), Unread.TRUNCATED),
    "deflate that is cut": (PACKED["deflate"][:-1], ("deflate",), Unread.TRUNCATED),
    "not gzip": (PAGE, ("gzip",), Unread.ENCODING),
    "not deflate": (PAGE, ("deflate",), Unread.ENCODING),
    "a wrong checksum": (PACKED["gzip"][:-8] + bytes(8), ("gzip",), Unread.ENCODING),
    "a second member": (PACKED["gzip"] * 2, ("gzip",), Unread.ENCODING),
    "more behind it": (PACKED["gzip"] + b"<p>and more", ("gzip",), Unread.ENCODING),
    "brotli": (b"\x1b", ("br",), Unread.ENCODING),
    "zstd": (b"\x28", ("zstd",), Unread.ENCODING),
    "compress": (b"\x1f", ("compress",), Unread.ENCODING),
    "twice": (gzip.compress(PACKED["gzip"]), ("gzip", "gzip"), Unread.ENCODING),
    "twice, in different ways": (b"", ("deflate", "gzip"), Unread.ENCODING),
    "3,000 times": (b"", ("gzip",) * 3_000, Unread.ENCODING),
    "an invention": (b"", ("a" * 10_000,), Unread.ENCODING),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_cannot_be_read_whole(what: str) -> None:
    data, codings, reason = BROKEN[what]
    with pytest.raises(FetchError) as caught:
        read(data, *codings)
    assert caught.value.reason is reason
    assert len(str(caught.value)) < 200


def test_padding_behind_the_stream_is_none() -> None:
    assert read(PACKED["gzip"] + bytes(2_000), "gzip") == PAGE


@pytest.mark.parametrize("coding", ["gzip", "deflate", ""])
def test_the_limit_is_exact(coding: str) -> None:
    limits = LIMITS._replace(decoded=len(PAGE))
    fits, exceeds = Body((coding,), limits), Body((coding,), limits)
    fits.take(packed(PAGE, coding))
    assert fits.whole() == PAGE
    with pytest.raises(FetchError, match="larger"):
        exceeds.take(packed(PAGE + b"x", coding))


def test_pieces_are_counted() -> None:
    body = Body((), LIMITS._replace(chunks=3))
    for _ in range(3):
        body.take(b"x")
    with pytest.raises(FetchError, match="pieces") as caught:
        body.take(b"x")
    assert caught.value.reason is Unread.TOO_LARGE


def test_a_bomb_takes_no_more_memory_than_a_page_may() -> None:
    bomb = gzip.compress(bytes(100_000_000))
    tracemalloc.start()
    with pytest.raises(FetchError):
        read(bomb, "gzip", size=len(bomb))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * LIMITS.decoded
