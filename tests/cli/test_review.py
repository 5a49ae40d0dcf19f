from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from mtreview.store.sql import SqlStore
from tests.cli.test_check import GOOD, MAJOR, MINOR, pairs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]

PROGRAM = [sys.executable, "-c", "from mtreview.cli import main; main()"]
DEADLINE = 60.0
PLACE_KEPT = 2.0  # decisions are kept at once, the place a second after the last key


class Terminal:
    """Run the program in a terminal of its own, and wait for what it shows."""

    def __init__(self, arguments: list[str], folder: Path) -> None:
        self._end, side = pty.openpty()
        self._shown = b""
        environment = os.environ | {"TERM": "xterm-256color", "LINES": "30", "COLUMNS": "100"}
        self.process = subprocess.Popen(
            [*PROGRAM, *arguments], stdin=side, stdout=side, stderr=side, cwd=folder, env=environment
        )
        os.close(side)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._end)

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + DEADLINE
        while text.encode() not in self._shown:
            assert time.monotonic() < end, self._shown[-2000:]
            if select.select([self._end], [], [], 0.1)[0]:
                self._shown += os.read(self._end, 65536)
        self._shown = b""

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def end(self, keys: str) -> int:
        """Press what ends it and return its exit code; what it still shows is read, or it would wait for a reader."""
        self.press(keys)
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            assert time.monotonic() < end
            if select.select([self._end], [], [], 0.1)[0]:
                with suppress(OSError):  # a terminal whose program has gone
                    os.read(self._end, 65536)
        return self.process.returncode


def test_without_a_terminal_it_says_so(run: Run, tmp_path: Path) -> None:
    outcome = run("review", "--no-model", pairs(tmp_path, GOOD))
    assert outcome.code == 2
    assert "terminal" in outcome.err


def test_a_decision_outlives_a_kill_and_the_review_goes_on_there(tmp_path: Path) -> None:
    arguments = ["review", "--no-model", "--reviewer", "ana", str(pairs(tmp_path, MAJOR, MINOR, GOOD))]
    with Terminal(arguments, tmp_path) as first:
        first.wait_for("number-mismatch")
        first.press("x")
        first.wait_for("doubled-word")
        time.sleep(PLACE_KEPT)
        first.process.kill()
    store = SqlStore(str(tmp_path / ".mtreview" / "review.sqlite"))
    (event,) = store.events()
    assert (event.check, str(event.verdict), event.reviewer) == ("number-mismatch", "dismissed", "ana")
    with Terminal(arguments, tmp_path) as again:
        again.wait_for("doubled-word")
        assert again.end("q") == 0


def test_a_dismissal_holds_where_the_file_was_renamed_and_a_line_inserted(tmp_path: Path) -> None:
    path = pairs(tmp_path, MAJOR, GOOD)
    with Terminal(["review", "--no-model", "--reviewer", "ana", str(path)], tmp_path) as first:
        first.wait_for("number-mismatch")
        first.press("x")
        first.wait_for("accepted")
        assert first.end("q") == 0
    renamed = tmp_path / "renamed.jsonl"
    renamed.write_text(json.dumps(MINOR) + "\n" + path.read_text("utf-8"), encoding="utf-8")
    path.unlink()
    with Terminal(["review", "--no-model", "--reviewer", "ana", str(renamed)], tmp_path) as again:
        again.wait_for("goes on with the review of")
        again.wait_for("accepted")
        assert again.end("q") == 0
    store = SqlStore(str(tmp_path / ".mtreview" / "review.sqlite"))
    assert list(store.index().open) == [1, 0, 0]
