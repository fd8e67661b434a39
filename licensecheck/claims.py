"""What a page says of a work's origin and terms: who is named, which licence, which phrases, which photo credits.

`Page.text` is what spans count in; elements are numbered as `tree.py` has them. Each thing found keeps its scope: what
it speaks of, and whether a reader sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from licensecheck.licenses import License
    from licensecheck.model import Image, Photo, Span
    from licensecheck.terms import Form, PhraseKind, Scope


class Mention(NamedTuple):
    """A place where the page names one of the work's people, parties, titles or source URLs.

    `named` is the name as the work has it, `text` what the page has; `exact` says whether they agree once folded;
    `span` and `element` say where (`None` and -1 for metadata).
    """

    named: str
    text: str
    form: Form
    scope: Scope
    visible: bool
    exact: bool = True
    span: Span | None = None
    element: int = -1


class Mark(NamedTuple):
    """A place where the page names a licence, or says "Creative Commons" without naming one.

    `license` is `None` for a generic phrase or a link that names none; `unit` is what is named without a version;
    `flaw` says what is wrong with a link (see `licenses.Flaw`).
    """

    license: License | None
    text: str
    form: Form
    scope: Scope
    visible: bool
    unit: str = ""
    flaw: str | None = None
    href: str | None = None
    span: Span | None = None
    element: int = -1


class Phrase(NamedTuple):
    """A phrase with legal or commercial weight: its words, whom it names, and what it speaks of."""

    kind: PhraseKind
    text: str
    scope: Scope
    visible: bool
    holder: str | None = None
    span: Span | None = None
    element: int = -1


class PhotoCredit(NamedTuple):
    """What the page shows of a photo of the work; `present` if its caption or file name stands there.

    `image` is the picture that it stands with; of a photo that is not there, another one under its credit.
    """

    photo: Photo
    present: bool
    caption: str | None = None
    credit: str | None = None
    span: Span | None = None
    element: int = -1
    image: Image | None = None


class Credit(NamedTuple):
    """All that a page says of the work's origin and terms, each thing with what it belongs to."""

    authors: tuple[Mention, ...] = ()
    parties: tuple[Mention, ...] = ()
    titles: tuple[Mention, ...] = ()
    sources: tuple[Mention, ...] = ()
    marks: tuple[Mark, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    photos: tuple[PhotoCredit, ...] = ()
    headline: str | None = None
