"""What the rules say of phrases, notices and photos, and of what a breach entails."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    licensed,
    mark,
    outcome,
    under,
)

from licensecheck.claims import PhotoCredit, Phrase
from licensecheck.model import Image, Photo, Sign, Span
from licensecheck.terms import FindingClass, Kind, PhraseKind, Scope, Severity, SignKind

if TYPE_CHECKING:
    from licensecheck.model import Case


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
        ("NC-601", phrase(PhraseKind.SALE, text="Buy this article"), VIOLATION),
        ("NC-601", phrase(PhraseKind.SALE, Scope.WIDGET, text="Buy this article"), WARNING),
        ("NC-601", phrase(PhraseKind.SALE, text="Order reprints"), WARNING),
        ("NC-601", phrase(PhraseKind.SALE, Scope.SITE), PASS),
        ("NC-603", phrase(PhraseKind.SPONSOR), WARNING),
        ("NC-603", phrase(PhraseKind.SPONSOR, Scope.WIDGET), PASS),
        ("NC-604", phrase(PhraseKind.AFFILIATION), WARNING),
        ("NC-604", phrase(PhraseKind.AFFILIATION, Scope.SITE), PASS),
        ("NC-605", phrase(PhraseKind.ADVERTISING, Scope.SITE), INFO),
        ("NC-606", phrase(PhraseKind.MERCHANDISE), REVIEW),
        ("NC-606", phrase(PhraseKind.MERCHANDISE, Scope.WIDGET), PASS),
        ("NC-607", phrase(PhraseKind.DONATION, Scope.WIDGET), REVIEW),
        ("NC-607", phrase(PhraseKind.DONATION, Scope.SITE), PASS),
        ("RES-707", phrase(PhraseKind.LOGIN_WALL), INFO),
        ("RES-708", phrase(PhraseKind.TERMS_OF_USE), REVIEW),
        ("RES-708", phrase(PhraseKind.TERMS_OF_USE, Scope.SITE), PASS),
        ("END-751", phrase(PhraseKind.PARTNERSHIP), REVIEW),
        ("END-753", phrase(PhraseKind.PROMOTION), REVIEW),
    ],
)
def test_phrases(number: str, given: Phrase, expected: object) -> None:
    assert outcome(number, FAITHFUL._replace(credit=CREDIT._replace(phrases=(given,)))) == expected


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("CC BY-ND-NC 1.0", WARNING),
        ("CC BY-NC-ND 2.5", WARNING),
        ("CC BY-NC-ND 3.0", REVIEW),
        ("CC BY-NC-ND 3.0 AU", WARNING),
        ("CC BY-NC-ND 3.0 FR", REVIEW),
        ("CC BY-NC-ND 3.0 US", WARNING),
        ("CC BY-NC-ND 4.0", REVIEW),
        ("CC0 1.0", OFF),
    ],
)
def test_locks_by_licence(identifier: str, expected: object) -> None:
    assert outcome("RES-705", under(with_signs(SignKind.COPY_BLOCK), licensed(identifier))) == expected


def with_signs(*kinds: SignKind) -> Case:
    return FAITHFUL._replace(page=PAGE._replace(signs=tuple(Sign(kind, "<as it stands>") for kind in kinds)))


@pytest.mark.parametrize("coverage", [1.0, 0.8])
def test_a_form_is_a_wall_and_a_lock_wraps_only_where_text_is_missing(coverage: float) -> None:
    case = with_signs(SignKind.LOGIN_WALL, SignKind.ENCRYPTED_READER)
    case = case._replace(alignment=case.alignment._replace(coverage=coverage))
    assert outcome("RES-707", case) == (PASS if coverage == 1 else INFO)
    assert outcome("RES-706", case) == (WARNING if coverage == 1 else VIOLATION)


def test_advertising_inside_the_text_is_a_question_that_touches_no_verdict() -> None:
    first, last = PAGE.blocks[1].end, PAGE.blocks[2].start
    slot = phrase(PhraseKind.ADVERTISING)
    for start, expected in ((first, [(Kind.REVIEW, Severity.INFO)]), (last, INFO), (0, INFO)):
        credit = CREDIT._replace(phrases=(slot._replace(span=Span(start, start)),))
        assert outcome("NC-605", FAITHFUL._replace(credit=credit)) == expected


def test_site_terms_weigh_more_where_nothing_says_otherwise() -> None:
    credit = CREDIT._replace(phrases=(phrase(PhraseKind.RESTRICTION, Scope.SITE),), marks=())
    assert outcome("RES-703", FAITHFUL._replace(credit=credit)) == WARNING
    footer = CREDIT._replace(marks=(*CREDIT.marks, mark(licensed("CC BY 4.0"), scope=Scope.SITE)))
    assert outcome("RES-703", FAITHFUL._replace(credit=footer)) == INFO


def test_vague_words_matter_only_without_a_credit() -> None:
    vague = CREDIT._replace(phrases=(phrase(PhraseKind.VAGUE_CREDIT),))
    assert outcome("BY-207", FAITHFUL._replace(credit=vague)) == PASS
    assert outcome("BY-207", FAITHFUL._replace(credit=vague._replace(authors=(), parties=()))) == WARNING


def test_a_staff_byline_matters_only_without_the_authors() -> None:
    staff = CREDIT._replace(phrases=(phrase(PhraseKind.STAFF_BYLINE),))
    assert outcome("END-752", FAITHFUL._replace(credit=staff)) == PASS
    own = FAITHFUL._replace(credit=staff._replace(authors=()))
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
    assert outcome(number, FAITHFUL._replace(credit=CREDIT._replace(photos=photos))) == expected


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
    case = FAITHFUL._replace(work=WORK._replace(photos=(photo,)), credit=CREDIT._replace(photos=photos))
    assert outcome("PHO-805", case) == expected
    assert BY_NAME["PHO-805"].rests_on is FindingClass.OUTSIDE


@pytest.mark.parametrize(
    ("source", "image", "expected"),
    [
        ("mill-900x600.jpg", Image("a/mill-450x300.jpg", "", 0), PASS),
        ("mill-900x600.jpg", Image("a/mill-449x300.jpg?w=1", "", 0), PASS),
        ("mill-900x600.jpg", Image("a/mill-300x300.jpg", "", 0), REVIEW),
        ("mill-900x600.jpg", Image("a/mill.jpg", "", 0, size=(300, 300)), REVIEW),
        ("mill-900x600.jpg", Image("a/mill.jpg", "", 0), PASS),
        ("mill.jpg", Image("a/mill.jpg", "", 0, size=(300, 300)), PASS),
    ],
)
def test_photos_in_another_shape(source: str, image: Image, expected: object) -> None:
    photo = Photo("The mill", "Cy Dorn", source, licensed=True)
    credit = CREDIT._replace(photos=(PhotoCredit(photo, present=True, credit="Cy Dorn", image=image),))
    assert outcome("PHO-804", FAITHFUL._replace(work=WORK._replace(photos=(photo,)), credit=credit)) == expected


def test_a_photographer_who_has_another_photo_there_is_credited_for_that_one() -> None:
    gone = Photo("The weir", "Cy Dorn", "old-weir-bridge.jpg", licensed=True)
    other = PhotoCredit(gone, present=False, credit="Cy Dorn", image=Image("new-mill-pond.jpg", "", 0))
    there = PhotoCredit(WORK.photos[0], present=True, credit="Cy Dorn")
    case = FAITHFUL._replace(work=WORK._replace(photos=(gone, WORK.photos[0])))
    assert outcome("PHO-803", case._replace(credit=CREDIT._replace(photos=(other,)))) == REVIEW
    assert outcome("PHO-803", case._replace(credit=CREDIT._replace(photos=(other, there)))) == PASS
