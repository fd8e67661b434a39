"""Every value that passes between the stages: read this first.

A `Work` is what the publisher asks us to look for, a `Page` is what a reader gets. `align` says where the work's words
stand on the page (`Alignment`), `classify` names what differs (`Change`), the rules turn that into what a person can
act on (`Finding`), and a `Report` carries all of it.

Text offsets are 0-based and half-open, in characters: on the work's side of `Work.text`, on the page's side of
`Page.text`. Elements of a page are numbered from 0 in document order (`tree.py`). The closed sets are in `terms.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from licensecheck.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import Credit
    from licensecheck.licenses import Clause, License
    from licensecheck.policy import Policy
    from licensecheck.terms import ChangeClass, FindingClass, Kind, Level, Severity, SignKind, Unread, Verdict
    from licensecheck.tree import Tree


# The name of the text that a manifest has as its body, among the texts of a work.
ORIGINAL = "original"


class Span(NamedTuple):
    """A stretch of text, [start, end) in characters of the text that the holder names."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """One paragraph or subhead of a work's body; `text` is non-empty, on one line."""

    text: str
    role: Role = Role.PARAGRAPH


class Photo(NamedTuple):
    """A photo of the work. `licensed` says whether the work's licence covers it; `None`: not known.

    `license` is the photo's own licence, where it has one.
    """

    caption: str | None = None
    credit: str | None = None
    source: str | None = None
    licensed: bool | None = None
    license: License | None = None


class Anchor(NamedTuple):
    """A link of the work's body: the words that carry it and its absolute URL."""

    text: str
    url: str


class Notices(NamedTuple):
    """Notices supplied with the work, to be kept intact; `None`: none supplied, or not known."""

    copyright: str | None = None
    license: str | None = None
    disclaimer: str | None = None
    changes: str | None = None


class Version(NamedTuple):
    """Another faithful text of the work: its name, date (ISO 8601) and body."""

    name: str
    date: str | None
    body: tuple[Paragraph, ...]


class Work(NamedTuple):
    """An original article and what its publisher asks for.

    `None` means *not known* (a rule that needs it does not apply), an empty tuple *known to be none*. The first
    title is the headline; the others are titles the publisher also uses. `profiles` are the addresses of the
    authors' own pages; `credit_removed` says that the licensor asked not to be named any more. `published_text` is
    what else stands on the original page: a copy that carries it has added nothing.
    """

    body: tuple[Paragraph, ...]
    titles: tuple[str, ...] = ()
    deck: str | None = None
    authors: tuple[str, ...] | None = None
    parties: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    published: str | None = None
    modified: str | None = None
    license: License | None = None
    notices: Notices = Notices()
    photos: tuple[Photo, ...] = ()
    links: tuple[Anchor, ...] | None = None
    versions: tuple[Version, ...] = ()
    snippet: str | None = None
    permissions: tuple[str, ...] = ()
    policy: str | None = None
    language: str | None = None
    profiles: tuple[str, ...] | None = None
    credit_removed: bool = False
    published_text: tuple[str, ...] = ()

    @property
    def title(self) -> str | None:
        """The headline, if known."""
        return self.titles[0] if self.titles else None

    @property
    def text(self) -> str:
        """The body, paragraphs joined by blank lines: the text that the work's offsets count in."""
        return "\n\n".join(paragraph.text for paragraph in self.body)


class Block(NamedTuple):
    """A run of text between block boundaries or line breaks, white space collapsed, never empty.

    `start` is its offset in `Page.text`, `element` the nearest block-level element, `linked` how many of its
    characters stand in links, `hidden` the outermost element that hides it, -1 if a reader sees it.
    """

    text: str
    start: int
    element: int
    linked: int = 0
    hidden: int = -1

    @property
    def end(self) -> int:
        """One past its last character in `Page.text`."""
        return self.start + len(self.text)


class Link(NamedTuple):
    """An `a` element: `href` as written, its text or image alternative, the block where that begins (-1: no text)."""

    href: str
    text: str
    element: int
    block: int = -1
    rel: str = ""
    hidden: int = -1


class Image(NamedTuple):
    """An `img` element (or `amp-img`): where it is, what it shows, and the figure that holds it (-1: none).

    `size` is its width and height in pixels, neither zero, as its attributes give them.
    """

    source: str
    alternative: str
    element: int
    figure: int = -1
    hidden: int = -1
    size: tuple[int, int] | None = None


