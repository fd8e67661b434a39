"""The closed sets: every word of a fixed vocabulary that the program speaks, in code, in JSON and in the docs."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a paragraph of the work's body is."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"


class Level(StrEnum):
    """How much a change weighs, mildest first (the ladder T0 to T3)."""

    TECHNICAL = "technical"
    STYLE = "style"
    WORDING = "wording"
    SUBSTANCE = "substance"


class ChangeClass(StrEnum):
    """What a change is, in words that an editor would use."""

    TECHNICAL = "technical"
    STYLE = "style"
    TIME_OR_PLACE = "time-or-place"
    WORDING = "wording"
    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"
    QUOTATION = "quotation"
    SENTENCE = "sentence"
    ORDER = "order"
    CUT = "cut"
    INSERTION = "insertion"
    TRUNCATION = "truncation"
    SUBHEAD = "subhead"
    HEADLINE = "headline"
    DECK = "deck"
    CAPTION = "caption"
    LINK = "link"
    MOJIBAKE = "mojibake"


class Verdict(StrEnum):
    """What is said of a page as a whole."""

    COMPLIANT = "compliant"
    VIOLATION = "violation"
    REVIEW = "review"
    INCONCLUSIVE = "inconclusive"
    NOT_A_COPY = "not-a-copy"


class Kind(StrEnum):
    """The outcome of a rule, in the words of SARIF 2.1.0 §3.27.9 where it has them."""

    FAIL = "fail"
    REVIEW = "review"
    PASS = "pass"  # noqa: S105 (an outcome, not a password)
    NOT_APPLICABLE = "notApplicable"
    WAIVED = "waived"
    INCONCLUSIVE = "inconclusive"


class Severity(StrEnum):
    """How sure and how grave, gravest first."""

    VIOLATION = "violation"
    WARNING = "warning"
    REVIEW = "review"
    INFO = "info"


class FindingClass(StrEnum):
    """What a finding rests on."""

    LICENSE = "license"
    POLICY = "policy"
    OUTSIDE = "outside"
    INPUT = "input"


class Scope(StrEnum):
    """What a phrase or mark on a page speaks of; `OTHER` is another story, whose credits say nothing of the work."""

    ARTICLE = "article"
    IMAGE = "image"
    WIDGET = "widget"
    SITE = "site"
    OTHER = "other"


class Unread(StrEnum):
    """Why a page could not be judged as a whole; each value is a reason code of the report."""

    MARKUP = "markup-incomplete"
    DECODING = "undecodable"
    TYPE = "not-html"
    EMPTY = "empty-page"
    TOO_LARGE = "too-large"
    DEADLINE = "deadline"
    WORKER = "worker-died"
    SCRIPTED = "needs-script"
    PAYWALL = "paywall"
    PAGINATED = "paginated"
    REFUSED = "refused-address"
    DNS = "dns"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    NOT_HTTP = "not-http"
    TIMEOUT = "timeout"
    REDIRECTS = "too-many-redirects"
    STATUS = "http-status"
    BLOCKED = "blocked"
    ENCODING = "bad-encoding"
    TRUNCATED = "truncated-body"
    RENDERING = "needs-rendering"


class Form(StrEnum):
    """How a page names something: as text a reader sees, through a link, a picture, or to machines only."""

    TEXT = "text"
    LINK = "link"
    BADGE = "badge"
    METADATA = "metadata"


class PhraseKind(StrEnum):
    """What a legal or commercial phrase on a page is."""

    COPYRIGHT = "copyright"
    RESTRICTION = "restriction"
    VAGUE_CREDIT = "vague-credit"
    STAFF_BYLINE = "staff-byline"
    ADDED_NAME = "added-name"
    PAYWALL = "paywall"
    LOGIN_WALL = "login-wall"
    ADVERTISING = "advertising"
    SALE = "sale"
    SPONSOR = "sponsor"
    AFFILIATION = "affiliation"
    MERCHANDISE = "merchandise"
    DONATION = "donation"
    PARTNERSHIP = "partnership"
    PROMOTION = "promotion"
    TERMS_OF_USE = "terms-of-use"
    SHORT_LINK = "short-link"
    LOOKALIKE_LINK = "lookalike-link"


class SignKind(StrEnum):
    """What a page's markup does or declares, beside its words."""

    COPY_BLOCK = "copy-block"
    ENCRYPTED_READER = "encrypted-reader"
    LOGIN_WALL = "login-wall"
    DATA_MINING_TERMS = "data-mining-terms"
    OFFER = "offer"
    RECORDING = "recording"
    EMBED = "embed"
    CROPPED_PICTURE = "cropped-picture"
    DRAWN_TEXT = "drawn-text"
    CLOSED_BOX = "closed-box"
