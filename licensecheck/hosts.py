"""Host names as a reader sees them: international ones, those that look like others, and those that only pass on."""

from __future__ import annotations

import unicodedata

from licensecheck.names import bare
from licensecheck.patterns import pattern

_PUNYCODE = "xn--"
# The full stops of other scripts, which browsers take for dots.
_STOPS = str.maketrans("。．｡", "...")
# Letters that look like others, after Unicode's confusables (UTS 39), as far as host names are forged with them.
_LOOKS = str.maketrans(
    "авгеікмопрстухһјѕԁԛԝѵьαεικνορτυγχωɡɑℓ01",
    "abreikmonpctyxhjsdqwvbaeikvoptuyxwgalol",
)
_MOST_PAIRS = 3
_PAIRS = (("rn", "m"), ("vv", "w"), ("l", "i"))
# Hosts that tell nothing of where a link leads.
_SHORT = frozenset(
    "amzn.to b.link bit.do bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly dlvr.it dwz.cn fb.me flip.it goo.gl "
    "ift.tt is.gd j.mp kurzelinks.de lnkd.in n9.cl ow.ly po.st rb.gy rebrand.ly s.id shorturl.at snip.ly soo.gd "
    "suo.im t.cn t.co t.ly t1p.de tiny.cc tinyurl.com trib.al u.to url.cn urlz.fr v.gd vk.cc wp.me acortar.link".split()
)
# Links that spread an address instead of leading to it.
_SHARING = pattern(
    r"(?:mailto|sms|whatsapp|viber|fb-messenger|tg):|(?:https?:)?//(?:[\w-]+\.)*(?:"
    r"facebook\.com/(?:share|dialog)|(?:twitter|x)\.com/(?:intent|share)|linkedin\.com/(?:share|cws)|pinterest\.\w+/pin/create|"
    r"reddit\.com/submit|(?:t|telegram)\.me/share|wa\.me/|whatsapp\.com/send|bsky\.app/intent|threads\.net/intent|"
    r"tumblr\.com/(?:share|widgets)|vk\.com/share|weibo\.com/share|line\.me/|flipboard\.com/|getpocket\.com/|"
    r"news\.ycombinator\.com/submit|addtoany\.com/|addthis\.com/)",
    2,
)


def shown(host: str) -> str:
    """The host as a browser shows it: lower case, Punycode (RFC 3492) decoded, compatibility letters united."""
    if host.isascii() and _PUNYCODE not in host:
        return host.lower()
    return ".".join(map(_decoded, unicodedata.normalize("NFKC", host.lower().translate(_STOPS)).split(".")))


def encoded(host: str) -> str:
    """The host as it is sent: what is not ASCII in Punycode."""
    labels = (
        label if label.isascii() else _PUNYCODE + label.encode("punycode").decode("ascii") for label in host.split(".")
    )
    return ".".join(labels)


def looks_like(host: str, other: str) -> bool:
    """Whether a host, as shown, is another one that a reader may take for the second."""
    return host != other and abs(len(host) - len(other)) <= _MOST_PAIRS and _look(host) == _look(other)


def is_short(host: str) -> bool:
    """Whether links to the host are short ones, that tell nothing of where they lead."""
    return host in _SHORT


def is_sharing(href: str) -> bool:
    """Whether a link spreads the address that it carries."""
    return _SHARING.match(href.strip()) is not None


def _decoded(label: str) -> str:
    if not label.startswith(_PUNYCODE):
        return label
    try:
        return label.removeprefix(_PUNYCODE).encode("ascii").decode("punycode").lower()
    except UnicodeError:
        return label


def _look(host: str) -> str:
    look = bare(host.casefold()).translate(_LOOKS)
    for pair, letter in _PAIRS:
        look = look.replace(pair, letter)
    return look
