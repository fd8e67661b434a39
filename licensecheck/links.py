"""The links that the author set in the text: are they there, and do they lead where the author's do."""

from __future__ import annotations

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

    `before` and `after` are URLs. Links are told by their words; tracking parameters are no difference.
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
        if not candidates:
            yield Change(ChangeClass.LINK, Level.STYLE, anchor.url, "")
        elif not any(_leads_to(link, anchor.url) for link in candidates):
            block = page.blocks[candidates[0].block]
            yield Change(
                ChangeClass.LINK,
                Level.WORDING,
                anchor.url,
                candidates[0].href,
                page_span=Span(block.start, block.end),
                path=page.tree.path(candidates[0].element),
            )


def _leads_to(link: Link, url: str) -> bool:
    target = fold_url(url)
    shown = fold_url(link.href)
    if target is None or shown is None:
        return link.href == url
    return shown.leads_to(target)
