"""Folding and words: what counts as the same text, with a way back to the characters of the source.

Three readings of a text, each coarser than the last:

* `fold` unites what typesetting makes of one and the same text (quotation marks, dashes, spaces, invisible
  characters, ligatures, composed and decomposed letters). It is a closed list, never NFKC: `10²` is not `102`.
* `ink` is the folded text without white space: what is left when lines, joins and layout are ignored.
* `squeeze` keeps the letters and digits of the ink, caseless: the stream in which a work is looked for.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from licensecheck.patterns import pattern

FOLDS = (
    dict.fromkeys("‘’‚‛′´`ʹʼ‹›＇", "'")
    | dict.fromkeys("“”„‟″«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " ")
    | dict.fromkeys("\u2028\u2029\u202f\u205f\u3000", " ")
    # Soft hyphen, zero-width and bidirectional controls, variation selectors, object replacement.
    | dict.fromkeys("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffc\ufe0e\ufe0f", "")
    | dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
    | {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "×": "x"}
)
_FOLDABLE = pattern("[" + "".join(map(re.escape, FOLDS)) + "]")
_DASHES = pattern(r"-{2,}")

# Vowel signs and tone marks without which a word is another word; Python's \w leaves them out.
_MARKS = (
    "\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece"
    "\u0f71-\u0fbc\u102b-\u103e\u17b4-\u17d3"
)
# Scripts written without spaces: each character is a word of its own.
_UNSPACED = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# What is neither letter nor digit nor line feed: in ASCII, and beyond it.
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and code != ord("\n"))
_SIGNS = pattern(rf"[^\w\n{_MARKS}]+")
_WORD = pattern(rf"[{_UNSPACED}]|(?:[^\W_{_UNSPACED}]|[{_MARKS}])+")
# All that is needed below the first combining mark, and ten times as fast to compile.
_LATIN_WORD = pattern(r"[^\W_]+")
_FIRST_COMBINING = "\u0300"
_HANGUL_TAIL = ("\u1160", "\u11ff")


def fold(text: str) -> str:
    """The text with typographic variants united; case, punctuation and line feeds stay."""
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = _FOLDABLE.sub(lambda match: FOLDS[match[0]], text)
    return _DASHES.sub("-", text) if "--" in text else text


def ink(text: str) -> str:
    """The folded text without white space."""
    return "".join(fold(text).split())


def squeeze(text: str) -> str:
    """The letters and digits of the folded text, case folded, and its line feeds."""
    encoded = fold(text).casefold().encode("utf-8", "surrogatepass")
    letters = encoded.translate(None, _ASCII_SIGNS).decode("utf-8", "surrogatepass")
    return letters if letters.isascii() else _SIGNS.sub("", letters)


def words(text: str) -> list[str]:
    """The words of the folded text, case folded; joined they are the squeezed text without line feeds."""
    folded = fold(text).casefold()
    return (_WORD if max(folded, default="") >= _FIRST_COMBINING else _LATIN_WORD).findall(folded)


def squeezed_offsets(text: str) -> list[int]:
    """For each character of `squeeze(text)`, the offset in `text` of the character it comes from.

    `text` holds no line feeds. A letter and the combining marks behind it count as one source character.
    """
    if text.isascii():
        return [offset for offset, character in enumerate(text) if character.isalnum()]
    offsets: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and text[end] >= _FIRST_COMBINING and _continues(text[end]):
            end += 1
        offsets += [start] * _count(text[start:end])
        start = end
    return offsets


@lru_cache(maxsize=4096)
def _count(character: str) -> int:
    """How many letters and digits are left of a character with its combining marks."""
    return len(squeeze(character))


def _continues(character: str) -> bool:
    """Whether the character may compose with the one before it."""
    return unicodedata.combining(character) != 0 or _HANGUL_TAIL[0] <= character <= _HANGUL_TAIL[1]
