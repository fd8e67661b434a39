"""A manifest becomes a work, and a work becomes a manifest that makes the same work."""

from __future__ import annotations

import json
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.documents import one_line
from licensecheck.errors import ManifestError
from licensecheck.licenses import License, all_licenses
from licensecheck.manifest import SCHEMA, SCHEMA_ID, Manifest, read_manifest, work_to_manifest
from licensecheck.model import Anchor, Notices, Paragraph, Photo, Version, Work
from licensecheck.schemas import load_schema
from licensecheck.terms import Role
from licensecheck.validation import validate

FULL = {
    "$schema": SCHEMA_ID,
    "schema_version": "1",
    "titles": ["Ferries return to the lake", "Ferries return"],
    "deck": "Two boats sail again after six years.",
    "authors": ["Ada Example", "Ben Sample"],
    "profiles": ["https://gazette.example/people/ada"],
    "attribution_parties": ["The Lakeside Gazette"],
    "source_urls": ["https://gazette.example/ferries"],
    "published": "2024-05-02",
    "modified": "2024-05-03T09:30:00Z",
    "license": "https://creativecommons.org/licenses/by-nc-nd/3.0/us/deed.en",
    "notices": {
        "copyright": "© 2024 The Lakeside Gazette",
        "license": None,
        "disclaimer": "As is.",
        "changes": "Updated.",
    },
    "credit_removed_by_request": True,
    "language": "en",
    "permissions": ["ND-411"],
    "policy": "gazette",
    "photos": [
        {"caption": "A ferry.", "credit": "Cy Lens", "source": "ferry.jpg", "licensed": True},
        {"credit": "Di Shutter", "license": "https://creativecommons.org/licenses/by/2.0/deed.de"},
    ],
    "links": [{"text": "timetable", "url": "https://ferries.example/times"}],
    "republish_snippet": "<p>Ferries\n return.</p>\n",
    "body": ["The ferries \n are back.", {"subhead": "What it costs"}, "A ticket is 3\u00a0euros."],
    "versions": [{"name": "first print", "date": None, "body": ["The ferry is back."]}],
}

WORK = Work(
    body=(
        Paragraph("The ferries are back."),
        Paragraph("What it costs", Role.SUBHEAD),
        Paragraph("A ticket is 3\u00a0euros."),
    ),
    titles=("Ferries return to the lake", "Ferries return"),
    deck="Two boats sail again after six years.",
    authors=("Ada Example", "Ben Sample"),
    parties=("The Lakeside Gazette",),
    sources=("https://gazette.example/ferries",),
    published="2024-05-02",
    modified="2024-05-03T09:30:00Z",
    license=License("by-nc-nd", "3.0", "us"),
    notices=Notices(copyright="© 2024 The Lakeside Gazette", disclaimer="As is.", changes="Updated."),
    photos=(
        Photo("A ferry.", "Cy Lens", "ferry.jpg", licensed=True),
        Photo(credit="Di Shutter", license=License("by", "2.0")),
    ),
    links=(Anchor("timetable", "https://ferries.example/times"),),
    versions=(Version("first print", None, (Paragraph("The ferry is back."),)),),
    snippet="<p>Ferries\n return.</p>\n",
    permissions=("ND-411",),
    policy="gazette",
    language="en",
    profiles=("https://gazette.example/people/ada",),
    credit_removed=True,
)

texts = st.text(st.characters(codec="utf-8"), max_size=20).map(one_line).filter(str.strip)
lists = st.lists(texts, max_size=3).map(tuple)
addresses = st.from_regex(r"https?://[a-z]{1,9}\.example/[a-z0-9]{0,9}", fullmatch=True)
dates = st.none() | st.dates().map(str) | st.datetimes().map(lambda moment: moment.isoformat())
bodies = st.lists(st.builds(Paragraph, texts, st.sampled_from(Role)), min_size=1, max_size=4).map(tuple)
maybe = st.none() | texts
urls = st.none() | st.lists(addresses, max_size=2).map(tuple)
licenses = st.none() | st.sampled_from(all_licenses())
works = st.builds(
    Work,
    body=bodies,
    titles=lists,
    deck=maybe,
    authors=st.none() | lists,
    parties=st.none() | lists,
    sources=urls,
    published=dates,
    modified=dates,
    license=licenses,
    notices=st.builds(Notices, maybe, maybe, maybe, maybe),
    photos=st.lists(st.builds(Photo, maybe, maybe, maybe, st.none() | st.booleans(), licenses), max_size=2).map(tuple),
    links=st.none() | st.lists(st.builds(Anchor, texts, addresses), max_size=2).map(tuple),
    versions=st.lists(st.builds(Version, texts, dates, bodies), max_size=2).map(tuple),
    snippet=maybe,
    permissions=lists,
    policy=maybe,
    language=st.sampled_from([None, "en", "zh-Hant-TW"]),
    profiles=urls,
    credit_removed=st.booleans(),
)


def test_full_manifest() -> None:
    assert read_manifest(FULL) == WORK


def test_absent_and_null_are_not_known_and_an_empty_list_is_none() -> None:
    least = {"schema_version": "1", "body": ["Text."]}
    assert read_manifest(least) == Work(body=(Paragraph("Text."),))
    nulls = dict.fromkeys(FULL.keys() - least.keys() - {"$schema"})
    assert read_manifest(least | nulls) == read_manifest(least)
    nothing: dict[str, object] = {"authors": [], "attribution_parties": [], "source_urls": [], "links": []}
    work = read_manifest(least | nothing)
    assert (work.authors, work.parties, work.sources, work.links) == ((), (), (), ())


@given(works)
def test_manifest_of_a_work_makes_the_same_work(work: Work) -> None:
    manifest = work_to_manifest(work)
    validate(manifest, SCHEMA)
    assert read_manifest(json.loads(json.dumps(manifest))) == work


def test_written_manifest_shows_every_key() -> None:
    schema = load_schema(SCHEMA)
    written = work_to_manifest(Work(body=(Paragraph("Text."),)))
    assert set(written) == keys_of(schema)
    assert written["$schema"] == schema["$id"] == SCHEMA_ID


def test_types_follow_the_schema() -> None:
    assert {"$schema", "schema_version", *get_type_hints(Manifest)} == keys_of(load_schema(SCHEMA))


def keys_of(schema: dict[str, object]) -> set[str]:
    """The keys that a schema knows."""
    properties = schema["properties"]
    assert isinstance(properties, dict)
    return set(properties)


def test_mistakes_name_the_file() -> None:
    with pytest.raises(ManifestError, match=r"^ferries\.json: 2 mistakes\n  \$\.body: is missing\n  \$\.deck: must"):
        read_manifest({"schema_version": "1", "deck": 3}, "ferries.json")
