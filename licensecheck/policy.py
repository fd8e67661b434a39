"""A publisher's own terms for republishing: what it allows beyond the licence, and what it asks for beside it.

A licence is complete in itself, so nothing here is a term of it. Each clause says how binding the publisher makes it,
where that stands and when it was read there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from licensecheck.policy_terms import Occasion, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.licenses import License
    from licensecheck.policy_terms import (
        Allowance,
        Asset,
        AssetTerms,
        Check,
        ClauseLevel,
        CreditPart,
        Duty,
        EditClass,
        Expiry,
        LinkTarget,
        Markup,
        Placement,
        Tier,
        Use,
    )

# A template for each language tag; its slots are those of `slots.py`.
Templates = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyClause:
    """One thing that a policy says: in our words, how binding it is, where it was read and when (ISO 8601)."""

    says: str
    level: ClauseLevel
    check: Check
    source_url: str
    retrieved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits(PolicyClause):
    """The sorts of edits that are allowed; as a condition also: no others."""

    classes: tuple[EditClass, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening(PolicyClause):
    """How far the text may be cut; `paragraphs` is how many may be kept, where only the first may."""

    how: Allowance
    paragraphs: int | None = None
    keep_quotations: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions(PolicyClause):
    """How far text may be added, and where, if that is said."""

    how: Allowance
    placement: Placement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(PolicyClause):
    """How far the text may be translated."""

    how: Allowance


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditForm(PolicyClause):
    """Who is named, how and where; `size` is the least font size, as a share of the text's."""

    parts: tuple[CreditPart, ...] = ()
    templates: Templates = ()
    placement: Placement | None = None
    link: LinkTarget | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(PolicyClause):
    """A sentence that the page is to carry."""

    templates: Templates
    wording: Wording = Wording.EQUIVALENT
    placement: Placement | None = None
    when: Occasion = Occasion.ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetUse(PolicyClause):
    """What may be done with photos and the like; `credited_to` names the credits under which they are given."""

    asset: Asset
    terms: AssetTerms
    credited_to: tuple[str, ...] = ()
    keep_credit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarkup(PolicyClause):
    """What the markup is to hold.

    A pixel is told by a part of its `address`; `{id}` in it is the article's number, which stands in the article's own
    address as `article` says. `share` is the least share of the text's links that is kept.
    """

    want: Markup
    address: str | None = None
    article: str | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage(PolicyClause):
    """Whether a use is allowed, or a circumstance there."""

    use: Use
    allowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(PolicyClause):
    """The days after publication from which and until which the article may be shown."""

    from_days: int | None = None
    until_days: int | None = None
    expiry: Expiry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume(PolicyClause):
    """How much may be taken: articles in a month, or everything."""

    per_month: int | None = None
    wholesale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(PolicyClause):
    """What is to be done besides, and to which address."""

    duty: Duty
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Selectors:
    """Which works a policy covers; an empty tuple or `None` leaves that open.

    `sections` are beginnings of the path, `since` and `until` days of publication (ISO 8601), `bylines` the outlets
    in whose name a work must be, `carve_outs` names in a byline that put it outside. `body` is the CSS selector of the
    element that holds the text on the publisher's pages; it selects no works.
    """

    domains: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    tags: tuple[str, ...] = ()
    republish_button: bool = False
    bylines: tuple[str, ...] = ()
    carve_outs: tuple[str, ...] = ()
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """The licence that the publisher names: `per_article` if each work says its own, `contradiction` where it does."""

    license: License | None = None
    per_article: bool = False
    contradiction: str | None = None


_Kind = TypeVar("_Kind", bound=PolicyClause)


@dataclass(frozen=True, slots=True)
class Policy:
    """A publisher's terms for one sort of republisher."""

    name: str
    publisher: str
    source_url: str
    retrieved: str
    tier: Tier
    offer: Offer
    select: Selectors
    clauses: tuple[PolicyClause, ...] = ()

    def of(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """The clauses of a kind, in the order of the file."""
        return (clause for clause in self.clauses if isinstance(clause, kind))
