"""A work from the file that holds it: a manifest in JSON or TOML, or plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.documents import decode_text, decode_utf8, read_json, read_toml
from licensecheck.errors import InputError
from licensecheck.manifest import read_manifest, work_to_manifest
from licensecheck.patterns import pattern
from licensecheck.plaintext import read_text

if TYPE_CHECKING:
    from licensecheck.model import Work

_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_TEXT_SUFFIXES = (".txt", ".text", ".md")
_HTML = pattern(rb"(?:\xef\xbb\xbf)?\s*<[a-z!?]", re.IGNORECASE)
_JSON = pattern(rb"(?:\xef\xbb\xbf)?\s*\{")
_TOML = pattern(rb"^[ \t]*schema_version[ \t]*=", re.MULTILINE)


class Supplied(NamedTuple):
    """What a person says of a work, under the names of the manifest; empty and `None`: nothing said."""

    authors: tuple[str, ...] = ()
    attribution_parties: tuple[str, ...] = ()
    source_urls: tuple[str, ...] = ()
    published: str | None = None
    license: str | None = None


def load_work(data: bytes, name: str) -> Work:
    """The work in a file's bytes; its name (`-` for none) and its first bytes say in which form.

    Raises `ManifestError` for a manifest with mistakes, `InputError` for anything that is no work.
    """
    lowered = name.lower()
    if lowered.endswith(_HTML_SUFFIXES) or _HTML.match(data):
        problem = "looks like a web page, not like a work"
        advice = "Save the article's text in a file of its own; `repubcheck work new` makes a manifest of it."
        raise InputError(problem, file=name, advice=advice)
    is_text = lowered.endswith(_TEXT_SUFFIXES)
    if lowered.endswith(".json") or (not is_text and _JSON.match(data)):
        return read_manifest(read_json(decode_utf8(data, name), name), name)
    if lowered.endswith(".toml") or (not is_text and _TOML.search(data)):
        return read_manifest(read_toml(decode_utf8(data, name), name), name)
    return read_text(decode_text(data, name), name)


def new_work(data: bytes, name: str, supplied: Supplied) -> Work:
    """The work in a file's bytes with what a person says of it, which outweighs what the file says.

    Raises what `load_work` raises; mistakes in what was said are a `ManifestError`, all at once.
    """
    manifest = work_to_manifest(load_work(data, name))
    given = supplied._asdict().items()
    said = {key: list(value) if isinstance(value, tuple) else value for key, value in given if value}
    return read_manifest(manifest | said, name)
