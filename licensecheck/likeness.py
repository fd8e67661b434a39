"""Whether a page without a work's words still tells it: its figures, names, quotations and links in its order.

What a translation or a rewrite keeps is what nobody can say otherwise. Each such fact counts once, where it first
stands, and only as far as the page has the facts in the work's order and in the same places. (Measured on news pages:
reports of one event by several newsrooms share up to two thirds of a work's facts, but most of theirs are others; a
translation has half to all of the work's, and few figures of its own.)
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.lexicon import CALENDAR
from licensecheck.model import Likeness, Span
from licensecheck.patterns import pattern
from licensecheck.sources import fold_url
from licensecheck.text import fold, squeeze, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from licensecheck.model import Anchor, Block, Page, Work

# From this share of a work on its own words stand on the page, and tell what was changed.
SUBSTANTIAL = 0.3
# A paragraph of running text has so many characters, and less than this share of them in links.
_PROSE, _LINKED = 40, 0.3
# A text of which a smaller share of the words is the work's is in another language.
_OWN_WORDS = 0.35
# The facts reach over this share of the work, and the page has so many paragraphs for each of the work's there.
_REACH, _FEWEST, _MOST = 0.5, 0.4, 1.8
# A fact is in its place if it stands no further from it than this share of the text.
_NEAR = 0.12
# A text in which a larger share of the words begins with a capital has no names to go by.
_CAPITALS = 0.25
_SHORTEST_NAME, _LEAST_DIGITS, _QUOTED_WORDS = 3, 2, 4
# An inflected name has so many letters more at most, and so many of its own.
_ENDING, _STEM = 3, 4
_TOKEN = pattern(r"\d{1,3}(?:[.,' ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+")
_QUOTATION = pattern(r'"([^"]{20,400})"')


class _Terms(NamedTuple):
    """From when on a text is suspected: so many facts, this share of the work's, this share of them in their places.

    At most the share `strange` of the page's own facts is not the work's.
    """

    facts: int
    share: float
    placed: float
    strange: float


_TRANSLATION = _Terms(facts=6, share=0.35, placed=0.75, strange=0.7)
_REWRITE = _Terms(facts=8, share=0.6, placed=0.75, strange=0.4)


class _Fact(NamedTuple):
    """A figure, name, quotation (`"` first) or link (`>` first): the text where it first stands, and how far in all."""

    key: str
    place: int
    at: int


class _Original(NamedTuple):
    """What is looked for: a work's facts in order, and the names, quotations and words that it tells them in."""

    facts: tuple[_Fact, ...]
    names: frozenset[str]
    quotations: frozenset[str]
    words: frozenset[str]
    paragraphs: int


def likeness(work: Work, page: Page) -> Likeness | None:
    """What the page shares with the work if it seems to be a translation or rewrite of it, `None` if it does not."""
    original = _read(tuple(p.text for p in work.body if len(p.text) >= _PROSE), work.links or ())
    blocks = [block for block in page.blocks if _is_prose(block)]
    found = _facts([block.text for block in blocks], _links(page, blocks), original)
    pairs = _in_order(original.facts, found)
    if len(pairs) < _TRANSLATION.facts:
        return None
    start, end = pairs[0][1].place, pairs[-1][1].place
    region = [block.text for block in blocks[start : end + 1]]
    foreign = _is_foreign(region, original)
    if not _tells(original, region, pairs, foreign=foreign):
        return None
    facts = tuple(ours.key.title() for ours, _ in pairs if ours.key[0] not in '">')
    return Likeness(facts, Span(blocks[start].start, blocks[end].end), foreign)


def _is_prose(block: Block) -> bool:
    return block.hidden < 0 and len(block.text) >= _PROSE and block.linked < _LINKED * len(block.text)


def _tells(original: _Original, region: Sequence[str], pairs: Sequence[tuple[_Fact, _Fact]], *, foreign: bool) -> bool:
    """Whether a text in which these of the work's facts stand, each beside its own, tells what the work tells."""
    terms = _TRANSLATION if foreign else _REWRITE
    # Links fall away easily, quotations are translated: neither is missed.
    due = sum(fact.key[0] not in ('">' if foreign else ">") for fact in original.facts)
    reach = pairs[-1][0].place - pairs[0][0].place + 1
    return (
        len(pairs) >= max(terms.facts, terms.share * due)
        and reach >= _REACH * original.paragraphs
        and _FEWEST * reach <= len(region) <= _MOST * reach
        and _placed(pairs) >= terms.placed
        and _strange(region, original, foreign=foreign) <= terms.strange
    )


def _in_order(ours: Sequence[_Fact], theirs: Sequence[_Fact]) -> list[tuple[_Fact, _Fact]]:
    """The longest row of facts that both have in the same order."""
    if len({fact.key for fact in ours}.intersection(fact.key for fact in theirs)) < _TRANSLATION.facts:
        return []
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 (slow to load; most pages share nothing)

    blocks = LCSseq.opcodes([fact.key for fact in ours], [fact.key for fact in theirs])
    same = [block for block in blocks if block.tag == "equal"]
    return [
        pair
        for block in same
        for pair in zip(ours[block.src_start : block.src_end], theirs[block.dest_start : block.dest_end], strict=True)
    ]


