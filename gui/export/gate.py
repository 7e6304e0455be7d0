"""What the embargo gate holds back, and the way to open it: with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.export.choice import HeldBack
from gui.style import Space, TextRole
from gui.widgets import SectionHeader, Text
from gui.words import dated, msg, number, tr

_LOOKING = msg("Looking through the clips…")
_NOTHING = msg("Nothing: every clip may leave.")
_NAME_WIDTH = 220
_UNTIL_WIDTH = 100
_LIST_HEIGHT = 104


class GatePanel(QWidget):
    """Names the clips held back, until when and why; ``changed`` tells of any change of the override."""

    changed = Signal()

    def __init__(self, can_record: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = SectionHeader(tr("Held back by an embargo"), parent=self)
        self._list = _held_list(self)
        self._none = Text(tr(_LOOKING), TextRole.SMALL, "faint", parent=self)
        self._open = QCheckBox(tr("Let these clips leave too, because"), self)
        self._reason = QLineEdit(self)
        self._reason.setPlaceholderText(tr("Who allowed it, and what for; kept in the history and told by the sheet"))
        self._reason.setAccessibleName(tr("Reason for letting clips under embargo leave"))
        self._can_record = can_record
        if not can_record:
            self._open.setToolTip(tr("This archive is open for reading only: its history could not record it."))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._open)
        row.addWidget(self._reason, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._header)
        layout.addWidget(self._none)
        layout.addWidget(self._list)
        layout.addLayout(row)
        self._open.toggled.connect(self._on_toggled)
        self._reason.textChanged.connect(lambda _text: self.changed.emit())
        self.look_again()

    def look_again(self) -> None:
        """Say that it is not known yet what is held back."""
        self.show_held(HeldBack((), 0))
        self._header.set_note("")
        self._none.setText(tr(_LOOKING))

    def show_held(self, back: HeldBack) -> None:
        """Show what is held back."""
        self._list.clear()
        for held in back.held:
            item = QTreeWidgetItem([held.name, dated(held.until) or tr("not known"), held.why])
            item.setToolTip(2, held.why)
            self._list.addTopLevelItem(item)
        count, named = number(back.count), len(back.held)
        some = tr("{count}, the first {named} named", count=count, named=number(named))
        self._header.set_note(count if named == back.count else some)
        self._none.setText(tr(_NOTHING))
        self._none.setVisible(not back.count)
        for widget in (self._list, self._open, self._reason):
            widget.setVisible(bool(back.count))
        if not back.count:
            self._open.setChecked(False)
        self._open.setEnabled(self._can_record)
        self._reason.setEnabled(self._open.isChecked())

    def override(self) -> str:
        """Return the reason for which clips under embargo leave; empty where they stay."""
        return self._reason.text().strip() if self._open.isChecked() else ""

    def is_settled(self) -> bool:
        """Whether it is clear what is to happen: an open gate has its reason."""
        return not self._open.isChecked() or bool(self.override())

    def _on_toggled(self, is_open: bool) -> None:
        self._reason.setEnabled(is_open)
        if is_open:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _held_list(parent: QWidget) -> QTreeWidget:
    made = QTreeWidget(parent)
    made.setAccessibleName(tr("Clips held back"))
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHeaderLabels([tr("Clip"), tr("Until"), tr("Why")])
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    made.setColumnWidth(0, _NAME_WIDTH)
    made.setColumnWidth(1, _UNTIL_WIDTH)
    made.setMaximumHeight(_LIST_HEIGHT)
    return made
