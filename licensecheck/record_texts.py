"""The two texts as a record keeps them: enough to lay work and page side by side again, without judging again."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypedDict

from licensecheck.terms import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Credit, PhotoCredit
    from licensecheck.model import Block, Image, Page, Report, Span

# What the parts of a credit are called in a record.
_CREDITS = {"authors": "author", "parties": "publisher", "titles": "title", "sources": "source"}
# What a phrase or mark on the page speaks of if it is shown with the article.
_NEAR = frozenset({Scope.ARTICLE, Scope.IMAGE})


class ParagraphRecord(TypedDict):
    """A paragraph or subhead of the work's body."""

    role: str
    text: str


class BlockRecord(TypedDict):
    """A block of the page: where it starts in the page's text, and why it is excused, if it is."""

    start: int
    text: str
    aside: str | None


class CreditRecord(TypedDict):
    """A place that names what the work asks to have named: what it is, its name there, the page's span."""

    what: str
    named: str
    span: list[int]


class PhotoRecord(TypedDict):
    """A photo of the work, of the page, or of both; `place` is the offset in the page's text that it stands before.

    Caption and credit are the work's, what is shown of them is the page's.
    """

    caption: str | None
    credit: str | None
    caption_shown: str | None
    credit_shown: str | None
    source: str | None
    alternative: str | None
    place: int | None


class TextsRecord(TypedDict):
    """What of the two texts is shown; a match is [start, end) of the work's text and then of the page's.

    `language` is the work's.
    """

    language: str | None
    work: list[ParagraphRecord]
    page: list[BlockRecord]
    matches: list[list[int]]
    credits: list[CreditRecord]
    photos: list[PhotoRecord]


def texts_of(report: Report) -> TextsRecord | None:
    """The work's body, and of the page the blocks around and in the body that the report speaks of.

    `None` where the work was not found on the page.
    """
    if report.alignment.body is None:
        return None
    credit = list(_credits(report.credit)) if report.credit else []
    excused = {aside.block: aside.reason for aside in report.alignment.asides}
    shown = sorted(_shown(report, credit))
    blocks = [report.page.blocks[number] for number in shown]
    return {
        "language": report.work.language,
        "work": [{"role": paragraph.role, "text": paragraph.text} for paragraph in report.work.body],
        "page": [
            {"start": block.start, "text": block.text, "aside": excused.get(number)}
            for number, block in zip(shown, blocks, strict=True)
        ],
        "matches": [[*match.work, *match.page] for match in report.alignment.matches],
        "credits": credit,
        "photos": list(_photos(report.credit, report.page, blocks)) if report.credit else [],
    }


def _shown(report: Report, credit: list[CreditRecord]) -> Iterator[int]:
    """The numbers of the visible blocks of the body, and of those that something points to."""
    first, last = report.alignment.body or (0, -1)
    blocks = report.page.blocks
    starts = [block.start for block in blocks]
    pointed = {*(entry["span"][0] for entry in credit), *_pointed(report)}
    yield from {number for number in range(first, last + 1) if blocks[number].hidden < 0}.union(
        bisect_right(starts, start) - 1 for start in pointed
    )


def _pointed(report: Report) -> Iterator[int]:
    """Where on the page changes and evidence stand."""
    for change in report.changes:
        if change.page_span:
            yield change.page_span.start
    for finding in report.findings:
        yield from (piece.span.start for piece in finding.evidence if piece.span and piece.side == "page")


def _credits(credit: Credit) -> Iterator[CreditRecord]:
    """What is named near the article for a reader to see, in the order of the page."""
    found = [
        (mention.span, what, mention.named)
        for name, what in _CREDITS.items()
        for mention in getattr(credit, name)
        if mention.span and mention.visible and mention.scope in _NEAR
    ]
    found += [
        (mark.span, "licence", mark.license.id)
        for mark in credit.marks
        if mark.license and mark.span and mark.visible and mark.scope in _NEAR
    ]
    for span, what, named in sorted(found):
        yield {"what": what, "named": named, "span": list(span)}


def _photos(credit: Credit, page: Page, blocks: list[Block]) -> Iterator[PhotoRecord]:
    """The photos of the work, and the pictures between the shown blocks that are none of them."""
    for photo in credit.photos:
        image, place = photo.image, None
        if photo.present:
            place = _place(image, blocks) if image else _start(photo.span)
        yield _photo(photo, image if photo.present else None, place)
    known = {photo.image.element for photo in credit.photos if photo.image}
    for image in page.images:
        inside = blocks and blocks[0].element <= image.element <= blocks[-1].element
        if inside and image.hidden < 0 and image.element not in known and (image.alternative or image.figure >= 0):
            yield _photo(None, image, _place(image, blocks))


def _photo(credit: PhotoCredit | None, image: Image | None, place: int | None) -> PhotoRecord:
    return {
        "caption": credit.photo.caption if credit else None,
        "credit": credit.photo.credit if credit else None,
        "caption_shown": credit.caption if credit else None,
        "credit_shown": credit.credit if credit else None,
        "source": image.source if image else None,
        "alternative": image.alternative if image else None,
        "place": place,
    }


def _place(image: Image, blocks: list[Block]) -> int | None:
    """Where the first block behind the picture starts."""
    return next((block.start for block in blocks if block.element >= image.element), None)


def _start(span: Span | None) -> int | None:
    return span.start if span else None
