"""A short message over the lower edge of a window that goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.style import RADIUS, Space, TextRole, hex_of, icon_pixmap, qcolor, set_text_role, theme
from gui.widgets.action_button import ActionButton

_TONES = {"info": ("info", "secondary"), "done": ("check", "success"), "problem": ("triangle-alert", "danger")}
_ABOVE_EDGE = 52
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Toasts(QWidget):
    """Shows one message at a time over its parent: the newest; a pointer resting on it keeps it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._below: QWidget | None = None
        self._picture = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button: ActionButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._row.setSpacing(Space.S)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fade)
        parent.installEventFilter(self)
        self.hide()

    def keep_above(self, widget: QWidget) -> None:
        """Stand above ``widget`` for as long as it is shown: what it says is to be read as well."""
        self._below = widget
        widget.installEventFilter(self)

    def message(self) -> str:
        """Return the message shown, empty where there is none."""
        return self._text.text() if self.isVisible() else ""

    def show_message(
        self, text: str, action: QAction | None = None, tone: str = "info", milliseconds: int = 6000
    ) -> None:
        """Show ``text`` and the face of ``action`` instead of what is shown; ``tone`` is info, done or problem."""
        name, role = _TONES[tone]
        self._picture.setPixmap(icon_pixmap(name, hex_of(role), 16, self.devicePixelRatioF()))
        self._text.setText(text)
        set_text_role(self._text, TextRole.BODY)
        self._replace_button(action)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(milliseconds)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def withdraw_offer(self) -> None:
        """Take away a message that offers something: the offer no longer means what the message speaks of."""
        if self._button is not None:
            self.hide()

    def _replace_button(self, action: QAction | None) -> None:
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
        self._button = None if action is None else ActionButton(action, "quiet", self)
        if self._button is not None:
            self._row.addWidget(self._button)
            self._button.clicked.connect(self.hide)

    def _place(self) -> None:
        parent = self._over
        margins = self._row.contentsMargins()
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 4
        beside = self._button.sizeHint().width() + Space.S if self._button is not None else 0
        wanted = words + beside + 16 + Space.S + margins.left() + margins.right()
        width = min(wanted, parent.width() - 2 * Space.XL, 620)
        height = max(self._row.heightForWidth(width), 36)
        self.setGeometry((parent.width() - width) // 2, self._lower_edge() - height, width, height)

    def _lower_edge(self) -> int:
        edge, below = self._over.height() - _ABOVE_EDGE, self._below
        if below is None or not below.isVisible():
            return edge
        return min(edge, below.mapTo(self._over, QPoint(0, 0)).y() - Space.S)

    def _fade(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(qcolor(theme().outline), 1))
        painter.setBrush(qcolor(theme().raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS + 2, RADIUS + 2)
