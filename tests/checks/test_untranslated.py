from __future__ import annotations

from mtreview.checks.untranslated import Untranslated
from mtreview.view import Context
from tests.checks.table import Row, verify

ROWS: list[Row] = [
    (None, "Escuche esta historia", ("*",)),
    (None, "3 min de lectura", ("min de lectura",)),
    (None, "min de lectura", ("*",)),
    (None, "Respuestas", ("*",)),
    (None, "Lea también", ("*",)),
    (None, "ÚLTIMAS NOTICIAS", ("*",)),
    (None, "Cesar Romero 3 min de lectura", ("min de lectura",)),
    (None, "It was a good lectura for all.", ("lectura",)),
    (None, "The tribunal read the sentencia y la condena.", ("sentencia y la condena",)),
    ("Administrador", "Administrador", ("*",)),
    ("Vea la documentación.", "Vea la documentación.", ("Vea la documentación",)),
    ("Los vecinos cortaron la carretera.", "The vecinos blocked the carretera.", ("vecinos", "carretera")),
    ("Pidió una prórroga.", "He asked for a PRÓRROGA.", ()),
    ("Murieron dos personas.", "Murieron two people.", ("Murieron",)),
    ("Habló el ministro de hacienda.", "The ministro de hacienda spoke.", ("ministro de hacienda",)),
    ("La obra costó mucho.", "The obra, la obra cost a lot.", ("obra", "la obra")),
    ("Hubo desabastecimiento.", "There was desabastecimiento.", ("desabastecimiento",)),
    # Names, titles, citations and loans.
    (None, "Siesta and tapas in the plaza, said the guerrilla leader.", ()),
    (None, "El Niño hit Los Angeles and San José.", ()),
    (None, "Guillermo del Toro won in Rio de Janeiro.", ()),
    (None, "per se, de facto, en route, à la carte, in vivo, vis-à-vis", ()),
    (None, "Pedro Sánchez", ()),
    (None, "The PSOE and Podemos met at the Universidad de Salamanca.", ()),
    (None, "a café, a cliché, a résumé, a naïve façade, El País", ()),
    ("Vive en La Moncloa.", "He lives in La Moncloa.", ()),
    ("Lo dijo el Partido Popular.", "The Partido Popular said so.", ()),
    ("El Ministerio de Hacienda calló.", "The Ministerio de Hacienda kept silent.", ()),
    ("Leyó «Cien años de soledad».", "He read “Cien años de soledad.”", ()),
    ("Se usa «vosotros».", "They use “vosotros.”", ()),
    ("La fiesta del pueblo.", "The pueblo's fiesta.", ()),
    ("Un hospital general y un hotel.", "A general hospital and a hotel.", ()),
    ("Hello world", "Hello world", ()),
    ("Pedro Sánchez", "Pedro Sánchez", ()),
    ("123", "123", ()),
    ("Renovó el embargo en Quierzy-sur-Oise.", "He renewed the embargo in Quierzy-sur-Oise.", ()),
    ("Fue al sur.", "He went to the sur.", ("sur",)),
    ("PSOE", "PSOE", ()),
    ("Abra <file>lectura</file> y config/lectura.txt.", "Open <file>notes</file> and config/lectura.txt.", ()),
    ("", "", ()),
    (None, "The riots were an attempted coup.", ()),
]


def test_table() -> None:
    verify(Untranslated(), ROWS)


def test_honours_ignored_words() -> None:
    context = Context(ignore_words=frozenset({"vecinos"}))
    verify(Untranslated(), [("Los vecinos.", "The vecinos spoke.", ())], context)
