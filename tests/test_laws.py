"""What holds for every article and every page: examples are made up, many more of them under `.ci/dev fuzz`."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from republish import THEMES, faithful, render

from licensecheck.check import check
from licensecheck.model import Paragraph, Work
from licensecheck.page import read_page
from licensecheck.terms import Verdict
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from licensecheck.model import Report


class Script(NamedTuple):
    """How a language is written: some of its words, what stands between them, what ends a sentence."""

    words: tuple[str, ...]
    space: str
    stop: str


SCRIPTS = tuple(
    Script(tuple(words.split()), space, stop)
    for words, space, stop in (
        ("the miller sold 14 barrels of flour near Brackwater bridge and nobody had asked him why", " ", "."),
        ("la panadera abrió su tienda número 7 en Añora porque el río había crecido según dijo él", " ", "."),
        ("старая мельница сгорела 12 марта и жители села не знали что делать дальше", " ", "."),
        ("ο μύλος κάηκε τον Μάρτιο και κανείς στο χωριό δεν ήξερε τι θα γίνει", " ", "."),
        ("احترقت المطحنة القديمة في آذار ولم يعرف أحد من أهل القرية ماذا يفعل", " ", "."),
        ("הטחנה הישנה נשרפה בחודש מרץ ואיש מאנשי הכפר לא ידע מה לעשות", " ", "."),
        ("पुरानी चक्की मार्च में जल गई और गाँव के लोग नहीं जानते थे क्या करें", " ", "।"),
        ("โรงสี เก่า ไหม้ ใน เดือน มีนาคม และ ไม่มี ใคร ใน หมู่บ้าน รู้ ว่า", "", " "),
        ("旧磨坊 三月 被 大火 烧毁 村里 没有 人 知道 该 怎么 办 河水 上涨", "", "。"),
        ("古い 水車 は 三月 に 焼け 村の 人々 は 何を すべき か 知らない", "", "。"),
    )
)
# Articles on one page; the theme `paginated` shows a part.
WHOLE = tuple(theme for theme in THEMES if theme != "paginated")
LEAST_WORDS = 8
COPY = faithful("river-gauge")
ANYWHERE = st.integers(0, 10**6)


@st.composite
def articles(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    """Paragraphs of sentences, all different, in one script; some in quotation marks."""
    script = draw(st.sampled_from(SCRIPTS))
    words = st.lists(st.sampled_from(script.words), min_size=LEAST_WORDS, unique=True)
    count = draw(st.integers(4, 14))
    spoken = draw(st.lists(words.map(script.space.join), min_size=count, max_size=count, unique_by=squeeze))
    quoted = draw(st.sets(st.integers(0, count - 1), max_size=3))
    sentences = [f"“{text}{script.stop}”" if n in quoted else f"{text}{script.stop}" for n, text in enumerate(spoken)]
    length = draw(st.integers(1, 4))
    return tuple(tuple(sentences[n : n + length]) for n in range(0, count, length))


def judged(article: tuple[tuple[str, ...], ...], shown: tuple[tuple[str, ...], ...], theme: str) -> Report:
    """A page in the theme that shows some paragraphs, judged against an article."""
    elements = tuple(f"<p>{html.escape(' '.join(sentences), quote=False)}</p>" for sentences in shown if sentences)
    work = Work(
        body=tuple(Paragraph(" ".join(sentences).strip()) for sentences in article),
        titles=(COPY.headline,),
        authors=COPY.authors,
        parties=(COPY.publisher,),
    )
    return check(work, read_page(render(replace(COPY, body=elements, deck="", photos=()), theme)))


@given(articles(), st.sampled_from(WHOLE))
def test_a_faithful_copy_of_any_article_in_any_theme_is_verbatim(
    article: tuple[tuple[str, ...], ...], theme: str
) -> None:
    report = judged(article, article, theme)
    assert (report.verbatim, report.changes) == (True, ())


@given(articles(), ANYWHERE, st.sampled_from(WHOLE))
def test_any_sentence_left_out_is_a_change(article: tuple[tuple[str, ...], ...], chosen: int, theme: str) -> None:
    places = [(row, column) for row, sentences in enumerate(article) for column in range(len(sentences))]
    row, column = places[chosen % len(places)]
    left = (*article[row][:column], *article[row][column + 1 :])
    report = judged(article, (*article[:row], left, *article[row + 1 :]), theme)
    assert not report.verbatim
    assert report.changes or report.verdict is Verdict.NOT_A_COPY


@given(articles(), ANYWHERE, st.sampled_from(WHOLE))
def test_any_word_left_out_is_a_change(article: tuple[tuple[str, ...], ...], chosen: int, theme: str) -> None:
    row = chosen % len(article)
    sentence = article[row][0]
    cut = chosen % (len(sentence) // 2)
    shorter = sentence[:cut] + sentence[cut + 4 :]
    report = judged(article, (*article[:row], (shorter, *article[row][1:]), *article[row + 1 :]), theme)
    assert report.verbatim == (squeeze(shorter) == squeeze(sentence))


# --- bytes that nobody meant ------------------------------------------------------------------------------

PIECES = (
    b"<",
    b">",
    b"</div>",
    b"<div>",
    b"<p>",
    b"<!--",
    b"-->",
    b"<script>",
    b"\0",
    b"\xff\xfe",
    b'"',
    b"&",
    b"<table>",
)
EDITS = st.lists(st.tuples(ANYWHERE, st.integers(0, 60), st.sampled_from((b"", *PIECES))), min_size=1, max_size=6)


@given(EDITS, st.sampled_from(WHOLE))
def test_a_damaged_page_is_never_compliant_with_words_missing(edits: list[tuple[int, int, bytes]], theme: str) -> None:
    page = render(COPY, theme)
    for place, length, piece in edits:
        start = place % len(page)
        page = page[:start] + piece + page[start + length :]
    work = Work(body=tuple(Paragraph(_plain(element)) for element in COPY.body if element.startswith("<p>")))
    report = check(work, read_page(page))
    if report.verbatim and report.verdict is not Verdict.INCONCLUSIVE:
        letters = _letters(page)
        assert all(squeeze(paragraph.text) in letters for paragraph in work.body)


def _plain(element: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", element))


def _letters(page: bytes) -> str:
    """All letters of a page, whatever element they stand in."""
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True))
    return squeeze("".join(root.itertext())).replace("\n", "")
