"""Creative Commons licences: which exist, what each asks, and which one a URI or badge names."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.clauses import Clause, sections
from licensecheck.jurisdictions import PORTS
from licensecheck.patterns import pattern
from licensecheck.provisions import provisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from licensecheck.provisions import Measures, Provisions

__all__ = [
    "UNITS",
    "Clause",
    "Element",
    "Flaw",
    "License",
    "UriReading",
    "all_licenses",
    "by_id",
    "elements_of",
    "find_uris",
    "license_of",
    "recognise_uri",
]

# The six licences of today; in 1.0 ND came before NC, so there the spelling of one of them is by-nd-nc.
UNITS = ("by", "by-nc", "by-nc-nd", "by-nc-sa", "by-nd", "by-sa")

_PUBLIC_DOMAIN = {"zero": "CC0", "mark": "PDM", "certification": "CERTIFICATION"}

# What was published: unit, version, ports. All but the six and the public-domain tools are retired.
_PUBLISHED: dict[str, Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(UNITS, PORTS),
    **{unit: {"1.0": ("", "fi", "nl"), "2.0": ("jp",)} for unit in ("nc", "nc-sa", "nd", "nd-nc", "sa")},
    "sampling": {"1.0": ("", "br", "tw")},
    "sampling+": {"1.0": ("", "br", "de", "tw")},
    "nc-sampling+": {"1.0": ("", "tw")},
    "devnations": {"2.0": ("",)},
    "zero": {"1.0": ("",)},
    "mark": {"1.0": ("",)},
    "certification": {"1.0": ("us",)},
}


class Element(StrEnum):
    """What a licence is made of."""

    BY = "by"
    NC = "nc"
    ND = "nd"
    SA = "sa"


class License(NamedTuple):
    """One published tool: its unit ("by-nc-nd", "zero"), version ("3.0") and port ("us", "" if unported).

    Made by this module only; compare by equality.
    """

    unit: str
    version: str
    port: str = ""

    @property
    def id(self) -> str:
        """Creative Commons' own identifier, as in "CC BY-NC-ND 3.0 US"."""
        name = _PUBLIC_DOMAIN.get(self.unit) or f"CC {self.unit.upper()}"
        return f"{name} {self.version} {self.port.upper()}".rstrip()

    @property
    def uri(self) -> str:
        """The canonical URI, with its trailing slash."""
        kind = "publicdomain" if self.is_public_domain else "licenses"
        path = "/".join(filter(None, (kind, self.unit, self.version, self.port)))
        return f"https://creativecommons.org/{path}/"

    @property
    def is_public_domain(self) -> bool:
        """Whether it gives up or denies all rights, so that nothing is asked of anyone."""
        return self.unit in _PUBLIC_DOMAIN

    @property
    def elements(self) -> frozenset[Element]:
        """What the licence is made of; empty for CC0 and its like."""
        return elements_of(self.unit)

    def section(self, clause: Clause) -> str | None:
        """The section that holds a clause, as in "4(c)(ii)"; `None` if the licence has no such clause.

        In ports that number their own clauses (all but 3.0 US) the clause is described instead.
        """
        return sections(_modern(self.unit), self.version, self.port).get(clause)

    @property
    def provisions(self) -> Provisions:
        """What it provides where versions and ports differ; the points below, each explained there."""
        return provisions(self.version, self.port, conditions=not self.is_public_domain)

    @property
    def grants_parts(self) -> bool:
        """Whether it grants the work "in whole or in part"."""
        return self.provisions.grants_parts

    @property
    def frees_formats(self) -> bool:
        """Whether what another medium makes necessary never makes a changed work."""
        return self.provisions.frees_formats

    @property
    def names_abridgment(self) -> bool:
        """Whether it names abridgment and condensation as changed works."""
        return self.provisions.names_abridgment

    @property
    def names_recording(self) -> bool:
        """Whether it names a sound recording as a changed work."""
        return self.provisions.names_recording

    @property
    def strict_edits(self) -> bool:
        """Whether any edit of the wording makes a changed work."""
        return self.provisions.strict_edits

    @property
    def asks_change_mark(self) -> bool:
        """Whether every modification is to be indicated, not only what makes an adaptation."""
        return self.provisions.asks_change_mark

    @property
    def name_suffices(self) -> bool:
        """Whether naming the licence without its address will do."""
        return self.provisions.name_suffices

    @property
    def name_fails(self) -> bool:
        """Whether naming it without address, link or text is a breach."""
        return self.provisions.name_fails

    @property
    def link_may_carry(self) -> bool:
        """Whether a link to a page with the particulars may stand for them."""
        return self.provisions.link_may_carry

    @property
    def measures(self) -> Measures:
        """Which technological measures it forbids."""
        return self.provisions.measures

    @property
    def cure_days(self) -> int:
        """Days from discovery within which correcting a breach restores the licence, 0 if nothing does."""
        return self.provisions.cure_days


