"""Text, JSON and TOML out of bytes, read strictly: a hostile or careless file ends as a clear error, not a crash."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, time

from licensecheck.errors import InputError
from licensecheck.patterns import pattern

MAX_BYTES = 64 << 20
# tomllib reads about 2 MB/s; no article comes near this.
MAX_TOML_BYTES = 1 << 20

_BINARY = pattern(rb"%PDF-|%!PS|\{\\rtf|PK\x03\x04")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# tomllib takes 4 s over one key of 16,000 parts, and four times as long for twice as many.
_LONG_KEY = pattern(
    r"""(?:^|[\[{,])[ \t]*(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}""", re.MULTILINE | re.ASCII
)
_SPACE = pattern(r"[ \t\n\r\f\v]+")
_TOO_DEEP = "is nested too deeply"
_TOO_LONG = "holds a number of thousands of digits"


class RepeatingObject(dict[str, object]):
    """A JSON object some of whose keys stand in it twice: `repeated`; the last value of each counts."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        """Take the members in the order of the file."""
        super().__init__(pairs)
        self.repeated = tuple(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)


def decode_utf8(data: bytes, file: str) -> str:
    """The text of a UTF-8 file, without its byte order mark; `InputError` if it is in another encoding."""
    _refuse_unreadable(data, file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is not UTF-8"
        raise InputError(problem, file=file, advice="Save the file as UTF-8.") from None


def decode_text(data: bytes, file: str) -> str:
    """The text of a plain-text file: UTF-8, else windows-1252; `InputError` if it is neither."""
    _refuse_unreadable(data, file)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    problem = "is neither UTF-8 nor windows-1252 text"
    raise InputError(problem, file=file, advice="Save the file as UTF-8.")


def one_line(text: str) -> str:
    """The text with each run of white space one space and none at its ends; no-break spaces and the like stay."""
    return _SPACE.sub(" ", text).strip(" ")


def read_json(text: str, file: str) -> object:
    """The value of a JSON text (RFC 8259); an object with repeated keys comes as a `RepeatingObject`."""
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        problem = f"is not JSON: {error.msg}"
        raise InputError(problem, file=file, where=where) from None
    except RecursionError:
        raise InputError(_TOO_DEEP, file=file) from None
    except ValueError:  # an integer of more digits than Python takes (4,300)
        raise InputError(_TOO_LONG, file=file) from None


def read_toml(text: str, file: str) -> object:
    """The value of a TOML text (1.0.0), its dates and times as ISO 8601 text."""
    import tomllib  # noqa: PLC0415 (few works are TOML)

    if len(text) > MAX_TOML_BYTES or _LONG_KEY.search(text):
        problem = "is too large for TOML, or has a key of more than 32 parts"
        raise InputError(problem, file=file, advice="Write it as JSON.")
    try:
        return _without_dates(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        problem = f"is not TOML: {error}"
        raise InputError(problem, file=file) from None
    except RecursionError:
        raise InputError(_TOO_DEEP, file=file) from None
    except ValueError:
        raise InputError(_TOO_LONG, file=file) from None


def _refuse_unreadable(data: bytes, file: str) -> None:
    """Raise `InputError` for what no one could mean as text."""
    if len(data) > MAX_BYTES:
        problem = f"is larger than {MAX_BYTES >> 20} MiB"
        raise InputError(problem, file=file)
    if data.startswith(_UTF16):
        problem = "is UTF-16"
        raise InputError(problem, file=file, advice="Save the file as UTF-8.")
    if _BINARY.match(data) or b"\0" in data:
        problem = "is not text"
        raise InputError(problem, file=file, advice="Save the article as plain text (UTF-8).")
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        problem = "is empty"
        raise InputError(problem, file=file)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else RepeatingObject(pairs)


def _without_dates(value: object) -> object:
    match value:
        case dict():
            return {key: _without_dates(item) for key, item in value.items()}
        case list():
            return [_without_dates(item) for item in value]
        case date() | time():
            return value.isoformat()
    return value
