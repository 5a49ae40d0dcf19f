from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mtreview.decision import Kind, Verdict
from mtreview.errors import StoreError
from mtreview.issue import Severity
from mtreview.segment import Bead
from mtreview.store import connection
from mtreview.store.base import STATES, Added, Ruling, State
from mtreview.store.sql import SqlStore
from tests.store.article import PAIRS, document

if TYPE_CHECKING:
    from pathlib import Path


ACCEPT = Ruling(kind=Kind.SEGMENT, verdict=Verdict.ACCEPTED)


def states(store: SqlStore) -> list[State]:
    return [STATES[state] for state in store.index().states]


def dismiss(store: SqlStore, row: int) -> None:
    issue = store.item(row).issues[0].issue
    ruling = Ruling(
        kind=Kind.ISSUE, verdict=Verdict.DISMISSED, fingerprint=issue.fingerprint, check=issue.check, severity="major"
    )
    store.record(row, "ana", [ruling])


def test_what_was_added_is_read_back(store: SqlStore) -> None:
    _whole, assessments = document(PAIRS)
    index = store.index()
    items = [store.item(row) for row in index.ids]
    assert [item.segment for item in items] == [one.segment for one in assessments]
    assert [tuple(judged.issue for judged in item.issues) for item in items] == [one.issues for one in assessments]
    assert items[0].scores == assessments[0].scores
    assert list(index.open) == [1, 0, 1]
    assert [row.text for row in store.page(list(index.ids)).values()] == [target for _source, target in PAIRS]
    assert store.page(list(index.ids))[index.ids[0]].worst is Severity.MAJOR
    assert store.counts().open == 2
    assert store.documents() == ("article.txt",)


def test_the_link_of_an_aligned_pair_is_kept(tmp_path: Path) -> None:
    whole, assessments = document(PAIRS)
    links = [Bead(source=range(at, at + 2), target=range(at, at + 1), score=0.5, moved=at > 1) for at in range(3)]
    linked = [
        replace(one, segment=replace(one.segment, link=link)) for one, link in zip(assessments, links, strict=True)
    ]
    store = SqlStore(str(tmp_path / "linked.sqlite"))
    store.add(whole, linked)
    assert [store.item(row).segment.link for row in store.index().ids] == links
    store.close()


def test_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / ".mtreview" / "review.sqlite"
    SqlStore(str(path)).close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_decisions_survive_reordering(store: SqlStore) -> None:
    first, second, third = store.index().ids
    dismiss(store, first)
    store.record(second, "ana", [ACCEPT])
    added = store.add(*document((("Nuevo.", "New."), PAIRS[2], PAIRS[1], PAIRS[0])))
    assert added == Added(new=1, changed=0, unchanged=3, gone=0)
    assert list(store.index().ids)[1:] == [third, second, first]
    assert states(store) == [State.UNREVIEWED, State.UNREVIEWED, State.ACCEPTED, State.ACCEPTED]
    assert list(store.index().open) == [0, 1, 0, 0]


def test_a_renamed_document_keeps_its_decisions(store: SqlStore) -> None:
    dismiss(store, store.index().ids[0])
    whole, assessments = document((("Nuevo.", "New."), *PAIRS))
    moved = replace(whole, id="news/other.txt", path="news/other.txt")
    assert store.adopt(moved, ()) is None
    assert store.adopt(moved, {"elsewhere.txt"}) is None
    assert store.adopt(replace(whole, id="article.txt"), {"article.txt"}) is None
    assert store.adopt(moved, {"article.txt"}) == "article.txt"
    assert store.add(moved, assessments) == Added(new=1, changed=0, unchanged=3, gone=0)
    assert store.paths() == {"news/other.txt": "news/other.txt"}
    assert list(store.index(["news/other.txt"]).open) == [0, 0, 0, 1]


def test_another_text_is_not_taken_for_a_renamed_one(store: SqlStore) -> None:
    whole, _assessments = document((PAIRS[0], ("Uno.", "One."), ("Dos.", "Two.")))
    assert store.adopt(replace(whole, id="other.txt"), {"article.txt"}) is None
    assert store.documents() == ("article.txt",)


def test_a_changed_text_makes_its_decisions_stale(store: SqlStore) -> None:
    first, second, _third = store.index().ids
    dismiss(store, first)
    store.record(second, "ana", [ACCEPT])
    changed = ((PAIRS[0][0], "Three minutos of the reading."), (PAIRS[1][0], "The bridge was opened."), PAIRS[2])
    assert store.add(*document(changed)) == Added(new=0, changed=2, unchanged=1, gone=0)
    assert states(store) == [State.STALE, State.STALE, State.UNREVIEWED]
    assert store.item(first).issues[0].open
    assert len(store.item(first).history) == 1


def test_a_removed_segment_comes_back_with_its_decision(store: SqlStore) -> None:
    second = store.index().ids[1]
    store.record(second, "ana", [ACCEPT])
    assert store.add(*document((PAIRS[0], PAIRS[2]))).gone == 1
    assert second not in store.index().ids
    store.add(*document(PAIRS))
    assert states(store)[1] is State.ACCEPTED


