"""Closed classes of words whose change is never minor, in the languages that republished news is written in."""

from __future__ import annotations

from licensecheck.patterns import pattern

NEGATIONS = frozenset(
    # en es fr de pt it nl ru uk ar he zh
    "not no never none nor neither nobody nothing nowhere without cannot don't isn't wasn't won't nunca jamás "
    "ni sin tampoco ningún ninguna nadie nada ne pas jamais aucun aucune sans personne rien nicht kein keine "
    "keinen keiner keinem nie niemals ohne weder noch niemand nichts não jamais nem sem nenhum nenhuma "
    "ninguém non mai né senza nessuno nessuna niente niet geen nooit zonder не ни нет никогда без никто "
    "ничего ні немає ніколи لا لم لن ليس ليست غير بدون دون ما לא אין אל בלי 不 没 沒 無 无 未 非 别".split()
)
MODALS = frozenset(
    "may might can could must shall should will would ought puede podría debe debería peut pourrait doit "
    "devrait kann könnte muss müsste soll sollte darf pode poderia deve deveria può potrebbe dovrebbe может "
    "могут должен должны".split()
)
_ENGLISH_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
# English number words with their value in digits, which house styles choose between.
NUMERALS = {word: str(value) for value, word in enumerate(_ENGLISH_NUMBERS)} | {
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
NUMBER_WORDS = frozenset(NUMERALS) | frozenset(
    # en es fr de pt it
    "hundred thousand million millions billion billions trillion half double twice triple third quarter dozen "
    "dozens uno dos tres cuatro cinco seis siete ocho nueve diez cien ciento mil millón millones mitad doble "
    "deux trois quatre cinq sept huit neuf dix cent mille milliard milliards moitié zwei drei vier fünf sechs "
    "sieben acht neun zehn hundert tausend million millionen milliarde milliarden hälfte dois duas três "
    "quatro sete oito dez milhão milhões bilhão due tre quattro cinque sei sette otto nove dieci cento "
    "milione milioni miliardo miliardi".split()
)
RELATIVE_TIMES = frozenset(
    "yesterday today tomorrow tonight now recently ayer hoy mañana hier aujourd'hui demain gestern heute "
    "morgen ontem hoje amanhã ieri oggi domani here aquí ici hier aqui qui".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december week month year last this next past earlier later ago on in "
    "the of morning afternoon evening night lunes martes miércoles jueves viernes sábado domingo enero "
    "febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre semana pasada pasado "
    "el la de".split()
)
# Spellings that house styles choose between: (pattern, common form), applied in turn to a case-folded word.
_VARIANTS = tuple(
    (pattern(spelling), form)
    for spelling, form in (
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
    for spelling, form in _VARIANTS:
        folded = spelling.sub(form, folded)
    return NUMERALS.get(folded, folded)
