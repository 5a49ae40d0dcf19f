from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from mtreview.train.bank import Bank

if TYPE_CHECKING:
    from mtreview.models.encoder import Encoder

PAIRS = [
    ("El gobierno aprobó ayer 15 medidas en Bruselas.", "The government approved 15 measures in Brussels yesterday."),
    ("La policía no detuvo a los ladrones.", "The police did not arrest the thieves."),
    ("Ella puede ganar más dinero que su hermano.", "She can earn more money than her brother."),
    (
        "Marta Gómez abrió la puerta y entró antes de la cena.",
        "Last night Marta Gomez opened the door and came in before dinner, she said.",
    ),
]


@pytest.fixture(scope="session")
def bank(encoder: Encoder) -> Bank:
    return Bank(encoder, PAIRS)


@pytest.fixture
def rng() -> Random:
    return Random(4)  # noqa: S311 - not for secrets
