"""What a drop will do is shown first, and Enter does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.catalog.edits import AddEntry
from core.ingest import copying
from core.ingest.terms import GivenTag, Terms
from core.model.clip import Role, Status
from core.model.vocabulary import EntryKind
from gui.bridge.bridge import Bridge
from gui.ingest.arrival import ArrivalDialog, Asked, ImportWanted
from tests.core.ingest.conftest import take_in, write_clip
from tests.support.model import an_entry


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


class Asking:
    """A dialog and what it said."""

    def __init__(self, qtbot: QtBot, bridge: Bridge, window: QWidget, *paths: Path) -> None:
        self._qtbot = qtbot
        self.wanted: list[ImportWanted] = []
        self.asked: list[Asked] = []
        self.dialog = ArrivalDialog(bridge, paths, Terms(), window)
        self.dialog.wanted.connect(self.wanted.append)
        self.dialog.asking.connect(self.asked.append)
        self.dialog.open()

    def told(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: self.dialog.found.text() == words)


@pytest.fixture
def asking(qtbot: QtBot, bridge: Bridge, window: QWidget, shoot: Path) -> Iterator[Asking]:
    for name in ("a.mp4", "b.mp4"):
        write_clip(shoot / name)
    made = Asking(qtbot, bridge, window, shoot)
    yield made
    QApplication.sendPostedEvents(None, 0)


def test_enter_is_all_it_takes(asking: Asking, shoot: Path) -> None:
    asking.told("2 new clips and stills")
    QTest.keyClick(asking.dialog.go, Qt.Key.Key_Return)
    assert asking.wanted == [ImportWanted((shoot,), Terms())]
    assert asking.asked == []


def test_enter_need_not_wait_for_the_numbers(asking: Asking) -> None:
    assert asking.dialog.go.isEnabled()
    asking.dialog.buttons.accepted.emit()
    assert len(asking.wanted) == 1


def test_it_is_told_what_is_known_and_what_is_no_media(
    qtbot: QtBot, bridge: Bridge, window: QWidget, shoot: Path, pool: object
) -> None:
    write_clip(shoot / "known.mp4")
    take_in(bridge.archive, pool, shoot)
    write_clip(shoot / "new.mp4")
    (shoot / "notes.txt").write_text("call sheet")
    asking = Asking(qtbot, bridge, window, shoot)
    asking.told("1 new clip or still")
    assert asking.dialog.others.text() == "1 known already  ·  1 no media"
    asking.dialog.list_button.click()
    model = asking.dialog.model
    rows = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert rows == {"known.mp4": "Known already", "new.mp4": "New", "notes.txt": "No media"}
    asking.dialog.reject()


def test_nothing_new_leaves_nothing_to_press(
    qtbot: QtBot, bridge: Bridge, window: QWidget, shoot: Path, pool: object
) -> None:
    write_clip(shoot / "known.mp4")
    take_in(bridge.archive, pool, shoot)
    asking = Asking(qtbot, bridge, window, shoot)
    asking.told("Nothing new: all of it is known already or no media")
    assert not asking.dialog.go.isEnabled()
    asking.dialog.reject()
    assert asking.wanted == []


def test_a_copy_that_has_no_room_is_not_begun(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    asking.told("2 new clips and stills")
    monkeypatch.setattr(copying, "_SPARE", 1 << 62)
    asking.dialog.form.copy.click()
    assert "more must be free" in asking.dialog.form.room.text()
    assert not asking.dialog.go.isEnabled()
    asking.dialog.form.leave.click()
    assert asking.dialog.go.isEnabled()
    asking.dialog.reject()


def test_terms_for_all_of_them(asking: Asking, bridge: Bridge) -> None:
    person = an_entry(EntryKind.PERSON, "Tom Cruise")
    bridge.archive.catalog.apply(AddEntry(person))
    form = asking.dialog.form
    form.copy.click()
    form.credit.setText(" J. Doe ")
    form.tags.field.setFocus()
    QTest.keyClicks(form.tags.field, "@cruise")
    QTest.keyClick(form.tags.field, Qt.Key.Key_Return)
    QTest.keyClicks(form.tags.field, "#Hellesylt")
    QTest.keyClick(form.tags.field, Qt.Key.Key_Down)
    QTest.keyClick(form.tags.field, Qt.Key.Key_Return)
    form.tags.status.setCurrentIndex(1)
    asking.dialog.buttons.accepted.emit()
    (wanted,) = asking.wanted
    (place,) = wanted.new_entries
    assert (place.label, place.kind) == ("Hellesylt", EntryKind.LOCATION)
    assert wanted.terms.copy
    assert wanted.terms.source.credit == "J. Doe"
    assert wanted.terms.tags == (
        GivenTag(entry=person.id, role=Role.PERSON_SHOWN, status=Status.CONFIRMED),
        GivenTag(entry=place.id, role=Role.LOCATION_SHOWN, status=Status.CONFIRMED),
    )


def test_one_can_ask_not_to_be_asked(asking: Asking) -> None:
    asking.dialog.ask.setChecked(False)
    asking.dialog.buttons.accepted.emit()
    assert asking.asked == [Asked(again=False)]


def test_a_dialog_that_is_closed_looks_no_further(asking: Asking, qtbot: QtBot, bridge: Bridge) -> None:
    asking.dialog.reject()
    qtbot.waitUntil(lambda: not bridge._jobs)
