"""Forms of Spanish words, made by rule.

The rules err towards forms that do not exist: those match nothing, while a form that is missing hides a term.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product

from mtreview.glossary.fold import without_accents

_LINK = frozenset(
    {"de", "del", "para", "por", "en", "a", "al", "con", "y", "sin", "contra", "sobre", "e", "o", "que", "la", "el"}
)
_ENDINGS = {
    "ar": (
        "ar", "o", "as", "a", "amos", "áis", "an", "é", "aste", "ó", "asteis", "aron", "aba", "abas", "ábamos", "abais",
        "aban", "e", "es", "emos", "éis", "en", "ara", "aras", "áramos", "arais", "aran", "ase", "ases", "ásemos",
        "aseis", "asen", "ado", "ada", "ados", "adas", "ando", "ad", "arse", "ándose", "arlo", "arla", "arlos", "arlas",
        "arle", "arles", "arnos", "arme", "arte", "ándolo", "ándola",
    ),
    "er": (
        "er", "o", "es", "e", "emos", "éis", "en", "í", "iste", "ió", "imos", "isteis", "ieron", "ía", "ías", "íamos",
        "íais", "ían", "a", "as", "amos", "áis", "an", "iera", "ieras", "iéramos", "ierais", "ieran", "iese", "ieses",
        "iésemos", "ieseis", "iesen", "ido", "ida", "idos", "idas", "iendo", "ed", "erse", "iéndose", "erlo", "erla",
        "erlos", "erlas", "erle", "erles", "ernos", "erme", "erte", "iéndolo", "iéndola",
    ),
}  # fmt: skip
_ENDINGS["ir"] = (
    *(ending for ending in _ENDINGS["er"] if not ending.startswith(("er", "ed"))),
    "ir", "ís", "id", "irse", "irlo", "irla", "irlos", "irlas", "irle", "irles", "irnos", "irme", "irte",
)  # fmt: skip
_FUTURE = ("é", "ás", "á", "emos", "éis", "án", "ía", "ías", "íamos", "íais", "ían")
_STRONG = (
    "e", "iste", "o", "imos", "isteis", "ieron", "eron", "iera", "ieras", "iéramos", "ieran", "iese", "iesen", "era",
    "eras", "éramos", "eran",
)  # fmt: skip
# infinitive ending -> stems of the strong preterite, of the first person, of the future, and participles
_IRREGULAR = {
    "tener": ("tuv", "teng", "tendr", ()),
    "poner": ("pus", "pong", "pondr", ("puesto",)),
    "venir": ("vin", "veng", "vendr", ()),
    "hacer": ("hic", "hag", "har", ("hecho", "hizo")),
    "decir": ("dij", "dig", "dir", ("dicho", "dice", "dicen", "diciendo")),
    "ducir": ("duj", "duzc", "ducir", ()),
    "traer": ("traj", "traig", "traer", ("trayendo", "traído")),
    "poder": ("pud", "pued", "podr", ("pudiendo",)),
    "querer": ("quis", "quier", "querr", ()),
    "saber": ("sup", "sep", "sabr", ("sé",)),
    "andar": ("anduv", "and", "andar", ()),
    "estar": ("estuv", "est", "estar", ("estoy", "estás", "está", "están", "esté", "estén")),
    "salir": ("sal", "salg", "saldr", ()),
    "caer": ("cay", "caig", "caer", ("cayendo", "caído", "cayó")),
    "escribir": ("escrib", "escrib", "escribir", ("escrito",)),
    "abrir": ("abr", "abr", "abrir", ("abierto",)),
    "volver": ("volv", "vuelv", "volver", ("vuelto",)),
    "solver": ("solv", "suelv", "solver", ("suelto",)),
    "romper": ("romp", "romp", "romper", ("roto",)),
    "morir": ("mur", "muer", "morir", ("muerto",)),
    "ver": ("vi", "ve", "ver", ("visto", "vio", "vi", "veo", "veía", "veían")),
}  # fmt: skip
_WHOLE = {
    "ser": "ser soy eres es somos sois son fui fuiste fue fuimos fueron era eras éramos eran sea seas seamos sean"
    " fuera fueran fuese fuesen sido siendo seré será serán sería serían",
    "ir": "ir voy vas va vamos vais van fui fuiste fue fuimos fueron iba ibas íbamos iban vaya vayas vayamos vayan"
    " fuera fueran fuese fuesen ido yendo iré irá irán iría irían",
    "haber": "haber he has ha hay hemos habéis han hube hubo hubieron había habías habíamos habían haya hayas hayamos"
    " hayan hubiera hubieran hubiese habido habiendo habrá habrán habría habrían",
    "dar": "dar doy das da damos dan di diste dio dimos dieron daba daban dé den diera dieran diese dado dada dados"
    " dadas dando daré dará darán daría darían",
}
_INFINITIVE = re.compile(r"[a-zñáéíóúü]{3,}[aei]r(?:se)?")
_ONLY_VERBS = (
    "ó", "aron", "ieron", "ando", "iendo", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "aba", "aban",
    "ía", "ían", "rá", "rán", "se", "arlo", "arla", "erlo", "erla", "irlo", "irla",
)  # fmt: skip
_GENDERED = ("ado", "dor", "tor", "sor", "stro", "oso")
_DIPHTHONG = re.compile(r"^(.*?)(e|o|u)([^aeiouáéíóú]+u?)$")
_SPELLING = (("c", "qu"), ("g", "gu"), ("z", "c"), ("gu", "g"), ("c", "z"), ("g", "j"), ("c", "zc"), ("qu", "c"))


@cache
def plural(word: str) -> str:
    """Return the plural of a noun or adjective, which keeps the case of its letters.

    >>> [plural(word) for word in ("banco", "central", "nación", "voz", "crisis", "país", "régimen")]
    ['bancos', 'centrales', 'naciones', 'voces', 'crisis', 'países', 'regímenes']
    """
    low = word.lower()
    if low.endswith("régimen"):
        return word[:-6] + "egímenes"
    if low.endswith(("a", "e", "i", "o", "u", "á", "é", "ó")):
        return word + "s"
    if low.endswith("z"):
        return word[:-1] + "ces"
    if low.endswith(("án", "én", "ín", "ón", "ún", "és", "ás", "ós", "ús")):
        return word[:-2] + without_accents(word[-2:]) + "es"
    if low.endswith(("s", "x")) and not low.endswith("ís") and sum(map("aeiouáéíóú".count, low)) > 1:
        return word
    return word + "es"


def _genders(word: str) -> tuple[str, ...]:
    if word.endswith("o"):
        return word, word[:-1] + "a"
    if word.endswith(("or", "és", "án", "ón")):
        return word, without_accents(word[:-2]) + without_accents(word[-2:]) + "a"
    return (word,)


def _stems(stem: str) -> set[str]:
    stems = {stem}
    found = _DIPHTHONG.match(stem)
    if found:
        head, vowel, tail = found.groups()
        for other in {"e": ("ie", "i"), "o": ("ue", "u"), "u": ("ue",)}[vowel]:
            stems.add(head + other + tail)
    for one in tuple(stems):
        stems.update(one.removesuffix(old) + new for old, new in _SPELLING if one.endswith(old))
    return stems


@lru_cache(maxsize=4096)
def conjugated(infinitive: str) -> frozenset[str]:
    """Return the forms of a verb, regular, stem-changing and irregular, and some that do not exist.

    >>> sorted({"fue", "era", "sido"} - conjugated("ser")), sorted({"realizó", "realicen"} - conjugated("realizar"))
    ([], [])
    """
    verb = infinitive.removesuffix("se") if infinitive.endswith(("arse", "erse", "irse")) else infinitive
    verb = verb.replace("ír", "ir")
    if verb in _WHOLE:
        return frozenset(_WHOLE[verb].split())
    kind = verb[-2:]
    if kind not in _ENDINGS:
        return frozenset({infinitive})
    forms = {infinitive, *(stem + ending for stem in _stems(verb[:-2]) for ending in _ENDINGS[kind])}
    forms.update(verb + ending for ending in _FUTURE)
    for ending, (strong, first, future, others) in _IRREGULAR.items():
        if verb.endswith(ending):
            head = verb.removesuffix(ending)
            forms.update(head + strong + one for one in _STRONG)
            forms.update(head + first + one for one in ("o", "a", "as", "amos", "an", "e", "es", "en"))
            forms.update(head + future + one for one in _FUTURE)
            forms.update(head + form for other in others for one in _genders(other) for form in (one, plural(one)))
    return frozenset(forms)


def forms(term: str, pos: str) -> tuple[str, ...]:
    """Return a term and its inflected forms.

    Args:
        term: dictionary form; in a phrase, the words before the first preposition inflect, of a verb the first word.
        pos: as in `Term`; without one, the plural, and what no other part of speech can look like.

    >>> sorted(forms("banco central", ""))
    ['banco central', 'bancos centrales']
    """
    if pos in {"adv", "name", "phrase"}:
        return (term,)
    words = term.split(" ")
    if pos == "verb" or (not pos and _INFINITIVE.fullmatch(words[0])):
        verbs = conjugated(words[0].lower())
        if not pos:
            verbs = frozenset(form for form in verbs if form.endswith(_ONLY_VERBS))
        rest = words[1:]
        found = {" ".join((form, *rest)) for form in (words[0], *verbs)}
        return tuple(found) if pos else tuple(found.union(_nominal(term, words, pos)))
    return tuple(_nominal(term, words, pos))


def _nominal(term: str, words: list[str], pos: str) -> set[str]:
    """Return a noun phrase or adjective in its numbers and, where they are sure, genders."""
    stop = next((index for index, word in enumerate(words) if word.lower() in _LINK), len(words))
    heads, rest = words[:stop], words[stop:]
    if not heads or any(not word.isalpha() or (word.isupper() and len(word) > 1) for word in heads):
        return {term}
    found = {term, " ".join((*(plural(word) for word in heads), *rest))}
    if pos == "adj" or (not pos and heads[0].endswith(_GENDERED)):
        for choice in product(*(_genders(word) for word in heads)):
            found.update((" ".join((*choice, *rest)), " ".join((*(plural(word) for word in choice), *rest))))
    return found
