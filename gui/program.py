"""The program around the window: which archive is open, and how to get to another one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import platformdirs
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from core.app import SUFFIX, Archive, create_archive, open_archive
from core.errors import ArchiveBusy, SlatebookError, SystemProblem
from core.settings import Settings, Theme
from core.values import dataclass
from gui.around.garbage import Garbage
from gui.bridge.faults import Fault, fault_of
from gui.bridge.jobs import Job
from gui.bridge.lanes import Failed, Lane
from gui.bridge.returns import Returns
from gui.main_window.faults import fault_box
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme, undressed
from gui.words import number, tr

T = TypeVar("T")

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
        app.setQuitOnLastWindowClosed(False)  # a question may close before the archive it is about is open
        self._settings = settings
        self._garbage = Garbage(self)
        self._returns = Returns(self)
        self._lane = Lane("open", 1, self._returns)
        self._question: QDialog | None = None
        self._under_way: set[Path] = set()
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
            begun = folder.exists() and any(folder.iterdir())  # a first start may have ended with the bare folder
            return open_archive(folder) if begun else create_archive(folder)

        def done(archive: Archive) -> None:
            self._show(archive)
            if self.window is not None:
                self.window.status.say(tr("Your archive is kept in {folder}", folder=folder), 15_000)

        self._once(folder, work, done)

    def answer(self, folder: Path | None) -> None:
        """Show ``folder`` and come to the front: the program was started once more."""
        if folder is not None:
            self.open(folder)
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.raise_()
            self.window.activateWindow()

    def open(self, folder: Path, *, read_only: bool = False) -> None:
        """Open an archive in place of the one that is open."""
        window = self.window
        if window is not None and window.archive.folder == folder.absolute():
            window.raise_()
            window.activateWindow()
            return
        self._once(folder, lambda: open_archive(folder, read_only=read_only), self._show)

    def reopen(self) -> None:
        """Open the archive shown for writing, where it was opened for reading only; else say why not."""
        window = self.window
        if window is not None and window.archive.read_only:
            folder = window.archive.folder
            self._once(folder, lambda: open_archive(folder), self._show, self._say)

    def _say(self, error: Exception) -> None:
        if self.window is not None:
            self.window.toasts.show_message(fault_of(error).sentence, tone="problem")

    def create(self, folder: Path) -> None:
        """Make a new archive and open it."""
        self._once(folder, lambda: create_archive(folder), self._show)

    def sample(self) -> None:
        """Open the sample archive, after making it where it is not there yet; takes half a minute then."""
        from core.cli import demo

        home = home_folder()
        folder = demo.archive_in(home)
        if folder in self._under_way:
            return
        if folder.exists():
            self.open(folder)
            return
        job = Job(self._returns, self._on_drawing)
        job.report(Drawing(tr("Drawing clips"), 0, 0))
        self._once(
            folder, lambda: demo.run(home, lambda what, done, total: job.report(Drawing(what, done, total))), self.open
        )

    def _once(
        self, folder: Path, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do what leads to the archive in ``folder`` being open; asked again before that is done, nothing more."""
        if folder in self._under_way:
            return

        def on_done(value: T) -> None:
            self._settle(folder)
            done(value)

        def on_failed(error: Exception) -> None:
            self._settle(folder)
            if failed is not None:
                failed(error)
            else:
                self._not_opened(folder, error)

        self._under_way.add(folder)
        self._garbage.rest()
        self._lane.run(work, on_done, on_failed)

    def _settle(self, folder: Path) -> None:
        self._under_way.discard(folder)
        self._garbage.resume()

    def _on_drawing(self, drawing: Drawing) -> None:
        if self.window is not None:
            told = {"what": drawing.what, "done": number(drawing.done), "total": number(drawing.total)}
            counted = tr("Making the sample archive. {what}: {done} of {total}", **told)
            begun = tr("Making the sample archive. {what}…", what=drawing.what)
            self.window.strip.announce(counted if drawing.total else begun)

    # windows ----------------------------------------------------------------------------------------------------
    def _show(self, archive: Archive) -> None:
        before = self.window
        if before is not None:
            before.remember()  # the new window takes its place
        with undressed(self._app):
            self.window = window = MainWindow(archive, self._settings, self._requests())
        window.closed.connect(lambda: self._on_closed(window))
        window.show()
        known = self._settings.recent_archives
        self._settings.remember_archive(archive.folder)
        if self._settings.recent_archives != known:  # what is written waits for the disk
            self._save_settings()
        if before is not None:
            before.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            before.close()

    def _on_closed(self, window: MainWindow) -> None:
        self._save_settings()
        if window is self.window:
            self._app.quit()

    def _requests(self) -> Requests:
        return Requests(
            open=self.open,
            create=self.create,
            sample=self.sample,
            dress=self.dress,
            quit=self.quit,
            reopen=self.reopen,
        )

    def dress(self, theme: Theme) -> None:
        """Show every window in the colours of ``theme``."""
        apply_theme(self._app, _STYLE_CHOICES[theme])
        self._settings.theme = theme

    def quit(self) -> None:
        """Close the window, which saves, and end the program."""
        if self.window is None or self.window.close():
            self._app.quit()

    def close(self) -> None:
        """End the thread that opens archives; the windows are closed."""
        self._returns.close()
        self._lane.close(finish=False)
        self._garbage.close()

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
        if isinstance(error, ArchiveBusy | SystemProblem):
            _offer(box, tr("Open for reading only"), lambda: self.open(folder, read_only=True))
        _offer(box, tr("Open another archive…"), lambda: self._choose(parent))
        leave = box.addButton(tr("Cancel") if parent else tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        if parent is None:
            box.rejected.connect(self._app.quit)
        self._ask(box)

    def _choose(self, parent: QWidget | None) -> None:
        dialog = QFileDialog(parent, tr("Open an archive"), str(home_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.open(Path(chosen)))
        if parent is None:
            dialog.rejected.connect(self._app.quit)
        self._ask(dialog)

    def tell(self, fault: Fault) -> None:
        """Show a fault that no operation has caught."""
        box = fault_box(fault, self.window)
        if self.window is None:
            box.finished.connect(self._app.quit)
        self._ask(box)

    def _ask(self, question: QDialog) -> None:
        """Show a dialog and hold it: before the first window there is nobody else who would."""
        self._question = question
        question.open()


def _offer(box: QMessageBox, words: str, verb: Callable[[], None]) -> QPushButton:
    button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
    button.clicked.connect(verb)
    return button
