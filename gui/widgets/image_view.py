"""A picture as large as its place allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.values import dataclass
from gui.style import RADIUS, TextRole, font, paint_icon, qcolor, theme


@dataclass(frozen=True, slots=True)
class ViewSize:
    """The room a picture has, in device-independent pixels."""

    size: QSize


class ImageView(QWidget):
    """Shows one picture whole, with round corners, or a placeholder; asks for a height of 9/16 of its width."""

    resized_to = Signal(object)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._pixmap: QPixmap | None = None
        self._icon_name = "film"
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def pixmap(self) -> QPixmap | None:
        return self._pixmap

    def set_pixmap(self, pixmap: QPixmap | None) -> None:
        """Show ``pixmap``; None shows the placeholder."""
        self._pixmap = pixmap if pixmap is not None and not pixmap.isNull() else None
        self.update()

    def set_placeholder(self, icon_name: str, text: str = "") -> None:
        """Say what is shown where there is no picture."""
        self._icon_name = icon_name
        self._text = text
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(ground)
        painter.fillRect(self.rect(), qcolor(theme().badge if self._pixmap else theme().poster_empty))
        if self._pixmap is None:
            self._paint_placeholder(painter)
        else:
            painter.drawPixmap(self.picture_rect(), self._pixmap)

    def picture_rect(self) -> QRect:
        """Return where the picture itself lies within the widget."""
        if self._pixmap is None:
            return self.rect()
        size = self._pixmap.deviceIndependentSize().toSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room = QRect(0, 0, size.width(), size.height())
        room.moveCenter(self.rect().center())
        return room

    def _paint_placeholder(self, painter: QPainter) -> None:
        size = 28
        centre = self.rect().center()
        top = centre.y() - size // 2 - (12 if self._text else 0)
        paint_icon(painter, QRect(centre.x() - size // 2, top, size, size), self._icon_name, theme().faint)
        painter.setPen(qcolor(theme().secondary))
        painter.setFont(font(TextRole.SMALL))
        room = self.rect().adjusted(16, top + size + 8, -16, -8)
        wrapped = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignTop)
        painter.drawText(room, wrapped, self._text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized_to.emit(ViewSize(event.size()))
