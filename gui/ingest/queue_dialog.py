"""What is being imported, what waits for it, and what earlier imports did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.ingest.kept import Kept
from core.ingest.report import Progress
from gui.bridge.bridge import Bridge
from gui.ingest.imports import Imports
from gui.ingest.report_dialog import ReportDialog, counts, when
from gui.ingest.telling import running_state
from gui.style import Space, TextRole, icon
from gui.widgets import CloseButtons, SectionHeader, Text
from gui.words import tr

_SIZE = (680, 620)
_STEPS = 1_000
_ICON = 16
_MOST = 500
"""So many earlier imports are listed."""


class QueueDialog(QDialog):
    """Steers the queue and opens reports; follows what happens while it is open."""

    def __init__(self, bridge: Bridge, imports: Imports, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._imports = imports
        self._kept: Sequence[Kept] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Imports"))
        self.resize(*_SIZE)
        self.now = Text("", TextRole.STRONG, wrap=True)
        self.detail = Text("", TextRole.SMALL, "secondary", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("How much is done"))
        self.bar.setTextVisible(False)
        self.waiting = _list(tr("Imports that wait"))
        self.earlier = _list(tr("Earlier imports"))
        self.pause = _button("pause", tr("&Pause"), self._on_pause)
        self.cancel = _button("circle-x", tr("&Cancel this one"), self._on_cancel)
        self.sooner = _button("chevron-up", tr("&Sooner"), lambda: self._on_move(-1))
        self.later = _button("chevron-down", tr("&Later"), lambda: self._on_move(1))
        self.remove = _button("x", tr("&Take out"), self._on_remove)
        self.open_report = _button("list", tr("&Open report…"), self._on_open)
        self._lay_out()
        for signal in (imports.queue_changed, imports.ended):
            signal.connect(self._show_queue)
        imports.progressed.connect(self._on_progress)
        imports.ended.connect(self._read)
        self._show_queue()
        self._read()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        for widget in (self.now, self.detail, self.bar):
            layout.addWidget(widget)
        layout.addLayout(_row(self.pause, self.cancel))
        self.next_header = SectionHeader(tr("Next"))
        layout.addWidget(self.next_header)
        layout.addWidget(self.waiting, 1)
        layout.addLayout(_row(self.sooner, self.later, self.remove))
        layout.addWidget(SectionHeader(tr("Earlier")))
        layout.addWidget(self.earlier, 3)
        layout.addLayout(_row(self.open_report))
        layout.addWidget(CloseButtons(self))
        self.waiting.currentRowChanged.connect(self._enable)
        self.earlier.currentRowChanged.connect(self._enable)
        self.earlier.itemActivated.connect(lambda _item: self._on_open())

    # the queue --------------------------------------------------------------------------------------------------
    def _show_queue(self) -> None:
        imports, row = self._imports, max(self.waiting.currentRow(), 0)
        running = imports.running
        if running is None:
            self.now.setText(tr("Nothing is being imported") if not imports.is_running else tr("Shots are being found"))
            self.bar.hide()
        else:
            self.now.setText(tr("Importing {name}", name=running.name))
        self.waiting.clear()
        for one in imports.queued:
            words = tr("{name}, copied in", name=one.name) if one.copies else one.name
            self.waiting.addItem(QListWidgetItem(icon("import"), words))
        self.waiting.setCurrentRow(min(row, len(imports.queued) - 1))
        self.detail.setVisible(running is not None)
        for widget in (self.next_header, self.waiting, self.sooner, self.later, self.remove):
            widget.setVisible(bool(imports.queued))
        self._enable()

    def _on_progress(self, progress: Progress) -> None:
        state = running_state(progress, self._imports.waiting)
        self.now.setText(state.title)
        self.detail.setText(state.detail)
        self.bar.show()
        self.bar.setRange(0, 0 if state.fraction is None else _STEPS)
        self.bar.setValue(round((state.fraction or 0) * _STEPS))

    def _enable(self, _row: int = 0) -> None:
        imports, row = self._imports, self.waiting.currentRow()
        for button in (self.pause, self.cancel):
            button.setVisible(imports.is_running)
        self.cancel.setEnabled(imports.running is not None)
        self.pause.setText(tr("&Resume") if imports.is_paused else tr("&Pause"))
        self.pause.setIcon(icon("play" if imports.is_paused else "pause"))
        self.sooner.setEnabled(row > 0)
        self.later.setEnabled(0 <= row < len(imports.queued) - 1)
        self.remove.setEnabled(row >= 0)
        self.open_report.setEnabled(self.earlier.currentRow() >= 0)

    def _on_pause(self) -> None:
        self._imports.toggle_pause()

    def _on_cancel(self) -> None:
        if self._imports.running is not None:
            self._imports.cancel_one(self._imports.running.key)

    def _on_move(self, step: int) -> None:
        row = self.waiting.currentRow()
        self._imports.move(self._imports.queued[row].key, step)
        self.waiting.setCurrentRow(row + step)

    def _on_remove(self) -> None:
        self._imports.cancel_one(self._imports.queued[self.waiting.currentRow()].key)

    # reports ----------------------------------------------------------------------------------------------------
    def _read(self) -> None:
        self._bridge.read(lambda archive: archive.import_reports.all()[:_MOST], self._on_read)

    def _on_read(self, kept: Sequence[Kept]) -> None:
        if not isValid(self) or kept == self._kept:
            return
        self._kept = kept
        self.earlier.clear()
        for one in kept:
            name = "triangle-alert" if one.failed else "check"
            colour = "danger" if one.failed else "success"
            item = QListWidgetItem(icon(name, colour), f"{one.name}\n{when(one)}  ·  {counts(one)}")
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + Space.M))
            self.earlier.addItem(item)
        self.earlier.setCurrentRow(0)
        self._enable()

    def _on_open(self) -> None:
        row = self.earlier.currentRow()
        if 0 <= row < len(self._kept):
            ReportDialog(self._bridge, self._imports, self._kept[row], self).open()


def _list(name: str) -> QListWidget:
    listed = QListWidget()
    listed.setAccessibleName(name)
    listed.setFrameShape(QFrame.Shape.NoFrame)
    listed.setAlternatingRowColors(True)
    listed.setIconSize(QSize(_ICON, _ICON))
    listed.setSpacing(1)
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return listed


def _button(name: str, words: str, verb: Callable[[], None]) -> QPushButton:
    button = QPushButton(icon(name), words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: verb())
    return button


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
