"""A licence or credit that no reader sees counts for nothing, however it is hidden; one that a reader sees does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from test_cases import base, examine

from licensecheck.rules import judge
from licensecheck.terms import Kind, Severity

if TYPE_CHECKING:
    from licensecheck.model import Finding

URI = "https://creativecommons.org/licenses/by-nc-nd/3.0/"
LINES = {
    "licence": f'<p class="license">It is republished under <a rel="license" href="{URI}">CC BY-NC-ND 3.0</a>.</p>',
    "byline": '<p class="byline">By Ines Marlow and Tobias Reck, The Saltmarsh Ledger</p>',
}
MISSED = {"licence": {"LIC-101", "LIC-108"}, "byline": {"BY-201", "BY-206"}}

STYLES = (
    "display:none",
    "display:none!important",
    "DISPLAY:None",
    "visibility:hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "opacity:0",
    "opacity:.01",
    "opacity:3%",
    "filter:opacity(0)",
    "font-size:0",
    "font-size:1px",
    "width:0;height:0;overflow:hidden",
    "width:1px;height:1px;overflow:hidden",
    "max-height:0;overflow:hidden",
    "height:0;overflow:clip",
    "position:absolute;left:-9999px",
    "position:absolute;left:9999px",
    "position:absolute;top:-9999px",
    "position:fixed;right:-9999px",
    "position:fixed;left:-100vw",
    "position:absolute;inset:0 0 0 -9999px",
    "margin-left:-9999px",
    "margin-top:-9999px",
    "margin:0 0 0 -9999px",
    "text-indent:-9999px",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "position:absolute;clip:rect(0,0,0,0)",
    "clip-path:inset(50%)",
    "clip-path:circle(0)",
    "transform:scale(0)",
    "transform:scale(.001)",
    "transform:rotateY(90deg)",
    "transform:translateX(-9999px)",
    "translate:-9999px",
    "scale:0",
    "-webkit-text-fill-color:transparent",
)
# What a style sheet has to say, and the box that it says it of.
SHEETS = {
    "by class": (".veil{display:none}", "<div class=veil>{}</div>"),
    "by id": ("#veil{display:none}", "<div id=veil>{}</div>"),
    "by tag": ("x-credit{display:none}", "<x-credit>{}</x-credit>"),
    "by descent": ("article .veil p{display:none}", "<div class=veil>{}</div>"),
    "by parent": (".veil>p{display:none}", "<div class=veil>{}</div>"),
    "around boxes": (".veil{display:none}", "<div class=veil><div><div>{}</div></div></div>"),
    "in a layer": ("@layer base{.veil{display:none}}", "<div class=veil>{}</div>"),
    "on every medium": ("@media all{.veil{display:none}}", "<div class=veil>{}</div>"),
    "on screens": ("@media screen{.veil{display:none}}", "<div class=veil>{}</div>"),
    "by attribute": ("[data-veil]{display:none}", "<div data-veil>{}</div>"),
    "by the value of an attribute": ('[data-veil="on"]{display:none}', "<div data-veil=on>{}</div>"),
    "by place": (".veil p:first-child{display:none}", "<div class=veil>{}</div>"),
    "by number": (".veil > p:nth-last-child(-n+1){display:none}", "<div class=veil>{}</div>"),
    "by a list": (":is(.veil,.other){display:none}", "<div class=veil>{}</div>"),
    "by a list without weight": ("article :where(.veil){display:none}", "<div class=veil>{}</div>"),
    "under a condition": ("@supports (display:block){.veil{display:none}}", "<div class=veil>{}</div>"),
    "in another rule": ("article{color:#111;.veil{display:none}}", "<div class=veil>{}</div>"),
    "in another rule, with its name": ("main,article{& .veil{display:none}}", "<div class=veil>{}</div>"),
    "under a condition in the rule": (".veil{@media screen{display:none}}", "<div class=veil>{}</div>"),
    "before a rule in the rule": (".veil{display:none;p{color:red}}", "<div class=veil>{}</div>"),
    "in capitals": (".veil{DISPLAY:NONE}", "<div class=veil>{}</div>"),
    "through a variable": (":root{--x:none}.veil{display:var(--x)}", "<div class=veil>{}</div>"),
    "through what stands in for a variable": (".veil{display:var(--x, none)}", "<div class=veil>{}</div>"),
    "but for print": (".veil{display:none}@media print{.veil{display:block}}", "<div class=veil>{}</div>"),
}
BOXES = {
    "hidden": "<div hidden>{}</div>",
    "hidden until found": '<div hidden="until-found">{}</div>',
    "a popover": "<div popover>{}</div>",
    "a closed dialog": "<dialog>{}</dialog>",
    "a comment": "<!-- {} -->",
    "noscript": "<noscript>{}</noscript>",
    "a template": "<template>{}</template>",
    "a script": '<script type="text/template">{}</script>',
    "a style sheet": "<style>/* {} */</style>",
    "a list of choices": "<select><option>{}</option></select>",
    "what a video falls back on": "<video>{}</video>",
    "what a canvas falls back on": "<canvas>{}</canvas>",
}
HIDDEN = {
    **{f"style {style}": ("", f'<div style="{style}">{{}}</div>') for style in STYLES},
    **{f"sheet {style}": (f".veil{{{style}}}", "<div class=veil>{}</div>") for style in STYLES},
    **{f"sheet {name}": pair for name, pair in SHEETS.items()},
    **{f"in {name}": ("", box) for name, box in BOXES.items()},
}
# Links keep a colour of their own, so that only text outside of them is lost.
BLENDED = {
    "white on white": ("", '<div style="color:#fff;background:#fff">{}</div>'),
    "by two names": ("", '<div style="color:white;background-color:#ffffff">{}</div>'),
    "transparent": ("", '<div style="color:transparent">{}</div>'),
    "as the page": ("", '<div style="color:#FFF">{}</div>'),
    "as a box around it": ("", '<div style="background:#246"><div style="color:#224466"><b>{}</b></div></div>'),
    "in a sheet": (".veil{color:#fff;background:#fff}", "<div class=veil>{}</div>"),
    "as the box in a sheet": ("main{background:#eee}.veil{color:#eeeeee}", "<div class=veil>{}</div>"),
    "as the page in a sheet": ("body{background:ivory}.veil{color:ivory}", "<div class=veil>{}</div>"),
    "for want of a better rule": (".veil{color:#fff}p{background:#fff}.x{color:red}", "<div class=veil>{}</div>"),
    "as in old times": ("", "<table bgcolor=navy><tr><td><font color=navy>{}</font></table>"),
}
SHOWN = {
    "a plain box": ("", "<div>{}</div>"),
    "closed details, which a reader opens": ("", "<details><summary>About</summary>{}</details>"),
    "silent for screen readers": ("", '<div aria-hidden="true">{}</div>'),
    "inert": ("", "<div inert>{}</div>"),
    "a shadow tree": ("", '<div><template shadowrootmode="open">{}</template></div>'),
    "about to fade in": ("", '<div style="opacity:0;transition:opacity .5s">{}</div>'),
    "about to slide in": ("", '<div style="position:relative;left:-100vw;transition:left 1s">{}</div>'),
    "about to grow": ("", '<div style="transform:scale(.01);animation:grow 1s forwards">{}</div>'),
    "pale": ("", '<div style="opacity:.4;filter:opacity(60%)">{}</div>'),
    "small": ("", '<div style="font-size:.12rem">{}</div>'),
    "small again, and large": (".veil{font-size:0}.veil p{font-size:15px}", "<div class=veil>{}</div>"),
    "a newsletter's cell": ("", '<table><tr><td style="font-size:0"><div style="font-size:13px">{}</div></table>'),
    "the middle of a wide box": ("", '<div style="position:absolute;left:-9999px;right:-9999px">{}</div>'),
    "back on wide screens": (
        ".veil{position:absolute;left:-9999px}@media (min-width:60em){.veil{position:static}}",
        "<div class=veil>{}</div>",
    ),
    "turned over": ("", '<div style="transform:rotateY(180deg) scaleX(-1)">{}</div>'),
    "hidden in print": ("@media print{.veil{display:none}}", "<div class=veil>{}</div>"),
    "hidden on phones": ("@media (max-width:480px){.veil{display:none}}", "<div class=veil>{}</div>"),
    "hidden where browsers lack something": ("@supports not (gap:0){.veil{display:none}}", "<div class=veil>{}</div>"),
    "hidden until a framework starts": ("[v-cloak]{display:none}", "<div v-cloak>{}</div>"),
    "hidden until it is made": ("x-credit{visibility:hidden}.made{visibility:inherit}", "<x-credit>{}</x-credit>"),
    "hidden unless open": (".veil:not(.open){display:none}", "<div class=veil>{}</div>"),
    "hidden by an attribute it lacks": ("[data-veil=on]{display:none}", "<div data-veil=off>{}</div>"),
    "hidden when second": (".veil p:nth-child(2){display:none}", "<div class=veil>{}</div>"),
    "hidden in another rule": (".other{.veil{display:none}}", "<div class=veil>{}</div>"),
    "hidden by a variable set twice": (
        ":root{--x:none}article{--x:block}.veil{display:var(--x)}",
        "<div class=veil>{}</div>",
    ),
    "shown again": (".veil{display:none}article .veil{display:block}", "<div class=veil>{}</div>"),
    "shown again in the rule": (".veil{display:none;@media screen{display:block}}", "<div class=veil>{}</div>"),
    "shown again by a list": (".veil{display:none}:is(main,.x) .veil{display:block}", "<div class=veil>{}</div>"),
    "shown again but for some": (".veil{display:none}.veil:not(.x){display:block}", "<div class=veil>{}</div>"),
    "another class hidden": (".veiled{display:none}", "<div class=veil>{}</div>"),
    "white on dark": ("", '<div style="background:#123"><p style="color:#fff">x</p><div>{}</div></div>'),
    "white on a picture": (
        "main{background:#fff}.hero{background:url(x.jpg)}.veil{color:#fff}",
        "<div class=hero><div class=veil>{}</div></div>",
    ),
    "white before a picture": (
        ".veil{color:#fff;position:absolute;top:0}",
        "<div style='position:relative'><img src=x.jpg><div class=veil>{}</div></div>",
    ),
    "white before a picture to come": (".veil{color:#fff}", "<div data-bg=x.jpg><div class=veil>{}</div></div>"),
    "white in the dark": (
        ".veil{color:#fff}@media (prefers-color-scheme:dark){body{background:#000}}",
        "<div class=veil>{}</div>",
    ),
    "white, and its letters black": (".veil{color:#fff}.veil p{color:#000}", "<div class=veil>{}</div>"),
    "white by a weaker rule": ("article .veil{color:#222}.veil{color:#fff}", "<div class=veil>{}</div>"),
    "a gradient cut to letters": (
        ".veil{background:linear-gradient(red,blue);-webkit-background-clip:text;-webkit-text-fill-color:transparent}",
        "<div class=veil>{}</div>",
    ),
    "the shadow of letters": ("", '<div style="color:transparent;text-shadow:0 0 1px #000">{}</div>'),
}
# What a browser shows, though it is no text of the document: not there for the reader, yet not missing either.
UNDECIDED = {
    "in a frame of its own": ("", "<iframe srcdoc='{}'></iframe>"),
    "in a frame from the site": ("", "<iframe src=/credits/harbor.html></iframe>"),
    "in an object": ("", "<object data=/credits/harbor.html></object>"),
    "where an object has nothing to show": ("", "<object>{}</object>"),
    "drawn": ("", "<svg><text>{}</text></svg>"),
    "drawn by a script": ("", "<canvas></canvas><script src=/draw.js></script>"),
    "in a text field": ("", "<textarea readonly>{}</textarea>"),
    "said by a style sheet": (
        '.veil::before{content:"By Ines \\4d arlow and " "Tobias Reck, CC BY-NC-ND 3.0"}',
        "<div class=veil></div>",
    ),
    "said through a style sheet": (
        ".veil::before{content:attr(data-line)}",
        "<div class=veil data-line='Ines Marlow, Tobias Reck, Creative Commons'></div>",
    ),
}
# What stands in the place of a credit and holds none.
EMPTY = {
    "an icon": ('.veil::before{content:"\\f101"}.veil::after{content:"Advertisement"}', "<div class=veil></div>"),
    "a film": ("", "<iframe src='https://www.youtube.com/embed/x'></iframe>"),
    "a measurement": ("", "<iframe src=/count.html width=0 height=0></iframe>"),
    "an advertisement": ("", "<iframe src='https://ads.example/slot'></iframe>"),
    "a drawing": ("", "<svg><text>48 million</text></svg>"),
    "a hidden frame": ("", "<div hidden><iframe src=/credits/harbor.html></iframe></div>"),
    "a drawing nobody draws": ("", "<canvas></canvas>"),
    "a template": ("", "<template>{}</template>"),
}


def findings(line: str, sheet: str, box: str) -> list[Finding]:
    """What is found once a line of the base page stands in a box, under a style sheet."""
    page = base("page.html").replace(LINES[line], box.replace("{}", LINES[line]))
    assert page != base("page.html")
    page = page.replace("<!-- statements -->", f"<style>{sheet}</style>")
    return list(judge(examine(page, json.loads(base("work.json")))))


def found(line: str, sheet: str, box: str) -> set[str]:
    """The rules that then find something."""
    return {each.rule for each in findings(line, sheet, box) if each.kind in {Kind.FAIL, Kind.REVIEW}}


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("way", HIDDEN)
def test_what_is_hidden_counts_for_nothing(way: str, line: str) -> None:
    assert found(line, *HIDDEN[way]) & MISSED[line]


@pytest.mark.parametrize("way", BLENDED)
def test_nor_does_what_has_the_colour_of_its_background(way: str) -> None:
    assert found("byline", *BLENDED[way]) & MISSED["byline"]
    assert not found("licence", *BLENDED[way]) & MISSED["licence"], "it is a link"


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("way", SHOWN)
def test_what_is_shown_counts(way: str, line: str) -> None:
    wrong = [each for each in findings(line, *SHOWN[way]) if each.kind in {Kind.FAIL, Kind.REVIEW}]
    assert not [each for each in wrong if each.rule in MISSED[line] and each.severity is not Severity.INFO]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("way", UNDECIDED)
def test_what_only_a_browser_shows_is_not_called_missing(way: str, line: str) -> None:
    kinds = {each.rule: each.kind for each in findings(line, *UNDECIDED[way])}
    assert {kinds[rule] for rule in MISSED[line]} == {Kind.PASS, Kind.INCONCLUSIVE}
    assert kinds["APP-005"] is Kind.INCONCLUSIVE


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("way", EMPTY)
def test_but_what_shows_no_credit_excuses_none(way: str, line: str) -> None:
    assert found(line, *EMPTY[way]) & MISSED[line]


@pytest.mark.parametrize("way", [*UNDECIDED, *EMPTY])
def test_nor_does_it_matter_where_nothing_is_missing(way: str) -> None:
    sheet, box = (*(UNDECIDED | EMPTY)[way],)
    kinds = {each.rule: each.kind for each in findings("byline", sheet, "{}" + box.replace("{}", "x"))}
    assert kinds["APP-005"] is Kind.PASS
