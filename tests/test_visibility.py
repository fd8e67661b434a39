"""What a reader does not see: attributes, inline styles, in-page style sheets and their small cascade."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from licensecheck.visibility import hidden_elements, silent_elements


def parse(html: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(html.encode(), parser)


def hidden_in(html: str) -> list[str]:
    """The ids of the elements that a reader does not see, in order."""
    root = parse(html)
    hidden = hidden_elements(root)
    return [element.get("id", "") for element in root.iter() if element in hidden]


@pytest.mark.parametrize(
    ("tag", "hidden"),
    [
        ("p id=a hidden", ["a"]),
        ("p id=a hidden=until-found", ["a"]),
        ("p id=a hidden style='display:flex'", []),
        ("p id=a hidden style='color:red'", ["a"]),
        ("dialog id=a", ["a"]),
        ("dialog id=a open", []),
        ("div id=a popover=auto", ["a"]),
        ("details id=a", []),
        ("p id=a aria-hidden=true", []),
        ("p id=a class=hidden", []),
        ("p id=a", []),
    ],
)
def test_attributes(tag: str, hidden: list[str]) -> None:
    assert hidden_in(f"<{tag}>x") == hidden


def test_what_the_ear_misses_is_told_apart() -> None:
    root = parse("<p id=a aria-hidden='TRUE '>x<p id=b aria-hidden=false>x<p id=c>x")
    assert [element.get("id") for element in silent_elements(root)] == ["a"]


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
        ("p:first-child{display:none}", ["lead", "inner"]),
        ("main > :is(#nothing, .credit){display:none}", ["credit"]),
        ("[data-k]{display:none}", ["inner"]),
        ("[data-k^=w],[data-k='v']{display:none}", ["inner"]),
        ("@supports (display:grid) and (gap:1px){.credit{display:none}}", ["credit"]),
        (".story{.credit{display:none}}", ["credit"]),
        (".story{color:red;& > .credit{display:none}p{color:red}}", ["credit"]),
        (".story{@media screen{.credit{display:none}}}", ["credit"]),
        (".credit{.story &{display:none}}", ["credit"]),
        (".CREDIT{display:none}.credit{DISPLAY:NONE}", ["credit"]),
        (":root{--gone:none}.credit{display:var(--gone)}", ["credit"]),
        (".credit{display:var(--gone,none)}", ["credit"]),
        # not on a desktop screen, or not certainly
        ("@media print{.credit{display:none}}", []),
        ("@media (max-width:600px){.credit{display:none}}", []),
        ("@media (min-width:1900px){.credit{display:none}}", []),
        ("@media (prefers-reduced-motion){.credit{display:none}}", []),
        ("@media not screen{.credit{display:none}}", []),
        ("@supports (display:-webkit-box){.credit{display:none}}", []),
        ("@supports (-ms-ime-align:auto){.credit{display:none}}", []),
        ("@supports selector(:focus-visible){.credit{display:none}}", []),
        ("@container (min-width:1px){.credit{display:none}}", []),
        ("@keyframes x{from{opacity:0}.credit{display:none}}", []),
        (".other{.credit{display:none}}", []),
        # not the markup alone
        (".credit:hover{display:none}", []),
        (".credit::before{display:none}", []),
        (".credit:not(.open){display:none}", []),
        (":first-child{display:none}", []),
        (".credit:lang(en){display:none}", []),
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
        ("#box{font-size:0}p{font-size:1rem}#inner{color:red}", []),
        ("#box{font-size:0}p{font-size:1em}#inner{font-size:120%}", ["box"]),
        ("#main{font-size:0}", ["main"]),
        ("#main{font-size:0}.lead{font:1rem serif}", ["main"]),
        ("#main{font-size:0}.first{font:1rem serif}", []),
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
        (".credit{display:none;@media screen{display:block}}", []),
        (".credit{display:none}.story{.small{display:block}}", []),
        (".credit{display:none}.credit:not(.x){display:block}", []),
        (".credit{display:none}:is(.story, .x) .small{display:block}", []),
        (".credit{display:none}:where(.credit){display:block}", ["credit"]),
        (".credit{display:none}.small::before{display:block}", ["credit"]),
        (".credit{position:absolute;left:-9999px}.small{position:static}", []),
        (".credit{position:absolute;left:-9999px}.small{position:relative}", ["credit"]),
        (".credit{height:0;overflow:hidden}.small{overflow:visible}", []),
        (":root{--gone:none}.story{--gone:block}.credit{display:var(--gone)}", []),
        ("@media print{:root{--gone:none}}.credit{display:var(--gone)}", []),
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


@given(ALPHABET, ALPHABET)
def test_no_sheet_breaks_the_reader(before: str, after: str) -> None:
    root = parse(BODY)
    style = etree.SubElement(root, "style")
    style.text = f"{before} .credit{{display:none}} {after}"
    assert {element.get("id") for element in hidden_elements(root)} <= {
        "main",
        "lead",
        "credit",
        "link",
        "box",
        "inner",
    }


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
    "lists": ":is(" * 60_000 + ".credit{display:none}",
    "openings": "{a:none" * 50_000,
    "nests": ".credit{" * 20_000 + "display:none" + "}" * 20_000,
    "places": ".text:nth-last-of-type(7n+3){display:none}" * 3_000,
    "variables": "".join(f":root{{--v{n}:var(--v{n + 1})}}.credit{{display:var(--v{n})}}" for n in range(5_000)),
    "inks": "".join(f".credit{{color:#fff}}main p{{background:#ff{n % 10}}}" for n in range(10_000)),
    "shown": ".credit{display:none}" + "main .text{display:block}" * 20_000,
}


@pytest.mark.parametrize("css", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_sheets_take_no_longer_than_their_size(css: str) -> None:
    started = time.process_time()
    hidden_elements(parse(f"<style>{css}</style>{BODY}"))
    assert time.process_time() - started < 2


def test_deep_and_wide_pages_take_no_longer_than_their_size() -> None:
    started = time.process_time()
    css = "<style>.a .a .a .a .a .b{display:none}.a > .a + .a .c{display:none}.d{opacity:0}</style>"
    hidden_elements(parse(css + "<div class=a>" * 1_900 + "<p class=b><p class=c>"))
    hidden_elements(parse(css + "<i class=b></i><i class=d></i>" * 50_000))
    hidden_elements(parse(css + "<font color=white>" * 1_900 + "x" * 50))
    hidden_elements(parse(css + "<p style=color:#fff>x" * 50_000))
    hidden_elements(parse("<style>p:nth-of-type(5n+2){opacity:0}</style>" + "<p>" * 50_000))
    assert time.process_time() - started < 6


def test_an_outside_sheet_may_say_more_than_the_page_does() -> None:
    link = "<link rel=stylesheet href=x.css>"
    size = "<style>.a{font-size:0}</style><div id=a class=a><p class=b>x"
    color = "<div id=a style='color:#fff;background:#fff'><p class=b>x"
    variable = "<style>:root{--x:none}.a{display:var(--x)}</style><p id=a class=a>x"
    assert [hidden_in(page) for page in (size, variable)] == [["a"], ["a"]]
    assert hidden_in(color.replace("<p", "<p id=b")) == ["a", "b"]
    assert [hidden_in(link + page) for page in (size, color, variable)] == [[], [], []]
    plain = color.replace(" id=a", "").replace(" class=b", "")
    assert len(hidden_elements(parse(link + plain))) == len(["div", "p"])


def test_pictures_that_fade_in_are_seen() -> None:
    sheet = "<style>.a{opacity:.01}</style>"
    assert hidden_in(f"{sheet}<img id=a class=a src=x><p id=b class=a>x") == ["b"]
    assert hidden_in("<img id=a style='color:transparent' src=x>") == []
    assert hidden_in("<style>#a{font-size:0}</style><div id=a> <img id=b src=x> </div>") == []


def test_a_real_rule_is_found_among_a_megabyte_of_others() -> None:
    filler = "".join(f".u{n}{{margin:0;overflow:hidden}}" for n in range(30_000))
    assert hidden_in(f"<style>{filler}.credit{{display:none}}{filler}</style>{BODY}") == ["credit"]
