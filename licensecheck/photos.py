"""The photos of the work on a page, as far as captions, credits and file names tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from licensecheck.claims import PhotoCredit
from licensecheck.credit_words import PICTURES
from licensecheck.names import find_name, is_name_like, person
from licensecheck.patterns import pattern
from licensecheck.terms import Scope
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Image, Photo
    from licensecheck.names import Name
    from licensecheck.reading import Reading

# From this likeness, in per cent, a text under a picture holds the caption with a slip or a few words changed.
_NEAR = 80.0
# Such a text holds at least one piece of the caption of so many letters unchanged.
_PROBE = 8
# Shorter file names ("1.jpg", "img.png") are everywhere.
_LEAST_STEM = 5
# What systems hang onto the name: the size they cut, the format.
_EDITION = r"(?:[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|\dx))*(?:\.\w{2,5})*(?=[?#&/]|$)"
_EDITION_END = pattern(_EDITION)
_LABEL = rf"(?:{PICTURES}|credits?|quelle)"
_BY = r"(?:by|courtesy(?: of)?|credit|de|di|par|por|von|via)"
_LABELLED = pattern(
    rf"(?<!\w)(?:{_LABEL}(?:\s+{_BY})?\s*[:：/／|©]\s*(?:{_BY}\s+|©\s*)?|{_LABEL}\s+{_BY}\s+|©\s*(?:(?:19|20)\d\d\s+)?)"
    r"(?P<who>[^\n|()\[\];]{2,80})",
    re.IGNORECASE,
)
_IN_BRACKETS = pattern(r"[(\[](?P<who>[^()\[\]]{3,80})[)\]]\W*$")
_LEAD = pattern(rf"\W*(?:{_LABEL}\b)?\s*(?:{_BY}\s+)?[:©]?\s*", re.IGNORECASE)
_AGENCY = pattern(r"\s*[/|,;(]|\s(?:courtesy|for|via)\s", re.IGNORECASE)
_CREDIT_CLASS = pattern(r"attribution|credit|photographer", re.IGNORECASE)
# A credit without a label, in a box that the markup calls one, is no longer than this.
_CREDIT_LENGTH = 60


class _Place(NamedTuple):
    """A stretch of a block: the block's number, and where in the block it begins and ends."""

    number: int
    start: int
    end: int


def read_photos(reading: Reading) -> Iterator[PhotoCredit]:
    """What the page shows of each photo of the work."""
    for photo in reading.work.photos:
        named = _image(reading, photo)
        caption = _caption(reading, photo) or _figure_caption(reading, named)
        present = caption is not None or named is not None
        credit = _credit(reading, photo, _around(reading, caption, named), caption)
        if not present and credit is None:
            credit = _lent_credit(reading, photo)
        place = caption or credit
        yield PhotoCredit(
            photo=photo,
            present=present,
            caption=_text(reading, caption),
            credit=_text(reading, credit),
            span=reading.span(*place) if place else None,
            element=reading.page.blocks[place.number].element if place else named.element if named else -1,
            image=named or (_pictured(reading, place.number) if place else None),
        )


def file_stem(source: str) -> str:
    """The file name in an address, without its format and the size that was cut."""
    return _EDITION_END.sub("", unquote(urlsplit(source).path).rpartition("/")[2], count=1)


def split_caption(text: str) -> tuple[str | None, str | None]:
    """The caption and the credit that stand in one text under a picture; `None` for one that does not."""
    found = _LABELLED.search(text) or _IN_BRACKETS.search(text)
    if found is None or not is_name_like(_AGENCY.split(found["who"])[0]):
        return text or None, None
    return text[: found.start()].rstrip(" /|,;:([") or None, found["who"].rstrip(" .,")


def _text(reading: Reading, place: _Place | None) -> str | None:
    return reading.page.blocks[place.number].text[place.start : place.end] if place else None


