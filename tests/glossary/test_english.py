from __future__ import annotations

import pytest

from mtreview.glossary.english import forms, replacement


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("assist", "assists assisted assisting"),
        ("library", "libraries"),
        ("realize", "realizes realized realizing realise realised"),
        ("plan", "planned planning plans"),
        ("withstand", "withstood"),
        ("woman", "women"),
        ("German", "Germans"),
        ("crash", "crashes crashed"),
        ("Ministry of Defense", "Ministry of Defence"),
    ],
)
def test_forms(term: str, expected: str) -> None:
    wanted = {expected} if " " in term else set(expected.split())
    assert wanted - set(forms(term)) == set()


def test_names_do_not_inflect_as_verbs() -> None:
    assert "Naming London" not in forms("Name London")
    assert set(forms("U.S.")) == {"U.S."}


@pytest.mark.parametrize(
    ("found", "term", "other", "expected"),
    [
        ("assisted", "assist", "attend", "attended"),
        ("Assists", "assist", "attend", "Attends"),
        ("pretending", "pretend", "intend", "intending"),
        ("realized", "realize", "carry out", "carried out"),
        ("realizing", "realize", "make", "making"),
        ("realised", "realise", "make", "made"),
        ("libraries", "library", "bookshop", "bookshops"),
        ("pretended", "pretend", "plan", "planned"),
        ("syndicates", "syndicate", "trade union", "trade unions"),
        ("Actually", "actually", "currently", "Currently"),
        ("exit", "exit", "success", "success"),
        ("Odd", "strange", "odd", None),
    ],
)
def test_replacement_takes_form_and_case(found: str, term: str, other: str, expected: str | None) -> None:
    assert replacement(found, term, other) == expected
