"""From mtreview.toml, the environment and the command line to the objects they describe."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mtreview import config_file, memory, plugins
from mtreview.checks.base import Check
from mtreview.config_tables import refused, structured
from mtreview.models.backends.base import NO_QUALITY_MODEL, QualityModelSettings
from mtreview.option_values import CALLED, CHANCE, PERCENT
from mtreview.scorers.base import Scorer
from mtreview.style import NO_STYLE, StyleSettings
from mtreview.view import ESTIMATED, Context

if TYPE_CHECKING:
    from collections.abc import Iterable

BUNDLED_GLOSSARIES = ("site-furniture", "institutions", "false-friends", "names")


@dataclass(frozen=True, kw_only=True)
class GateSettings:
    """Hold the limits of `mtreview gate`; None where a limit is not set.

    Attributes:
        precision_floor: a check of which reviewers confirm so little that 30 verdicts or more leave its precision in
            doubt of this share fails no gate.
    """

    max_critical: int | None = None
    max_major: int | None = None
    max_minor: int | None = None
    min_score: float | None = field(default=None, metadata=PERCENT)
    precision_floor: float = field(default=0.8, metadata=CHANCE)


@dataclass(frozen=True, kw_only=True)
class EncoderSettings:
    """Name the encoder: `embedded`, a local folder or a hub name."""

    name: str = "embedded"


@dataclass(frozen=True, kw_only=True)
class TuiSettings:
    """Hold the review's looks: key bindings by id, and Textual's theme."""

    keymap: dict[str, str] = field(default_factory=dict)
    theme: str = ""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Hold what a configuration file may say; the contract lists the keys.

    Attributes:
        root: folder of the configuration file, else the current one; paths and document names are relative to it.
        file: the configuration file, None where there is none.
        checks: options by check id, as written; `enabled` and `severity` beside a check's own.
    """

    source: Literal["es", "es-ES", "es-MX", "es-419"] = "es"
    target: Literal["en-US", "en-GB"] = "en-US"
    glossaries: tuple[str, ...] = BUNDLED_GLOSSARIES
    memories: tuple[str, ...] = ()
    ignore_words: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    reviewer: str = ""
    store: str = ""
    checks: dict[str, dict[str, Any]] = field(default_factory=dict)
    gate: GateSettings = GateSettings()
    style: StyleSettings = NO_STYLE
    encoder: EncoderSettings = EncoderSettings()
    quality_model: QualityModelSettings = NO_QUALITY_MODEL
    tui: TuiSettings = field(default_factory=TuiSettings)
    root: Path = field(default_factory=Path.cwd)
    file: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Hold what a run judges with.

    Attributes:
        dropped: ids of checks and scorers that were left out because the run has no model.
        dismissed: fingerprints of issues that reviewers dismissed, which count for nothing.
    """

    checks: tuple[Check, ...]
    scorers: tuple[Scorer, ...]
    context: Context
    dropped: tuple[str, ...] = ()
    dismissed: frozenset[str] = frozenset()


def load_settings(path: Path | None = None, *, isolated: bool = False, start: Path | None = None) -> Settings:
    """Return the settings of a file, or of the nearest one above `start`, under the environment's.

    Args:
        path: the file to read; None to look for `mtreview.toml` or a `pyproject.toml` with `[tool.mtreview]`.
        isolated: read neither file nor environment.
        start: where to look from; the current folder by default.

    Raises:
        ConfigError: the file is missing or malformed, or a key or value is not known.
    """
    start = start or Path.cwd()
    if isolated:
        return Settings(root=start)
    found = path or config_file.nearest(start)
    table = config_file.table(found) if found else {}
    structured(table, Settings, found)
    variables = config_file.environment(os.environ)
    for key, value in variables.items():
        structured({key: value}, Settings, f"MTREVIEW_{key.upper()}")
    settings = structured(table | variables, Settings, None)
    root = found.parent.resolve() if found else start
    return dataclasses.replace(
        settings,
        root=root,
        file=found,
        glossaries=tuple(_rooted(settings.glossaries, root)),
        memories=tuple(str(root / name) for name in settings.memories),
        encoder=EncoderSettings(name=_model(settings.encoder.name, root, start)),
        quality_model=dataclasses.replace(
            settings.quality_model,
            name=_model(settings.quality_model.name, root, start),
            back=_model(settings.quality_model.back, root, start),
        ),
    )


def build_profile(
    settings: Settings,
    *,
    only: Iterable[str] = (),
    glossaries: Iterable[str] = (),
    memories: Iterable[str] = (),
    model: bool = True,
) -> Profile:
    """Return the checks, scorers and context that `settings` describe.

    Args:
        settings: what the configuration says.
        only: ids of the checks to run; all enabled ones where empty.
        glossaries: further term bases, which take precedence.
        memories: further translation memories, likewise.
        model: False to leave out whatever needs an encoder.

    Raises:
        ConfigError: a check, scorer or option does not exist or does not fit.
    """
    wanted = tuple(only)
    _refuse_unknown_checks(wanted, settings)
    chosen = [name for name in plugins.names("checks") if name in wanted or (not wanted and _enabled(name, settings))]
    checks = [_check(name, settings) for name in chosen]
    scorers = _scorers(settings)
    context = Context(
        glossaries=(*glossaries, *settings.glossaries),
        memories=(*memories, *settings.memories),
        encoder=settings.encoder.name if model else None,
        source=settings.source,
        target=settings.target,
        ignore_words=frozenset(word.lower() for word in settings.ignore_words),
        domains=frozenset(name.lower() for name in settings.domains),
        estimator=model and settings.encoder.name == ESTIMATED and _estimates(checks, scorers),
        style=settings.style,
        quality_model=settings.quality_model if model and settings.quality_model.name else None,
    )
    memory.load(context.memories)  # what cannot be read is an error before any output
    profile = Profile(checks=tuple(checks), scorers=tuple(scorers), context=context)
    return profile if model else _without_model(profile)


def _scorers(settings: Settings) -> list[Scorer]:
    """Return all scorers but for a quality model's, where the settings name none."""
    scorers = [plugins.load("scorers", name, Scorer)() for name in plugins.names("scorers")]
    return [item for item in scorers if settings.quality_model.name or "quality_model" not in item.needs]


