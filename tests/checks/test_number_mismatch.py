from __future__ import annotations

import pytest

from mtreview.checks.number_mismatch import NumberMismatch
from mtreview.view import Context
from tests.checks.table import Row, hits, verify, verify_fixes, view_of

ROWS: list[Row] = [
    ("Murieron 16 personas.", "60 people died.", ("60",)),
    ("El agente 007 llegó.", "Agent 7 arrived.", ("7",)),
    ("Marque el código 00123.", "Dial code 123.", ("123",)),
    ("Está en la sala 05.", "It is in room 5.", ("5",)),
    ("El 05 de marzo a las 07:05", "On March 5 at 7:05", ()),
    ("Llegó el 05/03, con 0,05 puntos.", "It came on 5/3, with 0.05 points.", ()),
    ("El agente 007 llegó.", "Agent 007 arrived.", ()),
    ("Murieron 16 personas.", "Sixteen people died.", ()),
    ("Murieron 16 personas.", "People died in 1999.", ("1999",)),
    ("Cuesta 30.000 millones.", "It costs 30 million.", ("30 million",)),
    ("Dos tercios votaron a favor.", "Three quarters voted in favor.", ("Three quarters",)),
    ("Cuesta 30.000 millones.", "It costs 30 billion.", ()),
    ("Debe 1,8 billones de euros.", "It owes 1.8 billion euros.", ("1.8 billion",)),
    ("Vino con tres niños.", "She came with five children.", ("five",)),
    ("Vino con tres niños.", "She came with 5 children.", ("5",)),
    ("Nació el 5 de marzo de 2021.", "He was born on May 5, 2021.", ("May",)),
    ("Nació el 5 de marzo de 2021.", "He was born on March 5, 2021.", ()),
    ("Nació el 5 de marzo de 2021.", "He was born on 03/05/2021.", ()),
    ("El rey Felipe VI habló.", "King Felipe IV spoke.", ("IV",)),
    ("Es del siglo XXI.", "It is from the 20th century.", ("20th",)),
    ("Es del siglo XXI.", "It is from the twenty-first century.", ()),
    ("Subió un 2,5 %.", "It rose 2.5 percent.", ()),
    ("Subió un 2,5 %.", "It rose 25%.", ("25",)),
    ("Había −7,5 grados en total.", "It was 7.5 degrees.", ("7.5",)),
    ("Tenía 20 y 30, no 40.", "He had 20 and 30, not 45.", ("45",)),
    ("El virus COVID-19.", "The COVID-91 virus.", ("91",)),
    ("Hay COVID-19.", "There is coronavirus.", ()),
    ("Está a 65 kilómetros.", "It is 40 miles away.", ()),
    ("A las 16.30 h.", "At 4:30 p.m.", ()),
    ("La temporada 2011-2012.", "The 2011/2012 season.", ()),
    ("32, 7 x 22,5 cm", "32.7 x 22.5 cm", ()),
    ("10.00 -13.30 h. / 16.30-19.00 h.", "10:00 -13:30 / 16:30-19:00", ()),
    ("Del 5 al 12 de mayo", "5-12 May", ()),
    ("El número es 06", "The number is 6", ()),
    ("Alrededor de 2000 son startups.", "Around 2,000 are start-ups.", ()),
    ("Por primera vez, una vez.", "Once, for the first time.", ()),
    ("Es el cuarto de los segundos.", "It is the second room.", ()),
    ("Los dos se fueron.", "Both left.", ()),
    ("Cientos de miles.", "Hundreds of thousands.", ()),
    ("Al cien por cien.", "Completely.", ()),
    ("Hace 3 años.", "", ()),
    ("Tiene hoy20 años.", "He is 20 today.", ()),
    ("Dio positivo por SARS-CoV-2.", "She tested positive for COVID-19.", ()),
    ("Pilotaba un F-16.", "He flew an F-18.", ("18",)),
    ("Volverá en quince días.", "He will be back in a fortnight.", ()),
    ("Monedas de veinticinco centavos.", "Quarters.", ()),
    ("Va a 402 kmh.", "It goes at 250 mph.", ()),
    ("La colección de 2019.", "The SS19 collection.", ()),
    ("La colección de 2019.", "The SS18 collection.", ("*",)),
    (None, "It was 1999.", ()),
    ("", "It was 1999.", ()),
]

FIXES = [
    ("Murieron 16 personas.", "60 people died.", "16 people died."),
    ("Cuesta 30.000 millones.", "It costs 30 million.", "It costs 30 billion."),
    ("Vino con tres niños.", "She came with five children.", "She came with three children."),
    ("Subió un 2,5 %.", "It rose 25%.", "It rose 2.5%."),
    ("Es del siglo XXI.", "It is from the 20th century.", "It is from the 21st century."),
    ("Costó 1.234 euros.", "It cost 1,243 euros.", "It cost 1,234 euros."),
    ("En 2021.", "In 2012.", "In 2021."),
]


def test_table() -> None:
    verify(NumberMismatch(), ROWS)


def test_suggests_the_number_of_the_source() -> None:
    verify_fixes(NumberMismatch(), FIXES)


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Murieron 16 personas.", "60 people died.", 'The number "16" of the source became "60"'),
        ("Murieron 16 personas.", "People died.", 'The number "16" of the source is not in the translation'),
        ("Murió.", "He died in 1999.", 'The source has no number "1999"'),
    ],
)
def test_says_what_happened(source: str, target: str, message: str) -> None:
    [(_, hit)] = hits(NumberMismatch(), view_of([(source, target)], Context()))
    assert hit.message == message
