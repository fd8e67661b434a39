"""What a page's markup does or declares beside its words: locks, walls, prices, terms for machines, recordings."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING

from licensecheck.conditions import Applies
from licensecheck.declarations import read_style
from licensecheck.model import Sign
from licensecheck.patterns import pattern
from licensecheck.selectors import compiled, subject
from licensecheck.sheets import read_sheets, rules
from licensecheck.terms import SignKind
from licensecheck.xpath import elements, test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

# Bounds on hostile input: elements looked at, locks whose reach is measured, signs kept, characters of a sign.
_MOST_ELEMENTS = 20_000
_MOST_LOCKS = 20
_MOST_SIGNS = 100
_LONGEST = 160

_BOXES = ("html", "body", "main", "article")
_HANDLERS = ("oncopy", "oncontextmenu", "onselectstart")
# From the attribute to its element: ten times as fast as asking each element.
_HELD = tuple(elements(f"//div/{attribute}/..") for attribute in ("@oncopy", "@style[contains(., 'user-select')]"))
_PARAGRAPHS = elements(".//p")
_IN_ARTICLE = test("ancestor::article or ancestor::main")
_APART = test("ancestor::header or ancestor::footer or ancestor::nav or ancestor::aside or ancestor::noscript")

# A handler that undoes what the reader does, and not one that only counts it.
_UNDOES = pattern(r"return\s*(?:false|!1|\w+\s*\()|preventdefault|disable|no_?copy|no_?context", re.IGNORECASE)
_SCRIPTED = pattern(r"document\.on(?:copy|contextmenu|selectstart)\s*=\s*(?!null|undefined|['\"]{2})")
# So far behind the handler's name its body is looked at: one that asks for pictures keeps nobody from the text.
_BODY = 300
_OF_PICTURES = pattern(r"\bimg\b|image", re.IGNORECASE)
_SELECTING = pattern(r"user-select")
_UNSELECTABLE = pattern(r"user-select\s*:\s*none")
_BLOCKING = pattern(
    r"preventDefault|return\s*(?:false|!1)|^\s*(?:block|disable|no_?(?:context|copy|select)|prevent)", re.IGNORECASE
)
_WALL = pattern(r"(?:pay|reg|log-?in|register|subscribe|content|members?)[-_]?(?:wall|gate)", re.IGNORECASE)
_COMMENTS = pattern(r"comment|respond", re.IGNORECASE)
_VOICES = (
    *("beyondwords", "speechkit", "trinityaudio", "trinitymedia", "readspeaker", "responsivevoice", "ad-auris"),
    *("play.ht", "instaread", "remixd", "elevenlabs"),
)
_TOLD = frozenset({"tdm-reservation", "tdm-policy", "robots", "product:price:amount", "price"})
_LOCKED_TYPES = ("vnd.readium.lcp", "vnd.adobe.adept", "hbedata")
_ARTICLES = ("Article", "Posting", "Report", "CreativeWork")


def read_signs(root: Element) -> tuple[Sign, ...]:
    """The signs on a parsed page, before any element is taken out of it; `Sign.element` is left open.

    What a script in a file of its own does is not seen, nor what a style sheet outside the page says.
    """
    return tuple(dict.fromkeys(islice(_signs(root), _MOST_SIGNS)))


def _signs(root: Element) -> Iterator[Sign]:
    sheets, boxes = [], []
    for element in islice(root.iter(*_BOXES, "style", *_READERS), _MOST_ELEMENTS):
        reader = _READERS.get(element.tag)  # type: ignore[arg-type]  # no comments: always a str
        if reader:
            if sign := reader(element):
                yield sign
        elif element.tag != "style":
            boxes.append(element)
        elif "user-select" in (text := element.text or ""):
            sheets.append(text)
    for held in _HELD:
        boxes += held(root)
    locks = ((element, sign) for element in boxes if (sign := _lock(element)))
    yield from (sign for element, sign in islice(locks, _MOST_LOCKS) if _holds_text(element))
    if sheets and (rule := _locking_rule(root, sheets)):
        yield Sign(SignKind.COPY_BLOCK, _shown(rule))


def _shown(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _as_written(element: Element, *names: str) -> str:
    """The opening tag with those of its attributes."""
    attributes = (f' {name}="{element.get(name)}"' for name in names if element.get(name) is not None)
    return _shown(f"<{element.tag!s}{''.join(attributes)}>")


# --- locks on the text


def _lock(element: Element) -> Sign | None:
    """What keeps readers from copying, or reading, the text in the element."""
    if "staticrypt" in element.get("class", ""):
        return Sign(SignKind.ENCRYPTED_READER, _as_written(element, "class"))
    names = [name for name in _HANDLERS if _UNDOES.search(element.get(name, ""))]
    if "user-select" in element.get("style", "") and _unselectable(element.get("style", "")):
        names.append("style")
    return Sign(SignKind.COPY_BLOCK, _as_written(element, *names)) if names else None


def _unselectable(declarations: str) -> bool:
    return read_style(declarations).values.get("user-select") == "none"


def _holds_text(element: Element) -> bool:
    """Whether half of the page's paragraphs or more stand in the element."""
    whole = element.getroottree().getroot()
    return 2 * len(_PARAGRAPHS(element)) >= len(_PARAGRAPHS(whole))


