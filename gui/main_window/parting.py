"""The commands that part clips under headings: one of them at most is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from gui.main_window.finding import Parting


class Partings:
    """Knows which of the commands ``by`` is chosen; choosing one leaves the others."""

    def __init__(self, by: Mapping[Parting, QAction], parent: QWidget) -> None:
        self._by = by
        group = QActionGroup(parent)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action in by.values():
            group.addAction(action)

    @property
    def chosen(self) -> Parting:
        """What parts the clips now."""
        return next((parting for parting, action in self._by.items() if action.isChecked()), Parting.NONE)

    def choose(self, parting: Parting) -> None:
        """Have ``parting`` part the clips from here on."""
        for one, action in self._by.items():
            action.setChecked(one is parting)

    def leave(self, parting: Parting) -> None:
        """Choose nothing where ``parting`` is chosen."""
        self._by[parting].setChecked(False)
