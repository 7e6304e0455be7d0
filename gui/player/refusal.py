"""What stands over the picture of a clip that cannot be played."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.style import RADIUS, Space, TextRole, hex_of, icon, icon_pixmap, qcolor, theme
from gui.widgets import ActionButton, Text
from gui.words import tr

_ICON = 24
_WIDEST = 460
_RATHER = 100
"""So much sooner than the room beside it grows the card, until it is as wide as it gets."""


class Refusal(QWidget):
    """A card in the middle of ``view``: what cannot be played, why, and ``retry_wanted``; hidden until it is shown."""

    retry_wanted = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self._title = Text("", TextRole.STRONG, wrap=True)
        self._reason = Text("", TextRole.BODY, "secondary", wrap=True)
        again = QAction(icon("refresh-cw"), tr("Try again"), self)
        again.setToolTip(tr("Open the clip once more (Space)"))
        again.triggered.connect(self.retry_wanted)
        self.again = ActionButton(again, parent=self)
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMaximumWidth(_WIDEST)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._reason, 1, 1)
        grid.addWidget(self.again, 2, 1, Qt.AlignmentFlag.AlignLeft)
        around = QGridLayout(view)
        around.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        for side in (0, 2):
            around.setRowStretch(side, 1)
            around.setColumnStretch(side, 1)
        around.setColumnStretch(1, _RATHER)
        around.addWidget(self, 1, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._reason.text()}"

    def tell(self, title: str, reason: str) -> None:
        """Show that something cannot be played, and why."""
        self._title.setText(title)
        self._reason.setText(reason)
        self.setAccessibleName(title)
        self.setAccessibleDescription(reason)
        self._colour()
        self.show()

    def _colour(self) -> None:
        self._icon.setPixmap(icon_pixmap("triangle-alert", hex_of("danger"), _ICON, self.devicePixelRatioF()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(theme().raised))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()
