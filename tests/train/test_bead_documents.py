from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from mtreview.train.bead_documents import (
    DOCUMENTS,
    NEWS,
    Noisy,
    gold,
    in_order,
    noisy,
    split,
    to_learn_from,
    with_strangers,
)

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [
    (
        f"La sesión {at} empezó tarde, porque el tren de la mañana no llegó.",
        f"Session {at} began late, as the train came late.",
    )
    for at in range(1200)
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder laid out as the data for training are."""
    (tmp_path / "parallel-es-en").mkdir()
    with gzip.open(tmp_path / "parallel-es-en" / f"{NEWS}.jsonl.gz", "wt", encoding="utf-8") as file:
        for source, target in PAIRS:
            file.write(json.dumps({"source": source, "target": target}) + "\n")
    folder = tmp_path / "align" / "text-berg-de-fr"
    folder.mkdir(parents=True)
    (folder / "dev.de").write_text("Eins.\nZwei.\nDrei.\n", encoding="utf-8")
    (folder / "dev.fr").write_text("Un.\nDeux ;\ntrois.\nQuatre.\n", encoding="utf-8")
    (folder / "dev.defr").write_text("[0]:[0]\n[1]:[1, 2]\n[2]:[3]\n", encoding="utf-8")
    return tmp_path


def covers(document: Noisy) -> bool:
    sides = ([at for bead in document.beads for at in bead[side]] for side in (0, 1))
    return [list(range(len(document.source))), list(range(len(document.target)))] == list(sides)


def test_beads_cover_a_noisy_document_in_order() -> None:
    made = noisy("a", PAIRS, 0.5, PAIRS[:3])
    assert covers(made)
    assert {(len(left), len(right)) for left, right in made.beads} >= {(1, 1), (1, 2), (2, 1), (0, 1), (1, 0), (2, 2)}
    assert made == noisy("a", PAIRS, 0.5, PAIRS[:3])
    assert made != noisy("b", PAIRS, 0.5, PAIRS[:3])


def test_a_sentence_is_cut_at_the_joint_nearest_its_middle() -> None:
    assert split("El tren, dicen, no llegó a la ciudad, y nadie dijo nada más.") == [
        "El tren, dicen, no llegó a la ciudad,",
        "y nadie dijo nada más.",
    ]
    assert split("Nadie dijo nada de lo que pasó anoche en la ciudad.") == [
        "Nadie dijo nada de lo que pasó anoche en la ciudad."
    ]


def test_gold_beads_are_read_as_they_stand(data: Path) -> None:
    document = gold(data / "align" / "text-berg-de-fr", "dev")
    assert document.beads == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]
    assert (document.source, document.target) == (
        ["Eins.", "Zwei.", "Drei."],
        ["Un.", "Deux ;", "trois.", "Quatre."],
    )


def test_every_document_to_learn_from_has_its_beads(data: Path) -> None:
    made = list(to_learn_from(data))
    assert all(covers(document) for document in made)
    assert [document.name for document in made] == [*(f"{NEWS}.{at}" for at in range(DOCUMENTS)), "dev.0", "dev.1"]
    assert (made[-1].source, made[-1].target, made[-1].beads) == (["Zwei."], ["Deux ;", "trois."], [((0,), (0, 1))])


def test_gold_that_crosses_interleaves_or_leaves_out_is_put_in_order() -> None:
    crossing = [((0,), (1,)), ((1,), (0,))]
    assert in_order(crossing, 2, 2) == [(0, 0, 2, 2)]
    assert in_order([((0,), (0, 2)), ((), (1,))], 1, 3) == [(0, 0, 1, 3)]
    assert in_order([((1,), (1,))], 3, 2) == [(0, 0, 1, 0), (1, 0, 0, 1), (1, 1, 1, 1), (2, 2, 1, 0)]
    assert in_order([], 1, 1) == [(0, 0, 1, 0), (1, 0, 0, 1)]


def test_strangers_stand_alone_in_the_middle() -> None:
    made = with_strangers(noisy("a", PAIRS[:4], 0.0, PAIRS[:1]), ["Uno.", "Dos."], ["One."])
    assert covers(made)
    assert made.beads[2:5] == [((2,), ()), ((3,), ()), ((), (2,))]
    assert (made.source[2:4], made.target[2]) == (["Uno.", "Dos."], "One.")
