from __future__ import annotations

from mtreview.checks.repeated_text import RepeatedText
from tests.checks.table import Row, verify, verify_fixes

CLAUSE = "the council said that it would not pay"

ROWS: list[Row] = [
    (
        "Tiene el 40 % de la firma.",
        "He has a 40 he has a 40 he has a 40 per cent stake.",
        (" he has a 40 he has a 40",),
    ),
    (
        "El nombre de los miembros del coro será de los miembros del coro.",
        "The name of any members of any members of any members of the choir.",
        (" of any members of any members",),
    ),
    ("Ganó 6-4 6-4 6-4.", "She won 6-4 6-4 6-4.", ()),
    ("Se firmó en la capital.", "It was signed in the capital in the capital.", (" in the capital",)),
    ("Llovió mucho.", "It rained very very very very much.", (" very very very",)),
    ("Ninguna fragata zarpó.", "None of the of the frigates sailed.", (" of the",)),
    ("Fue así.", "It was so it was so it was so.", (" it was so it was so",)),
    (None, "He went to the market to the market on foot.", (" to the market",)),
    ("Dijo que sí.", "She said yes, she said yes, she said yes.", (", she said yes, she said yes",)),
    (
        "El consejo dijo que no pagaría, y se fue.",
        f"On Monday {CLAUSE}, and then {CLAUSE}.",
        (CLAUSE,),
    ),
    ("Bla, bla, bla, bla.", "Blah, blah, blah, blah.", ()),
    ("Día tras día, año tras año.", "Day after day, year after year.", ()),
    ("Muy, muy, muy lejos.", "Very, very, very far.", ()),
    ("Corre, corre, corre sin parar.", "Run run run run without stopping.", ()),
    ("Había tenido suerte.", "He had had had luck.", ()),
    ("Teléfono: 11 11 11 11", "Phone: 11 11 11 11", ()),
    ("Si no hay problema, no hay problema.", "If there is nothing wrong, there is nothing wrong.", ()),
    ("Ja, ja, ja.", "Ha ha ha ha.", ()),
    (None, "The dog and the cat and the bird and the fish", ()),
    ("Uno de los de la casa.", "One of those of the house.", ()),
    ("", "", ()),
]


def test_table() -> None:
    verify(RepeatedText(), ROWS)


def test_suggests_the_words_once() -> None:
    verify_fixes(
        RepeatedText(),
        [
            (
                "Se firmó en la capital.",
                "It was signed in the capital in the capital.",
                "It was signed in the capital.",
            ),
            ("Llovió mucho.", "It rained very very very very much.", "It rained very much."),
        ],
    )
