"""Ways to read a file that a test writes out."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from mtreview import decoding, plugins
from mtreview.errors import FormatError
from mtreview.formats.base import Format, Origin

if TYPE_CHECKING:
    from mtreview.segment import Document, Segment

PATH = "file"


def load(name: str) -> type[Format]:
    return plugins.load("formats", name, Format)


def read(name: str, content: str | bytes, *, as_is: bool = False) -> list[Document]:
    data = content.encode() if isinstance(content, str) else content
    stream = decoding.unzipped(BytesIO(data), PATH)
    return list(load(name)(as_is=as_is).read(stream, Origin(path=PATH, name=PATH)))


def segments(name: str, content: str | bytes, *, as_is: bool = False) -> list[Segment]:
    return [segment for document in read(name, content, as_is=as_is) for segment in document.segments]


def targets(name: str, content: str | bytes) -> list[str]:
    return [segment.target for segment in segments(name, content)]


def places(name: str, content: str | bytes) -> list[tuple[str, int, int]]:
    return [
        (segment.target, segment.location.line, segment.location.column)
        for segment in segments(name, content)
        if segment.location
    ]


def refused(name: str, content: str | bytes, line: int | None, says: str) -> None:
    where = PATH if line is None else f"{PATH}:{line}"
    with pytest.raises(FormatError, match=f"^{where}: .*{re.escape(says)}") as caught:
        read(name, content)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250
