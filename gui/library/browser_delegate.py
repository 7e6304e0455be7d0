"""Draws the lines of the browser: sections, entries with their counts, and what more there is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.library.browser_lines import Choice, Line, LineKind
from gui.style import RADIUS_SMALL, TextRole, elided, font, is_mirrored, mirrored, paint_icon, qcolor, theme, width_of
from gui.words import number

LINE_HEIGHT = 27
_INDENT = 14
_EDGE = 8
_GLYPH = 16
_ICONS = {
    "search": "bookmark",
    "person": "users",
    "location": "map-pin",
    "production": "clapperboard",
    "keyword": "tag",
    "year": "calendar-clock",
    "camera": "camera",
    "codec": "film",
    "status": "flag",
    "source": "external-link",
    "looked at": "eye",
}
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


class BrowserDelegate(QStyledItemDelegate):
    """Counts keep the room they need at the right; names give way to them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(160, LINE_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        cell, state = QRect(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, cell, line, state)
        inner = cell.adjusted(_EDGE, 0, -_EDGE, 0)
        if line.kind is LineKind.SECTION:
            self._paint_section(painter, inner, line, words)
        elif line.kind in (LineKind.ENTRY, LineKind.SEARCH, LineKind.FACET):
            self._paint_entry(painter, inner, line, words)
        else:
            self._paint_more(painter, inner, line, words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRect, line: Line, state: QStyle.StateFlag) -> None:
        now, fill = theme(), ""
        if line.choice is Choice.INCLUDED:
            fill = now.selection
        elif state & QStyle.StateFlag.State_MouseOver:
            fill = now.hover
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if not fill and not focused:
            return
        painter.setPen(QPen(qcolor(now.accent), 1) if focused else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(qcolor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cell).adjusted(2.5, 0.5, -2.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)

    def _paint_section(self, painter: QPainter, room: QRect, line: Line, words: str) -> None:
        now = theme()
        top = room.y() + (room.height() - _GLYPH) // 2
        closed = "chevron-left" if is_mirrored() else "chevron-right"
        chevron = mirrored(QRect(room.x() - 3, top + 1, 14, 14), room)
        paint_icon(painter, chevron, "chevron-down" if line.open else closed, now.faint)
        mark = mirrored(QRect(room.x() + 13, top, _GLYPH, _GLYPH), room)
        paint_icon(painter, mark, _ICONS[line.of.value], now.kind(line.of.value).text)
        left = self._paint_count(painter, room, line.count, now.faint, "+" if line.more else "")
        painter.setFont(font(TextRole.HEADING))
        painter.setPen(qcolor(now.text))
        name = QRect(room.x() + 35, room.y(), left - room.x() - 39, room.height())
        painter.drawText(mirrored(name, room), _VCENTRE | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_entry(self, painter: QPainter, room: QRect, line: Line, words: str) -> None:
        now = theme()
        colour = now.selection_text if line.choice is Choice.INCLUDED else now.text if line.count else now.faint
        left = self._paint_count(painter, room, line.count, now.secondary, "+" if line.more else "")
        indent = room.x() + 13 + _INDENT * min(line.depth, 6)
        if line.choice is not Choice.NONE:
            sign = "check" if line.choice is Choice.INCLUDED else "minus"
            tint = now.accent_text if line.choice is Choice.INCLUDED else now.danger
            place = QRect(indent + 2, room.y() + (room.height() - 14) // 2, 14, 14)
            paint_icon(painter, mirrored(place, room), sign, tint)
        shown = font(TextRole.BODY)
        if line.choice is Choice.EXCLUDED:
            shown = type(shown)(shown)
            shown.setStrikeOut(True)
        painter.setFont(shown)
        painter.setPen(qcolor(colour))
        name = QRect(indent + 22, room.y(), left - indent - 28, room.height())
        painter.drawText(
            mirrored(name, room),
            _VCENTRE | Qt.AlignmentFlag.AlignLeft,
            elided(TextRole.BODY, words, name.width(), Qt.TextElideMode.ElideMiddle),
        )

    def _paint_more(self, painter: QPainter, room: QRect, line: Line, words: str) -> None:
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(qcolor(theme().accent_text))
        name = room.adjusted(35, 0, 0, 0)
        painter.drawText(
            mirrored(name, room), _VCENTRE | Qt.AlignmentFlag.AlignLeft, f"{words} (+{number(line.count)})"
        )

    def _paint_count(self, painter: QPainter, room: QRect, count: int, colour: str, sign: str = "") -> int:
        """Draw ``count`` at the right and return where it begins; nothing stands for none."""
        painter.setFont(font(TextRole.NUMERIC))
        text = f"{number(count)}{sign}" if count else ""
        painter.setPen(qcolor(colour))
        painter.drawText(room, _VCENTRE | Qt.AlignmentFlag.AlignRight, text)
        return room.right() - width_of(TextRole.NUMERIC, text)
