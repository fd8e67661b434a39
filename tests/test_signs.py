"""Signs in a page's markup, and the many look-alikes that are none."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from licensecheck.model import Sign
from licensecheck.page import read_page
from licensecheck.signs import read_signs
from licensecheck.terms import SignKind

STORY = "<p>The ferry left at dusk.</p><p>Nobody waved.</p><p>The bell is kept.</p>"


def signs_of(html: str) -> tuple[Sign, ...]:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return read_signs(etree.fromstring(html.encode(), parser))


def kinds(html: str) -> list[SignKind]:
    return [sign.kind for sign in signs_of(html)]


def page(*, head: str = "", body: str = "", story: str = STORY, before: str = "", after: str = "") -> str:
    return (
        f"<html><head>{head}</head><body {body}>{before}<article class=story>{story}</article>{after}"
        "<footer><p>Small print.</p></footer></body></html>"
    )


def test_a_plain_page_has_no_signs() -> None:
    assert signs_of(page()) == ()


def test_a_page_carries_its_signs() -> None:
    assert [sign.kind for sign in read_page(page(body='oncopy="return false"').encode()).signs] == [SignKind.COPY_BLOCK]


# --- locks


@pytest.mark.parametrize(
    "html",
    [
        page(body='oncopy="return false"'),
        page(body='ONCONTEXTMENU="alert(1); return false;"'),
        page(body='onselectstart="event.preventDefault()"'),
        page(body='oncopy="return noCopy(event)"'),
        page(body='style="-webkit-user-select: none"'),
        page().replace("<article", '<article oncopy="return false"'),
        page(story=f'<div oncopy="return false">{STORY}</div>'),
        page(story=f'<div style="user-select:none">{STORY}</div>'),
        page(head="<style>body{user-select:none}</style>"),
        page(head="<style>* { -webkit-user-select : none !important }</style>"),
        page(head="<style>a{color:red} .story p , nav { -webkit-user-select:none;user-select:none }</style>"),
        page(head="<style>@media screen { .story { user-select: none } }</style>"),
        page(head="<script>document.oncontextmenu = function () { return false; };</script>"),
        page(after="<script>document.onselectstart=disable_select ;</script>"),
        page(after="<script>document.oncopy = e => { e.preventDefault(); }</script>"),
    ],
)
def test_locks_on_copying(html: str) -> None:
    assert kinds(html) == [SignKind.COPY_BLOCK]


@pytest.mark.parametrize(
    "html",
    [
        page(body='oncopy="track()"'),
        page(body='oncopy=""'),
        page(body='style="user-select: text"'),
        page(story=f'{STORY}<div oncopy="return false"><p>A box.</p></div>'),
        page(story=f'<img oncontextmenu="return false" src=a.jpg>{STORY}'),
        page(head="<style>button, .share, [role=tab] { user-select: none }</style>"),
        page(head="<style>.story::before { user-select: none }</style>"),
        page(head="<style>body.dragging { user-select: none }</style>"),
        page(head="<style>@media print { body { user-select: none } }</style>"),
        page(head="<style>body { user-select: none } p { user-select: text }</style>"),
        page(head="<script>document.oncontextmenu = null;</script>"),
        page(head="<script>document.oncopy = function () { count('copy'); }</script>"),
        page(head="<script>document.oncontextmenu = e => { if (e.target.tagName == 'IMG') return false; }</script>"),
        page(head="<script>document.onkeydown = function () { return false; }</script>"),
    ],
)
def test_what_locks_no_text(html: str) -> None:
    assert kinds(html) == []


@pytest.mark.parametrize(
    "html",
    [
        page().replace("<html>", '<html class="staticrypt-html">'),
        page(after='<script type="hbeData">0f3c</script>'),
        page(after='<object type="application/vnd.readium.lcp.license.v1.0+json" data="a.lcpl"></object>'),
    ],
)
def test_locked_readers(html: str) -> None:
    assert kinds(html) == [SignKind.ENCRYPTED_READER]


# --- walls, terms, prices


@pytest.mark.parametrize(
    ("html", "wall"),
    [
        (page(after="<div class='reg-wall'><form><input type=password></form></div>"), "reg-wall"),
        (page(story=f"{STORY}<form><input type=PASSWORD name=p></form>"), '<input type="PASSWORD">'),
        (page(before="<header><form><input type=password></form></header>"), None),
        (page(story=f"{STORY}<div id=comments><form><input type=password></form></div>"), None),
        (page(story=f"{STORY}<aside><input type=password></aside>"), None),
        (page(story=f"{STORY}<input type=text>"), None),
    ],
)
def test_logins(html: str, wall: str | None) -> None:
    assert [sign.text.strip() for sign in signs_of(html)] == ([wall] if wall else [])


@pytest.mark.parametrize(
    ("meta", "found"),
    [
        ('name="tdm-reservation" content="1"', True),
        ('name="TDM-Reservation" content=" 1 "', True),
        ('name="tdm-policy" content="https://a.example/policy.json"', True),
        ('name="robots" content="index, noai, noimageai"', True),
        ('name="tdm-reservation" content="0"', False),
        ('name="tdm-policy" content=""', False),
        ('name="robots" content="max-image-preview:large"', False),
        ('name="robots" content="noimageai"', False),
        ('name="description" content="1"', False),
    ],
)
def test_terms_for_machines(meta: str, found: bool) -> None:  # noqa: FBT001 (a table's column)
    assert kinds(page(head=f"<meta {meta}>")) == [SignKind.DATA_MINING_TERMS] * found


def json_ld(value: object) -> str:
    return page(head=f'<script type="application/ld+json">{json.dumps(value)}</script>')


PRICED = {"@type": "Offer", "price": "2.50", "priceCurrency": "EUR"}


@pytest.mark.parametrize(
    ("html", "price"),
    [
        (json_ld({"@type": "NewsArticle", "offers": PRICED}), "NewsArticle: 2.50 EUR"),
        (json_ld({"@graph": [{"@type": "WebPage"}, {"@type": "Article", "offers": [PRICED]}]}), "Article: 2.50 EUR"),
        (json_ld([{"@type": "BlogPosting", "offers": {"lowPrice": 3}}]), "BlogPosting: 3"),
        (json_ld({"@type": "Article", "offers": {"price": "0.00", "priceCurrency": "EUR"}}), None),
        (json_ld({"@type": "Product", "offers": PRICED}), None),
        (json_ld({"@type": "Article", "publisher": {"@type": "Organization", "offers": PRICED}}), None),
        (page(head='<script type="application/ld+json">{"offers": [}</script>'), None),
        (
            page(head='<meta property="product:price:amount" content="4">'),
            '<meta property="product:price:amount" content="4">',
        ),
        (
            page(
                story="<div itemscope itemtype=https://schema.org/Article><div itemprop=offers itemscope "
                "itemtype=https://schema.org/Offer><meta itemprop=price content=5></div></div>"
            ),
            '<meta itemprop="price" content="5">',
        ),
        (page(story="<div itemscope itemtype=https://schema.org/Product><meta itemprop=price content=5></div>"), None),
    ],
)
def test_prices(html: str, price: str | None) -> None:
    assert [sign.text for sign in signs_of(html) if sign.kind is SignKind.OFFER] == ([price] if price else [])


# --- recordings, embeds, pictures


@pytest.mark.parametrize(
    ("html", "source"),
    [
        (page(story=f"<audio controls><source src=/read.mp3></audio>{STORY}"), "/read.mp3"),
        (page(story=f"<audio></audio>{STORY}"), "audio"),
        (
            page(after="<iframe src=https://player.beyondwords.io/?id=4></iframe>"),
            "https://player.beyondwords.io/?id=4",
        ),
        (page(before="<header><audio src=/live.mp3></audio></header>"), None),
        (page(after="<audio src=/jingle.mp3></audio>"), None),
    ],
)
def test_recordings(html: str, source: str | None) -> None:
    assert [sign.text for sign in signs_of(html) if sign.kind is SignKind.RECORDING] == ([source] if source else [])


def test_a_voice_by_its_script() -> None:
    assert kinds(page(head="<script src=https://cdn.readspeaker.com/x.js></script>")) == [SignKind.RECORDING]


@pytest.mark.parametrize("tag", ["iframe", "embed", "video", "canvas"])
def test_embeds(tag: str) -> None:
    assert kinds(page(story=f"{STORY}<{tag} src=https://charts.example/4></{tag}>")) == [SignKind.EMBED]
    assert kinds(page(after=f"<noscript><{tag} src=https://tags.example/ns></{tag}></noscript>")) == []


def test_a_picture_that_its_style_cuts() -> None:
    html = page(story="<img src=a.jpg style='object-fit: cover'><img src=b.jpg style='object-fit:contain'>")
    assert signs_of(html) == (Sign(SignKind.CROPPED_PICTURE, "a.jpg"),)
    lazy = page(story="<img src=data:image/gif;base64,x data-src=c.jpg style='object-fit:cover'>")
    assert [sign.text for sign in signs_of(lazy)] == ["c.jpg"]


# --- bounds


@pytest.mark.parametrize(
    "piece",
    [
        "<article oncopy='return false'>",
        "<div oncopy='return false'>",
        "<input type=password>",
        "<audio>",
        "<script type=application/ld+json>" + '{"@type":"Article","offers":' * 50 + "</script>",
        "<style>.a{user-select:none}</style>",
        "<style>" + "user-select:none" * 50 + "</style>",
    ],
)
def test_many_signs_stay_few_and_quick(piece: str) -> None:
    assert len(signs_of(page(story=f"{STORY}{piece * 3000}"))) <= 100
