"""The rules as values, and as far as they depend on licence, level and what is known; for pages see `test_cases`."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from licensecheck.clauses import Clause
from licensecheck.licenses import Element, License, all_licenses, by_id
from licensecheck.model import (
    Alignment,
    Anchor,
    Block,
    Case,
    Change,
    Credit,
    Finding,
    Mark,
    Mention,
    Notices,
    Page,
    Paragraph,
    Photo,
    PhotoCredit,
    Phrase,
    Span,
    Work,
)
from licensecheck.rules import RULES, judge
from licensecheck.terms import (
    ChangeClass,
    FindingClass,
    Form,
    Kind,
    Level,
    PhraseKind,
    Scope,
    Severity,
    Unread,
    Verdict,
)
from licensecheck.tree import Tree
from licensecheck.verdict import verdict_of

BY_NAME = {rule.id: rule for rule in RULES}
BODY = (Paragraph("The mill burned down in March."), Paragraph("Nobody was hurt, and it will not be rebuilt."))
SILENT = {Kind.PASS, Kind.NOT_APPLICABLE}


def licensed(identifier: str) -> License:
    found = by_id(identifier)
    assert found is not None
    return found


UNPORTED = licensed("CC BY-NC-ND 3.0")
WORK = Work(
    body=BODY,
    titles=("The Mill Is Gone",),
    authors=("Ada Finch", "Bo Larkin"),
    parties=("Weir Valley News",),
    sources=("https://weir.example/mill",),
    license=UNPORTED,
    notices=Notices("© 2024 Weir Valley News", "This story is under CC BY-NC-ND 3.0."),
    photos=(Photo("The mill", "Cy Dorn", "mill.jpg", licensed=True),),
    links=(Anchor("in March", "https://weir.example/fire"),),
)


def mention(named: str, **how: object) -> Mention:
    given = {"text": named, "form": Form.TEXT, "scope": Scope.ARTICLE, "visible": True, **how}
    return Mention(named=named, **given)  # type: ignore[arg-type]  # the tests say what they vary, and no more


def mark(license_: License | None, **how: object) -> Mark:
    text = license_.id if license_ else "a Creative Commons license"
    given = {"text": text, "form": Form.LINK, "scope": Scope.ARTICLE, "visible": True, "near": True, **how}
    if license_ and given["form"] is Form.LINK:
        given.setdefault("href", license_.uri)
    return Mark(license=license_, **given)  # type: ignore[arg-type]  # as above


CREDIT = Credit(
    authors=(mention("Ada Finch"), mention("Bo Larkin")),
    parties=(mention("Weir Valley News"),),
    titles=(mention("The Mill Is Gone"),),
    sources=(mention("https://weir.example/mill"),),
    marks=(mark(UNPORTED), mark(UNPORTED, form=Form.METADATA, visible=False, href=UNPORTED.uri)),
    phrases=(
        Phrase(PhraseKind.COPYRIGHT, "© 2024 Weir Valley News", Scope.ARTICLE, visible=True, holder="Weir Valley News"),
    ),
    photos=(PhotoCredit(WORK.photos[0], present=True, caption="The mill", credit="Photo: Cy Dorn"),),
)
TEXT = "The Mill Is Gone\n" + "\n".join(paragraph.text for paragraph in BODY) + "\n" + (WORK.notices.license or "")
PAGE = Page(
    blocks=tuple(Block(line, TEXT.index(line), 0) for line in TEXT.split("\n")),
    tree=Tree(parents=(-1,), ends=(1,), tags=("html",), classes=("",)),
    text=TEXT,
)
FAITHFUL = Case(WORK, PAGE, Alignment((), (), 1.0, body=(1, 2)), (), CREDIT)


def under(case: Case, license_: License | None) -> Case:
    """The case with both the work and the page's marks under another licence."""
    marks = (
        tuple(replace(m, license=license_, text=license_.id, href=license_.uri) for m in CREDIT.marks)
        if license_
        else ()
    )
    return replace(case, work=replace(case.work, license=license_), credit=replace(case.credit, marks=marks))


def change(kind: ChangeClass, level: Level = Level.SUBSTANCE, before: str = "March", after: str = "April") -> Change:
    return Change(kind, level, before, after, paragraph=0, work_span=Span(23, 28), page_span=Span(40, 45))


def changed(*changes: Change, license_: License = UNPORTED) -> Case:
    return replace(under(FAITHFUL, license_), changes=changes)


