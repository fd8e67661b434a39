"""A policy and its file: nothing is lost between them, and a bad file says all that is wrong with it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from licensecheck import policy_terms
from licensecheck.errors import ManifestError
from licensecheck.policy import Additions, Edits, Offer, PolicyClause, Selectors, Sentence, Window
from licensecheck.policy_file import KINDS, SETS, policy_to_plain, read_policy
from licensecheck.policy_terms import Check, ClauseLevel, EditClass, Expiry, Placement, Tier
from licensecheck.schemas import load_schema

CLAUSE = {"says": "it is so", "level": "condition", "check": "automatic"}
PLAIN: dict[str, object] = {
    "schema_version": "1",
    "name": "weir-valley",
    "publisher": "Weir Valley News",
    "source_url": "https://weir.example/republish",
    "retrieved": "2024-05",
}
FULL = PLAIN | {
    "tier": "partner",
    "license": {"uri": "https://creativecommons.org/licenses/by-nd/4.0/", "contradiction": "the address says another"},
    "select": {"domains": ["weir.example"], "sections": ["/news/"], "since": "2020-01-01", "carve_outs": ["Agency"]},
    "edits": [CLAUSE | {"classes": ["time", "units"], "retrieved": "2023-01-31"}],
    "shortening": [CLAUSE | {"how": "first-paragraphs", "paragraphs": 3, "keep_quotations": True}],
    "additions": [CLAUSE | {"how": "with-note", "placement": "top"}],
    "translation": [CLAUSE | {"how": "entire"}],
    "credit": [CLAUSE | {"parts": ["author"], "templates": {"en": "By {authors}"}, "link": "either", "size": 1.0}],
    "sentences": [CLAUSE | {"templates": {"en": "From {publisher}", "es": "De {publisher}"}, "wording": "verbatim"}],
    "assets": [CLAUSE | {"asset": "photos", "terms": "if-credited", "credited_to": ["Weir"], "keep_credit": True}],
    "markup": [
        CLAUSE | {"want": "pixel", "address": "count.example/{id}", "article": "-{id}"},
        CLAUSE | {"want": "links", "share": 0.5},
    ],
    "uses": [CLAUSE | {"use": "ads", "allowed": True}, CLAUSE | {"use": "paywall"}],
    "window": [CLAUSE | {"from_days": 1, "until_days": 90, "expiry": "stub"}],
    "volume": [CLAUSE | {"per_month": 1}],
    "duties": [CLAUSE | {"duty": "notify", "to": "desk@weir.example"}],
}  # fmt: skip


def wrong(value: object) -> list[str]:
    with pytest.raises(ManifestError) as caught:
        read_policy(value, "policy.toml")
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_policy_is_read_as_it_is_written() -> None:
    policy = read_policy(FULL)
    assert (policy.tier, policy.offer.license and policy.offer.license.id) == (Tier.PARTNER, "CC BY-ND 4.0")
    assert policy.select == Selectors(("weir.example",), ("/news/",), since="2020-01-01", carve_outs=("Agency",))
    edits = next(policy.of(Edits))
    assert (edits.classes, edits.level, edits.check) == (
        (EditClass.TIME, EditClass.UNITS),
        ClauseLevel.CONDITION,
        Check.AUTOMATIC,
    )
    assert (edits.source_url, edits.retrieved) == ("https://weir.example/republish", "2023-01-31")
    assert next(policy.of(Sentence)).templates == (("en", "From {publisher}"), ("es", "De {publisher}"))
    assert next(policy.of(Window)).expiry is Expiry.STUB


def test_every_kind_of_clause_is_read() -> None:
    assert {type(clause) for clause in read_policy(FULL).clauses} == set(KINDS.values())


@pytest.mark.parametrize("plain", [PLAIN, FULL])
def test_a_policy_survives_its_file(plain: dict[str, object]) -> None:
    policy = read_policy(plain)
    assert read_policy(policy_to_plain(policy)) == policy


def test_little_is_needed() -> None:
    policy = read_policy(PLAIN)
    assert (policy.clauses, policy.tier, policy.offer, policy.select) == ((), Tier.PUBLIC, Offer(), Selectors())


def test_all_mistakes_are_told_at_once() -> None:
    broken = PLAIN | {
        "retrieved": "May",
        "editz": [],
        "edits": [{"classes": ["tone"], "says": "so", "level": "must"}],
        "markup": [CLAUSE | {"want": "links", "share": 2}],
    }
    assert [mistake.partition(":")[0] for mistake in wrong(broken)] == [
        "$.edits[0].check",
        "$.edits[0].classes[0]",
        "$.edits[0].level",
        "$.editz",
        "$.markup[0].share",
        "$.retrieved",
    ]


def test_a_clause_without_a_level_is_no_clause() -> None:
    for key in CLAUSE:
        clause = {name: value for name, value in CLAUSE.items() if name != key}
        assert wrong(PLAIN | {"volume": [clause]}) == [f"$.volume[0].{key}: is missing"]


def test_schema_and_types_know_the_same_words() -> None:
    for key, kind in KINDS.items():
        described = load_schema("policy-1")["$defs"][key]["properties"]  # type: ignore[index]  # a JSON value
        assert set(described) == {field.name for field in fields(kind)}


@pytest.mark.parametrize("key", SETS)
def test_schema_names_members_of_the_closed_sets_only(key: str) -> None:
    named: set[str] = set()
    definitions = load_schema("policy-1")["$defs"]
    for kind in KINDS:
        described = definitions[kind]["properties"].get(key, {})  # type: ignore[index]  # as above
        described = described.get("items", described)
        reference = described.get("$ref", "").rpartition("/")[2]
        enumerated = definitions[reference] if reference else described  # type: ignore[index]  # as above
        named.update(enumerated.get("enum", ()))
    assert named
    for word in named:
        assert SETS[key](word) == word


def test_every_closed_set_is_used() -> None:
    sets = {
        value
        for value in vars(policy_terms).values()
        if isinstance(value, type) and value.__module__.endswith("policy_terms")
    }
    assert sets == {*SETS.values(), Tier}


def test_every_clause_has_its_grounds() -> None:
    assert [field.name for field in fields(PolicyClause)] == ["says", "level", "check", "source_url", "retrieved"]
    (addition,) = read_policy(FULL).of(Additions)
    assert addition.placement is Placement.TOP
