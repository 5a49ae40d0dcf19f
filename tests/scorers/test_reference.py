from __future__ import annotations

import pytest
import sacrebleu

from mtreview.config import build_profile, load_settings
from mtreview.pipeline import assess
from mtreview.segment import Document, Segment

PAIRS = [
    ("The dog eats the bone.", "The dog is eating the bone."),
    ("There were 16 dead and 20 wounded.", "Sixteen people died and 20 were wounded."),
    ("Same words here.", "Same words here."),
]
METRICS = {
    "bleu": lambda t, r: sacrebleu.sentence_bleu(t, [r]).score,
    "chrf": lambda t, r: sacrebleu.sentence_chrf(t, [r]).score,
    "ter": lambda t, r: sacrebleu.sentence_ter(t, [r]).score,
}


@pytest.mark.parametrize("name", METRICS)
def test_a_segment_scores_as_in_sacrebleu(name: str) -> None:
    segments = tuple(
        Segment(id=str(index), source="x", target=target, reference=reference)
        for index, (target, reference) in enumerate(PAIRS)
    )
    document = Document(id="d", path="d", format="tsv", segments=segments)
    profile = build_profile(load_settings(isolated=True), only=["doubled-word"], model=False)
    for item, (target, reference) in zip(assess([document], profile), PAIRS, strict=True):
        scores = {score.scorer: score.value for score in item.scores}
        assert scores[name] == pytest.approx(METRICS[name](target, reference))


def test_without_a_reference_there_is_no_reference_score() -> None:
    document = Document(id="d", path="d", format="tsv", segments=(Segment(id="1", source="Sí.", target="Yes."),))
    profile = build_profile(load_settings(isolated=True), only=["doubled-word"], model=False)
    (item,) = assess([document], profile)
    assert {score.scorer for score in item.scores}.isdisjoint(METRICS)
