"""The photos of the work, as far as text and markup tell: is each credited, rightly, and covered by which licence.

What is inside the files is not read: whether two pictures are the same, and whether a file has kept its IPTC and XMP
metadata (creator, notice, licence), would take their bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.names import is_named, organisation, person
from licensecheck.patterns import pattern
from licensecheck.photos import file_stem
from licensecheck.rules._applies import (
    has_own_photos,
    has_photos,
    has_photos_of_unknown_status,
    has_photos_under_other_licenses,
    has_sources_of_photos,
)
from licensecheck.rules._evidence import of_photo, of_work, quoted
from licensecheck.rules._marks import elements_named
from licensecheck.rules._remedy import license_reference
from licensecheck.rules._rule import Outcome, fail, missing, review, rule
from licensecheck.terms import FindingClass, Severity
from licensecheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.licenses import License
    from licensecheck.model import Case, Photo

_UNSURE = "; the manifest does not say whether the licence covers the photo"
# What stands around a photographer's name without being part of it.
_FILLING = frozenset("photo photos photograph photography picture image by of for via the credit courtesy".split())
_AGENCY = pattern(
    r"\b(?:getty|shutterstock|i?stock ?photo|alamy|reuters|afp|epa-efe|epa|associated press|ap|zuma press)\b|"
    r"\bcourtesy\b",
    re.IGNORECASE,
)

_WORD = pattern(r"[^\W\d_]{3,}")


@rule("PHO-801", clause=Clause.ATTRIBUTION_CREATOR, applies=has_own_photos)
def missing_photo_credit(case: Case) -> Iterator[Outcome]:
    """The page shows a photo of the work without its credit.

    A photo under the work's licence is a work of its own, and its photographer is owed credit. Where the manifest
    does not say whether the licence covers the photo, a person decides.

    Known problems: a photo is recognised by its caption or file name; a credit inside the picture is not read, nor
    one in the metadata of its file, whose loss goes unseen (PHO-807).
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

    The order of the names, an initial for a given name, "Photo by" and the agency behind the name are no difference.
    A credit that stands under another picture is another matter (PHO-803).

    Known problems: a name in another script counts as another name.
    Fix: restore the credit.
    """
    for shown in case.credit.photos:
        credit = shown.photo.credit
        if not shown.present or shown.photo.licensed is False or not credit or not shown.credit:
            continue
        if not _agree(credit, shown.credit):
            covered = shown.photo.licensed is True
            yield fail(
                f"the page credits a photo to {quoted(shown.credit)} where the work credits {quoted(credit)}"
                f"{'' if covered else _UNSURE}",
                severity=Severity.VIOLATION if covered else Severity.REVIEW,
                evidence=[of_work(credit), of_photo(case, shown)],
                fix=f"Restore the credit: Photo: {credit}",
            )


@rule("PHO-803", clause=Clause.ATTRIBUTION_CREATOR, severity=Severity.REVIEW, applies=has_sources_of_photos)
def credit_under_another_picture(case: Case) -> Iterator[Outcome]:
    """The page has the credit of a photo of the work under another picture.

    A credit that stays when the picture is replaced names someone who did not take it. Here caption and file name
    both speak of another picture; whether the same photographer took that one as well, a person sees.

    Known problems: the pictures themselves are not compared, so that a photo replaced under its own caption goes
    unseen; a file whose name says nothing is left alone.
    Fix: restore the photo, or credit the picture to its own photographer.
    """
    seen = [shown.photo.credit for shown in case.credit.photos if shown.present and shown.photo.credit]
    for shown in case.credit.photos:
        credit = shown.photo.credit
        if not credit or shown.present or any(_agree(credit, other) for other in seen):
            continue
        if shown.image and shown.credit and _name_different_things(shown.photo.source or "", shown.image.source):
            yield review(
                f"the page has the credit {quoted(shown.credit)} under {file_stem(shown.image.source)}, "
                f"where the work has {file_stem(shown.photo.source or '')}: who took that picture?",
                evidence=[of_work(credit), of_photo(case, shown)],
                fix="Restore the photo, or credit the picture to its own photographer.",
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


@rule("PHO-806", severity=Severity.REVIEW, rests_on=FindingClass.INPUT, applies=has_photos_of_unknown_status)
def photo_of_unknown_status(case: Case) -> Iterator[Outcome]:
    """The page shows a photo of which it is not known whether the work's licence covers it.

    Photos often belong to others than the text. One that is credited to the publisher or to an author of the work
    counts as covered, one from an agency as not; of the rest the manifest has to say it. Where it says so of other
    photos and not of this one, a person decides; where it speaks of none, that is a remark.

    Known problems: a publisher may license its own photos apart from its texts.
    Fix: set `licensed` for the photo in the manifest.
    """
    tells = any(photo.licensed is not None or photo.license for photo in case.work.photos)
    for shown in case.credit.photos:
        photo = shown.photo
        unknown = photo.licensed is None and not photo.license
        if shown.present and unknown and not _is_foreign(case, photo) and not _is_own(case, photo):
            owner = f", credited to {quoted(photo.credit)}," if photo.credit else ""
            yield fail(
                f"the page shows a photo{owner} of which the manifest does not say whether the licence covers it",
                severity=Severity.REVIEW if tells else Severity.INFO,
                evidence=[of_photo(case, shown)],
                fix="Ask the publisher, and set `licensed` for the photo in the manifest.",
            )


@rule("PHO-810", rests_on=FindingClass.OUTSIDE, applies=has_photos_under_other_licenses)
def photo_license_not_stated(case: Case) -> Iterator[Outcome]:
    """The page shows a photo that has a Creative Commons licence of its own, and does not state it.

    The licence of the text does not cover such a photo; its own does, and asks for its own mark. The finding is a
    breach of that licence, whose section the message gives, and none of the work's. A name without address is
    a warning, as it is for the work (LIC-102).

    Known problems: the licence may be stated for all photos at once, anywhere on the page.
    Fix: add the photo's credit and licence to the caption.
    """
    for shown in case.credit.photos:
        own = shown.photo.license
        if not shown.present or own in {None, case.work.license} or not own.elements or _is_linked(case, own):
            continue
        named = any(mark.visible and elements_named(mark) == own.elements for mark in case.credit.marks)
        if not (named and own.name_suffices):
            who = shown.photo.credit or shown.credit
            yield missing(
                f"the page shows a photo under {own.id} without {'its address' if named else 'naming that licence'} "
                f"(section {own.section(Clause.LICENSE_URI)} of {own.id})",
                severity=Severity.WARNING if named and not own.name_fails else Severity.VIOLATION,
                evidence=[of_photo(case, shown)],
                fix=f"Add to the caption: Photo: {f'{who}, ' if who else ''}{license_reference(own)}",
            )


def _name_different_things(one: str, other: str) -> bool:
    """Whether two file names have words, two each or more, and none in common."""
    ours, theirs = (set(_WORD.findall(file_stem(source).lower())) for source in (one, other))
    return min(len(ours), len(theirs)) > 1 and ours.isdisjoint(theirs)


def _is_linked(case: Case, license_: License) -> bool:
    return any(mark.visible and mark.license == license_ and mark.href for mark in case.credit.marks)


def _is_own(case: Case, photo: Photo) -> bool:
    """Whether the photo's credit names the publisher or an author of the work."""
    own = (*map(person, case.work.authors or ()), *map(organisation, case.work.parties or ()))
    return photo.credit is not None and any(is_named(name, photo.credit) for name in own)


def _agree(one: str, other: str) -> bool:
    """Whether two credits name the same person, in full or by an initial, whatever agency stands behind the name."""
    full, shown = _names(one), _names(other)
    photographer = one.partition("/")[0]
    return bool(shown) and (_names(photographer) <= shown or shown <= full or is_named(person(photographer), other))


def _names(credit: str) -> set[str]:
    return set(words(credit)) - _FILLING


def _is_foreign(case: Case, photo: Photo) -> bool:
    """Whether the manifest says that the licence leaves the photo out, or its credit names an agency."""
    if photo.license:
        return False
    if photo.licensed is not None:
        return not photo.licensed
    own = " ".join(case.work.parties or ())
    return bool(photo.credit and _AGENCY.search(photo.credit) and not _AGENCY.search(own))
