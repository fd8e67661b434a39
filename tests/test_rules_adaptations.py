"""What the rules say of changed works, of what stands around the text, and of what was agreed beside the licence."""

from __future__ import annotations

import pytest
from rule_cases import (
    BY_NAME,
    CREDIT,
    FAITHFUL,
    INFO,
    OFF,
    PAGE,
    PASS,
    REVIEW,
    VIOLATION,
    WARNING,
    WORK,
    change,
    changed,
    found,
    licensed,
    mark,
    outcome,
    under,
)

from licensecheck.licenses import Element, License, all_licenses
from licensecheck.model import Alignment, Block, Case, Change, Likeness, Match, Notices, Sign, Span
from licensecheck.rules import judge
from licensecheck.terms import ChangeClass, Kind, Level, Severity, SignKind, Verdict
from licensecheck.verdict import verdict_of

SUSPECTED = [(Kind.REVIEW, Severity.VIOLATION)]
SENTENCE = change(ChangeClass.SENTENCE, before="Nobody was hurt at all.", after="All of them were well.")
WORD = change(ChangeClass.WORDING, Level.WORDING, "hurt", "harmed")
CUT = change(ChangeClass.CUT, after="")
TRANSLATED = Likeness(("Finch", "Larkin"), Span(0, 5), foreign=True)
CORE = [each for each in all_licenses() if Element.BY in each.elements]


def saying(case: Case, *lines: str) -> Case:
    """The case with lines of the page's own behind the article."""
    blocks = tuple(Block(line, 1000 * number, 0) for number, line in enumerate(lines, start=1))
    return case._replace(page=case.page._replace(blocks=(*PAGE.blocks, *blocks)))


def likened(identifier: str, *, foreign: bool = True) -> Case:
    """A page without the work's words, which seems to be a translation or a rewrite of it."""
    case = under(FAITHFUL, licensed(identifier))
    return case._replace(alignment=Alignment((), (), 0.0), likeness=TRANSLATED._replace(foreign=foreign))


# --- which licences ask what


@pytest.mark.parametrize("license_", CORE, ids=lambda each: each.id)
def test_derivatives_are_judged_under_nd_and_marked_without_it(license_: License) -> None:
    rules = {finding.rule for finding in found(changed(SENTENCE, CUT, license_=license_))}
    no_derivatives = Element.ND in license_.elements
    assert any(rule.startswith("ND-") for rule in rules) is no_derivatives
    assert ("CHG-501" in rules) is (not no_derivatives or license_.version == "4.0")
    assert ("CHG-502" in rules) is not no_derivatives
    assert ("SA-551" in rules) is False
    assert (outcome("SA-551", changed(SENTENCE, license_=license_)) == PASS) is (Element.SA in license_.elements)


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("CC BY 1.0", WARNING),
        ("CC BY-NC-SA 2.5", WARNING),
        ("CC BY-SA 3.0", WARNING),
        ("CC BY-NC 3.0 US", WARNING),
        ("CC BY 4.0", VIOLATION),
        ("CC BY-NC-ND 4.0", VIOLATION),
        ("CC BY-ND 3.0", OFF),
        ("CC0 1.0", OFF),
    ],
)
def test_changes_are_to_be_indicated(identifier: str, expected: object) -> None:
    case = changed(WORD, license_=licensed(identifier))
    assert outcome("CHG-501", case) == expected
    said = PASS if expected is not OFF else OFF
    assert outcome("CHG-501", saying(case, "This story has been edited for length.")) == said
    assert outcome("CHG-501", changed(license_=licensed(identifier))) == said


@pytest.mark.parametrize(
    "line",
    [
        "Edited for style by the Courier",
        "This article was adapted from a longer one.",
        "Translated by Ada Finch",
        "Some changes were made.",
        "Traducido por Ada Finch",
        "Traduit par Ada Finch",
        "Aus dem Englischen übersetzt",
        "This is an excerpt from a longer story.",
    ],
)
def test_words_that_say_that_a_text_was_changed(line: str) -> None:
    assert outcome("CHG-501", saying(changed(WORD, license_=licensed("CC BY 4.0")), line)) == PASS


@pytest.mark.parametrize("line", ["Last updated on 3 May", "Edited by Ada Finch", "Our offices have moved."])
def test_words_that_do_not(line: str) -> None:
    assert outcome("CHG-501", saying(changed(WORD, license_=licensed("CC BY 4.0")), line)) == VIOLATION


