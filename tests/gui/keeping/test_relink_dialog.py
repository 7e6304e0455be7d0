"""Moved originals, found and relinked in the window; and originals that are away, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips
from core.fixity.originals import look_at
from core.model.media import MediaFile
from gui.bridge.bridge import Bridge, Long, LongEnded
from gui.keeping.relink import RelinkDialog
from tests.support.model import a_clip


@pytest.fixture
def bridge(qtbot: QtBot, archive: Archive) -> Iterator[Bridge]:
    made = Bridge(archive)
    yield made
    made.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def footage(tmp_path: Path, archive: Archive) -> Path:
    """A folder with one clip that was renamed, and one that is gone."""
    folder = tmp_path / "footage"
    folder.mkdir()
    files = []
    for name in ("roof.mov", "gone.mov"):
        path = folder / name
        path.write_bytes(name.encode() * 99)
        look = look_at(str(path))
        files.append(MediaFile(path=str(path), size=look.size, mtime_ns=look.mtime_ns, quick_hash=look.quick_hash))
    archive.catalog.apply(AddClips(tuple(a_clip(file.name, files=(file,)) for file in files)))
    (folder / "roof.mov").rename(folder / "A001.mov")
    (folder / "gone.mov").unlink()
    return folder


def lines(dialog: RelinkDialog) -> set[tuple[str, str, str]]:
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return {(item.text(0), Path(item.text(2)).name, item.text(3)) for item in items if item is not None}


def test_what_is_found_is_shown_first_and_relinked_as_one_step(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, footage: Path
) -> None:
    said: list[str] = []
    dialog = RelinkDialog(bridge, parent, said.append)
    dialog.open()
    dialog.look_in(footage)
    qtbot.waitUntil(dialog.relink.isEnabled)
    assert lines(dialog) == {("roof.mov", "A001.mov", "certain"), ("gone.mov", "not found", "missing")}
    assert "Found 1 of 2 lost originals" in dialog.words.text()
    assert archive.catalog.undo_label == "Import 2 clips"
    dialog.relink.click()
    qtbot.waitUntil(lambda: said == ["1 original relinked."])
    assert archive.catalog.undo_label == "Relink 1 clip"
    assert archive.index.known_at(str(footage / "A001.mov")) is not None


def test_where_nothing_is_lost_that_is_said(qtbot: QtBot, bridge: Bridge, parent: QWidget, tmp_path: Path) -> None:
    dialog = RelinkDialog(bridge, parent, lambda _sentence: None)
    dialog.open()
    dialog.look_in(tmp_path)
    qtbot.waitUntil(lambda: "nothing to find" in dialog.words.text())
    assert not dialog.relink.isEnabled()
    dialog.close()


@pytest.mark.parametrize("leave", [RelinkDialog.close, RelinkDialog.reject])
def test_whoever_leaves_has_the_search_ended(
    qtbot: QtBot, bridge: Bridge, parent: QWidget, footage: Path, leave: Callable[[RelinkDialog], object]
) -> None:
    dialog = RelinkDialog(bridge, parent, lambda _sentence: None)
    dialog.open()
    dialog.look_in(footage)
    with qtbot.waitSignal(bridge.long_ended) as ended:
        leave(dialog)
    assert ended.args == [LongEnded(Long.RELINK, whole=False)]
