"""Phrases of interest beside an article, in six languages, and the words like them that mean nothing of the kind."""

from __future__ import annotations

import pytest
from copied import STORY, WORK, credit_of, markup

from licensecheck.model import Paragraph
from licensecheck.terms import PhraseKind, Scope

KINDS = {
    PhraseKind.LOGIN_WALL,
    PhraseKind.SALE,
    PhraseKind.SPONSOR,
    PhraseKind.AFFILIATION,
    PhraseKind.MERCHANDISE,
    PhraseKind.DONATION,
    PhraseKind.PARTNERSHIP,
    PhraseKind.PROMOTION,
    PhraseKind.TERMS_OF_USE,
}


def kinds(html: str) -> list[PhraseKind]:
    phrases = credit_of(html).phrases
    return [p.kind for p in phrases if p.kind in KINDS and p.visible and p.scope is Scope.ARTICLE]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PhraseKind.SALE, "Buy this article for $2"),
        (PhraseKind.SALE, "Order reprints"),
        (PhraseKind.SALE, "Reprints & Permissions"),
        (PhraseKind.SALE, "License this content"),
        (PhraseKind.SALE, "Comprar este artículo"),
        (PhraseKind.SALE, "Acheter cet article : 2 €"),
        (PhraseKind.SALE, "Einzelartikel kaufen"),
        (PhraseKind.SALE, "Comprar este artigo"),
        (PhraseKind.SALE, "Acquista l’articolo"),
        (PhraseKind.SPONSOR, "Sponsored by Tidewater Bank"),
        (PhraseKind.SPONSOR, "This series is brought to you by Tidewater Bank."),
        (PhraseKind.SPONSOR, "Presented by: Tidewater Bank"),
        (PhraseKind.SPONSOR, "Paid post"),
        (PhraseKind.SPONSOR, "Patrocinado por Banco Norte"),
        (PhraseKind.SPONSOR, "Présenté par Banque du Nord"),
        (PhraseKind.SPONSOR, "Präsentiert von Nordbank"),
        (PhraseKind.SPONSOR, "Conteúdo patrocinado"),
        (PhraseKind.SPONSOR, "Sponsorizzato da Banca Nord"),
        (PhraseKind.AFFILIATION, "We may earn a commission from links on this page."),
        (PhraseKind.AFFILIATION, "As an Amazon Associate we earn from purchases."),
        (PhraseKind.AFFILIATION, "This story contains affiliate links."),
        (PhraseKind.AFFILIATION, "Podemos recibir una comisión."),
        (PhraseKind.AFFILIATION, "Nous pouvons toucher une petite commission."),
        (PhraseKind.AFFILIATION, "Beim Kauf erhalten wir eine kleine Provision."),
        (PhraseKind.AFFILIATION, "Podemos receber uma comissão."),
        (PhraseKind.AFFILIATION, "Il sito riceverà una commissione."),
        (PhraseKind.MERCHANDISE, "Add to cart"),
        (PhraseKind.MERCHANDISE, "Order a framed print of your story"),
        (PhraseKind.MERCHANDISE, "Advertorial"),
        (PhraseKind.MERCHANDISE, "Publirreportaje"),
        (PhraseKind.MERCHANDISE, "Publi-rédactionnel"),
        (PhraseKind.MERCHANDISE, "In den Warenkorb"),
        (PhraseKind.MERCHANDISE, "Adicionar ao carrinho"),
        (PhraseKind.MERCHANDISE, "Aggiungi al carrello"),
        (PhraseKind.DONATION, "Support stories like this one."),
        (PhraseKind.DONATION, "Did you learn something? Please donate to keep this reporting going."),
        (PhraseKind.DONATION, "If you valued this story, consider a donation."),
        (PhraseKind.DONATION, "Apoya reportajes como este"),
        (PhraseKind.DONATION, "Soutenez des enquêtes comme celle-ci"),
        (PhraseKind.DONATION, "Unterstützen Sie Recherchen wie diese"),
        (PhraseKind.DONATION, "Apoie reportagens como esta"),
        (PhraseKind.DONATION, "Sostieni inchieste come questa"),
        (PhraseKind.PARTNERSHIP, "Published in partnership with The Harbour Post."),
        (PhraseKind.PARTNERSHIP, "From our colleagues at the Harbour Post"),
        (PhraseKind.PARTNERSHIP, "A proud member of The Harbour Post network"),
        (PhraseKind.PARTNERSHIP, "En colaboración con The Harbour Post"),
        (PhraseKind.PARTNERSHIP, "En partenariat avec The Harbour Post"),
        (PhraseKind.PARTNERSHIP, "In Kooperation mit The Harbour Post"),
        (PhraseKind.PARTNERSHIP, "Em parceria com The Harbour Post"),
        (PhraseKind.PARTNERSHIP, "In collaborazione con The Harbour Post"),
        (PhraseKind.PROMOTION, "Recommended by Marit Q. Solheim"),
        (PhraseKind.PROMOTION, "As seen in The Harbour Post"),
        (PhraseKind.PROMOTION, "Empfohlen von The Harbour Post"),
    ],
)
def test_what_is_said_of_interests(kind: PhraseKind, text: str) -> None:
    assert kinds(markup(end=f"<p>{text}</p>")) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Republish this article under its license.",
        "The license this article is under allows it.",
        "Buy this story a coffee.",
        "In order, reprint the caption.",
        "Support for this story was provided by the Tern Fund.",
        "This story was supported by the Tern Fund.",
        "Presented by The Harbour Post",
        "The award was presented by the mayor.",
        "The European Commission will receive the report.",
        "The affiliate in Tornholm is small.",
        "Donate",
        "Donate to the Partner Gazette.",
        "Support our newsroom.",
        "Published in partnership with the county library.",
        "In partnership with residents, the county will repaint the pier.",
        "Produced by The Harbour Post in partnership with Marit Q. Solheim.",
        "Recommended by Outbrain",
        "As reported by The Harbour Post",
        "The pier is the property of the county.",
        "The terms of the lease are secret.",
        "Log in to continue reading.",
    ],
)
def test_what_is_said_of_nothing_of_the_kind(text: str) -> None:
    assert kinds(markup(end=f"<p>{text}</p>")) == []


