"""The way back: results of other threads arrive in the GUI thread, one by one and in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Delivery:
    """A value and who waits for it in the GUI thread."""

    receiver: Callable[[Any], None]
    value: Any


class Returns(QObject):
    """Lives in the GUI thread; ``post`` may be called from any thread until ``close``."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, receiver: Callable[[Any], None], value: object) -> None:
        """Have ``receiver(value)`` called in the GUI thread, soon; after ``close`` it is dropped."""
        if not self._closed:
            self._arrived.emit(Delivery(receiver, value))

    def deliver(self) -> None:
        """Deliver now what was posted so far; called in the GUI thread."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Deliver nothing any more: whoever waits may be gone."""
        self._closed = True

    def _deliver(self, delivery: Delivery) -> None:
        if not self._closed and not is_gone(delivery.receiver):
            delivery.receiver(delivery.value)


def is_gone(receiver: Callable[..., object]) -> bool:
    """Whether ``receiver`` belongs to something of Qt's that is no more, such as a dialog that was closed meanwhile."""
    owner = getattr(receiver, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)
