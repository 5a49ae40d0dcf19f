from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
import torch

from mtreview.issue import Severity
from mtreview.models.head import LAYERS, Shape
from mtreview.segment import Side, Span
from mtreview.train.beginning import begin
from mtreview.train.edits import Draft, apply
from mtreview.train.examples import Example, Mark
from mtreview.train.finish import calibrated, figures_of
from mtreview.train.losses import Scales, loss
from mtreview.train.prepared import BAD, IGNORED, Prepared, collate, prepare
from mtreview.train.states import States
from mtreview.train.training import Plan, fit
from tests.train.conftest import PAIRS

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.models.encoder import Encoder
    from mtreview.train.bank import Bank


def groups_of(bank: Bank) -> list[list[Example]]:
    found = []
    for source, target in PAIRS:
        draft = Draft(source, target, bank)
        last = len(draft.words) - 1
        wrong = [
            [draft.over(1, 1, "", Severity.MAJOR)],
            [draft.over(last, last, "elephants", Severity.CRITICAL)],
            [draft.over(0, 0, "Of", Severity.MINOR)],
        ]
        found.append([apply(draft, (), "clean"), *(apply(draft, edits, "some") for edits in wrong)])
    return found


def assessed() -> list[Example]:
    mark = Mark(span=Span(side=Side.TARGET, start=0, end=3), severity=None)
    return [
        Example(
            source=source, target=target, dataset="ro-en", marks=(mark,), target_tagged=True, source_tagged=True,
            judgement=float(at) - 1.5,
        )
        for at, (source, target) in enumerate(PAIRS)
    ]  # fmt: skip


def annotated(groups: list[list[Example]]) -> list[Example]:
    return [
        Example(source=item.source, target=item.target, dataset="mqm", marks=item.marks, target_tagged=True,
                judgement=0.0, major=item.major)
        for group in groups for item in group
    ]  # fmt: skip


def encoded(folder: Path, encoder: Encoder, examples: list[Example]) -> States:
    states = States(folder, LAYERS)
    states.encode([text for item in examples for text in (item.source, item.target, item.clean or "") if text], encoder)
    return states


def test_labels_fall_on_the_tokens_of_marks_and_of_what_was_dropped(
    encoder: Encoder, bank: Bank, tmp_path: Path
) -> None:
    source, target = PAIRS[2]
    draft = Draft(source, target, bank)
    dropped = apply(draft, [draft.over(5, 7, "", Severity.MAJOR)], "omission")
    assert dropped.target == "She can earn more money."
    states = encoded(tmp_path, encoder, [dropped, *assessed()])
    found = prepare(dropped, states)
    assert found is not None
    offsets = states[source].offsets
    lost = {source[start:end] for (start, end), bad in zip(offsets, found.source, strict=True) if bad}
    assert "hermano" in lost
    assert "Ella" not in lost
    assert not found.target.any()
    tagged = prepare(assessed()[0], states)
    assert tagged is not None
    assert tagged.target.tolist()[0] == BAD
    assert set(tagged.target.tolist()) == {0, BAD}


class StoppedError(RuntimeError):
    pass


def test_training_learns_and_goes_on_where_it_stopped(encoder: Encoder, bank: Bank, tmp_path: Path) -> None:
    groups, judged = groups_of(bank), assessed()
    states = encoded(tmp_path / "states", encoder, [*(item for group in groups for item in group), *judged])
    prepared = [[found for item in group if (found := prepare(item, states))] for group in groups]
    prepared += [[found] for item in judged if (found := prepare(item, states))]
    plan = Plan(shape=Shape(feed=64, blocks=1), epochs=6, tokens=600, every=2)
    before: list[float] = []
    start = partial(begin, encoder=encoder, texts=[text for pair in PAIRS for text in pair])

    def report(_: int, head: torch.nn.Module) -> None:
        before.append(_loss(prepared, states, head))

    fit(prepared, states, plan, tmp_path / "first.pt", start, report)
    assert before[-1] < before[0]

    def stop(step: int, _: object) -> None:
        if step >= 4:
            raise StoppedError

    half = tmp_path / "half.pt"
    with pytest.raises(StoppedError):
        fit(prepared, states, plan, half, start, stop)
    assert torch.load(half, weights_only=True)["step"] == 4
    resumed = fit(prepared, states, plan, half)
    assert torch.load(half, weights_only=True)["step"] > 4
    made = figures_of([resumed], [item for group in groups for item in group], states)
    real = figures_of([resumed], annotated(groups) + judged, states)
    done = calibrated(made, real, states)
    assert 0.0 < done.floors[0] < 1.0
    assert len(done.clean.x) >= 1


def _loss(prepared: list[list[Prepared]], states: States, head: torch.nn.Module) -> float:
    batch = collate(prepared, states)
    head.train(mode=False)
    output = head(batch.source, batch.target, batch.surface)
    head.train()
    return sum(part.item() for part in loss(output, batch, Scales()).values())


def test_padding_is_labelled_as_unknown(encoder: Encoder, bank: Bank, tmp_path: Path) -> None:
    groups = groups_of(bank)
    states = encoded(tmp_path, encoder, [item for group in groups for item in group])
    prepared = [[found for item in group if (found := prepare(item, states))] for group in groups]
    batch = collate(prepared, states)
    assert (batch.target_labels[~batch.target.mask[:, : batch.target_labels.shape[1]]] == IGNORED).all()
    assert batch.group.tolist() == [number for number, group in enumerate(prepared) for _ in group]
