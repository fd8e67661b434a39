"""Credit lines read into parts, whatever their language: who wrote and helped, where it stood first, when, what terms.

A line is what its leads make of it ("By", "originally published in", "mit freundlicher Genehmigung von"): each rules
what stands behind it up to the next one. What the leads are is data (`credit_words.py`).
"""

from __future__ import annotations

from licensecheck import credit_words
from licensecheck.credit_leads import Led, find_help, find_leads, hear, listed_words, plain, says
from licensecheck.credit_parts import CreditLine, Part, PartKind, bounds, find_terms, read_origin, read_people
from licensecheck.credit_words import PEOPLE, Lead, phrases
from licensecheck.names import is_name_like
from licensecheck.patterns import pattern

# A longer text tells something, whatever else stands in it.
LONGEST = 480
# So many words more, as on what the newsroom is, make no other text of a credit; behind a note on help fewer.
_MORE, _MORE_HELP = 30, 8
# How far the subject of a line stands before its verb.
_SUBJECT = 60
_SENTENCE_END = pattern(r"(?<![^\w][A-ZÀ-ÞА-Я])(?<!\b[DSMJ][rt])(?<!\bProf)(?<!\d)[.!?؟](?=[\s\"”»]|$)|。")
_MARKS = "|/·•–—;,(-:"
_CLOSING = ' .!?。؟)]”"»,;:'
_NOTHING = CreditLine((), whole=False)


def is_credit_line(text: str) -> bool:
    """Whether the text credits somebody, or names its origin or terms, and says nothing else."""
    return read_line(text).whole


def is_staff(name: str) -> bool:
    """Whether a name in a byline is that of a newsroom or of an account, and no person's."""
    return says(credit_words.STAFF, plain(name))


def is_post(name: str) -> bool:
    """Whether what stands in a byline is an author's post."""
    return says(credit_words.POSTS, plain(name))


def read_line(text: str) -> CreditLine:
    """Read a line of text, on one line; one that credits nobody has no parts."""
    heard = hear(text) if len(text) <= LONGEST else None
    if heard is None:
        return _NOTHING
    said, words = heard
    found = find_leads(said, words)
    if found:
        return _ruled(text, said, found)
    helped = find_help(said, words)
    return _helped(text, said, *helped) if helped else _licensed(text, said)


def read_names(text: str) -> CreditLine:
    """Read a line that markup calls a byline as names, although no word of it says so."""
    return read_people(text, plain(text), Led(0, 0, len(text), Lead.AUTHOR), len(text))


def _ruled(text: str, said: str, found: list[Led]) -> CreditLine:
    """What the leads make of a line."""
    parts: list[Part] = []
    done, whole = 0, True
    for led, following in zip(found, [*found[1:], None], strict=True):
        end = min(_sentence_end(text, led.begin), led.end, following.start if following else len(text))
        read = read_people if led.lead in PEOPLE else read_origin
        ruled = read(text, said, led, end)
        whole &= ruled.whole and _is_opening(text, said, done, led.start)
        parts += ruled.parts
        done = end + led.after if end == led.end else end
    rest = text[max((part.end for part in parts), default=done) :]
    return CreditLine(tuple(parts), whole and len(rest.split()) <= _MORE)


def _sentence_end(text: str, start: int) -> int:
    found = _SENTENCE_END.search(text, start)
    return found.start() if found else len(text)


def _is_opening(text: str, said: str, start: int, end: int) -> bool:
    """Whether no more stands there than opens a credit: its subject, small words, a label, a name before a mark."""
    opening = said[start:end].strip(_CLOSING)
    if not opening or len(opening) > _SUBJECT:
        return not opening
    if opening.startswith(phrases(credit_words.SUBJECTS)):
        return True
    written = text[start:end].strip()
    marked = written[-1] in _MARKS and is_name_like(written.strip(_CLOSING + _MARKS))
    return marked or listed_words(credit_words.BETWEEN)[0].issuperset(opening.split())


def _helped(text: str, said: str, start: int, end: int) -> CreditLine:
    """Names before the words, [start, end), that their bearers helped."""
    names = read_people(text, said, Led(0, 0, start, Lead.HELP), start)
    rest = text[end:].strip(_CLOSING)
    return names._replace(whole=names.whole and len(rest.split()) <= _MORE_HELP)


def _licensed(text: str, said: str) -> CreditLine:
    """A line on the licence alone."""
    terms = find_terms(said, 0, len(text))
    is_under = terms is not None and _is_opening(text, said, 0, terms[0])
    if not is_under and not any(name in said for name in credit_words.COMMONS):
        return _NOTHING
    return CreditLine((Part(PartKind.LICENSE, *bounds(text, terms[1] if terms else 0, len(text))),), whole=True)
