"""How interests in an article are worded where they stand beside it: walls, sales, sponsors, appeals, ties."""

from __future__ import annotations

from licensecheck.terms import PhraseKind
from licensecheck.wordings import Wording, any_of

# Whom a phrase names, up to the end of its sentence; the point behind an initial ends none.
_WHO = r"\W{1,3}(?P<holder>[^\W\d_](?:[^.!?:;|\n]|(?<=\b\w)\.){1,80})"
# The rest of a sentence between two parts of a phrase.
_TO = r"[^.!?\n]{0,80}?"

_LOGIN_WALL = Wording(
    PhraseKind.LOGIN_WALL,
    ("log in", "login", "regist", "sign ", "inicia", "connect", "inscri", "anmeld", "accedi", "cadastre"),
    any_of(
        rf"\b(?:log ?in|register|sign (?:in|up))\b{_TO} to (?:(?:continue|keep) reading|read (?:more|on|the|this))\b",
        rf"\b(?:inicia sesión|regístr\w+){_TO} para (?:continuar|leer|seguir)\b",
        rf"\b(?:connectez|inscrivez)-vous{_TO} pour (?:continuer|lire)\b",
        rf"\b(?:anmelden|registrier\w+){_TO} (?:um )?weiter(?:zu)?lesen\b",
        rf"\b(?:faça login|cadastre-se|registe-se){_TO} para (?:continuar|ler)\b",
        rf"\b(?:accedi|registrati){_TO} per (?:continuare|leggere)\b",
    ),
)

_SALE = Wording(
    PhraseKind.SALE,
    ("buy", "purchase", "order", "reprint", "licen", "compra", "achet", "kaufen", "acquist"),
    any_of(
        r"\b(?:buy|purchase) (?:this|the full) (?:article|report|story)\b(?! an? )",
        r"\b(?:buy|get|order|purchase) (?:article )?re-?prints?\b",
        r"^\W*(?:re-?prints? (?:and|&) (?:licensing|permissions)|licen[cs]e this (?:article|content|story))\W*$",
        r"\bpurchase (?:a )?licen[cs]e (?:for|to) this\b",
        r"\bcomprar? este (?:artículo|artigo)\b|\bachet(?:er|ez) cet article\b",
        r"\b(?:diesen |einzel)artikel kaufen\b|\bacquista (?:questo |l['’])articolo\b",
    ),
)

_SPONSOR = Wording(
    PhraseKind.SPONSOR,
    (
        *("sponsor", "presented by", "brought to you", "paid ", "branded ", "promoted ", "patrocin", "par ", "von "),
        *("presentado por", "apresentado por", "presentato da", "oferecido por", "offerto da"),
    ),
    any_of(
        r"^\W*(?:(?:(?:this |the )?(?:article|content|coverage|report|series|story) (?:is |was |has been )?)?"
        r"(?:proudly )?(?:sponsored|presented|brought to you) by|(?:apresentado|oferecido|patrocinado|presentado) por|"
        r"(?:parrainé|présenté|sponsorisé) par|(?:gesponsert|präsentiert) von|(?:offerto|presentato|sponsorizzato) da)"
        rf"\b{_WHO}",
        r"^\W*(?:(?:branded|promoted|sponsored) (?:article|content|post|story)|paid (?:content|partnership|post)|"
        r"(?:contenido|conteúdo) patrocinado|contenu sponsorisé|contenuto sponsorizzato|"
        r"gesponserter (?:artikel|beitrag))\W*$",
    ),
)

_AFFILIATION = Wording(
    PhraseKind.AFFILIATION,
    ("commission", "affili", "amazon associate", "afiliad", "comisión", "comissão", "provision"),
    any_of(
        r"\b(?:earn|get|make|receive) (?:an? |some )?(?:small )?(?:affiliate |referral )?commissions?\b",
        r"\baffiliate[ -]links?\b|\bas an amazon associate\b|\benlaces? de afiliad\w+|\bliens? affiliés?\b",
        r"\blinks? (?:de )?afiliad\w+|\blinks? affiliat\w+",
        r"\b(?:recibir|recibimos|ganar|ganamos) una (?:pequeña )?comisión\b|\breceber uma (?:pequena )?comissão\b",
        r"\b(?:percevoir|recevoir|toucher) une (?:petite )?commission\b",
        r"\b(?:guadagn|ricev)\w+ una (?:piccola )?commissione\b|\b(?:erhalten|bekommen) wir (?:\w+ ){0,4}?provision\b",
    ),
)

_MERCHANDISE = Wording(
    PhraseKind.MERCHANDISE,
    (
        *("add to ", "warenkorb", "carrito", "panier", "carrello", "carrinho", "buy ", "order ", "advert", "publi"),
        *("pubbli", "veröffentlichung"),
    ),
    any_of(
        r"^\W*(?:add to (?:bag|basket|cart)|in den warenkorb|(?:agregar|añadir) al carrito|ajouter au panier|"
        r"aggiungi al carrello|adicionar ao carrinho)\W*$",
        r"\b(?:buy|order) (?:a|the|this|your) (?:[\w-]+ ){0,2}?(?:framed (?:copy|print)|mug|plaque|poster|t-?shirt)\b",
        r"^\W*(?:advertorial|paid advertisement|special advertising (?:feature|section)|informe publicitario|"
        r"publirreporta(?:je|gem)|publi-?(?:reportage|rédactionnel)|pubbliredazionale|"
        r"(?:anzeigen-?)?sonderveröffentlichung)\W*$",
    ),
)

