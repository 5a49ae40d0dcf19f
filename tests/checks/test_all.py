"""What every check must do; a new check inherits these tests by its file alone."""

from __future__ import annotations

import dataclasses
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from mtreview import plugins
from mtreview.checks._examples import explanation
from mtreview.checks.base import Check
from mtreview.segment import Side
from tests import strategies
from tests.checks.table import context_for, hits, ranges, view_of

_GUARD = 10.0

_HOSTILE = (
    "a", " ", ".", ",", "-", "¿", "1", "1,", "1.", ":", "<", "[[", "(", "«", "the ", "Aa", "a ", "a.", "\u0301", "é",
    "e\u0301", "\n", "min de lectura ", "de ", "mil ", "mil millones ", "3:18 ", "-- ", "Kasim- ", "Tokaev Tokayev ",
    "👩\u200d👩\u200d👧", "\x1b[31m", "%s", "X", "ii ",
)  # fmt: skip


def _settings(check: Check) -> settings:
    heavy = "encoder" in check.needs
    return settings(
        max_examples=5 if heavy else 30,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


def test_there_are_checks() -> None:
    assert plugins.names("checks")


def test_id_is_the_file_name(check: Check) -> None:
    module = Path(__import__(type(check).__module__, fromlist=["_"]).__file__ or "")
    assert check.id() == module.stem.replace("_", "-")


def test_is_a_frozen_value_that_pickles(check: Check) -> None:
    twin = pickle.loads(pickle.dumps(check))  # noqa: S301 - our own bytes
    assert twin == check
    assert hash(twin) == hash(check)
    with pytest.raises(dataclasses.FrozenInstanceError):
        check.severity = check.severity  # type: ignore[misc]


def test_has_a_test_file(check: Check) -> None:
    assert (Path(__file__).parent / f"test_{check.id().replace('-', '_')}.py").is_file()


@pytest.mark.parametrize("source", [None, ""])
@pytest.mark.parametrize("target", ["", " ", "\n"])
def test_is_silent_on_empty_text(check: Check, source: str | None, target: str) -> None:
    assert not list(hits(check, view_of([(source, target)] * 2, context_for(check))))


def test_docstring_example_holds(check: Check) -> None:
    said = explanation(type(check))
    context = context_for(check)
    assert said.bad, "a check's docstring has a Bad example"
    assert said.good, "a check's docstring has a Good example"
    for example in (*said.bad, *said.good):
        pairs = [(line.source, line.target) for line in example]
        view = view_of(pairs, context, aligned=len(pairs) > 1)
        found = list(hits(check, view))
        for index, line in enumerate(example):
            here = [hit for at, hit in found if at == index]
            places = {place for hit in here for place in ranges(hit, line.target)}
            assert places == set(line.marks), line
            if line.fix is not None:
                fixed = {hit.suggestion.apply(line.target) for hit in here if hit.suggestion}
                assert line.fixed in fixed, f"{line.fixed!r} is not among {fixed}"


def test_fix_of_the_docstring_example_silences_it(check: Check) -> None:
    context = context_for(check)
    for example in explanation(type(check)).bad:
        for index, line in enumerate(example):
            if line.fix is None:
                continue
            pairs = [(other.source, other.fixed if other is line else other.target) for other in example]
            start, end = line.marks[0]
            again = [hit for at, hit in hits(check, view_of(pairs, context, aligned=len(pairs) > 1)) if at == index]
            places = {place for hit in again for place in ranges(hit, line.fixed)}
            left = len(line.marks) - 1
            assert len(places) == left, f"{line.target[start:end]!r} is still flagged: {places}"


def test_messages_are_sentences_without_a_stop(check: Check) -> None:
    for example in explanation(type(check)).bad:
        pairs = [(line.source, line.target) for line in example]
        for _, hit in hits(check, view_of(pairs, context_for(check), aligned=len(pairs) > 1)):
            assert hit.message[0] in '"“' or hit.message[0].isupper(), hit.message
            assert not hit.message.endswith((".", "!")), hit.message


def test_severities_are_at_most_the_checks_own(check: Check) -> None:
    for example in explanation(type(check)).bad:
        pairs = [(line.source, line.target) for line in example]
        for _, hit in hits(check, view_of(pairs, context_for(check), aligned=len(pairs) > 1)):
            assert hit.severity is None or hit.severity <= check.severity


def test_spans_lie_inside_the_text(check: Check) -> None:
    context = context_for(check)

    @_settings(check)
    @given(strategies.documents())
    def holds(pairs: list[tuple[str | None, str]]) -> None:
        for index, hit in hits(check, view_of(pairs, context)):
            source, target = pairs[index]
            for span in hit.spans:
                assert span.end <= len(target if span.side is Side.TARGET else source or "")
            if hit.suggestion:
                assert hit.suggestion.span.side is Side.TARGET
                assert hit.suggestion.span.end <= len(target)
                assert hit.suggestion.apply(target) != target
            assert 0.0 <= hit.confidence <= 1.0
            assert hit.message
            assert "\n" not in hit.message

    holds()


@pytest.mark.parametrize("size", [10_000, 100_000])
def test_all_take_linear_time_on_hostile_lines(size: int) -> None:
    checks = [plugins.load("checks", name, Check)() for name in plugins.names("checks")]  # type: ignore[call-arg]
    quick = [check for check in checks if "encoder" not in check.needs]
    context = context_for(quick[0])
    for unit in _HOSTILE:
        line = (unit * (size // len(unit) + 1))[:size]
        views = [view_of([pair], context) for pair in ((line, line), (None, f"x{line}y"))[-1 if size > 10_000 else 0 :]]
        for check in quick:
            start = time.process_time()
            for view in views:
                for _ in hits(check, view):
                    pass
            took = time.process_time() - start
            assert took < _GUARD, f"{check.id()}: {size} characters of {unit!r} took {took:.1f} s"
