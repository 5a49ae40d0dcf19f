"""What a quality model says of the segments of a document, asked for together and only where somebody wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.lazy import lazy
from mtreview.models import backends

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mtreview.models.backends.base import Judged, QualityModelSettings


class Opinions:
    """Ask a quality model.

    Args:
        settings: which; None for a run without one, in which nothing is said.
        pairs: source and target of each segment.
    """

    def __init__(self, settings: QualityModelSettings | None, pairs: Sequence[tuple[str, str]]) -> None:
        self._settings = settings
        self._pairs = pairs

    @lazy
    def judged(self) -> Mapping[int, Judged]:
        """Quality and errors of the segments that have both sides, by index."""
        both = {at: pair for at, pair in enumerate(self._pairs) if all(side.strip() for side in pair)}
        if self._settings is None or not both:
            return {}
        return dict(zip(both, backends.load(self._settings).judge(list(both.values())), strict=True))

    @lazy
    def proposals(self) -> Mapping[int, str]:
        """Translations of the sources that have none yet, or their own words in its place, by index."""
        bare = {at: source for at, (source, target) in enumerate(self._pairs) if _bare(source, target)}
        if self._settings is None or not bare:
            return {}
        written = backends.load(self._settings).suggest(list(bare.values()))
        return {at: text for at, text in zip(bare, written, strict=True) if text}


def _bare(source: str, target: str) -> bool:
    """Say whether a source has no translation: an empty target, or its own words."""
    return bool(source.strip()) and (not target.strip() or target.split() == source.split())
