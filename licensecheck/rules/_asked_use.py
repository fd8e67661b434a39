"""What a page has against a publisher's wishes for the use of an article: photos, uses, dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from licensecheck.names import is_named, organisation
from licensecheck.patterns import pattern
from licensecheck.policy_terms import Allowance, Asset, AssetTerms, Expiry, Use
from licensecheck.rules._dates import day_retold, days_told
from licensecheck.rules._evidence import listed, of_photo, on_page, quoted
from licensecheck.rules._policy import Lack
from licensecheck.terms import PhraseKind, Unread

if TYPE_CHECKING:
    from licensecheck.model import Case
    from licensecheck.policy import AssetUse, Shortening, Usage, Window

_CONTACT = pattern(r"\b(?:contact|contacto|contato|kontakt|get in touch|about|impressum)|mailto:", re.IGNORECASE)
_PHRASES = {
    Use.ADS: PhraseKind.ADVERTISING,
    Use.PAYWALL: PhraseKind.PAYWALL,
    Use.DONATIONS: PhraseKind.DONATION,
}
_EXPIRED = {Expiry.REMOVE: "take it down", Expiry.STUB: "reduce it to its opening and a link"}


def misuses_photo(case: Case, clause: AssetUse) -> Lack | None:
    """The page shows a photo of the work that the publisher does not give, or not under that credit."""
    shown = [photo for photo in case.credit.photos if photo.present]
    match clause.terms:
        case AssetTerms.NONE | AssetTerms.CLEARED_SEPARATELY if clause.asset is Asset.PHOTOS:
            wrong = [photo for photo in shown if photo.photo.licensed is not True]
            message = "the page shows a photo of the work, which is not given with the text"
        case AssetTerms.IF_CREDITED:
            credited = tuple(map(organisation, clause.credited_to))
            wrong = [p for p in shown if p.photo.credit and not any(is_named(n, p.photo.credit) for n in credited)]
            message = f"the page shows a photo that is not credited to {listed(clause.credited_to)}"
        case _:
            wrong = [photo for photo in shown if clause.keep_credit and photo.photo.credit and not photo.credit]
            message = "the page shows a photo of the work without its credit"
    if not wrong:
        return None
    return Lack(
        message, tuple(of_photo(case, photo) for photo in wrong), fix="Remove the photo, or clear it.", sure=False
    )


def misuses_article(case: Case, clause: Usage) -> Lack | None:
    """The page shows signs of a use that is not allowed, or lacks what is asked for."""
    if clause.use is Use.CONTACT_PAGE:
        if any(_CONTACT.search(f"{link.text} {link.href}") for link in case.page.links):
            return None
        return Lack("the page has no link by which its publisher can be reached", sure=False, absence=True)
    kind = _PHRASES.get(clause.use)
    signs = [phrase for phrase in case.credit.phrases if phrase.kind is kind]
    walled = clause.use is Use.PAYWALL and Unread.PAYWALL in case.page.unread
    if clause.allowed or not (signs or walled):
        return None
    what = f": {quoted(signs[0].text)}" if signs else ""
    return Lack(f"the page shows signs of {clause.use}{what}", tuple(on_page(case, s) for s in signs), sure=False)


def outside_window(case: Case, clause: Window) -> Lack | None:
    """The page says that it appeared before or after the days in which it may be shown."""
    told, retold = days_told(case), day_retold(case)
    if not told or retold is None:
        return None
    after = [(retold - day).days for day in told]
    if clause.from_days is not None and max(after) < clause.from_days:
        return Lack(f"the page is dated {retold}, less than {clause.from_days} days after the article", sure=False)
    if clause.until_days is not None and min(after) > clause.until_days:
        return Lack(f"the page is dated {retold}, more than {clause.until_days} days after the article", sure=False)
    return None


def shows_too_much(case: Case, clause: Shortening) -> Lack | None:
    """The page shows more than the opening, where only that is given."""
    if clause.how is not Allowance.FIRST_PARAGRAPHS or clause.paragraphs is None:
        return None
    begins = list(accumulate((len(paragraph.text) + 2 for paragraph in case.work.body), initial=0))
    shown = {bisect_right(begins, match.work.start) for match in case.alignment.matches}
    if len(shown) <= clause.paragraphs:
        return None
    return Lack(f"the page shows {len(shown)} paragraphs, more than the first {clause.paragraphs}", sure=False)


def last_day(case: Case, clause: Window) -> str | None:
    """What to do when the time of the article is over; `None` if it has none."""
    told = days_told(case)
    if not told or clause.until_days is None:
        return None
    day = told[0] + timedelta(days=clause.until_days)
    return f"the article may be shown until {day}: then {_EXPIRED[clause.expiry or Expiry.REMOVE]}"
