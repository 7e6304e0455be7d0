"""The lines of names: several may be chosen, and one dropped on another."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip, QTreeView, QWidget

from gui.style import RADIUS_SMALL, Space, TextRole, color, font, theme, translucent, width_of
from gui.vocabulary.tree import EntriesModel
from gui.widgets import CountDelegate
from gui.words import plural, tr

_NAME, _ALSO, _IDS, _CLIPS = range(4)
_WIDTHS = (250, 190, 130, 70)
_NAME_SHARE = 0.6
"""How much of the room beside ids and counts the names take; what else they are known as has the rest."""

_LABEL = 24
_BESIDE = QPoint(-14, -6)
"""Where the pointer is, from the corner of what is dragged."""

_Index = QModelIndex | QPersistentModelIndex


class EntryTree(QTreeView):
    """Frames the line that what is dragged may be dropped on, and says why where it may not."""

    def __init__(self, model: EntriesModel) -> None:
        super().__init__()
        self._entries = model
        self._target = QPersistentModelIndex()
        self.setModel(model)
        self.setAccessibleName(tr("Names"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.DragDrop if model.writable else modes.NoDragDrop)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setIndentation(18)
        headings = self.header()
        headings.setStretchLastSection(False)
        headings.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.setItemDelegateForColumn(_CLIPS, CountDelegate(self))
        headings.setSectionResizeMode(_ALSO, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def show_ids(self, shown: bool) -> None:
        """Show the column of ids, or leave its room to the names."""
        if self.isColumnHidden(_IDS) is shown:
            self.setColumnHidden(_IDS, not shown)
            self._fit()

    def _fit(self) -> None:
        taken = _WIDTHS[_CLIPS] + (0 if self.isColumnHidden(_IDS) else _WIDTHS[_IDS])
        room = self.viewport().width() - taken
        self.setColumnWidth(_NAME, max(_WIDTHS[_NAME], round(room * _NAME_SHARE)))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)

    # dragging ---------------------------------------------------------------------------------------------------
    def startDrag(self, _supported: Qt.DropAction) -> None:
        """Drag what is chosen with its names beside the pointer: the lines themselves would lie over the target."""
        chosen = self.selectionModel().selectedRows()
        names = [index.data() for index in chosen]
        drag = QDrag(self)
        drag.setMimeData(self._entries.mimeData(chosen))
        picture = _label(names[0] if len(names) == 1 else plural(len(names), "%n name", "%n names"), self)
        drag.setPixmap(picture)
        drag.setHotSpot(_BESIDE)
        self.carry(drag)

    def carry(self, drag: QDrag) -> None:
        """Carry a drag until it is dropped."""
        drag.exec(Qt.DropAction.CopyAction)

    # dropping ---------------------------------------------------------------------------------------------------
    def drop_target(self) -> QModelIndex:
        """Return the line that what is dragged over it would be dropped on; an invalid index where there is none."""
        return self._entries.sibling(self._target.row(), 0, self._target) if self._target.isValid() else QModelIndex()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # which scrolls near an edge
        at = event.position().toPoint()
        index = self.indexAt(at).siblingAtColumn(0)
        refusal = self._entries.refusal(event.mimeData(), index)
        allowed = self._entries.writable and not refusal
        self._aim_at(index if allowed else QModelIndex())
        if allowed:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            QToolTip.hideText()
        else:
            event.ignore()
            QToolTip.showText(self.viewport().mapToGlobal(at), refusal, self)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._aim_at(QModelIndex())
        QToolTip.hideText()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint()).siblingAtColumn(0)
        self._aim_at(QModelIndex())
        QToolTip.hideText()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._entries.dropMimeData(event.mimeData(), event.dropAction(), -1, -1, index)
        self.setState(QAbstractItemView.State.NoState)

    def _aim_at(self, index: QModelIndex) -> None:
        if self._target != QPersistentModelIndex(index):
            self._target = QPersistentModelIndex(index)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._target.isValid():
            return
        line = QRectF(self.visualRect(self._target))
        line.setLeft(1)
        line.setRight(self.viewport().width() - 1)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent"), 2))
        painter.setBrush(translucent(theme().accent, 0.16))
        painter.drawRoundedRect(line.adjusted(0, 1, 0, -1), RADIUS_SMALL, RADIUS_SMALL)


def _label(words: str, beside: QWidget) -> QPixmap:
    """Return ``words`` as they are dragged."""
    ratio, room = beside.devicePixelRatioF(), QSize(width_of(TextRole.BODY, words) + 2 * Space.S, _LABEL)
    picture = QPixmap(room * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(color("selection"))
    painter = QPainter(picture)
    painter.setFont(font(TextRole.BODY))
    painter.setPen(color("selection_text"))
    painter.drawText(QRectF(0, 0, room.width(), room.height()), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
