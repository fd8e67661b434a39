"""Whether it takes a browser to see what a page lacks: it may stand where no text of the page's own does.

Nothing is credited for standing there, and nothing that may stand there is called missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.reading import Reading
from licensecheck.terms import Scope, SignKind, Unread
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Credit
    from licensecheck.model import Alignment, Page, Work


def with_rendering(work: Work, page: Page, alignment: Alignment, credit: Credit) -> Page:
    """The page, marked as one that takes a browser where what it lacks of the credit may stand out of our sight."""
    texts = [squeeze(sign.text) for sign in page.signs if sign.kind is SignKind.DRAWN_TEXT]
    boxes = [sign.element for sign in page.signs if sign.kind is SignKind.CLOSED_BOX]
    if alignment.body is None or not (texts or boxes):
        return page
    lacking = list(_lacking(work, credit))
    named = any(name in text for name in lacking for text in texts)
    if not named and not (lacking and boxes and _any_beside(boxes, Reading(work, page, alignment))):
        return page
    return page._replace(unread=(*page.unread, Unread.RENDERING))


def _lacking(work: Work, credit: Credit) -> Iterator[str]:
    """What the page is to name and no reader finds named, squeezed."""
    shown = {mention.named for mention in (*credit.authors, *credit.parties) if mention.visible}
    yield from (squeeze(name) for name in (*(work.authors or ()), *(work.parties or ())) if name not in shown)
    if work.license and not any(mark.visible for mark in credit.marks):
        yield from map(squeeze, ("Creative Commons", work.license.id))


def _any_beside(boxes: list[int], reading: Reading) -> bool:
    """Whether any of the elements stands with the article, above its text or below it."""
    first, last = min(reading.body), max(reading.body)
    inside = range(reading.page.blocks[first].element, reading.page.blocks[last].element)
    return any(box not in inside and reading.setting.scope_of(box) is Scope.ARTICLE for box in boxes)
