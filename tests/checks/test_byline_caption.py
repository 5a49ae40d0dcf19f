from __future__ import annotations

import pytest

from mtreview.checks.byline_caption import BylineCaption
from mtreview.issue import Severity
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView
from tests.checks.table import Row, context_for, hits, verify, verify_document, verify_fixes, view_of

WHOLE = ("*",)

ROWS: list[Row] = [
    (None, "hace 3 horas", WHOLE),
    (None, "Hace 1 hora", WHOLE),
    (None, "Cultura | hace un mes", ("hace un mes",)),
    (None, "hace 25 min", WHOLE),
    (None, "12 de mayo de 2024", WHOLE),
    (None, "Publicado el 12 de mayo de 2024", WHOLE),
    (None, "3 dic 2021 - 10:30 h", ("3 dic 2021",)),
    (None, "Madrid, 12 may (EFE).- The minister spoke.", ("12 may",)),
    (None, "Por Lucía Benavente", ("Por",)),
    (None, "POR ANA GIL Y LUIS DE LA VEGA", ("POR",)),
    (None, "By Cesar Romero", WHOLE),
    (None, "By Ana Gil and Luis Sanz, Madrid", WHOLE),
    (None, "Photo: Reuters", WHOLE),
    (None, "The facade on Thursday. Photo: Nuria Ribalta", ("Photo: Nuria Ribalta",)),
    (None, "Foto | EFE", ("Foto",)),
    (None, "EFE/Juan Pérez", WHOLE),
    (None, "The minister in Madrid. (AP Photo/Ana Gil)", ("AP Photo/Ana Gil)",)),
    (None, "By the way, Cesar Romero left.", ()),
    (None, "By Monday", ()),
    (None, "He left 3 hours ago.", ()),
    (None, "On 12 May 2024 he left.", ()),
    (None, "The photo: Reuters had it first, and nobody asked.", ()),
    (None, "Cesar Romero", ()),
    (None, "In March 3 mares died.", ()),
    (None, "Reuters reported it.", ()),
    ("Hace 3 horas", "hace 3 horas", ()),
    ("Por Ana Gil", "By Ana Gil", ()),
]


def test_table() -> None:
    verify(BylineCaption(), ROWS)


def test_a_name_beside_a_label_is_the_author() -> None:
    rows: list[Row] = [
        (None, "The riots go on", ()),
        (None, "Cesar Romero", WHOLE),
        (None, "3 min de lectura", ()),
        (None, "Kazakhstan is a country.", ()),
        (None, "Anna Smith", ()),
    ]
    verify_document(BylineCaption(), rows)


def test_fixes() -> None:
    verify_fixes(
        BylineCaption(),
        [
            (None, "hace 3 horas", "3 hours ago"),
            (None, "Hace una hora", "an hour ago"),
            (None, "hace 5 días", "5 days ago"),
            (None, "hace 2 meses", "2 months ago"),
            (None, "12 de mayo de 2024", "May 12, 2024"),
            (None, "Actualizado: 2 de enero de 2023", "Updated on January 2, 2023"),
            (None, "3 dic 2021 - 10:30 h", "December 3, 2021 - 10:30 h"),
            (None, "Por Lucía Benavente", "By Lucía Benavente"),
            (None, "Foto | EFE", "Photo | EFE"),
        ],
    )


def test_british_dates() -> None:
    verify_fixes(BylineCaption(), [(None, "12 de mayo de 2024", "12 May 2024")], Context(target="en-GB"))


@pytest.mark.parametrize("text", ["By Cesar Romero", "Photo: Reuters", "EFE/Juan Pérez"])
def test_english_lines_are_only_mentioned(text: str) -> None:
    check = BylineCaption()
    [(_, hit)] = hits(check, view_of([(None, text)], context_for(check)))
    assert hit.severity is Severity.NEUTRAL


def test_a_list_without_documents_has_no_top() -> None:
    document = Document(
        id="d", path="d.tsv", format="tsv", segments=(Segment(id="1", target="By Ana Gil"),), pieces=True
    )
    assert not list(BylineCaption().find(DocumentView(document, Context()).segments[0]))
