"""What could not be read, and why."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from core.ingest.report import Failure
from core.model.reasons import retold
from gui.style import Space, TextRole, icon
from gui.widgets import CloseButtons, Text
from gui.words import plural, tr


class FailuresDialog(QDialog):
    """A list of files and reasons that can be copied."""

    def __init__(self, failed: Sequence[Failure], parent: QWidget) -> None:
        super().__init__(parent)
        self._failed = tuple(failed)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What could not be read"))
        self.resize(640, 420)
        words = plural(
            len(failed),
            "%n file could not be read. If it has a card in the grid it can be tried again there (F5).",
            "%n files could not be read. Those with a card in the grid can be tried again there (F5).",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(Text(words, TextRole.BODY, wrap=True))
        layout.addWidget(self._list(), 1)
        layout.addWidget(self._buttons())

    def _list(self) -> QListWidget:
        listed = QListWidget()
        listed.setAccessibleName(tr("Files that could not be read"))
        listed.setFrameShape(QFrame.Shape.NoFrame)
        listed.setWordWrap(True)
        listed.setSpacing(Space.XS)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for failure in self._failed:
            item = QListWidgetItem(f"{os.path.basename(failure.path)}\n{retold(failure.reason)}")
            item.setToolTip(failure.path)
            listed.addItem(item)
        return listed

    def _buttons(self) -> CloseButtons:
        buttons = CloseButtons(self)
        copy = buttons.add(QPushButton(icon("copy"), tr("Copy list")))
        copy.clicked.connect(self._copy)
        return buttons

    def _copy(self) -> None:
        lines = (f"{failure.path}\t{retold(failure.reason)}" for failure in self._failed)
        QGuiApplication.clipboard().setText("\n".join(lines))
