"""What every aligner must do; a new aligner inherits these tests by its file alone."""

from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtreview import plugins
from mtreview.align.base import Aligner
from tests import strategies

if TYPE_CHECKING:
    from mtreview.segment import Bead

SOURCE = ["Murieron 16 personas en Almurat.", "El presidente habló el lunes.", "Nadie ha pedido perdón."]
TARGET = ["16 people died in Almurat.", "The president spoke on Monday.", "Nobody has apologised."]


@pytest.fixture(params=plugins.names("align"))
def aligner(request: pytest.FixtureRequest) -> Aligner:
    name: str = request.param
    return plugins.load("align", name, Aligner)()


def covers(beads: tuple[Bead, ...], sources: int, targets: int) -> bool:
    used = ([index for bead in beads for index in bead.source], [index for bead in beads for index in bead.target])
    return used == (list(range(sources)), list(range(targets))) and all(bead.source or bead.target for bead in beads)


def test_there_are_aligners() -> None:
    assert {"length", "embedding"} <= set(plugins.names("align"))


def test_has_a_test_file(aligner: Aligner) -> None:
    assert (Path(__file__).parent / f"test_{aligner.id()}.py").is_file()


def test_is_a_frozen_value_that_pickles(aligner: Aligner) -> None:
    assert pickle.loads(pickle.dumps(aligner)) == aligner  # noqa: S301 - our own bytes
    with pytest.raises(dataclasses.FrozenInstanceError):
        aligner.alone = 0.0  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ([], []),
        ([], TARGET),
        (SOURCE, []),
        ([""], [""]),
        (["", " ", "\t"], ["."]),
        (SOURCE[:1], TARGET),
        (["Sí."] * 7, ["Yes."] * 5),
        (["¿?"] * 2, ["x" * 3_000]),
    ],
)
def test_uses_each_sentence_once_and_in_order(aligner: Aligner, source: list[str], target: list[str]) -> None:
    beads = aligner.align(source, target)
    assert covers(beads, len(source), len(target))
    assert all(0 <= bead.score <= 1 for bead in beads)
    assert all(bead.score == 0 for bead in beads if not (bead.source and bead.target))


def test_whatever_the_texts_are_each_sentence_is_used_once(aligner: Aligner) -> None:
    sides = st.lists(strategies.texts(3), max_size=7)

    @settings(
        max_examples=5 if aligner.needs else 60,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(sides, sides)
    def holds(source: list[str], target: list[str]) -> None:
        assert covers(aligner.align(source, target), len(source), len(target))

    holds()


def test_links_what_says_the_same(aligner: Aligner) -> None:
    beads = aligner.align(SOURCE, TARGET)
    assert [(bead.source, bead.target) for bead in beads] == [(range(n, n + 1), range(n, n + 1)) for n in range(3)]


def test_gives_the_same_beads_again(aligner: Aligner) -> None:
    assert aligner.align(SOURCE, TARGET[1:]) == aligner.align(SOURCE, TARGET[1:])
