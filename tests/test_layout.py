"""Which blocks inside a body are text put into it, and why the others are not."""

from __future__ import annotations

import pytest
from samples import FOREIGN, TEXTS, WORK, framed, marked

from licensecheck.layout import Edge, Layout
from licensecheck.model import Page, Photo
from licensecheck.text import words

SPOKEN = [word for text in TEXTS for word in words(text)]
TRIPLES = frozenset(zip(SPOKEN, SPOKEN[1:], SPOKEN[2:], strict=False))
LINE = "Ferries elsewhere have bells and flags."


def laid_out(extra: str, body: str = marked(*TEXTS[3:])) -> tuple[Page, Layout, int]:
    """A page with something between the paragraphs of its body, and the number of the first block of that."""
    page = framed(marked(*TEXTS[:3]) + extra + body)
    numbers = [number for number, block in enumerate(page.blocks) if block.text in TEXTS]
    return page, Layout(WORK, page, numbers, lambda: TRIPLES), numbers[2] + 1


def excuse(extra: str, *, replacing: bool = False) -> str | None:
    _, layout, number = laid_out(extra)
    return layout.excuse(number, replacing=replacing)


@pytest.mark.parametrize(
    "extra",
    [
        f"<p>{LINE}</p>",
        f"<p>{FOREIGN[1]}</p>",
        f"<div><p>{LINE}</p></div>",
        "<h2>A costly hull</h2>",
        f"<blockquote>{LINE}</blockquote>",
        "<p>Read <a href=/a>what the yard said</a> about all of this in its long letter to the county board.</p>",
    ],
)
def test_text_that_looks_like_the_body_has_no_excuse(extra: str) -> None:
    assert excuse(extra) is None


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (f"<aside><p>{LINE}</p></aside>", "aside"),
        (f"<figure><figcaption>{LINE}</figcaption></figure>", "caption"),
        (f"<form><p>{LINE}</p></form>", "form"),
        (f"<div><p>{LINE}</p><button>Go</button></div>", "form"),
        (f"<nav><p>{LINE}</p></nav>", "navigation"),
        (f"<footer><p>{LINE}</p></footer>", "footer"),
        (f"<p hidden>{LINE}</p>", "hidden"),
        (f'<div class="wp-ad-box"><p>{LINE}</p></div>', "advertisement"),
        (f'<div id="mc4wp-form-1"><p>{LINE}</p></div>', "newsletter"),
        (f'<div class="jp-relatedposts"><p>{LINE}</p></div>', "related"),
        (f'<div class="social-bar"><p>{LINE}</p></div>', "share"),
        (f'<p class="pullquote">{LINE}</p>', "quote"),
        (f'<p class="photo-caption">{LINE}</p>', "caption"),
        (f'<div class="author-box"><p>{LINE}</p></div>', "byline"),
        (f'<p class="editors-note">{LINE}</p>', "note"),
        (f"<p><a href=/a>{LINE}</a></p>", "links"),
        (f'<div class="card x1"><p class="c">{LINE}</p></div>', "box"),
        (f"<table><tr><td>{LINE}</td></tr></table>", "box"),
    ],
)
def test_markup_excuses_even_where_text_is_missing(extra: str, reason: str) -> None:
    assert excuse(extra) == reason
    assert excuse(extra, replacing=True) == reason


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("<p>[Map of the islands and their ferries, drawn for us.]</p>", "ornament"),
        ("<p>The islands at noon</p>", "label"),
        ("<p>This story was first published by The Orrin Ledger.</p>", "credit"),
        ("<p>By Ada Finch, Bo Larkin, Jonas Feld and Tamsin Okoro</p>", "credit"),
        ("<p>See <a href=/a>our list of ferries</a> for more of them.</p>", "links"),
        ("<p>Photo: the ferry, seen from the quay by Jo Marsh.</p>", "caption"),
        (f"<img src=a.jpg><p>{LINE}</p>", "caption"),
        ("<p>Flour comes by boat, and so does everyone who buys my bread.</p>", "quote"),
    ],
)
def test_wording_excuses_unless_text_is_missing(extra: str, reason: str) -> None:
    assert excuse(extra) == reason
    assert excuse(extra, replacing=True) is None


def test_a_class_of_the_body_is_no_excuse() -> None:
    body = "".join(f'<p class="c7 body-text">{text}</p>' for text in TEXTS)
    page = framed(body + f'<p class="c9 body-text">{LINE}</p><p class="other-text">{LINE}</p>')
    numbers = [number for number, block in enumerate(page.blocks) if block.text in TEXTS]
    layout = Layout(WORK, page, numbers, lambda: TRIPLES)
    assert layout.excuse(numbers[-1] + 1) is None
    assert layout.excuse(numbers[-1] + 2) == "box"


@pytest.mark.parametrize(
    ("extra", "edge"),
    [
        (f"<p>{LINE}</p>", Edge.TEXT),
        ("<p>By Ada Finch and Bo Larkin</p>", Edge.NOTE),
        ("<p>Ada Finch writes on islands and on boats that do not sail.</p>", Edge.NOTE),
        ("<p>Read <a href=/a>all that the yard said to us</a> in our archive, day by day.</p>", Edge.NOTE),
        (f"<div><p>{LINE}</p></div>", Edge.BORDER),
        ("<h2>A costly hull</h2>", Edge.BORDER),
        (f'<p class="editors-note">{LINE}</p>', Edge.BORDER),
    ],
)
def test_what_stands_next_to_the_body(extra: str, edge: Edge) -> None:
    page, _, number = laid_out(extra)
    work = WORK._replace(authors=("Ada Finch",))
    assert Layout(work, page, [number - 1], lambda: TRIPLES).edge(number, number - 1) is edge


def test_the_words_of_a_photo_are_its_caption() -> None:
    page, _, number = laid_out(f"<p>{LINE}</p>")
    work = WORK._replace(photos=(Photo(caption=LINE),))
    assert Layout(work, page, [number - 1, number + 1], lambda: TRIPLES).excuse(number) == "caption"


def test_holds_body() -> None:
    page, layout, number = laid_out(f"<aside><p>{LINE}</p></aside>")
    aside = page.tree.parents[page.blocks[number].element]
    assert not layout.holds_body(aside)
    assert layout.holds_body(page.tree.parents[aside])
    assert layout.holds_body(page.blocks[number - 1].element)
