"""The keys of an editing desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.player.controls import Controls

Binding = tuple[Qt.Key, Qt.KeyboardModifier]
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_SECOND = Fraction(1)
_ONCE = (Qt.Key.Key_K, Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_L)
"""Keys that mean something by being held, or nothing by being repeated."""


class Desk(Protocol):
    """What keys are for."""

    controls: Controls

    def toggle(self) -> None: ...
    def shuttle(self, direction: int, *, slow: bool = False) -> None: ...
    def hold(self, *, down: bool) -> None: ...
    def step(self, pictures: int) -> None: ...
    def move_by(self, seconds: Fraction) -> None: ...
    def seek(self, time: Fraction) -> None: ...
    def go_to_end(self) -> None: ...
    def mark_in(self) -> None: ...
    def mark_out(self) -> None: ...
    def clear_marks(self) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def leave(self) -> None: ...


class Keys:
    """Has a desk do what a key means."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._verbs = _bindings(desk)

    def press(self, event: QKeyEvent) -> bool:
        """Carry out a key; tell whether it means anything."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        verb = self._verbs.get((key, modifiers))
        if verb is not None and not (event.isAutoRepeat() and key in _ONCE):
            verb()
        return verb is not None

    def release(self, event: QKeyEvent) -> bool:
        """Let go of a key; tell whether that means anything."""
        if event.key() != Qt.Key.Key_K:
            return False
        if not event.isAutoRepeat():
            self._desk.hold(down=False)
        return True


def _bindings(desk: Desk) -> Mapping[Binding, Callable[[], None]]:
    key = Qt.Key
    return {
        (key.Key_Space, _PLAIN): desk.toggle,
        (key.Key_L, _PLAIN): lambda: desk.shuttle(1),
        (key.Key_J, _PLAIN): lambda: desk.shuttle(-1),
        (key.Key_L, _SHIFT): lambda: desk.shuttle(1, slow=True),
        (key.Key_J, _SHIFT): lambda: desk.shuttle(-1, slow=True),
        (key.Key_K, _PLAIN): lambda: desk.hold(down=True),
        (key.Key_Right, _PLAIN): lambda: desk.step(1),
        (key.Key_Left, _PLAIN): lambda: desk.step(-1),
        (key.Key_Right, _SHIFT): lambda: desk.move_by(_SECOND),
        (key.Key_Left, _SHIFT): lambda: desk.move_by(-_SECOND),
        (key.Key_Home, _PLAIN): lambda: desk.seek(Fraction(0)),
        (key.Key_End, _PLAIN): desk.go_to_end,
        (key.Key_I, _PLAIN): desk.mark_in,
        (key.Key_O, _PLAIN): desk.mark_out,
        (key.Key_X, _SHIFT): desk.clear_marks,
        (key.Key_R, _PLAIN): desk.controls.toggle_loop,
        (key.Key_M, _SHIFT): desk.controls.toggle_sound,
        (key.Key_F, _PLAIN): desk.toggle_full_screen,
        (key.Key_Escape, _PLAIN): desk.leave,
    }
