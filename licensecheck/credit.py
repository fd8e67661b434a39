"""All that a page says of the work's origin and terms, each thing with what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.bylines import read_bylines
from licensecheck.claims import Credit
from licensecheck.headline import headline_text
from licensecheck.marks import read_marks
from licensecheck.mentions import read_authors, read_parties
from licensecheck.photos import read_photos
from licensecheck.phrases import read_phrases
from licensecheck.reading import Reading
from licensecheck.sources import read_sources
from licensecheck.titles import read_titles

if TYPE_CHECKING:
    from licensecheck.model import Alignment, Page, Work


def read_credit(work: Work, page: Page, alignment: Alignment) -> Credit:
    """Read the page beside the work: who and what is named, under which terms, and what each of it speaks of.

    The words of the story itself are no credit, whomever they name; the work's own credit and licence lines are.
    """
    reading = Reading(work, page, alignment)
    bylines = read_bylines(reading)
    return Credit(
        authors=tuple(read_authors(reading, bylines)),
        parties=tuple(read_parties(reading)),
        titles=tuple(read_titles(reading)),
        sources=tuple(read_sources(reading)),
        marks=tuple(read_marks(reading)),
        phrases=tuple(read_phrases(reading, bylines)),
        photos=tuple(read_photos(reading)),
        headline=headline_text(page, reading.headline) if reading.headline >= 0 else None,
    )
