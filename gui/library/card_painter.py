"""Paints a clip as a card: poster, duration, name, tags; or why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from core.model.clip import Role, Status
from core.model.ids import EntryId
from core.model.media import MediaKind
from core.model.reasons import retold
from core.model.time import clock
from core.ports.index import Card
from gui.bridge.thumbnails import Look
from gui.library.card_layout import CardLayout
from gui.library.stamps import BADGE, CHIP_HEIGHT, CHIP_PAD, badge_stamp, chip_stamp, more_stamp, screen_of
from gui.library.stretches import State
from gui.library.told_tags import told_tags
from gui.style import (
    RADIUS,
    TextRole,
    elided,
    font,
    mirrored,
    paint_icon,
    qcolor,
    theme,
    width_of,
)
from gui.words import tr

_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
_CHIP_GAP = 4
_SHORTEST_CHIP = 44
_KINDS = {
    Role.PERSON_SHOWN: "person",
    Role.LOCATION_SHOWN: "location",
    Role.LOCATION_SHOT: "location",
    Role.PRODUCTION: "production",
    Role.KEYWORD: "keyword",
}
_VCENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = _VCENTRE | Qt.AlignmentFlag.AlignLeft, _VCENTRE | Qt.AlignmentFlag.AlignRight


class CardPainter:
    """Paints cards, as Cells promises; ``label`` gives the names of entries."""

    look = Look.POSTER

    def __init__(self, label: Callable[[EntryId], str]) -> None:
        self._label = label

    def poster_size(self, cell: QRect) -> QSize:
        return CardLayout(cell).poster.size()

    def paint(self, painter: QPainter, cell: QRect, card: Card | None, poster: QImage | None, state: State) -> None:
        if card is None:
            return
        layout = CardLayout(cell)
        painter.setRenderHints(_SMOOTH)
        _paint_ground(painter, layout.cell, state)
        if card.kind is MediaKind.UNREADABLE:
            _paint_problem(painter, layout, card)
        else:
            self._paint_poster(painter, layout.poster, card, poster)
            self._paint_chips(painter, layout.chips, card)
        self.paint_name(painter, layout.name, card, bool(state & State.SELECTED))

    def paint_empty(self, painter: QPainter, cell: QRect) -> None:
        painter.setRenderHints(_SMOOTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(theme().poster_empty))
        painter.drawRoundedRect(CardLayout(cell).poster, RADIUS, RADIUS)

    def badge_text(self, card: Card) -> str:
        """Return what stands in the corner of the poster: how long it is."""
        return "" if card.duration is None else clock(card.duration)

    def _paint_poster(self, painter: QPainter, room: QRect, card: Card, poster: QImage | None) -> None:
        if poster is None:
            _paint_blank(painter, room, "image" if card.kind is MediaKind.STILL else "film")
        else:
            painter.drawImage(room, poster)
        self.paint_marks(painter, room, card)

    def paint_marks(self, painter: QPainter, room: QRect, card: Card) -> None:
        """Paint what stands on the poster in ``room``: how long the clip is, and that it is not whole."""
        if card.kind is MediaKind.STILL:
            _paint_sign(painter, room)
        elif text := self.badge_text(card):
            paint_badge(painter, room, text)
        if card.problem:
            left = mirrored(QRect(room.x() + 6, room.y() + 6, BADGE, BADGE), room)
            stamp = badge_stamp("", "triangle-alert", BADGE, "#ffbd5c", theme().badge, screen_of(painter))
            painter.drawImage(left.topLeft(), stamp)

    def paint_name(self, painter: QPainter, room: QRect, card: Card, selected: bool) -> None:
        """Paint the line under the poster."""
        now = theme()
        if card.rating:
            painter.setFont(font(TextRole.NUMERIC))
            painter.setPen(qcolor(now.accent_text))
            painter.drawText(room, _RIGHT, str(card.rating))
            star = QRect(room.right() - 21, room.y() + (room.height() - 12) // 2, 12, 12)
            paint_icon(painter, mirrored(star, room), "star-filled", now.accent_text)
            room = mirrored(room.adjusted(0, 0, -28, 0), room)
        painter.setFont(font(TextRole.STRONG))
        painter.setPen(qcolor(now.selection_text if selected else now.text))
        words = elided(TextRole.STRONG, card.name, room.width(), Qt.TextElideMode.ElideMiddle)
        painter.drawText(room, _LEFT, words)

    def _paint_chips(self, painter: QPainter, room: QRect, card: Card) -> None:
        left, chips, on = room.x(), told_tags(card.chips, self._label), screen_of(painter)
        for at, (chip, text) in enumerate(chips):
            rest = len(chips) - at - 1
            spare = room.right() - left - (_overflow_width(rest) if rest else 0)
            # Advances are rounded down: a pixel more, or the text would be elided for a fraction of one.
            wanted = width_of(TextRole.CAPTION, text) + 1 + 2 * CHIP_PAD
            width = min(wanted, spare)
            if width < min(wanted, _SHORTEST_CHIP):
                more = QRect(left + 2, room.y(), _overflow_width(rest + 1), CHIP_HEIGHT)
                stamp = more_stamp(f"+{rest + 1}", more.width(), theme().secondary, on)
                painter.drawImage(mirrored(more, room).topLeft(), stamp)
                return
            place = mirrored(QRect(left, room.y(), width, CHIP_HEIGHT), room)
            colours, struck = theme().kind(_KINDS[chip.role]), chip.status is Status.REFUTED
            stamp = chip_stamp(text, width, colours.text, colours.fill, struck, on)
            painter.drawImage(place.topLeft(), stamp)
            left += width + _CHIP_GAP


def _paint_ground(painter: QPainter, cell: QRect, state: State) -> None:
    if not state:
        return
    now, selected = theme(), State.SELECTED in state
    painter.setBrush(qcolor(now.selection if selected else now.panel))
    painter.setPen(QPen(qcolor(now.accent), 1) if selected else QPen(Qt.PenStyle.NoPen))
    _draw_outline(painter, cell)


def paint_focus(painter: QPainter, cell: QRect) -> None:
    """Paint around the card in ``cell`` that keys act on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(qcolor(theme().accent), 2))
    _draw_outline(painter, cell)
    painter.restore()


