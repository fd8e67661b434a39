"""Links that pay a commission, and links to the same shops that pay none."""

from __future__ import annotations

import pytest

from licensecheck.affiliates import is_affiliate


@pytest.mark.parametrize(
    "url",
    [
        "https://www.amazon.com/dp/B000ROPE?tag=northquay-20",
        "https://amazon.co.uk/gp/product/B000ROPE/?ie=UTF8&tag=northquay-21",
        "https://amzn.to/3abcd",
        "https://go.skimresources.com?id=1&url=https%3A%2F%2Fshop.example",
        "http://www.awin1.com/cread.php?awinmid=1",
        "https://example-shop.pxf.io/c/1/2/3",
        "https://www.ebay.de/itm/1?campid=5338",
        "https://bookshop.org/a/1234/9780000000000",
    ],
)
def test_links_that_pay(url: str) -> None:
    assert is_affiliate(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.amazon.com/dp/B000ROPE",
        "https://www.amazon.com/s?k=rope",
        "https://amazon.example/dp/B000ROPE?tag=x",
        "https://notamazon.com/?tag=x",
        "https://bookshop.org/p/books/9780000000000",
        "https://saltmarshledger.example/tag/rope?tag=harbor",
        "/dp/B000ROPE?tag=northquay-20",
        "http://[broken?tag=x",
        "",
    ],
)
def test_links_that_pay_nothing(url: str) -> None:
    assert not is_affiliate(url)
