"""What frames the text, where the licence allows no derivatives: headline, deck, subheads, links, captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.model import Evidence
from licensecheck.rules._applies import is_connected, known_license, must_be_verbatim, must_keep_links
from licensecheck.rules._changes import changes_of
from licensecheck.rules._evidence import of_change, quoted
from licensecheck.rules._ladder import ladder
from licensecheck.rules._rule import Outcome, fail, missing, note, review, rule
from licensecheck.sources import fold_url
from licensecheck.terms import ChangeClass, Level, Severity
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Link


@rule("ND-410", clause=Clause.ADAPTATION, severity=Severity.WARNING, applies=must_keep_links)
def links_changed(case: Case) -> Iterator[Outcome]:
    """The page lacks links that the author set, leads them elsewhere, or sets links of its own in the author's words.

    The words are intact in any case, so a person decides; most publishers ask that links be kept. A link
    that leads to another place than the author's is a warning. Tracking parameters are no difference.

    Known problems: a dead link that was repaired counts as led elsewhere.
    Fix: restore the links of the original, and take out those that it does not have.
    """
    removed = []
    for change in changes_of(case, ChangeClass.LINK):
        if not change.after:
            removed.append(change)
            continue
        yield fail(
            f"a link leads to {change.after} where the work's leads to {change.before or 'nothing'}",
            evidence=of_change(change),
            fix=f"Link to {change.before}" if change.before else "Remove the link.",
        )
    if added := list(_added_links(case)):
        yield review(
            f"the page sets {len(added)} link{'s' if len(added) > 1 else ''} of its own in the work's words",
            evidence=[Evidence("page", link.text, path=case.page.tree.path(link.element)) for link in added],
            fix="Take out the links that the original does not have.",
        )
    if removed:
        yield missing(
            f"the page lacks {len(removed)} of the {len(case.work.links or ())} links in the text",
            severity=Severity.REVIEW,
            evidence=[evidence for change in removed for evidence in of_change(change)],
            fix="Restore the links of the original.",
        )


def _added_links(case: Case) -> Iterator[Link]:
    """The links that a reader sees in the work's own words and that the work does not have, but for its credit."""
    if case.alignment.body is None:
        return
    first, last = case.alignment.body
    own = {squeeze(link.text) for link in case.work.links or ()}
    sources = [source for source in map(fold_url, case.work.sources or ()) if source]
    for link in (link for link in case.page.links if link.hidden < 0 and link.text and squeeze(link.text) not in own):
        if not first <= link.block <= last or link.href.startswith("#"):
            continue
        target, block = fold_url(link.href), case.page.blocks[link.block]
        start = block.start + max(block.text.find(link.text), 0)
        inside = any(m.page.start <= start and start + len(link.text) <= m.page.end for m in case.alignment.matches)
        if inside and not (target and any(map(target.leads_to, sources))):
            yield link


@rule("ND-411", clause=Clause.ADAPTATION, severity=Severity.REVIEW, applies=must_be_verbatim)
def headline_or_deck_changed(case: Case) -> Iterator[Outcome]:
    """The page has another headline or deck than the work.

    A headline alone is thinly protected, and publishers differ: some allow a new one, some ask to approve it.
    That the original title must stand somewhere on the page is a rule of its own (BY-203). A deck that is only
    left out is a remark.

    Known problems: a deck above the headline may be taken for a section label.
    Fix: use the original headline, or ask the publisher.
    """
    for change in changes_of(case, ChangeClass.HEADLINE, ChangeClass.DECK):
        if change.after:
            yield review(
                f"the page has the {change.kind} {quoted(change.after)} where the work has {quoted(change.before)}",
                evidence=of_change(change),
                fix=f"Use the original {change.kind}: {change.before}",
            )
        else:
            yield note(f"the page does not show the work's {change.kind}", evidence=of_change(change))


@rule("ND-413", clause=Clause.ADAPTATION, applies=is_connected)
def subheads_changed(case: Case) -> Iterator[Outcome]:
    """The page adds subheads to the article, or leaves out the work's own.

    An added subhead puts the page's words into the text: a warning. A lost one is for a person to judge. Each weighs
    a degree more where the licence forbids editing by name.

    Known problems: the heading of a box inside the article may be taken for a subhead.
    Fix: restore the subheads of the original.
    """
    license_ = known_license(case)
    for change in changes_of(case, ChangeClass.SUBHEAD):
        if change.after:
            instead = f" where the work has {quoted(change.before)}" if change.before else ""
            yield fail(
                f"the page has the subhead {quoted(change.after)}{instead}",
                severity=ladder(license_, Level.WORDING),
                evidence=of_change(change),
                fix=f"Restore {quoted(change.before)}" if change.before else "Remove the subhead.",
            )
        else:
            yield missing(
                f"the page leaves out the subhead {quoted(change.before)}",
                severity=ladder(license_, Level.STYLE),
                evidence=of_change(change),
                fix="Restore the subhead.",
            )


@rule("ND-414", clause=Clause.ADAPTATION, applies=must_be_verbatim)
def caption_reworded(case: Case) -> Iterator[Outcome]:
    """The page has another caption under a photo of the work than the work.

    A caption is part of the work's text. That a photo is left out, or its caption, is no change of the text.

    Known problems: a caption that the publisher wrote for this page alone cannot be known.
    Fix: restore the caption.
    """
    for change in changes_of(case, ChangeClass.CAPTION):
        yield fail(
            f"the page has the caption {quoted(change.after)} where the work has {quoted(change.before)}",
            severity=ladder(known_license(case), Level.WORDING),
            evidence=of_change(change),
            fix=f"Restore the caption: {change.before}",
        )
