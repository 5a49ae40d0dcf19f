"""What every format keeps to, whoever wrote it."""

from __future__ import annotations

import gzip
from collections import Counter

import pytest

from mtreview import plugins
from mtreview.errors import FormatError
from mtreview.segment import Segment, Side
from tests.formats.reading import load, read, refused, segments
from tests.formats.samples import SAMPLES

FORMATS = plugins.names("formats")
READ_BY_LINE = {"csv", "jsonl", "moses", "tsv"}  # in which a carriage return alone, as of before 2001, ends no line
every_format = pytest.mark.parametrize("name", FORMATS)


def test_every_format_has_a_sample() -> None:
    assert set(SAMPLES) == set(FORMATS)


def test_an_extension_belongs_to_one_format() -> None:
    counts = Counter(extension for name in FORMATS for extension in load(name).extensions)
    assert {extension for extension, count in counts.items() if count > 1} == set()
    assert all(extension.startswith(".") and extension == extension.lower() for extension in counts)


@every_format
def test_the_id_is_the_file_name(name: str) -> None:
    assert load(name).id() == name
    assert {document.format for document in read(name, SAMPLES[name])} == {name}


@every_format
def test_a_sample_says_what_it_says_in_every_format(name: str) -> None:
    found = segments(name, SAMPLES[name])
    assert [segment.target for segment in found] == ["Hello.", "Yes, of course."]
    sources = ["Hola.", "Sí, claro."] if load(name).bilingual else [None, None]
    assert [segment.source for segment in found] == sources
    assert [segment.id for segment in found] == ["1", "2"]
    assert {segment.document for segment in found} == {"file"}


@every_format
def test_only_a_kind_of_content_is_recognised(name: str) -> None:
    recognised = [other for other in FORMATS if load(name).recognises(SAMPLES[other])]
    assert recognised in ([], [name])


@pytest.mark.parametrize(
    ("name", "rewritten"),
    [
        (name, rewritten)
        for name in FORMATS
        for rewritten in ("\r\n", "\r", "bom", "utf-16", "gzip")
        if rewritten != "\r" or name not in READ_BY_LINE
    ],
)
def test_line_ends_marks_and_packing_change_nothing(name: str, rewritten: str) -> None:
    sample = SAMPLES[name]
    data = {
        "bom": sample.encode("utf-8-sig"),
        "utf-16": sample.encode("utf-16"),
        "gzip": gzip.compress(sample.encode()),
    }.get(rewritten, sample.replace("\n", rewritten).encode())
    assert read(name, data) == read(name, sample)


@every_format
@pytest.mark.parametrize("content", ["", "\n", " \n\t\n", "\ufeff", "\ufeff\n"])
def test_an_empty_file_is_refused(name: str, content: str) -> None:
    with pytest.raises(FormatError, match=r"^file(?::1)?: "):
        read(name, content)


@every_format
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL|not UTF-8"),
        (b"PK\x03\x04\x14\0\x06\0", "ZIP"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PAR1\x15\x04", "Parquet is not read yet"),
        (b"\x28\xb5\x2f\xfd\x04", "Zstandard is not read yet"),
        ("Hello.\n".encode("utf-16-le"), "UTF-16 without a byte-order mark"),
    ],
)
def test_a_binary_file_is_refused(name: str, data: bytes, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        read(name, data)


@every_format
def test_latin_1_that_declares_nothing_is_refused_with_its_line(name: str) -> None:
    target = "Yes, of course."
    head, _, tail = SAMPLES[name].replace("<b>course</b>", "course").replace("*course*", "course").partition(target)
    if name == "xliff":
        head, _, tail = SAMPLES[name].partition("Hello.")
    data = head.encode() + "Sí, señor.".encode("latin-1") + tail.encode()
    refused(name, data, head.count("\n") + 1, "not UTF-8")


@every_format
def test_a_segment_over_a_million_characters_is_refused_with_its_line(name: str) -> None:
    sample = SAMPLES[name]
    line = sample[: sample.index("Hello.")].count("\n") + 1
    long = sample.replace("Hello.", "Hello " * 166_667)
    refused(name, long, line, "the limit is 1,000,000")


@every_format
def test_locations_are_inside_the_file(name: str) -> None:
    lines = SAMPLES[name].split("\n")
    for segment in segments(name, SAMPLES[name]):
        for location in (segment.location, segment.source_location):
            if location:
                assert location.path == "file"
                assert 1 <= location.line <= len(lines)
                assert 1 <= location.column <= len(lines[location.line - 1])
        assert segment.location


@every_format
def test_codes_are_inside_the_text_in_order(name: str) -> None:
    for segment in segments(name, SAMPLES[name]):
        assert_codes_in_order(segment)


def assert_codes_in_order(segment: Segment) -> None:
    for side in Side:
        offsets = [code.offset for code in segment.codes if code.side is side]
        assert offsets == sorted(offsets)
        assert all(0 <= offset <= len(segment.text(side)) for offset in offsets)


@every_format
def test_a_file_that_is_cut_off_is_refused_or_read_but_never_breaks(name: str) -> None:
    data = SAMPLES[name].encode()
    for end in range(len(data)):
        try:
            found = segments(name, data[:end])
        except FormatError as error:
            assert str(error).startswith("file")  # noqa: PT017 - either outcome is right
        else:
            assert found


@every_format
@pytest.mark.parametrize(
    "junk", ["<", "[", '"', "{", "&", "\\", "|", "<!--", "<a b='", "'", "*_", "\t", "\x1b[2J", "\u2028"]
)
def test_hostile_lines_of_100_000_characters_take_no_time(name: str, junk: str) -> None:
    line = junk * (100_000 // len(junk))
    try:
        found = segments(name, line)
    except FormatError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
        assert len(str(error)) < 250  # noqa: PT017 - it must not quote the line
    else:
        assert found
