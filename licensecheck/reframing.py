"""What frames the text of a copy as it was: headline, deck, captions, and the links in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.model import Span
from licensecheck.relinking import linked, readdressed, unlinked
from licensecheck.retouch import put, reworded
from licensecheck.terms import ChangeClass
from licensecheck.text import ink, squeeze

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from licensecheck.model import Block, Case, Change
    from licensecheck.retouch import Splice
    from licensecheck.trace import Trace

_HEADINGS = frozenset({ChangeClass.HEADLINE, ChangeClass.DECK})


def reframed(trace: Trace, case: Case, rules: Collection[str]) -> Iterator[Splice]:
    """The splices that answer the findings of these rules."""
    for change in case.changes:
        if change.kind in _HEADINGS and change.after and "ND-411" in rules:
            for block in _blocks_of(case, change.after):
                yield from put(trace, block, Span(block.start, block.end), change.before)
        elif change.kind is ChangeClass.CAPTION and "ND-414" in rules:
            yield from _caption(trace, case, change)
        elif change.kind is ChangeClass.LINK and not {"ND-410", "POL-954"}.isdisjoint(rules):
            yield from _link(trace, case, change)


def own_links_removed(trace: Trace, case: Case, paths: Collection[str]) -> Iterator[Splice]:
    """The splices that take out the links whose elements have these paths."""
    for link in case.page.links:
        if case.page.tree.path(link.element) in paths:
            yield from unlinked(trace, link)


def _blocks_of(case: Case, text: str) -> Iterator[Block]:
    """The blocks above the body, and in it, that a reader sees and that say this and no more."""
    wanted = ink(text)
    return (block for block in case.page.blocks if block.hidden < 0 and ink(block.text) == wanted)


def _caption(trace: Trace, case: Case, change: Change) -> Iterator[Splice]:
    for shown in case.credit.photos:
        if shown.caption == change.after and shown.photo.caption == change.before and shown.span:
            block = next(b for b in case.page.blocks if b.start <= shown.span.start < b.end)
            yield from reworded(trace, block, shown.span, change.before)


def _link(trace: Trace, case: Case, change: Change) -> Iterator[Splice]:
    """The link of the work set again, or led where the work's leads."""
    if case.alignment.body is None:
        return
    first, last = case.alignment.body
    for anchor in (each for each in case.work.links or () if each.url == change.before):
        words = squeeze(anchor.text)
        for link in case.page.links:
            if first <= link.block <= last and link.hidden < 0 and squeeze(link.text) == words:
                yield from readdressed(trace, link, anchor.url)
                return
        for block in case.page.blocks[first : last + 1]:
            at = block.text.find(anchor.text)
            if at >= 0 and block.hidden < 0:
                begin = block.start + at
                yield from linked(trace, Span(begin, begin + len(anchor.text)), anchor.url)
                return
