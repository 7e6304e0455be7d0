"""Columns saved by name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QPushButton, QWidget

from core.export.sheet import COLUMNS, DEFAULT_COLUMNS
from core.settings import Settings
from gui.export.columns import ColumnList
from gui.style import Space, TextRole, set_role
from gui.widgets import Text
from gui.words import number, plural, tr


class Presets(QWidget):
    """Offers the columns saved by name, saves those that are ticked, and removes a name; ``saved`` tells of both."""

    saved = Signal()

    def __init__(self, settings: Settings, columns: ColumnList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._columns = columns
        self._count = Text("", TextRole.SMALL, "faint", parent=self)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill_menu)
        self._button = QPushButton(tr("Presets"), self)
        self._button.setAutoDefault(False)
        self._button.setMenu(self._menu)
        self._button.setAccessibleName(tr("Presets of columns"))
        set_role(self._button, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._count, 1)
        row.addWidget(self._button)
        columns.chosen_changed.connect(self._on_columns)

    def all(self) -> Mapping[str, tuple[str, ...]]:
        """Return every preset by its name: those that are always there, then those that were saved."""
        return {tr("Usual"): DEFAULT_COLUMNS, tr("All"): tuple(COLUMNS), **self._settings.sheet_presets}

    def save_as(self, name: str) -> None:
        """Save the ticked columns as ``name``."""
        name = name.strip()
        if name and self._columns.chosen():
            self._settings.sheet_presets = {**self._settings.sheet_presets, name: self._columns.chosen()}
            self.saved.emit()

    def remove(self, name: str) -> None:
        """Forget the preset called ``name``."""
        kept = {other: keys for other, keys in self._settings.sheet_presets.items() if other != name}
        self._settings.sheet_presets = kept
        self.saved.emit()

    def fill_menu(self) -> QMenu:
        """Return the menu as it is to be shown now."""
        self._menu.clear()
        for name, keys in self.all().items():
            self._menu.addAction(_action(self._menu, name, keys == self._columns.chosen()))
            self._menu.actions()[-1].triggered.connect(lambda _=False, keys=keys: self._columns.set_chosen(keys))
        self._menu.addSeparator()
        self._menu.addAction(tr("Save these columns as…")).triggered.connect(self._on_save)
        if self._settings.sheet_presets:
            removing = self._menu.addMenu(tr("Remove"))
            for name in self._settings.sheet_presets:
                removing.addAction(name).triggered.connect(lambda _=False, name=name: self.remove(name))
        return self._menu

    def _on_columns(self) -> None:
        chosen = number(len(self._columns.chosen()))
        self._count.setText(plural(len(COLUMNS), "{count} of %n column", "{count} of %n columns", count=chosen))

    def _on_save(self) -> None:
        asking = QInputDialog(self)
        asking.setWindowTitle(tr("Save columns"))
        asking.setLabelText(tr("Name of the preset"))
        asking.textValueSelected.connect(self.save_as)
        asking.finished.connect(asking.deleteLater)
        asking.open()


def _action(menu: QMenu, name: str, is_shown: bool) -> QAction:
    made = QAction(name, menu)
    made.setCheckable(True)
    made.setChecked(is_shown)
    return made
