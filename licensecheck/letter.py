"""A courteous letter that asks for a copy to be put right: what was found, what is asked, and what follows.

It asserts nothing beyond the findings: what is plain, what can be argued over, what is suspected and what only a
person can tell stand apart, and so does what the publisher asks beside the licence. The first aim is a copy that keeps
to the licence (Creative Commons, Statement of Enforcement Principles, 2021).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.credit_block import Line, credit_block, listed
from licensecheck.formats.evidence import shortened
from licensecheck.letter_words import words_for
from licensecheck.terms import FindingClass, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.letter_words import Words
    from licensecheck.model import Work
    from licensecheck.record import EvidenceRecord, FindingRecord, Record

# Points of one section, and pieces of evidence of one point, that are written out.
_MOST_POINTS, _MOST_PIECES = 20, 4
_CONSEQUENCE = "TER-001"
# The rules whose findings the credit answers.
_CREDIT = ("BY-", "LIC-", "NOT-30", "DIS-", "RES-703")


class Grade(StrEnum):
    """How firmly a letter asks, mildest first."""

    REQUEST = "request"
    REMINDER = "reminder"
    FORMAL = "formal"


_DAYS = {Grade.REQUEST: 14, Grade.REMINDER: 7, Grade.FORMAL: 7}


class Part(StrEnum):
    """What a point of a letter is to the licence, in the order of the letter; the sections of the language files."""

    UNMET = "unmet"
    DOUBTFUL = "doubtful"
    SUSPECTED = "suspected"
    ASKED = "asked"
    POLICY = "policy"
    OUTSIDE = "outside"


class Quotation(NamedTuple):
    """A labelled quotation: words, and what stands right before and after them if they are part of a text."""

    label: str
    lead: str
    text: str
    tail: str


class Point(NamedTuple):
    """One thing that was found, the section of the licence it rests on, the evidence, and what is asked."""

    found: str
    where: str
    evidence: tuple[Quotation, ...]
    fix: str


class Section(NamedTuple):
    """Points of one kind under a heading; `rest` says how many more there are, if any."""

    title: str
    lead: str
    points: tuple[Point, ...]
    rest: str


class Letter(NamedTuple):
    """A letter in its parts; `consequence` and `credit` are empty where there is no call for them."""

    words: Words
    subject: str
    day: str
    opening: str
    sections: tuple[Section, ...]
    consequence: str
    credit: tuple[Line, ...]
    closing: str
    compared: str
    signature: tuple[str, str]


def letter(record: Record, work: Work, grade: Grade, day: date, language: str | None = None) -> Letter | None:
    """The letter on one record, dated `day`; `None` if the page has nothing to answer for.

    It is written in `language`, else in that of the work, if the program has words in it, or in English.
    """
    writer = _Writer(record, work, words_for(language or work.language), day)
    sections = tuple(writer.sections())
    if not sections:
        return None
    words, facts = writer.words, writer.facts | {"deadline": writer.dated(day + timedelta(days=_DAYS[grade]))}
    fetched = record["envelope"]["fetched"]
    sha = fetched and fetched["sha256"]
    return Letter(
        words=words,
        subject=words["letter"]["subject"].format_map(facts),
        day=writer.dated(day),
        opening=words["grades"][grade]["opening"].format_map(facts),
        sections=sections,
        consequence=writer.consequence(),
        credit=tuple(credit_block(work, language=language)) if writer.lacks_credit() else (),
        closing=words["grades"][grade]["closing"].format_map(facts),
        compared=words["letter"]["compared_hash" if sha else "compared"].format_map({**facts, "sha": sha}),
        signature=(words["letter"]["signature"], facts["publisher"]),
    )


def part_of(finding: FindingRecord) -> Part | None:
    """Where in a letter a finding belongs; `None` if it is none of the republisher's business."""
    kind, severity = finding["kind"], finding["severity"]
    if kind not in {Kind.FAIL, Kind.REVIEW} or severity == Severity.INFO or finding["class"] == FindingClass.INPUT:
        return None
    if finding["class"] == FindingClass.POLICY:
        return Part.POLICY
    if kind == Kind.REVIEW:
        return Part.ASKED if severity == Severity.REVIEW else Part.SUSPECTED
    if finding["class"] == FindingClass.OUTSIDE:
        return Part.OUTSIDE
    return Part.UNMET if severity == Severity.VIOLATION else Part.DOUBTFUL


