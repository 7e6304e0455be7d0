"""Two clips side by side, their playheads tied together by an offset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.compare.follower import Follower
from gui.compare.link import PATIENCE, Link
from gui.compare.shared import Shared
from gui.compare.side import Side
from gui.library import ThumbnailCache
from gui.player.transport import Transport
from gui.seen import Pair
from gui.style import Space, TextRole, icon, read_margins
from gui.widgets import Text, name_dividers
from gui.words import tr

Binding = tuple[Qt.Key, Qt.KeyboardModifier]
_SECOND = Fraction(1)
_AROUND = 64
"""What a side needs in height beside its picture, in device-independent pixels."""


class ComparePage(QWidget):
    """Plays, steps and seeks both clips at once while they are linked, else the side that is marked.

    Sound comes from the left.  ``left`` asks for the clips.  Below stands what they share, and what is said of it.
    """

    left = Signal()

    def __init__(self, bridge: Bridge, cache: ThumbnailCache) -> None:
        super().__init__()
        self.setAccessibleName(tr("Two clips side by side"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sides = (Side(bridge, tr("Left clip")), Side(bridge, tr("Right clip"), silent=True))
        self.shared = Shared(bridge, cache)
        self._active = 0
        self._link = Link()
        self._play = _button("play", tr("Play or pause (Space)"), self.toggle)
        self._tie = _button("link", tr("Untie the clips, or tie them as they stand now (U)"), self.toggle_link)
        self._tie.setCheckable(True)
        self._state = Text("", TextRole.SMALL, "secondary")
        self._state.setAccessibleName(tr("How the clips are linked"))
        self._keys = self._bindings()
        self._lay_out()
        self._connect()
        self._show_link()

    def _lay_out(self) -> None:
        self._halves = halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setAccessibleName(tr("Left and right clip"))
        halves.setChildrenCollapsible(False)
        for side in self.sides:
            halves.addWidget(side)
        name_dividers(halves)
        row = QHBoxLayout()
        row.setContentsMargins(read_margins(Space.S, 0, Space.M, Space.S))
        row.setSpacing(Space.XS)
        row.addWidget(_button("arrow-left", tr("Back to the clips (Esc)"), self.left.emit))
        row.addSpacing(Space.S)
        row.addWidget(_button("step-back", tr("One picture back (Left)"), lambda: self.step(-1)))
        row.addWidget(self._play)
        row.addWidget(_button("step-forward", tr("One picture on (Right)"), lambda: self.step(1)))
        row.addSpacing(Space.S)
        row.addWidget(self._tie)
        row.addWidget(self._state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(halves, 1)
        layout.addWidget(self.shared)
        layout.addLayout(row)

    def _connect(self) -> None:
        for number, side in enumerate(self.sides):
            side.chosen.connect(lambda number=number: self._choose(number))
            side.seek_wanted.connect(lambda time, number=number: self._on_seek(number, time))
            side.player.transport_changed.connect(self._on_transport)
            side.moved.connect(lambda side=side, number=number: self.shared.band.show_time(number, side.time))
        self.shared.band.seek_wanted.connect(self._on_seek)
        self.shared.play_wanted.connect(self._play_shared)
        self.sides[0].moved.connect(self._on_moved)
        self.sides[1].ready.connect(self._on_moved)

    # clips ------------------------------------------------------------------------------------------------------
    def show_pair(self, pair: Pair) -> None:
        """Show two clips, tied together where what they share begins, else at their beginnings."""
        self.shared.show_pair(pair)
        first, second = self.shared.starts or (Fraction(0), Fraction(0))
        self._link = Link(second - first)
        self._active = 0
        self.sides[0].show_clip(pair.clip, first)
        self.sides[1].show_clip(pair.other, second)
        self._show_link()
        self._turn()

    def close_clips(self) -> None:
        """Let go of both files."""
        for side in self.sides:
            side.player.close_clip()

    @property
    def clips(self) -> tuple[ClipId, ...]:
        """The clips that are shown."""
        return tuple(side.player.clip.id for side in self.sides if side.player.clip is not None)

    @property
    def link(self) -> Link:
        """How the clips are tied together."""
        return self._link

    # moving -----------------------------------------------------------------------------------------------------
    @property
    def _leader(self) -> Follower:
        return self.sides[0 if self._link.offset is not None else self._active].player

    def toggle(self) -> None:
        """Play or pause."""
        self._leader.toggle()
        self._follow()

    def _play_shared(self) -> None:
        """Play both from where what they share begins."""
        starts = self.shared.starts
        if starts is not None:
            self._link = Link(starts[1] - starts[0])
            self._show_link()
            self.seek(starts[0])
            self.sides[0].player.take_transport(Transport(1))
            self._follow()

    def step(self, pictures: int) -> None:
        """Rest so many pictures further on, or back; the other clip goes to the same time."""
        self._leader.step(pictures)
        self._follow()

    def shuttle(self, direction: int) -> None:
        """Play on or back, faster with each call."""
        self._leader.shuttle(direction)
        self._follow()

    def move_by(self, seconds: Fraction) -> None:
        """Go on, or back, by a time."""
        self._leader.move_by(seconds)
        self._follow()

    def seek(self, time: Fraction) -> None:
        """Go to a time of the left clip, or without link of the marked one."""
        self._leader.seek(time)
        self._follow()

    def go_to_end(self) -> None:
        """Go to the last picture."""
        self._leader.go_to_end()
        self._follow()

    def _on_seek(self, number: int, time: Fraction) -> None:
        self._choose(number)
        offset = self._link.offset
        self.seek(time if offset is None or number == 0 else time - offset)

    def _follow(self) -> None:
        """Have the right clip do what the left one does."""
        wanted = self._link.at(self.sides[0].time)
        if wanted is None:
            return
        second = self.sides[1].player
        second.take_transport(self.sides[0].player.transport)
        second.seek(min(max(wanted, Fraction(0)), self.sides[1].end))

    def _on_moved(self) -> None:
        """Put the right clip right where its clock strays from the left one's; beyond its ends it rests."""
        first, second = self.sides
        wanted = self._link.at(first.time)
        if wanted is None:
            return
        within = min(max(wanted, Fraction(0)), second.end)
        second.player.take_transport(first.player.transport if within == wanted else Transport())
        if self._link.strays(first.time, second.time) and abs(within - second.time) > PATIENCE:
            second.player.seek(within)

    def _on_transport(self) -> None:
        playing = self._leader.transport.rate != 0
        self._play.setIcon(icon("pause" if playing else "play"))
        self._play.setAccessibleName(tr("Pause") if playing else tr("Play"))
        if not playing and self._link.offset is not None:
            self._follow()

    # the link ---------------------------------------------------------------------------------------------------
    def toggle_link(self) -> None:
        """Untie the clips so that each can be moved alone, or tie them together as they stand."""
        for side in self.sides:
            side.player.take_transport(Transport())
        self._link = self._link.toggled(self.sides[0].time, self.sides[1].time)
        self._show_link()

    def _choose(self, number: int) -> None:
        self._active = number
        self._show_link()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _show_link(self) -> None:
        tied = self._link.offset is not None
        self._tie.setChecked(tied)
        self._tie.setIcon(icon("link" if tied else "unlink"))
        self._state.setText(self._link.words)
        for number, side in enumerate(self.sides):
            side.set_active(not tied and number == self._active)

    # keys -------------------------------------------------------------------------------------------------------
    def _bindings(self) -> Mapping[Binding, Callable[[], None]]:
        key, plain, shift = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        return {
            (key.Key_Space, plain): self.toggle,
            (key.Key_K, plain): lambda: self._leader.hold(down=False),
            (key.Key_L, plain): lambda: self.shuttle(1),
            (key.Key_J, plain): lambda: self.shuttle(-1),
            (key.Key_Right, plain): lambda: self.step(1),
            (key.Key_Left, plain): lambda: self.step(-1),
            (key.Key_Right, shift): lambda: self.move_by(_SECOND),
            (key.Key_Left, shift): lambda: self.move_by(-_SECOND),
            (key.Key_Home, plain): lambda: self.seek(Fraction(0)),
            (key.Key_End, plain): self.go_to_end,
            (key.Key_U, plain): self.toggle_link,
            (key.Key_Up, plain): lambda: self._choose(0),
            (key.Key_Down, plain): lambda: self._choose(1),
            (key.Key_Escape, plain): self.left.emit,
        }

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((Qt.Key(event.key()), modifiers))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._verb(event):
            event.accept()  # a key of the window's must not take it first
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        else:
            verb()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the clips beside or below each other, whichever shows them larger."""
        room = self._halves.size()
        shape = self.sides[0].player.clip.facts if self.sides[0].player.clip is not None else None
        aspect = shape.width / shape.height if shape is not None and shape.height else 16 / 9
        beside = min(room.width() / 2, (room.height() - _AROUND) * aspect)
        below = min(room.width(), (room.height() / 2 - _AROUND) * aspect)
        wanted = Qt.Orientation.Horizontal if beside >= below else Qt.Orientation.Vertical
        if self._halves.orientation() is not wanted:
            self._halves.setOrientation(wanted)
            self._halves.setSizes([1, 1])

    def minimumSizeHint(self) -> QSize:
        return QSize(340, 240)


def _button(name: str, tip: str, verb: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked: verb())
    return button
