"""Names of licences are read in running text, and ordinary text is not read as one."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.jurisdictions import JURISDICTIONS, UNPORTED
from licensecheck.license_names import find_names, license_named
from licensecheck.licenses import UNITS, Element, License, all_licenses, license_of

ENGLISH = {"by": "Attribution", "nc": "NonCommercial", "nd": "NoDerivs", "sa": "ShareAlike"}

EXACT = (
    # text, identifier
    ("Attribution-NonCommercial-NoDerivs 3.0 United States License", "CC BY-NC-ND 3.0 US"),
    ("Attribution-Noncommercial-No Derivative Works 3.0 Unported", "CC BY-NC-ND 3.0"),
    ("Attribution - Noncommercial - No Derivative Works 3.0", "CC BY-NC-ND 3.0"),
    ("BY-NC-ND 3.0 US Creative Commons license", "CC BY-NC-ND 3.0 US"),
    ("CC4 BY-NC-SA", "CC BY-NC-SA 4.0"),
    ("Creative Commons Attribution-NonCommercial-NoDerivatives 3.0 International", "CC BY-NC-ND 3.0"),
    ("Creative Commons Attribution-Noncommercial-No Derivative Works 3.0 United States License", "CC BY-NC-ND 3.0 US"),
    ("Licensed under Creative Commons (CC BY-NC-ND 3.0). Feel free to share.", "CC BY-NC-ND 3.0"),
    ("Creative Commons Attribution License 4.0", "CC BY 4.0"),
    ("Creative Commons Attribution-NonCommercial-NoDerivs License, version 3.0", "CC BY-NC-ND 3.0"),
    ("a Creative Commons Attribution Share-Alike 3.0 Germany license", "CC BY-SA 3.0 DE"),
    ("Attribution 4.0 International", "CC BY 4.0"),
    ("Creative Commons 4.0 BY-NC", "CC BY-NC 4.0"),
    ("Creative Commons BY 2.0", "CC BY 2.0"),
    ("Photo: Jane Doe/CC BY 2.0", "CC BY 2.0"),
    ("CC-BY-NC-ND-3.0-US", "CC BY-NC-ND 3.0 US"),
    ("cc-by-sa-3.0-de", "CC BY-SA 3.0 DE"),
    ("CC BY-SA 2.0 UK: England & Wales", "CC BY-SA 2.0 UK"),
    ("CC BY-NC-ND v4", "CC BY-NC-ND 4.0"),
    ("CC BY-NC-ND 4.0 DEED", "CC BY-NC-ND 4.0"),
    ("(CC) BY-NC-ND 3.0", "CC BY-NC-ND 3.0"),
    ("CCBY 4.0", "CC BY 4.0"),
    ("cc by 4.0", "CC BY 4.0"),
    ("CC BY 4.0 Unported", "CC BY 4.0"),
    ("CC BY-SA 3.0, Germany 2019", "CC BY-SA 3.0"),
    ("CC BY-NC-ND 3.0 IN PART", "CC BY-NC-ND 3.0"),
    ("Attribution-NoDerivs-NonCommercial 1.0 Generic", "CC BY-ND-NC 1.0"),
    ("CC0", "CC0 1.0"),
    ("CC0 1.0 Universal", "CC0 1.0"),
    ("Creative Commons Zero", "CC0 1.0"),
    ("Public Domain Mark 1.0", "PDM 1.0"),
    ("Namensnennung - Keine kommerzielle Nutzung - Keine Bearbeitungen 3.0 Deutschland", "CC BY-NC-ND 3.0 DE"),
    ("Namensnennung – Nicht-kommerziell – Keine Bearbeitung (by-nc-nd) 3.0 Schweiz", "CC BY-NC-ND 3.0 CH"),
    ("licencia Creative Commons Reconocimiento-NoComercial-SinObraDerivada 4.0 Internacional", "CC BY-NC-ND 4.0"),
    ("Reconocimiento-NoComercial-SinObrasDerivadas 3.0 España", "CC BY-NC-ND 3.0 ES"),
    ("Attribution - Pas d’Utilisation Commerciale - Pas de Modification 4.0 International", "CC BY-NC-ND 4.0"),
    ("Paternité - Pas d'Utilisation Commerciale - Pas de Modification 3.0 Luxembourg", "CC BY-NC-ND 3.0 LU"),
    ("Attribuzione – Non commerciale – Non opere derivate 3.0 Italia", "CC BY-NC-ND 3.0 IT"),
    ("Atribuição-Uso não-comercial-Vedada a criação de obras derivadas 3.0 Brasil", "CC BY-NC-ND 3.0 BR"),
    ("Naamsvermelding-NietCommercieel-GeenAfgeleideWerken 3.0", "CC BY-NC-ND 3.0"),
    ("Uznanie autorstwa - Użycie niekomercyjne - Bez utworów zależnych 3.0 Polska", "CC BY-NC-ND 3.0 PL"),
    ("Uveďte autora-Neužívejte komerčně-Nezasahujte do díla 3.0 Česko", "CC BY-NC-ND 3.0 CZ"),
    ("Αναφορά-Μη-Εμπορική Χρήση-Όχι Παράγωγο Έργο 3.0 Ελλάδα", "CC BY-NC-ND 3.0 GR"),
    ("Müəllifliyin müəyyən edilməsi, qeyri-kommersiya, qeyri-törəmə 3.0 Azərbaycan", "CC BY-NC-ND 3.0 AZ"),
    ("Autorile viitamine-Mitteäriline eesmärk-Tuletatud teoste keeld 3.0 Eesti", "CC BY-NC-ND 3.0 EE"),
    ("»priznanje avtorstva« - »nekomercialno« - «brez predelav« 2.5.", "CC BY-NC-ND 2.5"),
    ("Nevezd meg! – Ne add el! – Ne változtasd! 2.5", "CC BY-NC-ND 2.5"),
    ("نسب المصنف - غير تجاري – منع الاشتقاق 3.0 مصر", "CC BY-NC-ND 3.0 EG"),
    ("クリエイティブ・コモンズ 表示 - 非営利 - 改変禁止 4.0 国際 ライセンス", "CC BY-NC-ND 4.0"),
    ("知识共享署名-非商业性使用-禁止演绎 4.0 国际许可协议", "CC BY-NC-ND 4.0"),
    ("姓名標示─非商業性─禁止改作 3.0 台灣", "CC BY-NC-ND 3.0 TW"),
    ("저작자표시-비영리-변경금지 2.0 대한민국", "CC BY-NC-ND 2.0 KR"),
)

VERSIONLESS = (
    ("Attribution-Non-Commercial-No Derivative Works", "by-nc-nd"),
    ("Attribution/No Derivatives", "by-nd"),
    ("CC BY NC ND", "by-nc-nd"),
    ("CC-NC-ND", "by-nc-nd"),
    ("licensed CC BY", "by"),
    ("cc by-nc-nd", "by-nc-nd"),
    ("by-nc-sa", "by-nc-sa"),
    ("Creative Commons BY-NC-ND", "by-nc-nd"),
    ("Creative Commons BY license", "by"),
    ("a Creative Commons attribution license", "by"),
    ("attribution-sharealike Creative Commons license", "by-sa"),
)

GENERIC = (
    ("is republished here under a Creative Commons license.", "under a Creative Commons license"),
    ("a Creative Commons license", "Creative Commons license"),
    ("Licensed Creative Commons by Jane Doe", "Licensed Creative Commons"),
    ("a Creative Commons Non-Commercial license", "Creative Commons Non-Commercial license"),
    ("Creative Commons license. Attribution is required.", "Creative Commons license"),
    ("published under Creative Commons", "under Creative Commons"),
    ("licence Creative Commons", "licence Creative Commons"),
    ("licencia Creative Commons", "licencia Creative Commons"),
    ("Creative-Commons-Lizenz", "Creative-Commons-Lizenz"),
    ("licenza Creative Commons", "licenza Creative Commons"),
    ("licença Creative Commons", "licença Creative Commons"),
    ("Лицензия Creative Commons", "Лицензия Creative Commons"),
    ("知识共享许可协议", "知识共享许可协议"),
    ("クリエイティブ・コモンズ・ライセンス", "クリエイティブ・コモンズ・ライセンス"),
    ("Some rights reserved.", "Some rights reserved"),
    ("Certains droits réservés", "Certains droits réservés"),
)

# Names met in the wild, each in the words of a page, and what they name: a licence, a unit without version, "" for
# Creative Commons as such, nothing at all.
WILD = (
    ("Attribution-NonCommercial-NoDerivs 3.0 United States License", "CC BY-NC-ND 3.0 US"),
    ("Attribution-Noncommercial-No Derivative Works 3.0 Unported", "CC BY-NC-ND 3.0"),
    ("Attribution-Non-Commercial-No Derivative Works", "by-nc-nd"),
    ("Attribution - Noncommercial - No Derivative Works 3.0", "CC BY-NC-ND 3.0"),
    ("Attribution/No Derivatives", "by-nd"),
    ("BY-NC-ND 3.0 US Creative Commons license", "CC BY-NC-ND 3.0 US"),
    ("CC BY NC ND", "by-nc-nd"),
    ("CC-NC-ND", "by-nc-nd"),
    ("CC4 BY-NC-SA", "CC BY-NC-SA 4.0"),
    ("Attribution-NonCommercial-NoDerivatives 3.0 International", "CC BY-NC-ND 3.0"),
    ("Creative Commons NoDerivatives 3.0 International", "CC BY-ND 3.0"),
    ("CC BY-NC-NoDerivatives 3.0 International", "CC BY-NC-ND 3.0"),
    ("CC BY-NC-ND NoDerivatives 3.0 International", "CC BY-NC-ND 3.0"),
    ("CC-BY-SA-2.0", "CC BY-SA 2.0"),
    ("Attribution-NonCommercial-NoDerivs 2.5 Generic", "CC BY-NC-ND 2.5"),
    ("Attribution-NoDerivs-NonCommercial 1.0", "CC BY-ND-NC 1.0"),
    ("CC0 1.0 Universal", "CC0 1.0"),
    ("Namensnennung - Keine kommerzielle Nutzung - Keine Bearbeitungen 3.0 Deutschland", "CC BY-NC-ND 3.0 DE"),
    ("a Creative Commons license", ""),
    ("Some rights reserved", ""),
    ("NoDerivatives 3.0 International", None),
    ("Noncommercial-No Derivative Works", None),
    ("3.0 United States", None),
)

NOTHING = (
    "",
    "By Jane Doe and John Roe",
    "This by-line, the by-election and the by-pass",
    "the stand-by-sa team",
    "Creative Commons by Jane Doe",
    "Creative Commons is a nonprofit.",
    "CC by Flickr user",
    "cc: by email",
    "a 125CC BY HONDA",
    "with attribution, non-commercial use only",
    "Attribution 2.0",
    "multi-touch attribution 3.0 for marketers",
    "misattribution",
    "#cc0000 and #creativecommons license",
    "@creativecommons on licences",
    "https://creativecommons.org/licenses/by-nc-nd/3.0/",
    "under the terms at https://creativecommons.org/licenses/by-nc-nd/3.0/us/deed.en",
    "https://example.org/cc-by-4.0.html",
    "知识共享",
    "本网页署名",
    "El reconocimiento de la red",
    "İstanbul'da yaşıyor",
)


@pytest.mark.parametrize(("name", "meant"), WILD)
@pytest.mark.parametrize("frame", ["{}", "It is republished under {}.", "Licence: {}, © 2024 The Harbour Post"])
def test_names_in_the_wild(name: str, meant: str | None, frame: str) -> None:
    readings = find_names(frame.format(name))
    told = [reading.license.id if reading.license else reading.unit for reading in readings]
    assert told == ([] if meant is None else [meant])


@pytest.mark.parametrize(("text", "identifier"), EXACT)
def test_exact_names(text: str, identifier: str) -> None:
    (reading,) = find_names(text)
    assert reading.license is not None
    assert reading.license.id == identifier
    assert reading.version == reading.license.version
    assert reading.port in {reading.license.port, None}


@pytest.mark.parametrize(("text", "unit"), VERSIONLESS)
def test_names_without_version(text: str, unit: str) -> None:
    (reading,) = find_names(text)
    assert (reading.unit, reading.version, reading.license) == (unit, None, None)
    assert reading.elements == {Element(part) for part in unit.split("-")}
    assert not reading.generic


@pytest.mark.parametrize(("text", "phrase"), GENERIC)
def test_phrases_that_name_none(text: str, phrase: str) -> None:
    (reading,) = find_names(text)
    assert reading.generic
    assert reading.elements == frozenset()
    assert text[reading.start : reading.end] == phrase


@pytest.mark.parametrize("text", NOTHING)
def test_ordinary_text(text: str) -> None:
    assert find_names(text) == ()


@pytest.mark.parametrize("text", ["CC BY-NC-ND-SA 4.0", "CC BY 5.0", "CC BY-SA 2.1"])
def test_names_of_what_does_not_exist(text: str) -> None:
    (reading,) = find_names(text)
    assert not reading.generic
    assert reading.license is None


def test_a_port_that_does_not_exist_is_not_read() -> None:
    (reading,) = find_names("CC BY 4.0 Germany")
    assert (reading.license, reading.port) == (License("by", "4.0"), None)


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("CC BY-NC-ND 3.0 US", "CC BY-NC-ND 3.0 US"),
        (" cc by-nc-nd 3.0 us ", "CC BY-NC-ND 3.0 US"),
        ("https://creativecommons.org/licenses/by-nc-nd/3.0/us/deed.de", "CC BY-NC-ND 3.0 US"),
        ("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0"),
        ("CC-BY-NC-ND-1.0", "CC BY-ND-NC 1.0"),
        ("CC-BY-SA-2.1-JP", "CC BY-SA 2.1 JP"),
        ("CC-BY-3.0-IGO", "CC BY 3.0 IGO"),
        ("CC-SA-1.0", "CC SA 1.0"),
        ("CC SAMPLING+ 1.0", "CC SAMPLING+ 1.0"),
        ("CC0-1.0", "CC0 1.0"),
        ("CC-PDM-1.0", "PDM 1.0"),
        ("CC-PDDC", "CERTIFICATION 1.0 US"),
        ("Attribution 4.0 International", "CC BY 4.0"),
        ("CC BY", None),
        ("CC BY 5.0", None),
        ("under CC BY 4.0", None),
        ("https://creativecommons.org/licenses/by/", None),
        ("BY-203", None),
        ("", None),
    ],
)
def test_a_licence_by_whatever_names_it(text: str, identifier: str | None) -> None:
    license_ = license_named(text)
    assert (license_.id if license_ else None) == identifier


def test_every_licence_is_named_by_its_id_and_its_address() -> None:
    for license_ in all_licenses():
        assert license_named(license_.id) == license_named(license_.uri) == license_


def title(license_: License) -> str:
    """The licence's English title, in the manner of its version."""
    words = "-".join(ENGLISH[part] for part in license_.unit.split("-"))
    if license_.version == "4.0":
        words = words.replace("NoDerivs", "NoDerivatives")
    place = JURISDICTIONS[license_.port] if license_.port else UNPORTED[license_.version]
    return f"{words} {license_.version} {place}"


