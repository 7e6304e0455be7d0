"""The lines of the palette: what each item is called, what it is, and the keys that do the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.palette.items import Item
from gui.style import RADIUS_SMALL, TextRole, font, hex_of, mirrored, paint_icon, qcolor, theme, width_of
from gui.words import tr

ROW = 34
_ICON = 16
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ItemModel(QAbstractListModel):
    """The items that are offered."""

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[Item, ...] = ()

    def show(self, items: Sequence[Item]) -> None:
        """Replace all items."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == _Role.DisplayRole:
            return item.text
        if role == _Role.AccessibleTextRole:
            state = "" if item.available else tr("not available now")
            return ", ".join(part for part in (item.text, item.kind, item.hint, state) if part)
        return item if role == _Role.UserRole else None


class ItemDelegate(QStyledItemDelegate):
    """Draws an item: icon, text, what it is, and its keys at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item: Item = index.data(_Role.UserRole)
        room = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(theme().selection))
            painter.drawRoundedRect(room, RADIUS_SMALL, RADIUS_SMALL)
        room = whole = room.adjusted(10, 0, -12, 0)
        square = QRect(room.x(), room.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        paint_icon(painter, mirrored(square, whole), item.icon, hex_of(item.colour if item.available else "faint"))
        room = room.adjusted(_ICON + 11, 0, 0, 0)
        self._paint_end(painter, room, whole, item, chosen=chosen)
        text = theme().selection_text if chosen else theme().text
        painter.setFont(font(TextRole.BODY))
        painter.setPen(qcolor(text if item.available else theme().faint))
        shown = painter.fontMetrics().elidedText(item.text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(mirrored(room, whole), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _paint_end(self, painter: QPainter, room: QRect, whole: QRect, item: Item, *, chosen: bool) -> None:
        """Draw the keys and what it is, and take their width from ``room``."""
        quiet = theme().selection_text if chosen else theme().secondary
        for words, colour in ((item.hint, quiet), (item.kind, quiet if chosen else theme().faint)):
            if words:
                width = min(width_of(TextRole.SMALL, words), room.width() // 2)
                painter.setFont(font(TextRole.SMALL))
                painter.setPen(qcolor(colour))
                place = QRect(room.right() - width, room.y(), width + 1, room.height())
                shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideLeft, width + 1)
                shown_at = mirrored(place, whole)
                painter.drawText(shown_at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
                room.setRight(place.left() - 16)
