"""A grid in which clips, or anything else, are chosen by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.style import FOCUS_FRAME, is_mirrored, mirrored, mirrored_point, qcolor, theme, translucent
from gui.widgets.reckoned_list import ReckonedList

_Move = QAbstractItemView.CursorAction


class GridView(ReckonedList):
    """Arrows, Page, Home and End move, Shift extends in reading order, and a drag from a gap draws a rubber band.

    Selections are made of ranges, so that choosing a million costs what choosing one does.
    """

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        self._band_from: QPoint | None = None
        self._band = QRect()
        self.setProperty(FOCUS_FRAME, False)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        count, row = self._count(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        if row < 0:
            return self._index(count - 1 if action is _Move.MoveEnd else 0)
        return self._index(self._target(action, row, count - 1))

    def _target(self, action: QAbstractItemView.CursorAction, row: int, last: int) -> int:
        """Return where a step leads; one line beyond the end it leads nowhere, a page beyond it to the end."""
        geometry = self.geometry_of_cells()
        page = max(1, self.viewport().height() // geometry.line_height)
        match action:
            case _Move.MoveUp | _Move.MoveDown:
                return geometry.vertically(row, -1 if action is _Move.MoveUp else 1)
            case _Move.MovePageUp | _Move.MovePageDown:
                target = geometry.vertically(row, -page if action is _Move.MovePageUp else page)
                reached = abs(geometry.rect(target).top() - geometry.rect(row).top()) >= page * geometry.line_height
                return target if reached else 0 if action is _Move.MovePageUp else last
            case _Move.MoveLeft | _Move.MoveRight | _Move.MovePrevious | _Move.MoveNext:
                forward = action is _Move.MoveNext or action is (_Move.MoveLeft if is_mirrored() else _Move.MoveRight)
                return min(last, row + 1) if forward else max(0, row - 1)
        return 0 if action is _Move.MoveHome else last

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        area, chosen, geometry = rect.translated(0, self.verticalOffset()), QItemSelection(), self.geometry_of_cells()
        spans: Iterable[tuple[int, int]] = ()
        if self._band_from is not None:
            spans = geometry.spans_in(mirrored(area.normalized(), self.viewport().rect()))
        elif geometry.count:
            # Qt passes the rectangle from where the selection began to where it is to reach, unsorted.
            seen = self.viewport().rect()
            corners = mirrored_point(area.topLeft(), seen), mirrored_point(area.bottomRight(), seen)
            ends = geometry.nearest(corners[0]), geometry.nearest(corners[1])
            spans = [(min(ends), max(ends))]
        for first, last in spans:
            chosen.select(self._index(first), self._index(last))
        self.selectionModel().select(chosen, command)

    def selectAll(self) -> None:
        if count := self._count():
            every = QItemSelection(self._index(0), self._index(count - 1))
            self.selectionModel().select(every, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and not self.indexAt(at).isValid():
            self._band_from = at + QPoint(0, self.verticalOffset())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._band_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._stretch_band(event.position().toPoint(), event.modifiers())

    def _stretch_band(self, to: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._band_from is None or self._count() == 0:
            return
        before = self._band
        self._band = QRect(self._band_from - QPoint(0, self.verticalOffset()), to).normalized()
        adding = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        flags = QItemSelectionModel.SelectionFlag
        self.setSelection(self._band, flags.Select if adding else flags.ClearAndSelect)
        self.viewport().update(before.united(self._band).adjusted(-2, -2, 2, 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._band_from = None
        if not self._band.isNull():
            self._band = QRect()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._band.isNull():
            self._paint_band(QPainter(self.viewport()))

    def _paint_band(self, painter: QPainter) -> None:
        painter.setPen(QPen(qcolor(theme().accent), 1))
        painter.setBrush(translucent(theme().accent, 0.14))
        painter.drawRect(QRectF(self._band).adjusted(0.5, 0.5, -0.5, -0.5))
