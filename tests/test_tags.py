"""A source as tags and runs of text: what is a tag, what it encloses, and what its attributes are."""

from __future__ import annotations

import pytest

from licensecheck.tags import Tags, are_whole


def told(source: str) -> list[str]:
    """The tags and the texts of a source in order, texts in brackets."""
    tags = Tags(source)
    parts = [(tag.start, source[tag.start : tag.end]) for tag in tags.all]
    parts += [(run.start, f"[{source[run.start : run.end]}]") for run in tags.runs]
    return [text for _, text in sorted(parts)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a</p>", ["<p>", "[a]", "</p>"]),
        ('<a title="1 > 0" href=x>a', ['<a title="1 > 0" href=x>', "[a]"]),
        ("<a title='\"' >a", ["<a title='\"' >", "[a]"]),
        ('<a b">a', ['<a b">', "[a]"]),
        ("<a href = 'x>y'>a", ["<a href = 'x>y'>", "[a]"]),
        ("1 < 2 <b>a", ["[1 < 2 ]", "<b>", "[a]"]),
        ("a<!-- <b> -->c", ["[a]", "[c]"]),
        ("a<!-- <b>", ["[a]"]),
        ("<!DOCTYPE html>a<?pi b?>c", ["[a]", "[c]"]),
        ("<script>'<b>'</script>c", ["<script>", "</script>", "[c]"]),
        ("<STYLE>a</Style>c", ["<STYLE>", "</Style>", "[c]"]),
        ("<title>a<b></title>c", ["<title>", "</title>", "[c]"]),
        ("<script>a", ["<script>"]),
    ],
)
def test_what_is_a_tag_and_what_is_text(source: str, expected: list[str]) -> None:
    assert told(source) == expected


def test_text_in_superscripts_is_raised() -> None:
    assert [run.raised for run in Tags("a<sup>b<i>c</i></sup>d</sup>e").runs] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("source", "closing"),
    [
        ("<p>a</p>", "</p>"),
        ("<div><div>a</div>b</div>", "</div>"),
        ("<p>a<div>b</div>", None),
        ("<p><b>a</p>", "</p>"),
        ("<p>a", None),
    ],
)
def test_where_an_element_ends(source: str, closing: str | None) -> None:
    tags = Tags(source)
    end = tags.end_of(tags.all[0])
    assert (end and source[end.start : end.end]) == closing
    assert end is None or end is tags.all[-1]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("<div><p>a|", ["div", "p"]),
        ("<div><p>a</p>|", ["div"]),
        ("<p>a<p>b|", ["p"]),
        ("<ul><li>a<li>b|", ["ul", "li"]),
        ("<p>a<br>b<img>|", ["p"]),
        ("<p>a</b>|", ["p"]),
    ],
)
def test_what_is_open_at_a_place(source: str, names: list[str]) -> None:
    assert [tag.name for tag in Tags(source).around(source.index("|"))] == names


def test_attributes_are_found_with_their_values() -> None:
    source = """<a href="x y" title='"' data-n=5 hidden REL = me>"""
    tags = Tags(source)
    found = [(name, source[start:end]) for name, start, end in tags.attributes(tags.all[0])]
    assert found == [("href", "x y"), ("title", '"'), ("data-n", "5"), ("rel", "me")]


@pytest.mark.parametrize(
    ("source", "whole"), [("<b>a</b>", True), ("<br>", True), ("<b>", False), ("</b>", False), ("<b></i>", False)]
)
def test_whole_elements(source: str, whole: bool) -> None:  # noqa: FBT001 (what the table says)
    assert are_whole(Tags(source).all) is whole


def test_a_long_line_of_openings_is_read_in_linear_time() -> None:
    assert len(Tags("<a " * 50_000 + "='" * 50_000).all) <= 1
