"""Draws a clip as a card: poster, duration, name, tags; or why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model.clip import Role, Status
from core.model.ids import EntryId, StillId
from core.model.media import MediaKind
from core.model.reasons import retold
from core.model.time import clock
from core.ports.index import Card, Chip
from gui.library.card_layout import CardLayout
from gui.library.clips_model import CARD_ROLE, _Index
from gui.library.filmstrips import Filmstrips, paint_tile
from gui.library.stamps import BADGE, CHIP_HEIGHT, CHIP_PAD, badge_stamp, chip_stamp, more_stamp, screen_of
from gui.library.thumbnail_cache import ThumbnailCache
from gui.style import (
    RADIUS,
    TextRole,
    elided,
    font,
    mirrored,
    paint_icon,
    qcolor,
    theme,
    translucent,
    width_of,
)
from gui.words import tr

_CHIP_GAP = 4
_SHORTEST_CHIP = 44
_MOST_CHIPS = 400
"""Of so many cards the words of chips are at hand: more than any window shows."""
_KINDS = {
    Role.PERSON_SHOWN: "person",
    Role.LOCATION_SHOWN: "location",
    Role.LOCATION_SHOT: "location",
    Role.PRODUCTION: "production",
    Role.KEYWORD: "keyword",
}
_ROLES = tuple(Role)
_SIGNS = {Status.CLAIMED: " ?", Status.DISPUTED: " !"}
_VCENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = _VCENTRE | Qt.AlignmentFlag.AlignLeft, _VCENTRE | Qt.AlignmentFlag.AlignRight
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


@dataclass(frozen=True, slots=True)
class Scrub:
    """The pointer over a poster: the row of the model, and how far along it is, 0 to 1."""

    row: int
    fraction: float


class ClipDelegate(QStyledItemDelegate):
    """Paints cards; ``scrub`` is the poster the pointer is over just now.

    What it shows then comes from ``filmstrips`` once these are set, else from the keyframes of the card.  Stills come
    from ``cache`` as they are ready; the names of entries from ``label``.
    """

    def __init__(self, cache: ThumbnailCache, label: Callable[[EntryId], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scrub: Scrub | None = None
        self.filmstrips: Filmstrips | None = None
        self._cache = cache
        self._label = label
        self._chips: dict[int, tuple[Card, Sequence[tuple[Chip, str]]]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: Card | None = index.data(CARD_ROLE)
        layout = CardLayout(QRect(option.rect))
        state: QStyle.StateFlag = option.state
        dirty = painter.clipRegion() if painter.hasClipping() else QRegion(layout.cell)
        painter.save()
        painter.setRenderHints(_SMOOTH)
        self._paint_ground(painter, layout.cell, state)
        if card is not None:
            if card.kind is MediaKind.UNREADABLE:
                self._paint_problem(painter, layout, card)
            else:
                if dirty.intersects(layout.poster):
                    self._paint_poster(painter, layout.poster, card, index.row())
                if dirty.intersects(layout.chips):
                    self._paint_chips(painter, layout.chips, card)
            if dirty.intersects(layout.name):
                self.paint_name(painter, layout.name, card, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    # ground and focus

    def _paint_ground(self, painter: QPainter, cell: QRect, state: QStyle.StateFlag) -> None:
        now = theme()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (selected or focused or hovered):
            return
        painter.setBrush(qcolor(now.selection if selected else now.panel if hovered else now.base))
        pen = QPen(Qt.PenStyle.NoPen)
        if focused:
            pen = QPen(qcolor(now.accent), 2)
        elif selected:
            pen = QPen(qcolor(now.accent), 1)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), RADIUS + 3, RADIUS + 3)

    # poster

    def badge_text(self, card: Card) -> str:
        """Return what stands in the corner of the poster: how long it is."""
        return "" if card.duration is None else clock(card.duration)

    def _paint_poster(self, painter: QPainter, room: QRect, card: Card, row: int) -> None:
        scrub = self.scrub if self.scrub is not None and self.scrub.row == row else None
        if scrub is not None and self._paint_tile(painter, room, card, scrub):
            return
        scrub = scrub if len(card.keyframes) > 1 else None
        picture = self._scrubbed(card, scrub, room.size()) if scrub is not None else None
        if picture is None and card.poster is not None:
            picture = self._cache.picture(card.poster, room.size())
        if picture is None:
            self._paint_blank(painter, room, "image" if card.kind is MediaKind.STILL else "film")
        else:
            painter.drawPixmap(room, picture)
        if scrub is not None:
            self._paint_progress(painter, room, scrub.fraction)
        if card.kind is MediaKind.STILL:
            self._paint_badge(painter, room, "", "image")
        elif text := self.badge_text(card):
            self._paint_badge(painter, room, text, "")
        if card.problem:
            left = mirrored(QRect(room.x() + 6, room.y() + 6, BADGE, BADGE), room)
            stamp = badge_stamp("", "triangle-alert", BADGE, "#ffbd5c", theme().badge, screen_of(painter))
            painter.drawPixmap(left.topLeft(), stamp)

    def _paint_tile(self, painter: QPainter, room: QRect, card: Card, scrub: Scrub) -> bool:
        """Paint the picture of the filmstrip under the pointer, and its time; False where it is not there yet."""
        tiles = self.filmstrips.of(card.id) if self.filmstrips is not None else None
        if tiles is None or card.duration is None or not len(tiles):
            return False
        place = tiles.place(card.duration * Fraction(scrub.fraction))
        tile = tiles.picture(place)
        if tile is None:
            return False
        paint_tile(painter, room, tile)
        self._paint_progress(painter, room, scrub.fraction)
        self._paint_badge(painter, room, f"{clock(tiles.times[place])} / {clock(card.duration)}", "")
        return True

    def _scrubbed(self, card: Card, scrub: Scrub, size: QSize) -> QPixmap | None:
        """Return the keyframe under the pointer, or the nearest that is there already."""
        at = keyframe_at(scrub.fraction, len(card.keyframes))
        wanted = self._cache.picture(card.keyframes[at], size)
        if wanted is not None:
            return wanted
        nearest: list[StillId] = sorted(card.keyframes, key=lambda still: abs(card.keyframes.index(still) - at))
        there = next((still for still in nearest if self._cache.has(still)), None)
        return self._cache.picture(there, size) if there is not None else None

    def _paint_blank(self, painter: QPainter, room: QRect, icon_name: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(theme().poster_empty))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
        centre = QRect(0, 0, 24, 24)
        centre.moveCenter(room.center())
        paint_icon(painter, centre, icon_name, theme().outline)

    def _paint_progress(self, painter: QPainter, room: QRect, fraction: float) -> None:
        line = QRectF(room.x() + RADIUS, room.bottom() - 4, room.width() - 2 * RADIUS, 2.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(translucent(theme().badge, 0.6))
        painter.drawRoundedRect(line, 1.2, 1.2)
        painter.setBrush(qcolor(theme().accent))
        painter.drawRoundedRect(QRectF(line.x(), line.y(), line.width() * fraction, line.height()), 1.2, 1.2)

    def _paint_badge(self, painter: QPainter, room: QRect, text: str, icon_name: str) -> None:
        width = width_of(TextRole.NUMERIC, text) + 10 if text else BADGE + 4
        badge = mirrored(QRect(room.right() - width - 5, room.bottom() - BADGE - 7, width, BADGE), room)
        now = theme()
        stamp = badge_stamp(text, icon_name, width, now.badge_text, now.badge, screen_of(painter))
        painter.drawPixmap(badge.topLeft(), stamp)

    # words

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
        left, chips, on = room.x(), self._chips_of(card), screen_of(painter)
        for at, (chip, text) in enumerate(chips):
            rest = len(chips) - at - 1
            spare = room.right() - left - (_overflow_width(rest) if rest else 0)
            # Advances are rounded down: a pixel more, or the text would be elided for a fraction of one.
            wanted = width_of(TextRole.CAPTION, text) + 1 + 2 * CHIP_PAD
            width = min(wanted, spare)
            if width < min(wanted, _SHORTEST_CHIP):
                more = QRect(left + 2, room.y(), _overflow_width(rest + 1), CHIP_HEIGHT)
                stamp = more_stamp(f"+{rest + 1}", more.width(), theme().secondary, on)
                painter.drawPixmap(mirrored(more, room).topLeft(), stamp)
                return
            place = mirrored(QRect(left, room.y(), width, CHIP_HEIGHT), room)
            colours, struck = theme().kind(_KINDS[chip.role]), chip.status is Status.REFUTED
            stamp = chip_stamp(text, width, colours.text, colours.fill, struck, on)
            painter.drawPixmap(place.topLeft(), stamp)
            left += width + _CHIP_GAP

    def _chips_of(self, card: Card) -> Sequence[tuple[Chip, str]]:
        """Return the chips of ``card`` with their words, merged ones once; a card that changes is another."""
        known = self._chips.get(card.row)
        if known is None or known[0] is not card:
            texts = [(chip, self._label(chip.entry) + _SIGNS.get(chip.status, "")) for chip in card.chips]
            texts.sort(key=_by_role)
            known = self._chips[card.row] = (
                card,
                tuple({(chip.role, text): (chip, text) for chip, text in texts}.values()),
            )
            if len(self._chips) > _MOST_CHIPS:
                del self._chips[next(iter(self._chips))]
        return known[1]

    # what cannot be read

    def _paint_problem(self, painter: QPainter, layout: CardLayout, card: Card) -> None:
        now, room = theme(), layout.poster
        painter.setPen(QPen(qcolor(now.hairline), 1))
        painter.setBrush(qcolor(now.poster_empty))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        paint_icon(painter, mirrored(QRect(room.x() + 10, room.y() + 10, 18, 18), room), "triangle-alert", now.danger)
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(qcolor(now.secondary))
        _draw_paragraph(painter, room.adjusted(10, 36, -10, -6), retold(card.problem))
        painter.setFont(font(TextRole.STRONG))
        painter.setPen(qcolor(now.accent_text))
        again = mirrored(layout.chips.adjusted(2, 0, 0, 0), layout.chips)
        painter.drawText(again, _LEFT, tr("Try again"))

    def is_on_retry(self, cell: QRect, at: QPoint) -> bool:
        """Tell whether ``at`` is on the words "Try again" of an unreadable card in ``cell``."""
        room = CardLayout(cell).chips
        words = width_of(TextRole.STRONG, tr("Try again"))
        return mirrored(QRect(room.x(), room.y(), words + 6, room.height()), room).contains(at)


def _by_role(worded: tuple[Chip, str]) -> int:
    return _ROLES.index(worded[0].role)


def keyframe_at(fraction: float, count: int) -> int:
    """Return which of ``count`` keyframes stands for a place along the poster, 0 to 1."""
    return min(int(fraction * count), count - 1)


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
