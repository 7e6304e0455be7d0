"""The pictures and the sound of one clip, decoded in a child process and at hand around the playhead."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from core.errors import SlatebookError
from core.ports.playing import Answer, Screening
from core.values import dataclass
from gui.bridge.lanes import Lane
from gui.bridge.returns import Returns
from gui.bridge.ring import Ring, Wish
from gui.words import tr

BYTES_A_PIXEL = 4
MOST_SLOTS = 64
_KEEP = Qt.AspectRatioMode.KeepAspectRatio


@dataclass(frozen=True, slots=True)
class Reel:
    """A clip that can be played: when each of its pictures is shown, and its size in pixels as shown.

    ``ticks`` count units of ``time_base`` seconds from the first picture; ``end`` is when the last one ends.
    """

    ticks: array[int]
    time_base: Fraction
    size: QSize
    sound: bool

    def __len__(self) -> int:
        return len(self.ticks)

    def time(self, number: int) -> Fraction:
        """Return when picture ``number`` is shown, in seconds; that of ``len(reel)`` is the end."""
        if number < len(self.ticks):
            return self.ticks[max(0, number)] * self.time_base
        last = self.ticks[-1]
        step = last - self.ticks[-2] if len(self.ticks) > 1 else 0
        return (last + step) * self.time_base

    @property
    def end(self) -> Fraction:
        return self.time(len(self))

    def number_at(self, time: Fraction) -> int:
        """Return the picture that is on screen at ``time``."""
        return max(0, bisect_right(self.ticks, int(time / self.time_base)) - 1)

    def nearest(self, time: Fraction) -> Fraction:
        """Return the beginning of the picture nearest to ``time``, or the end of the clip."""
        number = self.number_at(time)
        before, after = self.time(number), self.time(number + 1)
        return before if time - before <= after - time else after


@dataclass(frozen=True, slots=True)
class Heard:
    """Sound from ``start`` seconds on, as the decoder gives it; ``goes_on`` is False where the clip's sound ends."""

    start: Fraction
    data: bytes
    goes_on: bool


