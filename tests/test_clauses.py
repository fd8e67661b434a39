"""Each licence numbers its clauses as its legal code does, and lacks those that the legal code lacks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from licensecheck.clauses import Clause, sections
from licensecheck.jurisdictions import PORTS
from licensecheck.licenses import UNITS, all_licenses, license_of

if TYPE_CHECKING:
    from pathlib import Path

UNPORTED = ("1.0", "2.0", "2.5", "3.0", "4.0")
EARLY = ("1.0", "2.0", "2.5")
NUMBERED = [(unit, version, "") for unit in UNITS for version in UNPORTED] + [(unit, "3.0", "us") for unit in UNITS]

# The letters that move with the licence: attribution, noncommercial, share-alike, moral rights (3.0 Unported).
LETTERS = {
    "by": ("4(b)", None, None, "4(c)"),
    "by-nc": ("4(c)", "4(b)", None, "4(e)"),
    "by-nc-nd": ("4(c)", "4(b)", None, "4(e)"),
    "by-nc-sa": ("4(d)", "4(c)", "4(b)", "4(f)"),
    "by-nd": ("4(b)", None, None, "4(c)"),
    "by-sa": ("4(c)", None, "4(b)", "4(d)"),
}

BY_NC_ND = (
    # clause, 3.0 Unported, 3.0 US, 4.0
    (Clause.ADAPTATION, "1(a), 3", "1(b), 3", "1(a), 2(a)(1)(B), 3(a)(1)"),
    (Clause.COLLECTION, "1(b)", "1(a)", None),
    (Clause.PUBLISHER_AS_AUTHOR, "1(e)", None, None),
    (Clause.PAST_VIOLATION, "1(g)", "1(f)", None),
    (Clause.EXCEPTIONS, "2", "2", "2(a)(2), 8(a)"),
    (Clause.TECHNICAL_MODIFICATIONS, "3", "3", "2(a)(4)"),
    (Clause.LICENSE_URI, "4(a)", "4(a)", "3(a)(1)(C)"),
    (Clause.ONLY_THESE_TERMS, "4(a)", "4(a)", "2(a)(5)(A), 2(a)(5)(B)"),
    (Clause.NO_FURTHER_TERMS, "4(a)", "4(a)", "2(a)(5)(B)"),
    (Clause.TECHNOLOGICAL_MEASURES, "4(a)", "4(a)", "2(a)(5)(B), 1(c)"),
    (Clause.NONCOMMERCIAL, "4(b)", "4(b)", "1(h), 2(a)(1)"),
    (Clause.ATTRIBUTION, "4(c)", "4(c)", "3(a)(1)(A)"),
    (Clause.ATTRIBUTION_CREATOR, "4(c)(i)", "4(c)(i)", "3(a)(1)(A)(i)"),
    (Clause.ATTRIBUTION_PARTIES, "4(c)(i)", "4(c)(ii)", "3(a)(1)(A)(i)"),
    (Clause.ATTRIBUTION_TITLE, "4(c)(ii)", "4(c)", None),
    (Clause.ATTRIBUTION_SOURCE, "4(c)(iii)", "4(c)", "3(a)(1)(A)(v)"),
    (Clause.ATTRIBUTION_COPYRIGHT_NOTICE, "4(c)", "4(c)", "3(a)(1)(A)(ii)"),
    (Clause.ATTRIBUTION_LICENSE_NOTICE, "4(a)", "4(a)", "3(a)(1)(A)(iii)"),
    (Clause.ATTRIBUTION_DISCLAIMER, "4(a)", "4(a)", "3(a)(1)(A)(iv)"),
    (Clause.ATTRIBUTION_MANNER, "4(c)", "4(c)", "3(a)(2)"),
    (Clause.ATTRIBUTION_PROMINENCE, "4(c)", "4(c)", None),
    (Clause.ATTRIBUTION_REMOVAL, "4(a)", "4(a)", "3(a)(3)"),
    (Clause.ENDORSEMENT, "4(c)", "4(c)", "2(a)(6)"),
    (Clause.CHANGE_MARK, None, None, "3(a)(1)(B)"),
    (Clause.MORAL_RIGHTS, "4(e)", None, "2(b)(1)"),
    (Clause.TERMINATION, "7(a)", "7(a)", "6(a)"),
    (Clause.CURE, None, None, "6(b)(1)"),
    (Clause.SHARE_ALIKE, None, None, None),
    (Clause.ENTIRE_AGREEMENT, "8(d)", "8(d)", "7(b)"),
)

# Which key of the shared table says the same as a clause of ours.
SHARED_KEYS = {
    "attrib": Clause.ATTRIBUTION,
    "attrib-copyright": Clause.ATTRIBUTION_COPYRIGHT_NOTICE,
    "attrib-disclaimer": Clause.ATTRIBUTION_DISCLAIMER,
    "attrib-licence-notice": Clause.ATTRIBUTION_LICENSE_NOTICE,
    "attrib-names": Clause.ATTRIBUTION_CREATOR,
    "attrib-uri": Clause.ATTRIBUTION_SOURCE,
    "changes": Clause.CHANGE_MARK,
    "collective-def": Clause.COLLECTION,
    "credit-removal": Clause.ATTRIBUTION_REMOVAL,
    "cure": Clause.CURE,
    "deriv-def": Clause.ADAPTATION,
    "endorse": Clause.ENDORSEMENT,
    "etm-def": Clause.TECHNOLOGICAL_MEASURES,
    "exceptions": Clause.EXCEPTIONS,
    "extra-terms-by-licensor": Clause.ENTIRE_AGREEMENT,
    "grant": Clause.GRANT,
    "licence-uri": Clause.LICENSE_URI,
    "moral": Clause.MORAL_RIGHTS,
    "nc": Clause.NONCOMMERCIAL,
    "no-downstream-restrictions": Clause.NO_FURTHER_TERMS,
    "reasonable-manner": Clause.ATTRIBUTION_MANNER,
    "technical-mod": Clause.TECHNICAL_MODIFICATIONS,
    "terminate": Clause.TERMINATION,
    "tpm": Clause.TECHNOLOGICAL_MEASURES,
}


@pytest.mark.parametrize(("clause", "unported", "us", "international"), BY_NC_ND)
def test_by_nc_nd(clause: Clause, unported: str | None, us: str | None, international: str | None) -> None:
    cases = {("3.0", ""): unported, ("3.0", "us"): us, ("4.0", ""): international}
    found = {case: sections("by-nc-nd", *case).get(clause) for case in cases}
    assert found == cases


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("version", ["1.0", "2.0", "2.5", "3.0", "3.0/us"])
def test_letters_move_with_the_licence(unit: str, version: str) -> None:
    number, _, port = version.partition("/")
    known = sections(unit, number, port)
    attribution, noncommercial, share_alike, moral = LETTERS[unit]
    assert known[Clause.ATTRIBUTION] == attribution
    assert known.get(Clause.NONCOMMERCIAL) == noncommercial
    assert (known.get(Clause.SHARE_ALIKE) or "").removeprefix("1(b), ").removeprefix("1(c), ") == (share_alike or "")
    assert known.get(Clause.MORAL_RIGHTS) == (moral if version == "3.0" else None)
    assert known[Clause.ATTRIBUTION_CREATOR].startswith(attribution)
    assert known[Clause.TERMINATION] == "7(a)"


@pytest.mark.parametrize(
    ("unit", "early", "unported", "us"),
    [
        ("by", "4(b)", "3(b), 4(b)(iv)", "3(b), 4(b)"),
        ("by-sa", "4(c)", "3(b), 4(c)(iv)", "3(b), 4(c)"),
        ("by-nc", "4(c)", "3(b), 4(c)", "3(b), 4(c)"),
        ("by-nc-sa", "4(d)", "3(b), 4(d)", "3(b), 4(d)"),
        ("by-nd", None, None, None),
    ],
)
def test_change_mark(unit: str, early: str | None, unported: str | None, us: str | None) -> None:
    for version in EARLY:
        assert sections(unit, version, "").get(Clause.CHANGE_MARK) == early
    assert sections(unit, "3.0", "").get(Clause.CHANGE_MARK) == unported
    assert sections(unit, "3.0", "us").get(Clause.CHANGE_MARK) == us
    assert sections(unit, "4.0", "")[Clause.CHANGE_MARK] == "3(a)(1)(B)"


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    ("clause", "versions"),
    [
        (Clause.ATTRIBUTION_SOURCE, {"2.0", "2.5", "3.0", "4.0"}),
        (Clause.ATTRIBUTION_PARTIES, {"2.5", "3.0", "4.0"}),
        (Clause.ATTRIBUTION_TITLE, {"1.0", "2.0", "2.5", "3.0"}),
        (Clause.ENDORSEMENT, {"3.0", "4.0"}),
        (Clause.MORAL_RIGHTS, {"3.0", "4.0"}),
        (Clause.CURE, {"4.0"}),
    ],
)
def test_clauses_come_and_go_with_versions(unit: str, clause: Clause, versions: set[str]) -> None:
    assert {version for version in UNPORTED if clause in sections(unit, version, "")} == versions


@pytest.mark.parametrize(
    ("clause", "letters"),
    [
        (Clause.TECHNOLOGICAL_MEASURES, {"by": "1(d)", "by-nc": "1(d)", "by-nd": "1(c)", "by-sa": "1(e)"}),
        (Clause.NONCOMMERCIAL, {"by-nc": "1(i)", "by-nc-nd": "1(h)", "by-nc-sa": "1(k)"}),
    ],
)
def test_definitions_of_4_0_move_with_the_licence(clause: Clause, letters: dict[str, str]) -> None:
    for unit, letter in letters.items():
        assert letter in sections(unit, "4.0", "")[clause].split(", ")


@pytest.mark.parametrize(
    ("unit", "version", "terms", "reference"),
    [
        ("by-sa", "2.0", "4(b)", "4(b)"),
        ("by-sa", "3.0", "1(c), 4(b)", "4(b)"),
        ("by-sa", "4.0", "3(b)(1)", "3(b)(2)"),
        ("by-nc-sa", "3.0", "4(b)", "4(b)"),
        ("by-nc-sa", "4.0", "3(b)(1)", "3(b)(2)"),
    ],
)
def test_share_alike(unit: str, version: str, terms: str, reference: str) -> None:
    known = sections(unit, version, "")
    assert (known[Clause.SHARE_ALIKE], known[Clause.SHARE_ALIKE_URI]) == (terms, reference)


def test_derivative_and_collection_swap_places() -> None:
    for unit in UNITS:
        assert sections(unit, "3.0", "")[Clause.ADAPTATION].startswith("1(a)")
        assert sections(unit, "3.0", "")[Clause.COLLECTION] == "1(b)"
        for version in EARLY:
            assert sections(unit, version, "")[Clause.ADAPTATION].startswith("1(b)")
            assert sections(unit, version, "")[Clause.COLLECTION] == "1(a)"
    assert sections("by-sa", "3.0", "us")[Clause.ADAPTATION] == "1(c)"


def test_ports_are_described_with_their_counterpart() -> None:
    section = sections("by-nc-nd", "3.0", "fr")[Clause.ATTRIBUTION_TITLE]
    assert section == "attribution clause, numbered locally (4(c)(ii) in CC BY-NC-ND 3.0)"
    assert sections("by", "2.1", "jp")[Clause.LICENSE_URI] == (
        "license URI clause, numbered locally (4(a) in CC BY 2.0)"
    )


@pytest.mark.parametrize("unit", UNITS)
def test_ports_deviate(unit: str) -> None:
    assert Clause.ATTRIBUTION_TITLE not in sections(unit, "3.0", "nz")
    assert Clause.ATTRIBUTION_COPYRIGHT_NOTICE not in sections(unit, "3.0", "nz")
    assert Clause.ATTRIBUTION_DISCLAIMER not in sections(unit, "3.0", "nz")
    assert Clause.ATTRIBUTION_CREATOR in sections(unit, "3.0", "nz")
    assert sections(unit, "3.0", "igo")[Clause.CURE] == "7(b)"
    assert Clause.PAST_VIOLATION not in sections(unit, "3.0", "igo")
    assert Clause.CURE not in sections(unit, "3.0", "de")
    assert Clause.PUBLISHER_AS_AUTHOR not in sections(unit, "3.0", "de")


def test_no_placeholder_is_left_and_every_clause_is_used() -> None:
    used: set[Clause] = set()
    for license_ in all_licenses():
        known = {clause: license_.section(clause) for clause in Clause}
        assert not any("{" in section for section in known.values() if section), license_
        used |= {clause for clause, section in known.items() if section}
    assert used == set(Clause)


def test_tools_without_conditions_have_no_clauses() -> None:
    for unit, port in (("zero", ""), ("mark", ""), ("certification", "us"), ("sampling+", "")):
        license_ = license_of(unit, "1.0", port)
        assert license_
        assert not any(license_.section(clause) for clause in Clause)


def test_every_port_asks_for_credit_and_the_licence() -> None:
    for version, ports in PORTS.items():
        for port in ports:
            for unit in UNITS:
                assert {Clause.ATTRIBUTION_CREATOR, Clause.LICENSE_URI} <= set(sections(unit, version, port))


@pytest.mark.shared
def test_numbers_agree_with_the_shared_table(shared: Path) -> None:
    table = json.loads((shared / "law" / "clauses.json").read_text(encoding="utf-8"))
    assert len(table) == len(NUMBERED)
    for unit, version, port in NUMBERED:
        known = sections(unit, version, port)
        for key, expected in table["/".join(filter(None, (unit, version, port)))].items():
            if key in SHARED_KEYS:
                found = known[SHARED_KEYS[key]].split(", ")
                assert any(ours.startswith(theirs) for ours in found for theirs in expected), (unit, version, port, key)
