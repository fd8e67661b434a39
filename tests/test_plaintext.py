"""A text's captions, headline, deck and licence line are told from its body, and never at the body's cost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.errors import InputError
from licensecheck.licenses import License
from licensecheck.model import Notices, Paragraph, Photo
from licensecheck.plaintext import read_text, split_paragraphs

if TYPE_CHECKING:
    from pathlib import Path

CAPTION = "A ferry leaves the old pier in Lakeside."
CREDITED = f"{CAPTION} (Photo: Cy Lens/Example Agency)"
HEADLINE = "Ferries Return to the Lake After Six Years"
DECK = 'Two boats sail again, and the town has "waited long enough," the mayor said.'
BODY = (
    "LAKESIDE — Two ferries sailed on Monday for the first time since the storm took the pier six years ago.",
    '"We have waited long enough," said the mayor, who had paid for the first ticket out of her own pocket.',
    "A ticket is 3 euros. Children sail free until the end of summer, and dogs need a lead.",
)
LICENSE_LINE = "Our stories are published under Creative Commons (CC BY-NC-ND 3.0). Please share them."
NOTICE = "Our stories are published under Creative Commons (CC BY-NC-ND 3.0)."


def text(*paragraphs: str) -> str:
    """Paragraphs between blank lines."""
    return "\n\n".join(paragraphs) + "\n"


def body(*paragraphs: str) -> tuple[Paragraph, ...]:
    """Paragraphs as a work has them."""
    return tuple(map(Paragraph, paragraphs))


def test_full_text() -> None:
    work = read_text(text(CAPTION, CREDITED, HEADLINE, DECK, *BODY, LICENSE_LINE))
    assert work.photos == (Photo(CAPTION, "Cy Lens/Example Agency", licensed=None),)
    assert work.titles == (HEADLINE,)
    assert work.deck == DECK
    assert work.body == body(*BODY)
    assert work.license == License("by-nc-nd", "3.0")
    assert work.notices == Notices(license=NOTICE)
    unknown = (work.authors, work.parties, work.sources, work.published, work.links, work.language)
    assert unknown == (None,) * 6


@pytest.mark.parametrize(
    "paragraphs",
    [
        BODY,
        BODY[:1],
        (HEADLINE, *BODY),
        (HEADLINE, DECK, *BODY),
        (CAPTION, HEADLINE, *BODY),
        (CAPTION, CAPTION, *BODY),
        ("The lake (see the map)", "The lake froze (twice)", *BODY),
        (*BODY, "This story comes from the Gazette under a Creative Commons license. Read the original."),
        (*BODY, "Some rights reserved."),
        (*BODY, "Image: Cy Lens, CC BY-SA 2.0"),
        (*BODY, "The photos in this story are licensed under CC BY 4.0."),
        (*BODY[:2], "The archive is under CC BY 4.0.", BODY[2]),
        (*BODY, "The archive is under CC BY 4.0. " + "It holds the letters of the ferry company. " * 10),
        (LICENSE_LINE,),
    ],
)
def test_without_proof_everything_is_body(paragraphs: tuple[str, ...]) -> None:
    work = read_text(text(*paragraphs))
    assert work.body == body(*(paragraph.strip() for paragraph in paragraphs))
    assert (work.titles, work.deck, work.photos, work.license) == ((), None, (), None)
    assert work.notices == Notices()


@pytest.mark.parametrize(
    ("paragraphs", "head"),
    [
        ((HEADLINE, DECK, *BODY), (HEADLINE, DECK)),
        ((HEADLINE, BODY[0] * 3, *BODY[1:]), (HEADLINE, None)),
        ((HEADLINE, BODY[2]), (HEADLINE, None)),
        (("Who Pays for the Ferry?", DECK, *BODY), ("Who Pays for the Ferry?", DECK)),
        (("A Ferry for the U.S.", DECK, *BODY), ("A Ferry for the U.S.", DECK)),
        (("“The Lake Is Ours”", DECK, *BODY), ("“The Lake Is Ours”", DECK)),
        (BODY, (None, None)),
        ((BODY[0] * 3, DECK), (None, None)),
        (("The mayor put it so:", *BODY), (None, None)),
        (("“It sails.”", *BODY), (None, None)),
        ((HEADLINE,), (None, None)),
    ],
)
def test_head_before_a_licence_line(paragraphs: tuple[str, ...], head: tuple[str | None, str | None]) -> None:
    work = read_text(text(*paragraphs, LICENSE_LINE))
    assert (work.title, work.deck) == head
    assert work.body == body(*paragraphs[sum(part is not None for part in head) :])


@pytest.mark.parametrize(
    ("captions", "photos"),
    [
        ((CAPTION, CREDITED), [(CAPTION, "Cy Lens/Example Agency")]),
        ((CREDITED,), [(CAPTION, "Cy Lens/Example Agency")]),
        ((CREDITED, CREDITED), [(CAPTION, "Cy Lens/Example Agency")]),
        (("The pier", "The pier. (Cy Lens)"), [("The pier", "Cy Lens")]),
        (("The pier.", "The pier (Cy Lens)."), [("The pier.", "Cy Lens")]),
        (("The pier.", "The pier. (AP Photo/Cy Lens)"), [("The pier.", "AP Photo/Cy Lens")]),
        (("The pier.", "The pier. (Image: Cy Lens/flickr (CC BY 2.0))"), [("The pier.", "Cy Lens/flickr (CC BY 2.0)")]),
        (("The pier (left). (Photo by Cy Lens/Getty Images)",), [("The pier (left).", "Cy Lens/Getty Images")]),
        (("The pier. (Photo credit: Cy Lens)",), [("The pier.", "Cy Lens")]),
        (("The pier.", "The pier. (Cy Lens/Agency: Two by Ada)"), [("The pier.", "Cy Lens/Agency: Two by Ada")]),
        (("(Foto: Cy Lens)",), [(None, "Cy Lens")]),
        (
            (CAPTION, CREDITED, "A dog.", "A dog. (Dee Lens)"),
            [(CAPTION, "Cy Lens/Example Agency"), ("A dog.", "Dee Lens")],
        ),
    ],
)
def test_photos(captions: tuple[str, ...], photos: list[tuple[str | None, str]]) -> None:
    work = read_text(text(*captions, HEADLINE, DECK, *BODY))
    assert [(photo.caption, photo.credit) for photo in work.photos] == photos
    assert {photo.licensed for photo in work.photos} == {None}
    assert (work.title, work.deck, work.body) == (HEADLINE, DECK, body(*BODY))


def test_captions_inside_the_body_stay() -> None:
    assert read_text(text(*BODY, CAPTION, CREDITED, *BODY)).photos == ()


@pytest.mark.parametrize(
    ("line", "license_id", "notice"),
    [
        ("Published under CC BY-ND 4.0.", "CC BY-ND 4.0", "Published under CC BY-ND 4.0."),
        ("CC BY-NC-ND 3.0 US", "CC BY-NC-ND 3.0 US", "CC BY-NC-ND 3.0 US"),
        ("Licensed under CC BY-NC-ND.", None, "Licensed under CC BY-NC-ND."),
        ("Words are under CC BY 4.0. Charts are under CC BY-NC 4.0.", None, None),
        (
            "Share it! CC BY: https://creativecommons.org/licenses/by/4.0/",
            "CC BY 4.0",
            "CC BY: https://creativecommons.org/licenses/by/4.0/",
        ),
        (
            "This is CC BY 3.0 (https://creativecommons.org/licenses/by/4.0/). Thank you.",
            "CC BY 4.0",
            "This is CC BY 3.0 (https://creativecommons.org/licenses/by/4.0/).",
        ),
    ],
)
def test_licence_line(line: str, license_id: str | None, notice: str | None) -> None:
    work = read_text(text(*BODY, line))
    assert (work.license.id if work.license else None) == license_id
    assert work.notices.license == (notice or line)
    assert work.body == body(*BODY)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("blank", ["", "  ", "\t", "\u00a0"])
def test_line_ends_and_blank_lines(end: str, blank: str) -> None:
    source = end.join(("", " One", "line. ", blank, blank, "Two\u00a0lines.", ""))
    assert split_paragraphs(source) == ("One line.", "Two\u00a0lines.")


@pytest.mark.parametrize("source", ["", "\n \n", "\u00a0\n\n"])
def test_no_text(source: str) -> None:
    with pytest.raises(InputError, match=r"^a\.txt: holds no text"):
        read_text(source, "a.txt")


pieces = st.sampled_from((CAPTION, CREDITED, HEADLINE, DECK, *BODY, LICENSE_LINE, "(Photo: Cy Lens)", "By Ada"))


@given(st.lists(pieces | st.text("ab .(:)", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=9))
def test_the_body_is_a_run_of_the_paragraphs(paragraphs: list[str]) -> None:
    source = split_paragraphs(text(*paragraphs))
    kept = tuple(paragraph.text for paragraph in read_text(text(*paragraphs)).body)
    assert kept
    assert any(source[start : start + len(kept)] == kept for start in range(len(source)))


@pytest.mark.parametrize(
    "piece", ["(", "()", "((a)", "a. ", "(Photo: ", "a.b.", "CC BY ", "\n", "a\n\n", "a (Photo: b)\n\n"]
)
def test_hostile_texts_cost_little(piece: str) -> None:
    start = time.perf_counter()
    for length in (390, 780, 400_000):
        read_text("a\n\na " + piece * (length // len(piece)) + "b\n\n" + piece * (length // len(piece)) + "b")
    assert time.perf_counter() - start < 5


@pytest.mark.shared
def test_seed_article(shared: Path) -> None:
    source = next((shared / "seed").glob("*.txt")).read_text(encoding="utf-8")
    work = read_text(source)
    assert [(len(photo.caption or ""), photo.credit, photo.licensed) for photo in work.photos] == [
        (89, "Bellingcat/Twitter", None)
    ]
    assert (len(work.titles), len(work.title or ""), len(work.deck or "")) == (1, 60, 159)
    assert len(work.body) == 16
    assert [len(work.body[number].text) for number in (0, 15)] == [182, 179]
    assert work.license == License("by-nc-nd", "3.0")
    assert work.license.id == "CC BY-NC-ND 3.0"
    assert work.notices.license is not None
    assert work.notices.license.endswith("(CC BY-NC-ND 3.0).")