def found(case: Case) -> list[Finding]:
    return [finding for finding in judge(case) if finding.kind not in SILENT]


def outcome(number: str, case: Case) -> list[tuple[Kind, Severity]]:
    return [(finding.kind, finding.severity) for finding in BY_NAME[number].findings(case)]


PASS = [(Kind.PASS, Severity.INFO)]
OFF = [(Kind.NOT_APPLICABLE, Severity.INFO)]
VIOLATION = [(Kind.FAIL, Severity.VIOLATION)]
WARNING = [(Kind.FAIL, Severity.WARNING)]
REVIEW = [(Kind.REVIEW, Severity.REVIEW)]
INFO = [(Kind.FAIL, Severity.INFO)]


# --- rules as values


def test_every_rule_is_numbered_and_named_once() -> None:
    assert len({rule.id for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_documents_itself(rule: object) -> None:
    doc = rule.doc  # type: ignore[attr-defined]
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
    assert [finding.rule for finding in judge(FAITHFUL)] == [rule.id for rule in RULES]


def test_what_is_not_known_is_never_failed() -> None:
    bare = replace(FAITHFUL, work=Work(body=BODY, license=UNPORTED), credit=replace(CREDIT, photos=()))
    assert found(bare) == []
    assert outcome("BY-201", replace(bare, credit=Credit())) == OFF


def test_what_is_known_to_be_none_is_not_asked_for() -> None:
    none = replace(WORK, authors=(), parties=(), sources=(), titles=(), links=(), notices=Notices())
    assert {f.rule for f in found(replace(FAITHFUL, work=none, credit=Credit()))} == {"LIC-101", "LIC-110", "TER-001"}


def test_sections_come_from_the_licence() -> None:
    nobody = replace(CREDIT, authors=())
    sections = {}
    for identifier in ("CC BY-NC-ND 3.0", "CC BY-NC-SA 3.0", "CC BY 4.0"):
        case = replace(FAITHFUL, work=replace(WORK, license=licensed(identifier)), credit=nobody)
        sections[identifier] = next(BY_NAME["BY-201"].findings(case)).section
    assert sections == {
        "CC BY-NC-ND 3.0": "4(c)(i)",
        "CC BY-NC-SA 3.0": "4(d)(i)",
        "CC BY 4.0": "3(a)(1)(A)(i)",
    }


@pytest.mark.parametrize("identifier", ["CC0 1.0", "PDM 1.0"])
def test_the_public_domain_has_no_conditions(identifier: str) -> None:
    free = replace(FAITHFUL, work=replace(WORK, license=licensed(identifier)), credit=Credit())
    assert found(free) == []


def test_a_retired_licence_is_for_a_person() -> None:
    assert outcome("APP-003", under(FAITHFUL, licensed("CC SAMPLING+ 1.0"))) == REVIEW


@pytest.mark.parametrize("reason", Unread)
def test_nothing_is_missing_from_a_page_not_read_whole(reason: Unread) -> None:
    changes = tuple(change(kind, after="") for kind in (ChangeClass.CUT, ChangeClass.TRUNCATION))
    torn = replace(changed(*changes), credit=Credit(), page=replace(PAGE, unread=(reason,)))
    findings = found(torn)
    assert {"BY-201", "LIC-101", "ND-402", "ND-404"} <= {f.rule for f in findings if f.kind is Kind.INCONCLUSIVE}
    assert [f.rule for f in findings if f.kind is Kind.FAIL and f.severity is not Severity.INFO] == []
    assert verdict_of(judge(torn), torn.alignment, torn.page) is Verdict.INCONCLUSIVE


def test_what_a_torn_page_shows_is_still_found() -> None:
    torn = replace(changed(change(ChangeClass.NUMBER)), page=replace(PAGE, unread=(Unread.PAGINATED,)))
    assert outcome("ND-401", torn) == VIOLATION


# --- the ladder


LADDER = {
    "CC BY-NC-ND 3.0": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC-ND 3.0 US": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC-ND 3.0 FR": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC-ND 3.0 AU": (WARNING, VIOLATION, VIOLATION),
    "CC BY-ND 3.0 NZ": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 3.0 IE": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 3.0 DE": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 3.0 CH": (WARNING, VIOLATION, VIOLATION),
    "CC BY-NC-ND 4.0": (REVIEW, WARNING, VIOLATION),
    "CC BY-NC 4.0": (OFF, OFF, OFF),
}


@pytest.mark.parametrize("identifier", LADDER)
def test_the_ladder(identifier: str) -> None:
    license_ = licensed(identifier)
    style, wording, substance = LADDER[identifier]
    assert outcome("ND-417", changed(change(ChangeClass.STYLE, Level.STYLE), license_=license_)) == style
    assert outcome("ND-401", changed(change(ChangeClass.WORDING, Level.WORDING), license_=license_)) == wording
    assert outcome("ND-401", changed(change(ChangeClass.NUMBER), license_=license_)) == substance


@pytest.mark.parametrize(
    ("identifier", "cut", "excerpt"),
    [
        ("CC BY-NC-ND 2.0", VIOLATION, REVIEW),
        ("CC BY-NC-ND 3.0", VIOLATION, REVIEW),
        ("CC BY-NC-ND 3.0 US", VIOLATION, REVIEW),
        ("CC BY-NC-ND 4.0", WARNING, PASS),
    ],
)
def test_only_4_0_grants_a_part(identifier: str, cut: object, excerpt: object) -> None:
    license_ = licensed(identifier)
    assert outcome("ND-402", changed(change(ChangeClass.CUT, after=""), license_=license_)) == cut
    short = changed(change(ChangeClass.TRUNCATION, after=""), license_=license_)
    assert outcome("ND-404", short) == WARNING
    more = Block("Read the full story at Weir Valley News.", len(TEXT), 0)
    marked = replace(short, page=replace(PAGE, blocks=(*PAGE.blocks, more)))
    assert outcome("ND-404", marked) == excerpt


CAPTION_IS_JUDGED_WITH_PHOTOS = {ChangeClass.CAPTION}


@pytest.mark.parametrize(
    ("kind", "level", "sides"),
    [
        (kind, level, sides)
        for kind, level, sides in product(ChangeClass, Level, (("March", "April"), ("March", ""), ("", "April")))
        if kind not in {ChangeClass.TECHNICAL, *CAPTION_IS_JUDGED_WITH_PHOTOS} and level is not Level.TECHNICAL
    ],
)
def test_every_change_is_the_business_of_one_rule(kind: ChangeClass, level: Level, sides: tuple[str, str]) -> None:
    findings = [finding for finding in found(changed(change(kind, level, *sides))) if finding.rule != "TER-001"]
    assert len(findings) == 1, [finding.rule for finding in findings]


@pytest.mark.parametrize("kind", ChangeClass)
def test_a_technical_change_is_no_finding(kind: ChangeClass) -> None:
    assert found(changed(change(kind, Level.TECHNICAL))) == []


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        ("“We stay,” she said", "“We go,” she said", "ND-406"),
        ("“We stay,” she said", "We stay, she said", "ND-409"),
        ("“We stay,” she said", "‘We stay,’ she said", "ND-417"),
        ("“We don’t stay”", "“We don't stay.”", "ND-417"),
    ],
)
def test_quotations(before: str, after: str, number: str) -> None:
    case = changed(change(ChangeClass.QUOTATION, Level.STYLE, before, after))
    assert [finding.rule for finding in found(case) if finding.rule != "TER-001"] == [number]


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (10, "It was a sad day for the valley.", VIOLATION),
        (10, "Editor’s note: the mill was built in 1890.", WARNING),
        (10, "[Update: the owner has been found.]", WARNING),
        (0, "Editor’s note: first published elsewhere.", INFO),
        (0, "It was a sad day for the valley.", REVIEW),
        (len(WORK.text), "What do you think of it all, dear reader?", REVIEW),
    ],
)
def test_insertions(place: int, text: str, expected: object) -> None:
    inserted = Change(ChangeClass.INSERTION, Level.SUBSTANCE, "", text, 0, Span(place, place), Span(0, 3))
    assert outcome("ND-405", changed(inserted)) == expected


