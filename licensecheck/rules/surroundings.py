"""What stands in and around the text, where the licence allows no derivatives: promotions, recordings, lost notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.model import Evidence
from licensecheck.patterns import pattern
from licensecheck.rules._applies import known_license, must_be_verbatim
from licensecheck.rules._changes import lost_amendments
from licensecheck.rules._evidence import of_block, of_change, of_work, on_page, quoted
from licensecheck.rules._rule import Outcome, fail, missing, note, review, rule
from licensecheck.rules.notices import shows
from licensecheck.terms import PhraseKind, Severity, SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Phrase
    from licensecheck.model import Aside, Case

# Promotions quoted in one finding.
_SHOWN = 5
_PROMOTING = frozenset({"advertisement", "newsletter"})
# What a box says that sells or collects something, whatever its markup is named.
_PROMOTION = pattern(
    r"^\W*(?:advertisement|advertorial|anzeige|publicidad|publicidade|publicité|reklame|sponsored|werbung)\b|"
    r"\b(?:become a member|donate|newsletter|sign up|spenden|subscribe|suscr[ií]b\w+|support our|abonnez|iscriviti)\b",
    re.IGNORECASE,
)


@rule("ND-412", clause=Clause.ADAPTATION, severity=Severity.INFO, applies=must_be_verbatim)
def promotion_inside(case: Case) -> Iterator[Outcome]:
    """Advertisements, newsletter boxes or appeals stand between the paragraphs of the article.

    The words are intact, and most sites set such boxes into every story, so this is a question for a person and
    touches no verdict: does a reader take the boxes for the author's? Some publishers forbid them inside the story
    (see their policies). Whether the use is commercial is a question of its own (NC-605).

    Known problems: a box is told by its markup and by English, German and Romance words; one that a script fills later
    is told by the name of its place.
    Fix: move the boxes before or after the article.
    """
    slots = [phrase for phrase in case.credit.phrases if phrase.kind is PhraseKind.ADVERTISING and phrase.visible]
    inside = [_box(case, aside) for aside in _promotions(case)]
    inside += [on_page(case, slot) for slot in slots if _is_within(case, slot)]
    if inside:
        count = f"{len(inside)} promotion{'s stand' if len(inside) > 1 else ' stands'}"
        fix = "Move what promotes something before or after the article."
        message = f"{count} between the paragraphs of the article: can a reader tell them from it?"
        yield review(message, severity=Severity.INFO, evidence=inside[:_SHOWN], fix=fix)
    elif slots:
        yield note("advertisements stand beside the article", evidence=[on_page(case, slot) for slot in slots[:_SHOWN]])
    related = [_box(case, aside) for aside in case.alignment.asides if aside.reason == "related"]
    if related:
        yield note("links to other stories stand inside the article", evidence=related[:_SHOWN])


@rule("ND-415", clause=Clause.ADAPTATION, severity=Severity.REVIEW, applies=must_be_verbatim)
def recording_made(case: Case) -> Iterator[Outcome]:
    """The page offers the article as a recording, read aloud or as a video.

    Up to 2.5, and in the port for the United States, the licences name a sound recording as a derivative: a warning.
    Under other texts it may be no more than another format, for a person to decide; 4.0 says that a change of format
    makes no adaptation, so there it is a remark.

    Known problems: what the reader's own browser reads aloud is not the page's doing, and a recording that the
    publisher hands out with the article is not told from the page's own.
    Fix: remove the recording, or ask the publisher.
    """
    recordings = [sign for sign in case.page.signs if sign.kind is SignKind.RECORDING]
    if not recordings:
        return
    license_ = known_license(case)
    paths = ((sign.text, case.page.tree.path(sign.element) if sign.element >= 0 else None) for sign in recordings)
    evidence = [Evidence("page", text, path=path) for text, path in paths][:_SHOWN]
    message, fix = "the page offers a recording of the article", "Remove the recording, or ask the publisher."
    if license_.names_recording:
        message = f"{message}, which {license_.id} names as a derivative"
        yield fail(message, severity=Severity.WARNING, evidence=evidence, fix=fix)
    elif license_.frees_formats:
        yield note(message, evidence=evidence)
    else:
        yield review(f"{message}: is that another format, or another work?", evidence=evidence, fix=fix)


@rule("ND-416", clause=Clause.ADAPTATION, severity=Severity.REVIEW, applies=must_be_verbatim)
def amendment_note_lost(case: Case) -> Iterator[Outcome]:
    """The page leaves out the note that says what was corrected or updated.

    A reader then takes the article for what it was not. No clause asks for the note by itself, but where the licence
    asks that earlier changes stay indicated, its loss from the manifest's notices is judged by NOT-304.

    Known problems: a note is told by how it begins, in a few languages.
    Fix: restore the note.
    """
    for change in lost_amendments(case):
        yield missing(
            f"the page leaves out the note {quoted(change.before)}",
            severity=Severity.REVIEW,
            evidence=of_change(change),
            fix=f"Restore the note: {change.before}",
        )
    mark = case.work.notices.changes
    if mark and not known_license(case).asks_change_mark and not shows(case, mark):
        message = f"the page leaves out the note {quoted(mark)}"
        yield missing(message, severity=Severity.REVIEW, evidence=[of_work(mark)], fix=f"Restore the note: {mark}")


def _promotions(case: Case) -> Iterator[Aside]:
    """The boxes in the body that a reader sees and that promote something; of blocks in a row, the first."""
    last = -1
    for aside in case.alignment.asides:
        block = case.page.blocks[aside.block]
        if block.hidden < 0 and (aside.reason in _PROMOTING or _PROMOTION.search(block.text)):
            if aside.block > last + 1:
                yield aside
            last = aside.block


def _box(case: Case, aside: Aside) -> Evidence:
    return of_block(case, case.page.blocks[aside.block])


def _is_within(case: Case, slot: Phrase) -> bool:
    """Whether the place of an advertisement is between blocks of the body, and holds none that was counted."""
    if case.alignment.body is None:
        return False
    first, last = (case.page.blocks[number].element for number in case.alignment.body)
    boxes = (case.page.blocks[aside.block].element for aside in case.alignment.asides)
    return first < slot.element < last and not any(case.page.tree.contains(slot.element, box) for box in boxes)
