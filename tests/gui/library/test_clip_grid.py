from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from core.model.clip import Role, Status
from core.model.ids import ClipId, EntryId
from core.model.media import MediaKind
from core.ports.index import Chip
from gui.app import application
from gui.bridge.loader import Loader
from gui.library import ClipActivated, ClipGrid, RetryWanted, SelectionChanged, ThumbnailCache
from gui.library.card_layout import CardLayout
from gui.library.card_painter import CardPainter
from gui.library.scrub_painter import keyframe_at
from gui.library.stretches import Room, Shown, State, Stretches
from gui.style import apply_theme, qcolor
from gui.style import theme as current_theme
from tests.gui.library.cards import CardFile, a_card

COLOURS = ("red", "green", "blue", "yellow")


@pytest.fixture
def file() -> CardFile:
    return CardFile()


@pytest.fixture
def grid(qtbot: QtBot, tmp_path: Path, file: CardFile) -> Iterator[ClipGrid]:
    for at, colour in enumerate(COLOURS):
        image = QImage(QSize(320, 180), QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(tmp_path / f"{at}.jpg"))
    loader = Loader()
    cache = ThumbnailCache(lambda still: tmp_path / f"{still.partition('-')[2]}.jpg", loader)
    made = ClipGrid(file, lambda entry: f"name of {entry}", cache)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    loader.close()


def cell(grid: ClipGrid, at: int) -> CardLayout:
    return CardLayout(grid.visualRect(grid.model().index(at, 0)))


def colour_at(grid: ClipGrid, at: QPoint) -> QColor:
    return grid.viewport().grab().toImage().pixelColor(at)


def test_a_million_clips_fetch_one_page_for_the_first_paint(grid: ClipGrid, file: CardFile, qtbot: QtBot) -> None:
    grid.show_rows(range(1_000_000))
    grid.viewport().repaint()
    qtbot.wait(20)
    assert len(file.calls) == 1
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    grid.viewport().repaint()
    qtbot.wait(20)
    assert len(file.calls) <= 3


def test_posters_appear_when_they_are_decoded(grid: ClipGrid, qtbot: QtBot) -> None:
    grid.show_rows(range(4))
    centre = cell(grid, 0).poster.center()
    qtbot.waitUntil(lambda: colour_at(grid, centre).green() > 120 and colour_at(grid, centre).red() < 20)


def test_moving_over_a_poster_scrubs_through_its_keyframes(grid: ClipGrid, qtbot: QtBot) -> None:
    grid.show_rows(range(4))
    poster = cell(grid, 0).poster
    qtbot.mouseMove(grid.viewport(), poster.center() + QPoint(0, 5))
    qtbot.mouseMove(grid.viewport(), QPoint(poster.right() - 3, poster.center().y()))
    qtbot.waitUntil(
        lambda: colour_at(grid, poster.center()).red() > 200 and colour_at(grid, poster.center()).green() > 200
    )
    qtbot.mouseMove(grid.viewport(), QPoint(poster.left() + 3, poster.center().y()))
    qtbot.waitUntil(
        lambda: colour_at(grid, poster.center()).red() > 200 and colour_at(grid, poster.center()).green() < 30
    )


@pytest.mark.parametrize(("fraction", "at"), [(0.0, 0), (0.24, 0), (0.25, 1), (0.99, 3), (1.0, 3)])
def test_each_keyframe_has_an_equal_part_of_the_poster(fraction: float, at: int) -> None:
    assert keyframe_at(fraction, 4) == at


def test_selection_is_told_by_count_and_current_row(grid: ClipGrid, qtbot: QtBot) -> None:
    grid.show_rows([30, 20, 10])
    told: list[SelectionChanged] = []
    grid.selection_changed.connect(told.append)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell(grid, 1).name.center())
    assert told[-1] == SelectionChanged(1, 20)
    grid.selectAll()
    assert told[-1].count == 3
    assert grid.selected_rows() == [30, 20, 10]


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp])
def test_a_step_to_the_clip_the_keys_are_on_selects_it(grid: ClipGrid, qtbot: QtBot, key: Qt.Key) -> None:
    grid.show_rows([7, 3, 9])
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    grid.clearSelection()
    qtbot.keyClick(grid, key, Qt.KeyboardModifier.ControlModifier)
    assert grid.selected_rows() == []
    qtbot.keyClick(grid, key)
    assert grid.selected_rows() == [7]


def test_a_new_result_keeps_the_clips_selected_that_are_in_both(grid: ClipGrid) -> None:
    grid.show_rows([1, 2, 3, 4])
    grid.select_rows([2, 4])
    grid.show_rows([9, 4, 8, 2, 7])
    assert sorted(grid.selected_rows()) == [2, 4]
    card = grid.current_card()
    assert card is not None
    assert card.row == 2
    grid.show_rows([9])
    assert grid.selected_rows() == []
    assert grid.selected_count() == 0


