"""The words that tell time in a news story, in English and Spanish: where they stand, and a code for each.

Codes: `w0` Monday, `m1` January, `s-1` last, `s1` next, `d-1` yesterday, `day`, `week`, `weekend`, `month`, `year`,
`hour` a part of the day, `ago`, `part` earlier or later in, `vague` recently, digits a number, "" what only joins.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.model import Span
from licensecheck.patterns import pattern
from licensecheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Token(NamedTuple):
    """A word of a text, its code (`None`: it tells no time), and where it stands."""

    code: str | None
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is a number, in digits or as a word."""
        return self.code is not None and self.code.isdigit()


def _coded(lines: str, prefix: str, first: int) -> Iterator[tuple[str, str]]:
    """Each word with the code of its line."""
    return ((word, f"{prefix}{number}") for number, line in enumerate(lines.split("/"), first) for word in line.split())


_CODES = dict(
    chain(
        _coded(
            "monday mon lunes/tuesday tue tues martes/wednesday wed miércoles/thursday thu thur thurs jueves/"
            "friday fri viernes/saturday sábado/sunday domingo",
            "w",
            0,
        ),
        _coded(
            "january jan enero/february feb febrero/march marzo/april apr abril/may mayo/june jun junio/"
            "july jul julio/august aug agosto/september sept sep septiembre setiembre/october oct octubre/"
            "november nov noviembre/december dec diciembre",
            "m",
            1,
        ),
        _coded("last past previous pasado pasada/this este esta/next coming following próximo próxima", "s", -1),
        _coded("anteayer/yesterday ayer/today tonight hoy/tomorrow mañana", "d", -2),
        _coded("one a an un una/two dos/three tres/four cuatro/five cinco/six seis/seven siete", "", 1),
    )
) | {
    word: code
    for code, words in {
        "day": "day days día días",
        "week": "week weeks semana semanas",
        "weekend": "weekend",
        "month": "month months mes meses",
        "year": "year years año años",
        "hour": "morning afternoon evening night tarde noche",
        "ago": "ago hace",
        "part": "earlier later",
        "vague": "now currently recently ahora actualmente recientemente",
        "": "on in the of at during el la los de del en por",
    }.items()
    for word in words.split()
}
# Names that are also other words, or abbreviate to such, count only with a capital.
_CAPITALISED = frozenset("march may mon wed jan dec sep fri thu tue jun jul apr aug oct nov feb".split())
# What a number may stand before.
_COUNTED = ("m", "day", "week", "month", "year")

_TOKEN = pattern(r"[^\W\d_]+|\d+(?:st|nd|rd|th)?(?!\w)")
_GAP = pattern(r"[ ,.\u00a0]{1,3}")
# Characters around a place in which an expression of time may begin and end.
_REACH = 40
# The most that stands between a word and what is put beside it.
_NEAR = 2


def coded(text: str) -> str | None:
    """The codes of an expression of time, joined by spaces; `None` if any word of it tells no time."""
    tokens = list(_tokens(fold(text), 0))
    if not tokens or any(token.code is None for token in tokens):
        return None
    return " ".join(token.code for token in tokens if token.code)


def expression_at(text: str, span: Span) -> Span:
    """The span, widened to the whole of the expression of time that it touches; as it is if it touches none."""
    low = max(0, span.start - _REACH)
    tokens = list(_tokens(text[low : span.end + _REACH], low))
    touched = [n for n, token in enumerate(tokens) if token.code and _touches(token, span)]
    if not touched:
        return span
    first, last = touched[0], touched[-1]
    while first > 0 and _GAP.fullmatch(text, tokens[first - 1].end, tokens[first].start):
        if not _leads(tokens[first - 1], _weighty(tokens[first:])):
            break
        first -= 1
    while last + 1 < len(tokens) and _GAP.fullmatch(text, tokens[last].end, tokens[last + 1].start):
        if not _follows(tokens[last + 1], _weighty(tokens[last::-1])):
            break
        last += 1
    weighty = [token for token in tokens[first : last + 1] if token.code]
    return Span(min(span.start, weighty[0].start), max(span.end, weighty[-1].end))


def _tokens(text: str, offset: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        yield _Token(_code(match[0]), offset + match.start(), offset + match.end())


def _code(word: str) -> str | None:
    if word[0].isdigit():
        return word.rstrip("stndrh")
    lowered = word.lower()
    return None if lowered in _CAPITALISED and word == lowered else _CODES.get(lowered)


def _touches(token: _Token, span: Span) -> bool:
    """Whether they overlap; an empty span also touches what stands a comma and a space away."""
    if span.start < span.end:
        return token.start < span.end and span.start < token.end
    return span.start - _NEAR <= token.end and token.start <= span.end + _NEAR


def _weighty(tokens: Iterable[_Token]) -> _Token | None:
    """The first of the words that does more than join."""
    return next((token for token in tokens if token.code), None)


def _leads(token: _Token, following: _Token | None) -> bool:
    """Whether the word belongs to the expression that begins behind it: a number only with a month or a unit."""
    if token.is_number:
        return following is not None and following.code is not None and following.code.startswith(_COUNTED)
    return token.code is not None


def _follows(token: _Token, preceding: _Token | None) -> bool:
    """Whether the word belongs to the expression that ends before it: a number only as a day or year of a month."""
    if token.is_number:
        return preceding is not None and (preceding.is_number or str(preceding.code).startswith("m"))
    return token.code is not None
