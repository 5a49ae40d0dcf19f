from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mtreview.store.base import State
from mtreview.store.sql import SqlStore
from tests.store.article import document
from tests.tui.article import PAIRS

PROGRAM = """
import asyncio, os, signal, sys
from mtreview.store.sql import SqlStore
from mtreview.tui.app import ReviewApp
from mtreview.tui.session import ReviewSession
from tests.tui.article import recheck

async def review():
    session = ReviewSession(store=SqlStore(sys.argv[1]), reviewer="ana", recheck=recheck)
    async with ReviewApp(session).run_test() as pilot:
        await pilot.press(*sys.argv[2].split())
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(review())
"""


def test_a_kill_right_after_the_key_loses_no_decision(tmp_path: Path) -> None:
    keys = "1 j a a a k e H i escape k z"
    wanted = [State.CORRECTED, State.ACCEPTED, State.DRAFT, State.UNREVIEWED]
    path = str(tmp_path / "review.sqlite")
    store = SqlStore(path)
    store.add(*document(PAIRS))
    store.close()
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", PROGRAM, path, keys], cwd=root, check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()
    store = SqlStore(path)
    assert [store.item(row).state for row in store.index().ids][: len(wanted)] == wanted
    store.close()
