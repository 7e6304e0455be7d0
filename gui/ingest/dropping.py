"""Files and folders dropped on the window."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.style import RADIUS, Space, TextRole, color, font, paint_icon, theme
from gui.words import plural, tr


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the local files and folders in ``data``, in their order."""
    return [Path(_local(url)) for url in data.urls() if url.isLocalFile()]


def _local(url: QUrl) -> str:
    """Return the path behind ``url`` with every byte as it is: Qt replaces those that are no UTF-8."""
    path = url.toLocalFile()
    if "\ufffd" not in path:
        return path
    return os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded)))


class DropOverlay(QWidget):
    """Lies over the whole window while something is dragged over it and says what a drop will do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._words, self._sign = "", "import"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, items: int) -> None:
        """Say that a drop imports ``items`` files or folders."""
        self._show(plural(items, "Drop to import %n item", "Drop to import %n items"), "import")

    def show_for_archive(self, name: str) -> None:
        """Say that a drop opens the archive called ``name``."""
        self._show(tr("Drop to open {archive}", archive=name), "archive")

    def _show(self, words: str, sign: str) -> None:
        self._words, self._sign = words, sign
        self.setAccessibleName(words)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme().base)
        veil.setAlphaF(0.94)  # what lies under the words is not to be read with them
        painter.fillRect(self.rect(), veil)
        frame = self.rect().adjusted(Space.L, Space.L, -Space.L, -Space.L)
        painter.setPen(QPen(color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, RADIUS * 2, RADIUS * 2)
        middle = frame.center()
        paint_icon(painter, QRect(middle.x() - 28, middle.y() - 64, 56, 56), self._sign, theme().accent_text)
        painter.setPen(color("text"))
        painter.setFont(font(TextRole.TITLE))
        painter.drawText(frame.adjusted(0, 40, 0, 0), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
