"""Where a sheet goes: a file or, for some formats, a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from core.export.formats import Format
from gui.style import Space
from gui.words import tr


class PlaceRow(QWidget):
    """A field for the target and a button to look for one."""

    def __init__(self, folder: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: Format | None = None
        self._name = QLabel(tr("&File"), self)
        self._target = QLineEdit(str(folder / name), self)
        self._name.setBuddy(self._target)
        browse = QPushButton(tr("Choose…"), self)
        browse.setAutoDefault(False)
        browse.setAccessibleName(tr("Choose where to write"))
        browse.clicked.connect(self._on_browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._name)
        row.addWidget(self._target, 1)
        row.addWidget(browse)

    def target(self) -> Path:
        """Return what is asked for."""
        return Path(self._target.text().strip()).expanduser()

    def show_format(self, form: Format) -> None:
        """Ask for a place for ``form``: the ending of the name follows it, and a folder has none."""
        before, self._form = self._form, form
        words = tr("Folder to write") if form.folder else tr("File to write")
        self._name.setText(tr("&Folder") if form.folder else tr("&File"))
        self._target.setAccessibleName(words)
        target = self.target()
        had_ending = before is not None and not before.folder and target.suffix == f".{before.ending}"
        stem = target.with_suffix("") if had_ending else target
        self._target.setText(str(stem if form.folder else stem.with_name(f"{stem.name}.{form.ending}")))

    def _on_browse(self) -> None:
        form = self._form
        if form is None:
            return
        folder_wanted, file_wanted = tr("Where to put the folder of the sheet"), tr("Where to write the tag sheet")
        words = folder_wanted if form.folder else file_wanted
        dialog = QFileDialog(self, words, str(self.target().parent if form.folder else self.target()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if form.folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(self._on_folder)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(form.ending)
            dialog.fileSelected.connect(self._target.setText)
        dialog.open()

    def _on_folder(self, chosen: str) -> None:
        """Take an empty folder as it is; in one that holds something a new one is made."""
        folder = Path(chosen)
        self._target.setText(str(folder / self.target().name if any(folder.iterdir()) else folder))
