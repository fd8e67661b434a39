"""Reading a page: which text a reader meets, in which pieces, and what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.page import read_page
from licensecheck.terms import Unread

if TYPE_CHECKING:
    from licensecheck.model import Page


def read(body: str) -> Page:
    return read_page(f'<!doctype html><meta charset="utf-8"><title>t</title><body>{body}'.encode())


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("<div>before<p>inside</p>behind</div>", ["before", "inside", "behind"]),
        ("One<br>Two<br/><br>Three", ["One", "Two", "Three"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>One<td>Two</table>", ["One", "Two"]),
        ("<h2>Head</h2>Text<hr>More", ["Head", "Text", "More"]),
        ("<x-card>One</x-card>Two", ["One", "Two"]),
        ("<p>  a \n\t b&nbsp;&nbsp;c  </p>", ["a b c"]),
        ("<p> </p><p>&nbsp;</p><p></p>", []),
        ("<p>in<b>ter</b>est<i>ing</i> <span>wo</span>rd<a href=x>s</a></p>", ["interesting words"]),
        ("<p><span>Every</span> <span>word</span></p>", ["Every word"]),
        ("<p>Don&rsquo;t &amp; &lt;b&gt; &#8212; &eacute;</p>", ["Don’t & <b> — é"]),
        ("<p>He said <q>yes</q>.</p>", ["He said “yes”."]),
        ("<p><span style='font-size:3em'>T</span>he ferry</p>", ["The ferry"]),
        ("<p>re<wbr>print<!-- gone -->ed</p>", ["reprinted"]),
        ("<p>32 m<sup>2</sup> and H<sub>2</sub>O</p>", ["32 m2 and H2O"]),
        ("<p>Claim<sup><a href=#n>3</a></sup> made</p>", ["Claim made"]),
        ("<p>Claim<a href=#n><sup>[4]</sup></a> made</p>", ["Claim made"]),
        ("<p>The 2<sup><a href=/x>nd</a></sup> time</p>", ["The 2nd time"]),
        ("<p>One <embed src=x> two <track src=x> three", ["One two three"]),
        ("<div><template shadowrootmode=open><p>One</p></template></div><p>Two</p>", ["One", "Two"]),
    ],
)
def test_blocks(body: str, found: list[str]) -> None:
    assert texts(body) == found


@pytest.mark.parametrize(
    "tag",
    "script style noscript template svg math iframe object select textarea video audio canvas map noframes".split(),
)
def test_what_is_no_text_is_skipped(tag: str) -> None:
    assert texts(f"<p>One</p><{tag}>not read</{tag}><p>Two</p>") == ["One", "Two"]


@pytest.mark.parametrize(
    ("body", "seen", "hidden"),
    [
        ("<p>a<span style='display:none'>xx</span>b</p>", ["ab"], ["xx"]),
        ("<p>a <b hidden>x<i>y</i></b>b</p>", ["a b"], ["xy"]),
        ("<p>One</p><div hidden><p>x</p><p>y</p></div><p>Two</p>", ["One", "Two"], ["x", "y"]),
        ("<p>a<a href=u>b<span style='display:none'>x</span>c</a>d</p>", ["abcd"], ["x"]),
        ("<p hidden>x<span hidden>y</span>z</p><p>One</p>", ["One"], ["xyz"]),
        ("<style>.gone{display:none}</style><p>a<span class=gone>x</span>b</p>", ["ab"], ["x"]),
    ],
)
def test_hidden_text_is_read_apart(body: str, seen: list[str], hidden: list[str]) -> None:
    blocks = read(body).blocks
    assert [block.text for block in blocks if block.hidden < 0] == seen
    assert [block.text for block in blocks if block.hidden >= 0] == hidden


def test_what_the_ear_misses_is_in_the_tree() -> None:
    page = read("<p aria-hidden=true>One</p><p><i aria-hidden=true>Two</i> <a aria-hidden=true href=u>Three</a></p>")
    assert [page.tree.path(element) for element in sorted(page.tree.silent)] == ["/html/body/p[1]", "/html/body/p[2]/a"]


def test_offsets_lead_to_the_blocks() -> None:
    page = read("<h1>Héad 🏽</h1><p>a<span hidden>x</span>b<br>c</p><ul><li><a href=u>d</a> e</ul>")
    assert page.text == "\n".join(block.text for block in page.blocks)
    assert [page.text[block.start : block.end] for block in page.blocks] == [block.text for block in page.blocks]


def test_a_block_knows_its_element() -> None:
    page = read("<article><p>One <b>bold</b> <a href=u>link</a></p><p>Two</p>rest</article>")
    paths = [page.tree.path(block.element) for block in page.blocks]
    assert paths == ["/html/body/article/p[1]", "/html/body/article/p[2]", "/html/body/article"]


@pytest.mark.parametrize(
    ("body", "text", "rel", "block"),
    [
        ("<p>a</p><p>b <a href=' u ' rel='license nofollow'>c <b>d</b></a></p>", "c d", "license nofollow", 1),
        ("<p>a</p><a href=u><img src=i alt='A  seal'></a>", "A seal", "", -1),
        ("<p>a</p><a href=u></a>", "", "", -1),
        ("<a href=u><h2>Head</h2><p>Text</p></a>", "Head Text", "", 0),
        ("<p>a<a href=u>b<br>c</a></p>", "b c", "", 0),
    ],
)
def test_links(body: str, text: str, rel: str, block: int) -> None:
    page = read(body)
    (link,) = page.links
    assert (link.href, link.text, link.rel, link.block) == ("u", text, rel, block)
    assert page.tree.tags[link.element] == "a"


@pytest.mark.parametrize(
    ("body", "linked"),
    [("<p>four <a href=u>five5</a> six</p>", [5]), ("<a href=u><p>abc</p></a><p>d</p>", [3, 0]), ("<p>a</p>", [0])],
)
def test_linked_characters_are_counted(body: str, linked: list[int]) -> None:
    assert [block.linked for block in read(body).blocks] == linked


def test_a_hidden_link_says_so() -> None:
    first, second = read("<div hidden><a href=u>x</a></div><a href=v>y</a>").links
    assert first.hidden >= 0
    assert second.hidden == -1


def test_images_and_their_figures() -> None:
    page = read(
        "<figure><picture><source srcset=a.webp><img src=a.jpg alt='Two  gulls'></picture><figcaption>c</figcaption>"
        "</figure><img src=b.jpg>"
        "<img src='data:image/gif;base64,x' data-src=c.jpg><amp-img src=d.jpg></amp-img>"
    )
    assert [image.source for image in page.images] == ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
    assert [image.alternative for image in page.images] == ["Two gulls", "", "", ""]
    assert [image.figure >= 0 for image in page.images] == [True, False, False, False]
    assert page.tree.contains(page.images[0].figure, page.images[0].element)


def test_what_a_page_says_of_itself() -> None:
    page = read_page(
        b"<html lang=ar dir=rtl><head><title> The\n ferry </title><base href=https://dray.example/>"
        b"<meta name=author content='T. Okoro'></head><body><p>text</p></body></html>",
        url="https://dray.example/ferry",
    )
    assert (page.title, page.language, page.direction) == ("The ferry", "ar", "rtl")
    assert (page.base, page.url, page.unread) == ("https://dray.example/", "https://dray.example/ferry", ())
    assert [statement.value for statement in page.said("author")] == ["T. Okoro"]


def test_what_a_page_does_not_say_is_none() -> None:
    page = read_page(b"<p>text")
    assert (page.title, page.language, page.direction, page.base, page.url) == (None,) * 5


@pytest.mark.parametrize(
    ("data", "content_type", "reason"),
    [
        (b"", None, Unread.EMPTY),
        (b" \n\0", None, Unread.EMPTY),
        (b"<html><body><script>app()</script></body></html>", None, Unread.EMPTY),
        (b"%PDF-1.7 <p>text</p>", None, Unread.TYPE),
        (b'{"a": 1}', None, Unread.TYPE),
        (b"<rss><channel></channel></rss>", None, Unread.TYPE),
        (b"<p>text</p>", "image/png", Unread.TYPE),
        (b"<p>" + b"<div>" * 2100 + b"text", None, Unread.MARKUP),
        (b'<meta charset="utf-8"><p>' + b"\xff\xfe word " * 20, None, Unread.DECODING),
    ],
)
def test_what_kept_a_page_from_being_read(data: bytes, content_type: str | None, reason: Unread) -> None:
    assert read_page(data, content_type=content_type).unread == (reason,)


def test_a_huge_text_is_read_whole() -> None:
    data = b"<p>" + b"a long word " * 1_000_000 + b"</p><p>end</p>"
    page = read_page(data)
    assert page.unread == ()
    assert [len(block.text) for block in page.blocks] == [11_999_999, 3]


MARKUP = st.lists(
    st.sampled_from(
        "<p> </p> <div> </div> <a\thref=u> </a> <b> </b> <br> <span\thidden> </span> <q> </q> <sup> </sup> <li> "
        "<table> <td> </table> <figure> <img\tsrc=i> </figure> <!-- --> <script> </script> &amp; &# word é 🏽 .".split(
            " "
        )
    ),
    max_size=40,
).map(lambda pieces: "".join(pieces).encode())


@given(st.one_of(st.binary(), MARKUP, st.binary().map(lambda data: b"<html><body><p>" + data)))
def test_any_bytes_are_read(data: bytes) -> None:
    page = read_page(data)
    assert [page.text[block.start : block.end] for block in page.blocks] == [block.text for block in page.blocks]
    assert all(block.text and block.linked <= len(block.text) for block in page.blocks)
    assert all(-1 <= link.block < len(page.blocks) for link in page.links)
    assert page.blocks or page.unread


def test_a_page_cut_off_on_its_way_was_not_read_whole() -> None:
    whole = "<!doctype html><html><body><p>The ferry stops running. Nobody knows for how long.</p></body></html>"
    assert read_page(whole.encode()).unread == ()
    assert read_page(whole[:60].encode()).unread == (Unread.MARKUP,)
    assert read_page(b"<p>The ferry stops running.</p> Nobody knows").unread == ()


def test_utf_8_that_is_declared_as_something_else_was_not_read_as_written() -> None:
    text = "<p>" + "The island’s “ferry” doesn’t sail. " * 3 + "</p>"
    assert read_page(text.encode()).unread == ()
    assert read_page(b'<meta charset="iso-8859-1">' + text.encode()).unread == (Unread.DECODING,)