def test_small_edits_are_counted_in_one_finding() -> None:
    edits = [change(ChangeClass.STYLE, Level.STYLE)] * 12 + [change(ChangeClass.TIME_OR_PLACE, Level.STYLE)] * 2
    (finding,) = found(changed(*edits))
    assert finding.message.startswith("14 small edits (12 style, 2 time-or-place)")
    assert len(finding.evidence) == 20


def test_a_work_that_was_changed_later_is_a_likely_cause() -> None:
    case = changed(change(ChangeClass.NUMBER))
    assert found(case)[0].cause is None
    later = replace(case, work=replace(case.work, published="2024-05-01", modified="2024-05-09T10:00:00Z"))
    assert "2024-05-09;" in (found(later)[0].cause or "")


# --- how much of the work is there


@pytest.mark.parametrize(
    ("coverage", "titled", "number"),
    [(0.01, False, "APP-001"), (0.1, False, "APP-002"), (0.01, True, "APP-005"), (0.2, True, "APP-005")],
)
def test_too_little_for_a_copy(coverage: float, titled: bool, number: str) -> None:  # noqa: FBT001 (a table's column)
    credit = Credit(titles=CREDIT.titles if titled else ())
    little = replace(changed(), alignment=Alignment((), (), coverage), credit=credit)
    assert [finding.rule for finding in found(little) if finding.rule.startswith("APP")] == [number]


