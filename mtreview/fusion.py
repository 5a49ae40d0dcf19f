"""One score of a segment from what the rules found and what the estimator thinks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview import mqm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.assessment import Basis
    from mtreview.issue import Issue
    from mtreview.models.estimator import Estimate

# They repeat what the estimate already says, or are a further model's opinion, which has a score of its own.
_OF_A_MODEL: Final = frozenset({"low-quality", "model-error", "low-similarity", "judged-error"})


def combined(issues: Sequence[Issue], estimate: Estimate | None, basis: Basis) -> tuple[float, Basis]:
    """Return the score, 0 to 100, and what it rests on.

    Args:
        issues: what the checks found.
        estimate: None where there is no source, or no model, or the target is empty, which issues then say.
        basis: what this run's scores rest on.

    With an estimate the score is the calibrated chance that no major correction is needed, times the chance that no
    rule's issue needs one: what the encoder is blind to, such as words left in Spanish, pulls it down.
    """
    reported = [issue for issue in issues if issue.confidence >= mqm.REPORTED]
    if estimate is None:
        return mqm.chance_of_clean(reported), basis
    rules = [issue for issue in reported if issue.check not in _OF_A_MODEL]
    return estimate.clean * mqm.chance_of_clean(rules), basis
