"""Layouts whose content changes: emptied for good, or filled with widgets that showed something else before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Reused(Generic[W]):
    """Widgets of one sort that are made when they are first needed and show something else the next time.

    Making a widget takes a hundred times as long as giving it another text.
    """

    def __init__(self, make: Callable[[], W]) -> None:
        self._make = make
        self._made: list[W] = []
        self._used = 0

    def begin(self) -> None:
        """Take all back."""
        self._used = 0

    def take(self) -> W:
        """Return one that is not in use."""
        if self._used == len(self._made):
            self._made.append(self._make())
        self._used += 1
        return self._made[self._used - 1]

    def end(self) -> None:
        """Hide those that were not taken."""
        for place, widget in enumerate(self._made):
            if widget.isHidden() == (place < self._used):
                widget.setVisible(place < self._used)


def take_all(layout: QLayout) -> None:
    """Take everything out of ``layout`` to be put in again."""
    while layout.takeAt(0) is not None:
        pass


def empty(layout: QLayout) -> None:
    """Take everything out of ``layout`` and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inner is not None:
            empty(inner)
            inner.deleteLater()