def _placed(pairs: Sequence[tuple[_Fact, _Fact]]) -> float:
    """The share of the facts that stand about as far into the one text as into the other."""
    (first, start), (last, end) = pairs[0], pairs[-1]
    length, other = max(1, last.at - first.at), max(1, end.at - start.at)
    near = (abs((ours.at - first.at) / length - (theirs.at - start.at) / other) <= _NEAR for ours, theirs in pairs)
    return sum(near) / len(pairs)


def _is_foreign(region: Sequence[str], original: _Original) -> bool:
    """Whether few of the words are the work's, figures and names apart."""
    told = [word for text in region for word in words(text) if word not in original.names and not word.isdigit()]
    return sum(word in original.words for word in told) < _OWN_WORDS * len(told)


def _strange(region: Sequence[str], original: _Original, *, foreign: bool) -> float:
    """The share of a text's own figures and names that the work does not have; of a foreign one only its figures."""
    known = {fact.key for fact in original.facts}
    figures = {key for text in region for _, key in _told(fold(text), original.names) if key[0].isdigit()}
    names = set() if foreign else _names(region)
    strangers = len(figures - known) + sum(_known_name(name, original.names) is None for name in names)
    return strangers / max(1, len(figures) + len(names))


# --- facts


@lru_cache(maxsize=64)
def _read(paragraphs: tuple[str, ...], links: tuple[Anchor, ...]) -> _Original:
    """A work, read once however many pages are judged against it."""
    original = _Original(
        facts=(),
        names=frozenset(_names(paragraphs)),
        quotations=frozenset(chain.from_iterable(map(_quotations, paragraphs))),
        words=frozenset(chain.from_iterable(map(words, paragraphs))),
        paragraphs=len(paragraphs),
    )
    anchored: dict[int, list[tuple[str, str]]] = {}
    for link in links:
        place = next((number for number, text in enumerate(paragraphs) if link.text in text), -1)
        anchored.setdefault(place, []).append((link.text, link.url))
    return original._replace(facts=tuple(_facts(paragraphs, anchored, original)))


def _links(page: Page, blocks: Sequence[Block]) -> dict[int, list[tuple[str, str]]]:
    """The words and addresses of the links in each of the blocks, by its place among them."""
    places = {block.start: place for place, block in enumerate(blocks)}
    found: dict[int, list[tuple[str, str]]] = {}
    for link in page.links:
        place = places.get(page.blocks[link.block].start, -1) if link.block >= 0 else -1
        found.setdefault(place, []).append((link.text, link.href))
    return found


def _facts(texts: Sequence[str], links: Mapping[int, Iterable[tuple[str, str]]], original: _Original) -> list[_Fact]:
    """The figures and links of some texts, and what they have of the work's names and quotations, in order."""
    places: dict[str, _Fact] = {}
    passed = 0
    for place, text in enumerate(texts):
        found = [*_told(fold(text), original.names), *_quoted(text, original.quotations)]
        found += [(text.find(label), f">{fold_url(url) or url}") for label, url in links.get(place, ())]
        for at, key in sorted(found):
            places.setdefault(key, _Fact(key, place, passed + at))
        passed += len(text)
    return [*places.values()]


def _told(text: str, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The figures of a folded text as digits, and those of the names that it has, each with its offset."""
    for token in _TOKEN.finditer(text):
        if token[0][0].isdigit():
            digits = "".join(str(int(sign)) for sign in token[0] if sign.isdecimal())
            if len(digits) >= _LEAST_DIGITS:
                yield token.start(), digits
        elif token[0][0].isupper() and (name := _known_name(token[0].casefold(), names)):
            yield token.start(), name


def _known_name(word: str, names: frozenset[str]) -> str | None:
    """The name that a case-folded word is, or is a form of."""
    stems = (word[: len(word) - cut] for cut in range(min(_ENDING, len(word) - _STEM) + 1))
    return next((stem for stem in stems if stem in names), word if word in names else None)


def _quoted(text: str, quotations: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Those of the quotations that a text has, with about the offset of each."""
    letters = squeeze(text) if quotations else ""
    for quotation in quotations:
        at = letters.find(quotation)
        if at >= 0:
            yield at * len(text) // len(letters), f'"{quotation}'


def _quotations(text: str) -> Iterator[str]:
    """The letters of what stands between quotation marks, single words apart."""
    for match in _QUOTATION.finditer(fold(text)):
        if len(match[1].split()) >= _QUOTED_WORDS:
            yield squeeze(match[1])


def _names(texts: Iterable[str]) -> set[str]:
    """The case-folded words with a capital that no beginning of a sentence accounts for, days and months apart."""
    capitals: list[str] = []
    count = 0
    for text in map(fold, texts):
        end = len(text)
        for token in _TOKEN.finditer(text):
            count += 1
            if text[end : token.start()].strip(" ,") == "" and end < token.start() and token[0][0].isupper():
                capitals.append(token[0].casefold())
            end = token.end()
    if len(capitals) > _CAPITALS * count:
        return set()
    return {word for word in capitals if len(word) >= _SHORTEST_NAME} - CALENDAR
