"""The few things a person may set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.log import log_file
from core.settings import Language, Settings, Theme, option_texts, settings_file
from core.values import dataclass
from gui.preferences.keys import KeyLine, KeysPage
from gui.style import Space, TextRole
from gui.widgets import CloseButtons, Text
from gui.words import msg, tr

Option = TypeVar("Option", Theme, Language)

_THEMES = {Theme.SYSTEM: msg("As the desktop has it"), Theme.DARK: msg("Dark"), Theme.LIGHT: msg("Light")}
_LANGUAGES = {Language.SYSTEM: msg("As the desktop has it"), Language.ENGLISH: "English", Language.GERMAN: "Deutsch"}
"""A language is called what those call it who speak it."""


@dataclass(frozen=True, slots=True)
class ThemeChosen:
    """The colours asked for."""

    theme: Theme


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The language asked for, which counts from the next start on."""

    language: Language


@dataclass(frozen=True, slots=True)
class NamesGiven:
    """Who signs the history: the person at this machine, and a name set in the archive (or empty)."""

    person: str
    archive: str


class PreferencesDialog(QDialog):
    """Shows the settings and the keys of commands; a choice counts at once."""

    theme_chosen = Signal(object)
    language_chosen = Signal(object)
    names_given = Signal(object)

    def __init__(
        self,
        settings: Settings,
        lines: Sequence[KeyLine],
        parent: QWidget,
        archive_author: str = "",
        *,
        writable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Preferences"))
        self.resize(680, 620)
        self._given = NamesGiven(settings.author, archive_author)
        self.keys = KeysPage(lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        pages = QTabWidget()
        pages.setAccessibleName(tr("Preferences"))
        pages.addTab(self._general(settings, writable), tr("&General"))
        pages.addTab(self.keys, tr("&Keys"))
        layout.addWidget(pages, 1)
        layout.addWidget(CloseButtons(self))

    def _general(self, settings: Settings, writable: bool) -> QWidget:
        page, texts = QWidget(), option_texts()
        form = QFormLayout(page)
        form.setContentsMargins(0, Space.L, 0, 0)
        form.setSpacing(Space.S)
        theme = _choice(texts["theme"], {one: tr(_THEMES[one]) for one in Theme}, settings.theme)
        theme.activated.connect(self._on_theme)
        form.addRow(texts["theme"], theme)
        self.language = _choice(texts["language"], {one: tr(_LANGUAGES[one]) for one in Language}, settings.language)
        self.language.activated.connect(self._on_language)
        form.addRow(texts["language"], self.language)
        later = Text(tr("Another language counts when Slatebook is started again."), TextRole.SMALL, "secondary")
        form.addRow("", later)
        self._author = _name_field(texts["author"], settings.author)
        self._archive_author = _name_field(tr("Name set in this archive, for everybody"), self._given.archive)
        self._archive_author.setEnabled(writable)
        for field in (self._author, self._archive_author):
            field.editingFinished.connect(self._on_names)
            form.addRow(field.accessibleName(), field)
        self.ask = QCheckBox(texts["ask_before_import"])
        self.ask.setChecked(settings.ask_before_import)
        self.ask.toggled.connect(lambda wanted: setattr(settings, "ask_before_import", wanted))
        form.addRow("", self.ask)
        for words, path in ((tr("Settings"), settings_file()), (tr("Log"), log_file())):
            form.addRow(words, Text(str(path), TextRole.SMALL, "secondary", wrap=True, selectable=True))
        return page

    def _on_names(self) -> None:
        given = NamesGiven(self._author.text().strip(), self._archive_author.text().strip())
        if given != self._given:
            self._given = given
            self.names_given.emit(given)

    def _on_theme(self, index: int) -> None:
        self.theme_chosen.emit(ThemeChosen(list(Theme)[index]))

    def _on_language(self, index: int) -> None:
        self.language_chosen.emit(LanguageChosen(list(Language)[index]))


def _choice(words: str, texts: Mapping[Option, str], chosen: Option) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(words)
    for option, text in texts.items():
        box.addItem(text, option)
    box.setCurrentIndex(list(texts).index(chosen))
    return box


def _name_field(words: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(words)
    return field
