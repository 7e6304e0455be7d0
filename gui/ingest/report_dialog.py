"""What one import did, file by file, to be read again, exported, and put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.app import Archive
from core.exchange.import_reports import write_report
from core.ingest.kept import Kept, failed_places
from core.ingest.report import Became
from core.ingest.report import Line as Told
from core.model.reasons import retold
from gui.bridge.bridge import Bridge
from gui.exchange.table import GroupBar, Line, LinesModel, LinesTable
from gui.ingest.imports import Imports
from gui.style import Space, TextRole, icon
from gui.widgets import CloseButtons, Text
from gui.words import capital, dated, msg, plural, tr

HEADINGS = (msg("File"), msg("Became"), msg("Copied to"), msg("Why"), msg("Folder"))
_WIDTHS = (200, 160, 220, 240)
_BECAME = 1
_SIZE = (1000, 600)
GROUPS: Mapping[Became, str] = {
    Became.ADDED: msg("added"),
    Became.MOVED: msg("moved"),
    Became.DUPLICATE: msg("exact duplicate"),
    Became.FAILED: msg("could not be read"),
}
_CAME = (GROUPS[Became.ADDED], GROUPS[Became.MOVED])
_COLOURS = {Became.ADDED: "success", Became.DUPLICATE: "warning", Became.FAILED: "danger"}


class ReportDialog(QDialog):
    """Shows the report of one import."""

    def __init__(self, bridge: Bridge, imports: Imports, kept: Kept, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._imports = imports
        self._kept = kept
        self._told: Sequence[Told] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import of {name}", name=kept.name))
        self.resize(*_SIZE)
        self.summary = Text(f"{when(kept)}  ·  {counts(kept)}", TextRole.BODY, "secondary", wrap=True)
        self.groups = GroupBar(tuple(GROUPS.values()))
        self.model = LinesModel(HEADINGS, _BECAME, self)
        self.groups.chosen.connect(self.model.show_group)
        buttons = CloseButtons(self)
        self.retry = buttons.add(QPushButton(icon("refresh-cw"), tr("&Try again what failed")))
        self.retry.clicked.connect(self._on_retry)
        self.retry.setEnabled(kept.failed > 0 and not bridge.archive.read_only)
        export = buttons.add(QPushButton(icon("sheet"), tr("&Export…")))
        export.clicked.connect(self._on_export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self.summary)
        layout.addWidget(self.groups)
        layout.addWidget(LinesTable(self.model, _WIDTHS, tr("Files of this import")), 1)
        layout.addWidget(buttons)
        bridge.read(lambda archive: _read(archive, kept.id), self._on_read)

    def _on_read(self, read: tuple[Sequence[Told], Sequence[Line]]) -> None:
        if isValid(self):
            self._told, lines = read
            self.model.set_lines(lines)
            self.model.set_taken({at for at, one in enumerate(lines) if one.group in _CAME})
            self.groups.count(lines)

    def _on_retry(self) -> None:
        paths = failed_places(self._told)
        if paths:
            self._imports.start(paths, self._kept.terms)
            self.accept()

    def _on_export(self) -> None:
        dialog = QFileDialog(self, tr("Export the report"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Table (*.csv)"), tr("For machines (*.json)")])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("json" if "*.json" in chosen else "csv"))
        dialog.selectFile(f"{tr('Import')} {self._kept.begun[:10]}")
        dialog.fileSelected.connect(lambda chosen: self.export(Path(chosen)))
        dialog.open()

    def export(self, target: Path) -> None:
        """Write the report to ``target``."""
        kept, told = self._kept, self._told
        self._bridge.read(lambda _archive: write_report(kept, told, target), lambda _: self._on_exported(target))

    def _on_exported(self, target: Path) -> None:
        if isValid(self):
            self.summary.setText(tr("The report was written to {file}.", file=target.name))


def _read(archive: Archive, report: str) -> tuple[Sequence[Told], Sequence[Line]]:
    told = archive.import_reports.lines(report)
    return told, tuple(map(_line, told))


def _line(one: Told) -> Line:
    folder, _, name = one.path.rpartition("/")
    group = GROUPS[one.became]
    why = retold(one.reason) or one.full_hash
    return Line((name, capital(tr(group)), one.copy, why, folder), group, _COLOURS.get(one.became, "text"), why)


def when(kept: Kept) -> str:
    """Return when an import began, as the history has it."""
    return dated(kept.begun[: len("2026-11-29T10:00")])


def counts(kept: Kept) -> str:
    """Return what an import came to, in one line."""
    parts = [
        plural(kept.added, "%n added", "%n added") if kept.added else "",
        plural(kept.known, "%n known already", "%n known already") if kept.known else "",
        plural(kept.skipped, "%n no media", "%n no media") if kept.skipped else "",
        plural(kept.failed, "%n could not be read", "%n could not be read") if kept.failed else "",
        tr("copied in") if kept.terms.copy else "",
        tr("ended early") if kept.cancelled else "",
    ]
    return "  ·  ".join(part for part in parts if part) or tr("nothing new")
