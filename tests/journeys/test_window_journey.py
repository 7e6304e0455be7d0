"""The archivist's day in the window: from dropped files to a tag sheet, and everything there again tomorrow."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.app import Archive, create_archive, open_archive
from core.model.clip import Clip
from core.settings import Settings
from gui.export.dialog import ExportDialog
from gui.ingest.arrival import ArrivalDialog
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme
from tests.support.media import make_clip

PATIENCE_MS = 60_000


class Desk:
    """The archivist's hands: one window at a time on the same archive."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self._folder = folder
        self.settings = Settings()
        self.window = self._show(create_archive(folder, "Norway Shoot"))

    def _show(self, archive: Archive) -> MainWindow:
        nothing = Requests(
            open=lambda _folder: None,
            create=lambda _folder: None,
            sample=lambda: None,
            dress=lambda _theme: None,
            quit=lambda: None,
        )
        window = MainWindow(archive, self.settings, nothing)
        window.resize(1280, 800)
        window.show()
        self._qtbot.waitUntil(lambda: window.isActiveWindow() and window.pane.result is not None)
        return window

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()

    def reopen(self) -> None:
        self.close()
        self.window = self._show(open_archive(self._folder))

    def drop(self, *paths: Path) -> None:
        """Drag files over the grid, let go of them, and confirm what is shown with Enter."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        target, copy = self.window.pane.grid.viewport(), Qt.DropAction.CopyAction
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QDragEnterEvent(QPoint(40, 40), copy, data, button, none))
        QApplication.sendEvent(target, QDropEvent(QPointF(40, 40), copy, data, button, none))
        for dialog in self.window.findChildren(ArrivalDialog):
            QTest.keyClick(dialog.go, Qt.Key.Key_Return)
            self.window.activateWindow()  # as a window manager does
        self.wait(self.window.isActiveWindow)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    def wait(self, condition: object) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def clips(self, query: str = "") -> list[Clip]:
        archive = self.window.archive
        return [archive.clip(clip) for clip in archive.index.clip_ids(archive.search(query).rows)]

    def shown(self) -> int:
        return self.window.pane.grid.count()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, "dark")
    made = Desk(qtbot, tmp_path / "Norway Shoot.slatebook")
    yield made
    made.close()


@pytest.fixture
def rushes(tmp_path: Path) -> Path:
    """Return a folder of three clips, one file that is damaged, and one that is no media."""
    folder = tmp_path / "rushes #1"
    folder.mkdir()
    for scenes, name in enumerate(("train roof.mp4", "crane.mp4", "Ålesund.mov"), start=1):
        make_clip(folder / name, seconds=1, scenes=scenes)
    (folder / "broken.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(2_000))
    (folder / "notes.txt").write_text("call sheet", encoding="utf-8")
    return folder


def names(clips: list[Clip], archive: Archive) -> set[str]:
    return {archive.vocabulary.label(tag.entry) for clip in clips for tag in clip.tags}


def tag_two_clips(desk: Desk) -> None:
    """Select the first two readable clips and tag them with a new person, with keys alone."""
    window = desk.window
    desk.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.type("-is:unreadable")
    desk.wait(lambda: desk.shown() == 3)
    desk.key(Qt.Key.Key_Return)
    window.pane.grid.setCurrentIndex(window.pane.grid.model().index(0, 0))
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: len(window.inspector.clips) == 2)
    desk.key(Qt.Key.Key_T)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    desk.type("@Tom Cruise")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.wait(lambda: len(desk.clips('person:"tom cruise"')) == 2)


def export(desk: Desk, target: Path) -> None:
    """Write a CSV of what the search shows."""
    desk.window.actions_["export"].trigger()
    (dialog,) = [child for child in desk.window.findChildren(QDialog) if isinstance(child, ExportDialog)]
    fields = {field.accessibleName(): field for field in dialog.findChildren(QLineEdit)}
    dialog.choose_format("csv")
    fields["File to write"].setText(str(target))
    (go,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "Export"]
    go.click()
    desk.wait(target.exists)
    desk.wait(go.isEnabled)
    dialog.reject()


def test_from_dropped_files_to_a_tag_sheet_and_all_there_again(desk: Desk, rushes: Path, tmp_path: Path) -> None:
    desk.drop(rushes)
    desk.wait(lambda: desk.shown() == 4 and not desk.window.imports.is_running)
    assert {clip.name for clip in desk.clips() if clip.problem} == {"broken.mp4"}

    tag_two_clips(desk)
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: not desk.clips('person:"tom cruise"'))
    assert not desk.window.archive.vocabulary.find_exact("person", "Tom Cruise")
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: len(desk.clips('person:"tom cruise"')) == 2)

    desk.window.pane.search('person:"tom cruise"')
    desk.wait(lambda: desk.shown() == 2)
    desk.wait(lambda: "2 of 4 clips" in desk.window.status.text)
    export(desk, tmp_path / "sheet.csv")
    with (tmp_path / "sheet.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["people"] for row in rows] == ["Tom Cruise", "Tom Cruise"]

    desk.reopen()
    desk.wait(lambda: (desk.window.pane.bar.text(), desk.shown()) == ('person:"tom cruise"', 2))
    desk.window.pane.search("")
    desk.wait(lambda: desk.shown() == 4)
    assert len(desk.clips('person:"tom cruise"')) == 2
    assert names(desk.clips(), desk.window.archive) == {"Tom Cruise"}
    assert desk.window.actions_["undo"].isEnabled() or desk.window.archive.catalog.undo_label


def test_the_same_folder_again_adds_nothing(desk: Desk, rushes: Path) -> None:
    desk.drop(rushes)
    desk.wait(lambda: desk.shown() == 4 and not desk.window.imports.is_running)
    desk.drop(rushes)
    desk.wait(lambda: not desk.window.imports.is_running)
    assert desk.shown() == 4


def test_the_overlay_says_what_a_drop_will_do(desk: Desk, rushes: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in sorted(rushes.iterdir())])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(40, 40), copy, data, button, none)
    QApplication.sendEvent(desk.window.inspector, event)
    assert event.isAccepted()
    assert desk.window.overlay.isVisible()
    assert desk.window.overlay.words == "Drop to import 5 items"


def test_an_import_cut_short_by_closing_goes_on_with_the_next_window(desk: Desk, rushes: Path) -> None:
    desk.drop(rushes)
    desk.reopen()
    desk.wait(lambda: desk.shown() == 4 and not desk.window.imports.is_running)
    assert sorted(clip.name for clip in desk.clips()) == ["broken.mp4", "crane.mp4", "train roof.mp4", "Ålesund.mov"]
    desk.reopen()
    assert not desk.window.imports.is_running


def test_an_import_that_was_cancelled_does_not_come_back(desk: Desk, rushes: Path) -> None:
    desk.drop(rushes)
    desk.window.actions_["cancel_import"].trigger()
    desk.wait(lambda: not desk.window.imports.is_running)
    desk.reopen()
    assert not desk.window.imports.is_running
    assert desk.window.archive.imports.left_over() == []
