"""What each licence asks, section by section, and how that decides the weight of findings: as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.licenses import UNITS, Element, License, license_of
from licensecheck.provisions import Measures
from licensecheck.rules._ladder import ladder
from licensecheck.terms import Level, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DUTIES = (
    (Clause.LICENSE_URI, "the licence, or its address, goes with every copy"),
    (Clause.ATTRIBUTION, "credit as a whole"),
    (Clause.ATTRIBUTION_CREATOR, "the author is named as supplied"),
    (Clause.ATTRIBUTION_PARTIES, "others designated for credit, as the publisher, are named"),
    (Clause.PUBLISHER_AS_AUTHOR, "the publisher is named as the author where none is known"),
    (Clause.ATTRIBUTION_TITLE, "the title is given"),
    (Clause.ATTRIBUTION_SOURCE, "the address supplied for the original is given"),
    (Clause.ATTRIBUTION_COPYRIGHT_NOTICE, "the copyright notice is kept"),
    (Clause.ATTRIBUTION_LICENSE_NOTICE, "notices of the licence are kept"),
    (Clause.ATTRIBUTION_DISCLAIMER, "the disclaimer is kept"),
    (Clause.ATTRIBUTION_MANNER, "all this in a way that is reasonable for the medium"),
    (Clause.ATTRIBUTION_PROMINENCE, "credit no less prominent than that of other contributors"),
    (Clause.ATTRIBUTION_REMOVAL, "the credit is removed if the licensor asks for that"),
    (Clause.ENDORSEMENT, "no endorsement is suggested"),
    (Clause.CHANGE_MARK, "changes are indicated"),
    (Clause.ADAPTATION, "what a changed work is; under ND, that none is shared"),
    (Clause.SHARE_ALIKE, "a changed work goes on under this licence or one like it"),
    (Clause.SHARE_ALIKE_URI, "the licence of a changed work, or its address, goes with it"),
    (Clause.NONCOMMERCIAL, "no use for commercial advantage"),
    (Clause.ONLY_THESE_TERMS, "the work goes on under this licence and no other"),
    (Clause.NO_FURTHER_TERMS, "no terms are added that restrict the licence"),
    (Clause.TECHNOLOGICAL_MEASURES, "no lock is put on the work"),
    (Clause.MORAL_RIGHTS, "moral rights"),
)
RIGHTS = (
    (Clause.GRANT, "what may be done with the work"),
    (Clause.EXCEPTIONS, "quotation, fair use and the like need no licence"),
    (Clause.TECHNICAL_MODIFICATIONS, "changes that another medium makes necessary are allowed"),
    (Clause.COLLECTION, "the unchanged work beside others is no changed work"),
    (Clause.TERMINATION, "the licence ends with a breach"),
    (Clause.CURE, "a breach put right in time restores it"),
    (Clause.PAST_VIOLATION, "who broke it before cannot rely on it again"),
    (Clause.ENTIRE_AGREEMENT, "other terms stand apart from the licence"),
)

_ALLOWED, _OFF = "allowed", "not asked"
_OPENING = """\
# Licences

What the six Creative Commons licences ask of whoever republishes a work, in each version. Sections are those of the
legal code of the Unported and International licences and of the ports of 3.0 to the United States. Other ports number
their clauses themselves: for them the program describes the clause and names its counterpart. CC0 and the public
domain mark have no conditions; credit is a courtesy there.