def _locking_rule(root: Element, sheets: list[str]) -> str | None:
    """The style rule that makes the page's text unselectable; `None` if none does, or another one undoes it."""
    holders = [(element, _names(element)) for element in _text_holders(root)]
    # Most pages set it for their buttons alone, which is seen without reading the sheets.
    if not any(_may_select(text, names) for sheet in sheets for text in _lockers(sheet) for _, names in holders):
        return None
    locking = None
    for rule in rules(read_sheets(root.iter("style")), _SELECTING):
        value = read_style(rule.declarations).values.get("user-select")
        if value is None or rule.around.applies is Applies.NEVER or not _selects(rule.selectors, holders):
            continue
        if value != "none":
            return None
        if rule.around.applies is Applies.SURELY:
            locking = f"{rule.prelude.strip()} {{{rule.declarations.strip()}}}"
    return locking


def _lockers(sheet: str) -> Iterator[str]:
    """The selectors of the rules that may make something unselectable."""
    for found in _UNSELECTABLE.finditer(sheet):
        before = sheet[max(found.start() - _BODY, 0) : found.start()].rpartition("{")[0]
        yield from before.rpartition("}")[2].rpartition("{")[2].split(",")


def _text_holders(root: Element) -> Iterator[Element]:
    """From the root down, the elements that hold half of the paragraphs or more, and the first paragraph in them."""
    element: Element | None = root
    paragraphs = _PARAGRAPHS(root)
    yield from paragraphs[:1]
    while element is not None:
        yield element
        element = next((child for child in element if 2 * len(_PARAGRAPHS(child)) > len(paragraphs)), None)


def _names(element: Element) -> set[str]:
    return {str(element.tag), f"#{element.get('id')}", *map(".{}".format, element.get("class", "").split())}


def _may_select(selector: str, names: set[str]) -> bool:
    """Whether an element of these names has those that the selector asks of it, or the selector takes any."""
    own = subject(selector)
    return names.issuperset(own) if own else selector.strip() == "*"


def _selects(selectors: Iterator[str], holders: list[tuple[Element, set[str]]]) -> bool:
    """Whether any of the selectors matches any of the elements, each with its names."""
    return any(
        _may_select(text, names) and (selector := compiled(text)) is not None and selector.matches(element)
        for text in selectors
        for element, names in holders
    )


# --- one element each


def _script(element: Element) -> Sign | None:
    """A lock that a script sets on the document, a voice that reads it out, a price that it tells machines."""
    text, kind = element.text, element.get("type", "")
    if not text:
        return Sign(SignKind.RECORDING, _as_written(element, "src")) if _is_voice(element.get("src", "")) else None
    if "document.on" in text and (found := _SCRIPTED.search(text)):
        body = text[found.end() : found.end() + _BODY]
        if _BLOCKING.search(body) and not _OF_PICTURES.search(body):
            return Sign(SignKind.COPY_BLOCK, _shown(text[found.start() : found.end() + _LONGEST]))
    if "ld+json" in kind and '"offers"' in text:
        return _offer(text)
    return Sign(SignKind.ENCRYPTED_READER, _as_written(element, "type")) if kind.lower() in _LOCKED_TYPES else None


