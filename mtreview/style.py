"""What a house decided about its style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class StyleSettings:
    """Hold a house's choices; an option left out is not checked, except for mixing within a document.

    Attributes:
        percent: how a percentage is written after figures.
        numerals_from: the first whole number that is written in figures, like 10; smaller ones are words.
        serial_comma: whether the last of several items has a comma before its "and".
        headline_case: `title` (Most Words With Capitals) or `sentence` (Only the first and names).
        honorifics: `Mr.` (with a point), `Mr` (without) or `none`.
        units: `metric` or `imperial`.
    """

    percent: Literal["", "%", "percent", "per cent"] = ""
    numerals_from: int = 0
    serial_comma: bool | None = None
    headline_case: Literal["", "title", "sentence"] = ""
    honorifics: Literal["", "Mr.", "Mr", "none"] = ""
    units: Literal["", "metric", "imperial"] = ""

    def __post_init__(self) -> None:
        if self.numerals_from < 0:
            message = f"numerals_from is {self.numerals_from}: it is the first number in figures, such as 10"
            raise ValueError(message)


NO_STYLE = StyleSettings()
