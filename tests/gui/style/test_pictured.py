"""What looks the same is painted once; another size, theme or look is another picture."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmapCache
from PySide6.QtWidgets import QApplication

from gui.style import apply_theme, color, pictured

SIZE = QSize(8, 8)


def test_what_is_alike_is_painted_once(qapp: QApplication) -> None:
    painted: list[float] = []

    def paint(painter: QPainter) -> None:
        painted.append(painter.device().devicePixelRatio())
        painter.fillRect(0, 0, 8, 8, color("text"))

    QPixmapCache.clear()
    one, other = (pictured("a", SIZE, 1.0, paint).toImage() for _ in range(2))
    assert one == other
    assert len(painted) == 1
    pictured("b", SIZE, 1.0, paint)
    pictured("a", QSize(9, 8), 1.0, paint)
    assert pictured("a", SIZE, 2.0, paint).size() == QSize(16, 16)
    assert painted == [1, 1, 1, 2]
    apply_theme(qapp, "light")
    light = pictured("a", SIZE, 1.0, paint).toImage()
    apply_theme(qapp, "dark")
    assert light != pictured("a", SIZE, 1.0, paint).toImage()
