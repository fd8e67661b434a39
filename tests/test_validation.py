"""Mistakes are found all at once, in plain words, at their JSON paths; hostile values end as errors."""

from __future__ import annotations

import json
import time

import pytest

from licensecheck.documents import read_json
from licensecheck.errors import InputError, ManifestError
from licensecheck.validation import MAX_DEPTH, MAX_VALUES, validate

LICENSE = "must be the address of a Creative Commons licence, as in https://creativecommons.org/licenses/by-nc-nd/3.0/"
ADDRESS = "must be a full web address, as in https://example.org/article"
DATE = "must be a date, as in 2024-01-31 or 2024-01-31T08:00:00Z"


def mistakes(value: object) -> list[str]:
    """What is wrong with a value taken as a work."""
    try:
        validate(value, "work-1", "a.json")
    except ManifestError as error:
        return [str(mistake) for mistake in error.mistakes]
    return []


def work(**keys: object) -> dict[str, object]:
    """The least manifest with some keys more."""
    return {"schema_version": "1", "body": ["Text."]} | keys


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"$schema": "urn:repubcheck:schema:work-1", "titles": []},
        {"deck": None, "authors": None, "links": None, "notices": None},
        {"license": "http://creativecommons.org/licenses/by-nc-nd/3.0/us/deed.en"},
        {"published": "2024-01-31", "modified": "2024-01-31T08:00:00+01:00", "language": "pt-BR"},
        {"source_urls": ["HTTPS://example.org:8080/ä?b=c#d"]},
        {"body": ["One.", {"subhead": "Two"}], "photos": [{}], "versions": [{"name": "first", "body": ["One."]}]},
    ],
)
def test_accepted(keys: dict[str, object]) -> None:
    assert mistakes(work(**keys)) == []


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"titles": "One"}, "$.titles: must be a list or null, not text"),
        ({"deck": ["One"]}, "$.deck: must be text or null, not a list"),
        ({"authors": ["A", None]}, "$.authors[1]: must be text, not null"),
        ({"policy": True}, "$.policy: must be text or null, not true or false"),
        ({"language": float("nan")}, "$.language: must be text or null, not a number"),
        ({"schema_version": 1}, '$.schema_version: must be "1"'),
        ({"body": []}, "$.body: [] should be non-empty"),
        ({"body": ["Text.", " \u00a0"]}, "$.body[1]: must not be blank"),
        ({"body": [{}]}, "$.body[0].subhead: is missing"),
        ({"photos": [{}, {}, {"credit": ""}]}, "$.photos[2].credit: must not be blank"),
        ({"tilte": "One"}, "$.tilte: is not a known key"),
        ({"title": "One"}, "$.title: is not a known key; did you mean titles?"),
        ({"it's new": 1}, "$['it\\'s new']: is not a known key"),
        ({"\ud800": 1}, "$['\\ud800']: is not a known key"),
        ({"k" * 100: 1}, f"$['{'k' * 60}\\u2026']: is not a known key"),
        ({"deck": "half \ud83d"}, "$.deck: holds half a character (a lone surrogate)"),
        ({"published": "yesterday"}, f"$.published: {DATE}"),
        ({"published": "2024-02-30"}, f"$.published: {DATE}"),
        ({"published": "2024"}, f"$.published: {DATE}"),
        ({"source_urls": ["example.org/a"]}, f"$.source_urls[0]: {ADDRESS}"),
        ({"source_urls": ["javascript:alert(1)"]}, f"$.source_urls[0]: {ADDRESS}"),
        ({"source_urls": ["https:///a"]}, f"$.source_urls[0]: {ADDRESS}"),
        ({"source_urls": ["https://[::1/a"]}, f"$.source_urls[0]: {ADDRESS}"),
        ({"source_urls": ["https://example.org:99999/"]}, f"$.source_urls[0]: {ADDRESS}"),
        ({"source_urls": ["https://example.org/a b"]}, f"$.source_urls[0]: {ADDRESS}"),
        ({"license": "CC BY-NC-ND 3.0"}, f"$.license: {LICENSE}"),
        ({"license": "https://creativecommons.org/licenses/by/9.0/"}, f"$.license: {LICENSE}"),
        ({"license": "https://creativecommmons.org/licenses/by/4.0/"}, f"$.license: {LICENSE}"),
        ({"license": "https://example.org/licenses/by/4.0/"}, f"$.license: {LICENSE}"),
        ({"language": "Portuguese (Brazil)"}, "$.language: must be a language tag, as in en or pt-BR"),
    ],
)
def test_one_mistake(keys: dict[str, object], said: str) -> None:
    found = mistakes(work(**keys))
    assert len(found) == 1
    assert found[0].startswith(said)


def test_all_mistakes_at_once_by_path() -> None:
    value = {"photos": [{"credit": 1}] * 11, "notices": {"copyleft": "x"}, "deck": "", "links": [{"text": "a"}]}
    paths = [line.split(": ")[0] for line in mistakes(value)]
    photos = [f"$.photos[{number}].credit" for number in range(11)]
    assert paths == ["$.body", "$.deck", "$.links[0].url", "$.notices.copyleft", *photos, "$.schema_version"]


@pytest.mark.parametrize("value", [None, [], "text", 1, True])
def test_not_an_object(value: object) -> None:
    assert [line.split(",")[0] for line in mistakes(value)] == ["$: must be an object"]


def test_repeated_keys_have_paths() -> None:
    text = '{"schema_version": "1", "body": ["a"], "body": ["b"], "photos": [{}, {"credit": "a", "credit": "b"}]}'
    assert mistakes(read_json(text, "a.json")) == [
        "$.body: stands here more than once",
        "$.photos[1].credit: stands here more than once",
    ]


def nested(depth: int) -> object:
    """Lists in lists."""
    return json.loads("[" * depth + "]" * depth)


@pytest.mark.parametrize("deep", [nested(MAX_DEPTH + 2), nested(900), ["x"] * (MAX_VALUES + 1)])
def test_beyond_the_limits(deep: object) -> None:
    with pytest.raises(InputError, match=r"a\.json: \$\.titles.*: holds more than 20,000 values, or is nested"):
        validate(work(titles=deep), "work-1", "a.json")


@pytest.mark.parametrize(
    "keys",
    [
        {"titles": list(range(MAX_VALUES - 10))},
        {"titles": [{"title": "a"}] * (MAX_VALUES // 2 - 10)},
        {f"titel{number}": 1 for number in range(MAX_VALUES - 10)},
        {"deck": " " * 10_000_000},
        {"license": "https://creativecommons.org/licenses/" + "by-" * 1_000_000},
        {"language": "a-" * 5_000_000},
    ],
    ids=["wrong items", "wrong objects", "unknown keys", "blank", "license", "language"],
)
def test_hostile_values_cost_little(keys: dict[str, object]) -> None:
    start = time.perf_counter()
    assert mistakes(work(**keys))
    assert time.perf_counter() - start < 10
