"""Boxes that their own words tell apart, whatever their markup: comments, other stories, cookies, pictures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING

from licensecheck.credit_words import PICTURES
from licensecheck.patterns import pattern
from licensecheck.terms import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from licensecheck.model import Block, Page
    from licensecheck.tree import Tree

# A heading of such a box is no longer than this, in characters; nor is a notice or a caption.
_HEADING, _NOTICE = 60, 600
# So many blocks of a box are asked whether they speak of the work.
_LOOKS = 200
# What readers say, and what else there is to read.
_HEADINGS = pattern(
    r"\W*(?:\d+\s+)?(?:"
    r"(?:reader\s|user\s)?(?:comments?|responses?|replies|reactions?)(?:\son\s.+)?|discussion|"
    r"(?:join|start)\sthe\s(?:conversation|discussion)|leave\sa\s(?:comment|reply)|thoughts?\son\s.+|have\syour\ssay|"
    r"comentarios|comentários|commentaires|kommentare|commenti|комментарии|التعليقات|评论|"
    r"related(?:\s(?:articles|content|news|posts|stories|topics))?|more\s(?:articles|headlines|news|posts|stories)(?:\s.+)?|"
    r"more\sfrom\s.+|(?:you\s(?:may|might)|you’ll|you'll)\s(?:also\s)?(?:be\sinterested\sin|enjoy|like|love)|"
    r"recommended(?:\s(?:for\syou|reading|stories))?|most\s(?:popular|read|shared|viewed)|trending(?:\snow)?|"
    r"(?:latest|popular|recent)\s(?:articles|news|posts|stories)|in\sother\snews|"
    r"(?:artículos|noticias)\srelacionad[ao]s|te\spuede\sinteresar|también\ste\spuede\sinteresar|lo\smás\sleído|"
    r"(?:artigos|notícias)\srelacionad[ao]s|mais\slidas|articles\s(?:liés|similaires)|sur\sle\smême\s(?:sujet|thème)|"
    r"les\splus\slus|mehr\szum\sthema|(?:ähnliche|weitere|verwandte)\s(?:artikel|beiträge)|meistgelesen|"
    r"das\skönnte\ssie\sauch\sinteressieren|articoli\scorrelati|(?:i\s)?più\sletti|похожие\s(?:материалы|статьи)|"
    r"читайте\sтакже|популярное|مقالات\sذات\sصلة|الأكثر\sقراءة|قد\sيعجبك(?:\sأيضا)?|相关(?:文章|阅读|新闻)|热门文章"
    r")\s*(?:\W*\d+\W*)?",
)
# A label of what somebody pays for; before the text it may be said of that.
_SOLD = pattern(
    r"\W*(?:(?:paid|partner|promoted|sponsored)(?:\s(?:content|links?|post|stories|story))?|advertise?ments?|advertorial|"
    r"anzeige|contenido\spatrocinado|patrocinado|publicidad|publicidade|publicité|pubblicità|werbung|реклама|إعلان)\W*",
)
# What is said to the visitor, on cookies and comments, and words that stand in all of it.
_NOTICES = pattern(
    r"(?:\bcookies?\b|файлы куки|ملفات تعريف الارتباط).*"
    r"\b(?:acc?e[pt]|agree|akzept|consen|einwillig|privac|datenschutz|rechaz|refuse|согла|موافق)|"
    r"\b(?:agree|consent|partners|site|use|utili\w+|verwende\w*|we)\b.*\bcookies?\b|"
    r"\b(?:log ?in|post|register|sign ?in|write)\b.{0,40}\bcomments?\b|"
    r"\bcomments? (?:are|is) (?:closed|moderated|the)\b"
)
_CUES = ("comment", "cookie", "куки", "الارتباط")
# A caption goes over into its credit.
_PHOTO_CREDIT = pattern(
    rf"(?:^|[.!?…)|·–—-]\s*){PICTURES}\s?(?:[:：/／|©]|(?:by|courtesy of|de|di|par|por|von)\s)|"
    r"[.!?…]\s*\([^()\d]{3,60}\s?[/|]\s?[^()\d]{2,60}\)"
)


def told_apart(page: Page, text: int, is_own: Callable[[Block], bool]) -> dict[int, Scope]:
    """The elements that words tell to be a widget's or a picture's; whether they hold the article too is not asked.

    `text` is the element with which the work's text begins; `is_own` says of a block that it speaks of the work.
    """
    found = {}
    images = [image.element for image in page.images]
    starts = [block.element for block in page.blocks]
    ends = page.tree.ends
    for number, block in enumerate(page.blocks):
        if len(block.text) > _NOTICE:
            continue
        said = block.text.lower()
        start = starts[number - 1] if number else -1
        if len(said) <= _HEADING and _begins_box(said, sold=block.element > text):
            box = _headed(page.tree, start, starts[number : number + 2])
            if box >= 0 and not any(map(is_own, _held(page, box, number))):
                found[box] = Scope.WIDGET
        elif any(cue in said for cue in _CUES) and _NOTICES.search(said):
            found[block.element] = Scope.WIDGET
        elif bisect_right(images, start) < bisect_left(images, ends[block.element]) and _PHOTO_CREDIT.search(said):
            found[block.element] = Scope.IMAGE
    return found


def _begins_box(said: str, *, sold: bool) -> bool:
    return bool(_HEADINGS.fullmatch(said) or (sold and _SOLD.fullmatch(said)))


def _held(page: Page, box: int, number: int) -> Iterator[Block]:
    """The blocks of a box that begins with the block of that number."""
    return takewhile(lambda block: page.tree.contains(box, block.element), page.blocks[number : number + _LOOKS])


def _headed(tree: Tree, before: int, elements: list[int]) -> int:
    """The smallest box that holds a heading and what comes next; -1 if there is nothing, or something before it."""
    heading, *following = elements
    box = next((x for x in tree.ancestors(heading) if following and tree.contains(x, following[0])), -1)
    return -1 if box < 0 or tree.contains(box, before) else box
