"""The original of a rendering, among the files of a folder, and whether a document seems to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview.cli import console
from mtreview.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from mtreview.align.base import Aligner
    from mtreview.segment import Bead

_LEANS: Final = 0.5
_SURE: Final = 0.5


class Originals:
    """Find originals by their names, else by what they say.

    Args:
        folder: where they are; files in it that hold both sides, or that cannot be read, are no candidates.
        root: documents are named by their path relative to it.
        aligner: compares what documents say.
        renderings: are none of each other's originals, should they lie in the same folder.
    """

    def __init__(self, folder: Path, root: Path | None, aligner: Aligner, renderings: Collection[Path]) -> None:
        self._folder = folder
        self._root = root
        self._aligner = aligner
        self._renderings = renderings
        self._known: dict[Path, list[str]] = {}

    def of(self, rendering: Path, sentences: Sequence[str]) -> Path:
        """Return the original of a rendering.

        Args:
            rendering: its path.
            sentences: what it says.

        Raises:
            FormatError: none of the folder's files clearly is.
        """
        from mtreview import inputs

        named, found = inputs.candidates_for(rendering, self._folder, self._renderings)
        if named and len(found) == 1:
            return found[0]
        read = [(path, said) for path in found if (said := self._sentences(path))]
        best = self._aligner.original(sentences, [said for _, said in read])
        if best is not None:
            return read[best][0]
        raise inputs.no_original(rendering, self._folder, found if named else ())

    def _sentences(self, path: Path) -> list[str]:
        if path not in self._known:
            self._known[path] = self._read(path)
        return self._known[path]

    def _read(self, path: Path) -> list[str]:
        from mtreview import inputs

        try:
            if inputs.is_bilingual(path):
                return []
            document = inputs.read_one_side(path, "es", root=self._root)
        except FormatError as error:
            console.note(f"not taken for an original: {error}")
            return []
        return [segment.target for segment in document.segments]


def tell_doubt(
    beads: Iterable[Bead], sides: tuple[Sequence[str], Sequence[str]], original: str, rendering: str
) -> None:
    """Say so where the sides seem exchanged, and where on neither at least half of the sentences clearly correspond.

    Args:
        beads: what links the sentences.
        sides: the sentences of the original and of the rendering; blank ones do not count.
        original: its name.
        rendering: likewise.
    """
    from mtreview.text.leaning import leaning

    if leaning(sides[0]) < -_LEANS and leaning(sides[1]) > _LEANS:
        console.note(f"{original} reads as English and {rendering} as Spanish; are they exchanged?")
    sure = [bead for bead in beads if bead.source and bead.target and bead.score >= _SURE]
    linked = {at for bead in sure for at in bead.source}, {at for bead in sure for at in bead.target}
    said = [{at for at, sentence in enumerate(side) if sentence.strip()} for side in sides]
    if all(2 * len(ours & own) < len(own) for ours, own in zip(linked, said, strict=True)):
        some = f"only {len(linked[1])} of {len(said[1])} sentences clearly correspond to {original}"
        console.note(f"{rendering}: {some}; is it the original?")
