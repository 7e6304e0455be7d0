"""1 to 9 among the clips: what lies on them is seen and tags all that are selected."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, AddMoment, TagClips
from core.model.clip import Clip, Moment
from core.model.ids import MomentId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from core.settings import Settings
from gui.main_window import quick_tags
from gui.main_window.window import MainWindow
from gui.player.number_keys import _AT_ONCE, NumberKeys
from gui.style import apply_theme
from tests.gui.main_window.test_glance import BOAT, TOM, TRAIN, a_window, select
from tests.support.model import a_tag, an_entry

NORWAY = an_entry(EntryKind.LOCATION, "Norway")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, archive: Archive) -> Iterator[MainWindow]:
    archive.catalog.apply(AddEntry(TOM))
    archive.catalog.apply(AddEntry(NORWAY))
    archive.catalog.apply(AddClips((TRAIN, BOAT)))
    archive.catalog.apply(TagClips((TRAIN.id, BOAT.id), a_tag(NORWAY)))
    archive.catalog.apply(TagClips((TRAIN.id,), a_tag(TOM)))
    apply_theme(qapp, "dark")
    made = a_window(archive, Settings())
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == 2)
    yield made
    made.close()
    made.deleteLater()


def tagged(window: MainWindow, clip: Clip) -> set[str]:
    window.bridge.settle()
    label = window.archive.vocabulary.label
    return {label(tag.entry) for tag in window.archive.clip(clip.id).tags}


def seen(window: MainWindow) -> list[str]:
    return [tag.text for tag in window.quick.row._tags] if window.quick.row.isVisible() else []


@pytest.mark.parametrize(("as_list", "at_once"), [(False, 500), (True, 500), (False, 1)])
def test_a_number_tags_all_that_are_selected_as_one_step(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, as_list: bool, at_once: int
) -> None:
    monkeypatch.setattr(quick_tags, "_AT_ONCE", at_once)
    window.pane.show_list(as_list)
    select(window, qtbot, TRAIN, BOAT)
    qtbot.waitUntil(lambda: seen(window) == ["Norway", "Tom Cruise"])
    view = window.pane.views.list.table if as_list else window.pane.grid
    QTest.keyClick(view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: tagged(window, BOAT) == {"Norway", "Tom Cruise"})
    qtbot.waitUntil(lambda: "Tom Cruise" in window.actions_["undo"].text())
    window.actions_["undo"].trigger()
    assert tagged(window, BOAT) == {"Norway"}
    assert tagged(window, TRAIN) == {"Norway", "Tom Cruise"}


def test_what_all_have_already_is_told_and_is_no_step(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, TRAIN, BOAT)
    qtbot.waitUntil(lambda: len(seen(window)) == 2)
    before = window.actions_["undo"].text()
    QTest.keyClick(window.pane.grid, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "Norway is on all" in window.statusBar().currentMessage())
    assert window.actions_["undo"].text() == before


def test_a_number_that_is_held_tags_once(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, TRAIN, BOAT)
    qtbot.waitUntil(lambda: len(seen(window)) == 2)
    for kind, at_ms in ((QEvent.Type.KeyPress, 1_000), (QEvent.Type.KeyRelease, 1_660), (QEvent.Type.KeyPress, 1_660)):
        event = QKeyEvent(kind, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier)  # as X11 repeats a key, without a mark
        event.setTimestamp(at_ms)
        QApplication.sendEvent(window.pane.grid, event)
    window.bridge.settle()
    assert tagged(window, BOAT) == {"Norway", "Tom Cruise"}
    assert "on all of them" not in window.statusBar().currentMessage()


def test_the_row_comes_with_a_selection_stays_and_may_be_clicked_while_there_is_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert seen(window) == []
    select(window, qtbot, BOAT)
    qtbot.waitUntil(lambda: len(seen(window)) == 2)
    QTest.mouseClick(window.quick.row, Qt.MouseButton.LeftButton, pos=window.quick.row._rects()[1].center())
    assert tagged(window, BOAT) == {"Norway", "Tom Cruise"}
    window.pane.grid.select_rows([])
    qtbot.waitUntil(lambda: not window.quick.row.isEnabled())
    assert len(seen(window)) == 2


def test_moments_are_not_tagged_so(window: MainWindow, qtbot: QtBot) -> None:
    moment = Moment(id=MomentId("m"), span=Span(Fraction(1), Fraction(2)), label="waves back")
    window.bridge.edit(AddMoment(TRAIN.id, moment))
    window.pane.search("moments: waves")
    qtbot.waitUntil(lambda: window.pane.moments.isVisible() and window.pane.moments.count() == 1)
    assert window.pane.result is not None
    window.pane.moments.select_rows([card.row for card in window.pane.result.moments or ()])
    qtbot.waitUntil(lambda: window.pane.grid.selected_count() == 1)
    assert seen(window) == []


def test_the_keys_are_those_of_the_player(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, BOAT)
    qtbot.waitUntil(lambda: len(seen(window)) == 2)
    assert window.playing.page.numbers is window.playing.numbers
    window.bridge.edit(TagClips((BOAT.id,), a_tag(TOM)))
    window.bridge.settle()
    qtbot.waitUntil(lambda: window.playing.numbers._recent == [TOM.id])
    assert seen(window) == ["Norway", "Tom Cruise"]  # what fingers have learnt stays where it is


def test_among_many_names_the_most_used_are_found_by_a_reader(window: MainWindow, qtbot: QtBot) -> None:
    numbers = NumberKeys(window.bridge)
    numbers.want()
    many = {an_entry(EntryKind.KEYWORD, f"word {at}").id: 1 for at in range(_AT_ONCE)}
    with qtbot.waitSignal(numbers.changed):
        numbers.set_uses({**many, NORWAY.id: 7, TOM.id: 9})
        assert numbers.entries == ()
    assert numbers.entries == (TOM.id, NORWAY.id)
