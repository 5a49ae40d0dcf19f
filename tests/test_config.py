from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.config import BUNDLED_GLOSSARIES, build_profile, load_settings
from mtreview.errors import ConfigError
from mtreview.issue import Severity

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: str, name: str = "mtreview.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('soruce = "es"', '1: unknown key "soruce"; did you mean "source"?'),
        ("[gate]\nmax_mayor = 1", '2: [gate]: unknown key "max_mayor"; did you mean "max_major"?'),
        ("[gate]\nmax_major = true", "2: gate.max_major: True is not a whole number"),
        ("[gate]\nprecision_floor = 80", "2: gate.precision_floor: 80 is not a number from 0 to 1"),
        ("[gate]\nmin_score = 101", "2: gate.min_score: 101 is not a number from 0 to 100"),
        ("[gate]\nmax_major = -1", "2: gate.max_major: -1 is not a number from 0 upwards"),
        ("[style]\npercnt = '%'", 'unknown key "percnt"; did you mean "percent"?'),
        ("[style]\nunits = 'nautical'", "nautical"),
        ("[style]\nserial_comma = 'yes'", "serial_comma"),
        ("[style]\nnumerals_from = -3", "numerals_from is -3"),
        ('target = "en-AU"', "en-AU"),
        ("y = 1\nx = =", ":2: not valid TOML: Invalid value"),
        ('glossaries = "one.csv"', "glossaries"),
        ("root = 1", 'unknown key "root"'),
    ],
)
def test_a_bad_file_is_one_line_that_names_it(tmp_path: Path, text: str, told: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert told in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[checks.numbr-mismatch]\nenabled = false", '1: no check "numbr-mismatch"; did you mean "number-mismatch"?'),
        (
            "[checks.doubled-word]\nseverty = 'minor'",
            '2: [checks.doubled-word]: unknown key "severty"; did you mean "severity"?',
        ),
        ("[checks.doubled-word]\nseverity = 'huge'", "2: checks.doubled-word.severity: no severity 'huge'"),
        ("[checks.low-quality]\nfloor = 7", "2: checks.low-quality.floor: 7 is not a number from 0 to 1"),
        ("[checks.low-quality]\nfloor = nan", "2: checks.low-quality.floor: nan is not a number from 0 to 1"),
        (
            "[checks.repeated-headline]\nsimilarity = 101.0",
            "2: checks.repeated-headline.similarity: 101 is not a number from 0 to 100",
        ),
        ("[checks.length]\nhigh = inf", "2: checks.length.high: inf is not a number from 0 upwards"),
        ("[checks.omission]\nmin = 2\nword = 2", '2: [checks.omission]: unknown key "min"'),
        ("[checks.negation]\nshort = -1", "2: checks.negation.short: -1 is not a number from 0 upwards"),
        ("[checks.doubled-word]\nenabled = 'no'", "2: checks.doubled-word.enabled: 'no' is not true or false"),
    ],
)
def test_a_bad_check_table_is_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        build_profile(load_settings(write(tmp_path, text)))
    assert told in str(caught.value)


def test_the_house_style_reaches_the_checks(tmp_path: Path) -> None:
    path = write(tmp_path, "[style]\npercent = '%'\nserial_comma = true\nnumerals_from = 10")
    style = build_profile(load_settings(path), model=False).context.style
    assert (style.percent, style.serial_comma, style.numerals_from, style.units) == ("%", True, 10, "")


def test_the_nearest_file_above_is_read(tmp_path: Path) -> None:
    write(tmp_path, '[tool.mtreview]\nreviewer = "ana"\n[tool.other]\nx = 1', "pyproject.toml")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    settings = load_settings(start=deep)
    assert (settings.reviewer, settings.root) == ("ana", tmp_path)
    write(deep, 'reviewer = "leo"')
    assert load_settings(start=deep).reviewer == "leo"
    assert not load_settings(start=deep, isolated=True).reviewer


def test_the_environment_is_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, 'reviewer = "ana"\nsource = "es-MX"')
    monkeypatch.setenv("MTREVIEW_REVIEWER", "leo")
    settings = load_settings(path)
    assert (settings.reviewer, settings.source) == ("leo", "es-MX")


def test_a_bad_variable_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, 'target = "en-GB"')
    monkeypatch.setenv("MTREVIEW_TARGET", "en-XX")
    with pytest.raises(ConfigError, match=r"^MTREVIEW_TARGET: target: en-XX is not one of \['en-US', 'en-GB'\]$"):
        load_settings(path)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[tool.mtreview]\nreviewer = 1", 2),
        ("[tool.mtreview.gate]\nmax_major = 'x'", 2),
        ("[tool]\nmtreview.gate = { max_major = 'x' }", 2),
        ('[tool.other]\nreviewer = 1\n["tool"."mtreview"]\n\nreviewer = 1', 5),
    ],
)
def test_a_bad_key_of_a_project_is_placed(tmp_path: Path, text: str, line: int) -> None:
    path = write(tmp_path, text, "pyproject.toml")
    with pytest.raises(ConfigError, match=rf"pyproject.toml:{line}: "):
        load_settings(path)


def test_glossaries_are_relative_to_the_file(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, 'glossaries = ["names", "terms/mine.csv"]'))
    assert settings.glossaries == ("names", str(tmp_path / "terms" / "mine.csv"))
    assert load_settings(isolated=True).glossaries == BUNDLED_GLOSSARIES


def test_options_reach_the_check_and_its_signature(tmp_path: Path) -> None:
    text = '[checks.doubled-word]\nseverity = "major"\n[checks.spacing]\nenabled = false'
    profile = build_profile(load_settings(write(tmp_path, text)), model=False)
    checks = {check.id(): check for check in profile.checks}
    assert checks["doubled-word"].severity is Severity.MAJOR
    assert "spacing" not in checks


def test_without_a_model_what_needs_one_is_named() -> None:
    profile = build_profile(load_settings(isolated=True), model=False)
    assert {"low-similarity", "similarity"} <= set(profile.dropped)
    assert profile.context.encoder is None
    assert "low-similarity" not in {check.id() for check in profile.checks}


def test_only_the_checks_named_run() -> None:
    profile = build_profile(load_settings(isolated=True), only=["spacing", "doubled-word"], model=False)
    assert [check.id() for check in profile.checks] == ["doubled-word", "spacing"]


def test_a_model_beside_a_configuration_elsewhere_is_named_from_there(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "kiwi").mkdir(parents=True)
    path = write(project, '[quality_model]\nname = "kiwi"\n[encoder]\nname = "owner/model"\n')
    settings = load_settings(path, start=tmp_path)
    assert settings.quality_model.name == str(project.resolve() / "kiwi")
    assert (settings.quality_model.back, settings.encoder.name) == ("", "owner/model")
    assert load_settings(path, start=project).quality_model.name == "kiwi"


def test_memories_are_named_from_the_folder_of_the_file(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, 'memories = ["old/m.tmx"]'))
    assert settings.memories == (str(tmp_path.resolve() / "old" / "m.tmx"),)
