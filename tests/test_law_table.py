"""What each licence asks, defect by defect: the tables of `tests/law` against what the rules say.

A defect is something done to a faithful copy, or a `page` of its own (`page_of`: that of a case). Its table has a line
for the versions and ports of one severity and a column for each of the six licences. A cell is the section that the
finding must cite: "-" none, "~4(a)" numbered locally and the counterpart of 4(a); "off" says that the rule does not
apply, "pass" that it finds nothing. The values come from the legal code.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NotRequired, TypedDict

import pytest
from test_cases import CASES, base

from licensecheck.check import read_case
from licensecheck.licenses import UNITS, Element, License, all_licenses, license_of
from licensecheck.manifest import read_manifest
from licensecheck.page import read_page
from licensecheck.policy_file import trusted_policy
from licensecheck.rules import RULES, judge
from licensecheck.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.model import Case, Finding

LAW = Path(__file__).parent / "law"
PARTS: dict[str, str] = tomllib.loads((LAW / "_parts.toml").read_text(encoding="utf-8"))
DEFECTS: list[Defect] = [
    defect
    for path in sorted(LAW.glob("[a-z]*.toml"))
    for defect in tomllib.loads(path.read_text(encoding="utf-8"))["defect"]
]
BASE_URI = "https://creativecommons.org/licenses/by-nc-nd/3.0/"
POLICY: dict[str, object] = {
    "name": "saltmarsh",
    "publisher": "The Saltmarsh Ledger",
    "source_url": "https://saltmarshledger.example/republish",
    "retrieved": "2024-05",
}
CLOSING = {"APP-006", "TER-001"}
# All six licences of each version, and one of them in every port of 3.0.
FAITHFUL = [
    each
    for each in all_licenses()
    if each.unit in UNITS and (not each.port or (each.unit, each.version) == ("by-nc-nd", "3.0"))
]
UNTOUCHED: Defect = {"rule": "", "what": "nothing", "expect": ""}
# A copy with something wrong for rules of every family.
WRECKED: Defect = {
    "rule": "",
    "what": "everything",
    "expect": "",
    "replace": [
        ("{byline}", ""),
        ("{source}", ""),
        ("{license}", "<p>All rights reserved. This article may not be reproduced without permission.</p>"),
        ("{engineers}", '{critics}<div class="ad-slot"><p>Advertisement</p></div>'),
        ("312 houses", "321 houses"),
        ("{credit}", ""),
    ],
}
LOCAL = re.compile(r".* clause, numbered locally \((?P<number>.*) in (?P<model>CC .*)\)")
QUIET = {"off": Kind.NOT_APPLICABLE, "pass": Kind.PASS}


class Defect(TypedDict):
    """One entry of a table as written."""

    rule: str
    what: str
    expect: str
    page: NotRequired[str]
    page_of: NotRequired[str]
    told: NotRequired[str]
    policy: NotRequired[dict[str, object]]
    replace: NotRequired[list[tuple[str, str]]]
    work: NotRequired[dict[str, object]]
    without: NotRequired[list[str]]


@dataclass(frozen=True)
class Row:
    """One cell of a table: a defect under one licence, and what must be said of it."""

    defect: Defect
    license: License
    severity: str
    section: str

    def __str__(self) -> str:
        """The row's name in a test report."""
        return f"{self.defect['rule']}: {self.defect['what']} ({self.license.id})"


def rows() -> Iterator[Row]:
    for defect in DEFECTS:
        units, *lines = (
            [cell.strip() for cell in line.split("|")] for line in defect["expect"].strip("\n").split("\n")
        )
        for versions, severity, *cells in lines:
            for version in versions.split():
                for unit, cell in zip(units[2:], cells, strict=True):
                    found = license_of(unit, *version.split("/"))
                    assert found, (unit, version)
                    yield Row(defect, found, severity, cell)


ROWS = list(rows())


