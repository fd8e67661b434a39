"""Names compared: what is the same name, what is a slip, what is another."""

from __future__ import annotations

import pytest

from licensecheck.names import bare, is_full_name, is_name_like, is_named, is_slip, is_spelling, organisation, person


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
        ("Jane Doe, Ph.D.", "Jane Doe"),
        ("Jane Doe, M.D.", "By Jane Doe"),
        ("Prof. Dr. Jörg Weiß", "Jörg Weiss"),
        ("Dra. Ana Ruiz", "Ana Ruiz"),
        ("Jan van der Berg", "Jan v. d. Berg"),
        ("Jan van der Berg", "van der Berg, Jan"),
        ("Jan van der Berg", "Jan Berg"),
        ("Ana Maria da Silva", "ANA MARIA DA SILVA"),
        ("Ana Maria da Silva", "Ana Maria Silva"),
        ("Jane Q. Doe", "Doe, Jane Q."),
        ("Jane Quinn Doe", "DOE Jane Quinn"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Søren Aagård", "Soeren Aagaard"),
        ("Søren Åberg", "Soren Aberg"),
        ("Вера Ёлкина (Vera Yolkina)", "By Vera Yolkina"),
        ("Вера Ёлкина (Vera Yolkina)", "Автор: Вера Елкина"),
        ("王小明 [Wang Xiaoming]", "作者：王小明"),
        ("王小明 [Wang Xiaoming]", "Xiaoming Wang"),
        ("Robert (Bob) Smith", "Bob Smith"),
        ("Robert (Bob) Smith", "Robert Smith"),
        ("أحمد حداد", "بقلم احمد حداد"),
        ("سامي نجم", "ليلى حداد وسامي نجم"),
        ("فاطمة علي", "فاطمه على"),
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
        ("Jan van der Berg", "Jan de Boer"),
        ("Vera (Yolkina) Lind", "Yolkina"),
        ("أحمد حداد", "أحمد نجم"),
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


@pytest.mark.parametrize(
    ("name", "written", "same"),
    [
        ("Joerg Mueller", "Jörg Müller", True),
        ("Jörg Müller", "Joerg Mueller", True),
        ("Joerg Mueller", "Jorg Muller", False),
        ("Michael Weiss", "Michael Weiß", True),
    ],
)
def test_umlauts_are_written_in_two_ways(name: str, written: str, *, same: bool) -> None:
    assert is_spelling(name, written) is same


@pytest.mark.parametrize("text", ["Jane Doe", "ليلى حداد", "王小明", "玛丽·索尔海姆"])
def test_full_names(text: str) -> None:
    assert is_full_name(text)


@pytest.mark.parametrize("text", ["Jane", "王", "文章的开头写道", "ليلى"])
def test_less_than_a_full_name(text: str) -> None:
    assert not is_full_name(text)


@pytest.mark.parametrize("text", ["Jane Doe", "Ana de la Cruz", "JANE DOE", "李 小龙", "AFP"])
def test_what_reads_as_a_name(text: str) -> None:
    assert is_name_like(text)


@pytest.mark.parametrize("text", ["", "The numbers", "View All", "dusk", "Jane 3", "One Two Three Four Five Six"])
def test_what_does_not(text: str) -> None:
    assert not is_name_like(text)


@pytest.mark.parametrize("text", ["łódź", "한글", "привётй", "ǟ", "देवनागरी", "ascii"])
def test_without_accents_every_letter_keeps_its_place(text: str) -> None:
    assert len(bare(text)) == len(text)
