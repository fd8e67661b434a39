"""What a reader does not see: attributes, inline styles, in-page style sheets and their small cascade."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from licensecheck.declarations import may_blend, may_hide, read_style
from licensecheck.selectors import compiled
from licensecheck.visibility import hides, sheet_hidden, unspoken


def parse(html: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(html.encode(), parser)


def hidden_in(html: str) -> list[str]:
    """The ids of the elements that style sheets hide, in order."""
    root = parse(html)
    hidden = sheet_hidden(root)
    return [element.get("id", "") for element in root.iter() if element in hidden]


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
]
BLENDING_STYLES = [
    "color:white;background:#fff",
    "background-color:rgb(255, 255, 255);color:#FFF",
    "color:transparent",
    "color:rgba(0,0,0,0)",
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
]


@pytest.mark.parametrize("style", HIDING_STYLES + BLENDING_STYLES)
def test_inline_styles_that_hide(style: str) -> None:
    assert hides("p", {"style": style})


@pytest.mark.parametrize("style", SHOWING_STYLES)
def test_inline_styles_that_do_not(style: str) -> None:
    assert not hides("p", {"style": style})


@pytest.mark.parametrize("style", HIDING_STYLES)
def test_the_quick_look_misses_nothing_that_the_parser_finds(style: str) -> None:
    assert may_hide(style.lower())


@pytest.mark.parametrize("style", BLENDING_STYLES)
def test_nor_does_the_look_for_colours(style: str) -> None:
    assert may_blend(style)


@pytest.mark.parametrize(
    ("tag", "attributes", "hidden"),
    [
        ("p", {"hidden": ""}, True),
        ("p", {"hidden": "until-found"}, True),
        ("p", {"hidden": "", "style": "display:flex"}, False),
        ("p", {"hidden": "", "style": "color:red"}, True),
        ("dialog", {"id": "x"}, True),
        ("dialog", {"open": ""}, False),
        ("div", {"popover": "auto"}, True),
        ("details", {"id": "x"}, False),
        ("p", {"aria-hidden": "true"}, False),
        ("p", {"class": "hidden"}, False),
        ("p", {}, False),
    ],
)
def test_attributes(tag: str, attributes: dict[str, str], hidden: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert hides(tag, attributes) is hidden


def test_aria_hidden_is_told_apart() -> None:
    assert unspoken({"aria-hidden": "TRUE "})
    assert not unspoken({"aria-hidden": "false"})
    assert not unspoken({})


BODY = """<body class=home><main id=main class="story wide"><p id=lead class="text first">One.</p>
<p id=credit class="text credit small"><a id=link href=x>By Ana</a></p>
<div id=box><p id=inner data-k=v>Two.</p></div></main>"""


@pytest.mark.parametrize(
    ("css", "hidden"),
    [
        (".credit{display:none}", ["credit"]),
        ("#credit { color: red; visibility:hidden }", ["credit"]),
        ("p.credit{opacity:0}", ["credit"]),
        ("main .credit a{display:none}", ["link"]),
        (".story > .credit{display:none}", ["credit"]),
        (".first + .credit{display:none}", ["credit"]),
        ("html body main p.small.credit{display:none}", ["credit"]),
        ("[class~=story] .credit{display:none}", ["credit"]),
        ("#box p{display:none}", ["inner"]),
        (".credit{position:absolute;left:-9999px}", ["credit"]),
        (".credit{color:red}.x,.credit,.y{display:none}", ["credit"]),
        ("<!-- .credit{display:none} -->", ["credit"]),
        ("/* } */ .credit{/* { */display:none}", ["credit"]),
        ("@media screen{.credit{display:none}}", ["credit"]),
        ("@media only screen and (min-width:768px){.credit{display:none}}", ["credit"]),
        ("@media (width>=48rem){.credit{display:none}}", ["credit"]),
        ("@media print,screen{.credit{display:none}}", ["credit"]),
        ("@media print{.x{color:red}}.credit{display:none}", ["credit"]),
        ("@layer base{@media all{.credit{display:none}}}", ["credit"]),
        ("@import 'a.css';.credit{display:none}", ["credit"]),
        ("@charset 'utf-8';@font-face{font-family:x;src:url(y)}.credit{display:none}", ["credit"]),
        (".credit{font-size:0}", ["credit"]),
        (".credit{display:none}#lead{visibility:hidden}", ["lead", "credit"]),
        # not on a desktop screen, or not certainly
        ("@media print{.credit{display:none}}", []),
        ("@media (max-width:600px){.credit{display:none}}", []),
        ("@media (min-width:1900px){.credit{display:none}}", []),
        ("@media (prefers-reduced-motion){.credit{display:none}}", []),
        ("@media not screen{.credit{display:none}}", []),
        ("@supports (display:grid){.credit{display:none}}", []),
        ("@container (min-width:1px){.credit{display:none}}", []),
        ("@keyframes x{from{opacity:0}.credit{display:none}}", []),
        (".other{.credit{display:none}}", []),
        # not the markup alone
        (".credit:hover{display:none}", []),
        (".credit::before{display:none}", []),
        (".credit:not(.open){display:none}", []),
        ("p:first-child{display:none}", []),
        (".lead ~ .credit{display:none}", []),
        (".no-js .credit{display:none}", []),
        (".credit.lazyload{opacity:0}", []),
        # nothing to match, or nothing valid
        (".credits{display:none}", []),
        (".sidebar .credit{display:none}", []),
        ("main > .small > a > b{display:none}", []),
        ("body{opacity:0}html{display:none}.home{visibility:hidden}", []),
        ("*{display:none}", []),
        (".credit{{display:none}", []),
        (".credit!{display:none}", []),
        ("ns|p.credit{display:none}", []),
        ("}}}.credit{display:block}", []),
        ("#box{font-size:0}p{font-size:1rem}#inner{color:red}", ["box"]),
        ("#main{font-size:0}", []),
        # the cascade
        (".credit{display:none}.credit{display:block}", []),
        (".credit{display:block}.credit{display:none}", ["credit"]),
        ("p.credit{display:block}.credit{display:none}", []),
        ("#credit{display:block}p.credit.small{display:none}", []),
        (".credit{display:none!important}#credit{display:block}", ["credit"]),
        (".credit{display:none}p{display:block!important}", []),
        (".credit{display:none}main p{display:block}", ["credit"]),
        (".credit{display:none}#main p{display:block}", []),
        (".credit{display:none}.credit{color:red;visibility:visible}", ["credit"]),
        (".credit{display:none;opacity:0}.credit{display:block}", []),
        (".credit{display:none}.small{opacity:0}.credit{display:block}", ["credit"]),
        (".credit{display:none}@media (min-width:1024px){.credit{display:block}}", []),
        (".credit{display:none}@supports (gap:1px){.credit{display:grid}}", []),
        (".credit{display:none}@media print{.credit{display:block}}", ["credit"]),
        (".credit{display:none}@media (max-width:600px){.credit{display:block}}", ["credit"]),
        (".credit{display:none}.credit:hover{display:block}", ["credit"]),
        (".credit{display:none}.story:focus-within .credit{display:block}", ["credit"]),
        (".credit{display:none}.credit:last-of-type{display:block}", []),
        ("@layer a{.credit{display:none}}.small{display:block}", []),
        (".credit{display:none}@layer a{#credit{display:block}}", ["credit"]),
    ],
)
def test_style_sheets(css: str, hidden: list[str]) -> None:
    assert hidden_in(f"<style>{css}</style>{BODY}") == hidden


@pytest.mark.parametrize(
    ("head", "hidden"),
    [
        ("<style media=print>.credit{display:none}</style>", []),
        ("<style media='screen, print'>.credit{display:none}</style>", ["credit"]),
        ("<style media='(max-width: 40em)'>.credit{display:none}</style>", []),
        ("<style type=text/less>.credit{display:none}</style>", []),
        ("<noscript><style>.credit{display:none}</style></noscript>", []),
        ("<template><style>.credit{display:none}</style></template>", []),
        ("<style>.credit{display:none}</style><style>.credit{display:block}</style>", []),
        ("<style>p{color:red}</style><style>.credit{display:none}</style>", ["credit"]),
        ("<style></style>", []),
        ("", []),
    ],
)
def test_style_elements(head: str, hidden: list[str]) -> None:
    assert hidden_in(head + BODY) == hidden


def test_the_style_attribute_wins_unless_the_sheet_insists() -> None:
    page = "<style>.credit{display:none%s}</style><p id=a class=credit style='display:block'>x<p id=b class=credit>y"
    assert hidden_in(page % "") == ["b"]
    assert hidden_in(page % "!important") == ["a", "b"]


def test_names_that_need_escapes() -> None:
    assert hidden_in(r"<style>.md\:hide{display:none}.\31 0{opacity:0}</style><p id=a class='md:hide'>x") == ["a"]
    assert hidden_in("<style>.crédit{display:none}</style><p id=a class='crédit x'>x") == ["a"]


ALPHABET = st.text(" .#>+~:*[]=()\"'\\|&,{};/!-@ab\n", max_size=60)


@given(ALPHABET)
def test_no_selector_breaks_the_reader(selector: str) -> None:
    found = compiled(selector)
    if found:
        assert found.matches(parse(BODY)) in {True, False}


@given(ALPHABET, ALPHABET)
def test_no_sheet_breaks_the_reader(before: str, after: str) -> None:
    root = parse(BODY)
    style = etree.SubElement(root, "style")
    style.text = f"{before} .credit{{display:none}} {after}"
    assert {element.get("id") for element in sheet_hidden(root)} <= {"main", "lead", "credit", "link", "box", "inner"}


@given(st.text("abdisplayne:;!0-px() %\"'/*", max_size=40))
def test_reading_declarations_never_fails_and_the_quick_look_agrees(declarations: str) -> None:
    if read_style(declarations).hides_by:
        assert may_hide(declarations.lower())


HOSTILE = {
    "braces": "{" * 100_000,
    "nested": "@media all{" * 30_000 + ".credit{display:none}" + "}" * 30_000,
    "rules": ".credit{display:none}" * 20_000,
    "names": "".join(f".c{n}" for n in range(100_000)) + "{display:none}",
    "brackets": "[" * 200_000 + "{display:none}",
    "descendants": " .text" * 30_000 + "{display:none}",
    "digits": ".credit{display:none;width:" + "1" * 200_000 + "z;overflow:hidden}",
    "zeros": ".credit{transform:scale(" + "0" * 200_000 + ";font-size:" + "0" * 200_000 + "zz;}",
    "translations": ".credit{transform:" + "translate(" * 20_000 + "}",
    "comments": "/*" * 100_000,
    "strings": ".credit{content:" + "'\"" * 100_000 + ";display:none}",
    "colons": ".credit{" + ": " * 100_000 + "display:none}",
    "media": "@media " + "(min-width:1px) and " * 10_000 + "{.credit{display:none}}",
    "shown": ".credit{display:none}" + "main .text{display:block}" * 20_000,
}


@pytest.mark.parametrize("css", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_sheets_take_no_longer_than_their_size(css: str) -> None:
    started = time.process_time()
    sheet_hidden(parse(f"<style>{css}</style>{BODY}"))
    assert time.process_time() - started < 2


def test_deep_and_wide_pages_take_no_longer_than_their_size() -> None:
    started = time.process_time()
    css = "<style>.a .a .a .a .a .b{display:none}.a > .a + .a .c{display:none}.d{opacity:0}</style>"
    sheet_hidden(parse(css + "<div class=a>" * 1_900 + "<p class=b><p class=c>"))
    sheet_hidden(parse(css + "<i class=b></i><i class=d></i>" * 50_000))
    assert time.process_time() - started < 4


def test_a_real_rule_is_found_among_a_megabyte_of_others() -> None:
    filler = "".join(f".u{n}{{margin:0;overflow:hidden}}" for n in range(30_000))
    assert hidden_in(f"<style>{filler}.credit{{display:none}}{filler}</style>{BODY}") == ["credit"]
