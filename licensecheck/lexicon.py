"""Closed classes of words whose change is never minor, in the languages that republished news is written in."""

from __future__ import annotations

import re

NEGATIONS = frozenset(
    # en es fr de pt it nl ru uk ar he zh
    "not no never none nor neither nobody nothing nowhere without cannot don't isn't wasn't won't nunca jamás ni sin tampoco "
    "ningún ninguna nadie nada ne pas jamais aucun aucune sans personne rien nicht kein keine keinen keiner keinem nie "
    "niemals ohne weder noch niemand nichts não jamais nem sem nenhum nenhuma ninguém non mai né senza nessuno nessuna "
    "niente niet geen nooit zonder не ни нет никогда без никто ничего ні немає ніколи لا لم لن ليس ليست غير بدون دون ما "
    "לא אין אל בלי 不 没 沒 無 无 未 非 别".split()
)
# The tail of "didn't" once letters and digits alone are left.
NEGATIVE_TAIL = "t"
MODALS = frozenset(
    "may might can could must shall should will would ought puede podría debe debería peut pourrait doit devrait kann "
    "könnte muss müsste soll sollte darf pode poderia deve deveria può potrebbe dovrebbe может могут должен должны".split()
)
NUMBER_WORDS = {
    word: value
    for value, spellings in (
        ("0", "zero"), ("1", "one"), ("2", "two"), ("3", "three"), ("4", "four"), ("5", "five"), ("6", "six"),
        ("7", "seven"), ("8", "eight"), ("9", "nine"), ("10", "ten"), ("11", "eleven"), ("12", "twelve"),
        ("13", "thirteen"), ("14", "fourteen"), ("15", "fifteen"), ("16", "sixteen"), ("17", "seventeen"),
        ("18", "eighteen"), ("19", "nineteen"), ("20", "twenty"), ("30", "thirty"), ("40", "forty"), ("50", "fifty"),
        ("60", "sixty"), ("70", "seventy"), ("80", "eighty"), ("90", "ninety"), ("100", "hundred cien ciento cent hundert"),
        ("1000", "thousand mil mille tausend"), ("1000000", "million millions millón millones Million Millionen milhão milhões"),
        ("1000000000", "billion billions milliard milliards Milliarde Milliarden"), ("half", "half double twice triple third quarter dozen"),
        ("dos", "dos tres cuatro cinco seis siete ocho nueve diez"), ("deux", "deux trois quatre cinq sept huit neuf dix"),
        ("zwei", "zwei drei vier fünf sechs sieben acht neun zehn"),
    )
    for word in spellings.casefold().split()
}  # fmt: skip
RELATIVE_TIMES = frozenset(
    "yesterday today tomorrow tonight now recently ayer hoy mañana hier aujourd'hui demain gestern heute morgen ontem hoje "
    "amanhã ieri oggi domani here aquí ici hier aqui qui".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december week month year last this next past earlier later ago on in the of morning afternoon evening "
    "night lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre semana pasada pasado el la de".split()
)
# Spellings that house styles choose between: (pattern, common form), applied in turn to a case-folded word.
_VARIANTS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?<=\w{2})is(?=e[ds]?$|ing$|ation|er)", "iz"),
        (r"(?<=\w{2})ys(?=e[ds]?$|ing$)", "yz"),
        (r"(?<=\w{2})our(?=$|s$|ed$|ing$|able|ite|ful|less|hood)", "or"),
        (r"(?<=[bcdfghkpt])re(?=s?$)", "er"),
        (r"ll(?=ed$|ing$|er|ors?$)", "l"),
        (r"ogue(?=s?$)", "og"),
        (r"ence(?=s?$)", "ense"),
        (r"^programme(?=s?$)", "program"),
        (r"^grey", "gray"),
        (r"^(?:per ?cent|%|pct)$", "percent"),
        (r"(?<=^toward)s$|(?<=^afterward)s$|(?<=^forward)s$", ""),
    )
)


def common_spelling(word: str) -> str:
    """The word in one spelling out of those that house styles choose between."""
    folded = word.casefold()
    for pattern, form in _VARIANTS:
        folded = pattern.sub(form, folded)
    return NUMBER_WORDS.get(folded, folded)
