"""What the rules say of phrases, notices and photos, and of what a breach entails."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_cases import (
    BY_NAME,
    CREDIT,
    FAITHFUL,
    INFO,
    OFF,
    PASS,
    REVIEW,
    VIOLATION,
    WARNING,
    WORK,
    licensed,
    mark,
    outcome,
    under,
)

from licensecheck.claims import PhotoCredit, Phrase
from licensecheck.model import Photo
from licensecheck.terms import FindingClass, Kind, PhraseKind, Scope, Severity


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
