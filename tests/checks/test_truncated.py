from __future__ import annotations

from mtreview.checks.truncated import Truncated
from tests.checks.table import Row, verify

ES = "El consejo aprobó ayer el plan de obras del puerto, que costará dos millones y durará tres años."

ROWS: list[Row] = [
    (ES, "Yesterday the council passed the", ("the",)),
    (ES, "Yesterday the council passed the plan for the harbour works, which will cost two million and", ("and",)),
    (ES, "Yesterday the council passed the plan of the", ("of the",)),
    (ES, "Yesterday the council passed the plan for", ("for",)),
    (ES, "Yesterday the council passed the harb", ("harb",)),
    (ES, "Yesterday the council passed the plan", ("plan",)),
    (ES, "Yesterday the council passed the plan for the harbour works, which will cost two million,", ("million",)),
    (ES, "Yesterday the council passed the plan for the harbour works (", ("works",)),
    ("Vive en la ciudad más grande.", "She lives in the largest city in", ("in",)),
    ("El tiburón lo hirió en la costa de California", "Shark injures boy off the", ("the",)),
    ("Una lista seguida por el", "A list followed by the", ()),
    ("¿Con quién se asoció la firma?", "Who did the firm partner with", ()),
    ("Nuevos controles o ajustes que tiene", "New controls or settings that it has", ()),
    (None, "He went home because of the", ("because of the",)),
    (None, "The mayor said that her", ()),
    (ES, "Yesterday the council passed the plan for the harbour works, to cost two million and last three years", ()),
    (ES, "Yesterday the council passed the plan.", ()),
    ("El consejo aprueba el plan de obras", "Council passes plan of the", ("the",)),
    ("No sabe con quién vino.", "He does not know who she came with", ()),
    ("Lo que soñaba.", "What he dreamed of", ()),
    ("¿Quién es?", "Who is it?", ()),
    ("Veamos:", "Let us see:", ()),
    ("«Ya voy».", '"I am coming"', ()),
    ("Pulse <b>aquí</b>.", "Click <b>here</b>", ()),
    ("Vive en la calle A.", "He lives in street A", ()),
    ("Sí.", "Of the", ()),
    ("", "", ()),
]


def test_table() -> None:
    verify(Truncated(), ROWS)