def test_a_new_result_keeps_its_place_on_the_screen(grid: ClipGrid) -> None:
    grid.show_rows(range(10_000))
    grid.scrollTo(grid.model().index(4000, 0), grid.ScrollHint.PositionAtTop)
    top = grid.visible_rows().start
    grid.show_rows(range(500, 10_000))
    assert top - 500 in range(
        grid.visible_rows().start, grid.visible_rows().start + 2 * grid.geometry_of_cells().columns
    )


def test_a_line_that_appears_below_the_clips_moves_none_of_them(grid: ClipGrid) -> None:
    grid.show_rows(range(1_000))
    grid.verticalScrollBar().setValue(1_037)
    place = grid.top()
    grid.resize(800, 577)
    assert (grid.verticalOffset(), grid.top()) == (1_037, place)
    grid.resize(800, 600)
    assert (grid.verticalOffset(), grid.top()) == (1_037, place)


def test_the_clip_at_the_upper_edge_stays_there_when_the_grid_gets_wider(grid: ClipGrid) -> None:
    grid.show_rows(range(1_000))
    grid.verticalScrollBar().setValue(1_037)
    first = grid.visible_rows().start
    grid.resize(1_200, 600)
    assert first in grid.visible_rows()


def test_clips_that_come_in_while_at_the_upper_edge_are_seen(grid: ClipGrid) -> None:
    grid.show_rows(list(range(100)))
    grid.show_rows([200, *range(100)])
    assert grid.verticalOffset() == 0


def test_a_renamed_clip_is_painted_anew(grid: ClipGrid, file: CardFile) -> None:
    grid.show_rows(range(3))
    grid.select_rows([1])
    file.changed[1] = a_card(1, name="renamed.mov")
    grid.refresh_clips({ClipId("clip1")})
    card = grid.current_card()
    assert card is not None
    assert card.name == "renamed.mov"
    assert grid.selected_rows() == [1]


def test_enter_activates_the_clip(grid: ClipGrid, qtbot: QtBot) -> None:
    grid.show_rows(range(3))
    grid.select_rows([2])
    with qtbot.waitSignal(grid.activated_clip) as activated:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert activated.args == [ClipActivated(a_card(2))]


def test_an_unreadable_clip_offers_to_try_again(grid: ClipGrid, file: CardFile, qtbot: QtBot) -> None:
    file.changed[1] = a_card(
        1, kind=MediaKind.UNREADABLE, poster=None, keyframes=(), duration=None, problem="It is cut off. " * 20
    )
    grid.show_rows(range(3))
    assert not grid.grab().isNull()
    room = cell(grid, 1).chips
    with qtbot.waitSignal(grid.retry_wanted) as retry:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(room.x() + 10, room.center().y()))
    assert retry.args == [RetryWanted(ClipId("clip1"))]
    with qtbot.assertNotEmitted(grid.retry_wanted, wait=10):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(room.right() - 4, room.center().y()))


def test_cards_of_every_sort_are_painted(grid: ClipGrid, file: CardFile, qtbot: QtBot) -> None:
    chips = tuple(
        Chip(EntryId(f"{role.name}{at}"), role, status) for at in range(3) for role in Role for status in Status
    )
    file.changed = {
        0: a_card(0, chips=chips, rating=5),
        1: a_card(1, kind=MediaKind.STILL, duration=None),
        2: a_card(2, poster=None, keyframes=()),
        3: a_card(3, problem="It ends after 3.2 s: the file is cut off; what is there was kept."),
    }
    file.gone.add(4)
    grid.show_rows(range(6))
    grid.selectAll()
    grid.set_cell_width(1)
    qtbot.wait(20)
    grid.set_cell_width(10_000)
    qtbot.wait(20)
    assert grid.cell_width() == 420


def settled(grid: ClipGrid, qtbot: QtBot) -> QImage:
    """Return how ``grid`` looks once nothing more is being painted."""
    shown = grid.visible_rows()
    qtbot.waitUntil(lambda: not any(grid._clips.is_coming(at) for at in shown))
    qtbot.waitUntil(lambda: painted_of(grid) >= set(shown))
    for _ in range(2):
        qtbot.wait(20)
        grid._pictures._loader._pool.waitForDone()
    qtbot.wait(20)
    return grid.viewport().grab().toImage()


def painted_of(grid: ClipGrid) -> set[int]:
    """Return the places of which there are pictures."""
    return {at for shown, _ in grid._pictures._kept.values() for at in shown.places}


