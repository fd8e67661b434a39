"""The licence mark: does the page name the work's licence, rightly, with its address, where a reader sees it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.license_names import find_names
from licensecheck.licenses import Element, find_uris, recognise_uri
from licensecheck.rules._applies import has_conditions, known_license
from licensecheck.rules._evidence import on_page, quoted
from licensecheck.rules._marks import (
    MarkState,
    disagreeing,
    elements_named,
    mark_state,
    marks_in,
    other_licenses,
    speaks_of_site,
)
from licensecheck.rules._remedy import add_license, license_reference
from licensecheck.rules._rule import Outcome, fail, missing, note, review, rule
from licensecheck.rules._sight import Sight, is_silent, sight
from licensecheck.terms import Form, Level, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from licensecheck.claims import Mark
    from licensecheck.licenses import License
    from licensecheck.model import Case, Evidence

# Places quoted in one finding; a page may name a licence thousands of times.
_SHOWN = 10


@rule("LIC-101", clause=Clause.LICENSE_URI, applies=has_conditions)
def missing_license(case: Case) -> Iterator[Outcome]:
    """The page does not name the work's licence.

    The licence, or its address, goes with every copy. It is a warning where the publisher's own republishing
    snippet lacks it too, and under 4.0 where the page links to the original, which may carry it.

    Known problems: a credit box that a script opens is not seen; a licence in a photo's caption is the photo's.
    Fix: add the licence's name and address to the credit line.
    """
    if mark_state(case) is MarkState.ABSENT:
        license_ = known_license(case)
        severity, cause = _excuse(case)
        message = f"the page does not name the licence, {license_.id}"
        yield missing(message, severity=severity, fix=add_license(license_), cause=cause)


@rule("LIC-102", clause=Clause.LICENSE_URI, severity=Severity.WARNING, applies=has_conditions)
def license_not_linked(case: Case) -> Iterator[Outcome]:
    """The page names the licence but does not give its address.

    The licences ask for a copy or the address. A court has let the name pass in print, so this is a warning;
    4.0 and the port for Germany ask for the address in so many words, which makes it a violation, and the ports for
    New Zealand and Ireland take the name.

    Known problems: an address that a script adds is not seen.
    Fix: link the licence's name to its address.
    """
    license_ = known_license(case)
    if mark_state(case) is MarkState.NAMED and not license_.name_suffices:
        severity, cause = _excuse(case, named=True) if license_.name_fails else (Severity.WARNING, None)
        yield missing(
            f"the page names {license_.id} without its address",
            severity=severity,
            evidence=_quote(case, marks_in(case, MarkState.NAMED)),
            fix=f"Link the name to {license_.uri}",
            cause=cause,
        )


@rule("LIC-103", clause=Clause.LICENSE_URI, applies=has_conditions)
def vague_license(case: Case) -> Iterator[Outcome]:
    """The page speaks of "a Creative Commons license" or shows its icon, and does not say which.

    The licences differ in what they allow, so a reader learns nothing from the phrase; each version is a licence of
    its own, so "CC BY-ND" does not say which either. The same excuses count as for a missing licence (LIC-101).

    Known problems: the republish buttons of several publishers hand out exactly this phrase.
    Fix: replace the phrase with the licence's name and address.
    """
    if mark_state(case) is MarkState.VAGUE:
        license_ = known_license(case)
        marks = marks_in(case, MarkState.VAGUE)
        severity, cause = _excuse(case)
        yield missing(
            f"{quoted(marks[0].text or 'an icon')} does not say which licence; it is {license_.id}",
            severity=severity,
            evidence=_quote(case, marks),
            fix=add_license(license_),
            cause=cause,
        )


@rule("LIC-104", clause=Clause.ONLY_THESE_TERMS, applies=has_conditions)
def wrong_license(case: Case) -> Iterator[Outcome]:
    """The page puts the article under another Creative Commons licence.

    The work goes on under its own licence and no other. Where only metadata say otherwise it is a warning. A person
    decides where the page also names the right one, and where the licence lets a changed work have its own. What a
    site says of all its pages "except where otherwise noted" is a remark where the right one is noted.

    Known problems: the licence of a photo or a data set that is not set apart may seem to be the article's.
    Fix: name the work's licence.
    """
    own = known_license(case).elements
    for name, marks in other_licenses(case).items():
        if elements_named(marks[0]) != own:
            yield _wrong(case, name, marks)


@rule("LIC-105", clause=Clause.LICENSE_URI, applies=has_conditions)
def wrong_license_version(case: Case) -> Iterator[Outcome]:
    """The page names another version or port of the work's licence.

    Each version is a licence of its own. Ports of one version differ little: there it is a warning.

    Known problems: publishers themselves name one version and link to another.
    Fix: name and link the work's own version.
    """
    own = known_license(case)
    for name, marks in other_licenses(case).items():
        other = marks[0].license
        if other and other.elements == own.elements:
            yield _wrong(case, name, marks, Severity.WARNING if other.version == own.version else Severity.VIOLATION)


@rule("LIC-106", clause=Clause.LICENSE_URI, severity=Severity.WARNING, applies=has_conditions)
def name_and_link_disagree(case: Case) -> Iterator[Outcome]:
    """The page names one licence and links to another.

    The link is what counts, but a reader who trusts the name is misled.

    Known problems: a name beside a link, not in its words, is not compared with it.
    Fix: make the name and the address agree.
    """
    license_ = known_license(case)
    places: dict[tuple[str, str | None], list[Mark]] = {}
    for name, link in disagreeing(case):
        places.setdefault((name.text, link.href), []).extend((name, link))
    for (text, href), marks in places.items():
        yield fail(
            f"{quoted(text)} leads to {href}",
            evidence=_quote(case, marks),
            fix=f"Name and link one licence: {license_reference(license_)}",
        )


@rule("LIC-107", clause=Clause.LICENSE_URI, applies=has_conditions)
def broken_license_link(case: Case) -> Iterator[Outcome]:
    """The page's licence link does not lead to a licence.

    A misspelt host, a missing version or a port that does not exist leaves the reader without the licence.
    Where a sound link stands beside it, it is a remark. Spellings that lead to the right place are no flaw.

    Known problems: redirects are not followed.
    Fix: use the canonical address of the licence.
    """
    license_ = known_license(case)
    sound = mark_state(case) is MarkState.LINKED
    for mark in marks_in(case, MarkState.FLAWED):
        message = f"the licence link {mark.href or quoted(mark.text)} does not lead to a licence ({mark.flaw})"
        evidence = [on_page(case, mark)]
        fix = f"Link to {license_.uri}"
        yield note(message, evidence=evidence, fix=fix) if sound else fail(message, evidence=evidence, fix=fix)


@rule("LIC-108", clause=Clause.LICENSE_URI, severity=Severity.WARNING, applies=has_conditions)
def license_out_of_sight(case: Case) -> Iterator[Outcome]:
    """The page names the licence only in metadata or in hidden text.

    The licence goes with the copy that a reader sees. One that the page keeps from screen readers (`aria-hidden`) is
    seen, but not by those who listen: that is a remark.

    Known problems: text that a script reveals later counts as hidden.
    Fix: repeat the licence in the credit line.
    """
    if mark_state(case) is MarkState.UNSEEN:
        license_ = known_license(case)
        yield missing(
            f"the page names {license_.id} only where readers do not see it",
            evidence=_quote(case, marks_in(case, MarkState.UNSEEN)),
            fix=add_license(license_),
        )
    seen = [mark for state in (MarkState.LINKED, MarkState.NAMED) for mark in marks_in(case, state)]
    if is_silent(case, seen):
        yield note(
            f"the page names {known_license(case).id} only where screen readers leave it out",
            evidence=_quote(case, seen),
            fix="Take `aria-hidden` off the licence.",
        )


@rule("LIC-109", clause=Clause.LICENSE_URI, severity=Severity.REVIEW, applies=has_conditions)
def license_far_from_article(case: Case) -> Iterator[Outcome]:
    """The page names the licence only away from the article, as in the site's footer or a box in the margin.

    The place is free, but a reader must be able to tell that the licence is the article's.

    Known problems: a credit box far below the article may be taken for a part of the site, and one in an `aside` for
    a box about something else.
    Fix: name the licence with the article.
    """
    if mark_state(case) is MarkState.FAR:
        license_ = known_license(case)
        yield review(
            f"the page names {license_.id} only away from the article: does a reader know what it is for?",
            evidence=_quote(case, marks_in(case, MarkState.FAR)),
            fix=add_license(license_),
        )


@rule("LIC-110", clause=Clause.LICENSE_URI, severity=Severity.INFO, applies=has_conditions)
def license_not_machine_readable(case: Case) -> Iterator[Outcome]:
    """The page does not name the licence in a form that machines read.

    Search engines find works by it. It is good practice and no condition of any licence.

    Known problems: a statement that a script adds is not seen.
    Fix: add `rel="license"` to the licence link.
    """
    license_ = known_license(case)
    stated = any(mark.form is Form.METADATA and mark.license == license_ for mark in case.credit.marks)
    marked = any("license" in link.rel.split() and _leads_to(link.href, license_) for link in case.page.links)
    if not stated and not marked:
        yield note(
            "the page does not name the licence in a form that machines read",
            fix=f'Mark the licence link: <a rel="license" href="{license_.uri}">',
        )


def _excuse(case: Case, *, named: bool = False) -> tuple[Severity, str | None]:
    """How grave it is that the page lacks the licence, or where it is `named` its address, and the likely cause."""
    license_ = known_license(case)
    if case.work.snippet is not None and not _carries(case.work.snippet, license_, by_name=not named):
        return Severity.WARNING, "the publisher's own republishing snippet does not carry the licence"
    if license_.link_may_carry and sight(case.credit.sources) is Sight.SHOWN:
        section = license_.section(Clause.ATTRIBUTION_MANNER)
        return Severity.WARNING, f"the original, which the page links to, may carry the licence (section {section})"
    return Severity.VIOLATION, None


def _carries(text: str, license_: License, *, by_name: bool) -> bool:
    """Whether a text has the address of the licence, or its full name where that counts."""
    if any(reading.license == license_ for *_, reading in find_uris(text)):
        return True
    return by_name and any(name.license and name.agrees(license_) for name in find_names(text))


def _wrong(case: Case, name: str, marks: list[Mark], severity: Severity = Severity.VIOLATION) -> Outcome:
    """The outcome for marks of another licence."""
    own = known_license(case)
    message = f"the page names {name} where the work is under {own.id}"
    fix = f"Name and link the work's licence: {license_reference(own)}"
    evidence = _quote(case, marks)
    if mark_state(case) in {MarkState.LINKED, MarkState.NAMED}:
        if all(speaks_of_site(case, mark) for mark in marks):
            return note(f"{message}, and means what the site says nothing else of", evidence=evidence)
        return review(f"{message}, which it names too", evidence=evidence, fix=fix)
    if _may_differ(case):
        return review(f"{message}: is that the licence of the changes?", evidence=evidence, fix=fix)
    if all(mark.form is Form.METADATA for mark in marks):
        return fail(f"{message}, for machines to read", severity=Severity.WARNING, evidence=evidence, fix=fix)
    return fail(message, severity=severity, evidence=evidence, fix=fix)


def _quote(case: Case, marks: Iterable[Mark]) -> list[Evidence]:
    return [on_page(case, mark) for mark in islice(marks, _SHOWN)]


def _may_differ(case: Case) -> bool:
    """Whether the page has a changed work, which may be under a licence of its own where changes are allowed."""
    if Element.ND in known_license(case).elements:
        return False
    return any(change.level is Level.SUBSTANCE and change.paragraph is not None for change in case.changes)


def _leads_to(href: str, license_: License) -> bool:
    reading = recognise_uri(href)
    return reading is not None and reading.license == license_