def _caption(reading: Reading, photo: Photo) -> _Place | None:
    """Where a reader sees the caption: word for word anywhere, or nearly so under a picture."""
    letters = squeeze(photo.caption or "")
    if not letters:
        return None
    stream = reading.stream
    at = stream.letters.find(letters)
    while at >= 0:
        number = reading.numbers[stream.unit(at)]
        if reading.shows(number) and stream.is_word_bound(at) and stream.is_word_bound(at + len(letters)):
            return _place(reading, number, at, at + len(letters))
        at = stream.letters.find(letters, at + 1)
    return _near_caption(reading, letters)


def _figure_caption(reading: Reading, image: Image | None) -> _Place | None:
    """What stands under the picture in its figure, whatever it says, up to the credit."""
    if image is None or image.figure < 0:
        return None
    for number, text in reading.texts.items():
        if reading.page.tree.contains(image.figure, reading.page.blocks[number].element) and reading.shows(number):
            end = _credit_start(text)
            return _Place(number, 0, end) if end else None
    return None


def _near_caption(reading: Reading, letters: str) -> _Place | None:
    stream = reading.stream
    probes = {letters[at : at + _PROBE] for at in range(0, len(letters) - _PROBE, _PROBE)}
    units = sorted({stream.unit(at) for probe in probes if (at := stream.letters.find(probe)) >= 0})
    for unit in units:
        number, held = reading.numbers[unit], stream.unit_letters(unit)
        if (
            len(held) >= len(letters) * _NEAR / 100
            and reading.shows(number)
            and reading.scope_of(number) is Scope.IMAGE
        ):
            from rapidfuzz.fuzz import partial_ratio  # noqa: PLC0415 (slow to load, rarely needed)

            if partial_ratio(letters, held, score_cutoff=_NEAR):
                return _Place(number, 0, _credit_start(reading.texts[number]) or len(reading.texts[number]))
    return None


def _credit_start(text: str) -> int:
    """Where the credit behind a caption begins; the end of the text if there is none."""
    found = _LABELLED.search(text) or _IN_BRACKETS.search(text)
    return len(text[: found.start()].rstrip()) if found else len(text)


def _place(reading: Reading, number: int, start: int, end: int) -> _Place:
    """The stretch of a block that the letters [start, end) of the stream stand for, with the marks that close it."""
    block = reading.page.blocks[number]
    span = reading.stream.span(start, end)
    place = _Place(number, max(span.start - block.start, 0), min(span.end - block.start, len(block.text)))
    return place._replace(end=place.start + len(block.text[place.start : place.end].rstrip(" /|,;:([")))


def _image(reading: Reading, photo: Photo) -> Image | None:
    """The image with the photo's file name, whatever size was cut from it."""
    stem = file_stem(photo.source or "")
    if len(stem) < _LEAST_STEM:
        return None
    named = re.compile(rf"/{re.escape(stem)}{_EDITION}", re.IGNORECASE)
    images = (image for image in reading.page.images if reading.setting.shows(image.hidden))
    return next((image for image in images if named.search("/" + unquote(image.source))), None)


def _pictured(reading: Reading, number: int) -> Image | None:
    """The picture in whose figure the block stands."""
    element, tree = reading.page.blocks[number].element, reading.page.tree
    held = (image for image in reading.page.images if image.figure >= 0 and tree.contains(image.figure, element))
    return next((image for image in held if reading.setting.shows(image.hidden)), None)


def _lent_credit(reading: Reading, photo: Photo) -> _Place | None:
    """Where the photo's credit stands under another picture."""
    if not photo.credit:
        return None
    for found in find_name(_photographer(photo.credit), reading.stream, reading.letters):
        number = reading.numbers[reading.stream.unit(found.start)]
        if reading.shows(number) and reading.scope_of(number) is Scope.IMAGE and _pictured(reading, number):
            return _place(reading, number, found.start, found.end)
    return None


