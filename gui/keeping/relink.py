"""Originals that were moved: looked for under a folder, seen line by line, and relinked as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.catalog.relink_edits import Moved, RelinkFiles
from core.ingest.relink import Match, Relinking, RelinkPlan, Sure
from core.model.changes import ChangeSet
from core.values import dataclass
from gui.bridge.bridge import Bridge, Long
from gui.bridge.jobs import Job
from gui.style import Space, TextRole
from gui.widgets import CloseButtons, Text
from gui.words import msg, number, plural, tr

LINES_SHOWN = 2_000
"""So many lines of each kind are listed; all are relinked."""

_HEADINGS = (msg("Clip"), msg("Where it lay"), msg("Where it is now"), msg("How sure"))
_WIDTHS = (170, 300, 300)
_ROW = 24


@dataclass(frozen=True, slots=True)
class Looking:
    """How far the search is."""

    what: str
    count: int


class RelinkDialog(QDialog):
    """Looks for the lost originals of the whole archive; ``told`` hears a sentence once some are relinked."""

    def __init__(self, bridge: Bridge, parent: QWidget, told: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find moved originals"))
        self.resize(1040, 560)
        self._bridge = bridge
        self._told = told
        self._job: Job | None = None
        self._matches: Sequence[Match] = ()
        self.words = Text(tr("Choose the folder, or drive, that they may be on now."), TextRole.BODY, wrap=True)
        self._choose = QPushButton(tr("Choose folder…"))
        self._choose.clicked.connect(self._ask)
        self.list = _matches_tree()
        self._buttons = CloseButtons(self)
        self.relink = self._buttons.add(QPushButton(tr("Relink")))
        self.relink.setEnabled(False)
        self.relink.clicked.connect(self._on_relink)
        self.finished.connect(self._on_finished)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.words, 1)
        head.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._buttons)

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Where may the originals be now?"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.look_in(Path(chosen)))
        dialog.open()

    def look_in(self, folder: Path) -> None:
        """Look under ``folder``, beside everything else."""
        self._choose.setEnabled(False)
        self.relink.setEnabled(False)
        self.words.setText(tr("Looking in {folder} …", folder=folder))

        def work(job: Job) -> RelinkPlan:
            archive = self._bridge.archive
            relinking = Relinking(archive.catalog, archive.index.known_at)
            job.on_cancel(relinking.cancel)
            clips = archive.index.clip_ids(archive.search("").rows)
            return relinking.run(clips, folder, lambda what, count: job.report(Looking(what, count)))

        self._job = self._bridge.start(
            Long.RELINK, work, progressed=self._on_progress, done=self._on_found, failed=self._on_failed
        )

    def _on_progress(self, looking: Looking) -> None:
        if isValid(self):
            self.words.setText(f"{tr(looking.what)}: {number(looking.count)}")

    def _on_found(self, plan: RelinkPlan) -> None:
        if not isValid(self):
            return
        self._job = None
        self._choose.setEnabled(True)
        self._matches = plan.usable
        self.list.clear()
        self.list.addTopLevelItems([*_found_items(plan), *_unfound_items(plan)])
        self.relink.setEnabled(bool(self._matches) and not self._bridge.archive.read_only)
        self.words.setText(_summary(plan))

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._choose.setEnabled(True)
        self._bridge.tell(error)

    def _on_relink(self) -> None:
        self.relink.setEnabled(False)
        moved = tuple(Moved(match.lost.clip, match.lost.file.location, match.file) for match in self._matches)
        self._bridge.edit(RelinkFiles(moved), self, self._on_done)

    def _on_done(self, change: ChangeSet) -> None:
        done = plural(len(self._matches), "%n original relinked.", "%n originals relinked.")
        self._told(done if change else tr("They were relinked already."))
        if isValid(self):
            self.close()

    def _on_finished(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _summary(plan: RelinkPlan) -> str:
    if not plan.lost:
        return tr("Every original is where it was; there is nothing to find.")
    likely = sum(match.sure is Sure.LIKELY for match in plan.usable)
    usable, lost = number(len(plan.usable)), len(plan.lost)
    found = plural(lost, "Found {found} of %n lost original", "Found {found} of %n lost originals", found=usable)
    if likely:
        found = plural(
            likely,
            "{found}, %n of them by folder, name, size and date",
            "{found}, %n of them by folder, name, size and date",
            found=found,
        )
    return tr("Cancelled. {found}.", found=found) if plan.cancelled else f"{found}."


def _found_items(plan: RelinkPlan) -> list[QTreeWidgetItem]:
    return [
        _item(match.lost.name, match.lost.file.path, match.file.path, tr(match.sure.value), match.why)
        for match in plan.matches[:LINES_SHOWN]
    ]


def _unfound_items(plan: RelinkPlan) -> list[QTreeWidgetItem]:
    return [
        _item(lost.name, lost.file.path, tr("not found"), tr(lost.presence.value), tr("No file there holds the same."))
        for lost in plan.unfound[:LINES_SHOWN]
    ]


def _item(name: str, old: str, new: str, sure: str, why: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, old, new, sure])
    item.setSizeHint(0, QSize(0, _ROW))
    for column, tip in enumerate((name, old, new, why)):
        item.setToolTip(column, tip)
    return item


def _matches_tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(tr("Lost originals, and where they are now"))
    tree.setHeaderLabels([tr(heading) for heading in _HEADINGS])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    for column, width in enumerate(_WIDTHS):
        tree.header().resizeSection(column, width)
    return tree
