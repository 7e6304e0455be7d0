"""What went wrong, as the log has it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.log import Logged, log_file, logged
from gui.bridge.bridge import Bridge
from gui.style import Space, TextRole, icon
from gui.widgets import CloseButtons, Text, name_dividers
from gui.words import plural, tr

_MOST = 1_000
_LOOKS = {
    "INFO": ("info", "secondary"),
    "WARNING": ("circle-alert", "warning"),
    "ERROR": ("triangle-alert", "danger"),
    "CRITICAL": ("triangle-alert", "danger"),
}


class TroublesDialog(QDialog):
    """Lists the records of the log that tell of trouble, or all, the newest first; reads them off the GUI thread."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What went wrong"))
        self.resize(860, 560)
        self.records: tuple[Logged, ...] = ()
        self._ask = bridge.latest(self._show)
        self._said = Text("", TextRole.BODY, "secondary")
        self.everything = QCheckBox(tr("Show everything that was logged"))
        self.list = QListWidget()
        self.details = QPlainTextEdit()
        self._lay_out()
        self.everything.toggled.connect(self.refresh)
        self.list.currentRowChanged.connect(self._on_current)
        self.refresh()

    def _lay_out(self) -> None:
        self.list.setAccessibleName(tr("What went wrong, newest first"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("All that is known of it"))
        self.details.setTabChangesFocus(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setAccessibleName(tr("List and details"))
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.details)
        parts.setSizes([320, 140])
        name_dividers(parts)
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addWidget(self.everything)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(head)
        layout.addWidget(parts, 1)
        layout.addWidget(self._buttons())

    def _buttons(self) -> CloseButtons:
        buttons = CloseButtons(self)
        copy = buttons.add(QPushButton(tr("&Copy")))
        copy.setToolTip(tr("Copy all that is known of it, to send it to somebody who can help"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        show = buttons.add(QPushButton(tr("&Show in folder")))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent))))
        return buttons

    def refresh(self) -> None:
        """Read the log again."""
        troubles_only = not self.everything.isChecked()
        self._ask.ask(lambda: logged(_MOST, troubles_only=troubles_only))

    def _show(self, records: Sequence[Logged]) -> None:
        self.records = tuple(records)
        self.list.clear()
        for record in self.records:
            name, colour = _LOOKS.get(record.level, _LOOKS["INFO"])
            self.list.addItem(QListWidgetItem(icon(name, colour), f"{record.when}   {record.message}"))
        count = len(self.records)
        words = (
            plural(count, "%n record, newest first", "%n records, newest first") if count else tr("Nothing went wrong.")
        )
        self._said.setText(words)
        self.details.clear()
        if self.records:
            self.list.setCurrentRow(0)

    def _on_current(self, row: int) -> None:
        if 0 <= row < len(self.records):
            record = self.records[row]
            head = f"{record.when}  {record.level.lower()}  {record.name}"
            self.details.setPlainText("\n\n".join(part for part in (head, record.message, record.details) if part))
