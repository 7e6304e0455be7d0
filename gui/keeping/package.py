"""Handing originals over: which package, with which sheets, where to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.export.formats import FORMATS
from core.export.package import DEFAULT_SHEETS, PackageJob, PackageReport, Wish
from core.export.package_plan import Shelf
from core.fixity.work import WorkProgress
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge, Long
from gui.keeping.work_dialog import Outcome, Task, WorkDialog
from gui.style import Space, TextRole, set_role
from gui.widgets import Text
from gui.words import msg, plural, tr

_PACKAGES = {
    "bagit": msg("BagIt: a folder any archive can check, with SHA-256 of every file"),
    "mhl": msg("ASC Media Hash List: what editing and grading houses expect, with xxh128"),
}


class PackageDialog(QDialog):
    """Asks how ``clips`` are to be packed; ``wanted`` carries the Wish."""

    wanted = Signal(object)

    def __init__(self, bridge: Bridge, clips: Sequence[ClipId], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_title(clips))
        self._bridge = bridge
        self._form = QButtonGroup(self)
        self._sheets = {name: QCheckBox(tr(form.words)) for name, form in FORMATS.items() if not form.folder}
        self._target = QLineEdit(
            str(bridge.archive.folder.parent / tr("{archive} package", archive=bridge.archive.name))
        )
        self._target.setAccessibleName(tr("Folder of the package"))
        self._lay_out(clips)

    def _lay_out(self, clips: Sequence[ClipId]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        words = plural(
            len(clips),
            "Copies the originals of %n clip with sheets and sidecars, and reads every copy back.",
            "Copies the originals of %n clips with sheets and sidecars, and reads every copy back.",
        )
        layout.addWidget(Text(words, TextRole.BODY, wrap=True))
        for number, (name, text) in enumerate(_PACKAGES.items()):
            choice = QRadioButton(tr(text))
            choice.setObjectName(name)
            choice.setChecked(number == 0)
            self._form.addButton(choice)
            layout.addWidget(choice)
        layout.addSpacing(Space.S)
        layout.addWidget(Text(tr("Sheets in it"), TextRole.STRONG))
        for name, box in self._sheets.items():
            box.setChecked(name in DEFAULT_SHEETS)
            layout.addWidget(box)
        layout.addSpacing(Space.S)
        layout.addWidget(Text(tr("Folder"), TextRole.STRONG))
        layout.addLayout(self._place())
        layout.addSpacing(Space.S)
        layout.addWidget(self._buttons())

    def _place(self) -> QHBoxLayout:
        choose = QPushButton(tr("Choose…"))
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self._target, 1)
        row.addWidget(choose)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        pack = buttons.addButton(tr("Pack"), QDialogButtonBox.ButtonRole.AcceptRole)
        pack.setDefault(True)
        set_role(pack, "primary")
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Put the package into"), str(Path(self._target.text()).parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        name = Path(self._target.text()).name
        dialog.fileSelected.connect(lambda chosen: self._target.setText(str(Path(chosen) / name)))
        dialog.open()

    def _on_accepted(self) -> None:
        archive, chosen = self._bridge.archive, self._form.checkedButton()
        self.wanted.emit(
            Wish(
                format=chosen.objectName() if chosen else next(iter(_PACKAGES)),
                target=Path(self._target.text()),
                title=archive.name,
                today=archive.clock.now().astimezone().date(),
                sheets=[name for name, box in self._sheets.items() if box.isChecked()],
            )
        )
        self.accept()


def _title(clips: Sequence[ClipId]) -> str:
    return plural(len(clips), "Hand over %n clip", "Hand over %n clips")


def packing_dialog(bridge: Bridge, clips: Sequence[ClipId], wish: Wish, parent: QWidget) -> WorkDialog:
    """Return the dialog that packs ``clips``, already at it."""
    archive = bridge.archive
    shelf = Shelf(clip=archive.catalog.clip, vocabulary=archive.vocabulary, stills=archive.stills)
    job = PackageJob(shelf, wish)

    def run(report: Callable[[WorkProgress], None]) -> Outcome:
        return told(job.run(clips, report))

    return WorkDialog(_title(clips), bridge, Task(Long.PACKAGE, job, run), parent)


def told(report: PackageReport) -> Outcome:
    """Say what was packed and what was not."""
    if report.cancelled:
        return Outcome(tr("Cancelled; pack into the same folder again to go on from here."))
    parts = [
        plural(report.packed, "Packed %n file into {folder}.", "Packed %n files into {folder}.", folder=report.target)
    ]
    if report.held_back:
        held = plural(report.held_back, "%n clip held back under embargo.", "%n clips held back under embargo.")
        parts.append(held)
    return Outcome(" ".join(parts), [f"{left.path}: {left.reason}" for left in report.left_out])
