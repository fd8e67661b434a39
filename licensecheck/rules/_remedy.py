"""What a person can paste to put things right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.rules._evidence import listed

if TYPE_CHECKING:
    from licensecheck.licenses import License
    from licensecheck.model import Case, Work


def credit_line(work: Work) -> str:
    """One sentence that credits the work in full: title, authors, publisher, source, notice, licence."""
    subject = f"“{work.title}”" if work.title else "This article"
    if work.authors:
        subject += f" by {listed(work.authors)}"
    if work.parties:
        subject += f", {listed(work.parties)}"
    if work.sources:
        subject += f" ({work.sources[0]})"
    if work.notices.copyright:
        subject += f", {work.notices.copyright},"
    if work.license is None:
        return f"{subject} is republished with permission."
    return f"{subject} is republished under {license_reference(work.license)}."


def license_reference(license_: License) -> str:
    """The licence's name and address."""
    return f"{license_.id} ({license_.uri})"


def add_credit(case: Case) -> str:
    """The instruction to add the credit line."""
    return f"Add where readers see it: {credit_line(case.work)}"


def add_license(license_: License) -> str:
    """The instruction to add the licence, with its address."""
    return f"Add to the credit line: Republished under {license_reference(license_)}."
