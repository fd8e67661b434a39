"""Pages put right: whatever is wrong with a copy, the corrected page passes, and the rest of it is as it was."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
import test_cases
from hypothesis import given
from hypothesis import strategies as st
from republish import (
    ARTICLES,
    FIXTURES,
    PAGE_COUNTS,
    THEMES,
    Copy,
    Shown,
    faithful,
    render,
    reworded,
    shortened,
    uncredited,
)

from licensecheck.charset import decode
from licensecheck.check import check
from licensecheck.fix import Sent, accusations, fix
from licensecheck.manifest import read_manifest
from licensecheck.page import read_page
from licensecheck.terms import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from licensecheck.model import Work

ONE_PAGE = tuple(theme for theme in THEMES if theme not in PAGE_COUNTS)
NONE_OF_OURS = "<p>This is a paragraph of our own about boats and cheese, which the author never wrote.</p>"
BY = "https://creativecommons.org/licenses/by/4.0/"


@cache
def work(article: str) -> Work:
    return read_manifest(json.loads((FIXTURES / "works" / f"{article}.json").read_text(encoding="utf-8")))


def with_element(copy: Copy, number: int, element: str) -> Copy:
    return replace(copy, body=(*copy.body[:number], element, *copy.body[number:]))


def moved(copy: Copy, one: int, other: int) -> Copy:
    body = list(copy.body)
    body[one], body[other] = body[other], body[one]
    return replace(copy, body=tuple(body))


# What that table goes on saying.
CONTENTS = {"A big bracket"}
# Faults of the text: put right, the page has the text of the faithful one again.
TEXT: dict[str, Callable[[Copy], Copy]] = {
    "number": lambda copy: reworded(copy, "for 2,200 days", "for 1,200 days"),
    "negation": lambda copy: reworded(copy, "does not dispute", "does dispute"),
    "name": lambda copy: reworded(copy, "Tomasz Adeyemi-Brandt", "Tomas Brandt"),
    "quotation": lambda copy: reworded(copy, "It’s a bolt,” said", "It’s a nut,” said"),
    "marks": lambda copy: reworded(copy, "“could not be located,”", "could not be located,"),
    "style": lambda copy: reworded(copy, "0.4 metres", "0.4 meters"),
    "commas": lambda copy: reworded(copy, "copied, unchecked, into", "copied unchecked into"),
    "in-element": lambda copy: reworded(copy, "<em>under</em>state", "<em>over</em>state"),
    "in-link": lambda copy: reworded(copy, "112-page report", "113-page report"),
    "sentence-cut": lambda copy: reworded(copy, "Nobody died. ", ""),
    "sentence-added": lambda copy: reworded(copy, "was small. A", "was small. It was our fault as well, they said. A"),
    "rewritten": lambda copy: reworded(
        copy,
        "The fault was small. A steel bracket 12 cm long had turned by 7.5 degrees, which",
        "It began with a slip that nobody in particular made. A piece of metal shifted a little and so it",
    ),
    "paragraph-cut": lambda copy: shortened(copy, "Maud O’Fearna"),
    "two-cut": lambda copy: shortened(shortened(copy, "Maud O’Fearna"), "The board does not"),
    "first-cut": lambda copy: shortened(copy, "HALLOWMERE"),
    "last-cut": lambda copy: shortened(copy, "Residents can follow"),
    "subhead-cut": lambda copy: shortened(copy, "A bracket the size"),
    "subhead-changed": lambda copy: reworded(copy, "A bracket the size of a hand", "A big bracket"),
    "inserted": lambda copy: with_element(copy, 6, NONE_OF_OURS),
    "dateline": lambda copy: reworded(copy, "HALLOWMERE — The", "LOWER BRASK (AP) - HALLOWMERE — The"),
}
# Faults of what goes with it.
AROUND: dict[str, Callable[[Copy], Copy]] = {
    "no-license": lambda copy: replace(copy, license="", license_uri=""),
    "license-unlinked": lambda copy: replace(copy, license_uri=""),
    "license-wrong": lambda copy: replace(copy, license="CC BY 4.0", license_uri=BY),
    "license-vague": lambda copy: replace(copy, license="a Creative Commons license", license_uri=""),
    "no-source": lambda copy: replace(copy, source=""),
    "no-notice": lambda copy: replace(copy, copyright=""),
    "no-credit": lambda copy: replace(
        copy, authors=(), publisher="", source="", copyright="", license="", license_uri=""
    ),
    "hidden": lambda copy: replace(copy, credit=Shown.HIDDEN),
    "for-machines": lambda copy: replace(copy, credit=Shown.METADATA),
    "headline": lambda copy: replace(copy, headline="Water runs high in the valley"),
    "photo": lambda copy: uncredited(uncredited(copy, 0), 2),
    "link-lost": lambda copy: reworded(
        copy, '<a href="https://ovfb.example/live">the board’s website</a>', "the board’s website"
    ),
    "link-led-away": lambda copy: reworded(copy, "https://ovfb.example/live", "https://shop.example/offer"),
    "link-added": lambda copy: reworded(copy, "On Weir Lane", 'On <a href="https://shop.example/">Weir Lane</a>'),
    "order": lambda copy: moved(copy, 4, 8),
}


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_page(data).blocks]


@pytest.mark.parametrize("theme", ONE_PAGE)
@pytest.mark.parametrize("fault", TEXT)
def test_a_text_is_what_it_was(fault: str, theme: str) -> None:
    copy = faithful("river-gauge")
    fixed = fix(work("river-gauge"), Sent(render(TEXT[fault](copy), theme)))
    assert [finding.message for finding in fixed.left] == []
    # Some themes set a box behind the tenth piece, so that blocks are compared as sets; one has a table of contents.
    expected = set(texts(render(copy, theme)))
    assert (expected - set(texts(fixed.data)), set(texts(fixed.data)) - expected - CONTENTS) == (set(), set())
    assert fixed.report.verbatim


@pytest.mark.parametrize("theme", ONE_PAGE)
@pytest.mark.parametrize("fault", AROUND)
def test_what_goes_with_a_text_is_put_right(fault: str, theme: str) -> None:
    data = render(AROUND[fault](faithful("river-gauge")), theme)
    fixed = fix(work("river-gauge"), Sent(data))
    held = [f.message for f in fixed.left if "stands next to the article" not in f.message]
    assert held == []
    report = check(work("river-gauge"), read_page(fixed.data))
    assert (accusations(report.findings), report.verdict) == (fixed.left, fixed.report.verdict)
    untouched = set(texts(data)) & set(texts(fixed.data))
    assert len(untouched) >= len(set(texts(data))) - 6


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("article", ARTICLES)
def test_a_faithful_page_stays_as_it_is(article: str, theme: str) -> None:
    data = render(faithful(article), theme)
    fixed = fix(work(article), Sent(data))
    assert (fixed.data, fixed.changed) == (data, False)


@pytest.mark.parametrize("article", ARTICLES)
def test_a_page_without_credit_gets_one_in_its_language(article: str) -> None:
    bare = replace(faithful(article), authors=(), publisher="", source="", copyright="", license="", license_uri="")
    fixed = fix(work(article), Sent(render(bare, "hugo")))
    assert fixed.report.verdict is Verdict.COMPLIANT
    assert ("Republicado" in decode(fixed.data).text or "se republica" in decode(fixed.data).text) == (
        article == "market-scales"
    )


@given(st.sets(st.sampled_from(sorted(TEXT)), min_size=2, max_size=4), st.sampled_from(ONE_PAGE))
def test_faults_that_come_together_are_put_right_together(faults: set[str], theme: str) -> None:
    copy = faithful("river-gauge")
    for fault in sorted(faults):
        try:
            copy = TEXT[fault](copy)
        except ValueError:  # another fault has taken its place
            continue
    fixed = fix(work("river-gauge"), Sent(render(copy, theme)))
    assert [finding.message for finding in fixed.left] == []


def test_a_page_keeps_its_charset() -> None:
    page = render(replace(faithful("market-scales"), authors=(), publisher="", copyright=""), "tables-2005")
    fixed = fix(work("market-scales"), Sent(page))
    assert fixed.changed
    assert decode(fixed.data).encoding == "cp1252"
    assert "Noemí L. Arrizabal" in decode(fixed.data).text


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_is_put_into_a_page_without_a_charset_is_safe_in_any(mark: bytes) -> None:
    page = mark + base_page().replace("“We did", "We did").replace('<meta charset="utf-8">', "").encode(
        "ascii" if not mark else "utf-8", "xmlcharrefreplace"
    )
    fixed = fix(base_work(), Sent(page))
    assert fixed.report.verdict is Verdict.COMPLIANT
    assert fixed.data.startswith(mark)
    assert fixed.data.isascii() is (not mark)


def test_bytes_that_mean_nothing_are_not_lost_in_silence() -> None:
    page = base_page().replace("312 houses", "321 houses").encode().replace(b"</footer>", b"\xff</footer>")
    fixed = fix(base_work(), Sent(page))
    assert fixed.data.startswith(b"\xef\xbb\xbf")
    assert "312 houses" in decode(fixed.data).text


def test_a_page_that_is_no_copy_is_left_alone() -> None:
    page = b"<!doctype html><title>x</title><p>Nothing of the kind.</p>"
    assert fix(base_work(), Sent(page)).data == page


def base_page() -> str:
    return test_cases.base("page.html")


def base_work() -> Work:
    return read_manifest(json.loads(test_cases.base("work.json")))


# What of the failing cases is a person's to judge or to do.
FOR_PEOPLE = {"APP", "NC", "SA", "END", "POL", "RES"} | set(
    "BY-209 BY-211 CHG-502 ND-405 ND-406 ND-407 ND-408 ND-415 NOT-302 PHO-803 PHO-804 PHO-805 PHO-806 PHO-809".split()
)


def source_of(folder: Path, said: dict[str, object]) -> tuple[str, object]:
    """The page and the manifest of a case."""
    page, manifest = test_cases.base("page.html"), json.loads(test_cases.base("work.json"))
    own = test_cases.CASES / str(said.get("page", folder.name)) / "page.html"
    page = own.read_text(encoding="utf-8") if own.is_file() else page
    for old, new in said.get("replace", ()):  # type: ignore[attr-defined]  # the shape is that of the cases
        page = page.replace(old, new)
    manifest |= said.get("work", {})
    return page, {key: value for key, value in manifest.items() if key not in said.get("without", ())}  # type: ignore[operator]  # as above


def for_people(rule: str) -> bool:
    return rule in FOR_PEOPLE or rule.partition("-")[0] in FOR_PEOPLE


@pytest.mark.parametrize("folder", test_cases.FOLDERS, ids=lambda folder: folder.name)
def test_every_case_is_put_right_as_far_as_it_can_be(folder: Path) -> None:
    said = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    page, manifest = source_of(folder, said)
    policy = test_cases.policy_of(said.get("policy"))
    given_work, data = read_manifest(manifest), page.encode()
    before = accusations(check(given_work, read_page(data), policy).findings)
    fixed = fix(given_work, Sent(data), policy)
    if fixed.report.page.unread:
        return
    assert [finding.rule for finding in fixed.left if not for_people(finding.rule)] == []
    assert before or not fixed.changed
