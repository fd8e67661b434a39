"""The cases of `fixtures/cases`: each folder holds one page and runs one rule, and its name says what the rule finds.

A folder is named RULE-VERDICT-WHAT. Its page and work are those of `_base`, or its own `page.html`, or that of the
folder which `page` names; `case.toml` says what to change in them (`replace` in the page, `[work]` and `without` in
the manifest), which `policy` to apply, by its name or as a table, and what more to expect.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from licensecheck.check import read_case
from licensecheck.manifest import read_manifest
from licensecheck.page import read_page
from licensecheck.policy_file import read_policy
from licensecheck.profiles import profile
from licensecheck.rules import RULES, judge
from licensecheck.terms import Kind, Severity, Verdict
from licensecheck.verdict import verdict_of

if TYPE_CHECKING:
    from licensecheck.model import Case, Finding
    from licensecheck.policy import Policy

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"
BASE = CASES / "_base"
FOLDERS = sorted(folder for folder in CASES.iterdir() if folder != BASE)
NAME = re.compile(r"(?P<rule>[A-Z]+-\d{3})-(?P<verdict>[a-z]+)-[a-z0-9.-]+")
KEYS = {"why", "replace", "work", "without", "severity", "section", "says", "page", "policy"}

# What a policy has beside its clauses.
POLICY = {
    "schema_version": "1",
    "name": "saltmarsh-ledger",
    "publisher": "The Saltmarsh Ledger",
    "source_url": "https://saltmarshledger.example/republishing",
    "retrieved": "2024-05-01",
}

# What a verdict in a name means: the kind of the findings, and their severity where the case states none.
VERDICTS = {
    "fail": (Kind.FAIL, Severity.VIOLATION),
    "info": (Kind.FAIL, Severity.INFO),
    "review": (Kind.REVIEW, Severity.REVIEW),
    "waived": (Kind.WAIVED, Severity.REVIEW),
    "inconclusive": (Kind.INCONCLUSIVE, Severity.REVIEW),
    "pass": (Kind.PASS, Severity.INFO),
    "off": (Kind.NOT_APPLICABLE, Severity.INFO),
}


@cache
def base(name: str) -> str:
    return (BASE / name).read_text(encoding="utf-8")


def case_of(folder: Path, changes: dict[str, object]) -> Case:
    page, manifest = base("page.html"), json.loads(base("work.json"))
    own = CASES / str(changes.get("page", folder.name)) / "page.html"
    if own.is_file():
        page = own.read_text(encoding="utf-8")
    for old, new in changes.get("replace", ()):  # type: ignore[attr-defined]  # the shape is the test's own
        assert old in page, f"nothing to replace: {old}"
        page = page.replace(old, new)
    manifest |= changes.get("work", {})
    for key in changes.get("without", ()):  # type: ignore[attr-defined]  # as above
        del manifest[key]
    return examine(page, manifest, policy_of(changes.get("policy")))


def policy_of(said: object) -> Policy | None:
    """The policy that a case names, or whose clauses it gives."""
    if isinstance(said, dict):
        return read_policy(POLICY | said)
    return None if said is None else profile(str(said))


def examine(html: str, manifest: object, policy: Policy | None = None) -> Case:
    return read_case(read_manifest(manifest), read_page(html.encode()), policy)


def findings_of(rule: str, case: Case) -> list[Finding]:
    """What one rule says; only the last two, and a policy, need more than that rule to be asked."""
    if case.policy or rule in {RULES[-1].id, RULES[-2].id}:
        return [finding for finding in judge(case) if finding.rule == rule]
    return [finding for each in RULES if each.id == rule for finding in each.findings(case)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    name = NAME.fullmatch(folder.name)
    assert name, "a case is named RULE-VERDICT-WHAT"
    expected = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    assert set(expected) <= KEYS
    findings = findings_of(name["rule"], case_of(folder, expected))
    kind, severity = VERDICTS[name["verdict"]]
    assert {finding.kind for finding in findings} == {kind}, [finding.message for finding in findings]
    assert {finding.severity for finding in findings} == {expected.get("severity", severity)}
    if "section" in expected:
        assert {finding.section for finding in findings} == {expected["section"]}
    if kind not in {Kind.PASS, Kind.NOT_APPLICABLE}:
        assert any(expected["says"] in finding.message for finding in findings), [f.message for f in findings]


def test_every_rule_has_a_case_that_fails_and_one_that_passes() -> None:
    verdicts = defaultdict(set)
    for folder in FOLDERS:
        rule, verdict = folder.name.rsplit("-", maxsplit=folder.name.count("-") - 1)[0], folder.name.split("-")[2]
        verdicts[rule].add(verdict)
    assert sorted(verdicts) == sorted(rule.id for rule in RULES)
    assert [rule for rule, seen in verdicts.items() if "pass" not in seen or seen <= {"pass", "off"}] == []


def test_the_base_page_is_compliant() -> None:
    case = examine(base("page.html"), json.loads(base("work.json")))
    findings = judge(case)
    assert [f.message for f in findings if f.kind not in {Kind.PASS, Kind.NOT_APPLICABLE}] == []
    assert verdict_of(findings, case.alignment, case.page) is Verdict.COMPLIANT
