"""Which of a work's faithful texts a page follows: the manifest's body, an earlier or later version, or the snippet.

A page is read beside the manifest's body first; where it fits to the letter, no other text is looked at. Otherwise it
is held against each, and the mildest explanation counts: the text with the fewest changes that accounts for no less
of the page than the body does. So a short text never hides what was changed in the rest of a long copy.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.align import align
from licensecheck.classify import classify
from licensecheck.model import ORIGINAL, Anchor, Paragraph, Work
from licensecheck.page import read_page
from licensecheck.patterns import pattern
from licensecheck.terms import Level, Role
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Alignment, Change, Page

SNIPPET = "republish snippet"
# So many letters may match by chance around an edit.
_CHANCE = 12
_SUBHEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_MARKUP = pattern(r"<[a-zA-Z]")


class Fit(NamedTuple):
    """A page held against one text of a work; `work` is the work with that text as its body."""

    text: str
    work: Work
    alignment: Alignment
    changes: tuple[Change, ...]

    @property
    def letters(self) -> float:
        """About how many letters of the page the text accounts for."""
        return self.alignment.coverage * len(squeeze(self.work.text))

    @property
    def unlikeness(self) -> tuple[int, ...]:
        """Whether the text is not there, how many changes it has, gravest first, and how long they are together."""
        levels = [change.level for change in self.changes]
        length = sum(len(change.before) + len(change.after) for change in self.changes)
        counts = map(levels.count, (Level.SUBSTANCE, Level.WORDING, Level.STYLE))
        return self.alignment.body is None, *counts, length


def best_fit(work: Work, page: Page) -> Fit:
    """The page held against the text of the work that explains it best; of equals the first in the manifest."""
    original = _fit(ORIGINAL, work, page)
    if not original.changes and original.alignment.body is not None:
        return original
    fits = [original, *(_fit(text, other, page) for text, other in _other_texts(work))]
    enough = original.letters - _CHANCE
    return min((fit for fit in fits if fit.letters >= enough), key=lambda fit: fit.unlikeness)


def _fit(text: str, work: Work, page: Page) -> Fit:
    alignment = align(work, page)
    return Fit(text, work, alignment, classify(work, page, alignment))


def _other_texts(work: Work) -> Iterator[tuple[str, Work]]:
    """The work with each of its other texts as its body."""
    for version in work.versions:
        dated = f"{version.name}, {version.date}" if version.date and version.date not in version.name else version.name
        yield dated, work._replace(body=version.body)
    if work.snippet:
        handed_out = _snippet_text(work)
        if handed_out.body:
            yield SNIPPET, handed_out


@lru_cache(maxsize=64)
def _snippet_text(work: Work) -> Work:
    """The work with the article's text in its snippet as its body and the links in it; without body if it has none.

    Title and credit around the text are no part of it; a line of the publisher's own that stands between is.
    """
    page = snippet_page(work)
    alignment = align(work, page)
    if alignment.body is None:
        return work._replace(body=())
    first, last = alignment.body
    first, last = min((first, *alignment.edges)), max((last, *alignment.edges))
    apart = {aside.block for aside in alignment.asides}
    numbers = [n for n in range(first, last + 1) if n not in apart and page.blocks[n].hidden < 0]
    body = tuple(
        Paragraph(block.text, Role.SUBHEAD if page.tree.tags[block.element] in _SUBHEADS else Role.PARAGRAPH)
        for block in (page.blocks[number] for number in numbers)
    )
    links = tuple(Anchor(link.text, link.href) for link in page.links if link.block in numbers and link.text)
    return work._replace(body=body, links=links if work.links is not None else None)


def snippet_page(work: Work) -> Page:
    """The snippet as a page of its own, as a faithful paste would show it."""
    from html import escape  # noqa: PLC0415 (slow to load; few works have a snippet)

    snippet = work.snippet or ""
    if not _MARKUP.search(snippet):
        snippet = "".join(f"<p>{escape(text)}</p>" for text in snippet.split("\n") if text.strip())
    return read_page(snippet.encode("utf-8", "replace"), content_type="text/html; charset=utf-8")
