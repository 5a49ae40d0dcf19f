from __future__ import annotations

import pytest

from mtreview.checks.inconsistent_source import InconsistentSource
from mtreview.issue import Severity
from tests.checks.table import Row, verify_document

WHOLE = ("*",)
DOOR = "Close the garage door."

TABLES: list[list[Row]] = [
    [("Cierre la puerta del garaje.", DOOR, ()), ("Apague las luces del pasillo.", DOOR, WHOLE)],
    [("Cierre la puerta del garaje.", DOOR, ()), ("Apague las luces del pasillo.", DOOR.upper(), WHOLE)],
    [
        ("Apague las luces del pasillo.", DOOR, WHOLE),
        ("Cierre la puerta del garaje.", DOOR, ()),
        ("Cierra la puerta del garaje", DOOR, ()),
        ("Cierra la puerta del garaje", DOOR, ()),
    ],
    [("Quedan 3 días de prueba", "3 days of trial left", ()), ("La memoria está llena", "5 days of trial left", WHOLE)],
    [
        ("Ejecuta órdenes de un archivo", "Execute a specific script", ()),
        ("Imprime la fecha y hora", "Execute a specific script", WHOLE),
    ],
    [("Cierre la puerta del garaje.", DOOR, ()), ("Cierra la puerta de los garajes", DOOR, ())],
    [("Cierre la puerta del garaje.", DOOR, ()), ("CIERRE LA PUERTA DEL GARAJE", DOOR, ())],
    [("Cierre la puerta del garaje.", DOOR, ()), ("La puerta del garaje, ciérrela.", DOOR, ())],
    [
        ("Lista todos los paquetes", "List all the packages", ()),
        ("Muestra todos los paquetes", "List all the packages", ()),
    ],
    [("Sí, por supuesto", "Of course", ()), ("Claro que sí", "Of course", ())],
    [("Guardar como plantilla nueva", "Save as", ()), ("Archivo de salida final", "Save as", ())],
    [("Claro", "Yes of course you may", ()), ("Naturalmente", "Yes of course you may", ())],
    [("Cierre la puerta del garaje.", DOOR, ()), ("Apague las luces del pasillo.", "Turn off the lights.", ())],
    [("Cierre la puerta del garaje.", DOOR, ()), ("", DOOR, ())],
    [(None, DOOR, ()), (None, DOOR, ())],
]


@pytest.mark.parametrize("rows", TABLES)
def test_table(rows: list[Row]) -> None:
    verify_document(InconsistentSource(), rows)


def test_it_is_never_more_than_a_mention() -> None:
    assert InconsistentSource().severity is Severity.NEUTRAL
