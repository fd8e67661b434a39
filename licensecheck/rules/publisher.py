"""The publisher's own terms beside the licence: no clause of it, and never more than a question for a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from licensecheck.policy import (
    Additions,
    AssetUse,
    CreditForm,
    Edits,
    Obligation,
    PageMarkup,
    Sentence,
    Shortening,
    Translation,
    Usage,
    Volume,
    Window,
)
from licensecheck.policy_terms import Duty, Markup
from licensecheck.rules._applies import must_be_verbatim
from licensecheck.rules._asked_credit import lacks_sentence, misplaces_credit
from licensecheck.rules._asked_markup import lacks_canonical, lacks_links, lacks_logo, lacks_noindex, lacks_pixel
from licensecheck.rules._asked_use import last_day, misuses_article, misuses_photo, outside_window, shows_too_much
from licensecheck.rules._changes import changes_of
from licensecheck.rules._evidence import of_change, quoted
from licensecheck.rules._policy import asked, asks_for, under_policy, unmet
from licensecheck.rules._rule import Outcome, note, rule
from licensecheck.rules._rulings import Standing, ruling
from licensecheck.rules._waiving import source_of
from licensecheck.terms import ChangeClass, FindingClass, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from licensecheck.model import Case, Change

# So many changes are quoted in a summary; the report carries all of them.
_SHOWN = 10
_POLICY = FindingClass.POLICY
# The changes that an editor makes; lost links are a matter of their own.
_TEXT = tuple(kind for kind in ChangeClass if kind is not ChangeClass.LINK)


def _wants(*markup: Markup) -> Callable[[PageMarkup], bool]:
    return lambda clause: clause.want in markup


def _wanted(case: Case, markup: Markup) -> Iterator[PageMarkup]:
    return (clause for clause in asked(case, PageMarkup) if clause.want is markup)


@rule("POL-951", severity=Severity.WARNING, rests_on=_POLICY, applies=asks_for(PageMarkup, _wants(Markup.PIXEL)))
def missing_counter(case: Case) -> Iterator[Outcome]:
    """The page lacks the publisher's counter, or has that of another article.

    Some publishers learn by an invisible picture, which comes with the republishing code, how often their article is
    read. Its address holds the number of the article.

    Known problems: a counter that a script sets is not seen.
    Fix: paste the publisher's republishing code as it is.
    """
    yield from unmet(case, _wanted(case, Markup.PIXEL), lacks_pixel)


@rule("POL-952", severity=Severity.WARNING, rests_on=_POLICY, applies=under_policy)
def missing_sentence(case: Case) -> Iterator[Outcome]:
    """The page lacks a sentence, tagline or logo that the publisher wants with the article.

    Where the publisher fixes the words, other words to the same effect are for a person to judge.

    Known problems: a sentence inside a picture is not read; a logo is told by its name or alternative text.
    Fix: add what the finding gives.
    """
    yield from unmet(case, asked(case, Sentence), lacks_sentence)
    yield from unmet(case, _wanted(case, Markup.LOGO), lacks_logo)


@rule("POL-953", severity=Severity.WARNING, rests_on=_POLICY, applies=asks_for(CreditForm))
def credit_misplaced(case: Case) -> Iterator[Outcome]:
    """The credit does not have the form, the place or the link that the publisher wants.

    The licence leaves the place free; publishers ask for the byline, the top or the end. Names and links that
    the licence itself asks for are judged by its own rules.

    Known problems: font sizes are not measured.
    Fix: write the credit as the finding gives it.
    """
    yield from unmet(case, asked(case, CreditForm), misplaces_credit)


def _keeps_links(case: Case) -> bool:
    return bool(case.work.links) and asks_for(PageMarkup, _wants(Markup.LINKS))(case)


@rule("POL-954", severity=Severity.WARNING, rests_on=_POLICY, applies=_keeps_links)
def links_dropped(case: Case) -> Iterator[Outcome]:
    """The page lacks links in the text that the publisher wants kept.

    Known problems: a dead link that was repaired counts as led elsewhere.
    Fix: restore the links of the original.
    """
    yield from unmet(case, _wanted(case, Markup.LINKS), lacks_links)


_ADDRESS = asks_for(PageMarkup, _wants(Markup.CANONICAL, Markup.NOINDEX))


@rule("POL-955", severity=Severity.WARNING, rests_on=_POLICY, applies=_ADDRESS)
def not_marked_as_copy(case: Case) -> Iterator[Outcome]:
    """The page does not tell search engines that it is a copy: no canonical address of the original, no "noindex".

    Known problems: what stands in HTTP headers is not seen.
    Fix: add the element to the head that the finding gives.
    """
    yield from unmet(case, _wanted(case, Markup.CANONICAL), lacks_canonical)
    yield from unmet(case, _wanted(case, Markup.NOINDEX), lacks_noindex)


@rule("POL-956", severity=Severity.WARNING, rests_on=_POLICY, applies=asks_for(Window))
def outside_time(case: Case) -> Iterator[Outcome]:
    """The page appeared too early, too late, or has to come down on a certain day.

    Known problems: many pages give the date of the original as their own; it then says nothing.
    Fix: see to the date that the finding names.
    """
    yield from unmet(case, asked(case, Window), outside_window)
    for clause in asked(case, Window):
        if (ending := last_day(case, clause)) and outside_window(case, clause) is None:
            yield note(ending)


@rule("POL-957", severity=Severity.INFO, rests_on=_POLICY, applies=under_policy)
def taken_in_bulk(case: Case) -> Iterator[Outcome]:
    """The publisher limits how much may be taken, or forbids to take everything.

    Known problems: one page shows nothing of it; this is a reminder.
    Fix: choose articles one by one, within the number that the publisher gives.
    """
    yield from unmet(case, asked(case, Volume), lambda _case, _clause: None)


@rule("POL-958", severity=Severity.INFO, rests_on=_POLICY, applies=under_policy)
def publisher_not_told(case: Case) -> Iterator[Outcome]:
    """The publisher wants to hear of the copy, or of its readers, or to have it corrected or taken down on request.

    Known problems: no page shows whether that was done; this is a reminder.
    Fix: write to the publisher.
    """
    yield from _reminders(case, lambda duty: duty is not Duty.SOCIAL)


@rule("POL-959", severity=Severity.REVIEW, rests_on=_POLICY, applies=under_policy)
def edited_further(case: Case) -> Iterator[Outcome]:
    """The text was edited further than the publisher's own terms allow.

    Where the licence allows no derivatives its own rules judge every change, and the policy only waives some of
    them. This is for works under other licences or none, whose publisher says which edits are welcome.

    Known problems: approval that was given is not known.
    Fix: restore the text, or ask the publisher.
    """
    yield from unmet(case, asked(case, Translation), lambda _case, _clause: None)
    yield from unmet(case, asked(case, Shortening), shows_too_much)
    limits = [clause for kind in (Edits, Shortening, Additions) for clause in asked(case, kind)]
    if case.policy is None or not limits or must_be_verbatim(case):
        return
    beyond = []
    for change in changes_of(case, *_TEXT):
        found = ruling(case, change)
        if found is None:
            beyond.append(change)
        elif found.standing is not Standing.ALLOWED:
            message = f"the page has {quoted(change.after)} where the work has {quoted(change.before)}; {found.note}"
            severity = Severity.WARNING if found.standing is Standing.WRONG else Severity.REVIEW
            cause = source_of(case.policy, found.clause)
            yield Outcome(Kind.FAIL, message, severity, of_change(change), cause=cause, absence=_is_lack(change))
    if beyond:
        counts = Counter(change.kind for change in beyond)
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        yield Outcome(
            Kind.REVIEW,
            f"the text is changed further than {case.policy.publisher} allows ({kinds}); this is no term of a licence",
            evidence=tuple(evidence for change in beyond[:_SHOWN] for evidence in of_change(change)),
            fix="Restore the text, or ask the publisher.",
            cause="; ".join(source_of(case.policy, clause) for clause in limits),
            absence=all(map(_is_lack, beyond)),
        )


@rule("POL-960", severity=Severity.REVIEW, rests_on=_POLICY, applies=asks_for(Usage))
def use_not_allowed(case: Case) -> Iterator[Outcome]:
    """The page shows signs of a use that the publisher does not want, or lacks what it asks of republishers.

    Advertising, paywalls, appeals for donations, resale, framing, and who may republish at all.

    Known problems: most of it no page shows; those are reminders.
    Fix: see what the publisher's policy says.
    """
    yield from unmet(case, asked(case, Usage), misuses_article)


@rule("POL-961", severity=Severity.REVIEW, rests_on=_POLICY, applies=asks_for(AssetUse))
def photo_not_given(case: Case) -> Iterator[Outcome]:
    """The page shows a photo of the work that the publisher does not give with the text.

    Most publishers give only their own photos, told by the credit line, and only with their article.

    Known problems: the page may have its own licence for the photo.
    Fix: remove the photo, or ask the publisher.
    """
    yield from unmet(case, asked(case, AssetUse), misuses_photo)


@rule("POL-962", severity=Severity.INFO, rests_on=_POLICY, applies=under_policy)
def not_tagged(case: Case) -> Iterator[Outcome]:
    """The publisher wants to be tagged where the article is shared on social media.

    Known problems: no page shows whether that is done; this is a reminder.
    Fix: tag the publisher.
    """
    yield from _reminders(case, lambda duty: duty is Duty.SOCIAL)


def _is_lack(change: Change) -> bool:
    """Whether all there is to it is that text is not where it should be, which further pages may hold."""
    return not change.after or change.kind is ChangeClass.ORDER


def _reminders(case: Case, among: Callable[[Duty], bool]) -> Iterator[Outcome]:
    duties = (clause for clause in asked(case, Obligation) if among(clause.duty))
    yield from unmet(case, duties, lambda _case, _clause: None)
