"""What real sites set around an article, and what none of it says of the article.

`surrounded(copy, "drupal", "comments")` is the page of a copy in a theme with what `fixtures/surroundings` has under
that name: pieces of markup, each behind a comment that says where it stands on a page.

* opening, closing: first and last of all
* lead: between the headline and the text
* between: between two paragraphs, twice
* end: behind the last paragraph, before the credit
* after: behind the article
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from republish import CHARSETS, FIXTURES, render

if TYPE_CHECKING:
    from republish import Copy

_FILES = FIXTURES / "surroundings"
# Of these a page has one of each sort.
EVERYTHING = "everything"
_EVERYTHING = "cookies-first advertisements share photo newsletter-at-end related comments editor footer".split()
SURROUNDINGS = (*sorted(path.stem for path in _FILES.glob("*.html")), EVERYTHING)

_PLACE = re.compile(r"<!-- (opening|lead|between|end|after|closing) -->\n")
_MARK = r"(?:<[^<>]*>)?@{place}@(?:</(?:p|div)>)?"
# What stands next behind the article in each theme.
_BEHIND = {
    "amp": '<footer class="amp-wp-article-footer">',
    "drupal": '<div class="views-element-container block block-views">',
    "forum-post": '<div id="sig411820" class="signature">',
    "ghost": '<div class="gh-comments gh-canvas">',
    "hugo": '<footer class="post-footer">',
    "medium-like": '<div class="ab sa">',
    "newsletter-html": '<tr><td style="padding:16px 24px;border-top:1px solid #dddddd;">',
    "paginated": '<div id="rail">',
    "plain-partner": "<hr>\n<p>© 2024 Partner Wire.",
    "right-to-left": '<section class="most-read">',
    "tables-2005": '<A HREF="#" onClick=',
    "tailwind-like": '<div class="mt-6 flex gap-2 text-xs">',
    "three-articles": '<article class="card" id="three">',
    "wordpress-block": '<div class="wp-block-post-terms">',
    "wordpress-classic": '<footer class="entry-footer">',
}
_ROWS = frozenset({"newsletter-html"})


def surrounded(copy: Copy, theme: str, surroundings: str) -> bytes:
    """The page of a copy in a theme, with what the surroundings of that name have on it."""
    around = _pieces(surroundings)
    charset = CHARSETS.get(theme, "utf-8")
    page = render(_marked(copy), theme).decode(charset)
    for place in ("lead", "between", "end"):
        page = around[place].join(re.split(_MARK.format(place=place), page))
    behind = around["after"]
    if theme in _ROWS and behind:
        behind = f"<tr><td>{behind}</td></tr>"
    before, after = page.split(_BEHIND[theme])
    page = f"{before}{behind}{_BEHIND[theme]}{after}"
    page = _set(page, "(?i)<body[^>]*>()", around["opening"])
    return _set(page, "(?i)()</body>", around["closing"]).encode(charset, "xmlcharrefreplace")


@cache
def _pieces(surroundings: str) -> defaultdict[str, str]:
    """The markup for each place."""
    around: defaultdict[str, str] = defaultdict(str)
    for name in _EVERYTHING if surroundings == EVERYTHING else (surroundings,):
        _, *parts = _PLACE.split((_FILES / f"{name}.html").read_text(encoding="utf-8"))
        for place, markup in zip(parts[::2], parts[1::2], strict=True):
            around[place] += markup
    return around


def _marked(copy: Copy) -> Copy:
    """The copy with a mark in its body at each place."""
    body = copy.body
    first, second = len(body) // 2, len(body) * 3 // 4
    between = "<p>@between@</p>"
    marked = ("<p>@lead@</p>", *body[:first], between, *body[first:second], between, *body[second:], "<p>@end@</p>")
    return replace(copy, body=marked)


def _set(page: str, place: str, markup: str) -> str:
    """The page with the markup at the group of a pattern, once."""
    found = re.search(place, page)
    assert found, place
    return page[: found.start(1)] + markup + page[found.start(1) :]
