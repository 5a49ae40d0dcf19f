"""What a quality model is, and the settings that choose one; imports nothing heavy."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from mtreview.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Category, Severity
    from mtreview.segment import Span

Kind = Literal["comet", "metricx", "encoder", "translation", "judge"]


@dataclass(frozen=True, kw_only=True)
class QualityModelSettings:
    """Choose a quality model beside the embedded one; none where `name` is empty.

    Attributes:
        name: a local folder or a hub name `owner/model` with an optional `@revision`; of a judge, the endpoint's model.
        kind: `comet`, `metricx`, `encoder`, `translation` or `judge`.
        back: a model from English to Spanish, by which `translation` adds the likeness of the back-translation.
        endpoint: of a judge: the base URL of an OpenAI-compatible service, such as `http://127.0.0.1:8080/v1`.
        key_variable: of a judge: the environment variable that holds the key; keys are read from nowhere else.
        timeout: of a judge: seconds to wait for one answer.
        attempts: of a judge: how often to ask for one answer.
        concurrency: of a judge: questions under way at once.
        input_price: of a judge: what a million tokens of questions cost, for the sum at the end.
        output_price: of a judge: likewise of answers.
    """

    name: str = ""
    kind: Kind = "comet"
    back: str = ""
    endpoint: str = ""
    key_variable: str = "MTREVIEW_JUDGE_KEY"
    timeout: float = 60.0
    attempts: int = 4
    concurrency: int = 4
    input_price: float = 0.0
    output_price: float = 0.0

    def __post_init__(self) -> None:
        if not self.name and (self.kind != "comet" or self.back or self.endpoint):
            message = "name the model: a folder, a hub name, or a judge's model"
            raise ValueError(message)


NO_QUALITY_MODEL: Final = QualityModelSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Hold an error that a model reports, where it is.

    Attributes:
        confidence: how sure the model is, 0 to 1.
    """

    span: Span
    category: Category
    severity: Severity
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Hold what a model says of one pair: its quality, 0 to 100, and errors where the model names any.

    Attributes:
        score: None where a judge gave no usable answer.
    """

    score: float | None
    faults: tuple[Fault, ...] = ()


class QualityModel(ABC):
    """Judge translations without a reference.

    Attributes:
        name: what it was loaded by.
        signature: what reproduces its figures: kind, name and revision.
    """

    name: str
    signature: str

    @abstractmethod
    def score(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float | None]:
        """Return the quality of each pair of source and target, 0 to 100, in order.

        Only a judge may have none for a pair, where its answers were of no use.

        Raises:
            ModelError: the model is out of reach, or gives something that is not a number.
        """

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Judged]:
        """Return the quality of each pair, in order, with the errors that the model names.

        Raises:
            ModelError: as `score`.
        """
        return [Judged(score=score) for score in self.score(pairs)]

    def suggest(self, sources: Sequence[str]) -> Sequence[str | None]:
        """Return the model's own translation of each source, in order; None where it writes none."""
        return [None] * len(sources)

    @property
    def cost(self) -> str:
        """Return what the scores so far have cost, in words; nothing where they cost nothing."""
        return ""


def percent(value: float, name: str) -> float:
    """Return a share as 0 to 100, however far it lies outside of 0 to 1.

    Raises:
        ModelError: the value is not a number.
    """
    if math.isnan(value):
        message = f'the model "{name}" gave a score that is not a number: its weights are damaged'
        raise ModelError(message)
    return 100.0 * min(1.0, max(0.0, value))
