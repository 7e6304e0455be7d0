"""The vocabulary editor on a real archive: finding, changing, merging and tidying up names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QToolTip,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, ChangeEntry, TagClips, Together
from core.model.ids import EntryId
from core.model.vocabulary import Alias, Entry, EntryKind
from gui.bridge.bridge import Bridge
from gui.vocabulary.entry_dialog import EntryDialog
from gui.vocabulary.entry_tree import EntryTree
from gui.vocabulary.merge_dialog import MergeDialog
from gui.vocabulary.tree import MIME, EntriesModel, Tree, read_tree
from gui.vocabulary.vocabulary_dialog import ClipsWanted, VocabularyDialog
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="Том Круз", language="ru"),), existed_from="1962")
CRUSE = an_entry(EntryKind.PERSON, "Tom Cruse", note="as spelled", existed_from="1963")
HAYLEY = an_entry(EntryKind.PERSON, "Hayley Atwell")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
STRANDA = an_entry(EntryKind.LOCATION, "Stranda", parent=NORWAY.id)
HELLESYLT = an_entry(EntryKind.LOCATION, "Hellesylt", parent=STRANDA.id)
NO_KEY = Qt.KeyboardModifier.NoModifier
EVERYONE = (TOM, CRUSE, HAYLEY, NORWAY, STRANDA, HELLESYLT)


@pytest.fixture
def bridge(qtbot: QtBot, archive: Archive) -> Iterator[Bridge]:
    clips = tuple(a_clip() for _ in range(3))
    archive.catalog.apply(AddClips(clips))
    archive.catalog.apply(Together("names", tuple(map(AddEntry, EVERYONE))))
    archive.catalog.apply(TagClips((clips[0].id, clips[1].id), a_tag(TOM)))
    archive.catalog.apply(TagClips((clips[2].id,), a_tag(CRUSE)))
    archive.catalog.apply(TagClips((clips[2].id,), a_tag(HELLESYLT)))
    made = Bridge(archive)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, bridge: Bridge, window: QWidget) -> Iterator[VocabularyDialog]:
    made = VocabularyDialog(bridge, window)
    with qtbot.waitSignal(made.hygiene.looked):
        made.show()
    qtbot.waitUntil(lambda: made.pane.entry is not None)
    yield made
    for below in made.findChildren(QDialog):
        below.close()
    made.close()


def lines(model: EntriesModel) -> list[str]:
    """Every name with its clips, indented by what it lies in."""
    found: list[str] = []

    def walk(parent: object, depth: int) -> None:
        for row in range(model.rowCount(parent)):  # type: ignore[arg-type]
            index = model.index(row, 0, parent)  # type: ignore[arg-type]
            found.append(f"{'  ' * depth}{index.data()} {index.siblingAtColumn(3).data()}")
            walk(index, depth + 1)

    walk(model.index(-1, -1), 0)
    return found


def choose(qtbot: QtBot, dialog: VocabularyDialog, entry: Entry) -> None:
    dialog.show_entry(entry)
    qtbot.waitUntil(lambda: dialog.pane.entry is not None and dialog.pane.entry.id == entry.id)


def field(dialog: QWidget, name: str) -> QLineEdit:
    (found,) = (edit for edit in dialog.findChildren(QLineEdit) if edit.accessibleName() == name)
    return found


def button(dialog: QWidget, words: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(one for one in buttons if one.text().replace("&", "") == words and not one.isHidden())


def raw(dialog: VocabularyDialog, entry: Entry) -> Entry:
    found = dialog._bridge.archive.catalog.entry(entry.id)
    assert found is not None
    return found


def merge_dialog(qtbot: QtBot, dialog: VocabularyDialog) -> MergeDialog:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(MergeDialog)))
    return dialog.findChildren(MergeDialog)[-1]


def test_names_are_listed_with_counts_and_places_as_a_tree(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    assert lines(dialog.entries.model) == ["Hayley Atwell 0", "Tom Cruise 2", "Tom Cruse 1"]
    dialog.show_kind(EntryKind.LOCATION)
    qtbot.waitUntil(lambda: dialog.entries.model.tree.kind is EntryKind.LOCATION)
    assert lines(dialog.entries.model) == ["Norway 1", "  Stranda 1", "    Hellesylt 1"]
    tabs = [tab.text() for tab in dialog.findChildren(QToolButton) if tab.isCheckable()]
    assert tabs[:4] == ["People  3", "Locations  3", "Productions  0", "Keywords  0"]


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, bridge: Bridge, qtmodeltester: ModelTester) -> None:
    model = EntriesModel()
    qtmodeltester.check(model, force_py=True)
    model.show(read_tree(bridge.archive, EntryKind.LOCATION, ""))
    qtmodeltester.check(model, force_py=True)


def test_a_name_is_found_by_any_of_its_names_with_what_it_lies_in(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    dialog.entries.field.setText("круз")
    qtbot.waitUntil(lambda: lines(dialog.entries.model) == ["Tom Cruise 2"])
    dialog.show_kind(EntryKind.LOCATION)
    dialog.entries.field.setText("hell")
    qtbot.waitUntil(lambda: lines(dialog.entries.model) == ["Norway 1", "  Stranda 1", "    Hellesylt 1"])
    QTest.keyClick(dialog.entries.field, Qt.Key.Key_Escape)
    assert dialog.entries.field.text() == ""


def test_what_is_typed_is_saved_when_another_name_is_chosen(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    choose(qtbot, dialog, TOM)
    field(dialog, "Born").setText("1962-07-03")
    choose(qtbot, dialog, HAYLEY)
    qtbot.waitUntil(lambda: raw(dialog, TOM).existed_from == "1962-07-03")
    field(dialog, "Died").setText("never")
    dialog.entries.choose(CRUSE.id)
    assert dialog.pane.entry is not None
    assert dialog.pane.entry.id == HAYLEY.id, "what makes no sense is not left behind"
    field(dialog, "Died").setText("")


def test_what_somebody_else_changes_is_shown_at_once(qtbot: QtBot, dialog: VocabularyDialog, bridge: Bridge) -> None:
    choose(qtbot, dialog, HAYLEY)
    bridge.edit(ChangeEntry(Entry(id=HAYLEY.id, kind=HAYLEY.kind, label="Hayley E. Atwell")))
    qtbot.waitUntil(lambda: field(dialog, "Name").text() == "Hayley E. Atwell")
    qtbot.waitUntil(lambda: "Hayley E. Atwell 0" in lines(dialog.entries.model))


def test_a_place_is_put_into_another_but_not_into_itself(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    choose(qtbot, dialog, HELLESYLT)
    within = field(dialog, "Within")
    assert within.text() == "Stranda"
    within.setText("Norway")
    button(dialog, "Save").click()
    qtbot.waitUntil(lambda: raw(dialog, HELLESYLT).parent == NORWAY.id)
    within.setText("Atlantis")
    assert not dialog.pane.commit()
    within.setText("")
    assert dialog.pane.commit()
    qtbot.waitUntil(lambda: raw(dialog, HELLESYLT).parent is None)


def test_a_new_name_near_a_known_one_leads_to_that(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    button(dialog, "New…").click()
    (new,) = dialog.findChildren(EntryDialog)
    QTest.keyClicks(new.form.label, "Hayely Atwell")
    button(new, "Use that").click()
    qtbot.waitUntil(lambda: dialog.pane.entry is not None and dialog.pane.entry.id == HAYLEY.id)
    assert len(dialog._bridge.archive.vocabulary.all(EntryKind.PERSON)) == 3


def test_a_new_name_is_made_and_chosen(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    dialog.make_new()
    (new,) = dialog.findChildren(EntryDialog)
    QTest.keyClicks(new.form.label, "Simon Pegg")
    QTest.keyClick(new.form.label, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.pane.entry is not None and dialog.pane.entry.label == "Simon Pegg")


def test_a_merge_is_shown_settled_and_made(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    choose(qtbot, dialog, CRUSE)
    button(dialog, "Merge into…").click()
    asked = merge_dialog(qtbot, dialog)
    with qtbot.waitActive(asked):
        asked.activateWindow()
    qtbot.waitUntil(field(asked, "The name that stays").hasFocus)
    QTest.keyClicks(field(asked, "The name that stays"), "tom crui")
    QTest.keyClick(field(asked, "The name that stays"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: button(asked, "Merge").isEnabled())
    qtbot.waitUntil(lambda: any(box.isVisible() for box in asked.findChildren(QComboBox)))  # a layout shows it later
    choice = next(box for box in asked.findChildren(QComboBox) if box.isVisible())
    assert [choice.itemText(at).split("  ")[0] for at in range(2)] == ["1962", "1963"]
    choice.setCurrentIndex(1)
    button(asked, "Merge").click()
    qtbot.waitUntil(lambda: raw(dialog, CRUSE).redirect == TOM.id)
    qtbot.waitUntil(lambda: lines(dialog.entries.model) == ["Hayley Atwell 0", "Tom Cruise 3"])
    assert raw(dialog, TOM).existed_from == "1963"
    qtbot.waitUntil(lambda: not dialog.findChildren(MergeDialog))  # it closes a turn after the names follow
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.entries.view.setFocus()
    QTest.keyClick(dialog.entries.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: raw(dialog, CRUSE).redirect is None)


def test_which_name_stays_can_be_swapped(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    dialog.ask_to_merge((CRUSE.id,), TOM.id)
    asked = merge_dialog(qtbot, dialog)
    qtbot.waitUntil(lambda: button(asked, "Merge").isEnabled())
    button(asked, "Swap").click()
    qtbot.waitUntil(lambda: button(asked, "Merge").isEnabled())
    button(asked, "Merge").click()
    qtbot.waitUntil(lambda: raw(dialog, TOM).redirect == CRUSE.id)


def test_one_name_dropped_on_another_asks_for_a_merge(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    model = dialog.entries.model
    dragged, onto = model.index_of(CRUSE.id), model.index_of(TOM.id)
    data = model.mimeData([dragged])
    assert data.hasFormat(MIME)
    assert model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, onto)
    assert not model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, dragged)
    model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, onto)
    asked = merge_dialog(qtbot, dialog)
    assert (asked._losers, asked._winner) == ((CRUSE.id,), TOM.id)
    assert raw(dialog, CRUSE).redirect is None, "nothing is merged unasked"
    qtbot.waitUntil(lambda: button(asked, "Merge").isEnabled())
    asked.reject()


class Drag:
    """Names that are dragged over the tree and dropped there, as the desktop would have it."""

    def __init__(self, dialog: VocabularyDialog, *entries: Entry) -> None:
        self.view = dialog.entries.view
        model = dialog.entries.model
        self._data = model.mimeData([model.index_of(entry.id) for entry in entries])
        self._model = model
        self._send(QDragEnterEvent, QPoint(2, 2))

    def over(self, entry: Entry | None) -> bool:
        """Move over the line of ``entry``, or below all lines; tell whether it may be dropped there."""
        return self._send(QDragMoveEvent, self._place(entry)).isAccepted()

    def drop(self, entry: Entry) -> None:
        self._send(QDropEvent, QPointF(self._place(entry)))

    def leave(self) -> None:
        QApplication.sendEvent(self.view.viewport(), QDragLeaveEvent())

    def target(self) -> str:
        return self.view.drop_target().data() or ""

    def _place(self, entry: Entry | None) -> QPoint:
        if entry is None:
            return QPoint(20, self.view.viewport().height() - 4)
        return self.view.visualRect(self._model.index_of(entry.id)).center()

    def _send(self, kind: type[QDropEvent], place: QPoint | QPointF) -> QDropEvent:
        event = kind(place, Qt.DropAction.CopyAction, self._data, Qt.MouseButton.LeftButton, NO_KEY)  # type: ignore[arg-type]
        QApplication.sendEvent(self.view.viewport(), event)
        return event


def test_a_name_dragged_onto_another_aims_at_its_line_and_asks_for_a_merge(
    qtbot: QtBot, dialog: VocabularyDialog
) -> None:
    drag = Drag(dialog, CRUSE)
    plain = dialog.entries.view.grab().toImage()
    assert drag.over(TOM)
    assert drag.target() == "Tom Cruise"
    assert dialog.entries.view.grab().toImage() != plain, "the line aimed at is framed"
    assert not drag.over(CRUSE), "not on itself"
    assert not drag.over(None), "nor beside all names"
    assert drag.target() == ""
    drag.over(TOM)
    drag.drop(TOM)
    assert drag.target() == ""
    asked = merge_dialog(qtbot, dialog)
    assert (asked._losers, asked._winner) == ((CRUSE.id,), TOM.id)
    qtbot.waitUntil(lambda: button(asked, "Merge").isEnabled())
    asked.reject()


def test_a_drag_that_leaves_aims_at_nothing(dialog: VocabularyDialog) -> None:
    drag = Drag(dialog, CRUSE)
    drag.over(HAYLEY)
    drag.leave()
    assert drag.target() == ""
    assert not dialog.findChildren(MergeDialog)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # which a menu does
def test_a_place_dragged_onto_another_is_put_into_it(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    dialog.show_kind(EntryKind.LOCATION)
    qtbot.waitUntil(lambda: dialog.entries.model.tree.kind is EntryKind.LOCATION)
    drag = Drag(dialog, HELLESYLT)
    assert drag.over(NORWAY)
    drag.drop(NORWAY)
    (menu,) = (one for one in dialog.findChildren(QMenu) if one.isVisible())
    lies = menu.actions()[0]
    assert lies.text() == "Hellesylt &lies in Norway"
    lies.trigger()
    menu.close()
    qtbot.waitUntil(lambda: raw(dialog, HELLESYLT).parent == NORWAY.id)


def test_a_name_of_another_kind_is_refused_where_it_hovers(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    drag = Drag(dialog, TOM)
    dialog.show_kind(EntryKind.LOCATION)
    qtbot.waitUntil(lambda: dialog.entries.model.tree.kind is EntryKind.LOCATION)
    assert not drag.over(NORWAY)
    assert "only names of one kind" in QToolTip.text()
    drag.leave()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_what_cannot_be_merged_is_said(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    dialog.ask_to_merge((NORWAY.id,), TOM.id)
    asked = merge_dialog(qtbot, dialog)
    qtbot.waitUntil(lambda: "only names of one kind" in asked._words.text())
    assert not button(asked, "Merge").isEnabled()
    asked.reject()


def test_findings_are_worked_through(qtbot: QtBot, dialog: VocabularyDialog, bridge: Bridge) -> None:
    bridge.edit(ChangeEntry(Entry(id=CRUSE.id, kind=CRUSE.kind, label="Tom Cruse")))
    page = dialog.hygiene
    dialog.show_hygiene()
    qtbot.waitUntil(lambda: page.model.index(0, 1).data() == "Tom Cruise / Tom Cruse")
    button(page, "Keep apart").click()
    qtbot.waitUntil(lambda: page.model.index(0, 0).data() == "Unused")
    assert raw(dialog, TOM).different_from == (CRUSE.id,)
    button(page, "Edit").click()
    qtbot.waitUntil(lambda: dialog.pane.entry is not None and dialog.pane.entry.id == HAYLEY.id)


def test_clips_are_one_click_away(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    choose(qtbot, dialog, TOM)
    with qtbot.waitSignal(dialog.clips_wanted) as signal:
        button(dialog.pane, "Show clips").click()
    assert signal.args == [ClipsWanted(EntryId(TOM.id))]


def test_every_field_has_a_name_for_screen_readers(qtbot: QtBot, dialog: VocabularyDialog) -> None:
    fields = [edit for edit in dialog.findChildren(QLineEdit) if not edit.isHidden()]
    assert all(edit.accessibleName() for edit in fields)
    assert dialog.entries.view.accessibleName()
    assert dialog.hygiene.list.accessibleName()


class Asked(EntriesModel):
    """Counts which lines it is asked for the words of."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: set[int] = set()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.rows.add(index.row())
        return super().data(index, role)


def test_of_a_long_list_only_the_lines_that_are_seen_are_asked_for(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    people = [an_entry(EntryKind.PERSON, f"Person {number:04}") for number in range(1_200)]
    places = {entry.id: place for place, entry in enumerate(people)}
    model = Asked()
    view = EntryTree(model)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    model.show(Tree(EntryKind.PERSON, people, [-1] * len(people), {-1: range(len(people))}, places))
    view.setCurrentIndex(model.index_of(people[700].id))
    qtbot.waitUntil(lambda: 700 in model.rows)
    assert model.rowCount() == 1_200
    assert len(model.rows) < 100
    qtmodeltester.check(model, force_py=True)


def test_a_line_says_to_assistive_programs_that_it_cannot_be_written_in(dialog: VocabularyDialog) -> None:
    line = QAccessible.queryAccessibleInterface(dialog.entries.view).child(4)
    assert line.state().editable == 0