def filled(text: str, license_: License) -> str:
    """The text with the parts of the page and the licence in their places."""
    for name, part in PARTS.items():
        text = text.replace(f"{{{name}}}", part)
    unit = license_.unit
    about = {"id": license_.id, "uri": license_.uri, "version": license_.version, "unit": unit, "UNIT": unit.upper()}
    for name, value in about.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def case_under(license_: License, defect: Defect) -> Case:
    """The base page and manifest under a licence, with the defect."""
    policy = trusted_policy(POLICY | defect["policy"]) if "policy" in defect else None
    work, page = read_manifest(manifest_under(license_, defect)), page_under(license_, defect)
    return read_case(work, read_page(page.encode()), policy)


def page_under(license_: License, defect: Defect) -> str:
    page = base("page.html").replace(BASE_URI, license_.uri).replace("CC BY-NC-ND 3.0", license_.id)
    if "page_of" in defect:
        page = (CASES / defect["page_of"] / "page.html").read_text(encoding="utf-8")
    page = defect.get("page", page)
    for old, new in defect.get("replace", ()):
        assert filled(old, license_) in page, f"nothing to replace: {old}"
        page = page.replace(filled(old, license_), filled(new, license_).replace("{told}", defect.get("told", "")))
    return page


def manifest_under(license_: License, defect: Defect) -> dict[str, object]:
    manifest = json.loads(base("work.json")) | {"license": license_.uri}
    manifest |= json.loads(filled(json.dumps(defect.get("work", {}), ensure_ascii=False), license_))
    manifest["body"] += [defect["told"]] if "told" in defect else []
    return {key: value for key, value in manifest.items() if key not in defect.get("without", ())}


def findings_of(case: Case, number: str) -> list[Finding]:
    """What one rule says; a rule that closes the report has to know what the others found."""
    if number in CLOSING:
        return [finding for finding in judge(case) if finding.rule == number]
    return [finding for rule in RULES if rule.id == number for finding in rule.findings(case)]


def noted(section: str | None, license_: License) -> str:
    """A finding's section as the tables write it."""
    local = LOCAL.fullmatch(section or "-")
    if local is None:
        return section or "-"
    assert local["model"] == f"CC {license_.unit.upper()} {license_.version}"
    return f"~{local['number']}"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_law(row: Row) -> None:
    findings = findings_of(case_under(row.license, row.defect), row.defect["rule"])
    kinds = {finding.kind for finding in findings}
    if row.section in QUIET:
        assert kinds == {QUIET[row.section]}, [finding.message for finding in findings]
        return
    assert kinds <= {Kind.FAIL, Kind.REVIEW, Kind.INCONCLUSIVE}, [finding.message for finding in findings]
    said = {finding.kind if finding.kind is Kind.INCONCLUSIVE else finding.severity for finding in findings}
    assert said == {row.severity}, [finding.message for finding in findings]
    assert {noted(finding.section, row.license) for finding in findings} == {row.section}


@pytest.mark.parametrize("license_", FAITHFUL, ids=lambda license_: license_.id)
def test_a_faithful_copy_is_faithful_under_every_licence(license_: License) -> None:
    said = [finding for finding in judge(case_under(license_, UNTOUCHED)) if finding.kind not in QUIET.values()]
    assert [finding.message for finding in said] == []


@pytest.mark.parametrize("unit", ["zero", "mark", "certification"])
def test_the_public_domain_asks_nothing(unit: str) -> None:
    license_ = license_of(unit, "1.0", "us" if unit == "certification" else "")
    assert license_
    findings = judge(case_under(license_, WRECKED))
    assert {finding.rule for finding in findings if finding.kind not in QUIET.values()} == set()


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("version", ["1.0", "2.5", "3.0", "4.0"])
def test_rules_of_an_element_apply_with_the_element_only(unit: str, version: str) -> None:
    license_ = license_of(unit, version)
    assert license_
    findings = judge(case_under(license_, WRECKED))
    asked = {finding.rule.partition("-")[0] for finding in findings if finding.kind is not Kind.NOT_APPLICABLE}
    for family, element in {"NC": Element.NC, "ND": Element.ND, "SA": Element.SA}.items():
        assert (family in asked) is (element in license_.elements)


def test_the_table_is_large_and_leaves_out_no_rule() -> None:
    assert len(ROWS) >= 1_000
    assert len({str(row) for row in ROWS}) == len(ROWS)
    assert {row.defect["rule"] for row in ROWS} == {rule.id for rule in RULES}
