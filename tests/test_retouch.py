"""Changes to a source: each does what it says, and nothing else."""

from __future__ import annotations

import pytest
from test_trace import traced

from licensecheck.model import Span
from licensecheck.retouch import Added, Between, Splice, put, put_in, reworded, spliced, take_out


def rewritten(source: str, before: str, after: str) -> str:
    """The source with a stretch of its page's text, which stands in one block, put otherwise."""
    found = traced(source)
    start = found.page.text.index(before)
    block = next(block for block in found.page.blocks if block.start <= start < block.end)
    return spliced(source, put(found, block, Span(start, start + len(before)), after))


@pytest.mark.parametrize(
    ("source", "before", "after", "expected"),
    [
        ("<p>one two three</p>", " two ", " 2 ", "<p>one 2 three</p>"),
        ("<p>one three</p>", " ", " two ", "<p>one two three</p>"),
        ("<p>one two three</p>", " two ", " ", "<p>one three</p>"),
        ("<p>one two</p>", "one ", "1 ", "<p>1 two</p>"),
        ("<p>one two</p>", " two", " 2", "<p>one 2</p>"),
        ("<p>one</p>", "one", "1 &", "<p>1 &amp;</p>"),
        ("<p>by <em>over</em>state it</p>", " overstate ", " understate ", "<p>by <em>under</em>state it</p>"),
        ("<p>one <b>two</b> three</p>", " two ", " ", "<p>one three</p>"),
        ("<p>does <a href=x>dispute</a> it</p>", " ", " not ", "<p>does not <a href=x>dispute</a> it</p>"),
        ("<p>one <img src=x> two</p>", " ", " and ", "<p>one and <img src=x>two</p>"),
        ("<p>a &amp; b</p>", " & ", " and ", "<p>a and b</p>"),
        ("<p>same</p>", "same", "same", "<p>same</p>"),
    ],
)
def test_text_is_put_in_the_place_of_other_text(source: str, before: str, after: str, expected: str) -> None:
    assert rewritten(source, before, after) == expected


def test_what_the_reader_added_is_not_rewritten() -> None:
    source = "<p>he said <q>no</q> twice</p>"
    assert rewritten(source, "“no”", "“yes”") == source


@pytest.mark.parametrize(
    "source", ["<p>(one two)</p>", "<p>one two</p>", "<p>a one two b</p>", "<p>one <b>two</b></p>"]
)
def test_words_are_replaced_within_their_white_space(source: str) -> None:
    found = traced(source)
    start = found.page.text.index("one two")
    done = spliced(source, reworded(found, found.page.blocks[0], Span(start, start + 7), "x"))
    assert traced(done).page.text == found.page.text.replace("one two", "x")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a</p>\n<p>X</p>\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>a</p><div class=box><p>X</p></div><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<p>X<p>b", "<p>a<p>b"),
        ("a<br>X<br>b", "a<br><br>b"),
        ("<table><tr><td>a</td><td>X</td></tr></table>b", "<table><tr><td>a</td><td></td></tr></table>b"),
        ("<p>a</p><p><b>X</b> X</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a</p><p><img src=i> X</p><p>b</p>", "<p>a</p><p><img src=i> </p><p>b</p>"),
    ],
)
def test_a_block_goes_with_the_elements_that_it_fills(source: str, expected: str) -> None:
    found = traced(source)
    done = spliced(source, take_out(found, [block for block in found.page.blocks if "X" in block.text]))
    assert done == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<p class="t">a</p><p>b</p>', '<p class="t">a</p>\n<p class="t">N</p><p>b</p>'),
        ('<p id="t">a</p><p>b</p>', '<p id="t">a</p>\n<p>N</p><p>b</p>'),
        ("<h2>a</h2><p class=t>b</p>", "<h2>a</h2>\n<p class=t>N</p><p class=t>b</p>"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li>\n<li>N</li><li>b</li></ul>"),
        ("<ul><li>a</li></ul><p>b</p>", "<ul><li>a</li></ul><p>N</p>\n<p>b</p>"),
        ("<div>a<br><br>b</div>", "<div>a<br>\n<br>\nN<br><br>b</div>"),
        ("<div class=t>a</div><div>b</div>", "<div class=t>a</div>\n<div class=t>N</div><div>b</div>"),
        ("<td><i>a</i><br>b", "<td><i>a</i><br>\n<br>\nN<br>b"),
    ],
)
def test_a_paragraph_is_put_between_two_blocks(source: str, expected: str) -> None:
    found = traced(source)
    one, other = found.page.blocks
    assert spliced(source, [put_in(found, Between(one, other), [Added("N")])]) == expected


def test_a_heading_is_one_where_it_can_be() -> None:
    found = traced("<p>a</p><p>b</p>")
    added = [Added("N", "h3"), Added("O")]
    done = spliced(found.source, [put_in(found, Between(*found.page.blocks), added)])
    assert done == "<p>a</p>\n<h3>N</h3>\n<p>O</p><p>b</p>"


def test_of_two_splices_in_one_place_one_waits() -> None:
    assert spliced("abcdef", [Splice(1, 3, "X"), Splice(2, 4, "Y"), Splice(4, 5, "Z")]) == "aXdZf"
