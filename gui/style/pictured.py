"""What looks the same in many places is painted once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from gui.style.current import theme
from gui.style.mirror import is_mirrored


def pictured(what: object, size: QSize, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    """Return ``paint``'s work as a picture of ``size`` device-independent pixels, kept among the pictures of Qt.

    ``what`` says, as its ``repr``, all that the look depends on but for size, theme and direction.
    """
    key = repr((paint.__qualname__, what, size.width(), size.height(), ratio, theme().name, is_mirrored()))
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        if is_mirrored():
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        paint(painter)
        painter.end()
        QPixmapCache.insert(key, picture)
    return picture
