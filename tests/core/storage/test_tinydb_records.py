"""Record files under TinyDB: O(touched), whole or not there, readable without us."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import JSONStorage, TinyDB, where
from tinydb.table import Document as TinyDocument

from core.errors import ArchiveProblem, SystemProblem
from core.files import read_all
from core.model.changes import FieldsChanged, MembersChanged, Table
from core.model.codec import Written
from core.ports.records import Records
from core.storage import tinydb_records
from core.storage.tinydb_records import RecordDatabase, TinyRecords
from tests.support.fakes import MemoryRecords


@pytest.fixture(params=["tinydb", "memory"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Records:
    """Every adapter of the port, and its fake."""
    return TinyRecords(tmp_path / "records") if request.param == "tinydb" else MemoryRecords()


def test_what_is_put_is_seen_at_once_and_after_a_flush(records: Records) -> None:
    records.put({(Table.CLIPS, "a1"): {"id": "a1"}, (Table.PEOPLE, "p1"): {"id": "p1"}})
    assert records.get(Table.CLIPS, "a1") == {"id": "a1"}
    assert records.unflushed == 2
    records.flush()
    assert records.unflushed == 0
    assert records.get(Table.CLIPS, "a1") == {"id": "a1"}
    assert list(records.ids(Table.PEOPLE)) == ["p1"]
    assert records.get(Table.PEOPLE, "a1") is None


def test_a_removed_record_is_gone_before_and_after_a_flush(records: Records) -> None:
    records.put({(Table.CLIPS, "a1"): {"id": "a1"}, (Table.CLIPS, "b2"): {"id": "b2"}})
    records.flush()
    records.put({(Table.CLIPS, "a1"): None})
    assert (records.get(Table.CLIPS, "a1"), list(records.ids(Table.CLIPS))) == (None, ["b2"])
    records.flush()
    assert (records.get(Table.CLIPS, "a1"), list(records.ids(Table.CLIPS))) == (None, ["b2"])


def tagged(record: str, *tags: str) -> MembersChanged:
    return MembersChanged(Table.CLIPS, (record,), "tags", added=tuple({"id": tag} for tag in tags))


def test_a_document_that_is_written_already_is_a_record_like_any_other(records: Records) -> None:
    written = {"a1": Written(b'{"id":"a1","revision":1}'), "b2": Written(b'{"id":"b2"}')}
    records.put({(Table.CLIPS, record): document for record, document in written.items()})
    records.amend(2, [tagged("a1", "x")])
    for _ in range(2):
        assert records.get(Table.CLIPS, "a1") == {"id": "a1", "tags": [{"id": "x"}], "revision": 2}
        assert records.get(Table.CLIPS, "b2") == {"id": "b2"}
        records.flush()


def test_an_amendment_is_seen_at_once_and_carried_out_once(records: Records) -> None:
    records.put({(Table.CLIPS, "a1"): {"id": "a1", "revision": 1}})
    records.flush()
    records.amend(2, [tagged("a1", "x")])
    records.amend(3, [FieldsChanged(Table.CLIPS, ("a1",), {}, {"notes": "n"}), tagged("a1", "w")])
    expected = {"id": "a1", "notes": "n", "tags": [{"id": "w"}, {"id": "x"}], "revision": 3}
    assert (records.get(Table.CLIPS, "a1"), records.unflushed) == (expected, 1)
    records.flush()
    assert (records.get(Table.CLIPS, "a1"), records.unflushed) == (expected, 0)
    records.amend(2, [tagged("a1", "x")])
    assert records.get(Table.CLIPS, "a1") == expected


def test_a_whole_record_takes_the_place_of_what_was_to_be_amended(records: Records) -> None:
    records.put({(Table.CLIPS, "a1"): {"id": "a1"}, (Table.CLIPS, "b2"): {"id": "b2"}})
    records.amend(2, [tagged("a1", "x"), tagged("b2", "x")])
    records.put({(Table.CLIPS, "a1"): {"id": "a1", "notes": "new", "revision": 3}, (Table.CLIPS, "b2"): None})
    records.amend(4, [tagged("a1", "y"), tagged("b2", "y")])
    for _ in range(2):
        assert records.get(Table.CLIPS, "a1") == {"id": "a1", "notes": "new", "tags": [{"id": "y"}], "revision": 4}
        assert (records.get(Table.CLIPS, "b2"), list(records.ids(Table.CLIPS))) == (None, ["a1"])
        records.flush()


def test_an_amendment_that_does_not_fit_is_told_and_leaves_the_record(
    records: Records, caplog: pytest.LogCaptureFixture
) -> None:
    records.put({(Table.CLIPS, "a1"): {"id": "a1", "tags": [{"id": "x"}]}})
    records.flush()
    records.amend(2, [tagged("a1", "x")])
    with pytest.raises(ArchiveProblem, match="does not fit"):
        records.get(Table.CLIPS, "a1")
    records.flush()
    assert records.get(Table.CLIPS, "a1") == {"id": "a1", "tags": [{"id": "x"}]}
    caplog.clear()


def test_amending_many_opens_no_file_before_the_flush(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = TinyRecords(tmp_path)
    ids = tuple(f"{number:04x}" for number in range(300))
    records.put({(Table.CLIPS, record): {"id": record} for record in ids})
    records.flush()
    opened: list[str] = []
    monkeypatch.setattr(tinydb_records, "read_all", lambda name: opened.append(Path(name).name) or read_all(name))
    records.amend(2, [MembersChanged(Table.CLIPS, ids, "tags", added=({"id": "x"},))])
    assert (opened, records.unflushed) == ([], 300)
    assert records.get(Table.CLIPS, "00ff") == {"id": "00ff", "tags": [{"id": "x"}], "revision": 2}
    records.flush()
    assert len(opened) == 301


def test_a_damaged_file_does_not_hold_up_the_others_and_stays(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    records = TinyRecords(tmp_path)
    records.put({(Table.CLIPS, "aa"): {"id": "aa"}, (Table.CLIPS, "bb"): {"id": "bb"}})
    records.flush()
    (tmp_path / "clips" / "aa" / "aa.json").write_bytes(b"{")
    records.amend(2, [tagged("aa", "x"), tagged("bb", "x")])
    records.flush()
    assert records.get(Table.CLIPS, "bb") == {"id": "bb", "tags": [{"id": "x"}], "revision": 2}
    assert (tmp_path / "clips" / "aa" / "aa.json").read_bytes() == b"{"
    assert "stays behind its history" in caplog.text
    caplog.clear()


def test_what_is_amended_while_files_are_written_waits_for_the_next_flush(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = TinyRecords(tmp_path)
    records.put({(Table.CLIPS, "aa"): {"id": "aa"}})
    replace = os.replace

    def interrupted(path: str, target: str) -> None:
        records.amend(7, [tagged("aa", "x")])
        replace(path, target)

    monkeypatch.setattr(os, "replace", interrupted)
    records.flush()
    monkeypatch.undo()
    assert (records.unflushed, TinyRecords(tmp_path).get(Table.CLIPS, "aa")) == (1, {"id": "aa"})
    records.flush()
    amended = {"id": "aa", "tags": [{"id": "x"}], "revision": 7}
    assert (records.unflushed, TinyRecords(tmp_path).get(Table.CLIPS, "aa")) == (0, amended)


def test_each_file_is_what_tinydb_itself_would_write(tmp_path: Path) -> None:
    records = TinyRecords(tmp_path)
    records.put({(Table.CLIPS, "0123"): {"id": "0123", "name": "Łódź.mov"}})
    records.flush()
    with TinyDB(tmp_path / "clips" / "23" / "0123.json", storage=JSONStorage, encoding="utf-8") as stock:
        stock.table_class.document_id_class = str
        try:
            assert stock.table("clips").search(where("name") == "Łódź.mov") == [{"id": "0123", "name": "Łódź.mov"}]
        finally:
            stock.table_class.document_id_class = int


def test_tinydb_queries_and_updates_work_over_record_files(tmp_path: Path) -> None:
    with RecordDatabase(tmp_path) as database:
        clips = database.table("clips")
        clips.insert_multiple([TinyDocument({"name": "a", "rating": 1}, "aa"), TinyDocument({"name": "b"}, "bb")])
        clips.update({"rating": 5}, where("name") == "a")
        assert clips.get(doc_id="aa") == {"name": "a", "rating": 5}
        clips.remove(doc_ids=["bb"])
        assert len(clips) == 1
    with RecordDatabase(tmp_path) as database:
        assert database.tables() == {"clips"}
        assert database.table("clips").all() == [{"name": "a", "rating": 5}]
        database.drop_tables()
        assert database.tables() == set()


def test_an_updater_that_fails_has_changed_nothing(tmp_path: Path) -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["name"] = "spoilt"
        raise RuntimeError("half way")

    with RecordDatabase(tmp_path) as database:
        clips = database.table("clips")
        clips.insert(TinyDocument({"name": "a"}, "aa"))
        with pytest.raises(RuntimeError):
            clips.update(spoil)
        assert clips.all() == [{"name": "a"}]


def test_one_edit_among_many_records_opens_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = TinyRecords(tmp_path)
    records.put({(Table.CLIPS, f"{number:04x}"): {"id": number} for number in range(300)})
    records.flush()
    opened: list[str] = []
    monkeypatch.setattr(tinydb_records, "read_all", lambda name: opened.append(Path(name).name) or read_all(name))
    assert records.get(Table.CLIPS, "00ff") == {"id": 255}
    assert opened == ["00ff.json"]


def test_a_full_disk_loses_nothing_and_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = TinyRecords(tmp_path)
    records.put({(Table.CLIPS, "aa"): {"id": "old"}})
    records.flush()
    records.put({(Table.CLIPS, "aa"): {"id": "new"}, (Table.CLIPS, "bb"): {"id": "more"}})
    write, budget = os.write, [20]

    def short(descriptor: int, data: Any) -> int:
        if budget[0] <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = write(descriptor, bytes(data)[: budget[0]])
        budget[0] -= written
        return written

    monkeypatch.setattr(os, "write", short)
    with pytest.raises(SystemProblem, match="disk is full"):
        records.flush()
    monkeypatch.undo()
    assert records.unflushed == 2
    assert TinyRecords(tmp_path).get(Table.CLIPS, "aa") == {"id": "old"}
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["aa.json"]
    records.flush()
    assert TinyRecords(tmp_path).get(Table.CLIPS, "aa") == {"id": "new"}


def test_a_damaged_record_is_named_with_what_to_do(tmp_path: Path) -> None:
    records = TinyRecords(tmp_path)
    records.put({(Table.CLIPS, "aa"): {"id": "aa"}})
    records.flush()
    (tmp_path / "clips" / "aa" / "aa.json").write_bytes(b'{"clips": {"a')
    with pytest.raises(ArchiveProblem, match=r"aa\.json is damaged\. Run “check --repair”"):
        records.get(Table.CLIPS, "aa")


def test_what_is_put_while_files_are_written_waits_for_the_next_flush(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = TinyRecords(tmp_path)
    records.put({(Table.CLIPS, "aa"): {"rating": 1}})
    replace = os.replace

    def interrupted(path: str, target: str) -> None:
        records.put({(Table.CLIPS, "aa"): {"rating": 2}})
        replace(path, target)

    monkeypatch.setattr(os, "replace", interrupted)
    records.flush()
    monkeypatch.undo()
    assert (records.unflushed, records.get(Table.CLIPS, "aa")) == (1, {"rating": 2})
