from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.errors import FormatError
from mtreview.glossary import Status, read

if TYPE_CHECKING:
    from pathlib import Path

TWO = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><descrip type="subjectField">Law</descrip><note>since 2020</note>
<langSet xml:lang="en-US">
<tig><term>ruling</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>sentence</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<ntig><termGrp><term>judgment</term></termGrp></ntig>
</langSet>
<langSet xml:lang="es-ES"><tig><term>sentencia</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="fr"><tig><term>arrêt</term></tig></langSet>
</termEntry>
<termEntry><langSet xml:lang="es"><tig><term>solo español</term></tig></langSet></termEntry>
</body></text></martif>"""

THREE = """<tbx type="TBX-Min" style="dct" xml:lang="es" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="1"><min:subjectField>Law</min:subjectField>
<langSec xml:lang="spa"><termSec><term>fallo</term></termSec><termSec><term>sentencia</term></termSec></langSec>
<langSec xml:lang="eng"><termSec><term>ruling</term><min:administrativeStatus>preferred</min:administrativeStatus>
</termSec><termSec><term>decision</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def written(folder: Path, text: str) -> Path:
    path = folder / "terms.tbx"
    path.write_text(text, "utf-8")
    return path


def test_version_2(tmp_path: Path) -> None:
    terms = read(written(tmp_path, TWO))
    assert [(term.source, term.target, term.status) for term in terms] == [
        ("sentencia", "ruling", Status.PREFERRED),
        ("sentencia", "sentence", Status.FORBIDDEN),
        ("sentencia", "judgment", Status.ADMITTED),
    ]
    assert {(term.domain, term.pos, term.note, term.line) for term in terms} == {("law", "noun", "since 2020", 3)}


def test_version_3(tmp_path: Path) -> None:
    terms = read(written(tmp_path, THREE))
    assert [(term.source, term.target, term.status) for term in terms] == [
        ("fallo", "ruling", Status.PREFERRED),
        ("fallo", "decision", Status.ADMITTED),
        ("sentencia", "ruling", Status.PREFERRED),
        ("sentencia", "decision", Status.ADMITTED),
    ]
    assert {term.domain for term in terms} == {"law"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<xliff/>", "not TBX"),
        ("<tbx>", "not well-formed"),
        ('<tbx><text><body><conceptEntry><langSec xml:lang="es"/></conceptEntry></body></text></tbx>', "no entry"),
        ('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', "entit"),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(written(tmp_path, text))
    assert told in str(caught.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no such glossary"):
        read(tmp_path / "none.tbx")
