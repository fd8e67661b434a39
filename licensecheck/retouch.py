"""Changes to the source of a page, each as small as it can be: text put, blocks taken out, paragraphs put in."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from licensecheck.model import Span
from licensecheck.tags import are_whole
from licensecheck.walk import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from licensecheck.model import Block
    from licensecheck.tags import Tag
    from licensecheck.trace import Trace

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What goes with its text, and may leave its end tag to the reader.
_UNCLOSED = frozenset({"p", "li", "dd", "dt"})
# What stays when its text goes.
_KEPT = frozenset({"html", "body", "main", "article", "table", "tbody", "tr", "td", "th"})


class Splice(NamedTuple):
    """What stands at [start, end) of a source gives way to `text`, which is markup."""

    start: int
    end: int
    text: str


def spliced(source: str, splices: Iterable[Splice]) -> str:
    """The source with the splices made; of two that meet in one place, the later one has to wait."""
    parts: list[str] = []
    at = 0
    for splice in sorted(set(splices)):
        if splice.start >= at:
            parts += (source[at : splice.start], splice.text)
            at = splice.end
    return "".join((*parts, source[at:]))


def escaped(text: str) -> str:
    """The text as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# --- text inside a block ---------------------------------------------------------------------------------


def reworded(trace: Trace, block: Block, span: Span, text: str) -> Iterator[Splice]:
    """Make the words of a span read as `text`, and leave the white space around them as it is."""
    shown, words = trace.page.text, trace.page.text[span.start : span.end].strip()
    start = shown.index(words, span.start)
    end = start + len(words)
    before = " " if start > block.start and shown[start - 1].isspace() else ""
    after = " " if end < block.end and shown[end].isspace() else ""
    yield from put(trace, block, Span(start - len(before), end + len(after)), f"{before}{text}{after}")


def put(trace: Trace, block: Block, span: Span, text: str) -> Iterator[Splice]:
    """Make a span of a block read as `text`; what is equal at its ends stays as it is.

    White space at an end of `text` counts: it parts the text from what stands beside the span.
    """
    span, text = _without_shared_ends(trace, span, text)
    inner = trace.ink(span.start, span.end)
    before = next(iter(reversed(trace.ink(block.start, span.start))), None)
    after = next(iter(trace.ink(span.end, block.end)), None)
    if not trace.is_whole(block.start if before is None else before, block.end if after is None else after):
        return  # the reader has added something here that the source does not have
    if before is None:
        text = text.lstrip()
    if after is None:
        text = text.rstrip()
    left, right = (trace.starts[inner[0]], trace.ends[inner[-1]]) if inner else (-1, -1)
    start = trace.ends[before] if before is not None else left if inner else trace.starts[after or 0]
    end = trace.starts[after] if after is not None else right if inner else start
    written = _rewritten(trace, Span(start, end), escaped(text), left)
    if written != trace.source[start:end]:
        yield Splice(start, end, written)


def _without_shared_ends(trace: Trace, span: Span, text: str) -> tuple[Span, str]:
    """The span and the text without the visible characters that both have at their ends, and what lies outside."""
    old = trace.page.text[span.start : span.end]
    front = _shared(old, text)
    back = _shared(old[front:][::-1], text[front:][::-1])
    return Span(span.start + front, span.end - back), text[front : len(text) - back]


def _shared(one: str, other: str) -> int:
    """How many characters both begin with, up to the last visible one of them."""
    pairs = zip(one, other, strict=False)
    count = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    return len(one[:count].rstrip())


def _rewritten(trace: Trace, span: Span, text: str, first: int) -> str:
    """The source of the span with its tags and `text` for all of its text.

    The text goes where the first character did that it replaces, `first` (-1: none); else it stays out of elements.
    Inline elements that are left empty go.
    """
    tags = trace.tags.between(span.start, span.end)
    core = text.strip()
    parts = [trace.source[tag.start : tag.end] for tag in tags]
    if first >= 0 and core:
        place = sum(tag.start < first for tag in tags)
        lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return _without_empty([lead, *parts[:place], core, *parts[place:], trail], tags)
    place = _outermost(tags)
    return _without_empty([*parts[:place], text, *parts[place:]], tags)


def _outermost(tags: Sequence[Tag]) -> int:
    """How many of the tags stand before the place that is in the fewest elements."""
    steps = (0 if tag.is_void else -1 if tag.closes else 1 for tag in tags)
    depths = list(accumulate(steps, initial=0))
    return depths.index(min(depths))


def _without_empty(parts: list[str], tags: Sequence[Tag]) -> str:
    """The parts joined, without inline elements that have nothing in them any more."""
    names = {tag.name for tag in tags if tag.closes} & INLINE
    written: list[str] = []
    for part in parts:
        opening = written[-1] if written else ""
        name = part[2:-1].strip().lower() if part.startswith("</") else ""
        if name in names and opening.startswith("<") and not opening.startswith("</") and _is(opening, name):
            written.pop()
        elif part:
            written.append(part)
    return "".join(written)


def _is(tag: str, name: str) -> bool:
    return tag[1:-1].split(maxsplit=1)[0].lower() == name


# --- whole blocks ----------------------------------------------------------------------------------------


