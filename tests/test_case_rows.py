"""Every question that editors ask of a changed copy has a case that answers it: its `why` begins with the row."""

from __future__ import annotations

import re
import tomllib

import pytest
from test_cases import FOLDERS

# The rows, and where no case can stand for one, the test that does.
ROWS = {
    1: "another format: AMP, a newsletter, tables, plain text",
    2: "typography: quotation marks, dashes, spaces, ligatures",
    3: "markup: ranks of headings, paragraphs joined or split",
    4: "quotation marks lost, so that words change their speaker",
    5: "another headline",
    6: "another deck, or none",
    7: "subheads put in or taken out",
    8: "house style: spelling, capitals, figures",
    9: "another way to name a time or place",
    10: "a slip of the pen put right",
    11: "an excerpt that says so and links to the whole",
    12: "sentences cut inside the article",
    13: "the article stops early",
    14: "a sentence or paragraph put in",
    15: "another order",
    16: "another word",
    17: "another word inside a quotation",
    18: "a translation",
    19: "a summary in the article's place",
    20: "the article in other words",
    21: "a summary beside the article",
    22: "a recording",
    23: "a pull quote, faithful or not",
    24: "an editor's note inside the article or beside it",
    25: "an image of the page's own, or one left out",
    26: "a photo cropped",
    27: "a photo in another size",
    28: "a caption in other words, or without its credit",
    29: "advertisements and appeals between paragraphs",
    30: "links to other stories, and links put into the words",
    31: "links taken out",
    32: "links led elsewhere",
    33: "an embedded post, video or chart left out",
    34: "a note on the author, or on who paid, left out",
    35: "a correction left out",
    36: "the original was changed later",
}
COVERED_BY = {1: "test_check.test_a_faithful_copy_raises_nothing: each theme is another format"}
ROW = re.compile(r"Row (\d+): ")


def rows() -> set[int]:
    """The rows that cases name."""
    whys = (tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))["why"] for folder in FOLDERS)
    return {int(match[1]) for why in whys if (match := ROW.match(why))}


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_a_case(row: int) -> None:
    assert row in rows() or row in COVERED_BY, ROWS[row]


def test_no_case_names_a_row_that_there_is_not() -> None:
    assert rows() <= set(ROWS)
