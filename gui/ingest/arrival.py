"""What a drop will do, shown before it does anything; Enter does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.ingest.forecast import Forecast
from core.ingest.terms import Terms
from core.model.vocabulary import Entry
from core.values import dataclass
from gui.bridge.bridge import Bridge, Long
from gui.bridge.faults import fault_of
from gui.bridge.jobs import Job
from gui.exchange.table import GroupBar, LinesModel, LinesTable, accept_button
from gui.ingest.fates import (
    FATE,
    GROUPS,
    HEADINGS,
    WIDTHS,
    Foretold,
    foretold,
    headline,
    others,
    room_words,
    time_words,
)
from gui.ingest.terms_form import TermsForm
from gui.style import Space, TextRole, icon
from gui.widgets import DialogButtons, Text
from gui.words import plural, tr

_SMALL = 620
_LARGE = (980, 720)


@dataclass(frozen=True, slots=True)
class ImportWanted:
    """Files and folders to take in, on which terms; ``new_entries`` are the names to be made first."""

    paths: tuple[Path, ...]
    terms: Terms
    new_entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether to ask again before the next import."""

    again: bool


class ArrivalDialog(QDialog):
    """Looks ahead while one decides; ``wanted`` carries an :class:`ImportWanted`, ``asking`` an :class:`Asked`."""

    wanted = Signal(object)
    asking = Signal(object)

    def __init__(self, bridge: Bridge, paths: Sequence[Path], terms: Terms, parent: QWidget) -> None:
        super().__init__(parent)
        self._paths = tuple(paths)
        self._forecast = Forecast((), {}, 0, looking=True)
        self._told: Foretold | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import"))
        self.setMinimumWidth(_SMALL)
        self.title = Text(_name(paths), TextRole.TITLE)
        self.found = Text(tr("Looking…"), TextRole.STRONG, wrap=True)
        self.others = Text("", TextRole.SMALL, "secondary", wrap=True)
        self.form = TermsForm(bridge.archive, terms)
        self.form.copy_chosen.connect(self._weigh)
        self.groups = GroupBar(tuple(GROUPS.values()))
        self.model = LinesModel(HEADINGS, FATE, self)
        self.table = LinesTable(self.model, WIDTHS, tr("Files and what will become of them"))
        self.groups.chosen.connect(self.model.show_group)
        self.list_button = QToolButton()
        self.ask = QCheckBox(tr("&Ask before importing"))
        self.ask.setChecked(True)
        self.ask.setToolTip(tr("Without it a drop is imported at once, on the terms of the last one."))
        self.buttons = DialogButtons(tr("Import"))
        self.go = accept_button(self.buttons)
        self._lay_out()
        self._job: Job = bridge.start(
            Long.FORECAST,
            lambda job: _look(bridge, paths, job),
            progressed=self._on_progress,
            done=self._on_done,
            failed=self._on_failed,
        )
        self.finished.connect(lambda _result: self._job.cancel())
        self._weigh()
        self.go.setFocus()

    def _lay_out(self) -> None:
        self.list_button.setCheckable(True)
        self.list_button.setText(tr("&Files"))
        self.list_button.setIcon(icon("list"))
        self.list_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.list_button.setIconSize(QSize(20, 16))  # as the style has it, words touch the icon
        self.list_button.setToolTip(tr("List every file and what will become of it"))
        self.list_button.toggled.connect(self._on_list)
        row = QHBoxLayout()
        row.addWidget(self.found, 1)
        row.addWidget(self.list_button, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.addWidget(self.ask)
        below.addWidget(self.buttons, 1)
        self.buttons.accepted.connect(self._on_go)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self.title)
        layout.addLayout(row)
        layout.addWidget(self.others)
        for widget in (self.groups, self.table):
            widget.hide()
        layout.addWidget(self.groups)
        layout.addWidget(self.table, 1)
        layout.addSpacing(Space.S)
        layout.addWidget(self.form)
        layout.addSpacing(Space.M)
        layout.addLayout(below)

    def _on_list(self, wanted: bool) -> None:
        for widget in (self.groups, self.table):
            widget.setVisible(wanted)
        if wanted:
            self.resize(max(self.width(), _LARGE[0]), max(self.height(), _LARGE[1]))
        else:
            self.resize(self.minimumSizeHint().expandedTo(self.minimumSize()))

    def _on_progress(self, forecast: Forecast) -> None:
        if isValid(self):
            self._forecast = forecast
            self._weigh()

    def _on_done(self, told: Foretold) -> None:
        if isValid(self):  # else closed before the answer came
            self._forecast, self._told = told.forecast, told
            self.model.set_lines(told.lines)
            self.model.set_taken(told.coming)
            self.groups.show_counts({GROUPS[fate]: count for fate, count in told.forecast.counts.items()})
            self._weigh()

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self.found.set_colour("danger")
            self.found.setText(fault_of(error).sentence)

    def _weigh(self) -> None:
        """Tell what is known so far, and whether there is anything to be done."""
        forecast, copies = self._forecast, self.form.copy.isChecked()
        time = time_words(self._told.seconds(copy=copies)) if self._told is not None else ""
        words = "  ·  ".join(part for part in (headline(forecast), time) if part)
        self.found.setText(tr("{found} so far…", found=words) if forecast.looking else words)
        self.others.setText(others(forecast))
        self.others.setVisible(bool(self.others.text()))
        self.form.room.setText(room_words(forecast))
        self.form.room.setVisible(copies)
        self.form.room.set_colour("danger" if copies and forecast.lacking else "secondary")
        blocked = copies and forecast.lacking > 0
        nothing = not forecast.looking and not forecast.does_something
        self.go.setEnabled(not blocked and not nothing)
        self.form.setEnabled(not nothing)
        if nothing:
            self.buttons.button(DialogButtons.StandardButton.Cancel).setDefault(True)

    def _on_go(self) -> None:
        if self.ask.isChecked() is False:
            self.asking.emit(Asked(again=False))
        self.wanted.emit(ImportWanted(self._paths, self.form.terms, self.form.new_entries))
        self.accept()


def _look(bridge: Bridge, paths: Sequence[Path], job: Job) -> Foretold:
    """Called on the thread of the work."""
    forecasting = bridge.archive.forecasting()
    job.on_cancel(forecasting.cancel)
    return foretold(forecasting.run(paths, job.report), bridge.archive.import_reports)


def _name(paths: Sequence[Path]) -> str:
    if len(paths) == 1:
        return tr("Import “{name}”", name=paths[0].name.encode("utf-8", "replace").decode())
    return plural(len(paths), "Import %n file or folder", "Import %n files and folders")
