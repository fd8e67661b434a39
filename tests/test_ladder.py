"""How much a change weighs: the ladder of four levels under every licence without derivatives, and under the others."""

from __future__ import annotations

import pytest
from test_law_table import UNTOUCHED, case_under

from licensecheck.licenses import Element, License, all_licenses, license_of
from licensecheck.rules import RULES
from licensecheck.rules._ladder import ladder
from licensecheck.terms import Kind, Level, Severity

# An edit of each level, made on the page of a faithful copy.
EDITS = {
    Level.TECHNICAL: (
        "“We did not build this town to watch it float away,”",
        '"We did not build this town to watch it float away,"',
    ),
    Level.STYLE: ("when the harbor first", "when the harbour first"),
    Level.WORDING: ("suggest a cheaper way", "propose a cheaper way"),
    Level.SUBSTANCE: ("312 houses", "321 houses"),
}

# Version and port; what the four levels come to. "-" is nothing, "off" that no rule on the text applies.
LADDER = """
1.0      -  review   warning    violation
1.0/nl   -  review   warning    violation
2.0      -  review   warning    violation
2.0/uk   -  review   warning    violation
2.0/de   -  review   warning    violation
2.1/jp   -  review   warning    violation
2.5      -  review   warning    violation
2.5/au   -  review   warning    violation
3.0      -  review   warning    violation
3.0/us   -  review   warning    violation
3.0/fr   -  review   warning    violation
3.0/at   -  review   warning    violation
3.0/igo  -  review   warning    violation
3.0/au   -  warning  violation  violation
3.0/nz   -  warning  violation  violation
3.0/ie   -  warning  violation  violation
3.0/de   -  warning  violation  violation
3.0/ch   -  warning  violation  violation
4.0      -  review   warning    violation
"""
STRICT = {"au", "ch", "de", "ie", "nz"}
ON_TEXT = [rule for rule in RULES if rule.id.startswith("ND-4")]
ROWS = [
    (unit, version, level, severity)
    for version, *severities in map(str.split, LADDER.strip().splitlines())
    for level, severity in zip(EDITS, severities, strict=True)
    for unit in ("by-nd", "by-nc-nd")
]


def weighed(license_: License, level: Level) -> set[str]:
    """What the rules on the text make of an edit of that level, but for change marks."""
    before, after = EDITS[level]
    case = case_under(license_, UNTOUCHED | {"replace": [(before, after)]})
    findings = [finding for rule in ON_TEXT for finding in rule.findings(case)]
    if {finding.kind for finding in findings} == {Kind.NOT_APPLICABLE}:
        return {"off"}
    return {f.severity for f in findings if f.kind not in {Kind.PASS, Kind.NOT_APPLICABLE}} or {"-"}


@pytest.mark.parametrize(("unit", "version", "level", "severity"), ROWS)
def test_the_ladder(unit: str, version: str, level: Level, severity: str) -> None:
    license_ = license_of(unit, *version.split("/"))
    assert license_
    assert weighed(license_, level) == {severity}


@pytest.mark.parametrize("unit", ["by", "by-nc", "by-sa", "by-nc-sa"])
@pytest.mark.parametrize("version", ["1.0", "2.5", "3.0", "3.0/us", "3.0/de", "4.0"])
@pytest.mark.parametrize("level", EDITS)
def test_licences_that_allow_derivatives_have_no_ladder(unit: str, version: str, level: Level) -> None:
    license_ = license_of(unit, *version.split("/"))
    assert license_
    assert weighed(license_, level) == {"off"}


def test_every_port_stands_on_one_of_the_two_ladders() -> None:
    counted = 0
    for license_ in all_licenses():
        if {Element.BY, Element.ND} <= license_.elements:
            strict = license_.version == "3.0" and license_.port in STRICT
            expected = (Severity.WARNING, Severity.VIOLATION) if strict else (Severity.REVIEW, Severity.WARNING)
            assert (ladder(license_, Level.STYLE), ladder(license_, Level.WORDING)) == expected
            assert ladder(license_, Level.SUBSTANCE) is Severity.VIOLATION
            counted += 1
    assert counted == 202
