"""The generated pages are the committed ones, and say what a reader needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_law_table import ROWS

from licensecheck.clauses import Clause
from licensecheck.docs import rules_page
from licensecheck.license_page import DUTIES, RIGHTS, license_page, licenses_page, weights
from licensecheck.licenses import all_licenses, by_id
from licensecheck.policy_docs import policies_page
from licensecheck.profiles import profile, profile_names
from licensecheck.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_the_rules_page(golden: Callable[[Path, str], None]) -> None:
    golden(DOCS / "rules.md", rules_page(RULES))


def test_the_rules_page_leads_to_every_rule() -> None:
    page = rules_page(RULES)
    for rule in RULES:
        assert f"(#{rule.id.lower()}-{rule.name})" in page
        assert f"\n## {rule.id} {rule.name}\n" in page
        assert rule.doc.reason in page


def test_the_rules_page_does_not_depend_on_the_order_of_rules() -> None:
    assert rules_page(reversed(RULES)) == rules_page(RULES)


def test_the_policies_page(golden: Callable[[Path, str], None]) -> None:
    golden(DOCS / "policies.md", policies_page(map(profile, profile_names())))


def test_the_licenses_page(golden: Callable[[Path, str], None]) -> None:
    golden(DOCS / "licenses.md", licenses_page())


def test_the_page_of_a_licence_leaves_out_no_clause() -> None:
    assert {clause for clause, _ in (*DUTIES, *RIGHTS)} == set(Clause)
    for license_ in all_licenses():
        page = license_page(license_)
        assert license_.uri in page
        for section in filter(None, map(license_.section, Clause)):
            assert f": {section}\n" in page


@pytest.mark.parametrize(
    ("identifier", "says"),
    [
        (
            "CC BY-NC-ND 3.0 US",
            ("4(c)(ii)", "another word: warning", "without its address: warning", "copying the text: warning"),
        ),
        (
            "CC BY-NC-ND 3.0 DE",
            ("another word: violation", "without its address: violation", "numbered locally (4(c)(ii) in"),
        ),
        ("CC BY-NC-ND 3.0 NZ", ("without its address: allowed", "title missing: info", "notice missing: not asked")),
        (
            "CC BY-ND 4.0",
            ("an excerpt that says so: allowed", "put right: restored within 30 days", "audio version: info"),
        ),
        (
            "CC BY-ND 1.0",
            ("original not linked: not asked", "publisher not named: not asked", "audio version: warning"),
        ),
        ("CC BY 3.0", ("changes not indicated: warning", "put right: not restored")),
        ("CC0 1.0", ("asks nothing",)),
        ("CC SAMPLING+ 1.0", ("not known here",)),
    ],
)
def test_the_page_of_a_licence(identifier: str, says: tuple[str, ...]) -> None:
    license_ = by_id(identifier)
    assert license_
    page = license_page(license_)
    assert [words for words in says if words not in page] == []


# What the page of a licence says of a defect, and the defect in the tables of the law.
SAID = {
    "an edit of house style": "another spelling",
    "another word": "a word",
    "a passage cut out": "a sentence cut",
    "an excerpt that says so": "an excerpt that says so and links",
    "an audio version": "a recording of the text",
    "the licence not named": "neither licence nor original is linked",
    "the same, but the original is linked": "the licence line is dropped; the original stays linked",
    "the licence named without its address": "the name without its address, and the original is not linked",
    "the publisher not named": "the publisher not named",
    "the title missing": "another headline, the title nowhere",
    "the original not linked": "the original not linked",
    "the copyright notice missing": "the copyright notice dropped",
    "readers kept from copying the text": "copying blocked",
}


@pytest.mark.parametrize(("said", "defect"), SAID.items())
def test_the_page_of_a_licence_agrees_with_the_law(said: str, defect: str) -> None:
    rows = [row for row in ROWS if row.defect["what"] == defect and not row.defect["rule"].startswith("CHG")]
    assert rows
    for row in rows:
        weight = dict(weights(row.license)).get(said, "not asked")
        expected = {"off": "not asked", "pass": "allowed"}.get(row.section, row.severity)
        assert weight == expected, row


def test_sections_are_those_of_two_licences() -> None:
    assert "Clause: attribution.title (CC BY-NC-ND 3.0: 4(c)(ii); CC BY-NC-ND 4.0: none)." in rules_page(RULES)
