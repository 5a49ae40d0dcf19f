from __future__ import annotations

import pytest

from mtreview.checks.links import Links
from mtreview.issue import Severity
from tests.checks.table import Row, context_for, hits, verify, verify_fixes, view_of

WHOLE = ("*",)

ROWS: list[Row] = [
    ("Vea https://example.org/a.", "See https://example.com/a.", ("https://example.com/a",)),
    ("Vea https://example.org/a.", "See the page.", WHOLE),
    ("Vea la página.", "See https://example.org/a.", ("https://example.org/a",)),
    ("En www.example.org/ayuda", "At www.example.org/help", ("www.example.org/help",)),
    ("Escriba a ana@example.org", "Write to anna@example.org", ("anna@example.org",)),
    ("Compre en tienda.co.uk hoy", "Shop at tienda.com today", ("tienda.com",)),
    ("[guía](./guia.md)", "[guide](./guide.md)", ("./guide.md",)),
    ("![foto](img/casa.png)", "![photo](img/house.png)", ("img/house.png",)),
    ("[guía](https://example.org/g)", "[guide] (https://example.org/g)", ("] (",)),
    ("Use :func:`abrir`", "Use :func:`open`", ("open",)),
    ("Un :term:`generador <generator>`", "A :term:`generator <iterator>`", ("iterator",)),
    ("[ver](a.md#event-close)", "[see](a.md#event-clqse)", ("event-clqse",)),
    ("[ver](#seguirredirect)", "[see](#seguirredirqct)", ("seguirredirqct",)),
    ("[ver](a.md#introduccion)", "[see](a.md#introduction)", ()),
    (None, "See [the guide] (https://example.org/g)", ("] (",)),
    ("En mailto:ana@example.org", "At mailto:eva@example.org", ("mailto:eva@example.org",)),
    ("http://a.example.org y http://b.example.org", "http://a.example.org", WHOLE),
    ("Vea https://es.example.org/wiki/Gato.", "See https://en.example.org/wiki/Cat.", ()),
    ("Vea https://example.org/es/ayuda", "See https://example.org/en-us/help", ()),
    ("Vea https://example.org/es/ayuda", "See https://example.org/help", ()),
    ("Vea https://a.org/en/us/ayuda", "See https://a.org/en/us/ayuba", ("https://a.org/en/us/ayuba",)),
    ("Vea https://a.org/ayuda#uno", "See https://a.org/ayuda#dos", ("https://a.org/ayuda#dos",)),
    ("Vea https://a.org/es/ayuda", "See https://b.org/en/help", ("https://b.org/en/help",)),
    ("Vea http://www.example.org/", "See https://example.org", ()),
    ("(vea https://example.org/a)", "(see https://example.org/a).", ()),
    ("https://example.org/Rosa_(flor)", "at https://example.org/Rosa_(flor)!", ()),
    ("Escriba a usuario@ejemplo.com", "Write to user@example.com", ()),
    ("[guía](#instalar)", "[guide](#install)", ()),
    ("[guía](./guia.md#instalar)", "[guide](./guia.md#install)", ()),
    ("Un :term:`generador <generator>`", "A :term:`generator`", ()),
    ("Un :ref:`capítulo uno`", "A :ref:`chapter one`", ()),
    ("Una :func:`list`", "A :class:`list`", ()),
    ("Fin.Es más", "The end. It is more", ()),
    ("Use Node.js", "Use Node.js and so on", ()),
    ("https://example.org/a", "", ()),
    (None, "See https://example.org/a", ()),
]


def test_table() -> None:
    verify(Links(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Links(),
        [
            ("Vea https://example.org/a.", "See https://example.com/a.", "See https://example.org/a."),
            ("[guía](./guia.md)", "[guide](./guide.md)", "[guide](./guia.md)"),
            (None, "[the guide] (https://example.org/g)", "[the guide](https://example.org/g)"),
            ("Use :func:`abrir`", "Use :func:`open`", "Use :func:`abrir`"),
            ("Más: https://example.org/a", "More:", "More: https://example.org/a"),
        ],
    )


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("Compre en amazonas.com hoy", "Shop at Amazonas today", Severity.MINOR),
        ("Vea https://example.org", "See it", None),
    ],
)
def test_a_bare_name_weighs_less(source: str, target: str, severity: Severity | None) -> None:
    check = Links()
    assert [hit.severity for _, hit in hits(check, view_of([(source, target)], context_for(check)))] == [severity]
