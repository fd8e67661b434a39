"""Scope by position: what stands where on pages of many shapes belongs to article, picture, widget or site."""

from __future__ import annotations

import pytest
from copied import BODY, STORY, TITLE, WORK, markup, read

from licensecheck.headline import find_headline
from licensecheck.scope import Setting, carried, scope_of_subject
from licensecheck.terms import Scope

HEAD = f"<h1>{TITLE}</h1>"
LINKS = "".join(f"<a href=/{n}>Section {n}</a> " for n in range(8))
CARDS = "".join(f"<li><a href=/{n}>A headline of another story {n}</a><br>XX</li>" for n in range(4))


def setting_of(html: str) -> tuple[Setting, int]:
    """The setting of a page and the element of the block that contains XX."""
    page, alignment = read(html)
    assert alignment.body is not None
    setting = Setting(page, carried(page, alignment), find_headline(WORK, page, alignment.body[0]))
    return setting, next(block.element for block in page.blocks if "XX" in block.text)


def scope_in(html: str) -> Scope:
    setting, element = setting_of(html)
    return setting.scope_of(element)


@pytest.mark.parametrize(
    "html",
    [
        markup(top="<p>XX</p>"),
        markup(end="<p>XX</p>"),
        markup(inside="<p>XX</p>"),
        markup(end="<footer class='entry-footer'>XX</footer>"),
        markup(top="<header><div class=meta><span>XX</span></div></header>"),
        markup(end="<section><div><p>XX</p></div></section>"),
        markup(top="<aside><p class=byline>XX</p></aside>"),
        markup(end="<div class=field-author><article><h4>XX</h4></article></div>"),
        markup(end="<ul><li>Text: XX</li><li>Original: <a href=/o>a rather long headline here</a></li></ul>"),
        f"<body><h1>{TITLE}</h1><p>XX</p>{BODY}</body>",
        f"<body><div class=hero>{HEAD}<p>XX</p></div><div class=wrap><div>{BODY}</div></div></body>",
        f"<body><div class=hero><p>XX</p>{HEAD}</div><article>{BODY}</article></body>",
        f"<body><main><article>{HEAD}{BODY}</article><div><p>XX</p></div></main></body>",
        f"<body><div>{HEAD}<div>{BODY}</div><footer>XX</footer></div><p>a</p><p>b</p><p>c</p><p>d</p></body>",
        f"<body><table><tr><td>{LINKS}</td><td>{HEAD}<br>XX<br>{BODY}</td></tr></table></body>",
    ],
)
def test_article(html: str) -> None:
    assert scope_in(html) is Scope.ARTICLE


@pytest.mark.parametrize(
    "html",
    [
        markup(inside="<figure><img src=a.jpg><figcaption>XX</figcaption></figure>"),
        markup(inside="<div class='wp-caption'><img src=a.jpg><p>XX</p></div>"),
        markup(top="<div><img src=a.jpg><span class='photo-credit-line'></span><p class=image-credit>XX</p></div>"),
        markup(outside="<div class=hero><figure><img src=a.jpg><figcaption>XX</figcaption></figure></div>"),
    ],
)
def test_image(html: str) -> None:
    assert scope_in(html) is Scope.IMAGE


@pytest.mark.parametrize(
    "html",
    [
        markup(end="<aside><p>XX</p></aside>"),
        markup(inside="<div class='newsletter-signup'><p>XX</p></div>"),
        markup(inside="<form><p>XX</p></form>"),
        markup(end="<nav><a href=/x>XX</a></nav>"),
        markup(end=f"<ul>{CARDS}</ul>"),
        markup(end="<article><h2>Another</h2><p>XX</p></article>"),
        markup(outside="<div id=comments><div><p>XX</p></div></div>"),
        markup(outside="<aside class=sidebar><figure><img src=a><figcaption>XX</figcaption></figure></aside>"),
        markup(end="<div class='widget widget_text'>XX</div>"),
    ],
)
def test_widget(html: str) -> None:
    assert scope_in(html) is Scope.WIDGET


