"""The words that Spanish and English write numbers with."""

from __future__ import annotations

from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple


class Role(Enum):
    """Say what a number word may do inside a number."""

    ARTICLE = auto()  # un, una: 1 inside a number, by itself none
    UNIT = auto()  # one to nine
    TEEN = auto()  # ten to twenty-nine in one word
    TENS = auto()  # twenty to ninety, open to a unit
    HUNDREDS = auto()  # cien to novecientos
    HUNDRED = auto()  # English "hundred", which multiplies
    SCALE = auto()  # thousand and above
    DOZEN = auto()  # a rough count that multiplies
    HALF = auto()  # medio, half
    PART = auto()  # tercio, thirds: names a denominator
    ORDINAL = auto()
    DECADE = auto()  # the nineties
    FIGURES = auto()
    ROMAN = auto()


class Word(NamedTuple):
    """Hold what one number word means."""

    role: Role
    value: int | Fraction
    vague: bool = False


def _fill(role: Role, start: int, forms: str, step: int = 1) -> dict[str, Word]:
    """Return the words of a column: one value a blank-separated field, its spellings parted by a slash."""
    return {
        form: Word(role, start + step * row) for row, field in enumerate(forms.split()) for form in field.split("/")
    }


def _genders(stems: str) -> str:
    """Return each stem, and its shortened form after a plus, in both genders and numbers."""
    fields = []
    for field in stems.split():
        forms = []
        for stem in field.split("/"):
            base, _, short = stem.partition("+")
            forms += [base + ending for ending in ("o", "a", "os", "as")] + ([short] if short else [])
        fields.append("/".join(forms))
    return " ".join(fields)


_HALF = Fraction(1, 2)

SPANISH: dict[str, Word] = {
    **{form: Word(Role.ARTICLE, 1) for form in ("un", "una")},
    **_fill(Role.UNIT, 0, "cero uno dos tres cuatro cinco seis siete ocho nueve"),
    **_fill(
        Role.TEEN,
        10,
        "diez once doce trece catorce quince dieciséis/dieciseis diecisiete dieciocho diecinueve veinte "
        "veintiún/veintiuno/veintiuna/veintiun veintidós/veintidos veintitrés/veintitres veinticuatro veinticinco "
        "veintiséis/veintiseis veintisiete veintiocho veintinueve",
    ),
    **_fill(Role.TENS, 30, "treinta cuarenta cincuenta sesenta setenta ochenta noventa", 10),
    **_fill(
        Role.HUNDREDS,
        100,
        "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas "
        "seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas",
        100,
    ),
    "mil": Word(Role.SCALE, 10**3),
    "miles": Word(Role.SCALE, 10**3, vague=True),
    **{form: Word(Role.SCALE, 10**6) for form in ("millón", "millon", "mdd", "mdp")},
    "millones": Word(Role.SCALE, 10**6, vague=True),
    **{form: Word(Role.SCALE, 10**9) for form in ("millardo", "mmdd", "mmdp")},
    "millardos": Word(Role.SCALE, 10**9, vague=True),
    **{form: Word(Role.SCALE, 10**12) for form in ("billón", "billon")},
    "billones": Word(Role.SCALE, 10**12, vague=True),
    **{form: Word(Role.SCALE, 10**18) for form in ("trillón", "trillon")},
    "trillones": Word(Role.SCALE, 10**18, vague=True),
    "docena": Word(Role.DOZEN, 12),
    "docenas": Word(Role.DOZEN, 12, vague=True),
    **{form: Word(Role.DOZEN, 10) for form in ("decena", "década")},
    "décadas": Word(Role.DOZEN, 10, vague=True),
    "quincena": Word(Role.DOZEN, 15),
    **_fill(Role.DOZEN, 20, "veintena treintena cuarentena cincuentena sesentena", 10),
    "centenar": Word(Role.DOZEN, 100),
    "centena": Word(Role.DOZEN, 100),
    "millar": Word(Role.DOZEN, 1000),
    **{form: Word(Role.HALF, _HALF) for form in ("medio", "media", "mitad")},
    **{form: Word(Role.PART, 3) for form in ("tercio", "tercios")},
    **_fill(
        Role.ORDINAL,
        1,
        _genders(
            "primer+primer segund tercer+tercer cuart quint sext séptim/septim octav noven décim "
            "undécim/decimoprimer+decimoprimer duodécim/decimosegund decimotercer+decimotercer decimocuart decimoquint "
            "decimosext decimoséptim decimoctav decimonoven vigésim"
        ),
    ),
    **_fill(Role.ORDINAL, 30, _genders("trigésim cuadragésim quincuagésim sexagésim septuagésim"), 10),
    **_fill(Role.ORDINAL, 80, _genders("octogésim nonagésim centésim"), 10),
}

