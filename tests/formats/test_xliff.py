from __future__ import annotations

import pytest

from mtreview.segment import Side
from tests.formats.reading import read, refused, segments
from tests.formats.test_all import assert_codes_in_order

HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:s="http://sdl.com/FileTypes/SdlXliff/1.0">\n'


def first(units: str, source: str = "es-MX", target: str = "en-US") -> str:
    file = f'<file source-language="{source}" target-language="{target}" original="a" datatype="x">'
    return f"{HEAD}{file}<body>\n{units}\n</body></file></xliff>"


def second(units: str, source: str = "es", target: str = "en") -> str:
    root = f'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="{source}" trgLang="{target}">'
    return f'{root}\n<file id="f">\n{units}\n</file></xliff>'


UNITS = {
    "plain": (
        '<trans-unit id="u"><source>Hola</source><target>Hello</target></trans-unit>',
        [("u", "Hola", "Hello")],
    ),
    "no target": ('<trans-unit id="u"><source>Hola</source></trans-unit>', [("u", "Hola", "")]),
    "alternatives and notes": (
        (
            '<trans-unit id="u"><source>Hola</source><target>Hello</target><note>n</note>'
            "<alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>"
        ),
        [("u", "Hola", "Hello")],
    ),
    "inside groups": (
        '<group><group><trans-unit id="u"><source>a</source><target>b</target></trans-unit></group></group>',
        [("u", "a", "b")],
    ),
    "codes": (
        (
            '<trans-unit id="u"><source>a<g id="1">b<x id="2"/></g><bpt id="3">&lt;b></bpt>c<ept id="3">&lt;/b></ept>'
            "</source><target>d</target></trans-unit>"
        ),
        [("u", "abc", "d")],
    ),
    "segments": (
        (
            '<trans-unit id="u"><source>A. B.</source>'
            '<seg-source><mrk mtype="seg" mid="1">A.</mrk> <g id="1"><mrk mtype="seg" mid="2">B.</mrk></g></seg-source>'
            '<target><g id="1"><mrk mtype="seg" mid="2">D.</mrk></g><mrk mtype="seg" mid="1">C.</mrk></target>'
            "</trans-unit>"
        ),
        [("u/1", "A.", "C."), ("u/2", "B.", "D.")],
    ),
    "segments without target": (
        (
            '<trans-unit id="u"><source>A. B.</source>'
            '<seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source></trans-unit>'
        ),
        [("u/1", "A.", ""), ("u/2", "B.", "")],
    ),
    "segments of the source alone": (
        (
            '<trans-unit id="u"><source>A. B.</source>'
            '<seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>'
            "<target>C. D.</target></trans-unit>"
        ),
        [("u", "A. B.", "C. D.")],
    ),
    "other marks": (
        (
            '<trans-unit id="u"><source>a <mrk mtype="term">b</mrk></source>'
            '<target>c <mrk mtype="x-sdl-deleted">gone</mrk>d</target></trans-unit>'
        ),
        [("u", "a b", "c d")],
    ),
    "not to translate": (
        (
            '<trans-unit id="u" translate="no"><source>a</source></trans-unit>'
            '<group translate="no"><trans-unit id="v"><source>a</source></trans-unit>'
            '<trans-unit id="w" translate="yes"><source>a</source></trans-unit></group>'
        ),
        [("w", "a", "")],
    ),
    "no text at all": (
        (
            '<trans-unit id="t"><source>a</source><target>b</target></trans-unit>'
            '<trans-unit id="u"><source> <x id="1"/></source><target><x id="1"/></target></trans-unit>'
        ),
        [("t", "a", "b")],
    ),
    "references to characters": (
        '<trans-unit id="u"><source>&#191;Qu&#233;&amp;?</source><target><![CDATA[<What>]]></target></trans-unit>',
        [("u", "¿Qué&?", "<What>")],
    ),
}


@pytest.mark.parametrize(("units", "expected"), UNITS.values(), ids=UNITS)
def test_units_of_version_1(units: str, expected: list[tuple[str, str, str]]) -> None:
    found = segments("xliff", first(units))
    assert [(segment.id, segment.source, segment.target) for segment in found] == expected
    for segment in found:
        assert_codes_in_order(segment)


def test_codes_are_kept_as_they_were_written() -> None:
    unit = (
        '<trans-unit id="u"><source>uno <g id="7" x="a>b">dos</g></source>'
        '<target>é<bx id="1"/>one <ph id="2">&lt;br/></ph><g id="7"></g><g/></target></trans-unit>'
    )
    (segment,) = segments("xliff", first(unit))
    assert [(code.side, code.offset, code.id, code.kind, code.raw) for code in segment.codes] == [
        (Side.SOURCE, 4, "7", "open", '<g id="7" x="a>b">'),
        (Side.SOURCE, 7, "7", "close", "</g>"),
        (Side.TARGET, 1, "1", "open", '<bx id="1"/>'),
        (Side.TARGET, 5, "2", "standalone", '<ph id="2">&lt;br/></ph>'),
        (Side.TARGET, 5, "7", "open", '<g id="7">'),
        (Side.TARGET, 5, "7", "close", "</g>"),
        (Side.TARGET, 5, "5", "standalone", "<g/>"),
    ]


