"""Signs of commercial use, where the licence is NonCommercial: found by the program, judged by people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from licensecheck.affiliates import is_affiliate
from licensecheck.clauses import Clause
from licensecheck.model import Evidence
from licensecheck.patterns import pattern
from licensecheck.rules._applies import must_be_noncommercial
from licensecheck.rules._evidence import on_page, quoted
from licensecheck.rules._rule import Outcome, fail, note, review, rule
from licensecheck.rules._sight import in_sight, said_in_sight
from licensecheck.terms import PhraseKind, Scope, Severity, SignKind, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Phrase
    from licensecheck.model import Case, Link

# A shop for reprints and licences, which sites set beside every article of theirs.
_REPRINTS = pattern(r"re-?print|licen[cs]e", re.IGNORECASE)


@rule("NC-601", clause=Clause.NONCOMMERCIAL, applies=must_be_noncommercial)
def article_sold(case: Case) -> Iterator[Outcome]:
    """The page sells the article.

    A price on the article itself, for readers or in metadata, makes money of the work as such. An offer of reprints
    or of licences is a warning: a site may set it beside every article without meaning this one, but nobody
    can sell a licence to a work that is under one already.

    Known problems: a price that a script adds is not seen; what is offered elsewhere on the page is not looked at.
    Fix: remove the offer from this article.
    """
    fix = "Remove the offer from this article."
    prices = [Evidence("page", sign.text) for sign in case.page.signs if sign.kind is SignKind.OFFER]
    if prices:
        yield fail(f"the page puts a price on the article ({quoted(prices[0].text)})", evidence=prices, fix=fix)
    for phrase in _beside(case, PhraseKind.SALE):
        sold = in_sight(phrase) and not _REPRINTS.search(phrase.text)
        yield fail(
            f"the page offers the article for sale: {quoted(phrase.text)}",
            severity=Severity.VIOLATION if sold else Severity.WARNING,
            evidence=[on_page(case, phrase)],
            fix=fix,
        )


@rule("NC-602", clause=Clause.NONCOMMERCIAL, severity=Severity.WARNING, applies=must_be_noncommercial)
def paywall(case: Case) -> Iterator[Outcome]:
    """The article stands behind a paywall.

    A password or a login is no breach by itself, but charging readers for the article may be commercial use.
    The licence looks at the purpose of the use and not at who makes it, so a person decides.

    Known problems: a free registration and a metered wall look like a paywall; some sites declare one on every page.
    Fix: take the article out of the paywall.
    """
    signs = [
        on_page(case, phrase) for phrase in case.credit.phrases if phrase.kind is PhraseKind.PAYWALL and phrase.visible
    ]
    if signs or Unread.PAYWALL in case.page.unread or _declares_paywall(case):
        yield review(
            "the article seems to stand behind a paywall: are readers charged for it?",
            severity=Severity.WARNING,
            evidence=signs,
            fix="Take the article out of the paywall.",
        )


@rule("NC-603", clause=Clause.NONCOMMERCIAL, severity=Severity.WARNING, applies=must_be_noncommercial)
def article_sponsored(case: Case) -> Iterator[Outcome]:
    """The page presents the article as sponsored.

    Money taken for this article in particular is another thing than advertising around it: the article is what the
    sponsor pays for. Whoever paid for the reporting itself is no sponsor of the page.

    Known problems: the label of a sponsored box that stands right beside the article may be taken for the article's.
    Fix: remove the sponsor from this article.
    """
    for phrase in said_in_sight(case, PhraseKind.SPONSOR):
        yield fail(
            f"the page presents the article as sponsored: {quoted(phrase.text)}",
            evidence=[on_page(case, phrase)],
            fix="Remove the sponsor from this article.",
        )


@rule("NC-604", clause=Clause.NONCOMMERCIAL, severity=Severity.WARNING, applies=must_be_noncommercial)
def affiliate_links(case: Case) -> Iterator[Outcome]:
    """The page earns commissions from links in the article.

    Such a link turns the author's words into an advertisement. What the original links to in the same shop or
    network is no finding, and where the original's links are not known only what the page itself says of
    commissions counts.

    Known problems: networks that are not in the program's list are not recognised, nor what a script rewrites; a
    disclosure may stand on every page of a site.
    Fix: link as the original does.
    """
    added = list(_affiliate_links(case))
    if added:
        yield fail(
            f"the article has a link that pays a commission, {added[0].href}, where the work has none",
            evidence=[Evidence("page", link.href, path=case.page.tree.path(link.element)) for link in added],
            fix="Link as the original does.",
        )
    for phrase in said_in_sight(case, PhraseKind.AFFILIATION):
        yield fail(
            f"the page says that it earns commissions: {quoted(phrase.text)}",
            evidence=[on_page(case, phrase)],
            fix="Keep such links out of this article, and the disclosure with them.",
        )


@rule("NC-605", clause=Clause.NONCOMMERCIAL, severity=Severity.INFO, applies=must_be_noncommercial)
def display_advertising(case: Case) -> Iterator[Outcome]:
    """The page carries advertising.

    Advertisements around an article do not make its use commercial by themselves; much depends on whether they are
    sold against it, and publishers differ. Hence a remark with a question, which touches no verdict; where
    advertisements stand inside the article's text, the question is put to a person. That a republisher is a business
    is no finding at all: who uses a work says nothing of what for.

    Known problems: only advertisements that the page labels as such are seen.
    Fix: see what the publisher's policy says of advertising.
    """
    signs = [phrase for phrase in case.credit.phrases if phrase.kind is PhraseKind.ADVERTISING and phrase.visible]
    inside = [phrase for phrase in signs if _is_inside(case, phrase)]
    if inside:
        yield review(
            f"advertising stands inside the article ({quoted(inside[0].text)}): is it sold against this article?",
            severity=Severity.INFO,
            evidence=[on_page(case, phrase) for phrase in inside],
            fix="Move the advertisements out of the text.",
        )
    elif signs:
        yield note(
            f"the page carries advertising ({quoted(signs[0].text)}): is it sold against this article?",
            evidence=[on_page(case, phrase) for phrase in signs],
        )


@rule("NC-606", clause=Clause.NONCOMMERCIAL, severity=Severity.REVIEW, applies=must_be_noncommercial)
def merchandise(case: Case) -> Iterator[Outcome]:
    """The article stands in a shop, or in advertising made up as editorial.

    Plaques and prints of news articles have been the subject of a lawsuit under this very kind of licence. What
    the page is for, a person sees.

    Known problems: a shop's box that stands right beside the article may be taken for its surroundings.
    Fix: take the article out of the shop or the advertorial.
    """
    for phrase in said_in_sight(case, PhraseKind.MERCHANDISE):
        yield review(
            f"the article stands with {quoted(phrase.text)}: is it used to sell something?",
            evidence=[on_page(case, phrase)],
            fix="Take the article out of the shop or the advertorial.",
        )


@rule("NC-607", clause=Clause.NONCOMMERCIAL, severity=Severity.REVIEW, applies=must_be_noncommercial)
def donation_appeal(case: Case) -> Iterator[Outcome]:
    """The page asks for donations with this story.

    An appeal that names the story, or stories like it, raises money with the work of others, and readers may think
    that the gift supports its authors. An appeal for the site as such is no finding.

    Known problems: only the wording in the program's own list is recognised.
    Fix: ask for the site's own sake, apart from this story.
    """
    for phrase in _beside(case, PhraseKind.DONATION):
        yield review(
            f"the page ties an appeal to the story ({quoted(phrase.text)}): does the gift support its authors?",
            evidence=[on_page(case, phrase)],
            fix="Word the appeal for the site as a whole, or move it away from this story.",
        )


def _beside(case: Case, kind: PhraseKind) -> Iterator[Phrase]:
    """What a reader sees with the article or in a box beside it."""
    for phrase in case.credit.phrases:
        if phrase.kind is kind and phrase.visible and phrase.scope in {Scope.ARTICLE, Scope.WIDGET}:
            yield phrase


def _is_inside(case: Case, phrase: Phrase) -> bool:
    """Whether it stands between the first and the last words of the article."""
    if case.alignment.body is None:
        return False
    first, last = (case.page.blocks[number] for number in case.alignment.body)
    if phrase.span:
        return first.end <= phrase.span.start < last.start
    return first.element < phrase.element < last.element


def _affiliate_links(case: Case) -> Iterator[Link]:
    """Links in the article's own text that pay a commission, where the work has no such link to that host."""
    if case.work.links is None or case.alignment.body is None:
        return
    first, last = case.alignment.body
    asides = {aside.block for aside in case.alignment.asides}
    own = {urlsplit(anchor.url).hostname for anchor in case.work.links if is_affiliate(anchor.url)}
    for link in case.page.links:
        within = first <= link.block <= last and link.block not in asides and link.hidden < 0
        if within and is_affiliate(link.href) and urlsplit(link.href).hostname not in own:
            yield link


def _declares_paywall(case: Case) -> bool:
    """Whether the page tells machines that it is not free (schema.org isAccessibleForFree)."""
    return any(statement.value.casefold() == "false" for statement in case.page.said("isAccessibleForFree"))
