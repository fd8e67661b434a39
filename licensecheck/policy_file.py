"""A policy as its file: the value that `schemas/policy-1.schema.json` describes."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar, cast

from licensecheck.licenses import recognise_uri
from licensecheck.policy import (
    Additions,
    AssetUse,
    CreditForm,
    Edits,
    Obligation,
    Offer,
    PageMarkup,
    Policy,
    PolicyClause,
    Selectors,
    Sentence,
    Shortening,
    Translation,
    Usage,
    Volume,
    Window,
)
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
    Occasion,
    Placement,
    Tier,
    Use,
    Wording,
)
from licensecheck.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SCHEMA = "policy-1"

_Made = TypeVar("_Made")

# The lists of a policy file, and what each holds, in the order of the schema.
KINDS: Mapping[str, type[PolicyClause]] = {
    "edits": Edits,
    "shortening": Shortening,
    "additions": Additions,
    "translation": Translation,
    "credit": CreditForm,
    "sentences": Sentence,
    "assets": AssetUse,
    "markup": PageMarkup,
    "uses": Usage,
    "window": Window,
    "volume": Volume,
    "duties": Obligation,
}
# The keys whose values are words of a closed set, whatever the kind of clause.
SETS: Mapping[str, Callable[[str], str]] = {
    "level": ClauseLevel,
    "check": Check,
    "classes": EditClass,
    "how": Allowance,
    "parts": CreditPart,
    "placement": Placement,
    "link": LinkTarget,
    "wording": Wording,
    "when": Occasion,
    "asset": Asset,
    "terms": AssetTerms,
    "want": Markup,
    "use": Use,
    "expiry": Expiry,
    "duty": Duty,
}


def read_policy(value: object, file: str | None = None) -> Policy:
    """The policy in a value read from TOML or JSON; `file` is what errors call it.

    Raises `ManifestError` with all mistakes at once, `InputError` for a value beyond all limits.
    """
    validate(value, SCHEMA, file)
    return trusted_policy(value)


def trusted_policy(value: object) -> Policy:
    """The policy in a value that is known to keep the schema."""
    plain = cast("Mapping[str, object]", value)
    select = cast("Mapping[str, object]", plain.get("select", {}))
    return Policy(
        name=str(plain["name"]),
        publisher=str(plain["publisher"]),
        source_url=str(plain["source_url"]),
        retrieved=str(plain["retrieved"]),
        tier=Tier(str(plain.get("tier", Tier.PUBLIC))),
        offer=_offer(cast("Mapping[str, object]", plain.get("license", {}))),
        select=_made(Selectors, select),
        clauses=tuple(_clauses(plain)),
    )


def policy_to_plain(policy: Policy) -> dict[str, object]:
    """The policy as a file has it, without what goes without saying: `read_policy` makes an equal policy of it."""
    head = {key: getattr(policy, key) for key in ("name", "publisher", "source_url", "retrieved", "tier")}
    offer = _said(policy.offer)
    if policy.offer.license:
        offer = {"uri": policy.offer.license.uri} | {key: value for key, value in offer.items() if key != "license"}
    lists = {key: [_said(clause) for clause in policy.of(kind)] for key, kind in KINDS.items()}
    select = _said(policy.select)
    return {"schema_version": "1", **head, "license": offer, "select": select, **lists}


def _clauses(plain: Mapping[str, object]) -> Iterator[PolicyClause]:
    source = {"source_url": plain["source_url"], "retrieved": plain["retrieved"]}
    for key, kind in KINDS.items():
        for entry in cast("list[Mapping[str, object]]", plain.get(key, [])):
            yield _made(kind, {**source, **entry})


def _made(kind: Callable[..., _Made], given: Mapping[str, object]) -> _Made:
    return kind(**{key: _value(key, value) for key, value in given.items()})


def _value(key: str, value: object) -> object:
    """A value as the types have it: frozen, and a word of a closed set as its member."""
    match value:
        case list():
            return tuple(_value(key, item) for item in value)
        case dict():
            return tuple(value.items())
        case str() if key in SETS:
            return SETS[key](value)
    return value


def _offer(plain: Mapping[str, object]) -> Offer:
    reading = recognise_uri(str(plain["uri"])) if "uri" in plain else None
    rest = {key: value for key, value in plain.items() if key != "uri"}
    return _made(Offer, {"license": reading.license if reading else None, **rest})


def _said(value: PolicyClause | Selectors | Offer) -> dict[str, object]:
    """The fields that differ from what they are unless said, tuples as lists and templates as tables again."""
    said = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        field.name: _plain(field.name, said[field.name]) for field in fields(value) if said[field.name] != field.default
    }


def _plain(key: str, value: object) -> object:
    if isinstance(value, tuple):
        return dict(value) if key == "templates" else list(value)
    return value
