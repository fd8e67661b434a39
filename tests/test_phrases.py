"""Phrases with weight: what is found, and the many places where the same words accuse nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from copied import STORY, TITLE, WORK, credit_of, markup

from licensecheck.model import Paragraph
from licensecheck.terms import PhraseKind, Scope

if TYPE_CHECKING:
    from licensecheck.claims import Phrase


def phrases_of(html: str, kind: PhraseKind) -> list[Phrase]:
    """The phrases of one kind, but for the notice in the partner's own footer."""
    found = [phrase for phrase in credit_of(html).phrases if phrase.kind is kind]
    return [phrase for phrase in found if phrase.holder != "Partner Gazette"]


def of_article(html: str, kind: PhraseKind) -> list[Phrase]:
    return [phrase for phrase in phrases_of(html, kind) if phrase.visible and phrase.scope is Scope.ARTICLE]


@pytest.mark.parametrize(
    ("notice", "holder"),
    [
        ("© 2024 The Harbour Post", "The Harbour Post"),
        ("Copyright © 2019-2024 Fjord Media, Inc. All rights reserved.", "Fjord Media, Inc"),
        ("Copyright 2024 Fjord Media | Terms", "Fjord Media"),
        ("(c) 2024 Fjord Media", "Fjord Media"),
        ("Copyright (c) 2024, Fjord Media", "Fjord Media"),
        ("© Copyright 2024 by Fjord Media. Printed in May.", "Fjord Media"),
        ("Copyright by Fjord Media", "Fjord Media"),
        ("Fjord Media © 2024", "Fjord Media"),
        ("© 2024", None),
        ("© All rights reserved.", None),
        ("© 2024 Издательство «Фьорд», Осло", "Издательство «Фьорд», Осло"),
    ],
)
def test_copyright_notices_and_whom_they_name(notice: str, holder: str | None) -> None:
    found = of_article(markup(end=f"<p>{notice}</p>"), PhraseKind.COPYRIGHT)
    assert [phrase.holder for phrase in found] == ([] if notice == "© All rights reserved." else [holder])


@pytest.mark.parametrize(
    "text", ["Copyright", "Copyright and reprints", "(c) the third case", "A song about copyright law"]
)
def test_the_word_alone_is_no_notice(text: str) -> None:
    assert not phrases_of(markup(end=f"<p>{text}</p>"), PhraseKind.COPYRIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "No reproduction without permission.",
        "No part of this story may be reproduced in any form.",
        "Reproduction in whole or in part is prohibited.",
        "Todos los derechos reservados",
        "Queda prohibida la reproducción total o parcial",
        "Tous droits de reproduction réservés",
        "Reproduction interdite",
        "Alle Rechte vorbehalten",
        "Nachdruck, auch in Auszügen, nur mit Genehmigung",
        "Todos os direitos reservados",
        "Proibida a reprodução sem autorização",
        "Tutti i diritti riservati",
        "Riproduzione riservata",
        "Все права защищены",
    ],
)
def test_restrictions_in_many_languages(text: str) -> None:
    html = markup(end=f"<p>{text}</p>")
    assert len(of_article(html, PhraseKind.RESTRICTION)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Some rights reserved.",
        "Your email address will not be published.",
        "This story may not be sold or used for commercial purposes.",
        "It may not be republished without attribution.",
        "The reproduction of herring is slow in cold water.",
    ],
)
def test_words_that_restrict_nothing_the_license_allows(text: str) -> None:
    assert not of_article(markup(end=f"<p>{text}</p>"), PhraseKind.RESTRICTION)


