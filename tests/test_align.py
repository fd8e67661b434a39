"""A faithful copy has no edits whatever its markup; no deletion and no other word goes unseen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from republish import ARTICLES, FIXTURES, PAGE_COUNTS, THEMES, faithful, render
from samples import FOREIGN, TEXTS, WORK, compared, framed, marked, republished, work_of

from licensecheck.align import align
from licensecheck.page import read_page
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import squeeze
from licensecheck.work import load_work

if TYPE_CHECKING:
    from collections.abc import Callable

_SENTENCE = re.compile(r"[^.!?]+(?:\.\d[^.!?]*)*[.!?]+”?")
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
SUBSTANTIAL = {Level.WORDING, Level.SUBSTANCE}


def each(change: Callable[[str], str]) -> str:
    return marked(*map(change, TEXTS))


def between(extra: str) -> str:
    return marked(*TEXTS[:3]) + extra + marked(*TEXTS[3:])


MARKUPS = {
    "plain": marked(*TEXTS),
    "upper-case tags": marked(*TEXTS).replace("p>", "P>"),
    "unclosed": "<p>" + "<p>".join(TEXTS),
    "a span around every word": "".join(
        "<p>" + " ".join(f"<span>{word}</span>" for word in text.split()) + "</p>" for text in TEXTS
    ),
    "line breaks": "<div>" + "<br><br>".join(TEXTS) + "</div>",
    "nested boxes": "".join(f"<div><div><section><p>{text}</p></section></div></div>" for text in TEXTS),
    "merged paragraphs": marked(" ".join(TEXTS[:2]), " ".join(TEXTS[2:4]), *TEXTS[4:]),
    "one paragraph": marked(" ".join(TEXTS)),
    "a paragraph for each sentence": marked(*(s.strip() for text in TEXTS for s in _SENTENCE.findall(text))),
    "table cells": "<table>" + "".join(f"<tr><td>{text}</td></tr>" for text in TEXTS) + "</table>",
    "list items": "<ul>" + "".join(f"<li>{text}</li>" for text in TEXTS) + "</ul>",
    "entities": "".join("<p>" + "".join(f"&#{ord(sign)};" for sign in text) + "</p>" for text in TEXTS),
    "soft hyphens": each(lambda text: re.sub(r"(\w{4})(?=\w{3})", "\\1\u00ad", text)),
    "straight quotation marks": each(lambda text: text.translate(str.maketrans("“”’", '""\''))),
    "guillemets": each(lambda text: text.replace("“", "«").replace("”", "»")),
    "curly apostrophes": each(lambda text: text.replace("'", "’")),
    "hard spaces": each(lambda text: text.replace(" ", "\u00a0")),
    "decomposed": each(lambda text: unicodedata.normalize("NFD", text)),
    "a drop cap": f'<p><span class="drop">T</span>{TEXTS[0][1:]}</p>' + marked(*TEXTS[1:]),
    "a drop cap set apart": f"<div>T</div><p>{TEXTS[0][1:]}</p>" + marked(*TEXTS[1:]),
    "a linked word": marked(*TEXTS).replace("Cray Harbor", '<a href="/cray">Cray Harbor</a>'),
    "an advertisement": between('<div class="ad-slot"><p>Book your cabin on the Lindfjord line today.</p></div>'),
    "a newsletter form": between("<form><p>Get our news by mail.</p><input><button>Sign me up</button></form>"),
    "a figure": between(
        "<figure><img src=a.jpg><figcaption>The hull in dry dock. Photo: J. Marsh</figcaption></figure>"
    ),
    "a pull quote": between("<aside><p>“Flour comes by boat, and so does everyone who buys my bread.”</p></aside>"),
    "a plain pull quote": between("<p>An island without a ferry is just a rock</p>"),
    "related stories": between(
        '<p><a href="/a">A hedge that hums</a></p><p><a href="/b">The bees of Pell Street</a></p>'
    ),
    "related list": between("<ul><li><a href=/a>A hedge that hums</a><li><a href=/b>Bees move in</a></ul>"),
    "a hidden copy": f'<div style="display:none">{marked(*TEXTS[:2])}</div>' + marked(*TEXTS),
    "a teaser above": f"<p class=teaser>{TEXTS[0][:80]}…</p>" + marked(*TEXTS),
    "spaces lost at links": marked(*TEXTS).replace(
        "the shipyard at Cray Harbor", "<a href=/c>the shipyard</a>at Cray Harbor"
    ),
}


@pytest.mark.parametrize("body", MARKUPS.values(), ids=MARKUPS)
def test_a_faithful_copy_has_no_edits(body: str) -> None:
    seen = compared(WORK, framed(body))
    assert seen.alignment.edits == ()
    assert seen.changes == ()
    assert seen.alignment.coverage == 1
    assert seen.alignment.edges == ()


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("<aside><p>Ferries have bells.</p></aside>", "aside"),
        ('<div class="newsletter"><p>Get our news by mail every morning.</p></div>', "newsletter"),
        ("<figure><figcaption>The hull.</figcaption></figure>", "caption"),
        ("<p><a href=/a>A hedge that hums in Pell Street</a></p>", "links"),
        ("<p hidden>Nobody reads this line of text.</p>", "hidden"),
    ],
)
def test_a_foreign_block_is_an_aside_with_its_reason(extra: str, reason: str) -> None:
    alignment = align(WORK, framed(between(extra)))
    assert [aside.reason for aside in alignment.asides] == [reason]


def test_the_body_is_the_range_of_its_blocks() -> None:
    page = framed(between("<aside>Ferries have bells.</aside>"))
    alignment = align(WORK, page)
    assert alignment.body is not None
    first, last = alignment.body
    assert (page.blocks[first].text, page.blocks[last].text) == (TEXTS[0], TEXTS[-1])
    assert [page.blocks[aside.block].text for aside in alignment.asides] == ["Ferries have bells."]


def test_a_paragraph_of_ones_own_next_to_the_body_is_an_edge() -> None:
    page = framed(marked(*TEXTS, FOREIGN[1]))
    alignment = align(WORK, page)
    assert [page.blocks[number].text for number in alignment.edges] == [FOREIGN[1]]
    assert [page.text[span.start : span.end] for edit in alignment.edits for span in edit.page] == [FOREIGN[1]]


@pytest.mark.parametrize("texts", [FOREIGN, (), (TEXTS[0][:30],), ("A ferry between Sallow Point and the island.",)])
def test_another_article_is_no_copy(texts: tuple[str, ...]) -> None:
    alignment = align(WORK, framed(marked(*texts)))
    assert alignment.coverage < 0.05
    assert alignment.body is None
    assert (alignment.edits, alignment.matches) == ((), ())


def test_a_repeated_paragraph_is_matched_in_its_own_place() -> None:
    texts = (TEXTS[0], TEXTS[4], TEXTS[1], TEXTS[4], TEXTS[2])
    assert compared(work_of(*texts), framed(marked(*texts))).changes == ()
    (change,) = compared(work_of(*texts), framed(marked(*texts[:3], texts[4]))).changes
    assert change.before == TEXTS[4]


def test_scripts_without_spaces_are_aligned_by_character() -> None:
    text = "渡船星期五停航，因为船体无法修复。岛上约有三百四十名居民依靠它出行和运送货物，县政府将在十月再次开会。"
    assert compared(work_of(text), framed(marked(text))).changes == ()
    (change,) = compared(work_of(text), framed(marked(text.replace("十月", "九月")))).changes
    assert (change.before, change.after) == ("十", "九")


SENTENCES = [(number, match.span()) for number, text in enumerate(TEXTS) for match in _SENTENCE.finditer(text)]
WORDS = [(number, match.span()) for number, text in enumerate(TEXTS) for match in _WORD.finditer(text)]


def with_instead(number: int, span: tuple[int, int], instead: str) -> tuple[str, ...]:
    text = TEXTS[number]
    return (*TEXTS[:number], text[: span[0]] + instead + text[span[1] :], *TEXTS[number + 1 :])


def test_every_sentence_that_is_left_out_is_missed() -> None:
    for number, span in SENTENCES:
        assert SUBSTANTIAL & {change.level for change in republished(*with_instead(number, span, "")).changes}


@pytest.mark.parametrize("instead", ["", "zebra", "zebra zebra"])
def test_every_other_word_is_seen(instead: str) -> None:
    for number, span in WORDS:
        seen = republished(*with_instead(number, span, instead))
        assert {change.paragraph for change in seen.changes} == {number}, TEXTS[number][slice(*span)]
        assert instead in " ".join(change.after for change in seen.changes)


@st.composite
def copies(draw: st.DrawFn) -> tuple[str, ...]:
    """The article with some words taken out, doubled or replaced, and its paragraphs in any order."""
    texts = list(TEXTS)
    for number, (start, end) in sorted(draw(st.sets(st.sampled_from(WORDS), max_size=6)), reverse=True):
        word = draw(st.sampled_from(["", "zebra", "not", texts[number][start:end].upper(), "word word"]))
        texts[number] = texts[number][:start] + word + texts[number][end:]
    if draw(st.booleans()):
        texts.insert(draw(st.integers(0, len(texts))), draw(st.sampled_from((*FOREIGN, *TEXTS))))
    return tuple(draw(st.permutations(texts)) if draw(st.booleans()) else texts)


@given(copies())
def test_what_is_true_of_every_alignment(texts: tuple[str, ...]) -> None:
    page = framed(marked(*texts))
    alignment = align(WORK, page)
    assert alignment == align(WORK, page)
    assert 0 <= alignment.coverage <= 1
    for match in alignment.matches:
        work = WORK.text[match.work.start : match.work.end]
        assert squeeze(work).replace("\n", "") == squeeze(page.text[match.page.start : match.page.end]).replace(
            "\n", ""
        )
    if alignment.body is None:
        return
    taken = [(e.work, e.moved) for e in alignment.edits if not e.moved]
    told = sum(len(squeeze(WORK.text[span.start : span.end]).replace("\n", "")) for span, _ in taken)
    matched = sum(
        len(squeeze(WORK.text[match.work.start : match.work.end]).replace("\n", "")) for match in alignment.matches
    )
    assert told + matched == len(squeeze(WORK.text).replace("\n", ""))


@pytest.mark.parametrize("theme", sorted(set(THEMES) - set(PAGE_COUNTS)))
@pytest.mark.parametrize("article", ARTICLES)
def test_a_faithful_copy_in_any_theme(article: str, theme: str) -> None:
    path = FIXTURES / "works" / f"{article}.json"
    work = load_work(path.read_bytes(), path.name)
    seen = compared(work, read_page(render(faithful(article), theme)))
    assert seen.alignment.coverage >= 0.99
    edges = {span for edit in seen.alignment.edits for span in edit.page if edit.work.start == edit.work.end}
    assert [change for change in seen.changes if change.level in SUBSTANTIAL and change.page_span not in edges] == []


def test_an_ornament_between_paragraphs_ends_no_match() -> None:
    texts = (TEXTS[0], "* * *", TEXTS[1], TEXTS[2])
    work, page = work_of(*texts), framed(marked(*texts))
    matched = {squeeze(work.text[match.work.start : match.work.end]) for match in align(work, page).matches}
    assert matched == {squeeze(text) for text in texts if squeeze(text)}


def test_the_works_own_deck_is_no_paragraph_reworded() -> None:
    deck = "The ferry between Sallow Point and the Isle of Dray will stop running on Friday"
    work = WORK._replace(deck=deck)
    seen = compared(work, framed(f"<p>{deck}.</p>{marked(*TEXTS[2:])}"))
    assert [change.kind for change in seen.changes] == [ChangeClass.CUT]


def test_a_publisher_named_in_the_byline_has_not_moved_there_from_the_text() -> None:
    name = "The Sallow Point Harbour and Island Gazette"
    work = work_of(*TEXTS, f"She told {name} that she would be back.")
    seen = compared(work, framed(f"<p>By Ana Prewitt, {name}</p>{marked(*TEXTS)}"))
    assert [change.kind for change in seen.changes] == [ChangeClass.TRUNCATION]
