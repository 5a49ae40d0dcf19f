from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from mtreview.issue import Severity
from mtreview.segment import Side
from mtreview.train.edits import Draft, Edit, apply, like
from mtreview.train.structure import harmless
from mtreview.train.synthetic import FAMILIES, variants
from tests.programs import needs
from tests.train.conftest import PAIRS

if TYPE_CHECKING:
    from mtreview.train.bank import Bank
    from mtreview.train.examples import Example


def texts(example: Example) -> list[str]:
    return [example.target[mark.span.start : mark.span.end] for mark in example.marks]


FROM_WORDNET = {"content", "modifier", "contrary", "wider", "root"}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_makes_errors_in_some_sentence(name: str, bank: Bank) -> None:
    if name in FROM_WORDNET:
        needs("wordnet")
    made = []
    for seed in range(12):
        for source, target in PAIRS:
            draft = Draft(source, target, bank)
            found = FAMILIES[name][0](draft, Random(seed))  # noqa: S311 - not for secrets
            edits = [found] if isinstance(found, Edit) else found or []
            if edits:
                made.append(apply(draft, edits, name))
    if name == "false-friend":  # none of its words is in these sentences
        return
    assert any(example.target != example.clean for example in made)
    for example in made:
        assert example.family == name
        assert all(0 <= mark.span.start < mark.span.end <= len(example.target) for mark in example.marks)
        assert all(mark.severity in {Severity.MINOR, Severity.MAJOR, Severity.CRITICAL} for mark in example.marks)


def test_marks_are_where_the_edits_went(bank: Bank) -> None:
    draft = Draft(*PAIRS[0], bank)
    edits = [draft.over(0, 0, "A", Severity.MINOR), draft.over(3, 3, "16", Severity.MAJOR)]
    example = apply(draft, edits, "number")
    assert example.target == "A government approved 16 measures in Brussels yesterday."
    assert texts(example) == ["A", "16"]
    assert example.major is True


def test_dropped_words_leave_no_mark_but_a_range_of_the_clean_text(bank: Bank) -> None:
    draft = Draft(*PAIRS[0], bank)
    example = apply(draft, [draft.over(5, 6, "", Severity.MAJOR)], "omission")
    assert example.target == "The government approved 15 measures yesterday."
    assert example.marks == ()
    [(start, end)] = example.changed
    assert (example.clean or "")[start:end].strip() == "in Brussels"


def test_harmless_changes_are_no_error(bank: Bank) -> None:
    draft = Draft("No detuvo a nadie.", "He did not arrest anyone.", bank)
    edit = harmless(draft, Random(1))  # noqa: S311 - not for secrets
    assert edit is not None
    example = apply(draft, [edit], "harmless")
    assert example.target == "He didn't arrest anyone."
    assert example.marks == ()
    assert example.major is False


def test_the_same_seed_makes_the_same_variants_and_the_clean_pair_comes_first(bank: Bank) -> None:
    first, again = (list(variants(*PAIRS[1], bank, Random(9), 8)) for _ in range(2))  # noqa: S311 - not for secrets
    assert first == again
    assert first[0].target == PAIRS[1][1]
    assert first[0].marks == ()
    assert len(first) == 9
    assert sum(example.target != PAIRS[1][1] for example in first) >= 6
    assert {mark.span.side for example in first for mark in example.marks} <= {Side.TARGET}


def test_capitals_are_kept() -> None:
    assert [like(model, "word") for model in ("a", "Ab", "AB", "A")] == ["word", "Word", "WORD", "Word"]


def test_neighbours_are_other_words_and_similar_sentences_other_sentences(bank: Bank) -> None:
    near = bank.neighbours("dog")
    assert near
    assert not {"dog", "dogs"} & set(near)
    target = PAIRS[0][1]
    assert bank.nearest_sentence(target, range(len(PAIRS))) != target
