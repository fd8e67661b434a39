"""Which declarations hide, in a style attribute and in a sheet, and that the quick look misses none of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_visibility import hidden_in

from licensecheck.declarations import may_hide, read_style

HIDING_STYLES = [
    "display:none",
    "display : NONE !important",
    "color:red;display:/* no */none",
    "visibility: hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "opacity:0",
    "opacity: 0.0",
    "opacity:.0",
    "opacity:0%",
    "font-size:0",
    "font-size: 0px",
    "text-indent:-9999px",
    "text-indent:-100em",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "position:absolute;left:-10000px",
    "position:fixed;top:-999px",
    "position:absolute;clip:rect(0,0,0,0)",
    "position:absolute;clip:rect(1px 1px 1px 1px)",
    "clip-path:inset(50%)",
    "-webkit-clip-path:inset(100%)",
    "clip-path:circle(0)",
    "clip-path:polygon(0 0, 0 0, 0 0)",
    "width:1px;height:1px;overflow:hidden",
    "max-height:0;overflow-y:hidden",
    "margin-left:-9999px",
    "transform:scale(0)",
    "transform:translateX(-9999px)",
    "scale:0",
    "opacity:.04",
    "opacity: 2%",
    "font-size:1.5px",
    "position:absolute;left:9999px",
    "position:absolute;bottom:9999px",
    "position:relative;right:-80em",
    "position:fixed;left:-100vw",
    "position:absolute;inset:-9999px auto auto 0",
    "margin:0 0 0 -9999px",
    "text-indent:9999px;overflow:hidden",
    "transform:translate(-9999px,0)",
    "transform:perspective(9cm) scale3d(.001,1,1)",
    "transform:scaleX(0)",
    "transform:rotateX(-90deg)",
    "transform:rotateY(.25turn)",
    "translate:0 -9999px",
    "translate:-100vw",
    "rotate:y 90deg",
    "filter:opacity(0)",
    "filter:blur(1px) opacity(1%)",
]
SHOWING_STYLES = [
    "",
    "display:block",
    "display:none;display:block",
    "display:block!important;display:none",
    "opacity:0.5",
    "opacity:0;transform:translateY(20px)",
    "opacity:0;transition:opacity .5s",
    "visibility:hidden;animation:appear 1s",
    "font-size:0.9em",
    "text-indent:-2em",
    "left:-9999px",
    "position:absolute;left:-20px",
    "clip:rect(0,0,0,0)",
    "position:absolute;clip:rect(0,10px,10px,0)",
    "clip-path:inset(10%)",
    "height:0;padding-bottom:56%;overflow:hidden",
    "width:0;min-width:100%;overflow:hidden",
    "height:0",
    "max-height:0;overflow:hidden;transition:max-height 1s",
    "margin-bottom:-9999px;padding-bottom:9999px",
    "transform:scale(0.5)",
    "color:#000;background:#fff",
    "color:transparent;-webkit-background-clip:text;background:linear-gradient(red,blue)",
    "content:'display:none;'",
    "background:url('a;display:none')",
    "border:none;overflow:hidden",
    "display",
    ":none",
    "opacity:.06",
    "opacity:0.01;will-change:opacity",
    "font-size:3px",
    "font-size:.1rem",
    "position:absolute;left:1200px",
    "position:absolute;left:-9999px;right:-9999px",
    "position:sticky;top:-9999px",
    "position:fixed;left:-100vw;transition:left .3s",
    "margin:0 -15px",
    "margin:-9999px;padding:9999px",
    "text-indent:9999px",
    "transform:translate(-50%,-50%)",
    "transform:translateX(-100vw);transition:transform .3s",
    "transform:scaleX(-1)",
    "transform:rotateY(180deg)",
    "transform:rotate(90deg)",
    "transform:scale(.01);animation:pop .2s",
    "scale:.9",
    "rotate:90deg",
    "filter:opacity(50%)",
    "filter:alpha(opacity=0)",
    "text-transform:scale",
]


@pytest.mark.parametrize("style", HIDING_STYLES)
def test_inline_styles_that_hide(style: str) -> None:
    assert hidden_in(f'<p id=a style="{style}">x') == ["a"]


@pytest.mark.parametrize("style", SHOWING_STYLES)
def test_inline_styles_that_do_not(style: str) -> None:
    assert hidden_in(f'<p id=a style="{style}">x') == []


@pytest.mark.parametrize("style", HIDING_STYLES)
def test_style_sheets_say_the_same(style: str) -> None:
    assert hidden_in(f"<style>.a{{{style}}}</style><p id=a class=a>x") == ["a"]


@pytest.mark.parametrize("style", SHOWING_STYLES)
def test_and_do_not_say_what_styles_do_not(style: str) -> None:
    assert hidden_in(f"<style>.a{{{style}}}</style><p id=a class=a>x") == []


@pytest.mark.parametrize("style", HIDING_STYLES)
def test_the_quick_look_misses_nothing_that_the_parser_finds(style: str) -> None:
    assert may_hide(style.lower())


@given(st.text("abdisplayne:;!0-px() %\"'/*", max_size=40))
def test_reading_declarations_never_fails_and_the_quick_look_agrees(declarations: str) -> None:
    if read_style(declarations).hides_by:
        assert may_hide(declarations.lower())
