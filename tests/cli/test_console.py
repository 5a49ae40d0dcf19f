from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]

PROGRAM = [sys.executable, "-c", "from mtreview.cli import main; main()"]
PAIR = {"source": "Murieron 16 personas en la capital.", "target": "Sixteen people died in the capital."}


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.write_text(f"{json.dumps(PAIR)}\n", "utf-8")
    return path


def scored(path: Path, *arguments: str | Path) -> list[str | Path]:
    return [*PROGRAM, "score", "--no-model", "--isolated", path, *arguments]


def test_a_pipe_is_written_to_and_stays_a_pipe(run: Run, tmp_path: Path, pairs: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()
    assert run("score", "--no-model", pairs, "-o", pipe).code == 0
    reader.join(10)
    assert json.loads(read[0])["target"] == PAIR["target"]
    assert pipe.is_fifo()


def test_a_link_keeps_pointing_to_the_file_that_is_written(run: Run, tmp_path: Path, pairs: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "link.jsonl"
    link.symlink_to(Path("elsewhere", "out.jsonl"))
    assert run("score", "--no-model", pairs, "-o", link).code == 0
    assert link.is_symlink()
    assert json.loads((tmp_path / "elsewhere" / "out.jsonl").read_text("utf-8"))["segment"] == "1"


@pytest.mark.parametrize("output", ["folder", "missing/out.jsonl", "/dev/full"])
def test_an_output_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path, pairs: Path, output: str) -> None:
    if output.startswith("/dev") and not Path(output).exists():
        pytest.skip(f"no {output} here")
    (tmp_path / "folder").mkdir()
    found = run("score", "--no-model", pairs, "-o", output)
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines()[-1].startswith(f"mtreview: {output}: cannot write: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "pairs.jsonl"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_leaves_nothing_half_written(
    tmp_path: Path, pairs: Path, number: signal.Signals, code: int
) -> None:
    pairs.write_text(f"{json.dumps(PAIR)}\n" * 40_000, "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    with subprocess.Popen(scored(pairs, "-o", out / "scored.jsonl"), stderr=subprocess.PIPE) as process:
        while process.poll() is None and not list(out.iterdir()):
            pass
        process.send_signal(number)
        assert process.wait(60) == code
    assert list(out.iterdir()) == []


def test_a_reader_that_goes_away_is_no_traceback(pairs: Path) -> None:
    pairs.write_text(f"{json.dumps(PAIR)}\n" * 500, "utf-8")
    with subprocess.Popen(scored(pairs), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["segment"] == "1"
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode == 2
    assert "Traceback" not in said


def test_a_full_disk_behind_standard_output_is_one_line(pairs: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(scored(pairs), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "mtreview: standard output: cannot write: No space left on device\n"
