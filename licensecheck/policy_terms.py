"""The closed sets of the language in which publishers' policies are written, as they stand in a policy file."""

from __future__ import annotations

from enum import StrEnum


class ClauseLevel(StrEnum):
    """What a clause is to the licence: more than it grants, or asked for beside it."""

    WAIVER = "waiver"
    CONDITION = "condition"
    REQUEST = "request"


class Check(StrEnum):
    """Who can tell whether a clause is kept: a program, a person with what a program found, or only a person."""

    AUTOMATIC = "automatic"
    EVIDENCE = "evidence"
    MANUAL = "manual"


class Tier(StrEnum):
    """Whom a policy is for."""

    PUBLIC = "public"
    PARTNER = "partner"
    PRINT = "print"
    RADIO = "radio"


class EditClass(StrEnum):
    """A sort of edit that a publisher may allow by name."""

    TIME = "time"
    PLACE = "place"
    HOUSE_STYLE = "house-style"
    SPELLING = "spelling"
    TYPOGRAPHY = "typography"
    UNITS = "units"
    HEADLINE = "headline"
    DECK = "deck"


class Allowance(StrEnum):
    """How far shortening, adding or translating is allowed."""

    NO = "no"
    YES = "yes"
    WITH_NOTE = "with-note"
    WITH_APPROVAL = "with-approval"
    FIRST_PARAGRAPHS = "first-paragraphs"
    ENTIRE = "entire"


class CreditPart(StrEnum):
    """Who is to be named."""

    AUTHOR = "author"
    INSTITUTION = "institution"
    OUTLET = "outlet"
    CO_REPORTERS = "co-reporters"
    PHOTOGRAPHER = "photographer"


class Placement(StrEnum):
    """Where on the page a credit or sentence is to stand, or an addition may."""

    TOP = "top"
    END = "end"
    FIRST_PARAGRAPH = "first-paragraph"
    BYLINE = "byline"


class LinkTarget(StrEnum):
    """Where the credit's link is to lead."""

    ARTICLE = "article"
    HOME = "home"
    EITHER = "either"


class Wording(StrEnum):
    """Whether a sentence is fixed or one to its effect will do."""

    VERBATIM = "verbatim"
    EQUIVALENT = "equivalent"


class Occasion(StrEnum):
    """On which copies a sentence is to stand."""

    ALWAYS = "always"
    UNCHANGED = "unchanged"
    EDITED = "edited"


class Asset(StrEnum):
    """What comes with an article beside its text."""

    PHOTOS = "photos"
    EMBEDS = "embeds"
    CHARTS = "charts"
    AUDIO = "audio"


class AssetTerms(StrEnum):
    """On what terms it may be taken over."""

    NONE = "none"
    IF_CREDITED = "if-credited"
    WITH_STORY = "with-story"
    CLEARED_SEPARATELY = "cleared-separately"
    KEEP = "keep"
    STRIP = "strip"
    RESIZE = "resize"


class Markup(StrEnum):
    """What the page's markup is to hold."""

    CANONICAL = "canonical"
    NOINDEX = "noindex"
    PIXEL = "pixel"
    LINKS = "links"
    LOGO = "logo"


class Use(StrEnum):
    """A way to use the article, or a circumstance of its use."""

    ADS = "ads"
    ADS_AGAINST = "ads-against"
    RESALE = "resale"
    PAYWALL = "paywall"
    DONATIONS = "donations"
    ENDORSEMENT = "endorsement"
    FRAMING = "framing"
    CONTACT_PAGE = "contact-page"
    ELIGIBILITY = "eligibility"


class Expiry(StrEnum):
    """What becomes of the copy when its time is over."""

    REMOVE = "remove"
    STUB = "stub"


class Duty(StrEnum):
    """What is to be done besides putting the page up."""

    NOTIFY = "notify"
    REPORT_READERSHIP = "report-readership"
    TAKE_DOWN = "take-down"
    FOLLOW_CORRECTIONS = "follow-corrections"
    SOCIAL = "social"
