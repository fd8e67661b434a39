"""Where the text of a page stands in its source: every letter of every theme, and of sources made at random."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from republish import ARTICLES, THEMES, faithful, render

from licensecheck.charset import decode
from licensecheck.page import read_page
from licensecheck.trace import Trace, trace

PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<b>", "</b>", "<br>", "<q>", "</q>", "<sup>", "</sup>", "<a href=x>", "</a>", "<!-- x -->"),
        *("<div hidden>", "</div>", "<ul><li>", "<td>", "<script>a</script>", "<noscript>8</noscript>"),
        *("<select><option>7</select>", "one ", "2", " three", "é", "&amp;", "&nbsp;", "&lt;", "&shy;", "&#150;", "\n"),
        *("*", "“x”", "&bogus;", "< "),
    )
)


def traced(source: str) -> Trace:
    found = trace(source, read_page(source.encode(), content_type="text/html; charset=utf-8"))
    assert found is not None
    return found


def assert_faithful(found: Trace) -> None:
    """Each character that stands somewhere stands there, and in the order of its block."""
    for block in found.page.blocks:
        ink = found.ink(block.start, block.end)
        starts = [found.starts[at] for at in ink]
        assert starts == sorted(starts)
        for at in ink:
            written = found.source[found.starts[at] : found.ends[at]]
            assert found.page.text[at] == written or found.page.text[at] in html.unescape(written) or "&" in written


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("article", ARTICLES)
def test_every_letter_of_every_theme_is_found(article: str, theme: str) -> None:
    found = traced(decode(render(faithful(article), theme)).text)
    assert_faithful(found)
    lost = [found.page.text[at] for at, start in enumerate(found.starts) if start < 0]
    assert "".join(lost).strip() == ""


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_is_found_is_right(source: str) -> None:
    page = read_page(source.encode(), content_type="text/html; charset=utf-8")
    found = trace(source, page)
    if found is not None:
        assert_faithful(found)


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("<p>a &amp; b</p>", "&", "&amp;"),
        ("<p>a<sup><a href=#n>1</a></sup> bc</p>", "bc", "bc"),
        ("<p>x<sup>2</sup> d</p>", "2", "2"),
        ("<p>&nbsp;&nbsp;e</p>", "e", "e"),
        ("<p>f<select><option>9</select>9</p>", "9", "9"),
        ("<p>g<i hidden>secret</i>h</p>", "secret", "secret"),
    ],
)
def test_a_word_is_found_where_it_stands(source: str, word: str, expected: str) -> None:
    found = traced(source)
    at = found.page.text.index(word)
    start, end = found.starts[at], found.ends[at + len(word) - 1]
    assert source[start:end] == expected
    assert source.rindex(expected) == start


def test_quotation_marks_that_the_reader_adds_stand_nowhere() -> None:
    found = traced("<p>a <q>b</q> c</p>")
    assert found.page.text == "a “b” c"
    assert [start >= 0 for start in found.starts] == [True, False, False, True, False, False, True]
    assert not found.is_whole(0, 7)


def test_a_source_with_characters_of_ours_is_left_alone() -> None:
    source = "<p>a\U000f0001b</p>"
    assert trace(source, read_page(source.encode())) is None
