from __future__ import annotations

from mtreview.checks.currency_unit import CurrencyUnit
from tests.checks.table import Row, verify, verify_fixes

BAD: list[Row] = [
    ("Cuesta 30 euros.", "It costs 30 dollars.", ("dollars",)),
    ("Cuesta 30 euros.", "It costs $30.", ("$",)),
    ("Cuesta 30 €.", "It costs £30.", ("£",)),
    ("Debe 5.000 dólares.", "He owes 5,000 pesos.", ("pesos",)),
    ("Está a 12 kilómetros.", "It is 12 miles away.", ("miles",)),
    ("Iba a 120 km/h.", "It was doing 120 mph.", ("mph",)),
    ("Mide dos metros.", "It is two feet long.", ("feet",)),
    ("Pesa 80 kilos.", "He weighs 80 pounds.", ("pounds",)),
    ("Hacía 30 °C.", "It was 30 °F.", ("°F",)),
    ("Ardieron 40 hectáreas.", "40 acres burned.", ("acres",)),
    ("Duró tres días.", "It lasted three years.", ("years",)),
    ("Esperó 20 minutos.", "She waited 20 hours.", ("hours",)),
    ("Un puente de 200 metros", "A 200-foot bridge", ("foot",)),
    ("Subió un 14 % en mayo.", "It rose by 14 in May.", ("14",)),
    ("Subió el 3,5 por ciento.", "It rose 3.5.", ("3.5",)),
    ("Un 56 % trabaja y un 53 % estudia.", "56 of them work and 53% study.", ("56",)),
    ("Doblará su capacidad a 110 metros cúbicos.", "It will double to 110 cubic feet.", ("cubic feet",)),
    ("Mide cuatro quilómetros.", "It is four miles long.", ("miles",)),
    ("Paga en euros.", "He pays in dollars.", ("dollars",)),
]

GOOD: list[Row] = [
    ("Cuesta 30 euros.", "It costs €30.", ()),
    ("Subió del 3 % al 5 %.", "It rose from 3 to 5 percent.", ()),
    ("Del 2,1 % al 2,5 % y luego al 1,9.", "It goes to 2.5 percent from the earlier 2.1, then to 1.9 percent.", ()),
    ("El 5 %, el 6 % y el 7 % de tres", "5, 6 and 7 per cent of three", ()),
    ("El 20 % de la gente", "One in five people", ()),
    ("El 90 % de 90 casas", "90 of 90 houses", ()),
    ("Cuesta 1,5 millones de euros.", "It costs 1.5 million euros.", ()),
    ("Está a 100 kilómetros.", "It is 62 miles away.", ()),
    ("Está a 12 km.", "It is 12 kilometres away.", ()),
    ("Debe 500 pesos.", "He owes $500.", ()),
    ("Pesa cinco libras.", "It weighs five pounds.", ()),
    ("Tiene 20 años.", "She is a 20-year-old.", ()),
    ("Hacía 30 grados.", "It was 30 degrees.", ()),
    ("Llevaba 5 euros y 5 dólares.", "He had 5 dollars and 5 euros on him.", ()),
    ("Pesa 3 toneladas.", "It weighs 3 tonnes.", ()),
    ("Llegó a las 15 horas.", "He came at 3 p.m.", ()),
    ("El dólar subió.", "The dollar rose.", ()),
    ("El euro cayó ante el dólar.", "The euro fell against the dollar.", ()),
    ("Un piso de 40 metros cuadrados", "A flat of 430 square feet", ()),
    (None, "It costs 30 dollars.", ()),
]


def test_table() -> None:
    verify(CurrencyUnit(), [*BAD, *GOOD])


def test_suggests_the_unit_of_the_source() -> None:
    verify_fixes(
        CurrencyUnit(),
        [
            ("Cuesta 30 euros.", "It costs 30 dollars.", "It costs 30 euros."),
            ("Cuesta 30 euros.", "It costs $30.", "It costs €30."),
            ("Está a 12 kilómetros.", "It is 12 miles away.", "It is 12 kilometers away."),
            ("Un puente de 200 metros", "A 200-foot bridge", "A 200-meter bridge"),
        ],
    )
