"""Bytes to text as browsers do it (WHATWG Encoding; HTML §13.2.3), and whether the bytes are HTML at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from licensecheck.patterns import pattern
from licensecheck.terms import Unread

# A stray byte in a comment or an advertisement is common and harmless. Of 229 real pages read under a wrong label
# (windows-1252 as UTF-8), 196 lose more than this, and each article in an accented language at least twice as much.
LOSS_ALLOWED = 8

# Every codec that browsers have, by Python's name. A label for another one (utf-7, hex, cp437 …) is no label to them.
_BROWSER_CODECS = frozenset(
    {"utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "cp932", "cp949", "euc_jp", "iso2022_jp", "replacement"}
    | {"cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"}
    | {f"cp{number}" for number in range(1250, 1259)}
    | {f"iso8859-{part}" for part in range(2, 17)} - {"iso8859-9", "iso8859-11", "iso8859-12"}
)
_READ_AS = {
    "utf-16": "utf-16-le",
    "utf-32-le": "utf-16-le",
    "utf-32-be": "replacement",
    "gbk": "gb18030",
    "hz": "replacement",
    "iso2022_kr": "replacement",
    "x-user-defined": "cp1252",
}
_LABEL = pattern(r"(?:;|<meta)\s*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_PRESCAN = 1_024
_MARKUP_PRESCAN = 4_096  # as far as w3lib looks
_META_LABEL = pattern(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*utf-?8[\"'\s;/>]", re.IGNORECASE)
_A_LABEL = pattern(rb"charset|encoding|<!--", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe", b"\0\0\xfe\xff")

# Under surrogateescape an undecodable byte becomes U+DC80 to U+DCFF. In the Windows code pages browsers read the
# unassigned ones of 0x80 to 0x9F as control characters; the rest is lost.
_ESCAPED = {0xDC80 + low: 0x80 + low if low < 0x20 else 0xFFFD for low in range(0x80)}  # noqa: PLR2004 (C1 ends there)

_HTML_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "unknown/unknown", "application/unknown", "*/*"})
_MAGIC = pattern(
    rb"%PDF-|%!PS|\x89PNG|\xff\xd8\xff|GIF8|RIFF....|BM....\0\0|\0\0[\x01\x02]\0|II\*\0|MM\0\*|....ftyp"
    rb"|\x1f\x8b\x08|PK\x03\x04|\x28\xb5\x2f\xfd|Rar!|7z\xbc\xaf|BZh|\xfd7zXZ|\{\\rtf|\xd0\xcf\x11\xe0"
    rb"|ID3|OggS|fLaC|\xff[\xf2-\xfb]|\x1aE\xdf\xa3|MThd|wOF[F2]|OTTO|\0asm",
    re.DOTALL,
)
_JSON = pattern(rb"[\[{]\s*[\[{\"\d\]}]")
_FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf", b"urlset", b"sitemapindex", b"opml"})
_TAG = pattern(rb"<!--.*?(?:-->|\Z)|</?([a-z][a-z0-9:-]*)[\s/>]", re.DOTALL | re.IGNORECASE)
_SNIFFED = 65_536


class Decoded(NamedTuple):
    """The text of a page, the Python codec that read it, and whether so many bytes were lost that words may be."""

    text: str
    encoding: str
    lossy: bool


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page as browsers do: byte order mark, HTTP header, meta, UTF-8 if valid, else windows-1252.

    The text has neither NULs nor lone surrogates. Never raises.
    """
    codec, mark = ("utf-8", b"") if not content_type and _plainly_utf8(data) else _asked_for(data, content_type)
    if codec == "replacement":
        return Decoded("\ufffd", codec, lossy=True)
    body = data[len(mark) :] if mark else data
    try:
        codec, text, lost = codec or "utf-8", body.decode(codec or "utf-8"), 0
    except UnicodeDecodeError:
        codec = codec or "cp1252"
        text = _decode_lossily(body, codec)
        lost = text.count("\ufffd")
    if b"\0" in body:  # 40 times faster to find among bytes
        lost += text.count("\0")
        text = text.replace("\0", "")
    return Decoded(text, codec, lossy=lost > LOSS_ALLOWED)


def sniff(data: bytes, content_type: str | None = None) -> Unread | None:
    """Say why a body is not an HTML page (`EMPTY`, `TYPE`), `None` if it is one (after WHATWG MIME Sniffing §7).

    A type that browsers do not render as HTML is believed; within an HTML type, files, JSON, feeds and text without
    any tag are told by their first 64 KiB.
    """
    head = data[:_SNIFFED].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head:
        return Unread.EMPTY
    if (content_type or "").partition(";")[0].strip().lower() not in _HTML_TYPES:
        return Unread.TYPE
    names = (tag[1].lower() for tag in _TAG.finditer(head) if tag[1])
    if _MAGIC.match(data) or _JSON.match(head) or next(names, b"rss") in _FEEDS:
        return Unread.TYPE
    return None


def _plainly_utf8(data: bytes) -> bool:
    """Whether the page asks for UTF-8 as nearly all do: by the first label in it, in a `meta` element."""
    label = _META_LABEL.search(data, 0, _MARKUP_PRESCAN)
    return label is not None and not data.startswith(_MARKS) and not _A_LABEL.search(data, 0, label.start())


def _asked_for(data: bytes, content_type: str | None) -> tuple[str | None, bytes]:
    """The codec that the byte order mark, the header or the markup asks for, and the mark."""
    from w3lib.encoding import read_bom  # noqa: PLC0415 (slow to load, and most pages are plainly UTF-8)

    codec, mark = read_bom(data)
    return _browser_codec(codec) or _declared(data, content_type), mark or b""


def _declared(data: bytes, content_type: str | None) -> str | None:
    """The codec that the header, or else the markup, asks for; markup that we can read is never UTF-16."""
    from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding  # noqa: PLC0415 (as above)

    header = http_content_type_encoding(content_type)
    if codec := _browser_codec(header) or _browser_codec(_unusual(content_type or "")):
        return codec
    markup = html_body_declared_encoding(data)
    codec = _browser_codec(markup) or _browser_codec(_unusual(data[:_PRESCAN].decode("latin-1")))
    return "utf-8" if codec and codec.startswith("utf-16") else codec


def _browser_codec(name: str | None) -> str | None:
    """The codec that browsers use for a Python codec, `None` if they have none."""
    codec = _READ_AS.get(name, name) if name else None
    return codec if codec in _BROWSER_CODECS else None


def _unusual(source: str) -> str | None:
    """The codec of a declared label that browsers know and Python does not (`x-gbk`, `windows-949`, `logical` …)."""
    import webencodings  # noqa: PLC0415 (as above)
    from w3lib.encoding import resolve_encoding  # noqa: PLC0415 (as above)

    label = _LABEL.search(source)
    if not label or resolve_encoding(label[1]):  # w3lib knew it, and had its reason to pass it by
        return None
    encoding = webencodings.lookup(label[1])
    return encoding.codec_info.name if encoding else None


def _decode_lossily(data: bytes, codec: str) -> str:
    """Decode with U+FFFD for each sequence that means nothing."""
    if codec.startswith(("cp125", "cp874")):
        return data.decode(codec, "surrogateescape").translate(_ESCAPED)
    from w3lib.encoding import to_unicode  # noqa: PLC0415 (as above)

    return to_unicode(data, codec)
