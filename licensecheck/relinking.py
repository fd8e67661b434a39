"""Links in the source of a page: found, led elsewhere, set and taken out."""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING

from licensecheck.model import Span
from licensecheck.retouch import Splice
from licensecheck.tags import are_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Link
    from licensecheck.tags import Tag
    from licensecheck.trace import Trace


def readdressed(trace: Trace, link: Link, url: str) -> Iterator[Splice]:
    """The link, led to another address."""
    tag = _tag(trace, link)
    for place in values(trace, tag, link.href) if tag else ():
        yield Splice(place.start, place.end, escape(url))


def unlinked(trace: Trace, link: Link) -> Iterator[Splice]:
    """The link taken out, its words left."""
    tag = _tag(trace, link)
    closing = trace.tags.end_of(tag) if tag else None
    if tag and closing:
        yield from (Splice(tag.start, tag.end, ""), Splice(closing.start, closing.end, ""))


def linked(trace: Trace, span: Span, url: str, rel: str = "") -> Iterator[Splice]:
    """The words made a link, unless they stand in one or reach into an element."""
    found = trace.ink(span.start, span.end)
    if not found:
        return
    start, end = trace.starts[found[0]], trace.ends[found[-1]]
    if are_whole(trace.tags.between(start, end)) and all(tag.name != "a" for tag in trace.tags.around(start)):
        opening = f'<a rel="{rel}" href="{escape(url)}">' if rel else f'<a href="{escape(url)}">'
        yield Splice(start, end, f"{opening}{trace.source[start:end]}</a>")


def values(trace: Trace, tag: Tag, said: str) -> Iterator[Span]:
    """Where a start tag has an attribute of this value."""
    for _, start, end in trace.tags.attributes(tag):
        if unescape(trace.source[start:end]).strip() == said:
            yield Span(start, end)


def _tag(trace: Trace, link: Link) -> Tag | None:
    """The start tag of a link; `None` unless the source has as many with its address as the page."""
    alike = [each for each in trace.page.links if each.href == link.href]
    tags = [tag for tag in trace.tags.named("a") if any(values(trace, tag, link.href))]
    return tags[alike.index(link)] if len(tags) == len(alike) else None
