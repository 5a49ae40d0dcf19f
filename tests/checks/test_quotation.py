from __future__ import annotations

from mtreview.checks.quotation import Quotation
from tests.checks.table import Row, verify

SAID = "No vamos a pagar ni un euro más"

ROWS: list[Row] = [
    (f"«{SAID}», dijo Ana.", "We will not pay another euro, Ana said.", ("*",)),
    (f"“{SAID}”, dijo Ana.", "We will not pay another euro, Ana said.", ("*",)),
    (f'"{SAID}", dijo Ana.', "We will not pay another euro, Ana said.", ("*",)),
    (f"Dijo: «{SAID}».", "She said: we will not pay another euro.", ("*",)),
    (f"«{SAID}».", "We won't pay another euro of the bank's.", ("*",)),
    (f"Ana, «la jefa», dijo: «{SAID}».", "Ana, the boss, said we will not pay another euro.", ("*",)),
    (f"«{SAID}», dijo Ana.", '"We will not pay another euro," Ana said.', ()),
    (f"«{SAID}», dijo Ana.", "'We will not pay another euro,' Ana said.", ()),
    (f"«{SAID}», dijo Ana.", "<q>We will not pay another euro</q>, Ana said.", ()),
    ("El «techo de gasto» subió.", "The spending ceiling rose.", ()),
    ("Leyó «Cien años de soledad».", "She read One Hundred Years of Solitude.", ()),
    (f"{SAID}, dijo Ana.", "We will not pay another euro, Ana said.", ()),
    (f"«{SAID}, dijo Ana.", "We will not pay another euro, Ana said.", ("*",)),
    (f"{SAID}», dijo Ana.", "We will not pay another euro, Ana said.", ("*",)),
    (f"{SAID}», dijo Ana.", 'We will not pay another euro," Ana said.', ()),
    (f"Ana dijo: “{SAID}.", "Ana said: We will not pay another euro.", ("*",)),
    ("Nosotros también”, añadió.", "So are we, she added.", ("*",)),
    ("¿Por qué no iba a querer?”", "Why wouldn't I want to?", ("*",)),
    ('Es parte de nuestro folclore" cotidiano.', "It is part of our daily folklore.", ()),
    ('Mide 5" de ancho.', "It is 5 inches wide.", ()),
    (None, "We will not pay another euro, Ana said.", ()),
    (f"«{SAID}»", "", ()),
]


def test_table() -> None:
    verify(Quotation(), ROWS)
