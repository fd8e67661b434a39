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

_ACCENTS = pattern("[\u0300-\u036f]+")
# Letters with a stroke through them, which no canonical form takes apart.
_STROKES = str.maketrans("đħıłøŧ", "dhilot")
_JOINT = pattern(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_TITLES = frozenset("dr prof professor mr mrs ms sir jr sr phd md ii iii".split())
_ARTICLES = frozenset({"the"})
# Two letters of difference in a name as long as this are a slip of the pen; one in a name as short as this.
_SLIPS = ((12, 2), (8, 1))


_MOST_WORDS = 5
_PARTICLES = frozenset("al bin da de del della den der di dos du el la le ten ter van von zu".split())
# Words that labels of a page begin with, and names do not.
_FIRST_OF_LABELS = frozenset(
    "a about all an copy email follow how more our read related share the this view what when why written".split()
)


class Named(NamedTuple):
    """Where a name stands: [start, end) in the letters of a stream; `exact` if only accents and initials differ."""

    start: int
    end: int
    exact: bool


class Name(NamedTuple):
    """What to look for: `key` is a word that all its forms hold, `exact` and `loose` match spaced bare words."""

    key: str
    exact: re.Pattern[str]
    loose: re.Pattern[str] | None


def bare(text: str) -> str:
    """Squeezed text without accents; every letter keeps its place."""
    if text.isascii():
        return text
    stripped = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    letters = unicodedata.normalize("NFC", stripped).translate(_STROKES)
    return letters if len(letters) == len(text) else text


@lru_cache(maxsize=512)
def person(name: str) -> Name:
    """A person: initials may come and go, a given name may be an initial, the surname may come first.

    Other words between given name and surname, or fewer, are another spelling.
    """
    parts = [word for word in map(bare, words(name)) if word not in _TITLES] or words(name)
    if len(parts) <= 1 or len(parts[-1]) == 1:
        return organisation(name)
    given, surname = parts[0], parts[-1]
    first = rf"{given}\w*" if len(given) == 1 else rf"{given[0]}(?:{given[1:]})?"
    middle = "".join(rf"(?:{part}\w* )?" if len(part) == 1 else f"{part[0]}(?:{part[1:]})? " for part in parts[1:-1])
    return Name(
        surname,
        re.compile(rf" (?:{first} (?:\w ){{0,2}}{middle}(?:\w ){{0,2}}{surname}|{surname} {given}) "),
        re.compile(rf" {given} (?:\w+ ){{0,2}}{surname} "),
    )


@lru_cache(maxsize=512)
def organisation(name: str) -> Name:
    """An organisation, or a name in one word: all its words, but for a leading article; without words, nobody."""
    parts = [*map(bare, words(name))]
    if len(parts) > 1 and parts[0] in _ARTICLES:
        del parts[0]
    return Name(max(parts, key=len, default="\0"), re.compile(f" {' '.join(parts)} " if parts else "(?!)"), None)


def is_name_like(text: str) -> bool:
    """Whether the words read as a name: few, none in lower case but particles, no digits."""
    parts = text.split()
    if not 0 < len(parts) <= _MOST_WORDS or parts[0].lower() in _FIRST_OF_LABELS:
        return False
    return all(part.lower() in _PARTICLES or not (part[0].islower() or any(map(str.isdigit, part))) for part in parts)


def find_name(name: Name, stream: Stream, letters: str) -> Iterator[Named]:
    """The first place in each unit of a stream where a name stands; `letters` are the stream's, bare."""
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
    spoken = _spoken(words(text))
    return bool(name.exact.search(spoken) or (name.loose and name.loose.search(spoken)))


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
