"""Phrases with legal or commercial weight on a page, and what each speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.claims import Phrase
from licensecheck.credit_lines import is_post
from licensecheck.interests import INTERESTS
from licensecheck.names import is_named, is_slip, organisation, person
from licensecheck.patterns import pattern
from licensecheck.scope import scope_of_subject
from licensecheck.terms import PhraseKind, Scope
from licensecheck.text import squeeze
from licensecheck.wordings import WORDINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from licensecheck.bylines import Byline
    from licensecheck.names import Name
    from licensecheck.reading import Reading
    from licensecheck.wordings import Wording

_TERMS = frozenset({PhraseKind.COPYRIGHT, PhraseKind.RESTRICTION, PhraseKind.TERMS_OF_USE})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# So far back the subject of a phrase is looked for.
_SENTENCE = 200
_SENTENCE_END = pattern(r"[.!?]\s")
_OF_PICTURES = pattern(
    r"\b(?:artwork|foto\w*|graphics?|grafik\w*|illustrations?|images?|immagin[ei]|imágenes|imagens|photo\w*|pictures?|"
    r"videos?)\b",
    re.IGNORECASE,
)
_NAME_BEFORE = pattern(r"[^\W\d_][^.|•·:;!?\n]{0,60}")
# A term that the licence itself knows: no restriction on top of it.
_OF_LICENSE = pattern(r"attribution|commercial|creative commons|credit", re.IGNORECASE)
# From this coverage on, an invitation to subscribe walls nothing off.
_WHOLE = 0.99
# Names that advertising software gives to the places of its ads.
_AD_SLOT = pattern(
    r"(?<![a-z])(?:ad-?slot|ad-?unit|adsbygoogle|advertisement|google[_-]ads?|div-gpt-ad|outbrain|taboola)",
    re.IGNORECASE,
)
# Interests in an article are told within so many blocks before its headline or body, and after its body.
_ABOVE, _BELOW = 6, 12
_AD_CUES = ("slot", "unit", "adsby", "advert", "google", "gpt-ad", "outbrain", "taboola")


def read_phrases(reading: Reading, bylines: Collection[Byline]) -> Iterator[Phrase]:
    """The weighty phrases of a page; what the story itself says is none of them."""
    for wording in WORDINGS:
        for number in reading.with_any(wording.cues):
            yield from _worded(reading, wording, number)
    yield from _interests(reading)
    yield from _foreign_bylines(reading, bylines)
    yield from _ad_slots(reading)
    for statement in reading.page.said("isAccessibleForFree"):
        if statement.value.casefold() == "false":
            yield Phrase(PhraseKind.PAYWALL, statement.name, scope_of_subject(statement.subject), visible=False)


def _interests(reading: Reading) -> Iterator[Phrase]:
    """What is said of interests in the article, in it or next to it."""
    if reading.alignment.body is None:
        return
    first, last = reading.alignment.body
    start = min(first, reading.headline if reading.headline >= 0 else first) - _ABOVE
    beside = {number: text.lower() for number, text in reading.texts.items() if start <= number <= last + _BELOW}
    said = "\n".join(beside.values())
    for wording in INTERESTS:
        cues = [cue for cue in wording.cues if cue in said]
        for number, text in beside.items() if cues else ():
            if any(cue in text for cue in cues):
                yield from _worded(reading, wording, number)


def _worded(reading: Reading, wording: Wording, number: int) -> Iterator[Phrase]:
    """The phrases of one kind in a block; one restriction stands for all of its block."""
    kind, text = wording.kind, reading.texts[number]
    for match in wording.pattern.finditer(text):
        shown = match[0].rstrip(" ,")
        span = reading.span(number, match.start(), match.start() + len(shown))
        holder = _holder(match, text) if kind is PhraseKind.COPYRIGHT else match.groupdict().get("holder")
        is_own_notice = kind is PhraseKind.COPYRIGHT and _is_own(reading, holder)
        if not _counts(reading, kind, number, match) or (reading.is_matched(span) and not is_own_notice):
            continue
        yield Phrase(
            kind=kind,
            text=shown,
            scope=_scope(reading, kind, number, match),
            visible=reading.shows(number),
            holder=holder,
            span=span,
            element=reading.page.blocks[number].element,
        )
        if kind is PhraseKind.RESTRICTION:
            return


def _counts(reading: Reading, kind: PhraseKind, number: int, match: re.Match[str]) -> bool:
    """Whether a phrase of that wording is what it looks like."""
    match kind:
        case PhraseKind.RESTRICTION:
            return _OF_LICENSE.search(match[0]) is None
        case PhraseKind.VAGUE_CREDIT:
            page = reading.page
            return page.tree.tags[page.blocks[number].element] not in _HEADINGS
        case PhraseKind.PAYWALL | PhraseKind.LOGIN_WALL:
            body = reading.alignment.body
            return reading.alignment.coverage < _WHOLE and (body is None or number > body[1])
        case PhraseKind.SPONSOR:
            return not _is_own(reading, match["holder"])
        case PhraseKind.PARTNERSHIP | PhraseKind.PROMOTION:
            return _ties(reading, match)
        case _:
            return match[0].rstrip(" ,") not in {"©", "ⓒ"}


def _ties(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a phrase ties the page to the work's people: not these to each other, nor in words that they ask for."""
    asked_for = squeeze(match[0]) in squeeze(reading.work.snippet or "")
    return not asked_for and _is_own(reading, match["holder"]) and not _is_own(reading, match.string[: match.start()])


