"""One clip at a time on a screen: opened, shown, refused, tried once more, let go."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QElapsedTimer, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from core.model import reasons
from core.model.clip import Clip
from gui.bridge.bridge import Bridge
from gui.bridge.projection import Projection, Reel
from gui.player.playhead import Playhead
from gui.player.view import PlayerView
from gui.words import tr

_AGAIN_MS = 60_000
"""A decoder that goes away twice within this time is the clip's fault."""


class ClipScreen(QWidget):
    """Shows one clip at a time in ``view``, at the picture on which its playhead stands.

    The decoder is started with the first clip and ended with the window's bridge; ``close_clip`` lets go of the file.
    ``ready`` says that a clip is open, ``refused`` that it cannot be played, and the view why.
    """

    ready = Signal()
    refused = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._projection: Projection | None = None
        self._playhead: Playhead | None = None
        self._clip: Clip | None = None
        self._at = Fraction(0)
        self._reopened = QElapsedTimer()
        """Whether the clip was opened once more because its decoder had gone away."""
        self.view = PlayerView(self._picture)
        self.view.room_changed.connect(self._on_room)
        self.view.refusal.retry_wanted.connect(self.retry)

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

    def show_clip(self, clip: Clip, at: Fraction = Fraction(0)) -> None:
        """Open ``clip`` and rest at ``at``; the clip that is shown already stays open."""
        if self._clip is not None and clip.id == self._clip.id and self.reel is not None:
            self._clip = clip
            self.seek(at)
            return
        self._left()
        self._clip = clip
        self._at = at
        self._reopened.invalidate()
        self._open(clip)

    def _open(self, clip: Clip) -> None:
        self.view.refusal.hide()
        self.view.update()
        self._ready().open(clip.file.location)

    def retry(self) -> None:
        """Open the clip that is shown once more, where it was, if it could not be played."""
        if self._clip is not None and not self.view.refusal.isHidden():
            self._open(self._clip)
            self.setFocus()

    def refresh_clip(self, clip: Clip) -> None:
        """Take over what changed in the clip that is shown."""
        if self._clip is not None and clip.id == self._clip.id:
            self._clip = clip

    def close_clip(self) -> None:
        """Show nothing and let go of the file."""
        if self._playhead is not None and self._projection is not None:
            self._playhead.stop()
            self._projection.let_go()
        self._left()
        self._clip = None
        self.view.update()

    def seek(self, time: Fraction) -> None:
        """Go to ``time``; what plays plays on from there."""
        self._at = time
        self._with_playhead(lambda playhead: playhead.seek(time))

    def _left(self) -> None:
        """Do what is due when the clip is left."""

    def _with_playhead(self, verb: Callable[[Playhead], None]) -> None:
        if self._playhead is not None and self.reel is not None:
            verb(self._playhead)

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
        return self._projection

    def _on_opened(self, reel: Reel) -> None:
        self.view.set_shape(reel.size)
        self._with_playhead(lambda playhead: playhead.begin(self._at))
        self.ready.emit()

    def _on_arrived(self) -> None:
        if self._playhead is not None and not self._playhead.transport.rate:
            self.view.update()

    def _on_failed(self, sentence: str) -> None:
        if self._playhead is not None:
            self._playhead.stop()
        again = self._reopened.isValid() and not self._reopened.hasExpired(_AGAIN_MS)
        if self._clip is not None and sentence == reasons.OPEN_AGAIN and not again:
            self._reopened.start()  # the decoder went away between two questions: no fault of the clip
            self._open(self._clip)
            return
        name = self._clip.name if self._clip else tr("The clip")
        self.view.refusal.tell(tr("{name} cannot be played", name=name), reasons.retold(sentence))
        self.view.update()
        self.refused.emit()

    def _on_moved(self, _number: int) -> None:
        self._at = self.time
        self.view.update()

    def _picture(self) -> QImage | None:
        if self._projection is None or self._playhead is None:
            return None
        number = self._playhead.number
        return self._projection.image(number) or self._projection.image_until(number)

    def _on_room(self, room: QSize) -> None:
        if self._projection is not None:
            self._projection.set_room(room)
