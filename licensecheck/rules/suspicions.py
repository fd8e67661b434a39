"""Whether the page tells the work in another language or in other words, where the licence allows no derivatives.

These look at pages on which little of the work stands as well: a translation has none of its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.licenses import Element
from licensecheck.rules._changes import rewritten, stale
from licensecheck.rules._evidence import of_block, of_change
from licensecheck.rules._rule import Outcome, fail, review, rule
from licensecheck.sources import fold_url
from licensecheck.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Evidence, Likeness

# From so many rewritten passages, and this share of the work in them, on, the page is a rewrite.
_PASSAGES, _SHARE = 4, 0.2
_SHOWN = 5


def _forbids_changes(case: Case) -> bool:
    """The licence allows no derivatives; how much of the work is there makes no difference."""
    return case.work.license is not None and Element.ND in case.work.license.elements


@rule("ND-407", clause=Clause.ADAPTATION, applies=_forbids_changes)
def translation_suspected(case: Case) -> Iterator[Outcome]:
    """The page seems to be a translation of the work.

    Every version names translation as a derivative. The page is in another language, and has the work's figures, names
    and links in the work's order, paragraph by paragraph. That is no proof, so a person decides.

    Known problems: a translation that the publisher made or allowed looks the same; one into another script keeps
    figures only, and is found only where there are many.
    Fix: ask the publisher for permission, or link to the original instead.
    """
    found = case.likeness
    if found and found.foreign and not _is_publishers(case):
        yield review(
            f"the page seems to be a translation of the work, unless its publisher made it: {_shared(found)}",
            severity=Severity.VIOLATION,
            evidence=[_opening(case, found)],
            fix="Ask the publisher for permission to translate, or link to the original instead.",
        )


@rule("ND-408", clause=Clause.ADAPTATION, applies=_forbids_changes)
def rewrite_suspected(case: Case) -> Iterator[Outcome]:
    """The page tells the work in other words, by hand or by machine, or sums it up.

    Where sentence after sentence was rewritten between words of the work, that is plain. Where hardly a word is the
    work's but its figures, names and quotations follow in its order, and few others stand among them, a person decides:
    facts are free, and two reports of one event share them.

    Known problems: a rewrite that reorders or leaves out much is not found.
    Fix: publish the work's own text, or link to it instead.
    """
    fix = "Publish the work's own text, or link to it instead."
    passages = tuple(rewritten(case))
    letters = sum(len(change.before) for change in passages)
    if len(passages) >= _PASSAGES and letters >= _SHARE * len(case.work.text):
        yield fail(
            f"the page rewrites the work: {len(passages)} passages are in other words",
            evidence=[evidence for change in passages[:_SHOWN] for evidence in of_change(change)],
            fix=fix,
            cause=stale(case),
        )
    found = case.likeness
    if found and not found.foreign and not _is_publishers(case):
        message = f"the page seems to tell the work in other words: {_shared(found)}"
        yield review(message, evidence=[_opening(case, found)], fix=fix)


def _shared(found: Likeness) -> str:
    """What the page has of the work, in a few words."""
    more = f" and {len(found.facts) - _SHOWN} more" if len(found.facts) > _SHOWN else ""
    return f"{', '.join(found.facts[:_SHOWN])}{more} follow in the work's order"


def _opening(case: Case, found: Likeness) -> Evidence:
    """How the suspected text begins."""
    return of_block(case, next(block for block in case.page.blocks if block.start == found.span.start))


def _is_publishers(case: Case) -> bool:
    """Whether the page stands on the site of the original."""
    own = fold_url(case.page.url or "")
    return own is not None and any(
        own.host == source.host for source in map(fold_url, case.work.sources or ()) if source
    )
