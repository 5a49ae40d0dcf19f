from __future__ import annotations

import unicodedata

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.reading import refused, segments
from tests.strategies import texts

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'

MESSAGES = """#. a note
#: page.html:3
msgctxt "menu"
msgid "Abrir"
msgstr "Open"

#, fuzzy, python-format
#| msgid "Cerrar"
msgid ""
"Cerrar "
"%s\\n"
msgstr ""
"Close "
"%s\\n"

msgid "%d hora"
msgid_plural "%d horas"
msgstr[0] "%d hour"
msgstr[1] "%d hours"

msgid "Sin traducir"
msgstr ""

#~ msgid "viejo"
#~ msgstr "old"
"""


def test_messages_of_all_kinds() -> None:
    found = segments("po", HEADER.format("en") + MESSAGES)
    assert [(item.id, item.source, item.target, item.state, item.location.line) for item in found if item.location] == [
        ("1", "Abrir", "Open", "", 10),
        ("2", "Cerrar %s\n", "Close %s\n", "fuzzy", 17),
        ("3[0]", "%d hora", "%d hour", "", 23),
        ("3[1]", "%d horas", "%d hours", "", 24),
        ("4", "Sin traducir", "", "", 27),
    ]
    assert found[0].extra == (("msgctxt", "menu"),)


def test_escapes() -> None:
    (segment,) = segments(
        "po",
        r"""msgid "\"a\"\t\\n\n"
msgstr "\x41\102\q"
""",
    )
    assert (segment.source, segment.target) == ('"a"\t\\n\n', "ABq")


def test_the_declared_encoding_counts() -> None:
    content = HEADER.replace("UTF-8", "ISO-8859-1").format("en") + 'msgid "Sí"\nmsgstr "Yes"\n'
    (segment,) = segments("po", content.encode("latin-1"))
    assert segment.source == "Sí"


def test_a_file_into_another_language_is_refused_unless_read_as_it_is() -> None:
    content = HEADER.format("es_MX") + MESSAGES
    refused("po", content, 1, 'from "?" into "es_MX"')
    assert len(segments("po", content, as_is=True)) == 5


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        pytest.param('msgid "a"\nmsgstr "b\n', 2, "closed string", id="a string not closed"),
        pytest.param('msgid "a"\nmsgstr "b" c\n', 2, "closed string", id="text after it"),
        pytest.param('msgid "a"\nhello\n', 2, "neither a comment", id="no field"),
        pytest.param('"a"\n', 1, "neither a comment", id="a string alone"),
        pytest.param('msgid "a"\n\n# b\nmsgid "c"\nmsgstr "d"\n', 1, "without msgstr", id="no msgstr"),
        pytest.param('msgstr "a"\n', 1, "without msgid", id="no msgid"),
        pytest.param('msgid "a"\nmsgid "b"\n', 2, "a second msgid", id="a field twice"),
    ],
)
def test_bad_files_name_the_line(content: str, line: int, says: str) -> None:
    refused("po", content, line, says)


@settings(max_examples=50)
@given(st.lists(st.tuples(texts(), texts()), min_size=1, max_size=4))
def test_what_another_library_wrote_is_read(pairs: list[tuple[str, str]]) -> None:
    kept = [("x" + "".join(filter(_is_plain, source)), "".join(filter(_is_plain, target))) for source, target in pairs]
    file = polib.POFile(wrapwidth=40)
    for source, target in kept:
        file.append(polib.POEntry(msgid=source, msgstr=target))
    assert [(segment.source, segment.target) for segment in segments("po", str(file))] == kept


def _is_plain(letter: str) -> bool:
    """Say whether polib writes a character as every reader reads it: it takes more for line ends than gettext does."""
    return letter in "\n\t" or not (letter.isspace() or unicodedata.category(letter) == "Cc") or letter == " "
