"""People and organisations by name: where a text names one, whatever the typography, accents and initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.patterns import pattern
from licensecheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.stream import Stream

# Combining marks of Latin, Greek and Cyrillic letters, and the hamza and madda of Arabic ones.
_ACCENTS = pattern("[\u0300-\u036f\u0653-\u0655]+")
# Letters with a stroke through them, which no canonical form takes apart; Arabic letters that are written for others.
_ALIKE = str.maketrans("đħıłøŧةىیک", "dhilotهييك")
_JOINT = pattern(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_HONORIFICS = frozenset(
    "dr dra prof profa professor professorin mr mrs ms mx miss sir dame rev hon jr sr phd md ii iii dott dottssa "
    "ing dipl mag herr frau sra mme mlle др проф д р د".split()
)
_DEGREES = pattern(r"(?:,|\s)\s*(?:Ph\.\s?D|M\.\s?D|M\.\s?[AS]c?|B\.\s?[AS]c?|LL\.\s?[BM]|J\.\s?D)\b\.?", re.IGNORECASE)
# Another spelling of the name, or part of it, that the work gives in brackets.
_IN_BRACKETS = pattern(r"\s*[(\[（]([^)\]）]+)[)\]）]\s*")
# Letters that are also written as two.
_AS_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_ARTICLES = frozenset({"the"})
# Two letters of difference in a name as long as this are a slip of the pen; one in a name as short as this.
_SLIPS = ((12, 2), (8, 1))

_MOST_WORDS = 5
_PARTICLES = frozenset(
    "af al av bin d da das de dei del della den der di do dos du e el ibn la las le los och op ten ter van vom "
    "von y zu zum zur".split()
)
# Words that labels of a page begin with, and names do not.
_FIRST_OF_LABELS = frozenset(
    "a about all an copy email follow how more our read related share the this view what when why written".split()
)
# A name in Chinese characters; longer ones are written with a dot between given name and surname.
_HAN_NAME = pattern("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}[·・‧][\u3400-\u9fff·・‧]{1,12}")


class Named(NamedTuple):
    """Where a name stands: [start, end) in the letters of a stream; `exact` if only accents and initials differ."""

    start: int
    end: int
    exact: bool


class Name(NamedTuple):
    """What to look for: `key` is a word that all its forms hold, `exact` and `loose` match spaced bare words.

    `others` are names of the same bearer: in another script, with umlauts written out.
    """

    key: str
    exact: re.Pattern[str]
    loose: re.Pattern[str] | None
    others: tuple[Name, ...] = ()


def bare(text: str) -> str:
    """Squeezed text without accents; every letter keeps its place."""
    if text.isascii():
        return text
    stripped = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    letters = unicodedata.normalize("NFC", stripped).translate(_ALIKE)
    return letters if len(letters) == len(text) else text


@lru_cache(maxsize=512)
def person(name: str) -> Name:
    """A person: initials may come and go, a given name may be an initial, the surname may come first.

    Other words between given name and surname, or fewer, are another spelling. What stands in brackets is the name in
    another script, or how its bearer is called.
    """
    first, *others = dict.fromkeys(spelling for form in _forms(name) for spelling in (form, _written_out(form)))
    return _person(first)._replace(others=tuple(map(_person, others)))


def _forms(name: str) -> Iterator[str]:
    """The name, and those that it gives in brackets: "Вера Ёлкина (Vera Yolkina)", "Robert (Bob) Smith"."""
    name = _DEGREES.sub("", name)
    bracket = _IN_BRACKETS.search(name)
    if bracket is None:
        yield name
        return
    before, behind = name[: bracket.start()], name[bracket.end() :]
    yield f"{before} {behind}".strip() or name
    yield f"{bracket[1]} {behind}".strip()


def _written_out(name: str) -> str:
    lowered = unicodedata.normalize("NFC", name).lower()
    spelling = lowered.translate(_AS_TWO)
    return name if spelling == lowered else spelling


def _person(name: str) -> Name:
    parts = [word for word in map(bare, words(name)) if word not in _HONORIFICS] or words(name)
    if len(parts) <= 1 or len(parts[-1]) == 1:
        return organisation(name)
    *given, surname = parts
    # In Arabic "and" is a letter before the name.
    joined = "و?" if surname[0] >= "\u0600" else ""
    first = rf"{given[0]}\w*" if len(given[0]) == 1 else rf"{given[0][0]}(?:{given[0][1:]})?"
    middle = "".join(map(_middle, given[1:]))
    particles = "".join(f"{word} " for word in given[1:] if word in _PARTICLES)
    surname_first = rf"(?:{particles})?{surname} {given[0]} (?:\w ){{0,2}}{middle}"
    return Name(
        surname,
        re.compile(rf" {joined}(?:{first} (?:\w ){{0,2}}{middle}(?:\w ){{0,2}}{surname} |{surname_first})"),
        re.compile(rf" {joined}{given[0]} (?:\w+ ){{0,2}}{surname} "),
    )


def _middle(word: str) -> str:
    """What stands for a name between the first and the last: initials come and go, and particles do."""
    if word in _PARTICLES:
        return rf"(?:{word[0]}(?:{word[1:]})? )?"
    return rf"(?:{word}\w* )?" if len(word) == 1 else f"{word[0]}(?:{word[1:]})? "


@lru_cache(maxsize=512)
def organisation(name: str) -> Name:
    """An organisation, or a name in one word: all its words, but for a leading article; without words, nobody."""
    parts = [*map(bare, words(name))]
    if len(parts) > 1 and parts[0] in _ARTICLES:
        del parts[0]
    return Name(max(parts, key=len, default="\0"), re.compile(f" {' '.join(parts)} " if parts else "(?!)"), None)


def is_full_name(text: str) -> bool:
    """Whether the words read as the name of a person, given name and surname."""
    return (" " in text and is_name_like(text)) or _HAN_NAME.fullmatch(text) is not None


def is_name_like(text: str) -> bool:
    """Whether the words read as a name: few, none in lower case but particles, no digits."""
    parts = text.split()
    if not 0 < len(parts) <= _MOST_WORDS or parts[0].lower() in _FIRST_OF_LABELS:
        return False
    return all(part.lower() in _PARTICLES or not (part[0].islower() or any(map(str.isdigit, part))) for part in parts)


def find_name(name: Name, stream: Stream, letters: str) -> Iterator[Named]:
    """The first place in each unit of a stream where a name stands; `letters` are the stream's, bare."""
    yield from _find_form(name, stream, letters)
    for other in name.others:
        yield from _find_form(other, stream, letters)


