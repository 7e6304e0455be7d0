"""Cells under headings lie where arithmetic says, and a simple drawing of lines agrees."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.widgets import GridView, Section
from gui.widgets.sections import HEADER, SectionedGeometry, Sections
from tests.gui.widgets.test_grid_geometry import check_stretches
from tests.gui.widgets.test_grid_view import Numbers


def a_geometry(sizes: list[int], width: int, wanted: int) -> SectionedGeometry:
    starts = [sum(sizes[:at]) for at in range(len(sizes))]
    sections = Sections([Section(start, f"from {start}") for start in starts])
    return SectionedGeometry(sum(sizes), width, wanted, 4, 6, lambda width: width // 2, sections)


geometries = st.builds(
    a_geometry,
    st.lists(st.integers(1, 40), min_size=1, max_size=12),
    st.integers(120, 1600),
    st.integers(60, 400),
)


@given(geometries)
def test_cells_and_headings_follow_one_another_and_never_overlap(geometry: SectionedGeometry) -> None:
    headings = {section.start: rect for section, rect in geometry.headers_between(0, geometry.height)}
    assert list(headings) == geometry.sections.starts
    for before, after in pairwise(range(geometry.count)):
        upper, lower = geometry.rect(before), geometry.rect(after)
        assert not upper.intersects(lower)
        if after in headings:
            assert upper.bottom() < headings[after].top()
            assert headings[after].bottom() < lower.top()
    assert headings[0].height() == HEADER
    assert geometry.rect(geometry.count - 1).bottom() < geometry.height


@given(geometries, st.data())
def test_the_middle_of_a_cell_finds_the_cell_and_a_heading_finds_none(
    geometry: SectionedGeometry, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, geometry.count - 1))
    assert geometry.row_at(geometry.rect(row).center()) == row
    section = data.draw(st.integers(0, len(geometry.sections.all) - 1))
    assert geometry.row_at(geometry.header_rect(section).center()) == -1


@given(geometries, st.integers(0, 4000), st.integers(0, 900))
def test_the_cells_between_two_heights_are_all_that_reach_into_them(
    geometry: SectionedGeometry, top: int, height: int
) -> None:
    found = set(geometry.rows_between(top, top + height))
    reach = {
        row
        for row in range(geometry.count)
        if geometry.rect(row).top() <= top + height and geometry.rect(row).bottom() >= top
    }
    assert reach <= found
    assert len(found - reach) <= geometry.columns * 2


@given(geometries, st.integers(0, 4000), st.integers(0, 900), st.integers(1, 9))
def test_stretches_are_whole_lines_in_which_cells_lie_as_they_do_in_the_list(
    geometry: SectionedGeometry, top: int, height: int, lines: int
) -> None:
    check_stretches(geometry, top, height, lines)


@given(geometries, st.data())
def test_an_area_holds_the_cells_it_touches(geometry: SectionedGeometry, data: st.DataObject) -> None:
    corner = QPoint(data.draw(st.integers(0, geometry.width)), data.draw(st.integers(0, geometry.height)))
    size = data.draw(st.integers(1, 600))
    area = QRect(corner, corner + QPoint(size, size))
    held = {row for first, last in geometry.spans_in(area) for row in range(first, last + 1)}
    assert {row for row in range(geometry.count) if geometry.rect(row).intersects(area)} <= held


@given(geometries, st.data())
def test_down_and_up_keep_the_column_where_lines_are_long_enough(
    geometry: SectionedGeometry, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, geometry.count - 1))
    below = geometry.vertically(row, 1)
    assert below == row or geometry.rect(below).top() > geometry.rect(row).top()
    assert geometry.rect(below).left() <= geometry.rect(row).left()
    if geometry.rect(below).left() == geometry.rect(row).left() and below != row:
        assert geometry.vertically(below, -1) == row


def test_headings_are_painted_and_arrows_cross_them(qtbot: QtBot) -> None:
    view = GridView("Numbers")
    qtbot.addWidget(view)
    view.setModel(Numbers(30))
    view.set_cells(200, lambda width: width, 10, 10)
    view.set_sections([Section(0, "Monday"), Section(7, "Tuesday", "23 clips")])
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    columns = view.geometry_of_cells().columns
    assert columns == 5
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 6
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 8
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.currentIndex().row() == 29
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    view.set_sections(())
    assert view.geometry_of_cells().rect(0).top() == 10
