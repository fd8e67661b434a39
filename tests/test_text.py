"""Folding unites what typesetting makes of one text and nothing else; offsets lead back to it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from licensecheck.text import fold, ink, squeeze, squeezed_offsets, words

SCRIPTS = (
    "aZß ŉİıſﬁﬀǅ",
    "é̈áñ",
    "٠١ابتَُ",
    "कखि्ीं",
    "กขิ้่ไ",
    "漢字かな。、",
    "한글ᄒ\u1161\u11ab",
    "𝒜🏽𐐀🇳🇴",
    "0½²™٣",
    "\u00ad\u200b\u200d\ufeff\u00a0\u2028 \t-—…“”'’_.,",
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])), st.text(st.sampled_from("".join(SCRIPTS)), max_size=40)
)
LINES = TEXTS.map(lambda text: text.replace("\n", " "))


@pytest.mark.parametrize(
    ("variant", "plain"),
    [
        ("‘a’ ‚b‛ ′c´ `d ‹e›", "'a' 'b' 'c' 'd 'e'"),
        ("“a” „b‟ «c» ″", '"a" "b" "c" "'),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("a--b---c", "a-b-c"),
        ("wait… what", "wait... what"),
        ("a\u00a0b\u2009c\u202fd\u3000e", "a b c d e"),
        ("re\u00adprint", "reprint"),
        ("zero\u200bwidth\u200d\u2060joined\ufeff", "zerowidthjoined"),
        ("\u200fright\u202cto\u2069left", "righttoleft"),
        ("oﬃce ﬁﬂe aﬀair ﬆ", "office fifle affair st"),
        ("3×4", "3x4"),
        ("cafe\u0301 A\u030a", "café Å"),
        (unicodedata.normalize("NFD", "Tuyển Đà Nẵng Пётр й"), "Tuyển Đà Nẵng Пётр й"),
    ],
)
def test_fold_unites(variant: str, plain: str) -> None:
    assert fold(variant) == fold(plain) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("10²", "102"), ("½", "1/2"), ("½", "1"), ("Brand™", "BrandTM"), ("Ⅳ", "IV"), ("①", "1"), ("ｆ", "f")),
        *(("H₂O", "H2O"), ("resume", "résumé"), ("ö", "oe"), ("ß", "ss"), ("A", "a"), ("a,b", "ab"), ("a\nb", "a b")),
    ],
)
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), [("10²", "102"), ("½", "12"), ("x²", "x2"), ("कि", "की"), ("ที่", "ที้")])
def test_other_words_have_other_letters(one: str, other: str) -> None:
    assert squeeze(one) != squeeze(other)


def test_ink_is_without_white_space() -> None:
    assert ink(" “Flour\u00a0comes \n by boat,”—he\tsaid ") == '"Flourcomesbyboat,"-hesaid'


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Don't _stop_ – now!", "dontstopnow"),
        ("STRASSE Straße", "strassestrasse"),
        ("one,\ntwo", "one\ntwo"),
        ("¿Qué?\n¡Así!", "qué\nasí"),
        ("漢字、かな。", "漢字かな"),
    ],
)
def test_squeeze(text: str, letters: str) -> None:
    assert squeeze(text) == letters


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Flour comes by boat.", ["flour", "comes", "by", "boat"]),
        ("did not / didn’t", ["did", "not", "didn", "t"]),
        ("$1.5 million", ["1", "5", "million"]),
        ("漢字abc", ["漢", "字", "abc"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("كِتابٌ جديد", ["ك", "تاب", "جديد"]),
        ("re\u00adprint", ["reprint"]),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(TEXTS)
def test_words_joined_are_the_squeezed_text(text: str) -> None:
    assert "".join(words(text)) == squeeze(text).replace("\n", "")


@given(LINES)
def test_each_letter_has_a_source(text: str) -> None:
    offsets = squeezed_offsets(text)
    assert len(offsets) == len(squeeze(text))
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(LINES)
def test_offsets_cut_a_text_where_its_letters_are_cut(text: str) -> None:
    letters, offsets = squeeze(text), squeezed_offsets(text)
    for number, offset in enumerate(offsets):
        if number and offsets[number - 1] < offset:
            assert squeeze(text[:offset]) + squeeze(text[offset:]) == letters


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    # An invisible character may have kept a letter and its mark apart.
    assume(unicodedata.is_normalized("NFC", fold(text)))
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_composition_is_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
