"""The list of clips: lines over the same model and selection as the grid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.errors import ArchiveProblem
from core.model.clip import Clip, Role, Status
from core.model.ids import ClipId, EntryId
from core.model.media import DateShot, MediaFacts, MediaFile, Precision
from core.ports.index import Chip, Order
from gui.app import application
from gui.bridge.bridge import Bridge
from gui.bridge.loader import Loader
from gui.library import ClipGrid, ClipViews, ThumbnailCache
from gui.library.line_painter import LinePainter
from gui.library.stretches import State
from gui.library.table_columns import COLUMNS, NO_FACTS, facts_of
from gui.style import apply_theme, qcolor
from gui.style import theme as current_theme
from tests.gui.library.cards import CardFile, a_card
from tests.support.model import a_clip


class Bench:
    def __init__(self, qtbot: QtBot, archive: Archive, folder: Path) -> None:
        self.file = CardFile()
        self.bridge = Bridge(archive)
        self.loader = Loader()
        cache = ThumbnailCache(lambda still: folder / f"{still}.jpg", self.loader)
        self.grid = ClipGrid(self.file, lambda entry: f"name of {entry}", cache)
        self.views = ClipViews(self.bridge, self.grid, cache)
        self.views.resize(900, 600)
        self.views.show()
        qtbot.waitExposed(self.views)
        self.table, self.header = self.views.list.table, self.views.list.header

    def close(self) -> None:
        self.views.close()
        self.loader.close()
        self.bridge.close()


@pytest.fixture
def bench(qtbot: QtBot, archive: Archive, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, archive, tmp_path)
    yield made
    made.close()


def title(bench: Bench, key: str) -> QPoint:
    at = next(at for at, column in enumerate(COLUMNS) if column.key == key)
    return QPoint(bench.header.sectionViewportPosition(at) + 12, 15)


def test_a_million_lines_fetch_one_page_and_read_a_screenful(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows(range(1_000_000))
    bench.views.show_list(True)
    bench.table.viewport().repaint()
    qtbot.wait(30)
    assert len(bench.file.calls) == 1
    bench.table.verticalScrollBar().setValue(bench.table.verticalScrollBar().maximum())
    bench.table.viewport().repaint()
    assert len(bench.file.calls) <= 3
    bench.table.selectAll()
    assert bench.grid.selected_count() == 1_000_000
    assert len(bench.file.calls) <= 3


def test_list_and_cards_share_what_is_selected(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows([30, 20, 10])
    bench.grid.select_rows([20])
    bench.views.show_list(True)
    assert bench.table.currentIndex().row() == 1
    qtbot.keyClick(bench.table, Qt.Key.Key_Down)
    assert bench.grid.selected_rows() == [10]
    with qtbot.waitSignal(bench.grid.activated_clip) as activated:
        qtbot.keyClick(bench.table, Qt.Key.Key_Return)
    assert activated.args[0].card == a_card(10)
    bench.views.show_list(False)
    assert bench.grid.currentIndex().row() == 2


def test_the_focus_follows_what_is_shown(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows([1, 2])
    bench.views.activateWindow()
    bench.views.show_list(True)
    bench.grid.setFocus()
    qtbot.waitUntil(bench.table.hasFocus)
    bench.views.show_list(False)
    qtbot.waitUntil(bench.grid.hasFocus)


def test_a_title_orders_and_again_turns_round_where_there_is_an_order(bench: Bench, qtbot: QtBot) -> None:
    bench.views.show_list(True)
    asked: list[tuple[Order, bool]] = []
    bench.views.list.order_wanted.connect(lambda order, backward: asked.append((order, backward)))

    def click(key: str) -> None:
        qtbot.mouseClick(bench.header.viewport(), Qt.MouseButton.LeftButton, pos=title(bench, key))
        if asked:
            bench.views.list.show_order(asked[-1][0], backward=asked[-1][1])

    click("name")
    click("name")
    click("duration")
    click("people")
    assert asked == [(Order.NAME, False), (Order.NAME, True), (Order.DURATION, False)]
    assert bench.header.sortIndicatorSection() == 1
    assert bench.header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_new_result_keeps_its_place(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows(range(10_000))
    bench.views.show_list(True)
    bench.table.scrollTo(bench.table.model().index(4000, 0), bench.table.ScrollHint.PositionAtTop)
    bench.grid.show_rows(range(500, 10_000))
    assert bench.table.visible_rows().start == 3500


def test_columns_are_remembered_with_order_width_and_choice(bench: Bench) -> None:
    header = bench.header
    header.moveSection(0, 2)
    header.resizeSection(1, 123)
    header.menu().actions()[3].toggle()
    kept = header.arrangement()
    header.moveSection(2, 0)
    header.resizeSection(1, 60)
    header.setSectionHidden(3, False)
    header.restore(kept)
    assert (header.visualIndex(0), header.sectionSize(1), header.isSectionHidden(3)) == (2, 123, True)
    header.restore("bm90IGEgc3RhdGU=")
    assert header.sectionSize(1) == 123


def test_what_is_not_on_a_card_is_read_for_the_lines_that_are_seen(bench: Bench, qtbot: QtBot) -> None:
    read: list[str] = []
    real = bench.bridge.archive.catalog.clip

    def counting(clip: str) -> Clip | None:
        read.append(clip)
        return real(clip)  # type: ignore[arg-type]

    bench.bridge.archive.catalog.clip = counting  # type: ignore[method-assign, assignment]
    bench.grid.show_rows(range(5_000))
    bench.views.show_list(True)
    settled(bench, qtbot)
    assert set(read) >= {f"clip{at}" for at in bench.table.visible_rows()}
    assert len(read) <= 2 * len(bench.table.visible_rows())


def test_facts_are_told_as_an_archivist_writes_them() -> None:
    clip = a_clip(
        "a.mov",
        files=(MediaFile(path="/a.mov", size=1_700_000),),
        facts=MediaFacts(codec="hevc", width=3840, height=2160, camera="ALEXA 35"),
        date_shot=DateShot(value="2020-09-06T20:12:30", precision=Precision.SECOND),
    )
    facts = facts_of(clip)
    assert (facts.shot, facts.size, facts.codec) == ("2020-09-06 20:12", "1.7 MB", "hevc")
    assert (facts.picture, facts.camera, facts.added) == ("3840 × 2160", "ALEXA 35", "2026-11-22")


def test_people_are_named_with_how_sure_that_is() -> None:
    people = next(column for column in COLUMNS if column.key == "people")
    chips = (
        Chip(EntryId("tom"), Role.PERSON_SHOWN, Status.CLAIMED),
        Chip(EntryId("oslo"), Role.LOCATION_SHOWN, Status.CONFIRMED),
        Chip(EntryId("ada"), Role.PERSON_SHOWN, Status.CONFIRMED),
    )
    assert people.text(a_card(1, chips=chips), NO_FACTS, str) == "tom ?, ada"


def test_what_is_refuted_is_not_told_as_a_fact_in_a_line() -> None:
    people = next(column for column in COLUMNS if column.key == "people")
    chips = tuple(
        Chip(EntryId(name), Role.PERSON_SHOWN, status)
        for name, status in (
            ("tom", Status.REFUTED),
            ("ada", Status.DISPUTED),
        )
    )
    assert people.text(a_card(1, chips=chips), NO_FACTS, str) == "ada !"


def test_wide_columns_scroll_sideways_with_their_titles(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows(range(40))
    bench.views.show_list(True)
    qtbot.wait(20)
    bar = bench.table.horizontalScrollBar()
    assert bar.maximum() == bench.header.length() - bench.table.viewport().width()
    bar.setValue(bar.maximum())
    assert bench.header.offset() == bar.maximum()
    assert not bench.table.grab().isNull()


def settled(bench: Bench, qtbot: QtBot) -> QImage:
    """Return how the list looks once nothing more is being painted."""
    for _ in range(4):
        qtbot.wait(20)
        bench.loader._pool.waitForDone()
    qtbot.wait(20)
    return bench.table.viewport().grab().toImage()


def painted_now(bench: Bench, state: State = State.PLAIN, line: int = 0) -> QImage:
    """Return how a line is painted where it lies, without any picture."""
    cell = bench.table.visualRect(bench.table.model().index(line, 0))
    wanted = QImage(cell.size(), QImage.Format.Format_RGB32)
    wanted.fill(qcolor(current_theme().base))
    painter = QPainter(wanted)
    painter.setLayoutDirection(bench.table.layoutDirection())
    bench.table._cells_painter().paint(painter, wanted.rect(), bench.grid._clips.card(line), None, state)
    painter.end()
    return wanted


def line_of(seen: QImage, bench: Bench, line: int = 0) -> QImage:
    return seen.copy(bench.table.visualRect(bench.table.model().index(line, 0))).convertToFormat(
        seen.Format.Format_RGB32
    )


@pytest.fixture(params=["left to right", "right to left"])
def read_from(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = qapp.layoutDirection()
    if request.param == "right to left":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield request.param
    qapp.setLayoutDirection(before)


@pytest.fixture(params=["dark", "light"])
def themed(request: pytest.FixtureRequest) -> Iterator[str]:
    apply_theme(application(), request.param)
    yield request.param
    apply_theme(application(), "dark")


def test_the_picture_of_a_line_is_what_would_be_painted_in_its_place(
    read_from: str, themed: str, bench: Bench, qtbot: QtBot
) -> None:
    chips = (Chip(EntryId("tom"), Role.PERSON_SHOWN, Status.CLAIMED),)
    bench.file.changed = {at: a_card(at, chips=chips, rating=3, poster=None) for at in range(9)}
    bench.grid.show_rows(range(9))
    bench.grid.select_rows([1])
    bench.views.show_list(True)
    seen = settled(bench, qtbot)
    assert line_of(seen, bench, 0) == painted_now(bench, line=0)
    assert line_of(seen, bench, 8) == painted_now(bench, line=8)
    bench.grid.setFocusProxy(None)  # type: ignore[arg-type]
    bench.table.clearFocus()
    assert line_of(settled(bench, qtbot), bench, 1) == painted_now(bench, State.SELECTED, line=1)
    bar = bench.table.horizontalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert line_of(settled(bench, qtbot), bench, 7) == painted_now(bench, line=7)


def test_lines_are_painted_off_the_gui_thread_and_once(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[tuple[int, str]] = []
    real = LinePainter.paint
    monkeypatch.setattr(
        LinePainter, "paint", lambda *given: painted.append((get_ident(), given[3].name)) or real(*given)
    )
    bench.file.changed = {at: a_card(at, poster=None) for at in range(200)}
    bench.grid.show_rows(range(200))
    bench.views.show_list(True)
    first = settled(bench, qtbot)
    bench.table.verticalScrollBar().setValue(30)
    settled(bench, qtbot)
    bench.table.verticalScrollBar().setValue(0)
    assert settled(bench, qtbot) == first
    names = [name for _, name in painted]
    assert len(names) == len(set(names)) > len(bench.table.visible_rows())
    assert get_ident() not in {thread for thread, _ in painted}


def test_columns_that_are_moved_leave_lines_to_be_read_until_they_are_painted_anew(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows(range(40))
    bench.views.show_list(True)
    before = settled(bench, qtbot)
    bench.loader.close()  # nothing is painted any more
    bench.header.resizeSection(0, 320)
    assert bench.table.viewport().grab().toImage() == before


def test_a_line_tells_what_is_known_now_of_a_clip_that_changed(bench: Bench, qtbot: QtBot) -> None:
    shot = DateShot(value="2020-09-06", precision=Precision.DAY)

    def clip(_clip: str) -> Clip:
        return a_clip("a.mov", date_shot=shot)

    bench.bridge.archive.catalog.clip = clip  # type: ignore[method-assign, assignment]
    bench.grid.show_rows(range(3))
    bench.views.show_list(True)
    before = settled(bench, qtbot)
    shot = DateShot(value="2021-10-17", precision=Precision.DAY)
    bench.views.refresh_clips({ClipId("clip1")})
    after = settled(bench, qtbot)
    assert line_of(after, bench, 1) != line_of(before, bench, 1)
    assert line_of(after, bench, 0) == line_of(before, bench, 0)


def test_a_damaged_record_leaves_the_rest_of_its_line(bench: Bench, qtbot: QtBot) -> None:
    def clip(_clip: str) -> Clip:
        raise ArchiveProblem("damaged")

    bench.bridge.archive.catalog.clip = clip  # type: ignore[method-assign, assignment]
    bench.file.changed = {1: a_card(1, poster=None)}
    bench.grid.show_rows([0, 1])
    bench.views.show_list(True)
    assert line_of(settled(bench, qtbot), bench, 1) == painted_now(bench, line=1)
