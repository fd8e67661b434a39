"""The credit of a copy put right: lines that it lacks, licences and names that it gives wrongly, credits of photos."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from licensecheck.credit_block import Piece, credit_line, license_line, line_html, sentence_lines
from licensecheck.letter_words import words_for
from licensecheck.licenses import Element
from licensecheck.model import Span
from licensecheck.policy_terms import Placement
from licensecheck.relinking import linked, readdressed, values
from licensecheck.restating import headed, restated
from licensecheck.retouch import Added, Between, Splice, escaped, put_in, reworded
from licensecheck.terms import Form, PhraseKind, Scope
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from licensecheck.claims import Mark, Mention, PhotoCredit
    from licensecheck.credit_block import Line
    from licensecheck.model import Block, Case, Image
    from licensecheck.tags import Tag
    from licensecheck.trace import Trace

# The rules whose findings a credit line answers, those that a line with the licence does, and so on.
_CREDIT = frozenset({"BY-201", "BY-202", "BY-203", "BY-204", "BY-205", "BY-206", "BY-207", "BY-210"})
_LICENSE = frozenset({"LIC-101", "LIC-102", "LIC-103", "LIC-108", "LIC-109", "RES-703"})
_NOTICES = {"NOT-303": "license", "NOT-304": "changes", "ND-416": "changes", "DIS-901": "disclaimer"}
_ALTERED, _UNLINKED, _HEAD = "BY-208", "LIC-102", "POL-955"
_COPYRIGHT, _SENTENCES, _CHANGES = "NOT-301", frozenset({"POL-952", "POL-953"}), "CHG-501"
_ABOVE = frozenset({Placement.TOP, Placement.BYLINE})
# Characters behind the body within which a credit is the article's own.
_NEAR = 1_000
_WRONG_LICENSE = frozenset({"LIC-104", "LIC-105", "LIC-106", "LIC-107"})


def corrected(trace: Trace, case: Case, rules: Collection[str]) -> Iterator[Splice]:
    """The splices that put right what the copy says wrongly of licence and authors."""
    if not _WRONG_LICENSE.isdisjoint(rules):
        for mark in case.credit.marks:
            yield from _relabelled(trace, case, mark)
    if _UNLINKED in rules and case.work.license:
        own = case.work.license
        names = (mark.span for mark in case.credit.marks if mark.license == own and not mark.href and _is_seen(mark))
        for span in filter(None, names):
            yield from linked(trace, span, own.uri, "license")
    if _HEAD in rules:
        yield from headed(trace, case)
    for mention in case.credit.authors if _ALTERED in rules else ():
        if mention.visible and not mention.exact and mention.span:
            yield from reworded(trace, block_at(case, mention.span.start), mention.span, mention.named)


def credited(trace: Trace, case: Case, rules: Collection[str]) -> Iterator[Splice]:
    """The splices that put in the lines which the copy lacks, above its text, and below it behind what it has there."""
    if case.alignment.body is None:
        return
    first, last = (case.page.blocks[number] for number in case.alignment.body)
    above, below = _lines(case, frozenset(rules))
    if above:
        yield put_in(trace, Between(None, first), [Added(line_html(line)) for line in above])
    if below:
        yield put_in(trace, Between(_last_credit(case, last), None), [Added(line_html(line)) for line in below])


def _last_credit(case: Case, last: Block) -> Block:
    """The last of the blocks behind the body that speak of the work's origin and terms; the body's own last if none."""
    credit = case.credit
    found: tuple[Mention | Mark, ...] = (*credit.authors, *credit.parties, *credit.sources, *credit.marks)
    seen = [each.span.start for each in found if each.span and each.visible and each.scope is Scope.ARTICLE]
    behind = [place for place in seen if 0 <= place - last.end <= _NEAR]
    return block_at(case, max(behind)) if behind else last


def _lines(case: Case, rules: frozenset[str]) -> tuple[list[Line], list[Line]]:
    """The lines that the copy lacks above its text, and those below."""
    work, language = case.work, case.page.language or case.work.language
    sentences = sentence_lines(work, case.policy) if rules & _SENTENCES else []
    above = [line for line, placement in sentences if placement in _ABOVE]
    below = [line for line, placement in sentences if placement not in _ABOVE]
    if rules & _CREDIT:
        # Where someone else has the byline, a credit at the end would be the lesser one.
        contested = any(phrase.kind is PhraseKind.STAFF_BYLINE and phrase.visible for phrase in case.credit.phrases)
        (above if contested else below).append(credit_line(work, language))
    else:
        below += [license_line(work, language)] if rules & _LICENSE else []
        below += [(Piece(work.notices.copyright),)] if _COPYRIGHT in rules and work.notices.copyright else []
    lost = (getattr(work.notices, name) for rule, name in _NOTICES.items() if rule in rules)
    below += [(Piece(notice),) for notice in dict.fromkeys(filter(None, lost))]
    if _CHANGES in rules and work.license and Element.ND not in work.license.elements:
        below.append((Piece(words_for(language)["credit"]["changed"]),))
    return above, below


def _relabelled(trace: Trace, case: Case, mark: Mark) -> Iterator[Splice]:
    """The mark, if it names another licence or leads to none, made one of the work's."""
    own = case.work.license
    if own is None or (mark.license == own and not mark.flaw):
        return
    if mark.form is Form.METADATA and mark.scope is Scope.ARTICLE and mark.href:
        yield from restated(trace, mark.href, own.uri)
    if not _is_seen(mark) or (mark.license is None and not mark.unit and not mark.flaw):
        return
    if mark.href and (link := next((link for link in case.page.links if link.element == mark.element), None)):
        yield from readdressed(trace, link, own.uri)
    if mark.span:
        name = own.uri if mark.form is Form.TEXT and mark.href else own.id
        yield from reworded(trace, block_at(case, mark.span.start), mark.span, name)


