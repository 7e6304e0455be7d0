"""Telling an archivist who is looking elsewhere that long work has ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from gui.bridge.bridge import Bridge, Long, LongEnded
from gui.style import app_icon
from gui.words import msg, tr

_SHOWN_MS = 12_000
_WORDS = {
    (Long.IMPORT, True): msg("The import has ended."),
    (Long.IMPORT, False): msg("The import ended early."),
    (Long.SHOTS, True): msg("Every shot is found."),
    (Long.SHOTS, False): msg("Looking for shots ended early."),
    (Long.EXPORT, True): msg("The export has ended."),
    (Long.EXPORT, False): msg("The export ended early."),
    (Long.PACKAGE, True): msg("Packing has ended."),
    (Long.PACKAGE, False): msg("Packing ended early."),
    (Long.VERIFY, True): msg("Verifying the originals has ended."),
    (Long.VERIFY, False): msg("Verifying the originals ended early."),
    (Long.RELINK, True): msg("The search for moved originals has ended."),
    (Long.RELINK, False): msg("The search for moved originals ended early."),
}


class Notices(QObject):
    """Says that long work has ended where the window is not the one that is worked in.

    The desktop marks the window in its task bar and shows the words: from its tray, or where it has none (as GNOME) as
    what a program asks it to show.
    """

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self.last = ""
        self._hiding = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._hiding.timeout.connect(self._hide)
        bridge.long_ended.connect(self._on_ended)

    def _on_ended(self, ended: LongEnded) -> None:
        words = _WORDS.get((ended.long, ended.whole))
        if words is not None and QApplication.activeWindow() is None:
            self.last = tr(words)
            QApplication.alert(self._window)
            if QSystemTrayIcon.isSystemTrayAvailable():
                self._show_from_tray(self.last)
            else:
                self._ask_to_show(self.last)

    def _ask_to_show(self, words: str) -> None:
        from gui.around.desktop_bus import show_notice

        show_notice(self._window.windowTitle(), words, self)

    def _show_from_tray(self, words: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.messageClicked.connect(self._on_clicked)
            self._tray.activated.connect(self._on_clicked)
        self._tray.setToolTip(words)
        self._tray.show()
        self._tray.showMessage(self._window.windowTitle(), words, app_icon(), _SHOWN_MS)
        self._hiding.start()

    def _on_clicked(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self._hide()

    def _hide(self) -> None:
        if self._tray is not None:
            self._tray.hide()
