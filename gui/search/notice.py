"""What is said above the result where something else was looked for than what was typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from core.search.meant import Meant
from gui.style import Space, TextRole
from gui.widgets import ElidedLabel
from gui.words import tr


class Notice(QFrame):
    """ "Nothing for hailey atwel. Showing Hayley Atwell." with a way to keep that, and a way back.

    ``taken`` carries the text that was searched for instead; ``refused`` says that only what was typed will do.
    """

    taken = Signal(str)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._words = ElidedLabel("", role=TextRole.BODY)
        self.take = QPushButton(tr("Search for that"))
        self.take.setToolTip(tr("Put what is shown into the search field"))
        self.refuse = QPushButton(tr("Only what I typed"))
        self.refuse.setToolTip(tr("Search for the words just as they were typed"))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self.take)
        row.addWidget(self.refuse)
        self.take.clicked.connect(lambda: self.taken.emit(self._text))
        self.refuse.clicked.connect(self.refused)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def show_meant(self, meant: Meant | None) -> None:
        """Say what was looked for instead; None says nothing."""
        if meant is not None:
            self._text = meant.text
            sentence = tr("Nothing for “{typed}”. Showing {shown}.", typed=meant.typed, shown=meant.shown)
            self._words.setText(sentence)
            self.setAccessibleName(sentence)
        self.setVisible(meant is not None)
