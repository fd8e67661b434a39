"""The parts of a Creative Commons licence by what they ask, and the section that asks it in each licence."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from licensecheck.bundled import bundled

if TYPE_CHECKING:
    from collections.abc import Mapping


class Clause(StrEnum):
    """What a licence asks or says, whatever section says it."""

    ADAPTATION = "adaptation"
    """What counts as a changed work; under ND also that it may not be shared."""
    COLLECTION = "collection"
    """The whole work, unchanged, beside other works is no changed work."""
    GRANT = "grant"
    """What may be done with the work at all."""
    EXCEPTIONS = "exceptions"
    """What the law allows without a licence, as quotation and fair use, needs none."""
    TECHNICAL_MODIFICATIONS = "technical-modifications"
    """Changes that another medium or format makes necessary are allowed."""
    LICENSE_URI = "license-uri"
    """The licence, or its URI, goes with every copy."""
    ONLY_THESE_TERMS = "only-these-terms"
    """The work goes on under this licence and no other."""
    NO_FURTHER_TERMS = "no-further-terms"
    """Nobody adds terms that take away from the licence."""
    TECHNOLOGICAL_MEASURES = "technological-measures"
    """No lock keeps readers from what the licence allows them."""
    ATTRIBUTION = "attribution"
    """The credit as a whole."""
    ATTRIBUTION_CREATOR = "attribution.creator"
    ATTRIBUTION_PARTIES = "attribution.parties"
    """Others whom the licensor names for credit, as the publisher."""
    ATTRIBUTION_TITLE = "attribution.title"
    ATTRIBUTION_SOURCE = "attribution.source"
    """The URI that the licensor gives for the work."""
    ATTRIBUTION_COPYRIGHT_NOTICE = "attribution.copyright-notice"
    ATTRIBUTION_LICENSE_NOTICE = "attribution.license-notice"
    ATTRIBUTION_DISCLAIMER = "attribution.disclaimer"
    ATTRIBUTION_MANNER = "attribution.manner"
    """How the credit is to be given: reasonably for the medium."""
    ATTRIBUTION_PROMINENCE = "attribution.prominence"
    """Beside the credits of other contributors it is no less prominent."""
    ATTRIBUTION_REMOVAL = "attribution.removal"
    """The credit goes if the licensor asks for that."""
    PUBLISHER_AS_AUTHOR = "publisher-as-author"
    """Where no author is known, the publisher is credited as the author."""
    ENDORSEMENT = "endorsement"
    """The credit must not suggest that the licensor stands behind the reuse."""
    CHANGE_MARK = "change-mark"
    """Changes are indicated."""
    NONCOMMERCIAL = "noncommercial"
    SHARE_ALIKE = "share-alike"
    """A changed work goes on under this licence or one like it."""
    SHARE_ALIKE_URI = "share-alike.uri"
    """The licence of the changed work, or its URI, goes with every copy."""
    MORAL_RIGHTS = "moral-rights"
    TERMINATION = "termination"
    CURE = "cure"
    """A breach put right within 30 days of its discovery restores the licence."""
    PAST_VIOLATION = "past-violation"
    """Who has broken the licence of this work before cannot rely on it again."""
    ENTIRE_AGREEMENT = "entire-agreement"
    """The licence is all that was agreed; other terms stand apart from it."""


@cache
def sections(unit: str, version: str, port: str) -> Mapping[Clause, str]:
    """Each clause of one licence with the section that holds it, as in "4(c)(ii)"; clauses it lacks are missing.

    Exact for the six licences, Unported, International and 3.0 US (`law/clauses.json`, read in the legal code).
    Other ports number their own clauses, so there the section is described, with its counterpart. Nothing is
    known of other tools: they give an empty mapping. Do not change the mapping: all callers share it.
    """
    table = _table()
    exact = f"{version}/{port}" if port else version
    if exact in table:
        return _numbered(table[exact], unit)
    # No text was published for 2.1 itself; its ports followed 2.0.
    model = "2.0" if version == "2.1" else version
    known = _numbered(table[model], unit)
    described = {clause: _described(clause, number, f"CC {unit.upper()} {model}") for clause, number in known.items()}
    deviations = table["ports"]["every"] | table["ports"].get(exact, {})
    described |= {Clause(name): number for name, number in deviations.items() if number and known}
    return {clause: text for clause, text in described.items() if deviations.get(clause, text)}


def _numbered(rows: Mapping[str, Mapping[str, str | None]], unit: str) -> dict[Clause, str]:
    """The sections of one unit: its own row over what all units share; "{attribution}" stands for that section."""
    if unit not in rows:
        return {}
    merged = {name: number for name, number in {**rows["every"], **rows[unit]}.items() if number}
    return {Clause(name): number.format_map(merged) for name, number in merged.items()}


def _described(clause: Clause, number: str, model: str) -> str:
    name = clause.partition(".")[0].replace("-", " ").replace("uri", "URI")
    return f"{name} clause, numbered locally ({number} in {model})"


@cache
def _table() -> dict[str, dict[str, dict[str, str | None]]]:
    text = (bundled("law") / "clauses.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, dict[str, str | None]]] = json.loads(text)
    return table
