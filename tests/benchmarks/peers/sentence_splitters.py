"""Split texts into sentences: JSONL of language and text in, JSONL of one splitter's pieces a text out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def pysbd(text: str, lang: str) -> Sequence[str]:
    """Return pysbd's sentences, after the golden rules of the pragmatic segmenter."""
    from pysbd import Segmenter  # noqa: PLC0415 - each splitter alone

    return list(Segmenter(language=lang, clean=False).segment(text))


def syntok(text: str, lang: str) -> Sequence[str]:  # noqa: ARG001 - it knows both languages at once
    """Return syntok's sentences."""
    from syntok.segmenter import process  # noqa: PLC0415 - each splitter alone

    return ["".join(f"{token.spacing}{token.value}" for token in one) for block in process(text) for one in block]


def blingfire(text: str, lang: str) -> Sequence[str]:  # noqa: ARG001 - likewise
    """Return Bling Fire's sentences."""
    from blingfire import text_to_sentences  # noqa: PLC0415 - each splitter alone

    return list(text_to_sentences(text).split("\n"))


def moses(text: str, lang: str) -> Sequence[str]:
    """Return the sentences of Moses's splitter, as the package sentence-splitter has it."""
    from sentence_splitter import SentenceSplitter  # noqa: PLC0415 - each splitter alone

    return list(SentenceSplitter(language=lang).split(text))


SPLITTERS: dict[str, Callable[[str, str], Sequence[str]]] = {
    "pysbd": pysbd,
    "syntok": syntok,
    "blingfire": blingfire,
    "moses": moses,
}


def main() -> None:
    """Split the texts of `argv[2]` with the splitter that `argv[1]` names, and write the pieces to `argv[3]`."""
    split = SPLITTERS[sys.argv[1]]
    rows = [json.loads(line) for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
    lines = (json.dumps(split(row["text"], row["lang"])) for row in rows)
    Path(sys.argv[3]).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
