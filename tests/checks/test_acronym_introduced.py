from __future__ import annotations

import pytest

from mtreview.checks.acronym_introduced import AcronymIntroduced
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView
from tests.checks.table import Row, context_for, hits, verify_document, view_of

WHO = "The World Health Organization (WHO) met."

TABLES: list[list[Row]] = [
    [(None, WHO, ()), (None, "The World Health Organization (OMS) spoke.", ("OMS",))],
    [(None, "The World Health Organization (OMS) spoke.", ("OMS",)), (None, WHO, ())],
    [(None, f"{WHO} The World Health Organization (OMS) spoke.", ("OMS",))],
    [(None, WHO, ()), (None, "For the World Health Organization (OMS), no.", ("OMS",))],
    [
        (None, "The European Court of Auditors (ECA) met.", ()),
        (None, "The European Chamber of Auditors (ECA) spoke.", ("European Chamber of Auditors",)),
    ],
    [
        (None, "The International Monetary Fund (IMF) met.", ()),
        (None, "The International Money Fund (IMF) met.", ("International Money Fund",)),
    ],
    [("La OMS se reunió.", WHO, ()), ("La OMS habló.", "The World Health Organization (OMS) spoke.", ("OMS",))],
    [(None, WHO, ()), (None, "According to the World Health Organization (OMS), no.", ("OMS",))],
    [(None, "The Office for the Study of Ice (OSI)", ()), (None, "The Office for the Study of Ice (OEH)", ("OEH",))],
    [(None, WHO, ()), (None, WHO, ())],
    [(None, WHO, ()), (None, "The WHO spoke (OMS).", ())],
    [(None, WHO, ()), (None, "The World Trade Organization (WTO) met.", ())],
    [(None, "The European Court of Auditors (ECA)", ()), (None, "Export Credit Agency (ECA)", ())],
    [(None, "An Emergency Use Authorization (EUA)", ()), (None, "An Emergency Use Authorisation (EUA)", ())],
    [(None, "Prime Minister Pedro Sánchez (PSOE)", ()), (None, "Prime Minister Mariano Rajoy (PP)", ())],
    [(None, "Ana Gil (PP) and Ana Gil (Madrid) left.", ())],
    [(None, "He (Sic) and the house (ABC) stood.", ()), (None, "the house (XYZ)", ())],
    [(None, "Non-Governmental Organizations (NGOs) met", ()), (None, "Non-Governmental Organizations (NGO)", ())],
    [(None, WHO, ())],
]


@pytest.mark.parametrize("rows", TABLES)
def test_table(rows: list[Row]) -> None:
    verify_document(AcronymIntroduced(), rows)


def test_the_acronym_of_the_initials_is_suggested() -> None:
    check = AcronymIntroduced()
    text = "The World Health Organization (OMS) spoke."
    [(index, hit)] = hits(check, view_of([(None, text), (None, WHO)], context_for(check)))
    assert index == 0
    assert hit.suggestion is not None
    assert hit.suggestion.apply(text) == text.replace("OMS", "WHO")


def test_a_list_without_documents_is_no_text() -> None:
    segments = (Segment(id="1", target=WHO), Segment(id="2", target=WHO.replace("WHO", "OMS")))
    document = Document(id="d", path="d.tsv", format="tsv", segments=segments, pieces=True)
    assert not list(AcronymIntroduced().find(DocumentView(document, Context())))
