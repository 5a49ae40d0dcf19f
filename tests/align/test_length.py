from __future__ import annotations

import time

import pytest

from mtreview.align.length import Length

CASES = [
    (
        "a dropped sentence stays alone",
        [
            "La ciudad de Almurat está en calma.",
            "Según el Ministerio del Interior, hasta el momento hay 8.130 detenidos en todo el país.",
            "Pavel Drashkov no ha dicho nada.",
        ],
        ["The city of Almurat is calm.", "Pavel Drashkov has said nothing."],
        [((0,), (0,)), ((1,), ()), ((2,), (1,))],
    ),
    (
        "two sentences are merged",
        [
            "El presidente visitó Tarvos el 12 de mayo.",
            "Volvió a la capital dos días después con 300 soldados.",
            "La oposición de Karastán protestó.",
        ],
        [
            "The president visited Tarvos on May 12 and returned to the capital two days later with 300 soldiers.",
            "The opposition of Karastan protested.",
        ],
        [((0, 1), (0,)), ((2,), (1,))],
    ),
    (
        "a label of the page stays alone",
        ["El hospital de Valdehierro costará 45 millones.", "La consejera Lledó lo anunció ayer."],
        ["Valdehierro hospital will cost 45 million.", "Responses", "Regional minister Lledó announced it yesterday."],
        [((0,), (0,)), ((), (1,)), ((1,), (2,))],
    ),
]


@pytest.mark.parametrize(("name", "source", "target", "expected"), CASES, ids=[case[0] for case in CASES])
def test_links_by_length_and_shared_words(
    name: str, source: list[str], target: list[str], expected: list[tuple[tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert [(tuple(bead.source), tuple(bead.target)) for bead in Length().align(source, target)] == expected, name


def test_a_long_pair_is_aligned_stretch_by_stretch() -> None:
    source = [f"El expediente {number} trata del caso de Ruy{number % 97}." for number in range(3_000)]
    target = [f"File {number} deals with the case of Ruy{number % 97}." for number in range(3_000)]
    del target[1_000:1_050]
    start = time.process_time()
    links = {(tuple(bead.source), tuple(bead.target)) for bead in Length().align(source, target)}
    assert time.process_time() - start < 30, "hangs"
    right = sum(((at,), (at if at < 1_000 else at - 50,)) in links for at in [*range(1_000), *range(1_050, 3_000)])
    assert right >= 2_940
    assert sum(((at,), ()) in links for at in range(1_000, 1_050)) >= 45
