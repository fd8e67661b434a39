"""Other stories on a page: nothing that they are credited with is used for the work, or held against it."""

from __future__ import annotations

import json
from functools import cache

import pytest
from copied import BODY, SOURCE, TITLE, WORK
from republish import FIXTURES, faithful, render
from test_credit_lines import LINES

from licensecheck.align import align
from licensecheck.check import check
from licensecheck.credit import read_credit
from licensecheck.manifest import read_manifest
from licensecheck.page import read_page
from licensecheck.terms import Kind, PhraseKind, Scope

CC = "https://creativecommons.org/licenses"
CREDITS = (
    f'<p>By Marit Q. Solheim and José Ibáñez-Kroll, <a href="{SOURCE}">The Harbour Post</a></p>',
    f'<p>© 2024 The Harbour Post. <a rel=license href="{CC}/by-nc-nd/3.0/">CC BY-NC-ND 3.0</a></p>',
)
UNCREDITED = ("", "")
OTHER = (
    "Salt has been carted down the council road since the first frost, and by March there was none left to cart.",
    "The depot foreman counted 311 loads in his book, which is more than in any winter since the road was paved.",
)
THEIRS = "".join(f"<p>{text}</p>" for text in OTHER)
HEAD = "<h2>Salt is short on the council road</h2>"
LINKED = "<h2><a href=/salt>Salt is short on the council road</a></h2>"


def story(top: str, end: str) -> str:
    return f"<h2>{TITLE}</h2>{top}{BODY}{end}"


# How other stories stand beside one, each credited with a line.
RIVERS = {
    "boxes behind": "{own_box}<div class=post>{head}{line}{theirs}</div><div class=post>{head}{theirs}{line}</div>",
    "boxes before": "<div class=post>{head}{line}{theirs}{line}</div>{own_box}",
    "articles": "<article>{head}{line}{theirs}{line}</article><article>{own}</article>",
    "one after the other": "{own}{head}{line}{theirs}{line}",
    "one before the other": "{head}{line}{theirs}{line}{own}",
    "a teaser": "<div>{own}<div>{linked}{line}</div></div>",
    "teasers in the margin": "<div>{own}</div><section>{linked}{line}<p>Soon</p>{linked}{line}</section>",
    "a teaser without a box": "{own}{linked}{line}",
}


@cache
def findings(river: str, line: str, *, credited: bool) -> list[tuple[str, str, str]]:
    own = story(*(CREDITS if credited else UNCREDITED))
    body = RIVERS[river].format(
        own=own, own_box=f"<div class=post>{own}</div>", head=HEAD, linked=LINKED, line=line, theirs=THEIRS
    )
    html = f"<html lang=en><head><title>{TITLE}</title></head><body><main>{body}</main></body></html>"
    work = WORK._replace(photos=())
    report = check(work, read_page(html.encode()))
    return [
        (finding.rule, finding.kind, finding.message)
        for finding in report.findings
        if finding.kind not in {Kind.PASS, Kind.NOT_APPLICABLE}
    ]


def as_credit(line: str) -> str:
    return f"<p>{line}</p>"


TAKEN = (
    "By Marit Q. Solheim and José Ibáñez-Kroll, The Harbour Post",
    "By Marit Q. Solheim",
    "By Partner Gazette Staff",
    "© 2024 The Harbour Post",
    "© 2024 Partner Gazette. All rights reserved.",
    "© 2024 Partner Gazette. Do not republish without permission.",
    f'Licensed under <a rel="license" href="{CC}/by/4.0/">CC BY 4.0</a>.',
    f'Licensed under <a rel="license" href="{CC}/by-nc-nd/3.0/">CC BY-NC-ND 3.0</a>.',
    "This story is available under a Creative Commons license.",
)


# What these ask for may stand anywhere on the page.
OF_THE_PAGE = {"LIC-110", "NOT-301"}


@pytest.mark.parametrize("line", [*(line for line, _ in LINES[::3]), *TAKEN])
@pytest.mark.parametrize("river", RIVERS)
def test_a_neighbours_credit_changes_nothing_on_a_faithful_page(river: str, line: str) -> None:
    assert findings(river, as_credit(line), credited=True) == findings(river, "", credited=True)


@pytest.mark.parametrize("line", TAKEN)
@pytest.mark.parametrize("river", RIVERS)
def test_a_neighbours_credit_is_not_lent(river: str, line: str) -> None:
    without = {rule for rule, *_ in findings(river, "", credited=False)}
    assert {"BY-201", "BY-204", "BY-205", "LIC-101", "NOT-301"} <= without
    assert {rule for rule, *_ in findings(river, as_credit(line), credited=False)} >= without - OF_THE_PAGE


@pytest.mark.parametrize(
    "end",
    [
        f'<div><h3><a href="{SOURCE}">The bell at Tornholm pier rings for nobody</a></h3><p>XX</p></div>',
        f"<div><h3><a href=/salt>{TITLE}</a></h3><p>XX</p></div>",
        "<div><h3><a href=/marit>Marit Q. Solheim</a></h3><p>XX</p></div>",
        "<h2>About the authors</h2><p>XX</p>" + THEIRS,
        "<section><h2>Credits</h2><p>XX</p></section>",
        f"<h2>How this came to be told here</h2>{THEIRS}<p>XX</p><p><a href='{SOURCE}?utm_source=x'>Original</a></p>",
    ],
)
def test_what_speaks_of_the_work_is_no_neighbour(end: str) -> None:
    line = "By Marit Q. Solheim and José Ibáñez-Kroll, The Harbour Post"
    html = f"<html><body><main>{story('', end.replace('XX', line))}</main></body></html>"
    found = [finding.rule for finding in check(WORK, read_page(html.encode())).findings if finding.kind is Kind.FAIL]
    assert "BY-201" not in found
    assert "BY-205" not in found


def test_one_of_three_articles_has_its_own_credit_alone() -> None:
    work = read_manifest(json.loads((FIXTURES / "works" / "river-gauge.json").read_text(encoding="utf-8")))
    page = read_page(render(faithful("river-gauge"), "three-articles"))
    credit = read_credit(work, page, align(work, page))
    assert {mark.license for mark in credit.marks} == {work.license}
    (holder,) = (p.holder for p in credit.phrases if p.kind is PhraseKind.COPYRIGHT and p.scope is not Scope.SITE)
    assert holder is not None
    assert holder.startswith("The Orrin Ledger")
    assert not any(p.kind in {PhraseKind.STAFF_BYLINE, PhraseKind.ADDED_NAME} for p in credit.phrases)
    assert {mention.named for mention in credit.authors} == set(work.authors or ())
