from __future__ import annotations

import numpy as np
import pytest

from mtreview.models.encoder import Encoding
from mtreview.scorers.similarity import Similarity
from mtreview.segment import Document, Segment, Side
from mtreview.view import Context, DocumentView


def view(target: str, source: list[float], encoded: list[float]) -> DocumentView:
    made = DocumentView(
        Document(id="d", path="d", format="tsv", segments=(Segment(id="1", source="Sí.", target=target),)), Context()
    )
    made.__dict__["encodings"] = {
        side: (Encoding(pooled=np.array(vector, np.float32), windows=1),)
        for side, vector in ((Side.SOURCE, source), (Side.TARGET, encoded))
    }
    return made


@pytest.mark.parametrize(
    ("source", "target", "value"),
    [([1.0, 0.0], [1.0, 0.0], 1.0), ([0.6, 0.8], [1.0, 0.0], 0.6), ([1.0, 0.0], [-1.0, 0.0], 0.0)],
)
def test_the_cosine_is_between_0_and_1(source: list[float], target: list[float], value: float) -> None:
    sums = Similarity().statistics(view("Yes.", source, target).segments[0], ())
    assert sums is not None
    assert Similarity().value(sums) == pytest.approx(value)
    assert Similarity().value(sums + sums) == pytest.approx(value)


def test_nothing_to_compare_has_no_similarity() -> None:
    assert Similarity().statistics(view("  ", [1.0], [1.0]).segments[0], ()) is None
