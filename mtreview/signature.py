"""One line that reproduces a run."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from mtreview import __version__
from mtreview.glossary import locate
from mtreview.models import backends
from mtreview.style import NO_STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtreview.config import Profile


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:8]


def signature(profile: Profile, *, aligner: str = "", references: bool = False) -> str:
    """Return what the figures of a run depend on: version, model, checks with options, glossaries, precision.

    Args:
        profile: what the run judges with.
        aligner: the aligner, where the run aligned anything.
        references: whether any segment has one, so that reference metrics count.
    """
    checks = _digest(repr(check).encode() for check in profile.checks)
    paths = [locate(name) for name in profile.context.glossaries]
    glossaries = _digest(path.read_bytes() for path in paths)
    language = f"{profile.context.source}>{profile.context.target}"
    parts = [
        f"mtreview:{__version__}",
        _model(profile.context.encoder, estimator=profile.context.estimator),
        f"checks:{len(profile.checks)}.{checks}",
    ]
    parts += [f"glossaries:{len(paths)}.{glossaries}", f"language:{language}"]
    if profile.context.domains:
        parts.append(f"domains:{','.join(sorted(profile.context.domains))}")
    if profile.context.memories:
        memories = _digest(Path(path).read_bytes() for path in profile.context.memories)
        parts.append(f"memories:{len(profile.context.memories)}.{memories}")
    if profile.context.style != NO_STYLE:
        parts.append(f"style:{_digest([repr(profile.context.style).encode()])}")
    if profile.dismissed:
        parts.append(
            f"dismissed:{len(profile.dismissed)}.{_digest(name.encode() for name in sorted(profile.dismissed))}"
        )
    if profile.context.quality_model:
        parts.append(backends.load(profile.context.quality_model).signature)
    if aligner:
        parts.append(f"align:{aligner}")
    if references:
        parts += [scorer.signature() for scorer in profile.scorers if "reference" in scorer.needs]
    return "|".join(parts)


def _model(name: str | None, *, estimator: bool) -> str:
    if name is None:
        return "model:none"
    from mtreview.models.encoder import load_encoder  # noqa: PLC0415 - torch, only where it is asked for

    found = f"model:{load_encoder(name).signature}"
    if not estimator:
        return found
    from mtreview.models.estimator import load_estimator  # noqa: PLC0415 - as above

    return f"{found}|{load_estimator().signature}"
