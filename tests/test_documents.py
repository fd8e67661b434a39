"""Bytes become text, JSON or TOML, or an error that says why not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.documents import (
    MAX_BYTES,
    RepeatingObject,
    decode_text,
    decode_utf8,
    one_line,
    read_json,
    read_toml,
)
from licensecheck.errors import InputError


@pytest.mark.parametrize("data", ["Müller – “ja”".encode(), b"\xef\xbb\xbf" + "Müller – “ja”".encode()])
def test_utf8_with_and_without_mark(data: bytes) -> None:
    assert decode_text(data, "a.txt") == decode_utf8(data, "a.txt") == "Müller – “ja”"


def test_windows_1252_is_read_as_text_only() -> None:
    data = "Müller – “ja”".encode("cp1252")
    assert decode_text(data, "a.txt") == "Müller – “ja”"
    with pytest.raises(InputError, match=r"a\.json: byte 1 is not UTF-8\. Save the file as UTF-8\."):
        decode_utf8(data, "a.json")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"GIF89a\x00\x01", "is not text"),
        (b"%PDF-1.7\n", "is not text"),
        (b"{\\rtf1 text}", "is not text"),
        ("Text".encode("utf-16"), "is UTF-16"),
        (b"na\xefve \x81", "neither UTF-8 nor windows-1252"),
    ],
)
def test_refused_as_text(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        decode_text(data, "a.txt")


def test_too_large() -> None:
    with pytest.raises(InputError, match="larger than 64 MiB"):
        decode_text(b"a" * (MAX_BYTES + 1), "a.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode_text(data, "a.txt")
    except InputError:
        return
    assert text.encode()


@given(st.text())
def test_one_line(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert one_line(line) == line
    assert "".join(line.split()) == "".join(text.split())


def test_one_line_keeps_no_break_spaces() -> None:
    assert one_line(" 100\u00a0km \r\n\t away ") == "100\u00a0km away"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"a": 1', r"a\.json: line 1, column 8: is not JSON"),
        ('{\n"a"', "line 2, column 4"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"a": {"9" * 5_000}}}', "thousands of digits"),
    ],
)
def test_json_refused(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_json(text, "a.json")


def test_json_remembers_repeated_keys() -> None:
    value = read_json('{"a": 1, "b": 2, "a": 3, "a": 4}', "a.json")
    assert isinstance(value, RepeatingObject)
    assert value == {"a": 4, "b": 2}
    assert value.repeated == ("a",)


def test_toml_dates_become_text() -> None:
    text = "day = 2024-01-31\ntimes = [2024-01-31T08:00:00Z, 08:30:00]\n[inner]\nn = 1"
    assert read_toml(text, "a.toml") == {
        "day": "2024-01-31",
        "times": ["2024-01-31T08:00:00+00:00", "08:30:00"],
        "inner": {"n": 1},
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a = @\n", r"a\.toml: is not TOML: .*line 1"),
        ("a = 1\na = 2", "is not TOML"),
        ("a = " + "[" * 20_000, "nested too deeply"),
        (f"a = {'9' * 5_000}", "thousands of digits"),
        ("a = 2024-13-41", "is not TOML"),
        ("a." * 16_000 + "a = 1", "key of more than 32 parts"),
        ("x = {" + " 'a' . " * 16_000 + "a = 1}", "key of more than 32 parts"),
        ("[" + '"a".' * 16_000 + "a]", "key of more than 32 parts"),
        ("#" * (1 << 20) + "#", "too large for TOML"),
    ],
)
def test_toml_refused(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_toml(text, "a.toml")


@pytest.mark.parametrize("piece", [",'", ',"', ",a", "[", ", ", "a" * 50, "a.b. ", "\n'a'."])
def test_toml_guard_is_linear(piece: str) -> None:
    """A quadratic search would take minutes over this."""
    start = time.perf_counter()
    with pytest.raises(InputError):
        read_toml("x = [" + piece * (500_000 // len(piece)), "a.toml")
    assert time.perf_counter() - start < 5
