"""Finding frames like one, wherever a frame stands: in a contact sheet, under the still of a clip, in the player."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.frames import ContactSheet
from gui.inspector.panel import Inspector
from gui.library import ThumbnailCache
from gui.main_window.playing import PlayingVerbs
from gui.widgets import EmptyState
from gui.words import tr

Say = Callable[[str, bool], None]
"""Shows a sentence; the flag offers undo beside it."""


class AlikeVerbs:
    """Puts its page, a contact sheet of other clips, on the stage of the player."""

    def __init__(
        self,
        bridge: Bridge,
        playing: PlayingVerbs,
        sheet: ContactSheet,
        inspector: Inspector,
        pictures: ThumbnailCache,
        say: Say,
    ) -> None:
        self._bridge = bridge
        self._playing = playing
        nothing = EmptyState(
            "scan-search", tr("Nothing looks like it"), tr("No other clip has a picture that is like this one.")
        )
        self.page = page = ContactSheet(bridge, pictures, nothing)
        page.setAccessibleName(tr("Frames like one"))
        playing.stage.addWidget(page)
        page.left.connect(playing.step_back)
        page.told.connect(lambda sentence: say(sentence, False))
        for one in (page, sheet):
            one.find_similar = lambda frame: self.find(frame.clip, frame.span.start)
        inspector.pictures.frames_like_wanted.connect(lambda wanted: self.find(wanted.clip, wanted.time))
        playing.page.regions.find_alike = self._find_shown
        playing.stage.currentChanged.connect(self._on_page)

    def find(self, clip: ClipId, time: Fraction) -> None:
        """Show frames of other clips that look like the picture of ``clip`` at ``time``."""
        from gui.frames.alike import read_alike

        recognising = self._bridge.recognising
        if self._playing.is_shown:
            self._playing.leave()
        self.page.show_reading(lambda archive: read_alike(archive, recognising, clip, time))
        self._playing.show_page(self.page)

    def _find_shown(self) -> None:
        clip = self._playing.player.clip
        if clip is not None:
            self.find(clip.id, self._playing.player.time)

    def _on_page(self) -> None:
        if self._playing.stage.currentWidget() not in (self.page, self._playing.page):
            self.page.clear()
