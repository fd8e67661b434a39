"""The parts of a credit line: what the words behind a lead are."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from licensecheck import credit_words
from licensecheck.credit_leads import CJK, behind, is_unspaced, listed_words, says, small_word
from licensecheck.credit_words import Lead, phrases
from licensecheck.names import is_name_like
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.credit_leads import Led

# An outlet's name has no more words than this.
_OUTLET_WORDS = 8
_DATE = pattern(
    r"(?<!\d)(?:\d{4}-\d\d?-\d\d?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?|"
    r"\d{1,2}(?:\.|º|er|st|nd|rd|th)?\s(?:de\s|d[’'])?[^\W\d_]{3,10}\.?,?\s(?:de\s|del\s)?(?:19|20)\d\d)|"
    r"(?<!\w)[^\W\d_]{3,9}\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)(?:19|20)\d\d|"
    r"(?<!\d)\d{1,2}\s?(?:\.|de)?\s[^\W\d_]{3,10}(?!\w)",
)
_ADDRESS = pattern(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;()]*)?(?<!\.)", 2)
_TITLE = pattern(r"[“\"«„「‘]\S+(?:\s\S+){3,}?[”\"»“」’]\s*")
_QUOTES = ' .,;:–—-|/·•“”"«»„《》「」‘’()[]\u00a0'
_OUTLET_QUOTES = ("«", "《")
_OUTLET_END = pattern(r"\s*(?:[,;|(–—。，]|\s-\s|\s[“\"„])")


class PartKind(StrEnum):
    """What a part of a credit line is."""

    AUTHOR = "author"
    HELPER = "helper"
    TRANSLATOR = "translator"
    PHOTOGRAPHER = "photographer"
    OUTLET = "outlet"
    INSTITUTION = "institution"
    POST = "post"
    DATE = "date"
    LICENSE = "license"
    ADDRESS = "address"


class Bond(StrEnum):
    """What joins a part to the one before it."""

    LEAD = "lead"
    AND = "and"
    COMMA = "comma"
    FOR = "for"
    MARK = "mark"
    PLACE = "place"


class Part(NamedTuple):
    """A part of a credit line, [start, end) in its characters."""

    kind: PartKind
    start: int
    end: int
    bond: Bond = Bond.LEAD


class CreditLine(NamedTuple):
    """The parts of a line in order, and whether it says nothing else."""

    parts: tuple[Part, ...]
    whole: bool


_Piece = tuple[Bond, int, int]
_OF_PEOPLE = {
    Lead.AUTHOR: PartKind.AUTHOR,
    Lead.HELP: PartKind.HELPER,
    Lead.TRANSLATION: PartKind.TRANSLATOR,
    Lead.PICTURE: PartKind.PHOTOGRAPHER,
}


def read_people(text: str, said: str, led: Led, end: int) -> CreditLine:
    """Names, and what stands between and behind them: outlets, posts, institutions, dates."""
    parts: list[Part] = []
    whole = True
    for bond, start, stop in _pieces(text, said, led.begin, end):
        found = () if bond is Bond.PLACE else _kinds(text, said, (bond, start, stop), first=not parts)
        kind = next(iter(found), None)
        if kind is PartKind.AUTHOR:
            kind = _OF_PEOPLE[led.lead]
        if kind is not None:
            parts.append(Part(kind, start, stop, bond))
        whole &= kind is not None or bond is Bond.PLACE
    return CreditLine(tuple(parts), whole and bool(parts))


def read_origin(text: str, said: str, led: Led, end: int) -> CreditLine:
    """The outlet that a phrase leads to, the date, the licence, an address."""
    parts: list[Part] = []
    stop = end
    if terms := find_terms(said, led.begin, end):
        parts.append(Part(PartKind.LICENSE, *bounds(text, terms[1], end)))
        stop = terms[0]
    if address := _ADDRESS.search(text, led.begin, stop):
        parts.append(Part(PartKind.ADDRESS, *address.span()))
        stop = address.start()
    places = [(led.begin, stop)]
    if date := _DATE.search(text, led.begin, stop):
        parts.append(Part(PartKind.DATE, *date.span()))
        places = [(led.begin, date.start()), (date.end(), stop)]
    named = (place for place in (_outlet(text, said, *each) for each in places) if place[0] < place[1])
    place = next(named, None)
    sound = place is not None and _is_sound(text[place[0] : place[1]])
    if place and sound:
        parts.append(Part(PartKind.OUTLET, *place))
    return CreditLine(tuple(sorted(parts, key=lambda part: part.start)), whole=sound or place is None)


def find_terms(said: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words before a licence begin and end, if [start, end) names one."""
    if not any(term in said[start:end] for term in credit_words.TERMS):
        return None
    for phrase in phrases(credit_words.UNDER):
        at = said.find(phrase.rstrip(":"), start, end)
        while at >= 0:
            begin = behind(said, at, phrase)
            if begin >= 0 and (not said[at - 1 : at].isalnum() or is_unspaced(phrase[0])):
                return at, begin
            at = said.find(phrase.rstrip(":"), at + 1, end)
    return None


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch [start, end) of a text without the marks around it."""
    piece = text[start:end]
    core = piece.strip(_QUOTES)
    begin = start + piece.index(core) if core else start
    return begin, begin + len(core)


def _pieces(text: str, said: str, start: int, end: int) -> Iterator[_Piece]:
    """What dates, marks and small words set apart: what joins each to the one before, where it begins and ends."""
    date = _DATE.search(text, start, end)
    bond, begin, stop = Bond.LEAD, start, date.start() if date else end
    for match in _break().finditer(said, start, stop):
        first, last = match.span()
        if match["letter"] and not _joins(text[begin:first], text[first:last], text[last:end]):
            continue
        yield from _stripped(text, said, (bond, begin, first))
        begin = last
        bond = Bond(next(name for name, found in match.groupdict().items() if found).replace("letter", "and"))
    yield from _stripped(text, said, (bond, begin, stop))
    if date:
        yield Bond.MARK, *date.span()
        yield from _stripped(text, said, (Bond.MARK, date.end(), end))


def _stripped(text: str, said: str, piece: _Piece) -> Iterator[_Piece]:
    """The piece without marks around it and small words before it, if anything is left."""
    bond, start, end = piece
    start, end = bounds(text, start, end)
    if start < end and bond is not Bond.LEAD and (text[start].islower() or is_unspaced(text[start])):
        begin = _past_small_words(text, said, start, end)
        bond = Bond.FOR if said[start:begin].strip() in phrases(credit_words.FOR) else bond
        start = begin
    if start < end:
        yield bond, start, end


@cache
def _break() -> re.Pattern[str]:
    """What separates the parts of a byline, as `plain` has it; a group for each bond."""
    small = {
        bond: "|".join(word.replace("+", r"\+") for word in phrases(listed) if len(word) > 1)
        for bond, listed in (("and", credit_words.AND), ("for", credit_words.FOR), ("place", credit_words.PLACES))
    }
    return re.compile(
        rf"(?P<mark>\s*[|/·•@:([]\s*|\s[-–—]+\s)|(?P<comma>\s*[,;]\s*|(?<=[{CJK}])\s+(?=[{CJK}]))|"
        rf"(?P<and>\s+(?:{small['and']})\s+|\s*[&+]\s*)|(?P<for>\s+(?:{small['for']})\s+)|"
        rf"(?P<place>\s+(?:{small['place']})\s+)|(?P<letter>\s+[yeiиà]\s+|\sو|[和与及](?=[{CJK}]{{2}}))"
    )


def _joins(before: str, letter: str, after: str) -> bool:
    """Whether a single letter is a word that joins two names, not an initial or the first letter of one."""
    if is_unspaced(letter):
        return len(before) > 1
    glued = letter[-1] == "و"
    return (letter.islower() and not glued) or (len(before.split()) > 1 < len(after.split()))


def _kinds(text: str, line: str, place: _Piece, *, first: bool) -> Iterator[PartKind]:
    """What a piece of a byline is, likeliest first; nothing if it is no part of one."""
    bond, start, end = place
    piece, said = text[start:end], line[start:end]
    if bond is Bond.FOR or text[start - 1 : start] in _OUTLET_QUOTES:
        yield PartKind.OUTLET
    if _DATE.search(piece):
        yield PartKind.DATE
    if "." in piece and _ADDRESS.fullmatch(piece):
        yield PartKind.ADDRESS
    if any(term in said for term in credit_words.TERMS):
        yield PartKind.LICENSE
    if not first and bond is not Bond.AND and says(credit_words.POSTS, said):
        yield PartKind.POST
    if says(credit_words.STAFF, said):
        yield PartKind.AUTHOR
    if says(credit_words.INSTITUTIONS, said):
        yield PartKind.INSTITUTION
    if _is_outlet(piece, said, bond, first=first):
        yield PartKind.OUTLET
    if is_name_like(piece):
        yield PartKind.AUTHOR


def _is_outlet(piece: str, said: str, bond: Bond, *, first: bool) -> bool:
    """Whether a piece names an outlet: by a word that outlets are called by, by an article, or by its place."""
    names = said.split()
    if not is_name_like(piece.removeprefix(piece.split(maxsplit=1)[0]).strip() or piece):
        return False
    if names[0] in credit_words.ARTICLES or says(credit_words.OUTLETS, said if not first else names[-1]):
        return len(names) > 1 or not first
    behind = bond in {Bond.COMMA, Bond.MARK} and not first
    return behind and (bond is Bond.MARK or (len(names) == 1 and not is_unspaced(said[0])))


def _outlet(text: str, said: str, start: int, end: int) -> tuple[int, int]:
    """The name that stands there, up to the first mark, without small words around it."""
    start = _past_small_words(text, said, start, end)
    if closing := _OUTLET_END.search(text, start, end):
        end = closing.start()
    start, end = bounds(text, start, end)
    while start < end and said[start:end].rsplit(" ", 1)[-1] in listed_words(credit_words.BETWEEN)[0]:
        start, end = bounds(text, start, max(start, text.rfind(" ", start, end)))
    return start, end


def _is_sound(name: str) -> bool:
    names = name.split()
    return len(names) <= _OUTLET_WORDS and any(word[0].isalpha() and not word[0].islower() for word in names)


def _past_small_words(text: str, said: str, start: int, end: int) -> int:
    """Past the prepositions before an outlet's name, a title in quotation marks, an article in lower case."""
    while start < end:
        if title := _TITLE.match(text, start, end):
            start = title.end()
        elif not text[start].isalnum():
            start += 1
        elif (past := small_word(text, said, start)) > 0:
            start = past
        else:
            break
    return min(start, end)
