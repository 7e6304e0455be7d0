"""What is asked of the desktop over its bus, where it has one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from core.values import dataclass
from gui.around.dragging import file_url

_PATIENCE_MS = 5_000


@dataclass(frozen=True, slots=True)
class _Service:
    """One that desktops offer: its name on the bus, the object that is asked, and for what it speaks."""

    name: str
    path: str
    interface: str


_FILE_MANAGER = _Service(
    "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1"
)
"""https://www.freedesktop.org/wiki/Specifications/file-manager-interface/"""

_NOTICES = _Service(
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification"
)
"""https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Notification.html"""


def show_in_folder(file: Path, refused: Callable[[], None], asker: QObject) -> None:
    """Have the file manager show ``file`` selected in its folder; ``refused`` is called where none does."""
    address = file_url(file).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    _ask(_FILE_MANAGER, "ShowItems", [[address], ""], refused, asker)


def show_notice(title: str, words: str, asker: QObject) -> None:
    """Have the desktop show a few words for a while, in place of those before; nothing where it does not."""
    _ask(_NOTICES, "AddNotification", ["slatebook", {"title": title, "body": words}], lambda: None, asker)


def _ask(service: _Service, method: str, arguments: list[Any], refused: Callable[[], None], asker: QObject) -> None:
    """Ask ``service`` without waiting for it; ``refused`` is called where it is not there or cannot do it."""
    message = QDBusMessage.createMethodCall(service.name, service.path, service.interface, method)
    message.setArguments(arguments)
    call = QDBusConnection.sessionBus().asyncCall(message, _PATIENCE_MS)
    if call.isFinished():  # there is no bus, and nobody would hear of it
        refused()
        return
    watcher = QDBusPendingCallWatcher(call, asker)

    def on_finished(finished: QDBusPendingCallWatcher) -> None:
        finished.deleteLater()
        if finished.isError():
            refused()

    watcher.finished.connect(on_finished)
