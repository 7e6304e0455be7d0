"""Verifying originals and handing them over, from the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.export.package import Wish
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge, Long, LongEnded
from gui.keeping.package import PackageDialog, packing_dialog
from gui.keeping.verify import verify_dialog
from gui.keeping.work_dialog import WorkDialog
from gui.widgets import Text
from tests.support.bagging import bagit_complains
from tests.support.media import make_clip


@pytest.fixture
def clips(archive: Archive, tmp_path: Path) -> list[ClipId]:
    """Two clips, imported."""
    paths = [make_clip(tmp_path / f"take {number}.mp4", seconds=number) for number in (1, 2)]
    with closing(archive.media_pool(1)) as pool:
        return list(archive.importing(pool).run(paths).clips)


@pytest.fixture
def bridge(qtbot: QtBot, archive: Archive) -> Iterator[Bridge]:
    made = Bridge(archive)
    yield made
    made.close()


def words(dialog: QWidget) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text))


def ended(qtbot: QtBot, dialog: WorkDialog) -> str:
    """Wait for the work and return what the dialog says of it."""
    (button,) = [button for button in dialog.findChildren(QPushButton) if button.text() in ("Cancel", "Close")]
    qtbot.waitUntil(lambda: button.text() == "Close", timeout=20_000)
    return words(dialog)


def test_a_first_verification_records_and_a_later_one_finds_a_flipped_byte(
    qtbot: QtBot, bridge: Bridge, clips: list[ClipId], tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = verify_dialog(bridge, clips, parent)
    with qtbot.waitSignal(bridge.long_ended) as told:
        assert "2 recorded now" in ended(qtbot, first)
    assert told.args == [LongEnded(Long.VERIFY, whole=True)]
    path = tmp_path / "take 1.mp4"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    second = verify_dialog(bridge, clips, parent)
    assert "1 unchanged, 1 changed" in ended(qtbot, second)
    listed = second.findChild(QListWidget)
    assert listed.count() == 1
    assert "take 1.mp4" in listed.item(0).text()


def test_a_package_is_what_bagit_itself_calls_valid(
    qtbot: QtBot, bridge: Bridge, clips: list[ClipId], tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PackageDialog(bridge, clips, parent)
    wishes: list[Wish] = []
    dialog.wanted.connect(wishes.append)
    (target,) = [field for field in dialog.findChildren(QLineEdit) if field.accessibleName() == "Folder of the package"]
    target.setText(str(tmp_path / "for the museum"))
    assert [choice.objectName() for choice in dialog.findChildren(QRadioButton) if choice.isChecked()] == ["bagit"]
    assert [box for box in dialog.findChildren(QCheckBox) if box.isChecked()]
    (pack,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "Pack"]
    pack.click()
    packing = packing_dialog(bridge, clips, wishes[0], parent)
    with qtbot.waitSignal(bridge.long_ended) as told:
        assert "Packed 2 files" in ended(qtbot, packing)
    assert told.args == [LongEnded(Long.PACKAGE, whole=True)]
    assert bagit_complains(tmp_path / "for the museum") == ""


def test_closing_the_dialog_early_cancels_and_tells(qtbot: QtBot, bridge: Bridge, clips: list[ClipId]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = verify_dialog(bridge, clips, parent)
    dialog.close()
    assert "Close" in [button.text() for button in dialog.findChildren(QPushButton)] or ended(qtbot, dialog)
    ended(qtbot, dialog)
