"""The credit that goes with a copy of a work, ready to paste: in markup, in plain text, in Markdown."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.letter_words import words_for
from licensecheck.patterns import pattern
from licensecheck.policy import Sentence
from licensecheck.policy_terms import Check, ClauseLevel, Occasion, Placement
from licensecheck.slots import filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from licensecheck.licenses import License
    from licensecheck.model import Work
    from licensecheck.policy import Policy

_MARKDOWN = pattern(r"[\\`*_\[\]<>&|~$#]")
# What a template still asks of whoever fills it in.
_OPEN_SLOT = pattern(r"\[[^\]]*\]")


class Piece(NamedTuple):
    """A stretch of a line; one with an address is a link to it."""

    text: str
    href: str = ""
    rel: str = ""


Line = tuple[Piece, ...]


def credit_block(work: Work, policy: Policy | None = None, language: str | None = None) -> list[Line]:
    """All that a copy of the work has to say of its origin and terms, and what the publisher asks it to say.

    It is written in `language`, else in that of the work, if the program has words in it, or in English.
    """
    return [credit_line(work, language), *notice_lines(work), *(line for line, _ in sentence_lines(work, policy))]


def credit_line(work: Work, language: str | None = None) -> Line:
    """Title, authors, publisher, source, notice and licence in one sentence.

    Of a work whose licensor wants no more credit it gives the licence alone.
    """
    words = words_for(language or work.language)["credit"]
    if work.credit_removed:
        return license_line(work, language)
    return (*_subject(work, words), Piece(" "), *_terms(work.license, words["is_under"], words), Piece("."))


def license_line(work: Work, language: str | None = None) -> Line:
    """The licence alone."""
    words = words_for(language or work.language)["credit"]
    return (*_terms(work.license, words["under"], words), Piece("."))


def notice_lines(work: Work) -> list[Line]:
    """The notices that came with the work, but for the copyright notice, which the credit line has."""
    notices = (work.notices.license, work.notices.disclaimer, work.notices.changes)
    return [(Piece(notice),) for notice in notices if notice]


def sentence_lines(work: Work, policy: Policy | None) -> list[tuple[Line, Placement | None]]:
    """The sentences that the publisher asks for on unchanged copies, each with where it is to stand.

    What only a person can fill in is left out: see `open_sentences`.
    """
    found = ((_in_language(each, work, policy), each.placement) for each in _sentences(policy))
    return [((Piece(text),), placement) for text, placement in found if not _OPEN_SLOT.search(text)]


def open_sentences(work: Work, policy: Policy | None) -> list[str]:
    """The sentences that the publisher asks for and that a person has to complete."""
    texts = (_in_language(each, work, policy) for each in _sentences(policy))
    return [text for text in texts if _OPEN_SLOT.search(text)]


def as_html(lines: Iterable[Line]) -> str:
    """The lines as paragraphs of HTML."""
    return "".join(f"<p>{line_html(line)}</p>\n" for line in lines)


def line_html(line: Line) -> str:
    """One line as HTML, without an element around it."""
    return "".join(map(_piece_html, line))


def as_text(lines: Iterable[Line]) -> str:
    """The lines as plain text, addresses in brackets."""
    return "".join("".join(f"{p.text} ({p.href})" if p.href else p.text for p in line) + "\n" for line in lines)


def as_markdown(lines: Sequence[Line]) -> str:
    """The lines as paragraphs of Markdown."""
    return "\n".join("".join(map(_piece_markdown, line)) + "\n" for line in lines)


def in_markdown(text: str) -> str:
    """The text without a meaning in Markdown."""
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _piece_html(piece: Piece) -> str:
    text = html.escape(piece.text, quote=False)
    if not piece.href:
        return text
    rel = f'rel="{piece.rel}" ' if piece.rel else ""
    return f'<a {rel}href="{html.escape(piece.href)}">{text}</a>'


def _piece_markdown(piece: Piece) -> str:
    text = in_markdown(piece.text)
    return f"[{text}](<{piece.href.translate(_UNSAFE)}>)" if piece.href else text


# What would end an address that Markdown has in angle brackets.
_UNSAFE = {ord(character): f"%{ord(character):02X}" for character in "<>\\ \n"}


def _subject(work: Work, words: Mapping[str, str]) -> Iterator[Piece]:
    """What is credited: “title” by authors, publisher, © notice."""
    source = work.sources[0] if work.sources else ""
    if work.title:
        yield Piece(f"“{work.title}”", source)
    else:
        yield Piece(words["this_article"], source)
    if work.authors:
        yield Piece(f" {words['by']} {listed(work.authors, words['and'])}")
    added = [listed(work.parties, words["and"])] if work.parties else []
    added += [work.notices.copyright] if work.notices.copyright else []
    if added:
        yield Piece("".join(f", {each}" for each in added) + ",")


def _terms(license_: License | None, under: str, words: Mapping[str, str]) -> Iterator[Piece]:
    if license_ is None:
        yield Piece(words["with_permission"])
    else:
        yield from (Piece(f"{under} "), Piece(license_.id, license_.uri, "license"))


def listed(names: Sequence[str], conjunction: str) -> str:
    """The names as one reads them: "A", "A and B", "A, B and C"."""
    return f" {conjunction} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _sentences(policy: Policy | None) -> list[Sentence]:
    """The sentences that a copy without changes is to carry."""
    found = policy.of(Sentence) if policy else ()
    return [
        each
        for each in found
        if each.level is not ClauseLevel.WAIVER and each.when is not Occasion.EDITED and each.check is not Check.MANUAL
    ]


def _in_language(sentence: Sentence, work: Work, policy: Policy | None) -> str:
    texts = dict(sentence.templates)
    language = (work.language or "").partition("-")[0].lower()
    return filled(texts.get(language) or next(iter(texts.values())), work, policy.publisher if policy else "")
