"""The window while the disk says no, and an archive that is open elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from core.app import Archive, create_archive
from core.catalog import flusher
from core.catalog.edits import AddClips, Describe
from gui.main_window import watch
from gui.program import Program
from tests.gui.main_window.conftest import shown
from tests.support.model import a_clip


def test_a_folder_that_is_away_is_told_until_it_is_back(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(flusher, "AGAIN_S", 0.2)
    monkeypatch.setattr(watch, "LOOK_MS", 50)
    folder, away = tmp_path / "a.slatebook", tmp_path / "away"
    clip = a_clip("roof.mov")
    program.create(folder)
    window = shown(qtbot, program)
    archive = window.archive
    qtbot.waitUntil(lambda: window.inspector.shown is not None and window.bridge.names.are_ranked)
    archive.catalog.apply(AddClips((clip,)))
    folder.rename(away)
    qtbot.waitUntil(lambda: "The folder is gone" in window.status.text)
    failures: list[object] = []
    window.bridge.failed.connect(failures.append)
    window.bridge.edit(Describe(clips=(clip.id,), notes="while away"))
    qtbot.waitUntil(lambda: len(failures) == 1)
    away.rename(folder)
    qtbot.waitUntil(lambda: window.status.text.endswith("saved"))
    window.bridge.edit(Describe(clips=(clip.id,), notes="back"))
    qtbot.waitUntil(lambda: archive.clip(clip.id).notes == "back")
    window.bridge.settle()
    assert archive.check() == []
    caplog.clear()


def test_an_archive_open_elsewhere_is_read_and_opened_for_writing_once_it_is_free(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "Busy.slatebook"
    elsewhere = create_archive(folder)
    program.open(folder, read_only=True)
    reading = shown(qtbot, program)
    assert "read only" in reading.status.text
    (again,) = [button for button in reading.findChildren(QToolButton) if "for writing" in button.text()]
    again.click()
    qtbot.waitUntil(lambda: any("another window" in text.text() for text in reading.toasts.findChildren(QLabel)))
    assert program.window is reading
    elsewhere.close()
    again.click()
    qtbot.waitUntil(lambda: program.window is not reading)
    writing = shown(qtbot, program)
    assert isinstance(writing.archive, Archive)
    assert not writing.archive.read_only
