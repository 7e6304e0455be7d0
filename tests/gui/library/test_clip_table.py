"""The list of clips: lines over the same model and selection as the grid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.model.clip import Clip, Role, Status
from core.model.ids import EntryId
from core.model.media import DateShot, MediaFacts, MediaFile, Precision
from core.ports.index import Chip, Order
from gui.bridge.bridge import Bridge
from gui.bridge.loader import Loader
from gui.library import ClipGrid, ClipViews, ThumbnailCache
from gui.library.table_columns import COLUMNS, NO_FACTS, facts_of
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
    qtbot.waitUntil(lambda: len(read) > 5)
    qtbot.wait(50)
    assert len(read) <= 2 * len(bench.table.visible_rows())
    assert read[0] == "clip0"


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


def test_wide_columns_scroll_sideways_with_their_titles(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows(range(40))
    bench.views.show_list(True)
    qtbot.wait(20)
    bar = bench.table.horizontalScrollBar()
    assert bar.maximum() == bench.header.length() - bench.table.viewport().width()
    bar.setValue(bar.maximum())
    assert bench.header.offset() == bar.maximum()
    assert not bench.table.grab().isNull()
