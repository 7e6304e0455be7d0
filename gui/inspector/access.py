"""Who may see clips, and from when on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from core.catalog.edits import Describe, Edit, Together
from core.export.embargo import last_day
from core.model.clip import Access, Level
from core.model.ids import ClipId
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.inspector.saved_text import SavedLine, TextSaved
from gui.inspector.shared import Choice, changed, clips_of, show_shared, values_of
from gui.style import Space, TextRole
from gui.widgets import Text
from gui.words import capital, dated, plural, tr, undated

Groups = Mapping[Access, Sequence[ClipId]]
"""Clips by who may see them."""

_EXAMPLE = "2023-07-12"
_DATE = re.compile(r"[0-9]{4}(-(?!00)[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class AccessRefused:
    """Why what was typed cannot be set."""

    sentence: str


def access_edit(groups: Groups, **fields: object) -> Edit:
    """Return the step that changes some of the access of all clips and leaves the rest of each as it is."""
    edits = tuple(Describe(clips=clips, access=access) for access, clips in changed(groups, **fields).items())
    return Together(plural(len(clips_of(groups)), "Change access of %n clip", "Change access of %n clips"), edits)


class AccessSection(QWidget):
    """Shows what the clips have in common; what is set here is set on all of them, as one step."""

    refused = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._groups: Groups = {}
        self._level = Choice(tr("Who may see it"))
        for level in Level:
            self._level.addItem(capital(level.word), level)
        self._embargo = SavedLine(tr("Embargo until"), dated(_EXAMPLE))
        self._until_release = QCheckBox(tr("Until the production's release"))
        self._no_reason = tr("What it is held back for")
        self._reason = SavedLine(tr("Reason of the embargo"), self._no_reason)
        self._sensitive = QCheckBox(tr("Sensitive"))
        self._level.activated.connect(self._on_level)
        self._embargo.saved.connect(self._on_embargo)
        self._until_release.clicked.connect(self._on_until_release)
        self._reason.saved.connect(self._on_reason)
        self._sensitive.clicked.connect(self._on_sensitive)
        self.setEnabled(not bridge.archive.read_only)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._level, 0, 0, 1, 2)
        grid.addWidget(self._sensitive, 0, 2)
        grid.addWidget(Text(tr("Embargo"), TextRole.SMALL, "faint"), 1, 0)
        grid.addWidget(self._embargo, 1, 1, 1, 2)
        grid.addWidget(self._until_release, 2, 1, 1, 2)
        grid.addWidget(Text(tr("Reason"), TextRole.SMALL, "faint"), 3, 0)
        grid.addWidget(self._reason, 3, 1, 1, 2)

    def show_groups(self, groups: Groups) -> None:
        """Show the access of clips; what is not saved of others is saved first."""
        same = clips_of(groups) == clips_of(self._groups)
        if not same:
            self.commit()
        self._groups = groups
        self._level.show_shared(values_of(groups, "level"))
        _show_checked(self._sensitive, values_of(groups, "sensitive"))
        _show_checked(self._until_release, values_of(groups, "until_release"))
        self._show_embargo(same=same)
        show_shared(self._reason, groups, "reason", self._no_reason, same=same)

    def _show_embargo(self, *, same: bool) -> None:
        show_shared(self._embargo, self._groups, "embargo", dated(_EXAMPLE), same=same, told=dated)

    def commit(self) -> None:
        """Save what is not saved."""
        self._embargo.commit()
        self._reason.commit()

    def _on_level(self, index: int) -> None:
        self._save(level=list(Level)[index])

    def _on_sensitive(self, _checked: bool) -> None:
        self._save(sensitive=_is_checked(self._sensitive))

    def _on_until_release(self, _checked: bool) -> None:
        self._save(until_release=_is_checked(self._until_release))

    def _on_embargo(self, saved: TextSaved) -> None:
        text = undated(saved.text)
        if text and not _is_date(text):
            self._show_embargo(same=False)
            refused = tr(
                "“{text}” is no date; write an embargo as {example}, 2023-07 or 2023.",
                text=saved.text,
                example=dated(_EXAMPLE),
            )
            self.refused.emit(AccessRefused(refused))
            return
        self._save(embargo=text)

    def _on_reason(self, saved: TextSaved) -> None:
        self._save(reason=saved.text)

    def _save(self, **fields: object) -> None:
        if self._groups:
            self._bridge.edit(access_edit(self._groups, **fields), self)
            self._groups = changed(self._groups, **fields)  # the next field may be saved before this one is read back


def _show_checked(box: QCheckBox, values: Sequence[object]) -> None:
    checked = Qt.CheckState.Checked if any(values) else Qt.CheckState.Unchecked
    box.setTristate(len(values) > 1)  # else a click on an empty box would make it partly checked
    box.setCheckState(Qt.CheckState.PartiallyChecked if len(values) > 1 else checked)


def _is_checked(box: QCheckBox) -> bool:
    return box.checkState() is not Qt.CheckState.Unchecked


def _is_date(text: str) -> bool:
    return _DATE.fullmatch(text) is not None and last_day(text) is not None