def _find_form(name: Name, stream: Stream, letters: str) -> Iterator[Named]:
    unit = -1
    at = letters.find(name.key)
    while at >= 0:
        if stream.unit(at) != unit:
            unit = stream.unit(at)
            if found := _in_unit(name, stream, unit):
                yield found
        at = letters.find(name.key, stream.bounds[unit + 1])


def is_named(name: Name, text: str) -> bool:
    """Whether a text names it."""
    return _is_spoken(name, _spoken(words(text)))


def _is_spoken(name: Name, spoken: str) -> bool:
    found = name.exact.search(spoken) or (name.loose and name.loose.search(spoken))
    return bool(found) or any(_is_spoken(other, spoken) for other in name.others)


def is_spelling(name: str, written: str) -> bool:
    """Whether what is written is the name, umlauts written as one letter or as two."""
    one, other = (bare("".join(words(_written_out(each)))) for each in (name, written))
    return one == other


def is_slip(name: str, written: str) -> bool:
    """Whether what is written is the name but for a letter or two."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (slow to load, rarely needed)

    wanted, found = (bare("".join(words(each))) for each in (name, written))
    allowed = next((slips for length, slips in _SLIPS if len(wanted) >= length), 0)
    return OSA.distance(wanted, found, score_cutoff=allowed) <= allowed


def _in_unit(name: Name, stream: Stream, unit: int) -> Named | None:
    """The first place in one unit, an exact one if there is any."""
    text = stream.texts[unit]
    # Lines that a style sheet sets apart run together: "By Jane DoeStaff Writer".
    for spelling, said in ((name.exact, text), (name.exact, _JOINT.sub(" ", text)), (name.loose, text)):
        spelt = words(said) if spelling else []
        if spelling and (match := spelling.search(spoken := _spoken(spelt))):
            bounds = [*accumulate(map(len, spelt), initial=stream.bounds[unit])]
            first = spoken.count(" ", 0, match.start())
            return Named(bounds[first], bounds[first + match[0].count(" ") - 1], spelling is name.exact)
    return None


def _spoken(spelt: list[str]) -> str:
    return f" {bare(' '.join(spelt))} "
