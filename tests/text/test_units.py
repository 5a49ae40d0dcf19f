from __future__ import annotations

import pytest

from mtreview.text.numbers import numbers
from mtreview.text.units import unconverted


def _left(source: str, target: str) -> tuple[list[object], list[object]]:
    here, there = numbers(source, "es"), numbers(target, "en")
    missing, extra = unconverted((source, target), (here, there), (here, there))
    return [number.value for number in missing], [number.value for number in extra]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("a 65 kilómetros", "40 miles away"),
        ("entre 5 y 10 centímetros", "2 to 4 inches"),
        ("295 kilos", "650 pounds"),
        ("a 27 metros", "30 yards out"),
        ("26 grados", "80 degrees"),
        ("100 hectáreas", "247 acres"),
        ("136 km/h", "85 mph"),
        ("diez pulgadas", "25 cm"),
    ],
)
def test_converted_measures_are_explained(source: str, target: str) -> None:
    assert _left(source, target) == ([], [])


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("a 65 kilómetros", "60 kilometers away", ([65], [60])),
        ("a 65 kilómetros", "90 miles away", ([65], [90])),
        ("a 136 kilómetros y a 19 kilómetros", "85 kilometers and 12 miles", ([136], [85])),
        ("65 personas", "40 people", ([65], [40])),
    ],
)
def test_other_numbers_stay(source: str, target: str, left: tuple[list[object], list[object]]) -> None:
    assert _left(source, target) == left
