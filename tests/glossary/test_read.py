from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.errors import ConfigError, FormatError
from mtreview.glossary import Status, load, read
from mtreview.glossary.read import concepts
from mtreview.issue import Severity

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "source,target,status\n"


def _write(folder: Path, content: str | bytes, name: str = "terms.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("source,target,status\nONU,UN,preferred\n", "a.csv"),
        ("source\ttarget\tstatus\nONU\tUN\tpreferred\n", "a.tsv"),
        ("source;target;status\nONU;UN;preferred\n", "a.csv"),
        ("source\ttarget\tstatus\nONU\tUN\tpreferred\n", "a.csv"),
        ("\ufeffsource,target,status\r\nONU,UN,preferred\r\n", "a.csv"),
        (" Source , TARGET ,Status,colour\nONU, UN ,Preferred,blue\n\n,,\n", "a.csv"),
        ("status,target,source\npreferred,UN,ONU", "a.csv"),
    ],
)
def test_reads_any_table_with_a_header(tmp_path: Path, content: str, name: str) -> None:
    [term] = read(_write(tmp_path, content, name))
    assert (term.source, term.target, term.status) == ("ONU", "UN", Status.PREFERRED)


def test_reads_optional_columns_and_lines(tmp_path: Path) -> None:
    head = "source,target,status,domain,case,pos,skip_if,note,severity\n"
    rows = '\n"banco, el",bank,preferred,Finance,sensitive,noun,banco de arena,"a ""note""",critical\n'
    [term] = read(_write(tmp_path, head + rows))
    assert term.source == "banco, el"
    assert (term.domain, term.case, term.pos, term.skip_if) == ("finance", "sensitive", "noun", "banco de arena")
    assert (term.note, term.severity, term.line) == ('a "note"', Severity.CRITICAL, 3)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("", None, "an empty glossary"),
        ("\n \n", None, "an empty glossary"),
        ("source,target\nONU,UN\n", 1, "no column status"),
        ("ONU,UN,preferred\n", 1, "no column source, target, status"),
        (HEADER + "ONU,UN,preferred\nOTAN,NATO,prefered\n", 3, 'status "prefered" is unknown'),
        (HEADER + "ONU,UN\n", 2, 'status "" is unknown'),
        (HEADER + ",UN,preferred\n", 2, "an empty source term"),
        (HEADER + "ONU,,preferred\n", 2, "an empty target term"),
        (HEADER + ",,forbidden\n", 2, "an empty target term"),
        (HEADER + " ,,do-not-translate\n", 2, "an empty source term"),
        (HEADER + "ONU,UN,preferred\n\nonu,UN,preferred\n", 4, "a duplicate of line 2"),
        (HEADER + "ONU,UNO,forbidden\nONU,UNO,admitted\n", 3, "admitted, but forbidden in line 2"),
        (HEADER + "e\u0301xito,hit,preferred\néxito,hit,preferred\n", 3, "a duplicate of line 2"),
        (HEADER + "ONU,UN,preferred,more\n", 2, "4 fields under 3 columns"),
        (HEADER + 'ONU,"UN,preferred\n', 2, "not readable as a table"),
        ("source,target,status,pos\nONU,UN,preferred,nuon\n", 2, 'pos "nuon" is unknown'),
        ("source,target,status,case\nONU,UN,preferred,upper\n", 2, 'case "upper" is unknown'),
        ("source,target,status,severity\nONU,UN,preferred,high\n", 2, 'severity "high" is unknown'),
        ((HEADER + "OTAN,NATO,preferred\nniño,boy,preferred\n").encode("latin-1"), 3, "not UTF-8"),
        (HEADER.encode("utf-16"), 1, "not UTF-8"),
        pytest.param(HEADER + "x" * 20_000 + ",UN,preferred\n", 2, "a field of 20,000 characters", id="long"),
    ],
)
def test_refuses_with_file_line_and_reason(tmp_path: Path, content: str | bytes, line: int | None, reason: str) -> None:
    path = _write(tmp_path, content)
    with pytest.raises(FormatError) as caught:
        read(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert reason in caught.value.reason
    assert "\n" not in str(caught.value)


def test_refuses_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no such glossary"):
        load((str(tmp_path / "none.csv"),))
    with pytest.raises(FormatError, match="cannot be read"):
        read(tmp_path)
    with pytest.raises(ConfigError, match='no bundled glossary "nams"'):
        load(("nams",))


def test_rows_of_one_source_add_up_to_a_concept(tmp_path: Path) -> None:
    rows = "ONU,UN,preferred\nONU,United Nations,admitted\nonu,UNO,forbidden\n"
    rows += "Le Monde,,do-not-translate\n,utilise,forbidden\n"
    one, two, three = concepts(read(_write(tmp_path, HEADER + rows)))
    assert (one.preferred, one.admitted, one.forbidden) == (("UN",), ("United Nations",), ("UNO",))
    assert one.accepted == ("UN", "United Nations")
    assert two.do_not_translate
    assert (three.source, three.forbidden) == ("", ("utilise",))


def test_an_earlier_file_replaces_what_later_ones_say(tmp_path: Path) -> None:
    first = _write(tmp_path, HEADER + "ONU,UNO,preferred\n", "first.csv")
    second = _write(tmp_path, HEADER + "ONU,UN,preferred\nOTAN,NATO,preferred\n", "second.csv")
    glossary = load((str(first), str(second)))
    found = {hit.term: hit.concept.preferred for hit in glossary.find_source("La ONU y la OTAN")}
    assert found == {"ONU": ("UNO",), "OTAN": ("NATO",)}
    assert load((str(first), str(second))) is glossary


def test_terms_of_other_domains_are_left_out(tmp_path: Path) -> None:
    rows = (
        "banco,bank,preferred,Money\nbanco,bench,preferred,parks\ncalle,street,preferred,\nSiria,Syria,preferred,names"
    )
    path = str(_write(tmp_path, f"source,target,status,domain\n{rows}\n"))
    said = {
        domains: [concept.preferred for concept in load((path, "names"), frozenset(domains)).concepts if concept.source]
        for domains in ((), ("money",), ("money", "parks"))
    }
    assert [preferred for preferred in said["money",] if preferred in {("bank",), ("bench",)}] == [("bank",)]
    assert {("street",), ("Syria",)} < set(said["money",])
    assert said["money", "parks"] == said[()]
    assert len(said["money",]) == len(said[()]) - 1  # the bundled ones count whatever their domain is


def test_a_domain_that_no_term_has_is_an_error(tmp_path: Path) -> None:
    path = str(_write(tmp_path, "source,target,status,domain\nbanco,bank,preferred,money\n"))
    with pytest.raises(ConfigError, match=r'no term of the glossaries has the domain "monye"; their domains: money'):
        load((path, "institutions"), frozenset({"monye"}))
