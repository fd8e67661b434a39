"""What stands on a page that is no text of its own: kept apart, for the rules that ask what may be missing."""

from __future__ import annotations

import pytest

from licensecheck.page import read_page
from licensecheck.terms import SignKind

SCRIPT = "<script src=x.js></script>"


def signs(body: str, kind: SignKind) -> list[str]:
    page = read_page(f"<!doctype html><meta charset=utf-8><body><p>One {body} two.</p>".encode())
    assert [block.text for block in page.blocks] == ["One two."]
    return [sign.text for sign in page.signs if sign.kind is kind]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<iframe srcdoc='<b>By</b> Ana Lund'></iframe>", ["By Ana Lund"]),
        ("<textarea>By  Ana\nLund</textarea>", ["By Ana Lund"]),
        ("<svg><text>By <tspan>Ana Lund</tspan></text></svg>", ["By Ana Lund"]),
        ("<object>By Ana Lund</object>", ["By Ana Lund"]),
        ("<style>.a::before{content:'By \\41 na' ' Lund'}</style>", ["By Ana Lund"]),
        ("<style>.a::after{content: attr(data-x)}</style><i data-x='By Ana Lund'></i>", ["By Ana Lund"]),
        ("<style>.a::before{content:'\\f101'}.b{content:none;align-content:'stretched'}</style>", []),
        ("<svg><title>By Ana Lund</title></svg>", []),
        ("<textarea></textarea>", []),
        ("<iframe>By Ana Lund</iframe>", []),
    ],
)
def test_texts(body: str, texts: list[str]) -> None:
    assert signs(body, SignKind.DRAWN_TEXT) == texts


@pytest.mark.parametrize(
    ("body", "boxes"),
    [
        (f"<canvas>x</canvas>{SCRIPT}", ["canvas"]),
        ("<canvas>x</canvas>", []),
        ("<iframe src=/credit.html></iframe>", ["iframe"]),
        ("<object data=credit.svg></object>", ["object"]),
        ("<embed src=credit.svg>", ["embed"]),
        ("<iframe></iframe>", []),
        ("<iframe src=about:blank></iframe>", []),
        ("<iframe src=https://www.youtube.example/x></iframe>", []),
        ("<iframe src=/credit.html width=1 height=1></iframe>", []),
        ("<span hidden><iframe src=/credit.html></iframe></span>", []),
    ],
)
def test_boxes(body: str, boxes: list[str]) -> None:
    assert signs(body, SignKind.CLOSED_BOX) == boxes


def test_a_box_has_its_place_in_the_tree() -> None:
    page = read_page(b"<body><main><p>One</p><iframe src=a.html></iframe><p>Two</p></main>")
    (box,) = (sign for sign in page.signs if sign.kind is SignKind.CLOSED_BOX)
    assert page.tree.path(box.element) == "/html/body/main/iframe"


def test_there_is_an_end_to_it() -> None:
    field, drawing = b"<textarea>" + b"By Ana Lund " * 10_000 + b"</textarea>", b"<svg><text>a credit</text></svg>"
    page = read_page(b"<body><p>x</p>" + field + drawing * 500)
    texts = [sign.text for sign in page.signs if sign.kind is SignKind.DRAWN_TEXT]
    assert len(texts) < 100
    assert max(map(len, texts)) < 10_000
