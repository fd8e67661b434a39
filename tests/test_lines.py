"""Lines of a page's source: found through tags, entities and spaces, and never in what no reader sees."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from records import quotation

from licensecheck.lines import Lines

if TYPE_CHECKING:
    from licensecheck.record import EvidenceRecord

PAGE = """<!doctype html>
<title>The weir held</title>
<script>var a = "The weir held for 123 days";</script>
<!-- The weir held -->
<h1>The weir
held</h1>

<p>It was &ldquo;a <b>long</b>
   night&rdquo;, said M&uuml;ller &amp; Co.</p>
<p>Another night, and the water fell by noon.</p>
<style>p { content: "unclosed"
<p>swallowed</p>
"""


@pytest.mark.parametrize(
    ("piece", "line"),
    [
        (quotation("page", "The weir held"), 5),
        (quotation("page", "“a long night”, said Müller"), 8),
        (quotation("page", "night"), 9),
        (quotation("page", "night", lead="Another "), 10),
        (quotation("page", "night", lead="gone ", tail=", said"), 9),
        (quotation("page", "nowhere"), None),
        (quotation("page", "swallowed"), None),
        (quotation("page", "…"), None),
        (quotation("work", "soon", lead="Another night, and the water ", tail=" fell by noon."), 10),
        (quotation("work", "soon", lead="Another night, and the water"), 10),
        (quotation("work", "soon", tail="Another night, and the water"), 10),
        (quotation("work", "soon", lead="Another"), None),
    ],
)
def test_the_line_of_words(piece: EvidenceRecord, line: int | None) -> None:
    assert Lines(PAGE).line_of(piece) == line


@pytest.mark.parametrize("start", ["<!--", "<script>", "<a ", "<p", "&", "</script   ", "<![CDATA["])
def test_markup_left_open_takes_no_longer(start: str) -> None:
    began = time.perf_counter()
    Lines(start * 50_000)
    assert time.perf_counter() - began < 2