def test_a_correction_brings_its_own_issues_and_ends_the_draft(store: SqlStore) -> None:
    first = store.index().ids[0]
    store.save_draft(first, "ana", "Three minut")
    assert states(store)[0] is State.DRAFT
    assert store.item(first, "ana").draft == "Three minut"
    _whole, after = document((("Tres minutos de lectura.", "Two two minutes."),))
    edit = Ruling(kind=Kind.EDIT, verdict=Verdict.CORRECTED, target="Two two minutes.")
    store.record(first, "ana", [edit], after[0].issues)
    item = store.item(first, "ana")
    assert (item.target, item.draft, item.state) == ("Two two minutes.", None, State.CORRECTED)
    assert [judged.issue.check for judged in item.issues] == ["doubled-word"]
    store.undo("ana")
    item = store.item(first, "ana")
    assert (item.target, item.state) == ("Three minutos of reading.", State.UNREVIEWED)
    assert [judged.issue.check for judged in item.issues] == ["untranslated"]
    store.redo("ana")
    assert store.item(first, "ana").target == "Two two minutes."


def test_undo_takes_a_whole_step_back_and_redo_ends_with_a_new_decision(store: SqlStore) -> None:
    first, second, third = store.index().ids
    issue = store.item(first).issues[0].issue
    both = [Ruling(kind=Kind.ISSUE, verdict=Verdict.DISMISSED, fingerprint=issue.fingerprint), ACCEPT]
    store.record(first, "ana", both)
    store.record(second, "ana", [ACCEPT])
    assert states(store)[:2] == [State.ACCEPTED, State.ACCEPTED]
    assert [step.rows for step in (store.undo("ana"), store.undo("ana")) if step] == [(second,), (first,)]
    assert store.undo("ana") is None
    assert states(store)[0] is State.UNREVIEWED
    assert list(store.index().open) == [1, 0, 1]
    step = store.redo("ana")
    assert step is not None
    assert [event.kind for event in step.events] == [Kind.ISSUE, Kind.SEGMENT]
    assert states(store)[:2] == [State.ACCEPTED, State.UNREVIEWED]
    store.record(third, "ana", [ACCEPT])
    assert store.redo("ana") is None
    assert store.undo("ben") is None


def test_reviewers_who_differ_are_a_conflict(store: SqlStore) -> None:
    second = store.index().ids[1]
    store.record(second, "ana", [ACCEPT])
    store.record(second, "ben", [Ruling(kind=Kind.SEGMENT, verdict=Verdict.DISCUSS, note="why?")])
    assert states(store)[1] is State.CONFLICT


def test_find_ignores_case_and_takes_wildcards_literally(store: SqlStore) -> None:
    first, _second, third = store.index().ids
    assert store.find(text="MINUTOS") == {first}
    assert store.find(text="%") == frozenset()
    assert store.find(check="doubled-word") == {third}
    assert store.find(text="bridge", check="doubled-word") == frozenset()


def test_position_and_drafts_are_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "review.sqlite")
    store = SqlStore(path)
    store.add(*document(PAIRS))
    store.stop_at(3, "ana")
    store.stop_at(2, "ana")
    store.save_draft(1, "ana", "Half a sent")
    store.close()
    store = SqlStore(path)
    assert store.stopped_at("ana") == 2
    assert store.stopped_at("ben") is None
    assert [(draft.row, draft.text) for draft in store.drafts("ana")] == [(1, "Half a sent")]
    store.save_draft(1, "ana", None)
    assert store.drafts("ana") == ()
    store.close()


def test_documents_are_listed_apart(store: SqlStore) -> None:
    store.add(*document(PAIRS[:1], "other.txt"))
    assert len(store.index(["other.txt"]).ids) == 1
    assert len(store.index().ids) == 4
    assert store.counts(["article.txt"]).segments == 3


def test_a_segment_that_is_gone_is_one_line(store: SqlStore) -> None:
    with pytest.raises(StoreError, match="no segment 99 any more"):
        store.item(99)
    with pytest.raises(StoreError, match="no segment 99 any more"):
        store.record(99, "ana", [ACCEPT])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"this is a letter, not a database, and it is longer than the header of one" * 20, "is not a review store"),
        ("CREATE TABLE recipes (name TEXT)", "something else than a review store"),
        ("CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES ('9999')", "newer"),
    ],
)
def test_a_file_that_is_no_store_is_refused(tmp_path: Path, content: bytes | str, said: str) -> None:
    path = tmp_path / "x.sqlite"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        raw = sqlite3.connect(path)
        raw.executescript(content)
        raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=said) as caught:
        SqlStore(str(path))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_bytes()[:15] == before[:15]


def test_places_where_no_store_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for place, said in ((tmp_path, "is a folder"), (tmp_path / "file" / "x", "cannot open the store")):
        with pytest.raises(StoreError, match=said):
            SqlStore(str(place))
    with pytest.raises(StoreError, match="not a store's address"):
        SqlStore("carrier-pigeon://coop")


def test_a_full_disk_is_one_line_and_loses_nothing(store: SqlStore) -> None:
    with store._engine.connect() as raw:  # noqa: SLF001 - the only way to a full disk without root
        pages = raw.exec_driver_sql("PRAGMA page_count").scalar()
        raw.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    note = Ruling(kind=Kind.NOTE, note="x" * 100_000)
    with pytest.raises(StoreError, match="disk is full"):
        store.record(1, "ana", [note])
    assert list(store.events()) == []


def test_a_locked_file_is_one_line(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "WAIT_MS", 50)
    other = sqlite3.connect(store.location, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="is locked by another program"):
        SqlStore(store.location)
    other.execute("ROLLBACK")
    other.close()


def test_a_read_only_file_is_one_line(store: SqlStore) -> None:
    with store._engine.connect() as raw:  # noqa: SLF001 - tests run as root, whom no file mode stops
        raw.exec_driver_sql("PRAGMA query_only=1")
    with pytest.raises(StoreError, match="is read-only"):
        store.record(1, "ana", [ACCEPT])
