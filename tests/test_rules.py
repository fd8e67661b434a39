"""The rules as values, how they are asked, and which of them apply; for whole pages see `test_cases`."""

from __future__ import annotations

import pytest
from rule_cases import (
    BODY,
    BY_NAME,
    CREDIT,
    FAITHFUL,
    OFF,
    PAGE,
    REVIEW,
    UNPORTED,
    VIOLATION,
    WORK,
    change,
    changed,
    found,
    licensed,
    outcome,
    under,
)

from licensecheck.claims import Credit
from licensecheck.licenses import Element, License, all_licenses
from licensecheck.model import Alignment, Notices, Paragraph, Work
from licensecheck.profiles import profile
from licensecheck.rules import RULES, Rule, judge
from licensecheck.terms import ChangeClass, FindingClass, Kind, Severity, Unread, Verdict
from licensecheck.verdict import verdict_of


def test_every_rule_is_numbered_and_named_once() -> None:
    assert len({rule.id for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_documents_itself(rule: Rule) -> None:
    doc = rule.doc
    assert doc.summary.endswith(".")
    assert "\n" not in doc.summary
    assert all((doc.known_problems, doc.fix))


def test_termination_is_judged_last() -> None:
    assert RULES[-1].id == "TER-001"


# --- the engine


def test_a_faithful_copy_has_no_findings() -> None:
    assert found(FAITHFUL) == []


@pytest.mark.parametrize(
    "license_", [each for each in all_licenses() if Element.BY in each.elements], ids=lambda each: each.id
)
def test_a_faithful_copy_has_no_findings_under_any_licence(license_: License) -> None:
    assert found(under(FAITHFUL, license_)) == []


def test_every_rule_says_something_of_every_case() -> None:
    under_policy = FAITHFUL._replace(policy=profile("common-dreams"))
    assert [finding.rule for finding in judge(under_policy)] == [rule.id for rule in RULES]
    on_license = [rule.id for rule in RULES if rule.rests_on is not FindingClass.POLICY]
    assert [finding.rule for finding in judge(FAITHFUL)] == on_license


def test_what_is_not_known_is_never_failed() -> None:
    bare = FAITHFUL._replace(work=Work(body=BODY, license=UNPORTED), credit=CREDIT._replace(photos=()))
    assert found(bare) == []
    assert outcome("BY-201", bare._replace(credit=Credit())) == OFF


def test_what_is_known_to_be_none_is_not_asked_for() -> None:
    none = WORK._replace(authors=(), parties=(), sources=(), titles=(), links=(), notices=Notices())
    assert {f.rule for f in found(FAITHFUL._replace(work=none, credit=Credit()))} == {"LIC-101", "LIC-110", "TER-001"}


def test_sections_come_from_the_licence() -> None:
    nobody = CREDIT._replace(authors=())
    sections = {}
    for identifier in ("CC BY-NC-ND 3.0", "CC BY-NC-SA 3.0", "CC BY 4.0"):
        case = FAITHFUL._replace(work=WORK._replace(license=licensed(identifier)), credit=nobody)
        sections[identifier] = next(BY_NAME["BY-201"].findings(case)).section
    assert sections == {
        "CC BY-NC-ND 3.0": "4(c)(i)",
        "CC BY-NC-SA 3.0": "4(d)(i)",
        "CC BY 4.0": "3(a)(1)(A)(i)",
    }


@pytest.mark.parametrize("identifier", ["CC0 1.0", "PDM 1.0"])
def test_the_public_domain_has_no_conditions(identifier: str) -> None:
    free = FAITHFUL._replace(work=WORK._replace(license=licensed(identifier)), credit=Credit())
    assert found(free) == []


def test_a_retired_licence_is_for_a_person() -> None:
    assert outcome("APP-003", under(FAITHFUL, licensed("CC SAMPLING+ 1.0"))) == REVIEW


@pytest.mark.parametrize("reason", Unread)
def test_nothing_is_missing_from_a_page_not_read_whole(reason: Unread) -> None:
    changes = tuple(change(kind, after="") for kind in (ChangeClass.CUT, ChangeClass.TRUNCATION))
    torn = changed(*changes)._replace(credit=Credit(), page=PAGE._replace(unread=(reason,)))
    findings = found(torn)
    assert {"BY-201", "LIC-101", "ND-402", "ND-404"} <= {f.rule for f in findings if f.kind is Kind.INCONCLUSIVE}
    assert [f.rule for f in findings if f.kind is Kind.FAIL and f.severity is not Severity.INFO] == []
    assert verdict_of(judge(torn), torn.alignment, torn.page) is Verdict.INCONCLUSIVE


def test_what_a_torn_page_shows_is_still_found() -> None:
    torn = changed(change(ChangeClass.NUMBER))._replace(page=PAGE._replace(unread=(Unread.PAGINATED,)))
    assert outcome("ND-401", torn) == VIOLATION


# --- how much of the work is there


@pytest.mark.parametrize(
    ("coverage", "titled", "number"),
    [(0.01, False, "APP-001"), (0.1, False, "APP-002"), (0.01, True, "APP-005"), (0.2, True, "APP-005")],
)
def test_too_little_for_a_copy(coverage: float, titled: bool, number: str) -> None:  # noqa: FBT001 (a table's column)
    credit = Credit(titles=CREDIT.titles if titled else ())
    little = changed()._replace(alignment=Alignment((), (), coverage), credit=credit)
    assert [finding.rule for finding in found(little) if finding.rule.startswith("APP")] == [number]


def test_much_of_a_long_work_is_no_short_quotation() -> None:
    long = WORK._replace(body=(Paragraph("word " * 2000),))
    case = FAITHFUL._replace(work=long, alignment=Alignment((), (), 0.1), credit=Credit())
    assert [finding.rule for finding in found(case)] == ["APP-001"]
