"""Each single change of the sample article is found once, named, weighed, quoted and placed."""

from __future__ import annotations

import pytest
from samples import TEXTS, Seen, compared, framed, marked, republished, reworded, work_of

from licensecheck.terms import ChangeClass, Level


def place(seen: Seen) -> tuple[int | None, str | None]:
    """The paragraph and path of the one change, whose spans quote what it says."""
    (change,) = seen.changes
    if change.work_span and change.before:
        assert seen.work.text[change.work_span.start : change.work_span.end].strip() == change.before
    if change.page_span and change.after:
        assert change.after in seen.page.text[change.page_span.start : change.page_span.end]
    return change.paragraph, change.path


def path(paragraph: int) -> str:
    return f"/html/body/main/article/div/p[{paragraph + 1}]"


@pytest.mark.parametrize(
    ("before", "after", "kind", "level", "paragraph"),
    [
        ("340", "430", ChangeClass.NUMBER, Level.SUBSTANCE, 0),
        ("1987", "1978", ChangeClass.NUMBER, Level.SUBSTANCE, 2),
        ("nine", "seven", ChangeClass.NUMBER, Level.SUBSTANCE, 2),
        ("Tamsin", "Tara", ChangeClass.NAME, Level.SUBSTANCE, 0),
        ("Harbor", "Haven", ChangeClass.NAME, Level.SUBSTANCE, 3),
        ("cannot", "can", ChangeClass.NEGATION, Level.SUBSTANCE, 4),
        ("not sail", "sail", ChangeClass.NEGATION, Level.SUBSTANCE, 4),
        ("may still", "will still", ChangeClass.WORDING, Level.SUBSTANCE, 3),
        ("depend on", "rely on", ChangeClass.WORDING, Level.WORDING, 0),
        ("often all", "all", ChangeClass.WORDING, Level.WORDING, 2),
        ("a used", "a very used", ChangeClass.WORDING, Level.WORDING, 5),
        ("coming", "happening", ChangeClass.QUOTATION, Level.SUBSTANCE, 1),
        ("just a rock", "a rock", ChangeClass.QUOTATION, Level.SUBSTANCE, 5),
    ],
)
def test_a_few_words(before: str, after: str, kind: ChangeClass, level: Level, paragraph: int) -> None:
    seen = reworded(before, after)
    assert [(change.kind, change.level) for change in seen.changes] == [(kind, level)]
    assert place(seen) == (paragraph, None if before.endswith(after) and not seen.changes[0].after else path(paragraph))
    (change,) = seen.changes
    assert change.before.rstrip(".,”") in before
    assert change.after.rstrip(".,”") in after


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("$1.5 million", "$15 million", (ChangeClass.NUMBER, Level.SUBSTANCE)),
        ("$1.5 million", "€1.5 million", (ChangeClass.NUMBER, Level.SUBSTANCE)),
        ("$280,000", "$2800,00", (ChangeClass.NUMBER, Level.SUBSTANCE)),
        ("$280,000", "-$280,000", (ChangeClass.NUMBER, Level.SUBSTANCE)),
        ("30 knots", "30% knots", (ChangeClass.NUMBER, Level.SUBSTANCE)),
        ("$280,000", "$280 000", (ChangeClass.STYLE, Level.STYLE)),
        ("“An island without a ferry is just a rock,”", "An island without a ferry is just a rock,", None),
        ("mail, sheep and", "mail, sheep, and", (ChangeClass.STYLE, Level.STYLE)),
        ("county board", "County Board", (ChangeClass.STYLE, Level.STYLE)),
        ("Fares stay the same.", "Fares stay the same!", (ChangeClass.STYLE, Level.STYLE)),
        ("Fares stay the same.", "Fares stay the same?", (ChangeClass.WORDING, Level.WORDING)),
    ],
)
def test_signs_and_capitals(before: str, after: str, told: tuple[ChangeClass, Level] | None) -> None:
    seen = reworded(before, after)
    found = {(change.kind, change.level) for change in seen.changes}
    assert found == {told or (ChangeClass.QUOTATION, Level.WORDING)}


def test_a_word_joined_to_its_neighbour_is_no_change() -> None:
    assert reworded("Flour comes", "Flourcomes").changes == ()
    assert reworded("schoolchildren", "school children").changes == ()


SENTENCE = " About 340 islanders depend on it."
LAST = " The county board meets again in October."
NEW = "Nobody had thought of asking the people who travel on it every day."


@pytest.mark.parametrize(
    ("before", "after", "kind", "told"),
    [
        (SENTENCE, "", ChangeClass.CUT, (SENTENCE.strip(), "")),
        ("Nobody else has offered to do the work.", "", ChangeClass.CUT, None),
        ("It cannot carry cars, and", f"{NEW} It cannot carry cars, and", ChangeClass.INSERTION, ("", NEW)),
        (SENTENCE, f"{SENTENCE} {NEW}", ChangeClass.INSERTION, ("", NEW)),
        (LAST, "", ChangeClass.TRUNCATION, (LAST.strip(), "")),
        (SENTENCE, " Where they will go is an open question.", ChangeClass.SENTENCE, None),
    ],
)
def test_a_sentence(before: str, after: str, kind: ChangeClass, told: tuple[str, str] | None) -> None:
    seen = reworded(before, after)
    assert [(change.kind, change.level) for change in seen.changes] == [(kind, Level.SUBSTANCE)]
    place(seen)
    if told:
        assert (seen.changes[0].before, seen.changes[0].after) == told


