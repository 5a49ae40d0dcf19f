from __future__ import annotations

import pytest

from mtreview.glossary import Status, Term, bundled, locate, read
from mtreview.glossary.validate import oddities

P, A, F, D = Status.PREFERRED, Status.ADMITTED, Status.FORBIDDEN, Status.DO_NOT_TRANSLATE


def term(line: int, source: str, target: str, status: Status, skip_if: str = "") -> Term:
    return Term(source=source, target=target, status=status, skip_if=skip_if, line=line)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ([term(2, "casa", "house", P), term(3, "casa", "home", A)], []),
        ([term(2, "casa", "house", P), term(3, "Casa", "home", P)], [(3, "several preferred")]),
        ([term(2, "casa", "house", A)], [(2, "no preferred")]),
        ([term(2, "casa", "casa", P)], [(2, "same on both sides")]),
        ([term(2, "de", "of", P)], [(2, "so short")]),
        ([term(2, "UE", "EU", P)], []),
        ([term(2, "casa", "", D)], []),
        ([term(2, "casa", "house", D)], [(2, "stays as it is, yet")]),
        ([term(2, "casa", "", D), term(3, "casa", "house", P)], [(2, "both stays")]),
        ([term(2, "casa real", "royal house", P, "casa|corte")], [(2, "never applies")]),
        ([term(2, "casa", "house", P, "casa real")], []),
        ([term(2, "casa", "house", P, "rey"), term(3, "casa", "home", A, "reina")], [(2, "different skip_if")]),
        ([term(2, "", "irregardless", F)], []),
        ([term(2, "casa", "case", F)], []),
    ],
)
def test_what_is_odd(terms: list[Term], told: list[tuple[int, str]]) -> None:
    found = oddities(terms)
    assert [line for line, _ in told] == [odd.line for odd in found]
    assert all(part in odd.reason for (_, part), odd in zip(told, found, strict=True))


@pytest.mark.parametrize("name", bundled())
def test_the_bundled_ones_have_rows_that_apply(name: str) -> None:
    assert not [odd for odd in oddities(read(locate(name))) if "never" in odd.reason or "both stays" in odd.reason]
