"""Whether a page says that it shows one part of several: what is missing from it may stand on the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.patterns import pattern
from licensecheck.terms import Unread

if TYPE_CHECKING:
    from licensecheck.model import Alignment, Page

# From this share on nothing is missing that another page could hold.
WHOLE = 0.99
_PART = pattern(
    r"\b(?:page|página|seite|pagina|страница|صفحة)\s+\d+\s*(?:of|de|von|di|/|из|من)\s*(?!1\b)\d+\b", re.IGNORECASE
)
_NEXT = frozenset({"next", "prev"})


def with_pagination(page: Page, alignment: Alignment) -> Page:
    """The page, marked as one of several where it says so and lacks some of the work."""
    if alignment.body is None or alignment.coverage >= WHOLE or not _is_part(page):
        return page
    return page._replace(unread=(*page.unread, Unread.PAGINATED))


def _is_part(page: Page) -> bool:
    """Whether pages are counted in its text, or it links to the next of its own path."""
    if any(block.hidden < 0 and _PART.search(block.text) for block in page.blocks):
        return True
    own = {_path(statement.value) for statement in page.said("canonical")} | {_path(page.url or "")}
    return any(statement.name in _NEXT and _path(statement.value) in own for statement in page.statements)


def _path(url: str) -> str:
    """The address without query, fragment and page number."""
    return re.sub(r"(?:/(?:page/)?\d+)?/*(?:[?#].*)?$", "", url)
