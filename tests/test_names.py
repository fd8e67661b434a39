"""Names compared: what is the same name, what is a slip, what is another."""

from __future__ import annotations

import pytest

from licensecheck.names import bare, is_name_like, is_named, is_slip, organisation, person


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jane Doe", "By Jane Q. Doe"),
        ("Jane Q. Doe", "by JANE DOE"),
        ("Dr. Jane Doe", "Jane Doe, Ph.D."),
        ("Jane Doe", "J. Doe"),
        ("J. Doe", "Jane Doe"),
        ("Jane Doe", "Doe, Jane"),
        ("Jean-Luc Moreau", "Jean Luc Moreau"),
        ("Maria del Carmen López", "Maria d. C. Lopez"),
        ("Siobhán O’Brien", "Siobhan O'Brien"),
        ("Banksy", "a picture by Banksy."),
        ("Jane Doe", "Jane and Richard Doe"),
    ],
)
def test_the_same_person(name: str, text: str) -> None:
    assert is_named(person(name), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jane Doe", "Jane Doermann"),
        ("Jane Doe", "Janet Doe"),
        ("Jane Doe", "Jane"),
        ("Jane Doe", "Richard Doe"),
        ("Jane Doe", "R. Doe"),
        ("Banksy", "Banksys"),
        ("…", "anyone…"),
        ("…", ""),
    ],
)
def test_another_person(name: str, text: str) -> None:
    assert not is_named(person(name), text)


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("The Harbour Post", "from Harbour Post, May", True),
        ("Harbour Post", "The Harbour-Post", True),
        ("Harbour Post", "Harbour Times and Post", False),
        ("The", "The", True),
        ("Agência Maré", "AGENCIA MARE", True),
    ],
)
def test_organisations(name: str, text: str, *, same: bool) -> None:
    assert is_named(organisation(name), text) is same


@pytest.mark.parametrize(
    ("name", "written", "slip"),
    [
        ("Jane Q. Doermann", "Jane Q. Doermnan", True),
        ("Jane Doermann", "Jana Doerman", True),
        ("Jane Doe", "Jame Doe", False),
        ("Janet Doe", "Jamet Doe", True),
        ("Jane Doermann", "John Doermann", False),
    ],
)
def test_slips_grow_with_the_name(name: str, written: str, *, slip: bool) -> None:
    assert is_slip(name, written) is slip


@pytest.mark.parametrize("text", ["Jane Doe", "Ana de la Cruz", "JANE DOE", "李 小龙", "AFP"])
def test_what_reads_as_a_name(text: str) -> None:
    assert is_name_like(text)


@pytest.mark.parametrize("text", ["", "The numbers", "View All", "dusk", "Jane 3", "One Two Three Four Five Six"])
def test_what_does_not(text: str) -> None:
    assert not is_name_like(text)


@pytest.mark.parametrize("text", ["łódź", "한글", "привётй", "ǟ", "देवनागरी", "ascii"])
def test_without_accents_every_letter_keeps_its_place(text: str) -> None:
    assert len(bare(text)) == len(text)
