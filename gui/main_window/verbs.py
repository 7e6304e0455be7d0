"""What the archivist asks of the window as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow, QMenu, QPlainTextEdit, QWidget

from core.app import SUFFIX, Archive
from core.log import log_file
from core.model.changes import ChangeSet
from core.settings import Settings, Theme
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.inspector.overview import SearchWanted
from gui.inspector.panel import Inspector
from gui.library import Browser
from gui.main_window.actions import Actions
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.keys import Shortcuts
from gui.main_window.requests import Requests
from gui.style import theme
from gui.widgets import Toasts
from gui.words import tr

if TYPE_CHECKING:
    from gui.inspector.access import AccessRefused
    from gui.preferences.dialog import LanguageChosen, NamesGiven, ThemeChosen

_STEP = 40
_MENU = (
    ("play", "contact_sheet", "compare"), ("tag", "copy_tags", "paste_tags", "mark_moment"),
    ("open_file", "show_file", "retry"), ("mark_looked", "mark_unlooked"), ("export",),
    ("remove",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a window that its verbs work on."""

    window: QMainWindow
    settings: Settings
    bridge: Bridge
    actions: Actions
    browser: Browser
    pane: ClipsPane
    inspector: Inspector
    toasts: Toasts
    shortcuts: Shortcuts
    import_paths: Callable[[Sequence[Path]], None]
    step_back: Callable[[], bool]
    focus_stage: Callable[[], None]


