"""A licence or credit that no reader sees counts for nothing, however it is hidden; one that a reader sees does."""

from __future__ import annotations

import json

import pytest
from test_cases import base, examine

from licensecheck.rules import judge
from licensecheck.terms import Kind

URI = "https://creativecommons.org/licenses/by-nc-nd/3.0/"
LINES = {
    "licence": f'<p class="license">It is republished under <a rel="license" href="{URI}">CC BY-NC-ND 3.0</a>.</p>',
    "byline": '<p class="byline">By Ines Marlow and Tobias Reck, The Saltmarsh Ledger</p>',
}
MISSED = {"licence": {"LIC-101", "LIC-108"}, "byline": {"BY-201", "BY-206"}}

STYLES = (
    "display:none",
    "display:none!important",
    "visibility:hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "opacity:0",
    "width:0;height:0;overflow:hidden",
    "width:1px;height:1px;overflow:hidden",
    "max-height:0;overflow:hidden",
    "height:0;overflow:clip",
    "position:absolute;left:-9999px",
    "position:absolute;top:-9999px",
    "position:fixed;right:-9999px",
    "margin-left:-9999px",
    "margin-top:-9999px",
    "text-indent:-9999px",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "position:absolute;clip:rect(0,0,0,0)",
    "clip-path:inset(50%)",
    "clip-path:circle(0)",
    "transform:scale(0)",
    "transform:translateX(-9999px)",
    "scale:0",
)
INLINE_ONLY = ("font-size:0", "color:#fff;background:#fff", "color:white;background-color:#ffffff", "color:transparent")
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
    "what an object falls back on": "<object>{}</object>",
    "what a canvas falls back on": "<canvas>{}</canvas>",
}
HIDDEN = {
    **{f"style {style}": ("", f'<div style="{style}">{{}}</div>') for style in (*STYLES, *INLINE_ONLY)},
    **{f"sheet {style}": (f".veil{{{style}}}", "<div class=veil>{}</div>") for style in STYLES},
    **{f"sheet {name}": pair for name, pair in SHEETS.items()},
    **{f"in {name}": ("", box) for name, box in BOXES.items()},
}
SHOWN = {
    "a plain box": ("", "<div>{}</div>"),
    "closed details, which a reader opens": ("", "<details><summary>About</summary>{}</details>"),
    "silent for screen readers": ("", '<div aria-hidden="true">{}</div>'),
    "inert": ("", "<div inert>{}</div>"),
    "about to fade in": ("", '<div style="opacity:0;transition:opacity .5s">{}</div>'),
    "hidden in print": ("@media print{.veil{display:none}}", "<div class=veil>{}</div>"),
    "hidden on phones": ("@media (max-width:480px){.veil{display:none}}", "<div class=veil>{}</div>"),
    "shown again": (".veil{display:none}article .veil{display:block}", "<div class=veil>{}</div>"),
    "another class hidden": (".veiled{display:none}", "<div class=veil>{}</div>"),
}
# What the reader of pages still takes for visible, though a browser would not show it.
UNSEEN_BY_US = {
    "almost transparent": ("", '<div style="opacity:0.01">{}</div>'),
    "letters of a pixel": ("", '<div style="font-size:1px">{}</div>'),
    "off to the right": ("", '<div style="position:absolute;left:9999px">{}</div>'),
    "off by the width of the screen": ("", '<div style="position:fixed;left:-100vw">{}</div>'),
    "off by a shorthand": ("", '<div style="position:absolute;inset:0 0 0 -9999px">{}</div>'),
    "moved by a property of its own": ("", '<div style="translate:-9999px">{}</div>'),
    "scaled to a speck": ("", '<div style="transform:scale(0.001)">{}</div>'),
    "turned edge-on": ("", '<div style="transform:rotateY(90deg)">{}</div>'),
    "filtered away": ("", '<div style="filter:opacity(0)">{}</div>'),
    "letters without a filling": ("", '<div style="-webkit-text-fill-color:transparent">{}</div>'),
    "white on white, in a sheet": (".veil{color:#fff;background:#fff}", "<div class=veil>{}</div>"),
    "white on the white of a box around it": ("", '<div style="background:#fff"><p style="color:#fff">{}</div>'),
    "by attribute": ("[data-veil]{display:none}", "<div data-veil>{}</div>"),
    "by place": (".veil p:first-child{display:none}", "<div class=veil>{}</div>"),
    "under a condition": ("@supports (display:block){.veil{display:none}}", "<div class=veil>{}</div>"),
    "nested": ("article{.veil{display:none}}", "<div class=veil>{}</div>"),
    "by a list": (":is(.veil){display:none}", "<div class=veil>{}</div>"),
    "in capitals": (".veil{DISPLAY:NONE}", "<div class=veil>{}</div>"),
    "through a variable": (":root{--x:none}.veil{display:var(--x)}", "<div class=veil>{}</div>"),
}
# What a browser shows, though it is no text of the document: not there for the reader, yet not missing either.
SEEN_BY_BROWSERS = {
    "in a frame of its own": ("", "<iframe srcdoc='{}'></iframe>"),
    "in a shadow tree": ("", '<div><template shadowrootmode="open">{}</template></div>'),
    "drawn": ("", "<svg><text>{}</text></svg>"),
    "in a text field": ("", "<textarea readonly>{}</textarea>"),
    "said by a style sheet": ('.veil::before{content:"By Ines Marlow and Tobias Reck"}', "<div class=veil></div>"),
}


def found(line: str, sheet: str, box: str) -> set[str]:
    """The rules that find something once a line of the base page stands in a box, under a style sheet."""
    page = base("page.html").replace(LINES[line], box.replace("{}", LINES[line]))
    assert page != base("page.html")
    page = page.replace("<!-- statements -->", f"<style>{sheet}</style>")
    findings = judge(examine(page, json.loads(base("work.json"))))
    return {each.rule for each in findings if each.kind in {Kind.FAIL, Kind.REVIEW}}


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("way", HIDDEN)
def test_what_is_hidden_counts_for_nothing(way: str, line: str) -> None:
    assert found(line, *HIDDEN[way]) & MISSED[line]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("way", SHOWN)
def test_what_is_shown_counts(way: str, line: str) -> None:
    assert not found(line, *SHOWN[way]) & MISSED[line]


@pytest.mark.xfail(reason="takes a browser, or a reader that follows more of CSS", strict=True)
@pytest.mark.parametrize("way", UNSEEN_BY_US)
def test_what_only_a_browser_knows_to_be_hidden(way: str) -> None:
    assert found("licence", *UNSEEN_BY_US[way]) & MISSED["licence"]


@pytest.mark.xfail(reason="the reader does not tell that something was there to be seen", strict=True)
@pytest.mark.parametrize("way", SEEN_BY_BROWSERS)
def test_what_only_a_browser_shows_is_not_called_missing(way: str) -> None:
    assert not found("byline", *SEEN_BY_BROWSERS[way]) & MISSED["byline"]
