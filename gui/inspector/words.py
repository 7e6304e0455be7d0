"""What people wrote of a clip: the caption it was shared with, where it came from, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from core.catalog.edits import Describe, Edit
from core.model.changes import ChangeSet
from core.model.clip import Clip, Source
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.inspector.saved_text import SavedLine, SavedText, TextSaved
from gui.style import Space, TextRole
from gui.widgets import Text
from gui.words import tr


class Step:
    """Saves one field of one clip again and again while it is being written, as one step of undo."""

    def __init__(self, bridge: Bridge, initiator: QWidget) -> None:
        self._bridge = bridge
        self._initiator = initiator
        self._gesture: int | None = None

    def save(self, edit: Edit, *, leaving: bool, refused: Callable[[], None] | None = None) -> None:
        """Apply ``edit``, as part of the step that is open; with ``leaving`` the step ends."""
        gesture = self._gesture
        if leaving:
            self._gesture = None
        done = None if leaving else self._on_saved
        self._bridge.edit(edit, self._initiator, done, gesture=gesture, refused=refused)

    def end(self) -> None:
        """Let the next save be a step of its own."""
        self._gesture = None

    def _on_saved(self, change_set: ChangeSet) -> None:
        self._gesture = change_set.gesture or None


class NotesSection(QWidget):
    """Free notes, as long as they need to be."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clip: ClipId | None = None
        self._step = Step(bridge, self)
        self._text = SavedText(tr("Notes"), tr("What a colleague should know…"))
        self._text.setReadOnly(bridge.archive.read_only)
        self._text.saved.connect(self._on_saved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)

    def show_clip(self, clip: Clip) -> None:
        """Show the notes of ``clip``; notes of another one that are not saved are saved first."""
        if clip.id == self._clip:
            self._text.show_text(clip.notes)
            return
        self.commit()
        self._clip = clip.id
        self._text.replace_text(clip.notes)

    def commit(self) -> None:
        """Save what is not saved."""
        self._text.commit()
        self._step.end()

    def _on_saved(self, saved: TextSaved) -> None:
        clip = self._clip
        if clip is not None:
            edit = Describe(clips=(clip,), notes=saved.text)
            self._step.save(edit, leaving=saved.leaving, refused=lambda: self._on_refused(clip))

    def _on_refused(self, clip: ClipId) -> None:
        if clip == self._clip:
            self._text.unsave()


class SourceSection(QWidget):
    """The caption as shared and where the clip came from."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._clip: ClipId | None = None
        self._source = Source()
        self._step = Step(bridge, self)
        self._caption = SavedText(tr("Caption as shared"), tr("The caption it was shared with, word for word"))
        self._url = SavedLine(tr("Address"), tr("Where it can be seen"))
        self._lines = {
            "platform": SavedLine(tr("Platform"), "Instagram"),
            "handle": SavedLine(tr("Handle"), tr("@somebody")),
            "posted": SavedLine(tr("Posted"), "2020-09-06"),
            "credit": SavedLine(tr("Credit"), tr("who to name")),
        }
        self._caption.saved.connect(self._on_caption)
        self._url.saved.connect(partial(self._on_line, "url"))
        for field, line in self._lines.items():
            line.saved.connect(partial(self._on_line, field))
        self._editables: dict[str, SavedText | SavedLine] = {"caption": self._caption, "url": self._url, **self._lines}
        for editable in self._editables.values():
            editable.setReadOnly(bridge.archive.read_only)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        grid.addWidget(self._caption, 0, 0, 1, 4)
        for place, line in enumerate(self._lines.values()):
            row, column = 1 + place // 2, 2 * (place % 2)
            grid.addWidget(Text(line.accessibleName(), TextRole.SMALL, "faint"), row, column)
            grid.addWidget(line, row, column + 1)
        grid.addWidget(Text(tr("Address"), TextRole.SMALL, "faint"), 3, 0)
        grid.addWidget(self._url, 3, 1, 1, 3)

    def show_clip(self, clip: Clip) -> None:
        """Show where ``clip`` came from; what is not saved of another one is saved first."""
        same = clip.id == self._clip
        if not same:
            self.commit()
        self._clip, self._source = clip.id, clip.source
        for field, editable in self._editables.items():
            text = getattr(clip.source, field)
            (editable.show_text if same else editable.replace_text)(text)

    def commit(self) -> None:
        """Save what is not saved."""
        for editable in self._editables.values():
            editable.commit()
        self._step.end()

    def _on_caption(self, saved: TextSaved) -> None:
        self._save("caption", saved)

    def _on_line(self, field: str, saved: TextSaved) -> None:
        self._save(field, saved)

    def _save(self, field: str, saved: TextSaved) -> None:
        if self._clip is None:
            return
        self._source = replace(self._source, **{field: saved.text})
        self._step.save(Describe(clips=(self._clip,), source=self._source), leaving=saved.leaving)
