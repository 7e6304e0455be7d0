"""Where things lie that are painted by hand, in windows that are read from right to left."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
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


def read_margins(before: int, top: int, after: int, bottom: int) -> QMargins:
    """Return margins that lie ``before`` and ``after`` what is read: Qt mirrors what layouts hold, not margins."""
    return QMargins(after, top, before, bottom) if is_mirrored() else QMargins(before, top, after, bottom)