_STORY = r"(?:article|coverage|investigation|journalism|piece|project|reporting|series|stor(?:y|ies)|work)s?"
_DONATION = Wording(
    PhraseKind.DONATION,
    (
        *("donat", "support", "contribut", "chip in", "help ", "gift", "apoy", "apoi", "colabora", "dona ", "doe "),
        *("soutenez", "faites un don", "unterstütz", "spende", "sostieni", "sostenete"),
    ),
    any_of(
        rf"(?:^|[.!?:]\s+|\bplease )(?:chip in|contribute|donate|help (?:fund|support|us)|support (?!for)|"
        rf"make an? [\w-]*\s?(?:donation|gift))\b{_TO}\b(?:this {_STORY}|{_STORY} like th(?:is|ese))\b",
        rf"\bif you (?:appreciated?|enjoyed|found|liked?|valued?) this {_STORY}\b{_TO}"
        r"\b(?:contribut|donat|support(?:ing)? (?:our|us))\w*",
        rf"\b(?:apoya|colabora|dona){_TO} (?:este (?:artículo|reportaje)|(?:historias|reportajes) como est)",
        rf"\b(?:faites un don|soutenez){_TO} (?:cet article|cette enquête|(?:articles|enquêtes) comme cel)",
        rf"\b(?:spenden? sie|spende|unterstützen? sie|unterstütze){_TO} (?:diese[nr]? (?:artikel|beitrag|recherche)|"
        r"(?:artikel|beiträge|recherchen) wie dies)",
        rf"\b(?:apoie|contribua|doe){_TO} (?:est[ae] (?:artigo|matéria|reportagem)|(?:matérias|reportagens) como est)",
        rf"\b(?:dona|sostenete|sostieni){_TO} (?:quest(?:o articolo|a inchiesta)|(?:articoli|inchieste) come quest)",
    ),
)

_PARTNERSHIP = Wording(
    PhraseKind.PARTNERSHIP,
    (
        *(
            "partner",
            "partenar",
            "collabor",
            "cooperation",
            "association with",
            "colleague",
            "member of",
            "sister ",
            "friends at",
        ),
        *("colabora", "alianza", "socios", "colegas", "kooperation", "zusammenarbeit", "kolleg", "confrères"),
        *("parceir", "parceria", "colleghi", "asociación"),
    ),
    any_of(
        r"\b(?:in (?:association|collaboration|cooperation|partnership) with|"
        r"our (?:(?:content|media|news|reporting) )?(?:colleagues?|friends|partners?|sister (?:paper|publication|site))"
        r" (?:at|from)|an? (?:proud )?(?:(?:content|media|news) )?(?:affiliate|member|partner) of|"
        r"en (?:alianza|asociación|colaboración) con|nuestros? (?:colegas|compañeros|socios) (?:de|en)|"
        r"en (?:collaboration|partenariat) avec|nos (?:collègues|confrères|partenaires) d[eu]|"
        r"in (?:kooperation|partnerschaft|zusammenarbeit) mit|unser(?:e[mn]?)? (?:kolleg\w+|partner\w*) (?:bei|vo[mn])|"
        r"em (?:colaboração|parceria) com|noss[ao]s? (?:colegas|parceir[ao]s?) d[aeo]|"
        rf"in collaborazione con|i nostri (?:colleghi|partner) d[ei]\w*)\b{_WHO}"
    ),
)

_PROMOTION = Wording(
    PhraseKind.PROMOTION,
    (
        *("recommended by", "endorsed by", "trusted by", "as seen", "as featured", "recomendado por", "avalado por"),
        *("recommandé par", "empfohlen von", "bekannt aus", "consigliato da", "raccomandato da"),
    ),
    any_of(
        r"\b(?:(?:endorsed|recommended|trusted) by|as (?:featured|seen) (?:by|in|on)|(?:avalado|recomendado) por|"
        rf"recommandé par|empfohlen von|bekannt aus|(?:consigliato|raccomandato) da)\b{_WHO}"
    ),
)

_TERMS_OF_USE = Wording(
    PhraseKind.TERMS_OF_USE,
    (
        *("property of", "owned by", "subject to", "governed by", "terms", "conditions", "propiedad", "propriété"),
        *("eigentum", "propriedade", "proprietà"),
    ),
    any_of(
        rf"\b(?:article|content|material|page|story|text)s?\b{_TO} (?:is|are|remains?) (?:(?:subject to|governed by) "
        r"(?:our|the|these) (?:conditions|terms)|(?:the )?(?:exclusive |sole )?property of|"
        r"(?:exclusively |solely )?owned by)\b",
        r"\b(?:by (?:accessing|reading|using)|use of) this (?:article|content|page|story)\b"
        rf"{_TO} (?:conditions|terms)\b",
        rf"\b(?:artículo|contenido|texto)s?\b{_TO} (?:es|son) propiedad (?:exclusiva )?de\b",
        rf"\b(?:article|contenu|texte)s?\b{_TO} (?:est|reste|sont) la propriété (?:exclusive )?d[eu]\b",
        rf"\b(?:artikel|beitrag|inhalte?|text)\b{_TO} (?:bleib\w+|ist|sind) (?:alleiniges )?eigentum (?:de[rs]|von)\b",
        rf"\b(?:artigo|conteúdo|texto)s?\b{_TO} (?:é|são) (?:de )?propriedade (?:exclusiva )?d[aeo]\b",
        rf"\b(?:articolo|contenut[io]|testo)\b{_TO} (?:è|sono) (?:di )?proprietà (?:esclusiva )?d[ei]\w*",
    ),
)

INTERESTS = (
    _LOGIN_WALL,
    _SALE,
    _SPONSOR,
    _AFFILIATION,
    _MERCHANDISE,
    _DONATION,
    _PARTNERSHIP,
    _PROMOTION,
    _TERMS_OF_USE,
)
