"""An original is shown in the file manager and opened in another program, and where it cannot be that is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips
from core.model.ids import ClipId
from core.model.media import MediaFile, shown_path
from gui.around.dragging import file_url
from gui.main_window.window import MainWindow
from gui.program import Program
from tests.gui.main_window.conftest import shown
from tests.support.model import a_clip


class Desktop(QObject):
    """Takes the files and folders that are to be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """Yield a desktop that has no bus, and so no file manager that could show a file in its folder."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def clip_at(archive: Archive, *places: Path) -> ClipId:
    files = [MediaFile(path=shown_path(str(one))[0], raw_path=shown_path(str(one))[1], size=1) for one in places]
    clip = a_clip(places[0].name, files=tuple(files))
    archive.catalog.apply(AddClips((clip,)))
    return clip.id


def window_on(qtbot: QtBot, program: Program, *places: Path) -> MainWindow:
    """Return the window with a clip selected whose original may lie at ``places``."""
    program.start(None)
    window = shown(qtbot, program)
    clip = clip_at(window.archive, *places)
    qtbot.waitUntil(lambda: window.pane.grid.count() == 1)
    window.pane.grid.select_rows(list(window.archive.index.rows([clip]).values()))
    return window


def test_an_original_is_opened_from_wherever_it_is(
    qtbot: QtBot, program: Program, desktop: Desktop, tmp_path: Path
) -> None:
    there = tmp_path / "card 1" / "take #1 ä.mov"
    there.parent.mkdir()
    there.write_bytes(b"x")
    window = window_on(qtbot, program, tmp_path / "gone.mov", there)
    window.actions_["open_file"].trigger()
    qtbot.waitUntil(lambda: desktop.opened == [there.as_uri()])


def test_without_a_file_manager_on_the_bus_the_folder_is_opened(
    qtbot: QtBot, program: Program, desktop: Desktop, tmp_path: Path
) -> None:
    there = tmp_path / "take.mov"
    there.write_bytes(b"x")
    window = window_on(qtbot, program, there)
    window.actions_["show_file"].trigger()
    qtbot.waitUntil(lambda: desktop.opened == [tmp_path.as_uri()])


@pytest.mark.parametrize("command", ["show_file", "open_file"])
def test_an_original_that_is_gone_is_told(
    qtbot: QtBot, program: Program, desktop: Desktop, tmp_path: Path, command: str
) -> None:
    window = window_on(qtbot, program, tmp_path / "gone.mov")
    window.actions_[command].trigger()
    qtbot.waitUntil(lambda: "gone.mov is missing" in window.toasts.message())
    assert desktop.opened == []


@pytest.mark.skipif(os.name != "posix", reason="needs names that are no UTF-8")
def test_every_byte_of_a_name_stands_in_its_address() -> None:
    odd = Path(os.fsdecode(b"/card/caf\xe9 #1.mov"))
    assert file_url(odd).toEncoded().data() == b"file:///card/caf%E9%20%231.mov"
