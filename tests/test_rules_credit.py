"""What the rules say of credit and licence marks, licence by licence."""

from __future__ import annotations

import pytest
from rule_cases import (
    CREDIT,
    FAITHFUL,
    INFO,
    OFF,
    PASS,
    REVIEW,
    UNPORTED,
    VIOLATION,
    WARNING,
    WORK,
    found,
    licensed,
    mark,
    mention,
    outcome,
    under,
)

from licensecheck.claims import Credit, Mark, Mention, Phrase
from licensecheck.model import Span
from licensecheck.terms import Form, PhraseKind, Scope, Severity


@pytest.mark.parametrize(
    ("identifier", "marks", "expected"),
    [
        ("CC BY-NC-ND 3.0", [], {"LIC-101": Severity.VIOLATION}),
        ("CC BY-NC-ND 3.0", ["named"], {"LIC-102": Severity.WARNING}),
        ("CC BY-NC-ND 3.0 DE", ["named"], {"LIC-102": Severity.VIOLATION}),
        ("CC BY-NC-ND 4.0", ["named"], {"LIC-102": Severity.WARNING}),
        ("CC BY-NC-ND 3.0 NZ", ["named"], {}),
        ("CC BY-NC-ND 3.0 IE", ["named"], {}),
        ("CC BY-NC-ND 3.0", ["vague"], {"LIC-103": Severity.VIOLATION}),
        ("CC BY-NC-ND 4.0", ["vague"], {"LIC-103": Severity.WARNING}),
        ("CC BY-NC-ND 3.0", ["badge"], {"LIC-103": Severity.VIOLATION}),
        ("CC BY-NC-ND 3.0", ["CC BY 3.0"], {"LIC-104": Severity.VIOLATION}),
        ("CC BY-NC-ND 3.0", ["linked", "CC BY 3.0"], {"LIC-104": Severity.REVIEW}),
        ("CC BY-NC-ND 3.0", ["CC BY-NC-ND 4.0"], {"LIC-105": Severity.VIOLATION}),
        ("CC BY-NC-ND 3.0", ["CC BY-NC-ND 3.0 US"], {"LIC-105": Severity.WARNING}),
        ("CC BY-NC-ND 3.0", ["typo"], {"LIC-107": Severity.VIOLATION}),
        ("CC BY-NC-ND 3.0", ["linked", "typo"], {"LIC-107": Severity.INFO}),
        ("CC BY-NC-ND 3.0", ["metadata"], {"LIC-108": Severity.WARNING}),
        ("CC BY-NC-ND 3.0", ["footer"], {"LIC-109": Severity.REVIEW}),
        ("CC BY-NC-ND 3.0", ["photo"], {"LIC-101": Severity.VIOLATION}),
        ("CC BY-NC-ND 3.0", ["linked", "vague", "named"], {}),
    ],
)
def test_licence_marks(identifier: str, marks: list[str], expected: dict[str, Severity]) -> None:
    license_ = licensed(identifier)
    made = {
        "linked": mark(license_),
        "named": mark(license_, form=Form.TEXT, href=None),
        "vague": mark(None),
        "badge": mark(license_, form=Form.BADGE, href=None),
        "typo": mark(license_, flaw="typo-host", href="https://creativecommmons.org/"),
        "metadata": mark(license_, form=Form.METADATA, visible=False),
        "footer": mark(license_, scope=Scope.SITE),
        "photo": mark(license_, scope=Scope.IMAGE),
    }
    given = tuple(made.get(name) or mark(licensed(name)) for name in marks)
    case = under(FAITHFUL, license_)
    findings = found(case._replace(credit=case.credit._replace(marks=given)))
    assert {f.rule: f.severity for f in findings if f.rule.startswith("LIC") and f.rule != "LIC-110"} == expected


def test_a_name_in_a_link_to_another_licence() -> None:
    us = licensed("CC BY-NC-ND 3.0 US")
    named = mark(us, form=Form.TEXT, href=None, span=Span(10, 28))
    case = FAITHFUL._replace(credit=CREDIT._replace(marks=(named, mark(UNPORTED, span=Span(8, 30)))))
    assert outcome("LIC-106", case) == WARNING
    assert outcome("LIC-105", case) == PASS
    apart = case.credit._replace(marks=(named, mark(UNPORTED, span=Span(80, 98))))
    assert outcome("LIC-106", case._replace(credit=apart)) == PASS
    assert outcome("LIC-105", case._replace(credit=apart)) == REVIEW


@pytest.mark.parametrize("marks", [(), (mark(None),)])
def test_a_publisher_whose_snippet_lacks_the_licence(marks: tuple[Mark, ...]) -> None:
    number = "LIC-103" if marks else "LIC-101"
    case = FAITHFUL._replace(credit=CREDIT._replace(marks=marks))
    assert outcome(number, case) == VIOLATION
    vague = case._replace(work=WORK._replace(snippet="<p>Republished under a Creative Commons license.</p>"))
    assert outcome(number, vague) == WARNING
    clear = case._replace(work=WORK._replace(snippet=f'<p>Under <a href="{UNPORTED.uri}">this licence</a>.</p>'))
    assert outcome(number, clear) == VIOLATION


def test_under_4_0_the_linked_original_may_carry_the_licence() -> None:
    case = under(FAITHFUL, licensed("CC BY-NC-ND 4.0"))._replace(credit=CREDIT._replace(marks=()))
    assert outcome("LIC-101", case) == WARNING
    assert outcome("LIC-101", case._replace(credit=CREDIT._replace(marks=(), sources=()))) == VIOLATION


