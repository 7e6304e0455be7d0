"""Which folders are watched, and on which terms what is put there comes in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.app import Archive
from core.catalog.edits import AddEntry, Together
from core.ingest.terms import IN_PLACE, Terms
from core.ingest.watching import Watched
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.ingest.terms_form import TermsForm
from gui.ingest.watching import Watching
from gui.style import Space, TextRole, icon
from gui.widgets import CloseButtons, DialogButtons, Text
from gui.words import tr

_SIZE = (640, 420)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A watched folder and whether it is there."""

    watched: Watched
    is_there: bool


def _listed(archive: Archive) -> tuple[_Listed, ...]:
    return tuple(_Listed(one, one.folder.is_dir()) for one in archive.watched.all())


class WatchDialog(QDialog):
    """Lists watched folders; they are looked at while a window on the archive is open."""

    def __init__(self, bridge: Bridge, watching: Watching, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._watching = watching
        self._folders: tuple[_Listed, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Watched folders"))
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Watched folders"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAlternatingRowColors(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setSpacing(1)
        self.empty = Text(tr("No folder is watched yet."), TextRole.BODY, "secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = QPushButton(icon("folder-plus"), tr("&Add folder…"))
        self.terms = QPushButton(icon("pencil"), tr("&Change…"))
        self.remove = QPushButton(icon("trash-2"), tr("&Remove"))
        self._lay_out()
        self._enable()
        self._refresh()

    def _lay_out(self) -> None:
        words = tr("Clips that are put into these folders come in by themselves while a window is open here.")
        row = QHBoxLayout()
        for button, verb in ((self.add, self._on_add), (self.terms, self._on_terms), (self.remove, self._on_remove)):
            button.setAutoDefault(False)
            button.clicked.connect(verb)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(CloseButtons(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(Text(words, TextRole.BODY, "secondary"))
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemActivated.connect(lambda _item: self._on_terms())

    def _refresh(self, _done: object = None) -> None:
        self._bridge.read(_listed, self._on_listed)

    def _on_listed(self, folders: Sequence[_Listed]) -> None:
        if not isValid(self):
            return
        self._folders = tuple(folders)
        self.list.clear()
        for one in folders:
            item = QListWidgetItem(icon("folder"), f"{one.watched.name}\n{_words(one)}")
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + Space.M))
            item.setToolTip(one.watched.name)
            self.list.addItem(item)
        self.list.setVisible(bool(folders))
        self.empty.setVisible(not folders)
        self.list.setCurrentRow(0)
        self._enable()

    def _enable(self, _row: int = 0) -> None:
        writable = not self._bridge.archive.read_only
        chosen = self._chosen is not None
        self.add.setEnabled(writable)
        self.terms.setEnabled(writable and chosen)
        self.remove.setEnabled(writable and chosen)

    @property
    def _chosen(self) -> Watched | None:
        row = self.list.currentRow()
        return self._folders[row].watched if 0 <= row < len(self._folders) else None

    def _on_add(self) -> None:
        dialog = QFileDialog(self, tr("Watch a folder"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.ask_terms(Path(chosen), IN_PLACE))
        dialog.open()

    def _on_terms(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.ask_terms(chosen.folder, chosen.terms)

    def _on_remove(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._bridge.read(lambda archive: archive.watched.remove(chosen), self._refresh)

    def ask_terms(self, folder: Path, terms: Terms) -> None:
        """Ask on which terms clips of ``folder`` come in, then watch it."""
        asked = FolderTermsDialog(self._bridge.archive, folder, terms, self)
        asked.accepted.connect(lambda: self._watch(folder, asked.form))
        asked.open()

    def _watch(self, folder: Path, form: TermsForm) -> None:
        terms, new_entries = form.terms, form.new_entries
        if new_entries:
            label = tr("Names for the folder {name}", name=folder.name)
            self._bridge.edit(Together(label, tuple(AddEntry(entry) for entry in new_entries)))
        self._bridge.read_after_edits(lambda archive: archive.watched.put(folder, terms), self._on_put)

    def _on_put(self, _watched: Watched) -> None:
        self._watching.look()
        if isValid(self):
            self._refresh()


class FolderTermsDialog(QDialog):
    """Asks on which terms what is put into a folder comes in."""

    def __init__(self, archive: Archive, folder: Path, terms: Terms, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Watch a folder"))
        self.setMinimumWidth(560)
        self.form = TermsForm(archive, terms)
        buttons = DialogButtons(tr("Watch"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(Text(str(folder).encode("utf-8", "replace").decode(), TextRole.STRONG, wrap=True))
        layout.addWidget(self.form)
        layout.addWidget(buttons)


def _words(one: _Listed) -> str:
    if not one.is_there:
        return tr("Not there just now; its files come in when it is back")
    return tr("Copied into the archive, verified") if one.watched.terms.copy else tr("Left in place")
