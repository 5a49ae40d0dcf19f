"""Align words with eflomal: JSONL of source and target words in, Pharaoh links of both directions' intersection out."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import eflomal


def links(path: Path) -> list[set[str]]:
    """Return the links of a file in Pharaoh's form, one set a line."""
    return [set(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Align the pairs of `argv[1]`, and write the links to `argv[2]`."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    texts = [
        [" ".join(word.replace(" ", "_") or "_" for word in row[side]) for row in rows] for side in ("source", "target")
    ]
    with tempfile.TemporaryDirectory() as folder:
        forward, reverse = Path(folder) / "forward", Path(folder) / "reverse"
        eflomal.Aligner().align(
            texts[0], texts[1], links_filename_fwd=str(forward), links_filename_rev=str(reverse), quiet=True
        )
        both = [one & other for one, other in zip(links(forward), links(reverse), strict=True)]
    Path(sys.argv[2]).write_text("".join(" ".join(sorted(row)) + "\n" for row in both), encoding="utf-8")


if __name__ == "__main__":
    main()
