"""What every aligner must do; a new aligner inherits these tests by its file alone."""

from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtreview import inputs, plugins, resources
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
    in_place = [index for bead in beads if not bead.moved for index in bead.source]
    used = sorted([*in_place, *(index for bead in beads if bead.moved for index in bead.source)])
    rendered = [index for bead in beads for index in bead.target]
    whole = (used, rendered) == (list(range(sources)), list(range(targets)))
    return whole and in_place == sorted(in_place) and all(bead.source or bead.target for bead in beads)


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


def test_long_documents_in_which_no_pair_is_clear_are_aligned_too(aligner: Aligner) -> None:
    for left, right in (("", ""), ("Hola a todos.", "Hello all."), ("", "Hello all.")):
        found = aligner.align([left] * 800, [right] * 800)
        assert sorted(at for bead in found for at in bead.source) == list(range(800))
        assert sorted(at for bead in found for at in bead.target) == list(range(800))


def test_a_blank_line_stays_alone_and_in_its_place(aligner: Aligner) -> None:
    source, target = ["", *SOURCE[:2], " ", SOURCE[2]], [TARGET[0], "", TARGET[1], "", TARGET[2], ""]
    beads = aligner.align(source, target)
    assert covers(beads, len(source), len(target))
    assert [(tuple(bead.source), tuple(bead.target)) for bead in beads if bead.source and bead.target] == [
        ((1,), (0,)),
        ((2,), (2,)),
        ((4,), (4,)),
    ]


def test_the_marks_of_a_page_are_not_glued_to_sentences(aligner: Aligner) -> None:
    beads = aligner.align(SOURCE, ["--:--", "3:18", *TARGET[:2], "* * *", TARGET[2]])
    assert [tuple(bead.target) for bead in beads if not bead.source] == [(0,), (1,), (4,)]


CORPORA = resources.folder("corpora")
SURE = {"embedding": 0.97, "length": 0.94}


def sides(name: str) -> list[list[str]]:
    if name.endswith(".page"):
        pages = [inputs.read_one_side(CORPORA / f"{name}.{language}.html", language) for language in ("es", "en")]
        return [[segment.target for segment in page.segments] for page in pages]
    return [(CORPORA / f"{name}.{language}.txt").read_text("utf-8").splitlines() for language in ("es", "en")]


def test_the_corpora_are_linked_as_they_should_be(aligner: Aligner) -> None:
    right = total = 0
    for path in sorted(CORPORA.glob("*.beads.tsv")):
        source, target = sides(path.name.removesuffix(".beads.tsv"))
        rows = [row.split("\t")[3:] for row in path.read_text("utf-8").splitlines()[1:]]
        gold = {(left, right) for left, right in rows if left and right}
        texts = [
            (" ".join(source[at] for at in bead.source), " ".join(target[at] for at in bead.target))
            for bead in aligner.align(source, target)
        ]
        titles = (source[0], target[0])  # of the pages, which the gold beads leave out
        found = {pair for pair in texts if all(pair) and (pair in gold or pair != titles)}
        assert len(found & gold) >= 0.85 * len(found | gold), path.name
        right += 2 * len(found & gold)
        total += len(found) + len(gold)
    assert len(list(CORPORA.glob("*.beads.tsv"))) == 6
    assert right >= SURE[aligner.id()] * total


def test_the_original_is_found_by_what_it_says_or_not_at_all(aligner: Aligner) -> None:
    names = ["hospital", "karastan", "notebook"]
    originals = [sides(name)[0] for name in names]
    assert aligner.original([], originals) is None
    for at, name in enumerate(names):
        assert aligner.original(sides(name)[1], originals) == (at if aligner.needs else None)
        assert aligner.original(sides(name)[1], [*originals[:at], [], *originals[at + 1 :]]) is None
        assert aligner.original(sides(name)[1], originals * 2) is None