SIX = [each for each in all_licenses() if Element.BY in each.elements]


def test_every_english_title_is_read() -> None:
    for license_ in SIX:
        text = f"It is under the Creative Commons {title(license_)} License, as its author wished."
        (reading,) = find_names(text)
        assert (reading.license, reading.port) == (license_, license_.port), text
        assert text[reading.start : reading.end] == f"Creative Commons {title(license_)}"
        (reading,) = find_names(title(license_))
        assert reading.license == license_, title(license_)


def test_every_identifier_is_read() -> None:
    for license_ in all_licenses():
        plain = license_.elements and "sampling" not in license_.unit
        if plain and (Element.BY in license_.elements or license_.version == "1.0"):
            for text in (license_.id, license_.id.replace(" ", "-")):
                (reading,) = find_names(f"Photo: Jane Doe, {text}.")
                assert reading.license == license_, text


def test_a_vague_name_gives_way_to_an_exact_one_beside_it() -> None:
    text = "under a Creative Commons licence called Attribution-NoDerivs (CC BY-ND 4.0), as agreed"
    assert [reading.license for reading in find_names(text)] == [License("by-nd", "4.0")]
    apart = "under a Creative Commons license. Photo: Jane Doe, CC BY 2.0"
    assert [reading.generic for reading in find_names(apart)] == [True, False]
    differing = "Attribution-NonCommercial (CC BY 4.0)"
    assert [reading.unit for reading in find_names(differing)] == ["by-nc", "by"]


