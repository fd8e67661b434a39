"""A work from its page: the body from the best source that the page offers, the facts around it, and doubts.

What the publisher states outweighs what is guessed. A stated text often lacks paragraphs, links and photos, so it is
looked for on the page and the blocks that carry it are taken. What is not sure is said in notes, for a person to look
at; what is not known stays unknown.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.align import align
from licensecheck.article_body import find_body
from licensecheck.errors import InputError
from licensecheck.headline import find_headline
from licensecheck.layout import HEADINGS
from licensecheck.markup import read_markup
from licensecheck.model import Paragraph, Work
from licensecheck.original_facts import described
from licensecheck.original_titles import find_deck
from licensecheck.profiles import profile_for
from licensecheck.scope import carried
from licensecheck.terms import Role, Unread
from licensecheck.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from licensecheck.markup import Markup
    from licensecheck.model import Page

# A stated text is shown on the page if this share of its letters stands there in order.
_SHOWN = 0.9
# A stated text is the whole article if it has this share of the letters that the layout makes the article.
_WHOLE = 0.6
# A block belongs to a stated text that carries this share of it.
_CARRIED = 0.5
_CELLS = frozenset({"td", "th"})
# No page of the web is larger than this; parsing takes a multiple of it in memory.
MOST_BYTES = 8 << 20
_NO_PAGE = frozenset({Unread.TYPE, Unread.EMPTY, Unread.ENCODING})


class BodySource(StrEnum):
    """Where the body of an original was read, the most trustworthy first."""

    STATED = "its articleBody statement"
    MARKED = "the element marked as its articleBody"
    SELECTED = "the element that the publisher's policy selects"
    OFFERED = "the text that the site offers to programs"
    CHOSEN = "its layout"
    EXTRACTED = "the extractor trafilatura"


# Sources that are texts: what they hold is the body, whatever it looks like.
_TEXTS = frozenset({BodySource.STATED, BodySource.OFFERED})


class Original(NamedTuple):
    """The work that was read, where its body comes from, and what is not sure about it."""

    work: Work
    source: BodySource
    notes: tuple[str, ...] = ()


class Address(NamedTuple):
    """What is known of where a page comes from: its file's name for errors, its address, its HTTP content type."""

    name: str
    url: str | None = None
    content_type: str | None = None


class _Body(NamedTuple):
    """The numbers of the blocks of a body, and where they come from."""

    numbers: tuple[int, ...]
    source: BodySource
    notes: tuple[str, ...] = ()


def read_original(data: bytes, address: Address, offered: Sequence[str] = ()) -> Original:
    """The work on the page of the original; `offered` are texts of it that the site's feed or API gave.

    Raises `InputError` where there is no article to be found.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"is larger than {MOST_BYTES >> 20} MiB", file=address.name)
    markup = read_markup(data, address.url, address.content_type, _selector(data, address))
    page = markup.page
    if not page.blocks or _NO_PAGE.intersection(page.unread):
        raise InputError("cannot be read as a web page", file=address.name)
    body = _find(markup, offered)
    if body is None:
        return _extracted(data, markup, address.name)
    numbers = body.numbers
    deck = find_deck(page, markup.descriptions, find_headline(Work(body=()), page, numbers[0]), numbers)
    if body.source not in _TEXTS:
        numbers = tuple(number for number in numbers if number > deck)
    work = Work(body=tuple(_paragraphs(page, numbers)), deck=page.blocks[deck].text if deck >= 0 else None)
    work, notes = described(work, markup, numbers)
    return Original(work, body.source, (*_losses(page), *body.notes, *notes))


def _selector(data: bytes, address: Address) -> str:
    """The selector of the body in the policy of the publisher whose page it is; "" if there is none."""
    canonical = address.url
    if canonical is None:
        page = read_markup(data, content_type=address.content_type).page
        canonical = next((statement.value for statement in page.said("canonical")), None)
    policy = profile_for(Work(body=(), sources=(canonical,))) if canonical else None
    return (policy.select.body or "") if policy else ""


def _find(markup: Markup, offered: Sequence[str]) -> _Body | None:
    """The body from the first source that gives one; a source that disagrees with the page is noted."""
    page = markup.page
    chosen = find_body(page)
    notes: list[str] = []
    for source, texts in ((BodySource.STATED, markup.stated), (BodySource.OFFERED, offered)):
        for text in sorted(texts, key=len, reverse=True)[:1]:
            numbers, note = _carrying(page, text, chosen)
            if numbers:
                return _Body(numbers, source, (*notes, *note))
            notes += [f"body: {source} is not used, as {each}" for each in note]
    for source, within in ((BodySource.MARKED, markup.marked), (BodySource.SELECTED, markup.selected)):
        if within:
            numbers = find_body(page, within)
            if _letters(page, set(numbers) & set(chosen)) >= _WHOLE * _letters(page, chosen) > 0:
                return _Body(numbers, source, tuple(notes))
            notes.append(f"body: {source} is not used, as it does not hold the text that the page shows")
    if not chosen:
        return None
    notes.append(f"body: read from {BodySource.CHOSEN}; look at {_ends(page, chosen)}")
    return _Body(chosen, BodySource.CHOSEN, tuple(notes))


def _carrying(page: Page, text: str, chosen: Sequence[int]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The blocks that carry a stated text, with the subheads between them, and what is odd about that text."""
    if len(squeeze(text)) < _WHOLE * _letters(page, chosen):
        return (), ("it is much shorter than the text that the page shows",)
    alignment = align(Work(body=(Paragraph(text),)), page)
    share = carried(page, alignment)
    numbers = {number for number, letters in share.items() if letters >= _CARRIED * len(page.blocks[number].text)}
    if not numbers or alignment.coverage < _SHOWN:
        return (), ("the page does not show it",)
    inner = range(min(numbers), max(numbers))
    subheads = {n for n in chosen if n in inner and page.tree.tags[page.blocks[n].element] in HEADINGS}
    return tuple(sorted(numbers | subheads)), ()