`repubcheck explain "CC BY-NC-ND 3.0 US"` says all this of one licence.
"""
_VERSIONS = (("1.0", ""), ("2.0", ""), ("2.5", ""), ("3.0", ""), ("3.0", "us"), ("4.0", ""))
_DIFFERING = (
    *(("1.0", ""), ("2.0", ""), ("2.5", ""), ("3.0", ""), ("3.0", "us"), ("3.0", "au"), ("3.0", "nz")),
    *(("3.0", "ie"), ("3.0", "de"), ("3.0", "ch"), ("3.0", "igo"), ("4.0", "")),
)


def licenses_page() -> str:
    """The reference of the six licences in Markdown: where versions and ports differ, then each licence."""
    return "\n".join([_OPENING, *_differences(), *(line for unit in UNITS for line in _sections(unit))])


def license_page(license_: License) -> str:
    """What one licence asks, in Markdown; of a tool without conditions, that it has none."""
    lines = [f"## {license_.id}", "", license_.uri, ""]
    if license_.section(Clause.LICENSE_URI) is None:
        said = "asks nothing: credit is a courtesy" if license_.is_public_domain else "asks what is not known here"
        return "\n".join([*lines, f"{license_.id} {said}.", ""])
    lines += ["It asks:", "", *_listed(license_, DUTIES), "", "It says besides:", "", *_listed(license_, RIGHTS), ""]
    lines += ["What this comes to on a page:", ""]
    return "\n".join([*lines, *(f"* {what}: {weight}" for what, weight in weights(license_)), ""])


def weights(license_: License) -> Iterator[tuple[str, str]]:
    """What depends on the version or port: something that a page does, and what the program makes of it."""
    if Element.ND in license_.elements:
        yield "an edit of house style", ladder(license_, Level.STYLE)
        yield "another word", ladder(license_, Level.WORDING)
        yield "another number, name, quotation or sentence", ladder(license_, Level.SUBSTANCE)
        yield "a passage cut out", Severity.WARNING if license_.grants_parts else Severity.VIOLATION
        yield "an excerpt that says so", _ALLOWED if license_.grants_parts else Severity.REVIEW
        yield "an audio version", _recording(license_)
    if license_.section(Clause.CHANGE_MARK):
        yield "changes not indicated", Severity.VIOLATION if license_.asks_change_mark else Severity.WARNING
    yield "the licence not named", Severity.VIOLATION
    yield "the same, but the original is linked", Severity.WARNING if license_.link_may_carry else Severity.VIOLATION
    yield "the licence named without its address", _naming(license_)
    yield "the publisher not named", _asked(license_, Clause.ATTRIBUTION_PARTIES)
    yield "the title missing", Severity.VIOLATION if license_.section(Clause.ATTRIBUTION_TITLE) else Severity.INFO
    yield "the original not linked", _asked(license_, Clause.ATTRIBUTION_SOURCE)
    yield "the copyright notice missing", _asked(license_, Clause.ATTRIBUTION_COPYRIGHT_NOTICE)
    yield (
        "readers kept from copying the text",
        Severity.REVIEW if license_.measures is Measures.EFFECTIVE else Severity.WARNING,
    )
    yield "a breach put right", f"restored within {license_.cure_days} days" if license_.cure_days else "not restored"


def _naming(license_: License) -> str:
    if license_.name_suffices:
        return _ALLOWED
    return Severity.VIOLATION if license_.name_fails else Severity.WARNING


def _recording(license_: License) -> str:
    if license_.names_recording:
        return Severity.WARNING
    return Severity.INFO if license_.frees_formats else Severity.REVIEW


def _asked(license_: License, clause: Clause) -> str:
    return Severity.VIOLATION if license_.section(clause) else _OFF


def _listed(license_: License, clauses: Iterable[tuple[Clause, str]]) -> Iterator[str]:
    for clause, meaning in clauses:
        if section := license_.section(clause):
            yield f"* {meaning}: {section}"


def _differences() -> Iterator[str]:
    """What depends on the version or port, as a table for the licence that asks most."""
    columns = {_headed(each): dict(weights(_known("by-nc-nd", *each))) for each in _DIFFERING}
    rows = dict.fromkeys(what for column in columns.values() for what in column)
    cells = ((what, *(column.get(what, _OFF) for column in columns.values())) for what in rows)
    yield from ("## Where versions and ports differ", "", "For CC BY-NC-ND; all other ports are as their version.", "")
    yield from _table(("on the page", *columns), cells)
    yield ""


def _sections(unit: str) -> Iterator[str]:
    """What one of the six says, as a table of its versions."""
    columns = {_headed(each): _known(unit, *each) for each in _VERSIONS}
    cells = (
        (meaning, *(license_.section(clause) or "–" for license_ in columns.values()))
        for clause, meaning in (*DUTIES, *RIGHTS)
        if any(license_.section(clause) for license_ in columns.values())
    )
    yield from (f"## CC {unit.upper()}", "", *_table(("what it says", *columns), cells), "")


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    headings = tuple(headings)
    yield f"| {' | '.join(headings)} |"
    yield "|---" * len(headings) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _headed(place: tuple[str, str]) -> str:
    """A version and port as a heading."""
    return " ".join(place).upper().rstrip()


def _known(unit: str, version: str, port: str) -> License:
    license_ = license_of(unit, version, port)
    if license_ is None:
        message = f"there is no {unit} {version} {port}"
        raise LookupError(message)
    return license_
