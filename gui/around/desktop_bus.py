"""What is asked of the desktop over its bus, where it has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_PATIENCE_MS = 5_000


@dataclass(frozen=True, slots=True)
class Service:
    """One that desktops offer: its name on the bus, the object that is asked, and for what it speaks."""

    name: str
    path: str
    interface: str


FILE_MANAGER = Service("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1")
"""https://www.freedesktop.org/wiki/Specifications/file-manager-interface/"""


def ask(service: Service, method: str, arguments: list[Any], refused: Callable[[], None], asker: QObject) -> None:
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
