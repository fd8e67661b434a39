"""A work as its manifest: the value that `schemas/work-1.schema.json` describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, Required, TypedDict, cast

from licensecheck.documents import one_line
from licensecheck.licenses import recognise_uri
from licensecheck.model import Anchor, Notices, Paragraph, Photo, Version, Work
from licensecheck.terms import Role
from licensecheck.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licensecheck.licenses import License

SCHEMA = "work-1"
SCHEMA_ID = "urn:repubcheck:schema:work-1"


class _Subhead(TypedDict):
    subhead: str


class _Notices(TypedDict, total=False):
    copyright: str | None
    license: str | None
    disclaimer: str | None
    changes: str | None


class _Photo(TypedDict, total=False):
    caption: str | None
    credit: str | None
    source: str | None
    licensed: bool | None
    license: str | None


class _Link(TypedDict):
    text: str
    url: str


class _Version(TypedDict):
    name: str
    date: NotRequired[str | None]
    body: list[str | _Subhead]


class Manifest(TypedDict, total=False):
    """A valid manifest, without the keys that name its schema; what the keys mean stands in the schema."""

    titles: list[str] | None
    deck: str | None
    authors: list[str] | None
    profiles: list[str] | None
    attribution_parties: list[str] | None
    source_urls: list[str] | None
    published: str | None
    modified: str | None
    license: str | None
    notices: _Notices | None
    credit_removed_by_request: bool | None
    language: str | None
    permissions: list[str] | None
    policy: str | None
    photos: list[_Photo] | None
    links: list[_Link] | None
    republish_snippet: str | None
    body: Required[list[str | _Subhead]]
    versions: list[_Version] | None
    published_text: list[str] | None


def read_manifest(manifest: object, file: str | None = None) -> Work:
    """The work that a manifest describes; `file` is what errors call it.

    Raises `ManifestError` with all mistakes at once, `InputError` for a value beyond all limits. White space is
    collapsed in every text but the snippet, so that each is one line.
    """
    validate(manifest, SCHEMA, file)
    raw = cast("Manifest", manifest)
    tidy = cast("Manifest", _tidy(manifest))
    return Work(
        body=_body(tidy["body"]),
        titles=tuple(tidy.get("titles") or ()),
        deck=tidy.get("deck"),
        authors=_known(tidy.get("authors")),
        parties=_known(tidy.get("attribution_parties")),
        sources=_known(tidy.get("source_urls")),
        published=tidy.get("published"),
        modified=tidy.get("modified"),
        license=_license(tidy.get("license")),
        notices=Notices(**(tidy.get("notices") or {})),
        photos=tuple(map(_photo, tidy.get("photos") or ())),
        links=None if (links := tidy.get("links")) is None else tuple(Anchor(**link) for link in links),
        versions=tuple(_version(version) for version in tidy.get("versions") or ()),
        snippet=raw.get("republish_snippet"),
        permissions=tuple(tidy.get("permissions") or ()),
        policy=tidy.get("policy"),
        language=tidy.get("language"),
        profiles=_known(tidy.get("profiles")),
        credit_removed=bool(tidy.get("credit_removed_by_request")),
        published_text=tuple(tidy.get("published_text") or ()),
    )


def work_to_manifest(work: Work) -> dict[str, object]:
    """The manifest of a work, every key in it: `read_manifest` makes an equal work of it."""
    return {
        "$schema": SCHEMA_ID,
        "schema_version": "1",
        "titles": list(work.titles),
        "deck": work.deck,
        "authors": _listed(work.authors),
        "profiles": _listed(work.profiles),
        "attribution_parties": _listed(work.parties),
        "source_urls": _listed(work.sources),
        "published": work.published,
        "modified": work.modified,
        "license": _uri(work.license),
        "notices": work.notices._asdict(),
        "credit_removed_by_request": work.credit_removed,
        "language": work.language,
        "permissions": list(work.permissions),
        "policy": work.policy,
        "photos": [photo._asdict() | {"license": _uri(photo.license)} for photo in work.photos],
        "links": None if work.links is None else [link._asdict() for link in work.links],
        "republish_snippet": work.snippet,
        "body": _entries(work.body),
        "versions": [{"name": v.name, "date": v.date, "body": _entries(v.body)} for v in work.versions],
        "published_text": list(work.published_text),
    }


def _tidy(value: object) -> object:
    """The value with every text in it on one line."""
    match value:
        case str():
            return one_line(value)
        case list():
            return [_tidy(item) for item in value]
        case dict():
            return {key: _tidy(item) for key, item in value.items()}
    return value


def _known(items: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if items is None else tuple(items)


def _listed(items: Iterable[str] | None) -> list[str] | None:
    return None if items is None else list(items)


def _license(uri: str | None) -> License | None:
    reading = recognise_uri(uri) if uri else None
    return reading.license if reading else None


def _uri(license_: License | None) -> str | None:
    return license_.uri if license_ else None


def _photo(photo: _Photo) -> Photo:
    return Photo(
        caption=photo.get("caption"),
        credit=photo.get("credit"),
        source=photo.get("source"),
        licensed=photo.get("licensed"),
        license=_license(photo.get("license")),
    )


def _version(version: _Version) -> Version:
    return Version(version["name"], version.get("date"), _body(version["body"]))


def _body(entries: Iterable[str | _Subhead]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(entry) if isinstance(entry, str) else Paragraph(entry["subhead"], Role.SUBHEAD) for entry in entries
    )


def _entries(body: Iterable[Paragraph]) -> list[str | _Subhead]:
    return [paragraph.text if paragraph.role is Role.PARAGRAPH else {"subhead": paragraph.text} for paragraph in body]