@pytest.mark.parametrize(
    "html",
    [
        markup(outside="<footer><p>XX</p></footer>"),
        markup(outside="<div>a</div>" * 5 + "<div class=strip><p>XX</p></div>"),
        markup().replace("<header>", "<header><p>XX</p>"),
        markup().replace("</nav>", "XX</nav>", 1),
        markup(outside=f"<div class=site-footer><div class='widget widget_text'>{LINKS}</div><p>XX</p></div>"),
        f"<body><main>{HEAD}<div>{BODY}</div><footer>{LINKS}<p>XX</p></footer></main></body>",
        f"<body><article>{HEAD}<div>{BODY}</div><footer>{LINKS}{LINKS}<p>XX</p></footer></article></body>",
    ],
)
def test_site(html: str) -> None:
    assert scope_in(html) is Scope.SITE


@pytest.mark.parametrize(
    ("html", "bound"),
    [
        (markup(end="<p>XX</p>"), True),
        (markup(end="<div class=copyright>XX</div>"), True),
        (markup(end="<div class=print-footer>XX</div>"), False),
        (f"<body><div>{HEAD}{BODY}<p>XX</p></div><p>a</p><p>b</p><p>c</p></body>", True),
        (f"<body><div>{HEAD}<div>{BODY}</div><footer>XX</footer></div><p>a</p><p>b</p><p>c</p></body>", False),
        (f"<body><div>{HEAD}<div>{BODY}</div><div>XX</div></div></body>", False),
        (f"<body>{HEAD}<div>{BODY}</div><div>XX</div></body>", False),
        (markup(inside="<figure><figcaption>XX</figcaption></figure>"), False),
    ],
)
def test_what_binds_the_article(html: str, *, bound: bool) -> None:
    setting, element = setting_of(html)
    assert setting.is_bound(element) is bound


FLAT = f"{HEAD}{BODY}"
SMALL = "<p>© 2024 Partner Gazette. All rights reserved.</p><p>Terms</p><p>Privacy</p><p>Imprint</p>"


@pytest.mark.parametrize(
    ("html", "bound"),
    [
        (f"<body>{FLAT}<p>XX</p><p>a</p><p>b</p><p>c</p></body>", True),
        (f"<body>{FLAT}<p>XX</p><p>a</p><p>b</p></body>", False),
        (f"<body>{FLAT}<p>XX, all rights reserved</p>{SMALL}</body>", False),
        (f"<body>{FLAT}<p>XX, all rights reserved</p><p>Thanks to all</p>{SMALL}</body>", True),
        (f"<body>{FLAT}<p>XX</p><p>a</p><p>b</p><p>We use cookies</p><button>OK</button></body>", False),
        (f"<body><p>XX</p>{FLAT}{SMALL}</body>", False),
        (f"<body><p>a</p><p>b</p><p>c</p><p>XX</p>{FLAT}{SMALL}</body>", True),
    ],
)
def test_small_print_opens_and_closes_a_page(html: str, *, bound: bool) -> None:
    setting, element = setting_of(html)
    assert setting.is_bound(element) is bound


def test_a_stray_match_does_not_widen_the_article() -> None:
    first, *rest = STORY
    body = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    html = f"<body><div><p>{first}</p></div><div><h1>{TITLE}</h1>{body}</div><div>{LINKS}<p>XX</p></div></body>"
    assert scope_in(html) is not Scope.WIDGET


def test_hidden_text_counts_as_hidden_unless_the_story_is_in_it() -> None:
    page, alignment = read(f"<body><div hidden>{HEAD}{BODY}</div><p hidden>XX</p></body>")
    setting = Setting(page, carried(page, alignment))
    assert [setting.shows(block.hidden) for block in page.blocks] == [True] * 5 + [False]


def test_without_the_work_everything_is_the_sites_or_a_widgets() -> None:
    page, alignment = read("<body><article><p>Something else</p></article><p>XX</p></body>")
    assert carried(page, alignment) == {}
    setting = Setting(page, {})
    assert {setting.scope_of(block.element) for block in page.blocks} == {Scope.WIDGET, Scope.SITE}
    assert not any(setting.is_bound(block.element) for block in page.blocks)


@pytest.mark.parametrize(
    ("subject", "scope"),
    [
        ("", Scope.ARTICLE),
        ("NewsArticle", Scope.ARTICLE),
        ("BlogPosting", Scope.ARTICLE),
        ("WebPage", Scope.ARTICLE),
        ("ImageObject", Scope.IMAGE),
        ("Organization", Scope.SITE),
    ],
)
def test_scope_of_statements(subject: str, scope: Scope) -> None:
    assert scope_of_subject(subject) is scope
