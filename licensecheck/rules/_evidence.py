"""Quoting what a finding rests on: from the page, from the work, in messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.model import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licensecheck.claims import Mark, Mention, PhotoCredit, Phrase
    from licensecheck.model import Block, Case, Change

# Characters of a quotation inside a message; the evidence carries the whole of it.
_QUOTED = 90


def quoted(text: str) -> str:
    """The text in quotation marks, shortened at a word if it is long."""
    if len(text) <= _QUOTED:
        return f"“{text}”"
    return f"“{text[:_QUOTED].rsplit(' ', 1)[0]} …”"


def listed(names: Sequence[str]) -> str:
    """The names as one reads them: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def on_page(case: Case, found: Mention | Mark | Phrase) -> Evidence:
    """What the page has, and where."""
    return Evidence("page", found.text, found.span, _path(case, found.element))


def of_photo(case: Case, photo: PhotoCredit) -> Evidence:
    """What the page shows with a photo, and where."""
    shown = " ".join(filter(None, (photo.caption, photo.credit)))
    return Evidence("page", shown, photo.span, _path(case, photo.element))


def of_block(case: Case, block: Block) -> Evidence:
    """A block of the page, and where it stands."""
    return Evidence("page", block.text, Span(block.start, block.end), _path(case, block.element))


def of_work(text: str) -> Evidence:
    """What the work has, where it has no place in the body."""
    return Evidence("work", text)


def of_change(change: Change) -> tuple[Evidence, ...]:
    """Both sides of a change, those that have text."""
    sides = (
        Evidence("work", change.before, change.work_span),
        Evidence("page", change.after, change.page_span, change.path),
    )
    return tuple(side for side in sides if side.text)


def _path(case: Case, element: int) -> str | None:
    return case.page.tree.path(element) if element >= 0 else None
