"""Records for the HTML report, from copies with the faults that it has to show."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from republish import Copy, demo, faithful, render, retyped, shortened

from licensecheck.check import check
from licensecheck.formats import View
from licensecheck.formats import render as as_format
from licensecheck.page import read_page
from licensecheck.record import report_dict, sealed
from licensecheck.work import load_work

if TYPE_CHECKING:
    from licensecheck.record import Record

WORKS = Path(__file__).resolve().parent.parent / "fixtures" / "works"
ADDRESS = "https://partner.example/story?a=1&b=2"


def record_of(slug: str, page: bytes) -> Record:
    """The record of a page against one of our works."""
    report = check(load_work((WORKS / f"{slug}.json").read_bytes(), "work.json"), read_page(page, url=ADDRESS))
    return sealed(
        report_dict(report),
        {
            "tool": "repubcheck 0.1.0",
            "ruleset": "1",
            "checked_at": "2024-05-14T10:00:00+00:00",
            "fetched": None,
            "bug": None,
        },
    )


def page_of(*records: Record) -> str:
    """The HTML report of the records."""
    return as_format("html", records, View())


def disordered(slug: str) -> Copy:
    """A copy with a new headline, straight quotes, two paragraphs exchanged, one left out and one put in."""
    copy = retyped(faithful(slug), "straight-quotes")
    body = list(copy.body)
    first, second, third, fourth, *_ = [place for place, element in enumerate(body) if element.startswith("<p")][1::2]
    body[first], body[third] = body[third], body[first]
    added = "<p>This paragraph was written by the site and has never stood in the story before it came here.</p>"
    body[second] = added
    copy = replace(copy, body=tuple(body), headline="Something else entirely")
    return shortened(copy, body[fourth][3:30])


def brief(record: Record) -> Record:
    """A copy of the record with the first paragraphs, changes and findings only."""
    short = deepcopy(record)
    texts = short["texts"]
    assert texts
    end = sum(len(paragraph["text"]) + 2 for paragraph in texts["work"][:4])
    texts["work"] = texts["work"][:4]
    texts["matches"] = [match for match in texts["matches"] if match[1] <= end]
    texts["page"] = [block for block in texts["page"] if block["start"] <= texts["matches"][-1][2]]
    short["changes"] = short["changes"][:1]
    short["findings"] = [finding for finding in short["findings"] if finding["evidence"]][:4]
    return short


@cache
def records() -> dict[str, Record]:
    """A record of each kind that the report shows differently, by name."""
    return {
        "faithful": record_of("night-bus", render(faithful("night-bus"), "drupal")),
        "faulty": record_of("river-gauge", render(demo()[1], "wordpress-block")),
        "disordered": record_of("river-gauge", render(disordered("river-gauge"), "hugo")),
        "right-to-left": record_of("library-truck", render(disordered("library-truck"), "right-to-left")),
        "not-a-copy": record_of("night-bus", b"<p>Another page altogether.</p>"),
    }
