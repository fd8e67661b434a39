"""Untrusted text made fit for a terminal and a build log: nothing in it steers, hides or starts a line of its own."""

from __future__ import annotations

import re
import textwrap

from licensecheck.patterns import pattern

WIDTH = 80

# C0 and C1 controls, line and paragraph separators, bidirectional controls, lone surrogates, invisible tags.
_STEERING = pattern("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\U000e0000-\U000e007f]")
# Build servers take commands from logs: "::" at the start of a line, "##[" and "##name[" anywhere.
_COMMAND = pattern(r"#(?=#\w*\[)")
_COMMAND_LINE = pattern(r"^(\s*)([:#])(?=\2)", re.MULTILINE)
_BIG = 0x10000


def printable(text: str) -> str:
    r"""The text on one line with whatever steers a terminal written as `\xNN`, `\uNNNN` or `\UNNNNNNNN`."""
    return _COMMAND.sub(r"\\x23", _STEERING.sub(_escaped, text))


def wrapped(text: str, *, margin: str = "", hanging: str | None = None) -> str:
    """The text made printable, its white space collapsed, in lines behind the margins.

    A line has at most `WIDTH` characters, and more only if one word has.
    """
    lines = textwrap.fill(
        printable(" ".join(text.split())),
        WIDTH,
        initial_indent=margin,
        subsequent_indent=" " * len(margin) if hanging is None else hanging,
        break_long_words=False,  # an address must stay whole to be pasted
        break_on_hyphens=False,
    )
    return _COMMAND_LINE.sub(lambda match: f"{match[1]}\\x{ord(match[2]):02x}", lines)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:  # noqa: PLR2004 (the last that two digits hold)
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _BIG else f"\\U{code:08x}"
