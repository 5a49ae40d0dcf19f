"""From the arguments of a command to documents and a run over them."""

from __future__ import annotations

import dataclasses
import functools
import gc
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from mtreview.cli import console
from mtreview.cli._options import FILE
from mtreview.cli._reading import Inputs, Reading
from mtreview.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from mtreview.align.base import Aligner
    from mtreview.assessment import Assessment
    from mtreview.cli._options import Shared
    from mtreview.config import Profile, Settings
    from mtreview.errors import FormatError
    from mtreview.report.base import Run

P = ParamSpec("P")
R = TypeVar("R")

_log = logging.getLogger("mtreview")


_OPTIONS = (
    click.argument("names", nargs=-1, required=True, metavar="INPUT..."),
    click.option(
        "--source",
        type=FILE,
        metavar="FILE",
        help="The Spanish original of an English rendering, or a folder that holds that of each INPUT.",
    ),
    click.option("--line-by-line", is_flag=True, help="INPUT and --source correspond line by line (Moses)."),
    click.option(
        "--direction",
        type=click.Choice(["es-en", "as-is"]),
        default="es-en",
        help="`as-is` reads files that declare other languages, without checks.",
    ),
)


decisions_option = click.option(
    "--decisions", type=FILE, metavar="FILE", help="Leave out the issues that reviewers dismissed, as the file says."
)


def input_options(command: Callable[P, R]) -> Callable[..., R]:
    """Give a command INPUT and what goes with it, as its argument `inputs`."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        source = kwargs.pop("source")
        kwargs["inputs"] = Inputs(
            names=tuple(kwargs.pop("names")),  # type: ignore[arg-type]
            source=source,  # type: ignore[arg-type]
            line_by_line=bool(kwargs.pop("line_by_line")),
            as_is=kwargs.pop("direction") == "as-is",
            output=kwargs.get("output"),  # type: ignore[arg-type]
        )
        return command(*args, **kwargs)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


@dataclass(frozen=True, kw_only=True)
class Session:
    """Hold one command's settings, profile and documents.

    Attributes:
        aligner: what linked the two sides, where anything was aligned.
    """

    settings: Settings
    profile: Profile
    documents: Reading
    aligner: Aligner | None

    def run(self, assessments: Iterable[Assessment]) -> Run:
        """Return the assessments with the signature and notes of this session."""
        from mtreview.report.base import Run
        from mtreview.signature import signature

        notes = [f"left out without a model: {', '.join(self.profile.dropped)}"] if self.profile.dropped else []
        if not self.profile.checks:
            notes.append("nothing was checked: no check runs here")
        if self.profile.dismissed:
            notes.append(f"issues that reviewers dismissed were left out; they dismissed {len(self.profile.dismissed)}")
        if self.profile.checks and not self.documents.sources:
            silent = sum("source" in check.needs for check in self.profile.checks)
            told = f", and {silent} checks that compare were silent" if silent else ""
            notes.append(f"no source: the English was judged by itself{told}")
        aligner = self.aligner.id() if self.aligner else ""
        return Run(
            assessments=assessments,
            signature=signature(self.profile, aligner=aligner, references=self.documents.references),
            notes=tuple(notes),
            scorers=tuple(
                item.id() for item in self.profile.scorers if self.documents.references or "reference" not in item.needs
            ),
        )

    def assess(self, min_confidence: float = 0.0) -> Iterator[Assessment]:
        """Yield the assessments, without issues less sure than `min_confidence`, showing progress.

        Raises:
            ConfigError: the inputs hold no segment.
        """
        from mtreview.pipeline import assess

        count = 0
        try:
            for count, item in enumerate(assess(self.documents, self.profile), 1):
                if count == 1:
                    gc.freeze()  # word lists and glossaries stay: looking at them again costs a sixth of the time
                if count % 256 == 0:
                    console.progress(count, self.documents.segments, "segments")
                sure = tuple(issue for issue in item.issues if issue.confidence >= min_confidence)
                yield item if len(sure) == len(item.issues) else dataclasses.replace(item, issues=sure)
        finally:
            console.progress_end()
            self._tell_cost()
        if not count:
            message = "nothing to judge: the input holds no segment"
            raise ConfigError(message)

    def _tell_cost(self) -> None:
        """Log what the quality model took, also where the run was cut short."""
        settings = self.profile.context.quality_model
        if settings is None:
            return
        from mtreview.models import backends

        if cost := backends.load(settings).cost:
            _log.info("%s", cost)


def open_session(
    inputs: Inputs,
    shared: Shared,
    *,
    rejected: Callable[[FormatError], None] | None = None,
    quality_model: bool = False,
    decisions: Path | None = None,
) -> Session:
    """Return the session of a command.

    Args:
        inputs: what it reads.
        shared: what it judges with.
        rejected: called with each bad record; None to raise the first one.
        quality_model: whether the configuration's quality model runs.
        decisions: a file of decisions, whose dismissed issues are left out.

    Raises:
        MtreviewError: an input, setting or model does not fit.
    """
    settings = shared.settings()
    profile = _with_its_models(shared.profile(settings, quality_model=quality_model), shared.checks)
    if decisions is not None:
        from mtreview.store import exchange

        profile = dataclasses.replace(profile, dismissed=exchange.dismissed(exchange.read(decisions)))
    if inputs.as_is:
        profile = dataclasses.replace(profile, checks=())
    aligner = chosen_aligner(profile) if inputs.source and not inputs.line_by_line else None
    return Session(
        settings=settings,
        profile=profile,
        documents=Reading(inputs, settings.root, aligner, rejected),
        aligner=aligner,
    )


def _with_its_models(profile: Profile, wanted: str) -> Profile:
    """Return the profile without checks of a quality model, where the run has none.

    Raises:
        ConfigError: one of them was asked for by name.
    """
    if profile.context.quality_model is not None:
        return profile
    without = [check.id() for check in profile.checks if "quality_model" in check.needs]
    if missing := next((name for name in wanted.split(",") if name.strip() in without), None):
        message = f"{missing.strip()} needs the model of [quality_model], which `mtreview score` alone runs"
        raise ConfigError(message)
    return dataclasses.replace(profile, checks=tuple(item for item in profile.checks if item.id() not in without))


def chosen_aligner(profile: Profile) -> Aligner:
    """Return the aligner of a profile: by embedding, or by length where the run has no model."""
    from mtreview import plugins
    from mtreview.align.base import Aligner

    name = profile.context.encoder
    if name is None:
        return plugins.load("align", "length", Aligner)()
    return plugins.load("align", "embedding", Aligner)(encoder=name)  # type: ignore[call-arg]
