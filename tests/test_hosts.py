"""Hosts: as browsers show them, what passes for another, what tells nothing of where it leads."""

from __future__ import annotations

import pytest

from licensecheck.hosts import encoded, is_sharing, is_short, looks_like, shown


@pytest.mark.parametrize(
    ("host", "as_shown"),
    [
        ("Harbourpost.example", "harbourpost.example"),
        ("xn--mnchen-3ya.example", "münchen.example"),
        ("MÜNCHEN.example", "münchen.example"),
        ("mu\u0308nchen.example", "münchen.example"),
        ("ｈａｒｂｏｕｒ。example", "harbour.example"),
        ("xn--80aa.example", "аа.example"),
        ("xn--\u00e4.example", "xn--ä.example"),
        ("xn--99999999999.example", "xn--99999999999.example"),
        ("straße.example", "straße.example"),
    ],
)
def test_as_shown(host: str, as_shown: str) -> None:
    assert shown(host) == as_shown


@pytest.mark.parametrize("host", ["münchen.example", "заря.example", "harbourpost.example", "港口.example"])
def test_what_is_encoded_is_shown_again(host: str) -> None:
    assert encoded(host).isascii()
    assert shown(encoded(host)) == host


@pytest.mark.parametrize(
    "host",
    [
        "h\u0430rbourpost.example",
        "harb\u03bfurpost.example",
        "harbourp0st.example",
        "härbourpost.example",
        "harbоurроst.example",
    ],
)
def test_look_alikes(host: str) -> None:
    assert looks_like(host, "harbourpost.example")
    assert looks_like("harbourpost.example", host)


def test_pairs_of_letters_look_like_one() -> None:
    assert looks_like("rnarket.example", "market.example")
    assert looks_like("vvindow.example", "window.example")
    assert looks_like("paypai.example", "paypal.example")


@pytest.mark.parametrize(
    "host",
    ["harbourpost.example", "notharbourpost.example", "harbour-post.example", "harbourpost.example.evil.example"],
)
def test_no_look_alikes(host: str) -> None:
    assert not looks_like(host, "harbourpost.example")


def test_short_links() -> None:
    assert is_short("bit.ly")
    assert is_short("t.co")
    assert not is_short("harbourpost.example")


@pytest.mark.parametrize(
    ("href", "sharing"),
    [
        ("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fx.example", True),
        ("https://twitter.com/intent/tweet?url=https://x.example", True),
        ("mailto:?body=https://x.example", True),
        ("//wa.me/?text=https://x.example", True),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fx.example", False),
        ("https://www.google.com/url?q=https://x.example", False),
        ("https://x.example/2024/mailto:", False),
    ],
)
def test_links_that_share(href: str, *, sharing: bool) -> None:
    assert is_sharing(href) is sharing