# --- credit


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ((), {"BY-201": Severity.VIOLATION}),
        ((mention("Ada Finch"),), {"BY-202": Severity.VIOLATION}),
        ((mention("Ada Finch"), mention("Bo Larkin", visible=False)), {"BY-206": Severity.WARNING}),
        ((mention("Ada Finch", form=Form.METADATA, visible=False),), {"BY-206": Severity.WARNING}),
        ((mention("Ada Finch"), mention("Bo Larkin", text="Bo Larkins", exact=False)), {"BY-208": Severity.WARNING}),
        ((mention("Ada Finch", scope=Scope.WIDGET),), {"BY-201": Severity.REVIEW}),
        ((mention("Ada Finch"), mention("Bo Larkin", scope=Scope.SITE)), {}),
    ],
)
def test_authors(authors: tuple[Mention, ...], expected: dict[str, Severity]) -> None:
    findings = found(FAITHFUL._replace(credit=CREDIT._replace(authors=authors)))
    assert {finding.rule: finding.severity for finding in findings if finding.rule.startswith("BY")} == expected


def test_many_helpers_are_a_warning() -> None:
    six = tuple(f"Writer {letter}." for letter in "ABCDEF")
    case = FAITHFUL._replace(work=WORK._replace(authors=six), credit=CREDIT._replace(authors=(mention(six[0]),)))
    assert outcome("BY-202", case) == WARNING


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [("CC BY-NC-ND 3.0", VIOLATION), ("CC BY 1.0", VIOLATION), ("CC BY-NC-ND 4.0", INFO), ("CC BY-ND 3.0 NZ", INFO)],
)
def test_which_licences_ask_for_the_title(identifier: str, expected: object) -> None:
    case = under(FAITHFUL, licensed(identifier))
    assert outcome("BY-203", case._replace(credit=CREDIT._replace(titles=()))) == expected


@pytest.mark.parametrize(
    ("identifier", "source", "parties"),
    [("CC BY-NC 1.0", OFF, OFF), ("CC BY-NC 2.0", VIOLATION, OFF), ("CC BY-NC 2.5", VIOLATION, VIOLATION)],
)
def test_what_early_versions_ask_for(identifier: str, source: object, parties: object) -> None:
    case = under(FAITHFUL, licensed(identifier))._replace(credit=Credit())
    assert outcome("BY-204", case) == source
    assert outcome("BY-205", case) == parties


SOURCE = "https://weir.example/mill"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ((), VIOLATION),
        ((mention(SOURCE, form=Form.METADATA, visible=False),), WARNING),
        ((mention(SOURCE, text="https://weir.example", exact=False),), WARNING),
        ((mention(SOURCE, scope=Scope.WIDGET),), REVIEW),
        ((mention(SOURCE, form=Form.LINK),), PASS),
    ],
)
def test_sources(sources: tuple[Mention, ...], expected: object) -> None:
    assert outcome("BY-204", FAITHFUL._replace(credit=CREDIT._replace(sources=sources))) == expected


def test_the_credit_line_can_be_pasted() -> None:
    finding = found(FAITHFUL._replace(credit=CREDIT._replace(authors=())))[0]
    assert finding.fix == (
        "Add where readers see it: “The Mill Is Gone” by Ada Finch and Bo Larkin, Weir Valley News "
        "(https://weir.example/mill), © 2024 Weir Valley News, is republished under "
        "CC BY-NC-ND 3.0 (https://creativecommons.org/licenses/by-nc-nd/3.0/)."
    )


# --- credit that is not wanted


@pytest.mark.parametrize("number", [f"BY-20{last}" for last in range(1, 9)])
def test_where_the_credit_was_to_go_none_is_asked_for(number: str) -> None:
    case = FAITHFUL._replace(work=WORK._replace(credit_removed=True), credit=Credit())
    assert outcome(number, case) == OFF
    assert outcome("BY-211", case) == PASS


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (mention("Ada Finch"), VIOLATION),
        (mention("Ada Finch", visible=False, form=Form.METADATA), WARNING),
        (mention("Ada Finch", scope=Scope.SITE), PASS),
    ],
)
def test_a_credit_that_was_to_go(named: Mention, expected: object) -> None:
    case = FAITHFUL._replace(work=WORK._replace(credit_removed=True), credit=Credit(authors=(named,)))
    assert outcome("BY-211", case) == expected


@pytest.mark.parametrize(
    ("staff", "author", "expected"),
    [
        (Span(0, 5), Span(200, 209), REVIEW),
        (Span(200, 205), Span(210, 219), PASS),
        (Span(0, 5), Span(6, 15), PASS),
        (Span(0, 5), None, PASS),
    ],
)
def test_a_note_at_the_end_is_less_than_a_byline(staff: Span, author: Span | None, expected: object) -> None:
    byline = Phrase(PhraseKind.STAFF_BYLINE, "By Staff", Scope.ARTICLE, visible=True, holder="Staff", span=staff)
    credit = CREDIT._replace(authors=(mention("Ada Finch", span=author),), phrases=(byline,))
    case = FAITHFUL._replace(credit=credit)
    assert outcome("BY-210", case) == expected
    assert outcome("BY-210", under(case, licensed("CC BY-NC-ND 4.0"))) == OFF