@pytest.mark.parametrize(
    ("unit", "state", "locked"),
    [
        (
            '<trans-unit id="u"><source>a</source><target state="translated">b</target></trans-unit>',
            "translated",
            False,
        ),
        ('<trans-unit id="u" approved="yes"><source>a</source><target>b</target></trans-unit>', "approved", False),
        ('<trans-unit id="u" translate="no"><source>a</source><target>b</target></trans-unit>', "", True),
        (
            (
                '<trans-unit id="u"><source>a</source><seg-source><mrk mtype="seg" mid="3">a</mrk></seg-source>'
                '<target><mrk mtype="seg" mid="3">b</mrk></target>'
                '<s:seg-defs><s:seg id="3" conf="Draft" locked="true"/></s:seg-defs></trans-unit>'
            ),
            "Draft",
            True,
        ),
        (
            (
                '<trans-unit id="u" xmlns:m="MQXliff" m:status="Confirmed" m:locked="locked">'
                "<source>a</source><target>b</target></trans-unit>"
            ),
            "Confirmed",
            True,
        ),
    ],
)
def test_states_and_locks(unit: str, state: str, locked: bool) -> None:  # noqa: FBT001 - a column of the table
    (segment,) = segments("xliff", first(unit))
    assert (segment.state, segment.locked) == (state, locked)


def test_places_are_those_of_the_texts() -> None:
    unit = '<trans-unit id="u">\n <source>Sí</source>\n  <target>Yes</target>\n</trans-unit>'
    (segment,) = segments("xliff", first(unit))
    assert segment.source_location
    assert segment.location
    assert (segment.source_location.line, segment.source_location.column) == (4, 2)
    assert (segment.location.line, segment.location.column) == (5, 3)


def test_each_file_element_is_a_document() -> None:
    file = '<file original="{}" source-language="es" target-language="en"><body>{}</body></file>'
    unit = '<trans-unit id="u"><source>a</source><target>b</target></trans-unit>'
    content = HEAD + "".join(file.format(name, unit) for name in ("a.htm", "b.htm", "a.htm")) + "</xliff>"
    assert [document.id for document in read("xliff", content)] == ["file#a.htm", "file#b.htm", "file#a.htm#3"]


def test_units_of_version_2() -> None:
    units = """<group id="g"><unit id="u"><segment id="1" state="final">
<source>Hola <pc id="1">amigo</pc><ph id="2"/></source>
<target>Hello <pc id="1">friend</pc><ph id="2"/></target></segment>
<ignorable><source> </source></ignorable>
<segment id="2"><source>Adiós <sc id="3"/>ya<ec startRef="3"/></source></segment></unit></group>
<unit id="v" translate="no"><segment><source>x</source></segment></unit>
<unit id="w"><segment><source>y</source><target>z</target></segment></unit>"""
    found = segments("xliff", second(units))
    assert [(segment.id, segment.source, segment.target, segment.state) for segment in found] == [
        ("u/1", "Hola amigo", "Hello friend", "final"),
        ("u/2", "Adiós ya", "", ""),
        ("w", "y", "z", ""),
    ]
    kinds = [(code.offset, code.kind) for code in found[0].codes + found[1].codes if code.side is Side.SOURCE]
    assert kinds == [(5, "open"), (10, "close"), (10, "standalone"), (6, "open"), (8, "close")]


@pytest.mark.parametrize("make", [first, second])
def test_another_direction_is_refused_with_both_languages_unless_read_as_it_is(make: object) -> None:
    assert callable(make)
    units = (
        UNITS["plain"][0]
        if make is first
        else '<unit id="u"><segment><source>a</source><target>b</target></segment></unit>'
    )
    content = make(units, "en-US", "es")
    refused("xliff", content, 2 if make is first else 1, 'from "en-US" into "es"; Spanish to English')
    assert len(segments("xliff", content, as_is=True)) == 1


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        pytest.param(first("<trans-unit>"), 4, "not well-formed XML: mismatched tag", id="broken"),
        pytest.param(f'<!DOCTYPE x [<!ENTITY a "b">]>{first("")}', 1, 'declares the entity "a"', id="an entity"),
        pytest.param(f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{first("&a;")}', 1, "entity", id="a file"),
        pytest.param(first("<group>" * 300 + "</group>" * 300), 3, "inside each other", id="deep"),
        pytest.param("<xliff version='3.0'/>", 1, "XLIFF 3.0 is not read", id="version"),
        pytest.param("<tmx version='1.4'/>", 1, "<tmx> is not read", id="another format"),
        pytest.param(first(""), None, "nothing to review", id="no unit"),
    ],
)
def test_bad_files_name_the_line(content: str, line: int | None, says: str) -> None:
    refused("xliff", content, line, says)


def test_the_declared_encoding_counts() -> None:
    content = '<?xml version="1.0" encoding="ISO-8859-1"?>\n' + first(UNITS["plain"][0].replace("Hola", "Sí"))
    (segment,) = segments("xliff", content.encode("latin-1"))
    assert segment.source == "Sí"
    refused("xliff", content.replace("ISO-8859-1", "klingon"), 1, 'no encoding "klingon"')
    refused("xliff", content.replace("ISO-8859-1", "us-ascii"), 4, "declared as ascii, but is not")
