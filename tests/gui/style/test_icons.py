"""Icons, drawn where there is room for them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.style import icon, paint_icon


def drawn(room: QRect) -> QImage:
    image = QImage(QSize(32, 32), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, room, "search", "#ff0000")
    painter.end()
    return image


def is_empty(image: QImage) -> bool:
    return all(QColor.fromRgba(image.pixel(x, y)).alpha() == 0 for x in range(32) for y in range(32))


def test_an_icon_is_drawn_where_there_is_room(qtbot: QtBot) -> None:
    assert not is_empty(drawn(QRect(0, 0, 24, 24)))
    assert is_empty(drawn(QRect(0, 0, 24, 0)))
    assert is_empty(drawn(QRect(0, 0, -4, 10)))


def test_an_icon_before_words_leaves_room_between_them(qtbot: QtBot) -> None:
    shown = icon("search").pixmap(QSize(20, 16)).toImage()
    assert shown.size() == QSize(20, 16)
    inked = [x for x in range(20) for y in range(16) if shown.pixelColor(x, y).alpha()]
    assert inked
    assert max(inked) < 16
