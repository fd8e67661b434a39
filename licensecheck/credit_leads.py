"""Where the leads of a credit line stand: the words before a name that say what it is named for."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, NamedTuple

from licensecheck import credit_words
from licensecheck.credit_words import PEOPLE, Lead, leads, phrases
from licensecheck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Scripts that are written without spaces, as a range of a pattern, and their first letter.
CJK = "\u3040-\u30ff\u3400-\u9fff"
_UNSPACED = "\u3040"
# How far what encloses a name reaches.
_ENCLOSED = 90
# In a longer text a mark sets nothing apart.
_SHORT = 120
# What is written in several ways and is one sign here: every character keeps its place.
_SIGNS = str.maketrans("’ʼ：／｜、，،\u00a0\u202fİأإآё", "'':/|,,,  iاااе")
# What words mostly stand beside: the tanwin and damma, as the leads have them, among it.
_BESIDE = ":,.(«“|/-'’\u064b\u064f"
_MARK = pattern(r"\s?[:/|]\s*")
_LINE_STARTS = pattern(rf"(?:^[\W_]*|[|/·•–—;.,(-]\s*|\s(?=[{CJK}]))(?P<word>[^\W\d_]+)")
_WORD = pattern(r"[^\W\d_]+")


class Led(NamedTuple):
    """A lead in a line: where it begins, the characters that it rules, and how many behind them belong to it."""

    start: int
    begin: int
    end: int
    lead: Lead
    after: int = 0


def plain(text: str) -> str:
    """The text in lower case, signs united; every character keeps its place."""
    return text.lower() if text.isascii() else text.translate(_SIGNS).lower()


def hear(text: str) -> tuple[str, list[str]] | None:
    """A line as `plain` has it, and its words; `None` if none of them is a word of any lead.

    Small words ("by") count in a short line, and at the beginning of others.
    """
    index, words = _index(), _words(text.lower())
    few = words if len(text) <= _SHORT else words[:1]
    if not index.telling.isdisjoint(words) or not index.small.isdisjoint(few):
        return (text.lower(), words) if text.isascii() else (plain(text), _words(plain(text)))
    return None if text.isascii() or not is_unspaced(max(text)) else (plain(text), words)


def find_leads(said: str, words: Iterable[str]) -> list[Led]:
    """The leads of a line, in order; of those that overlap the first, of those that begin together the longest."""
    kept: list[Led] = []
    for led in sorted(
        (*_people_leads(said), *_other_leads(said, words)), key=lambda led: (led.start, -led.begin, led.end)
    ):
        if not kept or led.start >= kept[-1].begin:
            kept.append(led)
    return kept


def find_help(said: str, words: Iterable[str]) -> tuple[int, int] | None:
    """Where the words stand that say of the name before them that its bearer helped."""
    helped = _index().helped
    for phrase in chain.from_iterable(helped[word] for word in words if word in helped):
        at = said.find(phrase)
        if at > 0:
            return at, at + len(phrase)
    return None


def behind(said: str, start: int, phrase: str) -> int:
    """Where what stands behind a phrase begins, the phrase standing at `start`; -1 if it does not."""
    stem = phrase.rstrip(":")
    end = start + len(stem)
    if not said.startswith(stem, start):
        return -1
    if mark := _MARK.match(said, end):
        return mark.end()
    if phrase.endswith(":") or (said[end : end + 1].isalnum() and not (is_unspaced(stem[-1]) or stem[-1] == "'")):
        return -1
    return end


def small_word(text: str, said: str, start: int) -> int:
    """Where the small word that begins at `start` ends; -1 if none does. A capital begins a name."""
    if text[start].isupper():
        return -1
    word = None if is_unspaced(said[start]) else _WORD.match(said, start)
    found = _small_words().get(word[0] if word else said[start], ())
    return next((end for phrase in found if (end := behind(said, start, phrase)) >= 0), -1)


def says(listed: str, said: str) -> bool:
    """Whether a text holds one of the listed words; in scripts without spaces, within others."""
    single, longer = listed_words(listed)
    if not single.isdisjoint(said.replace(".", " ").replace("-", " ").split()):
        return True
    return any(phrase in said for phrase in longer)


@cache
def listed_words(listed: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a list, and those of its phrases that are looked for within a text."""
    found = [*map(plain, phrases(listed))]
    longer = tuple(phrase for phrase in found if " " in phrase or is_unspaced(phrase[0]))
    return frozenset(found).difference(longer), longer


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that is written without spaces."""
    return character >= _UNSPACED


def _words(said: str) -> list[str]:
    """The words of a line, without the marks that they stand beside (a pattern takes twice the time)."""
    for mark in _BESIDE:
        said = said.replace(mark, " ")
    return said.split()


def _people_leads(said: str) -> Iterator[Led]:
    """Leads to people that begin a line or what a mark sets apart; behind a comma none to authors.

    A long text is a paragraph: only its beginning counts.
    """
    first = _index().first
    for match in _LINE_STARTS.finditer(said) if len(said) <= _SHORT else islice(_LINE_STARTS.finditer(said), 1):
        word, start = match["word"], match.start("word")
        keys = (word[:length] for length in range(1, 5)) if is_unspaced(word[0]) else (word,)
        for lead, phrase in chain.from_iterable(first.get(key, ()) for key in keys):
            if lead is Lead.AUTHOR and match[0][:1] == ",":
                continue
            if (begin := behind(said, start, phrase)) >= 0:
                yield Led(start, begin, len(said), lead)


def _other_leads(said: str, words: Iterable[str]) -> Iterator[Led]:
    """Leads that may stand anywhere, as none of their words is an ordinary one."""
    index = _index()
    found = [index.words[word] for word in words if word in index.words]
    if not said.isascii() and is_unspaced(max(said)):
        found.append(index.unspaced)
    for lead, before, after in dict.fromkeys(chain.from_iterable(found)):
        start = said.find(before.rstrip(":"))
        if start < 0 or (start and said[start - 1].isalnum() and not is_unspaced(said[start])):
            continue
        begin = behind(said, start, before)
        end = said.find(after, begin, begin + _ENCLOSED) if after else len(said)
        if begin < 0 or end < 0:
            continue
        if after and lead in PEOPLE:
            yield Led(start, end + len(after), len(said), lead)
        else:
            yield Led(start, begin, end, lead, len(after))


class _Index(NamedTuple):
    """The leads by a word that they hold: those to people by their first, the others, with what closes them, by any.

    `helped` are the phrases behind a name by a word of theirs, `unspaced` the leads without words. Of each lead a word
    is in `telling`, as it may be written, or in `small` if it is the only one.
    """

    first: dict[str, list[tuple[Lead, str]]]
    words: dict[str, list[tuple[Lead, str, str]]]
    helped: dict[str, list[str]]
    unspaced: list[tuple[Lead, str, str]]
    telling: set[str]
    small: set[str]


@cache
def _index() -> _Index:
    index = _Index(defaultdict(list), defaultdict(list), defaultdict(list), [], set(), set())
    for lead, phrase in chain.from_iterable(zip(repeat(each), leads(each), strict=False) for each in Lead):
        before, _, after = plain(phrase).partition(" … ")
        key = _longest(before)
        few = lead in PEOPLE and not after
        if few:
            index.first[_WORD.findall(before)[0]].append((lead, before))
        if not few or (lead is not Lead.AUTHOR and " " in before and not before.endswith(":")):
            found = index.unspaced if is_unspaced(before[0]) else index.words[key]
            found.append((lead, before, after))
        _keep(index.small if few and key == before.rstrip(":") else index.telling, phrase.partition(" … ")[0], key)
    for phrase in phrases(credit_words.HELPED):
        key = _longest(plain(phrase))
        index.helped[key].append(plain(phrase))
        _keep(index.telling, phrase, key)
    for name in credit_words.LICENSED:
        _keep(index.telling, name, _longest(plain(name)))
    return index


def _keep(keys: set[str], phrase: str, key: str) -> None:
    """Keep a word of a phrase, as it is and as `plain` has it."""
    keys.add(key)
    if key not in phrase:
        keys.add(_longest(phrase))


def _longest(phrase: str) -> str:
    return max(_words(phrase), key=len)


@cache
def _small_words() -> dict[str, list[str]]:
    """The small words, longest first, by the first word; in scripts without spaces by the first character."""
    index = defaultdict(list)
    lists = (credit_words.BETWEEN, credit_words.SUBJECTS, credit_words.FOR, ";".join(credit_words.ARTICLES))
    for phrase in map(plain, phrases(";".join(lists))):
        index[phrase[0] if is_unspaced(phrase[0]) else _WORD.findall(phrase)[0]].append(phrase)
    return index
