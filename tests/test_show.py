"""A work is shown so that a person sees what is known, what is not, and which paragraph is which."""

from __future__ import annotations

from licensecheck.licenses import License
from licensecheck.model import Anchor, Notices, Paragraph, Photo, Version, Work
from licensecheck.show import describe_reading, show_work
from licensecheck.terms import Role

LEAST = Work(body=(Paragraph("They are back."),))
FULL = Work(
    body=(Paragraph("The ferries are back. " * 8), Paragraph("What it costs", Role.SUBHEAD), Paragraph("3 euros.")),
    titles=("Ferries Return", "Ferries: The Return"),
    authors=("Ada Example", "Ben Sample"),
    parties=(),
    published="2024-05-02",
    license=License("by-nc-nd", "3.0"),
    notices=Notices(license="Published under CC BY-NC-ND 3.0.", changes="Updated from a report of 2 May."),
    photos=(
        Photo("A ferry.", "Cy Lens", licensed=False),
        Photo(source="dog.jpg"),
        Photo(source="cat.jpg", credit="Di Shutter", license=License("by", "2.0")),
    ),
    profiles=("https://gazette.example/people/ada",),
    credit_removed=True,
    links=(Anchor("timetable", "https://ferries.example/times"),),
    versions=(Version("first print", None, (Paragraph("It is back."),)),),
    snippet="<p>Back.</p>",
)
SHOWN = """\
headline          Ferries Return
other titles      Ferries: The Return
authors           Ada Example
                  Ben Sample
profiles          https://gazette.example/people/ada
publisher         none
address           not known
published         2024-05-02
licence           CC BY-NC-ND 3.0,
                  https://creativecommons.org/licenses/by-nc-nd/3.0/
licence notice    Published under CC BY-NC-ND 3.0.
change mark       Updated from a report of 2 May.
credit            removed by request
photos            A ferry. (credit: Cy Lens; not covered by the licence)
                  dog.jpg (no credit known; not known whether the licence covers
                  it)
                  cat.jpg (credit: Di Shutter; under CC BY 2.0)
links             timetable: https://ferries.example/times
snippet           12 characters
other versions    first print, not dated
body              3 paragraphs, 37 words

   0  The ferries are back. The ferries are back. The ferries are back. The
      ferries are back. The ferries are back. The ferries are back. The ferries
      are back. The ferries are back.

   1  (subhead) What it costs

   2  3 euros.
"""


def test_shown_whole() -> None:
    assert show_work(FULL) == SHOWN


def test_lines_fit_a_terminal_unless_a_word_does_not() -> None:
    long = "https://gazette.example/" + "a" * 80
    work = Work(body=(Paragraph(f"{'word ' * 60}{long} {'word ' * 60}"),), sources=(long,))
    assert [line for line in show_work(work).splitlines() if len(line) > 80 and long not in line] == []


def test_controls_do_not_reach_the_terminal() -> None:
    shown = show_work(Work(body=(Paragraph("red \x1b[31m text\x07\x9b"),), titles=("\x1b]0;x",)))
    assert [character for character in shown if not character.isprintable() and character != "\n"] == []


def test_reading_of_the_least_work() -> None:
    reading = describe_reading(LEAST)
    assert [(fact.label, fact.values) for fact in reading.recognised] == [("body", ("1 paragraph, 3 words",))]
    assert [(fact.label, fact.remedy) for fact in reading.unknown] == [
        ("headline", "`titles` in the manifest"),
        ("authors", "--author"),
        ("publisher", "--publisher"),
        ("address", "--source-url"),
        ("published", "--date"),
        ("licence", "--license"),
    ]


def test_known_to_be_none_is_not_unknown() -> None:
    reading = describe_reading(FULL)
    assert [fact.label for fact in reading.unknown] == ["address"]
    assert "publisher" not in {fact.label for fact in reading.recognised}
