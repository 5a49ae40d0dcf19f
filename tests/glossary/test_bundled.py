"""The term bases that come with the program: they load, agree with one another, and hold what was promised."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mtreview import resources
from mtreview.glossary import FALSE_FRIENDS, FURNITURE, bundled, load, read
from mtreview.glossary.fold import fold
from mtreview.glossary.read import concepts, locate

if TYPE_CHECKING:
    from mtreview.glossary import Concept

LEAST = {"false-friends": 60, "institutions": 80, "names": 100, "site-furniture": 60}


def _all() -> list[Concept]:
    return [one for name in bundled() for one in concepts(read(locate(name)))]


def test_there_are_four() -> None:
    assert bundled() == tuple(LEAST)


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_is_large_enough_and_consistent(name: str, least: int) -> None:
    found = concepts(read(locate(name)))
    assert len(found) >= least
    for one in found:
        assert one.accepted or one.do_not_translate, one.source
        right = {fold(term).text for term in one.accepted}
        assert not right & {fold(term).text for term in one.forbidden}, one.source
        assert (one.domain == FALSE_FRIENDS) == bool(one.forbidden), one.source


def test_no_term_is_in_two_of_them() -> None:
    counts = Counter((fold(one.source).text, one.domain == FURNITURE) for one in _all())
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", LEAST)
def test_is_written_as_a_plain_table(name: str) -> None:
    raw = (resources.folder("glossaries") / f"{name}.csv").read_bytes()
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    rows = list(csv.reader(raw.decode("utf-8").splitlines()))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert all(cell == " ".join(cell.split()) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("min de lectura", "min read"),
        ("Escuche esta historia", "listen to this story"),
        ("Lea también", "read also"),
        ("Compartir", "share"),
        ("Respuestas", "replies"),
        ("ONU", "UN"),
        ("OTAN", "NATO"),
        ("VIH", "HIV"),
        ("EE. UU.", "US"),
        ("Kazajistán", "Kazakhstan"),
        ("Nursultán Nazarbáyev", "Nursultan Nazarbayev"),
        ("actualmente", "currently"),
    ],
)
def test_knows(spanish: str, english: str) -> None:
    hits = load(bundled()).find_source(spanish)
    assert [hit.concept.preferred for hit in hits if (hit.start, hit.end) == (0, len(spanish))] == [(english,)]