def test_much_of_a_long_work_is_no_short_quotation() -> None:
    long = replace(WORK, body=(Paragraph("word " * 2000),))
    case = replace(FAITHFUL, work=long, alignment=Alignment((), (), 0.1), credit=Credit())
    assert [finding.rule for finding in found(case)] == ["APP-001"]


# --- licence marks


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
        "named": mark(license_, form=Form.TEXT),
        "vague": mark(None),
        "badge": mark(license_, form=Form.BADGE),
        "typo": mark(license_, flaw="typo-host", href="https://creativecommmons.org/"),
        "metadata": mark(license_, form=Form.METADATA, visible=False),
        "footer": mark(license_, scope=Scope.SITE),
        "photo": mark(license_, scope=Scope.IMAGE),
    }
    given = tuple(made.get(name) or mark(licensed(name)) for name in marks)
    case = under(FAITHFUL, license_)
    findings = found(replace(case, credit=replace(case.credit, marks=given)))
    assert {f.rule: f.severity for f in findings if f.rule.startswith("LIC") and f.rule != "LIC-110"} == expected


def test_a_name_in_a_link_to_another_licence() -> None:
    us = licensed("CC BY-NC-ND 3.0 US")
    named = mark(us, form=Form.TEXT, span=Span(10, 28))
    case = replace(FAITHFUL, credit=replace(CREDIT, marks=(named, mark(UNPORTED, span=Span(8, 30)))))
    assert outcome("LIC-106", case) == WARNING
    assert outcome("LIC-105", case) == PASS
    apart = replace(case.credit, marks=(named, mark(UNPORTED, span=Span(80, 98))))
    assert outcome("LIC-106", replace(case, credit=apart)) == PASS
    assert outcome("LIC-105", replace(case, credit=apart)) == REVIEW


@pytest.mark.parametrize("marks", [(), (mark(None),)])
def test_a_publisher_whose_snippet_lacks_the_licence(marks: tuple[Mark, ...]) -> None:
    number = "LIC-103" if marks else "LIC-101"
    case = replace(FAITHFUL, credit=replace(CREDIT, marks=marks))
    assert outcome(number, case) == VIOLATION
    vague = replace(case, work=replace(WORK, snippet="<p>Republished under a Creative Commons license.</p>"))
    assert outcome(number, vague) == WARNING
    clear = replace(case, work=replace(WORK, snippet=f'<p>Under <a href="{UNPORTED.uri}">this licence</a>.</p>'))
    assert outcome(number, clear) == VIOLATION


def test_under_4_0_the_linked_original_may_carry_the_licence() -> None:
    case = replace(under(FAITHFUL, licensed("CC BY-NC-ND 4.0")), credit=replace(CREDIT, marks=()))
    assert outcome("LIC-101", case) == WARNING
    assert outcome("LIC-101", replace(case, credit=replace(CREDIT, marks=(), sources=()))) == VIOLATION


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
    findings = found(replace(FAITHFUL, credit=replace(CREDIT, authors=authors)))
    assert {finding.rule: finding.severity for finding in findings if finding.rule.startswith("BY")} == expected


def test_many_helpers_are_a_warning() -> None:
    six = tuple(f"Writer {letter}." for letter in "ABCDEF")
    case = replace(FAITHFUL, work=replace(WORK, authors=six), credit=replace(CREDIT, authors=(mention(six[0]),)))
    assert outcome("BY-202", case) == WARNING


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [("CC BY-NC-ND 3.0", VIOLATION), ("CC BY 1.0", VIOLATION), ("CC BY-NC-ND 4.0", INFO), ("CC BY-ND 3.0 NZ", INFO)],
)
def test_which_licences_ask_for_the_title(identifier: str, expected: object) -> None:
    case = under(FAITHFUL, licensed(identifier))
    assert outcome("BY-203", replace(case, credit=replace(CREDIT, titles=()))) == expected


