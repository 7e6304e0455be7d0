"""The clips of a result as a list with columns: a million lines cost what a screenful does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from core.ports.index import Order
from gui.library.clip_facts import ClipFacts
from gui.library.clip_grid import ClipGrid, GridMenu
from gui.library.clips_model import ClipsModel
from gui.library.line_painter import LinePainter, Place, paint_line_focus
from gui.library.line_scrubbing import LineScrubbing
from gui.library.pictured_view import PicturedView
from gui.library.table_columns import COLUMNS, Column, column_of
from gui.library.thumbnail_cache import ThumbnailCache
from gui.library.told_tags import Label
from gui.style import Space, TextRole, elided, font, mirrored, paint_icon, qcolor, theme, width_of
from gui.words import tr

_Index = QModelIndex | QPersistentModelIndex
_VCENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = _VCENTRE | Qt.AlignmentFlag.AlignLeft, _VCENTRE | Qt.AlignmentFlag.AlignRight
_LEAST_ROW, _NARROWEST_CARD = 28, 140
_MARK = 14
_BACKWARD = {True: Qt.SortOrder.DescendingOrder, False: Qt.SortOrder.AscendingOrder}


def row_height(card_width: int) -> int:
    """Return how high a line is where cards would be so wide."""
    return _LEAST_ROW + max(0, card_width - _NARROWEST_CARD) // 8


class _Titles(QAbstractTableModel):
    """The columns, without a line."""

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def data(self, _index: _Index, _role: int = 0) -> Any:
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = COLUMNS[section]
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _VCENTRE | (Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft)
        if role == Qt.ItemDataRole.ToolTipRole:
            title = tr(column.title)
            return tr("Order by “{column}”; again turns it round", column=title) if column.order else title
        return None


class Header(QHeaderView):
    """The titles: drag to move and resize, click to order, right click to choose which are shown."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setModel(_Titles(self))
        self.setAccessibleName(tr("Columns"))
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(30)
        for at, column in enumerate(COLUMNS):
            self.resizeSection(at, max(column.width, _heading_width(column)))
            self.setSectionHidden(at, not column.shown)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a title flat, in line with what stands under it, and the mark of the order beside it."""
        column, now = COLUMNS[section], theme()
        sorted_by = section == self.sortIndicatorSection()
        painter.save()
        painter.fillRect(rect, qcolor(now.window))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, qcolor(now.hairline))
        edge = mirrored(QRect(rect.right(), rect.y() + 8, 1, rect.height() - 16), rect)
        painter.fillRect(edge, qcolor(now.outline))
        room = rect.adjusted(Space.S, 0, -Space.S, 0)
        if sorted_by:
            downward = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            mark = QRect(room.right() - _MARK, room.center().y() - _MARK // 2, _MARK, _MARK)
            whole = room
            room = mirrored(QRect(room.topLeft(), QPoint(mark.left() - 2, room.bottom())), room)
            paint_icon(painter, mirrored(mark, whole), "chevron-down" if downward else "chevron-up", now.accent_text)
        painter.setFont(font(TextRole.HEADING))
        painter.setPen(qcolor(now.accent_text if sorted_by else now.secondary))
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, _VCENTRE | side, elided(TextRole.HEADING, tr(column.title), max(0, room.width())))
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), qcolor(theme().window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, qcolor(theme().hairline))
        painter.end()
        super().paintEvent(event)

    def arrangement(self) -> str:
        """Return widths, order and choice of the columns as text."""
        return bytes(self.saveState().toBase64().data()).decode()

    def restore(self, state: str) -> None:
        """Take over a state of a list with as many columns; any other is left."""
        usual = self.saveState()
        if state and (not self.restoreState(QByteArray.fromBase64(state.encode())) or self.count() != len(COLUMNS)):
            self.restoreState(usual)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu that shows and hides columns; the name stays."""
        menu = QMenu(self)
        for at, column in enumerate(COLUMNS):
            action = QAction(tr(column.title), menu)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(at))
            action.setEnabled(at != 0)
            action.toggled.connect(lambda shown, at=at: self.setSectionHidden(at, not shown))
            menu.addAction(action)
        return menu


def _heading_width(column: Column) -> int:
    """Return how wide a column is for its title to be read whole, with the mark of the order where it may stand."""
    mark = _MARK + 2 if column.order is not None else 0
    return width_of(TextRole.HEADING, tr(column.title)) + 2 * Space.S + mark + 2


