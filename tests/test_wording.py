"""What the change of a few words is: a table of sentences as they were and as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.model import Span
from licensecheck.terms import ChangeClass, Level
from licensecheck.wording import words_change

NEGATION = (ChangeClass.NEGATION, Level.SUBSTANCE)
NUMBER = (ChangeClass.NUMBER, Level.SUBSTANCE)
NAME = (ChangeClass.NAME, Level.SUBSTANCE)
MODAL = (ChangeClass.WORDING, Level.SUBSTANCE)
WORDING = (ChangeClass.WORDING, Level.WORDING)
STYLE = (ChangeClass.STYLE, Level.STYLE)
MOJIBAKE = (ChangeClass.MOJIBAKE, Level.STYLE)
TIME = (ChangeClass.TIME_OR_PLACE, Level.STYLE)

# What changes stands in brackets: (the work's words, the copy's).
TABLE = (
    ("The boat [] sails today.", "The boat [never] sails today.", NEGATION),
    ("It does [not] carry cars.", "It does [] carry cars.", NEGATION),
    ("They [did] pay.", "They [didn’t] pay.", NEGATION),
    ("They did[] pay.", "They did[n't] pay.", NEGATION),
    ("They [can] pay.", "They [cannot] pay.", NEGATION),
    ("They said [nothing] new.", "They said [something] new.", NEGATION),
    ("El barco [] zarpa hoy.", "El barco [no] zarpa hoy.", NEGATION),
    ("El barco [siempre] zarpa.", "El barco [nunca] zarpa.", NEGATION),
    ("Das Boot fährt [] heute.", "Das Boot fährt [nicht] heute.", NEGATION),
    ("Er hat [ein] Boot.", "Er hat [kein] Boot.", NEGATION),
    ("Le bateau [] part [].", "Le bateau [ne] part [].", NEGATION),
    ("Il part [toujours].", "Il part [jamais].", NEGATION),
    ("Лодка [] плывёт.", "Лодка [не] плывёт.", NEGATION),
    ("It may carry [40] cars.", "It may carry [14] cars.", NUMBER),
    ("It may carry [nine] cars.", "It may carry [ten] cars.", NUMBER),
    ("It cost 5 [million] pounds.", "It cost 5 [billion] pounds.", NUMBER),
    ("It cost [$5] then.", "It cost [€5] then.", NUMBER),
    ("It fell by 5[%] then.", "It fell by 5[] then.", NUMBER),
    ("Llevaba [dos] coches.", "Llevaba [tres] coches.", NUMBER),
    ("The owner, [Tamsin] Okoro, left.", "The owner, [Tara] Okoro, left.", NAME),
    ("The owner, [Okoro], left.", "The owner, [she], left.", NAME),
    ("The boat from [] left.", "The boat from [Norway] left.", NAME),
    ("The yard [may] close.", "The yard [will] close.", MODAL),
    ("The yard [should] close.", "The yard [must] close.", MODAL),
    ("El puerto [puede] cerrar.", "El puerto [debe] cerrar.", MODAL),
    ("A [small] boat left.", "A [tiny] boat left.", WORDING),
    ("[The] boat left.", "[That] boat left.", WORDING),
    ("“[The] boat left,” she said.", "“[A] boat left,” she said.", WORDING),
    ("The [large] boat left.", "The [] boat left.", WORDING),
    ("The [colour] faded.", "The [color] faded.", STYLE),
    ("They [organised] it.", "They [organized] it.", STYLE),
    ("The [travelling] stopped.", "The [traveling] stopped.", STYLE),
    ("The [theatre] closed.", "The [theater] closed.", STYLE),
    ("It was [grey] then.", "It was [gray] then.", STYLE),
    ("It fell [towards] noon.", "It fell [toward] noon.", STYLE),
    ("It fell 5 [percent] then.", "It fell 5[%] then.", STYLE),
    ("It took [nine] years.", "It took [9] years.", STYLE),
    ("It left [yesterday].", "It left [on Monday].", TIME),
    ("It left [today].", "It left [this week].", TIME),
    ("Zarpó [ayer].", "Zarpó [el lunes].", TIME),
    ("The [café] closed.", "The [cafÃ©] closed.", MOJIBAKE),
    ("The boat[’s] hull broke.", "The boat[â€™s] hull broke.", MOJIBAKE),
    ("The [café] closed.", "The [caf\ufffd] closed.", MOJIBAKE),
    ("Das Boot ist [für] alle.", "Das Boot ist [fÃ¼r] alle.", MOJIBAKE),
)


def bracketed(sentence: str) -> tuple[str, Span]:
    before, _, rest = sentence.partition("[")
    inside, _, after = rest.partition("]")
    return (before + inside + after).replace("[]", ""), Span(len(before), len(before) + len(inside))


@pytest.mark.parametrize(("before", "after", "expected"), TABLE)
def test_what_a_change_of_words_is(before: str, after: str, expected: tuple[ChangeClass, Level]) -> None:
    assert words_change(*bracketed(before), *bracketed(after)) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [(one, other) for one, other, kind in TABLE if kind in {NEGATION, NUMBER, NAME, MODAL, WORDING, STYLE}],
)
def test_a_change_weighs_the_same_the_other_way_round(before: str, after: str) -> None:
    there = words_change(*bracketed(before), *bracketed(after))
    assert words_change(*bracketed(after), *bracketed(before)) == there


@given(st.text(max_size=30), st.text(max_size=30), st.data())
def test_any_two_spans_have_a_class(one: str, other: str, data: st.DataObject) -> None:
    def span(text: str) -> Span:
        start = data.draw(st.integers(0, len(text)))
        return Span(start, data.draw(st.integers(start, len(text))))

    kind, level = words_change(one, span(one), other, span(other))
    assert level is not Level.TECHNICAL
    assert (kind in {ChangeClass.NEGATION, ChangeClass.NUMBER, ChangeClass.NAME}) <= (level is Level.SUBSTANCE)
