from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtreview.models import estimating
from mtreview.segment import Document, Segment, Side
from mtreview.view import Context, DocumentView, SegmentView

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from mtreview.models.encoder import Encoder

SOURCE = "No llegaron los tres trenes rojos, dijo el jefe de la estación."
TARGET = "The three red trains did not arrive, the station master said."


def view_of(source: str | None, target: str, encoder: str | None = "embedded") -> SegmentView:
    document = Document(id="a", path="a.tsv", format="tsv", segments=(Segment(id="1", source=source, target=target),))
    return DocumentView(document, Context(encoder=encoder)).segments[0]


def shown(view: SegmentView, side: Side, start: int, end: int) -> list[str]:
    return [view.segment.text(span.side)[span.start : span.end] for span in view.counterparts(side, start, end)]


def test_words_have_counterparts_on_the_other_side() -> None:
    view = view_of(SOURCE, TARGET)
    caret = SOURCE.index("trenes")
    for offset in (caret, caret + 3, caret + 6):
        assert shown(view, Side.SOURCE, offset, offset) == ["trains"]
    three_trains = SOURCE.index("tres"), SOURCE.index("rojos") + 5
    assert shown(view, Side.SOURCE, *three_trains) == ["three red trains"]
    red = TARGET.index("red")
    assert shown(view, Side.TARGET, red, red + 3) == ["rojos"]
    comma = SOURCE.index(",") + 1
    assert shown(view, Side.SOURCE, comma, comma) == []


def test_there_are_no_links_without_a_source_or_an_encoder() -> None:
    for view in (view_of(None, TARGET), view_of("", TARGET), view_of(SOURCE, ""), view_of(SOURCE, TARGET, None)):
        assert view.word_links == ()
        assert view.counterparts(Side.TARGET, 0, 3) == ()
    assert view_of(SOURCE, TARGET, None).likeness is None


def test_of_a_document_that_was_read_only_a_changed_segment_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    segments = tuple(Segment(id=str(at), source="Llueve en Lima.", target="It rains in Lima.") for at in range(3))
    document = Document(id="d", path="d", format="tsv", segments=segments)
    view = DocumentView(document, Context(encoder="embedded", estimator=True))
    whole = view.estimates
    read: list[list[tuple[str, str]]] = []
    own = estimating.analyse

    def analyse(encoder: Encoder, pairs: list[tuple[str, str]], *, estimate: bool) -> Iterable[estimating.Analysis]:
        read.append(pairs)
        return own(encoder, pairs, estimate=estimate)

    monkeypatch.setattr(estimating, "analyse", analyse)
    changed = view.with_segment(1, replace(segments[1], target="It snows in Lima."))
    found = changed.estimates
    assert read == [[("Llueve en Lima.", "It snows in Lima.")]]
    assert found[0] is whole[0]
    assert found[2] is whole[2]
    assert found[1] is not None
    assert whole[1] is not None
    assert found[1].clean < whole[1].clean
