"""The photos of the work, as far as captions tell: is each credited, rightly, and does the licence cover it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.patterns import pattern
from licensecheck.rules._applies import has_own_photos, has_photos
from licensecheck.rules._evidence import of_photo, of_work, quoted
from licensecheck.rules._rule import Outcome, fail, missing, rule
from licensecheck.terms import FindingClass, Severity
from licensecheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Photo

_UNSURE = "; the manifest does not say whether the licence covers the photo"
# What stands around a photographer's name without being part of it.
_FILLING = frozenset("photo photos photograph photography picture image by of for via the credit courtesy".split())
_AGENCY = pattern(
    r"\b(?:getty|shutterstock|i?stock ?photo|alamy|reuters|afp|epa-efe|epa|associated press|ap|zuma press)\b|"
    r"\bcourtesy\b",
    re.IGNORECASE,
)


@rule("PHO-801", clause=Clause.ATTRIBUTION_CREATOR, applies=has_own_photos)
def missing_photo_credit(case: Case) -> Iterator[Outcome]:
    """The page shows a photo of the work without its credit.

    A photo under the work's licence is a work of its own, and its photographer is owed credit. Where the manifest
    does not say whether the licence covers the photo, a person decides.

    Known problems: a photo is recognised by its caption or file name; a credit inside the picture is not read.
    Fix: add the credit to the caption.
    """
    for shown in case.credit.photos:
        credit = shown.photo.credit
        if shown.present and shown.photo.licensed is not False and credit and not shown.credit:
            covered = shown.photo.licensed is True
            yield missing(
                f"the page shows a photo without its credit, {quoted(credit)}{'' if covered else _UNSURE}",
                severity=Severity.VIOLATION if covered else Severity.REVIEW,
                evidence=[of_work(credit), of_photo(case, shown)],
                fix=f"Add to the caption: Photo: {credit}",
            )


@rule("PHO-802", clause=Clause.ATTRIBUTION_CREATOR, applies=has_own_photos)
def altered_photo_credit(case: Case) -> Iterator[Outcome]:
    """The page credits a photo of the work to someone else.

    The order of the names, "Photo by" and the agency behind the name are no difference.

    Known problems: a name in another script counts as another name.
    Fix: restore the credit.
    """
    for shown in case.credit.photos:
        credit = shown.photo.credit
        if shown.photo.licensed is not False and credit and shown.credit and not _agree(credit, shown.credit):
            covered = shown.photo.licensed is True
            yield fail(
                f"the page credits a photo to {quoted(shown.credit)} where the work credits {quoted(credit)}"
                f"{'' if covered else _UNSURE}",
                severity=Severity.VIOLATION if covered else Severity.REVIEW,
                evidence=[of_work(credit), of_photo(case, shown)],
                fix=f"Restore the credit: Photo: {credit}",
            )


@rule("PHO-805", clause=None, severity=Severity.WARNING, rests_on=FindingClass.OUTSIDE, applies=has_photos)
def photo_not_covered(case: Case) -> Iterator[Outcome]:
    """The page shows a photo that the work's licence does not cover.

    Pictures from agencies and other third parties are licensed to the publisher alone; nearly every newsroom
    says so in its terms. The finding is no breach of the work's licence: it says that this licence gives no
    permission.

    Known problems: the page may have a licence of its own for the picture.
    Fix: remove the photo, or license it from its owner.
    """
    for shown in case.credit.photos:
        if shown.present and _is_foreign(case, shown.photo):
            owner = f", credited to {quoted(shown.photo.credit)}" if shown.photo.credit else ""
            yield fail(
                f"the page shows a photo that the work's licence does not cover{owner}",
                evidence=[of_photo(case, shown)],
                fix="Remove the photo, or license it from its owner.",
            )


def _agree(one: str, other: str) -> bool:
    """Whether two credits name the same person, whatever agency stands behind the name."""
    full, shown = _names(one), _names(other)
    return bool(shown) and (_names(one.partition("/")[0]) <= shown or shown <= full)


def _names(credit: str) -> set[str]:
    return set(words(credit)) - _FILLING


def _is_foreign(case: Case, photo: Photo) -> bool:
    """Whether the manifest says that the licence leaves the photo out, or its credit names an agency."""
    if photo.licensed is not None:
        return not photo.licensed
    own = " ".join(case.work.parties or ())
    return bool(photo.credit and _AGENCY.search(photo.credit) and not _AGENCY.search(own))
