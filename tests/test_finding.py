from dataclasses import replace

import pytest

from mtreview.checks.base import Hit, target_span
from mtreview.checks.model_error import ModelError
from mtreview.checks.omission import Omission
from mtreview.finding import Finding, settled
from mtreview.issue import Severity

WORDS = target_span(4, 9)
MARK = Finding(ModelError(), Hit(message="marked", spans=(WORDS,), severity=Severity.MINOR))
HINT = Finding(Omission(), Hit(message="free", spans=(WORDS,), severity=Severity.NEUTRAL))
LIKELY = Finding(Omission(), replace(HINT.hit, severity=Severity.MINOR))
UNSURE = replace(MARK, hit=replace(MARK.hit, confidence=0.3))
ELSEWHERE = replace(HINT, hit=replace(HINT.hit, spans=(target_span(20, 25),)))


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        pytest.param([MARK, HINT], [MARK], id="a hint yields to the model's mark"),
        pytest.param([MARK, LIKELY], [LIKELY], id="the mark yields to an omission"),
        pytest.param([UNSURE, HINT], [HINT], id="a mark for review alone silences nothing"),
        pytest.param([MARK, ELSEWHERE], [MARK, ELSEWHERE], id="other words stay"),
    ],
)
def test_of_the_same_words_one_finding_stays(found: list[Finding], kept: list[Finding]) -> None:
    assert settled({0: found})[0] == kept