@pytest.mark.parametrize(
    ("html", "scope"),
    [
        (markup(), Scope.SITE),
        (
            markup(
                inside="<figure><img src=a><figcaption>© Fjord Pictures. All rights reserved.</figcaption></figure>"
            ),
            Scope.IMAGE,
        ),
        (markup(inside="<p>Photos may not be republished without permission.</p>"), Scope.IMAGE),
        (markup(end="<p>Photo © 2024 Fjord Pictures. All rights reserved.</p>"), Scope.IMAGE),
        (markup(end="<div id=comments><p>ha, all rights reserved</p></div>"), Scope.WIDGET),
        (markup(end="<aside>Fjord Widgets, all rights reserved</aside>"), Scope.WIDGET),
        (markup(outside="<footer>Part of Fjord. All rights reserved.</footer>"), Scope.SITE),
        (markup(end="<div class=print-footer>© 2024 Fjord. All rights reserved.</div>"), Scope.SITE),
        (
            f"<body><div><h1>{TITLE}</h1>{''.join(f'<p>{p}</p>' for p in STORY)}</div><div>All rights reserved.</div>",
            Scope.SITE,
        ),
    ],
)
def test_restrictions_of_other_things(html: str, scope: Scope) -> None:
    found = [phrase for phrase in credit_of(html).phrases if phrase.kind is PhraseKind.RESTRICTION]
    assert found[0].scope is scope
    assert not of_article(html, PhraseKind.RESTRICTION)


def test_a_photo_notice_beside_its_picture_is_the_pictures() -> None:
    html = markup(inside="<div><img src=a.jpg>© Aud Lervik</div>")
    assert [phrase.scope for phrase in phrases_of(html, PhraseKind.COPYRIGHT)] == [Scope.IMAGE]


def test_what_the_story_tells_of_rights_is_no_phrase_but_its_own_notice_is() -> None:
    told = "The old posters still say © 1931 Ferry Board, all rights reserved, in red letters on tin."
    own = "© 2024 The Harbour Post"
    html = markup(inside=f"<p>{told}</p>").replace("</div></article>", f"<p>{own}</p></div></article>")
    work = WORK._replace(body=(WORK.body[0], Paragraph(told), *WORK.body[1:], Paragraph(own)))
    found = [phrase for phrase in credit_of(html, work).phrases if phrase.scope is Scope.ARTICLE]
    assert [(phrase.kind, phrase.holder) for phrase in found] == [(PhraseKind.COPYRIGHT, "The Harbour Post")]


def test_a_notice_put_behind_the_last_words_of_the_story_is_found() -> None:
    html = markup().replace("about the timetable.", "about the timetable. © 2024 Fjord Media. All rights reserved.")
    assert [p.holder for p in of_article(html, PhraseKind.COPYRIGHT)] == ["Fjord Media"]
    assert len(of_article(html, PhraseKind.RESTRICTION)) == 1


def test_hidden_phrases_are_called_hidden() -> None:
    (phrase,) = phrases_of(markup(end="<p hidden>© 2024 Fjord Media</p>"), PhraseKind.COPYRIGHT)
    assert not phrase.visible


# --- credits that credit nobody, and bylines of others


@pytest.mark.parametrize(
    "text", ["Source: Internet", "Quelle: Internet", "Fuente: internet", "From the web", "Author unknown"]
)
def test_vague_credits(text: str) -> None:
    assert len(of_article(markup(end=f"<p>{text}</p>"), PhraseKind.VAGUE_CREDIT)) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<h3>From the web</h3>",
        "<p>Source: Internet Archive staff paper and others</p>",
        "<p>She works on the internet.</p>",
    ],
)
def test_words_that_are_no_vague_credit(html: str) -> None:
    assert not of_article(markup(end=html), PhraseKind.VAGUE_CREDIT)


@pytest.mark.parametrize(
    ("top", "holder"),
    [
        ("<p>By Staff</p>", "Staff"),
        ("<p>Staff Report</p>", None),
        ("<p class=byline>Staff Report</p>", "Staff Report"),
        ("<p>By Partner Gazette Staff | May 3, 2024</p>", "Partner Gazette Staff"),
        ("<p>Posted by admin on May 3</p>", "admin"),
        ("<p>By Ragna Holt</p>", "Ragna Holt"),
        ("<p>Par Ragna Holt, le 3 mai</p>", "Ragna Holt"),
        ("<p class=author>Ragna Holt</p>", "Ragna Holt"),
        ("<p>By Marit Solheim, Jose Ibanez Kroll, The Harbour Post</p>", None),
        ("<p>By Marit Q. Solhiem</p>", None),
        ("<p>By the numbers</p>", None),
        ("<p>By The Harbour Post Staff</p>", None),
        ("<p>By dusk the pier was empty again and quiet</p>", None),
        ("<aside><p>By Ragna Holt</p></aside>", None),
    ],
)
def test_bylines_of_others(top: str, holder: str | None) -> None:
    found = of_article(markup(top=top), PhraseKind.STAFF_BYLINE)
    assert [phrase.holder for phrase in found] == ([holder] if holder else [])