def _scope(reading: Reading, kind: PhraseKind, number: int, match: re.Match[str]) -> Scope:
    """What a phrase speaks of: a term on the article stands in it, and does not speak of its pictures."""
    scope = reading.scope_of(number)
    if scope is not Scope.ARTICLE or kind not in _TERMS:
        return scope
    sentence = _SENTENCE_END.split(match.string[max(match.start() - _SENTENCE, 0) : match.start()])[-1]
    if _OF_PICTURES.search(sentence):
        return Scope.IMAGE
    # What reads on from the body is said of it, wherever else small print may stand.
    bound = number in reading.alignment.edges or reading.setting.is_bound(reading.page.blocks[number].element)
    return Scope.ARTICLE if bound else Scope.SITE


def _holder(match: re.Match[str], text: str) -> str | None:
    """Whom a notice names: behind the sign or, in a line of its own, in front of it."""
    before = _NAME_BEFORE.fullmatch(text, 0, match.start())
    name = match["holder"] or (before[0] if before else "")
    return name.strip(" .,") or None


def _is_own(reading: Reading, holder: str | None) -> bool:
    """Whether the holder is the work's: an author, a party, or whom its own notice names."""
    if not holder:
        return False
    return squeeze(holder) in squeeze(reading.work.notices.copyright or "") or any(
        is_named(name, holder) for name in _credited(reading)
    )


def _credited(reading: Reading) -> Iterator[Name]:
    yield from map(person, reading.work.authors or ())
    yield from map(organisation, reading.work.parties or ())


def _foreign_bylines(reading: Reading, bylines: Collection[Byline]) -> Iterator[Phrase]:
    """Names of the staff, and of people whom the work does not name, in bylines of their own or in the authors'."""
    authors = reading.work.authors
    shared = {b.number for b in bylines if any(is_named(person(author), b.name) for author in authors or ())}
    for byline in bylines:
        if any(is_named(name, byline.name) for name in _credited(reading)):
            continue
        if not byline.staff and (authors is None or any(is_slip(author, byline.name) for author in authors)):
            continue
        added = byline.number in shared
        if not (_is_added(reading, byline) if added else byline.beside):
            continue
        yield Phrase(
            kind=PhraseKind.ADDED_NAME if added else PhraseKind.STAFF_BYLINE,
            text=reading.page.blocks[byline.number].text,
            scope=Scope.ARTICLE,
            visible=True,
            holder=byline.name,
            span=byline.span,
            element=reading.page.blocks[byline.number].element,
        )


def _is_added(reading: Reading, byline: Byline) -> bool:
    """Whether a name in the authors' own byline stands for one more author, not for an author's post or place."""
    if is_post(byline.name):
        return False
    sites = {squeeze(statement.value) for statement in reading.page.said("site_name")}
    return byline.joined or byline.staff or squeeze(byline.name) in sites


def _ad_slots(reading: Reading) -> Iterator[Phrase]:
    """Elements that are places of advertisements by name; one inside another is one place."""
    tree = reading.page.tree
    listed = "\n".join(dict.fromkeys(tree.classes))
    telling = {words for words in _lines_with_cues(listed) if _AD_SLOT.search(words)}
    end = 0
    for element, words in enumerate(tree.classes) if telling else ():
        if words in telling and element >= end:
            end = tree.ends[element]
            scope = reading.setting.scope_of(element)
            yield Phrase(PhraseKind.ADVERTISING, words, scope, visible=True, element=element)


def _lines_with_cues(listed: str) -> Iterator[str]:
    lowered = listed.replace("İ", "I").lower()
    for cue in _AD_CUES:
        at = lowered.find(cue)
        while at >= 0:
            end = (lowered.find("\n", at) + 1 or len(lowered) + 1) - 1
            yield listed[lowered.rfind("\n", 0, at) + 1 : end]
            at = lowered.find(cue, end)
