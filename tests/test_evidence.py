from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.checks.base import Hit, source_span
from mtreview.checks.wrong_term import WrongTerm
from mtreview.config import build_profile, load_settings
from mtreview.evidence import attested
from mtreview.finding import Finding
from mtreview.fingerprint import issue_fingerprint
from mtreview.issue import Category
from mtreview.pipeline import find_issues, recheck
from mtreview.segment import Document, Segment, Side
from mtreview.view import Context, DocumentView

if TYPE_CHECKING:
    from pathlib import Path

TERMS = """source,target,status
puente,viaduct,preferred
ecologista,green,preferred
elecciones anticipadas,snap election,preferred
dimisión,resignation,preferred
"""


def view_of(folder: Path, source: str, target: str, encoder: str | None) -> DocumentView:
    (folder / "terms.csv").write_text(TERMS, "utf-8")
    segment = Segment(id="1", source=source, target=target)
    document = Document(id="a", path="a.tsv", format="tsv", segments=(segment,))
    return DocumentView(document, Context(glossaries=(str(folder / "terms.csv"),), encoder=encoder))


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("El puente nuevo costará dos millones.", "The new bridge will cost two million.", "The new viaduct will"),
        ("Los ecologistas temen al río.", "Environmentalists fear the river.", "Greens fear the river."),
        ("Pidió elecciones anticipadas en España.", "He called for early elections in Spain.", "for snap elections in"),
        ("El alcalde presentó su dimisión.", "The mayor resigned.", None),
        ("El puente se hundió.", "It sank.", None),
    ],
)
def test_a_term_replaces_what_stands_for_it_and_for_nothing_else(
    tmp_path: Path, source: str, target: str, mended: str | None
) -> None:
    view = view_of(tmp_path, source, target, "embedded")
    [[issue]] = find_issues(view, [WrongTerm()])
    if mended is None:
        assert issue.suggestion is None
    else:
        assert issue.suggestion is not None
        assert mended in issue.suggestion.apply(target)
    assert [issue] == list(recheck(view, 0, view.segments[0].segment, (WrongTerm(),)))


def test_without_an_encoder_a_term_has_neither_evidence_nor_a_guess(tmp_path: Path) -> None:
    source, target = "El puente nuevo costará dos millones.", "The new bridge will cost two million."
    [[plain]] = find_issues(view_of(tmp_path, source, target, None), [WrongTerm()])
    [[linked]] = find_issues(view_of(tmp_path, source, target, "embedded"), [WrongTerm()])
    assert (plain.suggestion, list(plain.on(Side.TARGET))) == (None, [])
    assert plain.fingerprint == linked.fingerprint
    assert linked.message == f'{plain.message}; it has "bridge"'


def test_an_issue_of_length_shows_what_is_missing_or_too_much() -> None:
    short = "La alcaldesa inauguró ayer el puente.", "The mayor opened the bridge yesterday."
    long = (
        "La alcaldesa inauguró ayer el puente y prometió una biblioteca nueva para el barrio pesquero.",
        "The mayor opened the bridge yesterday and promised a new library for the fishing district.",
    )
    profile = build_profile(load_settings(isolated=True), only=["length", "omission", "addition"])
    for source, target, side, word in (
        (long[0], short[1], Side.SOURCE, "biblioteca"),
        (short[0], long[1], Side.TARGET, "library"),
    ):
        segment = Segment(id="1", source=source, target=target)
        document = Document(id="a", path="a.tsv", format="tsv", segments=(segment,))
        [[issue]] = find_issues(DocumentView(document, profile.context), profile.checks)
        assert issue.check == "length"
        assert "it has" not in issue.message
        assert any(word in segment.text(side)[span.start : span.end] for span in issue.on(side))
        assert issue.fingerprint == issue_fingerprint("length", segment, (), "")


def test_a_segment_of_hostile_length_has_evidence_for_its_first_findings_alone(tmp_path: Path) -> None:
    source = "Murieron 16 personas en el puente." + " Nada." * 150
    target = "Sixteen people died on the bridge." + " Nothing." * 150
    view = view_of(tmp_path, source, target, "embedded")
    hit = Hit(message="", spans=(source_span(0, 8),), category=Category.MISTRANSLATION)
    term = Hit(message="", spans=(source_span(27, 33),), against="viaduct")
    found = [Finding(WrongTerm(), item) for item in (term, *[hit] * 1000)]
    linked = list(attested(found, view.segments[0]))
    assert 1 < sum(bool(item.evidence) for item in linked) < 300
    assert [item.hit.spans for item in linked] == [item.hit.spans for item in found]
