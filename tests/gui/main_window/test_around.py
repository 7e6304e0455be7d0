"""What stands around the work, in a window on an archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive, open_archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.model.clip import Access, Moment
from core.model.ids import MomentId
from core.model.media import Keyframe, MediaFile
from core.model.time import Span
from core.model.vocabulary import EntryKind
from core.ports.index import Order
from core.search.facets import Facet
from core.settings import Settings
from gui.around.dragging import PICTURE
from gui.around.session import session_file
from gui.around.troubles import TroublesDialog
from gui.bridge.bridge import Long
from gui.bridge.thumbnails import Look
from gui.main_window.finding import Parting
from gui.main_window.help import KeysDialog
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.palette import Palette
from gui.preferences.keys import KeysChosen
from gui.style import apply_theme
from tests.support.model import a_clip, a_tag, an_entry

NAMES = [f"take {number:02}.mov" for number in range(60)]
TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
OPENED: list[Path] = []


def a_window(qtbot: QtBot, archive: Archive, settings: Settings) -> MainWindow:
    requests = Requests(open=OPENED.append, create=print, sample=print, dress=print, quit=print)
    made = MainWindow(archive, settings, requests)
    made.show()
    qtbot.waitUntil(lambda: made.pane.result is not None)
    return made


@pytest.fixture
def folder(archive: Archive, qapp: QApplication) -> Path:
    """Return the folder of an archive with sixty clips, the first of them tagged."""
    apply_theme(qapp, "dark")
    clips = tuple(a_clip(name) for name in NAMES)
    archive.catalog.apply(AddClips(clips))
    archive.catalog.apply(AddEntry(TOM))
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(TOM)))
    archive.close()
    return archive.folder


@pytest.fixture
def window(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    made = a_window(qtbot, open_archive(folder), Settings(recent_archives=("/archives/Norway.slatebook",)))
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == len(NAMES))
    yield made
    made.close()
    made.deleteLater()


def palette_of(qtbot: QtBot, window: MainWindow, text: str) -> Palette:
    window.actions_["palette"].trigger()
    palette = next(one for one in window.findChildren(Palette) if one.isVisible())
    palette.field.setText(text)
    return palette


def test_the_palette_does_a_command_and_counts_it(qtbot: QtBot, window: MainWindow) -> None:
    palette = palette_of(qtbot, window, "whole arch")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.settings.palette_uses == {"command:show_all": 1}


def test_the_palette_orders_clips(qtbot: QtBot, window: MainWindow) -> None:
    palette = palette_of(qtbot, window, "order dura")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pane.order is Order.DURATION)


def test_the_palette_shows_the_clips_of_a_name(qtbot: QtBot, window: MainWindow) -> None:
    palette = palette_of(qtbot, window, "@tocr")
    qtbot.waitUntil(lambda: [item.text for item in palette.model.items] == ["Tom Cruise"])
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pane.grid.count() == 1)
    assert "Tom Cruise" in window.pane.bar.text()


def test_the_palette_opens_a_recent_archive(qtbot: QtBot, window: MainWindow) -> None:
    OPENED.clear()
    palette = palette_of(qtbot, window, "norway")
    qtbot.waitUntil(palette.isActiveWindow)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(OPENED))
    assert [str(folder) for folder in OPENED] == ["/archives/Norway.slatebook"]


def test_a_name_made_since_the_palette_was_last_open_is_found(qtbot: QtBot, window: MainWindow) -> None:
    palette_of(qtbot, window, "").reject()
    window.bridge.edit(AddEntry(an_entry(EntryKind.PERSON, "Zelda Quist")))
    assert window.bridge.settle()
    palette = palette_of(qtbot, window, "zqu")
    qtbot.waitUntil(lambda: "Zelda Quist" in [item.text for item in palette.model.items])
    palette.reject()


def test_chosen_keys_count_are_kept_and_stand_on_the_sheet(qtbot: QtBot, window: MainWindow) -> None:
    window.shortcuts.on_chosen(KeysChosen("find", ("Ctrl+G",)))
    assert window.actions_["find"].toolTip().endswith("(Ctrl+G)")
    assert window.settings.shortcuts == {"find": ("Ctrl+G",)}
    assert ("Ctrl+G", "Go to the search field") in window.shortcuts.sheet()["Edit"]
    window.shortcuts.on_chosen(KeysChosen("find", ("Ctrl+F",)))
    assert window.settings.shortcuts == {}


def test_keys_of_the_settings_count_and_those_of_unknown_commands_do_not(qtbot: QtBot, folder: Path) -> None:
    settings = Settings(shortcuts={"find": ("Ctrl+G",), "gone": ("Ctrl+H",)})
    window = a_window(qtbot, open_archive(folder), settings)
    assert window.actions_.keys("find") == ("Ctrl+G",)
    window.close()


def test_the_sheet_has_every_key_there_is_and_finds_among_them(qtbot: QtBot, window: MainWindow) -> None:
    sheet = window.shortcuts.sheet()
    assert {"File", "Edit", "Clip", "View", "Help", "In the player"} <= sheet.keys()
    window.actions_["shortcuts"].trigger()
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    dialog.filter.setText("in point")
    assert dialog.keys.shown() == [("I", "Mark the in point")]
    dialog.reject()


def test_the_window_opens_where_it_was_left(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.pane.search("take", Order.NAME)
    qtbot.waitUntil(lambda: window.pane.result is not None and window.pane.result.order is Order.NAME)
    result = window.pane.result
    assert result is not None
    window.pane.grid.select_rows([result.rows[40], result.rows[41]])
    window.pane.grid.verticalScrollBar().setValue(1_000)
    clips, top = window.pane.selected_clips(), window.pane.grid.top()
    assert top[0] is not None
    window.browser.hide()
    window.close()
    again = a_window(qtbot, open_archive(folder), window.settings)
    qtbot.waitUntil(lambda: again.pane.selected_clips() == clips)
    assert (again.pane.bar.text(), again.pane.order) == ("take", Order.NAME)
    assert again.pane.grid.top() == top
    assert again.browser.isHidden()
    assert not again.actions_["show_browser"].isChecked()
    again.close()
    again.deleteLater()


def test_the_list_its_headings_and_the_folded_sections_are_as_they_were_left(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.actions_["list_view"].trigger()
    window.pane.views.list.order_wanted.emit(Order.NAME, True)
    window.actions_["by_location"].trigger()
    qtbot.waitUntil(lambda: window.pane.result is not None and bool(window.pane.result.sections))
    window.browser.list.lines.set_open(Facet.CAMERA, is_open=True)
    window.browser.list.lines.set_open(EntryKind.KEYWORD, is_open=False)
    turned, table = window.browser.turned, window.pane.views.list.table
    table.verticalScrollBar().setValue(500)
    top = table.top()
    assert top[0] is not None
    window.remember()
    window.close()
    again = a_window(qtbot, open_archive(folder), window.settings)
    qtbot.waitUntil(lambda: again.pane.views.list.table.top() == top)
    wish = again.pane.wish
    assert (wish.order, wish.backward, wish.parting) == (Order.NAME, True, Parting.LOCATION)
    assert again.browser.turned == turned == ("camera", "keyword")
    assert again.browser.shows_facets
    again.close()
    again.deleteLater()


def test_moments_are_selected_and_scrolled_as_they_were_left(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    span = Span(Fraction(0), Fraction(1))
    moments = tuple(Moment(id=MomentId(f"m{at:03}"), span=span, label=f"wave {at:03}") for at in range(90))
    window.bridge.edit(AddClips((replace(a_clip("waves.mov"), moments=moments),)))
    window.pane.search("moments: wave")
    qtbot.waitUntil(lambda: window.pane.moments.count() == len(moments))
    grid = window.pane.moments
    grid.select_rows([window.pane.rows_of_moments()[MomentId("m040")]])
    grid.verticalScrollBar().setValue(700)
    offset = grid.verticalOffset()
    window.close()
    again = a_window(qtbot, open_archive(folder), window.settings)
    qtbot.waitUntil(lambda: again.pane.moments.selected_count() == 1)
    shown = again.pane.rows_of_moments()
    assert again.pane.moments.selected_rows() == [shown[MomentId("m040")]]
    assert again.pane.moments.verticalOffset() == offset == 700
    again.close()
    again.deleteLater()


def test_the_clip_of_a_moment_is_open_in_the_player_again(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    moment = Moment(id=MomentId("m"), span=Span(Fraction(0), Fraction(1)), label="waves back")
    window.bridge.edit(AddClips((replace(a_clip("waves.mov"), moments=(moment,)),)))
    window.pane.search("moments: waves")
    qtbot.waitUntil(lambda: window.pane.moments.count() == 1)
    window.pane.moments.select_rows([window.pane.rows_of_moments()[moment.id]])
    (clip,) = window.pane.selected_clips()
    window.playing.play()
    qtbot.waitUntil(lambda: window.playing.is_shown)
    window.close()
    again = a_window(qtbot, open_archive(folder), window.settings)
    qtbot.waitUntil(lambda: again.playing.is_shown and again.playing.player.clip is not None)
    assert again.playing.player.clip is not None
    assert again.playing.player.clip.id == clip
    assert again.pane.selected_clips() == (clip,)
    again.close()
    again.deleteLater()


def test_a_damaged_session_is_no_hindrance(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.close()
    session_file(folder).write_bytes(b"{")
    again = a_window(qtbot, open_archive(folder), window.settings)
    assert again.pane.bar.text() == ""
    again.close()
    again.deleteLater()


def test_originals_are_dragged_out_as_files(qtbot: QtBot, window: MainWindow, tmp_path: Path, folder: Path) -> None:
    grid, carried = window.pane.grid, []
    drag_out = window.around.dragging.grids[0]
    file = tmp_path / "å #1.mov"
    file.write_bytes(b"x")
    drag_out._files = lambda: [file]
    drag_out.carry = lambda drag: carried.append([url.toLocalFile() for url in drag.mimeData().urls()])
    at = grid.visualRect(grid.model().index(1, 0)).center()
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(grid.viewport(), at + QPoint(40, 0))
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert carried == [[str(file)]]
    assert grid.selected_count() == 1


def test_originals_are_dragged_out_of_the_list_as_out_of_the_cards(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "there.mov"
    file.write_bytes(b"x")
    picture = QImage(64, 36, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(tmp_path / "still.jpg"))
    still = window.archive.stills.put((tmp_path / "still.jpg").read_bytes())
    places = [MediaFile(path=str(one), size=1) for one in (tmp_path / "gone.mov", file)]
    clip = a_clip("first.mov", files=tuple(places), poster=still)
    window.bridge.edit(AddClips((clip,)))
    qtbot.waitUntil(lambda: window.pane.grid.count() == len(NAMES) + 1)
    window.actions_["list_view"].trigger()
    table, drag_out = window.pane.views.list.table, window.around.dragging.grids[1]
    carried: list[QDrag] = []
    drag_out.carry = carried.append
    at = table.visualRect(table.model().index(0, 0)).center()
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: window.pictures.has(still, Look.FIT))
    QTest.mouseMove(table.viewport(), at + QPoint(40, 0))
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    (drag,) = carried
    assert [url.toLocalFile() for url in drag.mimeData().urls()] == [str(file)]
    assert drag.pixmap().width() == PICTURE


def test_originals_that_are_gone_are_told_of_and_not_dragged(qtbot: QtBot, window: MainWindow) -> None:
    window.pane.grid.selectAll()
    assert window.around.dragging._originals() == []
    assert "60 originals are not where" in window.toasts.message()


def test_a_press_on_a_gap_or_with_shift_begins_no_drag(qtbot: QtBot, window: MainWindow) -> None:
    grid, carried = window.pane.grid, list[QDrag]()
    window.around.dragging.grids[0].carry = carried.append
    at = grid.visualRect(grid.model().index(1, 0)).center()
    for place, modifier in ((QPoint(1, 1), Qt.KeyboardModifier.NoModifier), (at, Qt.KeyboardModifier.ShiftModifier)):
        QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, modifier, place)
        QTest.mouseMove(grid.viewport(), place + QPoint(60, 5))
        QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    assert carried == []


def test_long_work_that_ends_while_nobody_looks_is_told(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    with qtbot.waitSignal(window.bridge.long_ended):
        window.bridge.start(Long.EXPORT, lambda _job: 1, progressed=print, done=lambda _: None)
    assert window.around.notices.last == ""
    window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    with qtbot.waitSignal(window.bridge.long_ended):
        window.bridge.start(Long.IMPORT, lambda _job: 1, progressed=print, done=lambda _: None)
    assert window.around.notices.last == "The import has ended."


def test_what_went_wrong_is_listed(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["troubles"].trigger()
    dialog = window.findChild(TroublesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "Nothing went wrong." in dialog._said.text())
    dialog.reject()


def test_a_keyframe_is_dragged_out_as_a_file_whose_name_tells_what_it_is(qtbot: QtBot, window: MainWindow) -> None:
    archive, carried = window.archive, list[str]()
    stills = [archive.stills.put(content) for content in (b"first", b"second")]
    frames = tuple(
        Keyframe(time=Fraction(seconds), still=still, width=64, height=36)
        for seconds, still in zip((0, 65), stills, strict=True)
    )
    clip = replace(a_clip("roof: take.mov"), keyframes=frames, poster=stills[0])
    window.bridge.edit(AddClips((clip,)))
    qtbot.waitUntil(lambda: window.pane.grid.count() == len(NAMES) + 1)
    row = archive.index.rows((clip.id,))[clip.id]
    window.pane.grid.select_rows([row])
    strip = window.inspector.pictures.strip
    qtbot.waitUntil(lambda: len(strip.frames()) == 2)
    urls = window.around.dragging.strip
    urls.carry = lambda drag: carried.extend(url.toLocalFile() for url in drag.mimeData().urls())
    at = strip.frame_rect(1).center()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(strip, at + QPoint(0, 30))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert [Path(file).name for file in carried] == ["roof- take 1-05.jpg"]
    assert Path(carried[0]).read_bytes() == b"second"


def test_a_frame_of_the_contact_sheet_is_dragged_out_and_an_embargo_is_told(qtbot: QtBot, window: MainWindow) -> None:
    still = window.archive.stills.put(b"picture")
    frame = Keyframe(time=Fraction(65), still=still, width=64, height=36)
    held = Access(embargo="2999-01-01", reason="in post")
    clip = replace(a_clip("roof: take.mov"), keyframes=(frame,), poster=still, access=held)
    window.bridge.edit(AddClips((clip,)))
    qtbot.waitUntil(lambda: window.pane.grid.count() == len(NAMES) + 1)
    window.pane.grid.select_rows([window.archive.index.rows((clip.id,))[clip.id]])
    window.actions_["contact_sheet"].trigger()
    grid = window.glance.sheet.grid
    qtbot.waitUntil(lambda: len(grid.frames.frames) == 1)
    carried: list[str] = []
    (drag_out,) = window.around.dragging.sheets
    drag_out.carry = lambda drag: carried.extend(url.toLocalFile() for url in drag.mimeData().urls())
    at = grid.visualRect(grid.frames.index(0)).center()
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(grid.viewport(), at + QPoint(0, 30))
    assert [Path(file).name for file in carried] == ["roof_ take 1.05.jpg"]
    assert Path(carried[0]).read_bytes() == b"picture"
    qtbot.waitUntil(lambda: "and so is this still" in window.toasts.message())


def test_a_question_mark_shows_the_sheet_but_not_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.pane.bar.focus_field()
    qtbot.keyClicks(QApplication.focusWidget(), "?")
    assert window.findChild(KeysDialog) is None
    assert window.pane.bar.text() == "?"
    window.pane.grid.setFocus()
    qtbot.keyClick(window.pane.grid, Qt.Key.Key_Question)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    dialog.reject()


def test_an_archive_that_is_dropped_is_opened(qtbot: QtBot, window: MainWindow) -> None:
    OPENED.clear()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/archives/Norway Shoot.slatebook")])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), copy, data, button, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.overlay.words == "Drop to open Norway Shoot"
    QApplication.sendEvent(window, QDropEvent(QPointF(40, 40), copy, data, button, none))
    assert [str(folder) for folder in OPENED] == ["/archives/Norway Shoot.slatebook"]
    assert not window.imports.is_running
