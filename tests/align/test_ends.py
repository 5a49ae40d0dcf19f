from __future__ import annotations

import numpy as np
import pytest

from mtreview.align._ends import ended, endings
from mtreview.align._lines import describe
from mtreview.align._places import Places

CLOSED, OPEN = [False] * 3, [True, False, False]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["Llegó."], [CLOSED]),
        (["Llegó », dijo. ", "Sí."], [CLOSED, CLOSED]),
        (["Llegó,", "Sí!»"], [OPEN, CLOSED]),
        (["El Sr.", "llegó."], [OPEN, CLOSED]),
        (["¿Llegó?)", "«¿sí ?"], [[True, True, False], [False, True, False]]),
        (["Dijo :", "", "(no)."], [[True, False, True], OPEN, CLOSED]),
        (["Lea también"], [OPEN]),
    ],
)
def test_says_which_sentences_go_on_ask_and_announce(texts: list[str], expected: list[list[bool]]) -> None:
    assert endings(texts).tolist() == expected


def test_a_bead_knows_where_its_sentences_end() -> None:
    source, target = describe(["Llegó tarde,", "como siempre.", "¿No?"], ["He was late.", "As always:", "No?"])
    places = Places(*np.array([[0, 0, 2], [0, 0, 2], [1, 2, 1], [1, 2, 1]]))
    found = ended(places, source, target)
    assert found["end-differs"].tolist() == [1, 1, 0]
    assert found["joint-open"].tolist() == [0, 1, 0]
    assert found["joint-closed"].tolist() == [0, 1, 0]
    assert found["end-open"].tolist() == [0, 0, 0]
    assert found["end-question"].tolist() == [0, 0, 0]
    assert found["end-colon"].tolist() == [0, 1, 0]
