"""How much a change weighs under a licence without derivatives: the ladder from level and licence to severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.terms import Level, Severity

if TYPE_CHECKING:
    from licensecheck.licenses import License

# Under most texts a small edit is a matter of judgement; where the licence names "editing" or forbids every
# change beyond the technical, it is not.
_LADDER = {Level.STYLE: Severity.REVIEW, Level.WORDING: Severity.WARNING, Level.SUBSTANCE: Severity.VIOLATION}
_STRICT_LADDER = {Level.STYLE: Severity.WARNING, Level.WORDING: Severity.VIOLATION, Level.SUBSTANCE: Severity.VIOLATION}

# Both readings of a small edit, which the finding has to give.
TWO_READINGS = "Creative Commons sees no adaptation in trivial edits; the licence text grants none either"


def ladder(license_: License, level: Level) -> Severity:
    """The severity of a change of that level, which is not technical."""
    return (_STRICT_LADDER if license_.strict_edits else _LADDER)[level]
