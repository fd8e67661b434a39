"""The photos of an original: the pictures in and above its body, with the captions and credits under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from licensecheck.model import Photo
from licensecheck.patterns import pattern
from licensecheck.photos import split_caption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.model import Image, Page

_CREDIT_BOX = pattern(r"attribution|credit|photographer", re.IGNORECASE)
_LABEL = pattern(r"^\W*(?:credits?|image|photo|picture|source)\W*$", re.IGNORECASE)
_CAPTION_BOX = pattern(r"caption|(?<![a-z])media(?![a-z])|wp-block-image|image", re.IGNORECASE)
# A picture's box is looked for so many elements outwards.
_OUTWARDS = 3


def read_pictures(page: Page, numbers: Sequence[int], headline: int) -> tuple[tuple[Photo, ...], tuple[str, ...]]:
    """The photos between the headline and the end of the body, each once, and what is not known about them."""
    if not numbers:
        return (), ()
    start = page.blocks[headline if 0 <= headline < numbers[0] else numbers[0]].element
    body = frozenset(numbers)
    end = max(page.tree.ends[page.blocks[number].element] for number in numbers)
    pictures = (_picture(page, image, body) for image in page.images if start < image.element < end)
    photos = tuple(dict.fromkeys(photo for photo in pictures if photo))
    if not photos:
        return (), ()
    notes = ["photos: the page does not say whether the licence covers them; set `licensed` for each"]
    bare = sum(photo.credit is None for photo in photos)
    if bare:
        notes.append(f"photos: {bare} of {len(photos)} without a credit that could be read")
    return photos, tuple(notes)


def _picture(page: Page, image: Image, body: frozenset[int]) -> Photo | None:
    """The photo that an image shows; a picture without any caption is decoration."""
    caption = credit = None
    for text, is_credit in _lines(page, image, body):
        said, name = (None, text) if is_credit else split_caption(text)
        caption, credit = caption or said, credit or name
    if not caption and not credit:
        return None
    source = urljoin(urljoin(page.url or "", page.base or ""), image.source) if image.source else None
    return Photo(caption=caption, credit=credit, source=source or None)


def _lines(page: Page, image: Image, body: frozenset[int]) -> Iterator[tuple[str, bool]]:
    """The texts under an image, each with whether its box is called a credit's; labels are left out."""
    box = image.figure if image.figure >= 0 else _box(page, image, body)
    if box < 0:
        return
    for number, block in enumerate(page.blocks):
        if number not in body and page.tree.contains(box, block.element) and not _LABEL.match(block.text):
            boxes = (element for element in page.tree.ancestors(block.element) if box < element)
            is_credit = any(_CREDIT_BOX.search(page.tree.classes[element]) for element in boxes)
            yield split_caption(block.text)[1] or block.text if is_credit else block.text, is_credit


def _box(page: Page, image: Image, body: frozenset[int]) -> int:
    """The element around an image outside any figure that is called a picture's and holds none of the body."""
    held = {page.blocks[number].element for number in body}
    parent = page.tree.parents[image.element]
    for element in list(page.tree.ancestors(parent))[:_OUTWARDS]:
        if any(page.tree.contains(element, each) for each in held):
            return -1
        if _CAPTION_BOX.search(page.tree.classes[element]):
            return element
    return -1