_ENGLISH_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")

ENGLISH: dict[str, Word] = {
    **_fill(Role.UNIT, 0, "zero one two three four five six seven eight nine"),
    **_fill(
        Role.TEEN,
        10,
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    ),
    **_fill(Role.TENS, 20, " ".join(stem + "y" for stem in _ENGLISH_TENS), 10),
    "fourty": Word(Role.TENS, 40),
    "hundred": Word(Role.HUNDRED, 100),
    "thousand": Word(Role.SCALE, 10**3),
    **{form: Word(Role.SCALE, 10**6) for form in ("million", "mln")},
    **{form: Word(Role.SCALE, 10**9) for form in ("billion", "bln", "milliard", "milliards")},
    "trillion": Word(Role.SCALE, 10**12),
    "quadrillion": Word(Role.SCALE, 10**15),
    "quintillion": Word(Role.SCALE, 10**18),
    "thousands": Word(Role.SCALE, 10**3, vague=True),
    "millions": Word(Role.SCALE, 10**6, vague=True),
    "billions": Word(Role.SCALE, 10**9, vague=True),
    "trillions": Word(Role.SCALE, 10**12, vague=True),
    "dozen": Word(Role.DOZEN, 12),
    "decade": Word(Role.DOZEN, 10),
    "decades": Word(Role.DOZEN, 10, vague=True),
    **{form: Word(Role.HALF, _HALF) for form in ("half", "halves")},
    **_fill(
        Role.PART,
        3,
        "thirds quarters/fourths/quarter fifths sixths sevenths eighths ninths tenths",
    ),
    **_fill(
        Role.ORDINAL,
        1,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth",
    ),
    **_fill(Role.ORDINAL, 20, " ".join(stem + "ieth" for stem in _ENGLISH_TENS), 10),
    "hundredth": Word(Role.ORDINAL, 100),
    **_fill(Role.DECADE, 20, " ".join(stem + "ies" for stem in _ENGLISH_TENS), 10),
}

_SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre"
_ENGLISH_MONTHS = (
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct "
    "november/nov december/dec"
)

LEXICONS: dict[str, dict[str, Word]] = {"es": SPANISH, "en": ENGLISH}
MONTHS: dict[str, dict[str, int]] = {
    lang: {form: row for row, field in enumerate(names.split(), 1) for form in field.split("/")}
    for lang, names in (("es", _SPANISH_MONTHS), ("en", _ENGLISH_MONTHS))
}

# What may stand between two words of one number.
JOINTS: dict[str, frozenset[str]] = {
    "es": frozenset({" ", "\u00a0", "-"}),
    "en": frozenset({" ", "\u00a0", "-", "\u2011"}),
}
SCALE_JOINTS: dict[str, frozenset[str]] = {lang: joints | {"", "+ "} for lang, joints in JOINTS.items()}
UNIT_JOINTS: dict[str, frozenset[str]] = {
    "es": frozenset({" y ", " i "}),
    "en": frozenset({" ", "\u00a0", "-", "\u2011"}),
}
AND: dict[str, frozenset[str]] = {
    "es": frozenset({" y "}),
    "en": frozenset({" and ", "-and-"}),
}
AND_HALF: dict[str, frozenset[str]] = {
    "es": frozenset({" y "}),
    "en": frozenset({" and a ", "-and-a-", " and one ", " and "}),
}
OF: dict[str, frozenset[str]] = {
    "es": frozenset({" ", " de ", " de un "}),
    "en": frozenset({" ", "-", " a ", " of a ", "-a-"}),
}
