"""Where things lie that are painted by hand, in windows that are read from right to left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle


def is_mirrored() -> bool:
    """Whether the window is read from right to left."""
    return not QGuiApplication.isLeftToRight()


def mirrored(rect: QRect, room: QRect) -> QRect:
    """Return where ``rect``, reckoned from the left of ``room``, lies: as far from its right if that is read first."""
    if QGuiApplication.isLeftToRight():
        return rect
    return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, room, rect)


def mirrored_point(point: QPoint, room: QRect) -> QPoint:
    """Return where a point that was hit would lie if ``room`` were read from left to right."""
    return point if QGuiApplication.isLeftToRight() else QPoint(room.left() + room.right() - point.x(), point.y())
