"""Credit: does the page name the authors, the title, the source and the publisher where a reader sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from licensecheck.clauses import Clause
from licensecheck.rules._applies import (
    asks_for_prominence,
    asks_for_source,
    bars_credit,
    credits_author,
    credits_parties,
    credits_someone,
    forbids_endorsement,
    has_title,
    known_license,
    knows_profiles,
)
from licensecheck.rules._evidence import listed, of_work, on_page, quoted
from licensecheck.rules._remedy import add_credit
from licensecheck.rules._rule import Outcome, fail, missing, note, review, rule
from licensecheck.rules._sight import Sight, in_sight, is_silent, said_in_sight, sight, with_sight
from licensecheck.sources import fold_url
from licensecheck.terms import PhraseKind, Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from licensecheck.claims import Mention
    from licensecheck.model import Case, Evidence

# Beyond this many names the last are usually helpers, not writers.
_BYLINE = 5


@rule("BY-201", clause=Clause.ATTRIBUTION_CREATOR, applies=credits_author)
def missing_author(case: Case) -> Iterator[Outcome]:
    """The page names none of the work's authors.

    Every licence with the element BY asks that the author be named as the author was supplied. A byline, a
    credit line or an end credit will do; the place is free.

    Known problems: a name in another script counts as missing unless the manifest lists it as well.
    Fix: add a byline, as in "By NAME, PUBLISHER", or the credit line that the finding gives.
    """
    authors = case.work.authors or ()
    best = sight(case.credit.authors)
    if best is Sight.ABSENT:
        yield missing(f"the page does not show the author, {listed(authors)}", fix=add_credit(case))
    elif best is Sight.ELSEWHERE:
        seen = [on_page(case, mention) for mention in case.credit.authors if mention.visible]
        yield review(
            f"the page names {listed(authors)} only outside the article: does that credit this article?",
            evidence=seen,
            fix=add_credit(case),
        )


@rule("BY-202", clause=Clause.ATTRIBUTION_CREATOR, applies=credits_author)
def missing_coauthor(case: Case) -> Iterator[Outcome]:
    """The page names some of the work's authors and not the others.

    Each author is owed the credit. Where more than five are supplied, the last are often "additional reporting
    by", and the finding is a warning.

    Known problems: "and others" in the original's own byline does not excuse a name that the manifest lists.
    Fix: add the missing names to the byline.
    """
    authors = case.work.authors or ()
    if sight(case.credit.authors) is not Sight.SHOWN:
        return
    absent = with_sight(Sight.ABSENT, authors, case.credit.authors)
    if absent:
        yield missing(
            f"the page does not show {listed(absent)} among the authors",
            severity=Severity.WARNING if len(authors) > _BYLINE else Severity.VIOLATION,
            evidence=[of_work(listed(authors))],
            fix=f"Complete the byline: By {listed(authors)}",
        )


@rule("BY-203", clause=Clause.ATTRIBUTION_TITLE, applies=has_title)
def missing_title(case: Case) -> Iterator[Outcome]:
    """The page does not show the work's title.

    Licences up to 3.0 ask for the title with the credit. A new headline is a matter of its own (ND-411); here it
    is enough that the original title stands somewhere a reader sees it. Version 4.0 and the port for New Zealand
    do not ask for it, so there it is a remark.

    Known problems: publishers use several titles; every one in the manifest counts. The title in `<title>` or in
    metadata alone does not, as it is not on the page.
    Fix: add "Originally published as “TITLE”" to the credit line.
    """
    if any(mention.visible for mention in case.credit.titles):
        return
    license_ = known_license(case)
    message = f"the page does not show the title {quoted(case.work.titles[0])}"
    evidence = [on_page(case, mention) for mention in case.credit.titles]
    if license_.section(Clause.ATTRIBUTION_TITLE) is None:
        yield note(f"{message}, for which {license_.id} does not ask", evidence=evidence)
    else:
        yield missing(message, evidence=evidence, fix=f"Add: Originally published as “{case.work.titles[0]}”.")


@rule("BY-204", clause=Clause.ATTRIBUTION_SOURCE, applies=asks_for_source)
def missing_source(case: Case) -> Iterator[Outcome]:
    """The page does not link to the original.

    From version 2.0 on the licences ask for the address that the publisher supplies, as far as that is
    practicable; on a web page it is. Any of the addresses in the manifest counts, as a link or as text.
    An address that only machines read, or the publisher's home page, is a warning.

    A host that only looks like the publisher's is another one, and the evidence says so. Where a short link in a
    credit leads is not known, so a person opens it.

    Known problems: redirects are not followed; list them among the source addresses.
    Fix: link the publisher's name or the title to the original.
    """
    fix = add_credit(case)
    pages = [mention for mention in case.credit.sources if mention.exact]
    others = [on_page(case, mention) for mention in case.credit.sources if in_sight(mention) and not mention.exact]
    evidence = others or [on_page(case, mention) for mention in pages]
    best = sight(pages)
    if best is Sight.SHOWN:
        return
    if best is Sight.ELSEWHERE:
        yield review("the page links to the original only outside the article", evidence=evidence, fix=fix)
    elif others:
        message = "the page links to the publisher's site, not to the original article"
        yield missing(message, severity=Severity.WARNING, evidence=evidence, fix=fix)
    else:
        yield _no_link(case, evidence)


def _no_link(case: Case, unseen: Sequence[Evidence]) -> Outcome:
    """What is said of a page without a link to the original; `unseen` is where it has the address all the same."""
    if unseen:
        message, severity = (
            "the page gives the address of the original only where readers do not see it",
            Severity.WARNING,
        )
    else:
        message, severity = f"the page does not link to the original, {(case.work.sources or ('',))[0]}", None
    forged = said_in_sight(case, PhraseKind.LOOKALIKE_LINK)
    short = said_in_sight(case, PhraseKind.SHORT_LINK)
    if short and not forged:
        message += f", unless {listed([phrase.text for phrase in short])} leads there"
        return review(message, evidence=[on_page(case, phrase) for phrase in short], fix=add_credit(case))
    for phrase in forged:
        message += f"; {urlsplit(phrase.text).hostname} passes for {phrase.holder}"
    evidence = [*(on_page(case, phrase) for phrase in forged), *unseen]
    return missing(message, severity=severity, evidence=evidence, fix=add_credit(case))


@rule("BY-205", clause=Clause.ATTRIBUTION_PARTIES, applies=credits_parties)
def missing_publisher(case: Case) -> Iterator[Outcome]:
    """The page does not name the publisher, or another party to be credited.

    From version 2.5 on a publisher can designate parties for attribution, such as the newsroom; those that the
    manifest lists are designated.

    Known problems: a logo without alternative text is not read.
    Fix: name the publisher in the byline, as in "By NAME, PUBLISHER".
    """
    parties = case.work.parties or ()
    for party in with_sight(Sight.ABSENT, parties, case.credit.parties):
        yield missing(f"the page does not show {party}, to be credited with this article", fix=add_credit(case))
    for party in with_sight(Sight.ELSEWHERE, parties, case.credit.parties):
        seen = [on_page(case, m) for m in case.credit.parties if m.named == party and m.visible]
        message = f"the page names {party} only outside the article: does that credit this article?"
        yield review(message, evidence=seen, fix=add_credit(case))
    for mention in _loosely_named(case.credit.parties):
        message = f"the page names {mention.named} only as {quoted(mention.text)}"
        yield review(message, evidence=[on_page(case, mention)], fix=add_credit(case))


@rule("BY-206", clause=Clause.ATTRIBUTION_CREATOR, applies=credits_someone, severity=Severity.WARNING)
def credit_out_of_sight(case: Case) -> Iterator[Outcome]:
    """The page names an author or the publisher only in metadata or in hidden text.

    Credit is owed in a manner reasonable to the medium, and on a web page that is where a reader sees it. A name that
    the page keeps from screen readers (`aria-hidden`) is seen, but not by those who listen: that is a remark.

    Known problems: text that a script reveals later counts as hidden.
    Fix: repeat the credit in the visible page.
    """
    mentions = (*case.credit.authors, *case.credit.parties)
    unseen = [
        *with_sight(Sight.UNSEEN, case.work.authors or (), case.credit.authors),
        *with_sight(Sight.UNSEEN, case.work.parties or (), case.credit.parties),
    ]
    if unseen:
        evidence = [on_page(case, mention) for mention in mentions if mention.named in unseen]
        message = f"the page names {listed(unseen)} only where readers do not see it"
        yield missing(message, evidence=evidence, fix=add_credit(case))
    named = dict.fromkeys(mention.named for mention in mentions)
    silent = [name for name in named if is_silent(case, [m for m in mentions if m.named == name])]
    if silent:
        yield note(
            f"the page names {listed(silent)} only where screen readers leave it out",
            evidence=[on_page(case, mention) for mention in mentions if mention.named in silent and in_sight(mention)],
            fix="Take `aria-hidden` off the credit.",
        )


@rule("BY-207", clause=Clause.ATTRIBUTION_CREATOR, applies=credits_someone, severity=Severity.WARNING)
def vague_credit(case: Case) -> Iterator[Outcome]:
    """The page speaks of a source without naming it.

    "From the web" or "source: internet" credits nobody.

    Known problems: only the wording in the program's own list is recognised.
    Fix: replace the phrase with the credit line that the finding gives.
    """
    if Sight.SHOWN in {sight(case.credit.authors), sight(case.credit.parties)}:
        return
    for phrase in case.credit.phrases:
        if phrase.kind is PhraseKind.VAGUE_CREDIT and in_sight(phrase):
            message = f"{quoted(phrase.text)} does not name the source"
            yield fail(message, evidence=[on_page(case, phrase)], fix=add_credit(case))


@rule("BY-208", clause=Clause.ATTRIBUTION_CREATOR, applies=credits_author, severity=Severity.WARNING)
def altered_author(case: Case) -> Iterator[Outcome]:
    """The page spells an author's name otherwise than the work does.

    Known problems: accents and initials are no difference; a nickname is.
    Fix: correct the name.
    """
    for mention in _loosely_named(case.credit.authors):
        yield fail(
            f"the page has {quoted(mention.text)} where the work names {mention.named}",
            evidence=[of_work(mention.named), on_page(case, mention)],
            fix=f"Correct the name: {mention.named}",
        )


@rule("BY-209", clause=Clause.ENDORSEMENT, severity=Severity.WARNING, applies=forbids_endorsement)
def name_added_to_byline(case: Case) -> Iterator[Outcome]:
    """The byline names someone beside the authors who is none of them.

    A byline says who wrote. A name added to it takes credit for the article and suggests a joint work that the
    author has not agreed to. "Republished by" and "posted by" claim nothing and are no such addition.

    Known problems: an author whom the manifest leaves out counts as added. Behind a comma only the site's own name
    and its staff count, as an author's post or place stands there as well.
    Fix: take the name out of the byline; name the site as the republisher, if at all.
    """
    for phrase in said_in_sight(case, PhraseKind.ADDED_NAME):
        yield fail(
            f"the byline {quoted(phrase.text)} adds {phrase.holder} to the authors, {listed(case.work.authors or ())}",
            evidence=[of_work(listed(case.work.authors or ())), on_page(case, phrase)],
            fix=f"Restore the byline: By {listed((*(case.work.authors or ()), *(case.work.parties or ())))}",
        )


@rule("BY-210", clause=Clause.ATTRIBUTION_PROMINENCE, severity=Severity.REVIEW, applies=asks_for_prominence)
def lesser_credit(case: Case) -> Iterator[Outcome]:
    """The authors are named at the end of the article only, while someone else has the byline above it.

    Up to 3.0, where a collection credits all its contributors, the authors' credit is to be at least as prominent
    as the others'. How the page credits its own writers, and whether a note at its end is less, a person judges.

    Known problems: the byline above may be that of the account which posted the article. Size and colour are not
    looked at, nor the site's other pages.
    Fix: name the authors in the byline.
    """
    if case.alignment.body is None:
        return
    first, last = (case.page.blocks[number] for number in case.alignment.body)
    authors = [mention for mention in case.credit.authors if in_sight(mention)]
    above = [p for p in said_in_sight(case, PhraseKind.STAFF_BYLINE) if p.span and p.span.end <= first.start]
    if above and authors and all(mention.span and mention.span.start >= last.end for mention in authors):
        yield review(
            f"the byline above the article reads {quoted(above[0].text)}; its authors are named below it only",
            evidence=[*(on_page(case, found) for found in above), *(on_page(case, found) for found in authors)],
            fix=f"Name the authors in the byline: By {listed(case.work.authors or ())}",
        )


@rule("BY-211", clause=Clause.ATTRIBUTION_REMOVAL, applies=bars_credit)
def credit_kept(case: Case) -> Iterator[Outcome]:
    """The page still names the authors or the publisher, although the licensor has asked for their names to go.

    A licensor who does not want to be associated with a use may ask that the credit be removed from it, and the
    other rules on credit then ask for nothing. A name that only machines read is a warning.

    Known problems: when the request was made is not known, so a copy may still be within reasonable time.
    Fix: remove the names from bylines, credit lines and metadata.
    """
    named = [m for m in (*case.credit.authors, *case.credit.parties) if m.scope is Scope.ARTICLE]
    seen = [mention for mention in named if mention.visible]
    if named:
        names = listed(tuple(dict.fromkeys(mention.named for mention in seen or named)))
        where = "" if seen else " where machines read it"
        yield fail(
            f"the page still names {names}{where}, and the licensor has asked for the credit to be removed",
            severity=Severity.VIOLATION if seen else Severity.WARNING,
            evidence=[on_page(case, mention) for mention in seen or named],
            fix=f"Remove from the page: {names}",
        )


@rule("BY-212", severity=Severity.INFO, applies=knows_profiles)
def profile_link_lost(case: Case) -> Iterator[Outcome]:
    """The page does not link to an author's own page.

    Publishers link their bylines to the authors' profiles. No licence asks for that link.

    Known problems: redirects are not followed.
    Fix: link the author's name as the original does.
    """
    for profile in case.work.profiles or ():
        if not _is_linked(case, profile):
            yield note(
                f"the page does not link to the author's page, {profile}, for which the licence does not ask",
                evidence=[of_work(profile)],
                fix=f'Link the byline: <a rel="author" href="{profile}">',
            )


def _is_linked(case: Case, url: str) -> bool:
    target = fold_url(url)
    shown = (fold_url(link.href) for link in case.page.links if link.hidden < 0)
    return target is not None and any(address and address.leads_to(target) for address in shown)


def _loosely_named(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Of each name that is nowhere in sight as it should be, the first mention in sight that comes near it."""
    exact = {mention.named for mention in mentions if mention.exact and in_sight(mention)}
    for mention in mentions:
        if mention.named not in exact and in_sight(mention):
            exact.add(mention.named)
            yield mention
