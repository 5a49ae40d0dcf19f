"""What a command reads: every input once before the first result, so that a bad file is an error before any output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.cli import console
from mtreview.cli._originals import Originals, tell_doubt
from mtreview.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mtreview.align.base import Aligner
    from mtreview.errors import FormatError
    from mtreview.segment import Document

KEPT_IN_MEMORY = 50_000  # segments; a larger input is read again when it is judged


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Hold what a command reads.

    Attributes:
        names: files, folders, globs, or `-`.
        source: the Spanish original of a rendering, or the source side of line-parallel files.
        as_is: read files of any language direction, without checks.
        output: what is written, which must be none of them.
    """

    names: tuple[str, ...]
    source: Path | None
    line_by_line: bool
    as_is: bool
    output: Path | None = None


class Reading:
    """Read the inputs anew at each iteration, or from memory where they are small.

    Attributes:
        segments: how many there are.
        references: whether any has a reference.
        sources: whether any has a source.
    """

    def __init__(
        self, inputs: Inputs, root: Path, aligner: Aligner | None, rejected: Callable[[FormatError], None] | None
    ) -> None:
        from mtreview.inputs import STDIN, read_once, resolve

        self._inputs = inputs
        self._root = root
        self._aligner = aligner
        self._rejected = rejected
        self._paths = resolve(inputs.names)
        files = (*self._paths, *([inputs.source] if inputs.source else ()))
        read_once(files)
        console.refuse_overwriting(inputs.output, files)
        folder = inputs.source if inputs.source is not None and inputs.source.is_dir() else None
        self._originals = Originals(folder, root, aligner, self._paths) if folder and aligner else None
        self._kept: list[Document] = []
        self._whole = True
        self.references = False
        self.sources = False
        count = 0
        for document in self._read():
            count += len(document.segments)
            self.references = self.references or any(item.reference is not None for item in document.segments)
            self.sources = self.sources or any(item.source is not None for item in document.segments)
            self._kept.append(document)
            if count > KEPT_IN_MEMORY and STDIN not in self._paths:
                self._whole = False
            if not self._whole:
                self._kept.clear()
        self.segments = count

    def __iter__(self) -> Iterator[Document]:
        if self._whole:
            return iter(self._kept)
        return self._read(quiet=True)

    def _read(self, *, quiet: bool = False) -> Iterator[Document]:
        from mtreview import inputs as reading
        from mtreview.formats.base import refuse

        reject = (lambda _: None) if quiet and self._rejected else self._rejected or refuse
        source = self._inputs.source
        if source is None:
            for path in self._paths:
                yield from reading.read(path, root=self._root, as_is=self._inputs.as_is, reject=reject)
        elif self._aligner is None:
            yield from reading.read_pair(self._only(source), source, root=self._root, reject=reject)
        elif self._originals is not None:
            for path in self._paths:
                rendering = reading.read_one_side(path, "en", root=self._root)
                original = self._originals.of(path, _texts(rendering))
                yield self._aligned(rendering, original, self._aligner, quiet=quiet)
        else:
            rendering = reading.read_one_side(self._only(source), "en", root=self._root)
            yield self._aligned(rendering, source, self._aligner, quiet=quiet)

    def _only(self, source: Path) -> Path:
        if len(self._paths) != 1 or source.is_dir():
            message = "--source names the one file that INPUT renders, or a folder with the original of each INPUT"
            raise ConfigError(message)
        return self._paths[0]

    def _aligned(self, rendering: Document, source: Path, aligner: Aligner, *, quiet: bool) -> Document:
        from mtreview import inputs as reading
        from mtreview.align._documents import align_documents

        original = reading.read_one_side(source, "es", root=self._root)
        document = align_documents(original, rendering, aligner)
        if not quiet:
            sides = (
                [segment.target for segment in original.segments],
                [segment.target for segment in rendering.segments],
            )
            tell_doubt(document.beads, sides, original.path, rendering.path)
        return document


def _texts(document: Document) -> list[str]:
    return [segment.target for segment in document.segments]
