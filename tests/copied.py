"""A short work of our own writing and pages that copy it, for the tests of what a page says around a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.align import align
from licensecheck.credit import read_credit
from licensecheck.licenses import License, license_of
from licensecheck.model import Alignment, Notices, Page, Paragraph, Photo, Work
from licensecheck.page import read_page

if TYPE_CHECKING:
    from licensecheck.claims import Credit

STORY = (
    "The last ferry left the island of Tornholm at dusk on Sunday, with eleven passengers and a crate of hens.",
    "For ninety years the crossing had taken forty minutes; the new bridge takes four, and nobody waves from it.",
    "“We were never fast,” said Ilse Brandvik, who sold tickets for three decades, “but we were always on time.”",
    "The county will keep the pier, the waiting room and the bell, and has yet to decide about the timetable.",
)
TITLE = "The bell at Tornholm pier rings for nobody"
SOURCE = "https://www.harbourpost.example/2024/tornholm-ferry"


def known(unit: str, version: str, port: str = "") -> License:
    """A licence that exists."""
    found = license_of(unit, version, port)
    assert found is not None
    return found


LICENSE = known("by-nc-nd", "3.0")
WORK = Work(
    body=tuple(map(Paragraph, STORY)),
    titles=(TITLE,),
    authors=("Marit Q. Solheim", "José Ibáñez-Kroll"),
    parties=("The Harbour Post",),
    sources=(SOURCE,),
    license=LICENSE,
    notices=Notices(copyright="© 2024 The Harbour Post"),
    photos=(
        Photo("Hens wait for the last ferry.", "Aud Lervik/The Harbour Post", "/img/hens-on-pier.jpg", licensed=True),
    ),
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
FOOTER = (
    "<footer><nav><a href=/a>About us</a> <a href=/b>Contact</a> <a href=/c>Privacy</a></nav>"
    "<p>© 2024 Partner Gazette. All rights reserved.</p></footer>"
)


def markup(*, top: str = "", end: str = "", inside: str = "", outside: str = "", head: str = "") -> str:
    """A partner's page: `top` and `end` stand in the article, `inside` between its paragraphs, `outside` behind it."""
    first, rest = BODY.split("</p>", 1)
    return (
        f"<html lang=en><head><title>{TITLE} | Partner Gazette</title>{head}</head><body>"
        "<header><nav><a href=/>Partner Gazette</a> <a href=/news>News</a></nav></header>"
        f"<main><article><h1>{TITLE}</h1>{top}<div class=text>{first}</p>{inside}{rest}</div>{end}</article></main>"
        f"{outside}{FOOTER}</body></html>"
    )


def read(html: str, work: Work = WORK) -> tuple[Page, Alignment]:
    """The page, and where it carries the work."""
    page = read_page(html.encode())
    return page, align(work, page)


def credit_of(html: str, work: Work = WORK) -> Credit:
    """What the page says of the work's origin and terms."""
    return read_credit(work, *read(html, work))
