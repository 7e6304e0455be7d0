"""The right side of the window: the selection, or the archive where nothing is selected."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from core.app import Archive
from core.catalog.edits import AddMoment
from core.model.changes import ENTRY_TABLES, Table
from core.model.clip import Clip, Moment
from core.model.ids import ClipId, EntryId, MomentId
from core.model.time import Span
from gui.bridge.bridge import Bridge, Changed, Haste, Noted
from gui.bridge.lanes import Latest
from gui.inspector.actions import InspectorActions
from gui.inspector.looking import OneClip, Overview, Several, Shown, look
from gui.inspector.overview import OverviewPage
from gui.library import ThumbnailCache
from gui.widgets import PieceByPiece
from gui.words import tr

if TYPE_CHECKING:
    from core.catalog.suggested import Suggested
    from gui.inspector.detail import DetailPage
    from gui.inspector.pictures import Pictures
    from gui.inspector.seen_before import SeenSection

_DETAIL = "gui.inspector.detail"
"""The page of clips."""

_PATIENCE_MS = 120
"""While one clip after another is selected, as when a key is held down, the inspector waits for a pause so long."""

_READ_AT_ONCE = 8
"""So many clips are read while somebody waits to do something to them."""

_Offer: TypeAlias = "tuple[ClipId, Sequence[Suggested]]"
"""A clip and what it is probably to be tagged with."""

_Answer = tuple[tuple[int, ...], Shown]
"""Rows of the index and what is to be shown of them."""


class Inspector(QWidget):
    """Reads what is selected off the GUI thread and shows it; asks again when what it shows has changed.

    What is selected right after something else is shown after a pause, or as soon as something is to be done to it.
    The page of clips, ``detail``, is made once the first clips had time to come, or when one is selected.
    """

    entry_wanted = Signal(object)
    search_wanted = Signal(object)
    refused = Signal(object)

    def __init__(
        self, bridge: Bridge, cache: ThumbnailCache, actions: InspectorActions, keys: Sequence[QAction]
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._cache = cache
        self._actions = actions
        self._uses: Mapping[EntryId, int] = {}
        self._marked: Span | None = None
        self._rows: tuple[int, ...] | None = None
        self._shown_rows: tuple[int, ...] = ()
        self._behind = False
        self._pause = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._pause.timeout.connect(self._on_pause)
        bridge.closing.connect(self._pause.stop)
        self._shown: Shown | None = None
        self._newest: _Answer | None = None
        self._wanted_time: tuple[ClipId, Fraction] | None = None
        self._ask: Latest[_Answer] = bridge.latest(self._on_looked, haste=Haste.AT_ONCE)
        self._ask_around: Latest[_Answer] = bridge.latest(self._on_looked, haste=Haste.BY_AND_BY)
        self._suggest: Latest[_Offer] = bridge.latest(self._on_suggested)
        self.detail = PieceByPiece(self._make_detail)
        self._overview = OverviewPage(keys)
        self._pages = QStackedWidget()
        area = _scroll_area(tr("Overview of the archive"), self._pages)
        area.setWidget(self._overview)
        self._pages.addWidget(area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._overview.search_wanted.connect(self.search_wanted)
        bridge.changed.connect(self._on_changed)
        bridge.noted.connect(self._on_noted)
        bridge.told_apart.connect(self._refresh)

    def _make_detail(self) -> Generator[None, None, DetailPage]:
        from gui.inspector.detail import DetailPage

        area = _scroll_area(tr("Selected clips"), self._pages)
        page = DetailPage(self._bridge, self._cache, self._actions, area.viewport())
        yield from page.filled()
        area.setWidget(page)
        self._pages.addWidget(area)
        page.tags.set_uses(self._uses)
        page.tags.set_span(self._marked)
        page.tags.entry_wanted.connect(self.entry_wanted)
        page.moment_wanted.connect(lambda wanted: self.edit_moment(wanted.moment))
        page.refused.connect(self.refused)
        return page

    @property
    def _detail(self) -> DetailPage:
        return self.detail.get()

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show the clips in ``rows`` of the index, or the archive where there are none."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        self._rows, self._behind = wanted, self._pause.isActive()
        self._pause.start()
        if not self._behind:
            self._refresh()

    def _on_pause(self) -> None:
        if self._behind:
            self._behind = False
            self._refresh()

    def _catch_up(self) -> None:
        """Show what is selected by now, for something is to be done to it; where it is much, as soon as it is read."""
        if not self._rows or self._shown_rows == self._rows:
            return
        if len(self._rows) <= _READ_AT_ONCE:
            self._behind = False
            self._show(self._rows, look(self._bridge.archive, self._rows))
        else:
            self._on_pause()

    def look_at(self, clip: ClipId, time: Fraction) -> None:
        """Show ``clip`` at ``time`` when it is shown next."""
        self._wanted_time = (clip, time)

    def set_uses(self, uses: Mapping[EntryId, int]) -> None:
        """Take over how often each entry is used."""
        self._uses = uses
        if self.detail.made is not None:
            self.detail.made.tags.set_uses(uses)

    @property
    def pictures(self) -> Pictures:
        """The stills of what is shown."""
        return self._detail.pictures

    @property
    def seen(self) -> SeenSection:
        """What the clip that is shown has in common with others."""
        return self._detail.seen

    @property
    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    @property
    def is_whole(self) -> bool:
        """Whether all that is to be shown of it is."""
        return self.detail.made is None or self.detail.made.is_whole

    @property
    def clips(self) -> tuple[ClipId, ...]:
        """The clips that are selected."""
        self._catch_up()
        return self._shown_clips

    @property
    def _shown_clips(self) -> tuple[ClipId, ...]:
        if isinstance(self._shown, OneClip):
            return (self._shown.clip.id,)
        return self._shown.clips if isinstance(self._shown, Several) else ()

    def set_marked(self, span: Span | None) -> None:
        """Take over the stretch that is marked in the player."""
        self._marked = span
        if self.detail.made is not None:
            self.detail.made.tags.set_span(span)

    def focus_tag_field(self) -> None:
        """Let the archivist type a tag."""
        self._catch_up()
        self._detail.tags.focus_field()

    def copy_tags(self) -> str:
        """Copy the tags of what is shown; return a sentence that says so."""
        self._catch_up()
        return self._detail.tags.copy_tags()

    def paste_tags(self) -> str:
        """Paste copied tags on what is shown; return why that cannot be, or nothing."""
        self._catch_up()
        return self._detail.tags.paste_tags()

    def commit(self) -> None:
        """Save what is being written."""
        if self.detail.made is not None:
            self.detail.made.commit()

    def mark_moment(self, marked: Span | None = None, at: Fraction | None = None) -> None:
        """Ask for a new moment of the clip that is shown: over what is ``marked``, else from ``at`` or the still on."""
        from gui.inspector.moment_dialog import suggested_span

        self._catch_up()
        if isinstance(self._shown, OneClip):
            clip, shown = self._shown.clip, self._still_time() if at is None else at
            span = marked or suggested_span(self._detail.pictures.times, shown, clip.facts.duration)
            moment = Moment(id=self._bridge.archive.catalog.new_moment_id(), span=span, label="")
            self._ask_moment(clip, moment, shown)

    def edit_moment(self, moment_id: MomentId) -> None:
        """Ask for other words, or another stretch, for a moment of the clip that is shown."""
        if isinstance(self._shown, OneClip):
            for moment in (one for one in self._shown.clip.moments if one.id == moment_id):
                self._ask_moment(self._shown.clip, moment, self._still_time())

    def _still_time(self) -> Fraction | None:
        pictures = self._detail.pictures
        return pictures.times[pictures.current] if pictures.current >= 0 else None

    def _ask_moment(self, clip: Clip, moment: Moment, shown: Fraction | None) -> None:
        from gui.inspector.moment_dialog import MomentDialog

        asked_on = QApplication.activeWindow() or self  # which the picture may fill: it must not hide the question
        dialog = MomentDialog(clip, moment, shown, asked_on)
        dialog.named.connect(lambda named: self._bridge.edit(AddMoment(clip.id, named.moment), self))
        dialog.open()

    def _refresh(self) -> None:
        if self._rows or self._shown is not None:
            self._look()
        else:
            self._bridge.after_clips(self._load)

    def _load(self) -> None:
        """Load and make the page of clips, for one is selected soon, before names are read beside that; then look."""
        self._bridge.read(lambda _: import_module(_DETAIL), lambda _: self._look_around())

    def _look_around(self) -> None:
        if self.detail.go_on():
            self._bridge.after_clips(self._look_around, 0)
        elif not self._rows:
            self._look()

    def _look(self) -> None:
        rows, archive = self._rows or (), self._bridge.archive
        ask = self._ask if rows else self._ask_around
        ask.ask(lambda: _answer(archive, rows))

    def _on_looked(self, answer: _Answer) -> None:
        self._newest, (rows, shown) = answer, answer
        if rows and rows == self._rows and self.detail.go_on():
            self._bridge.after_clips(lambda: self._on_looked(answer) if answer is self._newest else None, 0)
        elif rows == self._rows:  # else something else was selected meanwhile
            self._show(rows, shown)

    def _show(self, rows: tuple[int, ...], shown: Shown) -> None:
        self._shown, self._shown_rows = shown, rows
        if isinstance(shown, Overview):
            self.commit()
            self._overview.show_overview(shown)
            self._pages.setCurrentIndex(0)
            return
        if isinstance(shown, OneClip):
            self._detail.show_clip(shown)
            self._ask_suggested(shown.clip)
            if self._wanted_time is not None and self._wanted_time[0] == shown.clip.id:
                self._detail.pictures.show_time(self._wanted_time[1])
                self._wanted_time = None
        else:
            self._detail.show_several(shown)
        self._pages.setCurrentIndex(1)

    def _ask_suggested(self, clip: Clip) -> None:
        archive = self._bridge.archive
        if not archive.read_only:
            self._suggest.ask(lambda: (clip.id, archive.suggested(clip)))

    def _on_suggested(self, offer: _Offer) -> None:
        self._detail.show_suggested(*offer)

    def _on_noted(self, noted: Noted) -> None:
        if isinstance(self._shown, OneClip) and self._shown.clip.id in noted.looked:
            self._shown = replace(self._shown, looked=noted.looked[self._shown.clip.id])
            self._detail.show_looked(self._shown.clip, self._shown.looked)

    def _on_changed(self, changed: Changed) -> None:
        touched = changed.change_set.touched(Table.CLIPS)
        names = any(changed.change_set.touched(table) for table in ENTRY_TABLES)
        if names or not self._shown_clips or not touched.isdisjoint(self._shown_clips):
            self._refresh()


def _answer(archive: Archive, rows: tuple[int, ...]) -> _Answer:
    """Look, and load the page of clips where it is not yet: on a thread that reads, nobody waits for that."""
    import_module(_DETAIL)
    return rows, look(archive, rows)


def _scroll_area(accessible_name: str, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setAccessibleName(accessible_name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
