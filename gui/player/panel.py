"""The player as a whole: picture, the way through the clip, and the keys of an editing desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.reasons import retold
from core.model.time import Span, offset
from gui.bridge.bridge import Bridge
from gui.bridge.projection import Projection, Reel
from gui.player.controls import Controls
from gui.player.full_screen import Stage
from gui.player.keys import Keys
from gui.player.marks import Marks, Telling
from gui.player.playhead import Playhead
from gui.player.view import PlayerView
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


class Player(QWidget):
    """Plays one clip at a time.

    The decoder is started with the first clip and ended with the window's bridge; ``close_clip`` lets go of the file.
    ``ready`` says that a clip is open; ``other_key`` carries a key event that means nothing here.
    """

    moved = Signal(object)
    marks_changed = Signal(object)
    ready = Signal()
    other_key = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._projection: Projection | None = None
        self._playhead: Playhead | None = None
        self._clip: Clip | None = None
        self._at = Fraction(0)
        self._marks = Marks()
        self._telling: Telling | None = None
        self.view = PlayerView(self._picture)
        self.controls = Controls()
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
        self.view.room_changed.connect(self._on_room)
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

    # clips ------------------------------------------------------------------------------------------------------
    @property
    def clip(self) -> Clip | None:
        """The clip that is shown."""
        return self._clip

    @property
    def reel(self) -> Reel | None:
        """When its pictures are shown, once it is open."""
        return self._projection.reel if self._projection else None

    @property
    def time(self) -> Fraction:
        """When the picture on screen is shown."""
        return self._playhead.time if self._playhead and self.reel else self._at

    @property
    def marked(self) -> Span | None:
        """The stretch between the in and out point."""
        return self._marks.span(self.reel.end) if self.reel else None

    def place(self, time: Fraction) -> str:
        """Return how ``time`` is told: in timecode where the clip has a steady rate."""
        return self._telling.place(time) if self._telling is not None else offset(time)

    def show_clip(self, clip: Clip, at: Fraction = Fraction(0)) -> None:
        """Open ``clip`` and rest at ``at``; the clip that is shown already stays open."""
        if self._clip is not None and clip.id == self._clip.id and self.reel is not None:
            self._clip = clip
            self.seek(at)
            return
        self._forget_marks()
        self._clip = clip
        self._at = at
        self.view.set_message("")
        self._ready().open(clip.file.location)

    def refresh_clip(self, clip: Clip) -> None:
        """Take over what changed in the clip that is shown."""
        if self._clip is not None and clip.id == self._clip.id:
            self._clip = clip

    def close_clip(self) -> None:
        """Show nothing and let go of the file."""
        if self._playhead is not None and self._projection is not None:
            self._playhead.stop()
            self._projection.let_go()
        self._forget_marks()
        self._clip = None
        self.view.update()

    def _ready(self) -> Projection:
        """Return the decoder, started when it is first needed."""
        if self._projection is None:
            self._projection = projection = self._bridge.projection()
            projection.set_room(self.view.size() * self.devicePixelRatioF())
            self._playhead = Playhead(projection, self)
            projection.opened.connect(self._on_opened)
            projection.arrived.connect(self._on_arrived)
            projection.failed.connect(self._on_failed)
            self._playhead.moved.connect(self._on_moved)
            self._playhead.transport_changed.connect(self.controls.show_transport)
        return self._projection

    def _on_opened(self, reel: Reel) -> None:
        self.view.set_shape(reel.size)
        self.controls.set_sound(reel.sound)
        self._telling = Telling(self._clip.facts) if self._clip else None
        self._with_playhead(lambda playhead: playhead.begin(self._at))
        self._on_loop(self.controls.loops)
        self.ready.emit()

    def _on_arrived(self) -> None:
        if self._playhead is not None and not self._playhead.transport.rate:
            self.view.update()

    def _on_failed(self, sentence: str) -> None:
        if self._playhead is not None:
            self._playhead.stop()
        name = self._clip.name if self._clip else tr("The clip")
        self.view.set_message(tr("{name} cannot be played. {reason}", name=name, reason=retold(sentence)))

    def _on_moved(self, number: int) -> None:
        self.view.update()
        if self._clip is not None and self._playhead is not None and self.reel is not None:
            self.controls.show_position(self.place(self.time), f"/ {self.place(self.reel.end)}")
            self.moved.emit(PlayerMoved(self._clip.id, self.time, number, self._playhead.transport.rate))

    def _picture(self) -> QImage | None:
        if self._projection is None or self._playhead is None:
            return None
        number = self._playhead.number
        return self._projection.image(number) or self._projection.image_until(number)

    def _on_room(self, room: QSize) -> None:
        if self._projection is not None:
            self._projection.set_room(room)

    # moving -----------------------------------------------------------------------------------------------------
    def _with_playhead(self, verb: Callable[[Playhead], None]) -> None:
        if self._playhead is not None and self.reel is not None:
            verb(self._playhead)

    def toggle(self) -> None:
        """Play or pause."""
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

    def seek(self, time: Fraction) -> None:
        """Go to ``time``; what plays plays on from there."""
        self._at = time
        self._with_playhead(lambda playhead: playhead.seek(time))

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
        self.controls.show_marks(f"{self.place(span.start)} – {self.place(span.end)}" if span else "")
        if self._playhead is not None and self._playhead.loop is not None:
            self._playhead.set_loop(span or Span(Fraction(0), self.reel.end))
        self.marks_changed.emit(MarksChanged(self._clip.id, span))

    def _forget_marks(self) -> None:
        """Drop the marks of a clip that is left."""
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
