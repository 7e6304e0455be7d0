"""What of a clip was looked at in the player: played no faster than an eye follows, or stepped through."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QObject, QTimer, Signal

from core.model.clip import Clip
from core.model.looked import NOT_LOOKED_AT, Looked
from core.model.time import Span
from gui.bridge.bridge import Bridge, Noted
from gui.bridge.projection import Reel

FASTEST = 2
"""What is played faster is searched through, not looked at."""

_DROPPED = Fraction(1, 4)
"""Pictures that were not shown in time are no gap, up to so many seconds."""

_KEEP_MS = 3_000


class Eyes:
    """Follows the playhead from picture to picture; no window, no clock."""

    def __init__(self) -> None:
        self._last: int | None = None

    def close(self) -> None:
        """Begin anew, with another clip or somewhere else."""
        self._last = None

    def moved(self, reel: Reel, number: int, rate: float) -> Span | None:
        """Return what was seen on the way to picture ``number``, at ``rate`` or by a step; None after a jump."""
        last, self._last = self._last, number
        if last is None or last == number or abs(rate) > FASTEST:
            return None
        low, high = sorted((last, number))
        farthest = _DROPPED if rate else Fraction(0)
        if high - low > 1 and reel.time(high) - reel.time(low) > farthest:
            return None
        return Span(reel.time(low), reel.time(high + 1))


class Attention(QObject):
    """Gathers what is seen of one clip and has it noted every few seconds, at each rest, and when the clip is left.

    ``changed`` says that more is known to be looked at; ``looked`` is all of it.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._clip: Clip | None = None
        self._eyes = Eyes()
        self._fresh = NOT_LOOKED_AT
        self._looked = NOT_LOOKED_AT
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_MS)
        self._timer.timeout.connect(self.keep)
        bridge.noted.connect(self._on_noted)
        bridge.closing.connect(self.keep)

    @property
    def looked(self) -> Looked:
        """What was looked at of the clip, as far as it was noted."""
        return self._looked

    def turn_to(self, clip: Clip | None) -> None:
        """Look at another clip, or at none; what was seen of the last one is noted."""
        if clip is not None and self._clip is not None and clip.id == self._clip.id:
            self._clip = clip
            return
        self.keep()
        self._eyes.close()
        self._clip, self._looked = clip, NOT_LOOKED_AT
        self.changed.emit()
        if clip is not None:
            shown = clip.id
            self._bridge.read(
                lambda archive: archive.looking.of(shown), lambda looked: self._on_noted(Noted({shown: looked}))
            )

    def moved(self, reel: Reel, number: int, rate: float) -> None:
        """Take over that the playhead came to picture ``number``, playing at ``rate``."""
        span = self._eyes.moved(reel, number, rate)
        if span is None or self._clip is None:
            return
        length = self._clip.facts.duration or reel.end
        if number >= len(reel) - 1:
            span = Span(span.start, max(span.end, length))  # sound may go on after the last picture
        self._fresh = self._fresh.with_spans([span], length)
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Have noted what was seen."""
        self._timer.stop()
        fresh, self._fresh = self._fresh, NOT_LOOKED_AT
        if fresh.spans and self._clip is not None:
            self._bridge.look(self._clip, fresh.spans)

    def _on_noted(self, noted: Noted) -> None:
        if self._clip is not None and self._clip.id in noted.looked:
            self._looked = noted.looked[self._clip.id]
            self.changed.emit()
