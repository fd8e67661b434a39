"""Creative Commons licences named in running text: "CC BY-NC-ND 3.0 US", "Attribution-NoDerivs 2.0 Generic"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.license_words import (
    COMMONS_WORDS,
    ELEMENT_WORDS,
    LICENSE_STEMS,
    PLACES,
    RESERVED_WORDS,
    UNPORTED_WORDS,
)
from licensecheck.licenses import Element, License, by_id, elements_of, license_of, recognise_uri
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class NameReading(NamedTuple):
    """A place in a text, [start, end) in characters, that names a licence or just Creative Commons.

    `unit` is "" for a generic phrase; `version` and `port` are `None` where the text says none. A name without a
    port may mean a port all the same, as Dutch titles never say theirs; `license` is then the unported one.
    It is `None` without a version (but for CC0, of which there is one) and for what was never published.
    """

    start: int
    end: int
    unit: str = ""
    version: str | None = None
    port: str | None = None
    license: License | None = None

    @property
    def generic(self) -> bool:
        """Whether it says "a Creative Commons license" or the like without saying which."""
        return not self.unit

    @property
    def elements(self) -> frozenset[Element]:
        """What the licence is made of, as far as the name says."""
        return elements_of(self.unit)

    def agrees(self, license_: License) -> bool:
        """Whether nothing that the name says contradicts the licence."""
        return (
            self.elements == license_.elements
            and self.version in {None, license_.version}
            and self.port in {None, license_.port}
        )


# --- patterns, all for text in lower case ----------------------------------------------------------------


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first; see `license_words` for what a space stands for."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\ ", r"\W{0,2}").replace("'", "['’]") for each in ordered)


def _squeezed(place: str) -> str:
    return re.sub(r"\W+", "", place.lower())


_SPACE = r"[\s\-‐-―─_/・]"
_GAP = r"[^\w\n.!?;]{0,4}"
_LICENSE = rf"(?:public\s)?(?:{_any_of(LICENSE_STEMS)})\w{{0,9}}"
_COMMONS = rf"(?:{_any_of(COMMONS_WORDS)})(?!\.\w)"

_NAMED_COMMONS = pattern(_COMMONS)
_PREFIX = pattern(
    rf"""(?P<commons>{_COMMONS}){_GAP}(?:{_LICENSE}{_GAP})?(?:cc{_SPACE}{{0,2}})?(?:v?(?P<late>\d\.\d){_GAP})?
    |cc(?P<early>\d(?:\.\d)?)?(?:{_SPACE}|[:)]){{0,2}}(?:(?P<middle>\d\.\d){_GAP})?""",
    re.VERBOSE,
)
_CODES = pattern(rf"(?:by|nc|nd|sa)(?:(?:{_SPACE}|\+){{1,2}}(?:by|nc|nd|sa)){{0,3}}(?![a-z])")
_TITLE_WORD = pattern("|".join(f"(?P<{name}>{_any_of(phrases)})" for name, phrases in ELEMENT_WORDS.items()))
_JOINT = pattern(rf"{_SPACE}{{1,3}}")
_BETWEEN = pattern(r"[\s\-‐-―─_/|,+&•·»«”“\"']{0,5}(?:and\s)?")
_VERSION = pattern(
    rf"""(?:{_GAP}{_LICENSE})?(?:{_SPACE}|[,(:)«»"”]){{0,3}}
    (?:(?:vers[a-zéãó]{{3,4}}|ver\.?|v\.?)?\s?(?P<version>\d\.\d)(?!\d|\.\d)|(?:version\s|v)(?P<major>\d)(?![\d.]))""",
    re.VERBOSE,
)
_PLACE = pattern(
    rf"(?:{_GAP}{_LICENSE})?(?P<lead>(?:{_SPACE}|[(:])){{0,3}}"
    rf"(?:{_any_of(UNPORTED_WORDS)}|(?P<place>{_any_of(PLACES)})|(?P<code>[a-z]{{2}}|igo))(?![a-z])",
    re.IGNORECASE,
)
_PORT_OF = {_squeezed(place): port for place, port in PLACES.items()}
# What shows that a licence is meant: the word itself, or Creative Commons named behind it.
_FOLLOWS = pattern(rf"{_GAP}(?:{_LICENSE}|(?:{_LICENSE}\s)?(?:{_any_of(COMMONS_WORDS)}))")
_DEDICATION = pattern(
    rf"""(?:(?:{_COMMONS}{_GAP}(?:cc)?|cc)[\-‐-―\s]?(?:(?<!\s)0|zero)|(?P<mark>public\sdomain\smark))
    (?!\w|\.\d)(?:[\s\-]1\.0)?(?:\suniversal)?""",
    re.VERBOSE,
)
_BEFORE = pattern(rf"(?:{_LICENSE}|\b(?:under|via|unter|sous|bajo|sotto|sob|onder)\b)[^.\n]{{0,16}}$")
_AFTER = pattern(rf"{_SPACE}{{0,2}}(?:[^\W\d_]{{1,12}}{_SPACE}){{0,2}}?{_LICENSE}")
_WINDOW = 40
# Identifiers of SPDX that do not spell out the licence.
_SPDX = {"CC-PDDC": "CERTIFICATION 1.0 US", "CC-PDM-1.0": "PDM 1.0"}
_BREAK = pattern(r"[.!?;]\s|\n")

_ANCHORS = (
    *("cc", "by-", "by‑", "by–", "public domain mark", *RESERVED_WORDS),
    *{phrase.split()[0] for phrase in (*COMMONS_WORDS, *ELEMENT_WORDS[Element.BY])},
)


# --- reading ---------------------------------------------------------------------------------------------


def find_names(text: str) -> tuple[NameReading, ...]:
    """The licences that a text names, in order and without overlap; addresses in it are left to `find_uris`.

    A vague name beside an exact one of the same licence ("a Creative Commons license (CC BY 4.0)") is dropped.
    """
    lowered = text.replace("İ", "I").lower()  # the one letter that gets longer in lower case
    readings: list[NameReading] = []
    for start in sorted({position for anchor in _ANCHORS for position in _positions(lowered, anchor)}):
        if (readings and start < readings[-1].end) or not _may_start(text, start):
            continue
        reading = _dedication(lowered, start) or _name(text, lowered, start) or _generic(lowered, start)
        if reading:
            readings.append(reading)
    return tuple(_settled(readings, lowered))


def license_named(text: str) -> License | None:
    """The licence that a text as a whole is the address, the name or an identifier of, as SPDX's; else `None`."""
    address = recognise_uri(text)
    if address:
        return address.license
    wanted = text.strip()
    identified = by_id(_SPDX.get(wanted.upper(), wanted.upper()))
    if identified:
        return identified
    readings = find_names(wanted)
    whole = len(readings) == 1 and (readings[0].start, readings[0].end) == (0, len(wanted))
    return readings[0].license if whole else None


def _positions(text: str, phrase: str) -> Iterator[int]:
    position = text.find(phrase)
    while position >= 0:
        yield position
        position = text.find(phrase, position + 1)


def _may_start(text: str, start: int) -> bool:
    """Whether a name may start here, which is not inside a word, a compound, an account name or an address."""
    before = text[start - 1 : start]
    if before == "/":
        return not text[start].islower()
    return not before or not (before in "-‐‑.@#_" or before.isdigit() or _joins(before))


def _joins(letter: str) -> bool:
    """Whether a neighbour of this kind makes it one word; scripts from U+0E00 on set no spaces."""
    return letter.isalpha() and letter < "\u0e00"


def _dedication(text: str, start: int) -> NameReading | None:
    match = _DEDICATION.match(text, start)
    if not match:
        return None
    unit = "mark" if match["mark"] else "zero"
    return NameReading(start, match.end(), unit, "1.0", "", license_of(unit, "1.0"))


class _Candidate(NamedTuple):
    """Words that may name a licence: `shown` as written, what is in front of them, what they say, what follows."""

    shown: str
    prefix: str
    elements: tuple[str, ...]
    version: str | None
    followed: bool

    @property
    def sure_as_codes(self) -> bool:
        """Whether codes are meant: "by", "sa" and "nd" alone are words of many languages."""
        joined = any(dash in self.shown for dash in "-‐‑–")
        several = len(self.elements) > 1
        if not self.prefix:
            return several and joined and self.elements[0] == Element.BY
        clear = joined or self.shown.isupper() or self.prefix.endswith("-")
        if several:
            return clear or self.version is not None
        is_cc_by = self.prefix.startswith("cc") and self.elements[0] == Element.BY
        return self.followed or self.version is not None or (is_cc_by and clear)

    @property
    def sure_as_words(self) -> bool:
        """Whether a title is meant: "attribution" alone is an ordinary word."""
        capital = not self.shown[0].islower()
        several = len(self.elements) > 1
        if self.elements[0] != Element.BY and not several:
            return bool(self.prefix) and self.version is not None
        if self.prefix:
            return several or capital or self.followed or self.version is not None
        if several:
            return self.version is not None or self.followed or (capital and "," not in self.shown)
        return self.version is not None and self.followed


def _name(text: str, lowered: str, start: int) -> NameReading | None:
    prefix = _PREFIX.match(lowered, start)
    at = prefix.end() if prefix else start
    codes = _CODES.match(lowered, at)
    elements, over = _spelt(lowered, codes) if codes else _titled(lowered, at)
    if not elements or _joins(lowered[over : over + 1]):
        return None
    version, end = _version(lowered, over, prefix)
    unit = _unit(elements, version)
    port, end = _port(text, end, unit, version)
    followed = port is not None or bool(_FOLLOWS.match(lowered, over) or _FOLLOWS.match(lowered, end))
    found = _Candidate(text[at:over], prefix[0] if prefix else "", elements, version, followed)
    if not (found.sure_as_codes if codes else found.sure_as_words):
        return None
    license_ = license_of(unit, version, port or "") if version else None
    return NameReading(start, end, unit, version, port, license_)


def _spelt(text: str, codes: re.Match[str]) -> tuple[tuple[str, ...], int]:
    """The elements that codes stand for, as in "by-nc", with words that go on from them, and where they end."""
    joint = _JOINT.match(text, codes.end())
    words, end = _titled(text, joint.end()) if joint else ((), codes.end())
    elements = (*re.findall("by|nc|nd|sa", codes[0]), *words)
    return tuple(dict.fromkeys(elements)), end if words else codes.end()


def _titled(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The elements that a title has at a place, as in "attribution-noncommercial", and where it ends."""
    elements: list[str] = []
    end = at
    while len(elements) < len(Element) and (word := _TITLE_WORD.match(text, at)) and word.lastgroup:
        elements.append(word.lastgroup)
        end = word.end()
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
    return tuple(dict.fromkeys(elements)), end


def _version(text: str, at: int, prefix: re.Match[str] | None) -> tuple[str | None, int]:
    """The version said behind the name, else the one in front of it, and where the name now ends."""
    match = _VERSION.match(text, at)
    if match:
        return match["version"] or f"{match['major']}.0", match.end()
    stated = prefix and (prefix["late"] or prefix["middle"] or prefix["early"])
    return (f"{stated}.0" if "." not in stated else stated, at) if stated else (None, at)


def _unit(elements: tuple[str, ...], version: str | None) -> str:
    """The unit that the elements make; BY is in all licences but a few of 1.0, and left out at times."""
    ordered = [element for element in Element if element in elements]
    stated = "-".join(ordered)
    if Element.BY in ordered or license_of(stated, version or ""):
        return stated
    return f"by-{stated}"


def _port(text: str, at: int, unit: str, version: str | None) -> tuple[str | None, int]:
    """The port said at a place, "" for words like "Unported", and where it ends; what is no port is not one."""
    match = _PLACE.match(text, at)
    if not match or version is None:
        return None, at
    code, place, end = match["code"], match["place"], match.end()
    if code and not (code.isupper() or match["lead"] in {"-", "/"}):
        return None, at
    port = code.lower() if code else _PORT_OF.get(_squeezed(place or ""), "")
    return (port, end) if license_of(unit, version, port) else (None, at)


def _generic(text: str, start: int) -> NameReading | None:
    reserved = next((phrase for phrase in RESERVED_WORDS if text.startswith(phrase, start)), None)
    if reserved:
        return NameReading(start, start + len(reserved))
    commons = _NAMED_COMMONS.match(text, start)
    if not commons:
        return None
    after = _AFTER.match(text, commons.end())
    window = max(0, start - _WINDOW)
    before = _BEFORE.search(text[window:start])
    if not after and not before:
        return None
    return NameReading(window + before.start() if before else start, (after or commons).end())


def _settled(readings: Iterable[NameReading], text: str) -> Iterator[NameReading]:
    """The readings without those that a neighbour in the same sentence says more exactly."""
    last: NameReading | None = None
    for reading in readings:
        between = text[last.end : reading.start] if last else ""
        near = last is not None and len(between) <= _WINDOW and not _BREAK.search(between)
        if last and near and _adds_nothing(reading, last):
            continue
        if last and not (near and _adds_nothing(last, reading)):
            yield last
        last = reading
    if last:
        yield last


def _adds_nothing(vague: NameReading, exact: NameReading) -> bool:
    if vague.generic:
        return not exact.generic
    return vague.unit == exact.unit and vague.version is None and exact.version is not None
