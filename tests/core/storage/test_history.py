"""History: durable, ordered, and the source of undo and redo."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import ArchiveProblem
from core.model.changes import FieldsChanged, RecordAdded, RecordRemoved, Table
from core.ports.history import GestureState
from core.storage.history import SqliteHistory


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqliteHistory]:
    opened = SqliteHistory(tmp_path / "history.db")
    yield opened
    opened.close()


def add(history: SqliteHistory, record: str, gesture: int | None = None) -> int:
    change = RecordAdded(Table.CLIPS, record, {"id": record})
    change_set = history.append(at="2026", who="ada", label=f"Add {record}", changes=(change,), gesture=gesture)
    return change_set.gesture


def test_a_new_history_is_empty(history: SqliteHistory) -> None:
    assert history.seq == 0
    assert history.undoable() is None
    assert history.redoable() is None
    assert list(history.since(0)) == []


def test_change_sets_are_numbered_and_come_back_in_order(history: SqliteHistory) -> None:
    for record in "abc":
        add(history, record)
    assert [(found.seq, found.label, found.who) for found in history.since(1)] == [
        (2, "Add b", "ada"),
        (3, "Add c", "ada"),
    ]


def test_undo_and_redo_walk_the_gestures(history: SqliteHistory) -> None:
    first, second = add(history, "a"), add(history, "b")
    undone = history.append_undo(at="2026", who="ada", gesture=second)
    assert undone.changes == (RecordRemoved(Table.CLIPS, "b", {"id": "b"}),)
    found = history.undoable()
    assert found is not None
    assert found.id == first
    history.append_undo(at="2026", who="ada", gesture=first)
    redoable = history.redoable()
    assert redoable is not None
    assert redoable.id == first
    assert history.append_redo(at="2026", who="ada", gesture=first).changes == history.changes_of(first)


def test_something_new_discards_what_could_be_redone(history: SqliteHistory) -> None:
    history.append_undo(at="2026", who="ada", gesture=add(history, "a"))
    add(history, "b")
    assert history.redoable() is None
    assert [gesture.state for gesture in history.gestures()] == [GestureState.APPLIED, GestureState.DISCARDED]


def test_parts_of_a_gesture_are_undone_together(history: SqliteHistory) -> None:
    gesture = add(history, "a")
    add(history, "b", gesture)
    assert [change.ids for change in history.append_undo(at="2026", who="", gesture=gesture).changes] == [
        ("b",),
        ("a",),
    ]
    assert history.gesture(gesture).clips == 2


def test_a_gesture_still_going_on_is_passed_over(history: SqliteHistory) -> None:
    first, running = add(history, "a"), add(history, "b")
    found = history.undoable(besides={running})
    assert found is not None
    assert found.id == first


def test_replay_turns_undo_rows_into_what_they_did(history: SqliteHistory) -> None:
    change = FieldsChanged(Table.CLIPS, ("a",), {"notes": ""}, {"notes": "x"})
    gesture = history.append(at="2026", who="", label="Note", changes=(change,), gesture=None).gesture
    history.append_undo(at="2026", who="", gesture=gesture)
    history.append_redo(at="2026", who="", gesture=gesture)
    assert [found.changes for found in history.since(0)] == [(change,), (change.inverse(),), (change,)]


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    history = SqliteHistory(tmp_path / "history.db")
    add(history, "a")
    history.mark_flushed(1)
    history.close()
    again = SqliteHistory(tmp_path / "history.db", read_only=True)
    assert (again.seq, again.flushed, again.damage()) == (1, 1, [])
    again.close()


def test_more_change_sets_than_one_page_come_back_whole(history: SqliteHistory) -> None:
    for number in range(600):
        add(history, str(number))
    assert [found.seq for found in history.since(0)] == list(range(1, 601))


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_bytes(b"not a database, but long enough to be looked at" * 99)
    with pytest.raises(ArchiveProblem, match=r"history\.db is damaged"):
        SqliteHistory(tmp_path / "history.db")


def test_a_step_that_fails_leaves_no_trace(history: SqliteHistory) -> None:
    add(history, "a")
    with pytest.raises(sqlite3.IntegrityError):
        history.append(at=None, who="", label="x", changes=(), gesture=None)  # type: ignore[arg-type]
    assert history.seq == 1
    add(history, "b")
    assert history.seq == 2


def note(history: SqliteHistory, *records: str) -> int:
    change = FieldsChanged(Table.CLIPS, records, {"notes": ""}, {"notes": "x"})
    return history.append(at="2026", who="", label="Note", changes=(change,), gesture=None).gesture


def test_a_gesture_is_left_alone_until_another_touches_one_of_its_records(history: SqliteHistory) -> None:
    gesture = note(history, "a", "b")
    note(history, "c")
    history.append_note(at="2026", who="", label="Exported")
    assert history.left_alone(gesture)
    note(history, "b", "d")
    assert not history.left_alone(gesture)


def test_what_was_undone_again_has_touched_nothing(history: SqliteHistory) -> None:
    first, second = note(history, "a"), note(history, "a", "b")
    history.append_undo(at="2026", who="", gesture=second)
    assert history.left_alone(first)
    history.append_undo(at="2026", who="", gesture=first)
    history.append_redo(at="2026", who="", gesture=first)
    assert history.left_alone(second)
    history.append_redo(at="2026", who="", gesture=second)
    assert not history.left_alone(first)


def test_another_between_two_parts_of_a_gesture_counts(history: SqliteHistory) -> None:
    gesture = note(history, "a")
    note(history, "a")
    add(history, "b", gesture)
    assert not history.left_alone(gesture)


def test_a_later_part_of_a_gesture_done_again_counts(history: SqliteHistory) -> None:
    first, second = note(history, "a"), note(history, "b")
    history.append_undo(at="2026", who="", gesture=second)
    history.append_undo(at="2026", who="", gesture=first)
    history.append_redo(at="2026", who="", gesture=first)
    add(history, "b", first)
    assert not history.left_alone(second)


def test_too_much_to_look_through_is_not_looked_through(
    history: SqliteHistory, monkeypatch: pytest.MonkeyPatch
) -> None:
    gesture = note(history, "a")
    note(history, "c")
    monkeypatch.setattr("core.storage.history.MOST_LOOKED_THROUGH", 10)
    assert not history.left_alone(gesture)
