"""The table holds every licence, and an address is read as the licence it names, or as none."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.jurisdictions import JURISDICTIONS, PORTS
from licensecheck.licenses import (
    UNITS,
    Clause,
    Element,
    Flaw,
    License,
    UriReading,
    all_licenses,
    by_id,
    find_uris,
    license_of,
    recognise_uri,
)
from licensecheck.provisions import Measures

if TYPE_CHECKING:
    from collections.abc import Iterator

BY, NC, ND, SA = Element.BY, Element.NC, Element.ND, Element.SA
PUBLIC_DOMAIN = {"zero", "mark", "certification"}

STARTS = tuple(
    scheme + www + host
    for scheme in ("https://", "http://", "//", "", "HTTPS://")
    for www in ("", "www.")
    for host in ("creativecommons.org", "CreativeCommons.org")
)
# Languages in a page's name look like jurisdictions: uk is Ukrainian there, ar Arabic, br Breton.
ENDINGS = (
    *("", "/", "//", "/deed", "/deed/", "/deed.en", "/deed.uk", "/deed.ar", "/deed.br", "/deed.en_US", "/deed.zh-hant"),
    *("/legalcode", "/legalcode.es", "/legalcode.txt", "/legalcode.zh-Hans", "/legalcode.en.html", "/legalcode-plain"),
    *("/rdf", "?ref=chooser-v1", "/?ref=ccsearch&atype=rich", "/#deed", "/deed.sr_Cyrl?x=/us/#us", "/%20"),
)


def spellings(license_: License) -> Iterator[str]:
    path = license_.uri.removeprefix("https://creativecommons.org").removesuffix("/")
    swapped = path.replace("by-nc-nd", "by-nd-nc") if "by-nc-nd" in path else path.replace("by-nd-nc", "by-nc-nd")
    for start, tail in itertools.product(STARTS, ENDINGS):
        for spelling in {path, swapped}:
            yield f"{start}{spelling}{tail}"


def badges(license_: License) -> Iterator[str]:
    kind = "p" if license_.unit in PUBLIC_DOMAIN else "l"
    path = license_.uri.partition("creativecommons.org")[2].partition("/")[2].partition("/")[2]
    hosts = ("https://i.creativecommons.org", "http://licensebuttons.net", "//www.licensebuttons.net")
    for host, name in itertools.product(hosts, ("88x31.png", "80x15.png", "88x31.svg", "80x15.png?x=1")):
        yield f"{host}/{kind}/{path}{name}"


def test_all_licenses_are_derived() -> None:
    licenses = all_licenses()
    core = [each for each in licenses if BY in each.elements]
    assert len(licenses) == len({each.uri for each in licenses}) == len({each.id for each in licenses}) == 639
    assert Counter(each.version for each in core) == {
        "1.0": 24,
        "2.0": 114,
        "2.1": 24,
        "2.5": 174,
        "3.0": 264,
        "4.0": 6,
    }
    assert sum(each.elements == {BY, NC, ND} for each in licenses) == 101
    assert sum({BY, ND} <= each.elements for each in licenses) == 202
    assert sum(each.unit in PUBLIC_DOMAIN for each in licenses) == 3
    assert len({each.port for each in licenses}) == 64


@pytest.mark.parametrize(
    ("parts", "identifier", "uri", "elements"),
    [
        (("by-nc-nd", "3.0", "us"), "CC BY-NC-ND 3.0 US", "licenses/by-nc-nd/3.0/us/", {BY, NC, ND}),
        (("by-nc-nd", "3.0", ""), "CC BY-NC-ND 3.0", "licenses/by-nc-nd/3.0/", {BY, NC, ND}),
        (("by-nd-nc", "1.0", ""), "CC BY-ND-NC 1.0", "licenses/by-nd-nc/1.0/", {BY, NC, ND}),
        (("by", "2.5", "scotland"), "CC BY 2.5 SCOTLAND", "licenses/by/2.5/scotland/", {BY}),
        (("by-sa", "3.0", "igo"), "CC BY-SA 3.0 IGO", "licenses/by-sa/3.0/igo/", {BY, SA}),
        (("by-nc-sa", "4.0", ""), "CC BY-NC-SA 4.0", "licenses/by-nc-sa/4.0/", {BY, NC, SA}),
        (("nc-sampling+", "1.0", "tw"), "CC NC-SAMPLING+ 1.0 TW", "licenses/nc-sampling+/1.0/tw/", {NC}),
        (("zero", "1.0", ""), "CC0 1.0", "publicdomain/zero/1.0/", set()),
        (("mark", "1.0", ""), "PDM 1.0", "publicdomain/mark/1.0/", set()),
        (("certification", "1.0", "us"), "CERTIFICATION 1.0 US", "publicdomain/certification/1.0/us/", set()),
    ],
)
def test_license(parts: tuple[str, str, str], identifier: str, uri: str, elements: set[Element]) -> None:
    license_ = license_of(*parts)
    assert license_ is not None
    assert (license_.id, license_.uri) == (identifier, f"https://creativecommons.org/{uri}")
    assert license_.elements == elements
    assert by_id(identifier) == license_


def test_parts_that_were_never_published() -> None:
    assert license_of("by", "2.1") is None
    assert license_of("by", "4.0", "us") is None
    assert license_of("by-nc-nd-sa", "4.0") is None
    assert by_id("CC BY 5.0") is None


def test_nc_and_nd_go_in_either_order() -> None:
    assert license_of("by-nd-nc", "3.0") == license_of("by-nc-nd", "3.0")
    assert license_of("by-nc-nd", "1.0") == License("by-nd-nc", "1.0")
    assert license_of("nc-nd", "1.0") == License("nd-nc", "1.0")


# --- addresses -------------------------------------------------------------------------------------------


def test_every_spelling_of_every_address_is_read() -> None:
    counted, wrong = 0, []
    for license_ in all_licenses():
        for spelling in spellings(license_):
            reading = recognise_uri(spelling)
            counted += 1
            if reading is None or (reading.license, reading.flaw, reading.badge) != (license_, None, False):
                wrong.append(spelling)
    assert wrong == []
    assert counted >= 100_000


def test_every_badge_is_read() -> None:
    for license_ in all_licenses():
        for address in badges(license_):
            reading = recognise_uri(address)
            assert reading is not None, address
            assert (reading.license, reading.flaw, reading.badge) == (license_, None, True), address


def test_ports_that_do_not_exist_are_refused() -> None:
    refused = 0
    for unit, version, port in itertools.product(UNITS, PORTS, [*JURISDICTIONS, "xx", "en"]):
        if port not in PORTS[version]:
            reading = recognise_uri(f"https://creativecommons.org/licenses/{unit}/{version}/{port}/")
            assert reading == UriReading(None, unit, Flaw.UNKNOWN_PORT)
            refused += 1
    assert refused > 1_500


@pytest.mark.parametrize(
    ("path", "unit", "flaw"),
    [
        ("licenses/by-nc-nd", "by-nc-nd", Flaw.NO_VERSION),
        ("licenses/by-nc-nd/", "by-nc-nd", Flaw.NO_VERSION),
        ("licenses/by-nd-nc/deed.en", "by-nc-nd", Flaw.NO_VERSION),
        ("licenses/by/us/", "by", Flaw.NO_VERSION),
        ("publicdomain/zero/", "zero", Flaw.NO_VERSION),
        ("licenses/by-sa/3.1/", "by-sa", Flaw.UNKNOWN_VERSION),
        ("licenses/by-sa/4/", "by-sa", Flaw.UNKNOWN_VERSION),
        ("publicdomain/zero/2.0/", "zero", Flaw.UNKNOWN_VERSION),
        ("licenses/by/3.0/xx/", "by", Flaw.UNKNOWN_PORT),
        ("licenses/by/4.0/us/", "by", Flaw.UNKNOWN_PORT),
        ("licenses/by/2.1/", "by", Flaw.UNKNOWN_PORT),
        ("licenses/by-nd-sa/4.0/", "", Flaw.UNKNOWN_LICENSE),
        ("licenses/by-foo/3.0/", "", Flaw.UNKNOWN_LICENSE),
        ("licenses/by/4.0/us/de/", "", Flaw.UNKNOWN_LICENSE),
        ("publicdomain/by/4.0/", "", Flaw.UNKNOWN_LICENSE),
        ("licenses/publicdomain/", "", Flaw.RETIRED),
        ("licenses/publicdomain/deed.de", "", Flaw.RETIRED),
        ("", "", None),
        ("licenses/", "", None),
        ("about/cclicenses/", "", None),
    ],
)
def test_addresses_that_name_no_license(path: str, unit: str, flaw: Flaw | None) -> None:
    assert recognise_uri(f"https://creativecommons.org/{path}") == UriReading(None, unit, flaw)


@pytest.mark.parametrize(
    "host",
    [
        "creativecommmons.org",
        "creativecommon.org",
        "creativecommons.or",
        "creative-commons.org",
        "craetivecommons.org",
        "www.creativecomons.org",
    ],
)
def test_misspelt_hosts(host: str) -> None:
    meant = License("by-nc-nd", "3.0", "us")
    reading = recognise_uri(f"http://{host}/licenses/by-nc-nd/3.0/us/")
    assert reading == UriReading(meant, "by-nc-nd", Flaw.TYPO_HOST)
    assert recognise_uri(f"http://{host}/about/") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/licenses/by/4.0/",
        "https://creativecommons.com/licenses/by/4.0/",
        "https://creativecommons.org.example.com/licenses/by/4.0/",
        "https://creativecommons.org@example.com/licenses/by/4.0/",
        "https://creativecommons.org:80@example.com/licenses/by/4.0/",
        "https://wiki.creativecommons.org/licenses/by/4.0/",
        "https://de.creativecommons.net/licenses/by/4.0/",
        "https://example.com/?u=https://creativecommons.org/licenses/by/4.0/",
        "https://web.archive.org/web/2020/https://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/2024/01/01/a-post/",
        "https://www.gnu.org/licenses/by/3.0/",
        "/licenses/by/4.0/",
        "ftp://creativecommons.org/licenses/by/4.0/",
        "mailto:info@creativecommons.org",
        "javascript:void(0)",
        "data:image/png;base64,AAAA",
        "#",
        "",
    ],
)
def test_other_addresses_are_none_of_ours(address: str) -> None:
    assert recognise_uri(address) is None


@pytest.mark.parametrize(
    ("address", "unit"),
    [
        ("https://mirrors.creativecommons.org/presskit/icons/cc.svg?ref=chooser-v1", ""),
        ("https://creativecommons.org/images/public/somerights20.gif", ""),
        ("http://i.creativecommons.org/l/by-nc-nd/88x31.png", "by-nc-nd"),
        ("https://licensebuttons.net/l/by-nc-nd/3.0/xx/88x31.png", "by-nc-nd"),
    ],
)
def test_badges_that_name_no_license_are_not_flawed(address: str, unit: str) -> None:
    assert recognise_uri(address) == UriReading(None, unit, None, badge=True)


def test_white_space_around_an_address() -> None:
    assert recognise_uri("\n https://creativecommons.org/licenses/by/4.0/ ") == UriReading(License("by", "4.0"), "by")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See creativecommons.org/licenses/by-nc-nd/3.0/us.", "creativecommons.org/licenses/by-nc-nd/3.0/us"),
        (
            "(https://creativecommons.org/licenses/by-nc-nd/3.0/us/)",
            "https://creativecommons.org/licenses/by-nc-nd/3.0/us/",
        ),
        ("Licence:http://www.CreativeCommons.org/licenses/by-nc-nd/3.0/us/deed.en, here", None),
        ("「https://creativecommons.org/licenses/by-nc-nd/3.0/us/」をご覧", None),
    ],
)
def test_addresses_shown_in_text(text: str, shown: str | None) -> None:
    ((start, end, reading),) = find_uris(text)
    assert reading.license == License("by-nc-nd", "3.0", "us")
    assert shown is None or text[start:end] == shown


@pytest.mark.parametrize(
    "text",
    [
        "https://web.archive.org/web/2020/https://creativecommons.org/licenses/by/4.0/",
        "info@creativecommons.org/licenses/by/4.0/",
        "read example.org/licenses/by/4.0/ or the /licenses/ page",
        "creativecommons.org",
    ],
)
def test_no_address_in_text(text: str) -> None:
    assert list(find_uris(text)) == []


def test_several_addresses_in_a_text() -> None:
    text = " and ".join(license_.uri for license_ in all_licenses())
    assert [reading.license for _, _, reading in find_uris(text)] == list(all_licenses())


PIECES = st.sampled_from(
    (
        *(
            "https:",
            "//",
            "/",
            "www.",
            "creativecommons.org",
            "licensebuttons.net",
            "licenses",
            "by-nc-nd",
            "3.0",
            "us",
        ),
        *(
            "l",
            "publicdomain",
            "zero",
            ".",
            "?",
            "#",
            "deed.en",
            "%20",
            "é",
            "\n",
            " ",
            ":80",
            "@",
            "creativecomons.org",
        ),
    )
)


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_no_address_upsets_the_reader(address: str) -> None:
    reading = recognise_uri(address)
    assert reading is None or reading.license is None or reading.license in all_licenses()
    for start, end, shown in find_uris(address):
        assert recognise_uri(address[start:end]) == shown


# --- what ports deviate in -------------------------------------------------------------------------------


def ports_where(fact: str, version: str = "3.0") -> set[str]:
    licenses = (each for each in all_licenses() if each.version == version and each.unit == "by-nc")
    return {each.port for each in licenses if getattr(each, fact)}


def test_facts_of_ports() -> None:
    assert ports_where("name_suffices") == {"ie", "nz"}
    assert ports_where("name_fails") == {"de"}
    assert ports_where("strict_edits") == {"au", "ch", "de", "ie", "nz"}
    assert ports_where("names_abridgment") == ports_where("names_recording") == {"au", "us"}
    assert ports_where("cure_days") == {"igo"}
    assert {port for port in PORTS["3.0"] if License("by", "3.0", port).measures is Measures.ANY} == {"au", "nz", "us"}
    assert not any(map(ports_where, ("grants_parts", "asks_change_mark", "link_may_carry")))


@pytest.mark.parametrize("version", ["1.0", "2.0", "2.1", "2.5"])
def test_facts_of_early_versions_hold_for_all_their_ports(version: str) -> None:
    for port in PORTS[version]:
        early = License("by-nd", version, port)
        assert early.names_abridgment
        assert early.names_recording
        assert early.measures is Measures.ACCESS
        assert not any((early.strict_edits, early.name_suffices, early.name_fails, early.grants_parts, early.cure_days))


def test_facts_of_the_latest_version() -> None:
    latest = License("by-nd", "4.0")
    assert (latest.grants_parts, latest.asks_change_mark, latest.name_fails, latest.link_may_carry) == (True,) * 4
    assert (latest.names_abridgment, latest.names_recording, latest.strict_edits, latest.name_suffices) == (False,) * 4
    assert (latest.measures, latest.cure_days) == (Measures.EFFECTIVE, 30)


def test_no_fact_of_conditions_holds_for_the_public_domain() -> None:
    for unit in ("zero", "mark"):
        free = License(unit, "1.0")
        assert not any((free.name_fails, free.strict_edits, free.names_abridgment, free.asks_change_mark))
        assert free.measures is Measures.NONE
        assert not any(free.section(clause) for clause in Clause)
    assert License("by-nd-nc", "1.0").section(Clause.NONCOMMERCIAL) == "4(b)"
