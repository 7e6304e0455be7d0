"""Finding frames like one, wherever a frame stands: in a contact sheet, under the still of a clip, in the player."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.inspector.panel import Inspector
from gui.library import ThumbnailCache
from gui.main_window.playing import PlayingVerbs
from gui.widgets import EmptyState, WhenWanted
from gui.words import tr

if TYPE_CHECKING:
    from gui.frames import ContactSheet, SheetFrame
    from gui.inspector.detail import DetailPage
    from gui.player.page import PlayerPage

Say = Callable[[str, bool], None]
"""Shows a sentence; the flag offers undo beside it."""


class AlikeVerbs:
    """Puts its page, a contact sheet of other clips that is made when it is wanted, on the stage of the player."""

    def __init__(
        self,
        bridge: Bridge,
        playing: PlayingVerbs,
        sheet: WhenWanted[ContactSheet],
        inspector: Inspector,
        pictures: ThumbnailCache,
        say: Say,
    ) -> None:
        self._bridge = bridge
        self._playing = playing
        self._pictures = pictures
        self._say = say
        self.found = WhenWanted(self._make_page)
        for one in (self.found, sheet):
            one.then(self._offer_on_sheet)
        inspector.detail.then(self._offer_beside)
        playing.desk.then(self._offer_in_player)
        playing.stage.currentChanged.connect(self._on_page)

    def _make_page(self) -> ContactSheet:
        from gui.frames import ContactSheet

        nothing = EmptyState(
            "scan-search", tr("Nothing looks like it"), tr("No other clip has a picture that is like this one.")
        )
        page = ContactSheet(self._bridge, self._pictures, nothing)
        page.setAccessibleName(tr("Frames like one"))
        self._playing.stage.addWidget(page)
        page.left.connect(self._playing.step_back)
        page.told.connect(lambda sentence: self._say(sentence, False))
        return page

    @property
    def page(self) -> ContactSheet:
        """The frames that were found."""
        return self.found.get()

    def _offer_on_sheet(self, sheet: ContactSheet) -> None:
        sheet.find_similar = self._find_like

    def _find_like(self, frame: SheetFrame) -> None:
        self.find(frame.clip, frame.span.start)

    def _offer_beside(self, page: DetailPage) -> None:
        page.pictures.frames_like_wanted.connect(lambda wanted: self.find(wanted.clip, wanted.time))

    def _offer_in_player(self, page: PlayerPage) -> None:
        page.regions.find_alike = self._find_shown

    def find(self, clip: ClipId, time: Fraction) -> None:
        """Show frames of other clips that look like the picture of ``clip`` at ``time``."""
        from gui.frames.alike import read_alike

        recognising = self._bridge.recognising
        if self._playing.is_shown:
            self._playing.leave()
        self.page.show_reading(lambda archive: read_alike(archive, recognising, clip, time))
        self._playing.show_over(self.page)

    def _find_shown(self) -> None:
        clip = self._playing.player.clip
        if clip is not None:
            self.find(clip.id, self._playing.player.time)

    def _on_page(self) -> None:
        page = self.found.made
        if page is not None and self._playing.stage.currentWidget() not in (page, self._playing.desk.made):
            page.clear()
