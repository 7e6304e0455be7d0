"""Asking for a tag sheet, watching it being written, and showing where it lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.export.export import FORMATS, ExportReport
from core.export.sheet import COLUMNS, DEFAULT_COLUMNS
from core.settings import Settings
from gui.bridge.bridge import Bridge, Long
from gui.bridge.faults import fault_of
from gui.bridge.jobs import Job
from gui.export.choice import Scope, Scopes, SheetOrder, Written, write_sheet
from gui.export.columns import ColumnList
from gui.style import Space, TextRole, icon, set_role
from gui.widgets import SectionHeader, Text

_WORDS = {Scope.SELECTION: "The selection", Scope.RESULT: "The search result", Scope.ARCHIVE: "The whole archive"}
_FORMATS = {"xlsx": "Excel workbook (XLSX), with posters", "csv": "Comma-separated text (CSV)"}
_KEPT_BACK = (
    "Clips under embargo are left out. What is only claimed or disputed stands in a column of its own, apart from "
    "people, locations and productions that are confirmed. Stills go into workbooks only."
)


class ExportDialog(QDialog):
    """Writes tag sheets; stays open to show what came of it."""

    def __init__(self, bridge: Bridge, settings: Settings, scopes: Scopes, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._scopes = scopes
        self._job: Job | None = None
        self._written: Path | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Export tag sheet")
        self.resize(680, 560)
        self._scope = QButtonGroup(self)
        self._format = QComboBox()
        self._target = QLineEdit()
        self.columns = ColumnList()
        self._count = Text("", TextRole.SMALL, "faint")
        self._bar = QProgressBar()
        self._outcome = Text("", wrap=True)
        self._show = QPushButton(icon("folder-open"), "Show in folder")
        self._close = QPushButton("Close")
        self._go = QPushButton("Export")
        self._fill()
        self._lay_out()
        self._connect()
        self.columns.set_chosen(settings.sheet_columns or DEFAULT_COLUMNS)
        self._idle()

    # what is asked ----------------------------------------------------------------------------------------------
    def _fill(self) -> None:
        for number, scope in enumerate(Scope):
            button = QRadioButton(f"{_WORDS[scope]} ({self._scopes.count(scope):,})")
            button.setEnabled(self._scopes.count(scope) > 0)
            self._scope.addButton(button, number)
        several_chosen = len(self._scopes.selection) > 1
        narrowed = 0 < len(self._scopes.result) < self._scopes.total
        first = Scope.SELECTION if several_chosen else Scope.RESULT if narrowed else Scope.ARCHIVE
        self._scope.button(list(Scope).index(first)).setChecked(True)
        for name in sorted(FORMATS, reverse=True):
            self._format.addItem(_FORMATS.get(name, name.upper()), name)
        self._format.setCurrentIndex(max(self._format.findData(self._settings.sheet_format), 0))
        self._format.setAccessibleName("Format")
        self._target.setAccessibleName("File to write")
        folder = Path(self._settings.sheet_folder or self._bridge.archive.folder.parent)
        self._target.setText(str(folder / f"{self._bridge.archive.name} tag sheet.{self._format.currentData()}"))
        self._bar.setAccessibleName("Rows written")
        self._bar.setTextVisible(False)
        set_role(self._go, "primary")
        self._go.setDefault(True)
        self._show.setAutoDefault(False)
        self._close.setAutoDefault(False)

    def order(self) -> SheetOrder:
        """Return what is asked for."""
        scope = list(Scope)[self._scope.checkedId()]
        target = Path(self._target.text().strip()).expanduser()
        return SheetOrder(scope, self._format.currentData(), self.columns.chosen(), target)

    def choose_format(self, name: str) -> None:
        """Ask for the format called ``name``; the ending of the file follows."""
        self._format.setCurrentIndex(self._format.findData(name))

    # how it looks -----------------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(SectionHeader("Clips"))
        for number in range(len(Scope)):
            left.addWidget(self._scope.button(number))
        left.addSpacing(Space.S)
        left.addWidget(SectionHeader("Format"))
        left.addWidget(self._format)
        left.addStretch(1)
        left.addWidget(Text(_KEPT_BACK, TextRole.SMALL, "faint", wrap=True))
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(SectionHeader("Columns"))
        right.addWidget(self.columns, 1)
        right.addLayout(self._presets())
        halves = QHBoxLayout()
        halves.setSpacing(Space.XL)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(halves, 1)
        layout.addLayout(self._target_row())
        layout.addWidget(self._bar)
        layout.addWidget(self._outcome)
        layout.addLayout(self._buttons())

    def _presets(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        presets: list[tuple[str, tuple[str, ...]]] = [("Usual", DEFAULT_COLUMNS), ("All", tuple(COLUMNS))]
        if self._settings.sheet_columns:
            presets.insert(0, ("Last", self._settings.sheet_columns))
        for words, keys in presets:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setToolTip(f"{words} columns: {len(keys)}")
            button.clicked.connect(partial(self._on_preset, keys))
            set_role(button, "quiet")
            row.addWidget(button)
        return row

    def _target_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        name = QLabel("&File")
        name.setBuddy(self._target)
        browse = QPushButton("Choose…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        row.addWidget(name)
        row.addWidget(self._target, 1)
        row.addWidget(browse)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._show)
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._go)
        return row

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format)
        self.columns.chosen_changed.connect(self._on_columns)
        self._go.clicked.connect(self._on_go)
        self._close.clicked.connect(self._on_close)
        self._show.clicked.connect(self._on_show)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.columns.move_current, step))

    def _idle(self) -> None:
        self._bar.setVisible(False)
        self._show.setVisible(self._written is not None)
        self._close.setText("Close")
        self._go.setEnabled(bool(self.columns.chosen()) and self._scope.checkedId() >= 0)

    # what happens -----------------------------------------------------------------------------------------------
    def _on_preset(self, keys: tuple[str, ...], _checked: bool = False) -> None:
        self.columns.set_chosen(keys)

    def _on_columns(self) -> None:
        chosen = len(self.columns.chosen())
        self._count.setText(f"{chosen} of {len(COLUMNS)} columns")
        self._go.setEnabled(chosen > 0 and self._job is None)

    def _on_format(self) -> None:
        self._target.setText(str(Path(self._target.text()).with_suffix(f".{self._format.currentData()}")))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, "Where to write the tag sheet", self._target.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._format.currentData())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._target.setText)
        dialog.open()

    def _on_go(self) -> None:
        order = self.order()
        self._remember(order)
        self._outcome.setText("")
        self._bar.setRange(0, max(self._scopes.count(order.scope), 1))
        self._bar.setValue(0)
        self._bar.setVisible(True)
        self._go.setEnabled(False)
        self._show.setVisible(False)
        self._close.setText("Cancel")
        archive, scopes = self._bridge.archive, self._scopes
        self._job = self._bridge.start(
            Long.EXPORT,
            lambda job: write_sheet(archive, scopes, order, job),
            progressed=self._on_progress,
            done=self._on_done,
            failed=self._on_failed,
        )

    def _remember(self, order: SheetOrder) -> None:
        self._settings.sheet_columns = order.columns
        self._settings.sheet_format = order.format
        self._settings.sheet_folder = str(order.target.parent)

    def _on_progress(self, written: Written) -> None:
        self._bar.setValue(written.rows)

    def _on_done(self, report: ExportReport) -> None:
        self._job = None
        self._written = None if report.cancelled else report.target
        self._outcome.set_colour("text")
        self._outcome.setText(outcome_text(report))
        self._idle()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._outcome.set_colour("danger")
        self._outcome.setText(fault_of(error).sentence)
        self._idle()

    def _on_close(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.accept()

    def reject(self) -> None:
        """Esc cancels what is being written, and closes the dialog when nothing is."""
        self._on_close()

    def _on_show(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def outcome_text(report: ExportReport) -> str:
    """Return what came of an export, in a sentence or two."""
    if report.cancelled:
        return "Cancelled; nothing was written."
    rows = f"{report.rows:,} row{'' if report.rows == 1 else 's'}"
    parts = [f"{rows} written to {report.target}."]
    if report.held_back:
        held = f"{report.held_back:,} clip{' is' if report.held_back == 1 else 's are'}"
        parts.append(f"{held} under embargo and left out.")
    if report.shortened:
        parts.append(f"{report.shortened:,} cells were too long for a spreadsheet and are cut.")
    return " ".join(parts)
