"""What README.md tells its readers to type works, and prints what it says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mtreview import cli
from mtreview.config import load_settings

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")

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
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(("MTREVIEW_", "MAKE", "MFLAGS")) and name != "MTREVIEW_CACHE_DIR":
            monkeypatch.delenv(name)
    return tmp_path


def run(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run `make` with its set-up taken as done, and mtreview itself in this process, so that torch is loaded once."""
    if words[0] == "make":
        set_up = ["-o", ".venv/.core-installed", f"BIN={Path(sys.executable).parent}"]
        words = ["make", "--silent", "--no-print-directory", "-C", str(ROOT), *set_up, *words[1:]]
        return subprocess.run(words, check=False, timeout=120).returncode
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize(("command", "shown"), [pytest.param(*item, id=item[0]) for item in session()])
def test_the_command_does_what_the_readme_shows(
    command: str, shown: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    words = shlex.split(command)
    assert all((folder / word).is_file() for word in words if word.startswith("corpora/"))
    if " ".join(words[:2]) in ELSEWHERE:
        return
    code = run(words, monkeypatch)
    out, err = capfd.readouterr()
    assert err == ""
    assert code in ({0, 1} if words[1] in {"check", "gate"} else {0})
    assert not shown or agrees(shown, out), out
    if "-o" in words:
        assert (folder / words[words.index("-o") + 1]).stat().st_size


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


def test_the_picture_shows_the_article_that_the_readme_opens() -> None:
    (picture,) = re.findall(r"!\[.*?\]\((.*?)\)", TEXT)
    drawn = "".join(ET.fromstring((ROOT / picture).read_bytes()).itertext()).replace("\xa0", " ")  # noqa: S314 - our own
    first, *_ = (ROOT / "corpora" / "hospital.en.txt").read_text(encoding="utf-8").splitlines()
    assert first in drawn
    assert "Issues:" in drawn
