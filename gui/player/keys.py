"""The keys of an editing desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from core.values import dataclass
from gui.player.presses import Presses
from gui.words import msg

if TYPE_CHECKING:
    from gui.player.controls import Controls

Binding = tuple[Qt.Key, Qt.KeyboardModifier]
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


@dataclass(frozen=True, slots=True)
class DeskKey:
    """What portable key sequences do while the player has the focus."""

    keys: tuple[str, ...]
    tip: str
    verb: Callable[[Desk], None]


DESK_KEYS: tuple[DeskKey, ...] = (
    DeskKey(("Space",), msg("Play or pause"), lambda desk: desk.toggle()),
    DeskKey(("L",), msg("Play; again, faster; with K held, one picture on"), lambda desk: desk.shuttle(1)),
    DeskKey(("J",), msg("Play backwards; again, faster; with K held, one picture back"), lambda desk: desk.shuttle(-1)),
    DeskKey(("Shift+L",), msg("Play slowly"), lambda desk: desk.shuttle(1, slow=True)),
    DeskKey(("Shift+J",), msg("Play backwards slowly"), lambda desk: desk.shuttle(-1, slow=True)),
    DeskKey(("K",), msg("Rest"), lambda desk: desk.hold(down=True)),
    DeskKey(("Right",), msg("One picture on"), lambda desk: desk.step(1)),
    DeskKey(("Left",), msg("One picture back"), lambda desk: desk.step(-1)),
    DeskKey(("Shift+Right",), msg("One second on"), lambda desk: desk.move_by(_SECOND)),
    DeskKey(("Shift+Left",), msg("One second back"), lambda desk: desk.move_by(-_SECOND)),
    DeskKey(("Home",), msg("To the first picture"), lambda desk: desk.seek(Fraction(0))),
    DeskKey(("End",), msg("To the last picture"), lambda desk: desk.go_to_end()),
    DeskKey(("I",), msg("Mark the in point"), lambda desk: desk.mark_in()),
    DeskKey(("O",), msg("Mark the out point"), lambda desk: desk.mark_out()),
    DeskKey(("Shift+X",), msg("Take the in and out point away"), lambda desk: desk.clear_marks()),
    DeskKey(("R",), msg("Repeat what is marked, or the clip"), lambda desk: desk.controls.toggle_loop()),
    DeskKey(("Shift+M",), msg("Sound on or off"), lambda desk: desk.controls.toggle_sound()),
    DeskKey(("F",), msg("Fill the screen, or come back"), lambda desk: desk.toggle_full_screen()),
    DeskKey(("Escape",), msg("Back to the clips"), lambda desk: desk.leave()),
)


class Keys:
    """Has a desk do what a key means."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rests = False
        self._presses = Presses()
        self._verbs = _bindings(desk)

    def press(self, event: QKeyEvent) -> bool:
        """Carry out a key; tell whether it means anything."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        verb = self._verbs.get((key, modifiers))
        again = event.isAutoRepeat() if key == Qt.Key.Key_K else self._presses.is_repeat(event)  # K is held anew
        if verb is not None and not (again and key in _ONCE):
            self._rests = self._rests or key == Qt.Key.Key_K
            verb()
        return verb is not None

    def release(self, event: QKeyEvent) -> bool:
        """Let go of a key; tell whether that means anything."""
        self._presses.note(event)
        if event.key() != Qt.Key.Key_K:
            return False
        if not event.isAutoRepeat():
            self.let_go()
        return True

    def let_go(self) -> None:
        """Take K for let go, as it is once the keys go elsewhere: its release is not heard of."""
        if self._rests:
            self._rests = False
            self._desk.hold(down=False)


def binding(keys: str) -> Binding:
    """Return the key and the modifiers of a portable key sequence of one stroke."""
    stroke: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    return stroke.key(), stroke.keyboardModifiers()


def _bindings(desk: Desk) -> Mapping[Binding, Callable[[], None]]:
    return {binding(keys): partial(one.verb, desk) for one in DESK_KEYS for keys in one.keys}
