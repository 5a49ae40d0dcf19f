from __future__ import annotations

import pytest
from hypothesis import given

from mtreview.text.residue import lean, residue, suspicious
from mtreview.text.tokens import words
from tests import strategies


def _found(target: str, source: str | None = None, ignore: frozenset[str] = frozenset()) -> list[str]:
    forms = None if source is None else frozenset(word.text.lower() for word in words(source))
    return [target[run.start : run.end] for run in residue(target, words(target), forms, ignore)]


@pytest.mark.parametrize("form", ["lectura", "respuestas", "historia", "también", "desescalada", "an\u0303os"])
def test_spanish_words_are_suspicious(form: str) -> None:
    assert suspicious(form)


@pytest.mark.parametrize("form", ["reading", "hospital", "plaza", "siesta", "no", "me", "guerrilla", "xyzzy", ""])
def test_english_words_and_loans_are_not(form: str) -> None:
    assert not suspicious(form)


def test_lean_is_a_difference_on_zipfs_scale() -> None:
    assert lean("the")[1] < -2
    assert lean("lectura")[1] > 3
    assert lean("xyzzyxyzzy") == (0.0, 0.0)


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("It takes 3 min de lectura today.", None, ["min de lectura"]),
        ("The ministerio de hacienda said so.", None, ["ministerio de hacienda"]),
        ("The new prórroga ends.", "La nueva prórroga termina.", ["prórroga"]),
        ("The sentencia y la condena were read.", "Leyeron la sentencia y la condena.", ["sentencia y la condena"]),
        ("Murieron two people.", "Murieron dos personas.", ["Murieron"]),
        ("He wrote Cien años de soledad.", "Escribió Cien años de soledad.", []),
        ('He said "buenas noches," and left.', 'Dijo "buenas noches" y se fue.', []),
        ("See https://ejemplo.es/noticias/lectura here.", "Vea https://ejemplo.es/noticias/lectura aquí.", []),
        ('Open <a href="lectura">it</a>.', 'Abra <a href="lectura">eso</a>.', []),
        ("The amigos met at the plaza.", None, []),
        ("The amigos met.", "Los amigos se vieron.", ["amigos"]),
        ("The fiesta was on.", "Era la fiesta.", []),
    ],
)
def test_runs(target: str, source: str | None, expected: list[str]) -> None:
    assert _found(target, source) == expected


def test_ignored_words_are_left() -> None:
    assert _found("The prórroga ends.", None, frozenset({"prórroga"})) == []


@given(strategies.pairs())
def test_runs_lie_inside_and_in_order(pair: tuple[str | None, str]) -> None:
    source, target = pair
    forms = None if source is None else frozenset(word.text.lower() for word in words(source))
    end = 0
    for run in residue(target, words(target), forms):
        assert run.start < run.end <= len(target)
        assert run.end > end
        end = run.end
