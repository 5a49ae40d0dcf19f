from __future__ import annotations

import pytest

from mtreview.checks.unpaired import Unpaired
from tests.checks.table import Row, context_for, hits, verify, view_of

ROWS: list[Row] = [
    ("Fue (en mayo) a casa.", "He went (in May home.", ("(",)),
    ("Fue (en mayo) a casa.", "He went in May) home.", (")",)),
    ("Fue [sic] a casa.", "He went [sic home.", ("[",)),
    (None, "He went (in May home.", ("(",)),
    (None, "He went in May] home.", ("]",)),
    ("Un (a [b] c) d", "A (a [b c) d", ("[",)),
    ('El "golpe" de ayer.', 'The "coup of yesterday.', ('"',)),
    ("El «golpe» de ayer.", 'The coup" of yesterday.', ('"',)),
    ("El “golpe” de “ayer”.", 'The "coup" of "yesterday.', ('"',)),
    ("El «golpe» de ayer.", "The “coup of yesterday.", ("“",)),
    ("Ya está todo previsto, dicen.", '"It is all planned already, they say.', ('"',)),
    ("Me encantaron los colores, dice.", "“I loved the colors, he says.", ("“",)),
    ("—Ya está todo previsto. Luego calló.", '"It is all planned already. Then she said no more.', ()),
    ("Fue (en mayo a casa.", "He went (in May home.", ()),
    ("Fue.", "a) He went; b) he came; iv) he saw.", ()),
    (None, "1) He went :) and :-( or ;-).", ()),
    ("Un tubo de 5 pulgadas.", 'A 5" pipe.', ()),
    (None, 'The "coup of yesterday.', ()),
    (None, "if (a > b { return; }", ()),
    ("Vino y “se fue.", "He came and “left.", ()),
    ('"Vino', '"He "came', ()),
    (None, "It's the boys' (the 'best') house.", ()),
    ("(Vino)", "(He came)", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(Unpaired(), ROWS)


@pytest.mark.parametrize("target", ['"He came, he said, and left.', 'He came, he said, and left."'])
def test_a_quotation_at_the_edge_of_a_segment_is_less_sure(target: str) -> None:
    view = view_of([("«Vino», dijo, «y se fue»", target)], context_for(Unpaired()))
    [(_, hit)] = hits(Unpaired(), view)
    assert 0.5 <= hit.confidence < 0.7
