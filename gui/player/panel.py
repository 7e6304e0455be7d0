"""The player as a whole: picture, the way through the clip, and the keys of an editing desk."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.model.ids import ClipId
from core.model.time import Span, offset
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.bridge.projection import Projection, Reel
from gui.player.clip_screen import ClipScreen
from gui.player.controls import Controls
from gui.player.full_screen import Stage
from gui.player.keys import Keys
from gui.player.marks import Marks, Telling
from gui.player.playhead import Playhead
from gui.words import tr


@dataclass(frozen=True, slots=True)
class PlayerMoved:
    """The playhead stands on picture ``number`` of ``clip``, shown at ``time``, and plays at ``rate``."""

    clip: ClipId
    time: Fraction
    number: int = 0
    rate: float = 0


@dataclass(frozen=True, slots=True)
class MarksChanged:
    """The in and out point of ``clip``; None where neither is set."""

    clip: ClipId
    span: Span | None


class Player(ClipScreen):
    """Plays a clip with the keys of an editing desk; ``other_key`` carries a key event that means nothing here."""

    moved = Signal(object)
    marks_changed = Signal(object)
    other_key = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._marks = Marks()
        self._telling: Telling | None = None
        self.controls = Controls()
        self.view.caption = self._caption
        self.setAccessibleName(tr("Player"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.view, 1)
        self.stage = Stage(self.view, self._layout, self)
        self._layout.addWidget(self.controls)
        self._keys = Keys(self)
        self._connect()

    def _connect(self) -> None:
        self.view.pressed.connect(self.toggle)
        self.view.full_screen_wanted.connect(self.toggle_full_screen)
        self.controls.play_wanted.connect(self.toggle)
        self.controls.step_wanted.connect(self.step)
        self.controls.loop_wanted.connect(self._on_loop)
        self.controls.speed_wanted.connect(lambda speed: self._with_playhead(lambda at: at.set_speed(speed)))
        self.controls.volume_wanted.connect(lambda volume: self._with_playhead(lambda at: at.sound.set_volume(volume)))
        self.controls.full_screen_wanted.connect(self.toggle_full_screen)

    def add_below(self, widget: QWidget) -> None:
        """Put something between the picture and the controls, such as a timeline."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    @property
    def marked(self) -> Span | None:
        """The stretch between the in and out point."""
        return self._marks.span(self.reel.end) if self.reel else None

    def place(self, time: Fraction) -> str:
        """Return how ``time`` is told: in timecode where the clip has a steady rate."""
        return self._telling.place(time) if self._telling is not None else offset(time)

    def _ready(self) -> Projection:
        new = self._playhead is None
        projection = super()._ready()
        if new and self._playhead is not None:
            self._playhead.transport_changed.connect(self.controls.show_transport)
        return projection

    def _on_opened(self, reel: Reel) -> None:
        self.controls.set_sound(reel.sound)
        self._telling = Telling(self._clip.facts) if self._clip else None
        super()._on_opened(reel)
        self._on_loop(self.controls.loops)

    def _on_moved(self, number: int) -> None:
        super()._on_moved(number)
        if self._clip is not None and self._playhead is not None and self.reel is not None:
            place, time = self.place(self.time), offset(self.time)
            self.controls.show_position(place, f"/ {self.place(self.reel.end)}", time if place != time else "")
            self.moved.emit(PlayerMoved(self._clip.id, self.time, number, self._playhead.transport.rate))

    # moving -----------------------------------------------------------------------------------------------------
    def toggle(self) -> None:
        """Play or pause; what cannot be played is tried once more."""
        self.retry()
        self._with_playhead(lambda playhead: playhead.set_transport(playhead.transport.toggle()))

    def shuttle(self, direction: int, *, slow: bool = False) -> None:
        """Do what L (1) and J (-1) do: play, play faster, or with K held go one picture on."""

        def change(playhead: Playhead) -> None:
            if playhead.transport.held:
                playhead.go_to(playhead.number + direction)
            else:
                playhead.set_transport(playhead.transport.shuttle(direction, slow=slow))

        self._with_playhead(change)

    def hold(self, *, down: bool) -> None:
        """Do what K does: rest."""
        self._with_playhead(lambda playhead: playhead.set_transport(playhead.transport.hold(down=down)))

    def step(self, pictures: int) -> None:
        """Rest so many pictures further on, or back."""
        self._with_playhead(lambda playhead: playhead.step(pictures))

    def move_by(self, seconds: Fraction) -> None:
        """Go on, or back, by a time."""
        self._with_playhead(lambda playhead: playhead.seek(playhead.time + seconds))

    def go_to_end(self) -> None:
        """Go to the last picture."""
        self._with_playhead(lambda playhead: playhead.go_to(len(self.reel) - 1 if self.reel else 0))

    # marking ----------------------------------------------------------------------------------------------------
    def mark_in(self) -> None:
        """Put the in point on the picture on screen."""
        self._set_marks(self._marks.begin(self.time))

    def mark_out(self) -> None:
        """Put the out point behind the picture on screen, which is the last one in it."""
        reel, playhead = self.reel, self._playhead
        if reel is not None and playhead is not None:
            self._set_marks(self._marks.end(reel.time(playhead.number + 1)))

    def clear_marks(self) -> None:
        """Take both points away."""
        self._set_marks(Marks())

    def _set_marks(self, marks: Marks) -> None:
        if self._clip is None or self.reel is None:
            return
        self._marks = marks
        span = self.marked
        self.controls.show_marks(self._told(span))
        self.view.update()
        if self._playhead is not None and self._playhead.loop is not None:
            self._playhead.set_loop(span or Span(Fraction(0), self.reel.end))
        self.marks_changed.emit(MarksChanged(self._clip.id, span))

    def _told(self, span: Span | None) -> str:
        return f"{self.place(span.start)} – {self.place(span.end)}" if span else ""

    def _caption(self) -> str:
        """Return what is written on the picture: on the full screen, where nothing else tells it, where it is."""
        if not self.stage.is_full or self.reel is None:
            return ""
        return "   ".join(filter(None, (self.place(self.time), self._told(self.marked))))

    def _left(self) -> None:
        if self._clip is not None and self._marks != Marks():
            self.marks_changed.emit(MarksChanged(self._clip.id, None))
        self._marks = Marks()
        self.controls.show_marks("")

    def _on_loop(self, on: bool) -> None:
        reel = self.reel
        if reel is not None and self._playhead is not None:
            self._playhead.set_loop((self.marked or Span(Fraction(0), reel.end)) if on else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            event.ignore()
            self.other_key.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keys.release(event):
            event.ignore()
            self.other_key.emit(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys.let_go()
        super().focusOutEvent(event)

    def toggle_full_screen(self) -> None:
        """Fill the screen with the picture, or come back."""
        self.stage.toggle()

    def leave(self) -> None:
        """Come back from the full screen, else ask to be left."""
        if self.stage.is_full:
            self.stage.toggle()
        else:
            self.left.emit()
