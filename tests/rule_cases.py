"""Hand-made cases for the rules: a faithful copy of a small work, and ways to vary it."""

from __future__ import annotations

from licensecheck.claims import Credit, Mark, Mention, PhotoCredit, Phrase
from licensecheck.licenses import License, by_id
from licensecheck.model import (
    Alignment,
    Anchor,
    Block,
    Case,
    Change,
    Finding,
    Notices,
    Page,
    Paragraph,
    Photo,
    Span,
    Work,
)
from licensecheck.rules import RULES, judge
from licensecheck.terms import ChangeClass, Form, Kind, Level, PhraseKind, Scope, Severity
from licensecheck.tree import Tree

BY_NAME = {rule.id: rule for rule in RULES}
BODY = (Paragraph("The mill burned down in March."), Paragraph("Nobody was hurt, and it will not be rebuilt."))
SILENT = {Kind.PASS, Kind.NOT_APPLICABLE}


def licensed(identifier: str) -> License:
    found = by_id(identifier)
    assert found is not None
    return found


UNPORTED = licensed("CC BY-NC-ND 3.0")
WORK = Work(
    body=BODY,
    titles=("The Mill Is Gone",),
    authors=("Ada Finch", "Bo Larkin"),
    parties=("Weir Valley News",),
    sources=("https://weir.example/mill",),
    license=UNPORTED,
    notices=Notices("© 2024 Weir Valley News", "This story is under CC BY-NC-ND 3.0."),
    photos=(Photo("The mill", "Cy Dorn", "mill.jpg", licensed=True),),
    links=(Anchor("in March", "https://weir.example/fire"),),
)


def mention(named: str, **how: object) -> Mention:
    """A mention that a reader sees with the article, but for what `how` says."""
    shown = Mention(named=named, text=named, form=Form.TEXT, scope=Scope.ARTICLE, visible=True)
    return shown._replace(**how)  # type: ignore[arg-type]  # a wrong name fails the test


def mark(license_: License | None, **how: object) -> Mark:
    """A link to the licence, or a vague phrase, that a reader sees with the article, but for what `how` says."""
    linked = Mark(
        license=license_,
        text=license_.id if license_ else "a Creative Commons license",
        form=Form.LINK if license_ else Form.TEXT,
        scope=Scope.ARTICLE,
        visible=True,
        href=license_.uri if license_ else None,
    )
    return linked._replace(**how)  # type: ignore[arg-type]  # as above


CREDIT = Credit(
    authors=(mention("Ada Finch"), mention("Bo Larkin")),
    parties=(mention("Weir Valley News"),),
    titles=(mention("The Mill Is Gone"),),
    sources=(mention("https://weir.example/mill"),),
    marks=(mark(UNPORTED), mark(UNPORTED, form=Form.METADATA, visible=False, href=UNPORTED.uri)),
    phrases=(
        Phrase(PhraseKind.COPYRIGHT, "© 2024 Weir Valley News", Scope.ARTICLE, visible=True, holder="Weir Valley News"),
    ),
    photos=(PhotoCredit(WORK.photos[0], present=True, caption="The mill", credit="Photo: Cy Dorn"),),
)
TEXT = "The Mill Is Gone\n" + "\n".join(paragraph.text for paragraph in BODY) + "\n" + (WORK.notices.license or "")
PAGE = Page(
    blocks=tuple(Block(line, TEXT.index(line), 0) for line in TEXT.split("\n")),
    tree=Tree(parents=(-1,), ends=(1,), tags=("html",), classes=("",)),
    text=TEXT,
)
FAITHFUL = Case(WORK, PAGE, Alignment((), (), 1.0, body=(1, 2)), (), CREDIT)


def under(case: Case, license_: License | None) -> Case:
    """The case with both the work and the page's marks under another licence."""
    marks = (
        tuple(m._replace(license=license_, text=license_.id, href=license_.uri) for m in CREDIT.marks)
        if license_
        else ()
    )
    return case._replace(work=case.work._replace(license=license_), credit=case.credit._replace(marks=marks))


def change(kind: ChangeClass, level: Level = Level.SUBSTANCE, before: str = "March", after: str = "April") -> Change:
    return Change(kind, level, before, after, paragraph=0, work_span=Span(23, 28), page_span=Span(40, 45))


def changed(*changes: Change, license_: License = UNPORTED) -> Case:
    return under(FAITHFUL, license_)._replace(changes=changes)


def found(case: Case) -> list[Finding]:
    return [finding for finding in judge(case) if finding.kind not in SILENT]


def outcome(number: str, case: Case) -> list[tuple[Kind, Severity]]:
    return [(finding.kind, finding.severity) for finding in BY_NAME[number].findings(case)]


PASS = [(Kind.PASS, Severity.INFO)]
OFF = [(Kind.NOT_APPLICABLE, Severity.INFO)]
VIOLATION = [(Kind.FAIL, Severity.VIOLATION)]
WARNING = [(Kind.FAIL, Severity.WARNING)]
REVIEW = [(Kind.REVIEW, Severity.REVIEW)]
INFO = [(Kind.FAIL, Severity.INFO)]
