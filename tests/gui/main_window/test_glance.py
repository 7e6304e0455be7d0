"""The ways to see clips whole, in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, Describe, RemoveClips, TagClips
from core.model.clip import Clip
from core.model.ids import StillId
from core.model.media import DateShot, Keyframe, MediaFacts, MediaKind, Precision
from core.model.time import Span
from core.model.vocabulary import EntryKind
from core.ports.index import Order
from core.settings import Settings
from gui.frames import FrameWanted
from gui.inspector.moment_dialog import MomentDialog
from gui.library import ChoiceMode, EntryChosen
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme
from gui.vocabulary.vocabulary_dialog import ClipsWanted, VocabularyDialog
from tests.gui.main_window.test_accessible import mute
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")


def framed(clip: Clip, seconds: int) -> Clip:
    frames = tuple(
        Keyframe(time=Fraction(2 * at), still=StillId(f"{clip.name}{at}"), width=160, height=90) for at in range(3)
    )
    facts = MediaFacts(duration=Fraction(seconds), width=320, height=180)
    return replace(clip, keyframes=frames, poster=frames[0].still, facts=facts)


TRAIN = framed(a_clip("train.mov"), 9)
BOAT = framed(a_clip("boat.mov"), 7)
STILL = replace(framed(a_clip("zebra.jpg"), 8), kind=MediaKind.STILL)


def a_window(archive: Archive, settings: Settings) -> MainWindow:
    nothing = Requests(open=print, create=print, sample=print, dress=print, quit=print)
    made = MainWindow(archive, settings, nothing)
    made.show()
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, archive: Archive) -> Iterator[MainWindow]:
    archive.catalog.apply(AddEntry(TOM))
    archive.catalog.apply(AddClips((TRAIN, BOAT, STILL)))
    apply_theme(qapp, "dark")
    made = a_window(archive, Settings())
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == 3)
    yield made
    made.close()
    made.deleteLater()
    made.deleteLater()


def select(window: MainWindow, qtbot: QtBot, *clips: Clip) -> None:
    window.pane.grid.select_rows(list(window.archive.index.rows([clip.id for clip in clips]).values()))
    qtbot.waitUntil(lambda: set(window.inspector.clips) == {clip.id for clip in clips})


def order(window: MainWindow) -> list[str]:
    assert window.pane.result is not None
    return [card.name for card in window.archive.index.cards(window.pane.result.rows)]


def sheet_of(window: MainWindow, qtbot: QtBot, *clips: Clip) -> None:
    select(window, qtbot, *clips)
    window.actions_["contact_sheet"].trigger()
    qtbot.waitUntil(lambda: set(window.glance.sheet.clips) == {clip.id for clip in clips})


def test_one_key_shows_the_sheet_and_escape_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.actions_["contact_sheet"].isEnabled()
    sheet_of(window, qtbot, TRAIN)
    assert window.glance.sheet.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.glance.sheet.grid.hasFocus)
    qtbot.keyClick(window.glance.sheet.grid, Qt.Key.Key_Escape)
    assert window.pane.isVisible()
    assert window.glance.sheet.clips == ()
    sheet_of(window, qtbot, TRAIN)
    window.actions_["contact_sheet"].trigger()
    assert window.pane.isVisible()


@pytest.mark.parametrize("page", ["contact_sheet", "play"])
@pytest.mark.parametrize("wish", ["find", "show_all", "names", "palette"])
def test_whatever_asks_for_clips_has_them_seen(window: MainWindow, qtbot: QtBot, page: str, wish: str) -> None:
    select(window, qtbot, TRAIN)
    window.actions_[page].trigger()
    qtbot.waitUntil(lambda: not window.pane.isVisible())
    asks: dict[str, Callable[[], object]] = {
        "find": window.actions_["find"].trigger,
        "show_all": window.actions_["show_all"].trigger,
        "names": lambda: window.entries._on_clips_wanted(ClipsWanted(TOM.id)),
        "palette": lambda: window.around.reaching._show_entry(TOM.id),
    }
    asks[wish]()
    assert window.pane.isVisible()
    assert window.pane.bar.field.isVisible()


def test_the_names_window_lets_the_window_before_it(window: MainWindow) -> None:
    window.actions_["vocabulary"].trigger()
    dialog = window.findChild(VocabularyDialog)
    assert dialog.windowHandle().transientParent() is None
    assert window.statusBar().windowHandle() is None, "it stays a part of the window"
    dialog.close()


def test_every_new_page_can_be_named_by_a_screen_reader(window: MainWindow, qtbot: QtBot) -> None:
    sheet_of(window, qtbot, TRAIN, BOAT)
    assert mute(window.glance.sheet) == []
    assert window.glance.sheet.accessibleName()
    assert window.glance.comparison.accessibleName()
    window.playing.step_back()
    window.actions_["list_view"].trigger()
    assert mute(window.pane) == []


def test_tag_here_has_the_next_tag_said_of_the_stretch(window: MainWindow, qtbot: QtBot) -> None:
    sheet_of(window, qtbot, TRAIN, BOAT)
    frames = window.glance.sheet.grid.frames.frames
    wanted = next(frame for frame in frames if frame.clip == TRAIN.id and frame.frame.time == 2)
    window.glance.sheet.tag_wanted.emit(FrameWanted(wanted))
    qtbot.waitUntil(lambda: window.inspector.clips == (TRAIN.id,))
    field = window.inspector._detail.tags._field
    assert field.placeholderText().startswith("Tag 0:02–0:04")
    window.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "tom")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.archive.clip(TRAIN.id).tags))
    (moment,) = window.archive.clip(TRAIN.id).moments
    assert (moment.span.start, moment.span.end) == (2, 4)
    qtbot.waitUntil(lambda: any(frame.moments for frame in window.glance.sheet.grid.frames.frames))
    select(window, qtbot, BOAT)
    assert "0:02" not in field.placeholderText()


def test_two_clips_are_compared_and_a_still_is_not(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, TRAIN)
    assert not window.actions_["compare"].isEnabled()
    select(window, qtbot, TRAIN, STILL)
    window.actions_["compare"].trigger()
    qtbot.waitUntil(lambda: "zebra.jpg cannot be played" in window.toasts.message())
    assert window.pane.isVisible()
    select(window, qtbot, TRAIN, BOAT)
    window.actions_["compare"].trigger()
    qtbot.waitUntil(window.glance.comparison.isVisible)
    assert set(window.glance.comparison.clips) == {TRAIN.id, BOAT.id}
    assert window.playing.step_back()
    assert window.glance.comparison.clips == ()


def test_a_click_in_the_browser_leads_back_to_the_clips(window: MainWindow, qtbot: QtBot) -> None:
    sheet_of(window, qtbot, TRAIN)
    window.browser.entry_chosen.emit(EntryChosen(TOM.id, ChoiceMode.ONLY))
    assert window.pane.isVisible()


def test_clips_as_a_list_are_ordered_by_their_titles_both_ways(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["list_view"].trigger()
    assert window.pane.views.is_list
    assert window.actions_["list_view"].isChecked()
    with qtbot.waitSignal(window.pane.found):
        window.pane.views.list.order_wanted.emit(Order.DURATION, False)
    assert order(window) == ["train.mov", "zebra.jpg", "boat.mov"]
    with qtbot.waitSignal(window.pane.found):
        window.pane.views.list.order_wanted.emit(Order.DURATION, True)
    assert order(window) == ["boat.mov", "zebra.jpg", "train.mov"]
    assert "Duration" in window.pane.bar._sort.text()
    with qtbot.waitSignal(window.pane.found):
        window.pane.search("", Order.NAME)
    assert order(window) == ["boat.mov", "train.mov", "zebra.jpg"]


def test_the_list_and_its_columns_are_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["list_view"].trigger()
    window.pane.views.list.header.resizeSection(0, 333)
    window.remember()
    settings = window.settings
    assert settings.clip_list
    window.pane.views.list.header.resizeSection(0, 100)
    window.pane.views.list.header.restore(settings.list_columns)
    assert window.pane.views.list.header.sectionSize(0) == 333


def test_clips_that_are_taken_out_leave_the_sheet(window: MainWindow, qtbot: QtBot) -> None:
    sheet_of(window, qtbot, TRAIN, BOAT)
    window.bridge.edit(RemoveClips((BOAT.id,)))
    qtbot.waitUntil(lambda: window.glance.sheet.clips == (TRAIN.id,))
    assert len(window.glance.sheet.grid.frames.frames) == 3


def test_clips_stand_under_the_day_they_were_shot(window: MainWindow, qtbot: QtBot) -> None:
    day = DateShot(value="2020-09-06", precision=Precision.DAY)
    window.bridge.edit(Describe(clips=(TRAIN.id,), date_shot=day))
    window.bridge.settle()
    window.actions_["by_day"].trigger()

    def titles() -> list[tuple[int, str, str]]:
        return [(section.start, section.title, section.note) for section in window.pane.grid.sections()]

    unknown = (1, "Day not known", "2 clips")
    qtbot.waitUntil(lambda: titles() == [(0, "Sunday, 6 September 2020", "1 clip"), unknown])
    assert window.pane.views.list.table.sections() == window.pane.grid.sections()
    window.bridge.edit(Describe(clips=(TRAIN.id,), date_shot=replace(day, value="2021-01-02")))
    qtbot.waitUntil(lambda: titles() == [(0, "Saturday, 2 January 2021", "1 clip"), unknown])
    window.pane.search("", Order.NAME)
    qtbot.waitUntil(lambda: titles() == [])
    assert not window.actions_["by_day"].isChecked()


def test_clips_stand_under_the_locations_they_are_tagged_with(window: MainWindow, qtbot: QtBot) -> None:
    location = an_entry(EntryKind.LOCATION, "Hellesylt")
    window.bridge.edit(AddEntry(location))
    window.bridge.edit(TagClips((TRAIN.id,), a_tag(location)))
    window.bridge.settle()
    window.actions_["by_day"].trigger()
    window.actions_["by_location"].trigger()
    assert not window.actions_["by_day"].isChecked()

    def told() -> list[tuple[int, str, str]]:
        return [(section.start, section.title, section.note) for section in window.pane.grid.sections()]

    qtbot.waitUntil(lambda: told() == [(0, "Hellesylt", "1 clip"), (1, "None of these", "2 clips")])
    assert window.pane.result is not None
    assert window.archive.index.clip_ids(window.pane.result.rows)[0] == TRAIN.id
    window.actions_["by_location"].trigger()
    qtbot.waitUntil(lambda: told() == [])


def test_the_player_leads_back_to_the_sheet_it_was_opened_from(window: MainWindow, qtbot: QtBot) -> None:
    sheet_of(window, qtbot, TRAIN)
    window.glance.sheet.open_wanted.emit(FrameWanted(window.glance.sheet.grid.frames.frames[1]))
    qtbot.waitUntil(window.playing.page.isVisible)
    assert window.playing.player.clip is not None
    window.actions_["clear"].trigger()
    assert window.glance.sheet.isVisible()
    assert window.playing.player.clip is None
    window.actions_["clear"].trigger()
    assert window.pane.isVisible()


def test_a_field_beside_the_sheet_is_left_before_the_sheet_is(window: MainWindow, qtbot: QtBot) -> None:
    sheet_of(window, qtbot, TRAIN)
    window.activateWindow()
    window.inspector.focus_tag_field()
    field = window.inspector._detail.tags._field
    qtbot.waitUntil(field.hasFocus)
    window.actions_["clear"].trigger()
    qtbot.waitUntil(window.glance.sheet.grid.hasFocus)
    assert window.glance.sheet.isVisible()


def test_on_a_full_screen_a_moment_is_named_from_where_the_picture_stands(window: MainWindow, qtbot: QtBot) -> None:
    sheet_of(window, qtbot, TRAIN)
    window.glance.sheet.open_wanted.emit(FrameWanted(window.glance.sheet.grid.frames.frames[1]))
    qtbot.waitUntil(window.playing.page.isVisible)
    window.activateWindow()
    window.playing.player.toggle_full_screen()
    screen = window.playing.player.view.window()
    assert screen is not window
    qtbot.waitUntil(screen.isActiveWindow)
    QTest.keyClick(screen, Qt.Key.Key_M)
    (dialog,) = screen.findChildren(MomentDialog)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.focusWidget(), "waves back")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.archive.clip(TRAIN.id).moments) == 1)
    assert window.archive.clip(TRAIN.id).moments[0].span == Span(Fraction(2), Fraction(4))
    qtbot.waitUntil(lambda: not screen.findChildren(MomentDialog))
    screen.activateWindow()  # as a window manager does
    qtbot.waitUntil(screen.isActiveWindow)
    QTest.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.archive.clip(TRAIN.id).moments)
    QTest.keyClick(screen, Qt.Key.Key_F)
    assert window.playing.player.view.window() is window
