"""The headline that a page gives its copy of the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Collection

    from licensecheck.model import Page, Work

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
# What a page calls itself may carry the site's name: the headline is at least this share of it.
_LEAST_SHARE = 0.5
_NONE_FITS = 3


def find_headline(work: Work, page: Page, first: int) -> int:
    """The number of the block that begins the headline of the body that begins in block `first`; -1: none.

    A heading that is a title of the work comes before one that the page's metadata call its title, and that
    before an h1; of two equals the one nearer to the body. The site's name is none of them.
    """
    titles = frozenset(map(squeeze, work.titles))
    names = frozenset(squeeze(name) for name in _own_names(page))
    site = frozenset(squeeze(statement.value) for statement in page.said("site_name"))
    best, headline = _NONE_FITS, -1
    for number in range(first - 1, -1, -1):
        block = page.blocks[number]
        tag = page.tree.tags[block.element]
        if tag not in _HEADINGS or block.hidden >= 0 or (number and page.blocks[number - 1].element == block.element):
            continue
        letters = squeeze(headline_text(page, number))
        if letters in site:
            continue
        rank = 0 if letters in titles else 1 if _is_named(letters, names) else 2 if tag == "h1" else _NONE_FITS
        if rank < best:
            best, headline = rank, number
    return headline


def headline_text(page: Page, number: int) -> str:
    """The whole headline that begins in the block: line breaks cut it into several blocks of one element."""
    element = page.blocks[number].element
    lines = []
    for block in page.blocks[number:]:
        if block.element != element:
            break
        lines.append(block.text)
    return " ".join(lines)


def _own_names(page: Page) -> set[str]:
    names = {statement.value for statement in page.said("headline")}
    return names | {page.title} if page.title else names


def _is_named(letters: str, names: Collection[str]) -> bool:
    return any(letters in name and len(letters) >= _LEAST_SHARE * len(name) for name in names)
