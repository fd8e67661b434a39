"""A work in lines for people: what is known of it, what is not, and its text with the paragraph numbers of reports."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from licensecheck.model import Paragraph, Photo, Work

_WIDTH = 80
_LABEL_WIDTH = 18
# What could steer a terminal: C0 and C1 controls and DEL.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\N{REPLACEMENT CHARACTER}")


class Fact(NamedTuple):
    """One thing about a work, `values` being `None` where it is not known.

    `remedy` says how to supply it, as an option of `work new` if there is one; what has none is not missed.
    """

    label: str
    values: tuple[str, ...] | None
    remedy: str | None = None


class WorkReading(NamedTuple):
    """What was recognised in a work, and what no rule can go by until it is supplied."""

    recognised: tuple[Fact, ...]
    unknown: tuple[Fact, ...]


def describe_reading(work: Work) -> WorkReading:
    """Which of the facts about a work are there, and which are missed."""
    facts = tuple(_facts(work))
    return WorkReading(
        recognised=tuple(fact for fact in facts if fact.values),
        unknown=tuple(fact for fact in facts if fact.values is None and fact.remedy),
    )


def show_work(work: Work) -> str:
    """All of a work as plain text for people, 80 columns wide; paragraphs are numbered from 0, as in reports."""
    facts = (_fact_lines(fact) for fact in _facts(work) if fact.values or fact.remedy)
    body = (_paragraph_lines(number, paragraph) for number, paragraph in enumerate(work.body))
    return "\n".join(facts) + "\n\n" + "\n\n".join(body) + "\n"


def _facts(work: Work) -> Iterator[Fact]:
    yield Fact("headline", _one(work.title), "`titles` in the manifest")
    yield Fact("other titles", work.titles[1:])
    yield Fact("deck", _one(work.deck))
    yield Fact("authors", work.authors, "--author")
    yield Fact("profiles", work.profiles)
    yield Fact("publisher", work.parties, "--publisher")
    yield Fact("address", work.sources, "--source-url")
    yield Fact("published", _one(work.published), "--date")
    yield Fact("modified", _one(work.modified))
    yield Fact("licence", (f"{work.license.id}, {work.license.uri}",) if work.license else None, "--license")
    yield Fact("copyright notice", _one(work.notices.copyright))
    yield Fact("licence notice", _one(work.notices.license))
    yield Fact("disclaimer", _one(work.notices.disclaimer))
    yield Fact("change mark", _one(work.notices.changes))
    yield Fact("credit", ("removed by request",) if work.credit_removed else None)
    yield Fact("language", _one(work.language))
    yield Fact("photos", tuple(map(_photo, work.photos)))
    yield Fact("links", None if work.links is None else tuple(f"{link.text}: {link.url}" for link in work.links))
    yield Fact("permissions", work.permissions)
    yield Fact("policy", _one(work.policy))
    yield Fact("snippet", _one(work.snippet and _count(work.snippet, "character")))
    yield Fact("other versions", tuple(f"{v.name}, {v.date or 'not dated'}" for v in work.versions))
    yield Fact("other published", _one(_count(work.published_text, "text") if work.published_text else None))
    yield Fact("body", (f"{_count(work.body, 'paragraph')}, {_count(work.text.split(), 'word')}",))


def _one(value: str | None) -> tuple[str, ...] | None:
    return None if value is None else (value,)


def _count(things: Sized, noun: str) -> str:
    return f"{len(things):,} {noun}{'' if len(things) == 1 else 's'}"


def _photo(photo: Photo) -> str:
    covered = {
        True: "covered by the licence",
        False: "not covered by the licence",
        None: "not known whether the licence covers it",
    }
    credit = f"credit: {photo.credit}" if photo.credit else "no credit known"
    terms = f"under {photo.license.id}" if photo.license else covered[photo.licensed]
    return f"{photo.caption or photo.source or 'no caption'} ({credit}; {terms})"


def _fact_lines(fact: Fact) -> str:
    values = ("not known",) if fact.values is None else fact.values or ("none",)
    labels = (f"{fact.label:<{_LABEL_WIDTH}}", *[" " * _LABEL_WIDTH] * (len(values) - 1))
    return "\n".join(map(_wrapped, labels, values))


def _paragraph_lines(number: int, paragraph: Paragraph) -> str:
    mark = "(subhead) " if paragraph.role is Role.SUBHEAD else ""
    return _wrapped(f"{number:>4}  ", mark + paragraph.text)


def _wrapped(margin: str, text: str) -> str:
    """Lines of 80 columns, the first behind `margin`; words longer than a line stay whole."""
    return textwrap.fill(
        text.translate(_CONTROLS),
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=" " * len(margin),
        break_long_words=False,
        break_on_hyphens=False,
    )
