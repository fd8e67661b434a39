"""All that a page says of the work's origin and terms, each thing with what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from licensecheck.bylines import read_bylines
from licensecheck.claims import Credit, Mark, Mention, Phrase
from licensecheck.headline import headline_text
from licensecheck.marks import read_marks
from licensecheck.mentions import read_authors, read_parties
from licensecheck.photos import read_photos
from licensecheck.phrases import read_phrases
from licensecheck.reading import Reading
from licensecheck.sources import read_detours, read_sources
from licensecheck.terms import Scope
from licensecheck.titles import read_titles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.model import Alignment, Page, Work

Found = TypeVar("Found", Mention, Mark, Phrase)


def read_credit(work: Work, page: Page, alignment: Alignment) -> Credit:
    """Read the page beside the work: who and what is named, under which terms, and what each of it speaks of.

    The words of the story itself are no credit, whomever they name; the work's own credit and licence lines are.
    What other stories on the page are credited with is left out.
    """
    reading = Reading(work, page, alignment)
    bylines = read_bylines(reading)
    sources = _of_work(read_sources(reading))
    return Credit(
        authors=_of_work(read_authors(reading, bylines)),
        parties=_of_work(read_parties(reading)),
        titles=_of_work(read_titles(reading)),
        sources=sources,
        marks=_of_work(read_marks(reading)),
        phrases=_of_work((*read_phrases(reading, bylines), *read_detours(reading, sources))),
        photos=tuple(read_photos(reading)),
        headline=headline_text(page, reading.headline) if reading.headline >= 0 else None,
    )


def _of_work(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(each for each in found if each.scope is not Scope.OTHER)
