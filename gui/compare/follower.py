"""A player whose movement can be given from outside."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.bridge.bridge import Bridge
from gui.bridge.projection import Projection
from gui.player.panel import Player
from gui.player.transport import Transport


class Follower(Player):
    """A player without controls; ``transport_changed`` when it begins to play, plays faster, or rests."""

    transport_changed = Signal()

    def __init__(self, bridge: Bridge, *, silent: bool) -> None:
        super().__init__(bridge)
        self._silent = silent
        self.controls.hide()

    def _ready(self) -> Projection:
        new = self._playhead is None
        projection = super()._ready()
        if new and self._playhead is not None:
            self._playhead.silent = self._silent
            self._playhead.transport_changed.connect(lambda _: self.transport_changed.emit())
        return projection

    @property
    def transport(self) -> Transport:
        """Whether and how fast it plays."""
        return self._playhead.transport if self._playhead is not None else Transport()

    def take_transport(self, transport: Transport) -> None:
        """Play, or rest, as ``transport`` says."""
        if self.transport != transport:
            self._with_playhead(lambda playhead: playhead.set_transport(transport))