@cache
def elements_of(unit: str) -> frozenset[Element]:
    """What a licence of that unit is made of, whether or not its version is known."""
    return frozenset(element for element in Element if element in unit.split("-"))


def license_of(unit: str, version: str, port: str = "") -> License | None:
    """The licence of these parts, in lower case and ND and NC in either order; `None` if it was never published."""
    unit = _modern(unit)
    if port not in _PUBLISHED.get(unit, {}).get(version, ()):
        return None
    return License("by-nd-nc" if (unit, version) == ("by-nc-nd", "1.0") else unit, version, port)


def _modern(unit: str) -> str:
    """The unit as the table lists it, whichever order NC and ND were given in."""
    return {"by-nd-nc": "by-nc-nd", "nc-nd": "nd-nc"}.get(unit, unit)


@cache
def all_licenses() -> tuple[License, ...]:
    """Every licence and public-domain tool ever published: 606 of the six licences, 30 retired ones, 3 others."""
    parts = (
        (unit, version, port)
        for unit, versions in _PUBLISHED.items()
        for version in versions
        for port in versions[version]
    )
    return tuple(filter(None, starmap(license_of, parts)))


@cache
def _by_id() -> dict[str, License]:
    return {each.id: each for each in all_licenses()}


def by_id(identifier: str) -> License | None:
    """The licence of Creative Commons' own identifier, as in "CC BY-NC-ND 3.0 US"; `None` if there is none."""
    return _by_id().get(identifier)


class Flaw(StrEnum):
    """What is wrong with an address that was meant to name a licence."""

    NO_VERSION = "no-version"
    UNKNOWN_LICENSE = "unknown-license"
    UNKNOWN_VERSION = "unknown-version"
    UNKNOWN_PORT = "unknown-port"
    RETIRED = "retired"
    """`/licenses/publicdomain/`, which no longer leads to a tool."""
    TYPO_HOST = "typo-host"


class UriReading(NamedTuple):
    """What an address of Creative Commons names.

    `license` is `None` where it names none (then `unit` is still known if only the version is missing) and is
    set beside `TYPO_HOST`, as what was meant. Flaws are told of links, never of a badge: that is a picture.
    """

    license: License | None = None
    unit: str = ""
    flaw: Flaw | None = None
    badge: bool = False


_HOST = "creativecommons.org"
_BADGE_HOSTS = frozenset({"i.creativecommons.org", "licensebuttons.net", "mirrors.creativecommons.org"})

