from __future__ import annotations

import dataclasses
import unicodedata

from mtreview.fingerprint import issue_fingerprint, segment_hash
from mtreview.segment import Segment, Side, Span

SEGMENT = Segment(id="1", source="Murieron dieciséis.", target="Sixty died.", document="a")
SPANS = (Span(side=Side.TARGET, start=0, end=5),)


def test_it_follows_content_and_not_position() -> None:
    moved = dataclasses.replace(SEGMENT, id="99", document="b")
    assert issue_fingerprint("c", SEGMENT, SPANS) == issue_fingerprint("c", moved, SPANS)


def test_it_changes_with_what_was_judged() -> None:
    before = issue_fingerprint("c", SEGMENT, SPANS)
    others = {
        issue_fingerprint("d", SEGMENT, SPANS),
        issue_fingerprint("c", dataclasses.replace(SEGMENT, target="Sixteen died."), SPANS),
        issue_fingerprint("c", dataclasses.replace(SEGMENT, source=None), SPANS),
        issue_fingerprint("c", SEGMENT, ()),
        issue_fingerprint("c", SEGMENT, SPANS, against="Tokayev"),
    }
    assert len(others | {before}) == 6
    assert all(len(value) == 16 and int(value, 16) >= 0 for value in others)


def test_unicode_forms_are_one() -> None:
    decomposed = dataclasses.replace(SEGMENT, source=unicodedata.normalize("NFD", SEGMENT.source or ""))
    assert issue_fingerprint("c", SEGMENT, SPANS) == issue_fingerprint("c", decomposed, SPANS)
    assert segment_hash("sí", "yes") == segment_hash(unicodedata.normalize("NFD", "sí"), "yes")


def test_no_source_is_not_an_empty_source() -> None:
    assert segment_hash(None, "x") != segment_hash("", "x")


def test_a_lone_surrogate_is_no_crash() -> None:
    assert segment_hash("\ud800", "x") != segment_hash("", "x")