def test_offsets_count_in_the_text_as_given() -> None:
    text = "İİİ — CC BY 4.0"
    (reading,) = find_names(text)
    assert text[reading.start : reading.end] == "CC BY 4.0"
    longer = [chr(code) for code in range(sys.maxunicode) if len(chr(code).lower()) > 1]
    assert longer == ["İ"]


@given(
    st.lists(st.sampled_from([*(text for text, _ in EXACT), *NOTHING, " ", "-", "\n", "(", "CC", "by"])).map(" ".join)
)
def test_readings_stand_in_order_and_name_what_exists(text: str) -> None:
    end = 0
    for reading in find_names(text):
        assert end <= reading.start < reading.end <= len(text)
        end = reading.end
        if reading.license:
            assert reading.license == license_of(reading.unit, reading.license.version, reading.port or "")


@given(st.text(max_size=80))
def test_no_text_upsets_the_reader(text: str) -> None:
    for reading in find_names(f"Creative Commons {text} CC BY"):
        assert reading.unit in {"", *UNITS, "zero", "mark"} or reading.license is None


@pytest.mark.parametrize(
    "piece", ["creative commons ", "cc ", "by-nc-", "attribution ", "creative commons (", "license "]
)
def test_effort_grows_with_the_text_only(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    started = time.perf_counter()
    find_names(text)
    assert time.perf_counter() - started < 2
