"""A scroll bar that is painted when its handle moves."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget


class SteadyBar(QScrollBar):
    """Along a million clips a step of scrolling moves the handle by no pixel; Qt would paint the whole bar anew."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._handle = QRect()

    def sliderChange(self, change: QScrollBar.SliderChange) -> None:
        before, self._handle = self._handle, self._handle_rect()
        if change is not QScrollBar.SliderChange.SliderValueChange or self._handle != before:
            super().sliderChange(change)

    def _handle_rect(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        return self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
