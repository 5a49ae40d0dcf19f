from __future__ import annotations

import numpy as np
import pytest

from mtreview.assessment import Basis
from mtreview.fusion import combined
from mtreview.issue import Category, Issue, Severity
from mtreview.models.estimator import Estimate

SOUND = Estimate(quality=80.0, clean=0.9, wrong=(), source=np.zeros(0, np.float32), target=np.zeros(0, np.float32))


def issue(check: str, severity: Severity = Severity.MAJOR, confidence: float = 0.9) -> Issue:
    return Issue(
        check=check, segment="1", category=Category.ACCURACY, severity=severity, confidence=confidence, message="It."
    )


def test_without_a_rules_issue_the_score_is_the_models_chance() -> None:
    score, basis = combined([], SOUND, Basis.MODEL)
    assert score == pytest.approx(90.0)
    assert basis is Basis.MODEL


def test_a_grave_issue_of_a_rule_pulls_the_score_down() -> None:
    score, _ = combined([issue("untranslated")], SOUND, Basis.MODEL)
    assert score < 40.0
    slight, _ = combined([issue("spacing", Severity.MINOR)], SOUND, Basis.MODEL)
    assert 75.0 < slight < 90.0


@pytest.mark.parametrize("check", ["low-quality", "model-error", "low-similarity"])
def test_what_the_model_says_itself_counts_once(check: str) -> None:
    assert combined([issue(check)], SOUND, Basis.MODEL)[0] == pytest.approx(90.0)


def test_an_issue_that_nobody_is_sure_of_costs_nothing() -> None:
    assert combined([issue("untranslated", confidence=0.4)], SOUND, Basis.MODEL)[0] == pytest.approx(90.0)


@pytest.mark.parametrize("basis", [Basis.RULES, Basis.ISSUES])
def test_without_an_estimate_issues_alone_decide(basis: Basis) -> None:
    assert combined([], None, basis) == (100.0, basis)
    assert combined([issue("low-similarity")], None, basis)[0] < 50.0


def test_no_translation_is_no_sound_one() -> None:
    assert combined([issue("empty", confidence=1.0)], None, Basis.MODEL)[0] == 0.0
    assert combined([issue("missing-sentence", confidence=0.8)], None, Basis.MODEL)[0] == pytest.approx(20.0)
    assert combined([issue("empty", Severity.MINOR, 1.0)], None, Basis.MODEL)[0] == pytest.approx(90.0)
