from __future__ import annotations

from mtreview.checks.player import Player
from mtreview.view import Context
from tests.checks.table import Row, fixes, hits, verify, view_of

ROWS: list[Row] = [
    (None, "--:--", ("*",)),
    (None, "—:——", ("*",)),
    (None, "3:18", ("*",)),
    (None, " 3:18 ", ("*",)),
    (None, "00:00 / 03:18", ("*",)),
    (None, "0:00", ("*",)),
    (None, "-0:42", ("*",)),
    (None, "1:02:03", ("*",)),
    (None, "1x", ("*",)),
    (None, "1.5x", ("*",)),
    (None, "▶ 3:18", ("*",)),
    (None, "00:00 | 03:18 1x HD", ("*",)),
    (None, "LIVE 12:30", ("*",)),
    ("", "3:18", ("*",)),
    (None, "LIVE", ()),
    (None, "HD", ()),
    (None, "/", ()),
    (None, "2:1", ()),
    (None, "2-1", ()),
    (None, "At 3:18 it began.", ()),
    (None, "3:18 p.m.", ()),
    (None, "Luke 3:18", ()),
    (None, "2021", ()),
    (None, "- -", ()),
    ("3:18", "3:18", ()),
    ("--:--", "--:--", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(Player(), ROWS)


def test_suggests_to_delete_the_line() -> None:
    assert fixes(Player(), None, "--:--") == [""]


def test_is_surer_of_a_time_beside_other_controls() -> None:
    lines = [(None, "3:18"), (None, "Listen to this story"), (None, "--:--"), *[(None, "Text.")] * 8, (None, "3:18")]
    sure = {index: hit.confidence for index, hit in hits(Player(), view_of(lines, Context()))}
    assert sure == {0: 0.95, 2: 0.95, 11: 0.6}
