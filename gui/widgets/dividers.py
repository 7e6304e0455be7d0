"""Handles between parts of the window, named."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter

from gui.words import tr


def name_dividers(splitter: QSplitter) -> None:
    """Have screen readers tell what each handle of ``splitter`` parts; Qt leaves them without a name."""
    for place in range(1, splitter.count()):
        words = tr("Divider {number} of: {parts}", number=place, parts=splitter.accessibleName())
        splitter.handle(place).setAccessibleName(words)
