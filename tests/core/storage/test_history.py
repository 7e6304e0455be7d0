"""History: durable, ordered, and the source of undo and redo."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import ArchiveProblem, InternalError
from core.model.changes import FieldsChanged, RecordAdded, RecordRemoved, Table
from core.ports.history import GestureState, History
from core.storage.history import SqliteHistory
from tests.support.fake_history import MemoryHistory


@pytest.fixture
def sqlite_history(tmp_path: Path) -> Iterator[SqliteHistory]:
    opened = SqliteHistory(tmp_path / "history.db")
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "memory"])
def history(request: pytest.FixtureRequest) -> History:
    """Every adapter of the port, and its fake."""
    real: History = request.getfixturevalue("sqlite_history") if request.param == "sqlite" else MemoryHistory()
    return real


def add(history: History, record: str, gesture: int | None = None) -> int:
    change = RecordAdded.of(Table.CLIPS, record, {"id": record})
    change_set = history.append(at="2026", who="ada", label=f"Add {record}", changes=(change,), gesture=gesture)
    return change_set.gesture


def test_a_new_history_is_empty(history: History) -> None:
    assert history.seq == 0
    assert history.undoable() is None
    assert history.redoable() is None
    assert list(history.since(0)) == []


def test_change_sets_are_numbered_and_come_back_in_order(history: History) -> None:
    for record in "abc":
        add(history, record)
    assert [(found.seq, found.label, found.who) for found in history.since(1)] == [
        (2, "Add b", "ada"),
        (3, "Add c", "ada"),
    ]


def test_undo_and_redo_walk_the_gestures(history: History) -> None:
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


def test_something_new_discards_what_could_be_redone(history: History) -> None:
    history.append_undo(at="2026", who="ada", gesture=add(history, "a"))
    add(history, "b")
    assert history.redoable() is None
    assert [gesture.state for gesture in history.gestures()] == [GestureState.APPLIED, GestureState.DISCARDED]


def test_parts_of_a_gesture_are_undone_together(history: History) -> None:
    gesture = add(history, "a")
    add(history, "b", gesture)
    assert [change.ids for change in history.append_undo(at="2026", who="", gesture=gesture).changes] == [
        ("b",),
        ("a",),
    ]
    assert history.gesture(gesture).clips == 2


def test_a_gesture_still_going_on_is_passed_over(history: History) -> None:
    first, running = add(history, "a"), add(history, "b")
    found = history.undoable(besides={running})
    assert found is not None
    assert found.id == first


def test_replay_turns_undo_rows_into_what_they_did(history: History) -> None:
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


def test_what_happened_up_to_a_moment_and_backwards(history: History) -> None:
    for number, at in enumerate(("2026-01", "2026-02", "2026-02"), 1):
        change = RecordAdded.of(Table.PEOPLE, str(number), {"id": str(number)})
        history.append(at=at, who="ada", label=str(number), changes=(change,), gesture=None)
    history.append_note(at="2026-03", who="eve", label="Exported")
    history.append_undo(at="2026-04", who="eve", gesture=3)
    assert [history.seq_at(at) for at in ("2025", "2026-01", "2026-02-01", "2027")] == [0, 1, 3, 5]
    assert [(found.seq, found.label) for found in history.back_to(2)] == [
        (5, "Undone: 3"), (4, "Exported"), (3, "3"),
    ]  # fmt: skip
    assert [history.last_of(number) for number in (3, 4, 9)] == [3, 4, 0]
    assert [found.id for found in history.gestures(limit=2, before=4)] == [3, 2]
    assert (history.gesture(1).entries, history.gesture(4).state) == (1, GestureState.NOTED)
    with pytest.raises(InternalError):
        history.gesture(9)
    history.mark_flushed(4)
    assert history.flushed == 4


def test_more_change_sets_than_one_page_come_back_whole(history: History) -> None:
    for number in range(600):
        add(history, str(number))
    assert [found.seq for found in history.since(0)] == list(range(1, 601))


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_bytes(b"not a database, but long enough to be looked at" * 99)
    with pytest.raises(ArchiveProblem, match=r"history\.db is damaged"):
        SqliteHistory(tmp_path / "history.db")


def test_a_step_that_fails_leaves_no_trace(sqlite_history: SqliteHistory) -> None:
    history = sqlite_history
    add(history, "a")
    with pytest.raises(sqlite3.IntegrityError):
        history.append(at=None, who="", label="x", changes=(), gesture=None)  # type: ignore[arg-type]
    assert history.seq == 1
    add(history, "b")
    assert history.seq == 2


def note(history: History, *records: str) -> int:
    change = FieldsChanged(Table.CLIPS, records, {"notes": ""}, {"notes": "x"})
    return history.append(at="2026", who="", label="Note", changes=(change,), gesture=None).gesture


def test_a_gesture_is_left_alone_until_another_touches_one_of_its_records(history: History) -> None:
    gesture = note(history, "a", "b")
    note(history, "c")
    history.append_note(at="2026", who="", label="Exported")
    assert history.left_alone(gesture)
    note(history, "b", "d")
    assert not history.left_alone(gesture)


def test_what_was_undone_again_has_touched_nothing(history: History) -> None:
    first, second = note(history, "a"), note(history, "a", "b")
    history.append_undo(at="2026", who="", gesture=second)
    assert history.left_alone(first)
    history.append_undo(at="2026", who="", gesture=first)
    history.append_redo(at="2026", who="", gesture=first)
    assert history.left_alone(second)
    history.append_redo(at="2026", who="", gesture=second)
    assert not history.left_alone(first)


def test_another_between_two_parts_of_a_gesture_counts(history: History) -> None:
    gesture = note(history, "a")
    note(history, "a")
    add(history, "b", gesture)
    assert not history.left_alone(gesture)


def test_a_later_part_of_a_gesture_done_again_counts(history: History) -> None:
    first, second = note(history, "a"), note(history, "b")
    history.append_undo(at="2026", who="", gesture=second)
    history.append_undo(at="2026", who="", gesture=first)
    history.append_redo(at="2026", who="", gesture=first)
    add(history, "b", first)
    assert not history.left_alone(second)


def test_too_much_to_look_through_is_not_looked_through(
    sqlite_history: SqliteHistory, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = sqlite_history
    gesture = note(history, "a")
    note(history, "c")
    monkeypatch.setattr("core.storage.history.MOST_LOOKED_THROUGH", 10)
    assert not history.left_alone(gesture)
