"""One line that says how far a long piece of work is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from core.values import dataclass
from gui.style import Space, TextRole, hex_of, icon_pixmap, qcolor, read_margins, theme
from gui.widgets.labels import ElidedLabel
from gui.words import tr

_TONES = {
    "busy": ("import", "accent_text", "accent"),
    "paused": ("pause", "secondary", "faint"),
    "done": ("check", "success", "success"),
    "problem": ("triangle-alert", "danger", "danger"),
}
_BAR = 2


@dataclass(frozen=True, slots=True)
class ActivityState:
    """What the strip shows; ``fraction`` is 0 to 1, or None where the end is not known yet; ``tone`` is "busy",
    "paused", "done" or "problem"."""

    title: str
    detail: str = ""
    fraction: float | None = None
    tone: str = "busy"


class ActivityStrip(QWidget):
    """A title, a detail, a bar along the upper edge, and the actions that steer the work."""

    def __init__(self, actions: Sequence[QAction] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ActivityState("")
        self._picture = QLabel()
        self._title = ElidedLabel("", role=TextRole.STRONG)
        self._detail = ElidedLabel("", role=TextRole.NUMERIC, colour="secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(read_margins(Space.M, Space.XS + _BAR, Space.S, Space.XS))
        row.setSpacing(Space.S)
        row.addWidget(self._picture)
        row.addWidget(self._title, 2)
        row.addWidget(self._detail, 3)
        for action in actions:
            row.addWidget(_button(action))
        self.setFixedHeight(38)
        self.setAccessibleName(tr("Activity"))

    def state(self) -> ActivityState:
        return self._state

    def set_state(self, state: ActivityState) -> None:
        """Show ``state``."""
        self._state = state
        self._title.setText(state.title)
        self._detail.setText(state.detail)
        self._show_picture()
        self.setAccessibleDescription(f"{state.title} {state.detail}")
        self.update()

    def _show_picture(self) -> None:
        name, role, _ = _TONES[self._state.tone]
        self._picture.setPixmap(icon_pixmap(name, hex_of(role), 16, self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(theme().panel))
        painter.fillRect(0, 0, self.width(), 1, qcolor(theme().hairline))
        fraction, (_, _, colour) = self._state.fraction, _TONES[self._state.tone]
        if fraction is not None:
            painter.fillRect(QRectF(0, 0, self.width() * max(0.0, min(fraction, 1.0)), _BAR), qcolor(hex_of(colour)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_picture()


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(15, 15))
    return button
