"""Links that pay a commission to whoever set them: told by the network's host, or a shop's own parameter."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from licensecheck.patterns import pattern

# Networks whose addresses lead to a shop and count the reader on the way.
_NETWORKS = pattern(
    r"(?:^|\.)(?:amzn\.to|anrdoezrs\.net|awin1\.com|digidip\.net|dpbolvw\.net|go2cloud\.org|"
    r"howl\.me|jdoqocy\.com|kqzyfj\.com|linksynergy\.com|narrativ\.com|prf\.hn|pxf\.io|redirectingat\.com|"
    r"shareasale\.com|shop-links\.co|shopstyle\.it|sjv\.io|skimresources\.com|tkqlhce\.com|tradedoubler\.com|"
    r"viglink\.com|webgains\.com)$"
)
# Shops that name the one who sent the reader in a parameter.
_SHOPS = (
    (pattern(r"(?:^|\.)amazon\.(?:com?\.)?[a-z]{2,3}$"), "tag"),
    (pattern(r"(?:^|\.)ebay\.(?:com?\.)?[a-z]{2,3}$"), "campid"),
    (pattern(r"(?:^|\.)booking\.com$"), "aid"),
)


def is_affiliate(url: str) -> bool:
    """Whether an address pays a commission to whoever set the link."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return False
    if _NETWORKS.search(host) or (host == "bookshop.org" and parts.path.startswith("/a/")):
        return True
    return any(shop.search(host) and name in parse_qs(parts.query) for shop, name in _SHOPS)
