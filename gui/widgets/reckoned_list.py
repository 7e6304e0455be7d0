"""A list of equal cells whose places are reckoned, over any list model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from gui.style import Space, TextRole, elided, font, mirrored, mirrored_point, qcolor, theme, width_of
from gui.widgets.grid_geometry import GridGeometry
from gui.widgets.sections import Section, SectionedGeometry, Sections
from gui.widgets.steady_bar import SteadyBar

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_State = QStyle.StateFlag


def ranges_of(selection: QItemSelection) -> list[tuple[int, int]]:
    """Return the (first, last) rows of each range of ``selection``, in no order."""
    return [(part.top(), part.bottom()) for part in selection]  # type: ignore[attr-defined]


def _square(width: int) -> int:
    return width


class ReckonedList(QListView):
    """Cells fill the width; their number costs nothing, for every place is reckoned and only what shows is painted.

    It is a QListView so that assistive technology sees a list; whatever of QListView walks over all rows is overridden.
    """

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = 220
        self._gap: int = Space.M
        self._margin: int = Space.M
        self._height_for: Callable[[int], int] = _square
        self._hovered = -1
        self._sections: Sections | None = None
        self._laid_out: GridGeometry | None = None
        self._asked: object = None
        self._reckoned = GridGeometry(0, 0, 0, 0, 0, _square)
        """Where everything lies by the measures that were asked for last."""
        self.setAccessibleName(accessible_name)
        self.setFrameShape(self.Shape.NoFrame)
        self.set_ground(QPalette.ColorRole.Shadow)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBar(SteadyBar(Qt.Orientation.Vertical))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that columns never change because the bar came or went.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Under a style sheet every scroll step would repaint the whole viewport without this.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    def set_ground(self, role: QPalette.ColorRole) -> None:
        """Paint ``role`` of the palette behind the cells and the scroll bar; at first it is the back-most, Shadow."""
        self.setBackgroundRole(role)
        self.setAutoFillBackground(True)

    # measures

    def set_cells(self, wanted: int, height_for: Callable[[int], int], gap: int, margin: int) -> None:
        """Set the width cells should come near to (0: one column), their height for a width, and the room around."""

        def resize() -> None:
            self._wanted, self._height_for, self._gap, self._margin = wanted, height_for, gap, margin
            self.updateGeometries()

        self._keeping_place(resize)

    def cell_width(self) -> int:
        """Return the width cells should come near to, in device-independent pixels."""
        return self._wanted

    def set_cell_width(self, wanted: int) -> None:
        """Make cells about ``wanted`` pixels wide; what is seen at the upper edge stays there."""
        self.set_cells(wanted, self._height_for, self._gap, self._margin)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Put headings between the cells; none where there are no sections.  The first begins with cell 0."""

        def divide() -> None:
            self._sections = Sections(sections) if sections else None
            self.updateGeometries()

        if sections or self._sections is not None:
            self._keeping_place(divide)

    def sections(self) -> tuple[Section, ...]:
        """Return the headings between the cells."""
        return self._sections.all if self._sections is not None else ()

    def geometry_of_cells(self) -> GridGeometry:
        """Return where everything lies just now."""
        measures = (
            self._count(), self.viewport().width(), self._wanted, self._gap, self._margin, self._height_for
        )  # fmt: skip
        asked = (measures, self._sections)
        if asked != self._asked:
            sections = self._sections
            made = GridGeometry(*measures) if sections is None else SectionedGeometry(*measures, sections)
            self._asked, self._reckoned = asked, made
        return self._reckoned

    def visible_rows(self) -> range:
        """Return the rows of which at least a part is seen."""
        top = self.verticalOffset()
        return self.geometry_of_cells().rows_between(top, top + self.viewport().height() - 1)

    def _count(self) -> int:
        model = self.model()
        return model.rowCount(self.rootIndex()) if model is not None else 0

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0, self.rootIndex())

    def _keeping_place(self, work: Callable[[], None]) -> None:
        """Do ``work``; nothing moves where cells stay as they are, else the first that is seen goes to the upper edge.

        Where they were is asked of the last layout: a view that is resized has its new width already.
        """
        before, offset = self._laid_out or self.geometry_of_cells(), self.verticalOffset()
        top = before.rows_between(offset, offset).start
        work()
        if offset > 0 and top < self._count():
            after = self.geometry_of_cells().rect(top)
            self.verticalScrollBar().setValue(offset if after == before.rect(top) else after.top() - self._margin)
        self.viewport().update()

    # what QAbstractItemView asks

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self._lying(self.geometry_of_cells().rect(index.row()).translated(0, -self.verticalOffset()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        at = mirrored_point(point, self.viewport().rect())
        row = self.geometry_of_cells().row_at(at + QPoint(0, self.verticalOffset()))
        return self._index(row) if row >= 0 else QModelIndex()

    def _lying(self, rect: QRect) -> QRect:
        """Return where a cell lies in the viewport, which reads from right to left where the window does."""
        return mirrored(rect, self.viewport().rect())

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:  # noqa: ARG002
        return False

    def viewportSizeHint(self) -> QSize:
        return QSize(4 * max(self._wanted, 60), 3 * max(self._wanted, 60))

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        rect, bar, height = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        if not index.isValid():
            return
        if hint is _Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif hint is _Hint.PositionAtTop or rect.top() < self._margin:
            bar.setValue(bar.value() + rect.top() - self._margin)
        elif hint is _Hint.PositionAtBottom or rect.bottom() > height - self._margin:
            bar.setValue(bar.value() + rect.bottom() - height + self._margin)

    def updateGeometries(self) -> None:
        self._laid_out = geometry = self.geometry_of_cells()
        bar = self.verticalScrollBar()
        bar.setSingleStep(max(geometry.line_height // 4, 12))
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, geometry.height - self.viewport().height()))
        bar.setEnabled(bar.maximum() > 0)  # the style sheet hides the handle of a bar that leads nowhere
        QAbstractItemView.updateGeometries(self)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, shown, geometry = QRegion(), self.visible_rows(), self.geometry_of_cells()
        for first, last in ranges_of(selection):
            for row in range(max(first, shown.start), min(last + 1, shown.stop)):
                region += self._lying(geometry.rect(row).translated(0, -self.verticalOffset()))
        return region

    # QListView's own versions of these walk over every row

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def dataChanged(self, top_left: _Index, bottom_right: _Index, roles: Any = ()) -> None:
        if QAccessible.isActive():  # it would ask where each cell lies, to update what is seen of them
            QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)
        geometry = self.geometry_of_cells()
        lines = geometry.rect(top_left.row()).united(geometry.rect(bottom_right.row()))
        self.viewport().update(0, lines.top() - self.verticalOffset(), self.viewport().width(), lines.height())

    def rowsInserted(self, parent: _Index, first: int, last: int) -> None:
        QAbstractItemView.rowsInserted(self, parent, first, last)
        self.updateGeometries()
        self.viewport().update()

    def rowsAboutToBeRemoved(self, parent: _Index, first: int, last: int) -> None:
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, first, last)

    def keyboardSearch(self, search: str) -> None:
        """Letters are left to shortcuts."""

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.updateGeometries()

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        def resize() -> None:
            QAbstractItemView.resizeEvent(self, event)
            self.updateGeometries()

        self._keeping_place(resize)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.scrollDirtyRegion(dx, dy)
        self.viewport().scroll(dx, dy)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())  # tells delegates what they need not paint
        self._paint_cells(painter, event.region(), self.palette().color(self.backgroundRole()))
        _paint_headers(painter, event.rect(), self.geometry_of_cells(), self.verticalOffset())

    def _paint_cells(self, painter: QPainter, dirty: QRegion, ground: QColor) -> None:
        """Paint what is ``dirty`` of all cells, and ``ground`` wherever they leave it to be seen."""
        room, top = dirty.boundingRect(), self.verticalOffset()
        painter.fillRect(room, ground)
        geometry, option = self.geometry_of_cells(), QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = _State.State_Enabled | (_State.State_Active if self.isActiveWindow() else _State.State_None)
        for row in geometry.rows_between(room.top() + top, room.bottom() + top):
            rect = self._lying(geometry.rect(row).translated(0, -top))
            if dirty.intersects(rect):
                option.rect = rect
                self._paint_cell(painter, option, row, plain)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, plain: QStyle.StateFlag) -> None:
        index, state = self._index(row), plain
        if self.selectionModel().isSelected(index):
            state |= _State.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= _State.State_HasFocus
        if row == self._hovered:
            state |= _State.State_MouseOver
        option.state = state
        self.itemDelegate().paint(painter, option, index)

    def _hover(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        for changed in {before, row} - {-1}:
            if changed < self._count():
                self.update(self._index(changed))


def _paint_headers(painter: QPainter, seen: QRect, geometry: GridGeometry, top: int) -> None:
    if isinstance(geometry, SectionedGeometry):
        for section, rect in geometry.headers_between(seen.top() + top, seen.bottom() + top):
            _paint_header(painter, rect.translated(0, -top), section)


def _paint_header(painter: QPainter, room: QRect, section: Section) -> None:
    """Paint the heading of a section: its title, the note, and a line to the edge."""
    inner = whole = room.adjusted(Space.S, 6, -Space.S, 0)
    painter.setFont(font(TextRole.HEADING))
    painter.setPen(qcolor(theme().text))
    title = elided(TextRole.HEADING, section.title, inner.width() * 2 // 3, Qt.TextElideMode.ElideMiddle)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
    inner = inner.adjusted(width_of(TextRole.HEADING, title) + Space.S, 0, 0, 0)
    painter.setFont(font(TextRole.SMALL))
    painter.setPen(qcolor(theme().secondary))
    note = mirrored(inner, whole)
    painter.drawText(note, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, section.note)
    inner = inner.adjusted(width_of(TextRole.SMALL, section.note) + Space.M, 0, 0, 0)
    painter.setPen(qcolor(theme().hairline))
    line = mirrored(inner, whole)
    painter.drawLine(line.left(), line.center().y() + 1, line.right(), line.center().y() + 1)
