"""Letters as text: in Markdown and plain; nothing that a page says has a meaning in either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.credit_block import as_html, in_markdown
from licensecheck.formats.terminal import printable, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from licensecheck.letter import Letter, Point, Quotation


def as_markdown(letter: Letter) -> str:
    """The letter in Markdown."""
    said = letter.words["letter"]
    parts = [f"# {_escaped(letter.subject)}", _escaped(letter.day), said["greeting"], _escaped(letter.opening)]
    for section in letter.sections:
        parts += [f"## {_escaped(section.title)}", _escaped(section.lead)]
        parts += [_item(number, point, said) for number, point in enumerate(section.points, 1)]
        parts += [_escaped(section.rest)] if section.rest else []
    if letter.credit:
        parts += [f"## {said['credit_title']}", said["credit_lead"], f"```html\n{_pasted(letter)}\n```"]
    if letter.consequence:
        parts += [f"## {said['next_title']}", _escaped(letter.consequence)]
    closing = "  \n".join(map(_escaped, letter.signature))
    parts += [_escaped(letter.closing), said["farewell"], closing, f"*{_escaped(letter.compared)}*"]
    return "\n\n".join(parts) + "\n"


def as_text(letter: Letter) -> str:
    """The letter in lines of 80 columns."""
    said = letter.words["letter"]
    parts = [letter.subject, letter.day, said["greeting"], letter.opening]
    texts = [*map(wrapped, parts)]
    for section in letter.sections:
        texts += [wrapped(section.title.upper()), wrapped(section.lead)]
        texts += ["\n".join(_lines(number, point, said)) for number, point in enumerate(section.points, 1)]
        texts += [wrapped(section.rest)] if section.rest else []
    if letter.credit:
        texts += [wrapped(said["credit_title"].upper()), wrapped(said["credit_lead"]), _pasted(letter)]
    if letter.consequence:
        texts += [wrapped(said["next_title"].upper()), wrapped(letter.consequence)]
    closing = "\n".join(map(printable, letter.signature))
    texts += [wrapped(letter.closing), said["farewell"], closing, f"-- \n{wrapped(letter.compared)}"]
    return "\n\n".join(texts) + "\n"


def _item(number: int, point: Point, said: Mapping[str, str]) -> str:
    """A point as an item of a list, what belongs to it below."""
    margin = " " * len(f"{number}. ")
    lines = [f"{number}. {_escaped(_sentence(point.found))}"]
    lines += [f"{margin}- {_quoted(piece)}" for piece in point.evidence]
    lines += [f"{margin}- {said['rests_on']}: {_escaped(point.where)}"] if point.where else []
    lines += [f"{margin}- {said['fix']}: {_escaped(point.fix)}"] if point.fix else []
    return "\n".join(lines)


def _lines(number: int, point: Point, said: Mapping[str, str]) -> Iterator[str]:
    yield wrapped(_sentence(point.found), margin=f"{number}. ", hanging="   ")
    for piece in point.evidence:
        yield wrapped(f"{piece.label}: {_shown(piece)}", margin="   ")
    if point.where:
        yield wrapped(f"{said['rests_on']}: {point.where}", margin="   ")
    if point.fix:
        yield wrapped(f"{said['fix']}: {point.fix}", margin="   ")


def _pasted(letter: Letter) -> str:
    """The credit as markup, a line of the page on each line."""
    return "\n".join(map(printable, as_html(letter.credit).splitlines()))


def _sentence(text: str) -> str:
    return text if text.rstrip("”»)").endswith((".", "?", "!")) else f"{text}."


def _shown(piece: Quotation) -> str:
    """The quotation in its context, which is set apart by square brackets."""
    return f"… {piece.lead}[{piece.text}]{piece.tail} …" if piece.lead or piece.tail else piece.text


def _quoted(piece: Quotation) -> str:
    words = _escaped(piece.text)
    if piece.lead or piece.tail:
        lead, tail = f"… {piece.lead}", f"{piece.tail} …"
        words = f"{_escaped(lead)}{_space(lead[-1:])}**{words}**{_space(tail[:1])}{_escaped(tail)}"
    return f"{piece.label}: {words}"


def _escaped(text: str) -> str:
    return in_markdown(printable(" ".join(text.split())))


def _space(character: str) -> str:
    """The space that goes with the white space at the end of a context."""
    return " " if character.isspace() else ""
