"""The HTML report: what it says, that it is whole and sound as a document, and that all of it is text."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from html_reports import ADDRESS, page_of, records
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from licensecheck.formats.pieces import Note, Piece, Side, Why, marked
from licensecheck.formats.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.record import Record

TEMPLATES = Path(__file__).resolve().parent.parent / "licensecheck" / "templates"
NAMES = ("faithful", "faulty", "disordered", "right-to-left", "not-a-copy")
VOID = frozenset({"meta", "br"})


class Elements(HTMLParser):
    """The start tags of a document in order; fails where an end tag is missing, too many or misplaced."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and that it is open."""
        assert len(dict(attrs)) == len(attrs), f"an attribute of {tag} is given twice"
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag


def elements(document: str) -> list[tuple[str, dict[str, str | None]]]:
    """The elements of a document in which every one is closed."""
    parser = Elements()
    parser.feed(document)
    parser.close()
    assert not parser.open
    return parser.found


def attributes(document: str, name: str) -> Iterator[str]:
    """All values of an attribute."""
    return (value for _, named in elements(document) if (value := named.get(name)) is not None)


# --- the document ----------------------------------------------------------------------------------------


@pytest.fixture(params=[*NAMES, "several"])
def document(request: pytest.FixtureRequest) -> str:
    if request.param == "several":
        return page_of(*records().values())
    return page_of(records()[request.param])


def test_document_is_well_formed(document: str) -> None:
    assert document.startswith("<!doctype html>\n")
    found = Counter(tag for tag, _ in elements(document))
    assert (found["html"], found["title"], found["main"], found["h1"], found["script"], found["style"]) == (1,) * 6
    assert not found.keys() & {"img", "link", "iframe", "object", "form", "input", "base", "video", "audio", "svg"}


def test_every_name_is_unique_and_every_link_leads_somewhere(document: str) -> None:
    names = list(attributes(document, "id"))
    assert len(names) == len(set(names))
    named = {f"#{name}" for name in names}
    for address in attributes(document, "href"):
        assert address in named or address.startswith(("https://", "http://"))
    for labels in attributes(document, "aria-labelledby"):
        assert set(labels.split()) <= set(names)


def test_links_out_give_nothing_away(document: str) -> None:
    for tag, named in elements(document):
        if (named.get("href") or "#").startswith("#"):
            continue
        assert (tag, named["rel"]) == ("a", "noopener noreferrer")


