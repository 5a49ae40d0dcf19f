from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mtreview.config import Profile, build_profile, load_settings
from mtreview.signature import signature
from mtreview.style import StyleSettings

if TYPE_CHECKING:
    from pathlib import Path


def rules(folder: Path | None = None, text: str = "") -> Profile:
    if folder is None:
        return build_profile(load_settings(isolated=True), model=False)
    path = folder / "mtreview.toml"
    path.write_text(text, "utf-8")
    return build_profile(load_settings(path), model=False)


def test_the_same_run_has_the_same_signature() -> None:
    assert signature(rules()) == signature(rules())
    assert "model:none" in signature(rules())


def test_whatever_changes_the_figures_changes_it(tmp_path: Path) -> None:
    glossary = tmp_path / "mine.csv"
    glossary.write_text("source,target,status\nsede,seat,preferred\n", "utf-8")
    changed = [
        "[checks.doubled-word]\nseverity = 'neutral'",
        "[checks.spacing]\nenabled = false",
        "target = 'en-GB'",
        "source = 'es-MX'",
        "[style]\npercent = 'percent'",
        f"glossaries = ['names', '{glossary.name}']",
    ]
    found = {signature(rules(tmp_path, text)) for text in changed}
    assert len(found | {signature(rules())}) == len(changed) + 1
    before = signature(rules(tmp_path, changed[-1]))
    glossary.write_text("source,target,status\nsede,venue,preferred\n", "utf-8")
    assert signature(rules(tmp_path, changed[-1])) != before


def test_aligner_and_style_are_named() -> None:
    profile = rules()
    assert signature(profile, aligner="length").endswith("|align:length")
    styled = dataclasses.replace(
        profile, context=dataclasses.replace(profile.context, style=StyleSettings(percent="%"))
    )
    assert "|style:" in signature(styled)
    assert "chrf[" in signature(profile, references=True)
