"""Decoding as browsers do it, and telling HTML from what is not."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from licensecheck import charset
from licensecheck.charset import LOSS_ALLOWED, decode, sniff
from licensecheck.terms import Unread

CYRILLIC = "Привет"
HEBREW = "שלום"
KOREAN = "한국어"


@pytest.mark.parametrize(
    ("data", "content_type", "text", "encoding"),
    [
        pytest.param(b"plain", None, "plain", "utf-8", id="ascii"),
        pytest.param("né".encode(), None, "né", "utf-8", id="undeclared utf-8"),
        pytest.param(b"n\xe9 \x93q\x94 \x80", None, "né “q” €", "cp1252", id="undeclared, not utf-8"),
        pytest.param(b"\xef\xbb\xbfn\xc3\xa9", "text/html; charset=koi8-r", "né", "utf-8", id="mark beats header"),
        pytest.param("né".encode("utf-16"), None, "né", "utf-16-le", id="utf-16 mark"),
        pytest.param("\ufeffné".encode("utf-16-be"), None, "né", "utf-16-be", id="utf-16 mark, big-endian"),
        pytest.param("né".encode("utf-16-le"), "text/html; charset=utf-16", "né", "utf-16-le", id="utf-16 header"),
        pytest.param(CYRILLIC.encode("cp1251"), 'text/html;charset="windows-1251"', CYRILLIC, "cp1251", id="header"),
        pytest.param(CYRILLIC.encode("cp1251"), "text/html; charset=x-cp1251", CYRILLIC, "cp1251", id="old label"),
        pytest.param(HEBREW.encode("iso8859-8"), "text/html; charset=logical", HEBREW, "iso8859-8", id="browser label"),
        pytest.param(b"\x93q\x94", "text/html; charset=ISO-8859-1", "“q”", "cp1252", id="latin-1 means windows-1252"),
        pytest.param(b"\x93q\x94", "text/html; charset=us-ascii", "“q”", "cp1252", id="ascii means windows-1252"),
        pytest.param(b"a\x9db\x81", "text/html; charset=latin1", "a\x9db\x81", "cp1252", id="unassigned bytes stay"),
        pytest.param(b"\xd2b", "text/html; charset=windows-1253", "\ufffdb", "cp1253", id="unassigned letter is lost"),
        pytest.param(b"\x80", "text/html; charset=gb2312", "€", "gb18030", id="gbk euro"),
        pytest.param(b"\x8a\xbf\x81<p>", "text/html; charset=shift_jis", "漢\ufffd<p>", "cp932", id="one bad byte"),
        pytest.param(b"n\xc3\xa9 \xe9.", "text/html; charset=utf-8", "né \ufffd.", "utf-8", id="bad utf-8 stays utf-8"),
        pytest.param(b"+ADw-b+AD4-", "text/html; charset=utf-7", "+ADw-b+AD4-", "utf-8", id="utf-7 is no label"),
        pytest.param("né".encode(), "text/html; charset=unicode_escape", "né", "utf-8", id="python's codecs are none"),
        pytest.param(b"n\xe9", "text/html; charset=hex", "né", "cp1252", id="hex is none"),
        pytest.param(b"a\0b", None, "ab", "utf-8", id="nul"),
        pytest.param(b"", None, "", "utf-8", id="nothing"),
    ],
)
def test_decode(data: bytes, content_type: str | None, text: str, encoding: str) -> None:
    decoded = decode(data, content_type)
    assert (decoded.text, decoded.encoding, decoded.lossy) == (text, encoding, False)


@pytest.mark.parametrize(
    ("meta", "tail", "text"),
    [
        ("<meta charset=windows-1251>", CYRILLIC.encode("cp1251"), CYRILLIC),
        ('<meta content="text/html; charset=koi8-r" http-equiv=content-type>', CYRILLIC.encode("koi8-r"), CYRILLIC),
        ("<meta charset='windows-949'>", KOREAN.encode("cp949"), KOREAN),
        ("<meta charset=utf-16>", "né".encode(), "né"),
        ("<meta charset=x-user-defined>", b"n\xe9", "né"),
        ("<!-- <meta charset=koi8-r> -->", "né".encode(), "né"),
        ("<body><meta charset=koi8-r>", "né".encode(), "né"),
        (" " * 1500 + "<meta charset=koi8-r>", CYRILLIC.encode("koi8-r"), CYRILLIC),
    ],
)
def test_meta(meta: str, tail: bytes, text: str) -> None:
    assert decode(meta.encode() + tail).text == meta + text
    header = decode(meta.encode() + "né".encode(), "text/html; charset=utf-8")
    assert header.text.endswith("né"), "the header counts more than the markup"


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        ("a whole article".encode("utf-16-le"), None),
        (bytes(range(256)) * 10, None),
        (b"\x1b$)C\x0e0!\x0f", "text/html; charset=iso-2022-kr"),
        (b"~{<:Ky~}", "text/html; charset=hz-gb-2312"),
        (b"\x1b$)A", "text/html; charset=iso-2022-cn"),
        (b"<meta charset=replacement>text", None),
        ("\ufefftext".encode("utf-32-be"), None),
    ],
)
def test_unreadable(data: bytes, content_type: str | None) -> None:
    assert decode(data, content_type).lossy


def test_a_handful_of_bad_bytes_loses_nothing() -> None:
    page = b"<meta charset=utf-8>" + b"word \xe9 " * LOSS_ALLOWED
    assert not decode(page).lossy
    assert decode(page + b"\xe9").lossy
    assert not decode("\ufffd".encode() * 100).lossy, "these were lost before the page was sent"


def test_the_wrong_label_on_an_accented_article_is_a_loss() -> None:
    sentence = "Le procès a été ajourné après l’été, a déclaré l’élu. "
    assert decode(sentence.encode("cp1252"), "text/html; charset=utf-8").lossy


LABELS = ["utf-8", "latin1", "windows-1253", "windows-874", "gbk", "big5", "shift_jis", "euc-jp", "iso-2022-jp"]
LABELS += ["euc-kr", "utf-16", "utf-16be", "utf-7", "hex", "punycode", "idna", "undefined", "koi8-u", "none", '"', ""]


@given(st.binary(max_size=200), st.sampled_from(LABELS))
def test_any_bytes_give_text_that_lxml_and_json_can_carry(data: bytes, label: str) -> None:
    for decoded in (decode(data, f"text/html; charset={label}"), decode(f"<meta charset={label}>".encode() + data)):
        assert "\0" not in decoded.text
        assert json.loads(json.dumps(decoded.text, ensure_ascii=False).encode()) == decoded.text
        etree.fromstring(b"<p>" + decoded.text.encode(), etree.HTMLParser(encoding="utf-8"))


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), st.sampled_from(["utf-8", "utf-16"]))
def test_decode_undoes_encode(text: str, codec: str) -> None:
    assert decode(("\ufeff" + text).encode(codec).removeprefix(b"\xff\xfe"), None).text == text


@pytest.mark.parametrize("content_type", [None, "text/html; charset=utf-8", "application/xhtml+xml", "*/*"])
@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf \n<html>",
        b'<?xml version="1.0"?>\n<!-- <rss > --><html xmlns="http://www.w3.org/1999/xhtml">',
        b"words first, then <b>tags</b>",
        b"{% template debris %}<p>text</p>",
        "<p>né</p>".encode("utf-16"),
        b"<p>" + b"\xff\xfb" * 10,
    ],
)
def test_html(data: bytes, content_type: str | None) -> None:
    assert sniff(data, content_type) is None


@pytest.mark.parametrize("content_type", [None, "text/html", "text/html; charset=utf-8"])
@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n<p>",
        b"\x89PNG\r\n\x1a\n<p>",
        b"\xff\xd8\xff\xe0<p>",
        b"GIF89a<p>",
        b"RIFF\x10\0\0\0WEBP<p>",
        b"\0\0\0\x1cftypavif<p>",
        b"PK\x03\x04<p>",
        b"\x1f\x8b\x08<p>",
        b"ID3\x04<p>",
        b"\xff\xfb\x90<p>",
        b"\x1aE\xdf\xa3<p>",
        b"OggS<p>",
        b'{"html": "<p>text</p>"}',
        b'[\n {"@type": "x <p>"}]',
        b'<?xml version="1.0"?><!-- c --><rss version="2.0"><item><p>',
        b'<feed xmlns="http://www.w3.org/2005/Atom">',
        b"<rdf:RDF >",
        b"<?xml version='1.0'?><urlset ><url>",
        b"an article as plain text, 2 < 3, mail <editor@example.org>",
        b"<!-- " * 20_000,
    ],
)
def test_not_html(data: bytes, content_type: str | None) -> None:
    assert sniff(data, content_type) is Unread.TYPE


@pytest.mark.parametrize("content_type", ["text/plain", "application/pdf", "application/json", "image/png", "text/xml"])
def test_a_type_that_browsers_do_not_render_is_believed(content_type: str) -> None:
    assert sniff(b"<!DOCTYPE html><p>text", content_type) is Unread.TYPE


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf \n", b"\0\0"])
def test_empty(data: bytes) -> None:
    assert sniff(data, "text/html") is Unread.EMPTY


@pytest.mark.parametrize("shape", [b"<!--", b"<a", b"< ", b"<meta ", b"; charset=", b"[ ", b"\0", b"\xe9"])
def test_time_grows_with_size_only(shape: bytes) -> None:
    def cost(data: bytes) -> float:
        started = time.process_time()
        decode(data), sniff(data)
        return time.process_time() - started

    small, large = (shape * (size // len(shape)) for size in (1_000_000, 4_000_000))
    assert cost(large) < 10 * cost(small) + 0.05


@pytest.mark.parametrize(
    "page",
    [
        b'<html><head><meta charset="utf-8"><title>\xc3\xa9</title>',
        b"<meta charset=UTF8><p>\xc3\xa9",
        b'<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>\xc3\xa9',
        b'<!-- charset="latin-1" --><meta charset="utf-8"><p>\xc3\xa9',
        b'<script charset="windows-1251"></script><meta charset="utf-8"><p>\xc3\xa9',
        b'<meta charset="windows-1252"><meta charset="utf-8"><p>\xc3\xa9',
        b'\xef\xbb\xbf<meta charset="utf-8"><p>\xc3\xa9',
        b'<meta charset="utf-8"><p>\xe9',
    ],
)
def test_the_short_way_to_utf8_leads_where_the_long_one_does(page: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    short = decode(page)
    monkeypatch.setattr(charset, "_plainly_utf8", lambda _: False)
    assert decode(page) == short
