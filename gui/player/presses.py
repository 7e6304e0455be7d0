"""Telling a key that is held from one that is pressed again."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

_APART_MS = 5
"""A press that comes so soon after the release of the same key is none of a finger."""


class Presses:
    """Remembers when keys were let go.

    X11 sends a release and a press at one time for each repeat of a key that is held.  Qt marks them as repeats only
    where the second has come by the time it looks at the first.
    """

    def __init__(self) -> None:
        self._let_go: dict[int, int] = {}

    def note(self, event: QKeyEvent) -> None:
        """Take note of a release."""
        self._let_go[event.key()] = event.timestamp()

    def is_repeat(self, event: QKeyEvent) -> bool:
        """Whether a press, or a release that Qt has marked, is a repeat of a key that is held."""
        let_go, now = self._let_go.get(event.key(), 0), event.timestamp()
        return event.isAutoRepeat() or (let_go > 0 and 0 <= now - let_go <= _APART_MS)
