"""The player in the window: which clip it shows, and the way to it and back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.model.changes import ChangeSet, MembersChanged, Table
from core.model.clip import Clip
from core.model.ids import ClipId, EntryId
from core.model.media import MediaKind
from core.ports.index import Card
from gui.bridge.bridge import Bridge, Changed
from gui.library.moment_cards import MomentCard
from gui.main_window.clips_pane import ClipsPane
from gui.player.number_keys import NumberKeys
from gui.widgets import WhenWanted

if TYPE_CHECKING:
    from gui.player.page import PlayerPage
    from gui.player.panel import Player


class PlayingVerbs:
    """Shows the selected clip in the player in place of the grid; other pages may stand on the same ``stage``.

    The page of the player is made when the first clip is opened; ``desk`` tells it then to who has to do with it.
    """

    def __init__(self, bridge: Bridge, pane: ClipsPane) -> None:
        self._bridge = bridge
        self._pane = pane
        self.desk = WhenWanted(self._make_page)
        self.numbers = NumberKeys(bridge)
        self.stage = QStackedWidget()
        self.stage.addWidget(pane)
        self._back: QWidget = pane
        self._under: dict[QWidget, QWidget] = {}
        """What pages stand over, and step back to."""
        pane.setFocusProxy(pane.grid)
        pane.wanted.connect(self.show_clips)
        bridge.changed.connect(self._on_changed)

    def _make_page(self) -> PlayerPage:
        from gui.player.page import PlayerPage

        page = PlayerPage(self._bridge, self.numbers)
        page.left.connect(self.leave)
        self.stage.addWidget(page)
        return page

    @property
    def page(self) -> PlayerPage:
        """The page of the player."""
        return self.desk.get()

    @property
    def player(self) -> Player:
        """The player on it."""
        return self.page.player

    @property
    def holding(self) -> Player | None:
        """The player while it holds a clip."""
        made = self.desk.made
        return made.player if made is not None and made.player.clip is not None else None

    @property
    def is_shown(self) -> bool:
        """Whether the player stands in place of the grid."""
        return self.stage.currentWidget() is self.desk.made

    def play(self) -> None:
        """Open the first selected clip, or go back to the grid."""
        clips = self._pane.selected_clips()[:1]
        if self.is_shown:
            self.leave()
        elif clips:
            self.open(clips[0])

    def open_card(self, card: Card) -> None:
        """Show the clip of a card, a moment where it begins."""
        self.open(card.id, card.span.start if isinstance(card, MomentCard) else Fraction(0))

    def open(self, clip: ClipId, at: Fraction = Fraction(0)) -> None:
        """Show ``clip`` at a time, where it is one that can be played."""
        self._bridge.read(lambda archive: archive.clip(clip), lambda found: self._show(found, at))

    def _show(self, clip: Clip, at: Fraction) -> None:
        if clip.kind is MediaKind.CLIP:
            if not self.is_shown:
                self._back = self.stage.currentWidget() or self._pane
            self.stage.setCurrentWidget(self.page)
            self.page.show_clip(clip, at)
            self.player.setFocus()

    def leave(self) -> None:
        """Go back to where the player was opened from."""
        self.page.close_clip()
        self.show_page(self._back)

    def step_back(self) -> bool:
        """Leave the page that stands in place of the grid; tell whether there was one."""
        shown = self.stage.currentWidget()
        if shown is None or shown is self._pane:
            return False
        if self.is_shown:
            self.leave()
        else:
            self.show_page(self._under.pop(shown, self._pane))
        return True

    def show_clips(self) -> None:
        """Leave whatever stands in place of the grid."""
        while self.step_back():
            pass

    def focus_stage(self) -> None:
        """Give the keys to what stands in the middle."""
        (self.stage.currentWidget() or self._pane).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_page(self, page: QWidget) -> None:
        """Show a page of the stage."""
        self.stage.setCurrentWidget(page)
        page.setFocus()

    def show_over(self, page: QWidget) -> None:
        """Show a page from which a step back leads to what is shown now."""
        shown = self.stage.currentWidget()
        if shown is not None and shown is not page:
            self._under[page] = shown
        self.show_page(page)

    def _on_changed(self, changed: Changed) -> None:
        self.numbers.note_used(_tagged_with(changed.change_set))
        shown = self.holding.clip if self.holding is not None else None
        if shown is not None and shown.id in changed.change_set.touched(Table.CLIPS):
            self._bridge.read(lambda archive: archive.catalog.clip(shown.id), self._refresh)

    def _refresh(self, clip: Clip | None) -> None:
        if clip is not None:
            self.page.refresh_clip(clip)
        elif self.is_shown:
            self.leave()


def _tagged_with(change_set: ChangeSet) -> list[EntryId]:
    """Return the entries that were put on clips."""
    tags = [
        member
        for change in change_set.changes
        if isinstance(change, MembersChanged) and change.field == "tags"
        for member in change.added
    ]
    return [EntryId(tag["entry"]) for tag in tags]
