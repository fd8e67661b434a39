"""Boxes that their own words tell apart, in markup that says nothing."""

from __future__ import annotations

import pytest
from copied import BODY, SOURCE, STORY, TITLE, WORK, markup, read

from licensecheck.headline import find_headline
from licensecheck.scope import Setting, carried
from licensecheck.sources import leads_to
from licensecheck.terms import Scope

PICTURE = "<img src=/up/road.jpg alt=''>"


def scope_in(html: str) -> Scope:
    """What the block with XX speaks of."""
    page, alignment = read(html)
    assert alignment.body is not None
    links = [link for link in page.links if leads_to(link.href, SOURCE)]
    setting = Setting(
        page,
        carried(page, alignment),
        find_headline(WORK, page, alignment.body[0]),
        lambda block: any(page.tree.contains(block.element, link.element) for link in links),
    )
    return setting.scope_of(next(block.element for block in page.blocks if "XX" in block.text))


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Comments",
            "3 Comments",
            "COMMENTS (3)",
            "2 thoughts on this story",
            "Leave a reply",
            "Kommentare",
            "التعليقات",
        ),
        *(
            "Related",
            "More stories",
            "More from the county",
            "You may also like",
            "Most read",
            "Das könnte Sie auch interessieren",
        ),
    ],
)
@pytest.mark.parametrize("tag", ["h3", "div", "p"])
def test_a_box_is_what_its_heading_says(heading: str, tag: str) -> None:
    box = f"<div><{tag}>{heading}</{tag}><div><b>Mina</b><p>XX</p></div></div>"
    assert scope_in(markup(end=box)) is Scope.WIDGET
    assert scope_in(markup(end=box.replace(heading, "On this story"))) is Scope.ARTICLE


def test_a_heading_may_have_a_box_of_its_own() -> None:
    assert scope_in(markup(end="<div><div><h3>Comments</h3></div><p>XX</p></div>")) is Scope.WIDGET


@pytest.mark.parametrize(
    "html",
    [
        markup(end="<h3>Comments</h3><p>XX</p>"),
        markup(end="<div><p>About it</p><h3>Comments</h3><p>XX</p></div>"),
        markup(end=f"<div><h3>Related</h3><p>XX</p><p>First in <a href='{SOURCE}'>The Harbour Post</a></p></div>"),
        markup(
            end="<div><h3>Comments on what the county did, and on what it left undone for years</h3><p>XX</p></div>"
        ),
        f"<body><div><p>Related</p><h1>{TITLE}</h1><p>XX</p>{BODY}</div></body>",
    ],
)
def test_a_box_that_holds_or_credits_the_article_is_the_articles(html: str) -> None:
    assert scope_in(html) is Scope.ARTICLE


def test_what_somebody_pays_for_is_a_box_only_behind_the_beginning_of_the_text() -> None:
    label = "<div><span>Sponsored content</span><p>by XX</p></div>"
    assert scope_in(markup(inside=label)) is Scope.WIDGET
    assert scope_in(markup(top=label)) is Scope.ARTICLE


@pytest.mark.parametrize(
    "notice",
    [
        "XX: we store cookies. By clicking Accept you agree to our terms.",
        "XX Usamos cookies propias; al aceptar, consientes su uso.",
        "Log in to post comments XX",
    ],
)
def test_notices_to_the_visitor(notice: str) -> None:
    assert scope_in(markup(end=f"<p>{notice}</p>")) is Scope.WIDGET


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A road XX. Photo: Jo Marsh, CC BY-SA 4.0", Scope.IMAGE),
        ("A road XX. Foto de Jo Marsh", Scope.IMAGE),
        ("A road XX. (Jo Marsh / Hill Courier) © 2024, all rights reserved", Scope.IMAGE),
        ("This story XX is under CC BY-SA 4.0", Scope.ARTICLE),
        ("The photo of a road XX won a prize", Scope.ARTICLE),
    ],
)
def test_what_stands_behind_a_picture_and_ends_as_a_credit(text: str, scope: Scope) -> None:
    assert scope_in(markup(inside=f"<div>{PICTURE}<div>{text}</div></div>")) is scope
    assert scope_in(markup(inside=f"<div><div>{text}</div>{PICTURE}</div>")) is Scope.ARTICLE


def test_the_text_itself_is_no_such_box() -> None:
    page, alignment = read(
        markup().replace(STORY[0], f"Photo: {STORY[0]}").replace("<div class=text>", f"{PICTURE}<div class=text>")
    )
    setting = Setting(page, carried(page, alignment))
    assert {setting.scope_of(page.blocks[number].element) for number in carried(page, alignment)} == {Scope.ARTICLE}