@pytest.mark.parametrize(
    "harmless",
    [
        change(ChangeClass.STYLE, Level.STYLE, "harbor", "harbour"),
        change(ChangeClass.CUT, before="Correction: the mill was older.", after=""),
        change(ChangeClass.TRUNCATION, before="Ada Finch is a reporter.", after=""),
        Change(ChangeClass.INSERTION, Level.SUBSTANCE, "", "Editor’s note: see our file.", 0, Span(10, 10), Span(0, 3)),
        Change(ChangeClass.INSERTION, Level.SUBSTANCE, "", "What do you think?", 0, Span(0, 0), Span(0, 3)),
        Change(ChangeClass.HEADLINE, Level.WORDING, "The Mill Is Gone", "Mill gone"),
    ],
    ids=lambda each: each.before or each.after,
)
def test_what_needs_no_change_mark(harmless: Change) -> None:
    assert outcome("CHG-501", changed(harmless, license_=licensed("CC BY 4.0"))) == PASS


# --- adaptations


@pytest.mark.parametrize(
    ("identifier", "other", "expected"),
    [
        ("CC BY-SA 3.0", "CC BY-SA 3.0", PASS),
        ("CC BY-SA 3.0", "CC BY-SA 3.0 DE", PASS),
        ("CC BY-SA 3.0", "CC BY-SA 4.0", PASS),
        ("CC BY-SA 3.0", "CC BY-SA 2.0", VIOLATION),
        ("CC BY-SA 3.0", "CC BY 3.0", VIOLATION),
        ("CC BY-NC-SA 4.0", "CC BY-SA 4.0", VIOLATION),
        ("CC BY-SA 1.0", "CC BY-SA 2.0", VIOLATION),
    ],
)
def test_which_licences_a_changed_work_may_go_on_under(identifier: str, other: str, expected: object) -> None:
    case = changed(SENTENCE, license_=licensed(identifier))
    assert outcome("SA-551", case._replace(credit=CREDIT._replace(marks=(mark(licensed(other)),)))) == expected
    assert outcome("SA-551", case._replace(credit=CREDIT._replace(marks=()))) == VIOLATION


@pytest.mark.parametrize(("identifier", "expected"), [("CC BY-SA 3.0", OFF), ("CC BY-SA 3.0 US", PASS)])
def test_a_cut_makes_a_changed_work_only_where_abridgment_is_named(identifier: str, expected: object) -> None:
    assert outcome("SA-551", changed(CUT, license_=licensed(identifier))) == expected


def test_a_suspected_adaptation_is_for_a_person() -> None:
    case = likened("CC BY-SA 4.0")._replace(credit=CREDIT._replace(marks=()))
    assert outcome("SA-551", case) == outcome("CHG-502", case) == SUSPECTED
    assert verdict_of(judge(case), case.alignment, case.page) is Verdict.REVIEW
    assert outcome("SA-551", case._replace(credit=CREDIT)) == SUSPECTED
    assert outcome("ND-407", case) == OFF


# --- suspicions


@pytest.mark.parametrize("identifier", ["CC BY-NC-ND 2.0", "CC BY-ND 3.0", "CC BY-NC-ND 3.0 US", "CC BY-NC-ND 4.0"])
def test_translation_and_rewrite_are_told_apart(identifier: str) -> None:
    for foreign, translation, rewrite in ((True, SUSPECTED, PASS), (False, PASS, REVIEW)):
        case = likened(identifier, foreign=foreign)
        assert (outcome("ND-407", case), outcome("ND-408", case)) == (translation, rewrite)
        assert [f.rule for f in found(case) if f.rule.startswith("APP-")] == []
        assert verdict_of(judge(case), case.alignment, case.page) is Verdict.REVIEW


@pytest.mark.parametrize(("count", "expected"), [(3, PASS), (4, VIOLATION)])
def test_many_rewritten_passages_are_a_rewrite(count: int, expected: object) -> None:
    assert outcome("ND-408", changed(*[SENTENCE] * count)) == expected


# --- around the text


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("CC BY-NC-ND 2.5", WARNING),
        ("CC BY-ND 1.0", WARNING),
        ("CC BY-NC-ND 3.0 US", WARNING),
        ("CC BY-NC-ND 3.0", REVIEW),
        ("CC BY-NC-ND 3.0 DE", REVIEW),
        ("CC BY-NC-ND 4.0", INFO),
        ("CC BY 3.0", OFF),
    ],
)
def test_recordings(identifier: str, expected: object) -> None:
    case = under(FAITHFUL, licensed(identifier))
    sign = Sign(SignKind.RECORDING, "audio", element=0)
    assert outcome("ND-415", case._replace(page=PAGE._replace(signs=(sign,)))) == expected
    other = PAGE._replace(signs=(sign._replace(kind=SignKind.COPY_BLOCK),))
    assert outcome("ND-415", case._replace(page=other)) == (OFF if expected is OFF else PASS)