def _around(reading: Reading, caption: _Place | None, image: Image | None) -> list[int]:
    """The numbers of the blocks next to the caption and of those in the image's figure, that speak of pictures."""
    blocks, tree = reading.page.blocks, reading.page.tree
    near = set(range(caption.number - 1, caption.number + 3)) if caption else set()
    if image and image.figure >= 0:
        near |= {number for number in reading.numbers if tree.contains(image.figure, blocks[number].element)}
    elif image:
        near |= set(_following(reading, image.element))
    return [
        number
        for number in sorted(near & reading.texts.keys())
        if reading.shows(number)
        and (reading.scope_of(number) is Scope.IMAGE or (caption is not None and number == caption.number))
    ]


def _following(reading: Reading, element: int) -> list[int]:
    """The numbers of the two blocks behind an element."""
    return [number for number in reading.numbers if reading.page.blocks[number].element > element][:2]


def _credit(reading: Reading, photo: Photo, near: list[int], caption: _Place | None) -> _Place | None:
    """The photo's own credit, near it or wherever else the page credits pictures; failing that, what stands near it."""
    own = _own_credit(reading, photo, near, caption)
    if own:
        return own
    return next((place for number in near if (place := _any_credit(reading, number, photo))), None)


def _own_credit(reading: Reading, photo: Photo, near: list[int], caption: _Place | None) -> _Place | None:
    """Where the credit's name stands; not in the caption's own words, which may name the photographer as well."""
    if not photo.credit:
        return None
    if whole := _whole_credit(reading, photo.credit, near):
        return whole
    best = None
    own_words = caption and _photographer(photo.credit).key in squeeze(photo.caption or "")
    for found in find_name(_photographer(photo.credit), reading.stream, reading.letters):
        number = reading.numbers[reading.stream.unit(found.start)]
        place = _place(reading, number, found.start, found.end)
        if own_words and caption and place.number == caption.number and place.start < caption.end:
            continue
        if number in near:
            return place
        if best is None and _credits_pictures_at_large(reading, number):
            best = place
    return best


def _whole_credit(reading: Reading, credit: str, near: list[int]) -> _Place | None:
    """Where the whole credit stands, agency and all."""
    letters, stream = squeeze(credit), reading.stream
    for unit, number in enumerate(reading.numbers):
        if number in near and (at := stream.unit_letters(unit).find(letters)) >= 0:
            start = stream.bounds[unit] + at
            return _place(reading, number, start, start + len(letters))
    return None


def _credits_pictures_at_large(reading: Reading, number: int) -> bool:
    """Whether the block speaks of pictures and stands in no figure: what stands in one is said of that picture."""
    tree = reading.page.tree
    held = any(tree.tags[element] == "figure" for element in tree.ancestors(reading.page.blocks[number].element))
    return not held and reading.shows(number) and reading.scope_of(number) is Scope.IMAGE


def _photographer(credit: str) -> Name:
    """The name in a credit, without label and agency."""
    named = _LEAD.sub("", credit, count=1)
    return person(_AGENCY.split(named)[0].strip() or credit)


def _any_credit(reading: Reading, number: int, photo: Photo) -> _Place | None:
    """A stretch of the block that reads as a photo credit and is no part of the caption."""
    text = reading.texts[number]
    caption = squeeze(photo.caption or "")
    for match in (*_LABELLED.finditer(text), *_IN_BRACKETS.finditer(text)):
        who = match["who"].split(". ")[0].rstrip(" .,")
        if is_name_like(_AGENCY.split(who)[0]) and squeeze(who) not in caption:
            return _Place(number, match.start("who"), match.start("who") + len(who))
    element = reading.page.blocks[number].element
    is_credit = len(text) <= _CREDIT_LENGTH and any(map(_CREDIT_CLASS.search, reading.setting.labels(element)))
    return _Place(number, 0, len(text)) if is_credit and squeeze(text) not in caption else None
