from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import pytest

from mtreview.assessment import Basis
from mtreview.checks.base import Check, CorpusCheck, DocumentCheck, Hit, SegmentCheck, replace_target, target_span
from mtreview.checks.low_similarity import LowSimilarity
from mtreview.checks.wrong_term import WrongTerm
from mtreview.config import Profile, build_profile, load_settings
from mtreview.issue import Category, Severity
from mtreview.pipeline import assess, find_issues, recheck
from mtreview.segment import Document, Segment, Side
from mtreview.view import Context, DocumentView
from tests.checks.table import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class Loud(SegmentCheck):
    severity: Severity = Severity.MINOR
    category: ClassVar[Category] = Category.STYLE
    fix: str = "calm"

    @classmethod
    def id(cls) -> str:
        return "loud"

    def find(self, view: SegmentView) -> Iterator[Hit]:
        for word in view.target_words:
            if word.text.isupper():
                fix = replace_target(word.start, word.end, self.fix)
                yield Hit(message="It shouts.", spans=(target_span(word.start, word.end),), suggestion=fix)


@dataclass(frozen=True, kw_only=True)
class Capital(SegmentCheck):
    severity: Severity = Severity.MINOR
    category: ClassVar[Category] = Category.SPELLING
    yields_to: ClassVar[frozenset[str]] = frozenset({"loud"})

    @classmethod
    def id(cls) -> str:
        return "capital"

    def find(self, view: SegmentView) -> Iterator[Hit]:
        for word in view.target_words:
            if word.text[0].isupper():
                yield Hit(message="It has a capital.", spans=(target_span(word.start, word.end),))


@dataclass(frozen=True, kw_only=True)
class Repeated(DocumentCheck):
    severity: Severity = Severity.MAJOR
    category: ClassVar[Category] = Category.DUPLICATION

    @classmethod
    def id(cls) -> str:
        return "repeated"

    def find(self, view: DocumentView) -> Iterator[Hit]:
        seen: set[str] = set()
        for segment in view.segments:
            if segment.target in seen:
                yield Hit(message="It stands twice.", segment=segment.index)
            seen.add(segment.target)


@dataclass(frozen=True, kw_only=True)
class Rare(CorpusCheck):
    severity: Severity = Severity.MINOR
    category: ClassVar[Category] = Category.INCONSISTENCY

    @classmethod
    def id(cls) -> str:
        return "rare"

    def summary(self, view: DocumentView) -> Counter[str]:
        return Counter(segment.target for segment in view.segments)

    def find(self, view: DocumentView, corpus: Counter[str]) -> Iterator[Hit]:
        for segment in view.segments:
            if corpus[segment.target] == 1:
                yield Hit(message="It stands once.", segment=segment.index)


def document(*targets: str, source: str | None = None, pieces: bool = False) -> Document:
    segments = tuple(Segment(id=str(n), target=target, source=source) for n, target in enumerate(targets, 1))
    return Document(id="d", path="d.txt", format="text", segments=segments, pieces=pieces)


def profile(*checks: Check) -> Profile:
    return Profile(checks=checks, scorers=(), context=Context())


def found(text: str, *checks: Check) -> list[tuple[str, str | None]]:
    (item,) = assess([document(text)], profile(*checks))
    return [(issue.check, issue.suggestion.text if issue.suggestion else None) for issue in item.issues]


def test_a_better_explanation_of_the_same_words_replaces_the_other() -> None:
    assert found("an Odd LOUD word", Capital(), Loud()) == [("capital", None), ("loud", "calm")]


@pytest.mark.parametrize(
    ("fix", "offered"),
    [("calm", "calm"), ("STILL", None), ("Capital", None)],
)
def test_a_suggestion_is_offered_only_if_it_mends_and_raises_nothing_new(fix: str, offered: str | None) -> None:
    assert found("a LOUD word", Capital(), Loud(fix=fix)) == [("loud", offered)]


def test_fixing_one_of_two_equal_issues_leaves_the_other() -> None:
    assert found("a LOUD LOUD word", Loud()) == [("loud", "calm"), ("loud", "calm")]