class Statement(NamedTuple):
    """One thing a page says of itself to machines, in schema.org terms whatever the syntax.

    `subject` is the type it is said of ("NewsArticle", "" for the page); `name` the property ("license", "author",
    "canonical", …); `source` the syntax: json-ld, microdata, rdfa, opengraph, meta or link.
    """

    subject: str
    name: str
    value: str
    source: str


class Sign(NamedTuple):
    """Something in a page's markup, not in its words, that a rule may ask about: what it is, and as it stands there."""

    kind: SignKind
    text: str
    element: int = -1


class Page(NamedTuple):
    """A republished copy as a reader and a machine meet it.

    `text` is all blocks joined by line feeds, hidden ones included. `unread` names what kept us from reading it
    whole; a page with any is never judged compliant.
    """

    blocks: tuple[Block, ...]
    tree: Tree
    text: str
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    statements: tuple[Statement, ...] = ()
    signs: tuple[Sign, ...] = ()
    title: str | None = None
    url: str | None = None
    base: str | None = None
    language: str | None = None
    direction: str | None = None
    unread: tuple[Unread, ...] = ()

    def said(self, name: str) -> Iterator[Statement]:
        """The statements of that property name."""
        return (statement for statement in self.statements if statement.name == name)


class Edit(NamedTuple):
    """A place where the copy differs: a stretch of `Work.text`, the stretches of `Page.text` that stand there.

    `moved`: the text stands elsewhere in the copy. An insertion has an empty `work` span, a deletion no `page` spans.
    """

    work: Span
    page: tuple[Span, ...]
    moved: bool = False


class Aside(NamedTuple):
    """A block inside (or next to) the body that is not the work's text, and why it is not an insertion."""

    block: int
    reason: str


class Match(NamedTuple):
    """A stretch of the work and the stretch of the page that carries it; equal once both are folded."""

    work: Span
    page: Span


class Alignment(NamedTuple):
    """Where the work stands on the page.

    `coverage` is the share of the work's letters and digits found in order, 0 to 1; `body` the range of blocks,
    [first, last], that holds them. `asides` are foreign blocks in it, `edges` such next to it that read as part of it.
    """

    matches: tuple[Match, ...]
    edits: tuple[Edit, ...]
    coverage: float
    body: tuple[int, int] | None = None
    asides: tuple[Aside, ...] = ()
    edges: tuple[int, ...] = ()


class Change(NamedTuple):
    """A difference between work and copy, named. Spans are `None` where a side has no text."""

    kind: ChangeClass
    level: Level
    before: str
    after: str
    paragraph: int | None = None
    work_span: Span | None = None
    page_span: Span | None = None
    path: str | None = None


class Likeness(NamedTuple):
    """What a page that lacks a work's words has of its figures and names, where they stand, in another language or not.

    There is one only where the page seems to be a translation or a rewrite of the work.
    """

    facts: tuple[str, ...]
    span: Span
    foreign: bool


class Case(NamedTuple):
    """What the rules judge: one work, one page, what was read from the two, and what the publisher asks on top.

    `text` names the one of the work's faithful texts that is its body here. `forgiven` are the findings, as rule and
    message, that the publisher's own snippet brings about.
    """

    work: Work
    page: Page
    alignment: Alignment
    changes: tuple[Change, ...]
    credit: Credit
    policy: Policy | None = None
    likeness: Likeness | None = None
    text: str = ORIGINAL
    forgiven: frozenset[tuple[str, str]] = frozenset()


class Evidence(NamedTuple):
    """A quotation from the work or the page that a finding rests on."""

    side: str
    text: str
    span: Span | None = None
    path: str | None = None


class Finding(NamedTuple):
    """What a rule says of a page, with the clause it rests on, the evidence and the way out."""

    rule: str
    name: str
    kind: Kind
    severity: Severity
    rests_on: FindingClass
    message: str
    clause: Clause | None = None
    section: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fix: str | None = None
    cause: str | None = None


class Report(NamedTuple):
    """The judgement of one page against one work; nothing in it depends on when or where it was made."""

    work: Work
    page: Page
    verdict: Verdict
    alignment: Alignment
    changes: tuple[Change, ...] = ()
    technical_changes: int = 0
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Unread, ...] = ()
    text: str = ORIGINAL
    policy: Policy | None = None
    credit: Credit | None = None

    @property
    def verbatim(self) -> bool:
        """Whether no change above technical remains in the body; headline, deck, captions and links are not body."""
        return self.alignment.body is not None and all(change.paragraph is None for change in self.changes)
