"""The program around the window: which archive is open, and how to get to another one."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from core.app import SUFFIX, Archive, create_archive, open_archive
from core.cli import demo
from core.errors import ArchiveBusy, SlatebookError, SystemProblem
from core.settings import Settings, Theme
from gui.bridge.faults import Fault, fault_of
from gui.bridge.jobs import Job
from gui.bridge.lanes import Lane
from gui.bridge.returns import Returns
from gui.main_window.faults import fault_box
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme

HOME_VARIABLE = "SLATEBOOK_HOME"
"""Names the folder for archives instead of the user's documents."""

_FIRST = f"My Archive{SUFFIX}"
_STYLE_CHOICES = {Theme.SYSTEM: "auto", Theme.DARK: "dark", Theme.LIGHT: "light"}


def home_folder() -> Path:
    """Return where archives are kept unless told otherwise: Slatebook in the user's documents, or $SLATEBOOK_HOME."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named) if named else platformdirs.user_documents_path() / "Slatebook"


@dataclass(frozen=True, slots=True)
class Drawing:
    """How far the sample archive is."""

    what: str
    done: int
    total: int


class Program(QObject):
    """Opens archives off the GUI thread and shows each in a window of its own, one at a time."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._returns = Returns(self)
        self._lane = Lane("open", 1, self._returns)
        self._question: QDialog | None = None
        self.window: MainWindow | None = None
        self.dress(settings.theme)

    # archives ---------------------------------------------------------------------------------------------------
    def start(self, folder: Path | None) -> None:
        """Open ``folder``, or the archive opened last, or the first archive in the home folder."""
        known = [Path(recent) for recent in self._settings.recent_archives if Path(recent).is_dir()]
        if folder is not None:
            self.open(folder)
        elif known:
            self.open(known[0])
        else:
            self._open_first(home_folder() / _FIRST)

    def _open_first(self, folder: Path) -> None:
        def work() -> Archive:
            return open_archive(folder) if folder.exists() else create_archive(folder)

        def done(archive: Archive) -> None:
            self._show(archive)
            if self.window is not None:
                self.window.status.say(f"Your archive is kept in {folder}", 15_000)

        self._lane.run(work, done, lambda error: self._not_opened(folder, error))

    def open(self, folder: Path, *, read_only: bool = False) -> None:
        """Open an archive in place of the one that is open."""
        window = self.window
        if window is not None and window.archive.folder == folder.absolute():
            window.raise_()
            window.activateWindow()
            return
        self._lane.run(
            lambda: open_archive(folder, read_only=read_only),
            self._show,
            lambda error: self._not_opened(folder, error),
        )

    def create(self, folder: Path) -> None:
        """Make a new archive and open it."""
        self._lane.run(lambda: create_archive(folder), self._show, lambda error: self._not_opened(folder, error))

    def sample(self) -> None:
        """Open the sample archive, after making it where it is not there yet; takes half a minute then."""
        home = home_folder()
        folder = demo.archive_in(home)
        if folder.exists():
            self.open(folder)
            return
        job = Job(self._returns, self._on_drawing)
        job.report(Drawing("Drawing clips", 0, 0))
        self._lane.run(
            lambda: demo.run(home, lambda what, done, total: job.report(Drawing(what, done, total))),
            self.open,
            lambda error: self._not_opened(folder, error),
        )

    def _on_drawing(self, drawing: Drawing) -> None:
        if self.window is not None:
            counts = f": {drawing.done} of {drawing.total}" if drawing.total else "…"
            self.window.strip.announce(f"Making the sample archive. {drawing.what}{counts}")

    # windows ----------------------------------------------------------------------------------------------------
    def _show(self, archive: Archive) -> None:
        before, self.window = self.window, MainWindow(archive, self._settings, self._requests())
        self.window.closed.connect(self._save_settings)
        self._settings.remember_archive(archive.folder)
        self._save_settings()
        self.window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _requests(self) -> Requests:
        return Requests(open=self.open, create=self.create, sample=self.sample, dress=self.dress, quit=self.quit)

    def dress(self, theme: Theme) -> None:
        """Show every window in the colours of ``theme``."""
        apply_theme(self._app, _STYLE_CHOICES[theme])
        self._settings.theme = theme

    def quit(self) -> None:
        """Close the window, which saves, and end the program."""
        if self.window is not None:
            self.window.close()
        self._app.quit()

    def close(self) -> None:
        """End the thread that opens archives; the windows are closed."""
        self._returns.close()
        self._lane.close(finish=False)

    def _save_settings(self) -> None:
        try:
            self._settings.save()
        except SystemProblem as problem:
            if self.window is not None:
                self.window.toasts.show_message(str(problem), tone="problem")

    # troubles ---------------------------------------------------------------------------------------------------
    def _not_opened(self, folder: Path, error: Exception) -> None:
        """Say why an archive did not open, and offer what can be done instead."""
        parent = self.window
        box = QMessageBox(parent) if isinstance(error, SlatebookError) else fault_box(fault_of(error), parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Slatebook")
        if isinstance(error, SlatebookError):
            box.setText(str(error))
        if isinstance(error, ArchiveBusy):
            _offer(box, "Open for reading only", lambda: self.open(folder, read_only=True))
        _offer(box, "Open another archive…", lambda: self._choose(parent))
        leave = box.addButton("Cancel" if parent else "Quit", QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        if parent is None:
            leave.clicked.connect(self._app.quit)
        self._ask(box)

    def _choose(self, parent: QWidget | None) -> None:
        dialog = QFileDialog(parent, "Open an archive", str(home_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.open(Path(chosen)))
        if parent is None:
            dialog.rejected.connect(self._app.quit)
        self._ask(dialog)

    def tell(self, fault: Fault) -> None:
        """Show a fault that no operation has caught."""
        self._ask(fault_box(fault, self.window))

    def _ask(self, question: QDialog) -> None:
        """Show a dialog and hold it: before the first window there is nobody else who would."""
        self._question = question
        question.open()


def _offer(box: QMessageBox, words: str, verb: Callable[[], None]) -> QPushButton:
    button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
    button.clicked.connect(verb)
    return button
