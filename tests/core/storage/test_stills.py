"""Stills under the hash of what they hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.storage.stills import Stills


def test_the_same_still_is_stored_once(tmp_path: Path) -> None:
    stills = Stills(tmp_path)
    assert stills.put(b"jpeg") == stills.put(b"jpeg")
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert path.read_bytes() == b"jpeg"


def test_a_still_that_a_power_cut_emptied_is_stored_again(tmp_path: Path) -> None:
    stills = Stills(tmp_path)
    still = stills.put(b"jpeg")
    stills.path(still).write_bytes(b"")
    assert not stills.has(still)
    stills.put(b"jpeg")
    assert stills.path(still).read_bytes() == b"jpeg"


def test_each_still_is_synced_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stills, synced, fsync = Stills(tmp_path), [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(descriptor) or fsync(descriptor))
    stills.put(b"one")
    stills.put(b"two")
    stills.sync()
    files_and_folders = len(synced)
    stills.sync()
    assert files_and_folders == len(synced) >= 3