def _without_model(profile: Profile) -> Profile:
    """Return a profile without what needs an encoder, which it names."""
    items: tuple[Check | Scorer, ...] = (*profile.checks, *profile.scorers)
    return dataclasses.replace(
        profile,
        checks=tuple(check for check in profile.checks if "encoder" not in check.needs),
        scorers=tuple(scorer for scorer in profile.scorers if "encoder" not in scorer.needs),
        dropped=tuple(item.id() for item in items if "encoder" in item.needs),
    )


def _estimates(checks: Iterable[Check], scorers: Iterable[Scorer]) -> bool:
    """Say whether any check or scorer reads the estimator."""
    items: tuple[Check | Scorer, ...] = (*checks, *scorers)
    return any("estimator" in item.needs for item in items)


def _rooted(glossaries: Iterable[str], root: Path) -> Iterable[str]:
    for name in glossaries:
        bundled = "/" not in name and "." not in name
        yield name if bundled else str(root / name)


def _model(name: str, root: Path, start: Path) -> str:
    """Return a model's name; of a folder beside a configuration elsewhere, its path."""
    return str(root / name) if name and root != start.resolve() and (root / name).is_dir() else name


def _refuse_unknown_checks(wanted: Iterable[str], settings: Settings) -> None:
    known = plugins.names("checks")
    for name in (*wanted, *settings.checks):
        if name not in known:
            where = settings.file if name in settings.checks else None
            raise refused(where, ("checks", name), plugins.unknown("checks", name))


def _enabled(name: str, settings: Settings) -> bool:
    value = settings.checks.get(name, {}).get("enabled", True)
    if not isinstance(value, bool):
        message = f"checks.{name}.enabled: {value!r} is not {CALLED[bool]}"
        raise refused(settings.file, ("checks", name, "enabled"), message)
    return value


def _check(name: str, settings: Settings) -> Check:
    kind = plugins.load("checks", name, Check)
    options = {key: value for key, value in settings.checks.get(name, {}).items() if key != "enabled"}
    return structured(options, kind, settings.file, ("checks", name))
