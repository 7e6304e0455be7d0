"""A name with a small picture of who or what it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from core.model.vocabulary import Entry
from gui.vocabulary.portraits import Portraits, paint_portrait
from gui.vocabulary.row_delegate import RowDelegate
from gui.vocabulary.tree import ENTRY_ROLE

_PICTURE = 26
_HEIGHT = 34

_Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(RowDelegate):
    """Draws the pictures of the lines it is asked to draw, and of no others, before their names."""

    height = _HEIGHT

    def __init__(self, portraits: Portraits, parent: QObject) -> None:
        super().__init__(parent)
        self._portraits = portraits
        room = QPixmap(_PICTURE, _PICTURE)
        room.fill(Qt.GlobalColor.transparent)
        self._room = QIcon(room)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == 0:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = self._room
            option.decorationSize = QSize(_PICTURE, _PICTURE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        entry: Entry | None = index.data(ENTRY_ROLE)
        if index.column() or entry is None:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        widget = shown.widget
        room: QRect = widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, shown, widget)
        square = QRect(0, 0, _PICTURE, _PICTURE)
        square.moveCenter(room.center())
        pixels = round(_PICTURE * widget.devicePixelRatioF())
        paint_portrait(painter, square, entry.kind, entry.label, self._portraits.portrait(entry.id, pixels))
