"""The picture on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.player.refusal import Refusal
from gui.style import RADIUS, Space, TextRole, font, qcolor, theme, translucent, width_of
from gui.words import tr


class PlayerView(QWidget):
    """Shows what ``picture`` gives, as large as there is room; ``room_changed`` tells how many pixels that is.

    ``stand_in`` gives a picture while there is none; ``refusal`` stands over it where there will be none.  What
    ``caption`` gives is written on it.
    """

    room_changed = Signal(QSize)
    pressed = Signal()
    full_screen_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, picture: Callable[[], QImage | None]) -> None:
        super().__init__()
        self._picture = picture
        self.stand_in: Callable[[], QImage | None] | None = None
        self.caption: Callable[[], str] | None = None
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
        if self.caption is not None and (words := self.caption()):
            self._paint_caption(painter, words)

    def _paint_caption(self, painter: QPainter, words: str) -> None:
        room = QRect(0, 0, width_of(TextRole.NUMERIC, words) + 2 * Space.M, 28)
        room.moveCenter(QPoint(self.rect().center().x(), self.height() - 28))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(translucent(theme().badge, 0.72))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
        painter.setPen(qcolor(theme().badge_text))
        painter.setFont(font(TextRole.NUMERIC))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)

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
