"""Whether the licence's conditions can be judged at all: is this a copy, is the licence known, was all of it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.model import ORIGINAL
from licensecheck.patterns import pattern
from licensecheck.rules._applies import always, asks
from licensecheck.rules._changes import is_inside
from licensecheck.rules._extent import Extent, copied_words, extent
from licensecheck.rules._rule import Outcome, note, review, rule, undecided
from licensecheck.rules._rulings import Standing, ruling
from licensecheck.terms import ChangeClass, FindingClass, Level, Severity, Unread
from licensecheck.verdict import is_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Change

_DAY = pattern(r"\d{4}-\d\d-\d\d")
_REASONS = {
    Unread.MARKUP: "its markup is cut off or nested beyond what a parser reads",
    Unread.DECODING: "its bytes do not fit its character encoding",
    Unread.TYPE: "it is not HTML",
    Unread.EMPTY: "it holds no text",
    Unread.TOO_LARGE: "it is larger than the limit",
    Unread.DEADLINE: "reading it took too long",
    Unread.WORKER: "the process that read it died",
    Unread.SCRIPTED: "a script would have to put the text into it",
    Unread.PAYWALL: "the text stands behind a paywall",
    Unread.PAGINATED: "the text goes on on further pages",
    Unread.REFUSED: "its address, or one that it redirects to, is not a public web address",
    Unread.DNS: "its host was not found",
    Unread.UNREACHABLE: "no connection to its host could be made",
    Unread.TLS: "its host could not prove to be the one that was asked for",
    Unread.NOT_HTTP: "its host did not answer as the web does",
    Unread.TIMEOUT: "fetching it took too long",
    Unread.REDIRECTS: "it redirects too often, or in a circle",
    Unread.STATUS: "its host answered with an error or with something other than a page",
    Unread.BLOCKED: "its host does not show it to this program",
    Unread.ENCODING: "it was compressed in a way that cannot be undone safely",
    Unread.TRUNCATED: "it broke off while it was fetched",
    Unread.RENDERING: "what it lacks may stand in a frame, a drawing or a style sheet, which a browser shows",
}


def _is_copied(case: Case) -> bool:
    """Enough of the work stands on the page to ask which of its texts it is."""
    return is_copy(case.alignment)


@rule("APP-001", clause=Clause.EXCEPTIONS, severity=Severity.INFO, applies=always)
def another_text(case: Case) -> Iterator[Outcome]:
    """The page is not a copy of the work.

    Less than 15 % of the work stands on it, and not its title. The conditions of the licence do not concern it,
    and no rule about them applies. Translations and rewrites are looked for first (ND-407, ND-408).

    Known problems: a rewrite that keeps few of the work's names and figures looks like another text.
    Fix: none is needed; check that the address and the work belong together.
    """
    if extent(case) is Extent.ANOTHER_TEXT:
        yield note(f"{case.alignment.coverage:.0%} of the work stands on the page, and not its title")


@rule("APP-002", clause=Clause.EXCEPTIONS, severity=Severity.INFO, applies=always)
def short_quotation(case: Case) -> Iterator[Outcome]:
    """The page quotes a short passage of the work.

    The licences leave quotation, fair use and fair dealing untouched: for a short passage inside other text the
    licence may not be needed, so its conditions are not judged. Whether the law allows the quotation is for people.

    Known problems: many short passages on many pages add up, and one page does not show that.
    Fix: none is needed under the licence; naming the source is good practice.
    """
    if extent(case) is Extent.QUOTATION:
        share = f"{case.alignment.coverage:.0%}"
        yield note(
            f"the page has about {copied_words(case)} words of the work ({share}): the licence may not be needed"
        )


@rule("APP-003", clause=None, severity=Severity.REVIEW, rests_on=FindingClass.INPUT, applies=always)
def unknown_license(case: Case) -> Iterator[Outcome]:
    """The licence of the work is not known, or is one whose conditions this program does not know.

    Without them nothing can be judged, and the rules about credit, licence and text do not apply. CC0 and the
    public domain mark have no conditions, which is another matter. Where the publisher is known to name no licence
    and to give its articles under terms of its own, those are judged, and this is a remark.

    Known problems: a licence that the original states in words only is not taken over into the manifest.
    Fix: set `license` in the manifest to the address of the licence.
    """
    license_ = case.work.license
    if license_ is None and case.policy and not (case.policy.offer.license or case.policy.offer.per_article):
        publisher = case.policy.publisher
        yield note(f"the work comes without a licence: its copies are judged by {publisher}’s own terms alone")
    elif license_ is None:
        yield review(
            "the work comes without a licence, so its conditions could not be judged",
            fix="Set `license` in the manifest, as in https://creativecommons.org/licenses/by-nc-nd/3.0/",
        )
    elif not asks(case, Clause.GRANT) and "/publicdomain/" not in license_.uri:
        yield review(f"the conditions of {license_.id} are not known to this program")


@rule("APP-004", clause=None, severity=Severity.REVIEW, rests_on=FindingClass.INPUT, applies=_is_copied)
def stale_reference(case: Case) -> Iterator[Outcome]:
    """The page seems to follow another text of the work than the manifest's body.

    Articles are corrected and updated, so a copy may be faithful to a text that is not the one it is held against. A
    page that fits another of the manifest's texts better is judged by that one, and this says which. A page that
    differs, and says that it is older than the last change of the original, may be faithful to a text that the
    manifest lacks.

    Known problems: the page's date is taken from its metadata, which name the day it was set up.
    Fix: add the text of that day to `versions` in the manifest.
    """
    if case.text != ORIGINAL:
        yield note(f"the page follows the work's text “{case.text}” and was held against that")
        return
    modified = case.work.modified
    stated = (_DAY.match(statement.value) for statement in case.page.said("datePublished"))
    made = min((day[0] for day in stated if day), default=None)
    if modified and made and made < modified[: len(made)] and any(_is_unexplained(case, c) for c in case.changes):
        yield review(
            f"the page is of {made}, and the original was last changed on {modified[: len(made)]}",
            fix=f"Add the text of {made} to `versions` in the manifest.",
        )


def _is_unexplained(case: Case, change: Change) -> bool:
    """Whether the text itself differs there, and not because the publisher allows it."""
    is_text = change.paragraph is not None and change.level is not Level.TECHNICAL
    if not is_text or (change.kind is ChangeClass.INSERTION and not is_inside(case, change)):
        return False
    found = ruling(case, change)
    return found is None or found.standing is not Standing.ALLOWED


@rule("APP-005", clause=None, severity=Severity.REVIEW, rests_on=FindingClass.INPUT, applies=always)
def page_not_read_whole(case: Case) -> Iterator[Outcome]:
    """The page could not be read whole, or shows too little of the work to tell.

    What is missing from such a page may stand where we could not look. It is never called compliant, and nothing
    is called missing from it.

    Known problems: a page that fetches its text by script looks like one that has none.
    Fix: give the program the page as a reader gets it, saved from a browser, or its print version.
    """
    fix = "Save the page from a browser and check the saved file."
    for reason in case.page.unread:
        yield undecided(f"the page could not be read whole: {_REASONS[reason]}", fix=fix)
    if not case.page.unread and extent(case) is Extent.UNCLEAR:
        yield undecided(f"only {case.alignment.coverage:.0%} of the work's text stands on the page", fix=fix)
