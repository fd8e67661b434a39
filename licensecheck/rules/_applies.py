"""When a rule applies: the work and page have what it needs, and the licence asks for what it looks at.

A rule whose input is not known does not apply; it never fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.licenses import Element
from licensecheck.rules._extent import shows_pieces
from licensecheck.verdict import is_copy

if TYPE_CHECKING:
    from licensecheck.licenses import License
    from licensecheck.model import Case


def always(_case: Case) -> bool:
    """The rule is about the page and the work as such."""
    return True


def has_conditions(case: Case) -> bool:
    """The page is a copy, and the work's licence has conditions: CC0 and the public domain mark have none."""
    return is_copy(case.alignment) and asks(case, Clause.LICENSE_URI)


def asks(case: Case, clause: Clause) -> bool:
    """Whether the work's licence is known and has the clause."""
    return case.work.license is not None and case.work.license.section(clause) is not None


def known_license(case: Case) -> License:
    """The licence, for rules that apply only where it is known."""
    if case.work.license is None:
        message = "a rule that needs the licence was asked about a work without one"
        raise LookupError(message)
    return case.work.license


# --- attribution


def owes_credit(case: Case) -> bool:
    """The licence has conditions, and the licensor has not asked for the credit to go."""
    return has_conditions(case) and not case.work.credit_removed


def credits_author(case: Case) -> bool:
    """The authors are known, and the licence asks for their names."""
    return bool(case.work.authors) and owes_credit(case)


def credits_parties(case: Case) -> bool:
    """The parties to be credited are known, and the licence asks for them (from 2.5 on)."""
    return bool(case.work.parties) and owes_credit(case) and asks(case, Clause.ATTRIBUTION_PARTIES)


def credits_someone(case: Case) -> bool:
    """Authors or parties are known, and the licence asks for credit."""
    return bool(case.work.authors or case.work.parties) and owes_credit(case)


def has_title(case: Case) -> bool:
    """The title is known, and the licence has conditions; whether it asks for the title decides what is said."""
    return bool(case.work.titles) and owes_credit(case)


def asks_for_source(case: Case) -> bool:
    """The source address is known, and the licence asks for it (from 2.0 on)."""
    return bool(case.work.sources) and owes_credit(case) and asks(case, Clause.ATTRIBUTION_SOURCE)


def asks_for_prominence(case: Case) -> bool:
    """The authors are known, and the licence compares their credit with that of others (up to 3.0)."""
    return credits_author(case) and asks(case, Clause.ATTRIBUTION_PROMINENCE)


def knows_profiles(case: Case) -> bool:
    """The authors are known, and the addresses of their own pages."""
    return bool(case.work.profiles) and credits_author(case)


def bars_credit(case: Case) -> bool:
    """The licensor has asked for the credit to go, and it is known whose credit that is."""
    named = bool(case.work.authors or case.work.parties)
    return named and case.work.credit_removed and has_conditions(case) and asks(case, Clause.ATTRIBUTION_REMOVAL)


def forbids_endorsement(case: Case) -> bool:
    """The authors are known, and the licence speaks of endorsement (from 3.0 on)."""
    return credits_author(case) and asks(case, Clause.ENDORSEMENT)


def forbids_ties(case: Case) -> bool:
    """Authors or parties are known, and the licence speaks of endorsement (from 3.0 on)."""
    known = bool(case.work.authors or case.work.parties)
    return known and has_conditions(case) and asks(case, Clause.ENDORSEMENT)


# --- notices and photos


def has_copyright_notice(case: Case) -> bool:
    """A copyright notice was supplied, and the licence asks to keep it."""
    notice = case.work.notices.copyright
    return bool(notice) and has_conditions(case) and asks(case, Clause.ATTRIBUTION_COPYRIGHT_NOTICE)


def has_license_notice(case: Case) -> bool:
    """A licence notice was supplied, and the licence asks to keep it."""
    return bool(case.work.notices.license) and has_conditions(case)


def knows_holder(case: Case) -> bool:
    """It is known whose copyright the work is: the parties, or the holder that a notice names."""
    return bool(case.work.parties or case.work.notices.copyright) and has_conditions(case)


def has_photos(case: Case) -> bool:
    """The photos of the work are known."""
    return bool(case.work.photos) and has_conditions(case)


def has_sources_of_photos(case: Case) -> bool:
    """The manifest says of a photo that the licence covers who is credited, what it shows and in which file."""
    photos = (photo for photo in case.work.photos if photo.licensed is not False)
    return has_photos(case) and any(photo.credit and photo.caption and photo.source for photo in photos)


def has_photos_of_unknown_status(case: Case) -> bool:
    """The manifest does not say of a photo whether the licence covers it, nor gives it a licence of its own."""
    return has_photos(case) and any(photo.licensed is None and not photo.license for photo in case.work.photos)


def has_photos_under_other_licenses(case: Case) -> bool:
    """A photo of the work has a licence of its own."""
    return has_photos(case) and any(photo.license not in {None, case.work.license} for photo in case.work.photos)


def must_keep_photos_whole(case: Case) -> bool:
    """The licence covers a photo, or may, and allows no derivatives."""
    return has_own_photos(case) and must_be_verbatim(case)


def has_own_photos(case: Case) -> bool:
    """The manifest lists a photo that the licence covers, or of which it does not say."""
    return has_photos(case) and any(photo.licensed is not False for photo in case.work.photos)


# --- NoDerivatives and NonCommercial


def must_be_verbatim(case: Case) -> bool:
    """The licence allows no derivatives."""
    return has_conditions(case) and Element.ND in known_license(case).elements


def is_connected(case: Case) -> bool:
    """The licence allows no derivatives, and so much of the work is there in a row that a gap is a cut."""
    return must_be_verbatim(case) and not shows_pieces(case)


def must_keep_links(case: Case) -> bool:
    """The licence allows no derivatives, and it is known which links the work has, if any."""
    return case.work.links is not None and must_be_verbatim(case)


def must_be_noncommercial(case: Case) -> bool:
    """The licence is NonCommercial."""
    return has_conditions(case) and Element.NC in known_license(case).elements
