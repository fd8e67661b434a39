"""A work from plain text: captions, headline, deck, body and licence line; what is not clearly one of them is body.

The kind of text meant: captions, each perhaps twice (alone, then with its credit), headline, deck, body, and a last
line that names the licence. A text may as well be the body alone, and reports count its paragraphs, so nothing is
taken off it unless a credited caption or a licence line proves the kind.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from licensecheck.documents import one_line
from licensecheck.errors import InputError
from licensecheck.license_names import find_names
from licensecheck.licenses import find_uris
from licensecheck.model import Notices, Paragraph, Photo, Work
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from licensecheck.licenses import License

# In characters; longer ones are prose.
_CAPTION_LIMIT = 800
_HEADLINE_LIMIT = 200
_DECK_LIMIT = 240
_LICENSE_LINE_LIMIT = 400

_PICTURE = r"(?:photo\w*|pictures?|images?|foto\w*|bild(?:er)?|illustrations?|graphics?|screenshots?)"
# As in "(Photo: …)"; parentheses inside it, as around a photo's licence, one level deep.
_PARENTHESES_AT_END = pattern(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)\.?$")
_LABEL = pattern(r"[^\W\d_]+(?: credits?)?(?::| by\b)\s*", re.IGNORECASE)
_PICTURE_LABEL = pattern(rf"(?:{_PICTURE}(?: credits?)?|credits?)(?::| by\b)\s*", re.IGNORECASE)
_OF_PICTURES = pattern(rf"\b{_PICTURE}\b", re.IGNORECASE)
_ENDS_AS_PROSE = pattern(r"[.。।…:;,][\"”’»')\]]*$")
_ENDS_IN_INITIALS = pattern(r"\b(?:[^\W\d_]\.){2,}$")
_SENTENCE_GAP = pattern(r"(?<=[.!?])\s+|(?<=[.!?][\"”’)\]])\s+")

_Paragraphs = tuple[str, ...]


def read_text(text: str, file: str | None = None) -> Work:
    """The work in a plain text, its paragraphs separated by blank lines; `InputError` about `file` if it has none."""
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        problem = "holds no text"
        raise InputError(problem, file=file)
    notice = _license_notice(paragraphs[-1]) if len(paragraphs) > 1 else None
    licenses = _licenses(notice) if notice else set()
    photos, inner = _take_photos(paragraphs[:-1] if notice else paragraphs)
    title, deck, body = _take_headline(inner) if notice or photos else (None, None, inner)
    return Work(
        body=tuple(map(Paragraph, body)),
        titles=(title,) if title else (),
        deck=deck,
        license=licenses.pop() if len(licenses) == 1 else None,
        notices=Notices(license=notice),
        photos=photos,
    )


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs between blank lines, each on one line; every kind of line end counts."""
    groups = groupby(text.splitlines(), key=lambda line: bool(line.strip()))
    return tuple(one_line(" ".join(lines)) for filled, lines in groups if filled)


def _take_photos(paragraphs: _Paragraphs) -> tuple[tuple[Photo, ...], _Paragraphs]:
    """The photos whose captions open the text, and the rest, at least one paragraph."""
    photos, start = [], 0
    while start + 2 < len(paragraphs):
        photo, taken = _captioned_twice(*paragraphs[start : start + 2]), 2
        if photo is None:
            photo, taken = _captioned_once(paragraphs[start]), 1
        if photo is None:
            break
        photos.append(photo)
        start += taken
    return tuple(dict.fromkeys(photos)), paragraphs[start:]


def _captioned_twice(alone: str, credited: str) -> Photo | None:
    """The photo of a caption followed by the same caption with a credit in parentheses."""
    same = alone.rstrip(".")
    if not credited.startswith(same):
        return None
    credit = _PARENTHESES_AT_END.match(credited[len(same) :].lstrip(" ."))
    if credit is None:
        return None
    label = _LABEL.match(credit[1])
    return Photo(alone, credit[1][label.end() :] if label else credit[1])


def _captioned_once(paragraph: str) -> Photo | None:
    """The photo of a caption that ends in a credit labelled as a picture's."""
    credit = _PARENTHESES_AT_END.search(paragraph) if len(paragraph) <= _CAPTION_LIMIT else None
    if credit is None or not (label := _PICTURE_LABEL.match(credit[1])):
        return None
    return Photo(paragraph[: credit.start()].rstrip() or None, credit[1][label.end() :])


def _take_headline(paragraphs: _Paragraphs) -> tuple[str | None, str | None, _Paragraphs]:
    """The headline, the deck behind it, and the rest, at least one paragraph."""
    title, *rest = paragraphs
    if not rest or not _reads_as_headline(title):
        return None, None, paragraphs
    deck, *body = rest
    if not body or len(deck) > _DECK_LIMIT:
        return title, None, tuple(rest)
    return title, deck, tuple(body)


def _reads_as_headline(paragraph: str) -> bool:
    """Whether a paragraph is short and does not end as a sentence does; initials such as "U.S." end no sentence."""
    if len(paragraph) > _HEADLINE_LIMIT:
        return False
    return not _ENDS_AS_PROSE.search(paragraph) or bool(_ENDS_IN_INITIALS.search(paragraph))


def _license_notice(paragraph: str) -> str | None:
    """The sentences of a last paragraph that name a licence of the text; a photo's licence is not the text's."""
    if len(paragraph) > _LICENSE_LINE_LIMIT:
        return None
    notice = " ".join(sentence for sentence in _SENTENCE_GAP.split(paragraph) if _licenses(sentence))
    return notice if notice and not _OF_PICTURES.search(notice) else None


def _licenses(text: str) -> set[License | None]:
    """The licences of a text's addresses, or else of its words; among them `None` if one lacks its version."""
    by_address = {reading.license for _, _, reading in find_uris(text) if reading.unit}
    return by_address or {reading.license for reading in find_names(text) if not reading.generic}
