"""A small picture and its time, floating above the place that the pointer is at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from gui.style import RADIUS_SMALL, TextRole, font, qcolor, theme, width_of

_WIDTH = 176
_LINE = 20
_PAD = 4
_ABOVE = 8


class ScrubPreview(QWidget):
    """Lies over ``over`` and takes no part in what the pointer does there."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._picture: QPixmap | None = None
        self._caption = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def caption(self) -> str:
        """The time that is shown."""
        return self._caption

    def picture(self) -> QPixmap | None:
        """Return the picture that is shown."""
        return self._picture

    def show_above(self, place: QPoint, picture: QPixmap | None, caption: str) -> None:
        """Show a picture, or where there is none yet the time alone, above ``place`` of the widget it lies over."""
        self._picture, self._caption = picture, caption
        size = self._size()
        room = self._over.rect()
        left = min(max(place.x() - size.width() // 2, 0), max(0, room.width() - size.width()))
        top = place.y() - size.height() - _ABOVE
        self.setGeometry(QRect(QPoint(left, top if top >= 0 else place.y() + _ABOVE), size))
        self.show()
        self.raise_()
        self.update()

    def _size(self) -> QSize:
        if self._picture is None or not self._picture.width():
            return QSize(width_of(TextRole.NUMERIC, self._caption) + 4 * _PAD, _LINE + 2 * _PAD)
        shape = self._picture.height() / self._picture.width()
        width = _WIDTH if shape <= 1 else round(_WIDTH / shape)
        width = max(width, width_of(TextRole.NUMERIC, self._caption) + 2 * _PAD)
        return QSize(width + 2 * _PAD, round(width * shape) + _LINE + 2 * _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(qcolor(theme().outline), 1))
        painter.setBrush(qcolor(theme().raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
        if self._picture is not None:
            painter.drawPixmap(self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD - _LINE), self._picture)
        painter.setFont(font(TextRole.NUMERIC))
        painter.setPen(qcolor(theme().text))
        line = QRect(0, self.height() - _LINE - _PAD, self.width(), _LINE + _PAD)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._caption)
