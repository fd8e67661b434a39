"""What a page's licence marks amount to, seen from the licence that the work is under."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from licensecheck.rules._applies import known_license
from licensecheck.rules._sight import in_sight
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from licensecheck.claims import Mark
    from licensecheck.licenses import License
    from licensecheck.model import Case


class MarkState(StrEnum):
    """The best that the page says of the work's licence, best first."""

    LINKED = "named with its address"
    FLAWED = "an address that does not lead to it"
    NAMED = "named without its address"
    OTHER = "another licence named"
    VAGUE = "Creative Commons, but no licence, named"
    FAR = "named outside the article"
    UNSEEN = "hidden or in metadata"
    ABSENT = "nothing"


_ORDER = tuple(MarkState)


def mark_state(case: Case) -> MarkState:
    """The state of the page's licence marks, of all kinds together."""
    license_ = known_license(case)
    states = (_state(mark, license_) for mark in case.credit.marks)
    return min(states, key=_ORDER.index, default=MarkState.ABSENT)


def marks_in(case: Case, state: MarkState) -> list[Mark]:
    """The marks that are in that state."""
    license_ = known_license(case)
    return [mark for mark in case.credit.marks if _state(mark, license_) is state]


def _state(mark: Mark, license_: License) -> MarkState:
    if in_sight(mark):
        return _state_in_sight(mark, license_)
    if mark.license != license_ or mark.scope in {Scope.IMAGE, Scope.WIDGET}:
        return MarkState.ABSENT
    return MarkState.FAR if mark.visible else MarkState.UNSEEN


def _state_in_sight(mark: Mark, license_: License) -> MarkState:
    if mark.flaw:
        return MarkState.FLAWED
    if mark.license is None:
        return MarkState.VAGUE
    if mark.license != license_:
        return MarkState.OTHER
    if mark.href:
        return MarkState.LINKED
    # A picture alone is not a name.
    return MarkState.VAGUE if mark.form is Form.BADGE else MarkState.NAMED