@pytest.mark.parametrize(
    ("identifier", "source", "parties"),
    [("CC BY-NC 1.0", OFF, OFF), ("CC BY-NC 2.0", VIOLATION, OFF), ("CC BY-NC 2.5", VIOLATION, VIOLATION)],
)
def test_what_early_versions_ask_for(identifier: str, source: object, parties: object) -> None:
    case = replace(under(FAITHFUL, licensed(identifier)), credit=Credit())
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
    assert outcome("BY-204", replace(FAITHFUL, credit=replace(CREDIT, sources=sources))) == expected


def test_the_credit_line_can_be_pasted() -> None:
    finding = found(replace(FAITHFUL, credit=replace(CREDIT, authors=())))[0]
    assert finding.fix == (
        "Add where readers see it: “The Mill Is Gone” by Ada Finch and Bo Larkin, Weir Valley News "
        "(https://weir.example/mill), © 2024 Weir Valley News, is republished under "
        "CC BY-NC-ND 3.0 (https://creativecommons.org/licenses/by-nc-nd/3.0/)."
    )


# --- phrases, notices, photos


def phrase(kind: PhraseKind, scope: Scope = Scope.ARTICLE, holder: str | None = None, text: str = "words") -> Phrase:
    return Phrase(kind, text, scope, visible=True, holder=holder)


@pytest.mark.parametrize(
    ("number", "given", "expected"),
    [
        ("RES-701", phrase(PhraseKind.RESTRICTION), VIOLATION),
        ("RES-701", phrase(PhraseKind.RESTRICTION, Scope.IMAGE), PASS),
        ("RES-701", phrase(PhraseKind.RESTRICTION, Scope.SITE), PASS),
        ("RES-701", phrase(PhraseKind.RESTRICTION, text="nobody was hurt"), PASS),
        ("RES-703", phrase(PhraseKind.RESTRICTION, Scope.SITE), INFO),
        ("RES-703", phrase(PhraseKind.RESTRICTION), PASS),
        ("NOT-302", phrase(PhraseKind.COPYRIGHT, holder="Other Press"), VIOLATION),
        ("NOT-302", phrase(PhraseKind.COPYRIGHT, Scope.SITE, "Other Press"), INFO),
        ("NOT-302", phrase(PhraseKind.COPYRIGHT, Scope.IMAGE, "Other Press"), PASS),
        ("NOT-302", phrase(PhraseKind.COPYRIGHT, holder="Weir Valley News Ltd."), PASS),
        ("NOT-302", phrase(PhraseKind.COPYRIGHT), PASS),
        ("NC-602", phrase(PhraseKind.PAYWALL), [(Kind.REVIEW, Severity.WARNING)]),
        ("NC-605", phrase(PhraseKind.ADVERTISING, Scope.SITE), REVIEW),
    ],
)
def test_phrases(number: str, given: Phrase, expected: object) -> None:
    assert outcome(number, replace(FAITHFUL, credit=replace(CREDIT, phrases=(given,)))) == expected


def test_site_terms_weigh_more_where_nothing_says_otherwise() -> None:
    credit = replace(CREDIT, phrases=(phrase(PhraseKind.RESTRICTION, Scope.SITE),), marks=())
    assert outcome("RES-703", replace(FAITHFUL, credit=credit)) == WARNING
    footer = replace(CREDIT, marks=(*CREDIT.marks, mark(licensed("CC BY 4.0"), scope=Scope.SITE)))
    assert outcome("RES-703", replace(FAITHFUL, credit=footer)) == INFO


def test_vague_words_matter_only_without_a_credit() -> None:
    vague = replace(CREDIT, phrases=(phrase(PhraseKind.VAGUE_CREDIT),))
    assert outcome("BY-207", replace(FAITHFUL, credit=vague)) == PASS
    assert outcome("BY-207", replace(FAITHFUL, credit=replace(vague, authors=(), parties=()))) == WARNING


def test_a_staff_byline_matters_only_without_the_authors() -> None:
    staff = replace(CREDIT, phrases=(phrase(PhraseKind.STAFF_BYLINE),))
    assert outcome("END-752", replace(FAITHFUL, credit=staff)) == PASS
    own = replace(FAITHFUL, credit=replace(staff, authors=()))
    assert outcome("END-752", own) == WARNING
    assert outcome("BY-201", own) == VIOLATION
    assert outcome("END-752", under(own, licensed("CC BY-NC-ND 2.5"))) == OFF


