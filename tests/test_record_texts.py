"""The texts of a record: whole on the work's side, true to the page's offsets, and only what is spoken of."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from republish import ARTICLES, THEMES, Shown, demo, faithful, render

from licensecheck.check import check
from licensecheck.page import read_page
from licensecheck.record_texts import texts_of
from licensecheck.text import ink
from licensecheck.work import load_work

if TYPE_CHECKING:
    from licensecheck.model import Report
    from licensecheck.record_texts import TextsRecord

WORKS = Path(__file__).resolve().parent.parent / "fixtures" / "works"


def judged(slug: str, page: bytes) -> tuple[Report, TextsRecord]:
    report = check(load_work((WORKS / f"{slug}.json").read_bytes(), "work.json"), read_page(page))
    texts = texts_of(report)
    assert texts is not None
    return report, texts


@pytest.mark.parametrize("slug", ARTICLES)
@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != "paginated"])
def test_texts_stand_where_they_say(slug: str, theme: str) -> None:
    report, texts = judged(slug, render(faithful(slug), theme))
    work = "\n\n".join(paragraph["text"] for paragraph in texts["work"])
    assert work == report.work.text
    for block in texts["page"]:
        assert report.page.text[block["start"] :].startswith(block["text"])
    starts = [block["start"] for block in texts["page"]]
    assert starts == sorted(set(starts))
    for start, end, begin, stop in texts["matches"]:
        assert ink(work[start:end]).casefold().strip(".,;:“”\"'-") in ink(report.page.text[begin:stop]).casefold()
    for credit in texts["credits"]:
        assert any(block["start"] <= credit["span"][0] < block["start"] + len(block["text"]) for block in texts["page"])


def test_everything_that_is_pointed_to_is_kept() -> None:
    report, texts = judged("river-gauge", render(demo()[1], "wordpress-block"))
    kept = set(chain(*(range(block["start"], block["start"] + len(block["text"])) for block in texts["page"])))
    spans = [change.page_span for change in report.changes]
    spans += [piece.span for finding in report.findings for piece in finding.evidence if piece.side == "page"]
    assert all(span.start in kept for span in spans if span)
    assert len(texts["page"]) < len(report.page.blocks)


def test_hidden_text_is_no_part_of_what_is_shown() -> None:
    _, texts = judged("river-gauge", render(replace(faithful("river-gauge"), credit=Shown.HIDDEN), "hugo"))
    assert not any("originally published" in block["text"] for block in texts["page"])


def test_photos_keep_their_places() -> None:
    report, texts = judged("river-gauge", render(demo()[1], "wordpress-block"))
    bridge, flood, bracket = texts["photos"]
    assert report.page.text[bridge["place"] or 0 :].startswith("The Corn Street bridge")
    assert (bridge["credit_shown"], bracket["credit_shown"]) == ("Lena Quist/The Orrin Ledger", None)
    assert (flood["place"], flood["caption"]) == (None, "Flood water on Weir Lane on 2 February 2020.")


def test_pictures_of_the_page_are_told_from_the_works() -> None:
    page = render(faithful("river-gauge"), "wordpress-block").replace(
        b"<p>The fault was small.", b'<p><img src="/shop.png" alt="A kettle on sale"></p><p>The fault was small.'
    )
    _, texts = judged("river-gauge", page)
    (kettle,) = [photo for photo in texts["photos"] if photo["alternative"] == "A kettle on sale"]
    assert (kettle["caption"], kettle["credit"]) == (None, None)
    assert any(block["start"] == kettle["place"] and "fault was small" in block["text"] for block in texts["page"])


def test_another_page_has_no_texts_to_compare() -> None:
    report, _ = judged("river-gauge", render(faithful("river-gauge"), "hugo"))
    work = report.work
    assert texts_of(check(work, read_page(b"<p>Another page altogether.</p>"))) is None


def test_the_work_is_hashed_as_it_is_kept() -> None:
    report, texts = judged("night-bus", render(faithful("night-bus"), "hugo"))
    joined = "\n\n".join(paragraph["text"] for paragraph in texts["work"])
    assert sha256(joined.encode()).digest() == sha256(report.work.text.encode()).digest()
