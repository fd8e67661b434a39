"""Names, titles and addresses: found in every form a page gives them, and not where they are no credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from copied import SOURCE, STORY, TITLE, WORK, credit_of, markup, read
from hypothesis import given
from hypothesis import strategies as st

from licensecheck.credit import read_credit
from licensecheck.model import Paragraph
from licensecheck.sources import fold_url
from licensecheck.terms import Form, PhraseKind, Scope

if TYPE_CHECKING:
    from licensecheck.claims import Credit, Mention
    from licensecheck.model import Span

AUTHOR = "Marit Q. Solheim"
RAIL = (
    "<div class=row>"
    + "".join(
        f"<div class=item><h3><a href=/{n}>{title}</a></h3><p>By Marit Q. Solheim</p></div>"
        for n, title in enumerate(("A winter of late trains", "What the lighthouse saw", "Salt on the council road"))
    )
    + "</div>"
)


def in_sight(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [mention for mention in mentions if mention.visible and mention.scope is Scope.ARTICLE]


def shown_authors(credit: Credit) -> set[str]:
    return {mention.named for mention in in_sight(credit.authors)}


@pytest.mark.parametrize(
    ("byline", "exact"),
    [
        ("By Marit Q. Solheim", True),
        ("By Marit Solheim, The Harbour Post", True),
        ("MARIT SOLHEIM", True),
        ("by M. Q. Solheim", True),
        ("Solheim Marit", True),
        ("By Marit&nbsp;Q.&nbsp;Solheim", True),
        ("Marit Q. Sol\u00adheim reports", True),
        ("By <span>Marit Q. Solheim</span><span>Staff Writer</span>", True),
        ("By Marit Anna Solheim", False),
        ("By Marit Q. Solhiem", False),
        ("Von Marit Solhein", False),
    ],
)
def test_author_in_many_spellings(byline: str, *, exact: bool) -> None:
    credit = credit_of(markup(top=f"<p>{byline}</p>"), WORK._replace(authors=(AUTHOR,)))
    assert [mention.exact for mention in in_sight(credit.authors)] == [exact]


@pytest.mark.parametrize("byline", ["By Marit Berg", "By Solheim", "By Marita Solheimer", "By Mark T. Solberg"])
def test_another_name_is_not_the_author(byline: str) -> None:
    assert not in_sight(credit_of(markup(top=f"<p>{byline}</p>"), WORK._replace(authors=(AUTHOR,))).authors)


@pytest.mark.parametrize("name", ["José Ibáñez-Kroll", "Jose Ibanez Kroll", "Jose\u0301 Iba\u0301n\u0303ez-Kroll"])
def test_accents_and_their_coding_are_no_difference(name: str) -> None:
    credit = credit_of(markup(top=f"<p>Por {name}</p>"))
    assert [mention.exact for mention in in_sight(credit.authors)] == [True]


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Łukasz Żak", "Lukasz Zak"),
        ("王小明", "作者:王小明"),
        ("ليلى حداد", "بقلم ليلى حداد"),
        ("Вера Ёлкина", "Автор: Вера Елкина"),
    ],
)
def test_names_in_other_scripts(author: str, byline: str) -> None:
    assert shown_authors(credit_of(markup(top=f"<p>{byline}</p>"), WORK._replace(authors=(author,)))) == {author}


def test_each_author_of_a_list_is_found_and_where() -> None:
    html = markup(top="<p class=byline>By Marit Q. Solheim and José Ibáñez-Kroll</p>")
    credit = credit_of(html)
    assert shown_authors(credit) == set(WORK.authors or ())
    assert [mention.text for mention in credit.authors] == ["Marit Q. Solheim", "José Ibáñez-Kroll"]


def test_a_name_that_only_the_story_tells_is_no_credit() -> None:
    credit = credit_of(markup(), WORK._replace(authors=("Ilse Brandvik",), parties=("The county",)))
    assert credit.authors == ()
    assert credit.parties == ()


def test_an_authors_note_behind_the_story_is_a_credit() -> None:
    credit = credit_of(markup(end="<p><em>Marit Q. Solheim writes about the coast.</em></p>"))
    assert AUTHOR in shown_authors(credit)


def test_a_credit_line_that_is_part_of_the_works_text_counts() -> None:
    line = "By Marit Q. Solheim and José Ibáñez-Kroll, The Harbour Post, first published in May."
    body = (*WORK.body, Paragraph(line))
    credit = credit_of(
        markup(inside="").replace("</div></article>", f"<p>{line}</p></div></article>"), WORK._replace(body=body)
    )
    assert shown_authors(credit) == set(WORK.authors or ())
    assert in_sight(credit.parties)


@pytest.mark.parametrize("place", ["end", "outside"])
def test_an_author_of_other_stories_is_not_credited_with_this_one(place: str) -> None:
    assert credit_of(markup(**{place: RAIL})).authors == ()


@pytest.mark.parametrize(
    "box",
    [
        "<aside><p>By Marit Q. Solheim</p></aside>",
        '<div class="related-posts"><p>By Marit Q. Solheim</p></div>',
        '<section id="comments"><p>Marit Q. Solheim is wrong</p></section>',
        "<article><h2>Another story</h2><p>By Marit Q. Solheim</p></article>",
    ],
)
def test_a_name_in_a_widget_is_the_widgets(box: str) -> None:
    credit = credit_of(markup(end=box))
    assert [mention.scope for mention in credit.authors] == [Scope.WIDGET]


def test_a_hidden_credit_is_found_and_called_hidden() -> None:
    credit = credit_of(markup(top='<p style="display:none">By Marit Q. Solheim</p>'))
    assert [(mention.named, mention.visible) for mention in credit.authors] == [(AUTHOR, False)]


def test_names_told_to_machines_only() -> None:
    head = (
        '<meta name="author" content="Marit Solheim"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "The Harbour Post"}}</script>'
    )
    credit = credit_of(markup(head=head))
    assert [(m.form, m.visible, m.scope) for m in credit.authors] == [(Form.METADATA, False, Scope.ARTICLE)]
    assert {m.form for m in credit.parties} == {Form.METADATA}


@pytest.mark.parametrize(
    ("end", "form", "exact"),
    [
        ("<p>Originally published by The Harbour Post.</p>", Form.TEXT, True),
        ("<p>From Harbour Post</p>", Form.TEXT, True),
        ("<p>From <a href=/x>the HARBOUR POST</a></p>", Form.LINK, True),
        ('<a href=/x><img src=/logo.png alt="The Harbour Post logo"></a>', Form.BADGE, True),
        ("<p>Photo essay: Aud Lervik/The Harbour Post.</p>", Form.TEXT, True),
    ],
)
def test_parties_in_many_forms(end: str, form: Form, *, exact: bool) -> None:
    (mention,) = credit_of(markup(end=end)).parties
    assert (mention.form, mention.exact) == (form, exact)


def test_a_domain_is_an_inexact_credit() -> None:
    (mention,) = credit_of(
        markup(end="<p>See harbourpost.example</p>"), WORK._replace(parties=("harbourpost",))
    ).parties
    assert not mention.exact


# --- titles


def test_the_headline_is_the_title_and_the_site_name_is_not() -> None:
    html = markup().replace("<header>", "<header><h1>Partner Gazette</h1>")
    credit = credit_of(html)
    assert credit.headline == TITLE
    assert any(mention.visible and mention.exact for mention in credit.titles)


def test_a_new_headline_is_told_from_the_title() -> None:
    credit = credit_of(markup().replace(f"<h1>{TITLE}</h1>", "<h1>An island gets its<br>bridge</h1>"))
    assert credit.headline == "An island gets its bridge"
    assert not any(mention.visible for mention in credit.titles)
    assert [mention.form for mention in credit.titles] == [Form.METADATA]


def test_no_heading_no_headline() -> None:
    assert credit_of(markup().replace(f"<h1>{TITLE}</h1>", "")).headline is None


@pytest.mark.parametrize(
    ("end", "found"),
    [
        (f"<p>First published as “{TITLE.upper()}”.</p>", True),
        ("<p>First: <a href=/x>The bell at Tornholm pier rings for nobody</a></p>", True),
        ("<p>The bell at Tornholm pier<br>rings for nobody</p>", True),
        ("<p>The bell at Tornholm pier rings for nobodyelse</p>", False),
        ("<p>The bell at Tornholm</p>", False),
    ],
)
def test_titles_in_credit_lines(end: str, *, found: bool) -> None:
    html = markup(end=end).replace(f"<h1>{TITLE}</h1>", "<h1>An island gets its bridge</h1>")
    assert any(mention.visible and mention.exact for mention in credit_of(html).titles) is found


def test_a_title_with_a_slip_is_inexact() -> None:
    html = markup().replace(f"<h1>{TITLE}</h1>", "<h1>The bell at Tornhelm pier rings for nobody</h1>")
    assert [mention.exact for mention in credit_of(html).titles if mention.visible] == [False]


def test_a_short_title_counts_only_as_a_line_of_its_own() -> None:
    html = markup(end="<p>We publish news of the ferry every day.</p>")
    assert not any(m.visible for m in credit_of(html, WORK._replace(titles=("Ferry",))).titles)
    assert any(
        m.visible for m in credit_of(html.replace(f"<h1>{TITLE}", "<h1>Ferry"), WORK._replace(titles=("Ferry",))).titles
    )


# --- sources


@pytest.mark.parametrize(
    "href",
    [
        SOURCE,
        "http://harbourpost.example/2024/tornholm-ferry/",
        "//m.harbourpost.example/2024/Tornholm-Ferry",
        f"{SOURCE}?utm_source=partner&fbclid=1#top",
        f"{SOURCE}/amp",
        f"{SOURCE}/index.html",
        "https://amp.harbourpost.example:443/2024/tornholm%2Dferry",
        "https://go.example/out?url=https%3A%2F%2Fwww.harbourpost.example%2F2024%2Ftornholm-ferry",
        "https://x.cdn.ampproject.example/c/s/www.harbourpost.example/2024/tornholm-ferry",
        "https://www.harbourpost.example/amp/2024/tornholm-ferry/",
        f"{SOURCE}.amp.html",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.harbourpost.example%2F2024%2Ftornholm-ferry%3Ffbclid%3D1&h=AT0",
        "https://www.google.com/url?sa=t&q=https://harbourpost.example/2024/tornholm-ferry&usg=x",
        "https://go.example/?to=https%253A%252F%252Fharbourpost.example%252F2024%252Ftornholm-ferry",
        "https://go.example/https%3A%2F%2Fwww.harbourpost.example%2F2024%2Ftornholm-ferry",
        "https://web.archive.org/web/20240504112233/https://www.harbourpost.example/2024/tornholm-ferry",
        "https://www.google.com/amp/s/www.harbourpost.example/2024/tornholm-ferry/amp",
    ],
)
def test_links_to_the_source(href: str) -> None:
    credit = credit_of(markup(end=f'<p><a href="{href}">the original</a></p>'))
    assert [(m.form, m.exact, m.visible, m.scope) for m in credit.sources] == [
        (Form.LINK, True, True, Scope.ARTICLE),
    ]


@pytest.mark.parametrize(
    "href",
    [
        "https://www.harbourpost.example/2024/another-story",
        "https://notharbourpost.example/2024/tornholm-ferry",
        "https://harbourpost.example.evil.example/2024/tornholm-ferry",
        "mailto:desk@harbourpost.example",
        "http://[harbourpost.example/",
        "https://harbourpost.example@evil.example/2024/tornholm-ferry",
        "https://h\u0430rbourpost.example/2024/tornholm-ferry",
        f"https://www.facebook.com/sharer/sharer.php?u={SOURCE}",
        f"mailto:?body={SOURCE}",
    ],
)
def test_links_elsewhere(href: str) -> None:
    assert credit_of(markup(end=f'<p><a href="{href}">more</a></p>')).sources == ()


@pytest.mark.parametrize("path", ["", "/", "/index.html", "/en/", "/pt-br", "/?utm_source=x", "/#top"])
def test_the_home_page_is_an_inexact_source(path: str) -> None:
    credit = credit_of(markup(end=f'<p><a href="https://harbourpost.example{path}">The Harbour Post</a></p>'))
    assert [(m.exact, m.text) for m in credit.sources] == [(False, f"https://harbourpost.example{path}")]


@pytest.mark.parametrize(
    "host", ["münchen.example", "M\u00dcNCHEN.example", "xn--mnchen-3ya.example", "m%C3%BCnchen.example"]
)
def test_an_international_host_in_each_of_its_spellings(host: str) -> None:
    for source in ("https://münchen.example/fähre", "https://xn--mnchen-3ya.example/f%C3%A4hre"):
        credit = credit_of(
            markup(end=f'<p><a href="https://{host}/f%C3%A4hre">Original</a></p>'), WORK._replace(sources=(source,))
        )
        assert [(m.form, m.exact) for m in credit.sources] == [(Form.LINK, True)]


def detours(end: str) -> list[tuple[PhraseKind, str | None]]:
    kinds = {PhraseKind.SHORT_LINK, PhraseKind.LOOKALIKE_LINK}
    return [(p.kind, p.holder) for p in credit_of(markup(end=end)).phrases if p.kind in kinds]


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("<p>From <a href=https://bit.ly/3xY>The Harbour Post</a></p>", [(PhraseKind.SHORT_LINK, None)]),
        ("<p>Originally published in <a href=//t.co/3xY>The Coastal Paper</a></p>", [(PhraseKind.SHORT_LINK, None)]),
        ("<p><a href=https://bit.ly/3xY>Our podcast</a></p>", []),
        (
            "<p><a href=https://h\u0430rbourpost.example/2024/tornholm-ferry>Original</a></p>",
            [(PhraseKind.LOOKALIKE_LINK, "harbourpost.example")],
        ),
        (f"<p><a href=https://bit.ly/3xY>The Harbour Post</a> <a href={SOURCE}>Original</a></p>", []),
    ],
)
def test_links_that_may_be_meant_to_lead_to_the_source(end: str, found: list[tuple[PhraseKind, str | None]]) -> None:
    assert detours(end) == found


def test_a_home_page_linked_in_the_story_is_no_source() -> None:
    html = markup().replace("The last ferry", '<a href="https://harbourpost.example">The last ferry</a>')
    assert credit_of(html).sources == ()


def test_addresses_as_text_and_for_machines() -> None:
    head = f'<link rel="canonical" href="{SOURCE}">'
    credit = credit_of(markup(head=head, end="<p>From www.harbourpost.example/2024/tornholm-ferry.</p>"))
    assert [(m.form, m.visible, m.exact) for m in credit.sources] == [
        (Form.TEXT, True, True),
        (Form.METADATA, False, True),
    ]
    assert credit.sources[0].text == "www.harbourpost.example/2024/tornholm-ferry"


def test_an_empty_link_is_not_seen() -> None:
    (mention,) = credit_of(markup(end=f'<a href="{SOURCE}"></a>')).sources
    assert not mention.visible


def test_what_a_query_names_is_kept() -> None:
    story, other = fold_url("https://x.example/?p=12&utm_medium=a"), fold_url("https://x.example/?p=13")
    assert story is not None
    assert other is not None
    assert not other.leads_to(story)
    assert story.leads_to(story)
    assert fold_url("no address") is None


# --- all together


def test_a_page_without_the_work_is_read_too() -> None:
    credit = credit_of("<html><body><h1>Soup</h1><p>By Marit Solheim</p></body></html>")
    assert credit.headline is None
    assert len(credit.authors) == 1


def test_the_story_says_nothing_of_itself() -> None:
    assert all(len(paragraph) > len(TITLE) for paragraph in STORY)
    credit = credit_of("<html><body>" + "".join(f"<p>{text}</p>" for text in STORY) + "</body></html>")
    assert (credit.authors, credit.parties, credit.titles, credit.sources) == ((), (), (), ())
    assert (credit.marks, credit.phrases) == ((), ())


PIECES = st.sampled_from(
    [
        *("<div>", "</div>", "<article>", "</article>", "<figure>", "</figure>", "<footer>", "<p hidden>", "<br>", " "),
        *(
            "By Marit Q. Solheim",
            "and staff",
            TITLE,
            SOURCE,
            "harbourpost.example",
            "© 2024 The Harbour Post",
            "©",
            "(c)",
        ),
        *(
            "<a href=//harbourpost.example>",
            "</a>",
            "<img src=/img/hens-on-pier.jpg alt=hens>",
            "CC BY-NC-ND 3.0",
            "İŁß",
        ),
        *(
            "<a href=https://creativecommons.org/licenses/by/4.0/>",
            "All rights reserved",
            "Hens wait for the last ferry.",
        ),
        *(f"<p>{paragraph}</p>" for paragraph in STORY),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_the_page_every_span_quotes_it(html: str) -> None:
    page, alignment = read(f"<html><body>{html}</body></html>")
    credit = read_credit(WORK, page, alignment)
    quoted: list[tuple[str | None, Span | None]] = [
        *((found.text, found.span) for found in (*credit.authors, *credit.parties, *credit.titles, *credit.sources)),
        *((mark.text, mark.span) for mark in credit.marks),
        *((p.holder if p.kind is PhraseKind.STAFF_BYLINE else p.text, p.span) for p in credit.phrases),
    ]
    for text, span in quoted:
        assert span is None or page.text[span.start : span.end] == text
