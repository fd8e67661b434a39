"""Photos by caption, credit and file name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from copied import WORK, credit_of, markup

from licensecheck.model import Photo
from licensecheck.photos import file_stem

if TYPE_CHECKING:
    from licensecheck.claims import PhotoCredit

CAPTION = "Hens wait for the last ferry."
CREDIT = "Aud Lervik/The Harbour Post"


def photo_on(inside: str, photo: Photo | None = None) -> PhotoCredit:
    """What a page with that in the story shows of the work's photo."""
    work = WORK._replace(photos=(photo,)) if photo else WORK
    (found,) = credit_of(markup(inside=inside), work).photos
    return found


def figure(caption: str, source: str = "/wp/a.jpg") -> str:
    return f"<figure><img src='{source}'><figcaption>{caption}</figcaption></figure>"


@pytest.mark.parametrize(
    "inside",
    [
        figure(f"{CAPTION} Photo: {CREDIT}"),
        figure(f"{CAPTION} (Aud Lervik)"),
        figure("HENS WAIT for the last ferry<br>© AUD LERVIK"),
        figure(f"<span>{CAPTION}</span><div class=credit>The Harbour Post / Aud Lervik</div>"),
        f"<div><img src=/a.jpg><p class=caption>{CAPTION}</p><p class=photo-credit>Lervik, Aud</p></div>",
        figure(CAPTION) + "<p>Photos by Aud Lervik</p>",
        figure(f"{CAPTION} Photo by A. Lervik for The Harbour Post."),
    ],
)
def test_captions_and_credits_in_many_forms(inside: str) -> None:
    found = photo_on(inside)
    assert found.present
    assert found.caption is not None
    assert found.credit is not None
    assert "lervik" in found.credit.lower()


@pytest.mark.parametrize("inside", [figure(CAPTION), figure(f"{CAPTION} Sunday, at the pier."), f"<p>{CAPTION}</p>"])
def test_a_caption_without_credit(inside: str) -> None:
    found = photo_on(inside)
    assert (found.present, found.credit) == (True, None)


@pytest.mark.parametrize(
    ("credit", "shown"),
    [
        ("Photo: Ragna Holt", "Ragna Holt"),
        ("(Ragna Holt/Fjord Pictures)", "Ragna Holt/Fjord Pictures"),
        ("© Fjord Pictures", "Fjord Pictures"),
        ("Foto: Ragna Holt", "Ragna Holt"),
    ],
)
def test_another_credit_is_shown_as_it_stands(credit: str, shown: str) -> None:
    assert photo_on(figure(f"{CAPTION} {credit}")).credit == shown


def test_a_caption_with_a_slip_is_still_the_photo() -> None:
    found = photo_on(figure("Hens wait for the very last ferry. Photo: Aud Lervik"))
    assert (found.present, found.credit) == (True, "Aud Lervik")


@pytest.mark.parametrize(
    "source",
    [
        "/uploads/2024/05/hens-on-pier.jpg",
        "/uploads/hens-on-pier-1024x683.jpg",
        "https://cdn.example/hens-on-pier-scaled.webp?w=600",
        "/_image?url=%2Fmedia%2FHens-on-pier.jpg&w=1080",
    ],
)
def test_a_photo_by_its_file_name(source: str) -> None:
    found = photo_on(figure("A quiet Sunday. Photo: Aud Lervik", source))
    assert (found.present, found.caption, found.credit) == (True, "A quiet Sunday.", "Aud Lervik")
    assert found.element >= 0


@pytest.mark.parametrize("source", ["/hens.jpg", "/hens-on-pier-two.jpg", "/not-hens-on-pier.jpg"])
def test_another_file_is_another_photo(source: str) -> None:
    assert not photo_on(figure("A quiet Sunday.", source)).present


def test_file_names_that_are_everywhere_say_nothing() -> None:
    assert not photo_on(figure("A quiet Sunday.", "/1.jpg"), Photo(source="/img/1.jpg")).present


def test_a_photo_that_is_not_there() -> None:
    found = photo_on(figure("The bell. Photo: Ragna Holt"))
    assert (found.present, found.caption, found.credit, found.span, found.element) == (False, None, None, None, -1)


def test_the_authors_byline_is_no_photo_credit() -> None:
    photo = Photo(CAPTION, "Marit Q. Solheim", None, licensed=True)
    html = markup(top="<p>By Marit Q. Solheim</p>", inside=figure(CAPTION))
    (found,) = credit_of(html, WORK._replace(photos=(photo,))).photos
    assert (found.present, found.credit) == (True, None)


def test_a_caption_that_begins_like_a_credit_is_not_one() -> None:
    photo = Photo("Photo: Ilse Brandvik at the counter", None, None)
    assert photo_on(figure("Photo: Ilse Brandvik at the counter"), photo).credit is None


def test_a_hidden_caption_does_not_show_the_photo() -> None:
    assert not photo_on(f"<p hidden>{CAPTION}</p>").present


def test_the_picture_that_a_photo_stands_with() -> None:
    by_file = photo_on(figure("A quiet Sunday. Photo: Aud Lervik", "/uploads/hens-on-pier-300x200.jpg"))
    by_caption = photo_on(figure(f"{CAPTION} Photo: {CREDIT}", "/uploads/2024.jpg"))
    assert [found.image and found.image.source for found in (by_file, by_caption)] == [
        "/uploads/hens-on-pier-300x200.jpg",
        "/uploads/2024.jpg",
    ]
    assert photo_on(f"<p>{CAPTION}</p>").image is None


def test_a_credit_under_another_picture() -> None:
    found = photo_on(figure("The new bridge at noon. Photo: Aud Lervik", "/new-bridge.jpg"))
    assert (found.present, found.credit, found.image and found.image.source) == (False, "Aud Lervik", "/new-bridge.jpg")
    assert photo_on("<p>Photos by Aud Lervik</p>").image is None


@pytest.mark.parametrize(
    ("source", "stem"),
    [
        ("https://cdn.example/a/hens-on-pier-1024x683.jpg?w=600", "hens-on-pier"),
        ("/img/Hens%20on%20pier-scaled.webp", "Hens on pier"),
        ("hens@2x.png", "hens"),
        ("", ""),
    ],
)
def test_the_name_of_a_file(source: str, stem: str) -> None:
    assert file_stem(source) == stem
