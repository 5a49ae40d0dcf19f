from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.checks.wrong_term import WrongTerm
from mtreview.issue import Severity
from mtreview.view import Context
from tests.checks.table import Row, context_for, fixes, hits, verify, verify_fixes, view_of

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[Row] = [
    ("El presidente de Kazajistán habló.", "The president of Kazajstan spoke.", ("Kazajstan",)),
    ("El presidente de Kazajistán habló.", "The president of Khazakstan spoke.", ("Khazakstan",)),
    ("Habló Kasim-Yomart Tokáev.", "Kasym-Zhomart Tokaev spoke.", ("Kasym-Zhomart Tokaev",)),
    ("La ONU protestó.", "The agency protested.", ("*",)),
    ("Lo dijo el Banco Mundial.", "The global bank said so.", ("*",)),
    ("Viajó a Londres y a Pekín.", "He travelled to Beijing.", ("*",)),
    ("Una ley de EE. UU.", "A law of Spain.", ("*",)),
    ("La ONU protestó.", "The United Nations protested.", ()),
    ("La ONU protestó.", "The U.N. protested.", ()),
    ("La ONU protestó.", "UN officials protested.", ()),
    ("Una ley de EE.UU.", "A US law.", ()),
    ("Una ley de Estados Unidos", "An American law", ()),
    ("Una ley de Estados Unidos", "it takes us to court", ("*",)),
    ("La OMS lo dijo.", "The World Health Organisation said so.", ()),
    ("Vive en Kazajistán.", "He lives among the Kazakhs.", ()),
    ("La OTAN respondió.", "Nato answered.", ()),
    ("La ONU protestó.", "The ONU protested.", ()),
    ("Los dos irán a casa.", "They will both go home.", ()),
    ("Actualmente vive aquí.", "These days he lives here.", ()),
    ("La ONU protestó.", "La ONU protestó en la sede.", ()),
    ("La ONU protestó.", "", ()),
    (None, "The agency protested.", ()),
]


def test_table() -> None:
    verify(WrongTerm(), ROWS)


def test_suggests_the_right_form_for_a_near_one() -> None:
    verify_fixes(
        WrongTerm(),
        [
            (
                "El presidente de Kazajistán habló.",
                "The president of Kazajstan spoke.",
                "The president of Kazakhstan spoke.",
            ),
            ("Habló Kasim-Yomart Tokáev.", "Kasym-Zhomart Tokaev spoke.", "Kassym-Jomart Tokayev spoke."),
        ],
    )
    assert fixes(WrongTerm(), "La ONU protestó.", "The agency protested.") == []


def test_a_name_without_another_in_its_place_is_shown_in_review_only() -> None:
    pairs = [
        ("Jugó en la tercera división de Inglaterra.", "He played in League Two."),
        ("Vive en Eslovenia.", "He lives in Slovakia."),
    ]
    found = [hit.confidence for _, hit in hits(WrongTerm(), view_of(pairs, context_for(WrongTerm())))]
    assert found == [0.4, 0.6]


def test_reports_a_term_once() -> None:
    view = view_of([("La ONU y la ONU", "The agency and the agency")], context_for(WrongTerm()))
    assert len(list(hits(WrongTerm(), view))) == 1


def test_severity_is_minor_unless_the_row_says_more(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "source,target,status,severity\nacta,minutes,preferred,major\nvocal,member,preferred,\n", encoding="utf-8"
    )
    view = view_of([("El acta del vocal", "The record of the speaker")], Context(glossaries=(str(path),)))
    found = {hit.against: hit.severity for _, hit in hits(WrongTerm(), view)}
    assert found == {"minutes": Severity.MAJOR, "member": Severity.MINOR}


def test_a_term_applies_in_its_context_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "source,target,status,domain,skip_if\nbanco,bank,preferred,money,parque|madera\nbanco,bench,preferred,parks,\n",
        encoding="utf-8",
    )
    rows: list[Row] = [
        ("El banco cerró.", "The bank closed.", ()),
        ("El banco cerró.", "The bench closed.", ()),
        ("El banco cerró.", "The store closed.", ("*",)),
        ("El banco del parque es viejo.", "The bench in the park is old.", ()),
        ("El banco del parque es viejo.", "The bank in the park is old.", ("*",)),
        ("Un banco de MADERA", "A wooden bank", ("*",)),
    ]
    verify(WrongTerm(), rows, Context(glossaries=(str(path),)))
