"""The links that the author set in the text: are they there, and do they lead where the author's do."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from licensecheck.model import Change, Span
from licensecheck.sources import fold_url
from licensecheck.terms import ChangeClass, Level
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Alignment, Link, Page, Work


def link_changes(work: Work, page: Page, alignment: Alignment) -> Iterator[Change]:
    """A change for each link of the work that the page's body lacks (`after` empty) or leads elsewhere.

    `before` and `after` are URLs. Links are told by their words; tracking parameters are no difference. A link that
    went with the text around it is no change of its own.
    """
    if not work.links or alignment.body is None:
        return
    first, last = alignment.body
    shown: defaultdict[str, list[Link]] = defaultdict(list)
    for link in page.links:
        if first <= link.block <= last and link.hidden < 0:
            shown[squeeze(link.text)].append(link)
    for anchor in work.links:
        candidates = shown[squeeze(anchor.text)]
        if not candidates and not _is_cut(anchor.text, work, alignment):
            yield Change(ChangeClass.LINK, Level.STYLE, anchor.url, "")
        elif candidates and not any(_leads_to(link, anchor.url) for link in candidates):
            block = page.blocks[candidates[0].block]
            yield Change(
                ChangeClass.LINK,
                Level.WORDING,
                anchor.url,
                candidates[0].href,
                page_span=Span(block.start, block.end),
                path=page.tree.path(candidates[0].element),
            )


def _is_cut(words: str, work: Work, alignment: Alignment) -> bool:
    """Whether the page leaves out the text in which the words stand, wherever they do."""
    gone = [edit.work for edit in alignment.edits if not edit.page]
    places = [match.span() for match in re.finditer(re.escape(words), work.text)] if gone else []
    return bool(places) and all(any(cut.start <= a and b <= cut.end for cut in gone) for a, b in places)


def _leads_to(link: Link, url: str) -> bool:
    target = fold_url(url)
    shown = fold_url(link.href)
    if target is None or shown is None:
        return link.href == url
    return shown.leads_to(target)