class Projection(QObject):
    """Asks a decoder for what the playhead needs next, one question at a time.

    Called from the GUI thread and answers there: ``opened`` carries a :class:`Reel`, ``arrived`` says that there are
    more pictures, ``heard`` carries a :class:`Heard`, ``failed`` a sentence.
    """

    opened = Signal(object)
    arrived = Signal()
    heard = Signal(object)
    failed = Signal(str)

    def __init__(self, make: Callable[[], Screening], returns: Returns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screening = make()
        self._lane = Lane("player", 1, returns)
        self._path = ""
        self._reel: Reel | None = None
        self._ring = Ring(0, 0)
        self._size = QSize()
        self._room = QSize(960, 540)
        self._era = 0
        """What was asked before the clip or the size changed is answered in another era, and dropped."""
        self._busy = False
        self._playhead = 0
        self._direction = 0
        self._sound: tuple[Fraction, int] | None = None
        self._opening = False
        self._wished: Wish | None = None
        """The pictures that are being decoded."""
        self._instead: QImage | None = None
        self._instead_of: int | None = None
        """The picture in whose place ``_instead`` is looked at."""

    # asking -----------------------------------------------------------------------------------------------------
    def open(self, path: str) -> None:
        """Take another clip; ``path`` is as the operating system has it."""
        self._era += 1
        self._path = path
        self._reel = None
        self._sound = None
        self._opening = True
        self._go_on()

    def let_go(self) -> None:
        """Hold no clip any more; what is being decoded is given up."""
        self._era += 1
        if self._wished is not None:
            self._screening.hurry()
        self._path = ""
        self._reel = None
        self._opening = False

    def set_room(self, room: QSize) -> None:
        """Say how many pixels of the screen a picture may fill."""
        self._room = room
        if self._reel is not None and self._fitted(self._reel) != self._size:
            slot = self._ring.shown
            before = None if slot is None else self._at(slot).copy()
            self._begin(self._reel)
            self._instead, self._instead_of = before, self._playhead
            self._go_on()

    def look(self, number: int, direction: int) -> None:
        """Say where the playhead is and whether it rests (0), goes on (1) or back (-1)."""
        self._playhead = number
        self._direction = direction
        if self._wished is not None and self._is_idle(self._wished, number, direction):
            self._screening.hurry()
        self._go_on()

    def _is_idle(self, wish: Wish, number: int, direction: int) -> bool:
        """Whether a playhead that rests on ``number`` waits for something else than ``wish``.

        One that moves on is left its wish: it would be chased from one to the next and get none.
        """
        awaited = number in range(wish.first, wish.first + len(wish.slots))
        return not direction and not awaited and self._ring.lacks(number)

    def listen(self, start: Fraction, pairs: int) -> None:
        """Ask for so many pairs of sound samples; of several questions that wait only the last is answered.

        Pictures that are being decoded give way: a late picture is seen by nobody, a gap in the sound is heard by all.
        """
        self._sound = (start, pairs)
        if self._wished is not None:
            self._screening.hurry()
        self._go_on()

    @property
    def reel(self) -> Reel | None:
        """The clip that is open."""
        return self._reel

    def image(self, number: int) -> QImage | None:
        """Return the picture, or the one that stands for it where it cannot be decoded; None while it is not there.

        It is good until the next call.
        """
        found = self._ring.nearest(number)
        slot = None if found is None else self._ring.slot(found)
        if found is None or slot is None:
            return None
        self._ring.show(found)
        self._instead = None
        return self._at(slot)

    def image_until(self, number: int) -> QImage | None:
        """Return what may be looked at until ``number`` is there: one near it in the clip, else what was on screen."""
        if self._instead is not None and self._instead_of == number:
            return self._instead
        slot = self._ring.shown
        return None if slot is None else self._at(slot)

    def _at(self, slot: int) -> QImage:
        width, height = self._size.width(), self._size.height()
        bytes_each = width * height * BYTES_A_PIXEL
        data = self._screening.memory[slot * bytes_each : (slot + 1) * bytes_each]
        return QImage(data, width, height, width * BYTES_A_PIXEL, QImage.Format.Format_RGB32)

    def close(self) -> None:
        """End the decoder and the thread that asks it."""
        self.let_go()
        self._lane.run(self._screening.close, _nothing, _nothing)
        self._lane.close(finish=True)

    # answering --------------------------------------------------------------------------------------------------
    def _go_on(self) -> None:
        """Ask the next question, where none is under way."""
        if self._busy:
            return
        if self._opening:
            self._opening = False
            self._ask({"do": "open", "path": self._path}, self._on_opened)
        elif self._reel is not None and self._sound is not None:
            start, pairs = self._sound
            self._sound = None
            task = {"do": "sound", "start": [start.numerator, start.denominator], "pairs": pairs}
            self._ask(task, lambda answer: self._on_sound(start, answer))
        elif self._reel is not None:
            wish = self._ring.wish(self._playhead, self._direction)
            if wish is not None:
                self._ask_for(wish)

    def _ask_for(self, wish: Wish) -> None:
        """Ask for pictures; while the one under a resting playhead is far, for one to be looked at until it comes."""
        instead = not self._direction and wish.first == self._playhead and self._instead_of != wish.first
        size = [self._size.width(), self._size.height()]
        slots = list(wish.slots)
        task = {"do": "pictures", "first": wish.first, "slots": slots, "size": size, "instead": instead}
        self._wished = wish
        self._ask(task, lambda answer: self._on_pictures(wish, answer))

    def _ask(self, task: dict[str, Any], done: Callable[[Answer], None]) -> None:
        era = self._era
        self._busy = True

        def on_done(answer: Answer) -> None:
            self._busy, self._wished = False, None
            if era == self._era:
                done(answer)
            self._go_on()

        def on_failed(error: Exception) -> None:
            self._busy, self._wished = False, None
            if era == self._era:
                self.let_go()
                self.failed.emit(
                    str(error) if isinstance(error, SlatebookError) else tr("The player failed: {error}", error=error)
                )
            self._go_on()

        self._lane.run(lambda: self._screening.ask(task), on_done, on_failed)

    def _on_opened(self, answer: Answer) -> None:
        value = answer.value
        ticks = array("q")
        ticks.frombytes(answer.blobs[0])
        size = QSize(value["width"], value["height"])
        aspect = Fraction(*value["aspect"])
        if value["rotation"] % 180:
            aspect = 1 / aspect
        size.setWidth(max(1, round(size.width() * aspect)))
        self._reel = Reel(ticks, Fraction(*value["time_base"]), size, bool(value["sound"]))
        self._begin(self._reel)
        self.opened.emit(self._reel)

    def _begin(self, reel: Reel) -> None:
        """Start anew with empty slots, as large as the room asks for."""
        self._era += 1
        self._size = self._fitted(reel)
        bytes_each = self._size.width() * self._size.height() * BYTES_A_PIXEL
        self._instead, self._instead_of = None, None
        self._ring = Ring(min(MOST_SLOTS, len(self._screening.memory) // bytes_each), len(reel))

    def _fitted(self, reel: Reel) -> QSize:
        """Return the size of the pictures: what fits the room, in steps, so that a drag of the edge fetches few."""
        room = QSize(-(-self._room.width() // 64) * 64, -(-self._room.height() // 64) * 64)
        fitted = reel.size.scaled(room, _KEEP)
        return (fitted if fitted.width() < reel.size.width() else reel.size).expandedTo(QSize(2, 2))

    def _on_pictures(self, wish: Wish, answer: Answer) -> None:
        if "instead" in answer.value and wish.first == self._playhead:
            self._instead, self._instead_of = self._at(wish.slots[0]).copy(), wish.first
        self._ring.hold(wish, answer.value["done"], final=not answer.value["more"])
        self.arrived.emit()

    def _on_sound(self, start: Fraction, answer: Answer) -> None:
        self.heard.emit(Heard(start, answer.blobs[0], bool(answer.value["goes_on"])))


def _nothing(_value: object) -> None:
    pass