def test_a_long_document_is_not_read_anew_for_every_suggestion(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[DocumentView] = []
    own = Repeated.find

    def find(self: Repeated, view: DocumentView) -> Iterator[Hit]:
        read.append(view)
        return own(self, view)

    monkeypatch.setattr(Repeated, "find", find)
    monkeypatch.setattr("mtreview.pipeline._REREAD", 45)
    items = assess([document(*(f"a LOUD word {'x' * number}" for number in range(20)))], profile(Loud(), Repeated()))
    assert [issue.suggestion is not None for item in items for issue in item.issues] == [True] * 20
    assert len(read) == 3  # once to find, and for the two suggestions of the first 45 segments read anew


@pytest.mark.parametrize(("together", "listed"), [(128, 1_000_000), (4, 1_000_000), (128, 50)])
def test_suggestions_are_tried_the_same_however_many_together(
    monkeypatch: pytest.MonkeyPatch, together: int, listed: int
) -> None:
    monkeypatch.setattr("mtreview.trying._TOGETHER", together)
    monkeypatch.setattr("mtreview.trying._LISTED", listed)
    texts = ("a LOUD word", "LOUD and LOUD", "a word", "Loud", "ODD word")
    items = list(assess([document(*texts * 3)], profile(Capital(), Loud(fix="Calm"), Repeated())))
    told = [[issue.suggestion is not None for issue in item.issues] for item in items]
    assert told[:5] == [[False], [False, False], [], [False], [False]]
    calm = list(assess([document(*texts * 3)], profile(Loud(fix="calm"))))
    assert [[issue.suggestion is not None for issue in item.issues] for item in calm] == [
        [True], [True, True], [], [], [True]
    ] * 3  # fmt: skip


def test_document_checks_see_the_document_and_not_a_window_over_a_list() -> None:
    whole = [item.issues for item in assess([document("a", "b", "a")], profile(Repeated()))]
    assert [len(issues) for issues in whole] == [0, 0, 1]
    pieces = [item.issues for item in assess([document("a", "b", "a", pieces=True)], profile(Repeated()))]
    assert not any(pieces)


def test_corpus_checks_judge_against_all_documents() -> None:
    documents = [document("a", "b"), document("a", "c", pieces=True)]
    counts = [len(item.issues) for item in assess(documents, profile(Rare()))]
    assert counts == [0, 1, 0, 1]


def test_recheck_judges_the_new_text_in_its_document() -> None:
    view = DocumentView(document("a", "LOUD"), Context())
    assert [issue.check for issue in find_issues(view, [Loud(), Repeated()])[1]] == ["loud"]
    edited = dataclasses.replace(view.segments[1].segment, target="a")
    assert [issue.check for issue in recheck(view, 1, edited, [Loud(), Repeated()])] == ["repeated"]


@pytest.mark.parametrize(("source", "basis"), [("Sí.", Basis.RULES), (None, Basis.ISSUES), ("", Basis.ISSUES)])
def test_the_basis_says_what_the_score_rests_on(source: str | None, basis: Basis) -> None:
    (item,) = assess([document("Yes.", source=source)], profile(Loud()))
    assert (item.basis, item.score) == (basis, 100.0)


def test_more_and_worse_issues_score_lower() -> None:
    scores = [
        next(iter(assess([document(text)], profile(Loud(severity=severity))))).score
        for text, severity in (
            ("calm", Severity.MINOR),
            ("LOUD", Severity.MINOR),
            ("LOUD NOISE", Severity.MINOR),
            ("LOUD", Severity.MAJOR),
            ("LOUD", Severity.CRITICAL),
        )
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_windows_over_a_list_do_not_change_the_assessments() -> None:
    targets = [f"word {n} LOUD" if n % 7 == 0 else f"word {n}" for n in range(60)]
    rules = build_profile(load_settings(isolated=True), only=["doubled-word", "spacing"], model=False)
    whole = document(*targets, pieces=True)
    cut = [dataclasses.replace(whole, segments=whole.segments[start : start + 17]) for start in range(0, 60, 17)]
    assert list(assess([whole], rules)) == list(assess(cut, rules))


def test_a_term_that_is_not_rendered_says_what_stands_in_its_place_where_the_encoder_has_run() -> None:
    source = "El Banco Central Europeo subió los tipos de interés."
    target = "The European reserve bank raised interest rates."
    checks = [WrongTerm(), LowSimilarity()]
    for encoder in ("embedded", None):
        context = Context(glossaries=bundled(), encoder=encoder)
        document = Document(
            id="a", path="a.tsv", format="tsv", segments=(Segment(id="1", source=source, target=target),)
        )
        [issues] = find_issues(DocumentView(document, context), checks[: 2 if encoder else 1])
        [issue] = [issue for issue in issues if issue.check == "wrong-term"]
        used = [target[span.start : span.end] for span in issue.on(Side.TARGET)]
        if encoder:
            assert any("bank" in text for text in used), used
            assert f'; it has "{used[0]}"' in issue.message
        else:
            assert used == []
        assert [source[span.start : span.end] for span in issue.on(Side.SOURCE)] == ["Banco Central Europeo"]
