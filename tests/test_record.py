from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mtreview.assessment import Assessment, Basis
from mtreview.issue import Category, Issue, Severity, Suggestion
from mtreview.record import dumps, to_record
from mtreview.score import Score
from mtreview.segment import Bead, Location, Segment, Side, Span

SPAN = Span(side=Side.TARGET, start=2, end=16)
ISSUE = Issue(
    check="untranslated",
    segment="12",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=0.974,
    message="Spanish.",
    spans=(SPAN,),
    suggestion=Suggestion(span=SPAN, text="min read"),
    fingerprint="0123456789abcdef",
)
SEGMENT = Segment(
    id="12",
    source="3 min de lectura",
    target="3 min de lectura",
    document="article.txt",
    location=Location(path="article.txt", line=12),
)


def test_an_aligned_pair_says_which_sentences_it_links_and_how_surely() -> None:
    link = Bead(source=range(3, 4), target=range(5, 7), score=0.123456, moved=True)
    item = Assessment(segment=replace(SEGMENT, link=link), issues=(), score=1.0, basis=Basis.RULES, scores=())
    assert to_record(item, "")["link"] == {"source": [3], "target": [5, 6], "score": 0.1235, "moved": True}
    alone = replace(item, segment=replace(SEGMENT, link=Bead(source=range(3, 3), target=range(2, 3))))
    assert to_record(alone, "")["link"] == {"source": [], "target": [2], "score": 0.0}


def test_the_record_of_the_contract() -> None:
    scores = (Score(scorer="similarity", value=0.98123), Score(scorer="mqm", value=0.04))
    item = Assessment(segment=SEGMENT, issues=(ISSUE,), score=7.449, basis=Basis.RULES, scores=scores)
    assert to_record(item, "sig") == {
        "document": "article.txt",
        "segment": "12",
        "source": "3 min de lectura",
        "target": "3 min de lectura",
        "location": {"path": "article.txt", "line": 12, "column": 1},
        "score": 7.4,
        "basis": "rules",
        "scores": {"quality_estimate": None, "similarity": 0.9812, "mqm": 0.0},
        "issues": [
            {
                "check": "untranslated",
                "category": "accuracy/untranslated",
                "severity": "major",
                "confidence": 0.97,
                "message": "Spanish.",
                "spans": [{"side": "target", "start": 2, "end": 16, "text": "min de lectura"}],
                "suggestion": {"side": "target", "start": 2, "end": 16, "text": "min read"},
                "fingerprint": "0123456789abcdef",
            }
        ],
        "signature": "sig",
    }


def test_what_is_not_there_is_null_or_left_out() -> None:
    item = Assessment(segment=Segment(id="1", target="x"), issues=(), score=100, basis=Basis.ISSUES)
    record = to_record(item, "")
    assert (record["source"], record["location"], record["scores"]["similarity"]) == (None, None, None)
    assert not {"reference", "system", "date", "state", "locked", "extra"} & set(record)


def test_what_the_input_said_besides_is_kept() -> None:
    segment = Segment(id="1", target="x", reference="y", system="s", state="final", locked=True, extra=(("k", "v"),))
    record = to_record(Assessment(segment=segment, issues=(), score=100, basis=Basis.ISSUES), "")
    assert [record[key] for key in ("reference", "system", "state", "locked")] == ["y", "s", "final", True]
    assert record["extra"] == {"k": "v"}


@given(st.text())
def test_a_line_of_json_is_one_line_that_encodes_and_reads_back(text: str) -> None:
    line = dumps({"target": text})
    assert json.loads(line.encode("utf-8")) == {"target": text}
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 or char in "\u2028\u2029\u202e" for char in line)
