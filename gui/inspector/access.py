"""Who may see clips, and from when on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from core.catalog.edits import Describe, Edit, Together, counted
from core.model.clip import Access, Level
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.inspector.saved_text import SavedLine, TextSaved
from gui.style import Space, TextRole
from gui.widgets import Text

Groups = Mapping[Access, Sequence[ClipId]]
"""Clips by who may see them."""

_EXAMPLE = "2023-07-12"


@dataclass(frozen=True, slots=True)
class AccessRefused:
    """Why what was typed cannot be set."""

    sentence: str


def access_edit(groups: Groups, **changed: object) -> Edit:
    """Return the step that changes some of the access of all clips and leaves the rest of each as it is."""
    edits = tuple(
        Describe(clips=tuple(clips), access=replace(access, **changed))  # type: ignore[arg-type]
        for access, clips in groups.items()
    )
    clips = [clip for group in groups.values() for clip in group]
    return Together(f"Change access of {counted(clips)}", edits)


class AccessSection(QWidget):
    """Shows what the clips have in common; what is set here is set on all of them, as one step."""

    refused = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._groups: Groups = {}
        self._level = QComboBox()
        self._level.setAccessibleName("Who may see it")
        self._level.setPlaceholderText("differs")
        for level in Level:
            self._level.addItem(str(level).capitalize(), level)
        self._embargo = SavedLine("Embargo until", _EXAMPLE)
        self._sensitive = QCheckBox("Sensitive")
        self._level.activated.connect(self._on_level)
        self._embargo.saved.connect(self._on_embargo)
        self._sensitive.clicked.connect(self._on_sensitive)
        self.setEnabled(not bridge.archive.read_only)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._level, 0, 0)
        grid.addWidget(Text("Embargo", TextRole.SMALL, "faint"), 0, 1)
        grid.addWidget(self._embargo, 0, 2)
        grid.addWidget(self._sensitive, 0, 3)

    def show_groups(self, groups: Groups) -> None:
        """Show the access of clips; what is not saved of others is saved first."""
        same = _clips(groups) == _clips(self._groups)
        if not same:
            self.commit()
        self._groups = groups
        levels = {access.level for access in groups}
        self._level.setCurrentIndex(list(Level).index(levels.pop()) if len(levels) == 1 else -1)
        sensitive = {access.sensitive for access in groups}
        some = Qt.CheckState.PartiallyChecked
        self._sensitive.setCheckState(some if len(sensitive) > 1 else _state(any(sensitive)))
        embargoes = {access.embargo for access in groups}
        self._embargo.setPlaceholderText("differs" if len(embargoes) > 1 else _EXAMPLE)
        shown = embargoes.pop() if len(embargoes) == 1 else ""
        (self._embargo.show_text if same else self._embargo.replace_text)(shown)

    def commit(self) -> None:
        """Save what is not saved."""
        self._embargo.commit()

    def _on_level(self, index: int) -> None:
        self._save(level=list(Level)[index])

    def _on_sensitive(self, _checked: bool) -> None:
        sensitive = self._sensitive.checkState() is not Qt.CheckState.Unchecked
        self._save(sensitive=sensitive)

    def _on_embargo(self, saved: TextSaved) -> None:
        if saved.text and not _is_day(saved.text):
            self._embargo.replace_text("")
            self.refused.emit(AccessRefused(f"“{saved.text}” is no day; write an embargo as {_EXAMPLE}."))
            return
        self._save(embargo=saved.text)

    def _save(self, **changed: object) -> None:
        if self._groups:
            self._bridge.edit(access_edit(self._groups, **changed), self)


def _clips(groups: Groups) -> set[ClipId]:
    return {clip for group in groups.values() for clip in group}


def _state(checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
