"""Tags on the number keys beside the clips: one key tags all that are selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from core.model.changes import ChangeSet
from core.model.clip import USUAL_ROLES
from core.model.ids import ClipId
from core.model.vocabulary import Entry
from gui.bridge.bridge import Bridge
from gui.inspector.tagging import tag_edit
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.status import StatusLine
from gui.player.number_keys import NumberKeys
from gui.player.presses import Presses
from gui.player.quick_row import QuickRow
from gui.words import tr

_AT_ONCE = 500
"""So many clips are looked up at once, more by a reader."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class QuickTags(QObject):
    """Shows what 1 to 9 tag with under the clips, and tags those that are selected, each time as one step.

    The row comes with the first selection and stays, paler where nothing is selected: clips that moved with each
    selection would not let themselves be looked at.
    """

    def __init__(self, bridge: Bridge, pane: ClipsPane, numbers: NumberKeys, status: StatusLine) -> None:
        super().__init__(pane)
        self._bridge = bridge
        self._pane = pane
        self._numbers = numbers
        self._status = status
        self._presses = Presses()
        self._soon = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._soon.timeout.connect(self._come)
        self._has_come = False
        self.row = QuickRow(stretches=False)
        self.row.hide()
        self.row.pressed.connect(self.tag)
        if not bridge.archive.read_only:
            layout = pane.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(pane.why), self.row)
            pane.grid.selection_changed.connect(lambda _selected: self._show())
            pane.found.connect(lambda _result: self._show())
            numbers.changed.connect(self._show)
            for view in (pane.grid, pane.views.list.table):
                view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the number keys of the clips."""
        if event.type() is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._presses.note(event)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            place = event.key() - Qt.Key.Key_1
            if 0 <= place < len(self._numbers.entries) and self._pane.grid.selected_count():
                if not self._presses.is_repeat(event):
                    self.tag(place)
                return True
        return super().eventFilter(watched, event)

    @property
    def _is_wanted(self) -> bool:
        """Whether clips are selected; beside moments the row would be taken for what is said of them."""
        result = self._pane.result
        return self._pane.grid.selected_count() > 0 and (result is None or result.moments is None)

    def _show(self) -> None:
        """Show the row: not before a second click could be meant for the card that it moves."""
        if not self._is_wanted:
            self._soon.stop()
        elif not self._has_come:
            self._numbers.want()
            self._soon.start()
        if self._has_come:
            self._fill()

    def _come(self) -> None:
        self._has_come = True
        self._fill()

    def _fill(self) -> None:
        result = self._pane.result
        self.row.set_tags(self._numbers.tags if result is None or result.moments is None else (), ())
        self.row.setEnabled(self._is_wanted)

    def tag(self, place: int) -> None:
        """Tag the selected clips with what lies on a key."""
        entry = self._bridge.archive.vocabulary.get(self._numbers.entries[place])
        if entry is None:
            return
        if self._pane.grid.selected_count() <= _AT_ONCE:
            self._tag(entry, self._pane.selected_clips())
        else:
            rows = self._pane.grid.selected_rows()
            self._bridge.read(
                lambda archive: tuple(archive.index.clip_ids(rows)), lambda clips: self._tag(entry, clips)
            )

    def _tag(self, entry: Entry, clips: tuple[ClipId, ...]) -> None:
        if clips:
            edit = tag_edit(clips, entry.id, USUAL_ROLES[entry.kind])
            self._bridge.edit(edit, self, lambda change: self._on_tagged(entry, change))

    def _on_tagged(self, entry: Entry, change: ChangeSet) -> None:
        nothing = tr("{name} is on all of them already.", name=entry.label)
        self._status.say(tr("{label}.", label=change.label) if change else nothing)