def _is_seen(mark: Mark) -> bool:
    return mark.visible and mark.scope is Scope.ARTICLE


# --- photos ----------------------------------------------------------------------------------------------


def photos_credited(trace: Trace, case: Case, rules: Collection[str]) -> Iterator[Splice]:
    """The splices that give the photos of the work their credits back."""
    for shown in case.credit.photos:
        credit = shown.photo.credit
        if not shown.present or not credit:
            continue
        label = words_for(case.page.language or case.work.language)["credit"]["photo"]
        if shown.credit is None and "PHO-801" in rules:
            yield from _captioned(trace, shown, escaped(f"{label}{credit}"))
        elif shown.credit and "PHO-802" in rules and squeeze(shown.credit) != squeeze(credit):
            yield from _credit_put(trace, case, shown, credit)
        if shown.photo.license and "PHO-810" in rules and shown.photo.license != case.work.license:
            own = shown.photo.license
            named = Piece(own.id, own.uri), Piece(".")
            lead = "" if shown.credit else f"{label}{credit}, "
            yield from _captioned(trace, shown, line_html((Piece(lead), *named)))


def _captioned(trace: Trace, shown: PhotoCredit, addition: str) -> Iterator[Splice]:
    """More markup behind the photo's caption, or behind the photo where it has none."""
    if shown.span:
        ink = trace.ink(shown.span.start, shown.span.end)
        if ink:
            at = trace.ends[ink[-1]]
            # The point that closes a caption may not be part of it.
            at += trace.source[at : at + 1] in {".", "”", '"'}
            yield Splice(at, at, f" {addition}")
    elif shown.image and (tag := _image_tag(trace, shown.image)):
        figure = next((each for each in reversed(trace.tags.around(tag.start)) if each.name == "figure"), None)
        closing = trace.tags.end_of(figure) if figure else None
        if closing:
            yield Splice(closing.start, closing.start, f"<figcaption>{addition}</figcaption>")
        else:
            yield Splice(tag.end, tag.end, f"<br>\n<small>{addition}</small><br>\n")


def _credit_put(trace: Trace, case: Case, shown: PhotoCredit, credit: str) -> Iterator[Splice]:
    """The right credit where the photo has another one: in the block of its caption, or right behind."""
    start = shown.span.start if shown.span else 0
    first = bisect_right([block.start for block in case.page.blocks], start) - 1
    label, colon, name = (shown.credit or "").rpartition(":")
    for block in case.page.blocks[max(first - 1, 0) : first + 3]:
        at = block.text.find(f"{label}{colon}{name}")
        if at >= 0:
            begin = block.start + at + len(label + colon + name) - len(name.lstrip())
            yield from reworded(trace, block, Span(begin, begin + len(name.lstrip())), credit)
            return


# --- where things are ------------------------------------------------------------------------------------


def block_at(case: Case, place: int) -> Block:
    """The block that holds a character of the page."""
    return case.page.blocks[bisect_right([block.start for block in case.page.blocks], place) - 1]


def _image_tag(trace: Trace, image: Image) -> Tag | None:
    alike = [each for each in trace.page.images if each.source == image.source]
    tags = [tag for tag in trace.tags.named("img", "amp-img") if any(values(trace, tag, image.source))]
    return tags[alike.index(image)] if len(tags) == len(alike) else None
