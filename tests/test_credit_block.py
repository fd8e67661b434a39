"""The credit to paste: what it says for which licence and policy, and that no name in it is markup."""

from __future__ import annotations

import pytest
from rule_cases import UNPORTED, WORK, licensed
from test_cases import POLICY

from licensecheck.credit_block import as_html, as_markdown, as_text, credit_block, open_sentences
from licensecheck.model import Notices, Work
from licensecheck.page import read_page
from licensecheck.policy_file import read_policy
from licensecheck.profiles import profile

TITLE = "The Mill Is Gone"


def text(work: Work = WORK, language: str | None = None) -> str:
    return as_text(credit_block(work, language=language))


def test_it_says_all_that_the_licence_asks() -> None:
    assert text() == (
        "“The Mill Is Gone” (https://weir.example/mill) by Ada Finch and Bo Larkin, Weir Valley News, "
        "© 2024 Weir Valley News, is republished under CC BY-NC-ND 3.0 "
        "(https://creativecommons.org/licenses/by-nc-nd/3.0/).\n"
        "This story is under CC BY-NC-ND 3.0.\n"
    )


def test_it_is_written_in_the_language_of_the_work() -> None:
    spanish = text(WORK._replace(language="es-MX"))
    assert "de Ada Finch y Bo Larkin" in spanish
    assert "se republica bajo la licencia CC BY-NC-ND 3.0" in spanish
    assert text(WORK._replace(language="ar")) == text()
    assert text(language="es") == spanish


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-ND 3.0 US", "https://creativecommons.org/licenses/by-nc-nd/3.0/us/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ],
)
def test_version_and_port_are_those_of_the_work(identifier: str, address: str) -> None:
    assert f"under {identifier} ({address})." in text(WORK._replace(license=licensed(identifier)))


def test_what_is_not_known_is_not_said() -> None:
    bare = Work(body=WORK.body, license=UNPORTED)
    assert text(bare).startswith("This article is republished under CC BY-NC-ND 3.0 (")
    assert text(Work(body=WORK.body, titles=(TITLE,))) == "“The Mill Is Gone” is republished with permission.\n"


def test_a_licensor_who_wants_no_credit_gets_none() -> None:
    removed = WORK._replace(credit_removed=True, notices=Notices())
    assert text(removed) == "Republished under CC BY-NC-ND 3.0 (https://creativecommons.org/licenses/by-nc-nd/3.0/).\n"


def test_the_publishers_sentences_come_with_it() -> None:
    floodlight = profile("floodlight")
    assert "This story was originally published by Floodlight.\n" in as_text(credit_block(WORK, floodlight))
    assert open_sentences(WORK, floodlight) == []


def test_what_only_a_person_can_fill_in_is_set_apart() -> None:
    sentence = {
        "templates": {"en": "With thanks to [funder]."},
        "says": "a line thanks whoever paid",
        "level": "condition",
        "check": "automatic",
    }
    policy = read_policy(POLICY | {"sentences": [sentence]})
    assert as_text(credit_block(WORK, policy)) == text()
    assert open_sentences(WORK, policy) == ["With thanks to [funder]."]


HOSTILE = 'A <b onmouseover="x">*star*</b> & [link](javascript:x) `code`'


def test_names_are_text_in_html() -> None:
    page = read_page(as_html(credit_block(WORK._replace(titles=(HOSTILE,)))).encode())
    assert f"“{HOSTILE}” by" in page.text
    assert [link.href for link in page.links] == ["https://weir.example/mill", UNPORTED.uri]


def test_names_are_text_in_markdown() -> None:
    line = as_markdown(credit_block(WORK._replace(titles=(HOSTILE,), sources=("https://weir.example/a>b c",))))
    assert "\\<b onmouseover" in line
    assert "\\*star\\*" in line
    assert "(<https://weir.example/a%3Eb%20c>)" in line
