"""Paints a clip as a line of the list, under columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from core.model.media import MediaKind
from core.model.reasons import retold
from core.ports.index import Card
from core.values import dataclass
from gui.bridge.thumbnails import Look
from gui.library.clip_facts import ClipFacts
from gui.library.stretches import State
from gui.library.table_columns import COLUMNS, Column, Facts
from gui.library.told_tags import Label
from gui.style import Space, TextRole, elided, font, is_mirrored, mirrored, paint_icon, qcolor, theme

_VCENTRE = Qt.AlignmentFlag.AlignVCenter
_SENTENCE = 150
"""Pixels in which the beginning of a sentence says something."""
_ICONS = {MediaKind.UNREADABLE: "triangle-alert", MediaKind.STILL: "image"}
_LEFT, _RIGHT = _VCENTRE | Qt.AlignmentFlag.AlignLeft, _VCENTRE | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a line a column is written: its left edge and how wide it is."""

    column: Column
    left: int
    width: int

    def room(self, line: QRect) -> QRect:
        """Return that part of ``line``."""
        return QRect(line.x() + self.left, line.y(), self.width, line.height())


@dataclass(frozen=True, slots=True)
class LinePainter:
    """Paints lines, as Cells promises, under the columns that are seen: those of ``places``."""

    places: Sequence[Place]
    facts: ClipFacts = field(compare=False)
    label: Label = field(compare=False)
    look: Look = field(default=Look.FIT, init=False)

    def picture_rect(self, line: QRect) -> QRect:
        """Return where the picture of a line lies; nowhere while the column it stands in is not seen."""
        for place in self.places:
            if place.column is COLUMNS[0]:
                return _frame(place.room(line))
        return QRect()

    def poster_size(self, cell: QRect) -> QSize:
        return self.picture_rect(cell).size()

    def paint(self, painter: QPainter, cell: QRect, card: Card | None, poster: QImage | None, state: State) -> None:
        selected = State.SELECTED in state
        _paint_ground(painter, cell, state)
        if card is None:
            return
        facts = self.facts.of(card.id)
        for place in self.places:
            column, room = place.column, place.room(cell)
            if column is COLUMNS[0]:
                _paint_picture(painter, _frame(room), card, poster)
                room = mirrored(room.adjusted(_frame(room).width() - 1 + Space.S, 0, 0, 0), room)
            _paint_text(painter, room, column, column.text(card, facts, self.label), selected=selected)
        problem = facts.problem or (retold(card.problem) if card.kind is MediaKind.UNREADABLE else "")
        if problem:
            _paint_problem(painter, self._bare_room(cell, card, facts), problem.removeprefix(f"{card.name} "))

    def _bare_room(self, cell: QRect, card: Card, facts: Facts) -> QRect:
        """Return the first stretch of a line in which nothing is written and a sentence has room, else the widest."""
        stretches = [QRect()]
        for place in sorted(self.places, key=lambda place: place.left, reverse=is_mirrored()):
            bare = not place.column.text(card, facts, self.label)
            stretches[-1:] = [stretches[-1].united(place.room(cell) & cell)] if bare else [stretches[-1], QRect()]
        enough = (stretch for stretch in stretches if stretch.width() >= _SENTENCE)
        return next(enough, max(stretches, key=QRect.width))

    def paint_empty(self, painter: QPainter, cell: QRect) -> None:
        _paint_ground(painter, cell, State.PLAIN)


def paint_line_focus(painter: QPainter, line: QRect) -> None:
    """Paint around ``line`` that keys act on it."""
    now = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(qcolor(now.accent))
    painter.drawRect(line.adjusted(0, 0, -1, -1))
    painter.fillRect(line.x(), line.y(), 3, line.height(), qcolor(now.accent))


def _frame(room: QRect) -> QRect:
    """Return where the poster lies in the room of its cell."""
    height = room.height() - 6
    return mirrored(QRect(room.x(), room.y() + 3, height * 16 // 9, height), room)


def _paint_ground(painter: QPainter, line: QRect, state: State) -> None:
    now = theme()
    if state:
        painter.fillRect(line, qcolor(now.selection if State.SELECTED in state else now.panel))
    painter.fillRect(line.x(), line.bottom(), line.width(), 1, qcolor(now.hairline))


def _paint_text(painter: QPainter, room: QRect, column: Column, text: str, *, selected: bool) -> None:
    if not text:
        return
    now, first = theme(), column is COLUMNS[0]
    role = TextRole.STRONG if first else TextRole.NUMERIC if column.number else TextRole.SMALL
    stars = column.key == "rating"
    colour = now.accent_text if stars else now.selection_text if selected else now.text if first else now.secondary
    painter.setFont(font(role))
    painter.setPen(qcolor(colour))
    mode = Qt.TextElideMode.ElideMiddle if first else Qt.TextElideMode.ElideRight
    painter.drawText(room, _RIGHT if column.number else _LEFT, elided(role, text, max(0, room.width()), mode))


def _paint_problem(painter: QPainter, room: QRect, problem: str) -> None:
    painter.setFont(font(TextRole.SMALL))
    painter.setPen(qcolor(theme().danger))
    painter.drawText(room, _LEFT, elided(TextRole.SMALL, problem, max(0, room.width())))


def _paint_picture(painter: QPainter, frame: QRect, card: Card, poster: QImage | None) -> None:
    painter.fillRect(frame, qcolor(theme().badge if poster is not None else theme().poster_empty))
    if poster is not None:
        size = poster.deviceIndependentSize().toSize().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        shown = QRect(QPoint(0, 0), size)
        shown.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shown, poster)
    else:
        name = _ICONS.get(card.kind, "film")
        colour = theme().danger if card.kind is MediaKind.UNREADABLE else theme().outline
        paint_icon(painter, frame.adjusted(0, 4, 0, -4), name, colour)
