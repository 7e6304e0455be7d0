"""Draws the lines of the browser: sections, entries with their counts, and what more there is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.search.facets import Facet
from core.values import dataclass
from gui.library.browser_lines import Choice, Line, LineKind, Section
from gui.style import (
    RADIUS_SMALL,
    TextRole,
    Theme,
    elided,
    font,
    is_mirrored,
    mirrored,
    paint_icon,
    qcolor,
    theme,
    width_of,
)
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
}
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Standing:
    """What the mouse and the keys make of a line."""

    hovered: bool = False
    focused: bool = False


def paint_line(painter: QPainter, cell: QRect, line: Line, words: str, standing: Standing) -> None:
    """Paint a line; counts keep the room they need at the right, and names give way to them.

    There are dozens of lines, and all are painted anew with each search: nothing is asked or set here twice.
    """
    now = theme()
    _paint_ground(painter, cell, line, standing, now)
    room = cell.adjusted(_EDGE, 0, -_EDGE, 0)
    if line.kind is LineKind.SECTION:
        _paint_section(painter, room, line, words, now)
    elif line.kind is LineKind.MORE:
        _paint_more(painter, room, line, words, now)
    else:
        _paint_entry(painter, room, line, words, now)


def _paint_ground(painter: QPainter, cell: QRect, line: Line, standing: Standing, now: Theme) -> None:
    fill = ""
    if line.choice is Choice.INCLUDED:
        fill = now.selection
    elif standing.hovered:
        fill = now.hover
    if not fill and not standing.focused:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(qcolor(now.accent), 1) if standing.focused else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(qcolor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(cell).adjusted(2.5, 0.5, -2.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)


def _paint_section(painter: QPainter, room: QRect, line: Line, words: str, now: Theme) -> None:
    left, width, height = room.x(), room.width(), room.height()
    top = room.y() + (height - _GLYPH) // 2
    closed = "chevron-left" if is_mirrored() else "chevron-right"
    chevron = mirrored(QRect(left - 3, top + 1, 14, 14), room)
    paint_icon(painter, chevron, "chevron-down" if line.open else closed, now.faint)
    mark = mirrored(QRect(left + 13, top, _GLYPH, _GLYPH), room)
    paint_icon(painter, mark, _icon(line.of), now.kind(line.of.value).text)
    count = _paint_count(painter, room, line, now.faint)
    _paint_words(
        painter, QRect(left + 35, room.y(), width - count - 40, height), room, words, TextRole.HEADING, now.text
    )


def _icon(section: Section) -> str:
    return section.icon if isinstance(section, Facet) else _ICONS[section.value]


def _paint_entry(painter: QPainter, room: QRect, line: Line, words: str, now: Theme) -> None:
    included, excluded = line.choice is Choice.INCLUDED, line.choice is Choice.EXCLUDED
    colour = now.selection_text if included else now.text if line.count else now.faint
    count = _paint_count(painter, room, line, now.secondary)
    indent = 13 + _INDENT * min(line.depth, 6)
    if included or excluded:
        place = QRect(room.x() + indent + 2, room.y() + (room.height() - 14) // 2, 14, 14)
        sign, tint = ("check", now.accent_text) if included else ("minus", now.danger)
        paint_icon(painter, mirrored(place, room), sign, tint)
    width = room.width() - count - indent - 29
    name = QRect(room.x() + indent + 22, room.y(), width, room.height())
    shown = elided(TextRole.BODY, words, width, Qt.TextElideMode.ElideMiddle)
    _paint_words(painter, name, room, shown, TextRole.BODY, colour, struck=excluded)


def _paint_more(painter: QPainter, room: QRect, line: Line, words: str, now: Theme) -> None:
    name = room.adjusted(35, 0, 0, 0)
    _paint_words(painter, name, room, f"{words} (+{number(line.count)})", TextRole.SMALL, now.accent_text)


def _paint_words(
    painter: QPainter, place: QRect, room: QRect, words: str, role: TextRole, colour: str, *, struck: bool = False
) -> None:
    painter.setFont(font(role, struck=struck))
    painter.setPen(qcolor(colour))
    painter.drawText(mirrored(place, room), _LEFT, words)


def _paint_count(painter: QPainter, room: QRect, line: Line, colour: str) -> int:
    """Draw how many there are at the right, and return how wide that is; nothing stands for none."""
    if not line.count:
        return 0
    text = f"{number(line.count)}+" if line.more else number(line.count)
    painter.setFont(font(TextRole.NUMERIC))
    painter.setPen(qcolor(colour))
    painter.drawText(room, _RIGHT, text)
    return width_of(TextRole.NUMERIC, text)