@pytest.mark.parametrize(
    ("byline", "added"),
    [
        ("By Marit Q. Solheim and Ragna Holt", "Ragna Holt"),
        ("By Marit Q. Solheim, Jose Ibanez Kroll and Partner Gazette Staff", "Partner Gazette Staff"),
        ("Por Marit Q. Solheim y Ragna Holt", "Ragna Holt"),
        ("By Marit Q. Solheim, Fjord Media", "Fjord Media"),
        ("By Marit Q. Solheim, The Harbour Post", None),
        ("By Marit Q. Solheim, Climate Reporter", None),
        ("By Marit Q. Solheim, Staff Writer", None),
        ("By Marit Q. Solheim, Tornholm", None),
        ("By Marit Q. Solheim, Northern Wire Service", None),
    ],
)
def test_names_added_to_the_authors(byline: str, added: str | None) -> None:
    head = '<meta property="og:site_name" content="Fjord Media">'
    html = markup(top=f"<p>{byline}</p>", head=head)
    assert [phrase.holder for phrase in of_article(html, PhraseKind.ADDED_NAME)] == ([added] if added else [])
    assert not of_article(html, PhraseKind.STAFF_BYLINE)


def test_the_bylines_of_other_stories_are_not_this_ones() -> None:
    cards = "".join(f"<li><a href=/{n}>Another headline of the day</a><p>By Ragna Holt</p></li>" for n in range(3))
    assert not phrases_of(markup(end=f"<ul>{cards}</ul>"), PhraseKind.STAFF_BYLINE)


def test_without_known_authors_only_the_staff_is_foreign() -> None:
    work = WORK._replace(authors=None)
    html = markup(top="<p>By Ragna Holt and Gazette Staff</p>")
    found = [p.holder for p in credit_of(html, work).phrases if p.kind is PhraseKind.STAFF_BYLINE]
    assert found == ["Gazette Staff"]


# --- walls and advertisements

CUT = markup(end="<p>Subscribe to continue reading</p>").replace(f"<p>{STORY[3]}</p>", "")


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe to continue reading",
        "Article réservé aux abonnés",
        "Suscríbete para seguir leyendo",
        "Weiterlesen mit Abo",
    ],
)
def test_walls_behind_a_story_that_stops(wall: str) -> None:
    html = CUT.replace("Subscribe to continue reading", wall)
    assert len([p for p in phrases_of(html, PhraseKind.PAYWALL) if p.visible]) == 1


def test_an_invitation_behind_the_whole_story_is_no_wall() -> None:
    assert not phrases_of(markup(end="<p>Subscribe to continue reading</p>"), PhraseKind.PAYWALL)


def test_a_wall_told_to_machines() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    (phrase,) = phrases_of(markup(head=head), PhraseKind.PAYWALL)
    assert not phrase.visible


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<div class=ad-slot-wrap><div class=adsbygoogle></div></div>", 1),
        ("<div id=div-gpt-ad-123></div><div id=div-gpt-ad-124></div>", 2),
        ("<div><p>Advertisement</p></div>", 1),
        ("<p>Anzeige</p>", 1),
        ("<p>Her first advertisement was a poster.</p>", 0),
        ("<div class=header-load-unit></div>", 0),
    ],
)
def test_advertising(html: str, count: int) -> None:
    assert len(phrases_of(markup(inside=html), PhraseKind.ADVERTISING)) == count


def test_an_advertisement_is_where_it_stands() -> None:
    (phrase,) = phrases_of(markup(outside="<aside><div class=adsbygoogle></div></aside>"), PhraseKind.ADVERTISING)
    assert phrase.scope is Scope.WIDGET