@pytest.mark.parametrize(
    ("shown", "number", "expected"),
    [
        ("Photo by Cy Dorn", "PHO-802", PASS),
        ("Dorn, Cy", "PHO-802", PASS),
        ("Cy Dorn/Weir Valley News", "PHO-802", PASS),
        ("Other Press", "PHO-802", VIOLATION),
        (None, "PHO-802", PASS),
        (None, "PHO-801", VIOLATION),
        ("Other Press", "PHO-801", PASS),
    ],
)
def test_photo_credits(shown: str | None, number: str, expected: object) -> None:
    photos = (PhotoCredit(WORK.photos[0], present=True, credit=shown),)
    assert outcome(number, replace(FAITHFUL, credit=replace(CREDIT, photos=photos))) == expected


@pytest.mark.parametrize(
    ("photo", "expected"),
    [
        (Photo("The mill", "Cy Dorn", licensed=False), WARNING),
        (Photo("The mill", "Cy Dorn/Getty Images"), WARNING),
        (Photo("The mill", "Courtesy of the owner"), WARNING),
        (Photo("The mill", "Cy Dorn"), PASS),
        (Photo("The mill", "Cy Dorn/Getty Images", licensed=True), PASS),
    ],
)
def test_photos_of_others(photo: Photo, expected: object) -> None:
    photos = (PhotoCredit(photo, present=True, credit=photo.credit),)
    case = replace(FAITHFUL, work=replace(WORK, photos=(photo,)), credit=replace(CREDIT, photos=photos))
    assert outcome("PHO-805", case) == expected
    assert BY_NAME["PHO-805"].rests_on is FindingClass.OUTSIDE


# --- consequence and verdict


@pytest.mark.parametrize(
    ("identifier", "cured"),
    [("CC BY-NC-ND 3.0", False), ("CC BY-NC-ND 3.0 IGO", True), ("CC BY-NC-ND 4.0", True)],
)
def test_a_breach_ends_the_licence(identifier: str, cured: bool) -> None:  # noqa: FBT001 (a table's column)
    case = replace(under(FAITHFUL, licensed(identifier)), credit=replace(CREDIT, authors=()))
    (ended,) = [finding for finding in found(case) if finding.rule == "TER-001"]
    assert ("30 days" in ended.message) is cured
    assert ended.severity is Severity.INFO
    assert ended.clause is Clause.TERMINATION


@pytest.mark.parametrize(
    ("kind", "severity", "rests_on", "expected"),
    [
        (Kind.FAIL, Severity.VIOLATION, FindingClass.LICENSE, Verdict.VIOLATION),
        (Kind.FAIL, Severity.VIOLATION, FindingClass.POLICY, Verdict.REVIEW),
        (Kind.FAIL, Severity.WARNING, FindingClass.LICENSE, Verdict.REVIEW),
        (Kind.FAIL, Severity.WARNING, FindingClass.OUTSIDE, Verdict.REVIEW),
        (Kind.REVIEW, Severity.REVIEW, FindingClass.INPUT, Verdict.REVIEW),
        (Kind.FAIL, Severity.INFO, FindingClass.LICENSE, Verdict.COMPLIANT),
        (Kind.WAIVED, Severity.VIOLATION, FindingClass.LICENSE, Verdict.COMPLIANT),
        (Kind.PASS, Severity.INFO, FindingClass.LICENSE, Verdict.COMPLIANT),
        (Kind.INCONCLUSIVE, Severity.VIOLATION, FindingClass.LICENSE, Verdict.INCONCLUSIVE),
    ],
)
def test_verdicts(kind: Kind, severity: Severity, rests_on: FindingClass, expected: Verdict) -> None:
    finding = Finding("X-1", "x", kind, severity, rests_on, "")
    assert verdict_of([finding], FAITHFUL.alignment, PAGE) is expected
    little = Alignment((), (), 0.01)
    assert verdict_of([finding], little, PAGE) in {Verdict.NOT_A_COPY, Verdict.INCONCLUSIVE}
    torn = replace(PAGE, unread=(Unread.MARKUP,))
    assert verdict_of([finding], FAITHFUL.alignment, torn) is Verdict.INCONCLUSIVE


def test_the_gravest_finding_decides() -> None:
    severities = (Severity.INFO, Severity.REVIEW, Severity.VIOLATION)
    findings = [Finding("X-1", "x", Kind.FAIL, severity, FindingClass.LICENSE, "") for severity in severities]
    assert verdict_of(findings, FAITHFUL.alignment, PAGE) is Verdict.VIOLATION
