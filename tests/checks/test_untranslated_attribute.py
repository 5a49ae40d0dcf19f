from __future__ import annotations

from mtreview.checks.untranslated_attribute import UntranslatedAttribute
from tests.checks.table import Row, verify

PORT = '<img src="p.png" alt="Una vista del puerto viejo"> El puerto'
READ = "<a href='x' title='Lea la noticia completa aquí'>Leer</a>"

ROWS: list[Row] = [
    (PORT, '<img src="p.png" alt="Una vista del puerto viejo"> The port', ("Una vista del puerto viejo",)),
    (READ, "<a href='x' title='Lea la noticia completa aquí'>Read</a>", ("Lea la noticia completa aquí",)),
    (None, '<img alt="Una vista del puerto viejo"> The port', ("Una vista del puerto viejo",)),
    (PORT, '<img src="p.png" alt="A view of the old port"> The port', ()),
    (PORT, '<img src="p.png" alt=""> The port', ()),
    ('<img alt="San José"> Foto', '<img alt="San José"> Photo', ()),
    ('<img class="una vista del puerto"> Foto', '<img class="una vista del puerto"> Photo', ()),
    (PORT, "The port", ()),
    (None, "a < b, title = c", ()),
]


def test_table() -> None:
    verify(UntranslatedAttribute(), ROWS)
