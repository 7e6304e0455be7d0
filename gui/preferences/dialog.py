"""The few things a person may set."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from core.log import log_file
from core.settings import Settings, Theme, option_texts, settings_file
from gui.style import Space, TextRole
from gui.widgets import Text

_WORDS = {Theme.SYSTEM: "As the desktop has it", Theme.DARK: "Dark", Theme.LIGHT: "Light"}


@dataclass(frozen=True, slots=True)
class ThemeChosen:
    """The colours asked for."""

    theme: Theme


@dataclass(frozen=True, slots=True)
class NamesGiven:
    """Who signs the history: the person at this machine, and a name set in the archive (or empty)."""

    person: str
    archive: str


class PreferencesDialog(QDialog):
    """Shows the settings; a choice counts at once."""

    theme_chosen = Signal(object)
    names_given = Signal(object)

    def __init__(
        self, settings: Settings, parent: QWidget, archive_author: str = "", *, writable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Preferences")
        self.setMinimumWidth(420)
        self._given = NamesGiven(settings.author, archive_author)
        texts = option_texts()
        self._theme = QComboBox()
        for theme in Theme:
            self._theme.addItem(_WORDS[theme], theme)
        self._theme.setCurrentIndex(list(Theme).index(settings.theme))
        self._theme.setAccessibleName(texts["theme"])
        self._theme.activated.connect(self._on_theme)
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(texts["theme"], self._theme)
        self._author = _name_field(texts["author"], settings.author)
        self._archive_author = _name_field("Name set in this archive, for everybody", archive_author)
        self._archive_author.setEnabled(writable)
        for field in (self._author, self._archive_author):
            field.editingFinished.connect(self._on_names)
            form.addRow(field.accessibleName(), field)
        for words, path in (("Settings", settings_file()), ("Log", log_file())):
            form.addRow(words, Text(str(path), TextRole.SMALL, "secondary", wrap=True, selectable=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _on_names(self) -> None:
        given = NamesGiven(self._author.text().strip(), self._archive_author.text().strip())
        if given != self._given:
            self._given = given
            self.names_given.emit(given)

    def _on_theme(self, index: int) -> None:
        self.theme_chosen.emit(ThemeChosen(list(Theme)[index]))


def _name_field(words: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(words)
    return field
