"""Clips at a glance: their keyframes as a sheet, two of them side by side, all of them as a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from core.model.changes import Table
from core.model.ids import ClipId
from core.model.media import MediaKind
from gui.bridge.bridge import Bridge, Changed
from gui.inspector.panel import Inspector
from gui.library import ThumbnailCache
from gui.main_window.actions import Actions, bare
from gui.main_window.alike import AlikeVerbs, Say
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.playing import PlayingVerbs
from gui.seen import Pair, pair_of
from gui.widgets import WhenWanted
from gui.words import tr

if TYPE_CHECKING:
    from gui.compare import ComparePage
    from gui.frames import ContactSheet, FrameWanted
    from gui.inspector.detail import DetailPage
    from gui.inspector.pictures import FrameMenuAsked
    from gui.player.page import PlayerPage


class GlanceVerbs:
    """Puts its pages, each made when it is first wanted, on the stage of the player, and takes them down again."""

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
        self._pictures = pictures
        self._say = say
        self._marked: ClipId | None = None
        self.frames = WhenWanted(self._make_sheet)
        self.beside = WhenWanted(self._make_comparison)
        self.alike = AlikeVerbs(bridge, playing, self.frames, inspector, pictures, say)
        self.sheets = (self.frames, self.alike.found)
        for sheet in self.sheets:
            sheet.then(self._take)
        inspector.detail.then(self._take_detail)
        playing.desk.then(self._take_player)
        pane.grid.selection_changed.connect(lambda _: self._on_selected())
        playing.stage.currentChanged.connect(self._on_page)
        bridge.changed.connect(self._on_changed)

    def _make_sheet(self) -> ContactSheet:
        from gui.frames import ContactSheet

        sheet = ContactSheet(self._bridge, self._pictures)
        self._playing.stage.addWidget(sheet)
        sheet.left.connect(self._playing.step_back)
        sheet.told.connect(lambda sentence: self._say(sentence, False))
        return sheet

    def _make_comparison(self) -> ComparePage:
        from gui.compare import ComparePage

        page = ComparePage(self._bridge, self._pictures)
        self._playing.stage.addWidget(page)
        page.left.connect(self._playing.step_back)
        page.shared.told.connect(self._say)
        return page

    @property
    def sheet(self) -> ContactSheet:
        """The keyframes of clips."""
        return self.frames.get()

    @property
    def comparison(self) -> ComparePage:
        """Two clips side by side."""
        return self.beside.get()

    def _take_detail(self, page: DetailPage) -> None:
        page.seen.told.connect(self._say)
        page.seen.compare_wanted.connect(self.compare_pair)
        page.pictures.menu_asked.connect(self._on_frame_menu)

    def _take_player(self, page: PlayerPage) -> None:
        from gui.main_window.scrubbing import Scrubbing

        self.scrubbing = Scrubbing(page, self._pictures)
        page.edit_wanted.connect(self._inspector.edit_moment)
        page.marks_changed.connect(lambda changed: self._inspector.set_marked(changed.span))

    def _take(self, sheet: ContactSheet) -> None:
        """Have what is asked for on ``sheet`` done, and its pictures as large as the cards."""
        sheet.open_wanted.connect(self._on_open)
        sheet.tag_wanted.connect(self._on_tag)
        sheet.grid.set_cell_width(self._pane.size_slider.value())
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
        if stage.currentWidget() is self.frames.made:
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
        from gui.frames import frames_of

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
        if self._compared == (pair.clip.id, pair.other.id):
            self.comparison.shared.show_pair(pair)

    @property
    def _compared(self) -> tuple[ClipId, ...]:
        return self.beside.made.clips if self.beside.made is not None else ()

    # keeping in step --------------------------------------------------------------------------------------------
    def _on_page(self) -> None:
        shown, sheet, comparison = self._playing.stage.currentWidget(), self.frames.made, self.beside.made
        if comparison is not None and shown is not comparison:
            comparison.close_clips()
        if shown not in (sheet, self._playing.desk.made, self.alike.found.made):
            if sheet is not None:
                sheet.clear()
            self._unmark()

    def _on_changed(self, changed: Changed) -> None:
        touched = changed.change_set.touched(Table.CLIPS)
        sheet, compared = self.frames.made, self._compared
        if sheet is not None and not touched.isdisjoint(sheet.clips):
            sheet.refresh()
        if len(compared) == 2 and touched.issuperset(compared):
            self._bridge.read_after_edits(lambda archive: pair_of(archive, *compared), self._refresh_pair)


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
