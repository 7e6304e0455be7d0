"""Rights and access in the inspector, of one clip and of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive, create_archive
from core.catalog.edits import AddClips
from core.export.rights import STATEMENTS, statement_uri
from core.model.clip import Access, Clip, Level, Permission, Rights
from gui.bridge.bridge import Bridge
from gui.bridge.loader import Loader
from gui.inspector.actions import InspectorActions
from gui.inspector.panel import Inspector
from gui.library import ThumbnailCache
from tests.support.model import a_clip

IN_COPYRIGHT = statement_uri("InC")
FIRST = Rights(statement=IN_COPYRIGHT, holder="Paramount", permission=Permission.ASKED, note="asked\nby letter")
SECOND = Rights(statement=statement_uri("UND"), holder="Paramount", licence="CC BY 4.0")
HELD = Access(level=Level.RESTRICTED, embargo="2027-02", reason="contract", sensitive=True)

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Desk:
    """An inspector before two clips that differ in almost everything."""

    qtbot: QtBot
    archive: Archive
    bridge: Bridge
    inspector: Inspector
    clips: Sequence[Clip]

    def show(self, *clips: Clip) -> None:
        rows = self.archive.index.rows([clip.id for clip in clips])
        self.inspector.show_rows([rows[clip.id] for clip in clips])
        wanted = {clip.id for clip in clips}
        self.qtbot.waitUntil(lambda: set(self.inspector.clips) == wanted and self.inspector.is_whole)

    def find(self, kind: type[W], name: str) -> W:
        (found,) = [widget for widget in self.inspector.findChildren(kind) if name in _names(widget)]
        return found

    def choose(self, name: str, words: str) -> None:
        box = self.find(QComboBox, name)
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())

    def write(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def now(self, number: int) -> Clip:
        return self.archive.clip(self.clips[number].id)

    def saved(self) -> None:
        self.qtbot.waitUntil(lambda: not self.bridge.is_saving)

    def undo(self) -> None:
        self.saved()
        self.archive.catalog.undo()


def _names(widget: QWidget) -> tuple[str, ...]:
    return (widget.accessibleName(), widget.text() if isinstance(widget, QCheckBox) else "")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    archive = create_archive(tmp_path / "Test.slatebook")
    clips = (a_clip("a.mov", rights=FIRST, access=HELD), a_clip("b.mov", rights=SECOND))
    archive.catalog.apply(AddClips(clips))
    bridge, loader = Bridge(archive), Loader()
    actions = InspectorActions(QAction("Mark"), QAction("Try again"), QAction("Show"))
    inspector = Inspector(bridge, ThumbnailCache(archive.stills.path, loader), actions, [])
    inspector.resize(380, 900)
    inspector.show()
    qtbot.waitUntil(inspector.isActiveWindow)
    yield Desk(qtbot, archive, bridge, inspector, clips)
    inspector.commit()
    inspector.close()
    bridge.close()
    loader.close()


def test_one_clip_shows_its_rights_in_words(desk: Desk) -> None:
    desk.show(desk.clips[0])
    assert desk.find(QComboBox, "Rights statement").currentText() == STATEMENTS["InC"]
    assert desk.find(QComboBox, "Permission").currentText() == "Asked"
    assert desk.find(QLineEdit, "Rights holder").text() == "Paramount"
    assert desk.find(QPlainTextEdit, "Note on rights").toPlainText() == "asked\nby letter"


def test_every_statement_can_be_chosen_and_taken_back(desk: Desk) -> None:
    desk.show(desk.clips[0])
    for code, words in STATEMENTS.items():
        desk.choose("Rights statement", words)
        desk.saved()
        assert desk.now(0).rights.statement == statement_uri(code)
    desk.choose("Rights statement", "Not stated")
    desk.saved()
    assert desk.now(0).rights.statement == ""


def test_fields_saved_in_one_breath_do_not_undo_each_other(desk: Desk) -> None:
    desk.show(desk.clips[0])
    desk.choose("Permission", "Granted")
    desk.write("Licence", "festival only")
    desk.write("Rights holder", "Skydance")
    desk.find(QPlainTextEdit, "Note on rights").setPlainText("signed")
    desk.write("Reason of the embargo", "contract 7")
    desk.find(QCheckBox, "Until the production's release").click()
    desk.inspector.commit()
    desk.saved()
    expected = Rights(
        statement=IN_COPYRIGHT,
        holder="Skydance",
        permission=Permission.GRANTED,
        licence="festival only",
        note="signed",
    )
    assert desk.now(0).rights == expected
    held = Access(level=Level.RESTRICTED, embargo="2027-02", until_release=True, reason="contract 7", sensitive=True)
    assert desk.now(0).access == held


def test_several_clips_show_what_they_share_and_that_the_rest_differs(desk: Desk) -> None:
    desk.show(*desk.clips)
    assert desk.find(QLineEdit, "Rights holder").text() == "Paramount"
    for name in ("Rights statement", "Permission", "Who may see it"):
        assert desk.find(QComboBox, name).currentIndex() == -1
        assert desk.find(QComboBox, name).placeholderText() == "differs"
    for name in ("Licence", "Embargo until", "Reason of the embargo"):
        line = desk.find(QLineEdit, name)
        assert (line.text(), line.placeholderText()) == ("", "differs")
    assert desk.find(QCheckBox, "Sensitive").checkState() is Qt.CheckState.PartiallyChecked
    assert desk.find(QCheckBox, "Until the production's release").checkState() is Qt.CheckState.Unchecked


def test_what_is_set_on_several_clips_is_one_step_and_leaves_the_rest_of_each(desk: Desk) -> None:
    desk.show(*desk.clips)
    desk.choose("Permission", "Refused")
    desk.saved()
    assert [desk.now(0).rights.permission, desk.now(1).rights.permission] == [Permission.REFUSED] * 2
    assert (desk.now(0).rights.note, desk.now(1).rights.licence) == (FIRST.note, SECOND.licence)
    desk.undo()
    assert (desk.now(0).rights, desk.now(1).rights) == (FIRST, SECOND)


def test_several_clips_are_held_until_the_release_each_with_its_own_date(desk: Desk) -> None:
    desk.show(*desk.clips)
    desk.find(QCheckBox, "Until the production's release").click()
    desk.saved()
    assert [desk.now(0).access.until_release, desk.now(1).access.until_release] == [True, True]
    assert (desk.now(0).access.embargo, desk.now(1).access.embargo) == ("2027-02", "")
    desk.undo()
    assert (desk.now(0).access, desk.now(1).access) == (HELD, Access())


def test_nothing_is_saved_where_nothing_was_written(desk: Desk) -> None:
    desk.show(*desk.clips)
    label = desk.archive.catalog.undo_label
    desk.show(desk.clips[1])
    desk.show(desk.clips[0])
    desk.inspector.commit()
    desk.saved()
    assert desk.archive.catalog.undo_label == label


def test_what_is_written_goes_to_the_clip_it_was_written_for(desk: Desk) -> None:
    desk.show(desk.clips[0])
    line = desk.find(QLineEdit, "Licence")
    line.setFocus()
    QTest.keyClicks(line, "press only")
    desk.show(desk.clips[1])
    desk.saved()
    assert (desk.now(0).rights.licence, desk.now(1).rights.licence) == ("press only", "CC BY 4.0")


@pytest.mark.parametrize("uri", ["https://rightsstatements.org/page/InC/1.0/", "http://rightsstatements.org/vocab/inc"])
def test_a_statement_is_known_by_any_of_its_spellings(desk: Desk, uri: str) -> None:
    clip = a_clip(rights=Rights(statement=uri))
    desk.archive.catalog.apply(AddClips((clip,)))
    desk.show(clip, desk.clips[0])
    assert desk.find(QComboBox, "Rights statement").currentText() == STATEMENTS["InC"]


def test_a_foreign_statement_stays_and_is_offered_only_where_it_is(desk: Desk) -> None:
    foreign = "https://creativecommons.org/licenses/by/4.0/"
    clip = a_clip(rights=Rights(statement=foreign))
    desk.archive.catalog.apply(AddClips((clip,)))
    desk.show(clip)
    box = desk.find(QComboBox, "Rights statement")
    assert box.currentText() == foreign
    desk.write("Licence", "as it says")
    desk.saved()
    assert desk.archive.clip(clip.id).rights == Rights(statement=foreign, licence="as it says")
    desk.show(desk.clips[0])
    assert box.count() == 1 + len(STATEMENTS)


@pytest.mark.parametrize("text", ["2027", "2027-03", "2027-03-31"])
def test_an_embargo_may_be_of_any_precision(desk: Desk, text: str) -> None:
    desk.show(desk.clips[1])
    desk.write("Embargo until", text)
    desk.saved()
    assert desk.now(1).access.embargo == text


@pytest.mark.parametrize("text", ["next May", "2027-13", "2027-00", "20270331", "99999999999999999999", "2027-02-30"])
def test_what_is_no_date_is_refused_and_the_date_before_stays(desk: Desk, text: str) -> None:
    desk.show(desk.clips[0])
    with desk.qtbot.waitSignal(desk.inspector.refused):
        desk.write("Embargo until", text)
    assert desk.now(0).access == HELD
    assert desk.find(QLineEdit, "Embargo until").text() == "2027-02"


def test_scrolling_past_a_choice_does_not_change_it(desk: Desk) -> None:
    desk.show(desk.clips[0])
    box = desk.find(QComboBox, "Rights statement")
    down, place = QPoint(0, -120), QPointF(box.rect().center())
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    turned = QWheelEvent(place, place, QPoint(), down, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(box, turned)
    assert not turned.isAccepted()
    assert box.currentText() == STATEMENTS["InC"]


def test_a_note_is_a_step_of_its_own_beside_other_fields(desk: Desk) -> None:
    desk.show(desk.clips[0])
    note = desk.find(QPlainTextEdit, "Note on rights")
    note.setFocus()
    note.setPlainText("signed")
    desk.find(QLineEdit, "Licence").setFocus()
    desk.saved()
    desk.write("Licence", "festival only")
    desk.undo()
    assert (desk.now(0).rights.note, desk.now(0).rights.licence) == ("signed", "")


def test_an_empty_box_is_full_after_one_click_whatever_was_shown_before(desk: Desk) -> None:
    desk.show(*desk.clips)
    box = desk.find(QCheckBox, "Sensitive")
    desk.show(desk.clips[1])
    box.click()
    assert box.checkState() is Qt.CheckState.Checked
    desk.saved()
    assert desk.now(1).access == Access(sensitive=True)
