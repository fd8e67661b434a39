"""Colours in their many spellings."""

from __future__ import annotations

import pytest

from licensecheck.colors import Color, read_color

WHITE, CLEAR = Color(255, 255, 255), Color(0, 0, 0, opaque=False)


@pytest.mark.parametrize(
    ("value", "color"),
    [
        *dict.fromkeys(("#fff", "#ffff", "#ffffff", "#ffffffff", "white"), WHITE).items(),
        *dict.fromkeys(("rgb(255,255,255)", "rgb( 300 255 255 / 100%)", "rgba(255, 255, 255, 1.0)"), WHITE).items(),
        *dict.fromkeys(("transparent", "rgba(0,0,0,0)", "rgb(0 0 0 / 0%)", "#0000", "#00000000"), CLEAR).items(),
        ("#123", Color(17, 34, 51)),
        ("navy", Color(0, 0, 128)),
        ("rgba(1,2,3,.5)", None),
        ("rgba(1,2,3,10%)", None),
        ("#12345680", None),
        ("#12345", None),
        ("url(x.png)", None),
        ("var(--x)", None),
        ("", None),
    ],
)
def test_colors(value: str, color: Color | None) -> None:
    assert read_color(value) == color
