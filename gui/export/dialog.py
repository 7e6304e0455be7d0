"""Asking for a tag sheet, seeing what will leave, watching it being written, and showing where it lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.export.export import ExportReport
from core.export.sheet import DEFAULT_COLUMNS
from core.settings import Settings
from gui.bridge.bridge import Bridge, Long
from gui.bridge.faults import fault_of
from gui.bridge.jobs import Job
from gui.export.choice import (
    FirstRows,
    Scope,
    Scopes,
    SheetOrder,
    Written,
    first_rows,
    held_back,
    write_sheet,
)
from gui.export.columns import ColumnList
from gui.export.gate import GatePanel
from gui.export.pdf import ALL_FORMATS
from gui.export.place import PlaceRow
from gui.export.presets import Presets
from gui.export.preview import PreviewTable
from gui.style import Space, TextRole, icon, set_role
from gui.widgets import SectionHeader, Text
from gui.words import msg, number, plural, tr

_WORDS = {
    Scope.SELECTION: msg("The selection"),
    Scope.RESULT: msg("The search result"),
    Scope.ARCHIVE: msg("The whole archive"),
}
_MOMENTS = {"csv": msg("A line for each moment, not each clip"), "ale": msg("A line for each moment, after its clip")}
"""The formats that leave a choice, and what it is called there."""

_LEFT = 380
_OWN_COLUMNS = frozenset({"csv-resolve", "jsonl", "edl", "vtt", "srt", "xmp", "vmh", "pbcore"})
"""The formats that say what stands where themselves."""

_CAUTION = msg(
    "What is only claimed or disputed is marked or stands in a column of its own, never among what is confirmed; "
    "what was refuted is left out."
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
        self.setWindowTitle(tr("Export tag sheet"))
        self.resize(QSize(1120, 720).expandedTo(parent.window().size() * 0.75))
        # Each part is made inside of what holds it, in the order of the keys: put there later, it would look up the
        # looks of all it holds anew.
        self._left = QWidget(self)
        self._scope = QButtonGroup(self)
        for place, scope in enumerate(Scope):
            self._scope.addButton(_scope_button(scope, scopes.count(scope), self._left), place)
        self._format = QComboBox(self._left)
        self._moments = QCheckBox(self._left)
        self._own_columns = Text(tr("This format has columns of its own."), TextRole.SMALL, "faint", parent=self._left)
        self.columns = ColumnList(self._left)
        self.presets = Presets(settings, self.columns, self._left)
        self._preview = PreviewTable(self)
        self.gate = GatePanel(not bridge.archive.read_only, self)
        self._preview_head = SectionHeader(tr("First rows"), parent=self)
        archive = bridge.archive
        folder = Path(settings.sheet_folder or archive.folder.parent)
        self._place = PlaceRow(folder, tr("{archive} tag sheet", archive=archive.name), self)
        self._bar = QProgressBar(self)
        self._outcome = Text("", wrap=True, parent=self)
        self._show = QPushButton(icon("folder-open"), tr("Show in folder"), self)
        self._close = QPushButton(tr("Close"), self)
        self._go = QPushButton(tr("Export"), self)
        self._rows_asked = bridge.latest(self._on_rows)
        self._held_asked = bridge.latest(self.gate.show_held)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask_rows)
        self._fill()
        self._lay_out()
        self._connect()
        self.columns.set_chosen(settings.sheet_columns or DEFAULT_COLUMNS)
        self._on_format()
        self._on_scope(self._scope.checkedId())
        self._idle()
        self._scope.button(self._scope.checkedId()).setFocus()

    # what is asked ----------------------------------------------------------------------------------------------
    def _fill(self) -> None:
        several_chosen = len(self._scopes.selection) > 1
        narrowed = 0 < len(self._scopes.result) < self._scopes.total
        first = Scope.SELECTION if several_chosen else Scope.RESULT if narrowed else Scope.ARCHIVE
        self._scope.button(list(Scope).index(first)).setChecked(True)
        for form in ALL_FORMATS.values():
            self._format.addItem(tr(form.words), form.name)
        self._format.setCurrentIndex(max(self._format.findData(self._settings.sheet_format), 0))
        self._format.setAccessibleName(tr("Format"))
        self._format.setMinimumContentsLength(20)
        self._format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._bar.setAccessibleName(tr("Rows written"))
        self._bar.setTextVisible(False)
        set_role(self._go, "primary")
        self._go.setDefault(True)
        self._show.setAutoDefault(False)
        self._close.setAutoDefault(False)

    def order(self) -> SheetOrder:
        """Return what is asked for."""
        moments = self._moments.isChecked() and self._form_name() in _MOMENTS
        return SheetOrder(
            list(Scope)[self._scope.checkedId()],
            self._form_name(),
            self.columns.chosen(),
            self._place.target(),
            moments,
            self.gate.override(),
        )

    def choose_format(self, name: str) -> None:
        """Ask for the format called ``name``; the ending of the file follows."""
        self._format.setCurrentIndex(self._format.findData(name))

    def _form_name(self) -> str:
        return str(self._format.currentData())

    # how it looks -----------------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        self._left.setFixedWidth(_LEFT)
        self._left.setLayout(self._choices())
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self._preview_head)
        right.addWidget(self._preview, 1)
        right.addSpacing(Space.S)
        right.addWidget(self.gate)
        right.addWidget(Text(tr(_CAUTION), TextRole.SMALL, "faint", wrap=True, parent=self))
        halves = QHBoxLayout()
        halves.setSpacing(Space.XL)
        halves.addWidget(self._left)
        halves.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(halves, 1)
        layout.addWidget(self._place)
        layout.addWidget(self._bar)
        layout.addWidget(self._outcome)
        layout.addLayout(self._buttons())

    def _choices(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.S)
        left.addWidget(SectionHeader(tr("Clips"), parent=self._left))
        for place in range(len(Scope)):
            left.addWidget(self._scope.button(place))
        left.addSpacing(Space.S)
        left.addWidget(SectionHeader(tr("Format"), parent=self._left))
        left.addWidget(self._format)
        left.addWidget(self._moments)
        left.addSpacing(Space.S)
        left.addWidget(SectionHeader(tr("Columns"), parent=self._left))
        left.addWidget(self._own_columns)
        left.addWidget(self.columns, 1)
        left.addWidget(self.presets)
        return left

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._show)
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._go)
        return row

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format)
        self._scope.idClicked.connect(self._on_scope)
        self.columns.chosen_changed.connect(self._look)
        self.gate.changed.connect(self._look)
        self._moments.toggled.connect(self._look)
        self._go.clicked.connect(self._on_go)
        self._close.clicked.connect(self._on_close)
        self._show.clicked.connect(self._on_show)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.columns.move_current, step))

    def _idle(self) -> None:
        self._bar.setVisible(False)
        self._outcome.setVisible(bool(self._outcome.text()))
        self._show.setVisible(self._written is not None)
        self._close.setText(tr("Close"))
        self._allow()

    def _allow(self) -> None:
        """Let an export begin where it is clear what is asked for."""
        ready = bool(self.columns.chosen()) and self.gate.is_settled()
        self._go.setEnabled(ready and self._job is None)

    # looking ----------------------------------------------------------------------------------------------------
    def _on_format(self) -> None:
        name = self._form_name()
        self._place.show_format(ALL_FORMATS[name])
        self._moments.setVisible(name in _MOMENTS)
        self._moments.setText(tr(_MOMENTS[name]) if name in _MOMENTS else "")
        self._own_columns.setVisible(name in _OWN_COLUMNS)
        self.columns.setEnabled(name not in _OWN_COLUMNS)
        self._format.setToolTip(tr(ALL_FORMATS[name].words))
        self._look()

    def _on_scope(self, _number: int) -> None:
        self.gate.look_again()
        archive, scopes, scope = self._bridge.archive, self._scopes, self.order().scope
        self._held_asked.ask(lambda: held_back(archive, scopes, scope))
        self._look()

    def _look(self, _what: object = None) -> None:
        """Have the rows shown as they would be now, once for all that is changed in one go."""
        self._allow()
        self._soon.start()

    def _ask_rows(self) -> None:
        archive, scopes, order = self._bridge.archive, self._scopes, self.order()
        if not order.columns:
            self._preview.show_rows(FirstRows((), ()))
            return
        self._rows_asked.ask(lambda: first_rows(archive, scopes, order))

    def _on_rows(self, first: FirstRows) -> None:
        self._preview.show_rows(first)
        there = number(self._scopes.count(self.order().scope))
        self._preview_head.set_note(tr("{count} of {all}", count=number(len(first.rows)), all=there))

    # writing ----------------------------------------------------------------------------------------------------
    def _on_go(self) -> None:
        order = self.order()
        self._remember(order)
        self._outcome.setVisible(False)
        self._bar.setRange(0, max(self._scopes.count(order.scope), 1))
        self._bar.setValue(0)
        self._bar.setVisible(True)
        self._show.setVisible(False)
        self._close.setText(tr("Cancel"))
        archive, scopes = self._bridge.archive, self._scopes
        self._job = self._bridge.start(
            Long.EXPORT,
            lambda job: write_sheet(archive, scopes, order, job),
            progressed=self._on_progress,
            done=self._on_done,
            failed=self._on_failed,
        )
        self._allow()

    def _remember(self, order: SheetOrder) -> None:
        self._settings.sheet_columns = order.columns
        self._settings.sheet_format = order.format
        self._settings.sheet_folder = str(order.target.parent)

    def _on_progress(self, written: Written) -> None:
        self._bar.setValue(written.rows)

    def _on_done(self, report: ExportReport) -> None:
        self._written = None if report.cancelled else report.target
        self._tell(outcome_text(report), "text")

    def _on_failed(self, error: Exception) -> None:
        self._tell(fault_of(error).sentence, "danger")

    def _tell(self, sentence: str, colour: str) -> None:
        self._job = None
        self._outcome.set_colour(colour)
        self._outcome.setText(sentence)
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


def _scope_button(scope: Scope, clips: int, parent: QWidget) -> QRadioButton:
    button = QRadioButton(f"{tr(_WORDS[scope])} ({number(clips)})", parent)
    button.setEnabled(clips > 0)
    return button


def outcome_text(report: ExportReport) -> str:
    """Return what came of an export, in a sentence or two."""
    if report.cancelled:
        return tr("Cancelled; nothing was written.")
    held, left, cut = report.held_back, report.overridden, report.shortened
    parts = [plural(report.rows, "%n row written to {file}.", "%n rows written to {file}.", file=report.target)]
    if held:
        parts += [plural(held, "%n clip is under embargo and left out.", "%n clips are under embargo and left out.")]
    if left:
        parts += [_overridden_words(left)]
    if cut:
        parts += [_shortened_words(cut)]
    return " ".join(parts)


def _overridden_words(clips: int) -> str:
    return plural(
        clips,
        "%n clip under embargo left too; the history and the sheet say so.",
        "%n clips under embargo left too; the history and the sheet say so.",
    )


def _shortened_words(cells: int) -> str:
    return plural(
        cells,
        "%n cell was too long for a spreadsheet and is cut.",
        "%n cells were too long for a spreadsheet and are cut.",
    )