def take_out(trace: Trace, blocks: Sequence[Block]) -> Iterator[Splice]:
    """Take blocks out of the page, with the elements that hold nothing else."""
    for block in blocks:
        ink = trace.ink(block.start, block.end)
        if not ink or not trace.is_whole(block.start, block.end):
            continue
        holder = _Holder(trace, block)
        text = Span(trace.starts[ink[0]], trace.ends[ink[-1]])
        spans = (Span(holder.text_start, holder.text_end), text)
        whole = next((span for span in spans if are_whole(trace.tags.between(*span))), None)
        if whole:
            yield _with_holders(trace, whole)
        else:
            tags = trace.tags.between(*text)
            yield Splice(*text, "".join(trace.source[tag.start : tag.end] for tag in tags))


def _with_holders(trace: Trace, span: Span) -> Splice:
    """The removal of a span and of each element around it that it fills."""
    source, (start, end) = trace.source, span
    for tag in reversed(trace.tags.around(start)):
        if tag.name in _KEPT or source[tag.end : start].strip():
            break
        closing = trace.tags.end_of(tag)
        if closing and not source[end : closing.start].strip():
            start, end = tag.start, closing.end
        elif closing is None and tag.name in _UNCLOSED:
            start = tag.start
        else:
            break
    on_its_own = source[:start].endswith("\n") and source[end : end + 1] == "\n"
    return Splice(start, end + on_its_own, "")


class Between(NamedTuple):
    """A place for new paragraphs: behind one block, before another; one of them at least."""

    before: Block | None
    after: Block | None


class Added(NamedTuple):
    """A new paragraph: its markup, and the tag of the heading that it is to be, if it is one."""

    markup: str
    heading: str = ""


def put_in(trace: Trace, place: Between, paragraphs: Sequence[Added]) -> Splice:
    """Put paragraphs in, each an element like the one next to it, or else text behind line breaks."""
    behind, ahead = (_Holder(trace, block) if block else None for block in place)
    if behind and behind.closes and (opening := behind.like(ahead)):
        made = "".join(f"\n{_element(each, opening)}" for each in paragraphs)
        return Splice(behind.end, behind.end, made)
    if ahead and ahead.opens and (opening := ahead.like(behind)):
        made = "".join(f"{_element(each, opening)}\n" for each in paragraphs)
        return Splice(ahead.start, ahead.start, made)
    lines = [f"<b>{each.markup}</b>" if each.heading else each.markup for each in paragraphs]
    if behind:
        return Splice(behind.text_end, behind.text_end, "".join(f"<br>\n<br>\n{line}" for line in lines))
    at = ahead.text_start if ahead else 0
    return Splice(at, at, "".join(f"{line}<br>\n<br>\n" for line in lines))


def _element(paragraph: Added, opening: str) -> str:
    if paragraph.heading:
        return f"<{paragraph.heading}>{paragraph.markup}</{paragraph.heading}>"
    return f"{opening}{paragraph.markup}</{opening[1:-1].split(maxsplit=1)[0]}>"


class _Holder:
    """The block-level element around the text of a block.

    `text_start` and `text_end` take in the inline elements that hold nothing else; `opens` and `closes` say whether
    the text is the first, or the last, that the element holds.
    """

    def __init__(self, trace: Trace, block: Block) -> None:
        self._source = source = trace.source
        ink = trace.ink(block.start, block.end)
        self.text_start, self.text_end = (trace.starts[ink[0]], trace.ends[ink[-1]]) if ink else (0, 0)
        opened = trace.tags.around(self.text_start)
        while opened and opened[-1].name in INLINE:
            tag = opened.pop()
            if not source[tag.end : self.text_start].strip():
                self.text_start = tag.start
        self._tag = opened[-1] if opened else None
        for tag in reversed(trace.tags.around(self.text_end)):
            closing = trace.tags.end_of(tag) if tag.name in INLINE else None
            if closing is None or source[self.text_end : closing.start].strip():
                break
            self.text_end = closing.end
        self.start = self._tag.start if self._tag else 0
        self.opens = self._tag is not None and not source[self._tag.end : self.text_start].strip()
        closing = trace.tags.end_of(self._tag) if self._tag else None
        self.end = closing.end if closing else self.text_end
        self.closes = closing is not None and not source[self.text_end : closing.start].strip()

    def like(self, other: _Holder | None) -> str:
        """The start tag of a new paragraph beside this one; "" where none can stand.

        An item of a list is like this one only if the other is one as well.
        """
        if self._tag is None:
            return ""
        if self.name == "p" or (self.name == "div" and self.opens and self.closes):
            return self._copied(self._tag)
        if self.name in _HEADINGS:
            return other.like(None) if other and other.name == "p" else "<p>"
        return self._copied(self._tag) if self.name == "li" and other and other.name == "li" else ""

    @property
    def name(self) -> str:
        """The name of the element; "" if there is none."""
        return self._tag.name if self._tag else ""

    def _copied(self, tag: Tag) -> str:
        """The start tag as it stands, unless it is that of one element alone."""
        written = self._source[tag.start : tag.end]
        return f"<{tag.name}>" if " id=" in written.lower() else written