def _meta(element: Element) -> Sign | None:
    """Terms for text and data mining (TDMRep, "noai"), or a price."""
    name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
    if name not in _TOLD:
        return None
    content = element.get("content", "")
    kind = SignKind.DATA_MINING_TERMS
    match name:
        case "tdm-reservation":
            says = content.strip() == "1"
        case "tdm-policy":
            says = bool(content.strip())
        case "robots":
            says = "noai" in content.lower().replace(",", " ").split()
        case _:
            kind = SignKind.OFFER
            says = _costs(content) and (name != "price" or _is_of_article(element))
    return Sign(kind, _as_written(element, "name", "property", "itemprop", "content")) if says else None


def _audio(element: Element) -> Sign | None:
    """A recording in the article."""
    return Sign(SignKind.RECORDING, _source(element)) if _IN_ARTICLE(element) and not _APART(element) else None


def _frame(element: Element) -> Sign | None:
    """A reader for locked files, a voice, or whatever else is embedded."""
    source, kind = element.get("src", element.get("data", "")), element.get("type", "").lower()
    if any(locked in kind for locked in _LOCKED_TYPES):
        return Sign(SignKind.ENCRYPTED_READER, _as_written(element, "type"))
    if _is_voice(source):
        return Sign(SignKind.RECORDING, _source(element))
    return None if _APART(element) else Sign(SignKind.EMBED, _source(element))


def _is_voice(source: str) -> bool:
    return any(voice in source for voice in _VOICES)


def _source(element: Element) -> str:
    """The address of what is embedded, which may stand in an element inside."""
    addresses = (each.get("src") or each.get("data") for each in element.iter())
    return _shown(next(filter(None, addresses), str(element.tag)))


def _password(element: Element) -> Sign | None:
    """A login in the article, or in what the page itself calls a wall."""
    if element.get("type", "").lower() != "password":
        return None
    looks = [f"{outer.get('class', '')} {outer.get('id', '')}" for outer in element.iterancestors()]
    wall = next((look for look in looks if _WALL.search(look)), None)
    in_article = _IN_ARTICLE(element) and not _APART(element) and not any(map(_COMMENTS.search, looks))
    return Sign(SignKind.LOGIN_WALL, _shown(wall or _as_written(element, "type"))) if wall or in_article else None


def _picture(element: Element) -> Sign | None:
    """A picture whose own style cuts it to fill its box; the sign is its address."""
    style = element.get("style", "")
    if "object-fit" not in style or read_style(style).values.get("object-fit") != "cover":
        return None
    sources = (element.get(name, "") for name in ("src", "data-src", "data-lazy-src"))
    return Sign(SignKind.CROPPED_PICTURE, next((s for s in sources if s and not s.startswith("data:")), ""))


# --- prices


def _offer(script: str) -> Sign | None:
    """A price that JSON-LD puts on an article."""
    try:
        waiting: list[object] = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return None
    while waiting:
        match waiting.pop():
            case list(several):
                waiting += several
            case {"@graph": list(several)}:
                waiting += several
            case {"@type": kind, "offers": offers} if _is_article(kind) and (price := _price(offers)):
                return Sign(SignKind.OFFER, _shown(f"{kind}: {price}"))
    return None


def _price(offers: object) -> str | None:
    for offer in offers if isinstance(offers, list) else [offers]:
        match offer:
            case {"price": price, "priceCurrency": currency} if _costs(str(price)):
                return f"{price} {currency}"
            case {"price": price} | {"lowPrice": price} if _costs(str(price)):
                return str(price)
    return None


def _costs(price: str) -> bool:
    return any(digit in price for digit in "123456789")


def _is_article(kind: object) -> bool:
    return any(
        isinstance(name, str) and name.endswith(_ARTICLES) for name in (kind if isinstance(kind, list) else [kind])
    )


def _is_of_article(element: Element) -> bool:
    """Whether the item that the element describes, or the item around that, is an article (microdata)."""
    items = (outer.get("itemtype", "") for outer in element.iterancestors() if outer.get("itemscope") is not None)
    return any(map(_is_article, items))


_READERS: dict[str, Callable[[Element], Sign | None]] = {
    "script": _script,
    "meta": _meta,
    "audio": _audio,
    "amp-audio": _audio,
    "iframe": _frame,
    "amp-iframe": _frame,
    "embed": _frame,
    "object": _frame,
    "video": _frame,
    "canvas": _frame,
    "input": _password,
    "img": _picture,
}
