"""Where in the clip the player is, and how it moves on."""

from __future__ import annotations

import math
from fractions import Fraction

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from core.model.time import Span
from gui.bridge.projection import Heard, Projection, Reel
from gui.player.sound import Sound
from gui.player.transport import Transport

_SOON_MS = 8
"""So soon it looks again for a picture that is late, and no picture is looked for sooner than in half of that."""
_LONGEST_MS = 100
"""So often the loudspeaker is fed, however long a picture stands."""
_PATIENCE = Fraction(1, 4)
"""So many seconds the clock may be ahead of the pictures before it waits for them."""


class Playhead(QObject):
    """Moves over the pictures of a projection; ``moved`` after each step, ``transport_changed`` with each change.

    The clock is that of the sound where there is one at the speed of life, else the machine's.
    """

    moved = Signal(int)
    transport_changed = Signal(object)

    def __init__(self, projection: Projection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projection = projection
        self.sound = Sound(self)
        self.sound.wanted.connect(projection.listen)
        projection.heard.connect(self._on_heard)
        self._transport = Transport()
        self._number = 0
        self._loop: Span | None = None
        self._clock = QElapsedTimer()
        self._origin = Fraction(0)
        self._sounding = False
        self.silent = False
        """Whether it keeps the machine's time and makes no sound, as the second of two clips does."""
        self.dropped = 0
        """How many pictures were not shown in time since the clip was opened."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_tick)

    # where it is ------------------------------------------------------------------------------------------------
    @property
    def number(self) -> int:
        """The picture that is on screen."""
        return self._number

    @property
    def transport(self) -> Transport:
        return self._transport

    @property
    def _reel(self) -> Reel | None:
        return self._projection.reel

    @property
    def time(self) -> Fraction:
        """When the picture on screen is shown, in seconds from the first."""
        return self._reel.time(self._number) if self._reel is not None else Fraction(0)

    def begin(self, time: Fraction = Fraction(0)) -> None:
        """Rest on the picture at ``time`` of a clip that was just opened."""
        self._set(Transport())
        self._loop = None
        self.dropped = 0
        self.seek(time)

    # moving -----------------------------------------------------------------------------------------------------
    def seek(self, time: Fraction) -> None:
        """Go to the picture that is on screen at ``time``."""
        if self._reel is not None:
            self.go_to(self._reel.number_at(max(Fraction(0), time)))

    def go_to(self, number: int) -> None:
        """Go to a picture; what plays plays on from there."""
        if self._reel is None:
            return
        self._put(number)
        if self._transport.rate:
            self._start_clock()
            self._timer.start(_SOON_MS)

    def step(self, pictures: int) -> None:
        """Rest so many pictures further on, or back."""
        self._set(self._transport.rest())
        self.go_to(self._number + pictures)

    def set_transport(self, transport: Transport) -> None:
        """Go on as ``transport`` says; from the end a clip begins again."""
        if self._reel is None:
            return
        if transport.direction > 0 and self._number >= len(self._reel) - 1 and not self._transport.rate:
            self._put(self._reel.number_at(self._loop.start) if self._loop else 0)
        self._set(transport)

    def set_speed(self, speed: float) -> None:
        """Play at so many times the speed of life, the way it plays already."""
        self.set_transport(self._transport.at(speed))

    def set_loop(self, span: Span | None) -> None:
        """Repeat a stretch of the clip, or stop doing so."""
        self._loop = span if span is not None and span.length > 0 else None

    @property
    def loop(self) -> Span | None:
        return self._loop

    def stop(self) -> None:
        """Rest, silently."""
        self._set(self._transport.rest())

    # clockwork --------------------------------------------------------------------------------------------------
    def _set(self, transport: Transport) -> None:
        changed = transport != self._transport
        self._transport = transport
        if transport.rate:
            self._start_clock()
            self._timer.start(0)
        else:
            self._timer.stop()
            self.sound.stop()
            self._sounding = False
            self._projection.look(self._number, 0)
        if changed:
            self.transport_changed.emit(transport)

    def _start_clock(self) -> None:
        self._origin = self.time
        self._clock.start()
        self.sound.stop()
        reel = self._reel
        heard = not self.silent and reel is not None and reel.sound and self._transport.rate == 1
        self._sounding = heard and self.sound.play(self._origin)

    def _now(self) -> Fraction:
        """Return where in the clip the clock is."""
        heard = self.sound.heard() if self._sounding else None
        if heard is not None:
            return heard
        if self._sounding:  # the sound ended before the pictures: the machine's clock takes over
            self._sounding = False
            self._origin = self.time
            self._clock.start()
        return self._origin + Fraction(self._clock.nsecsElapsed(), 1_000_000_000) * Fraction(self._transport.rate)

    def _on_tick(self) -> None:
        reel = self._reel
        if reel is None:
            self._set(self._transport.rest())
            return
        self._follow_clock(reel)
        if self._transport.rate:
            self._timer.start(self._until_next(reel))

    def _until_next(self, reel: Reel) -> int:
        """Return in how many milliseconds the next picture is due, or has to be looked for again."""
        forward = self._transport.rate > 0
        due, now = reel.time(self._number + 1 if forward else self._number), self._now()
        left = (due - now if forward else now - due) / Fraction(abs(self._transport.rate))
        if left <= 0:
            return _SOON_MS
        return max(_SOON_MS // 2, min(_LONGEST_MS, math.ceil(left * 1000)))

    def _follow_clock(self, reel: Reel) -> None:
        """Show what the clock says is on screen now."""
        self.sound.feed()
        now = self._now()
        if self._turned_round(reel, now):
            return
        number = reel.number_at(max(Fraction(0), now))
        if number == self._number:
            return
        if self._projection.image(number) is None:
            self._wait_for(number, abs(now - self.time))
            return
        self.dropped += max(0, abs(number - self._number) - max(1, round(abs(self._transport.rate))))
        self._put(number)

    def _wait_for(self, number: int, behind: Fraction) -> None:
        """Let pictures that are late come; after a while the clock waits for them."""
        self._projection.look(number, self._transport.direction)
        if behind > _PATIENCE:
            self._start_clock()

    def _turned_round(self, reel: Reel, now: Fraction) -> bool:
        """At the end of the loop go to its start or back, at the end of the clip rest; tell whether that was so."""
        loop, forward = self._loop, self._transport.rate > 0
        if loop is not None and forward and now >= loop.end:
            self.seek(loop.start)
            return True
        if loop is not None and not forward and now < loop.start:
            last = reel.number_at(loop.end)
            self.go_to(last if reel.time(last) < loop.end else last - 1)
            return True
        if now >= reel.end and forward:
            self._put(len(reel) - 1)
        elif now < 0:
            self._put(0)
        else:
            return False
        self._set(self._transport.rest())
        return True

    def _put(self, number: int) -> None:
        reel = self._reel
        if reel is not None:
            self._number = max(0, min(number, len(reel) - 1))
            self._projection.look(self._number, self._transport.direction)
            self.moved.emit(self._number)

    def _on_heard(self, heard: Heard) -> None:
        self.sound.take(heard.start, heard.data, goes_on=heard.goes_on)
