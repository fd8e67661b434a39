"""What a page's licence marks amount to, seen from the licence that the work is under."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING

from licensecheck.licenses import elements_of
from licensecheck.patterns import pattern
from licensecheck.rules._applies import known_license
from licensecheck.rules._sight import in_sight
from licensecheck.terms import Form, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Mark
    from licensecheck.licenses import Element, License
    from licensecheck.model import Case, Page


class MarkState(StrEnum):
    """The best that the page says of the work's licence, best first."""

    LINKED = "named with its address or text"
    FLAWED = "an address that does not lead to it"
    NAMED = "named without its address"
    OTHER = "another licence named"
    FAR = "named outside the article, or in a box of its own"
    UNSEEN = "hidden or in metadata"
    VAGUE = "Creative Commons, but no licence, named"
    ABSENT = "nothing"


_ORDER = tuple(MarkState)

# How the legal code of every version opens or closes its grant.
_LEGAL_CODE = pattern(
    r"\bby exercising (?:any rights to the work provided here|the licensed rights \(defined below\))", re.IGNORECASE
)

# What a site says of its pages at large.
_SITE = pattern(
    r"\b(?:except|unless|save)(?: as| where| when)?(?: otherwise)? (?:indicated|noted|specified|stated)\b|"
    r"\botherwise (?:indicated|noted|specified|stated)\b|\bthis (?:blog|site|website)\b|"
    r"\b(?:all|my|our)(?: \w+){0,2} (?:articles|content|posts|stories|texts)\b|\bsalvo (?:que se )?(?:indi\w+|donde)|"
    r"\bsauf (?:indication|mention) contraire|\bsoweit nicht anders\b|\bsalvo (?:diversa )?indica\w+",
    re.IGNORECASE,
)


def mark_state(case: Case) -> MarkState:
    """The state of the page's licence marks, of all kinds together."""
    license_ = known_license(case)
    states = (_state(mark, license_) for mark in case.credit.marks)
    best = min(states, key=_ORDER.index, default=MarkState.ABSENT)
    return MarkState.LINKED if best is MarkState.NAMED and _prints_legal_code(case.page) else best


def marks_in(case: Case, state: MarkState) -> list[Mark]:
    """The marks that are in that state."""
    license_ = known_license(case)
    return [mark for mark in case.credit.marks if _state(mark, license_) is state]


def elements_named(mark: Mark) -> frozenset[Element]:
    """What the licence that a mark names is made of, its version known or not; empty if it names none."""
    return mark.license.elements if mark.license else elements_of(mark.unit)


def other_licenses(case: Case) -> dict[str, list[Mark]]:
    """The marks that put the article under another licence, by its name; a name in the words of a link gives way."""
    own = known_license(case)
    misnamed = {id(name) for name, _ in disagreeing(case)}
    others: dict[str, list[Mark]] = {}
    for mark in case.credit.marks:
        of_article = in_sight(mark) or (mark.form is Form.METADATA and mark.scope is Scope.ARTICLE)
        if of_article and _is_other(mark, own) and id(mark) not in misnamed:
            others.setdefault(mark.license.id if mark.license else f"CC {mark.unit.upper()}", []).append(mark)
    return others


def speaks_of_site(case: Case, mark: Mark) -> bool:
    """Whether the line with the mark says that it is about all of the site, or all that nothing else is said of."""
    if mark.span is None:
        return False
    text = case.page.text
    line = text.rfind("\n", 0, mark.span.start) + 1, (text + "\n").index("\n", mark.span.end)
    return _SITE.search(text, *line) is not None


def disagreeing(case: Case) -> Iterator[tuple[Mark, Mark]]:
    """Names of licences, each with the link to another licence that it stands in."""
    seen = [(mark.span.start, mark) for mark in case.credit.marks if in_sight(mark) and mark.span]
    names = sorted(((start, mark) for start, mark in seen if not mark.href), key=itemgetter(0))
    for start, link in seen:
        if link.href and link.span:
            first, last = (bisect_left(names, place, key=itemgetter(0)) for place in (start, link.span.end))
            yield from ((name, link) for _, name in names[first:last] if _disagree(name, link))


def _is_other(mark: Mark, own: License) -> bool:
    """Whether a mark names a licence that is not the work's; without a version, by what it is made of."""
    if mark.license:
        return mark.license != own
    return elements_named(mark) not in {own.elements, frozenset()}


def _disagree(name: Mark, link: Mark) -> bool:
    if name.license and link.license:
        return name.license != link.license
    elements = elements_named(name), elements_named(link)
    return all(elements) and elements[0] != elements[1]


def _state(mark: Mark, license_: License) -> MarkState:
    if in_sight(mark):
        return _state_in_sight(mark, license_)
    # The licence in a picture's caption is the picture's; in a box of its own it may be the article's.
    if mark.license != license_ or mark.scope is Scope.IMAGE:
        return MarkState.ABSENT
    return MarkState.FAR if mark.visible else MarkState.UNSEEN


def _state_in_sight(mark: Mark, license_: License) -> MarkState:
    if mark.flaw:
        return MarkState.FLAWED
    if _is_other(mark, license_):
        return MarkState.OTHER
    if mark.license is None:
        return MarkState.VAGUE
    if mark.href:
        return MarkState.LINKED
    # A picture alone is not a name.
    return MarkState.VAGUE if mark.form is Form.BADGE else MarkState.NAMED


def _prints_legal_code(page: Page) -> bool:
    """Whether the text of a licence stands on the page, which does as well as its address."""
    return any(block.hidden < 0 and _LEGAL_CODE.search(block.text) for block in page.blocks)
