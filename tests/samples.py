"""A small article of our own, the pages that carry it, and what the check makes of the two."""

from __future__ import annotations

import html
from typing import NamedTuple

from licensecheck.align import align
from licensecheck.classify import classify
from licensecheck.model import Alignment, Change, Page, Paragraph, Work
from licensecheck.page import read_page
from licensecheck.terms import Role

TEXTS = (
    (
        "The ferry between Sallow Point and the Isle of Dray stopped running on Friday after its owner, Tamsin Okoro, "
        "said the hull could not be repaired. About 340 islanders depend on it."
    ),
    (
        "“We did not see this coming,” said Jonas Feld, who runs the island's only bakery. “Flour comes by boat, and "
        "so does everyone who buys my bread.” He has asked the county for help."
    ),
    (
        "The county bought the ferry in 1987 for $1.5 million and sold it nine years later. Since then it has carried "
        "mail, sheep and schoolchildren, often all at once."
    ),
    (
        "Repairs would cost between $280,000 and $310,000, according to the shipyard at Cray Harbor. The yard's "
        "manager may still lower that price. Nobody else has offered to do the work."
    ),
    (
        "A smaller boat will take passengers from Monday. It cannot carry cars, and it does not sail when the wind is "
        "above 30 knots. Fares stay the same."
    ),
    (
        "Okoro hopes to find a used vessel in Norway before winter. “An island without a ferry is just a rock,” she "
        "said. The county board meets again in October."
    ),
)
FOREIGN = (
    "Twelve gardeners in Pell Street have planted a hedge that hums.",
    "The hum comes from a family of bees which moved in during the spring and refuses every offer of a better home.",
    "Neighbours are delighted, apart from one who keeps a list of the hours at which the hedge is silent.",
)


class Seen(NamedTuple):
    """A work beside a page, and what differs."""

    work: Work
    page: Page
    alignment: Alignment
    changes: tuple[Change, ...]

    @property
    def told(self) -> list[tuple[str, str, str, str]]:
        """Class, level, before and after of each change."""
        return [(change.kind, change.level, change.before, change.after) for change in self.changes]


def work_of(*texts: str, subheads: tuple[int, ...] = ()) -> Work:
    """A work with that body; `subheads` are the numbers of those that are no paragraphs."""
    roles = (Role.SUBHEAD if number in subheads else Role.PARAGRAPH for number in range(len(texts)))
    return Work(tuple(Paragraph(text, role) for text, role in zip(texts, roles, strict=True)))


def marked(*texts: str) -> str:
    """The texts as paragraphs of markup."""
    return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts)


def framed(body: str) -> Page:
    """The page of a small news site around a body of markup."""
    return read_page(
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry stops</title></head><body>
        <header><a href="/">The Dray Courier</a></header><nav><ul><li><a href="/sea">Sea</a></li></ul></nav>
        <main><article><h1>Ferry stops running</h1><div class="story">{body}</div></article></main>
        <footer>The Dray Courier, 4 Quay Lane</footer></body></html>""".encode()
    )


def compared(work: Work, page: Page) -> Seen:
    """The work beside the page."""
    alignment = align(work, page)
    return Seen(work, page, alignment, classify(work, page, alignment))


WORK = work_of(*TEXTS)


def republished(*texts: str) -> Seen:
    """The sample work beside a copy with these paragraphs."""
    return compared(WORK, framed(marked(*texts)))


def reworded(before: str, after: str) -> Seen:
    """The sample work beside a copy in which one string, which the work has once, is another."""
    assert sum(text.count(before) for text in TEXTS) == 1
    return republished(*(text.replace(before, after) for text in TEXTS))
