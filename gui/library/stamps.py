"""Small pictures that cards show again and again: chips, and what stands in the corner of a poster.

Drawing a word costs ten times what drawing its picture does, and the same names and lengths stand on many cards.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from gui.style import RADIUS_SMALL, TextRole, elided, font, is_mirrored, paint_icon, qcolor, translucent

CHIP_HEIGHT = 20
CHIP_PAD = 6
BADGE = 18
_VCENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT = _VCENTRE | Qt.AlignmentFlag.AlignLeft
_MOST = 1024
"""So many of each sort are kept, some kilobytes each."""


Screen = tuple[float, bool]
"""Pixels to a device-independent one, and whether the window is read from right to left."""


def screen_of(painter: QPainter) -> Screen:
    """Return what stamps for ``painter`` are made for."""
    return painter.device().devicePixelRatio(), is_mirrored()


@lru_cache(_MOST)
def chip_stamp(words: str, width: int, text: str, fill: str, struck: bool, on: Screen) -> QImage:
    """Return ``words`` in the colour ``text`` on ``fill``, cut to ``width``; ``struck`` through where refuted."""
    stamp, painter = _begun(width, CHIP_HEIGHT, on)
    room = QRect(0, 0, width, CHIP_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(fill))
    painter.drawRoundedRect(room, RADIUS_SMALL, RADIUS_SMALL)
    painter.setFont(font(TextRole.CAPTION, struck=struck))
    painter.setPen(qcolor(text))
    inner = room.adjusted(CHIP_PAD, 0, -CHIP_PAD, 0)
    painter.drawText(inner, _LEFT, elided(TextRole.CAPTION, words, inner.width()))
    painter.end()
    return stamp


@lru_cache(64)
def more_stamp(words: str, width: int, text: str, on: Screen) -> QImage:
    """Return how many more chips there are, as they would be read beside them."""
    stamp, painter = _begun(width, CHIP_HEIGHT, on)
    painter.setFont(font(TextRole.CAPTION))
    painter.setPen(qcolor(text))
    painter.drawText(QRect(0, 0, width, CHIP_HEIGHT), _LEFT, words)
    painter.end()
    return stamp


@lru_cache(_MOST)
def badge_stamp(words: str, icon_name: str, width: int, text: str, ground: str, on: Screen) -> QImage:
    """Return what stands in the corner of a poster: how long a clip is, or an icon."""
    stamp, painter = _begun(width, BADGE, on)
    room = QRect(0, 0, width, BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(translucent(ground, 0.8))
    painter.drawRoundedRect(room, RADIUS_SMALL, RADIUS_SMALL)
    if icon_name:
        paint_icon(painter, room.adjusted(3, 3, -3, -3), icon_name, text)
    painter.setFont(font(TextRole.NUMERIC))
    painter.setPen(qcolor(text))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return stamp


def _begun(width: int, height: int, on: Screen) -> tuple[QImage, QPainter]:
    ratio, mirrored = on
    stamp = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    return stamp, painter
