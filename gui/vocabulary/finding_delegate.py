"""The names that a finding is about, each behind a small picture of who or what it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from core.catalog.hygiene import Finding
from core.model.vocabulary import Entry
from gui.style import TextRole, elided, font, mirrored, qcolor, theme, width_of
from gui.vocabulary.portraits import Portraits, paint_portrait
from gui.vocabulary.row_delegate import RowDelegate

FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
NAMES_ROLE = Qt.ItemDataRole.UserRole + 2
"""What the entries of a finding are called, in their order."""

_PICTURE = 24
_GAP = 7
_BETWEEN = 18
_EDGE = 4

_Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(RowDelegate):
    """Draws the pictures of the lines it is asked to draw, and of no others."""

    height = 34

    def __init__(self, portraits: Portraits, parent: QObject) -> None:
        super().__init__(parent)
        self._portraits = portraits

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        finding: Finding | None = index.data(FINDING_ROLE)
        if finding is None or not index.column():
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        widget = shown.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        painter.save()
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        painter.setPen(qcolor(theme().selection_text if chosen else theme().text))
        room = QRect(option.rect).adjusted(_EDGE, 0, -_EDGE, 0)
        left = room
        for entry, name in zip(finding.entries, index.data(NAMES_ROLE), strict=True):
            left = self._paint_name(painter, left, room, entry, name, widget.devicePixelRatioF())
        if finding.detail:
            painter.setPen(qcolor(theme().secondary if chosen else theme().faint))
            _paint_text(painter, left, room, finding.detail)
        painter.restore()

    def _paint_name(self, painter: QPainter, left: QRect, room: QRect, entry: Entry, name: str, ratio: float) -> QRect:
        """Paint a name at the beginning of what is ``left`` of ``room``, and return what is left behind it."""
        square = QRect(QPoint(left.x(), left.center().y() - _PICTURE // 2 + 1), QSize(_PICTURE, _PICTURE))
        if left.width() > _PICTURE:
            portrait = self._portraits.portrait(entry.id, round(_PICTURE * ratio))
            paint_portrait(painter, mirrored(square, room), entry.kind, entry.label, portrait)
        left = left.adjusted(_PICTURE + _GAP, 0, 0, 0)
        _paint_text(painter, left, room, name)
        return left.adjusted(width_of(TextRole.BODY, name) + _BETWEEN, 0, 0, 0)


def _paint_text(painter: QPainter, left: QRect, room: QRect, words: str) -> None:
    if left.width() > 0:
        painter.setFont(font(TextRole.BODY))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(mirrored(left, room), side, elided(TextRole.BODY, words, left.width()))
