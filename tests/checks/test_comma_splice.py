from __future__ import annotations

from mtreview.checks.comma_splice import CommaSplice
from tests.checks.table import Row, verify

ROWS: list[Row] = [
    ("Llegó tarde, no le dejaron entrar.", "He arrived late, they did not let him in.", (",",)),
    ("Perdió, no volverá.", "She lost the vote, she will not stand again.", (",",)),
    ("Bebió mucho, no sabe qué dice.", "He drank too much, he doesn't know what he is saying.", (",",)),
    (None, "It rained all night. We closed the road, it was flooded.", (",",)),
    (None, "They sold the house, they couldn’t pay for it.", (",",)),
    (None, "He arrived late, and they did not let him in.", ()),
    (None, "He arrived late; they did not let him in.", ()),
    (None, "When he arrived, they did not let him in.", ()),
    (None, "She left the house because of the rain, it was said.", ()),
    (None, "He was so tired that day, he could not stand.", ()),
    (None, "It was a long day, he said.", ()),
    (None, "It has had no effect, it is claimed.", ()),
    (None, "I think so, he was there.", ()),
    (None, "He came, he saw, he conquered.", ()),
    (None, "She is coming tomorrow, isn't she?", ()),
    (None, "If they call, we will answer.", ()),
]


def test_table() -> None:
    verify(CommaSplice(), ROWS)
