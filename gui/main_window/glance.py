"""Clips at a glance: their keyframes as a sheet, two of them side by side, all of them as a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from core.model.changes import Table
from core.model.ids import ClipId
from core.model.media import MediaKind
from gui.bridge.bridge import Bridge, Changed
from gui.compare import ComparePage
from gui.frames import ContactSheet, FrameWanted, frames_of
from gui.inspector.panel import Inspector
from gui.inspector.pictures import FrameMenuAsked
from gui.library import ThumbnailCache
from gui.main_window.actions import Actions, bare
from gui.main_window.alike import AlikeVerbs, Say
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.playing import PlayingVerbs
from gui.main_window.scrubbing import Scrubbing
from gui.seen import Pair, pair_of
from gui.words import tr


class GlanceVerbs:
    """Puts its pages on the stage of the player, and takes them down again."""

    def __init__(
        self,
        bridge: Bridge,
        pane: ClipsPane,
        playing: PlayingVerbs,
        inspector: Inspector,
        pictures: ThumbnailCache,
        say: Say,
    ) -> None:
        self._bridge = bridge
        self._pane = pane
        self._playing = playing
        self._inspector = inspector
        self._say = say
        self._marked: ClipId | None = None
        self.sheet = ContactSheet(bridge, pictures)
        self.comparison = ComparePage(bridge, pictures)
        self.scrubbing = Scrubbing(playing.page, pictures)
        for page in (self.sheet, self.comparison):
            playing.stage.addWidget(page)
            page.left.connect(playing.step_back)
        self.alike = AlikeVerbs(bridge, playing, self.sheet, inspector, pictures, say)
        for sheet in (self.sheet, self.alike.page):
            self._take(sheet)
        self.sheet.told.connect(lambda sentence: say(sentence, False))
        self.comparison.shared.told.connect(say)
        inspector.seen.told.connect(say)
        inspector.pictures.menu_asked.connect(self._on_frame_menu)
        inspector.seen.compare_wanted.connect(self.compare_pair)
        pane.grid.selection_changed.connect(lambda _: self._on_selected())
        playing.stage.currentChanged.connect(self._on_page)
        bridge.changed.connect(self._on_changed)

    def _take(self, sheet: ContactSheet) -> None:
        """Have what is asked for on ``sheet`` done, and its pictures as large as the cards."""
        sheet.open_wanted.connect(self._on_open)
        sheet.tag_wanted.connect(self._on_tag)
        sheet.grid.set_cell_width(self._pane.card_width)
        self._pane.size_slider.valueChanged.connect(sheet.grid.set_cell_width)

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        return {
            "contact_sheet": self.show_sheet,
            "compare": self.compare,
            "by_day": self._pane.part,
            "by_location": self._pane.part,
            "by_production": self._pane.part,
            "list_view": lambda: self._pane.show_list(not self._pane.views.is_list),
        }

    # contact sheet ----------------------------------------------------------------------------------------------
    def show_sheet(self) -> None:
        """Show the keyframes of the selected clips, or go back to the clips."""
        stage = self._playing.stage
        clips = self._pane.selected_clips()
        if stage.currentWidget() is self.sheet:
            self._playing.step_back()
        elif clips:
            if self._playing.is_shown:
                self._playing.leave()
            self.sheet.show_clips(clips)
            self._playing.show_page(self.sheet)

    def _on_open(self, wanted: FrameWanted) -> None:
        self._playing.open(wanted.frame.clip, wanted.frame.span.start)

    def _on_tag(self, wanted: FrameWanted) -> None:
        """Have what is typed next be said of the stretch that a frame stands for."""
        frame = wanted.frame
        self._unmark()
        self._pane.grid.select_rows(list(self._bridge.archive.index.rows((frame.clip,)).values()))
        self._inspector.set_marked(frame.span)
        self._inspector.focus_tag_field()
        self._marked = frame.clip

    def _on_frame_menu(self, asked: FrameMenuAsked) -> None:
        """Offer for a keyframe of the inspector what the contact sheet offers for its own."""
        clip = self._bridge.archive.catalog.clip(asked.clip)
        frames = list(frames_of(clip)) if clip is not None else []
        if asked.place < len(frames):
            self.sheet.add_to(asked.menu, frames[asked.place])

    def _on_selected(self) -> None:
        if self._marked is not None and self._pane.selected_clips() != (self._marked,):
            self._unmark()

    def _unmark(self) -> None:
        if self._marked is not None:
            self._marked = None
            self._inspector.set_marked(None)

    # comparing --------------------------------------------------------------------------------------------------
    def compare(self) -> None:
        """Show the first two selected clips side by side."""
        clips = self._pane.selected_clips()[:2]
        if len(clips) == 2:
            self._bridge.read(lambda archive: pair_of(archive, *clips), self.compare_pair)

    def compare_pair(self, pair: Pair) -> None:
        """Show two clips side by side, with what they share."""
        mute = [clip.name for clip in (pair.clip, pair.other) if clip.kind is not MediaKind.CLIP]
        if mute:
            self._say(tr("{name} cannot be played; choose two clips to compare.", name=mute[0]), False)
            return
        if self._playing.is_shown:
            self._playing.leave()
        self.comparison.show_pair(pair)
        self._playing.show_page(self.comparison)

    def _refresh_pair(self, pair: Pair) -> None:
        if self.comparison.clips == (pair.clip.id, pair.other.id):
            self.comparison.shared.show_pair(pair)

    # keeping in step --------------------------------------------------------------------------------------------
    def _on_page(self) -> None:
        stage = self._playing.stage
        if stage.currentWidget() is not self.comparison:
            self.comparison.close_clips()
        if stage.currentWidget() not in (self.sheet, self._playing.page):
            self.sheet.clear()
            self._unmark()

    def _on_changed(self, changed: Changed) -> None:
        touched = changed.change_set.touched(Table.CLIPS)
        if not touched.isdisjoint(self.sheet.clips):
            self.sheet.refresh()
        compared = self.comparison.clips
        if len(compared) == 2 and touched.issuperset(compared):
            self._bridge.read_after_edits(lambda archive: pair_of(archive, *compared), self._refresh_pair)

    def leave_for(self, _wanted: object) -> None:
        """Go back to the clips: something else is to be shown there."""
        if self._playing.stage.currentWidget() not in (self._pane, self._playing.page):
            self._playing.step_back()


def view_buttons(actions: Actions) -> list[QToolButton]:
    """Return the buttons that stand beside the size of the cards."""
    buttons = []
    for key in ("contact_sheet", "list_view"):
        button = QToolButton()
        button.setDefaultAction(actions[key])
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(bare(actions[key].text()))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons.append(button)
    return buttons
