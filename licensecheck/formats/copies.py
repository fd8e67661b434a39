"""A record as the page of HTML shows it: its words chosen, its findings and changes tied to each other by number."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.formats.points import Weight, grounds, page_name, points, share, weight
from licensecheck.formats.sidebyside import absent, stretches
from licensecheck.formats.words import VERDICTS, counted, heading
from licensecheck.patterns import pattern
from licensecheck.terms import ChangeClass, Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from licensecheck.formats.sidebyside import Stretch
    from licensecheck.record import ChangeRecord, EvidenceRecord, FindingRecord, Record
    from licensecheck.record_texts import PhotoRecord
    from licensecheck.rules import Rule

# Pieces of evidence that are shown with one finding, and characters of each; the texts below have all.
_SHOWN = 6
_QUOTED = 600
# Letters by which the direction of a text is told.
_TOLD_BY = 2_000

_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_SENTENCES = {
    Verdict.COMPLIANT: "Nothing on this page is at odds with the licence.",
    Verdict.VIOLATION: "This page differs from what the licence asks for.",
    Verdict.REVIEW: "Whether this page keeps the licence is not for a program to say.",
    Verdict.INCONCLUSIVE: "This page could not be judged as a whole.",
    Verdict.NOT_A_COPY: "Too little of the work stands on this page.",
}


class Text(NamedTuple):
    """One of the two texts: the attributes of the elements that hold words of it."""

    attributes: Mapping[str, str]


class ShownChange(NamedTuple):
    """A change, with the number of the finding that judges it, and whether each text shows it where it stands."""

    kind: str
    label: str
    level: str
    before: str
    after: str
    paragraph: int | None
    finding: int | None
    in_work: bool
    in_page: bool

    @property
    def moved(self) -> bool:
        """Whether the text stands elsewhere in the copy."""
        return self.kind == ChangeClass.ORDER and self.in_work and self.in_page


class Quotation(NamedTuple):
    """A piece of evidence; `differs` if it is one side of a change, and then shown in its context; or it has moved."""

    side: str
    lead: str
    text: str
    tail: str
    differs: bool
    moved: bool


class ShownFinding(NamedTuple):
    """A finding under its number; `further` counts the evidence not shown, `shown_at` is the place of its change."""

    number: int
    record: FindingRecord
    weight: Weight
    heading: str
    quotations: tuple[Quotation, ...]
    further: int
    rule: Rule | None
    shown_at: str | None


class Copy(NamedTuple):
    """One copy with all that is shown of it; `id` begins every identifier of its part of the page."""

    id: str
    record: Record
    work: Text
    page: Text
    findings: tuple[ShownFinding, ...]
    changes: tuple[ShownChange, ...]
    stretches: tuple[Stretch, ...]
    absent: tuple[PhotoRecord, ...]

    @property
    def verdict(self) -> str:
        """The verdict in words."""
        return VERDICTS[Verdict(self.record["verdict"])].capitalize()

    @property
    def sentence(self) -> str:
        """The verdict as a sentence, with the reason if nothing could be decided."""
        return f"{_SENTENCES[Verdict(self.record['verdict'])]} {_sentence(grounds(self.record))}".strip()

    @property
    def place(self) -> str:
        """The file or address of the copy."""
        return page_name(self.record)

    @property
    def counts(self) -> tuple[tuple[Weight, str], ...]:
        """How many findings there are of each weight, gravest first."""
        found = Counter(each.weight for each in self.findings)
        records = [each.record for each in self.findings]
        return tuple((each, counted(each, count, records)) for each, count in found.items())

    @property
    def pressing(self) -> tuple[ShownFinding, ...]:
        """The findings that someone should act on."""
        return tuple(found for found in self.findings if found.weight is not Weight.INFO)

    @property
    def remarks(self) -> tuple[ShownFinding, ...]:
        """The findings that nobody needs to act on."""
        return tuple(found for found in self.findings if found.weight is Weight.INFO)

    @property
    def passed(self) -> tuple[FindingRecord, ...]:
        """The rules that found nothing wrong."""
        return tuple(finding for finding in self.record["findings"] if finding["kind"] == Kind.PASS)

    @property
    def sections(self) -> tuple[tuple[str, int], ...]:
        """The sections of the licence on which pressing findings rest, each with the first such finding."""
        found = reversed([(each.record["section"], each.number) for each in self.pressing])
        return tuple(sorted((section, number) for section, number in dict(found).items() if section))

    @property
    def likeness(self) -> str:
        """How far the copy's text is the work's."""
        body = self.record["body"]
        excused = f"{_number(body['technical_changes'], 'technical difference')} excused"
        differing = sum(change.paragraph is not None for change in self.changes)
        if body["verbatim"]:
            return f"verbatim; {excused}"
        found = f"{share(body['coverage'])} found in order"
        return f"{_number(differing, 'difference')}, {found}; {excused}" if differing else found

    @property
    def classes(self) -> tuple[tuple[str, str, int], ...]:
        """The classes of the changes: name, label, how many; the most frequent first."""
        found = Counter((change.kind, change.label) for change in self.changes)
        return tuple((*names, count) for names, count in found.most_common())


def shown_copy(record: Record, number: int, rules: Mapping[str, Rule]) -> Copy:
    """What is shown of the record, as the copy of that number."""
    texts = record.get("texts")
    found = [*_findings(record, rules)]
    work = "\n".join(paragraph["text"] for paragraph in texts["work"]) if texts else record["work"]["title"]
    page = "\n".join(block["text"] for block in texts["page"]) if texts else record["page"]["title"]
    return Copy(
        id=f"copy-{number}",
        record=record,
        work=Text(_attributes(texts["language"] if texts else None, work or "")),
        page=Text(_attributes(record["page"]["language"], page or "")),
        findings=tuple(found),
        changes=tuple(_changes(record, found)),
        stretches=stretches(record, texts) if texts else (),
        absent=absent(texts) if texts else (),
    )


def _attributes(language: str | None, text: str) -> dict[str, str]:
    """The `lang` that a text declares, if that can be one, and the `dir` that most of its letters have."""
    kinds = Counter(map(unicodedata.bidirectional, text[:_TOLD_BY]))
    direction = "rtl" if kinds["R"] + kinds["AL"] > kinds["L"] else "ltr"
    return {"lang": language if language and _LANGUAGE.fullmatch(language) else "", "dir": direction}


def _findings(record: Record, rules: Mapping[str, Rule]) -> Iterator[ShownFinding]:
    marked = {
        (side, *span): f"{side}-{number}"
        for number, change in reversed([*enumerate(record["changes"])])
        for side, span in (("page", change["page_span"]), ("work", change["work_span"]))
        if span
    }
    for number, finding in enumerate(points(record)):
        places = [(piece["side"], *piece["span"]) for piece in finding["evidence"] if piece["span"]]
        at = (marked.get(place, f"{place[0]}-at-{place[1]}") for place in places)
        yield ShownFinding(
            number=number,
            record=finding,
            weight=weight(finding),
            heading=heading(weight(finding)).capitalize(),
            quotations=tuple(_quotation(piece, record["changes"]) for piece in finding["evidence"][:_SHOWN]),
            further=max(0, len(finding["evidence"]) - _SHOWN),
            rule=rules.get(finding["rule"]),
            shown_at=next(at, None) if record.get("texts") else None,
        )


def _quotation(piece: EvidenceRecord, changes: Iterable[ChangeRecord]) -> Quotation:
    side, text = piece["side"], piece["text"]
    classes = [
        change["class"]
        for change in changes
        if piece["span"] and piece["span"] == (change["work_span"] if side == "work" else change["page_span"])
    ]
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]} […]"
    return Quotation(
        side, piece["lead"], quoted, piece["tail"], differs=bool(classes), moved=ChangeClass.ORDER in classes
    )


def _changes(record: Record, found: Iterable[ShownFinding]) -> Iterator[ShownChange]:
    judged = {
        (piece["side"], *piece["span"]): finding.number
        for finding in reversed([*found])
        for piece in finding.record["evidence"]
        if piece["span"]
    }
    for change in record["changes"]:
        places = (("work", change["work_span"]), ("page", change["page_span"]))
        findings = [judged.get((side, *span)) for side, span in places if span]
        yield ShownChange(
            kind=change["class"],
            label=change["class"].replace("-", " "),
            level=change["level"],
            before=change["before"],
            after=change["after"],
            paragraph=change["paragraph"],
            finding=next((number for number in findings if number is not None), None),
            in_work=change["work_span"] is not None,
            in_page=change["page_span"] is not None,
        )


def _sentence(text: str | None) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
