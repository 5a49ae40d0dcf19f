from __future__ import annotations

from mtreview.checks.untranslated_term import UntranslatedTerm
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("La ONU y la OTAN", "The ONU and NATO", ("ONU",)),
    (None, "The ONU and NATO", ("ONU",)),
    (None, "A center to treat VIH will open in Kazajistán.", ("VIH", "Kazajistán")),
    (None, "He flew to Pekin and Pekín.", ("Pekin", "Pekín")),
    ("El BCE amenaza", "The BCE threatens", ("BCE",)),
    (None, "The region, whose PIB grew, is poor.", ("PIB",)),
    (None, "OTAN'S CHIEF", ("OTAN",)),
    (None, "the World Health Organization (OMS) and its plans", ()),
    (None, 'the WHO ("OMS" in Spanish) said', ()),
    (None, "the agency (OMS) said", ("OMS",)),
    (None, "She writes for the Diario de Londres.", ()),
    (None, "the Rhône-Alpes region", ()),
    (None, "The UN and NATO met in London and in Madrid.", ()),
    (None, "the onu of the pib", ()),
    (None, "She is sensible and assists at the hospital.", ()),
    ("La OMS habló de la ONU.", "La OMS habló de la ONU.", ()),
    (None, "El jefe de la ONU se reunió con el de la OTAN.", ()),
    ("Fue a Londres.", "The ONU went.", ()),
    (None, "Compartir", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(UntranslatedTerm(), ROWS)


def test_suggests_the_preferred_form() -> None:
    verify_fixes(
        UntranslatedTerm(),
        [
            ("La ONU y la OTAN", "The ONU and NATO", "The UN and NATO"),
            (None, "THE PRESIDENT OF KAZAJISTÁN", "THE PRESIDENT OF KAZAKHSTAN"),
            (None, "He met Nazarbáyev.", "He met Nazarbayev."),
        ],
    )
