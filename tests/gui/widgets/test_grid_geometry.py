from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from gui.widgets.grid_geometry import GridGeometry


def a_geometry(count: int = 100, width: int = 1000, wanted: int = 230, gap: int = 4, margin: int = 6) -> GridGeometry:
    return GridGeometry(count, width, wanted, gap, margin, lambda width: width * 9 // 16 + 60)


geometries = st.builds(
    a_geometry,
    count=st.integers(1, 10**7),
    width=st.integers(120, 4000),
    wanted=st.integers(100, 500),
    gap=st.integers(0, 20),
    margin=st.integers(0, 20),
)


@given(geometries)
def test_cells_fill_the_width_to_the_last_column(geometry: GridGeometry) -> None:
    right = geometry.rect(geometry.columns - 1).right() + 1
    assert geometry.width - geometry.margin - right <= geometry.columns
    assert right <= geometry.width - geometry.margin or geometry.columns == 1


@given(geometries, st.data())
def test_the_middle_of_a_cell_finds_the_cell(geometry: GridGeometry, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, geometry.count - 1))
    assert geometry.row_at(geometry.rect(row).center()) == row


@given(geometries, st.data())
def test_cells_do_not_overlap(geometry: GridGeometry, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, max(0, geometry.count - 2)))
    for other in {row + 1, row + geometry.columns} - {row}:
        if other < geometry.count:
            assert not geometry.rect(row).intersects(geometry.rect(other))


@given(geometries, st.integers(-500, 10**7), st.integers(1, 3000))
def test_rows_between_are_those_that_touch(geometry: GridGeometry, top: int, height: int) -> None:
    rows = geometry.rows_between(top, top + height)
    area = QRect(0, top, geometry.width, height + 1)
    assert 0 <= rows.start <= rows.stop <= geometry.count
    if rows.start > 0:
        assert not geometry.rect(rows.start - 1).intersects(area)
    if rows.stop < geometry.count:
        assert not geometry.rect(rows.stop).intersects(area)


@given(geometries, st.integers(0, 4000), st.integers(0, 900), st.integers(1, 9))
def test_stretches_are_whole_lines_in_which_cells_lie_as_they_do_in_the_list(
    geometry: GridGeometry, top: int, height: int, lines: int
) -> None:
    check_stretches(geometry, top, height, lines)


def check_stretches(geometry: GridGeometry, top: int, height: int, lines: int) -> None:
    """Check that stretches follow each other, with all that is seen, and that their cells lie as the list has them."""
    stretches = list(geometry.stretches_between(top, top + height, lines))
    assert {row for stretch in stretches for row in stretch} >= set(geometry.rows_between(top, top + height))
    assert all(before.stop == after.start for before, after in pairwise(stretches))
    cells = geometry.cells_of_stretch(lines)
    for stretch in stretches:
        upper = geometry.rect(stretch.start).top()
        lying = [geometry.rect(row).translated(0, -upper) for row in stretch]
        assert lying == list(cells[: len(stretch)])


def test_gaps_margins_and_what_is_beyond_the_end_hold_no_cell() -> None:
    geometry = a_geometry(count=5)
    assert geometry.row_at(QPoint(0, 0)) == -1
    first = geometry.rect(0)
    assert geometry.row_at(QPoint(first.right() + 2, first.center().y())) == -1
    assert geometry.row_at(geometry.rect(5).center()) == -1
    assert geometry.row_at(QPoint(first.center().x(), -20)) == -1


def test_a_rubber_band_over_whole_lines_is_one_span() -> None:
    geometry = a_geometry(count=10**6)
    assert list(geometry.spans_in(QRect(0, 0, 1000, geometry.height))) == [(0, 10**6 - 1)]


def test_a_rubber_band_over_two_columns_is_one_span_a_line() -> None:
    geometry = a_geometry(count=11)
    area = geometry.rect(1).united(geometry.rect(2 + 2 * geometry.columns))
    assert geometry.columns == 4
    assert list(geometry.spans_in(area)) == [(1, 2), (5, 6), (9, 10)]


@pytest.mark.parametrize(("count", "lines"), [(0, 0), (1, 1), (4, 1), (5, 2)])
def test_the_height_is_that_of_all_lines(count: int, lines: int) -> None:
    geometry = a_geometry(count=count)
    gaps = max(lines - 1, 0) * geometry.gap
    assert geometry.height == (lines * geometry.cell_height + gaps + 12 if lines else 0)


def test_nothing_wanted_makes_one_column() -> None:
    geometry = GridGeometry(10, 300, 0, 0, 4, lambda _: 27)
    assert geometry.columns == 1
    assert geometry.rect(3) == QRect(4, 4 + 81, 292, 27)
