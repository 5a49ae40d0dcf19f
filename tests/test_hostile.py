"""The whole pipeline on hostile lines, one thing ten thousand times; `pytest --log-cli-level=INFO` shows the times."""

from __future__ import annotations

import logging
import time
from functools import cache
from pathlib import Path

import pytest

from mtreview.config import Profile, Settings, build_profile
from mtreview.pipeline import find_issues
from mtreview.segment import Document, Segment
from mtreview.view import DocumentView

GUARD = 10.0
UNITS = (
    "the  the , ", "¿Qué «3,5 %»? ", "&amp;", "5 of March ", "teh ", "12.500 ", "OMS ", "Sra. ", "Tokaev Tokayev ",
    "monday ", "a an ", "no not ", "<b>", "</b ", "%s{0}", "http://a.b/", "a@b.", "[a](", "\\n", "“", '"', "(", ")",
    "min de lectura ", "mil millones ", "3:18 ", "Ã©", "\u200b", "\u0430a", "$5 5 € ", "Ana Gil ", "e\u0301",
    "the world the world ", "El juez no vino. ", "\x1b[31m", "👩\u200d👩\u200d👧", "-- ", "1,", "XIV ", "\r\n", " ",
)  # fmt: skip


@cache
def profile() -> Profile:
    return build_profile(Settings(root=Path()), model=False)


def took(source: str | None, target: str) -> float:
    """Return the seconds of CPU that all rules need for one line, suggestions tried."""
    segment = Segment(id="1", source=source, target=target)
    document = Document(id="d", path="d.jsonl", format="jsonl", segments=(segment,))
    start = time.process_time()
    find_issues(DocumentView(document, profile().context), profile().checks)
    return time.process_time() - start


@pytest.mark.parametrize(("size", "units"), [(10_000, UNITS), (100_000, UNITS[:6])])
def test_a_hostile_line_takes_seconds_at_most(size: int, units: tuple[str, ...]) -> None:
    took("Hola.", "Hello.")
    times = {}
    for unit in units:
        line = (unit * (size // len(unit) + 1))[:size]
        for source in (line, None):
            times[unit, source is None] = took(source, line)
    slowest = sorted(times.items(), key=lambda item: -item[1])[:5]
    logging.getLogger(__name__).info("%d characters, slowest in seconds of CPU: %s", size, slowest)
    assert slowest[0][1] < GUARD, slowest
