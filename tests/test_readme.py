"""What README.md tells its readers to type works, and prints what it says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mtreview.config import load_settings

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAMS = Path(sys.executable).parent

ELSEWHERE = {
    "make test": "it is what runs this",
    "mtreview review": "tests/tui drives it in a terminal",
}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


def session() -> list[tuple[str, list[str]]]:
    """Return each command with the lines that stand under it."""
    found: list[tuple[str, list[str]]] = []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def agrees(shown: list[str], printed: str) -> bool:
    """Say whether a text is what is shown, where a line of "…" stands for any lines."""
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, printed) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    return tmp_path


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    if words[0] == "make":
        done_set_up = ["-o", ".venv/.core-installed", f"BIN={PROGRAMS}"]
        words = ["make", "--silent", "--no-print-directory", "-C", str(ROOT), *done_set_up, *words[1:]]
    else:
        words = [str(PROGRAMS / words[0]), *words[1:]]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MTREVIEW_", "MAKE", "MFLAGS"))}
    return subprocess.run(words, cwd=folder, env=clean, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize(("command", "shown"), [pytest.param(*item, id=item[0]) for item in session()])
def test_the_command_does_what_the_readme_shows(command: str, shown: list[str], folder: Path) -> None:
    words = shlex.split(command)
    if " ".join(words[:2]) in ELSEWHERE:
        assert all((folder / word).is_file() for word in words if word.startswith("corpora/"))
        return
    done = run(words, folder)
    assert done.returncode == 0 if words[1] in {"demo", "score", "align", "explain"} else done.returncode in {0, 1}
    assert done.stderr == ""
    assert not shown or agrees(shown, done.stdout), done.stdout
    for name in words[words.index("-o") + 1 :] if "-o" in words else []:
        assert (folder / name).stat().st_size


def test_the_readme_shows_commands() -> None:
    assert len(session()) > 8


def test_the_configuration_is_one_that_is_understood(tmp_path: Path) -> None:
    (text,) = blocks("toml")
    (tmp_path / "mtreview.toml").write_text(text, encoding="utf-8")
    settings = load_settings(start=tmp_path)
    assert settings.gate.max_major == 2
    assert settings.glossaries[-1] == str(tmp_path / "terms.csv")


def test_the_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
