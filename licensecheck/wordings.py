"""How phrases with legal or commercial weight are worded, in the languages that republished news is read in."""

from __future__ import annotations

import re
from typing import NamedTuple

from licensecheck.patterns import pattern
from licensecheck.terms import PhraseKind


class Wording(NamedTuple):
    """How one kind of phrase is worded: whatever the pattern matches holds one of the lower-case cues."""

    kind: PhraseKind
    cues: tuple[str, ...]
    pattern: re.Pattern[str]


def any_of(*wordings: str) -> re.Pattern[str]:
    """A pattern for any of the wordings, in upper or lower case."""
    return pattern("|".join(wordings), re.IGNORECASE)


_YEARS = r"(?:19|20)\d\d(?:\s?[-–,/]\s?(?:(?:19|20)?\d\d|present|today))*"
# The sign, or the word where a year or a name shows that it is a notice and not a menu entry.
_SIGN = (
    r"(?:\bcopyright\s*(?:©|ⓒ|\(c\))|[©ⓒ]\s*copyright\b|[©ⓒ]|"
    r"\bcopyright(?:(?=[\s,]*(?:19|20)\d\d)|(?=\s+by\s))|\(c\)(?=\s*(?:19|20)\d\d))"
)
# Whose it is, up to what ends a notice.
_HOLDER = (
    r"(?!all\b|alle\b|tous\b|todos\b|tutti\b)(?P<holder>[^\W\d_][^|•·©\n;:()]{0,80}?)"
    r"(?=\s*(?:[|•·©\n;:()]|\.(?:\s|$)|,?\s+(?:all|some|alle|todos|tous|tutti)\s|\s[-–—]\s|$))"
)
_COPYRIGHT = Wording(
    PhraseKind.COPYRIGHT,
    ("©", "ⓒ", "copyright", "(c)"),
    any_of(rf"{_SIGN}[\s,]*(?:by\s+)?(?:{_YEARS}[,.]?\s*)?(?:by\s+)?(?:{_HOLDER})?"),
)

_REST = r"[^.\n]{0,80}"
_FORBIDDEN = (
    r"(?:broadcast|copied|distributed|displayed|published|republished|redistributed|reprinted|reproduced|retransmitted|"
    r"rewritten|transmitted)"
)
_REUSE = r"(?:copying|distribution|redistribution|republication|republishing|reprinting|reproduction|re-?use)"
_RESTRICTION = Wording(
    PhraseKind.RESTRICTION,
    (
        *("rights reserved", "rights are reserved", "derechos reservados", "direitos", "droits", "rechte", "diritti"),
        *("права защищены", "zastrzeżone", "الحقوق محفوظة", "版权所有", "無断転載", "not be", "may be", "without"),
        *("prohibi", "proibid", "forbidden", "not allowed", "not permitted", "interdit", "riproduzione"),
        *("nachdruck", "vervielfältigung"),
    ),
    any_of(
        r"\ball rights(?: are)? reserved\b|todos (?:los derechos|os direitos)(?: são)? reservados",
        r"tous (?:les )?droits[^.\n]{0,30}? réservés|tutti i diritti(?: sono)? riservati",
        r"alle rechten? (?:voorbehouden|vorbehalten)",
        r"все права защищены|wszelkie prawa zastrzeżone|جميع الحقوق محفوظة|版权所有|無断転載",
        rf"\b(?:may|must|can|should|shall) ?not be (?:[\w-]+,? ){{0,4}}?{_FORBIDDEN}\b{_REST}",
        rf"\bno (?:part|portion)[^.\n]{{0,60}}? may be {_FORBIDDEN}\b{_REST}",
        rf"\b(?:no )?{_REUSE}\b{_REST}?\b(?:forbidden|prohibited|not (?:allowed|permitted)|"
        r"without[^.\n]{0,40}?(?:authori[sz]ation|consent|permission))",
        rf"prohibida[^.\n]{{0,40}}? (?:distribución|publicación|reproducción){_REST}",
        rf"proibida[^.\n]{{0,40}}? (?:distribuição|publicação|reprodução){_REST}",
        r"reproduction[^.\n]{0,60}? interdite|riproduzione (?:riservata|vietata)|vietata la riproduzione",
        r"(?:nachdruck|vervielfältigung)[^.\n]{0,60}?(?:verboten|untersagt|nicht gestattet|nur mit)",
    ),
)

_VAGUE_CREDIT = Wording(
    PhraseKind.VAGUE_CREDIT,
    ("internet", "the web", ": web", "google", ": online", "интернет", "author unknown", "unknown author"),
    any_of(
        r"\b(?:credits?|fonte|fuente|quelle|source|via|источник)\s?:\s?(?:the )?"
        r"(?:google|internet|online|web|интернет)\s*(?=[.,;/|)]|$)",
        r"^\W*(?:found |taken )?(?:from|on|via) the (?:internet|web)\W*$|\b(?:author unknown|unknown author)\b",
    ),
)

_PAYWALL = Wording(
    PhraseKind.PAYWALL,
    ("reading", "to read", "subscribers", "members", "abonn", "abbon", "suscr", "assin", "weiterlesen"),
    any_of(
        r"\b(?:become a (?:member|subscriber)|subscribe)\b[^.\n]{0,40}? "
        r"to (?:(?:continue|keep) reading|read (?:more|on|the (?:full|rest)|this))",
        r"\b(?:available|exclusive(?:ly)?|only|reserved) (?:for|to) (?:\w+ )?(?:members|subscribers)\b",
        r"réservé\w* (?:à nos|aux) abonnés|abonnez-vous pour (?:continuer|lire)|abbonati per (?:continuare|leggere)",
        r"suscríbe\w+ para (?:continuar|leer|seguir)|(?:exclusivo|solo|sólo) para suscriptores",
        r"assine para (?:continuar|ler)|exclusivo para assinantes|(?:nur )?für abonnenten|weiterlesen mit",
    ),
)

_ADVERTISING = Wording(
    PhraseKind.ADVERTISING,
    ("advertis", "anzeige", "werbung", "publici", "pubblicità", "reklam", "реклама", "إعلان"),
    any_of(
        r"^\W*(?:advertise?ments?|advertising|anzeige|werbung|publicidade?|publicité|pubblicità|reklam[ae]?|реклама|إعلان)\W*$"
    ),
)

WORDINGS = (_COPYRIGHT, _RESTRICTION, _VAGUE_CREDIT, _PAYWALL, _ADVERTISING)
