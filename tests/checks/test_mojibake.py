from __future__ import annotations

from mtreview.checks.mojibake import Mojibake
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    (None, "The EspaÃ±a square", ("EspaÃ±a",)),
    (None, "They donâ€™t know", ("donâ€™t",)),
    (None, "â€œHello,â€\x9d he said", ("â€œHello,â€\x9d",)),
    (None, "20Â°C and 30Â°C", ("20Â°C", "30Â°C")),
    (None, "a dash â€“ here", ("â€“",)),
    (None, "Ã‚Â¿QuÃ©?", ("*",)),
    ("Peña vive aquí", "Pe�a lives here", ("�",)),
    (None, "Peï¿½a lives", ("Peï¿½a",)),
    (None, "the Ð¼Ð¸Ñ€ station", ("Ð¼Ð¸Ñ€",)),
    ("El año", "The aÃ±o", ("aÃ±o",)),
    (None, "«SÍ», she said", ()),
    (None, "São Paulo, Ângela and Łódź", ()),
    (None, "“É…”", ()),
    (None, "It costs 3 € – “really”", ()),
    (None, "IRMÃ and Ä“x”", ()),
    (None, "the мир station", ()),
    ("el texto «aÃ±o»", "the text “aÃ±o”", ("“aÃ±o”",)),
    ("aÃ±o x", "aÃ±o x", ()),
    ("car�cter", "the � sign", ()),
    (None, "plain", ()),
]


def test_table() -> None:
    verify(Mojibake(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Mojibake(),
        [
            (None, "They donâ€™t know", "They don’t know"),
            (None, "the cafÃ© closed", "the café closed"),
            (None, "Ã‚Â¿QuÃ©?", "¿Qué?"),
        ],
    )
