"""The picture on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.player.refusal import Refusal
from gui.style import qcolor, theme
from gui.words import tr


class PlayerView(QWidget):
    """Shows what ``picture`` gives, as large as there is room; ``room_changed`` tells how many pixels that is.

    ``stand_in`` gives a picture while there is none; ``refusal`` stands over it where there will be none.
    """

    room_changed = Signal(QSize)
    pressed = Signal()
    full_screen_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, picture: Callable[[], QImage | None]) -> None:
        super().__init__()
        self._picture = picture
        self.stand_in: Callable[[], QImage | None] | None = None
        self._shape = QSize(16, 9)
        self.refusal = Refusal(self)
        self.setAccessibleName(tr("Picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_shape(self, shape: QSize) -> None:
        """Say the width and height of the clip; only their ratio counts."""
        self._shape = shape
        self.update()

    def picture_rect(self) -> QRect:
        """Return where the picture lies within the widget."""
        size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(0, 0, size.width(), size.height())
        rect.moveCenter(self.rect().center())
        return rect

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(theme().badge))
        if self.refusal.isHidden() and (picture := self._picture() or (self.stand_in() if self.stand_in else None)):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.picture_rect(), picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit(event.size() * self.devicePixelRatioF())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.full_screen_wanted.emit()