class _Writer:
    """A record put into the words of a language; `facts` are what the words leave open."""

    def __init__(self, record: Record, work: Work, words: Words, day: date) -> None:
        self.words = words
        self._record = record
        self._work = work
        self._day = day
        self.facts = self._facts()

    def dated(self, day: date) -> str:
        """A day in words."""
        month = self.words["months"][day.month - 1]
        return self.words["letter"]["date"].format(day=day.day, month=month, year=day.year)

    def sections(self) -> Iterator[Section]:
        """The parts of the letter that have points."""
        for part in Part:
            found = [finding for finding in self._record["findings"] if part_of(finding) is part]
            if found:
                said = self.words["sections"][part]
                rest = len(found) - _MOST_POINTS
                yield Section(
                    title=said["title"],
                    lead=said["lead"].format_map(self.facts),
                    points=tuple(map(self._point, found[:_MOST_POINTS])),
                    rest=self.words["letter"]["more"].format(count=rest) if rest > 0 else "",
                )

    def consequence(self) -> str:
        """What the breach means for the licence; "" if there is none."""
        ended = (finding for finding in self._record["findings"] if finding["rule"] == _CONSEQUENCE)
        found = next((finding for finding in ended if finding["kind"] == Kind.FAIL), None)
        if found is None or self._work.license is None:
            return ""
        days = self._work.license.cure_days
        facts = {"section": self._section(found), "days": days, "until": self.dated(self._day + timedelta(days=days))}
        return self.words["letter"]["cured" if days else "reinstated"].format_map(self.facts | facts)

    def lacks_credit(self) -> bool:
        """Whether the credit answers any of the findings."""
        return any(part_of(finding) and finding["rule"].startswith(_CREDIT) for finding in self._record["findings"])

    def _facts(self) -> dict[str, str]:
        said, work, envelope = self.words["letter"], self._work, self._record["envelope"]
        source = work.sources[0] if work.sources else ""
        joined = self.words["credit"]["and"]
        return {
            "work": said["work"].format(title=work.title) if work.title else said["this_article"],
            "source": said["source"].format(source=source) if source else "",
            "source_url": source,
            "publisher": listed(work.parties, joined) if work.parties else said["publisher_unknown"],
            "authors": listed(work.authors, joined) if work.authors else "",
            "license": work.license.id if work.license else said["license_unknown"],
            "license_uri": work.license.uri if work.license else "",
            "copyright": work.notices.copyright or "",
            "page": self._page() or said["page_unknown"],
            "checked": self.dated(date.fromisoformat(envelope["checked_at"][:10])),
            "tool": envelope["tool"],
        }

    def _page(self) -> str | None:
        fetched = self._record["envelope"]["fetched"]
        return (fetched and (fetched["final_url"] or fetched["url"])) or self._record["page"]["url"]

    def _point(self, finding: FindingRecord) -> Point:
        said = self.words.get("rules", {}).get(finding["rule"])
        found = said["found"].format_map(self.facts) if said else finding["message"]
        fix = said["ask"].format_map(self.facts) if said else finding["fix"] or ""
        evidence = tuple(map(self._quotation, finding["evidence"][:_MOST_PIECES]))
        return Point(found[:1].upper() + found[1:], self._section(finding), evidence, fix)

    def _section(self, finding: FindingRecord) -> str:
        if not finding["section"] or finding["class"] != FindingClass.LICENSE:
            return ""
        return self.words["letter"]["section"].format_map({**self.facts, "section": finding["section"]})

    def _quotation(self, piece: EvidenceRecord) -> Quotation:
        label = self.words["letter"]["original" if piece["side"] == "work" else "copy"]
        return Quotation(label, piece["lead"], shortened(piece["text"]), piece["tail"])