def _draw_outline(painter: QPainter, cell: QRect) -> None:
    painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), RADIUS + 3, RADIUS + 3)


def _paint_blank(painter: QPainter, room: QRect, icon_name: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(theme().poster_empty))
    painter.drawRoundedRect(room, RADIUS, RADIUS)
    centre = QRect(0, 0, 24, 24)
    centre.moveCenter(room.center())
    paint_icon(painter, centre, icon_name, theme().outline)


def paint_badge(painter: QPainter, room: QRect, text: str) -> None:
    """Paint ``text`` in the corner of a poster."""
    _paint_stamp(painter, room, text, "", width_of(TextRole.NUMERIC, text) + 10)


def _paint_sign(painter: QPainter, room: QRect) -> None:
    """Paint in the corner of a poster that it is a still."""
    _paint_stamp(painter, room, "", "image", BADGE + 4)


def _paint_stamp(painter: QPainter, room: QRect, text: str, icon_name: str, width: int) -> None:
    badge = mirrored(QRect(room.right() - width - 5, room.bottom() - BADGE - 7, width, BADGE), room)
    now = theme()
    stamp = badge_stamp(text, icon_name, width, now.badge_text, now.badge, screen_of(painter))
    painter.drawImage(badge.topLeft(), stamp)


def _paint_problem(painter: QPainter, layout: CardLayout, card: Card) -> None:
    now, room = theme(), layout.poster
    painter.setPen(QPen(qcolor(now.hairline), 1))
    painter.setBrush(qcolor(now.poster_empty))
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    paint_icon(painter, mirrored(QRect(room.x() + 10, room.y() + 10, 18, 18), room), "triangle-alert", now.danger)
    painter.setFont(font(TextRole.SMALL))
    painter.setPen(qcolor(now.secondary))
    beside = mirrored(room.adjusted(36, 10, -8, -6), room)
    _draw_paragraph(painter, beside, retold(card.problem))
    painter.setFont(font(TextRole.STRONG))
    painter.setPen(qcolor(now.accent_text))
    again = mirrored(layout.chips.adjusted(2, 0, 0, 0), layout.chips)
    painter.drawText(again, _LEFT, tr("Try again"))


def is_on_retry(cell: QRect, at: QPoint) -> bool:
    """Tell whether ``at`` is on the words "Try again" of an unreadable card in ``cell``."""
    room = CardLayout(cell).chips
    words = width_of(TextRole.STRONG, tr("Try again"))
    return mirrored(QRect(room.x(), room.y(), words + 6, room.height()), room).contains(at)


def _overflow_width(rest: int) -> int:
    return width_of(TextRole.CAPTION, f"+{rest}") + 2 * _CHIP_GAP


def _draw_paragraph(painter: QPainter, room: QRect, text: str) -> None:
    """Draw as many lines of ``text`` as fit, the last one elided."""
    metrics = painter.fontMetrics()
    lines, words = max(1, room.height() // metrics.lineSpacing()), text.split()
    for line in range(lines):
        if not words:
            return
        taken = [words.pop(0)]
        while words and metrics.horizontalAdvance(" ".join([*taken, words[0]])) <= room.width():
            taken.append(words.pop(0))
        shown = " ".join(taken + words if line == lines - 1 else taken)
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        place = QRect(room.x(), room.y() + line * metrics.lineSpacing(), room.width(), metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, shown)
        if line == lines - 1:
            return