@pytest.mark.parametrize(
    "text",
    [
        "All content on this page is the property of Fjord Media.",
        "Use of this article is subject to our terms of use.",
        "Los contenidos son propiedad de Fjord Media.",
        "Les textes sont la propriété de Fjord Media.",
        "Alle Inhalte sind Eigentum der Fjord Media.",
        "Os textos são propriedade da Fjord Media.",
        "I contenuti sono proprietà di Fjord Media.",
    ],
)
def test_terms_of_use_are_the_articles_only_where_they_are_bound_to_it(text: str) -> None:
    assert kinds(markup(end=f"<p>{text}</p>")) == [PhraseKind.TERMS_OF_USE]
    assert kinds(markup(outside=f"<div class=site-footer><p>{text}</p></div>")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Log in to continue reading",
        "Sign up for free to read the rest",
        "Inicia sesión para seguir leyendo",
        "Connectez-vous pour continuer",
        "Registrieren und weiterlesen",
        "Cadastre-se para continuar",
        "Accedi per continuare a leggere",
    ],
)
def test_a_login_walls_off_what_is_missing(text: str) -> None:
    assert kinds(markup(end=f"<p>{text}</p>").replace(f"<p>{STORY[3]}</p>", "")) == [PhraseKind.LOGIN_WALL]
    assert kinds(markup(end=f"<p>{text}</p>")) == []


def test_what_the_work_says_of_itself_is_no_phrase() -> None:
    told = "This story was published in partnership with The Harbour Post. Support stories like this one."
    work = WORK._replace(body=(*WORK.body, Paragraph(told)))
    html = markup(end=f"<p>{told}</p>")
    assert [p.kind for p in credit_of(html, work).phrases if p.kind in KINDS] == []
    assert kinds(html) == [PhraseKind.DONATION, PhraseKind.PARTNERSHIP]


def test_words_that_the_publisher_asks_for_are_no_tie() -> None:
    line = "Published in partnership with The Harbour Post."
    work = WORK._replace(snippet=f"<p>{line}</p>")
    phrases = credit_of(markup(end=f"<p>{line}</p>"), work).phrases
    assert PhraseKind.PARTNERSHIP not in {phrase.kind for phrase in phrases}


def test_far_from_the_article_nothing_is_said_of_it() -> None:
    far = "".join(f"<p>Line {number} of something else.</p>" for number in range(20))
    assert kinds(markup(end=f"{far}<p>Sponsored by Tidewater Bank</p>")) == []


def test_what_stands_in_a_box_is_the_boxs() -> None:
    html = markup(inside="<aside><p>Sponsored by Tidewater Bank</p></aside>")
    found = [(p.kind, p.scope) for p in credit_of(html).phrases if p.kind in KINDS]
    assert found == [(PhraseKind.SPONSOR, Scope.WIDGET)]