@pytest.mark.parametrize(
    ("before", "number", "expected"),
    [
        ("Correction: the mill was older.", "ND-416", REVIEW),
        ("Correction (May 3, 2024): the mill was older.", "ND-416", REVIEW),
        ("Updated on 3 May with the owner’s reply.", "ND-416", REVIEW),
        ("An earlier version of this story misstated the year.", "ND-416", REVIEW),
        ("Updates came in slowly that night, and nobody slept.", "ND-404", WARNING),
        ("Correction: the mill was older.\n\nNobody was hurt.", "ND-404", WARNING),
        ("Ada Finch is a reporter.", "ND-404", INFO),
        ("Ada Finch fled as the roof came down.", "ND-404", WARNING),
        ("This story was produced with a grant from the Mill Fund.", "ND-404", REVIEW),
        ("Bo Larkin contributed reporting.", "ND-404", REVIEW),
    ],
)
def test_what_is_lost_at_the_end(before: str, number: str, expected: object) -> None:
    case = changed(change(ChangeClass.TRUNCATION, before=before, after=""))
    assert [finding.rule for finding in found(case)] == [number]
    assert outcome(number, case) == expected


@pytest.mark.parametrize(
    ("identifier", "number"), [("CC BY-NC-ND 3.0", "ND-416"), ("CC BY-NC-ND 4.0", "NOT-304"), ("CC BY 4.0", "NOT-304")]
)
def test_an_earlier_change_mark_is_the_business_of_one_rule(identifier: str, number: str) -> None:
    case = under(FAITHFUL, licensed(identifier))
    work = case.work._replace(notices=Notices(changes="Updated from a report of 2 May."))
    assert [finding.rule for finding in found(case._replace(work=work))] == [number]


# --- slips of the pen


@pytest.mark.parametrize(
    ("text", "before", "after", "is_slip"),
    [
        ("They recieve it, and receive it again.", "recieve", "receive", True),
        ("It occured, as it had occurred before.", "occured", "occurred", True),
        ("It occured.", "occured", "occurred", False),
        ("The trial and the trial of the trail.", "trial", "trail", False),
        ("The county of the country.", "county", "country", False),
        ("He saw the the mill.", "the", "", True),
        ("He saw the old mill.", "old", "", False),
    ],
)
def test_slips_put_right(text: str, before: str, after: str, is_slip: bool) -> None:  # noqa: FBT001 (a table's column)
    start = text.index(before)
    edit = Change(ChangeClass.WORDING, Level.WORDING, before, after, 0, Span(start, start + len(before)), Span(0, 3))
    work = WORK._replace(body=(WORK.body[0]._replace(text=text),))
    case = changed(edit)._replace(work=work)
    assert (outcome("ND-417", case), outcome("ND-401", case)) == ((INFO, PASS) if is_slip else (PASS, WARNING))


# --- agreements


def test_a_permission_waives_what_its_rules_find() -> None:
    case = changed(change(ChangeClass.NUMBER), CUT)
    allowed = case._replace(work=case.work._replace(permissions=("ND-402", "words-substituted", "nonsense")))
    findings = judge(allowed)
    assert {f.rule for f in findings if f.kind is Kind.WAIVED} == {"ND-401", "ND-402"}
    assert not [f for f in findings if f.rule == "TER-001" and f.kind is Kind.FAIL]
    told = [(f.kind, f.message) for f in findings if f.rule == "APP-006"]
    assert [kind for kind, _ in told] == [Kind.FAIL, Kind.REVIEW]
    assert "ND-401 words-substituted" in told[0][1]
    assert "nonsense" in told[1][1]


def test_what_the_snippet_brings_about_is_a_warning_at_most() -> None:
    nobody = FAITHFUL._replace(credit=CREDIT._replace(authors=()))
    finding = next(BY_NAME["BY-201"].findings(nobody))
    forgiven = nobody._replace(forgiven=frozenset({("BY-201", finding.message)}))
    settled = [f for f in judge(forgiven) if f.rule == "BY-201"]
    assert [(f.kind, f.severity, f.message) for f in settled] == [(Kind.FAIL, Severity.WARNING, finding.message)]
    assert "snippet" in (settled[0].cause or "")
    other = nobody._replace(forgiven=frozenset({("BY-202", finding.message)}))
    assert outcome("BY-201", other) == VIOLATION


# --- passages here and there


@pytest.mark.parametrize(
    ("ends", "rules"), [((0, 4, 70, 74), set()), ((0, 40, 44, 74), {"ND-401", "ND-402", "ND-403", "ND-405"})]
)
def test_between_scattered_passages_nothing_is_missed(ends: tuple[int, ...], rules: set[str]) -> None:
    spans = [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    matches = tuple(Match(span, span) for span in spans)
    inserted = Change(ChangeClass.INSERTION, Level.SUBSTANCE, "", "It was sad.", 0, Span(10, 10), Span(0, 3))
    case = changed(SENTENCE, CUT, change(ChangeClass.ORDER), inserted)
    few = case._replace(alignment=Alignment(matches, (), 0.2, body=(1, 2)))
    assert {finding.rule for finding in found(few) if finding.rule.startswith("ND-")} == rules
