"""The chosen name: all that is known of it, to be changed in place, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.catalog.edits import ChangeEntry
from core.errors import UserProblem
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from gui.bridge.bridge import Bridge
from gui.style import Space, TextRole, icon, read_margins, set_role
from gui.vocabulary.entry_form import EntryForm
from gui.vocabulary.face import Face
from gui.vocabulary.portraits import Portraits
from gui.widgets import Text
from gui.words import capital, plural, tr

_NOBODY = Entry(id=EntryId(""), kind=EntryKind.PERSON, label="")


class EntryPane(QWidget):
    """Edits the chosen entry; what was typed is saved when another is chosen, or by Save."""

    clips_wanted = Signal()
    merge_wanted = Signal()
    remove_wanted = Signal()
    near_chosen = Signal(object)

    def __init__(self, bridge: Bridge, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.face = Face(bridge, portraits, self)
        self._entry: Entry | None = None
        self._is_dirty = False
        self._title = Text("", TextRole.TITLE, wrap=True)
        self._detail = Text("", TextRole.SMALL, "secondary", wrap=True)
        self._show = _button(tr("Show &clips"), "search", self)
        self._scrolled = QScrollArea(self)
        self._inside = QWidget(self._scrolled)
        self._scrolled.setWidget(self._inside)
        self.form = EntryForm(_NOBODY, bridge.archive.vocabulary, self._inside)
        self._problem = Text("", TextRole.SMALL, "danger", wrap=True)
        self._problem.hide()
        self._merge = _button(tr("&Merge into…"), "copy", self)
        self._remove = _button(tr("Remo&ve…"), "trash-2", self)
        self.save = QPushButton(tr("&Save"))
        self.save.setAutoDefault(False)
        set_role(self.save, "primary")
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.form.near_chosen.connect(self.near_chosen)
        self.save.clicked.connect(self.commit)
        self._show.clicked.connect(self.clips_wanted)
        self.face.clips_wanted.connect(self.clips_wanted)
        self._merge.clicked.connect(self.merge_wanted)
        self._remove.clicked.connect(self.remove_wanted)
        self.form.set_read_only(bridge.archive.read_only)
        self.show_entry(None, 0)

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.addWidget(self._detail, 1)
        beside.addWidget(self._show)
        told = QVBoxLayout()
        told.setSpacing(Space.XS)
        told.addStretch(1)
        told.addWidget(self._title)
        told.addLayout(beside)
        told.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(Space.M)
        above.addWidget(self.face)
        above.addLayout(told, 1)
        below = QHBoxLayout()
        below.addWidget(self._merge)
        below.addWidget(self._remove)
        below.addStretch(1)
        below.addWidget(self.save)
        scrolled = self._scrolled
        scrolled.setAccessibleName(tr("All that is known of the name"))
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(read_margins(0, 0, Space.S, 0))
        column.addWidget(self.form)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(read_margins(Space.M, 0, 0, 0))
        layout.setSpacing(Space.S)
        layout.addLayout(above)
        layout.addSpacing(Space.XS)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self._problem)
        layout.addLayout(below)

    @property
    def entry(self) -> Entry | None:
        return self._entry

    def show_entry(self, entry: Entry | None, clips: int) -> None:
        """Show another entry, or the same as it is now; what is being typed into it stays."""
        same = entry is not None and self._entry is not None and entry.id == self._entry.id
        self._tell(entry, clips)
        if same and self._is_dirty:
            return
        self._entry, self._is_dirty = entry, False
        self._problem.hide()
        self.form.setVisible(entry is not None)
        if entry is not None:
            self.form.show_entry(entry)
        self._enable()

    def _tell(self, entry: Entry | None, clips: int) -> None:
        words = self._bridge.archive.vocabulary
        self._title.setText(words.label(entry.id) if entry else "")
        self.face.show_entry(entry)
        if entry is None:
            self._detail.setText(tr("Choose a name, or find one."))
            return
        merged = len(words.merged_into(entry.id)) - 1
        parts = [capital(entry.kind.word), plural(clips, "%n clip", "%n clips")]
        parts += [plural(merged, "%n name merged into it", "%n names merged into it")] if merged else []
        self._detail.setText(" · ".join(parts))

    def _on_edited(self) -> None:
        self._is_dirty = True
        self._problem.hide()
        self._enable()

    def _enable(self) -> None:
        writable = self._entry is not None and not self._bridge.archive.read_only
        self.save.setEnabled(writable and self._is_dirty)
        self._merge.setEnabled(writable)
        self._remove.setEnabled(writable)
        self._show.setEnabled(self._entry is not None)

    def commit(self) -> bool:
        """Save what was typed; False, saying why, where that makes no sense."""
        if not self._is_dirty or self._entry is None or self._bridge.archive.read_only:
            return True
        try:
            entry = self.form.entry()
        except UserProblem as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return False
        self._is_dirty = False
        now = self._bridge.archive.vocabulary.raw(entry.id)  # a picture may have been chosen while it was being typed
        entry = replace(entry, picture=now.picture if now is not None else entry.picture)
        self._entry = entry
        self._enable()
        self._bridge.edit(ChangeEntry(entry), self)
        return True


def _button(words: str, picture: str, parent: QWidget) -> QPushButton:
    button = QPushButton(icon(picture), words, parent)
    button.setAutoDefault(False)
    return button