def test_a_card_that_was_fetched_anew_shows_names_as_they_are_now(qtbot: QtBot, tmp_path: Path, file: CardFile) -> None:
    names = {EntryId("tom"): "Tom"}
    loader = Loader()
    grid = ClipGrid(file, names.__getitem__, ThumbnailCache(tmp_path.joinpath, loader))
    qtbot.addWidget(grid)
    chips = (Chip(EntryId("tom"), Role.PERSON_SHOWN, Status.CONFIRMED),)
    file.changed[0] = a_card(0, chips=chips)
    grid.resize(400, 300)
    grid.show()
    grid.show_rows([0])
    first = settled(grid, qtbot)
    names[EntryId("tom")] = "Thomas"
    file.changed[0] = a_card(0, chips=chips)
    grid.refresh_all()
    qtbot.waitUntil(lambda: grid.viewport().grab().toImage() != first)
    loader.close()


def test_a_card_is_painted_once_however_often_it_is_looked_at(
    grid: ClipGrid, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid.show_rows(range(1_000))
    first = settled(grid, qtbot)
    painted: list[str] = []
    monkeypatch.setattr(CardPainter, "paint", lambda *given: painted.append(given[3].name))
    assert settled(grid, qtbot) == first
    assert painted == []
    grid.verticalScrollBar().setValue(30)
    grid.verticalScrollBar().setValue(0)
    assert settled(grid, qtbot) == first
    assert set(painted).isdisjoint(f"clip-{at}.mov" for at in grid.visible_rows())


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_picture_of_a_card_is_what_would_be_painted_in_its_place(
    grid: ClipGrid, file: CardFile, qtbot: QtBot, theme: str
) -> None:
    apply_theme(application(), theme)
    chips = (Chip(EntryId("tom"), Role.PERSON_SHOWN, Status.CLAIMED),)
    file.changed[0] = a_card(0, chips=chips, rating=3, poster=None)
    grid.show_rows([0])
    grid.selectAll()
    seen = settled(grid, qtbot).copy(cell(grid, 0).cell)
    wanted = QImage(seen.size(), QImage.Format.Format_RGB32)
    wanted.fill(qcolor(current_theme().base))
    painter = QPainter(wanted)
    cards = CardPainter(lambda entry: f"name of {entry}")
    cards.paint(painter, wanted.rect(), file.changed[0], None, State.SELECTED)
    painter.end()
    assert seen.convertToFormat(wanted.format()) == wanted


def test_what_will_be_scrolled_to_is_painted_before(grid: ClipGrid, qtbot: QtBot) -> None:
    grid.show_rows(range(1_000))
    settled(grid, qtbot)
    grid.verticalScrollBar().setValue(4_000)
    shown = grid.visible_rows()
    qtbot.waitUntil(lambda: painted_of(grid) >= set(range(shown.start, shown.stop + len(shown))))
    grid.verticalScrollBar().setValue(3_900)
    shown = grid.visible_rows()
    qtbot.waitUntil(lambda: painted_of(grid) >= set(range(shown.start - len(shown), shown.stop)))


def test_cards_are_fetched_and_painted_off_the_gui_thread(
    grid: ClipGrid, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: dict[str, set[int]] = {"paint": set(), "__call__": set()}
    for kind, work in ((CardPainter, "paint"), (CardFile, "__call__")):
        real, of = getattr(kind, work), threads[work]
        monkeypatch.setattr(kind, work, lambda *given, real=real, of=of: of.add(get_ident()) or real(*given))
    grid.show_rows(range(1_000))
    settled(grid, qtbot)
    grid.verticalScrollBar().setValue(9_000)
    settled(grid, qtbot)
    assert all(threads.values())
    assert get_ident() not in threads["paint"] | threads["__call__"]


def test_a_card_that_stands_out_otherwise_is_painted_alone(
    grid: ClipGrid, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid.show_rows(range(1_000))
    settled(grid, qtbot)
    painted: list[str] = []
    real = CardPainter.paint
    monkeypatch.setattr(CardPainter, "paint", lambda *given: painted.append(given[3].name) or real(*given))
    grid.select_rows([1])
    settled(grid, qtbot)
    assert painted == ["clip-1.mov"]


def test_the_pictures_of_cards_are_kept_within_a_bound(qtbot: QtBot, tmp_path: Path) -> None:
    loader = Loader()
    pictures = Stretches(tmp_path.joinpath, loader, most_bytes=1_000_000)
    cell = QRect(0, 0, 250, 200)
    room = Room(CardPainter(str), (cell,), 1, 200, 250, 0, 1.0, mirrored=False, theme="dark")

    def shown(row: int) -> Shown:
        return Shown(range(row, row + 1), [a_card(row)], bytes(1), room)

    for row in range(20):
        with qtbot.waitSignal(pictures.arrived):
            pictures.prepare(shown(row))
    assert 1_000_000 >= pictures.bytes > 600_000
    assert {kept.name for kept, _ in pictures._kept.values()} == {shown(row).name for row in range(15, 20)}
    loader.close()
