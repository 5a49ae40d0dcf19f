from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
import torch

from mtreview.models import cache

if TYPE_CHECKING:
    from pathlib import Path

TENSORS = {"a": torch.arange(5000, dtype=torch.float32).reshape(50, 100), "b": torch.tensor([1, 2], dtype=torch.uint8)}

RACE = """
import sys
from pathlib import Path
from tests.models.test_cache import write_and_read
print("ready", flush=True)
write_and_read(Path(sys.argv[1]))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fresh" / "encoder.safetensors"


def test_what_was_stored_is_loaded(path: Path) -> None:
    cache.store(path, TENSORS)
    found = cache.load(path)
    assert found is not None
    assert {name: value.tolist() for name, value in found.items()} == {
        name: value.tolist() for name, value in TENSORS.items()
    }


def test_the_folder_is_the_users_alone_and_holds_nothing_else(path: Path) -> None:
    cache.store(path, TENSORS)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("keep", [0, 1, 7, 8, 100, -1])
def test_a_file_cut_short_counts_as_missing(path: Path, keep: int) -> None:
    cache.store(path, TENSORS)
    path.write_bytes(path.read_bytes()[:keep])
    assert cache.load(path) is None


@pytest.mark.parametrize("at", [3, 40, 400, -10_000, -1])
def test_a_file_with_one_wrong_byte_counts_as_missing(path: Path, at: int) -> None:
    cache.store(path, TENSORS)
    data = bytearray(path.read_bytes())
    data[at] ^= 0x55
    path.write_bytes(data)
    assert cache.load(path) is None


def test_a_missing_file_and_a_folder_in_its_place_are_both_missing(tmp_path: Path) -> None:
    assert cache.load(tmp_path / "none") is None
    assert cache.load(tmp_path) is None


def test_a_folder_that_cannot_be_made_is_an_oserror(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        cache.store(tmp_path / "file" / "encoder.safetensors", TENSORS)


def test_a_failed_write_leaves_nothing_behind(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "in the way").touch()
    with pytest.raises(OSError, match="encoder"):
        cache.store(path, TENSORS)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_leftovers_of_killed_processes_go_and_those_of_running_ones_stay(path: Path) -> None:
    path.parent.mkdir()
    old, new = path.with_suffix(".1.tmp"), path.with_suffix(".2.tmp")
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 7200,) * 2)
    cache.store(path, TENSORS)
    assert sorted(file.name for file in path.parent.iterdir()) == sorted([path.name, new.name])


def test_the_folder_is_the_named_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MTREVIEW_CACHE_DIR", str(tmp_path))
    assert cache.folder() == tmp_path
    monkeypatch.delenv("MTREVIEW_CACHE_DIR")
    assert cache.folder().name == "mtreview"


def write_and_read(path: Path) -> None:
    tensors = {"a": torch.arange(30_000, dtype=torch.float32)}
    for _ in range(100):
        assert cache.load(path) is None or path.exists()
        cache.store(path, tensors)
        found = cache.load(path)
        assert found is not None
        assert torch.equal(found["a"], tensors["a"])


def test_processes_that_write_and_read_at_once_never_see_half_a_file(path: Path) -> None:
    command = [sys.executable, "-c", RACE, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        while other.poll() is None:
            write_and_read(path)
        assert (other.returncode, other.communicate()) == (0, ("", ""))
