"""What versions and ports of the licences differ in, beyond which clauses they have: facts that change a verdict."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

__all__ = ["Measures", "Provisions", "provisions"]


class Measures(StrEnum):
    """Which technological measures a licence forbids to put on the work."""

    NONE = "none"
    ACCESS = "any that control access or use"
    ANY = "any"
    EFFECTIVE = "effective ones only"
    """Those that the law forbids to circumvent."""


class Provisions(NamedTuple):
    """What one licence provides, each point read in its legal code; the defaults are those of 3.0 Unported."""

    grants_parts: bool = False
    """The work may be shared "in whole or in part", so that an excerpt needs no further permission."""
    frees_formats: bool = False
    """What another medium or format makes necessary never makes a changed work."""
    names_abridgment: bool = False
    """Abridgment and condensation are named as changed works."""
    names_recording: bool = False
    """A sound recording is named as a changed work."""
    strict_edits: bool = False
    """Any edit of the wording makes a changed work, by definition or because every change is forbidden."""
    asks_change_mark: bool = False
    """Every modification is to be indicated, an adaptation or not, under ND too."""
    name_suffices: bool = False
    """The licence may be referred to "by URI, spoken word or as appropriate": its name will do."""
    name_fails: bool = False
    """Naming it without address, link or text is a breach. Elsewhere a court let the name pass in print."""
    link_may_carry: bool = False
    """A link to a page with the particulars may stand for them."""
    measures: Measures = Measures.EFFECTIVE
    cure_days: int = 0
    """Days from discovery within which correcting a breach restores the licence; 0 if nothing restores it."""


_EARLY = Provisions(names_abridgment=True, names_recording=True, measures=Measures.ACCESS)
_PLAIN = Provisions()

_BY_VERSION = {
    **dict.fromkeys(("1.0", "2.0", "2.1", "2.5"), _EARLY),
    "3.0": _PLAIN,
    "4.0": Provisions(
        grants_parts=True,
        frees_formats=True,
        asks_change_mark=True,
        name_fails=True,
        link_may_carry=True,
        cure_days=30,
    ),
}

# The ports of 3.0 whose text departs from Unported in a point that changes a verdict; the others were found to
# depart in numbering, layout and language only.
_PORTS_OF_3 = {
    "us": _PLAIN._replace(names_abridgment=True, names_recording=True, measures=Measures.ANY),
    "au": _PLAIN._replace(names_abridgment=True, names_recording=True, strict_edits=True, measures=Measures.ANY),
    "nz": _PLAIN._replace(strict_edits=True, name_suffices=True, measures=Measures.ANY),
    "ie": _PLAIN._replace(strict_edits=True, name_suffices=True),
    "de": _PLAIN._replace(strict_edits=True, name_fails=True),
    "ch": _PLAIN._replace(strict_edits=True),
    "igo": _PLAIN._replace(cure_days=30),
}

_UNCONDITIONAL = Provisions(grants_parts=True, frees_formats=True, name_suffices=True, measures=Measures.NONE)


@cache
def provisions(version: str, port: str, *, conditions: bool = True) -> Provisions:
    """What the licences of a version and port provide; without `conditions`, what the public-domain tools do."""
    if not conditions:
        return _UNCONDITIONAL
    known = _PORTS_OF_3.get(port) if version == "3.0" else None
    return known or _BY_VERSION[version]
