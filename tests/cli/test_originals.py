from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from mtreview import resources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]


def test_a_folder_of_originals_gives_each_rendering_its_own(run: Run, tmp_path: Path) -> None:
    for name, spanish, english in (("a", "Murieron 16 personas.", "60 died."), ("b", "Nadie habló.", "No one spoke.")):
        for folder, text in (("es", spanish), ("en", english)):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / f"{name}.txt").write_text(f"{text}\n", "utf-8")
    outcome = run("check", "--no-model", "--format", "json", "en", "--source", "es")
    found = json.loads(outcome.out)["segments"]
    assert [record["source"] for record in found] == ["Murieron 16 personas.", "Nadie habló."]
    (tmp_path / "en" / "c.txt").write_text("Nobody knows.\n", "utf-8")
    assert "c.txt" in run("check", "--no-model", "en", "--source", "es").err


def test_an_original_of_another_name_is_found_by_what_it_says(run: Run, tmp_path: Path) -> None:
    corpora = resources.folder("corpora")
    (tmp_path / "es").mkdir()
    for number, article in enumerate(("hospital", "karastan", "notebook")):
        text = (corpora / f"{article}.es.txt").read_text("utf-8")
        (tmp_path / "es" / f"{number}.txt").write_text(text, "utf-8")
    english = tmp_path / "cultura.txt"
    english.write_text((corpora / "notebook.en.txt").read_text("utf-8"), "utf-8")
    told = run("check", "--no-model", english, "--source", tmp_path / "es")
    assert (told.code, told.out) == (2, "")
    assert 'no file of the name "cultura"' in told.err
    outcome = run("check", "--checks", "number-mismatch", "--format", "json", english, "--source", tmp_path / "es")
    first = json.loads(outcome.out)["segments"][0]
    assert first["source_location"]["path"].endswith("2.txt")


def test_a_folder_with_renderings_and_junk_in_it_gives_the_original(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpora = resources.folder("corpora")
    folder = tmp_path / "mixed"
    folder.mkdir()
    for number, name in enumerate(("hospital.es.txt", "karastan.es.txt", "hospital.en.txt", "karastan.en.txt")):
        (folder / f"{number}.txt").write_text((corpora / name).read_text("utf-8"), "utf-8")
    (folder / "empty.txt").touch()
    (folder / "broken.txt").write_bytes(b"\xff\xfe\xfa")
    (folder / "pairs.tsv").write_text("Hola.\tHello.\n", "utf-8")
    options = ("--checks", "number-mismatch", "--format", "json")
    outcome = run("check", *options, folder / "2.txt", folder / "3.txt", "--source", folder)
    originals = {
        record["source_location"]["path"][-5:]
        for record in json.loads(outcome.out)["segments"]
        if "source_location" in record
    }
    assert originals == {"0.txt", "1.txt"}
    assert [line.split("mixed/")[1].split(":")[0] for line in outcome.err.splitlines()] == ["broken.txt", "empty.txt"]
    (folder / "3.txt").unlink()
    (folder / "2.txt").rename(tmp_path / "2.txt")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((tmp_path / "2.txt").read_bytes())))
    outcome = run("check", *options, "-", "--source", folder)
    assert json.loads(outcome.out)["segments"][0]["source_location"]["path"].endswith("0.txt")


def test_an_input_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    spanish, english = tmp_path / "es.txt", tmp_path / "en.txt"
    spanish.write_text("Murieron 16 personas.\n", "utf-8")
    english.write_text("Sixteen people died.\n", "utf-8")
    for output in (spanish, english):
        for command in (("check", english, "--source", spanish), ("align", spanish, english)):
            outcome = run(*command, "--no-model", "-o", output)
            assert (outcome.code, outcome.out) == (2, "")
            assert "is an input" in outcome.err
    assert english.read_text("utf-8") == "Sixteen people died.\n"


def test_documents_that_hardly_correspond_are_told(run: Run) -> None:
    corpora = resources.folder("corpora")
    pair = corpora / "hospital.page.es.html", corpora / "hospital.page.en.html"
    other = corpora / "karastan.es.txt"
    for command in (("align",), ("check", "--checks", "number-mismatch", "--source")):
        assert "is it the original" not in run(*command, *pair).err
        files = (other, pair[1])
        told = run(*command, *files).err
        assert told.startswith(f"{pair[1]}: only ")
        assert told.endswith(f"clearly correspond to {other}; is it the original?\n")


def test_exchanged_sides_are_told(run: Run) -> None:
    spanish, english = (resources.folder("corpora") / f"notebook.{lang}.txt" for lang in ("es", "en"))
    for command in (("align", english, spanish), ("check", spanish, "--source", english)):
        assert "are they exchanged?" in run(*command, "--no-model").err
    assert "exchanged" not in run("align", spanish, english, "--no-model").err