def _letters(page: Page, numbers: Collection[int]) -> int:
    return sum(len(squeeze(page.blocks[number].text)) for number in numbers)


def _paragraphs(page: Page, numbers: Sequence[int]) -> Iterator[Paragraph]:
    """The paragraphs and subheads in blocks; the cells of a table's row are one paragraph."""
    for row, held in groupby(numbers, lambda number: _row(page, number)):
        blocks = [page.blocks[number] for number in held]
        cells = {block.element for block in blocks}
        if row >= 0 and len(cells) == len(blocks) and {page.tree.tags[cell] for cell in cells} <= _CELLS:
            yield Paragraph(" ".join(block.text for block in blocks))
            continue
        for block in blocks:
            heads = page.tree.tags[block.element] in HEADINGS
            yield Paragraph(block.text, Role.SUBHEAD if heads else Role.PARAGRAPH)


def _row(page: Page, number: int) -> int:
    """The row of a table around a block; -1 if it stands in none."""
    ancestors = page.tree.ancestors(page.blocks[number].element)
    return next((element for element in ancestors if page.tree.tags[element] == "tr"), -1)


def _extracted(data: bytes, markup: Markup, file: str) -> Original:
    """The last resort: what a general extractor takes for the article."""
    text = _extract(data)
    if not text:
        advice = "Save the article's text in a file of its own; `repubcheck work new` makes a manifest of it."
        raise InputError("shows no article that could be told from the rest of the page", file=file, advice=advice)
    paragraphs = tuple(Paragraph(" ".join(line.split())) for line in text.splitlines() if line.strip())
    work, notes = described(Work(body=paragraphs), markup, ())
    note = f"body: read by {BodySource.EXTRACTED}, which guesses; check all of it"
    return Original(work, BodySource.EXTRACTED, (note, *notes))


def _extract(data: bytes) -> str | None:
    try:
        from trafilatura import extract  # noqa: PLC0415 (an extra, and slow to load)
    except ImportError:
        return None
    text: str | None = extract(data, include_comments=False, favor_precision=True)
    return text


def _losses(page: Page) -> Iterator[str]:
    if page.unread:
        yield f"page: not read whole ({', '.join(page.unread)})"
    if any(statement.value.casefold() == "false" for statement in page.said("isAccessibleForFree")):
        yield "page: says that not everyone may read it, so the body may be cut short"


def _ends(page: Page, numbers: Sequence[int]) -> str:
    first, last = page.blocks[numbers[0]].text, page.blocks[numbers[-1]].text
    return f"its beginning (“{_short(first)}”) and its end (“{_short(last)}”)"


def _short(text: str) -> str:
    shown = 50
    return text if len(text) <= shown else f"{text[:shown].rpartition(' ')[0] or text[:shown]}…"
