"""What a page has against a publisher's wishes for credit: its sentences, and the form and place of the credit."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from licensecheck.patterns import pattern
from licensecheck.policy_terms import CreditPart, LinkTarget, Occasion, Placement, Wording
from licensecheck.rules._applies import asks_for_source, credits_author, credits_parties
from licensecheck.rules._evidence import listed
from licensecheck.rules._policy import Lack
from licensecheck.rules._sight import Sight, in_sight, sight
from licensecheck.rules._whereabouts import block_of, is_placed, stand_together, surroundings
from licensecheck.slots import filled, stands
from licensecheck.terms import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Mention
    from licensecheck.model import Case
    from licensecheck.policy import CreditForm, Sentence, Templates

# What says in a sentence that a story comes from elsewhere.
_ORIGIN = pattern(
    r"\b(?:originally|first|appeared|courtesy|partnership|produced|published|republished|reprinted|story (?:by|from)|"
    r"originalmente|publicad[ao]|publicó|publiée?|republiée?|veröffentlicht|erschienen)\b",
    re.IGNORECASE,
)
# A credit or notice is no longer than this.
_LONGEST = 1_000
_WHERE = {
    Placement.TOP: "at the top of the article",
    Placement.END: "at the end of the article",
    Placement.FIRST_PARAGRAPH: "in the first paragraph",
    Placement.BYLINE: "in the byline",
}


def lacks_sentence(case: Case, clause: Sentence) -> Lack | None:
    """The sentence is not there, not in the words that are asked for, or not in its place."""
    if clause.when is not Occasion.ALWAYS and (clause.when is Occasion.EDITED) is not _is_edited(case):
        return None
    fix = f"Add: {_wanted(case, clause.templates)}"
    fixed = list(_with_template(case, clause.templates))
    alike = list(_with_origin(case))
    if not fixed and not alike:
        return Lack("the page lacks the sentence that goes with the article", fix=fix, absence=True)
    if not fixed and clause.wording is Wording.VERBATIM:
        return Lack("the page says where the article is from in other words than asked for", fix=fix, sure=False)
    found = fixed if clause.wording is Wording.VERBATIM else fixed + alike
    if clause.placement and not is_placed(case, found, clause.placement):
        message = f"the sentence that goes with the article does not stand {_WHERE[clause.placement]}"
        return Lack(message, fix=fix, absence=True)
    return None


def misplaces_credit(case: Case, clause: CreditForm) -> Lack | None:
    """A name is missing for which the licence does not ask anyway, or the credit has another form, place or link."""
    fix = f"Write: {_wanted(case, clause.templates)}" if clause.templates else None
    if absent := list(_absent(case, clause)):
        return Lack(f"the page does not name {listed(absent)}", fix=fix, absence=True)
    if clause.link and (lack := _link_lack(case, clause.link)):
        return lack
    if clause.placement is Placement.BYLINE:
        return _byline_lack(case, fix)
    for part in clause.parts if clause.placement else ():
        seen = filter(in_sight, _named(case).get(part, ()))
        places = [number for mention in seen if (number := block_of(case, mention)) is not None]
        if places and clause.placement and not is_placed(case, places, clause.placement):
            return Lack(f"the credit of the {part} does not stand {_WHERE[clause.placement]}", fix=fix, absence=True)
    return None


def _named(case: Case) -> dict[CreditPart, tuple[Mention, ...]]:
    return {CreditPart.AUTHOR: case.credit.authors, CreditPart.OUTLET: case.credit.parties}


def _wanted(case: Case, templates: Templates) -> str:
    """The template in the page's language, or the first, filled in."""
    texts = dict(templates)
    language = (case.page.language or case.work.language or "").partition("-")[0].lower()
    publisher = case.policy.publisher if case.policy else ""
    return filled(texts.get(language) or next(iter(texts.values())), case.work, publisher)


def _with_template(case: Case, templates: Templates) -> Iterator[int]:
    """The numbers of the blocks that hold, or begin, the sentence in one of its languages."""
    names = (*(case.work.parties or ()), *((case.policy.publisher,) if case.policy else ()))
    near = surroundings(case)
    texts = [(number, block.text) for number, block in near]
    texts += [(one[0], f"{one[1].text} {other[1].text}") for one, other in pairwise(near)]
    for number, text in texts:
        if len(text) <= _LONGEST and any(stands(template, text, case.work, names) for _, template in templates):
            yield number


def _with_origin(case: Case) -> Iterator[int]:
    """The numbers of the blocks that name the publisher, or link to the article, and say that it is from there."""
    for mention in (*case.credit.parties, *case.credit.sources):
        number = block_of(case, mention) if in_sight(mention) else None
        if number is not None and _ORIGIN.search(case.page.blocks[number].text):
            yield number


def _is_edited(case: Case) -> bool:
    return any(change.level is not Level.TECHNICAL for change in case.changes)


def _absent(case: Case, clause: CreditForm) -> Iterator[str]:
    """Who is to be named and is not; where the licence asks for the name, its own rules say so."""
    known = {CreditPart.AUTHOR: case.work.authors, CreditPart.OUTLET: case.work.parties}
    judged = {CreditPart.AUTHOR: credits_author(case), CreditPart.OUTLET: credits_parties(case)}
    for part in clause.parts:
        names = known.get(part)
        if names and not judged[part] and sight(_named(case)[part]) is not Sight.SHOWN:
            yield listed(names)


def _link_lack(case: Case, target: LinkTarget) -> Lack | None:
    links = [mention for mention in case.credit.sources if in_sight(mention)]
    if not case.work.sources or asks_for_source(case) or any(link.exact for link in links):
        return None
    if links and target is not LinkTarget.ARTICLE:
        return None
    return Lack("the credit does not link to the article", fix=f"Link to {case.work.sources[0]}", absence=True)


def _byline_lack(case: Case, fix: str | None) -> Lack | None:
    """Author and publisher are both named, but not as one."""
    authors, parties = (list(filter(in_sight, m)) for m in (case.credit.authors, case.credit.parties))
    if not authors or not parties or stand_together(authors, parties):
        return None
    return Lack("the byline names the author without the publisher", fix=fix, absence=True)
