"""A screen full of picture, and the way there and back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QCloseEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Stage:
    """Puts ``view`` on a screen of its own, and back in front of ``layout`` of its ``player``."""

    def __init__(self, view: QWidget, layout: QVBoxLayout, player: QWidget) -> None:
        self._view = view
        self._layout = layout
        self._player = player
        self._screen: _FullScreen | None = None
        self._commands: tuple[QAction, ...] = ()

    def take_commands(self, commands: Sequence[QAction]) -> None:
        """Let the keys of ``commands`` count on the full screen as well, which is a window of its own."""
        self._commands = tuple(commands)

    @property
    def is_full(self) -> bool:
        """Whether the picture fills a screen."""
        return self._screen is not None

    def toggle(self) -> None:
        """Fill the screen, or come back."""
        if self._screen is not None:
            self._screen.close()
            return
        self._layout.removeWidget(self._view)
        self._screen = _FullScreen(self._view, self._player, self)
        self._screen.addActions(self._commands)
        self._screen.showFullScreen()

    def come_back(self) -> None:
        """Take the picture back; the screen is closing."""
        self._screen = None
        self._layout.insertWidget(0, self._view, 1)
        self._view.show()
        self._player.setFocus()


class _FullScreen(QWidget):
    """Holds ``view`` until it is closed; its keys are those of the player behind it."""

    def __init__(self, view: QWidget, player: QWidget, stage: Stage) -> None:
        super().__init__(player, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Slatebook")
        self._player = player
        self._stage = stage
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._player.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._player.keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowDeactivate:
            self._player.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stage.come_back()
        super().closeEvent(event)
