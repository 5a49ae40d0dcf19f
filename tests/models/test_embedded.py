from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtreview.models import embedded
from mtreview.models.encoder import Encoder

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

START = """
import logging
logging.basicConfig(level=logging.INFO, format="%(message)s")
from mtreview.models.encoder import load_encoder
print(load_encoder("embedded").encode(["El puente abre hoy."])[0].pooled[:3].tolist())
"""


def vector() -> NDArray[np.float32]:
    model, windows = embedded.load()
    loaded = Encoder(name="embedded", model=model, windows=windows, revision="")
    return loaded.encode(["El puente abre hoy."])[0].pooled


def test_a_damaged_cache_is_rebuilt_and_says_so(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sound = embedded.cached_file()
    with sound.open("rb") as file:
        start = file.read(1_000_000)
    monkeypatch.setenv("MTREVIEW_CACHE_DIR", str(tmp_path))
    path = embedded.cached_file()
    path.write_bytes(start)
    with caplog.at_level(logging.INFO, "mtreview"):
        rebuilt = vector()
    assert [record.message for record in caplog.records] == [
        f"{path} is damaged; converting the embedded encoder again"
    ]
    assert path.stat().st_size == sound.stat().st_size
    assert np.array_equal(rebuilt, encoder.encode(["El puente abre hoy."])[0].pooled)
    path.unlink()


def test_a_cache_that_cannot_be_written_means_memory_and_says_so(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MTREVIEW_CACHE_DIR", str(tmp_path / "file"))
    with caplog.at_level(logging.INFO, "mtreview"):
        kept = vector()
    assert [record.message for record in caplog.records] == [
        f"converting the embedded encoder once, for {tmp_path / 'file'}",
        f"cannot write the cache folder {tmp_path / 'file'} (File exists): the encoder is kept in memory",
    ]
    assert np.array_equal(kept, encoder.encode(["El puente abre hoy."])[0].pooled)


@pytest.mark.slow
def test_two_processes_that_start_at_once_on_a_fresh_cache_agree(tmp_path: Path) -> None:
    place = tmp_path / "fresh"
    started = time.monotonic()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", START],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "MTREVIEW_CACHE_DIR": str(place)},
        )
        for _ in range(2)
    ]
    printed = [process.communicate(timeout=120) for process in running]
    assert time.monotonic() - started < 60
    assert [process.returncode for process in running] == [0, 0]
    assert printed[0][0] == printed[1][0] != ""
    assert any("converting the embedded encoder once" in errors for _, errors in printed)
    [left] = place.iterdir()
    left.unlink()
