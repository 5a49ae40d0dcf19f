"""Options that every command shares, as one value."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from mtreview.config import Profile, Settings

P = ParamSpec("P")
R = TypeVar("R")

FILE = click.Path(path_type=Path)


@dataclass(frozen=True, kw_only=True)
class Shared:
    """Hold the options that choose configuration, checks, model, glossaries and memories.

    Attributes:
        checks: ids, as given with commas.
        model: False for `--no-model`.
        encoder: in place of the configuration's.
    """

    config: Path | None
    isolated: bool
    checks: str
    model: bool
    encoder: str | None
    glossaries: tuple[Path, ...]
    memories: tuple[Path, ...] = ()

    def settings(self) -> Settings:
        """Return the configuration under the command line."""
        from mtreview import config

        return config.load_settings(self.config, isolated=self.isolated)

    def profile(self, settings: Settings, *, quality_model: bool = False) -> Profile:
        """Return the checks, scorers and context of this run.

        Args:
            settings: what the configuration says.
            quality_model: whether its quality model runs, which takes long, or sends texts away and costs money.
        """
        from dataclasses import replace

        from mtreview import config
        from mtreview.models.backends.base import NO_QUALITY_MODEL

        if not quality_model:
            settings = replace(settings, quality_model=NO_QUALITY_MODEL)
        if self.encoder:
            settings = replace(settings, encoder=config.EncoderSettings(name=self.encoder))
        return config.build_profile(
            settings,
            only=[name.strip() for name in self.checks.split(",") if name.strip()],
            glossaries=[str(path) for path in self.glossaries],
            memories=[str(path) for path in self.memories],
            model=self.model,
        )


def complete_checks(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """Return what a shell offers in place of a list of checks whose last is half typed."""
    from mtreview import plugins

    before, comma, last = typed.rpartition(",")
    return [f"{before}{comma}{name}" for name in plugins.names("checks") if name.startswith(last)]


_OPTIONS = (
    click.option("--config", type=FILE, metavar="FILE", help="The configuration, in place of the nearest one."),
    click.option("--isolated", is_flag=True, help="Ignore all configuration files and variables."),
    click.option("--checks", default="", metavar="A,B", shell_complete=complete_checks, help="Run only these checks."),
    click.option("--no-model", is_flag=True, help="Rules and glossary only: no encoder."),
    click.option("--encoder", metavar="NAME", help="`embedded` (default), a local folder or a hub name."),
    click.option("--glossary", multiple=True, type=FILE, metavar="FILE", help="A further term base. Repeatable."),
    click.option("--memory", multiple=True, type=FILE, metavar="FILE.tmx", help="A translation memory. Repeatable."),
)


def configuration_options(command: Callable[P, R]) -> Callable[..., R]:
    """Give a command that runs no check the options that choose the configuration, as its argument `settings`."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        from mtreview import config

        isolated = bool(kwargs.pop("isolated"))
        kwargs["settings"] = config.load_settings(_take(kwargs, "config", Path), isolated=isolated)
        return command(*args, **kwargs)

    for option in reversed(_OPTIONS[:2]):
        wrapped = option(wrapped)
    return wrapped


def shared_options(command: Callable[P, R]) -> Callable[..., R]:
    """Give a command the shared options, as its argument `shared`."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        kwargs["shared"] = Shared(
            config=_take(kwargs, "config", Path),
            isolated=bool(kwargs.pop("isolated")),
            checks=str(kwargs.pop("checks")),
            model=not kwargs.pop("no_model"),
            encoder=_take(kwargs, "encoder", str),
            glossaries=tuple(kwargs.pop("glossary")),  # type: ignore[arg-type]
            memories=tuple(kwargs.pop("memory")),  # type: ignore[arg-type]
        )
        return command(*args, **kwargs)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def _take(kwargs: dict[str, object], name: str, kind: type[R]) -> R | None:
    value = kwargs.pop(name)
    return value if isinstance(value, kind) else None
