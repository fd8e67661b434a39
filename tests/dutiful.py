"""A republisher who keeps every wish of a publisher: what the copy then shows, worked out from the policy alone.

`adopted(policy, "river-gauge")` is the article as if the policy's publisher had brought it, and its faithful copy;
`obedient(policy, work, copy)` is the copy that keeps the policy besides, but for what stands in no text of the page:
`marked_up` adds that to the page.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from republish import FIXTURES, faithful

from licensecheck.licenses import recognise_uri
from licensecheck.manifest import read_manifest
from licensecheck.policy import AssetUse, CreditForm, PageMarkup, Sentence, Shortening, Usage, Window
from licensecheck.policy_terms import (
    Allowance,
    Asset,
    AssetTerms,
    CreditPart,
    LinkTarget,
    Markup,
    Occasion,
    Placement,
    Use,
)
from licensecheck.slots import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from republish import Copy

    from licensecheck.model import Work
    from licensecheck.policy import Policy

_CANONICAL = re.compile(r'<link[^>]* rel="canonical"[^>]*>\n')
# The number that the publisher gives the article.
_NUMBER = "41876"
_SAID_WITHOUT_TEMPLATE = "By {authors}, {publisher}"
_NAMED_WITHOUT_TEMPLATE = "From {publisher}"
# Where a policy's template is a description in brackets.
_ABOUT = "{publisher} reports on what happens between the hills and the sea, and its readers pay for it."


def relicensed(article: str, uri: str) -> tuple[Work, Copy]:
    """The article under another licence, and its faithful copy."""
    reading = recognise_uri(uri)
    assert reading is not None
    assert reading.license is not None
    manifest = json.loads((FIXTURES / "works" / f"{article}.json").read_text(encoding="utf-8"))
    copy = replace(faithful(article), license=reading.license.id, license_uri=uri)
    return read_manifest(manifest | {"license": uri}), copy


def adopted(policy: Policy, article: str) -> tuple[Work, Copy]:
    """The article as if the policy's publisher had brought it, under the licence that it names, if any.

    A publisher that leaves the licence to the article gives it under that of the fixture.
    """
    copy = faithful(article)
    source = _address(policy, copy.slug)
    names = {copy.publisher: policy.publisher, copy.source: source, urlsplit(copy.source).netloc: _home(policy)}
    uri = policy.offer.license.uri if policy.offer.license else copy.license_uri * policy.offer.per_article
    manifest = (FIXTURES / "works" / f"{article}.json").read_text(encoding="utf-8")
    work = read_manifest(json.loads(_renamed(manifest, names)) | {"license": uri or None})
    mine = replace(
        copy,
        body=tuple(_renamed(element, names) for element in copy.body),
        publisher=policy.publisher,
        source=source,
        copyright=_renamed(copy.copyright, names),
        license=work.license.id if work.license else "",
        license_uri=uri,
        photos=tuple(replace(photo, credit=_renamed(photo.credit, names)) for photo in copy.photos),
    )
    return work, mine


def obedient(policy: Policy, work: Work, copy: Copy) -> Copy:
    """The copy with all in its body that the policy asks a page to show, without what the policy does not give."""
    top, end = ([f"<p>{line}</p>" for line in lines] for lines in (_top(policy, work), _end(policy, work)))
    return replace(copy, body=(*top, *_given(policy, copy), *end))


def marked_up(policy: Policy, work: Work, page: bytes) -> bytes:
    """The page of such a copy with what the policy asks its markup to say."""
    text = page.decode("latin-1")
    head = "".join(_head(policy, work))
    if 'rel="canonical"' in head:
        text = _CANONICAL.sub("", text)
    if day := _day(policy, work):
        text = text.replace(f'"{work.published}', f'"{day}')
    return re.sub("(?i)(?=</head>)", head, text, count=1).encode("latin-1")


# --- what the policy gives


def _given(policy: Policy, copy: Copy) -> Iterator[str]:
    """The elements of the body that may be shown: not the photos, or only its opening, where the policy has it so."""
    photos = {use.terms for use in policy.of(AssetUse) if use.asset is Asset.PHOTOS}
    left = next((c.paragraphs for c in policy.of(Shortening) if c.paragraphs and c.level != "waiver"), len(copy.body))
    for element in copy.body:
        if left and not (AssetTerms.NONE in photos and element.startswith("<figure>")):
            yield element
            left -= element.startswith("<p>")
    if any(clause.how is Allowance.FIRST_PARAGRAPHS and clause.level != "waiver" for clause in policy.of(Shortening)):
        yield f'<p>Read the rest at <a href="{copy.source}">{escape(copy.publisher, quote=False)}</a>.</p>'


def _day(policy: Policy, work: Work) -> str:
    """The day on which the copy appears, where that matters: the first or last that is allowed."""
    days = next((clause.from_days or clause.until_days for clause in policy.of(Window)), None)
    return str(date.fromisoformat(work.published or "") + timedelta(days=days)) if days else ""


# --- what the page says


def _top(policy: Policy, work: Work) -> Iterator[str]:
    """The lines that stand before the text."""
    if any(clause.want is Markup.LOGO for clause in policy.of(PageMarkup)):
        yield f'<img src="/partners/mark-small.png" alt="{escape(policy.publisher)}" width="120" height="40">'
    for form in policy.of(CreditForm):
        if form.placement is not Placement.END:
            bare = _SAID_WITHOUT_TEMPLATE if CreditPart.AUTHOR in form.parts else _NAMED_WITHOUT_TEMPLATE
            yield _line(policy, work, dict(form.templates).get("en", bare), form.link)
    yield from (_line(policy, work, *said) for said in _sentences(policy) if said[2] not in {None, Placement.END})


def _end(policy: Policy, work: Work) -> Iterator[str]:
    """The lines that stand behind the text, and what counts its readers."""
    yield from (_line(policy, work, *said) for said in _sentences(policy) if said[2] in {None, Placement.END})
    for form in policy.of(CreditForm):
        if form.placement is Placement.END:
            yield _line(policy, work, dict(form.templates).get("en", _SAID_WITHOUT_TEMPLATE), form.link)
    for clause in policy.of(PageMarkup):
        if clause.address and "{id}" in clause.address:
            yield f'<img src="https://{clause.address.format(id=_NUMBER)}.gif" alt="" width="1" height="1">'
    if any(clause.use is Use.CONTACT_PAGE for clause in policy.of(Usage)):
        yield '<a href="/contact/">How to reach us</a>'


def _sentences(policy: Policy) -> Iterator[tuple[str, LinkTarget, Placement | None]]:
    """What a copy that is not edited says."""
    for clause in policy.of(Sentence):
        if clause.when is not Occasion.EDITED:
            text = dict(clause.templates)["en"]
            yield _ABOUT if text.startswith("[") else text, LinkTarget.ARTICLE, clause.placement


def _line(
    policy: Policy, work: Work, template: str, link: LinkTarget | None, _placement: Placement | None = None
) -> str:
    """The line as HTML, its publisher linked as the policy has it."""
    text = escape(filled(template, work, policy.publisher), quote=False)
    name = escape(policy.publisher, quote=False)
    target = f"https://{_home(policy)}/" if link is LinkTarget.HOME else (work.sources or ("",))[0]
    return text.replace(name, f'<a href="{target}">{name}</a>', 1) if link else text


def _head(policy: Policy, work: Work) -> Iterator[str]:
    """The elements of the head that the policy wants."""
    for clause in policy.of(PageMarkup):
        if clause.want is Markup.CANONICAL:
            yield f'<link rel="canonical" href="{(work.sources or ("",))[0]}">\n'
        elif clause.want is Markup.NOINDEX:
            yield '<meta name="robots" content="noindex">\n'
        elif clause.address and "{id}" not in clause.address:
            yield f'<script async src="https://{clause.address}/count.js"></script>\n'


# --- names and addresses


def _home(policy: Policy) -> str:
    return policy.select.domains[0]


def _address(policy: Policy, slug: str) -> str:
    """The article's address with the publisher, with its number where a counter is told by that."""
    numbered = next((clause.article for clause in policy.of(PageMarkup) if clause.article), "")
    return f"https://{_home(policy)}/2023/{slug}{numbered.format(id=_NUMBER)}"


def _renamed(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text
