"""What an element of a page speaks of: the article, one of its pictures, a widget, or the site.

Everything is judged by position: which elements hold the work's text, which hold the headline, and what
stands between an element and those. Tags and class names decide only where position does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from licensecheck.neighbours import Neighbours
from licensecheck.patterns import pattern
from licensecheck.sections import told_apart
from licensecheck.terms import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from licensecheck.model import Alignment, Block, Page

# Share of the matched text that the core holds: a standfirst or a stray match elsewhere does not widen it.
_CORE_SHARE = 0.9
# A credit box outside the article's container stands within so many blocks of the headline or of the body.
_REACH = 4
# The first and last blocks of a page are where its own small print stands.
_CLOSING, _MOST_CLOSING = 3, 24
_SMALL_PRINT = pattern(
    r"©|copyright|\bderechos\b|\bdroits\b|privacy|\brechte\b|reproduc|reserv|\bterms\b|imprint|impressum|حقوق",
    re.IGNORECASE,
)
# A site's header or footer has a menu; an article's own has a handful of links at most.
_MENU = 5
_ARTICLE_MENU = 9
# Three boxes alike, each with a link as long as a headline, are a list of other stories.
_CARDS = 3
_CARD_TITLE = 20
_WHOLLY_LINKED = 0.9

_PAGE_TAGS = frozenset({"html", "body"})
_ENDS_OF_SECTION = frozenset({"header", "footer"})
_WIDGET_TAGS = frozenset({"article", "aside", "button", "dialog", "form", "nav"})
_PICTURE_TAGS = frozenset({"figcaption", "figure"})
_PAGE_TYPES = frozenset({"CreativeWork", "Report", "WebPage", "ItemPage"})
_PICTURE_TYPES = frozenset({"ImageObject", "MediaObject", "Photograph", "VideoObject"})
_WIDGET = pattern(
    r"(?<![a-z])(?:advert\w*|also-?read|breadcrumbs?|carousel|comments?|consent|cookie\w*|disqus\w*|embed|fb-post|"
    r"instagram-media|latest-?\w*|modal|more-?(?:from|news|posts|stories)|most-?read|newsletter\w*|"
    r"next-?(?:article|post|story)|outbrain|pagination|popular|popup|promo\w*|rail|read-?(?:more|next)|recent-?\w*|"
    r"recirc\w*|recommend\w*|related\w*|reply|respond|right-?col\w*|(?<!has-)(?<!no-)(?<!with-)sidebar|sponsored|"
    r"taboola|teasers?|textwidget|trending|twitter-tweet|(?<!elementor-)widget[-_]\w+)(?![a-z])|"
    r"(?:^| )(?:complementary|widget)(?: |$)",
    re.IGNORECASE,
)
_PICTURE = pattern(
    r"caption|cutline|gallery|slideshow|wp-block-image|"
    r"(?:image|img|media|photo|picture)[\w-]{0,12}(?:attribution|copyright|credit|source)|"
    r"(?:copyright|credit)[\w-]{0,12}(?:image|img|media|photo|picture)",
    re.IGNORECASE,
)
# Drupal sets a picture with caption and credit as an article of its own.
_MEDIA = pattern(r"media--type-image|media-image|image-media")
_PERSON = pattern(r"author|avatar|byline", re.IGNORECASE)
_FOOTER = pattern(r"colophon|contentinfo|footer|site-?info", re.IGNORECASE)
_OWN = pattern(r"article|author|entry|post|story", re.IGNORECASE)


def carried(page: Page, alignment: Alignment) -> dict[int, int]:
    """How many matched characters each block of the body carries; blocks without any are left out."""
    if alignment.body is None:
        return {}
    first, last = alignment.body
    starts = [block.start for block in page.blocks]
    characters: defaultdict[int, int] = defaultdict(int)
    for match in alignment.matches:
        start, end = match.page.start, match.page.end
        number = max(bisect_right(starts, start) - 1, first)
        while number <= last and starts[number] < end:
            block = page.blocks[number]
            characters[number] += max(0, min(block.end, end) - max(block.start, start))
            number += 1
    return {number: count for number, count in sorted(characters.items()) if count}


def scope_of_subject(subject: str) -> Scope:
    """What a statement to machines speaks of, by the schema.org type of its subject; "" is the page itself."""
    if not subject or subject in _PAGE_TYPES or subject.endswith(("Article", "Posting")):
        return Scope.ARTICLE
    return Scope.IMAGE if subject in _PICTURE_TYPES else Scope.SITE


class Setting:
    """Where the article stands among the elements of a page."""

    def __init__(
        self,
        page: Page,
        body: Mapping[int, int],
        headline: int = -1,
        is_own: Callable[[Block], bool] = lambda _: False,
    ) -> None:
        """`body` is what `carried` gives; `headline` the number of the block that holds the headline.

        `is_own` says of a block that it speaks of the work, wherever it stands.
        """
        self._tree = page.tree
        self._held = sorted({page.blocks[number].element for number in body})
        self._text = self._held[0] if self._held else len(page.tree.tags)
        self._core = self._smallest_holding(page, body)
        self._article = next((x for x in self._tree.ancestors(self._core) if self._tree.tags[x] == "article"), -1)
        if headline >= 0 and self._held:
            self._held = sorted({*self._held, page.blocks[headline].element})
        self._links = [link.element for link in page.links]
        self._card_titles = _card_titles(page)
        self._container = self._outermost(page.blocks[headline].element if headline >= 0 else -1)
        self._near = _reach(page, body, headline)
        self._kinds: dict[int, Scope | None] = dict(told_apart(page, self._text, is_own))
        self._scopes: dict[int, Scope] = {}
        self._others = Neighbours(page, self._held, self._card_titles, is_own)
        self._closing = frozenset(self._at_ends(page, headline, is_own))

    def scope_of(self, element: int) -> Scope:
        """What the element speaks of. Where in doubt near the body: the article; elsewhere: the site."""
        if element not in self._scopes:
            self._scopes[element] = self._judge(element)
        return self._scopes[element]

    def is_bound(self, element: int) -> bool:
        """Whether the element is so clearly the article's that a restriction in it restricts the article.

        Stricter than its scope: small print at the end of a page, or in a footer, is the site's.
        """
        if self.scope_of(element) is not Scope.ARTICLE or not self._tree.contains(self._container, element):
            return False
        path = self._foreign(element)
        if any(self._is_called_footer(x) for x in path):
            return False
        if self._article >= 0 and self._tree.contains(self._article, element):
            return True
        return element not in self._closing and not any(self._tree.tags[x] == "footer" for x in path)

    def shows(self, hidden: int) -> bool:
        """Whether a reader sees what `hidden` (as in `Block.hidden`) is said to hide.

        An element that hides the work's own text is shown by a script once the page has loaded.
        """
        return hidden < 0 or self._holds(hidden)

    def labels(self, element: int) -> Iterator[str]:
        """The class, id and role words of the element and of the foreign boxes around it."""
        return (self._tree.classes[x] for x in self._foreign_path(element))

    def _at_ends(self, page: Page, headline: int, is_own: Callable[[Block], bool]) -> Iterator[int]:
        """The elements of the blocks that open the page, before the headline, and of those that close it.

        What pops up over the page is not of it. Behind the last word on the work all small print closes the page.
        """
        yield from (block.element for block in islice(self._seen(page.blocks[: max(headline, 0)]), _CLOSING))
        for number, block in enumerate(islice(self._seen(reversed(page.blocks)), _MOST_CLOSING)):
            if number >= _CLOSING and (is_own(block) or not _SMALL_PRINT.search(block.text)):
                return
            yield block.element

    def _seen(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            if block.hidden < 0 and Scope.WIDGET not in map(self._kind, self._foreign(block.element)):
                yield block

    def _judge(self, element: int) -> Scope:
        path = self._foreign(element)
        kinds = [self._kind(x) for x in path]
        if Scope.SITE in kinds:
            return Scope.SITE
        if self._others.hold(element):
            return Scope.OTHER
        if any(kind is Scope.WIDGET and not self._is_of_author(x, path) for x, kind in zip(path, kinds, strict=True)):
            return Scope.WIDGET
        if Scope.IMAGE in kinds:
            return Scope.IMAGE
        if self._core >= 0 and self._tree.contains(self._container, element):
            return Scope.ARTICLE
        return Scope.SITE if self._near.isdisjoint((element, *path)) else Scope.ARTICLE

    def _foreign(self, element: int) -> tuple[int, ...]:
        """The element and its ancestors, as far as they hold neither text of the work nor the headline."""
        return tuple(self._foreign_path(element))

    def _foreign_path(self, element: int) -> Iterator[int]:
        return takewhile(lambda x: not self._holds(x), self._tree.ancestors(element))

    def _holds(self, element: int) -> bool:
        at = bisect_left(self._held, element)
        return at < len(self._held) and self._held[at] < self._tree.ends[element]

    def _kind(self, element: int) -> Scope | None:
        """What the element makes of all that is in it, if anything."""
        if element not in self._kinds:
            self._kinds[element] = self._read_kind(element)
        return self._kinds[element]

    def _read_kind(self, element: int) -> Scope | None:
        tag, words = self._tree.tags[element], self._tree.classes[element]
        if self._is_site(element):
            return Scope.SITE
        if tag == "article" and _MEDIA.search(words):
            return Scope.IMAGE
        if tag in _WIDGET_TAGS or (words and _WIDGET.search(words)) or self._is_card(element):
            return Scope.WIDGET
        if tag in _PICTURE_TAGS:
            return None if _PERSON.search(words) else Scope.IMAGE
        return Scope.IMAGE if words and _PICTURE.search(words) else None

    def _is_of_author(self, element: int, path: tuple[int, ...]) -> bool:
        """Whether it is an aside with the byline, or what a content system makes of the author."""
        tag, classes = self._tree.tags[element], self._tree.classes
        around = path if tag == "aside" else (x for x in path if x < element) if tag == "article" else ()
        return any(_PERSON.search(classes[x]) for x in around)

    def _is_card(self, element: int) -> bool:
        """Whether the element is one of several alike, each with a link that reads like a headline."""
        if not self._count(self._card_titles, element):
            return False
        tags, classes = self._tree.tags, self._tree.classes
        alike = 0
        for twin in self._tree.children(self._tree.parents[element]):
            if tags[twin] == tags[element] and classes[twin] == classes[element]:
                alike += self._count(self._card_titles, twin) > 0
        return alike >= _CARDS

    def _is_site(self, element: int) -> bool:
        """Whether the element is a header, footer or menu of the whole page."""
        tree = self._tree
        tag, words = tree.tags[element], tree.classes[element]
        if tag == "nav":
            return not (self._core >= 0 and tree.contains(self._container, element))
        if tag not in _ENDS_OF_SECTION and not _FOOTER.search(words):
            return False
        links = self._count(self._links, element)
        if self._article >= 0 and tree.contains(self._article, element):
            return links >= _ARTICLE_MENU and not _OWN.search(words)
        on_page = tree.tags[tree.parents[element]] in _PAGE_TAGS
        return on_page or (links >= _MENU and not _OWN.search(words))

    def _is_called_footer(self, element: int) -> bool:
        words = self._tree.classes[element]
        return _FOOTER.search(words) is not None and not _OWN.search(words)

    def _smallest_holding(self, page: Page, body: Mapping[int, int]) -> int:
        """The smallest element with almost all of the work's text; -1 if the page has none of it."""
        if not body:
            return -1
        needed = _CORE_SHARE * sum(body.values())
        placed = [(page.blocks[number].element, count) for number, count in body.items()]
        heaviest = max(body, key=lambda number: body[number])
        for element in self._tree.ancestors(page.blocks[heaviest].element):
            if sum(count for held, count in placed if self._tree.contains(element, held)) >= needed:
                return element
        return 0

    def _outermost(self, headline: int) -> int:
        """The largest element that is the article's: its `article`, or what holds headline and body."""
        tree = self._tree
        around = self._core
        if headline >= 0:
            around = next((x for x in tree.ancestors(self._core) if tree.contains(x, headline)), self._core)
        elif self._article < 0:
            around = next((x for x in tree.ancestors(self._core) if tree.tags[x] == "main"), self._core)
        if self._is_page(around):
            around = self._core
        return around if self._article < 0 else min(around, self._article)

    def _is_page(self, element: int) -> bool:
        """Whether the element holds the site's furniture besides the article."""
        if element < 0 or self._tree.tags[element] in _PAGE_TAGS:
            return True
        children = self._tree.children(element)
        return any(
            not self._holds(child) and (self._tree.tags[child] == "nav" or self._is_site(child)) for child in children
        )

    def _count(self, elements: list[int], within: int) -> int:
        """How many of the sorted elements stand inside."""
        return bisect_left(elements, self._tree.ends[within]) - bisect_left(elements, within)


def _reach(page: Page, body: Mapping[int, int], headline: int) -> frozenset[int]:
    """The elements of the blocks around headline and body."""
    if not body:
        return frozenset()
    first, last = min(body), max(body)
    blocks = [*page.blocks[max(first - 2 * _REACH, 0) : first], *page.blocks[last + 1 : last + 1 + _REACH]]
    if headline >= 0:
        blocks += page.blocks[max(headline - _REACH, 0) : headline + 2 * _REACH]
    return frozenset(block.element for block in blocks)


def _card_titles(page: Page) -> list[int]:
    """The elements of the blocks that are nothing but a link as long as a headline."""
    return sorted(
        block.element
        for block in page.blocks
        if block.linked >= _CARD_TITLE and block.linked >= _WHOLLY_LINKED * len(block.text)
    )