class ClipTable(PicturedView):
    """The lines: shares model and selection with ``grid``, whose signals speak for both."""

    def __init__(self, grid: ClipGrid, header: Header, facts: ClipFacts, cache: ThumbnailCache, label: Label) -> None:
        clips = grid.model()
        assert isinstance(clips, ClipsModel)
        super().__init__(tr("Clips as a list"), clips, cache.loader, cache.path_of)
        self._grid = grid
        self._header = header
        self._facts = facts
        self._label = label
        self._painter: LinePainter | None = None
        self._top: tuple[int | None, int] = (None, 0)
        self.set_ground(QPalette.ColorRole.Shadow)
        self.scrubbing = LineScrubbing(self, clips, lambda line: self._cells_painter().picture_rect(line), cache)
        own = self.selectionModel()
        self.setSelectionModel(grid.selectionModel())
        own.deleteLater()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        corner = QWidget()  # the style would draw a box between the bars
        corner.setBackgroundRole(QPalette.ColorRole.Shadow)
        corner.setAutoFillBackground(True)
        self.setCornerWidget(corner)
        self.set_cells(0, lambda _width: _LEAST_ROW, 0, 0)
        self.activated.connect(grid.activated)
        self.horizontalScrollBar().valueChanged.connect(header.setOffset)
        for changed in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            changed.connect(lambda *_: self._on_columns())
        clips.modelAboutToBeReset.connect(self._note_top)
        clips.modelReset.connect(self._keep_top)

    def _cells_painter(self) -> LinePainter:
        """Return who paints under the columns as they lie now; the header is asked once."""
        if self._painter is None:
            self._painter = LinePainter(tuple(self._places()), self._facts, self._label)
        return self._painter

    def _places(self) -> Iterator[Place]:
        """Return the columns that are seen; mirrored, lines begin beside the scroll bar and titles above it."""
        header, width, bar = self._header, self.viewport().width(), self.viewport().x()
        for at, column in enumerate(COLUMNS):
            left, size = header.sectionViewportPosition(at) - bar, header.sectionSize(at)
            if not header.isSectionHidden(at) and left + size >= 0 and left <= width:
                yield Place(column, left + Space.S, max(0, size - 2 * Space.S))

    def _paint_over(self, painter: QPainter, row: int, cell: QRect) -> None:  # noqa: ARG002
        paint_line_focus(painter, cell)

    def set_row_height(self, height: int) -> None:
        """Make lines so many pixels high."""
        self.set_cells(0, lambda _width: height, 0, 0)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar, length = self.horizontalScrollBar(), self._header.length() if hasattr(self, "_header") else 0
        bar.setPageStep(self.viewport().width())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, length - self.viewport().width()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx:
            self._painter = None
            self.viewport().update()
        else:
            super().scrollContentsBy(dx, dy)

    def _on_columns(self) -> None:
        self._painter = None
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painter = None
        super().resizeEvent(event)

    def _note_top(self) -> None:
        self._top = self.top() if self.isVisible() else (None, 0)

    def _keep_top(self) -> None:
        """Stay where the line is that was the uppermost."""
        self.updateGeometries()
        row, beyond = self._top
        if row is not None and not self.show_at_top(row, beyond):
            self.verticalScrollBar().setValue(0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self._grid.selected_count():
            self._grid.menu_wanted.emit(GridMenu(at))


class ClipList(QWidget):
    """The table under its header; ``order_wanted`` carries an Order and whether it is to be turned round."""

    order_wanted = Signal(object, bool)

    def __init__(self, grid: ClipGrid, facts: ClipFacts, cache: ThumbnailCache, label: Label) -> None:
        super().__init__()
        self.header = Header()
        self.table = ClipTable(grid, self.header, facts, cache, label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._order = Order.ADDED
        self._backward = False
        self.header.sectionClicked.connect(self._on_clicked)
        self.show_order(Order.ADDED, backward=False)

    def show_order(self, order: Order, *, backward: bool) -> None:
        """Show by which column clips are ordered."""
        self._order, self._backward = order, backward
        at = column_of(order)
        self.header.setSortIndicator(at, _BACKWARD[COLUMNS[at].upward == backward])

    def _on_clicked(self, at: int) -> None:
        order = COLUMNS[at].order
        # Qt has moved the mark already, also to a column that clips cannot be ordered by.
        backward = order is self._order and not self._backward
        self.show_order(self._order, backward=self._backward)
        if order is not None:
            self.order_wanted.emit(order, backward)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)
