"""Opening an archive's databases for reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.storage.connecting import database_uri


def test_a_writer_opens_the_file_as_it_is(tmp_path: Path) -> None:
    assert "?" not in database_uri(tmp_path / "history.db", read_only=False)


def test_a_reader_beside_a_writer_follows_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "history.db-wal").touch()
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    assert database_uri(tmp_path / "history.db", read_only=True).endswith("?mode=ro")


def test_where_nothing_may_be_written_and_no_log_is_left_the_file_alone_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    assert database_uri(tmp_path / "history.db", read_only=True).endswith("?mode=ro&immutable=1")
