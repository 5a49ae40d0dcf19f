from __future__ import annotations

from mtreview.checks.variant_spelling import VariantSpelling
from mtreview.issue import Severity
from mtreview.view import Context
from tests.checks.table import Row, context_for, hits, verify, verify_document, verify_fixes, view_of

STRICT: list[Row] = [
    (None, "The colour of labour.", ("colour", "labour")),
    (None, "They organised a programme in the theatre.", ("organised", "programme", "theatre")),
    (None, "the traveller cancelled his defence", ("traveller", "cancelled", "defence")),
    (None, "They analysed 5 kilometres of fibre.", ("analysed", "kilometres", "fibre")),
    (None, "The color of labor, organized in the theater.", ()),
    (None, "The Labour Party and the Theatre Royal", ()),
    (None, "a program, a check, a tire, a metered story, exercise, advise, revise, promise", ()),
    (None, "", ()),
]
BRITISH: list[Row] = [
    (None, "The color of labor.", ("color", "labor")),
    (None, "They analyzed the theater.", ("analyzed", "theater")),
    (None, "They organized, organised, and checked the tires of the program.", ()),
    (None, "Pearl Harbor", ()),
]


def test_strict_table() -> None:
    verify(VariantSpelling(strict=True), STRICT)


def test_strict_british_table() -> None:
    verify(VariantSpelling(strict=True), BRITISH, Context(target="en-GB"))


def test_the_rarer_of_two_is_noted() -> None:
    rows: list[Row] = [
        (None, "The color and the labor.", ()),
        (None, "His neighbor and his honour.", ("honour",)),
    ]
    verify_document(VariantSpelling(), rows)
    british: list[Row] = [
        (None, "The colour and the labour.", ()),
        (None, "His neighbour and his honor.", ("honor",)),
    ]
    verify_document(VariantSpelling(), british)


def test_a_collection_of_both_is_left() -> None:
    verify_document(VariantSpelling(), [(None, "The color.", ()), (None, "The labour.", ())])


def test_a_consistent_document_of_the_other_country_has_one_note() -> None:
    view = view_of([(None, "The colour."), (None, "The labour.")], context_for(VariantSpelling()))
    [(index, hit)] = hits(VariantSpelling(), view)
    assert index == 0
    assert hit.severity is Severity.NEUTRAL
    assert "en-US" in hit.message


def test_fixes() -> None:
    verify_fixes(VariantSpelling(strict=True), [(None, "The colour.", "The color.")])
    verify_fixes(VariantSpelling(strict=True), [(None, "The color.", "The colour.")], Context(target="en-GB"))