class WindowVerbs:
    """Verbs of the menus that are not about the selection."""

    def __init__(self, parts: Parts, requests: Requests) -> None:
        self._parts = parts
        self._requests = requests
        parts.actions["dark"].setChecked(theme().dark)

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        parts, requests = self._parts, self._requests
        return {
            "new_archive": self.new_archive,
            "open_archive": self.open_archive,
            "import_files": self.import_files,
            "import_folder": self.import_folder,
            "export": self.export,
            "sample": requests.sample,
            "close": _closing(parts.window),
            "quit": requests.quit,
            "undo": self.undo,
            "redo": self.redo,
            "find": parts.pane.go_to_field,
            "clear": self.clear,
            "show_all": lambda: parts.pane.search(""),
            "select_all": parts.pane.grid.selectAll,
            "preferences": self.preferences,
            "bigger": lambda: self._resize_cards(_STEP),
            "smaller": lambda: self._resize_cards(-_STEP),
            "show_browser": lambda: parts.browser.setVisible(parts.actions["show_browser"].isChecked()),
            "show_inspector": lambda: parts.inspector.setVisible(parts.actions["show_inspector"].isChecked()),
            "dark": self.switch_colours,
            "shortcuts": self.show_keys,
            "show_log": lambda: _open_folder(log_file().parent),
            "about": self.about,
        }

    def say(self, sentence: str, offer_undo: bool = False) -> None:
        """Show a sentence for a while."""
        action = self._parts.actions["undo"] if offer_undo else None
        self._parts.toasts.show_message(sentence, action)

    def _resize_cards(self, step: int) -> None:
        slider = self._parts.pane.size_slider
        slider.setValue(slider.value() + step)

    def undo(self) -> None:
        """Take the last step back."""
        self._parts.toasts.withdraw_offer()
        self._parts.bridge.undo(self._told)
        self._parts.actions.enable(True, "redo")  # a hand that is faster than the disk may ask for it at once

    def redo(self) -> None:
        """Do the step that was undone last again."""
        self._parts.toasts.withdraw_offer()
        self._parts.bridge.redo(self._told)

    def on_refused(self, refused: AccessRefused) -> None:
        """Say why what was typed cannot be set."""
        self.say(refused.sentence)

    # archives ---------------------------------------------------------------------------------------------------
    def recent(self) -> Sequence[str]:
        """Return the archives opened last, without the one that is open."""
        here = str(self._parts.bridge.archive.folder)
        return [folder for folder in self._parts.settings.recent_archives if folder != here]

    def new_archive(self) -> None:
        """Ask where to make a new archive."""
        dialog = self._file_dialog(tr("Make a new archive"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Make"))
        dialog.selectFile(tr("New archive") + SUFFIX)
        dialog.fileSelected.connect(lambda chosen: self._requests.create(_with_suffix(Path(chosen))))
        dialog.open()

    def open_archive(self) -> None:
        """Ask which archive to open."""
        dialog = self._file_dialog(tr("Open an archive"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self._requests.open(Path(chosen)))
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode, folder: Path | None = None) -> QFileDialog:
        start = folder or self._parts.bridge.archive.folder.parent
        dialog = QFileDialog(self._parts.window, title, str(start))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        return dialog

    # in and out -------------------------------------------------------------------------------------------------
    def import_files(self) -> None:
        """Ask which files to import."""
        dialog = self._file_dialog(tr("Import clips and stills"), QFileDialog.FileMode.ExistingFiles, Path.home())
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def import_folder(self) -> None:
        """Ask which folder to import."""
        dialog = self._file_dialog(tr("Import a folder"), QFileDialog.FileMode.Directory, Path.home())
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, chosen: Sequence[str]) -> None:
        self._parts.import_paths([Path(path) for path in chosen])

    def export(self) -> None:
        """Ask for a tag sheet."""
        from gui.export.choice import Scopes
        from gui.export.dialog import ExportDialog

        parts = self._parts
        result = parts.pane.result
        if result is not None:
            scopes = Scopes(tuple(parts.pane.grid.selected_rows()), result.rows, result.total)
            ExportDialog(parts.bridge, parts.settings, scopes, parts.window).open()

    # finding ----------------------------------------------------------------------------------------------------
    def on_search_wanted(self, wanted: SearchWanted) -> None:
        """Show a search that is offered somewhere."""
        self._parts.pane.search(wanted.text)

    def clear(self) -> None:
        """Leave the field that is being typed in; else the page before the clips; else clear search or selection."""
        pane, focus = self._parts.pane, QApplication.focusWidget()
        in_field = isinstance(focus, QLineEdit | QPlainTextEdit)
        if focus is not None and in_field and not pane.bar.isAncestorOf(focus):
            self._parts.focus_stage()
        elif self._parts.step_back():
            return
        elif pane.bar.text():
            pane.search("")
        elif in_field:
            pane.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            pane.grid.clearSelection()

    def _told(self, change: ChangeSet) -> None:
        self._parts.window.statusBar().showMessage(change.label, 6_000)

    # looks ------------------------------------------------------------------------------------------------------
    def preferences(self) -> None:
        """Show the preferences."""
        from gui.preferences.dialog import PreferencesDialog

        archive, shortcuts = self._parts.bridge.archive, self._parts.shortcuts
        dialog = PreferencesDialog(
            self._parts.settings,
            shortcuts.lines(),
            self._parts.window,
            archive.author,
            writable=not archive.read_only,
        )
        dialog.theme_chosen.connect(self._on_theme)
        dialog.language_chosen.connect(self._on_language)
        dialog.names_given.connect(self._on_names)
        dialog.keys.keys_chosen.connect(shortcuts.on_chosen)
        dialog.open()

    def show_keys(self) -> None:
        """Show all keys, and how to search."""
        from gui.main_window.help import KeysDialog

        KeysDialog(self._parts.shortcuts.sheet(), self._parts.window).open()

    def about(self) -> None:
        """Show what Slatebook is."""
        from gui.main_window.help import AboutDialog

        AboutDialog(self._parts.window).open()

    def switch_colours(self) -> None:
        """Change between dark and light."""
        self._requests.dress(Theme.LIGHT if theme().dark else Theme.DARK)

    def _on_names(self, given: NamesGiven) -> None:
        """Have history signed by the names given, from here on."""
        settings = self._parts.settings
        settings.author = given.person

        def keep(archive: Archive) -> str:
            settings.save()
            if not archive.read_only:
                archive.set_author(given.archive)
            return archive.catalog.who

        self._parts.bridge.read_after_edits(
            keep, lambda who: self.say(tr("History is signed “{who}” from here on.", who=who))
        )

    def _on_language(self, chosen: LanguageChosen) -> None:
        """Keep the language for the next start: what is on the screen was said already."""
        settings = self._parts.settings
        settings.language = chosen.language
        self._parts.bridge.read_after_edits(lambda _archive: settings.save(), lambda _saved: None)

    def _on_theme(self, chosen: ThemeChosen) -> None:
        self._requests.dress(chosen.theme)
        self._parts.actions["dark"].setChecked(theme().dark)


def clip_menu(parent: QWidget, actions: Actions) -> QMenu:
    """Return the menu of the selected clips; the caller shows it."""
    menu = QMenu(parent)
    for group in _MENU:
        for key in group:
            menu.addAction(actions[key])
        menu.addSeparator()
    return menu


def _closing(window: QWidget) -> Callable[[], None]:
    def close() -> None:
        window.close()

    return close


def _with_suffix(folder: Path) -> Path:
    return folder if folder.suffix == SUFFIX else folder.with_name(f"{folder.name}{SUFFIX}")


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