_ADDRESS = pattern(
    r"(?:https?:/{0,3}|//)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?(?::\d{1,5})?(?P<path>/[^?#]*)?(?:[?#].*)?",
    re.DOTALL,
)
# A short path segment is a jurisdiction (/2.0/uk/: England and Wales), a suffix a language (deed.uk: Ukrainian).
_PATH = pattern(
    r"""/+(?:licenses|publicdomain(?=/+(?:zero|mark|certification)\b)|l|p)
    /+(?P<unit>[a-z]+(?:-[a-z]+)*\+?)
    (?:/+(?P<version>\d+(?:\.\d+)?))?
    (?:/+(?P<port>[a-z]{2}|igo|scotland))?
    (?:/+(?:deed|legalcode|rdf|\d+x\d+)(?:[._@-][a-z0-9]+){0,4})?
    (?:/|%20)*""",
    re.VERBOSE,
)
# Pages that speak of the licences in general.
_OVERVIEWS = frozenset(
    {"", "/licenses", "/publicdomain", "/about/licenses", "/about/cclicenses", "/share-your-work/cclicenses"}
)
_TYPOS = 2


def recognise_uri(href: str) -> UriReading | None:
    """What an address names, as a link has it or a text shows it; `None` if it is none of Creative Commons'.

    Upper case, scheme, "www.", port number, deed, legal code, language, query and fragment make no difference.
    Other hosts are no match, but for misspellings of the right one in front of the path of a licence.
    """
    match = _ADDRESS.fullmatch(href.strip().lower())
    if not match:
        return None
    host, path = match["host"], match["path"] or ""
    if host == _HOST:
        return _read_link(path)
    if host in _BADGE_HOSTS:
        return _read_badge(path)
    return _read_misspelt(host, path)


def _read_link(path: str) -> UriReading | None:
    if path.startswith("/images/"):
        return UriReading(badge=True)
    if path.rstrip("/") in _OVERVIEWS:
        return UriReading()
    if not path.startswith(("/licenses/", "/publicdomain/")):
        return None
    return _read_path(path) or UriReading(flaw=Flaw.UNKNOWN_LICENSE)


def _read_badge(path: str) -> UriReading:
    return (_read_path(path) or UriReading())._replace(flaw=None, badge=True)


def _read_misspelt(host: str, path: str) -> UriReading | None:
    if not path.startswith(("/licenses/", "/publicdomain/")) or host.endswith(f".{_HOST}"):
        return None
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (slow to load, rarely needed)

    close = Levenshtein.distance(host, _HOST, score_cutoff=_TYPOS) <= _TYPOS
    reading = _read_path(path) if close else None
    return reading._replace(flaw=Flaw.TYPO_HOST) if reading else None


def _read_path(path: str) -> UriReading | None:
    """What the path of a licence or badge names; `None` if it has not the form of one."""
    match = _PATH.fullmatch(path)
    if not match:
        return None
    unit, version = _modern(match["unit"]), match["version"]
    if unit == "publicdomain":
        return UriReading(flaw=Flaw.RETIRED)
    versions = _PUBLISHED.get(unit)
    if versions is None:
        return UriReading(flaw=Flaw.UNKNOWN_LICENSE)
    if version is None:
        return UriReading(unit=unit, flaw=Flaw.NO_VERSION)
    if version not in versions:
        return UriReading(unit=unit, flaw=Flaw.UNKNOWN_VERSION)
    license_ = license_of(unit, version, match["port"] or "")
    return UriReading(license_, unit, None if license_ else Flaw.UNKNOWN_PORT)


_IN_TEXT = pattern(
    r"(?<![\w@./-])(?:https?://)?[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}/(?:licenses|publicdomain)\b[\w+./?=&#%~-]*",
    re.ASCII | re.IGNORECASE,
)


def find_uris(text: str) -> Iterator[tuple[int, int, UriReading]]:
    """The licence addresses that a text shows, as [start, end) in characters, and what each names."""
    lowered = text.lower()
    if "/licenses" not in lowered and "/publicdomain" not in lowered:
        return
    for match in _IN_TEXT.finditer(text):
        shown = match[0].rstrip(".?-")
        reading = recognise_uri(shown)
        if reading:
            yield match.start(), match.start() + len(shown), reading
