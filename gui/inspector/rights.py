"""Whose clips are, and what may be done with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from core.catalog.edits import Describe, Edit, Together
from core.errors import UserProblem
from core.export.rights import STATEMENTS, statement_uri
from core.model.clip import Permission, Rights
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.inspector.saved_text import SavedLine, SavedText, TextSaved
from gui.inspector.shared import Choice, changed, clips_of, show_shared, values_of
from gui.inspector.words import Step
from gui.style import Space, TextRole
from gui.widgets import Text
from gui.words import capital, plural, tr

RightsGroups = Mapping[Rights, Sequence[ClipId]]
"""Clips by whose they are and what may be done with them."""

_FEW_LETTERS = 8


def rights_edit(groups: RightsGroups, **fields: object) -> Edit:
    """Return the step that changes some of the rights in all clips and leaves the rest of each as it is."""
    edits = tuple(Describe(clips=clips, rights=rights) for rights, clips in changed(groups, **fields).items())
    return Together(plural(len(clips_of(groups)), "Change rights of %n clip", "Change rights of %n clips"), edits)


class RightsSection(QWidget):
    """Shows what the clips have in common; what is set here is set on all of them, as one step."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._groups: RightsGroups = {}
        self._step = Step(bridge, self)
        self._statement = _StatementChoice()
        self._permission = Choice(tr("Permission"))
        for permission in Permission:
            self._permission.addItem(capital(permission.word), permission)
        self._texts: dict[str, SavedLine | SavedText] = {
            "holder": SavedLine(tr("Rights holder")),
            "licence": SavedLine(tr("Licence")),
            "note": SavedText(tr("Note on rights"), ""),
        }
        self._examples = {
            "holder": tr("whose it is"),
            "licence": tr("what is allowed"),
            "note": tr("What was agreed, with whom, when…"),
        }
        self._statement.activated.connect(self._on_statement)
        self._permission.activated.connect(self._on_permission)
        for field, editable in self._texts.items():
            editable.saved.connect(partial(self._on_text, field))
        self.setEnabled(not bridge.archive.read_only)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows: dict[str, QWidget] = {
            tr("Statement"): self._statement,
            tr("Holder"): self._texts["holder"],
            tr("Permission"): self._permission,
            tr("Licence"): self._texts["licence"],
            tr("Note"): self._texts["note"],
        }
        for row, (words, field) in enumerate(rows.items()):
            label = Text(words, TextRole.SMALL, "faint")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)

    def show_groups(self, groups: RightsGroups) -> None:
        """Show the rights in clips; what is not saved of others is saved first."""
        same = clips_of(groups) == clips_of(self._groups)
        if not same:
            self.commit()
        self._groups = groups
        self._statement.show_statements(values_of(groups, "statement"))
        self._permission.show_shared(values_of(groups, "permission"))
        for field, editable in self._texts.items():
            show_shared(editable, groups, field, self._examples[field], same=same)

    def commit(self) -> None:
        """Save what is not saved."""
        for editable in self._texts.values():
            editable.commit()
        self._step.end()

    def _on_statement(self, index: int) -> None:
        self._save_at_once(statement=self._statement.itemData(index))

    def _on_permission(self, index: int) -> None:
        self._save_at_once(permission=list(Permission)[index])

    def _on_text(self, field: str, saved: TextSaved) -> None:
        if field != "note":
            self._save_at_once(**{field: saved.text})
            return
        self._save(leaving=saved.leaving, note=saved.text)

    def _save_at_once(self, **fields: object) -> None:
        self._step.end()  # else this would become a part of the note being written
        self._save(leaving=True, **fields)

    def _save(self, *, leaving: bool, **fields: object) -> None:
        if self._groups:
            self._step.save(rights_edit(self._groups, **fields), leaving=leaving)
            self._groups = changed(self._groups, **fields)  # the next field may be saved before this one is read back


class _StatementChoice(Choice):
    """The statements of rightsstatements.org in words; one that is none of them stays, as it is written."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(tr("Rights statement"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEW_LETTERS)
        self.addItem(tr("Not stated"), "")
        for code, words in STATEMENTS.items():
            self.addItem(tr(words), statement_uri(code))
            self.setItemData(self.count() - 1, f"{tr(words)} ({code})", Qt.ItemDataRole.ToolTipRole)
        self._known = self.count()
        self.currentTextChanged.connect(self.setToolTip)

    def show_statements(self, uris: Sequence[object]) -> None:
        """Show the statement that all ``uris`` mean, or that they differ."""
        meant = list(dict.fromkeys(_known_uri(str(uri)) for uri in uris))
        while self.count() > self._known:
            self.removeItem(self._known)
        if len(meant) == 1 and self.findData(meant[0]) < 0:
            self.addItem(meant[0], meant[0])
        self.show_shared(meant)


def _known_uri(uri: str) -> str:
    """Return ``uri`` as rightsstatements.org writes it, whichever of its spellings it is; any other as it is."""
    try:
        return statement_uri(uri)
    except UserProblem:
        return uri
