"""Matches between the letters of a work and a page, and the chain of them that reads as the work."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FOREIGN, TEXTS

from licensecheck.anchors import MOST_ANCHORS, PLACES, SEED, Anchor, Finder, best_chain, trim
from licensecheck.stream import Stream

SENTENCE = "Nobody else has offered to do the work."


def stream(*texts: str) -> Stream:
    return Stream(texts, [0] * len(texts))


def found(work: Stream, page: Stream, *hidden: int) -> list[Anchor]:
    return Finder(work, page, frozenset(hidden)).find()


def chained(work: Stream, page: Stream) -> list[str]:
    """The letters of the chain's links."""
    chain = best_chain(found(work, page), page, lambda anchor: anchor.length)
    return [work.letters[anchor.work : anchor.work_end] for anchor in chain]


WORK = stream(*TEXTS)


def test_an_anchor_ends_where_its_letters_do() -> None:
    anchor = Anchor(3, 10, 8)
    assert (anchor.work_end, anchor.page_end) == (11, 18)
    assert anchor.cut(2, 1) == Anchor(5, 12, 5)


def test_a_faithful_copy_is_one_match() -> None:
    page = stream(FOREIGN[0], *TEXTS, FOREIGN[1])
    start = page.bounds[1]
    assert Anchor(0, start, len(WORK.letters)) in found(WORK, page)
    assert chained(WORK, page) == [WORK.letters]


def test_the_same_short_end_is_no_seed() -> None:
    end = "All rights reserved."
    anchors = found(stream("The ferry runs again, says the town.", end), stream("Something else altogether.", end))
    assert all(anchor.page_end <= len(stream("Something else altogether.", end).letters) for anchor in anchors)
    words = "and nothing more is said of it. "
    assert found(stream(f"Long ago, {words}{end}"), stream(f"Elsewhere it reads differently. {end}")) == []


def test_unrelated_texts_have_nothing_in_common() -> None:
    assert found(WORK, stream(*FOREIGN)) == []


@pytest.mark.parametrize("texts", [(), ("",), ("", "")])
def test_an_empty_side_has_no_matches(texts: tuple[str, ...]) -> None:
    assert found(WORK, stream(*texts)) == []
    assert found(stream(*texts), WORK) == []


def test_a_changed_word_parts_two_matches() -> None:
    page = stream(*(text.replace("nine", "ten") for text in TEXTS))
    before, after = chained(WORK, page)
    assert before.endswith("andsoldit")
    assert after.startswith("yearslater")


def test_a_short_paragraph_counts_as_a_whole_block_only() -> None:
    work = stream("It sank.")
    assert found(work, stream("It sank.")) == [Anchor(0, 0, 6)]
    assert found(work, stream("They say it sank.")) == []


def test_boilerplate_is_no_seed() -> None:
    work = stream("A line of boilerplate text stands here, and then the story begins.")
    line = "A line of boilerplate text stands here, and it"
    assert found(work, stream(*[line] * PLACES))
    assert found(work, stream(*[f"{number} {line}" for number in range(2 * PLACES)])) == []


def test_a_paragraph_hidden_at_a_block_start_is_looked_for_further() -> None:
    page = stream(TEXTS[0], f"Dray: {TEXTS[0]}")
    assert len(found(stream(TEXTS[0]), page)) == 1
    assert len(found(stream(TEXTS[0]), page, 0)) == 2


def test_repetitive_text_has_bounded_matches() -> None:
    line = "tick tock " * 40
    assert len(found(stream(*[line] * 60), stream(*[line] * 60))) <= MOST_ANCHORS


def test_a_match_does_not_spill_into_a_block_that_goes_on_differently() -> None:
    work = stream(TEXTS[0], "The yard is closed now.", TEXTS[1])
    page = stream(TEXTS[0], "The baker has a new oven in his shop and likes it.", TEXTS[1])
    assert page.bounds[1] in {anchor.page_end for anchor in found(work, page)}


def test_the_chain_prefers_the_running_text_to_a_pull_quote() -> None:
    page = stream(*TEXTS[:2], SENTENCE, *TEXTS[2:])
    chain = best_chain(found(WORK, page), page, lambda anchor: anchor.length)
    quote = range(page.bounds[2], page.bounds[3])
    assert all(anchor.page not in quote for anchor in chain)
    assert sum(anchor.length for anchor in chain) == len(WORK.letters)


def test_the_chain_is_empty_without_matches() -> None:
    assert best_chain([], WORK, lambda anchor: anchor.length) == []


@pytest.mark.parametrize("unit", [0, 2])
def test_weight_decides_between_two_places(unit: int) -> None:
    page = stream(TEXTS[0], FOREIGN[0], TEXTS[0])
    anchors = found(stream(TEXTS[0]), page)
    (link,) = best_chain(anchors, page, lambda anchor: anchor.length * (page.unit(anchor.page) == unit))
    assert page.unit(link.page) == unit


@pytest.mark.parametrize(
    ("anchor", "kept"),
    [(Anchor(0, 0, 9), "theferry"), (Anchor(1, 1, 9), "ferry"), (Anchor(3, 3, 5), "ferry"), (Anchor(4, 4, 2), "")],
)
def test_trim_cuts_to_words_on_both_sides(anchor: Anchor, kept: str) -> None:
    work, page = stream("the ferry sank"), stream("the ferry sails")
    cut = trim(work, page, anchor)
    assert work.letters[cut.work : cut.work_end] == kept


PARTS = st.lists(st.sampled_from((*TEXTS, *FOREIGN, SENTENCE, "It sank.", "")), max_size=8)


@given(PARTS, PARTS)
def test_matches_agree_and_the_chain_runs_forward(ours: list[str], theirs: list[str]) -> None:
    work, page = stream(*ours), stream(*theirs)
    anchors = found(work, page)
    chain = best_chain(anchors, page, lambda anchor: anchor.length)
    for anchor in (*anchors, *chain):
        assert work.letters[anchor.work : anchor.work_end] == page.letters[anchor.page : anchor.page_end]
    for one, other in pairwise(chain):
        assert one.work_end <= other.work
        assert one.page_end <= other.page


@given(PARTS, PARTS)
def test_every_long_paragraph_that_stands_whole_is_found(ours: list[str], theirs: list[str]) -> None:
    work, page = stream(*ours), stream(*theirs)
    anchors = found(work, page)
    for number, text in enumerate(ours):
        start, end = work.bounds[number], work.bounds[number + 1]
        if text in theirs and end - start >= SEED and theirs.count(text) <= PLACES:
            assert any(anchor.work <= start and end <= anchor.work_end for anchor in anchors)
