from __future__ import annotations

from mtreview.checks.site_furniture import SiteFurniture
from mtreview.issue import Category, Severity
from tests.checks.table import Row, context_for, fixes, hits, verify, verify_fixes, view_of

ROWS: list[Row] = [
    (None, "Escuche esta historia", ("*",)),
    (None, "3 min de lectura", ("min de lectura",)),
    (None, "Cesar Romero 3 min de lectura", ("min de lectura",)),
    ("3 min de lectura", "3 min de lectura", ("min de lectura",)),
    (None, "COMPARTIR", ("*",)),
    (None, " Compartir ", ("Compartir",)),
    (None, "Compartir | Comentarios (12)", ("Compartir", "Comentarios")),
    (None, "12 comentarios", ("comentarios",)),
    (None, "Lea también: Three dead in the riots", ("Lea también",)),
    (None, "Foto: Reuters", ("Foto:",)),
    (None, "The minister left. Lea también The second strike", ("Lea también",)),
    (None, "Responses", ("*",)),
    (None, "Share", ("*",)),
    (None, "5 min read", ("*",)),
    ("", "Read also", ("*",)),
    ("Respuestas", "Responses", ()),
    (None, "Nobody wanted to share the answers.", ()),
    (None, "He said compartir is a verb.", ()),
    (None, "Compartir is what he likes.", ()),
    (None, "Share this idea with others.", ()),
    (None, "Actualmente", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(SiteFurniture(), ROWS)


def test_suggests_the_english_label_in_its_case() -> None:
    verify_fixes(
        SiteFurniture(),
        [
            (None, "Escuche esta historia", "Listen to this story"),
            (None, "Cesar Romero 3 min de lectura", "Cesar Romero 3 min read"),
            (None, "COMPARTIR", "SHARE"),
            (None, "lea también", "read also"),
        ],
    )
    assert fixes(SiteFurniture(), None, "Responses") == []


def test_an_english_label_is_only_mentioned() -> None:
    context = context_for(SiteFurniture())
    [(_, spanish)] = hits(SiteFurniture(), view_of([(None, "Respuestas")], context))
    [(_, english)] = hits(SiteFurniture(), view_of([(None, "Responses")], context))
    assert spanish.severity is None
    assert spanish.confidence > english.confidence
    assert english.severity is Severity.NEUTRAL
    assert SiteFurniture.category is Category.NON_CONTENT
