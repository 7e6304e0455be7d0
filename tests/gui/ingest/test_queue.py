"""Imports wait for one another, in an order that can be changed, and what they did can be looked up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.ingest.terms import Terms
from gui.bridge.bridge import Bridge
from gui.ingest.imports import Imports
from gui.ingest.queue_dialog import QueueDialog
from gui.ingest.report_dialog import ReportDialog
from gui.ingest.watch_dialog import WatchDialog
from gui.ingest.watching import Watching
from gui.widgets import CloseButtons
from tests.core.ingest.conftest import clips_of, write_clip
from tests.support.fake_pool import ScriptedPool, found_in


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def names(imports: Imports) -> list[str]:
    return [one.name for one in imports.queued]


def filled(shoot: Path, *folders: str) -> list[Path]:
    for folder in folders:
        write_clip(shoot / folder / f"{folder}.mp4")
    return [shoot / folder for folder in folders]


def test_one_runs_the_others_wait_and_can_change_places(
    imports: Imports, pool: ScriptedPool, shoot: Path, archive: Archive, qtbot: QtBot
) -> None:
    pool.hold = True
    for folder in filled(shoot, "one", "two", "three", "four"):
        imports.start([folder])
    qtbot.waitUntil(lambda: len(imports.queued) == 3)
    assert imports.running is not None
    assert (imports.running.name, names(imports)) == ("one", ["two", "three", "four"])
    imports.move(imports.queued[2].key, -1)
    assert names(imports) == ["two", "four", "three"]
    imports.cancel_one(imports.queued[0].key)
    assert names(imports) == ["four", "three"]
    qtbot.waitUntil(lambda: len(pool.tasks) == 1)
    pool.hold = False
    pool.resume()
    qtbot.waitUntil(lambda: not imports.is_running)
    assert [kept.name for kept in archive.import_reports.all()] == ["three", "four", "one"]
    assert {clip.name for clip in clips_of(archive)} == {"one.mp4", "three.mp4", "four.mp4"}
    assert not (archive.folder / "imports.json").exists()


def test_what_waits_goes_on_with_the_next_opening(
    archive: Archive, pool: ScriptedPool, shoot: Path, qtbot: QtBot
) -> None:
    bridge = Bridge(archive)
    imports = Imports(bridge, bridge)
    pool.hold = True
    for folder in filled(shoot, "one", "two"):
        imports.start([folder], Terms(copy=True))
    qtbot.waitUntil(lambda: len(pool.tasks) == 1 and len(imports.queued) == 1)
    bridge.close()
    left = type(archive.imports)(archive.folder / "imports.json").left_over()
    assert [(one.name, one.terms.copy) for one in left] == [("one", True), ("two", True)]
    bridge.deleteLater()


def test_cancelling_the_one_that_runs_leaves_the_others(
    imports: Imports, pool: ScriptedPool, shoot: Path, qtbot: QtBot, archive: Archive
) -> None:
    pool.hold = True
    for folder in filled(shoot, "one", "two"):
        imports.start([folder])
    qtbot.waitUntil(lambda: len(pool.tasks) == 1 and len(imports.queued) == 1)
    assert imports.running is not None
    imports.cancel_one(imports.running.key)
    pool.hold = False
    qtbot.waitUntil(lambda: not imports.is_running)
    assert [clip.name for clip in clips_of(archive)] == ["two.mp4"]


def test_the_list_of_imports_steers_the_queue(
    bridge: Bridge, imports: Imports, pool: ScriptedPool, shoot: Path, qtbot: QtBot, window: QWidget
) -> None:
    pool.hold = True
    for folder in filled(shoot, "one", "two", "three"):
        imports.start([folder])
    qtbot.waitUntil(lambda: len(imports.queued) == 2)
    dialog = QueueDialog(bridge, imports, window)
    dialog.open()
    dialog.waiting.setCurrentRow(1)
    assert not dialog.later.isEnabled()
    dialog.sooner.click()
    assert names(imports) == ["three", "two"]
    assert dialog.waiting.currentRow() == 0
    dialog.remove.click()
    assert names(imports) == ["two"]
    qtbot.waitUntil(lambda: len(pool.tasks) == 1)
    dialog.pause.click()
    assert imports.is_paused
    assert dialog.pause.text() == "&Resume"
    dialog.pause.click()
    pool.hold = False
    pool.resume()
    qtbot.waitUntil(lambda: not imports.is_running and dialog.earlier.count() == 2)
    assert dialog.now.text() == "Nothing is being imported"
    dialog.reject()


def test_enter_opens_the_report_of_an_earlier_import_and_the_list_stays(
    bridge: Bridge, imports: Imports, shoot: Path, qtbot: QtBot, window: QWidget
) -> None:
    imports.start(filled(shoot, "one"))
    qtbot.waitUntil(lambda: not imports.is_running)
    dialog = QueueDialog(bridge, imports, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.earlier.count() == 1)
    qtbot.keyClick(dialog.earlier, Qt.Key.Key_Return)
    assert dialog.isVisible()
    (report,) = dialog.findChildren(ReportDialog)
    report.reject()
    close = dialog.findChild(CloseButtons, options=Qt.FindChildOption.FindDirectChildrenOnly).buttons()[0]
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_report_is_read_again_exported_and_what_failed_is_tried_again(
    bridge: Bridge, imports: Imports, pool: ScriptedPool, shoot: Path, qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    for name in ("good.mp4", "bad.mp4"):
        write_clip(shoot / name)
    imports.start([shoot])
    qtbot.waitUntil(lambda: not imports.is_running)
    (kept,) = bridge.archive.import_reports.all()
    dialog = ReportDialog(bridge, imports, kept, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    dialog.groups.chosen.emit("could not be read")
    assert dialog.model.index(0, 3).data() == "The file is cut off."
    dialog._on_export()
    (asked,) = dialog.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == f"Import {kept.begun[:10]}.csv"
    asked.filterSelected.emit(asked.nameFilters()[1])
    assert asked.defaultSuffix() == "json"
    asked.reject()
    dialog.export(tmp_path / "report.json")
    qtbot.waitUntil(lambda: "was written to" in dialog.summary.text())
    assert json.loads((tmp_path / "report.json").read_text())["failed"] == 1
    pool.answer = lambda _task: found_in({"path": "good"})
    dialog.retry.click()
    qtbot.waitUntil(lambda: not imports.is_running)
    assert [clip.problem for clip in clips_of(bridge.archive)] == ["", ""]


def test_what_is_put_into_a_watched_folder_comes_in_and_is_told(
    bridge: Bridge, imports: Imports, shoot: Path, qtbot: QtBot, window: QWidget
) -> None:
    watching = Watching(bridge, imports, bridge)
    watching._watcher.settle_s = 0
    said: list[str] = []
    watching.came_in.connect(said.append)
    dialog = WatchDialog(bridge, watching, window)
    dialog.open()
    dialog.ask_terms(shoot, Terms(copy=True))
    (asked,) = [child for child in dialog.children() if hasattr(child, "form")]
    asked.accept()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    write_clip(shoot / "a.mp4")
    watching.look()
    with qtbot.waitSignal(watching.looked):
        pass
    watching.look()
    qtbot.waitUntil(lambda: said == ["1 clip came in from Norway shoot."])
    (clip,) = clips_of(bridge.archive)
    assert Path(clip.file.location).is_relative_to(bridge.archive.media)
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    watching.stop()
    dialog.reject()