@pytest.mark.parametrize("number", range(1, len(TEXTS) - 1))
def test_a_paragraph_that_is_left_out(number: int) -> None:
    seen = republished(*TEXTS[:number], *TEXTS[number + 1 :])
    assert seen.told == [(ChangeClass.CUT, Level.SUBSTANCE, TEXTS[number], "")]
    assert place(seen) == (number, None)


@pytest.mark.parametrize("number", range(1, len(TEXTS)))
def test_a_paragraph_that_is_put_in(number: int) -> None:
    seen = republished(*TEXTS[:number], NEW, *TEXTS[number:])
    assert seen.told == [(ChangeClass.INSERTION, Level.SUBSTANCE, "", NEW)]
    assert place(seen)[1] == path(number)


@pytest.mark.parametrize("number", range(1, len(TEXTS) - 1))
def test_a_paragraph_that_is_replaced(number: int) -> None:
    seen = republished(*TEXTS[:number], NEW, *TEXTS[number + 1 :])
    assert {(change.kind, change.level) for change in seen.changes} <= {
        (ChangeClass.CUT, Level.SUBSTANCE),
        (ChangeClass.INSERTION, Level.SUBSTANCE),
        (ChangeClass.SENTENCE, Level.SUBSTANCE),
    }
    assert "".join(change.before for change in seen.changes) == TEXTS[number]
    assert "".join(change.after for change in seen.changes) == NEW


@pytest.mark.parametrize("number", range(len(TEXTS) - 1))
def test_two_paragraphs_that_changed_places_are_one_move(number: int) -> None:
    one, other = TEXTS[number : number + 2]
    seen = republished(*TEXTS[:number], other, one, *TEXTS[number + 2 :])
    (change,) = seen.changes
    assert (change.kind, change.level) == (ChangeClass.ORDER, Level.SUBSTANCE)
    assert change.before == change.after
    assert change.before in {one, other}
    place(seen)


@pytest.mark.parametrize("kept", range(1, len(TEXTS)))
def test_a_tail_that_is_cut(kept: int) -> None:
    seen = republished(*TEXTS[:kept])
    (change,) = seen.changes
    assert (change.kind, change.level, change.after) == (ChangeClass.TRUNCATION, Level.SUBSTANCE, "")
    assert change.before == "\n\n".join(TEXTS[kept:])
    assert place(seen) == (kept, None)


def test_a_subhead_that_is_put_in() -> None:
    seen = compared(work_of(*TEXTS), framed(marked(*TEXTS[:3]) + "<h2>A costly hull</h2>" + marked(*TEXTS[3:])))
    assert seen.told == [(ChangeClass.SUBHEAD, Level.WORDING, "", "A costly hull")]
    assert place(seen)[1] == "/html/body/main/article/div/h2"


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<h2>A costly hull</h2>", []),
        ("<p><strong>A costly hull</strong></p>", []),
        ("", [(ChangeClass.SUBHEAD, Level.WORDING, "A costly hull", "")]),
        ("<h2>A rich man’s hull</h2>", None),
    ],
)
def test_a_subhead_of_the_work(markup: str, told: list[tuple[str, str, str, str]] | None) -> None:
    work = work_of(*TEXTS[:3], "A costly hull", *TEXTS[3:], subheads=(3,))
    seen = compared(work, framed(marked(*TEXTS[:3]) + markup + marked(*TEXTS[3:])))
    if told is None:
        assert {change.kind for change in seen.changes} == {ChangeClass.SUBHEAD}
    else:
        assert seen.told == told


def test_a_label_before_the_first_words_is_style() -> None:
    seen = republished(f"SALLOW POINT (Dray) – {TEXTS[0]}", *TEXTS[1:])
    assert [(change.kind, change.level) for change in seen.changes] == [(ChangeClass.STYLE, Level.STYLE)]


def test_a_quotation_over_two_paragraphs_is_quoted_throughout() -> None:
    quoted = ("She said: “The boat was never ours to lose.", "“It was lent to us by people we never met.”")
    work = work_of(TEXTS[0], *quoted, TEXTS[3])
    page = framed(marked(TEXTS[0], quoted[0].replace("lose", "sell"), quoted[1], TEXTS[3]))
    seen = compared(work, page)
    assert seen.told == [(ChangeClass.QUOTATION, Level.SUBSTANCE, "lose", "sell")]


def test_changes_are_in_the_order_of_the_work() -> None:
    seen = republished(
        TEXTS[0].replace("340", "430"), TEXTS[1].replace("Flour", "flour"), *TEXTS[2:5], TEXTS[5].replace("used", "new")
    )
    assert [change.paragraph for change in seen.changes] == [0, 1, 5]