def test_headings_skip_no_level(document: str) -> None:
    levels = [int(tag[1]) for tag, _ in elements(document) if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_runs_but_what_the_policy_names(document: str) -> None:
    policy = next(named["content"] for _, named in elements(document) if "http-equiv" in named)
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "*" not in policy
    handlers = [name for _, named in elements(document) for name in named if name.startswith("on") or name == "style"]
    assert handlers == []


def test_templates_escape_everything() -> None:
    for path in TEMPLATES.glob("*.html"):
        assert not re.search(r"\|\s*safe|autoescape|Markup", path.read_text(encoding="utf-8")), path


# --- what it says ----------------------------------------------------------------------------------------


def texts_in(document: str, path: str) -> list[str]:
    """The text of every element on an XPath, white space collapsed."""
    return [" ".join(element.text_content().split()) for element in html.fromstring(document).xpath(path)]


def test_verdict_and_findings_come_first() -> None:
    shown = page_of(records()["faulty"])
    assert texts_in(shown, "//h1") == ["Not compliant"]
    assert texts_in(shown, "//p[@class='counts']") == ["4 licence violations 1 warning 5 remarks"]
    assert texts_in(shown, "//h2") == ["What was found", "The two texts"]
    assert texts_in(shown, "//section[contains(@class, 'findings')]/ol/li//h3")[0].startswith("The page leaves out")
    assert texts_in(shown, "//a[@class='section']") == ["1(a), 3", "4(a)", "4(c)(i)"]
    assert texts_in(shown, "//dd/a/@href/..")[0] == ADDRESS


def test_changed_words_are_marked_on_both_sides() -> None:
    shown = page_of(records()["faulty"])
    lines = "//div[contains(@class, 'line')]/div[contains(@class, 'cell')]"
    lost, gained = texts_in(shown, f"{lines}//del"), texts_in(shown, f"{lines}//ins")
    assert lost[0] == "2,200"
    assert lost[1].startswith("His neighbour, the retired teacher")
    assert (lost[2], gained) == ("not", ["1,200"])
    assert len(texts_in(shown, f"{lines}//span[@class='gap']")) == 1


def test_unchanged_paragraphs_are_folded_and_no_others() -> None:
    shown = page_of(records()["faulty"])
    folds = "//details[@class='fold']"
    assert texts_in(shown, f"{folds}/summary")[0] == "2 unchanged paragraphs (¶ 1–2)"
    assert texts_in(shown, f"{folds}//*[self::del or self::ins]") == []
    assert "HALLOWMERE" in texts_in(shown, f"{folds}//p[@class='paragraph']")[0]


def test_moved_paragraphs_are_linked_both_ways() -> None:
    shown = html.fromstring(page_of(records()["disordered"]))
    moved = shown.xpath("//del[@class='moved']")
    assert len(moved) == 2
    for element in moved:
        other = element.get("id").replace("-work-", "-page-")
        line = element.xpath("ancestor::div[contains(@class, 'line')]")[-1]
        assert line.xpath(".//a/@href")[-1] == f"#{other}"
        (copy_side,) = shown.xpath(f"//ins[@id='{other}']")
        back = copy_side.xpath("ancestor::div[contains(@class, 'line')]")[-1].xpath(
            ".//div[contains(@class, 'opposite')]//a"
        )
        assert [link.get("href") for link in back] == [f"#{element.get('id')}"]
        number = line.xpath("string(.//span[@class='number'])").split()[-1]
        assert back[0].text == f"Moved here from paragraph {number} of the original"


def test_typesetting_is_marked_quietly() -> None:
    shown = page_of(records()["disordered"])
    ours, theirs = (
        texts_in(shown, f"//div[@class='cell {side}']//span[@class='technical']") for side in ("work", "page")
    )
    assert len(ours) == len(theirs) > 5
    assert all(re.search("[“”‘’]", text) for text in ours)
    assert not any(re.search("[“”‘’]", text) for text in theirs)


def test_credits_and_photos_stand_where_they_are() -> None:
    shown = page_of(records()["faulty"])
    named = texts_in(shown, "//span[@class='credit']")
    assert {"Renée A. Sørby", "Orrin Ledger"} <= set(named)
    pictures = texts_in(shown, "//div[contains(@class, 'page picture')]")
    assert pictures[0].endswith("Lena Quist/The Orrin Ledger corn-street-bridge.jpg")
    assert pictures[1].endswith("No credit found olmez-bracket.jpg")
    assert texts_in(shown, "//div[@class='absent']//li")[0].startswith("Flood water on Weir Lane")


def test_each_side_has_its_language_and_direction() -> None:
    shown = html.fromstring(page_of(records()["right-to-left"]))
    cells = shown.xpath(
        "//div[contains(@class, 'cell') and not(contains(@class, 'opposite') or @class='cell page picture')]"
    )
    assert {(cell.get("lang"), cell.get("dir")) for cell in cells} == {("ar", "rtl")}
    shown = html.fromstring(page_of(records()["faulty"]))
    assert {cell.get("dir") for cell in shown.xpath("//*[@dir]")} == {"ltr"}


def test_a_page_that_is_no_copy_says_so() -> None:
    shown = page_of(records()["not-a-copy"])
    assert texts_in(shown, "//h1") == ["Not a copy"]
    assert "Too little of the work stands on this page to lay" in texts_in(shown, "//section[@class='texts']/p")[0]


def test_stored_records_give_the_same_page() -> None:
    for record in records().values():
        assert page_of(json.loads(json.dumps(record))) == page_of(record)


def test_texts_may_be_left_out() -> None:
    record = copy.deepcopy(records()["faulty"])
    del record["texts"]
    shown = page_of(record)
    assert texts_in(shown, "//section[@class='texts']/p") == ["The record does not keep the texts."]
    assert not texts_in(shown, "//p[@class='show']")
    elements(shown)


# --- rows and pieces -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES[:-1])
def test_every_paragraph_and_block_stands_in_one_row_in_order(name: str) -> None:
    record = records()[name]
    texts = record["texts"]
    assert texts
    found = list(rows(texts, record["changes"]))
    assert [number for row in found for number in row.work] == list(range(len(texts["work"])))
    assert [number for row in found for number in row.page] == list(range(len(texts["page"])))
    assert sum(bool(row.work and row.page) for row in found) > len(texts["work"]) / 2


@pytest.mark.parametrize("name", NAMES[:-1])
def test_pieces_are_the_whole_text(name: str) -> None:
    texts = records()[name]["texts"]
    assert texts
    work, page = marked(records()[name], texts)
    assert ["".join(piece.text for piece in pieces) for pieces in work] == [entry["text"] for entry in texts["work"]]
    assert ["".join(piece.text for piece in pieces) for pieces in page] == [entry["text"] for entry in texts["page"]]


NOTES = st.builds(
    lambda start, length, why, number: Note(start, start + (0 if why is Why.GAP else length), why, number),
    st.integers(0, 30), st.integers(1, 12), st.sampled_from(Why), st.integers(0, 3),
)  # fmt: skip


@given(st.lists(st.text("abc ", min_size=1, max_size=8), min_size=1, max_size=4), st.lists(NOTES, max_size=6))
def test_any_notes_cut_any_text_into_its_own_pieces(units: list[str], notes: list[Note]) -> None:
    starts = [sum(len(unit) + 2 for unit in units[:number]) for number in range(len(units))]
    for unit, pieces in zip(units, Side(units, starts).pieces(notes), strict=True):
        assert "".join(piece.text for piece in pieces) == unit
        assert all(piece.text or (piece.note and piece.note.why is Why.GAP) for piece in pieces)


def test_of_two_reasons_the_graver_is_shown() -> None:
    (pieces,) = Side(["one two three"], [0]).pieces([Note(4, 7, Why.CHANGE, 1), Note(0, 13, Why.CREDIT, 2)])
    assert [(piece.text, piece.note and piece.note.why) for piece in pieces] == [
        ("one ", Why.CREDIT), ("two", Why.CHANGE), (" three", Why.CREDIT),
    ]  # fmt: skip
    assert [piece.first for piece in pieces] == [True, True, False]
    assert Side(["x"], [0]).pieces([]) == [[Piece("x")]]


# --- what a page may not do ------------------------------------------------------------------------------


def with_address(address: str) -> Record:
    record = copy.deepcopy(records()["not-a-copy"])
    record["page"]["url"] = record["work"]["license_uri"] = address
    return record


@pytest.mark.parametrize(
    "address",
    ["javascript:ran()", "JAVASCRIPT:x", "data:text/html,x", "//evil.example/", "vbscript:x", "file:///etc/passwd",
     "https:evil", "http://[", " https://a.example", "https://a.example\\@b.example", "java\nscript:x",
     "https://user@evil.example/"],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    assert [a for a in attributes(page_of(with_address(address)), "href") if not a.startswith("#")] == []


def test_addresses_of_the_web_are_links() -> None:
    address = 'https://a.example/?a=1&b="2"'
    assert set(attributes(page_of(with_address(address)), "href")) >= {address}


def test_what_html_cannot_carry_is_replaced() -> None:
    record = copy.deepcopy(records()["not-a-copy"])
    record["work"]["title"] = "a\0b\x1bc\ud800d\u202ee\u2066f\ufffeg\x85h"
    shown = page_of(record)
    assert "a�b�c�d�e�f�g�h" in shown
    shown.encode("utf-8")
    record["work"]["title"], record["page"]["language"] = "a", 'x" onclick="y'
    assert 'lang=""' in page_of(record)
