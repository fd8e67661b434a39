"""What a page says to machines, put right: licences and canonical addresses in its head and its scripts."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from licensecheck.model import Span
from licensecheck.policy import PageMarkup
from licensecheck.policy_terms import ClauseLevel, Markup
from licensecheck.relinking import values
from licensecheck.retouch import Splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case
    from licensecheck.trace import Trace


def restated(trace: Trace, said: str, wanted: str) -> Iterator[Splice]:
    """An address that the head or a script gives, replaced; only where it is given once, so that it means one thing."""
    places = [place for tag in trace.tags.named("link", "meta") for place in values(trace, tag, said)]
    for tag in trace.tags.named("script"):
        closing = trace.tags.end_of(tag)
        end = closing.start if closing else tag.end
        for written in {said, said.replace("/", "\\/")}:
            found = re.finditer(f'(?<="){re.escape(written)}(?=")', trace.source[tag.end : end])
            places += [Span(tag.end + match.start(), tag.end + match.end()) for match in found]
    if len(places) == 1:
        yield Splice(*places[0], escape(wanted))


def headed(trace: Trace, case: Case) -> Iterator[Splice]:
    """What the publisher wants in the head of a copy: the original as its canonical address, no place in an index."""
    head = next(trace.tags.named("head"), None)
    if head is None or case.policy is None:
        return
    wanted = {clause.want for clause in case.policy.of(PageMarkup) if clause.level is not ClauseLevel.WAIVER}
    source = next(iter(case.work.sources or ()), None)
    if Markup.CANONICAL in wanted and source:
        if canonical := next(case.page.said("canonical"), None):
            yield from restated(trace, canonical.value, source)
        else:
            yield Splice(head.end, head.end, f'\n<link rel="canonical" href="{escape(source)}">')
    if Markup.NOINDEX in wanted and not any("noindex" in robots.value.lower() for robots in case.page.said("robots")):
        yield Splice(head.end, head.end, '\n<meta name="robots" content="noindex">')
