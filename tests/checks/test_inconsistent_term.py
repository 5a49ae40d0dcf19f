from __future__ import annotations

from mtreview.checks.inconsistent_term import InconsistentTerm
from tests.checks.table import Row, verify_document

COURT = ("El Tribunal Supremo lo anuló.", "The Supreme Court struck it down.", ())


def test_the_rarer_rendering_is_mentioned() -> None:
    rows: list[Row] = [
        ("El Tribunal Supremo lo niega.", "The High Court denies it.", ("High Court",)),
        COURT,
        ("El Tribunal Supremo calla.", "The Supreme Court is silent.", ()),
    ]
    verify_document(InconsistentTerm(), rows)


def test_of_two_equally_usual_ones_the_first_is_proposed() -> None:
    rows: list[Row] = [COURT, ("El Tribunal Supremo lo niega.", "The High Court denies it.", ("High Court",))]
    verify_document(InconsistentTerm(), rows)


def test_acronyms_the_same_words_and_both_in_one_segment_are_left() -> None:
    rows: list[Row] = [
        ("La OMS habló.", "The WHO spoke.", ()),
        ("La OMS calló.", "The World Health Organization was silent.", ()),
        COURT,
        ("El Tribunal Supremo no es el Tribunal Supremo.", "The Supreme Court is no High Court.", ()),
        ("El Partido Demócrata ganó.", "The Democrats won.", ()),
        ("El Partido Demócrata perdió.", "The Democratic Party lost.", ()),
    ]
    verify_document(InconsistentTerm(), rows)
